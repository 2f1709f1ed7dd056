"""`cjm review` and the rules 6xx: what is due, changed or suspect, and through what."""

import datetime as dt
import itertools
import json

import pytest

from cjm.approval import standings
from cjm.approval.decisions import decided, open_remarks
from cjm.approval.news import news
from cjm.load import load_folder
from cjm.model import Approval

from .conftest import Club, Lint, section


def test_all_is_well(approved: Club, lint: Lint) -> None:
    output = approved.cjm("review").output
    assert "всё утверждено" in output and "утверждено 3" in output
    assert lint(approved) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "suspect", "chain"),
    [
        ("touchpoints/first.yml", "15 мин", "30 мин", ["call"], "→ точка касания «Первый разговор»\n          ждёт не дольше: 15 мин → 30 мин"),
        ("guideline/roles.yml", "Перенос за", "Перенос или отмена за", ["call", "visit", "meeting"], "→ роль «Администратор»\n          решает сам: Перенос за два часа → Перенос или отмена за два часа"),
        ("guideline/facts.yml", "два часа", "три часа", ["call", "visit", "meeting"], "→ роль «Администратор» → факт «Срок переноса»\n          значение: два часа → три часа"),
    ],
)  # fmt: skip
def test_suspect_through_what_it_rests_on(
    approved: Club, lint: Lint, file: str, old: str, new: str, suspect: list[str], chain: str
) -> None:
    approved.change(file, old, new)
    assert lint(approved) == [f"602 {id}" for id in sorted(suspect)]
    output = approved.told("review")
    assert "Под вопросом" in output and chain in output, output
    assert approved.approve("boris", *suspect, "--minor").exit_code == 1  # that has to be read
    ground = {"touch": "journey:first", "roles": "role:admin", "facts": "fact:limit"}[
        file.rpartition("/")[2][:5].replace("first", "touch")
    ]
    result = approved.approve("boris", ground)  # one approval of what changed, read where it is used, clears them all
    assert result.exit_code == 0, result.output
    assert lint(approved) == []


def test_changed_since_it_was_approved(approved: Club, lint: Lint) -> None:
    approved.change("guideline/sections/call.yml", "Клиент обратился", "Клиент позвонил")
    assert lint(approved) == ["601 call"]
    data = json.loads(approved.cjm("review", "--json").output)
    assert [one["status"] for one in data["sections"]] == ["changed", "approved", "approved"]
    approved.change("guideline/sections/call.yml", "Клиент позвонил", "Клиент  обратился")  # only white space
    assert lint(approved) == []


def test_another_order_number_and_id_change_nothing(approved: Club, lint: Lint) -> None:
    approved.change("guideline/handbook.yml", "[call, visit, meeting]", "[meeting, ring-up, visit]")
    approved.change("touchpoints/first.yml", "standard: call", "standard: ring-up")
    approved.change("guideline/sections/call.yml", "section: call", "section: ring-up\nwas: call")
    (approved.root / "guideline/sections/call.yml").rename(approved.root / "guideline/sections/ring-up.yml")
    data = json.loads(approved.cjm("review", "--json").output)
    found = {one["section"]: one for one in data["sections"]}
    assert found["meeting"]["status"] == found["visit"]["status"] == "approved"
    assert found["ring-up"]["approved"] == "2026-11-21" and found["ring-up"]["status"] == "approved"
    others = {one["item"]: one["status"] for one in data["items"]}
    assert others == {
        "outline": "changed",
        "people": "approved",
        "journey:first": "approved",
        "role:admin": "approved",
        "role:boss": "approved",
        "fact:limit": "approved",
    }
    assert "601" not in " ".join(lint(approved))


@pytest.mark.parametrize(
    ("today", "codes", "says"),
    [
        ("2026-12-01", [], "всё утверждено"),
        ("2027-04-19", [], "всё утверждено"),
        ("2027-04-20", ["606 call", "606 meeting", "606 visit"], "Скоро пересмотр: 3 раздела"),
        ("2027-05-20", ["606 call", "606 meeting", "606 visit"], "до 20.05.2027"),
        ("2027-05-21", ["603 call", "603 meeting", "603 visit"], "Пересмотр просрочен: 3 раздела"),
    ],
)
def test_due_180_days_after_the_approval(approved: Club, lint: Lint, today: str, codes: list[str], says: str) -> None:
    assert lint(approved, today) == codes
    assert says in approved.cjm("review", today=today).output


