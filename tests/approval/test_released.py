"""A released edition shows what was approved; the normal one marks what is not."""

import datetime as dt

import pytest

from cjm.approval import standings
from cjm.approval.release import as_approved
from cjm.load import load_folder
from cjm.model import Handbook
from cjm.pages import Site, loader, site

from .conftest import Club, section

TODAY = dt.date(2026, 11, 22)


def edition(club: Club) -> Handbook:
    handbook = load_folder(club.root)
    return as_approved(handbook, standings(handbook, TODAY).stands, cared_today=False)


def pages(club: Club, handbook: Handbook) -> Site:
    return site(handbook, loader(club.root), today=TODAY)


def announced(club: Club) -> None:
    """A section that is written and that nobody has approved."""
    club.write("guideline/sections/farewell.yml", section("farewell", "Прощание", do="Проводите до двери."))
    club.change("guideline/handbook.yml", "meeting]", "meeting, farewell]")


@pytest.mark.slow
def test_the_last_approved_text_is_shown(approved: Club) -> None:
    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь")
    approved.change("guideline/sections/visit.yml", "purpose: Клиент", "purpose: Гость")
    announced(approved)
    made = pages(approved, edition(approved)).pages
    assert "назовите себя" in made["sections/call.md"] and "улыбнитесь" not in made["sections/call.md"]
    assert "Гость знает" not in made["sections/visit.md"]
    assert "sections/farewell.md" not in made and "Прощание" not in "".join(made.values())
    assert approved.approve("boris", "outline").exit_code == 0  # now it is announced, by no words that nobody approved
    made = pages(approved, edition(approved)).pages
    assert "ещё не утверждён" in made["sections/farewell.md"] and "Прощание" not in "".join(made.values())
    assert "ещё не утверждён" in made["sections.md"]
    assert "Утверждён</dt>" in made["sections/call.md"] and "Борис Зимин, Анна Орлова" in made["sections/call.md"]


def test_the_normal_edition_marks_drafts(approved: Club) -> None:
    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь")
    announced(approved)
    made = pages(approved, load_folder(approved.root)).pages
    assert "улыбнитесь" in made["sections/call.md"]
    assert 'badge if">изменён после утверждения' in made["sections/call.md"]
    assert 'badge if">ещё не утверждён' in made["sections/farewell.md"]
    assert "badge" not in made["sections/visit.md"]


def test_nothing_is_said_where_nothing_was_approved(club: Club) -> None:
    made = pages(club, load_folder(club.root)).pages
    assert "history.md" not in made and "whats-new.md" not in made
    assert "Утверждён" not in made["sections/call.md"] and "badge" not in made["sections/call.md"]


@pytest.mark.slow
def test_history_and_what_is_new(approved: Club) -> None:
    made = pages(approved, load_folder(approved.root)).pages
    assert made["history.md"].count("<article") == 2 and "Весь гайдлайн" in made["history.md"]
    assert "Анна Орлова, администратор" in made["history.md"]
    assert "С первого утверждения ничего не изменилось" in made["whats-new.md"]
    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь <b>гостю</b>")
    announced(approved)
    assert approved.approve("boris", "call", "farewell", "outline").exit_code == 0
    assert approved.approve("anna", "call", "farewell").exit_code == 0
    approved.change("guideline/sections/visit.yml", "назовите себя", "назовите «себя»")
    assert approved.approve("boris", "visit", "--minor").exit_code == 0
    made = pages(approved, load_folder(approved.root)).pages
    new = made["whats-new.md"]
    assert new.count("<article") == 2 and "sections/visit" not in new
    assert "<ins>Поздоровайтесь и улыбнитесь &lt;b&gt;гостю&lt;/b&gt;.</ins>" in new
    assert 'badge ok">новый' in new and "Перечитать: " in new
    assert "Изменились только знаки" in made["history.md"] and "правка, перечитывать не нужно" in made["history.md"]


def test_the_history_tells_a_no_from_a_yes_and_shows_no_record_that_counts_for_nothing(approved: Club) -> None:
    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь")
    assert approved.approve("boris", "call", "--decision", "rejected", "--remark", "Грубо").exit_code == 0
    made = pages(approved, load_folder(approved.root)).pages["history.md"]
    [newest, *_] = made.split("<article")[1:]
    assert "отклонено 22.11.2026: Борис Зимин: Грубо" in newest.replace("\u00a0", " ")
    assert "Весь гайдлайн" not in newest
    assert "отклонено" not in "".join(made.split("<article")[2:])


@pytest.mark.slow
def test_build_released(approved: Club) -> None:
    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь")
    announced(approved)
    assert approved.approve("boris", "outline").exit_code == 0
    result = approved.cjm("build", "--released")
    assert result.exit_code == 0, result.output
    assert "В прежней редакции разделов: 1 · ещё не утверждено: 1" in result.output
    out = approved.root / "site_build" / "out" / "site"
    assert "назовите себя" in (out / "sections" / "call.html").read_text(encoding="utf-8")
    assert "ещё не утверждён" in (out / "sections" / "farewell.html").read_text(encoding="utf-8")
    index = (out / "assets" / "search" / "search-data.js").read_text(encoding="utf-8")
    assert "Проводите" not in index and "назовите" in index


def test_there_is_nothing_to_release(club: Club) -> None:
    result = club.cjm("build", "--released")
    assert result.exit_code == 2 and "ещё ничего не утверждали" in result.output
