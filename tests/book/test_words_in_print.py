"""What an author types arrives in the book as values: words, styles, gaps, links that have a target."""

import datetime as dt
import unicodedata
from collections.abc import Callable

import pytest
from fontTools.ttLib import TTFont

from cjm.book import book
from cjm.book.text import Writer
from cjm.model import Handbook
from cjm.wording.glyphs import lacked, printable

from .conftest import ROOT

PLACES = frozenset({"section:visit", "section:visit/greet"})


@pytest.fixture
def writer(loaded: Callable[..., Handbook]) -> Writer:
    return Writer(loaded(), PLACES)


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("просто слова", ["просто слова"]),
        ("**да** и *нет*", [["да", {"strong": True}], " и\u00a0", ["нет", {"em": True}]]),
        ('#read("/etc/passwd") $x$ @y \\ //', ['#read("/etc/passwd") $x$ @y \\ //']),
        ("[встреча](section:visit)", [["встреча", {"to": "section:visit"}]]),
        ("[встреча](section:visit/greet)", [["встреча", {"to": "section:visit/greet"}]]),
        ("[звонок](section:call)", ["звонок"]),  # not in this book, and the site has no address
        ("[сайт](https://a.example)", [["сайт", {"url": "https://a.example"}]]),
        ("[файл](file:///etc/passwd)", ["[файл](file:///etc/passwd)"]),
        ("![схема](/etc/passwd)", ["схема"]),
        ("цена 1 500 ₽", ["цена 1\u00a0500\u00a0₽"]),
    ],
)
def test_a_line(writer: Writer, typed: str, set_as: list[object]) -> None:
    assert writer.line(typed) == set_as


def test_blocks(writer: Writer) -> None:
    typed = "# Заголовок\n\n1. один\n   - два\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n\n> цитата\n\n```\nкод\n```"
    assert [block["kind"] for block in writer.prose(typed)] == ["head", "list", "table", "quote", "code"]
    table = writer.prose(typed)[2]
    assert table == {"kind": "table", "align": ["right", "left"], "head": [["a"], ["b"]], "rows": [[["1"], ["2"]]]}


def test_words_to_say_keep_gaps_lines_and_paragraphs(writer: Writer) -> None:
    assert writer.said("<Имя>, здравствуйте!\nКак вы?\n\nЖду.\n") == [[["Имя"], ", здравствуйте!\nКак вы?"], ["Жду."]]


def test_a_long_word_can_be_broken_and_loses_no_letter(writer: Writer) -> None:
    word = "ж" * 10_000
    made = writer.label(word)
    assert made.replace("\u200b", "") == word
    assert max(map(len, made.split("\u200b"))) <= 32


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ждём 👋", "Ждём [?]"),
        ("👨‍👩‍👧 семья", "[?] семья"),
        ("иврит שלום עולם!", "иврит [?]!"),
        ("уда́р, и\u0306 и е\u0308", "уда́р, й и ё"),
        ("скры\u200bто\ufeff \u202eлево", "скрыто лево"),
        ("→ ≤ № ₽ « » — … ½", "→ ≤ № ₽ « » — … ½"),
    ],
)
def test_what_the_fonts_lack_is_visible(typed: str, shown: str) -> None:
    assert printable(typed) == shown


def test_the_list_of_printable_characters_is_that_of_the_fonts() -> None:
    for weight in (400, 500, 600, 700):
        there = TTFont(ROOT / f"site_build/assets/fonts/golos-text-{weight}.ttf").getBestCmap()
        for code in range(0x20, 0x2800):
            sign = chr(code)
            if printable(sign) == sign and sign.isprintable():
                assert code in there, f"U+{code:04X} is said to be printable, weight {weight} lacks it"
            elif code in there and sign.isprintable() and unicodedata.normalize("NFC", sign) == sign:
                assert not lacked(sign), f"U+{code:04X} is in weight {weight}, and said to be lacking"


def test_the_file_says_what_it_is_and_whose(load_text: Callable[..., Handbook]) -> None:
    outline = (
        "handbook: a\ntitle: Гайдлайн\norganisation: Клуб\ndescription: Как мы **работаем**\nlanguage: ru\n"
        "parts: [{id: p, title: Часть, sections: [visit]}]\n"
    )
    files = {
        "guideline/handbook.yml": outline,
        "guideline/sections/visit.yml": "section: visit\ntitle: Визит\nsteps: [{do: Раз.}]\n",
    }
    made = book(load_text(files), today=dt.date(2026, 11, 28)).data
    assert [made[name] for name in ("lang", "title", "author", "description")] == [
        "ru",
        "Гайдлайн",
        "Клуб",
        "Как мы работаем",
    ]
