"""The site speaks Russian and English, with the same gaps in both."""

import dataclasses
import datetime as dt
import re
from pathlib import Path

import pytest

from cjm.load import load_folder
from cjm.pages import loader, site
from cjm.pages.strings import script_strings, sections_counted, site_strings, theme_strings

HERE = Path(__file__).resolve().parent
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def test_gaps_are_the_same_in_both_languages() -> None:
    for ru, en in (
        (vars(site_strings("ru")), vars(site_strings("en"))),
        (script_strings("ru"), script_strings("en")),
        (theme_strings("ru"), theme_strings("en")),
    ):
        for name in ru:
            assert sorted(re.findall(r"\{\w+\}", ru[name])) == sorted(re.findall(r"\{\w+\}", en[name])), name
            assert not CYRILLIC.search(en[name]), name


def test_an_english_handbook_has_english_service_words() -> None:
    handbook = load_folder(HERE / "handbook")
    handbook = dataclasses.replace(handbook, outline=dataclasses.replace(handbook.outline, language="en"))
    page = site(handbook, loader(HERE), today=dt.date(2026, 11, 22)).pages["sections/reschedule.md"]
    for words in ("## What to do", "## The client says", "You decide", "Copy", "2\u00a0November 2026", "step 2 →"):
        assert words in page


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 раздел"),
        (2, "2 раздела"),
        (5, "5 разделов"),
        (11, "11 разделов"),
        (34, "34 раздела"),
        (112, "112 разделов"),
        (121, "121 раздел"),
    ],
)
def test_a_number_and_its_noun_agree(count: int, words: str) -> None:
    assert sections_counted(count, "ru") == words
