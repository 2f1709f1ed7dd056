"""One answer of one person, without what tells who it was; and how it lies in the private room."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Score:
    """A score that an answer gives to one question. `touchpoint` is empty where it is about the whole."""

    index: str
    touchpoint: str
    value: float
    best: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered on a day. `id` is made of the row, so that the same row read twice is one answer."""

    id: str
    day: str  # 2026-10-03
    source: str
    scores: tuple[Score, ...] = ()
    by: tuple[tuple[str, str], ...] = ()
    words: str = ""  # masked
    place: str = ""  # the touchpoint that the words are about, placed by rule or by hand
    client: str = ""  # tells that two answers are of one client, not of which


def as_row(one: Answer) -> list[Any]:
    """The answer as it is kept; its source is that of its batch."""
    scores = [[score.index, score.touchpoint, score.value, score.best] for score in one.scores]
    return [one.id, one.day, scores, dict(one.by), one.words, one.place, one.client]


def as_answer(row: Sequence[Any], source: str) -> Answer:
    """The answer that was kept."""
    id, day, scores, by, words, place, client = row
    return Answer(id, day, source, tuple(Score(*score) for score in scores), tuple(by.items()), words, place, client)
