"""How a value of a YAML file is read: the vocabulary in which the model declares its fields.

The loader, the published JSON Schemas and the page of fields are all made from these declarations.
"""

import dataclasses
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from cjm.language.says import Language, Says

KindName = str  # as `cjm.model.registry` lists them

# What a change of a field's value means to those who work by it. No field is declared without the decision.
Weight = Literal["normative", "explanatory", "housekeeping"]
NORMATIVE: Weight = "normative"  # what somebody does or may rely on: a change is major, it is read again
EXPLANATORY: Weight = "explanatory"  # what helps to understand it: a change is named, shown and approved, nobody rereads
HOUSEKEEPING: Weight = "housekeeping"  # how it is looked after: shown as of today, never under an approval


@dataclass(frozen=True, slots=True)
class Name:
    """An id: names the item it stands in, unique among items of its kind. Left out, it is made from the field `of`."""

    kind: KindName
    of: str = ""


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of another item. A touchpoint may be written `journey/touchpoint`, a step's target `section:id`."""

    kinds: tuple[KindName, ...]
    in_order: bool = False  # stands in the order of handbook.yml: a section that is missing there is rule 501's matter
    words: tuple[tuple[str, Says], ...] = ()  # what may stand in its place, and how readers are told it
    free: bool = False  # whether a text that is no id may stand in its place as it is


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the author: `label` is one plain line, `prose` is Markdown, `said` is plain text to say or send."""

    style: Literal["label", "prose", "said"]
    limit: int | None = None  # characters that fit the place where it is shown


@dataclass(frozen=True, slots=True)
class Wait:
    """A duration, read into seconds; with `fact` also `{{ fact }}`, which stays as it is written."""

    fact: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day, `2026-11-02`, read into `datetime.date`."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A text of a fixed shape, such as a month; `like` says what to write."""

    pattern: str
    like: Says


MONTH = Shaped(r"[0-9]{4}-(0[1-9]|1[0-2])", Says("год-месяц: 2026-10", "year-month: 2026-10"))
NUMBER = Shaped(r"[-+−]?[0-9]{1,9}([.,][0-9]{1,6})?", Says("число: 41 или 4,6", "a number: 41 or 4.6"))


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two bounds, both included."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Yes:
    """true or false; also yes and no, да and нет."""

    ticked: bool = False  # whether readers get a box to tick in its place


@dataclass(frozen=True, slots=True)
class Address:
    """An address on the web or of mail: `https://…`, `mailto:…`, `tel:…`."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One word of a fixed list; `says` tells readers what each of them means, in the same order."""

    words: tuple[str, ...]
    says: tuple[Says, ...] = ()

    def told(self, word: str, language: Language) -> str:
        """The word as readers are told it."""
        return self.says[self.words.index(word)].to(language) if self.says else word

    def listed(self, language: Language) -> str:
        """All words to choose from, each with what it means where its own letters do not say that."""
        if not self.says:
            return ", ".join(self.words)
        told = ((word, self.told(word, language)) for word in self.words)
        return "; ".join(word if word == means else f"{word} — {means}" for word, means in told)


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with the fields of a model class."""

    item: type
    short: str = ""  # the one field that a bare value stands for: `next: booking` is `next: {to: booking}`


@dataclass(frozen=True, slots=True)
class Many:
    """A list; a single value counts as a list of one."""

    of: "Reading"


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping with the author's own keys, read into pairs in the order written."""

    of: "Reading"
    bare: bool = False  # a value without a key is read as the pair of an empty key


@dataclass(frozen=True, slots=True)
class Either:
    """A record of the first class that has a field of the value's first key."""

    items: tuple[Record, ...]


Reading = Name | Ref | Text | Wait | Day | Shaped | Whole | Yes | Address | OneOf | Record | Many | Pairs | Either


@dataclass(frozen=True, slots=True)
class Spec:
    """One field as an author meets it: its key, how it is read, what it means, what one writes there."""

    key: str
    reads: Reading
    weight: Weight
    means: Says
    example: Says
    required: bool
    unless: str  # it is not, where this other field is written
    label: Says  # what stands before its value where readers see it
    shown: bool | str  # to whoever works by it, else only to those who review it; or the attribute that allows it


def spec(
    reads: Reading, weight: Weight, ru: str, en: str, example: str | tuple[str, str] = "", *, required: bool = False, unless: str = "", key: str = "",
    default: Any = None, label: tuple[str, str] | None = None, shown: bool | str = True,
) -> Any:  # fmt: skip
    """A dataclass field that carries its Spec. Lists default to an empty tuple, everything else to `default`.

    `label` is what readers see before the value, in both languages; without one it is the meaning. An example with words
    in it is given in both languages too.
    """
    if isinstance(reads, Many | Pairs):
        default = ()
    elif isinstance(reads, Text | Name | Ref | Shaped) and default is None:
        default = ""
    elif isinstance(reads, Yes) and default is None:
        default = False
    means = Says(ru, en)
    shape = Says(example, example) if isinstance(example, str) else Says(*example)
    made = Spec(key, reads, weight, means, shape, required, unless, Says(*label) if label else means, shown)
    return dataclasses.field(default=default, metadata={"spec": made})


def element(reading: Reading) -> Reading:
    """How one element of a list is read; of what is no list, the thing itself."""
    return reading.of if isinstance(reading, Many) else reading


def specs(item: type) -> Mapping[str, Spec]:
    """The fields of a model class that an author can write, by attribute name, its own before those of many items."""
    return _specs(item)


# Private functions

_OF_MANY = ("scope", "open", "accept")


@functools.cache
def _specs(item: Any) -> Mapping[str, Spec]:
    found = {}
    for declared in sorted(dataclasses.fields(item), key=lambda declared: _OF_MANY.index(declared.name) + 1 if declared.name in _OF_MANY else 0):
        written: Spec | None = declared.metadata.get("spec")
        if written is not None:
            found[declared.name] = dataclasses.replace(written, key=written.key or declared.name)
    return found
