"""The bytes of all files in, one Handbook out: reads each file, then follows every reference between them."""

import fnmatch
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

import yaml

from cjm.gc_pause import collector_resting
from cjm.language.letters import nearest
from cjm.load import references
from cjm.load.compose import compose
from cjm.load.decode import decode, forbidden
from cjm.load.diagnosis import at_offset, from_error
from cjm.load.folder import Unreadable, is_approved_text
from cjm.load.read import UNREAD, Page, is_nothing, read_item, reader
from cjm.model.files import FILE_KINDS, FileKind
from cjm.model.handbook import Handbook, Problem
from cjm.model.place import Place


@collector_resting()
def load(files: Mapping[str, bytes | Unreadable]) -> Handbook:
    """The handbook that `files` (path with `/` -> bytes) describe. Never raises for what an author wrote."""
    parts: dict[str, list[Any]] = {}
    pages: list[Page] = []
    unread: set[str] = set()
    sources: dict[str, str] = {}
    problems: list[Problem] = []
    texts = {PurePosixPath(file).stem: files[file] for file in sorted(files) if is_approved_text(file)}
    for file in sorted(files):
        if is_approved_text(file):
            continue
        kind = _kind(file)
        if kind is None:
            near = nearest(file, [known.pattern for known in FILE_KINDS])
            problems.append(Problem("unknown-key", "file", Place(file, 1, 1), {"file": file, "near": near}))
            continue
        page, root = _open(file, files[file])
        pages.append(page)
        sources[file] = page.text
        if root is None:
            unread.add(file)
        else:
            _read(page, root, kind, parts)
    known = references.gather(pages, frozenset(unread))
    for page in pages:
        problems.extend(page.problems)
    problems.extend(references.check(pages, known))
    problems.extend(references.earlier("section", parts.get("sections", ()), known))
    problems.extend(references.earlier("journey", parts.get("journeys", ()), known))
    outline = parts.pop("outline", [])
    handbook: dict[str, Any] = {attribute: tuple(values) for attribute, values in parts.items()}
    if outline:
        handbook["outline"] = outline[0]
        order = [entry.id for part in outline[0].parts for entry in part.sections]
        place = {section: number for number, section in reversed(list(enumerate(order)))}
        handbook["sections"] = tuple(
            sorted(handbook.get("sections", ()), key=lambda section: place.get(section.id, len(order)))
        )
        ways = {journey: number for number, journey in reversed(list(enumerate(outline[0].journeys)))}
        handbook["journeys"] = tuple(
            sorted(handbook.get("journeys", ()), key=lambda journey: ways.get(journey.id, len(ways)))
        )
    problems.sort(key=lambda problem: problem.place)
    handbook["approved_texts"] = {name: raw for name, raw in texts.items() if isinstance(raw, bytes)}
    return Handbook(**handbook, problems=tuple(problems), sources=sources, unread=frozenset(unread))


# Private functions


def _kind(file: str) -> FileKind | None:
    name = str(PurePosixPath(file).with_suffix(".yml"))
    return next((kind for kind in FILE_KINDS if fnmatch.fnmatchcase(name, kind.pattern)), None)


def _open(file: str, raw: bytes | Unreadable) -> tuple[Page, yaml.Node | None]:
    """The page of a file with its root node, None where it cannot be read."""
    text = raw if isinstance(raw, Unreadable) else decode(raw)
    if isinstance(text, Unreadable):
        page = Page(file, "")
        page.problems.append(Problem("unreadable", text.form, Place(file, 1, 1), {"detail": text.detail}))
        return page, None
    page = Page(file, text)
    offset = forbidden(text)
    if offset is not None:
        detail = f"U+{ord(text[offset]):04X}"
        page.problems.append(Problem("unreadable", "control", at_offset(file, text, offset), {"detail": detail}))
        return page, None
    try:
        root = compose(text)
    except yaml.YAMLError as error:
        page.problems.append(from_error(file, text, error))
        return page, None
    if isinstance(root, Unreadable):
        page.problems.append(Problem("unreadable", root.form, Place(file, 1, 1), {"detail": root.detail}))
        return page, None
    if root is None or is_nothing(root):
        page.problems.append(Problem("unreadable", "empty", Place(file, 1, 1), {}))
        return page, None
    return page, root


def _read(page: Page, root: yaml.Node, kind: FileKind, parts: dict[str, list[Any]]) -> None:
    if kind.item is not None:
        item = read_item(page, root, kind.item)
        if item is UNREAD:
            return
        parts.setdefault("outline" if kind.name == "handbook" else f"{kind.name}s", []).append(item)
        stem = PurePosixPath(page.file).stem
        if "*" in kind.pattern and item.id and item.id != stem:
            page.problems.append(Problem("schema", "file-name", item.at(kind.name), {"id": item.id, "file": stem}))
        return
    if not isinstance(root, yaml.MappingNode):
        page.problem("schema", "not-a-mapping", root, keys=", ".join(key for key, _, _ in kind.lists))
        return
    known = {key: (attribute, reading) for key, attribute, reading in kind.lists}
    seen: dict[str, int] = {}
    for key_node, value_node in root.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
        if key in seen:
            page.problem("unreadable", "duplicate-key", key_node, key=key, first=str(seen[key]))
        elif key not in known:
            near = nearest(key, known)
            page.problem("unknown-key", "near" if near else "none", key_node, key=key, near=near, keys=", ".join(known))
        elif not is_nothing(value_node):
            attribute, reading = known[key]
            elements = value_node.value if isinstance(value_node, yaml.SequenceNode) else [value_node]
            values = (reader(reading)(page, element, key) for element in elements)
            parts.setdefault(attribute, []).extend(value for value in values if value is not UNREAD)
        seen[key] = key_node.start_mark.line + 1