def test_own_interval_and_own_reminder(club: Club, lint: Lint) -> None:
    club.change("guideline/sections/call.yml", "reviewed: 2026-10-01", "reviewed: 2026-10-01\nreview_every: 60 дней")
    club.change("guideline/handbook.yml", "every: 180 дней", "every: 180 дней, remind: 5 дней")
    assert lint(club, "2026-11-24") == []
    assert lint(club, "2026-11-25") == ["606 call"]
    assert lint(club, "2026-12-01") == ["603 call"]


def test_the_calendar(approved: Club) -> None:
    approved.change(
        "guideline/sections/call.yml", "title: Звонок", "title: Звонок, который длится очень долго; и ещё; совсем долго"
    )
    file = approved.root / "reviews.ics"
    assert approved.cjm("review", "--ics", str(file)).exit_code == 0
    raw = file.read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n") and all(len(line) <= 75 for line in raw.split(b"\r\n"))
    lines = raw.decode("utf-8").replace("\r\n ", "").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    assert lines.count("BEGIN:VEVENT") == 3 and lines.count("TRIGGER:-P30D") == 3
    assert "DTSTART;VALUE=DATE:20270520" in lines and "UID:review-call@club" in lines
    assert any("Звонок\\, который длится очень долго\\; и ещё" in line for line in lines)


@pytest.mark.parametrize(("remind", "days"), [("5 дней", 5), ("36 ч", 2), ("1 ч", 1), ("0 мин", 0)])
def test_the_calendar_reminds_as_many_whole_days_before_as_are_asked_for(
    approved: Club, remind: str, days: int
) -> None:
    approved.change("guideline/handbook.yml", "every: 180 дней", f"every: 180 дней, remind: {remind}")
    file = approved.root / "reviews.ics"
    assert approved.cjm("review", "--ics", str(file)).exit_code == 0
    assert file.read_text(encoding="utf-8").count(f"TRIGGER:-P{days}D\n") == 3


@pytest.mark.parametrize("length", range(60, 72))
def test_a_line_of_the_calendar_is_never_longer_than_75_octets_and_never_cut_sooner(
    approved: Club, length: int
) -> None:
    title = "x" * length
    approved.change("guideline/sections/call.yml", "title: Звонок", f"title: {title}")
    file = approved.root / "reviews.ics"
    assert approved.cjm("review", "--ics", str(file)).exit_code == 0
    pieces = file.read_bytes().split(b"\r\n")
    cut = [one for one, after in itertools.pairwise(pieces) if after.startswith(b" ")]
    assert cut and max(map(len, pieces)) == max(map(len, cut)) == 75 and min(map(len, cut)) >= 74


def test_programs_are_told_the_days(approved: Club) -> None:
    rows = json.loads(approved.cjm("review", "--json").output)["sections"]
    assert {(one["due"], one["review"], one["approved"]) for one in rows} == {("2027-05-20", "later", "2026-11-21")}
    approved.change("guideline/handbook.yml", "review: {every: 180 дней}\n", "")
    rows = json.loads(approved.cjm("review", "--json").output)["sections"]
    assert {(one["due"], one["review"]) for one in rows} == {(None, "none")}


def test_it_speaks_english(approved: Club) -> None:
    approved.change("touchpoints/first.yml", "15 мин", "30 мин")
    output = approved.cjm("review", "--lang", "en").output
    assert (
        "Suspect" in output
        and 'touchpoint "Первый разговор"' in output
        and "waits at most: 15\u00a0min → 30\u00a0min" in output
    )


def test_suspect_through_a_fact_that_is_computed(club: Club, lint: Lint) -> None:
    club.write(
        "guideline/facts.yml",
        'facts:\n  - {id: limit, title: Срок переноса, value: "{{ day }} × 2"}\n  - {id: day, title: Сутки, value: 24 ч}\n',
    )
    for by in ("boris", "anna"):
        assert club.approve(by, "--all", today="2026-11-21").exit_code == 0
    assert lint(club) == []
    club.change("guideline/facts.yml", "24 ч", "12 ч")  # the formula is what it was, what it comes to is not
    assert lint(club) == ["602 call", "602 meeting", "602 visit"]


