"""Ids, letters that look alike, slips of the finger, and words in their forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.language.inflection import folded, forms_of
from cjm.language.letters import a_slip_apart, as_id, is_id, latin_twin, nearest, shared_start, strangers


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("a", True), ("no-show", True), ("a1-2b", True), ("", False), ("1a", False), ("-a", False), ("a-", False),
        ("a--b", False), ("No", False), ("a_b", False), ("a b", False), ("nо", False), ("a\n", False),
    ],
)  # fmt: skip
def test_an_id(text: str, is_one: bool) -> None:
    assert is_id(text) is is_one


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Визит", "vizit"), ("сомм", "comm"), ("Щётка для ёлки", "shchyotka-dlya-yolki"), ("No show!", "no-show"),
        ("2 раза", "id-2-raza"), ("", "id"), ("—", "id"), ("объект", "obekt"), ("a_b", "a-b"),
    ],
)  # fmt: skip
def test_an_id_is_made_of_words(text: str, id: str) -> None:
    assert as_id(text) == id and is_id(id)


def test_letters_that_only_look_latin() -> None:
    assert latin_twin("аdmin") == "admin" and latin_twin("жук") == "жyk"
    assert strangers("сосна-a") == "сона" and strangers("admin") == ""


@pytest.mark.parametrize(
    ("word", "names", "found"),
    [("admn", ["admin", "desk"], "admin"), ("abcde", ["abcxx"], "abcxx"), ("abcde", ["abxxx"], ""), ("a", [], "")],
)
def test_the_nearest_name_is_one_that_is_like_it(word: str, names: list[str], found: str) -> None:
    assert nearest(word, names) == found


@pytest.mark.parametrize(("one", "two", "same"), [("abc", "abd", 2), ("abc", "abc", 3), ("ab", "abc", 2), ("", "a", 0), ("x", "y", 0)])  # fmt: skip
def test_how_far_two_words_agree(one: str, two: str, same: int) -> None:
    assert shared_start(one, two) == shared_start(two, one) == same


def slips(word: str) -> set[str]:
    """Every word of a, b, c that one slip makes of `word`: what the function never lists."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    less = {one + two[1:] for one, two in cuts if two}
    more = {one + letter + two for one, two in cuts for letter in "abc"}
    other = {one + letter + two[1:] for one, two in cuts if two for letter in "abc"}
    swapped = {one + two[1] + two[0] + two[2:] for one, two in cuts if len(two) > 1}
    return (less | more | other | swapped) - {word}


WORD = st.text(alphabet="abc", min_size=0, max_size=5)


@given(WORD, WORD)
def test_a_slip_as_by_brute_force(one: str, two: str) -> None:
    assert a_slip_apart(one, two) == (two in slips(one))


def test_a_letter_of_another_alphabet_is_a_slip_however_many_there_are() -> None:
    assert a_slip_apart("соmм", "comm") and not a_slip_apart("comm", "comm")


@pytest.mark.parametrize(
    ("word", "same", "other"),
    [
        ("перезвоните", "перезвони перезвоните", "перезвоню перезвонил"),
        ("хотели", "хотел хотела хотело хотели", "хотите хотят"),
        ("клиент", "клиента клиенту клиентом клиенты клиентов клиентами", "клиентский клиника"),
        ("проблема", "проблемы проблему проблемой проблем", "проблемка"),
        ("боимся", "боимся", "боялся"),
        ("боялся", "боялся боялась боялось боялись", "боится боюсь"),
        ("я", "я мы", "ты"),
        ("=дорого", "дорого", "дорогой"),
        ("ещё", "еще", "вообще"),
        ("call", "call calls called calling", "caller"),
        ("story", "story stories", "storm"),
        ("class", "class classes", "clas"),
    ],
)
def test_a_word_in_its_forms(word: str, same: str, other: str) -> None:
    has = forms_of(word).has
    assert [one for one in same.split() if not has(folded(one))] == []
    assert [one for one in other.split() if has(folded(one))] == []
