"""A document in, what is known of it so far out: ids that are given, things that are drafted, where each line ended."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from cjm.edit import YamlValue
from cjm.intake import signs
from cjm.intake.block import Block, Document
from cjm.intake.identify import identified
from cjm.intake.masks import masked_blocks
from cjm.intake.names import GivenIds
from cjm.intake.outline import outlined
from cjm.intake.people import role_named
from cjm.intake.plan import DocumentSort, Draft, End, Fate, IntakePlan
from cjm.language.says import Says
from cjm.model import Handbook
from cjm.model.registry import KINDS, kind_of

_SCRAP = Says("оформление, меню или пустой пункт", "layout, a menu or an empty item")
_BESIDE = Says("не текст: названо, чтобы вы о нём знали", "no text: named so that you know of it")


class Intake:
    """One document while it is being understood."""

    def __init__(
        self, document: Document, handbook: Handbook, mine: Collection[str], roles: Sequence[tuple[str, str]] = ()
    ) -> None:
        self.roles = roles
        keep = {
            word.lower()
            for one in (handbook.outline.organisation, handbook.outline.title)
            for word in re.findall(r"\w+", one)
        }
        self.keep = keep
        blocks, self.masked = masked_blocks(document.blocks, keep)
        self.document, self.handbook, self.language = document, handbook, handbook.outline.language
        kinds = (
            "journey",
            "touchpoint",
            "question",
            "section",
            "part",
            "role",
            "duty",
            "promise",
            "resource",
            "term",
            "placeholder",
            "conflict",
        )
        taken = {kind: _ids_of_others(handbook, kind, mine) for kind in kinds}
        planned = (
            one.id for _, one in handbook.order if f"planned:{one.id}" not in mine and f"section:{one.id}" not in mine
        )
        taken["section"] += list(planned)
        self.mine = mine
        self.names = GivenIds(taken)
        self.blocks = blocks
        text = not document.table and document.chart is None
        self.outline = outlined([one for one in blocks if one.kind != "scrap" and text])
        self.sort = identified(blocks) if text else "table"
        self.fates: dict[int, Fate] = {}
        self.order = [line for block in blocks for line in block.lines]
        self.drafts: list[Draft] = []
        self.by_title: dict[tuple[str, str], int] = {}  # kind and folded title -> place in drafts
        self.parts: dict[str, str] = {}
        for block in blocks:
            if block.kind == "scrap":
                named = block.lines[0].text.startswith("[") and block.lines[0].text.endswith("]")
                self.end(block, "dropped", why=_BESIDE if named else _SCRAP)

    def planned(self, sort: DocumentSort) -> IntakePlan:
        """The plan, when all is understood."""
        self.drafts = [self.with_parties(one) for one in self.drafts]
        values: dict[str, list[int]] = {}
        for line in self.order:
            for found in signs.VALUE.finditer(line.text):
                values.setdefault(" ".join(found[0].lower().split()), []).append(line.number)
        repeated = tuple((value, tuple(dict.fromkeys(lines))) for value, lines in values.items() if len(set(lines)) > 1)
        fates = tuple(self.fates[id(line)] for line in self.order)
        return IntakePlan(
            self.document.name, sort, tuple(self.drafts), fates, self.masked, tuple(self.parts.items()), repeated
        )

    def end(self, block: Block, end: End, where: str = "", why: Says | None = None) -> None:
        """Say where the lines of a block end; what was said first stands."""
        for line in block.lines:
            self.fates.setdefault(id(line), Fate(line, end, where, why))

    def part(self, title: str) -> str:
        known = {one.title.lower(): one.id for one in self.handbook.outline.parts}
        known.update((named.lower(), id) for id, named in self.parts.items())
        if title.lower() not in known:
            id = self.names.give("part", title)
            self.parts[id] = title
            return id
        self.parts.setdefault(known[title.lower()], title)
        return known[title.lower()]

    def draft(self, kind: str, title: str, value: Mapping[str, YamlValue], block: Block) -> Draft:
        """A thing of its own; one of the same title in the handbook or above in the document is taken instead."""
        at = self.by_title.get((kind, title.lower()))
        if at is not None:
            return self.drafts[at]
        declared = KINDS[kind]
        same = next(
            (one for one in self.handbook.things(kind) if str(getattr(one, declared.known_by or "title", "")).lower() == title.lower()), None
        )  # fmt: skip
        lines = tuple(line.number for line in block.lines)
        if same is not None and f"{kind}:{getattr(same, 'id', '')}" not in self.mine:
            made = Draft(kind, str(getattr(same, "id", "")), title, {}, lines, reused=True)
        else:
            id = self.names.give(kind, title, 6)
            made = Draft(kind, id, title, {"id": id, **value}, lines)
        self.by_title[kind, title.lower()] = len(self.drafts)
        self.drafts.append(made)
        return made

    def add_to(self, draft: Draft, key: str, word: str) -> None:
        """One word more in a list of a drafted thing."""
        at = next(at for at, one in enumerate(self.drafts) if one.name == draft.name)
        had = self.drafts[at].value.get(key, [])
        words = [had] if isinstance(had, str) else list(had) if isinstance(had, Sequence) else []
        if word not in words and not draft.reused:
            self.drafts[at] = replace(self.drafts[at], value={**self.drafts[at].value, key: [*words, word]})

    def with_parties(self, draft: Draft) -> Draft:
        """A promise whose receiver is a role that the document names further down."""
        to = draft.value.get("to")
        if draft.kind != "promise" or not isinstance(to, list):
            return draft
        return replace(
            draft, value={**draft.value, "to": [one if one == "client" else self.role(str(one)) or one for one in to]}
        )

    def role(self, word: str) -> str:
        """The role that a word of the text means, of the handbook or of the document; empty where nobody is called so."""
        known = [(one.id, one.title) for one in self.handbook.roles]
        known += self.roles or [(one.id, one.title) for one in self.drafts if one.kind == "role"]
        return role_named(word, known)


def _ids_of_others(handbook: Handbook, kind: str, mine: Collection[str]) -> list[str]:
    """The ids of a kind that did not come of this document before, by themselves or in something else."""
    homes = ((home, str(getattr(one, "id", ""))) for home, one in handbook.written(kind))
    return [
        id
        for home, id in homes
        if f"{kind}:{id}" not in mine and f"{kind_of(type(home)).name}:{getattr(home, 'id', '')}" not in mine
    ]
