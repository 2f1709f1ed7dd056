"""What an afternoon of work says, command by command, and each file that it leaves; `CJM_GOLDEN=write` accepts it.

A session is one folder in which commands are typed one after the other. The transcript has stdout, the exit code, stderr,
and what became of the files, those of the private room too.
"""

import dataclasses
import difflib
import json
import os
import random
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from answers.test_import import CLUB, GOOGLE
from approval import conftest as approval
from cases import test_cases
from test_golden import as_was, content
from training import conftest as training
from typer.testing import CliRunner

from cjm import __version__
from cjm.approval.reading import read_digests
from cjm.cli import main
from cjm.load import load_folder
from cjm.training import seal
from cjm.training.edition import as_edition

TODAY = "2026-11-28"


@dataclasses.dataclass(frozen=True)
class At:
    """A command with what is typed into it at a terminal."""

    words: str
    typed: str


Step = str | tuple[str, str | bytes] | Callable[[Path], str | None] | At


def set_state(root: Path) -> None:
    """What a team does with its workbook: one case closed, a topic, a group."""
    book = openpyxl.load_workbook(root.parent / "cases.xlsx")
    for sheet in book:
        heads = {str(cell.value): cell.column for cell in sheet[1]}
        if {"Состояние", "Группа"} <= set(heads):
            for row, (state, topic, group) in enumerate((("закрыт", "Вода", "утро"), ("повторился", "", "")), 2):
                sheet.cell(row, heads["Состояние"]).value = state
                sheet.cell(row, heads["Тема"]).value = topic
                sheet.cell(row, heads["Группа"]).value = group
    book.save(root.parent / "cases.xlsx")


def change_meeting(root: Path) -> None:
    """What a step says becomes another thing."""
    file = root / "guideline/sections/meet.yml"
    file.write_text(file.read_text("utf-8").replace("назовите имя", "улыбнитесь"), encoding="utf-8")


def with_book(*words: str) -> Callable[[Path], str | None]:
    """The book is printed before somebody approves it."""

    def printed(root: Path) -> None:
        _club(root).pdf(*words, day=TODAY)

    return printed


def _club(root: Path) -> approval.Club:
    made = object.__new__(approval.Club)
    made.root = root
    return made


def results(root: Path) -> str:
    """Three people take the exam on its page, one of them new; a fourth on paper: the short code of his sheet is typed in."""
    (file,) = (root.parent / "private/club/editions").glob("*.json")
    entry = json.loads(file.read_text("utf-8"))
    edition, code = as_edition(entry), entry["code"]
    (root.parent / "results").mkdir()
    training.saved(
        root.parent / "results",
        training.taken(edition, code, "Анна Ким"),
        training.taken(edition, code, "Олег Рей", role="cash", answer=training.wrongly),
        training.taken(edition, code, "Вера Новая", answer=lambda one: (training.wrongly if one["section"] == "meet" else training.rightly)(one)),
    )  # fmt: skip
    return f"exam typed Борис_Ли {training.taken(edition, code, 'Борис Ли')['code']} --role desk --by Света"


def reading(root: Path) -> None:
    """Marks that came in a messenger: one that holds, one of a day to come, and those of nobody."""
    digest = read_digests(load_folder(root))["cancel"]
    marks = f"cancel {digest} 2026-11-20\ncancel {digest} 2027-01-01\n"
    put(root.parent / "reading/r.txt", f"reading/1 Анна Ким\n{marks}reading/1 Никто\n{marks}")


def revision(root: Path) -> None:
    """The state of the folder, in git since a day."""
    who = {"GIT_AUTHOR_DATE": "2026-11-01T12:00:00Z", "GIT_COMMITTER_DATE": "2026-11-01T12:00:00Z"}
    for words in ("init -q -b main", "add -A", "-c user.name=a -c user.email=a@b.c commit -qm one"):
        subprocess.run(["git", *words.split()], cwd=root, check=True, env=os.environ | who)


def book_edited(root: Path) -> None:
    """Somebody changes titles in the workbook."""
    file = root.parent / "book.xlsx"
    book = openpyxl.load_workbook(file)
    for sheet in book:
        for row in sheet.iter_rows() if sheet.title != "_cjm" else ():  # where the program keeps what it wrote
            for cell in row:
                if isinstance(cell.value, str) and cell.value in ("Вход", "Запись видна в журнале."):
                    cell.value = f"{cell.value} клуба"
    book.save(file)