def test_remarks_are_open_until_who_made_them_agrees(approved: Club, lint: Lint) -> None:
    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь")
    assert approved.approve("boris", "call", "--remark", "Назвать срок").exit_code == 0
    assert "утверждено с замечаниями 22.11.2026, Борис Зимин: Назвать срок" in approved.told("lint")
    assert "Замечания, с которыми ещё не разобрались: 1" in approved.told("review")
    approved.change("guideline/handbook.yml", "language: ru", "language: ru\nlint: {select: [6], profile: release}")
    assert approved.cjm("lint").exit_code == 1
    assert approved.cjm("pdf").exit_code == 0, "the book that answers them is not stopped"
    assert approved.approve("anna", "call").exit_code == 0
    assert "608" in approved.told("lint"), "somebody else's yes is no answer"
    approved.change("guideline/sections/call.yml", "улыбнитесь", "улыбнитесь за минуту")
    assert approved.approve("anna", "call", today="2026-11-23").exit_code == 0
    assert "608" not in approved.cjm("lint", today="2026-11-23").output, "nothing of what was remarked on stands"


def test_remarks_that_their_author_has_seen_answered(approved: Club) -> None:
    assert approved.approve("boris", "call", "visit", "--remark", "Назвать срок").exit_code == 0
    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь")
    assert "608" in approved.told("lint")
    assert approved.approve("boris", "call").exit_code == 0
    assert "608" not in approved.told("lint")


def test_what_was_taken_back_or_refused_is_said(approved: Club) -> None:
    assert approved.approve("boris", "visit", "--decision", "withdrawn").exit_code == 0
    told = approved.told("review")
    assert "Визит · отозвано 22.11.2026: Борис Зимин" in told
    assert approved.approve("boris", "visit", today="2026-11-23").exit_code == 0
    assert "отозвано" not in approved.cjm("review", today="2026-11-23").output


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (Approval(id="a", by="boris", name="Борис Лис", date=dt.date(2026, 11, 22), decision="remarks"), "22.11.2026"),
        (
            Approval(id="a", by="boris", decision="rejected"),
            "—",
        ),  # a record whose day cannot be read is told all the same
    ],
)
def test_a_decision_is_told_with_its_day_and_by_whom(record: Approval, told: str) -> None:
    said = decided(record, "ru")
    assert told in said and (record.name or "boris") in said


def test_what_is_to_be_read_again_is_told_newest_first_with_what_is_binding_in_it(approved: Club) -> None:
    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь")
    approved.change("guideline/sections/call.yml", "title: Звонок", "title: Звонок\nsummary: Коротко.")
    approved.change("guideline/sections/visit.yml", "назовите себя.", "назовите себя!")
    approved.write("guideline/sections/late.yml", section("late", "Опоздание"))
    approved.change("guideline/handbook.yml", "meeting]", "meeting, late]")
    assert approved.approve("boris", "visit", "--minor", today="2026-11-22").exit_code == 0
    assert approved.approve("boris", "call", "--with-needed", today="2026-11-23").exit_code == 0
    assert approved.approve("anna", "late", "--with-needed", today="2026-11-24").exit_code == 0
    assert approved.approve("anna", "call", today="2026-11-25").exit_code == 0  # the same once more is no news
    assert approved.approve("boris", "meeting", "--decision", "rejected", today="2026-11-26").exit_code == 0
    approved.change("guideline/sections/meeting.yml", "назовите себя", "промолчите")
    for decision in ("rejected", "withdrawn"):  # neither makes anything to be read
        assert approved.approve("boris", "meeting", "--decision", decision, today="2026-11-27").exit_code == 0
    handbook = load_folder(approved.root)
    told = news(handbook, standings(handbook, dt.date(2026, 11, 28)), "ru")
    assert [(f"{one.day:%d.%m}", one.section.id, one.is_new, one.roles) for one in told] == [
        ("24.11", "late", True, ("admin",)),
        ("23.11", "call", False, ("admin",)),
    ]
    assert told[0].details == () and [one.normative for one in told[1].details] == [True]


@pytest.mark.parametrize(("agreed", "left"), [(("call",), False), (("meeting",), True), (("meeting", "call"), False)])
def test_a_plain_yes_to_anything_that_was_remarked_on_answers_the_remarks(
    approved: Club, agreed: tuple[str, ...], left: bool
) -> None:
    for id in ("call", "visit", "meeting"):
        approved.change(f"guideline/sections/{id}.yml", "назовите себя", "улыбнитесь")
    assert approved.approve("boris", "call", "visit", "--remark", "Назвать срок").exit_code == 0
    assert approved.approve("boris", *agreed, today="2026-11-23").exit_code == 0
    handbook = load_folder(approved.root)
    assert [one.remarks for one in open_remarks(standings(handbook, dt.date(2026, 11, 23)))] == [
        ("Назвать срок",)
    ] * left
