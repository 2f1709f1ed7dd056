"""What was printed lives on: an earlier address of a section or a journey leads to the one of today."""

import re
from collections.abc import Callable, Mapping

import pytest

from cjm.model import Handbook
from cjm.pages.redirects import redirects

OUTLINE = "handbook: base\ntitle: Основа\nlanguage: {language}\nparts: [{{id: a, title: А, sections: [visit, {{planned: later, title: Потом}}]}}]\n"
SECTION = "section: visit\ntitle: Визит <гостя>\n"
JOURNEY = "journey: way\ntitle: Путь\nwas: walk\nstages: [{stage: s, title: С}]\n"

Load = Callable[[Mapping[str, str]], Handbook]


def pages(load_text: Load, was: str, language: str = "ru") -> dict[str, str]:
    return redirects(
        load_text(
            {
                "guideline/handbook.yml": OUTLINE.format(language=language),
                "guideline/sections/visit.yml": SECTION + f"was: {was}\n",
                "touchpoints/way.yml": JOURNEY,
            }
        )
    )


@pytest.mark.parametrize(
    ("was", "addresses"),
    [
        ("[]", []),
        ("[arrival]", ["sections/arrival.html"]),
        ("[arrival, coming]", ["sections/arrival.html", "sections/coming.html"]),
        ("[visit]", []),  # lint says so; the page of today stands there
        ("[later]", []),
        ("[../arrival, a/b, 'c\"d']", []),  # no address of this site
    ],
)
def test_a_page_for_each_earlier_address(load_text: Load, was: str, addresses: list[str]) -> None:
    assert list(pages(load_text, was)) == [*addresses, "journeys/walk.html"]


@pytest.mark.parametrize(("language", "words"), [("ru", "Страница переехала"), ("en", "This page has moved")])
def test_what_stands_on_it(load_text: Load, language: str, words: str) -> None:
    page = pages(load_text, "[arrival]", language)["sections/arrival.html"]
    assert f'<html lang="{language}">' in page and words in page
    assert '<meta name="robots" content="noindex">' in page
    assert re.findall(r'href="([^"]*)"', page) == ["visit.html", "visit.html"]
    assert 'location.replace("visit.html" + location.search + location.hash)' in page
    assert "<title>Визит &lt;гостя&gt;</title>" in page
