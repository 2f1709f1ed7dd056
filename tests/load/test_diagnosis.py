"""The cause and not the symptom: what an author slipped on is named where it was done, with what is to be written there."""

from pathlib import Path

import pytest

from cjm.load import load, read_folder
from cjm.model import Problem

SECTION = "guideline/sections/visit.yml"
ROLES = "guideline/roles.yml"
HEAD = "section: visit\ntitle: Визит\n"
ROLE = "roles:\n  - id: admin\n    title: Администратор\n"


def problems(path: str, text: str | bytes) -> list[tuple[int, str]]:
    raw = text if isinstance(text, bytes) else text.encode("utf-8")
    return [(one.place.line, one.form) for one in load({path: raw}).problems]


def one(path: str, text: str | bytes) -> Problem:
    [found] = load({path: text if isinstance(text, bytes) else text.encode("utf-8")}).problems
    return found


@pytest.mark.parametrize(
    ("path", "text", "line", "form"),
    [
        (ROLES, ROLE + "     summary: Да\n", 4, "indent"),
        (ROLES, ROLE + "  \u00a0 summary: Да\n", 4, "blank"),
        (ROLES, ROLE + "    summary:\u00a0Да\n", 4, "blank"),
        (ROLES, ROLE + "  -\u00a0id: desk\n    title: Стойка\n", 4, "blank"),
        (ROLES, ROLE + "    tasks:\n      — Звонки\n      — Письма\n", 5, "bullet"),
        (ROLES, ROLE + "    tasks:\n      -Звонки\n      - Письма\n", 5, "bullet"),
        (ROLES, ROLE + "    summary:Да\n    contact: Телефон\n", 4, "colon-blank"),
        (ROLES, ROLE + "    summary: - Да\n", 4, "dash-in-value"),
        (ROLES, ROLE + '    summary: "Да\n    contact: Нет\n    note: 1\n  - {id: b, title: "Б"}\n', 4, "quote-open"),
        (ROLES, ROLE + "<<<<<<< HEAD\n    summary: Да\n=======\n    summary: Нет\n>>>>>>> other\n", 4, "conflict"),
        (ROLES, ROLE + "...\n  - {id: b, title: Б}\n", 4, "dots"),
        (ROLES, ROLE + "%YAML 1.2\n  - {id: b, title: Б}\n", 4, "directive"),
        (ROLES, ROLE + "    summary: Да\u2028    contact: Телефон\n", 4, "line-end"),
        (ROLES, ROLE + "    summаry: Да\n", 4, "look-alike"),
        (ROLES, ROLE + '    summary: ""\n', 4, "nothing"),
        (ROLES, ROLE + "    summary: |\n", 4, "nothing"),
        (ROLES, "  - id: admin\n    title: Администратор\n", 1, "headless"),
        (SECTION, "title: Визит\n", 1, "headless"),
        (SECTION, HEAD + "steps:\n  - Поздоровайтесь.\n", 4, "one-field"),
        (SECTION, HEAD + "steps:\n  - {do: Да, next: {when: нет мест to: b}}\n  - {id: b, do: Б}\n", 4, "comma-lost"),
        (SECTION, HEAD + "steps:\n  - {do: Да, next: {when: мест: нет, to: b}}\n  - {id: b, do: Б}\n", 4, "colon"),
        (SECTION, HEAD + "steps:\n  - do: Да\n    say: |\n      Да\n      <<<<<<< HEAD\n      Да\n      =======\n      Нет\n      >>>>>>> other\n", 7, "conflict"),
        (SECTION, HEAD + "steps:\n  - do: Проверьте, сколько\n   осталось: посмотрите в CRM\n  - do: Да\n", 5, "colon"),
        (SECTION, HEAD + "trigger: Клиент пишет\n  впервые: нет карточки\n", 4, "colon"),
        (SECTION, HEAD + "steps:\n  - do: Проверьте\n   when: осталось мало\n  - do: Да\n", 5, "indent"),
        (SECTION, HEAD + "reviewed: 20261102\n", 3, "day-otherwise"),
        (SECTION, HEAD + "reviewed: 2 ноября 2026\n", 3, "day-otherwise"),
        (SECTION, HEAD + "reviewed: 2026-02-30\n", 3, "no-such-day"),
        (SECTION, HEAD + "reviewed: 2026-W45-1\n", 3, "not-a-day"),
        (SECTION, HEAD.encode() + "trigger: Клиент пришёл ".encode() + b"\xe9\n", 3, "byte"),
    ],
)  # fmt: skip
def test_one_cause_at_its_line(path: str, text: str | bytes, line: int, form: str) -> None:
    assert problems(path, text) == [(line, form)]


