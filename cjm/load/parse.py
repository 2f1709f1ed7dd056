"""The path and the bytes of one file in, what it says by itself out: things, ids, references, problems.

Nothing here knows of a second file, so that what was parsed stays true for as long as the file has these bytes.
"""

import fnmatch
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

import yaml

from cjm.language.letters import nearest
from cjm.language.signs import LINE_ENDS, as_read, unseen
from cjm.load.compose import compose
from cjm.load.decode import decode, forbidden
from cjm.load.diagnosis import MendedText, at_offset, diagnosed, no_yaml, symptom
from cjm.load.folder import Unreadable, kept_as
from cjm.load.read import UNREAD, Named, OpenFile, Wanted, is_nothing, read_item, reader, unknown_key
from cjm.model.files import FILE_KINDS, FileKind
from cjm.model.handbook import Problem
from cjm.model.place import Place

_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s*#[^\n]*\n)*\s*(section|journey):[ \t]*([A-Za-z0-9_-]+)")


@dataclass(frozen=True, slots=True)
class Parsed:
    """One file, read alone. Whoever links it changes nothing in it: many handbooks may share it."""

    file: str
    text: str | None = None  # decoded; None where the file is none of the handbook's sources
    things: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)  # by the attribute of Handbook they belong to
    named: tuple[Named, ...] = ()
    references: tuple[Wanted, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: bool = False  # what may stand in it is unknown, not missing
    raw: bytes | None = None  # of a file that is no text of an author: what it is, as it is


def parse(file: str, raw: bytes | Unreadable) -> Parsed:
    """What the file at the path `file` (with `/`) says. Never raises for what an author wrote."""
    if kept_as(file):
        return Parsed(file, raw=raw if isinstance(raw, bytes) else None)
    kind = _kind(file)
    elsewhere = _misplaced(file, kind, raw) if isinstance(raw, bytes) else None
    if elsewhere is not None:
        return Parsed(file, problems=(elsewhere,))
    if kind is None or (isinstance(raw, Unreadable) and raw.form in ("extension", "folder-unread")):
        form = raw.form if isinstance(raw, Unreadable) and raw.form in ("extension", "folder-unread") else "file"
        near = nearest(file, [known.pattern for known in FILE_KINDS])
        values = {"file": file, "near": near, "detail": getattr(raw, "detail", "")}
        # `no-show.YML`: what may stand in it is unknown, not missing.
        return Parsed(
            file, problems=(Problem("unknown-key", form, Place(file, 1, 1), values),), unread=kind is not None
        )
    written = raw if isinstance(raw, Unreadable) else decode(raw)
    if isinstance(written, Unreadable):
        return Parsed(file, "", problems=(_unreadable(file, written),), unread=True)
    text = as_read(written)
    parsed = _read(MendedText(file, text, text), kind)
    if parsed.problems or ">>>>>>>" in text or any(sign in text for sign in LINE_ENDS):
        problems, mended = diagnosed(file, text, lambda other: _read(other, kind).problems)
        if no_yaml(parsed.problems) or any(problem.form == "conflict" for problem in problems):
            return Parsed(file, text, problems=problems, unread=True)
        if mended.edits:  # what follows from a cause is not said: the file is taken as it was meant
            parsed = _read(mended, kind)
        parsed = replace(parsed, text=text, problems=problems)
    hidden = tuple(_hidden(file, text, at, sign) for at, sign in unseen(written)) if text is not written else ()
    return replace(parsed, problems=parsed.problems + hidden[:1]) if hidden else parsed


# Private functions


def _kind(file: str) -> FileKind | None:
    name = str(PurePosixPath(file).with_suffix(".yml"))
    return next((kind for kind in FILE_KINDS if fnmatch.fnmatchcase(name, kind.pattern)), None)


def _misplaced(file: str, kind: FileKind | None, raw: bytes) -> Problem | None:
    """That a section or a journey lies where others lie: what may refer to it is right, only the place is wrong."""
    head = _HEAD.match(raw)
    if head is None or (kind is not None and kind.name == head[1].decode()):
        return None
    home = next(known.pattern for known in FILE_KINDS if known.name == head[1].decode())
    values = {"home": home.replace("*", head[2].decode())}
    return Problem("unreadable", "misplaced", Place(file, 1, 1), values)


def _unreadable(file: str, reason: Unreadable) -> Problem:
    return Problem("unreadable", reason.form, Place(file, reason.line, reason.column), {"detail": reason.detail})


def _hidden(file: str, text: str, at: int, sign: str) -> Problem:
    """An invisible sign: it is not read, and harms whoever reads the file with another program."""
    start = max(0, at - 1)
    place = replace(at_offset(file, text, start), end=start + 1)
    return Problem("unknown-key", "hidden", place, {"sign": f"U+{ord(sign):04X}"}, ((place, text[start : start + 1]),))


def _headless(page: OpenFile, problem: Problem, key: str, line: str) -> Problem:
    """The problem of a file whose first line is lost, with that line as its repair."""
    if problem.form not in ("missing", "not-a-mapping") or problem.values.get("key", "") != key:
        return problem
    start = replace(problem.place, end=problem.place.start)
    return replace(problem, form="headless", values={"line": line.strip()}, repair=((start, line),))


def _read(here: MendedText, kind: FileKind) -> Parsed:
    """A text read by itself, whatever it holds."""
    root = _root(here)
    if isinstance(root, Problem):
        return Parsed(here.file, here.text, problems=(root,), unread=True)
    page = OpenFile(here.file, here.text, here.mark if here.edits else None)
    things = _things(page, root, kind)
    lost = not any(things.values()) and bool(
        page.problems
    )  # the head is wrong: what stands below it is unknown, not missing
    return Parsed(here.file, here.text, things, tuple(page.named), tuple(page.references), tuple(page.problems), lost)


def _root(here: MendedText) -> yaml.Node | Problem:
    """The root node of a file, or why there is none."""
    offset = forbidden(here.text)
    if offset is not None:
        detail = f"U+{ord(here.text[offset]):04X}"
        return Problem(
            "unreadable",
            "control",
            here.place(offset, offset + 1),
            {"detail": detail},
            ((here.place(offset, offset + 1), ""),),
        )
    try:
        root = compose(here.text)
    except yaml.YAMLError as error:
        return symptom(here, error)
    if isinstance(root, Unreadable):
        return _unreadable(here.file, root)
    if root is None or is_nothing(root):
        return Problem("unreadable", "empty", Place(here.file, 1, 1), {})
    return root


def _things(page: OpenFile, root: yaml.Node, kind: FileKind) -> Mapping[str, tuple[Any, ...]]:
    """What stands in the file, by the attribute of Handbook that it belongs to."""
    if kind.item is not None:
        item = read_item(page, root, kind.item)
        if item is UNREAD:
            return {}
        stem = PurePosixPath(page.file).stem
        if "*" in kind.pattern and item.id and item.id != stem:
            page.problems.append(Problem("schema", "file-name", item.at(kind.name), {"id": item.id, "file": stem}))
        if "*" in kind.pattern and not item.id:
            page.problems = [_headless(page, one, kind.name, f"{kind.name}: {stem}\n") for one in page.problems]
        return {"outline" if kind.name == "handbook" else f"{kind.name}s": (item,)}
    if not isinstance(root, yaml.MappingNode):
        page.problem("schema", "not-a-mapping", root, keys=", ".join(key for key, _, _ in kind.lists))
        if isinstance(root, yaml.SequenceNode) and len(kind.lists) == 1:
            page.problems = [_headless(page, one, "", f"{kind.lists[0][0]}:\n") for one in page.problems]
        return {}
    known = {key: (attribute, reading) for key, attribute, reading in kind.lists}
    seen: dict[str, int] = {}
    things: dict[str, tuple[Any, ...]] = {}
    for key_node, value_node in root.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
        if key in seen:
            page.problem("unreadable", "duplicate-key", key_node, key=key, first=str(seen[key]))
        elif key not in known:
            unknown_key(page, key, key_node, known)
        elif not is_nothing(value_node):
            attribute, reading = known[key]
            elements = value_node.value if isinstance(value_node, yaml.SequenceNode) else [value_node]
            values = (reader(reading)(page, element, key) for element in elements)
            things[attribute] = tuple(value for value in values if value is not UNREAD)
        seen[key] = key_node.start_mark.line + 1
    return things
