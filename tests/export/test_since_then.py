"""`cjm news` and `cjm report`: what happened since a day, in words that the numbers bear; a text for people, not a list of files."""

import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cjm.cli import main

INDEX = "indices: [{id: csi, title: CSI, formula: top-two, of: ask, target: не ниже 90}]\n"
SECTION = """section: shower
title: Душевая
owner: vera
performer: desk
purpose: Тепло.
trigger: Клиент пошёл в душ.
result: Клиент вышел довольный.
reviewed: 2026-10-01
steps:
  - {id: warm, do: STEP}
"""
FILES = {
    "guideline/handbook.yml": "handbook: club\ntitle: Стандарты клуба\norganisation: Клуб\nlanguage: ru\npeople: [{id: vera, name: Вера Лис, role: desk, approves: true}]\nparts: [{id: all, title: Всё, sections: [shower]}]\nchannels: [{id: hall, title: Зал}]\n",
    "guideline/roles.yml": "roles: [{id: desk, title: Администратор}]\n",
    "guideline/resources.yml": "resources: [{id: ask, title: Анкета, kind: form, address: 'https://forms.example/a'}]\n",
    "guideline/indices.yml": INDEX,
    "guideline/sections/shower.yml": SECTION.replace("STEP", "Проверьте воду раз в час."),
    "touchpoints/visit.yml": "journey: visit\ntitle: Визит\nstages:\n  - stage: in\n    title: Приход\n    touchpoints:\n      - {id: wash, title: Душ, contact: person, role: desk, channel: hall, standard: shower, outcome: Вышел}\n",
}  # fmt: skip
IMPROVED = """improvements:
  - {id: warm, problem: Вода ледяная, touchpoint: visit/wash, actions: [Поставили второй котёл], state: live, since: 2026-07-10, measure: {count: жалобы, before: 90 дней, after: 60 дней}}
  - {id: dry, problem: Мокрый пол, touchpoint: visit/wash, actions: [Положили решётки], state: live, since: 2026-09-20, measure: {count: лужи, before: 90 дней, after: 90 дней}}
"""


def month(id: str, good: int, bad: int, complaints: int) -> dict[str, str]:
    case = f"cases: [{{what: complaint, touchpoint: visit/wash, n: {complaints}}}]\n"
    return {
        f"guideline/voice/{id}.yml": f'month: {id}\nanswers: [{{index: csi, source: ask, best: 5, scores: {{"5": {good}, "2": {bad}}}}}]\n{case}'
    }


class Folder:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.git("init", "-q", day="2026-09-01")

    def git(self, *words: str, day: str) -> None:
        when = {
            "GIT_AUTHOR_DATE": f"{day}T12:00:00",
            "GIT_COMMITTER_DATE": f"{day}T12:00:00",
            "PATH": __import__("os").environ["PATH"],
        }
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *words],
            cwd=self.root,
            check=True,
            capture_output=True,
            env=when,
        )

    def holds(self, files: dict[str, str], day: str) -> None:
        for path, text in files.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(text, encoding="utf-8", newline="\n")
        self.git("add", "-A", day=day)
        self.git("commit", "-qm", "x", day=day)

    def cjm(self, *words: str) -> Result:
        return CliRunner().invoke(main, [words[0], "--root", str(self.root), "--today", "2026-11-22", *words[1:]])

    def told(self, *words: str) -> str:
        done = self.cjm(*words)
        assert done.exit_code == 0, done.output
        return done.output.replace("\u00a0", " ")


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Counted from April; a boiler in July, a step and two improvements written down on 10 November."""
    made = Folder(tmp_path_factory.mktemp("клуб"))
    counted: dict[str, str] = {}
    for at in (4, 5, 6, 7):
        counted |= month(f"2026-{at:02}", 40, 20, 20)
    made.holds(FILES | counted, "2026-10-01")
    more = month("2026-08", 58, 2, 5) | month("2026-09", 58, 2, 4)
    changed = {"guideline/sections/shower.yml": SECTION.replace("STEP", "Проверьте воду каждые полчаса.")}
    made.holds(more | changed | {"guideline/improvements.yml": IMPROVED}, "2026-11-10")
    return made


def test_a_letter_tells_what_to_read_what_went_well_and_what_the_numbers_show(club: Folder) -> None:
    letter = club.told("news", "--since", "2026-11-05")
    assert letter.startswith(
        "Стандарты клуба: что нового с 5 ноября 2026\n\nПеречитать:\n• Администратор: 1. Душевая\n"
    )
    assert (
        "• 1. Душевая — шаг «Проверьте воду каждые полчаса», что сделать: Проверьте воду раз в час. → Проверьте воду каждые полчаса.\n"
        in letter
    )
    assert "• Вода ледяная: поставили второй котёл\n" in letter
    assert (
        "• Вода ледяная — помогло: до перемены 60 за 3 мес. (апрель 2026 – июнь 2026); стало меньше: 9 за 2 мес."
        in letter
    )
    assert "CSI (Анкета), сентябрь 2026: 97 %, на деле от 89 % до 99 %, 60 ответов" in letter
    assert "Ни одно не отличается" not in letter, "something did"
    assert "<" not in letter and "**" not in letter and len(letter) < 1500


def test_nothing_happened_is_said_and_so_is_a_day_before_the_first(club: Folder) -> None:
    assert (
        club.told("news", "--since", "2026-11-15")
        == "Стандарты клуба: что нового с 15 ноября 2026\nничего не изменилось\n"
    )
    early = club.cjm("news", "--since", "2026-01-01")
    assert early.exit_code == 2 and "до 2026-01-01 в git ничего не записано" in early.output
    assert club.cjm("news", "--since", "позавчера").exit_code == 2
    assert club.told("news", "--since", "HEAD~1").startswith("Стандарты клуба: что нового с HEAD~1")


def test_the_report_says_what_the_numbers_bear_and_what_they_do_not(club: Folder) -> None:
    report = club.told("report", "--since", "2026-11-05")
    assert (
        "| CSI, Анкета | 67 % (на деле от 54 % до 77 %, ответов 60; июль 2026) | 97 % (на деле от 89 % до 99 %, ответов 60; сентябрь 2026) | выросло: разница больше, чем бывает случайно |"
        in report
    )
    shows, not_yet = report.split("## Что показывают числа")[1].split("## Чего пока сказать нельзя")
    assert "Вода ледяная — помогло" in shows and "Мокрый пол" not in shows
    assert (
        "Мокрый пол — рано говорить: скажем, когда будет посчитан декабрь 2026" in not_yet
        and "Вода ледяная" not in not_yet
    )
    assert "| Улучшений сделано | 0 | 2 |" in report


def test_the_letter_is_in_the_language_of_the_handbook_whoever_asks(club: Folder) -> None:
    assert club.told("news", "--since", "2026-11-05", "--lang", "en") == club.told("news", "--since", "2026-11-05")
