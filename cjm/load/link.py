"""All files parsed in, one Handbook out: puts together what each file holds and follows every reference between them."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Any

from cjm.load import references
from cjm.load.folder import kept_as
from cjm.load.parse import Parsed
from cjm.model.handbook import Handbook
from cjm.model.shared import SHARED


def link(parsed: Iterable[Parsed]) -> Handbook:
    """The handbook that the files make, in whatever order they come."""
    files = references.without_copies(sorted(parsed, key=lambda one: one.file))
    files += references.missing(files)
    known = references.known_ids(files)
    problems = [problem for one in files for problem in one.problems]
    problems.extend(references.check(files, known))
    held: dict[str, list[Any]] = {}
    for one in files:
        for attribute, things in one.things.items():
            held.setdefault(attribute, []).extend(things)
    for kind in ("section", "journey"):
        problems.extend(references.earlier(kind, held.get(f"{kind}s", ()), known))
    outlines = held.pop("outline", [])
    shared = {kind.name: tuple(held.pop(kind.name)) for kind in SHARED if kind.name in held}
    parts: dict[str, Any] = {attribute: tuple(things) for attribute, things in held.items()}
    if outlines:
        outline = parts["outline"] = outlines[0]
        order = [entry.id for part in outline.parts for entry in part.sections]
        parts["sections"] = _ordered(parts.get("sections", ()), order)
        parts["journeys"] = _ordered(parts.get("journeys", ()), outline.journeys)
    kept: dict[str, dict[str, bytes]] = {}
    for one in files:
        if one.raw is not None:
            kept.setdefault(kept_as(one.file), {})[one.file] = one.raw
    return Handbook(
        **parts,
        shared=shared,
        approved_texts={PurePosixPath(file).stem: raw for file, raw in kept.get("approved_texts", {}).items()},
        editions={PurePosixPath(file).stem: raw for file, raw in kept.get("editions", {}).items()},
        look=kept.get("look", {}),
        problems=tuple(sorted(problems, key=lambda problem: problem.place)),
        sources={one.file: one.text for one in files if one.text is not None},
        unread=known.unread,
    )


# Private functions


def _ordered(things: Iterable[Any], ids: Sequence[str]) -> tuple[Any, ...]:
    """The things as `ids` name them first; those it leaves out stand last, as they came."""
    place = {id: number for number, id in reversed(list(enumerate(ids)))}
    return tuple(sorted(things, key=lambda thing: place.get(thing.id, len(ids))))
