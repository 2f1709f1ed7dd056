"""The words at fault inside a value: their line and column, whatever the capitals and the white space between them."""

import pytest

from cjm.model import Place
from cjm.workspace.narrow import narrow, within

TEXT = "a: слева\nb: Просим  Вас\n  подождать, просим вас\nc: просим вас\n"
VALUE = Place("a.yml", 2, 4, TEXT.index("Просим"), TEXT.index("\nc:"))


@pytest.mark.parametrize(
    ("quote", "line", "column", "found"),
    [
        ("Просим  Вас", 2, 4, "Просим  Вас"),
        ("просим вас", 2, 4, "Просим  Вас"),
        ("ПРОСИМ\nВАС", 2, 4, "Просим  Вас"),
        ("вас подождать", 2, 12, "Вас\n  подождать"),
        ("подождать,", 3, 3, "подождать,"),
        (", п", 3, 12, ", п"),
        ("подождать, просим", 3, 3, "подождать, просим"),
    ],
)
def test_the_first_stretch_that_reads_so(quote: str, line: int, column: int, found: str) -> None:
    place = narrow(VALUE, quote, TEXT)
    assert (place.file, place.line, place.column, TEXT[place.start : place.end]) == ("a.yml", line, column, found)


@pytest.mark.parametrize("quote", ["", "  ", "слева", "вас\nc", "подождать.", "под.ждать", "вас просим подождать"])
def test_what_does_not_stand_in_the_value_is_the_whole_value(quote: str) -> None:
    assert narrow(VALUE, quote, TEXT) == VALUE


@pytest.mark.parametrize("word", ["слева", "Просим", "подождать", "c:"])
def test_a_stretch_of_a_file_knows_its_line_and_column(word: str) -> None:
    start = TEXT.index(word)
    place = within(Place("a.yml", 1, 1), start, start + len(word), TEXT)
    assert TEXT.split("\n")[place.line - 1][place.column - 1 :].startswith(word)
