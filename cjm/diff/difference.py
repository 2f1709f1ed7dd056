"""Two states of a handbook in, what changed between them in the trade's words out, and who must read what again."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any, Literal

from cjm.diff.matching import moved, pairs
from cjm.diff.minor import only_marks
from cjm.graph.dependencies import SHOWN_FILES, grounds
from cjm.graph.reading_path import reading
from cjm.language.phrases import title_in_quotes
from cjm.language.says import Language, Says
from cjm.model import Handbook, Item, Part, Planned, Section, Written
from cjm.model.digest import canonical, printed
from cjm.model.fields import NORMATIVE, Either, Many, Name, Reading, Record, Ref, Text, specs
from cjm.model.registry import KINDS, known_as
from cjm.view import field_label, piece_named, values_told
from cjm.wording import first_sentence, label

Action = Literal["added", "removed", "renamed", "moved", "changed"]
_KINDS = tuple(kind.name for kind in KINDS.values() if kind.name in ("section", "journey", "touchpoint") or kind.key)
_APART = ("accept", "touchpoints", "lint")  # told elsewhere, or of no weight
OWN_LOOK, SYNONYMS = "look", "search"  # what prints and is no kind of thing: own files, synonyms
# Of what a change is told that is no field.
_PLACE, _STAGE = Says("место в гайдлайне", "place in the handbook"), Says("этап", "stage")
_MARKS = Says("изменились только знаки", "only marks changed")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a thing that is not what it was. `where` is the piece of the thing that it stands in."""

    what: str
    action: Action
    before: str = ""
    after: str = ""
    where: str = ""
    normative: bool = False
    key: str = ""  # of the field, where one field changed


