"""Days, phrases, counts and the room they take, as a reader of either language expects them."""

import datetime as dt
import re

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from cjm.language.cells import cells
from cjm.language.dates import in_figures, in_words
from cjm.language.durations import seconds, spoken
from cjm.language.numerals import counted, noun
from cjm.language.phrases import capital, condition, lower, quoted
from cjm.language.says import LANGUAGES, Language

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


def test_every_count_takes_the_form_that_the_plural_rules_of_the_language_give_it() -> None:
    """The oracle is Babel's copy of Unicode's rules."""
    ru, en = Locale("ru").plural_form, Locale("en").plural_form
    for count in (*range(1_300), 11_014, 1_000_021):
        assert noun(count, ("one", "few", "many"), "ru") == ru(count), count
        assert noun(count, ("one", "other"), "en") == en(count), count


@pytest.mark.parametrize(
    ("written", "length"),
    [
        *((f"{count} {unit}", count * size) for size, units in {
            1: "с сек секунд s sec seconds", 60: "м мин минут m min minutes", 3_600: "ч час часа часов h hours",
            86_400: "д дн дня дней сут суток d days", 604_800: "нед недели недель weeks",
            2_592_000: "мес месяца месяцев months",
        }.items() for unit in units.split() for count in (2, 5)),
        ("1 секунда", 1), ("1 секунду", 1), ("3 секунды", 3), ("1 second", 1), ("1 минута", 60), ("1 минуту", 60),
        ("3 минуты", 180), ("1 minute", 60), ("1 hour", 3_600), ("1 день", 86_400), ("сутки", 86_400),
        ("1 day", 86_400), ("неделя", 604_800), ("1 неделю", 604_800), ("1 week", 604_800), ("месяц", 2_592_000),
        ("1 month", 2_592_000), ("полчаса", 1_800), ("полдня", 43_200), ("1,5 ч", 5_400), ("1.5 h", 5_400),
        ("15мин.", 900), ("1 ч. 30 мин.", 5_400), ("2 ДНЯ", 172_800), ("0 мин", 0), ("СРАЗУ", 0), ("At once", 0),
        ("immediately", 0), ("", None), (" ", None), ("5", None), ("мин 5", None), ("-5 мин", None), ("5 мин!", None),
        ("до 5 мин", 300), ("5 лет", 157_680_000),
    ],
)  # fmt: skip
def test_a_wait_is_as_long_as_it_says(written: str, length: int | None) -> None:
    assert seconds(written) == length


@pytest.mark.parametrize(
    ("length", "ru", "en"),
    [
        (0, "сразу", "at once"), (1, "1 с", "1 s"), (59, "59 с", "59 s"), (60, "1 мин", "1 min"), (5_400, "1 ч 30 мин", "1 h 30 min"),
        (86_399, "23 ч 59 мин 59 с", "23 h 59 min 59 s"), (90_061, "1 дн. 1 ч 1 мин 1 с", "1 d 1 h 1 min 1 s"),
        (30 * 86_400, "30 дн.", "30 d"),
    ],
)  # fmt: skip
def test_a_length_is_written_short(length: int, ru: str, en: str) -> None:
    assert (spoken(length, "ru"), spoken(length, "en")) == tuple(
        re.sub(r"(\d) (?=\D)", "\\1\u00a0", text) for text in (ru, en)
    )


@given(st.integers(0, 400 * 86_400), st.sampled_from(LANGUAGES))
def test_what_is_written_short_is_read_back(length: int, language: Language) -> None:
    assert seconds(spoken(length, language)) == length


def test_a_terminal_gives_wide_signs_two_columns_and_accents_none() -> None:
    assert cells("Путь") == 4 and cells("й") == 1 and cells("日本") == 4


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("полчаса", 30), ("полтора часа", 90), ("час-полтора", 90), ("четверть часа", 15), ("три четверти часа", 45),
        ("15–20 мин", 20), ("минут 10–15", 15), ("минут пять", 5), ("пара часов", 120), ("через пару минут", 2),
        ("1 час 30 минут", 90), ("1ч30м", 90), ("1,5 ч", 90), ("не позже чем через час", 60), ("в течение часа", 60),
        ("до конца дня", 1_440), ("до закрытия", 1_440), ("до конца смены", 1_440), ("рабочий день", 1_440),
        ("2 рабочих дня", 2_880), ("3-5 рабочих дней", 7_200), ("на следующий день", 2_880), ("до конца недели", 10_080),
        ("раз в полгода", 262_800), ("1 год", 525_600), ("раз в год", 525_600), ("сразу же", 0), ("a couple of hours", 120),
        ("half an hour", 30), ("2 business days", 2_880), ("end of day", 1_440),
        ("недолго", None), ("несколько минут", None), ("пара", None), ("до", None), ("", None), ("9" * 400 + " мин", None),
    ],
)  # fmt: skip
def test_a_wait_as_people_say_it(typed: str, minutes: int | None) -> None:
    assert seconds(typed) == (None if minutes is None else minutes * 60)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("5 рабочих дней", 7),
        ("2 рабочих дня", 4),  # begun before the days off
        ("7 дней", 7),  # only who says «рабочих» waits them out
        ("10 календарных дней", 10),
        ("2 недели", 14),
        ("10 рабочих дней", 14),
        ("5 business days", 7),
        ("5 days", 5),
    ],
)
def test_days_off_are_waited_out_by_working_days_alone(typed: str, days: int) -> None:
    assert seconds(typed, week=5) == days * 86_400


def test_hours_of_work_know_no_days_off() -> None:
    assert seconds("3 рабочих часа", week=5) == seconds("3 часа") == 10_800
