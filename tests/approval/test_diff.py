"""`cjm diff` tells in the trade's words what changed between two states of a handbook."""

import datetime as dt
import json
import subprocess

import pytest

from cjm.book.changes import changes_book
from cjm.diff.difference import Difference, difference
from cjm.diff.rendering import as_markdown, as_text
from cjm.load import load
from cjm.model import Handbook

from .conftest import FILES, Club, section

FAREWELL = """section: farewell
title: Прощание
performer: boss
trigger: Гость уходит.
result: Гость ушёл довольным.
steps: [{id: bow, do: Проводите до двери.}]
"""


def handbook(changes: dict[str, tuple[str, str]] | None = None, more: dict[str, str] | None = None) -> Handbook:
    """The club's handbook with a text in some files replaced by another."""
    files = FILES | (more or {})
    for path, (old, new) in (changes or {}).items():
        assert old in files[path]
        files[path] = files[path].replace(old, new)
    return load({path: text.encode("utf-8") for path, text in files.items() if text})


def changed(path: str, old: str, new: str) -> Difference:
    return difference(handbook(), handbook({path: (old, new)}), "ru")


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        ("touchpoints/first.yml", "15 мин", "30 мин", "ждёт не дольше: 15 мин → 30 мин"),
        ("touchpoints/first.yml", ", standard: call", "", "больше нет стандарта; был: 1. Звонок"),
        ("touchpoints/first.yml", "outcome: Пришёл", "outcome: Пришёл, moment_of_truth: true", "момент истины: добавлено"),
        ("touchpoints/first.yml", "title: Обращение", "title: Вопрос", "этап «Вопрос», название: Обращение → Вопрос"),
        ("guideline/sections/call.yml", "назовите себя", "улыбнитесь гостю", "шаг «Поздоровайтесь и улыбнитесь гостю», что сделать:\n      было: Поздоровайтесь и назовите себя.\n      стало: Поздоровайтесь и улыбнитесь гостю."),
        ("guideline/sections/call.yml", "owner: vera", "owner: anna", "отвечает за раздел: Вера Лис → Анна Орлова"),
        ("guideline/sections/call.yml", "reviewed: 2026-10-01", "reviewed: 2026-11-01", "пересмотрено: 1 октября 2026 → 1 ноября 2026"),
        ("guideline/facts.yml", "value: два часа", "value: три часа", "значение: два часа → три часа"),
        ("guideline/roles.yml", "title: Директор", "title: Управляющий", "название: Директор → Управляющий"),
        ("guideline/handbook.yml", "Вера Лис, role: admin", "Вера Лис, role: admin, approves: true", "человек «Вера Лис», может утверждать: добавлено — да"),
        ("guideline/handbook.yml", "[call, visit, meeting]", "[visit, meeting, call]", "место в гайдлайне: Основа · 1 → Основа · 3"),
    ],
)  # fmt: skip
def test_a_change_in_the_words_of_the_trade(path: str, old: str, new: str, says: str) -> None:
    made = changed(path, old, new)
    assert len(made.changes) == 1
    text = as_text(made, handbook({path: (old, new)}), "ru").replace("\u00a0", " ")
    assert says in text, text


def test_nothing_changed() -> None:
    assert as_text(difference(handbook(), handbook(), "ru"), handbook(), "ru") == "ничего не изменилось\n"


def test_a_touchpoint_moves_to_another_stage() -> None:
    journey = FILES["touchpoints/first.yml"]
    line = next(line for line in journey.splitlines(keepends=True) if "first-call" in line)
    moved = (
        journey.replace(
            line, "      - {id: bell, title: Звонок в дверь, contact: product, channel: phone, standard: call}\n"
        )
        + line
    )
    new = handbook(more={"touchpoints/first.yml": moved})
    text = as_text(difference(handbook(), new, "ru"), new, "ru")
    assert "точка касания «Звонок в дверь»: добавлено" in text
    assert (
        "точка касания «Первый разговор»: перенесено\n    этап: Первое посещение · Обращение → Первое посещение · Визит"
        in text
    )


def test_what_came_and_went() -> None:
    new = handbook({"guideline/handbook.yml": ("meeting]", "farewell]")}, {"guideline/sections/meeting.yml": "", "guideline/sections/farewell.yml": FAREWELL})  # fmt: skip
    text = as_text(difference(handbook(), new, "ru"), new, "ru")
    assert "+ раздел «3. Прощание»: добавлено" in text and "− раздел «Встреча»: убрано" in text


