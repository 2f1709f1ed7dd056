"""A thing of a handbook in, its fields with their tags, labels and values out, as its declaration says.

A tag is `section:reschedule/steps/offer/say`: the thing, then key and element in turn, an element by its id or number.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from cjm.language import dates
from cjm.language.durations import spoken
from cjm.language.headings import HEADINGS
from cjm.language.letters import is_id
from cjm.language.says import Language, Says
from cjm.model import Handbook, Item, Section, Written
from cjm.model.fields import Address, Name, OneOf, Pairs, Reading, Ref, Shaped, Text, Wait, Yes, element, specs
from cjm.model.kind import Kind
from cjm.model.reference import Reference
from cjm.model.registry import KINDS, kind_of, known_as
from cjm.model.scope import SCOPE
from cjm.wording.scopes import of_dimension, scope_told
from cjm.wording.titles import channel_title, numbered, role_title
from cjm.workspace.scopes import own_scope
from cjm.workspace.subjects import identity

UNSETTLED = Says(
    "уточняется: {question}", "to be settled: {question}"
)  # what stands where the author does not know yet
_YES = Says("да", "yes")
_UNSEEN = ("accept", "look_for", "forms")  # how it is found, and spoken of in texts
Style = Literal["label", "prose", "said", "link", "address", "tick"]


class Value(NamedTuple):
    """One value in the reader's words. `to` is where it leads: `kind:id` of a link, if it can lead there; the address of an address."""

    style: Style
    text: str
    to: str = ""


class Field(NamedTuple):
    """What was written under one key: values, or pieces that have fields of their own."""

    tag: str
    key: str
    label: str
    values: tuple[Value, ...]
    several: bool  # whether the key holds a list, so that its values are known by their number
    pieces: "tuple[Piece, ...]" = ()
    shown: bool = True  # to whoever works by it; else only to those who review it


class Piece(NamedTuple):
    """A thing, or an element of one: what was written of it, in the order of its declaration, without what is empty."""

    tag: str
    number: int  # among its like, from 1
    thing: Written
    fields: tuple[Field, ...]

    def of(self, key: str) -> "tuple[Piece, ...]":
        """The pieces under a key."""
        return next((field.pieces for field in self.fields if field.key == key), ())

    def but(self, *keys: str) -> tuple[Field, ...]:
        """The fields that are none of these."""
        return tuple(field for field in self.fields if field.key not in keys)


def heading(thing: Item) -> str:
    """What people know the thing by, as its author wrote it."""
    return known_as(thing)


def title(table: str, language: Language) -> str:
    """The heading of all things of the kind that a section shows under this word of `shows:`."""
    return kinds(table)[0].title.to(language)


def kinds(table: str) -> tuple[Kind, ...]:
    """The kind that a section shows under this word of `shows:`."""
    return tuple(kind for kind in KINDS.values() if kind.table == table)


def fields(thing: Item, handbook: Handbook) -> tuple[Field, ...]:
    """What readers are shown of a shared thing below its heading."""
    made = piece(tag_of(thing), thing, handbook)
    return tuple(field for field in made.but(known_key(thing)) if field.shown)


def at_a_glance(thing: Item, handbook: Handbook) -> tuple[str, ...]:
    """What a list of such things says of one below its heading, as its author wrote it."""
    wanted, told = kind_of(type(thing)).glance, fields(thing, handbook)
    said = [", ".join(value.text for value in one.values).rstrip(".") for one in told if one.key in wanted]
    first = (one.values[0].text for one in told if one.values and one.values[0].style in ("prose", "label"))
    return tuple(said) if wanted else tuple(first)[:1]


def shown(kind: Kind, section: Section, handbook: Handbook) -> tuple[Item, ...]:
    """The things of a kind that a section shows: those that name it as their section, all where none does."""
    things = tuple(handbook.things(kind.name))
    return tuple(one for one in things if section.id in getattr(one, "section", ())) or things


def known_key(thing: Item) -> str:
    """The key of the field by which people know the thing."""
    return specs(type(thing))[kind_of(type(thing)).known_by].key


def tag_of(thing: Item) -> str:
    """The tag of a thing that has a file, or a place in a shared file, of its own."""
    return f"{kind_of(type(thing)).name}:{getattr(thing, 'id', '')}"


def elements(tag: str, key: str, of: Sequence[Written]) -> Iterator[tuple[str, Written]]:
    """The elements of a list with their tags: by id, or by number from 1 where it has none of its own."""
    taken = set()
    for number, one in enumerate(of, start=1):
        name = identity(one).partition(":")[2]
        name = str(number) if not name or name in taken else name
        taken.add(name)
        yield f"{tag}/{key}/{name}", one


