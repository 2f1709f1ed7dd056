"""A question in, the place of its section that answers it out: the one that it names, or with which its right answer shares most telling words."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cjm.addresses import NEVER, anchor, step_anchor
from cjm.model import Handbook, Item, Question, Section
from cjm.model.derived import derived
from cjm.model.digest import plain_data
from cjm.model.reference import Reference
from cjm.model.section import ANSWERING

_WORD = re.compile(r"\d+|\w{3,}")
_STEM = 5  # letters by which forms of a word are one
_USUAL = 30  # words of a place; a longer one has some word of each question


@dataclass(frozen=True, slots=True)
class AnsweredAt:
    """A place of a section: a step by its number, anything else by its title."""

    anchor: str
    number: int = 0
    title: str = ""


def answered_at(question: Question, section: Section, handbook: Handbook) -> AnsweredAt:
    """Where somebody reads again who did not know the answer."""
    places, rare = _places(handbook)(section)
    named = Reference.parse(question.see, ANSWERING)
    said = question.see if question.see == NEVER else anchor(named.kind or ANSWERING[0], named.id)
    for place in places:
        if place.anchor == said:
            return place  # what a cut leaves out is guessed
    right = _stems(*([one.text, one.because] for one in question.options if one.right), question.points)
    asked = _stems(question.ask)

    def worth(place: AnsweredAt) -> float:
        words = places[place]
        shared = sum(rare[word] * (2 * (word in right) + (word in asked)) for word in words & (right | asked))
        return (
            (1.2 if place.anchor.startswith("step-") else 1) * shared / (1 + math.log(1 + len(words) / _USUAL))
        )  # a step says what to do

    return max(places, key=worth, default=AnsweredAt("top"))


# Private functions


_Places = tuple[Mapping[AnsweredAt, frozenset[str]], Mapping[str, float]]


@derived
def _places(handbook: Handbook) -> Callable[[Section], _Places]:
    """Of each section its places with their words, and how much each word tells of one; worked out once a section."""
    known: dict[str, _Places] = {}

    def of(section: Section) -> _Places:
        if section.id not in known:
            places = {place: _stems(plain_data(thing)) for place, thing in _in(section)}
            count = Counter(word for words in places.values() for word in words)
            known[section.id] = places, {word: math.log(1 + len(places) / often) for word, often in count.items()}
        return known[section.id]

    return of


def _in(section: Section) -> Iterator[tuple[AnsweredAt, Item]]:
    for number, step in enumerate(section.steps, start=1):
        danger = section.kind == "emergency"  # its cases have no numbers
        yield AnsweredAt(step_anchor(step, number), 0 if danger else number, step.when if danger else ""), step
    for said in section.conflicts:
        yield AnsweredAt(anchor("conflict", said.id), 0, said.says), said
    for detail in section.details:
        yield AnsweredAt(anchor("detail", detail.id), 0, detail.title), detail
    for one in section.never:
        yield AnsweredAt(NEVER, 0, one.say or one.do), one


def _stems(*data: object) -> frozenset[str]:
    """The beginnings of all words in plain data; of a fact the words of its name."""
    found: set[str] = set()
    for one in data:
        if isinstance(one, str):
            words = _WORD.findall(one.lower().replace("ё", "е"))
            found.update(word if word.isdigit() else word[:_STEM] for word in words)
        elif isinstance(one, dict):
            found |= _stems(*one.values())
        elif isinstance(one, list | tuple):
            found |= _stems(*one)
    return frozenset(found)
