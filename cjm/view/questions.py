"""A handbook in, the questions that its author has open out: of which thing, about which field."""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm.language.says import Says
from cjm.model import Handbook, Item, Written
from cjm.model.fields import OneOf, Reading, Ref, element, specs
from cjm.model.registry import KINDS, known_as
from cjm.view.thing import elements, tag_of

_MOST_CHOICES = 12
_ABOUT = Says("{kind} «{title}»", '{kind} "{title}"')


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What somebody must be asked. `key` is the field that waits for the answer, empty for a question about the whole."""

    tag: str  # `promise:fast/within`
    item: Item
    key: str
    question: str
    about: Says  # the thing, and the one that it stands in
    field: Says
    choices: Says  # what can be answered, where it is one of a few


def open_questions(handbook: Handbook) -> tuple[OpenQuestion, ...]:
    """All of them, in the order of the handbook."""
    files = {file for file, text in handbook.sources.items() if "open" in text}
    tops = (top for top in handbook.items() if top.source.file in files and type(top) in _NAMED)
    return tuple(one for top in tops for one in _of(tag_of(top), top, (), handbook))


def known_answers(reads: Reading, handbook: Handbook) -> tuple[tuple[str, Says], ...]:
    """What can stand in a field of which the handbook knows all values, and how readers call each of them."""
    reads = element(reads)
    if isinstance(reads, OneOf):
        return tuple(zip(reads.words, reads.says or (Says(word, word) for word in reads.words), strict=True))
    if not isinstance(reads, Ref):
        return ()
    things = (one for kind in reads.kinds for _, one in handbook.written(kind))
    named = tuple((getattr(one, "id", ""), Says(known_as(one), known_as(one))) for one in things)
    return (*reads.words, *named)


# Private functions

_NAMED = {kind.item: kind for kind in KINDS.values()}


def _of(tag: str, one: Written, trail: tuple[Item, ...], handbook: Handbook) -> Iterator[OpenQuestion]:
    """The questions of `one`, which stands in the last thing of `trail` or is it, and of all inside it."""
    if isinstance(one, Item) and type(one) in _NAMED and one not in trail:
        trail = (*trail, one)
    declared = specs(type(one)).values()
    questions = [(one, *pair) for pair in one.open] if isinstance(one, Item) else []
    for item, key, question in questions:
        asked = next((spec for spec in declared if spec.key == key), None)
        label = asked.label if asked else Says("", "")
        known = known_answers(asked.reads, handbook) if asked else ()
        told = known if len(known) <= _MOST_CHOICES else ()
        choices = Says("; ".join(one.ru for _, one in told), "; ".join(one.en for _, one in told))
        yield OpenQuestion(f"{tag}/{key}".rstrip("/"), item, key, question, _about(trail), label, choices)
    for attribute, spec in specs(type(one)).items():
        value = getattr(one, attribute)
        if isinstance(value, Written):
            yield from _of(f"{tag}/{spec.key}", value, trail, handbook)
        elif isinstance(value, tuple) and value and isinstance(value[0], Written):
            for below, inner in elements(tag, spec.key, value):
                yield from _of(below, inner, trail, handbook)


def _about(trail: tuple[Item, ...]) -> Says:
    told = [_ABOUT.filled(kind=_NAMED[type(one)].says, title=known_as(one)) for one in trail]
    return Says(", ".join(one.ru for one in told), ", ".join(one.en for one in told))
