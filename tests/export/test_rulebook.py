"""The pages of the rules in docs/ are those that the program writes, and they hold together."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cjm.lint import all_rules
from cjm.rulebook import rulebook

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="module")
def book() -> dict[str, str]:
    return rulebook()


def test_the_pages_in_docs_are_current(book: dict[str, str]) -> None:
    stale = [
        name
        for name, text in book.items()
        if not (DOCS / name).is_file() or (DOCS / name).read_text(encoding="utf-8") != text
    ]
    assert not stale, "write them anew: cjm rule --out docs"
    written = {f"rules/{file.name}" for file in (DOCS / "rules").iterdir()}
    assert written == {name for name in book if name.startswith("rules/")}


@pytest.mark.parametrize("page", ["rules.ru.md", "rules.en.md"])
def test_every_rule_has_its_place_and_every_picture_its_file(book: dict[str, str], page: str) -> None:
    for rule in all_rules():
        assert f'<a id="{rule.code.lower()}"></a>' in book[page] and f"](#{rule.code.lower()})" in book[page]
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", book[page])
    assert sorted(pictures) == sorted(name for name in book if name.endswith(".svg"))


def test_graph_rules_are_drawn_bad_and_good(book: dict[str, str]) -> None:
    for code in ("cjm104", "cjm105", "cjm107", "cjm206"):
        assert f"rules/{code}-bad-1.svg" in book and f"rules/{code}-good-1.svg" in book
    for name, text in book.items():
        if name.endswith(".svg"):
            ElementTree.fromstring(text)
