"""The site, the book and the cards of a value are those of the projected handbook, byte for byte."""

import datetime as dt
from pathlib import Path

import pytest

from cjm.app.build import build
from cjm.app.printing import Printed, print_handbook
from cjm.book import book
from cjm.book import cards as desk_cards
from cjm.load import load, load_folder
from cjm.model import Handbook
from cjm.projection import cut_out
from cjm.publish.build import Published, publish
from cjm.publish.pdf import pdf
from cjm.search import search_index

from .test_project import FILES, HEAD

TODAY = dt.date(2026, 11, 27)
ADDRESSED = {
    **FILES,
    "guideline/handbook.yml": HEAD.replace("language: ru\n", "language: ru\naddress: https://g.example\n"),
}


def handbook() -> Handbook:
    return load({path: text.encode() for path, text in ADDRESSED.items()})


@pytest.fixture
def club(tmp_path: Path) -> Path:
    for path, text in ADDRESSED.items():
        (tmp_path / "club" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "club" / path).write_text(text, encoding="utf-8")
    return tmp_path / "club"


def below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.mark.slow
def test_the_site_of_a_value_is_that_of_the_projected_handbook(club: Path, tmp_path: Path) -> None:
    *_, made = build(load_folder(club), club, today=TODAY, draft=True, cell={"branch": "north"})
    assert isinstance(made, Published)
    cut = cut_out(handbook(), {"branch": "north"})
    *_, other = publish(cut, tmp_path / "other", lambda: search_index(cut), today=TODAY)
    assert isinstance(other, Published)
    assert below(made.site) == below(other.site)
    whole = handbook()
    *_, all_of_it = publish(whole, tmp_path / "whole", lambda: search_index(whole), today=TODAY)
    assert isinstance(all_of_it, Published)
    assert below(made.site) != below(all_of_it.site) and "sections/keys.html" not in below(made.site)


@pytest.mark.slow
def test_the_cards_of_a_value_are_those_of_the_projected_handbook(club: Path) -> None:
    *_, made = print_handbook(load_folder(club), club, today=TODAY, cards=True, draft=True, cell={"branch": "north"})
    assert isinstance(made, Printed) and made.file.name == "club-north-cards.pdf"
    cut = cut_out(handbook(), {"branch": "north"})
    assert made.file.read_bytes() == pdf(desk_cards(cut, today=TODAY, draft=True), club)


def test_the_book_of_a_value_says_what_it_is_for_and_its_codes_choose_it() -> None:
    data = book(cut_out(handbook(), {"branch": "north"}), today=TODAY).data
    assert {one.replace("\u00a0", " ") for one in (data["title"], data["cover"]["title"])} == {"Стандарты — Север"}
    (section,) = [one for part in data["parts"] for one in part["sections"]]
    assert section["number"] == "2" and section["address"] == "https://g.example/sections/opening.html?for=branch:north"
    plain = book(handbook(), today=TODAY).data["parts"][0]["sections"][1]
    assert plain["address"] == "https://g.example/sections/opening.html"


def test_the_search_of_a_value_knows_nothing_of_the_others() -> None:
    cut, whole = (search_index(one) for one in (cut_out(handbook(), {"branch": "north"}), handbook()))
    assert "Принесите лампу" in whole and "Принесите лампу" not in cut
    assert "Ключи" in whole and "Ключи" not in cut


def test_each_page_and_card_of_a_value_says_so_and_a_step_for_others_whose_it_is() -> None:
    cut = cut_out(handbook(), {"branch": "north"})
    assert all(
        made.data["edition"].startswith("Север · ") for made in (book(cut, today=TODAY), desk_cards(cut, today=TODAY))
    )
    (steps,) = [
        one
        for one in desk_cards(handbook(), today=TODAY).data["cards"]
        if one["kind"] == "steps" and one["title"] == "Открытие"
    ]
    assert steps["steps"][1]["head"] == ["Принесите лампу", " (Юг)"]
