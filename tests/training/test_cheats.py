"""Whoever knows no handbook and picks by looks passes no exam of the reference handbook: chance and ten points at most."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import pytest

from cjm.language.inflection import folded
from cjm.model import Handbook
from cjm.wording.facts import resolve

NEGATION = re.compile(r"\b(не|нет|ни|нельзя|никому|никто|ничего|без)\b")
Asked = tuple[str, str, tuple[str, ...], int]  # the section, the question, its options, which is right


@pytest.fixture(scope="module")
def exam(handbook: Handbook) -> list[Asked]:
    """The exam questions with one right answer."""
    return [
        (section.id, resolve(one.ask, handbook), tuple(resolve(option.text, handbook) for option in one.options), rights[0])
        for section in handbook.sections for one in section.questions
        if one.use == "exam" and len(rights := [at for at, option in enumerate(one.options) if option.right]) == 1
    ]  # fmt: skip


def words(text: str) -> list[str]:
    return [word[:5] for word in re.findall(r"\w+", folded(text)) if len(word) > 2]


def share(ask: str, option: str) -> float:
    asked = set(words(ask))
    return sum(word in asked for word in words(option))


LOOKS: dict[str, Callable[[str, str, int], float]] = {
    "longest": lambda ask, option, at: len(option),
    "shortest": lambda ask, option, at: -len(option),
    "first": lambda ask, option, at: -at,
    "second": lambda ask, option, at: -abs(at - 1),
    "last": lambda ask, option, at: at,
    "a comma": lambda ask, option, at: option.count(","),
    "digits": lambda ask, option, at: sum(sign.isdigit() for sign in option),
    "no digits": lambda ask, option, at: -sum(sign.isdigit() for sign in option),
    "negation": lambda ask, option, at: len(NEGATION.findall(option.lower())),
    "no negation": lambda ask, option, at: -len(NEGATION.findall(option.lower())),
    "most shared words": lambda ask, option, at: share(ask, option),
    "fewest shared words": lambda ask, option, at: -share(ask, option),
    "two sentences": lambda ask, option, at: len(re.findall(r"[.!?,;:]| и ", option)),
}


def passed(exam: Sequence[Asked], look: Callable[[str, str, int], float]) -> tuple[float, float]:
    """How many are right when the best looking is picked, ties shared, and how many by chance."""
    right = chance = 0.0
    for _, ask, options, at in exam:
        marks = [look(ask, option, place) for place, option in enumerate(options)]
        best = [place for place, mark in enumerate(marks) if mark == max(marks)]
        right += (at in best) / len(best)
        chance += 1 / len(options)
    return right / len(exam), chance / len(exam)


@pytest.mark.parametrize("look", LOOKS)
def test_looks_pass_no_exam(exam: list[Asked], look: str) -> None:
    right, chance = passed(exam, LOOKS[look])
    assert right <= chance + 0.10, f"{look}: {right:.0%}, chance {chance:.0%}"


def test_the_option_of_middle_length_passes_no_exam(exam: list[Asked]) -> None:
    """What is neither longest nor shortest looks considered: rules against both extremes drive authors there."""
    middle = sum(
        sorted(map(len, options)).index(len(options[at])) == 1 for _, _, options, at in exam if len(options) == 3
    )
    assert middle / len(exam) <= 1 / 3 + 0.10, f"{middle} of {len(exam)}"


@pytest.mark.parametrize("rank", range(5), ids=["lowest", "second", "middle", "fourth", "highest"])
def test_the_place_of_a_number_among_numbers_passes_no_exam(exam: list[Asked], rank: int) -> None:
    """Who does not know takes the moderate number; whoever writes against that, the extreme one."""
    ranks = [
        sorted(numbers).index(numbers[at])
        for _, _, options, at in exam
        if len(numbers := [amount(option) for option in options]) == 5 and -1 not in numbers
    ]
    assert len(ranks) >= 20
    assert ranks.count(rank) / len(ranks) <= 1 / 5 + 0.15, f"{ranks.count(rank)} of {len(ranks)}"


def amount(option: str) -> int:
    """The first number or time of day in hundredths, -1 without one: 9:30 lies between 9:00 and 10:00."""
    found = re.search(r"(\d+)(?::(\d\d))?", re.sub(r"(?<=\d)\s(?=\d)", "", option))
    return -1 if found is None else 100 * int(found[1]) + int(found[2] or 0)


def features(ask: str, option: str, at: int, options: Sequence[str]) -> Iterator[str]:
    yield from (f"w:{word}" for word in words(option))
    yield f"long:{sorted(map(len, options)).index(len(option))}"
    yield f"not:{bool(NEGATION.search(option.lower()))}"
    yield f"digits:{any(sign.isdigit() for sign in option)}"
    yield f"comma:{',' in option}"
    yield f"shared:{min(2, int(share(ask, option)))}"
    yield f"start:{words(option)[0] if words(option) else ''}"


def test_a_small_classifier_that_never_saw_the_section_passes_no_exam(exam: list[Asked]) -> None:
    """Naive Bayes over words, length, signs and what is shared, trained on all other sections."""
    right = 0
    for section in {one[0] for one in exam}:
        counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        sizes = Counter[bool]()
        for other, ask, options, at in exam:
            for place, option in enumerate(options if other != section else ()):
                counts[place == at].update(set(features(ask, option, place, options)))
                sizes[place == at] += 1
        for _, ask, options, at in (one for one in exam if one[0] == section):
            marks = [
                sum(math.log((counts[True][one] + 1) / (sizes[True] + 2)) - math.log((counts[False][one] + 1) / (sizes[False] + 2)) for one in set(features(ask, option, place, options)))
                for place, option in enumerate(options)
            ]  # fmt: skip
            right += marks.index(max(marks)) == at
    chance = sum(1 / len(one[2]) for one in exam) / len(exam)
    assert right / len(exam) <= chance + 0.10, f"{right} of {len(exam)}, chance {chance:.0%}"


def test_a_third_asks_for_numbers_or_order(handbook: Handbook) -> None:
    """What common sense does not know: how much, by when, in which order, who decides above which sum."""
    number = re.compile(
        r"\d|\{\{|\b(один|одн|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|двадцат|полгода|полчаса|час|минут|раз|первым)\w*",
        re.I,
    )
    asked = [one for section in handbook.sections for one in section.questions if one.use == "exam"]
    told = [
        one
        for one in asked
        if one.in_order
        or any(number.search(option.text) for option in one.options)
        or re.search(r"сколько|когда|порядк|первым|по очереди", one.ask)
    ]
    assert 3 * len(told) >= len(asked), f"{len(told)} of {len(asked)}"


def test_every_question_of_the_exam_can_be_asked(handbook: Handbook) -> None:
    for exam in handbook.shared["exam"]:
        for section in exam.must_know:  # type: ignore[attr-defined]
            assert sum(one.use == "exam" for one in handbook.section[section].questions) >= 3
