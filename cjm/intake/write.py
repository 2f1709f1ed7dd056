"""The files of a handbook, a plan and what the same document left the last time in, the files with its drafts out.

Three-way: what nobody edited follows the document; what the author changed stays, and is told where the document changed too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from cjm.edit import Changed, FieldPlace, Refused, YamlValue, changed, drop_field, insert, remove, set_field
from cjm.edit.layout import column
from cjm.edit.render import as_read_back, behind_dash
from cjm.edit.tree import Node, Tree, parse_tree
from cjm.intake.memory import ImportMemory, Trace, memory_file, side_file, value_digest
from cjm.intake.plan import Draft, IntakePlan
from cjm.language.says import Says
from cjm.load import Files, Unreadable
from cjm.model import Place
from cjm.model.fields import specs
from cjm.model.registry import KINDS

_OUTLINE = "guideline/handbook.yml"
_UNREAD = Says("{file} не читается: сначала исправьте его", "{file} cannot be read: mend it first")


@dataclass(frozen=True, slots=True)
class Stays:
    """What the author has changed or taken away and the document says otherwise: it stays as the author has it."""

    name: str  # kind:id
    key: str  # the field; empty where the thing is gone
    why: Literal["edited", "gone", "left"]


@dataclass(frozen=True, slots=True)
class Drafted:
    """What becomes of the files, which things are new, which follow the document, and what stays as the author has it."""

    files: tuple[Changed, ...]
    made: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    kept: tuple[Stays, ...] = ()
    side: Mapping[str, bytes] = field(default_factory=dict)


def drafted(files: Files, plan: IntakePlan, memory: ImportMemory) -> Drafted:
    """The files with all drafts of the plan. Raises Refused; nothing is half done."""
    work = _Desk(files)
    made: list[str] = []
    updated: list[str] = []
    kept: list[Stays] = []
    things: dict[str, Trace] = {}
    for draft in plan.drafts:
        if draft.reused:
            continue
        file = _file(draft)
        fields = {key: value_digest(as_read_back(value)) for key, value in draft.value.items()}
        before = memory.things.get(draft.name)
        node = work.node(draft, file)
        things[draft.name] = Trace(file, fields)
        if before is None:
            if node is None:
                made.append(draft.name)
        elif node is None:
            kept.append(Stays(draft.name, "", "gone"))
        elif before.fields != fields:
            told = tuple(work.follow(draft, file, before.fields, fields))
            kept.extend(Stays(draft.name, key, "edited") for key in told)
            if len(told) < sum(before.fields.get(key) != one for key, one in fields.items()):
                updated.append(draft.name)
    work.add([one for one in plan.drafts if one.name in set(made)], dict(plan.parts))
    for name, one in memory.things.items():
        if name not in things:
            kept.append(Stays(name, "", "left"))
            things[name] = one
    side = {side_file(plan.document): memory_file(plan, things)}
    return Drafted(work.changes(), tuple(made), tuple(updated), tuple(kept), side)


# Private functions


def _file(draft: Draft) -> str:
    kind = "section" if draft.kind == "planned" else draft.kind
    return _OUTLINE if draft.kind == "planned" else KINDS[kind].file.replace("*", draft.id)


class _Desk:
    """The files while drafts are written into them."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.now: dict[str, str] = {}

    def text(self, file: str) -> str:
        if file not in self.now:
            raw = self.files.get(file, b"")
            if isinstance(raw, Unreadable):
                raise Refused(_UNREAD, file=file)
            self.now[file] = raw.decode("utf-8-sig")
        return self.now[file]

    def changes(self) -> tuple[Changed, ...]:
        made = []
        for file, text in sorted(self.now.items()):
            raw = self.files.get(file, b"")
            before = raw if isinstance(raw, bytes) else b""
            after = (b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b"") + text.encode()
            if after != before:
                made.append(Changed(file, before, after))
        return tuple(made)

    def node(self, draft: Draft, file: str) -> Node | None:
        """The map in which the thing stands now."""
        found = self.listed(draft, file)
        return found[1] if found else None

    def listed(self, draft: Draft, file: str) -> tuple[int, Node] | None:
        """The thing and its number in its list, -1 where it is a file's only one."""
        if not self.text(file).strip():
            return None
        tree = parse_tree(file, self.text(file))
        if tree.root is None:
            return None
        if draft.kind == "planned":
            parts = tree.root.field("parts")
            for part in parts.children if parts else ():
                listed = part.field("sections") if part.kind == "map" else None
                for number, one in enumerate(listed.children if listed else ()):
                    if one.kind == "map" and _says(one, "planned") == draft.id:
                        return number, one
            return None
        if "*" in KINDS[draft.kind].file:
            return -1, tree.root
        entries = tree.root.field(KINDS[draft.kind].key)
        for number, one in enumerate(entries.children if entries else ()):
            if one.kind == "map" and _says(one, "id") == draft.id:
                return number, one
        return None

    def follow(self, draft: Draft, file: str, before: Mapping[str, str], wanted: Mapping[str, str]) -> Iterator[str]:
        """Make the thing what the document says now, field by field; the keys that its author has changed are told."""
        for key in wanted:
            found = self.listed(draft, file)
            if found is None or before.get(key) == wanted[key]:
                continue
            tree, (_, node) = parse_tree(file, self.text(file)), found
            there = node.field(key)
            current = value_digest(tree.data_of(there)) if there is not None else None
            if current == wanted[key]:
                continue
            if current != before.get(key) or (key == "open" and current is None):
                yield key
                continue
            value = draft.value[key]
            place = FieldPlace(Place(file, 1, 1, start=node.start), key, _behind(draft, key))
            text = self.text(file)
            if isinstance(value, str):
                self.now[file] = changed(text, set_field(text, place, value))
                continue
            if isinstance(value, Mapping):
                self.replace_map(tree, file, place, value)
                continue
            text = changed(text, drop_field(text, place)) if there is not None else text
            for one in value:
                text = changed(text, insert(text, place, one))
            self.now[file] = text

    def replace_map(self, tree: Tree, file: str, place: FieldPlace, value: Mapping[str, YamlValue]) -> None:
        """Questions that the document answers now are gone, those that it raises are there."""
        text = self.text(file)
        holder = tree.map_at(place.holder.start)
        there = holder.field(place.key) if holder else None
        if there is None:
            return
        inner = replace(place, holder=replace(place.holder, start=there.start))
        for key, _ in there.pairs[:-1] if not value else there.pairs:
            if key.value not in value and len(there.pairs) > 1:
                text = changed(text, drop_field(text, replace(inner, key=key.value, behind=None)))
        for one, words in value.items():
            if isinstance(words, str):
                text = changed(text, set_field(text, replace(inner, key=one, behind=None), words))
        self.now[file] = text

    def add(self, drafts: list[Draft], parts: Mapping[str, str]) -> None:
        """Write what is new: sections as files and into their parts, the rest at the ends of their lists."""
        new: dict[str, list[YamlValue]] = {}
        for draft in drafts:
            if draft.kind == "planned":
                new.setdefault(draft.within, []).append(draft.value)
            elif draft.kind == "section":
                self.now[_file(draft)] = behind_dash(draft.value, -2, 1, "\n") + "\n"
                if not self.written_now(draft.id):
                    new.setdefault(draft.within, []).append(draft.id)
            elif "*" in KINDS[draft.kind].file:
                self.now[_file(draft)] = behind_dash(draft.value, -2, 1, "\n") + "\n"
        for kind in dict.fromkeys(one.kind for one in drafts):
            if kind not in ("planned", "section") and "*" not in KINDS[kind].file:
                self.extend(KINDS[kind].file, KINDS[kind].key, [one.value for one in drafts if one.kind == kind])
        for part, sections in new.items():
            self.sections(part, parts.get(part, part), sections)

    def written_now(self, id: str) -> bool:
        """Put a section in the place of the entry that said that it is planned; whether there was one."""
        text = self.text(_OUTLINE)
        tree = parse_tree(_OUTLINE, text)
        parts = tree.root.field("parts") if tree.root else None
        for part in parts.children if parts else ():
            listed = part.field("sections") if part.kind == "map" else None
            for number, one in enumerate(listed.children if listed else ()):
                if one.kind == "map" and _says(one, "planned") == id:
                    place = FieldPlace(Place(_OUTLINE, 1, 1, start=part.start), "sections")
                    text = changed(text, insert(text, place, id, number))
                    self.now[_OUTLINE] = changed(text, remove(text, place, number + 1))
                    return True
        return False

    def extend(self, file: str, key: str, values: list[Mapping[str, YamlValue]]) -> None:
        """Put things at the end of a list, all at once where it is the end of its file: a table may have thousands."""
        text = self.text(file)
        root = parse_tree(file, text).root if text.strip() else None
        entries = root.field(key) if root else None
        if root is None or (entries is not None and len(root.pairs) == 1 and not entries.children):
            self.now[file] = _listed(f"{text[: root.start] if root else text}{key}:\n", 2, 1, values)
            return
        if (
            entries is not None
            and entries.kind == "list"
            and len(root.pairs) == 1
            and not entries.flow
            and "\r" not in text
        ):
            first = entries.children[0].start
            dash = text.rfind("-", 0, first)
            made = _listed(text.rstrip() + "\n", column(text, dash), first - dash - 1, values)
            wanted = [*parse_tree(file, text).data_of(entries), *map(as_read_back, values)]
            read = parse_tree(file, made)
            if read.root is not None and read.data() == ((key, wanted),):
                self.now[file] = made
                return
        for value in values:
            text = changed(text, insert(text, FieldPlace.of_file(file, key), value))
        self.now[file] = text

    def sections(self, part: str, title: str, entries: list[YamlValue]) -> None:
        text = self.text(_OUTLINE)
        tree = parse_tree(_OUTLINE, text)
        parts = tree.root.field("parts") if tree.root else None
        there = next(
            (one for one in (parts.children if parts else ()) if one.kind == "map" and _says(one, "id") == part), None
        )
        if there is None:
            value: YamlValue = {"id": part, "title": title, "sections": entries}
            self.now[_OUTLINE] = changed(text, insert(text, FieldPlace.of_file(_OUTLINE, "parts"), value))
            return
        for entry in entries:
            place = FieldPlace(Place(_OUTLINE, 1, 1, start=there.start), "sections")
            text = changed(text, insert(text, place, entry))
        self.now[_OUTLINE] = text


def _listed(text: str, margin: int, gap: int, values: list[Mapping[str, YamlValue]]) -> str:
    dash = f"{' ' * margin}-{' ' * gap}"
    return text + "".join(f"{dash}{behind_dash(one, margin, gap, chr(10))}\n" for one in values)


def _says(node: Node, key: str) -> str:
    found = node.field(key)
    return found.value if found is not None else ""


def _behind(draft: Draft, key: str) -> tuple[str, ...]:
    kind = "section" if draft.kind == "planned" else draft.kind
    keys = [spec.key for spec in specs(KINDS[kind].item).values()]
    return tuple(keys[: keys.index(key)]) if key in keys else ()
