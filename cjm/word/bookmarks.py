"""A Handbook in, the tag of each of its fields out, with the bookmark that ties a paragraph of a Word file to it.

A bookmark is the one thing that Word and LibreOffice both keep; its name has room for a digest of the tag only.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cjm.language.says import Language, Says
from cjm.model import Handbook, Item, Place, Written
from cjm.model.fields import Many, Text, specs
from cjm.model.registry import KINDS
from cjm.view import elements, field_label, piece_named, tag_of
from cjm.wording import label

# The things that stand in a Word file.
_TIED = frozenset(
    kind.item for kind in KINDS.values() if kind.chapter or kind.name in ("handbook", "section", "journey")
)
_PREFIX = "cjm_"
_SIGNS = 16  # of the digest: with the number of a paragraph the name stays below the 40 characters of Word


@dataclass(frozen=True, slots=True)
class Tie:
    """A field that a paragraph is tied to: its tag, where it is written, and whose it is."""

    tag: str
    place: Place
    item: Item
    trail: tuple[tuple[Says, str], ...]  # (what a piece or field is called, how it is known), from the outside in
    owner: Written | None = None  # what has the field under `key`, and the number of an entry of its list from 1
    key: str = ""
    entry: int = 0

    def words(self, handbook: Handbook, language: Language) -> str:
        """The field as a person names it: «шаг 3 «Предложите время»: что сказать»."""
        said = ""
        for name, known in self.trail:
            part = name.to(language)
            said += ("" if not said else " · ") + (f"{part} {_short(label(known, handbook))}" if known else part)
        return said


def bookmark(tag: str, number: int = 1) -> str:
    """The name of the bookmark around the paragraph `number` of a field."""
    return f"{_digest(tag)}_{number}"


def ties(handbook: Handbook) -> Mapping[str, Tie]:
    """All fields that can be tied, by the name of their bookmarks without the number."""
    found: dict[str, Tie] = {}
    for item in handbook.items():
        if type(item) in _TIED:
            for tie in (Tie(tag_of(item), item.at(), item, ()), *_fields(item, tag_of(item), item, ())):
                found.setdefault(_digest(tie.tag), tie)
    return found


def tied_field(name: str) -> str:
    """The name of a bookmark of ours without its number; empty for any other bookmark."""
    field, _, number = name.rpartition("_")
    return field if name.startswith(_PREFIX) and len(field) == len(_PREFIX) + _SIGNS and number.isdigit() else ""


# Private functions


def _digest(tag: str) -> str:
    return _PREFIX + hashlib.sha256(tag.encode("utf-8")).hexdigest()[:_SIGNS]


def _fields(owner: Written, tag: str, item: Item, trail: tuple[tuple[Says, str], ...]) -> Iterator[Tie]:
    for attribute, spec in specs(type(owner)).items():
        value = getattr(owner, attribute)
        if attribute in ("id", "accept") or value in (None, "", ()):
            continue
        label = field_label(type(owner), attribute)
        here = (*trail, (label, ""))
        yield Tie(f"{tag}/{spec.key}", owner.at(spec.key), item, here, owner, spec.key)
        if isinstance(value, Written):
            yield from _fields(value, f"{tag}/{spec.key}", item, here)
        elif isinstance(value, tuple) and value and isinstance(value[0], Written):
            for number, (inner, one) in enumerate(elements(tag, spec.key, value), start=1):
                below = (*trail, (piece_named(type(one))[0] or label, _known(one, number)))
                yield Tie(inner, one.at(), item, below)
                yield from _fields(one, inner, item, below)
        elif isinstance(spec.reads, Many) and isinstance(spec.reads.of, Text):
            for number in range(len(value)):
                yield Tie(
                    f"{tag}/{spec.key}/{number + 1}",
                    owner.at(spec.key, number),
                    item,
                    (*trail, (label, str(number + 1))),
                    owner,
                    spec.key,
                    number + 1,
                )


def _known(one: Written, number: int) -> str:
    value = getattr(one, piece_named(type(one))[1], "")
    return f"{number} «{value}»" if isinstance(value, str) and value else str(number)


def _short(text: str) -> str:
    if len(text) <= 60:
        return text
    return text[:58].rstrip(" .,:;") + ("…»" if text.endswith("»") else "…")
