"""A month of the client's voice stands in the book and in nothing that is approved: the next one takes no approval away."""

import pytest
from pypdf import PdfReader

from .conftest import Club

INDEX = "indices: [{id: csi, title: CSI, formula: top-two, of: ask, target: не ниже 90}]\n"
FORM = "resources: [{id: ask, title: Анкета, kind: form, address: 'https://forms.example/a'}]\n"
MONTH = 'month: {month}\nanswers:\n  - {{index: csi, touchpoint: first/first-call, source: ask, best: 5, scores: {{"5": 30, "2": {bad}}}}}\n'


def count(club: Club, month: str, bad: int = 12) -> None:
    club.write(f"guideline/voice/{month}.yml", MONTH.format(month=month, bad=bad))


@pytest.fixture
def asked(club: Club) -> Club:
    club.write("guideline/indices.yml", INDEX)
    club.write("guideline/resources.yml", FORM)
    count(club, "2026-10")
    return club


def test_a_new_month_takes_no_approval_away(asked: Club) -> None:
    for by in ("boris", "anna"):
        assert asked.approve(by, "--all").exit_code == 0
    before = asked.told("review")
    count(asked, "2026-11")
    count(asked, "2026-10", bad=2)  # counted again: an answer came late
    assert asked.told("review") == before
    assert "ничего не изменилось" in asked.told("diff")


def test_a_month_counted_since_the_book_was_printed_does_not_refuse_it(asked: Club) -> None:
    book = asked.pdf()
    count(asked, "2026-11")
    for by in ("boris", "anna"):
        done = asked.cjm("approve", "--by", by, "--all", "--pdf", str(book))
        assert done.exit_code == 0, done.output


@pytest.mark.slow
def test_the_book_shows_the_month_in_the_whole_and_in_no_cut(asked: Club) -> None:
    whole = " ".join(page.extract_text() for page in PdfReader(asked.printed()).pages).replace("\u00a0", " ")
    for words in (
        "Голос клиента",
        "71 %",
        "на деле от 56 % до 83 %",
        "42 ответа",
        "новый месяц ничего не меняет",
        "29 %",
    ):
        assert words in whole, words
    cut = " ".join(page.extract_text() for page in PdfReader(asked.printed("--section", "call")).pages)
    assert "Голос клиента" not in cut
    count(asked, "2026-11")
    cover = PdfReader(asked.printed()).pages[0].extract_text().replace("\u00a0", " ")
    assert "Редакция 3" in cover, "another book than the two before, so it has a code of its own"
