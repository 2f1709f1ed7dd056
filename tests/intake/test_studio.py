"""A department's handbook of the kind that one meets: every line ends somewhere, nothing is invented, no name is left."""

import datetime as dt
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cjm.cli import main
from cjm.intake import IntakePlan, documents_in, plan_of
from cjm.lint import judge
from cjm.load import load, load_folder
from cjm.scaffold import First, first_files

STUDIO = Path(__file__).with_name("studio.md")
TODAY = dt.date(2026, 11, 28)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A handbook that says nothing but four answers."""
    for file, raw in first_files(
        First("Ладошки", "Отдел по работе с клиентом", "Дежурный", "Первое занятие"), "ru"
    ).items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(raw)
    return tmp_path


def plan(text: str, name: str = "методичка.md") -> IntakePlan:
    (document,) = documents_in(name, text.encode())
    return plan_of(document, load({}))


def run(*words: str) -> str:
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return result.output


def test_what_comes_of_it() -> None:
    made = plan(STUDIO.read_text(encoding="utf-8"))
    kinds = Counter(one.kind for one in made.drafts)
    assert made.sort == "instruction"
    assert kinds["planned"] == 10
    assert kinds["promise"] == 8
    assert kinds["term"] == 3
    assert [one.value["kind"] for one in made.drafts if one.kind == "resource"] == ["form"] * 8
    tasks = Counter(role for one in made.drafts if one.kind == "duty" for role in one.value["who"])
    assert tasks == {"chelovek-sistema": 9, "chelovek-kommunikator": 13}
    assert {one.title: one.value["to_us"] for one in made.drafts if one.kind == "role" and "to_us" in one.value}[
        "Педагогический отдел"
    ] == ["customer", "supplier"]
    steps = {one.id: [step["do"] for step in one.value["steps"]] for one in made.drafts if "steps" in one.value}
    assert len(steps["zapisi-na-zanyatie-v-lk"]) == 7
    assert len(steps["pervaya-obratnaya-svyaz"]) == 5
    assert not any("measure" in one.value for one in made.drafts)


@pytest.mark.slow
def test_written_checked_built_and_taken_in_again(empty: Path) -> None:
    run("import", str(STUDIO), "--root", str(empty), "--yes")
    handbook = load_folder(empty)
    assert handbook.problems == ()
    assert [one for one in judge(handbook, today=TODAY).shown if one.severity == "error"] == []
    assert handbook.outline.lint.profile == "draft"
    assert {one.status for one in handbook.sections if one.id != "kak-vstretit-klienta"} == {"draft"}
    whole = "".join(path.read_text(encoding="utf-8") for path in empty.rglob("*") if path.is_file())
    assert not re.search("Петров|Саша|Тимур|Галич|Екатерин", whole)
    side = json.loads((empty / ".cjm/import/studio.md.json").read_text(encoding="utf-8"))
    assert Counter(one["end"] for one in side["lines"])["field"] > 130
    before = {path: path.read_bytes() for path in empty.rglob("*.yml")}
    assert "ничего не изменилось" in run("import", str(STUDIO), "--root", str(empty), "--yes")
    assert {path: path.read_bytes() for path in empty.rglob("*.yml")} == before


@pytest.mark.slow
def test_what_was_taken_in_builds(empty: Path) -> None:
    run("import", str(STUDIO), "--root", str(empty), "--yes")
    run("build", "--root", str(empty))
    page = (empty / "site_build/out/site/sections/oplata-na-kartu.html").read_text(encoding="utf-8")
    assert "Внесите оплату в CRM" in page and "уточняется" in page.lower()


def test_a_dry_run_writes_nothing(empty: Path) -> None:
    before = sorted(empty.rglob("*"))
    assert "обещание × 8" in run("import", str(STUDIO), "--root", str(empty), "--dry-run")
    assert sorted(empty.rglob("*")) == before


def test_every_line_ends_in_exactly_one_of_four() -> None:
    text = STUDIO.read_text(encoding="utf-8")
    made = plan(text)
    assert [one.line.number for one in made.fates] == [
        at for at, line in enumerate(text.split("\n"), 1) if line.strip()
    ]
    assert {one.end for one in made.fates} <= {"field", "not-understood", "ask", "dropped"}
    assert all(one.where if one.end == "field" else one.why for one in made.fates)


@pytest.mark.slow
def test_what_the_author_changed_stays_and_the_rest_follows(empty: Path) -> None:
    text = STUDIO.read_text(encoding="utf-8")
    document = empty / "studio.md"
    document.write_text(text, encoding="utf-8")
    run("import", str(document), "--root", str(empty), "--yes")
    mine = empty / "guideline/sections/oplata-na-kartu.yml"
    mine.write_text(
        mine.read_text(encoding="utf-8").replace("Внесите оплату в CRM", "Внесите оплату"), encoding="utf-8"
    )
    newer = text.replace("Внесите оплату в CRM", "Внесите оплату в CRM сегодня").replace(
        "Быстро решим проблему", "Решим проблему"
    )
    newer = newer.replace("- Напишите преподавателю,", "- Сразу напишите преподавателю,").replace(
        "- Клиент присылает чек\n", "- Клиент присылает чек в чат\n"
    )
    document.write_text(newer, encoding="utf-8")
    said = run("import", str(document), "--root", str(empty), "--yes")
    assert "section:oplata-na-kartu: «steps» вы меняли" in said
    handbook = load_folder(empty)
    assert handbook.problems == ()
    assert handbook.section["oplata-na-kartu"].steps[-1].do == "Внесите оплату"
    assert handbook.section["oplata-na-kartu"].trigger == "Клиент присылает чек в чат"
    assert handbook.section["oformlenie-pervoy-zapisi-klienta"].steps[0].do.startswith("Сразу напишите")


@pytest.mark.parametrize(
    ("typed", "written"), [("да\n", True), ("Y\n", True), ("нет\n", False), ("\n", False), ("", False)]
)
def test_drafts_are_written_on_yes(empty: Path, typed: str, written: bool) -> None:
    done = CliRunner().invoke(main, ["import", str(STUDIO), "--root", str(empty)], input=typed)
    assert (done.exit_code, (empty / ".cjm").exists()) == (0 if written else 1, written)
    assert written or "Ничего не записано" in done.stderr


def test_a_file_that_is_not_there(empty: Path) -> None:
    done = CliRunner().invoke(main, ["import", str(empty / "нет.docx"), "--root", str(empty)])
    assert done.exit_code == 2 and "нет такого файла" in done.stderr
