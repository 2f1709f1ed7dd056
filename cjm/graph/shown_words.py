"""A Handbook in, of each section the words of other things that print within it out, by `kind:id`.

Titles of what it names, terms that are explained in it, its tables and files, its part, and the look in
which it is set: what a reader sees there is another thing's to change. Menus and leaves to the next section are the site's, not a section's.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cjm.graph.dependencies import SHOWN_FILES, grounds
from cjm.graph.neighbours import strip
from cjm.graph.way import ways
from cjm.model import Fact, Handbook, Item, Person, Section, Written
from cjm.model.derived import derived
from cjm.model.digest import printed
from cjm.model.dimension import Dimension
from cjm.model.fields import HOUSEKEEPING, Ref, Text, element, specs
from cjm.model.reference import Reference, is_own, links_in
from cjm.model.registry import KINDS, kind_of, known_as
from cjm.wording.gaps import GAP, lower_first
from cjm.wording.terms import Terms
from cjm.workspace.scopes import own_scope
from cjm.workspace.subjects import below


@derived
def shown_words(handbook: Handbook) -> Mapping[str, Mapping[str, Any]]:
    """Of each section in force, what others print in it: plain data, the same where the same is read."""
    look = {name: raw for path, raw in handbook.look.items() if not (name := f"look:{path}").startswith(SHOWN_FILES)}
    terms, found = Terms(handbook), {}
    for one in handbook.sections:
        if one.status != "retired":
            whole = list(_whole(one, terms, handbook))
            titles = dict(_titles(one, whole, handbook))
            found[one.id] = titles | dict(_printed(one, whole, handbook)) | dict(_around(one, handbook)) | look
    return found


# Private functions


def _whole(section: Section, terms: Terms, handbook: Handbook) -> Iterator[Item]:
    """What prints in the section with all that is written of it: its tables, and what its texts need explained."""
    tables = [
        one
        for table in section.shows
        for kind in KINDS.values()
        if kind.table == table
        for one in handbook.things(kind.name)
    ]
    texts = [text for thing in (section, *tables) for reads, text in _values(thing) if isinstance(reads, Text)]
    text = "\n".join(texts)
    gaps = {lower_first(found[1].strip()) for found in GAP.finditer(text)}
    yield from tables
    yield from (term for _, term in terms.on_page().pieces(text) if term)
    yield from (one for one in handbook.placeholders if lower_first(one.name) in gaps)


def _printed(section: Section, whole: Sequence[Item], handbook: Handbook) -> Iterator[tuple[str, Any]]:
    yield from ((_name(thing), printed(thing)) for thing in whole)
    for thing in (section, *whole):
        for name, rest in grounds(thing, handbook).items():
            if isinstance(rest.item, Fact | Dimension):
                yield name, printed(rest.item)


def _titles(section: Section, whole: Sequence[Item], handbook: Handbook) -> Iterator[tuple[str, Any]]:
    """What is named by its title, or only led to: a link of a text has words of its own, and an address."""
    named = [*handbook.attached.get(section.id, ()), *_meant(section.owner, ("person",), handbook)]
    for reads, value in (each for thing in (section, *whole) for each in _values(thing)):
        if isinstance(reads, Ref):
            named += _meant(value, reads.kinds, handbook)
        for link in links_in(value) if isinstance(reads, Text) else ():
            if is_own(link[1]) and (address := handbook.elsewhere(Reference.parse(link[1]))):
                yield link[1], address
            if raw := handbook.shown(link[1]):
                yield f"look:guideline/{link[1]}", raw
    for one in named:
        role = handbook.role.get(one.role) if isinstance(one, Person) else None
        yield _name(one), (known_as(one), getattr(one, "short", ""), own_scope(one), role.title if role else "")


def _around(section: Section, handbook: Handbook) -> Iterator[tuple[str, Any]]:
    """The part in which it stands, the way on which it lies, and what clients say in all sections, where it shows that."""
    part, outline, on_way = handbook.part_of.get(section.id), handbook.outline, strip(section, ways(handbook))
    yield "outline", (part.title if part else "", outline.address, outline.feedback)
    for point in handbook.attached.get(section.id, ()):
        journey = handbook.journey_of[point.id]
        cells = (on_way.before, on_way.next) if on_way and on_way.journey is journey else ()
        yield f"journey:{journey.id}", (journey.title, *(cell.title for cell in cells if cell))
    if "conflicts" in section.shows:
        yield from (
            (f"section:{one.id}", (one.title, *(each.says for each in one.conflicts))) for one in handbook.sections
        )


def _values(thing: Written) -> Iterator[tuple[Any, str]]:
    """Every text and reference that is shown of a thing."""
    for one in below(thing):
        for attribute, spec in specs(type(one)).items():
            value, reads = getattr(one, attribute), element(spec.reads)
            if value and isinstance(reads, Ref | Text) and spec.weight != HOUSEKEEPING:
                yield from ((reads, each) for each in (value if isinstance(value, tuple) else (value,)))


def _meant(written: str, kinds: Sequence[str], handbook: Handbook) -> list[Item]:
    """What a reference leads to outside its own section; a bare id means the first of the kinds that has it."""
    reference = Reference.parse(written, kinds)
    named, id = reference.target if reference.kind == "journey" else (reference.kind, reference.id)
    found = (handbook.find(kind, id) for kind in ((named,) if named else kinds) if not KINDS[kind].local)
    return [one for one in found if one is not None][:1]


def _name(thing: Item) -> str:
    return f"{kind_of(type(thing)).name}:{getattr(thing, 'id', '')}"