@pytest.mark.parametrize("reworded", [False, True])
def test_renamed_ids_are_recognised(reworded: bool) -> None:
    """Section, role, fact and touchpoint get other ids, and what refers to them follows: nothing else is told."""
    names = {"call": "ring-up", "admin": "reception", "limit": "move-limit", "first-call": "opening-talk"}
    files = {}
    for path, text in FILES.items():
        for old, new in names.items():
            for written in (
                f"{{id: {old},",
                f"role: {old}",
                f"section: {old}\n",
                f"performer: {old}\n",
                f"standard: {old}}}",
                f"[{old},",
                f"{{{{ {old} }}}}",
            ):
                text = text.replace(written, written.replace(old, new))
        files[path.replace("sections/call", "sections/ring-up")] = text
    if reworded:
        files["guideline/sections/ring-up.yml"] = files["guideline/sections/ring-up.yml"].replace(
            "назовите себя", "представьтесь"
        )
    new = load({path: text.encode("utf-8") for path, text in files.items()})
    assert new.problems == ()
    made = difference(handbook(), new, "ru")
    told = {(one.kind, one.was, one.id): one.action for one in made.changes}
    assert told == {
        ("section", "call", "ring-up"): "changed" if reworded else "renamed",
        ("touchpoint", "first-call", "opening-talk"): "renamed",
        ("role", "admin", "reception"): "renamed",
        ("fact", "limit", "move-limit"): "renamed",
    }  # fmt: skip
    assert bool(made.again) is reworded


def test_who_must_read_again() -> None:
    made = changed("guideline/sections/call.yml", "назовите себя", "улыбнитесь")
    assert made.roles == ("admin",) and made.again == (("admin", ("call",)),)
    made = changed("guideline/sections/call.yml", "purpose: Клиент", "purpose: Гость")  # not normative
    assert made.roles == () and made.again == ()
    made = changed("guideline/facts.yml", "два часа", "три часа")
    assert made.again == (("admin", ("call", "visit", "meeting")),)


def test_markdown_marks_the_words() -> None:
    made = changed("guideline/sections/call.yml", "назовите себя.", "назовите *имя* и <b>должность</b>.")
    text = as_markdown(made, handbook(), "ru")
    assert "~~себя.~~ **\\*имя\\* и \\<b\\>должность\\</b\\>.**" in text


def test_between_revisions_of_git(club: Club) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=t", "-c", "user.email=t@t")
        subprocess.run(["git", "-C", str(club.root), *who, *words], check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "one")
    club.change("touchpoints/first.yml", "15 мин", "30 мин")
    assert "ждёт не дольше: 15 мин → 30 мин" in club.told("diff", "HEAD")
    git("commit", "-qam", "two")
    assert club.told("diff", "HEAD") == "ничего не изменилось\n"
    assert "15 мин → 30 мин" in club.told("diff", "HEAD~1", "HEAD")
    assert "30 мин → 15 мин" in club.told("diff", "HEAD", "HEAD~1", "--markdown")
    data = json.loads(club.told("diff", "HEAD~1", "--json"))
    assert data["changes"][0]["details"][0]["after"] == "30 мин"
    for name in ("no-such-thing", "--output=x", "HEAD:touchpoints"):
        result = club.cjm("diff", "--", name)
        assert result.exit_code == 2 and "не ревизия git" in result.output


def test_a_file_that_cannot_be_read_is_named_with_its_state(club: Club) -> None:
    club.git("init", "-q")
    club.git("add", ".")
    club.git("commit", "-qm", "a")
    (club.root / "guideline/roles.yml").write_text("roles: [", encoding="utf-8")
    assert f"{club.root}: guideline/roles.yml не читается" in club.cjm("diff", "HEAD").stderr
    club.git("commit", "-qam", "b")
    assert "HEAD: guideline/roles.yml не читается" in club.cjm("diff", "HEAD~1", "HEAD").stderr


def test_a_handbook_in_a_folder_of_the_repository(club: Club) -> None:
    root = club.root / "books" / "pool"
    inner = Club(root)
    inner.write("guideline/sections/с-кириллицей.yml", section("draft", "Черновик"))
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "one"]):
        subprocess.run(["git", "-C", str(club.root), *words], check=True, capture_output=True)
    assert inner.cjm("diff", "HEAD").output == "ничего не изменилось\n"


def test_without_git_and_without_approvals(club: Club) -> None:
    assert "не в репозитории git" in club.told("diff", "HEAD")
    result = club.cjm("diff")
    assert result.exit_code == 1 and "ещё ничего не утверждали" in result.output