def piece(
    tag: str, thing: Written, handbook: Handbook, number: int = 1, within: Section | None = None,
    only: Iterable[str] = (),
) -> Piece:  # fmt: skip
    """A thing or an element with its fields, or `only` these in this order. `within` is the section it stands in."""
    language, made = handbook.outline.language, []
    questions = dict(thing.open) if isinstance(thing, Item) and thing.open else {}
    kind: Any = type(thing)
    for attribute, key, reads, label, unseen, shown in _declared(kind, tuple(only), language):
        written = getattr(thing, attribute)
        if not written and not questions and type(written) is not int:  # most fields are left out
            continue
        below, several = f"{tag}/{key}", isinstance(written, tuple)
        if attribute == "open":
            written, several = questions.get("", ""), False
        elif key in questions and written in (None, "", ()):
            settled = Value("label", UNSETTLED.to(language, question=questions[key]))
            made.append(Field(below, key, label, (settled,), False))
        if unseen or written is False or written in (None, "", ()):
            continue
        all_of = written if several else (written,)
        pieces: tuple[Piece, ...] = ()
        values: tuple[Value, ...] = ()
        if isinstance(all_of[0], Written):
            tags = elements(tag, key, all_of) if several else [(below, written)]
            pieces = tuple([piece(at, one, handbook, n, within) for n, (at, one) in enumerate(tags, start=1)])
        else:
            values = values_told(reads, all_of, handbook, language, within)
        if values or pieces:
            allowed = shown if isinstance(shown, bool) else bool(getattr(thing, shown))
            made.append(Field(below, key, label, values, several, pieces, allowed))
    return Piece(tag, number, thing, tuple(made))


def values_told(
    reads: Reading, written: Sequence[Any], handbook: Handbook, language: Language, within: Section | None = None
) -> tuple[Value, ...]:
    """The values of one field in the reader's words, on a page and in a comparison alike."""
    reads = element(reads)
    if isinstance(reads, Text):  # as most of them
        return tuple([Value(reads.style, str(one)) for one in written])
    return tuple(value for one in written if (value := _value(reads, one, handbook, language, within)))


def shorter(address: str) -> str:
    """An address as people read it: without `https://`, `www.` and the last slash."""
    return address.partition("://")[2].removeprefix("www.").rstrip("/") or address.partition(":")[2] or address


# Private functions


@cache
def _declared(
    item: Any, only: tuple[str, ...], language: Language
) -> tuple[tuple[str, str, Reading, str, bool, bool | str], ...]:
    """The fields of a class, or these of them: attribute, key, reading, label, whether it stands elsewhere, to whom it is shown."""
    return tuple(
        (name, one.key, one.reads, one.label.to(language), isinstance(one.reads, Name) or name in _UNSEEN, one.shown)
        for name, one in ((name, specs(item)[name]) for name in only or specs(item))
    )


def _value(
    reads: Reading, written: Any, handbook: Handbook, language: Language, within: Section | None
) -> Value | None:
    match reads:
        case Address():
            return Value("address", shorter(str(written)), str(written))
        case Ref(words=words, free=free) if written in dict(words) or (free and not is_id(written)):
            return Value("label", dict(words)[written].to(language) if written in dict(words) else written)
        case Ref(kinds=kinds):
            return _inside(str(written), kinds, within, language) or _named(str(written), kinds, handbook)
        case Pairs() if reads is SCOPE:
            return Value("label", of_dimension(written[0], written[1], handbook))
        case Pairs(of=of):
            name, value = ("", written) if isinstance(written, str) else written  # a question about the whole is a text
            told = values_told(of, value if isinstance(value, tuple) else (value,), handbook, language, within)
            return Value("label", ": ".join(filter(None, (name, ", ".join(one.text for one in told)))))
        case Shaped():
            return Value("label", str(written))
        case Wait():
            return Value("label", written if isinstance(written, str) else spoken(written, language))
        case Yes(ticked=ticked):
            return Value("tick" if ticked else "label", _YES.to(language))
        case OneOf():
            return Value("label", reads.told(written, language))
    if isinstance(written, dt.date):
        return Value("label", dates.in_words(written, language))
    return Value("label", str(written).replace("-", "−")) if isinstance(written, int) else None


def _inside(written: str, kinds: tuple[str, ...], within: Section | None, language: Language) -> Value | None:
    """A step or a script of the section in which it is named."""
    for number, step in enumerate(within.steps if within and "step" in kinds else (), start=1):
        if within and step.id == written:
            return Value("link", HEADINGS["step"].to(language, number=number), f"section:{within.id}/{written}")
    scripts = within.scripts if within and "script" in kinds else ()
    return next((Value("link", script.title) for script in scripts if script.id == written), None)


def _named(written: str, kinds: tuple[str, ...], handbook: Handbook) -> Value:
    """What a reference leads to, by its title; a bare id means the first of the kinds that has it."""
    reference = Reference.parse(written, kinds)
    if not reference.kind:
        kind = next((one for one in kinds if handbook.find(one, reference.id)), kinds[0])
        reference = Reference.parse(f"{kind}:{reference.id}")
    found = handbook.resolve(reference)
    if found is None or not KINDS[reference.kind].address:
        return Value("link", role_title(channel_title(written, handbook), handbook))
    title = known_as(found)
    scope = own_scope(found)
    title = f"{title} ({scope_told(scope, handbook)})" if scope else title
    return Value("link", numbered(found.id, title, handbook) if isinstance(found, Section) else title, str(reference))
