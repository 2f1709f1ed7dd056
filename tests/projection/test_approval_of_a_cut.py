"""An approval is of the whole: a cut can approve what it shows whole, and nothing of which it hides a variant."""

import datetime as dt

from approval.paper import approved

from cjm.app.edition import edition_of
from cjm.approval import standings
from cjm.approval.conditions import against_book
from cjm.approval.cuts import hidden
from cjm.approval.items import items
from cjm.approval.record import BookRead
from cjm.approval.release import as_approved
from cjm.book import WHOLE, book
from cjm.graph.dependencies import grounds
from cjm.load import load
from cjm.projection import cut_out, project

from .test_project import FILES, HEAD, whole

DAY = dt.date(2026, 11, 27)
PLAIN = "section: plain\ntitle: Простой\nsteps: [{id: stop, do: Стойте.}]\n"
APPROVED = {**FILES, "guideline/handbook.yml": HEAD.replace("name: Анна Орлова}", "name: Анна Орлова, approves: true}")}
NORTH = "section: sauna\ntitle: Баня\nfor: {branch: north}\nsteps: [{id: heat, do: Топите.}]\n"
MORE = {"guideline/sections/plain.yml": PLAIN, "guideline/sections/sauna.yml": NORTH}


def test_a_cut_hides_just_the_items_of_which_it_leaves_something_out() -> None:
    made = whole(**MORE)
    told = hidden(project(made, {"branch": "north"}))
    assert {
        "section:keys",
        "section:opening",
        "fact:opens",
        "journey:visit",
        "dimension:branch",
        "people",
        "outline",
    } == told
    assert {"section:plain", "section:sauna", "dimension:state"} <= items(made).keys() - told
    assert hidden(made) == frozenset()


def test_the_record_of_a_cut_names_what_it_prints_whole_and_approve_refuses_the_rest() -> None:
    made = whole(**MORE)
    cut = cut_out(made, {"branch": "north"})
    edition = edition_of(cut, book(cut, today=DAY), WHOLE, DAY, {})
    assert edition.scope == "?for=branch:north"
    assert edition.items == {name: one.digest for name, one in items(made).items() if name not in hidden(cut)}
    refused = list(
        against_book(
            made, BookRead(edition, "0"), ["section:plain", "section:sauna", "section:opening"], False, DAY, "ru"
        )
    )
    assert len(refused) == 1 and refused[0].startswith(
        "раздел «Открытие»: в этом PDF только то, что действует для его значения"
    )


def test_the_sheet_of_a_cut_says_what_is_not_read() -> None:
    cut = cut_out(whole(**MORE), {"branch": "north"})
    unread = book(cut, today=DAY).data["approval"]["unread"]
    assert len(unread) == 1 and "Открытие" in unread[0] and "Простой" not in unread[0]
    assert book(whole(**MORE), today=DAY).data["approval"]["unread"] == []


def test_how_a_cut_stands_is_how_the_whole_does() -> None:
    made = whole()
    assert standings(project(made, {"branch": "north"}), DAY).of.keys() == standings(made, DAY).of.keys()


def test_what_has_variants_rests_on_the_dimension_so_a_new_value_is_read_with_it() -> None:
    made = whole(**MORE)
    assert "dimension:branch" in grounds(made.section["opening"], made)
    assert "dimension:branch" not in grounds(made.section["plain"], made)
    more = whole(
        **{
            "guideline/handbook.yml": HEAD.replace(
                "      - {id: south,", "      - {id: east, title: Восток}\n      - {id: south,"
            )
        }
    )
    changed = {
        name for name, one in items(more).items() if name in items(made) and one.digest != items(made)[name].digest
    }
    assert changed == {"dimension:branch"}


def test_what_was_approved_of_a_dimension_is_what_is_released() -> None:
    made = load({path: text.encode() for path, text in APPROVED.items()})
    files = {path: text.encode() for path, text in APPROVED.items()} | approved(made, "anna", DAY)
    renamed = (
        APPROVED["guideline/handbook.yml"]
        .replace("title: Север", "title: Северный")
        .replace("title: Филиал", "title: Клуб")
    )
    later = load(files | {"guideline/handbook.yml": renamed.encode()})
    assert standings(later, DAY).items["dimension:branch"].status == "changed"
    shown = as_approved(later, standings(later, DAY).stands)
    assert [(one.title, one.values[0].title) for one in shown.outline.dimensions] == [
        ("Филиал", "Север"),
        ("Клиент", "новый"),
    ]
    assert list(project(shown, {"branch": "north"}).section) == ["opening"]
