"""Days, phrases, counts and the room they take, as a reader of either language expects them."""

import datetime as dt

import pytest

from cjm.language.cells import cells
from cjm.language.dates import in_figures, in_words
from cjm.language.numerals import counted
from cjm.language.phrases import capital, condition, lower, quoted
from cjm.language.says import Language

DAY = dt.date(2026, 11, 2)


def test_a_day() -> None:
    assert in_words(DAY, "ru") == "2\u00a0ноября 2026" and in_words(DAY, "en") == "2\u00a0November 2026"
    assert in_figures(DAY, "ru") == "02.11.2026" and in_figures(DAY, "en") == "2026-11-02"
    assert in_words(None, "ru") == in_words(None, "en") == ""


@pytest.mark.parametrize(
    ("typed", "language", "mark"),
    [
        ("мест нет", "ru", "если мест нет"),
        ("Если мест нет", "ru", "если мест нет"),
        ("После занятия", "ru", "после занятия"),
        ("СБП не работает", "ru", "если СБП не работает"),
        ("No places left", "en", "if no places left"),
        ("When it rains", "en", "when it rains"),
    ],
)
def test_a_condition_is_a_mark(typed: str, language: Language, mark: str) -> None:
    assert condition(typed, language) == mark


@pytest.mark.parametrize(
    ("typed", "language", "shown"),
    [
        ("Дорого!", "ru", "«Дорого!»"),
        ("«Дорого!»", "ru", "«Дорого!»"),
        ("Мне сказали «потом»", "ru", "«Мне сказали „потом“»"),
        ('"Too much"', "en", "“Too much”"),
        ('"', "ru", '«"»'),
        ("", "ru", "«»"),
    ],
)
def test_a_client_is_quoted_once(typed: str, language: Language, shown: str) -> None:
    assert quoted(typed, language) == shown


def test_a_phrase_begins_a_line_or_goes_on() -> None:
    assert capital("кто-то ждёт") == "Кто-то ждёт" and capital("") == ""
    assert lower("Администратор") == "администратор" and lower("СММ-менеджер") == "СММ-менеджер" and lower("") == ""


@pytest.mark.parametrize(
    ("count", "ru", "en"),
    [
        (0, "0 карт", "0 maps"), (1, "1 карта", "1 map"), (3, "3 карты", "3 maps"), (11, "11 карт", "11 maps"),
        (21, "21 карта", "21 maps"), (112, "112 карт", "112 maps"), (134, "134 карты", "134 maps"),
    ],
)  # fmt: skip
def test_a_count_bends_its_noun(count: int, ru: str, en: str) -> None:
    forms = ("карта", "карты", "карт"), ("map", "maps")
    assert (counted(count, *forms, "ru"), counted(count, *forms, "en")) == (ru, en)


def test_a_terminal_gives_wide_signs_two_columns_and_accents_none() -> None:
    assert cells("Путь") == 4 and cells("й") == 1 and cells("日本") == 4
