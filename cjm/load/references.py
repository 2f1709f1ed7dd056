"""The ids given and the ids pointed to in, the Problems of those that do not meet out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from cjm.language import letters
from cjm.load.parse import Parsed
from cjm.load.read import Named, Wanted
from cjm.model.handbook import Problem
from cjm.model.journey import Journey
from cjm.model.reference import Reference
from cjm.model.registry import KINDS
from cjm.model.section import Section


@dataclass(frozen=True, slots=True)
class Known:
    """Every id of the handbook by kind and scope, and which files could not be read."""

    ids: dict[tuple[str, str], dict[str, Named]]
    doubles: tuple[tuple[Named, Named], ...]  # an id given again, with the place where it was given first
    unread: frozenset[str]
    listed: frozenset[str]  # the sections that handbook.yml names

    def may_be_unread(self, kind: str, id: str) -> bool:
        """Whether `id` may stand in a file that could not be read, so that nothing can be said of it."""
        home = KINDS[kind]
        if home.local:
            return False
        while home.inside:
            home = KINDS[home.inside]
        wanted = home.file.replace("*", id) if kind == "section" else home.file
        return any(fnmatchcase(str(PurePosixPath(file).with_suffix(".yml")), wanted) for file in self.unread)


def known_ids(files: Sequence[Parsed]) -> Known:
    """All ids of the files. A planned section that is written already counts once."""
    ids: dict[tuple[str, str], dict[str, Named]] = {}
    doubles = []
    for parsed in files:
        for named in parsed.named:
            here = ids.setdefault((named.kind, named.scope), {})
            first = here.get(named.id)
            if first is None:
                here[named.id] = named
            else:
                doubles.append((named, first))
    listed = frozenset(reference.id for parsed in files for reference in parsed.references if reference.in_order)
    unread = frozenset(parsed.file for parsed in files if parsed.unread)
    return Known(ids, tuple(doubles), unread, listed)


def check(files: Sequence[Parsed], known: Known) -> Iterator[Problem]:
    """The ids that are given twice, and the references that lead nowhere or to the wrong kind of thing."""
    for again, first in known.doubles:
        where = f"{first.place.file}:{first.place.line}"
        yield Problem("duplicate-id", "id", again.place, {"kind": again.kind, "id": again.id, "first": where})
    for parsed in files:
        for reference in parsed.references:
            problem = _follow(reference, parsed.file, known)
            if problem is not None:
                yield problem


def earlier(kind: str, items: Iterable[Section | Journey], known: Known) -> Iterator[Problem]:
    """The earlier ids that are no ids, belong to something today, or are claimed twice: an old address opens one page."""
    taken = {id: named.place for id, named in known.ids.get((kind, ""), {}).items()}
    for item in items:
        for number, id in enumerate(item.was):
            place = item.at("was", number)
            if not letters.is_id(id):
                yield Problem("bad-id", "was", place, {"id": id, "better": letters.as_id(id), "letters": ""})
            elif id in taken:
                where = f"{taken[id].file}:{taken[id].line}"
                yield Problem("duplicate-id", "was", place, {"kind": kind, "id": id, "first": where})
            taken.setdefault(id, place)


# Private functions


def _follow(reference: Wanted, file: str, known: Known) -> Problem | None:
    named = Reference.parse(reference.id, reference.kinds)
    kinds, id, journey = (named.kind,) if named.kind else reference.kinds, named.id, ""
    if named.within:
        kind, inner = named.target
        if kind == "touchpoint":
            kinds, id, journey = (kind,), inner, named.id
        elif (holder := known.ids.get((named.kind, ""), {}).get(named.id)) is not None:
            kinds, id, file = (kind,), inner, holder.place.file
        else:
            id = f"{named.id}/{inner}"
    elif not named.kind and KINDS[kinds[0]].local:
        kinds = kinds[:1]  # another section must be named section:id
    wanted = [known.ids.get((kind, file if KINDS[kind].local else ""), {}) for kind in kinds]
    for ids in wanted:
        if id in ids:
            return _in_journey(reference, journey, ids[id])
    if any(known.may_be_unread(kind, id) for kind in kinds) or reference.in_order:
        return None
    if "section" in kinds and id in known.listed:
        # Rule 501 says once that the section is missing; only the touchpoints that lose their standard say so too.
        if not file.startswith("touchpoints/"):
            return None
        return Problem("unknown-reference", "unwritten", reference.place, {"kind": "section", "id": id})
    values = {"kind": kinds[0], "id": id}
    twin = letters.latin_twin(id)
    if twin != id and any(twin in ids for ids in wanted):
        return Problem(
            "unknown-reference",
            "look-alike",
            reference.place,
            values | {"near": twin, "letters": letters.strangers(id)},
        )
    near = letters.nearest(id, [name for ids in wanted for name in ids])
    if near and _alike(id, near):
        return Problem(
            "unknown-reference", "near", reference.place, values | {"near": near, "where": _where(wanted, near)}
        )
    for (kind, scope), ids in known.ids.items():
        if id in ids and not scope:
            return Problem("wrong-kind", "kind", reference.place, values | {"other": kind, "near": near})
    if near:
        return Problem(
            "unknown-reference", "near", reference.place, values | {"near": near, "where": _where(wanted, near)}
        )
    some = ", ".join([name for ids in wanted for name in ids][:6])
    return Problem("unknown-reference", "none" if some else "none-at-all", reference.place, values | {"some": some})


def _alike(one: str, other: str) -> bool:
    """Whether two ids differ by little more than a slip of the finger."""
    return abs(len(one) - len(other)) <= 2 and one[:1] == other[:1] and len(set(one) ^ set(other)) <= 2


def _where(wanted: list[dict[str, Named]], id: str) -> str:
    place = next(ids[id].place for ids in wanted if id in ids)
    return f"{place.file}:{place.line}"


def _in_journey(reference: Wanted, journey: str, found: Named) -> Problem | None:
    """`renewal/offer` must name a touchpoint of the journey `renewal`."""
    if not journey:
        return None
    stem = PurePosixPath(found.place.file).stem
    if journey == stem:
        return None
    values = {
        "kind": "touchpoint",
        "id": reference.id,
        "near": f"{stem}/{found.id}",
        "where": f"{found.place.file}:{found.place.line}",
    }
    return Problem("unknown-reference", "near", reference.place, values)
