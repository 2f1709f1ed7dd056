"""A shared thing in, its fields with their labels and values out, as its declaration says: for kinds without a form of their own."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from cjm.language import dates
from cjm.language.durations import spoken
from cjm.language.says import Language, Says
from cjm.model import Handbook, Item, Section
from cjm.model.fields import Address, Name, OneOf, Reading, Ref, Text, Wait, Yes, element, specs
from cjm.model.kind import Kind
from cjm.model.reference import Reference
from cjm.model.registry import KINDS, kind_of, known_as
from cjm.wording.titles import numbered, role_title

_YES = Says("да", "yes")
Style = Literal["label", "prose", "said", "link", "address"]


@dataclass(frozen=True, slots=True)
class Value:
    """One value in the reader's words. `to` is where it leads: `kind:id` of a link, the address of an address."""

    style: Style
    text: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """What was written under one key."""

    key: str
    label: str
    values: tuple[Value, ...]
    several: bool  # whether the key holds a list, so that its values are known by their number


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
    """All that was written of a thing below its heading, in the order of its declaration, without what is empty."""
    return tuple(_fields(thing, handbook, handbook.outline.language))


# Private functions


def _fields(thing: Item, handbook: Handbook, language: Language) -> Iterator[Field]:
    known_by = kind_of(type(thing)).known_by
    for attribute, spec in specs(type(thing)).items():
        written = getattr(thing, attribute)
        if isinstance(spec.reads, Name) or attribute in (known_by, "accept") or written in (None, "", (), False):
            continue
        several = isinstance(written, tuple)
        values = tuple(
            value
            for one in (written if several else (written,))
            if (value := _value(element(spec.reads), one, handbook, language))
        )
        if values:
            yield Field(spec.key, spec.label.to(language), values, several)


def _value(reads: Reading, written: Any, handbook: Handbook, language: Language) -> Value | None:
    match reads:
        case Text(style=style):
            return Value(style, str(written))
        case Address():
            return Value("address", shorter(str(written)), str(written))
        case Ref(kinds=kinds):
            return _named(str(written), kinds, handbook)
        case Wait():
            return Value("label", spoken(written, language))
        case Yes():
            return Value("label", _YES.to(language))
        case OneOf():
            return Value("label", reads.told(written, language))
    if isinstance(written, dt.date):
        return Value("label", dates.in_words(written, language))
    return Value("label", str(written)) if isinstance(written, int) else None


def _named(written: str, kinds: tuple[str, ...], handbook: Handbook) -> Value:
    """What a reference leads to, by its title; a bare id means the first of the kinds that has it."""
    reference = Reference.parse(written, kinds)
    if not reference.kind:
        kind = next((one for one in kinds if handbook.find(one, reference.id)), kinds[0])
        reference = Reference.parse(f"{kind}:{reference.id}")
    found = handbook.resolve(reference)
    if found is None:
        return Value("label", role_title(written, handbook))
    title = known_as(found)
    return Value("link", numbered(found.id, title, handbook) if isinstance(found, Section) else title, str(reference))


def shorter(address: str) -> str:
    """An address as people read it: without `https://`, `www.` and the last slash."""
    return address.partition("://")[2].removeprefix("www.").rstrip("/") or address.partition(":")[2] or address
