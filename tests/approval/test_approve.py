"""`cjm approve` binds a record to exactly what was read, and refuses everything else."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from cjm.approval import standings
from cjm.diff.minor import only_marks
from cjm.load import load_folder

from .conftest import Club, Lint


def statuses(club: Club) -> dict[str, str]:
    return {id: one.status for id, one in standings(load_folder(club.root), dt.date(2026, 11, 22)).of.items()}


def test_all_that_is_in_a_pdf_is_approved(club: Club, lint: Lint) -> None:
    result = club.approve("boris", "--all")
    assert result.exit_code == 0, result.output
    assert "3 раздела" in result.output and "кто держал перо" in result.output and "первая запись" in result.output
    [record] = club.records
    data = yaml.safe_load(record.read_text(encoding="utf-8"))
    assert record.stem == data["approval"] and record.name.startswith("2026-11-22-boris-")
    names = ["outline", "people", "section:call", "section:visit", "section:meeting", "journey:first"]
    assert [one["item"] for one in data["items"]] == [*names, "role:admin", "role:boss", "fact:limit"]
    assert set(data["items"][2]["rests"]) == {"fact:limit", "role:admin", "touchpoint:first-call"}
    assert data["pdf"].startswith("sha256:") and data["name"] == "Борис Зимин" and data["role"] == "boss"
    assert len(club.approved_texts) == 9
    assert statuses(club) == {"call": "approved", "visit": "approved", "meeting": "approved"}
    assert load_folder(club.root).problems == () and lint(club) == []


def test_single_sections_and_a_part_of_the_book(club: Club) -> None:
    leaf = str(club.pdf("visit"))
    refused = club.approve("boris", "visit", "--pdf", leaf)
    assert refused.exit_code == 1 and "нет в этом PDF целиком" in refused.output  # the first book is the whole one
    assert club.approve("boris", "visit").exit_code == 0
    assert statuses(club) == {"call": "never", "visit": "approved", "meeting": "never"}
    refused = club.approve("boris", "call", "--pdf", str(club.pdf("visit")))
    assert refused.exit_code == 1 and "раздел «Звонок»: нет в этом PDF целиком" in refused.output
    club.change("guideline/sections/visit.yml", "назовите себя", "улыбнитесь")
    assert club.approve("boris", "visit", "--pdf", str(club.pdf("visit"))).exit_code == 0
    assert statuses(club)["visit"] == "approved"


@pytest.mark.parametrize(
    ("by", "words", "says"),
    [
        ("zoe", ["--all"], "нет в people"),
        ("vera", ["--all"], "не может утверждать"),
        ("boris", ["calls"], "раздела «calls» нет"),
        ("boris", [], "нечего утверждать"),
        ("anna", ["meeting"], "в одиночку нельзя"),
    ],
)
def test_what_is_refused_writes_nothing(club: Club, by: str, words: list[str], says: str) -> None:
    result = club.approve(by, *words)
    assert result.exit_code == 1 and says in result.output, result.output
    assert club.records == [] and club.approved_texts == []


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("guideline/sections/call.yml", "назовите себя", "улыбнитесь", "раздел «Звонок»: изменилось"),
        ("guideline/facts.yml", "два часа", "три часа", "факт «Срок переноса»: изменилось"),
        ("guideline/roles.yml", "Директор", "Управляющий", "роль «Управляющий»: изменилось"),
        ("touchpoints/first.yml", "15 мин", "30 мин", "путь «Первое посещение»: изменилось"),
        ("guideline/handbook.yml", "handbook: club", "handbook: pool", "из другого гайдлайна"),
        ("guideline/sections/call.yml", "purpose: Клиент знает", "purpose: Гость знает", "раздел «Звонок»: изменилось"),
        ("guideline/handbook.yml", "[call, visit, meeting]", "[call, meeting, visit]", "название и порядок гайдлайна: изменилось"),
        ("guideline/handbook.yml", "Вера Лис", "Вера Лисова", "список людей и кто утверждает: изменилось"),
        ("guideline/sections/call.yml", "owner: vera", "owner: boris", ""),  # who looks after it is not what it says
    ],
)  # fmt: skip
def test_a_pdf_of_yesterday(club: Club, file: str, old: str, new: str, says: str) -> None:
    pdf = club.pdf()
    club.change(file, old, new)
    result = club.approve("boris", "--all", "--pdf", str(pdf))
    assert (result.exit_code == 1) == bool(says), result.output
    assert says in result.output


def test_what_is_no_book(club: Club, tmp_path: Path) -> None:
    for raw in (b"", b"%PDF-1.7 nothing", b"\xff" * 99, "не PDF".encode()):
        (tmp_path / "bad.pdf").write_bytes(raw)
        result = club.approve("boris", "--all", "--pdf", str(tmp_path / "bad.pdf"))
        assert result.exit_code == 1 and "не PDF, или он повреждён" in result.output
    assert club.records == []


def test_how_it_is_misused(club: Club) -> None:
    assert club.cjm("approve", "--by", "boris", "--all").exit_code == 2  # no PDF
    assert club.approve("boris", "call", "--all").exit_code == 2
    assert club.approve("boris", "--minor", "call", "--decision", "rejected").exit_code == 2


def test_four_eyes(club: Club, lint: Lint) -> None:
    assert "сначала пусть утвердит другой: Борис Зимин (boris)" in club.approve("anna", "meeting").output
    assert club.approve("boris", "--all").exit_code == 0
    assert club.approve("anna", "--all").exit_code == 0  # now it is the second pair of eyes
    assert lint(club) == []
    club.change("guideline/handbook.yml", "  - {id: boris, name: Борис Зимин, role: boss, approves: true}\n", "")
    assert lint(club) == []  # who has left does not break what he signed


def test_all_leaves_out_what_four_eyes_want(club: Club) -> None:
    result = club.approve("anna", "--all")
    assert result.exit_code == 0
    assert "утверждено — 2 раздела" in result.output.replace("\u00a0", " ")
    assert "Остались без утверждения: «Встреча». За них отвечает Анна Орлова" in result.output
    assert statuses(club) == {"call": "approved", "visit": "approved", "meeting": "never"}


def test_the_same_twice_on_one_day_is_no_news(club: Club) -> None:
    assert club.approve("boris", "--all").exit_code == 0
    assert "повторять не нужно" in club.approve("boris", "--all").output
    assert club.approve("boris", "--all", today="2026-12-22").exit_code == 0  # a review that changed nothing
    assert len(club.records) == 2 and len(club.approved_texts) == 9


def test_what_was_approved_today_may_be_approved_again_with_more(club: Club) -> None:
    assert club.approve("boris", "call").exit_code == 0
    assert club.approve("boris", "call", "visit").exit_code == 0
    assert "повторять не нужно" in club.approve("boris", "visit").output
    assert club.approve("anna", "call").exit_code == 0, "somebody else's day is her own"
    assert len(club.records) == 3


def test_an_owner_who_was_the_first_is_not_asked_for_a_second_again(club: Club) -> None:
    assert club.approve("boris", "meeting", today="2026-11-20").exit_code == 0
    assert club.approve("anna", "meeting", today="2026-11-21").exit_code == 0
    assert club.approve("anna", "meeting", today="2026-12-22").exit_code == 0


def test_a_minor_change_carries_the_approval_on(approved: Club, lint: Lint) -> None:
    approved.change("guideline/sections/call.yml", "назовите себя", "назовите  «себя»")
    assert lint(approved) == ["601 call"]
    assert "не менялся" in approved.approve("boris", "visit", "--minor").output
    result = approved.approve("boris", "call", "--minor")
    assert result.exit_code == 0, result.output
    assert lint(approved) == [] and statuses(approved)["call"] == "approved"


def test_all_minor_changes_at_once(approved: Club, lint: Lint) -> None:
    approved.change("guideline/sections/call.yml", "Клиент обратился.", "Клиент, обратился")
    approved.change("guideline/roles.yml", "Перенос за", "перенос за")
    approved.change("guideline/sections/visit.yml", "назовите себя", "уйдите")
    result = approved.approve("boris", "--minor", "--all")
    assert result.exit_code == 0, result.output
    assert lint(approved) == ["601 visit"] and statuses(approved)["meeting"] == "approved"


@pytest.mark.parametrize(
    ("old", "new", "minor"),
    [
        ("Скажите «да», и всё.", "Скажите да и все", True),
        ("по-русски", "по русски", True),
        ("Позвоните сегодня же.", "Позвоните через год.", False),
        ("не чего", "нечего", False),
        ("до 1,5 часа", "до 15 часов", False),
        ("скидка -5", "скидка 5", False),
        ("10 – 20 минут", "10 20 минут", False),
        ("1, 500", "1 500", False),
        ("см. [встречу](section:meeting)", "см. [встречу](section:visit)", False),
        ("my-shop.ru", "my.shop.ru", False),
        ("Цена {{ limit }}", "Цена", False),
    ],
)
def test_what_is_minor_the_program_decides(old: str, new: str, minor: bool) -> None:
    assert only_marks({"do": old}, {"do": new}) is minor


def test_an_owner_does_not_call_her_own_change_minor_alone(approved: Club) -> None:
    approved.change("guideline/sections/meeting.yml", "назовите себя", "назовите себя!")
    assert approved.approve("anna", "meeting", "--minor").exit_code == 1
    assert approved.approve("boris", "meeting", "--minor").exit_code == 0


def test_what_never_was_approved_has_no_minor_changes(club: Club) -> None:
    assert "ещё не утверждали" in club.approve("boris", "call", "--minor").output


def test_a_message_in_english_has_the_day_in_english(approved: Club) -> None:
    again = approved.approve("anna", "--all", "--lang", "en", today="2026-11-21")
    assert again.exit_code != 0 and "approved just this today, 2026-11-21" in again.output


def test_desk_cards_are_no_book_to_approve(club: Club) -> None:
    refused = club.approve("boris", "--all", "--pdf", str(club.printed("--cards")))
    assert refused.exit_code == 1 and "cjm pdf" in refused.output and "карточками" in refused.output
    assert club.records == []
