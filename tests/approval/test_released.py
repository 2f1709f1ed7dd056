"""A released edition shows what was approved; the normal one marks what is not."""

import datetime as dt

from cjm.approval import standings
from cjm.approval.release import as_approved, released
from cjm.load import load_folder
from cjm.model import Handbook
from cjm.pages import Site, loader, site

from .conftest import Club, section

TODAY = dt.date(2026, 11, 22)


def edition(club: Club) -> Handbook:
    handbook = load_folder(club.root)
    return released(handbook, standings(handbook, TODAY))


def pages(club: Club, handbook: Handbook) -> Site:
    return site(handbook, loader(club.root), today=TODAY)


def announced(club: Club) -> None:
    """A section that is written and that nobody has approved."""
    club.write("guideline/sections/farewell.yml", section("farewell", "Прощание", do="Проводите до двери."))
    club.change("guideline/handbook.yml", "meeting]", "meeting, farewell]")


def test_the_last_approved_text_is_shown(approved: Club) -> None:
    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь")
    approved.change("guideline/sections/visit.yml", "purpose: Клиент", "purpose: Гость")  # nobody must approve that
    announced(approved)
    made = pages(approved, edition(approved)).pages
    assert "назовите себя" in made["sections/call.md"] and "улыбнитесь" not in made["sections/call.md"]
    assert "Гость знает" in made["sections/visit.md"]
    assert "ещё не утверждён" in made["sections/farewell.md"] and "Проводите" not in "".join(made.values())
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


def test_a_section_that_was_taken_out_is_news_until_most_of_the_book_is_approved_without_it(approved: Club) -> None:
    def then() -> list[str]:
        handbook = load_folder(approved.root)
        return sorted(one.id for one in as_approved(handbook, standings(handbook, TODAY)).sections)

    assert then() == ["call", "meeting", "visit"]
    (approved.root / "guideline/sections/call.yml").unlink()
    assert then() == ["call", "meeting", "visit"]
    assert approved.approve("boris", "visit", today="2026-11-23").exit_code == 0  # half of the book is not most of it
    assert then() == ["call", "meeting", "visit"]
    assert approved.approve("boris", "visit", "meeting", today="2026-11-24").exit_code == 0
    assert then() == ["meeting", "visit"]


def test_what_is_no_longer_there_becomes_plain_text(club: Club) -> None:
    """The approved text names a role, a fact and a section that have gone since."""
    text = section("call", "Звонок", do='"Передайте за {{ limit }}, см. [встречу](section:meeting/greet)."')
    text = text.replace("{id: greet, do: ", "{id: greet, who: boss, next: [{to: section:meeting, when: занято}], do: ")
    club.write("guideline/sections/call.yml", text)
    assert club.approve("boris", "call", "visit").exit_code == 0
    club.write("guideline/sections/call.yml", section("call", "Звонок"))
    club.write("guideline/facts.yml", "facts: [{id: other, title: Другой, value: час}]\n")
    club.change("guideline/roles.yml", "  - {id: boss, title: Директор}\n", "")
    club.change("guideline/roles.yml", "{{ limit }}", "час")
    (club.root / "guideline/sections/meeting.yml").unlink()
    club.change("guideline/handbook.yml", ", meeting]", "]")
    page = pages(club, edition(club)).pages["sections/call.md"]
    assert "Передайте за два часа" in page and ">Директор</" in page and "встречу" in page
    assert 'href=""' not in page and "meeting.html" not in page and "{{" not in page and "boss" not in page


def test_history_and_what_is_new(approved: Club) -> None:
    made = pages(approved, load_folder(approved.root)).pages
    assert made["history.md"].count("<article") == 2 and "Весь гайдлайн" in made["history.md"]
    assert "Анна Орлова, администратор" in made["history.md"]
    assert "С первого утверждения ничего не изменилось" in made["whats-new.md"]
    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь <b>гостю</b>")
    announced(approved)
    assert approved.approve("boris", "call", "farewell").exit_code == 0
    assert approved.approve("anna", "call", "farewell").exit_code == 0
    approved.change("guideline/sections/visit.yml", "назовите себя", "назовите своё имя")
    assert approved.approve("boris", "visit", "--minor", "--reason", "Те же <слова>").exit_code == 0
    made = pages(approved, load_folder(approved.root)).pages
    new = made["whats-new.md"]
    assert new.count("<article") == 2 and "sections/visit" not in new
    assert "<ins>Поздоровайтесь и улыбнитесь &lt;b&gt;гостю&lt;/b&gt;.</ins>" in new
    assert 'badge ok">новый' in new and "Перечитать: " in new
    assert "Те же &lt;слова&gt;" in made["history.md"] and "правка, перечитывать не нужно" in made["history.md"]


def test_build_released(approved: Club) -> None:
    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь")
    announced(approved)
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
