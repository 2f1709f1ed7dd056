"""The ids given and the ids pointed to in, the Problems of those that do not meet out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import PurePosixPath

from cjm.language import letters
from cjm.load.diagnosis import at_offset
from cjm.load.parse import Parsed
from cjm.load.read import Named, Wanted
from cjm.model.handbook import Problem
from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.place import Place
from cjm.model.reference import FACT, Reference
from cjm.model.registry import KINDS, known_as
from cjm.model.section import Section

_KIND_OF = {kind.item: name for name, kind in KINDS.items()}
_MENTIONS = {"fact": FACT, "placeholder": re.compile(r"<[^\W\d_][^<>]{0,160}?>")}  # by which texts name things
_TELLING = 4  # letters: as many begin few titles
_SEVERAL = 3  # references into one file that is not there: fewer are told each by its own name


@dataclass(frozen=True)
class Known:
    """Every id of the handbook by kind and scope, and which files could not be read."""

    ids: dict[tuple[str, str], dict[str, Named]]
    doubles: tuple[tuple[Named, Named], ...]  # an id given again, with the place where it was given first
    unread: frozenset[str]
    lost: frozenset[str]  # the lists that a file lacks
    listed: frozenset[str]  # the sections that handbook.yml names
    files: Sequence[Parsed]

    def titled(self, kinds: Iterable[str], words: str) -> str:
        """The id of the one thing of these kinds that people know by `words`, or by what its title says before a colon;
        empty where there is none, or several."""
        wanted = _as_known(words)
        found = {
            id
            for kind in kinds
            for title, id in self.titles.get(kind, ())
            if wanted in (title, title.partition(":")[0])
        }
        return found.pop() if len(found) == 1 else ""

    def nearly_titled(self, kinds: Iterable[str], words: str) -> str:
        """The id of the one thing whose title begins so, or is most like these words; empty where there is none."""
        wanted, titles = _as_known(words), {title: id for kind in kinds for title, id in self.titles.get(kind, ())}
        begun = [title for title in titles if len(wanted) >= _TELLING and title.startswith(wanted)]
        if begun:
            shortest = min(begun, key=len)
            return titles[shortest] if all(title.startswith(shortest) for title in begun) else ""
        return titles.get(letters.nearest(wanted, titles), "")

    @cached_property
    def titles(self) -> Mapping[str, list[tuple[str, str]]]:
        """By kind the words by which people know things, and their ids."""
        found: dict[str, list[tuple[str, str]]] = {}
        for parsed in self.files:
            for thing in (thing for things in parsed.things.values() for thing in things if isinstance(thing, Item)):
                for item in (
                    thing,
                    *(
                        inner
                        for field in ("channels", "people", "parts")
                        for inner in getattr(thing, field, ())
                        if isinstance(inner, Item)
                    ),
                ):
                    if type(item) in _KIND_OF:
                        title = _as_known(known_as(item))
                        found.setdefault(_KIND_OF[type(item)], []).append((title, str(getattr(item, "id", ""))))
        return found

    def may_be_unread(self, kind: str, id: str) -> bool:
        """Whether `id` may stand in a file that could not be read, so that nothing can be said of it."""
        home = KINDS[kind]
        if home.local:
            return False
        while home.inside:
            if home.attribute in self.lost:
                return True
            home = KINDS[home.inside]
        names = (
            PurePosixPath(file)
            for file in self.unread
            if fnmatchcase(str(PurePosixPath(file).with_suffix(".yml")), home.file)
        )
        return any(kind != "section" or name.name.partition(".")[0] == id for name in names)


def _as_known(words: str) -> str:
    return " ".join(words.casefold().replace("ё", "е").split()).strip("«»\"'")


def without_copies(files: Sequence[Parsed]) -> list[Parsed]:
    """The files, one that is a copy of another under another name taken as one that could not be read."""
    homes = {
        named.id: one.file
        for one in files
        for named in one.named
        if _own(named, one) and PurePosixPath(one.file).stem == named.id
    }
    kept = []
    for one in files:
        first = next((homes.get(named.id, "") for named in one.named if _own(named, one)), "")
        if first and first != one.file and PurePosixPath(one.file).stem != PurePosixPath(first).stem:
            problem = Problem("unreadable", "copy", Place(one.file, 1, 1), {"first": first})
            one = Parsed(one.file, one.text, problems=(problem,), unread=True)
        kept.append(one)
    return kept


def missing(files: Sequence[Parsed]) -> list[Parsed]:
    """The shared files that are not there, or hold nothing, though several references lead into each."""
    has = {named.kind for one in files for named in one.named}
    there = {str(PurePosixPath(one.file).with_suffix(".yml")): bool(one.things) for one in files}
    unread = {str(PurePosixPath(one.file).with_suffix(".yml")) for one in files if one.unread}
    wanted: dict[tuple[str, str], list[Place]] = {}  # by file, and by the list in it where the file is there

    def want(kind: str, place: Place) -> None:
        home, lost = KINDS[kind], ""
        while home.inside:
            home, lost = KINDS[home.inside], home.attribute
        if kind not in has and "*" not in home.file and home.file not in unread:
            wanted.setdefault((home.file, lost if there.get(home.file) else ""), []).append(place)

    for one in files:
        for reference in one.references:
            if not has.issuperset(reference.kinds):
                want(Reference.parse(reference.id, reference.kinds).kind or reference.kinds[0], reference.place)
    for kind, pattern in _MENTIONS.items():
        for one in files if kind not in has else ():
            for found in pattern.finditer(one.text or ""):
                want(kind, at_offset(one.file, one.text or "", found.start()))
    return [_lost(*home, there, places) for home, places in wanted.items() if len(places) >= _SEVERAL]


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
    homes = (one.values["home"] for parsed in files for one in parsed.problems if "home" in one.values)
    unread = frozenset((*(parsed.file for parsed in files if parsed.unread), *homes))
    lost = (one.values["key"] for parsed in files for one in parsed.problems if one.form == "missing-list")
    return Known(ids, tuple(doubles), unread, frozenset(lost), listed, files)


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


def _lost(file: str, key: str, there: Mapping[str, bool], places: Sequence[Place]) -> Parsed:
    """A file that is not there, one that holds nothing, or one that lacks a list, as one problem."""
    form = "missing-file" if file not in there else "missing-list" if key else "holds-nothing"
    values = {"count": str(len(places)), "first": f"{places[0].file}:{places[0].line}", "key": key}
    return Parsed(file, problems=(Problem("unreadable", form, Place(file, 1, 1), values),), unread=not key)


def _own(named: Named, parsed: Parsed) -> bool:
    """Whether it is the id of the file's one record."""
    return (
        named.kind in ("section", "journey")
        and any(getattr(thing, "id", "") == named.id for things in parsed.things.values() for thing in things)
        and "*" in KINDS[named.kind].file
        and fnmatchcase(parsed.file, KINDS[named.kind].file)
    )


