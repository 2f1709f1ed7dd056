"""The conditions of a choice in, whether they leave no case out."""

import re
from collections.abc import Sequence
from itertools import combinations

from cjm.language.inflection import folded
from cjm.language.letters import shared_start
from cjm.model.journey import OTHERWISE

_REST = re.compile(
    r"(?:в|во|для)\s+(?:всех\s+)?остальн|^остальн|^в\s+любом\s+другом|^в\s+других\s+случаях|^(?:что-то|хочет|кто-то)?\s*друг(?:ое|ие|ой)\b|^ни(?:что|чего|кто|кого|как|где|\s)"
    r"|all other|any other|^else\b|^others?\b|^none\b|^nothing\b|^anything else"
)
_NOT = frozenset(("не", "нет", "без", "not", "no", "without", "don't", "doesn't", "didn't", "isn't", "hasn't", "never"))
_SMALL = frozenset(
    (
        "и",
        "да",
        "есть",
        "там",
        "тут",
        "это",
        "еще",
        "уже",
        "or",
        "yes",
        "is",
        "are",
        "it",
        "there",
        "the",
        "a",
        "has",
        "have",
    )
)
_OPPOSITES = tuple(
    tuple(pair.split("/"))
    for pair in (
        "больше/меньше", "не меньше/меньше", "раньше/позже", "старше/младше", "вовремя/опозд", "ответ/молч", "ответ/не взял", "впервые/снова",
        "впервые/постоянн", "есть/конч", "можно/нельзя", "открыт/закрыт", "жив/мертв", "первый/повторн", "до /после", "more/less", "before/after",
        "first/again", "open/closed", "on time/late", "answer/silent", "over/under",
    )
)  # fmt: skip


def is_rest(condition: str) -> bool:
    """Whether a condition takes all that others leave."""
    low = folded(condition.strip())
    return low in OTHERWISE or _REST.search(low) is not None


def is_whole(conditions: Sequence[str]) -> bool:
    """Whether the conditions leave nothing out: one takes the rest, or two are each other's opposite."""
    return any(map(is_rest, conditions)) or any(
        _are_opposite(folded(one), folded(two)) for one, two in combinations(conditions, 2)
    )


# Private functions


def _are_opposite(one: str, other: str) -> bool:
    if any((a in one and b in other) or (b in one and a in other) for a, b in _OPPOSITES):
        return True
    first, second = re.findall(r"[\w'-]+", one), re.findall(r"[\w'-]+", other)
    if _denies(first) == _denies(second):
        return False
    left, right = _core(first), _core(second)
    return not left or not right or any(_are_forms(word, another) for word in left for another in right)


def _denies(words: list[str]) -> bool:
    return not _NOT.isdisjoint(words)


def _core(words: list[str]) -> list[str]:
    return [word for word in words if word not in _NOT and word not in _SMALL]


def _are_forms(word: str, other: str) -> bool:
    return shared_start(word, other) >= max(3, min(len(word), len(other)) - 2)