@pytest.mark.parametrize("written", ["a, b", "(a, b)", "[a b]", "a; b", "a и b"])
def test_several_ids_are_told_to_be_a_list(written: str) -> None:
    found = [p for p in load({SECTION: f"{HEAD}performer: {written}\n".encode()}).problems if p.trouble == "schema"]
    assert [p.values["ids"] for p in found] == ["a, b"]


def test_a_thing_named_by_its_title_is_told_by_its_id() -> None:
    role = load({ROLES: ROLE.encode(), SECTION: (HEAD + "performer: Администратор\n").encode()}).problems
    assert [(one.form, one.values["near"]) for one in role] == [("title", "admin")]


def test_the_words_before_the_colon_of_a_title_are_its_name_too_where_they_name_one_thing() -> None:
    role = 'roles:\n  - {id: desk, title: "Стойка: приём"}\n'
    for more, form in (("", "title"), ('  - {id: back, title: "Стойка: склад"}\n', "none")):
        found = load({ROLES: (role + more).encode(), SECTION: (HEAD + "performer: стойка\n").encode()}).problems
        assert [one.form for one in found] == [form]


@pytest.mark.parametrize(
    ("written", "near"),
    [("Админ", "desk"), ("старш", "senior"), ("Адмнистратор", "desk"), ("админ учёта", "books"), ("тренер", None), ("адм", None)],
)  # fmt: skip
def test_half_a_title_or_a_misspelt_one_is_told_by_its_id(written: str, near: str | None) -> None:
    titles = {"desk": "Администратор", "books": "Администратор учёта", "senior": "Старший администратор"}
    roles = "roles:\n" + "".join(f"  - {{id: {id}, title: {title}}}\n" for id, title in titles.items())
    [found] = load({ROLES: roles.encode(), SECTION: (HEAD + f"performer: {written}\n").encode()}).problems
    assert found.values.get("near") == near


def test_a_copy_is_one_finding_and_is_not_read() -> None:
    section = (HEAD + "look_for: [визит]\n").encode()
    handbook = load({SECTION: section, "guideline/sections/visit (копия).yml": section})
    assert [(one.form, one.values["first"]) for one in handbook.problems] == [("copy", SECTION)]
    assert len(handbook.sections) == 1


def test_a_file_that_is_not_there_is_named_once() -> None:
    section = HEAD + "performer: [admin, desk]\nsteps:\n  - {do: Да, who: admin}\n  - {do: Нет, who: desk}\n"
    [found] = load({SECTION: section.encode()}).problems
    assert (found.place.file, found.form, found.values["count"]) == (ROLES, "missing-file", "4")


def test_what_is_not_read_is_named(tmp_path: Path) -> None:
    for name in ("sections/start/second.yml", "sections/Third.YML", "roles.yml.bak", "old/roles.yml", "README.md"):
        (tmp_path / "guideline" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "guideline" / name).write_text("section: second\ntitle: Второй\n", encoding="utf-8")
    handbook = load(read_folder(tmp_path))
    assert [section.id for section in handbook.sections] == ["second"]
    assert {(one.place.file, one.form) for one in handbook.problems} == {
        ("guideline/sections/Third.YML", "extension"),
        ("guideline/roles.yml.bak", "extension"),
        ("guideline/old", "folder-unread"),
    }


def test_a_name_that_windows_keeps_is_no_id() -> None:
    assert problems(ROLES, "roles:\n  - {id: aux, title: Стойка}\n") == [(2, "reserved")]


def test_what_is_missing_everywhere_is_no_slip_of_the_finger(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each guess goes through the whole file: two hundred alike would take minutes."""
    from cjm.load import guess

    asked: list[int] = []
    monkeypatch.setattr(guess, "guesses", lambda text, spots: asked.append(1) or iter(()))
    points = "".join(f"      - {{id: p{number}, title: Точка}}\n" for number in range(200))
    text = f"journey: way\ntitle: Путь\nstages:\n  - stage: all\n    title: Всё\n    touchpoints:\n{points}"
    handbook = load({"touchpoints/way.yml": text.encode()})
    assert sum(problem.form == "missing" for problem in handbook.problems) >= 200
    assert len(asked) <= 20
