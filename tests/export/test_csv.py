"""A handbook goes out as CSV files that Excel opens, and what somebody changed in them comes back."""

import datetime as dt
import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cjm.cli import main
from cjm.export.forms import ExportOrder, export_files
from cjm.export.returned import is_ours
from cjm.export.workbook_back import brought_back
from cjm.intake import documents_in, plan_of
from cjm.load import Files, load, read_folder
from cjm.scaffold import First, first_files

REPOSITORY = Path(__file__).resolve().parents[2]
FILES: Files = {
    "guideline/handbook.yml": (
        "handbook: base\ntitle: Клуб\nchannels: [{id: phone, title: Телефон}]\nparts: [{id: all, title: Всё, sections: [visit]}]\n"
    ).encode(),
    "guideline/roles.yml": "roles:\n  - {id: desk, title: Стойка, contact: '+7 495 000-12-12'}  # у двери\n".encode(),
    "guideline/sections/visit.yml": (
        "section: visit\ntitle: Визит\nperformer: desk\nreviewed: 2026-11-02\nconflicts:\n"
        "  - {id: dear, says: Дорого!, why: Сравнил, answer: 'Понимаю. Покажу, что входит.'}\n"
        "questions:\n  - {id: first, ask: 'Что первым?', use: practice, options: [{text: Здороваюсь, right: true, because: Так теплее}, {text: Молчу}]}\n"
    ).encode(),
    "touchpoints/way.yml": (
        "journey: way\ntitle: Путь\nstages:\n  - stage: s\n    title: Начало\n    touchpoints:\n"
        "      - {id: go, title: Вход, client: Входит, contact: person, channel: phone, role: desk, emotion: -2, standard: visit}\n"
    ).encode(),
}  # fmt: skip


def tables(files: Files = FILES, language: str = "ru") -> Mapping[str, str]:
    made = export_files("csv", load(files), ExportOrder("ru" if language == "ru" else "en", dt.date(2026, 11, 28)))
    return {name.partition("-")[2].removesuffix(".csv"): raw.decode("utf-8-sig") for name, raw in made.items()}


def excel(text: str) -> bytes:
    """The file as Excel of Windows saves it: its own letters, its own days, a long number cut short."""
    return text.replace("2026-11-02", "02.11.2026").replace(";true", ";ИСТИНА").encode("cp1251")


def test_excel_opens_it_on_a_double_click() -> None:
    raw = next(iter(export_files("csv", load(FILES), ExportOrder("ru", dt.date(2026, 11, 28))).values()))
    assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    assert tables()["touchpoint"].startswith("Путь;Точка касания;Что делает клиент;")
    assert tables(language="en")["touchpoint"].startswith("Journey,Touchpoint,")
    assert ";Начало;—;—;—;touchpoint:way/go;" in tables()["touchpoint"]


def test_no_cell_is_a_formula() -> None:
    evil = {
        **FILES,
        "guideline/roles.yml": b"roles: [{id: desk, title: '=HYPERLINK(\"http://evil.example\")', summary: '@SUM(A1)'}]\n",
    }
    told = tables(evil)["role"]
    assert "'=HYPERLINK" in told and "'@SUM" in told
    assert brought_back(evil, told.encode("utf-8-sig")).files == ()


@pytest.mark.parametrize("kind", sorted(tables()))
@pytest.mark.parametrize(
    "saved",
    [str.encode, excel, lambda text: text.replace(";", "\t").encode("utf-16")],
    ids=["as it went out", "Excel", "Unicode text"],
)
def test_what_nobody_touched_changes_nothing(kind: str, saved: object) -> None:
    raw = saved(tables()[kind])  # type: ignore[operator]
    back = brought_back(FILES, raw)
    assert (back.files, back.moved, back.left, back.added) == ((), (), (), ()), back


