"""Which thing of today is which of before: by its id, by its content, else by most of its words; each once."""

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.diff.matching import moved, pairs
from cjm.model import Choice, Step


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (["а"], ["а"], [("а", "а")]),
        ([], ["а"], [(None, "а")]),
        (["а"], [], [("а", None)]),
        (["раз два три", "раз"], ["раз", "раз два три"], [("раз", "раз"), ("раз два три", "раз два три")]),
        # Three words of five are the same thing reworded, two of four are another.
        (["а б в г д"], ["а б в х у"], [("а б в г д", "а б в х у")]),
        (["а б в г"], ["а б х у"], [(None, "а б х у"), ("а б в г", None)]),
        # One was two things before: it is the one that it is most like, and the other is gone.
        (["а б в д", "а б в г"], ["а б в г е"], [("а б в г", "а б в г е"), ("а б в д", None)]),
        # Two were one before: the second is new.
        (["а б в г"], ["а б в д", "а б в г е"], [(None, "а б в д"), ("а б в г", "а б в г е")]),
        (["А Б В"], ["а б в"], [("А Б В", "а б в")]),
        (["а", "а"], ["а", "а", "а"], [("а", "а"), ("а", "а"), (None, "а")]),
    ],
)  # fmt: skip
def test_each_with_what_it_was(old: list[str], new: list[str], found: list[tuple[str | None, str | None]]) -> None:
    assert pairs(old, new) == found


def test_an_id_says_more_than_content_and_content_more_than_words() -> None:
    hello, other, same = Step(id="hello", do="Раз."), Step(id="hello", do="Два."), Step(id="later", do="Раз.")
    assert pairs([hello], [same, other]) == [(None, same), (hello, other)]
    assert pairs([hello], [same]) == [(hello, same)]


def test_words_further_in_count_too() -> None:
    def step(when: str) -> Step:
        return Step(do="Да.", next=(Choice(when=when, to="a"),))

    long, like, other = (
        step("гость пришёл раньше времени"),
        step("гость пришёл раньше срока"),
        step("зал ещё закрыт весь"),
    )
    assert pairs([long, other], [other, like]) == [(other, other), (long, like)]
    assert pairs([long], [other]) == [(None, other), (long, None)]


WORDS = st.lists(st.lists(st.sampled_from("абвг"), min_size=1, max_size=4).map(" ".join), max_size=5)


@given(WORDS, WORDS)
def test_nothing_is_lost_and_nothing_is_there_twice(old: list[str], new: list[str]) -> None:
    found = pairs(old, new)
    assert [after for _, after in found if after is not None] == new
    assert Counter(before for before, _ in found if before is not None) == Counter(old)


@pytest.mark.parametrize(
    ("old", "new", "elsewhere"),
    [
        ("abc", "abc", ""), ("abc", "xabcy", ""), ("abcx", "abc", ""), ("abcd", "bcda", "a"), ("abcd", "dabc", "d"), ("ab", "xy", ""),
        ("abxcd", "abcyd", ""),
    ],
)  # fmt: skip
def test_what_stands_elsewhere(old: str, new: str, elsewhere: str) -> None:
    assert moved(tuple(old), tuple(new)) == set(elsewhere)


def test_in_every_order_what_did_not_move_is_in_order() -> None:
    for new in itertools.permutations("abcd"):
        still = [one for one in new if one not in moved(tuple("abcd"), new)]
        assert still == sorted(still) and len(still) >= 1
