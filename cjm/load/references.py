"""The ids given and the ids pointed to in, the Problems of those that do not meet out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from cjm.language import letters
from cjm.load.read import Named, Page, Reference
from cjm.model.fields import Kind
from cjm.model.handbook import Problem
from cjm.model.journey import Journey
from cjm.model.section import Section

_LOCAL = ("step", "script", "detail", "stage")
_HOME: dict[Kind, str] = {  # the file that defines a kind: while it cannot be read, nothing is said of its ids
    "role": "guideline/roles.yml", "fact": "guideline/facts.yml", "person": "guideline/handbook.yml",
    "channel": "guideline/handbook.yml", "part": "guideline/handbook.yml", "promise": "guideline/promises.yml",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """Every id of the handbook by kind and scope, and which files could not be read."""

    ids: dict[tuple[str, str], dict[str, Named]]
    doubles: tuple[tuple[Named, Named], ...]  # an id given again, with the place where it was given first
    unread: frozenset[str]
    listed: frozenset[str]  # the sections that handbook.yml names

    def may_be_unread(self, kind: Kind, id: str) -> bool:
        """Whether `id` may stand in a file that could not be read, so that nothing can be said of it."""
        if kind == "section":
            return any(PurePosixPath(file).stem == id for file in self.unread if file.startswith("guideline/sections/"))
        if kind in ("touchpoint", "journey"):
            return any(file.startswith("touchpoints/") for file in self.unread)
        return _HOME.get(kind, "") in self.unread


def gather(pages: list[Page], unread: frozenset[str]) -> Known:
    """All ids of the pages. A planned section that is written already counts once."""
    ids: dict[tuple[str, str], dict[str, Named]] = {}
    doubles = []
    for page in pages:
        for named in page.named:
            here = ids.setdefault((named.kind, named.scope), {})
            first = here.get(named.id)
            if first is None:
                here[named.id] = named
            else:
                doubles.append((named, first))
    listed = frozenset(reference.id for page in pages for reference in page.references if reference.in_order)
    return Known(ids, tuple(doubles), unread, listed)


def check(pages: list[Page], known: Known) -> Iterator[Problem]:
    """The ids that are given twice, and the references that lead nowhere or to the wrong kind of thing."""
    for again, first in known.doubles:
        where = f"{first.place.file}:{first.place.line}"
        yield Problem("duplicate-id", "id", again.place, {"kind": again.kind, "id": again.id, "first": where})
    for page in pages:
        for reference in page.references:
            problem = _follow(reference, page, known)
            if problem is not None:
                yield problem


def earlier(kind: Kind, items: Iterable[Section | Journey], known: Known) -> Iterator[Problem]:
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


def _follow(reference: Reference, page: Page, known: Known) -> Problem | None:
    journey, _, id = reference.id.rpartition("/") if "touchpoint" in reference.kinds else ("", "", reference.id)
    prefix, colon, rest = id.partition(":")
    kinds = reference.kinds
    if colon and prefix in kinds:
        kinds, id = (prefix,), rest
        section, _, step = rest.partition("/")
        if step and section in known.ids.get(("section", ""), {}):  # section:no-show/call names a step of it
            kinds, id = ("step",), step
            page = Page(known.ids["section", ""][section].place.file, "")
    elif len(kinds) > 1 and kinds[0] in _LOCAL:
        kinds = kinds[:1]  # another section must be named section:id
    wanted = [known.ids.get((kind, page.file if kind in _LOCAL else ""), {}) for kind in kinds]
    for ids in wanted:
        if id in ids:
            return _in_journey(reference, journey, ids[id])
    if any(known.may_be_unread(kind, id) for kind in kinds) or reference.in_order:
        return None
    if "section" in kinds and id in known.listed:
        # Rule 501 says once that the section is missing; only the touchpoints that lose their standard say so too.
        if not page.file.startswith("touchpoints/"):
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


def _in_journey(reference: Reference, journey: str, found: Named) -> Problem | None:
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