@dataclass(frozen=True, slots=True)
class ThingChange:
    """One thing that came, went, or is not what it was."""

    action: Action
    kind: str
    id: str
    title: str
    was: str = ""  # its id before, where that is another one
    details: tuple[FieldChange, ...] = ()
    minor: str = ""  # why nobody must read it again, where that was recorded
    sections: tuple[str, ...] = ()  # ids of the sections that it is part of or that rest on it

    @property
    def major(self) -> bool:
        """Whether whoever works by it must know."""
        if self.minor:
            return False
        return (
            self.action in ("added", "removed") or self.kind == OWN_LOOK or any(one.normative for one in self.details)
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed, whom it concerns, and which sections each role must read again."""

    changes: tuple[ThingChange, ...]
    roles: tuple[str, ...]  # ids
    again: tuple[tuple[str, tuple[str, ...]], ...]  # role id -> ids of sections


def difference(old: Handbook, new: Handbook, language: Language) -> Difference:
    """What changed from `old` to `new`."""
    things = {kind: pairs(tuple(old.things(kind)), tuple(new.things(kind))) for kind in _KINDS}
    renamed = {kind: _renamed(found) for kind, found in things.items()}
    elsewhere = {kind: _elsewhere(kind, old, new, renamed[kind]) for kind in ("section", "touchpoint")}
    both = _Both(old, new, language, renamed, elsewhere)
    changes = [change for kind, found in things.items() for pair in found if (change := both.change(kind, *pair))]
    own = tuple(both.details(old.outline, new.outline)) if old.outline is not new.outline else ()
    was = old.outline.id if old.outline.id != new.outline.id else ""
    if own or was:
        minor = _MARKS.to(language) if not was and only_marks(printed(old.outline), printed(new.outline)) else ""
        changes.insert(0, ThingChange("changed", "handbook", new.outline.id, new.outline.title, was, own, minor))
    changes += _beside(old, new)
    return Difference(tuple(changes), _roles(changes, old, new), _again(changes, new))


def field_changes(
    before: Written, after: Written, old: Handbook, new: Handbook, language: Language
) -> tuple[FieldChange, ...]:
    """What changed in one thing."""
    return tuple(_Both(old, new, language, {}, {}).inside(before, after).details(before, after))


# Private functions


def _beside(old: Handbook, new: Handbook) -> Iterator[ThingChange]:
    """What changed of the look, file by file, and of what the search knows."""
    for path in sorted(old.look.keys() | new.look.keys()):
        if old.look.get(path) != new.look.get(path):
            action: Action = "added" if path not in old.look else "removed" if path not in new.look else "changed"
            state, name = (new if path in new.look else old), f"{OWN_LOOK}:{path}"
            sections = (
                tuple(one.id for one in state.sections if name in grounds(one, state))
                if name.startswith(SHOWN_FILES)
                else ()
            )
            yield ThingChange(action, OWN_LOOK, path, path, sections=sections)
    if old.synonyms != new.synonyms:
        before, after = ("; ".join(" = ".join(one) for one in state.synonyms) for state in (old, new))
        yield ThingChange("changed", SYNONYMS, SYNONYMS, "", details=(FieldChange(SYNONYMS, "changed", before, after),))


def _id(item: Any) -> str:
    return str(item.id)


def _place_of(item: Item, handbook: Handbook) -> tuple[tuple[str, ...], str]:
    """Where a section or a touchpoint stands: in which group (by id), and its titles from the outside in."""
    if isinstance(item, Section):
        part, number = handbook.part_of.get(item.id), handbook.number.get(item.id)
        titles = (part.title if part else "", str(number or ""))
        return (part.id if part else "",), " · ".join(filter(None, titles))
    journey = handbook.journey_of[_id(item)]
    stage = next(stage for stage in journey.stages if item in stage.touchpoints)
    return (journey.id, stage.id), f"{journey.title} · {stage.title}"


def _elsewhere(kind: str, old: Handbook, new: Handbook, renamed: Mapping[str, str]) -> frozenset[str]:
    """The ids of sections or touchpoints whose order among the others is another one."""
    if kind == "section":
        before, after = [entry.id for _, entry in old.order], [entry.id for _, entry in new.order]
    else:
        before, after = list(old.touchpoint), list(new.touchpoint)
    return moved([renamed.get(id, id) for id in before], after)


def _renamed(found: Iterable[tuple[Any, Any]]) -> dict[str, str]:
    return {old.id: new.id for old, new in found if old is not None and new is not None and old.id != new.id}


@dataclass(frozen=True, slots=True)
class _Both:
    """The two states, and the ids that became others between them, by kind."""

    old: Handbook
    new: Handbook
    language: Language
    renamed: Mapping[str, Mapping[str, str]]
    elsewhere: Mapping[str, frozenset[str]]  # ids of what stands in another order, by kind
    within: tuple[Section | None, Section | None] = (None, None)  # the section that is told of, in both states

    def change(self, kind: str, before: Any, after: Any) -> ThingChange | None:
        if before is None:
            return ThingChange(
                "added", kind, after.id, self._title(after, self.new), sections=self._sections(kind, after, self.new)
            )
        if after is None:
            sections = tuple(one for one in self._sections(kind, before, self.old) if one in self.new.section)
            return ThingChange("removed", kind, before.id, self._title(before, self.old), sections=sections)
        place = tuple(self._place(kind, before, after))
        details = place + tuple(self.inside(before, after).details(before, after))
        was = before.id if before.id != after.id else ""
        if not details and not was:
            return None
        action: Action = "renamed" if not details else "moved" if len(place) == len(details) else "changed"
        same_marks = details and not place and only_marks(self._seen(before), printed(after))
        minor = _MARKS.to(self.language) if same_marks else ""
        return ThingChange(
            action,
            kind,
            after.id,
            self._title(after, self.new),
            was,
            details,
            minor,
            self._sections(kind, after, self.new),
        )

    def inside(self, before: Written, after: Written) -> "_Both":
        """The same two states, seen from a section: its steps and scripts are known by their ids."""
        if isinstance(before, Section) and isinstance(after, Section):
            return replace(self, within=(before, after))
        return self

    def _seen(self, before: Written) -> Any:
        """What is seen of a thing of the old state, with the ids in it that became others."""
        return printed(before, self.renamed)

    def details(self, before: Written, after: Written, where: str = "", binds: bool = True) -> Iterator[FieldChange]:
        for attribute, spec in specs(type(after)).items():
            if attribute in _APART or isinstance(spec.reads, Name):
                continue
            a, b = getattr(before, attribute), getattr(after, attribute)
            if isinstance(after, Part) and attribute == "sections":  # where a section stands is told of the section
                a, b = (tuple(one for one in entries if isinstance(one, Planned)) for entries in (a, b))
            if attribute == "open":
                a, b = self._asked(type(after), a), self._asked(type(after), b)
            told = field_label(type(after), attribute).to(self.language)
            for one in self._field(told, spec.reads, a, b, where, binds and spec.weight == NORMATIVE):
                yield one if one.what != told else replace(one, key=spec.key)

    def _field(self, told: str, reads: Reading, a: Any, b: Any, where: str, binds: bool) -> Iterator[FieldChange]:
        if isinstance(reads, Many) and isinstance(reads.of, Record | Either):
            yield from self._list(a, b, where, binds)
        elif isinstance(reads, Record) and a is not None and b is not None:
            yield from self.details(a, b, " · ".join(part for part in (where, told) if part), binds)
        elif isinstance(reads, Record):
            if a is not b:
                yield self._came_or_went(told, a, b, where, binds)
        elif canonical(reads, self._same(reads, a)) != canonical(reads, b):
            if isinstance(reads, Many) and isinstance(reads.of, Text) and a and b:
                a, b = self._apart(reads, a, b)
            before, after = self._shown(reads, a, self.old), self._shown(reads, b, self.new)
            action: Action = "added" if not before else "removed" if not after else "changed"
            yield FieldChange(told, action, before, after, where, binds)

    def _apart(self, reads: Many, a: tuple[Any, ...], b: tuple[Any, ...]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        """Of two lists what only one of them has: of twenty rights that stayed nobody reads again. Whole if their order changed."""
        was = [canonical(reads.of, self._same(reads.of, one)) for one in a]
        now = [canonical(reads.of, one) for one in b]
        same = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
        kept_before = {block.a + at for block in same for at in range(block.size)}
        kept_now = {block.b + at for block in same for at in range(block.size)}
        went = tuple(one for at, one in enumerate(a) if at not in kept_before)
        came = tuple(one for at, one in enumerate(b) if at not in kept_now)
        stays = {at for at in range(len(a)) if at not in kept_before and was[at] in now}
        return (a, b) if stays else (went, came)

    def _list(self, a: Sequence[Written], b: Sequence[Written], where: str, binds: bool) -> Iterator[FieldChange]:
        found = pairs(a, b)
        numbers = {id(one): number for number, one in enumerate(a)}
        kept = [numbers[id(before)] for before, after in found if before is not None and after is not None]
        elsewhere = moved(sorted(kept), kept)
        for before, after in found:
            if before is None or after is None:
                one = after if before is None else before
                assert one is not None
                told = self._named(one, self.old if after is None else self.new)
                yield self._came_or_went(told, before, after, where, binds)
            else:
                told = self._named(after, self.new)
                inside = " · ".join(part for part in (where, told) if part)
                ids = getattr(before, "id", ""), getattr(after, "id", "")
                if ids[0] != ids[1]:
                    yield FieldChange(told, "renamed", *ids, where, binds)
                if numbers[id(before)] in elsewhere:
                    places = str(numbers[id(before)] + 1), str(b.index(after) + 1)
                    yield FieldChange(told, "moved", *places, where, binds)
                yield from self.details(before, after, inside, binds)

    def _came_or_went(self, told: str, a: Written | None, b: Written | None, where: str, binds: bool) -> FieldChange:
        before = self._whole(a, self.old) if a is not None else ""
        after = self._whole(b, self.new) if b is not None else ""
        return FieldChange(told, "removed" if b is None else "added", before, after, where, binds)

    def _place(self, kind: str, before: Item, after: Item) -> Iterator[FieldChange]:
        """Where a section or a touchpoint stands, if that is elsewhere than before."""
        if kind not in self.elsewhere:
            return
        (group, stood), (now, stands) = _place_of(before, self.old), _place_of(after, self.new)
        if group != now or _id(after) in self.elsewhere[kind]:
            told = (_PLACE if kind == "section" else _STAGE).to(self.language)
            yield FieldChange(told, "moved", stood, stands, normative=kind == "touchpoint")

    def _sections(self, kind: str, thing: Item, handbook: Handbook) -> tuple[str, ...]:
        if isinstance(thing, Section):
            return (thing.id,)
        if kind != "touchpoint" and not KINDS[kind].key:
            return ()
        name = f"{kind}:{_id(thing)}"
        return tuple(section.id for section in handbook.sections if name in grounds(section, handbook))

    # How things are compared and shown

    def _same(self, reads: Reading, value: Any) -> Any:
        """A value of the old state, with the ids in it that became others."""
        if isinstance(value, tuple):
            of = reads.of if isinstance(reads, Many) else reads
            return tuple(self._same(of, one) for one in value)
        if not isinstance(value, str):
            return value
        if isinstance(reads, Ref):
            head, slash, id = value.rpartition("/")
            start, colon, id = id.rpartition(":")
            id = next((now for kind in reads.kinds if (now := self.renamed.get(kind, {}).get(id))), id)
            head = self.renamed.get("journey", {}).get(head, head)
            return f"{head}{slash}{start}{colon}{id}"
        return _NAMES.sub(self._now, value) if isinstance(reads, Text) else value

    def _now(self, found: re.Match[str]) -> str:
        kind = (found["kind"] or "fact:")[:-1]
        return found["kind_or_open"] + self.renamed.get(kind, {}).get(found["id"], found["id"])

    def _shown(self, reads: Reading, value: Any, handbook: Handbook) -> str:
        """A value as the page has it."""
        if value is None or value == "" or value == () or value is False:
            return ""
        written = value if isinstance(value, tuple) else (value,)
        told = values_told(reads, written, handbook, self.language, self.within[handbook is self.new])
        return "; ".join("\n".join(label(line, handbook) for line in one.text.strip().splitlines()) for one in told)

    def _whole(self, item: Written, handbook: Handbook) -> str:
        """All that is said in a piece that came or went."""
        parts: list[str] = []
        for attribute, spec in specs(type(item)).items():
            value = getattr(item, attribute)
            if attribute in _APART or isinstance(spec.reads, Name) or value in (None, "", (), False):
                continue
            nested = value if isinstance(value, tuple) else (value,)
            if isinstance(nested[0], Written):
                parts += [self._whole(one, handbook) for one in nested]
            else:
                parts.append(self._shown(spec.reads, value, handbook))
        return " · ".join(parts)

    def _named(self, item: Written, handbook: Handbook) -> str:
        kind, field = piece_named(type(item))
        declared, value = specs(type(item)).get(field), getattr(item, field, "")
        first = value[:1] if isinstance(value, tuple) else value
        text = first_sentence(self._shown(declared.reads, first, handbook))[0].rstrip(".") if declared else ""
        quoted = title_in_quotes(text, self.language) if text else ""
        return f"{kind.to(self.language) if kind else ''} {quoted}".strip()

    def _asked(self, owner: type, questions: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Questions that are open, behind the names of their fields."""
        labels = {spec.key: field_label(owner, attribute) for attribute, spec in specs(owner).items()}
        return tuple((labels[key].to(self.language) if key in labels else key, asked) for key, asked in questions)

    def _title(self, item: Any, handbook: Handbook) -> str:
        return label(known_as(item), handbook)


_NAMES = re.compile(rf"(?P<kind_or_open>\{{\{{[ \t\u00a0]*|(?P<kind>(?:{'|'.join(KINDS)}):))(?P<id>[a-z0-9-]+)")


def _roles(changes: Iterable[ThingChange], old: Handbook, new: Handbook) -> tuple[str, ...]:
    found: set[str] = set()
    for change in changes:
        if not change.major:
            continue
        for handbook, id in ((old, change.was or change.id), (new, change.id)):
            if change.kind == "role":
                found.add(id)
            elif change.kind == "touchpoint" and id in handbook.touchpoint:
                found.add(handbook.touchpoint[id].role)
            elif change.kind == "section" and id in handbook.section:
                section = handbook.section[id]
                found |= {*section.performer, *(step.who for step in section.steps)}
                found |= {one.pass_on.to for one in section.conflicts if one.pass_on}
    return tuple(role.id for role in new.roles if role.id in found)


def _again(changes: Iterable[ThingChange], new: Handbook) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A section is read again if it changed, or a fact or a picture that stands in it."""
    wanted = {
        section
        for change in changes
        if change.major and change.kind in ("section", "fact", OWN_LOOK)
        for section in change.sections
    }
    made = []
    for role in new.roles:
        ids = [section.id for _, sections in reading(role, new) for section in sections if section.id in wanted]
        if ids:
            made.append((role.id, tuple(one.id for one in new.sections if one.id in ids)))
    return tuple(made)
