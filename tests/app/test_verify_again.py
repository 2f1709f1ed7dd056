"""An edition made again: which pages are others, and what is said where it cannot be made."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import cjm
from cjm.app import verify_again
from cjm.load import load


@pytest.mark.parametrize(
    ("again", "program", "how", "pages", "told"),
    [
        ("abc", cjm.__version__, "same", (), "все страницы те же"),
        ("axc", cjm.__version__, "other", (2,), "страницы другие: 2."),
        ("xb", cjm.__version__, "other", (1, 3), "страницы другие: 1, 3."),
        ("abcd", cjm.__version__, "other", (4,), "страницы другие: 4."),
        (None, cjm.__version__, "gone", (), "в git такого состояния нет"),
        ("abc", "0.1", "program", (), "другая версия программы, 0.1"),
    ],
)
def test_pages_are_compared_one_by_one(
    monkeypatch: pytest.MonkeyPatch, again: str | None, program: str, how: str, pages: tuple[int, ...], told: str
) -> None:
    monkeypatch.setattr(verify_again, "manifest_of", lambda edition: edition)
    monkeypatch.setattr(verify_again, "printed_again", lambda *_: again and SimpleNamespace(pages=tuple(again)))
    edition: Any = SimpleNamespace(number=2, code="0" * 64, program=program, pages=tuple("abc"))
    found = verify_again.compared(load({}), Path(), edition)
    assert (
        (found.how, found.pages) == (how, pages) and told in found.to("ru") and "Редакция 2, код 0000" in found.to("ru")
    )