def _follow(reference: Wanted, file: str, known: Known) -> Problem | None:
    first = reference.kinds[0]
    bare = ":" not in reference.id and len(reference.kinds) == 1 and not KINDS[first].local
    if bare and reference.id in known.ids.get((first, ""), ()):
        return None  # as most of them
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
    if named.within and named.kind and known.may_be_unread(named.kind, named.id):
        return None
    if "section" in kinds and id in known.listed:
        # Rule 501 says once that the section is missing; only the touchpoints that lose their standard say so too.
        if not file.startswith("touchpoints/"):
            return None
        return Problem("unknown-reference", "unwritten", reference.place, {"kind": "section", "id": id})
    values = {"kind": kinds[0], "id": id}
    twin = letters.latin_twin(id)
    if twin != id and any(twin in ids for ids in wanted):
        more = {"near": twin, "letters": letters.strangers(id)}
        repair = ((reference.place, reference.id.replace(id, twin)),)
        return Problem("unknown-reference", "look-alike", reference.place, values | more, repair)
    titled = known.titled(kinds, id)
    if titled:
        repair = ((reference.place, titled),)
        return Problem("unknown-reference", "title", reference.place, values | {"near": titled}, repair)
    near = letters.nearest(id, [name for ids in wanted for name in ids]) or known.nearly_titled(kinds, id)
    other = next((kind for (kind, scope), ids in known.ids.items() if id in ids and not scope), "")
    if other and not (near and _alike(id, near)):
        return Problem("wrong-kind", "kind", reference.place, values | {"other": other, "near": near})
    signs = "".join(dict.fromkeys(letter for letter in id if "а" <= letter.lower() <= "я" or letter in "ёЁ"))
    if near and signs and any("a" <= letter <= "z" for letter in id):
        return Problem("unknown-reference", "mixed", reference.place, values | {"near": near, "letters": signs})
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
