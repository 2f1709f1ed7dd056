"""Private records: where they lie, who may not see them, how two laptops agree, and how somebody is forgotten."""

import datetime as dt
import json
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cjm.cli import main
from cjm.load import load_folder
from cjm.private.keeping import forget, join, past_term
from cjm.private.people import Employment, as_employee, employees, keep_employee, left_on, new_employee, with_spell
from cjm.private.room import NotPrivate, Room, new_room, room_of, would_be_committed

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2026, 11, 28)
CLUB = {
    "guideline/handbook.yml": (
        "handbook: club\ntitle: Клуб\norganisation: Клуб у реки\nlanguage: ru\nparts: []\n"
        "dimensions: [{id: branch, title: Филиал, chosen: by-reader, values: [{id: north, title: Север}, {id: south, title: Юг}]}]\n"
    ),
    "guideline/roles.yml": "roles: [{id: desk, title: Администратор}, {id: senior, title: Старшая}]\n",
}


@pytest.fixture
def club(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CJM_PRIVATE", str(tmp_path / "private"))
    for file, text in CLUB.items():
        (tmp_path / "club" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "club" / file).write_text(text, encoding="utf-8")
    return tmp_path / "club"


def cjm(club: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--root", str(club), "--today", DAY.isoformat()])


def opened(club: Path, place: Path) -> Room:
    room = new_room(load_folder(club).outline, "Марина", club, {"CJM_PRIVATE": str(place)})
    room.open()
    return room


def at_work(room: Room, name: str, since: str = "2026-01-10", until: str = "") -> str:
    one = new_employee(
        room,
        name,
        Employment(("desk",), dt.date.fromisoformat(since), dt.date.fromisoformat(until) if until else None),
    )
    keep_employee(room, one)
    return one.id


def test_nothing_is_kept_before_somebody_answers_for_it(club: Path) -> None:
    said = cjm(club, "private")
    assert said.exit_code == 1 and "cjm private open --owner" in said.output
    assert cjm(club, "private", "open").exit_code == 2
    assert cjm(club, "private", "open", "--owner", "Марина Соколова").exit_code == 0
    assert "отвечает: Марина Соколова" in cjm(club, "private").output


def test_the_home_folder_is_where_they_lie_without_a_wish(club: Path) -> None:
    folder = new_room(load_folder(club).outline, "", club, {}).folder
    assert folder == Path.home() / "cjm-private" / "club" and not folder.is_relative_to(ROOT)


@pytest.mark.parametrize(
    ("where", "ignored", "refused"),
    [
        ("private", "", True),
        ("private", "private/\n", False),
        ("private", "other/\n", True),
        ("guideline/files", "guideline/\n", True),  # what is there goes to the site, ignored or not
        ("site_build/out/site", "site_build/\n", True),
        ("../outside", "", False),
    ],
)
def test_the_writer_refuses_where_git_or_the_site_would_take_it(
    club: Path, where: str, ignored: str, refused: bool
) -> None:
    subprocess.run(["git", "init", "-q", str(club)], check=True)
    (club / ".gitignore").write_text(ignored, encoding="utf-8")
    room = new_room(load_folder(club).outline, "Марина", club, {"CJM_PRIVATE": str(club / where)})
    if not refused:
        assert room.open().is_file()
        return
    with pytest.raises(NotPrivate):
        room.open()
    assert not (club / where / "club").exists()


def test_a_file_that_git_has_already_is_refused_though_ignored(club: Path) -> None:
    room = opened(club, club / "private")
    id = at_work(room, "Анна Ким")
    git = ["git", "-C", str(club)]
    subprocess.run(["git", "init", "-q", str(club)], check=True)
    subprocess.run([*git, "add", "-f", "private"], check=True)
    (club / ".gitignore").write_text("private/\n", encoding="utf-8")
    with pytest.raises(NotPrivate, match="git repository"):
        keep_employee(room, left_on(next(one for one in employees(room) if one.id == id), DAY))


def test_a_link_into_the_repository_does_not_help(club: Path, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(club)], check=True)
    (club / "notes").mkdir()
    (tmp_path / "link").symlink_to(club / "notes")
    with pytest.raises(NotPrivate):
        opened(club, tmp_path / "link")


def test_ids_tell_nothing_and_names_stand_in_one_place(club: Path, tmp_path: Path) -> None:
    room = opened(club, tmp_path / "private")
    ids = {at_work(room, "Анна Ким") for _ in range(40)}
    assert len(ids) == 40 and not any("анна" in id or "anna" in id for id in ids)


def test_somebody_comes_leaves_comes_back_and_works_in_two_places(club: Path, tmp_path: Path) -> None:
    room = opened(club, tmp_path / "private")
    cjm(club, "private", "person", "Анна Ким", "--role", "desk", "--from", "2025-01-10", "--for", "branch=north")
    cjm(club, "private", "person", "Анна Ким", "--until", "2025-06-01")
    cjm(club, "private", "person", "анна  ким", "--role", "desk", "--from", "2026-02-01", "--for", "branch=north")
    cjm(club, "private", "person", "Анна Ким", "--role", "senior", "--from", "2026-03-01", "--for", "branch=south")
    cjm(club, "private", "person", "Анна Ким", "--role", "senior", "--from", "2026-05-01", "--for", "branch=north")
    (one,) = employees(room)
    told = [(spell.roles, str(spell.since), str(spell.until), dict(spell.scope)["branch"]) for spell in one.spells]
    assert told == [
        (("desk",), "2025-01-10", "2025-06-01", ("north",)),
        (("desk",), "2026-02-01", "2026-04-30", ("north",)),  # a new role in the same place ends the one before
        (("senior",), "2026-03-01", "None", ("south",)),
        (("senior",), "2026-05-01", "None", ("north",)),
    ]
    assert one.roles(dt.date(2025, 12, 1)) == () and one.roles(dt.date(2026, 3, 15)) == ("desk", "senior")
    assert one.left is None and left_on(one, DAY).left == DAY


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("person", "Анна Кин", "--until", "2026-11-01"), "Возможно, Анна Ким"),
        (("person", "Анна Ким", "--until", "2026-01-01"), "раньше первого"),
        (("person", "Олег", "--role", "deks"), "роли «deks» нет. Есть: desk, senior"),
        (("person", "Олег", "--role", "desk", "--from", "01.02.2026"), "не день вида"),
        (("person", "Олег"), "чего не хватает"),
        (("show", "Двое"), "несколько человек, назовите одного: p-"),
    ],
)
def test_what_cannot_be_is_refused_in_words(club: Path, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    room = opened(club, tmp_path / "private")
    at_work(room, "Анна Ким")
    at_work(room, "Двое")
    at_work(room, "Двое")
    answer = cjm(club, "private", *words)
    assert answer.exit_code and said in answer.output
    assert len(employees(room)) == 3


def test_a_record_that_was_cut_or_edited_is_named_and_never_skipped(club: Path, tmp_path: Path) -> None:
    room = opened(club, tmp_path / "private")
    file = room.folder / f"people/{at_work(room, 'Анна Ким')}.json"
    whole = file.read_text("utf-8")
    for broken in (
        whole[: len(whole) // 2],
        "[]",
        whole.replace('"spells"', '"spels"'),
        whole.replace("2026-01-10", "весной"),
    ):
        file.write_text(broken, encoding="utf-8")
        answer = cjm(club, "private", "show", "Анна Ким")
        assert answer.exit_code == 1 and file.stem in answer.output


def test_the_rooms_of_two_companies_with_one_id_are_not_mixed(club: Path, tmp_path: Path) -> None:
    opened(club, tmp_path / "private")
    handbook = (club / "guideline/handbook.yml").read_text("utf-8")
    (club / "guideline/handbook.yml").write_text(handbook.replace("title: Клуб\n", "title: Стандарты клуба\n"), "utf-8")
    assert cjm(club, "private").exit_code == 0  # a new title is the same company
    other = handbook.replace("title: Клуб\n", "title: Школа\n").replace("Клуб у реки", "Школа языков")
    (club / "guideline/handbook.yml").write_text(other, encoding="utf-8")
    answer = cjm(club, "private")
    assert answer.exit_code == 1 and "чужие личные записи (Клуб)" in answer.output


def test_two_laptops_come_to_the_same_whoever_joins_whom(club: Path, tmp_path: Path) -> None:
    one, two = opened(club, tmp_path / "one"), opened(club, tmp_path / "two")
    shared = at_work(one, "Анна Ким")
    join(two, one.folder, DAY)
    gone = at_work(one, "Олег Старый", until="2026-03-01")
    join(two, one.folder, DAY)
    (anna,) = [who for who in employees(one) if who.id == shared]
    keep_employee(one, left_on(anna, dt.date(2026, 6, 1)))
    keep_employee(two, with_spell(anna, Employment(("senior",), dt.date(2026, 9, 1))))
    at_work(two, "Света Новая")
    forget(two, gone, DAY)
    join(one, two.folder, DAY)
    join(two, one.folder, DAY)
    assert employees(one) == employees(two) and {who.name for who in employees(one)} == {"Анна Ким", "Света Новая"}
    (anna,) = [who for who in employees(one) if who.id == shared]
    assert [str(spell.until) for spell in anna.spells] == ["2026-06-01", "None"]
    assert "Олег" not in "".join(file.read_text("utf-8") for file in tmp_path.glob("*/club/**/*.json"))


def test_a_folder_that_is_no_room_of_ours_is_not_joined(club: Path, tmp_path: Path) -> None:
    room = opened(club, tmp_path / "private")
    with pytest.raises(NotPrivate):
        join(room, tmp_path, DAY)


def test_who_is_forgotten_is_gone_everywhere_and_stays_gone(club: Path, tmp_path: Path) -> None:
    room, copy = opened(club, tmp_path / "private"), opened(club, tmp_path / "copy")
    at_work(room, "Анна Ким")
    join(copy, room.folder, DAY)
    assert cjm(club, "forget", "Анна Ким", "--yes").exit_code == 0
    assert join(room, copy.folder, DAY) == (0, ()) and employees(room) == ()
    left = [file.read_text("utf-8") for file in room.folder.rglob("*.json")]
    assert not any("Ким" in text for text in left) and cjm(club, "forget", "Анна Ким", "--yes").exit_code == 1


def test_forgetting_asks_first(club: Path, tmp_path: Path) -> None:
    room = opened(club, tmp_path / "private")
    at_work(room, "Анна Ким")
    answer = CliRunner().invoke(main, ["forget", "Анна Ким", "--root", str(club)], input="n\n")
    assert answer.exit_code == 1 and len(employees(room)) == 1


def test_whoever_left_is_kept_for_a_year_and_then_offered_for_deletion(club: Path, tmp_path: Path) -> None:
    room = opened(club, tmp_path / "private")
    at_work(room, "Давно Ушла", since="2025-01-10", until="2025-11-01")
    at_work(room, "Недавно Ушла", until="2026-11-01")
    at_work(room, "Работает")
    assert [entry["name"] for _, entry in past_term(room, DAY)] == ["Давно Ушла"]
    assert "срок хранения вышел у записей: 1" in cjm(club, "private").output
    longer = json.loads((room.folder / "room.json").read_text("utf-8")) | {"terms": {"people": 3650}}
    (room.folder / "room.json").write_text(json.dumps(longer), encoding="utf-8")
    assert past_term(room_of(room.outline, club, {"CJM_PRIVATE": str(tmp_path / "private")}), DAY) == ()
    (room.folder / "room.json").write_text(json.dumps(longer | {"terms": {}}), encoding="utf-8")
    assert cjm(club, "private", "tidy").exit_code == 0
    assert {as_employee(entry).name for entry in room.records("people")} == {"Недавно Ушла", "Работает"}


def test_one_person_that_two_laptops_took_for_two_becomes_one_on_both(club: Path, tmp_path: Path) -> None:
    one, two = opened(club, tmp_path / "private"), opened(club, tmp_path / "two")
    here, there = at_work(one, "Анна Ким"), at_work(two, "Анна Ким", since="2026-02-01")
    two.write("results", {"id": "r-1", "day": "2026-11-01", "person": there})
    join(one, two.folder, DAY)
    assert "несколько человек" in cjm(club, "private", "show", "Анна Ким").output
    assert cjm(club, "private", "same", there, "--as", here).exit_code == 0
    assert [who.id for who in employees(one)] == [here] and one.records("results")[0]["person"] == here
    two.write("results", {"id": "r-2", "day": "2026-11-02", "person": there})
    join(one, two.folder, DAY)
    join(two, one.folder, DAY)
    for room in (one, two):
        assert [who.id for who in employees(room)] == [here]
        assert {str(entry["person"]) for entry in room.records("results")} == {here}
    assert len(one.records("results")) == 2


def test_where_git_cannot_be_asked_nothing_is_taken_for_ignored(club: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "-q", str(club)], check=True)
    (club / ".gitignore").write_text("private/\n", encoding="utf-8")
    assert not would_be_committed(club / "private" / "people.yml")
    monkeypatch.setenv("PATH", str(club / "nothing"))
    assert would_be_committed(club / "private" / "people.yml")


def test_a_record_that_both_have_otherwise_is_named_and_ours_is_kept(club: Path, tmp_path: Path) -> None:
    one, two = opened(club, tmp_path / "private"), opened(club, tmp_path / "two")
    for room, day in ((one, "2026-11-01"), (two, "2026-11-02")):
        room.write("results", {"id": "r-1", "day": day, "person": "p"})
    done = cjm(club, "private", "join", str(two.folder))
    assert "results/r-1: на двух ноутбуках разное" in done.stderr
    assert [entry["day"] for entry in one.records("results")] == ["2026-11-01"]