def test_since_the_approval(approved: Club) -> None:
    assert approved.cjm("diff").output == "ничего не изменилось\n"
    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь")
    approved.change("touchpoints/first.yml", "15 мин", "30 мин")
    approved.change("guideline/facts.yml", "два часа", "три часа")
    approved.write("guideline/sections/new.yml", FAREWELL.replace("farewell", "new").replace("Прощание", "Новый"))
    (approved.root / "guideline/sections/visit.yml").unlink()
    assert "Визит»: убрано" in approved.told("diff")
    record = approved.records[0].stem
    for name in ("approved", record, record[-8:]):
        text = approved.told("diff", name)
        assert "раздел «1. Звонок»: изменено" in text and "15 мин → 30 мин" in text and "два часа → три часа" in text
        assert "раздел «Новый»: добавлено" in text


def test_for_management(approved: Club) -> None:
    from pypdf import PdfReader

    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь_#гостю *и* $ребёнку$ \\\\ <b>")
    approved.change("touchpoints/first.yml", "15 мин", "30 мин")
    file = approved.root / "changes.pdf"
    result = approved.cjm("diff", "--pdf", str(file))
    assert result.exit_code == 0, result.output
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).replace("\u00a0", " ").split())
    for words in (
        "Что изменилось",
        "Было: утверждённое",
        "1. Звонок",
        "улыбнитесь_#гостю и $ребёнку$",
        "15 мин → 30 мин",
        "Перечитать",
    ):
        assert words in text, text
    # It is not the text: nobody approves by it.
    assert "нет целых разделов" in approved.approve("boris", "call", "--pdf", str(file)).output


def test_for_management_without_markup() -> None:
    old, new = (
        "Поздоровайтесь и назовите себя.",
        "Поздоровайтесь и **сразу** откройте [визит](section:visit), за {{ limit }}.",
    )
    path = "guideline/sections/call.yml"
    now = handbook({path: (old, f'"{new}"')})
    book = changes_book(difference(handbook(), now, "ru"), now, today=dt.date(2026, 11, 22), old="было", new="стало")
    printed = json.dumps(book.data, ensure_ascii=False).replace("\u00a0", " ")
    assert "сразу откройте визит, за два часа." in printed
    assert "**" not in printed and "section:" not in printed


def test_a_minor_change_need_not_be_read_again(approved: Club) -> None:
    approved.change("guideline/sections/call.yml", "назовите себя", "назовите «себя»")
    text = approved.cjm("diff").output
    assert "перечитывать не нужно: изменились только знаки" in text and "Перечитать" not in text
    assert approved.approve("boris", "call", "--minor").exit_code == 0
    assert approved.cjm("diff").output == "ничего не изменилось\n"


def test_a_manager_reads_no_markdown_and_no_ids() -> None:
    more = (
        "scripts:\n  - {id: bye, title: Прощание, variants: [{channel: phone, text: До встречи.}]}\n"
        "details:\n  - id: price\n    title: Цена\n    text: |\n      | Что | Сколько |\n      |---|---|\n      | Занятие | "
    )
    call = "guideline/sections/call.yml"
    before = FILES[call] + more + "дорого, спросите у старшего |\n"
    after = (
        FILES[call].replace("do: Поздор", "script: bye, do: Поздор") + more + "**дёшево**, спросите у старшего сами |\n"
    )
    made = difference(handbook(more={call: before}), handbook(more={call: after}), "ru")
    data = changes_book(made, handbook(more={call: after}), today=dt.date(2026, 11, 22), old="x", new="2026-11-22").data
    told = json.dumps([data["lead"], data["groups"]], ensure_ascii=False).replace("\u00a0", " ")
    assert all(words in told for words in ("22 ноября 2026", "скрипт: добавлено — Прощание", "дёшево", "Занятие ·"))
    assert not [sign for sign in ("bye", "**", "|", "\ue000") if sign in told], told


def test_the_sheet_to_be_signed_says_everything(approved: Club) -> None:
    from cjm.book import WHOLE, since
    from cjm.load import load_folder

    call = "guideline/sections/call.yml"
    more = "never:\n" + "".join(f"  - {{do: кричать {number} раз, instead: Говорите тихо.}}\n" for number in range(6))
    approved.write(call, approved.read(call) + more)
    told = since(load_folder(approved.root), dt.date(2026, 11, 22))
    assert told is not None
    [change] = told.changes(WHOLE, ())
    assert all(f"кричать {number} раз" in one.after for number, one in enumerate(change.details))
    assert len(change.details) == 6