def answered(root: Path) -> None:
    """The first questions that were asked in writing get an answer, one of them of no use."""
    file = root.parent / "asked.md"
    lines = file.read_text("utf-8").splitlines()
    at = [number for number, line in enumerate(lines) if line.strip() == "**Ответ:**"]
    for number, words in zip(at, ("Отвечает за запись.", "сорок", "Клиент знает день."), strict=False):
        lines[number] += f"\n{words}"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def fewer(root: Path) -> None:
    """Answers were deleted at their term."""
    next(iter(sorted((root.parent / "private/club/answers").glob("*.json")))).unlink()


REVIEWS = (
    "createTime,starRating,comment,Смена\n2026-10-02,1,В душевой холодно,утро\n2026-10-03,2,Ледяная душевая,утро\n"
    "02.10.2062,1,Рано,утро\n,4,Без даты,вечер\n2026-10-04,семь,Долго ждали. Ольга Ветрова и Маша хамили,вечер\n"
    + "".join(f"2026-10-05,{word},Слово {word},вечер\n" for word in "абвгдежзиклм")
)
COUNTS = "month,index,touchpoint,source,best,score,n\n2026-09,csi,visit/shower,bot,5,5,40\n2026-09,csi,visit/shower,bot,5,2,9\n"
WEIGHTS = "Когда;Душ;Насколько важно;Где;Смена;Чек\n" + "".join(
    f"{46290 + number};{score};{weight};{place};{'утро' if number % 2 else 'вечер'};{number}\n"
    for number, (score, weight, place) in enumerate(
        [("1", "5", "Стойка"), ("1", "3", "desk"), ("0", "5", "shower"), ("1", "1", "Встреча у стойки")] * 3
        + [("1", "много", "")]
    )
)
TWO = "".join(  # the table with most rows is the one of answers
    f"<table border=1>{''.join(f'<tr><td>{row}</td></tr>' for row in rows.split())}</table>"
    for rows in ("Выгрузка", "Когда</td><td>Душ 05.10.2026</td><td>1 06.10.2026</td><td>1", "Итого")
)
INSTRUCTION = (
    "# Отмена занятия\n\nКто: администратор\n\n1. Поздоровайтесь и спросите имя.\n2. Запишите причину в журнал.\n\n"
    "Скажите: «Хорошо, занятие перенесём».\n\nНельзя спорить. Телефон Ольги Ветровой: +7 916 123-45-67.\n"
)
SESSIONS: dict[str, tuple[dict[str, str], list[Step]]] = {
    "voice": (CLUB, [
        ("../Как у нас дела (Ответы).csv", GOOGLE), ("../r.csv", REVIEWS), ("../c.csv", COUNTS), ("../o.csv", GOOGLE),
        ("../bad.csv", "a,b\n1,2\n"), ("../nobody.csv", COUNTS.replace("shower", "sauna")), ("../none.csv", COUNTS.replace("40", "сорок")),
        "private open --owner Марина",
        "voice import", "voice typed phone", "voice close",
        "voice place",
        "voice import ../Как_у_нас_дела_(Ответы).csv", "voice import ../нет.csv", "voice import ../o.csv --lang en",
        "voice import ../o.csv --form how-are-yu", "voice import ../o.csv --form how-are-you --column Чего=csi",
        "voice import ../o.csv --form how-are-you --column Ваше_имя=никак", "voice import ../o.csv --form how-are-you --column Ваше_имя=csi",
        "voice import ../Как_у_нас_дела_(Ответы).csv --yes", "voice import ../o.csv",
        "voice import ../r.csv --form review --column starRating=csi --yes", At("voice import ../r.csv --form review", "\ncsi = семь < 3 < 2 < 1\n\n\n\n"), "voice import ../r.csv --form review --lang en", "voice place --lang en",
        "voice import ../c.csv --counts", "voice import ../bad.csv --counts", "voice import ../nobody.csv --counts", "voice import ../none.csv --counts --lang en",
        "voice typed phone nps=9 csi@visit/shower=4 Марина_сказала,_что_душ_холодный --day 2026-10-05", "voice typed phone 9", "voice typed phone npz=9",
        "voice typed phone nps=9 --day 2026-12-20", "voice typed bots nps=9",
        "voice place", "voice place --lang en",
        At("voice place", "душ\n1 душевой\n\n1\nq\n"),
        At("voice import ../bad.csv", "9\n"), At("voice import ../bad.csv", "2\nwrong\nслова\n\n"),
        ("../w.csv", WEIGHTS), "voice import ../w.csv --form bot", "voice import ../w.csv --form bot --column Когда=время --column Душ=fcr@shower --column Насколько_важно=важность@shower --column Где=точка --column Смена=признак --column Чек=убрать", "voice import ../w.csv --form bot --column Душ=csi@sauna",
        ("../two.xls", TWO), "voice import ../two.xls --form bot --yes", "voice close 2026-09", "voice close 2026-10 --sent how-are-you=40 --visits 415", "voice close 2026-09", "voice close 2025-01",
        fewer, "voice close 2026-10", "voice close 2026-10 --again --lang en",
        "improve", "news --since 2026-01-01", "private where", "private show Ольга_Ветрова",
    ]),
    "cases": (test_cases.CLUB, [
        "cases", "private open --owner Марина", "cases",
        "cases add", "cases add Душ", "cases add _ --sort idea", "cases close", "cases month 2026-13", "cases review", "cases back",
        "cases add Душ_ледяной,_сказала_Анна_Котова --at visit/shower --sort complaint --day 2026-11-01 --topic cold-shower --group утро",
        "cases add Не_поздоровались --at desk --sort communication --whose desk --day 2026-11-03",
        "cases add Ждали_полчаса --at desk --sort process --topic Очередь --day 2026-11-20 --lang en",
        "cases add Спасибо_за_душ --sort praise --section shower", "cases add Поставьте_фен --sort idea", "cases add Тихо --sort observation",
        "cases add В_душевой_ледяная_вода --sort complaint", "cases add Душ --sort complaint --at showre", "cases add Душ --sort complaint --at desk --day 2026-11-29",
        "cases add Душ --sort complaint --at desk --group смена_Ольги_Ветровой", "cases add Душ --sort complaint --at desk --whose Ольга_Ветрова",
        "cases", "cases --lang en", "cases --xlsx ../cases.xlsx --ics ../cases.ics",
        "cases close 000000", "cases close c-", "cases appeal {1} --decided mistake", "cases appeal {1} --today 2026-12-20", "cases appeal {1} --today 2026-11-10", "cases appeal {1} --today 2026-11-11",
        "cases --today 2026-11-19", "cases appeal {0}", "cases appeal {1} --decided no-mistake --lang en", "cases appeal {1} --decided mistake",
        "cases recheck {0} --today 2026-11-15", "cases repeat {2} --today 2026-11-27", "cases repeat {2} --today 2026-11-27", "cases close {4}",
        "cases add Пусто --at shower --sort process --day 2026-10-05 --group утро", "cases add Пусто --at shower --sort process --day 2026-10-06 --group утро", "cases --xlsx ../cases.xlsx", set_state, "cases back ../cases.xlsx", "cases back ../нет.xlsx", ("../no.xlsx", "no"), "cases back ../no.xlsx --lang en",
        "cases month 2026-11", "cases month 2026-10", "cases month 2026-11 --lang en",
        "cases review desk", "cases review shower",
        ("guideline/sections/shower.yml", "section: shower\ntitle: Душ\nsteps:\n  - {id: warm, do: Включите бойлер за час до прихода., check: true}\n  - {id: towel, do: Повесьте полотенце.}\n"),
        "cases", "cases review shower", "cases review shower --lang en", "cases review shower 1+ 2x", "cases review shower --sheet ../list.html", "cases review shower 1- нет_тепла 2+ --group вечер", "cases review shower 1- нет_тепла --group вечер --sort process", "cases review shower 10", "cases review shower 1+ 20",
        "review", "private where", "private tidy --today 2030-01-01", "private where --lang en",
    ]),
    "private": (training.CLUB | {f"guideline/sections/{id}.yml": training.section(id) for id in training.STEPS}, [
        "private", "private open", "private open --owner Марина", "private person Анна_Ким --role desk --from 2026-10-01", "private person Олег_Рей --role desc",
        "private person Олег_Рей --role cash --for branch=north", "private person Олег_Рей --role cash --for branch=west", "private person Олег_Рей --until 2026-11-20", "private person Анна_К --role desk --lang en", "private same Анна_К", "private same Анна_К --as Анна_Ким",
        "private show Анна", "private show Анна_Ким", "private show Никто", "private join ../other", "private where",
        "exam paper nobody", "exam paper -o guideline/exam.html", "exam paper -o ../exam.html", "exam print", "exam print Анна_Ким --role boss", "exam print Анна_Ким --role desk -o ../papers.html",
        "exam typed Анна_Ким а --role desk", "exam typed Анна_Ким а б а б а б --role desk --by Света", "exam typed Анна_Ким а б --role desk --by Света --lang en", "exam typed Борис_Ли б б б б б б --role desk --by Света --run 2",
        ("../wrong/x.json", "{"), ("../wrong/y.json", '{"cjm": "result/1"}'), "exam collect ../wrong", "exam collect ../nothing", results, "exam collect ../results", "exam collect ../results --lang en", reading, "exam collect ../reading", "exam collect ../reading --lang en", change_meeting,
        ("templates/training/paper.css", "main { color: red }"), "exam paper -o ../own.html", "exam print Вера -o site_build/p.pdf", "exam who", "exam who --lang en --today 2026-12-20", "exam who -o ../team.csv", "exam who -o ../team.xlsx", "exam who -o ../team.doc", "exam again", "exam again Анна_Ким --lang en", "exam again -o ../due.ics", "exam talk", "exam talk чего",
        "forget Никто", At("forget Анна_Ким", "n\n"), "forget Анна_Ким --yes", "forget Олег_Рей --yes --lang en", "private where",
    ]),
    "approval": (approval.FILES, [
        "review", "diff", "diff 2026-01-01", "approve --by anna", "approve --by anna --all call", "approve --by anna call --minor --decision rejected", "approve --by anna call --minor", "approve --by zoe call --decision rejected", "approve --by vera call --decision rejected --remark Скучно",
        with_book(), "approve --by boris --pdf book.pdf cal", "approve --by boris --pdf book.pdf call", "approve --by boris --pdf book.pdf call --with-needed", "approve --by anna --pdf book.pdf --all", "approve --by boris --pdf book.pdf --all --lang en",
        "review", "review --lang en", "review --json", "review --ics ../review.ics", "diff", "verify book.pdf",
        lambda root: _club(root).change("guideline/sections/call.yml", "Поздоровайтесь и назовите себя.", "Улыбнитесь и назовите клуб."),
        lambda root: _club(root).change("guideline/sections/visit.yml", "назовите себя.", "назовите себя!"),
        lambda root: _club(root).change("guideline/facts.yml", "два часа", "три часа"),
        "diff", "diff --lang en", "diff --markdown", "diff --json", "diff nonsense", "review", "review --json", "lint --select 6", "approve --by anna visit --minor", "approve --by anna call --minor", "approve --by anna --all --minor --lang en",
        "approve --by boris --pdf book.pdf call", with_book(), "approve --by boris --pdf book.pdf visit", "approve --by boris --pdf book.pdf visit --with-needed", with_book("call"), "verify book.pdf", "approve --by boris --pdf book.pdf call --decision remarks --remark Короче", "approve --by boris visit --decision withdrawn --lang en", "approve --by anna meeting --decision rejected --remark Нет_слов --remark Длинно",
        "review", "review --today 2027-06-01", "diff", "news --since 2026-11-28", "news --since approved", "report --since approved", "verify nothing.pdf", "verify guideline/handbook.yml",
        "rename section:meeting assembly", with_book(), "approve --by boris --pdf book.pdf --all", "review",
    ]),
    "taking": (approval.FILES | {
        "guideline/sections/danger.yml": "section: danger\nkind: emergency\ntitle: Кому-то плохо\nshort: Плохо\nperformer: admin\npurpose: Помощь вызвана сразу.\nsteps: [{id: call, do: Звоните 112.}]\n",
        "guideline/sections/guests.yml": "section: guests\nkind: client\ntitle: Как к нам прийти\npurpose: Гость знает дорогу.\ndetails: [{title: Дорога, text: 'От метро пять минут.'}]\n",
    }, [
        ("../Отмена занятия.md", INSTRUCTION), "import ../Отмена_занятия.md --dry-run", At("import ../Отмена_занятия.md", "нет\n"), At("import ../Отмена_занятия.md --lang en", "yes\n"), "import ../Отмена_занятия.md --yes",
        ("../Отмена занятия.md", INSTRUCTION.replace("Запишите причину", "Запишите причину и день")), "import ../Отмена_занятия.md --yes", "import ../Отмена_занятия.md",
        "import ../нет.md", ("../bad.docx", "x"), "import ../bad.docx --lang en", ("../empty/x.bin", "x"), "import ../empty", "import ../empty/x.bin",
        "ask -o ../asked.md", answered, "ask --answers ../asked.md --dry-run", "ask --answers ../asked.md", "ask --answers ../asked.md --lang en", "ask --answers guideline/roles.yml",
        "export xlsx -o ../book.xlsx", book_edited, "import ../book.xlsx --dry-run", At("import ../book.xlsx", "нет\n"), "import ../book.xlsx --yes", "import ../book.xlsx --yes --lang en",
          "private open --owner Марина", ("../nothing/x.txt", "ничего"), "exam collect ../nothing", "cases add Сказала_Лобода,_что_долго --sort idea",
    ]),
    "asking": (approval.FILES, [
        "build --draft --released", "build --released", "build --for branch=x", "build --for branch", "pdf --only steps", "pdf --section nothing", "pdf --part basics --role admin", "pdf --part nothing --lang en",
        "pdf --released", "pdf --cards --only nothing", "pdf --cards --only steps,nothing --lang en", "slides --released", "slides --section nothing --lang en", "export csv --part nothing", "export nothing", "export client",
        "map first --out x.doc", "map nothing --lang en", "map --overview first", "map first --out -", "matrix --csv -", "matrix --json -", "matrix --fail-under 90", "matrix --fail-under 101", "matrix --fail-under 10 --lang en",
        "lint -", "lint --select nothing --lang en", "lint --output html", "lint --fail-on off --select 2 --format concise", "lint --fail-on info --select 4", "lint --ignore 1,2,3,4,5,6,7,8,0", "lint --statistics --select 2", "lint --diff", "lint --write-baseline --select 2", "lint --select 2", "lint --no-baseline --statistics --select 2", "lint guideline/roles.yml ../x.yml",
        "verify", "verify 12345678", "verify 1 --lang en", "verify --again", "comments nothing.docx", "comments guideline/roles.yml --lang en", "improve nothing", "impact role:admin", "impact fact:limit", "impact person:anna --lang en", "search", "ask -o ../asked.md", "ask --answers ../asked.md", "completion nothing", "serve --port 70000",
        "news --since never", "report --since 2026-01-01 --lang en", "diff HEAD --lang en", revision, "diff HEAD", "diff nonsense", "diff nonsense --lang en", "news --since 2026-10-01", "news --since 2026-11-02", "report --since HEAD",
        lambda root: _club(root).change("guideline/facts.yml", "два часа", "три часа"), lambda root: _club(root).change("touchpoints/first.yml", "15 мин", "25 мин"), ("guideline/sections/bad.yml", "section: [\n"),
        "diff HEAD", "diff HEAD --markdown --lang en", "news --since 2026-11-02", "report --since HEAD", "diff HEAD HEAD", "diff HEAD..", "review", "verify --again --lang en",
    ]),
    "start": ({}, [
        "init ../a --empty", ("../g/guideline/roles.yml", ""), "init ../g", "init ../g --lang en", "init ../b --bare --empty", "init ../c --company Ромашка --ci github", "init ../c1 --title Правила", "init ../c2 --role Мастер --lang en",
        "init ../d --journey Стрижка", "init ../новая_папка --bare --lang en", "init ../f --ci nothing", "lint", "eject words.md", "--version", "--lang en map", "nothing", "lint --nothing",
    ]),
    "writing": (approval.FILES, [
        "new", "new nothing Имя", "new section Прощание --in basics", "new section Прощание --in basics", "new section Ожидание --after call --id waiting --dry-run", "new section Ожидание --in nowhere", "new role Старшая --lang en", "new touchpoint Выход --in first/come --after first-visit", "new fact Часы_работы", "new term Клиент",
        "rename section:call phone-call --dry-run", "rename section:call phone-call", "rename role:nobody some", "rename section:visit meeting", "rename section:visit Визит --lang en", "rename fact:limit notice --lang en",
        "impact section:phone-call", "impact nothing", "lint --format concise", "lint --format concise --select 20,,6_,", "lint --fix --select 0", "map first", "map nothing", "matrix --holes", "rule 999", "rule CJM003 --lang en", "eject", "eject nothing", "eject words.md",
        "export docx --section phone-call -o ../one.docx", "export docx --section nothing -o ../one.docx", "export md --role boss -o ../md", "comments ../one.docx", "comments ../one.docx --json --lang en", "comments guideline/roles.yml", "import ../one.docx", "import ../no.docx",
        "ask", "ask --lang en", "completion bash", "export docx --out ../none/none/x.docx", "lint guideline/sections/phone-call.yml nowhere.yml", "lint --select nothing", "lint --profile nothing",
        ("guideline/roles.yml", "roles:\n  - {id: admin, title: [Администратор}\n"), "lint", "lint --lang en --format json", "export docx -o ../one.docx", "build", "new role Ещё", "rename fact:notice limit", "approve --by boris call --decision rejected",
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    files, steps = SESSIONS[name]
    root = tmp_path / "club"
    root.mkdir()
    for file, text in files.items():
        put(root / file, text)
    monkeypatch.chdir(root)
    monkeypatch.setenv("CJM_PRIVATE", str(tmp_path / "private"))
    monkeypatch.setattr(seal, "ROUNDS", 600)
    luck = random.Random(7)
    monkeypatch.setattr("secrets.choice", luck.choice)
    monkeypatch.setattr("secrets.token_bytes", luck.randbytes)
    told, before = "", state(tmp_path)
    ids: list[str] = []  # of cases, as they came
    for step in steps:
        if callable(step):
            step = step(root) or ""
        if isinstance(step, tuple):
            put(root / step[0], step[1])
        elif step:
            words, keys = (step, None) if isinstance(step, str) else (step.words, step.typed)
            words = words.format(*ids)
            told += f"$ {words}\n{typed(words, keys, monkeypatch)}{changes(before, state(tmp_path), tmp_path)}"
        before = state(tmp_path)
        ids += [id for id in (Path(file).stem for file in before if "/club/cases/" in file) if id not in ids]
    as_was(f"session-{name}", told.replace(str(tmp_path), "…").replace(f"program: {__version__}", "program: …"))


# Private functions


def typed(words: str, keys: str | None, monkeypatch: pytest.MonkeyPatch) -> str:
    given = [word.replace("_", " ") if not word.startswith("-") else word for word in words.split()]
    today = [] if "--today" in given or given[0] in TIMELESS else ["--today", TODAY]
    rooted = [] if given[0] in ROOTLESS else ["--root", "."]
    with monkeypatch.context() as patch:
        if keys is not None:
            patch.setattr("cjm.cli.commands.voice.sys", _Terminal)
        done = CliRunner().invoke(main, [*given, *rooted, *today], input=keys or "")
    return f"{done.stdout}--- {done.exit_code}\n{done.stderr}"


TIMELESS = ("improve", "rule", "completion", "eject", "ask", "comments", "import", "new", "impact", "map", "search", "init", "nothing", "--version", "--lang")  # fmt: skip
ROOTLESS = ("rule", "completion", "init", "nothing", "--version")


class _Terminal:
    class stdin:
        isatty = staticmethod(lambda: True)


def put(file: Path, text: str | bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())


def state(folder: Path) -> dict[str, bytes]:
    """Each file by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "site_build" not in path.parts
    }


SHIPPED = re.compile(r"/(\.|README|mkdocs|guideline/sections)|^book")  # what init lays down by its name, not its words


def changes(before: dict[str, bytes], after: dict[str, bytes], folder: Path) -> str:
    """What a command did to the files."""
    told = [f"=== gone: {file}\n" for file in before.keys() - after.keys()]
    for file, raw in after.items():
        if raw == before.get(file) or "/schema/" in file:
            continue
        text = shown(folder / file)
        if SHIPPED.search(file) and "approvals" not in file and "club" not in file:
            told.append(f"=== new: {file}\n")
        elif file not in before:
            told.append(f"=== new: {file}\n{text.rstrip()}\n")
        else:
            old = before[file].decode("utf-8", "replace") if before[file].isascii() or b"\0" not in before[file] else ""
            lines = difflib.unified_diff(old.splitlines(), text.splitlines(), lineterm="", n=0)
            told.append(f"=== changed: {file}\n" + "".join(f"{line}\n" for line in list(lines)[2:]))
    return "".join(sorted(told))


def shown(file: Path) -> str:
    """The words of a file, whatever it is."""
    try:
        return OURS.sub(lambda one: one[0] if len(one[0]) < 99 else f"{one[1]}…{one[2]}", content(file))
    except UnicodeDecodeError:
        return f"{file.suffix}: bytes"


OURS = re.compile(r"(?s)(<script>|<style>|\"raw\":\"|\"hidden\": \"|\"nonce\": \").*?(</script>|</style>|\")")