@pytest.mark.parametrize(
    ("kind", "old", "new", "file", "was", "now"),
    [
        ("role", "Стойка", "Ресепшен", "guideline/roles.yml", "title: Стойка", "title: Ресепшен"),
        ("conflict", "Сравнил", "Не знает состава", "guideline/sections/visit.yml", "why: Сравнил", "why: Не знает состава"),
        ("section", "2026-11-02", "05.12.2026", "guideline/sections/visit.yml", "reviewed: 2026-11-02", "reviewed: 2026-12-05"),
        ("touchpoint", ";phone;", ";Телефон;", "touchpoints/way.yml", "", ""),
        ("touchpoint", "Входит", "Звонит в дверь", "touchpoints/way.yml", "client: Входит", "client: Звонит в дверь"),
    ],
)  # fmt: skip
def test_a_cell_that_was_changed_moves_its_field_and_nothing_else(
    kind: str, old: str, new: str, file: str, was: str, now: str
) -> None:
    back = brought_back(FILES, excel(tables()[kind]).replace(excel(old), new.encode("cp1251")))
    before = FILES[file].decode()  # type: ignore[union-attr]
    assert [one.after.decode() for one in back.files] == ([before.replace(was, now)] if was else []), back.left


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [("question", "Здороваюсь", "Кланяюсь"), ("touchpoint", "Начало", "Конец"), ("conflict", "Визит", "Уход")],
)
def test_a_column_that_is_only_shown_is_told_and_not_taken(kind: str, old: str, new: str) -> None:
    back = brought_back(FILES, tables()[kind].replace(old, new).encode())
    assert back.files == () and len(back.left) == 1


def test_a_row_that_has_changed_meanwhile_is_not_overwritten() -> None:
    raw = tables()["role"].replace("Стойка", "Ресепшен").encode()
    now = {**FILES, "guideline/roles.yml": FILES["guideline/roles.yml"].replace("Стойка".encode(), "Вход".encode())}  # type: ignore[union-attr]
    back = brought_back(now, raw)
    assert back.files == () and "CSV не помнит" in back.left[0].why.ru


def test_a_new_kind_is_a_file_of_its_own() -> None:
    """What the registry knows goes out: no kind and no field is listed by hand."""
    placeholder = {
        **FILES,
        "guideline/placeholders.yml": "placeholders: [{id: name, name: имя, example: Анна}]\n".encode(),
    }
    assert tables(placeholder)["placeholder"].splitlines()[1].startswith("имя;Анна;")


@pytest.mark.parametrize(("kind", "wanted"), [
    ("touchpoint", {"title": "'Путь'", "client": "Входит", "emotion": "-2"}), ("conflict", {"says": "Дорого!", "answer": "Понимаю. Покажу, что входит."}),
    ("question", {"ask": "Что первым?", "right": "Здороваюсь", "wrong": "Молчу"}),
])  # fmt: skip
@pytest.mark.parametrize("language", ["ru", "en"])
def test_another_handbook_takes_the_rows_in_as_drafts(kind: str, wanted: Mapping[str, object], language: str) -> None:
    raw = tables(language=language)[kind].encode("utf-8-sig")
    assert is_ours(raw, "base") and not is_ours(raw, "other")
    (document,) = documents_in("rows.csv", raw)
    plan = plan_of(document, load(first_files(First("Другой", "Другой", "Стойка", "Первое"), "ru")))
    told = str([one.value for one in plan.drafts])
    assert all(str(word) in told for word in wanted.values()) and "cjm:" not in told
    assert [one.end for one in plan.fates[1:]] == ["field"] and ("Визит" in told or kind == "touchpoint")


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["tests/companies/A-ladoshki", "tests/companies/B-vysota", "tests/companies/lines"])
def test_no_file_of_a_whole_handbook_changes_it(folder: str) -> None:
    files = read_folder(REPOSITORY / folder)
    for raw in export_files("csv", load(files), ExportOrder("ru", dt.date(2026, 11, 28))).values():
        back = brought_back(files, raw)
        assert (back.files, back.moved, back.added, back.left) == ((), (), (), ())


def test_through_the_command_line(tmp_path: Path) -> None:
    for file, raw in FILES.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(raw)  # type: ignore[arg-type]
    run = CliRunner()
    done = run.invoke(main, ["export", "csv", "--root", str(tmp_path), "-o", str(tmp_path / "out")])
    assert done.exit_code == 0
    path = tmp_path / "out/base-role.csv"
    path.write_bytes(excel(path.read_text("utf-8-sig").replace("Стойка", "Ресепшен")))
    assert "Стойка → Ресепшен" in run.invoke(main, ["import", str(path), "--root", str(tmp_path), "--yes"]).output
    assert "Ресепшен" in (tmp_path / "guideline/roles.yml").read_text("utf-8")
    assert io.StringIO(path.read_text("cp1251")).readline()
