"""One text in other bytes: it is read as the same text, and `--fix` changes what it names and not a byte beside it."""

import datetime as dt
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.language.signs import as_read, places_as_written
from cjm.load import load
from cjm.repair import mend

SECTION = "guideline/sections/visit.yml"
TEXT = """section: visit
title: Визит # ещё не готов, её нет
trigger: Йод и ёж
steps:
  - id: greet
    do: Поздоровайтесь и ещё раз.
    doen_when: Её ответ слышен.
    say: |
      Её ещё\tнет.
"""
BITS = st.sampled_from(
    ["и\u0306", "е\u0308", "й", "ё", "\u200b", "\u00ad", "\ufeff", "а", "\u0301", " ", "\n", "x", "👨\u200d👩"]
)


@given(st.lists(BITS, max_size=30).map("".join))
def test_every_place_of_what_is_read_leads_back(written: str) -> None:
    read, at = as_read(written), places_as_written(written)
    assert as_read(read) == read
    for start in range(len(read)):
        assert as_read(written[at(start) : at(start + 1)]) == read[start] or not read[start].strip("\u0301")
    assert at(len(read)) == len(written)


@settings(max_examples=40, deadline=None)
@given(nfd=st.booleans(), crlf=st.booleans(), bom=st.booleans(), hidden=st.integers(60, len(TEXT) - 1))
def test_fix_changes_only_what_it_names(nfd: bool, crlf: bool, bom: bool, hidden: int) -> None:
    """The misspelt key is mended, and a soft hyphen in a text, the form of its letters and its line ends stay."""
    text = TEXT
    if text[hidden - 1].isalpha() and text[hidden].isalpha() and not text[hidden].isascii():
        text = text[:hidden] + "\u00ad" + text[hidden:]
    text = unicodedata.normalize("NFD", text) if nfd else text
    text = text.replace("\n", "\r\n") if crlf else text
    raw = (b"\xef\xbb\xbf" if bom else b"") + text.encode("utf-8")
    made = mend({SECTION: raw}, today=dt.date(2026, 11, 2))
    assert [one.after for one in made.files] == [raw.replace(b"doen_when", b"done_when")]


def test_a_decomposed_text_is_the_same_text() -> None:
    one, other = (load({SECTION: unicodedata.normalize(form, TEXT).encode()}).sections[0] for form in ("NFC", "NFD"))
    assert (one.title, one.trigger, one.steps[0].say) == (other.title, other.trigger, other.steps[0].say)


def test_an_invisible_sign_is_named_and_removed() -> None:
    raw = TEXT.replace("greet", "gre\u200bet").replace("doen", "done").encode()
    handbook = load({SECTION: raw})
    assert [(one.form, one.values["sign"]) for one in handbook.problems] == [("hidden", "U+200B")]
    [made] = mend({SECTION: raw}, today=dt.date(2026, 11, 2)).files
    assert made.after == raw.replace("\u200b".encode(), b"")
