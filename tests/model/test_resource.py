"""A form of the club: linked on the site, readable on paper, bare in words that are copied, checked where it is typed."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cjm.book import book
from cjm.lint import lint
from cjm.model import Handbook
from cjm.pages import loader, site
from cjm.search.index import search_index
from cjm.search.probes import ask
from cjm.wording import said, said_html

TODAY = dt.date(2026, 11, 22)
FORM = """resources:
  - id: trial-form
    title: Анкета после пробного
    kind: form
    address: https://forms.example/trial/
    what: Родитель отвечает на пять вопросов.
    used_by: desk
"""
Load = Callable[[Mapping[str, str]], Handbook]


def club(load_text: Load, steps: str, resources: str = FORM, facts: str = "") -> Handbook:
    texts = {
        "guideline/handbook.yml": (
            "handbook: club\ntitle: Клуб\nlanguage: ru\nparts: [{id: all, title: Всё, sections: [visit]}]\n"
            "people: [{id: anna, name: Анна}]\n"
        ),
        "guideline/roles.yml": "roles: [{id: desk, title: Администратор}]\n",
        "guideline/resources.yml": resources,
        "guideline/sections/visit.yml": (
            "section: visit\ntitle: Визит\nowner: anna\nperformer: desk\npurpose: Гость знает, куда идти.\n"
            f"trigger: Гость вошёл.\nresult: Гость отмечен.\nkind: general\nsteps:\n{steps}"
        ),
    }
    return load_text(texts | ({"guideline/facts.yml": facts} if facts else {}))


LINKED = (
    "  - id: send\n    do: Попросите об отзыве.\n    how: Пошлите [анкету](resource:trial-form) тому, кто пришёл.\n"
)
COPIED = "  - id: send\n    do: Напишите родителю.\n    write: Заполните, пожалуйста, [анкету](resource:trial-form).\n"


def test_a_link_is_clickable_on_the_site(load_text: Load) -> None:
    page = site(club(load_text, LINKED), loader(Path()), today=TODAY).pages["sections/visit.md"]
    assert '<a href="https://forms.example/trial/" rel="noopener">анкету</a>' in page


def test_it_has_a_page_of_its_own_and_a_place_in_the_menu(load_text: Load) -> None:
    made = site(club(load_text, LINKED), loader(Path()), today=TODAY)
    page = made.pages["resources.md"]
    assert "Анкета после пробного {: #resource-trial-form" in page
    assert '<dd><a href="roles/desk.html">Администратор</a></dd>' in page
    assert {"Что под рукой": "resources.md"} in made.nav[-1]["Справочник"]


def test_on_paper_the_address_stands_in_short_and_as_a_code(load_text: Load) -> None:
    made = book(club(load_text, LINKED), today=TODAY).data
    how = made["parts"][0]["sections"][0]["steps"][0]["how"]
    assert [" (forms.example/trial)" in str(run) for run in how[0]["runs"]].count(True) == 1
    chapter = next(one for one in made["back"] if one["kind"] == "resources")
    assert chapter["title"] == "Что под рукой" and chapter["data"][0]["qr"].startswith("<svg")


def test_words_that_are_copied_have_the_bare_address(load_text: Load) -> None:
    handbook = club(load_text, COPIED)
    words = handbook.sections[0].steps[0].write
    assert said(words, handbook) == "Заполните, пожалуйста, анкету https://forms.example/trial/."
    assert "<p>Заполните, пожалуйста, анкету https://forms.example/trial/.</p>" in said_html(words, handbook)


def test_one_search_finds_it(load_text: Load) -> None:
    (answer,) = ask(search_index(club(load_text, LINKED)), ["анкета после пробного"])
    assert answer.hits[0].id == "page:resources.html"
    assert answer.hits[0].anchors == ("resources.html#resource-trial-form",)


@pytest.mark.parametrize(
    ("steps", "facts", "codes"),
    [
        (LINKED, "", []),
        (COPIED, "", []),
        (LINKED.replace("trial-form", "trail-form"), "", ["CJM502"]),
        (COPIED.replace("resource:trial-form", "section:visit"), "", ["CJM502"]),
        # A fact that is an address, typed as a link: nobody is told to put braces where 502 refuses them.
        (
            LINKED.replace("resource:trial-form", "https://forms.example/old"),
            "facts: [{id: form, title: Анкета, value: forms.example/old}]\n",
            [],
        ),
    ],
)
def test_lint_lets_it_stand_and_finds_what_is_dead(load_text: Load, steps: str, facts: str, codes: list[str]) -> None:
    found = lint(club(load_text, steps, facts=facts), today=TODAY)
    assert [one.code for one in found if one.code in ("CJM502", "CJM306", "CJM001")] == codes


@pytest.mark.parametrize(
    ("address", "valid"),
    [
        ("https://forms.example/trial", True),
        ("http://forms.example", True),
        ("mailto:desk@club.example", True),
        ("tel:+74950000000", True),
        ("forms.example/trial", False),
        ("https://", False),
        ("https://forms.example/два слова", False),
        ("mailto:desk", False),
    ],
)
def test_an_address_is_an_address(load_text: Load, address: str, valid: bool) -> None:
    made = club(load_text, LINKED, FORM.replace("https://forms.example/trial/", f'"{address}"'))
    assert ([problem.form for problem in made.problems] == []) is valid
    if not valid:
        (finding,) = (one for one in lint(made, today=TODAY) if one.code == "CJM001")
        assert finding.place.line == 5 and "напишите адрес целиком" in finding.hint
