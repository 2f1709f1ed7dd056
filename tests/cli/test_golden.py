"""What each command says, and what stands in each file that it makes, of one small handbook; `CJM_GOLDEN=write` accepts it.

A word, a column, an order that changes shows here beside the code that changed it.
"""

import datetime as dt
import io
import json
import os
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from typer.testing import CliRunner

from cjm.book import Cut, book, slides
from cjm.cli import main
from cjm.load import load_folder
from cjm.search.index import search_index

HERE = Path(__file__).resolve().parent
GOLDEN, ROOT = HERE / "golden", HERE.parents[1]
TODAY = "2026-11-28"
MORE = {  # beside the handbook of the golden pages: what they have not
    "guideline/sections/danger.yml": (
        "section: danger\nkind: emergency\ntitle: Кому-то плохо\nshort: Плохо\nperformer: administrator\npurpose: Помощь вызвана сразу.\n"
        "calls: [{number: '112', who: спасатели}]\nsteps:\n  - {id: call, do: Звоните 112., say: 'Адрес: Садовая, 1.'}\n"
        "  - {id: fell, when: упал, do: Не двигайте его. Накройте.}\n  - {id: faint, when: без сознания, do: Проверьте дыхание.}\n"
    ),
    "guideline/training.yml": (
        "plans: [{id: first, title: Первая неделя, roles: [administrator], days: [{title: Первый день, read: [reschedule], do: Сядьте рядом.}]}]\n"
        "exams: [{id: newcomer, title: Экзамен, roles: [administrator], questions: 1, pass: 1, must_know: [reschedule], examiner: senior}]\n"
    ),
    "guideline/duties.yml": "duties: [{id: cash, title: Сверить кассу, who: administrator, every: раз в неделю, open: {uses: Чем сверяют?}}]\n",
    "guideline/resources.yml": "resources: [{id: form, title: Анкета, kind: form, address: 'https://example.org/f', what: Спросить}]\n",
    "guideline/indices.yml": "indices: [{id: csi, title: CSI, formula: top-two, of: form, target: не ниже 80 %}]\n",
    "guideline/voice/2026-09.yml": "month: 2026-09\nanswers: [{index: csi, touchpoint: call, source: form, best: 5, scores: {'5': 40, '2': 20}}]\n",
    "guideline/voice/2026-10.yml": (
        "month: 2026-10\nvisits: 300\nanswers: [{index: csi, touchpoint: call, source: form, best: 5, scores: {'5': 70, '2': 5}}]\n"
        "cases: [{what: complaint, touchpoint: call, n: 6}]\n"
    ),
    "guideline/improvements.yml": (
        "improvements: [{id: line, problem: Долго не берут, touchpoint: call, state: live, since: 2026-10-01, actions: Второй человек на линии, measure: {count: csi}}]\n"
    ),
}  # fmt: skip
SAID = {
    "lint": "lint", "lint-en": "lint --lang en", "lint-release": "lint --profile release --format concise", "matrix": "matrix", "matrix-en": "matrix --lang en --holes",
    "map": "map lesson", "search": "search перенести", "search-none": "search бассейн", "review": "review", "news": "news --since 2026-01-01",
    "improve": "improve", "impact": "impact section:reschedule", "impact-en": "impact role:administrator --lang en", "rule": "rule 201", "rules": "rule 80", "cases": "cases", "voice": "voice place", "exam-who": "exam who",
}  # fmt: skip
TIMELESS = ("impact", "map", "improve", "search", "news", "rule")
MADE = {
    "docx": "export docx", "xlsx": "export xlsx", "csv": "export csv", "gift": "export gift", "md": "export md",
    "bpmn": "export bpmn", "scorm": "export scorm", "matrix-xlsx": "matrix --xlsx {}.xlsx", "matrix-csv": "matrix --csv {}.csv",
    "ask-md": "ask -o {}.md", "ask-docx": "ask -o {}.docx",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("golden") / "school"
    shutil.copytree(HERE.parent / "pages" / "handbook", root)
    for file, text in MORE.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    assert load_folder(root).problems == ()
    run(root, "private open --owner Марина")
    return root


@pytest.fixture(autouse=True)
def _inside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)


def run(root: Path, words: str) -> str:
    today = [] if words.split()[0] in TIMELESS else ["--today", TODAY]
    done = CliRunner(env={"CJM_PRIVATE": str(root.parent / "private")}).invoke(
        main, [*words.split(), *(["--root", str(root)] if words.split()[0] != "rule" else []), *today]
    )
    return f"{done.stdout}--- {done.exit_code}\n{done.stderr}".replace(str(root.parent), "…")


def as_was(name: str, text: str) -> None:
    file = GOLDEN / f"{name}.txt"
    text = "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
    if os.environ.get("CJM_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8"), f"CJM_GOLDEN=write pytest {__file__} accepts {file.name}"


@pytest.mark.parametrize("name", SAID)
def test_what_is_said(folder: Path, name: str) -> None:
    as_was(f"said-{name}", run(folder, SAID[name]))


@pytest.mark.parametrize("name", MADE)
def test_what_is_made(folder: Path, tmp_path: Path, name: str) -> None:
    words = MADE[name]
    words = words.format(tmp_path / "made") if "{}" in words else f"{words} -o {tmp_path / 'made'}"
    told = run(folder, words).replace(str(tmp_path), "…")
    files = [path for path in sorted(tmp_path.rglob("*")) if path.is_file()]
    as_was(f"made-{name}", told + "".join(f"=== {path.relative_to(tmp_path)}\n{content(path)}\n" for path in files))


@pytest.mark.parametrize("cut", ["whole", "role", "part"])
def test_what_is_printed(folder: Path, cut: str) -> None:
    handbook, day = load_folder(folder), dt.date(2026, 11, 28)
    chosen = {"whole": Cut(), "role": Cut("role", "administrator"), "part": Cut("part", "lessons")}[cut]
    printed = {
        "book": book(handbook, today=day, cut=chosen).data,
        "slides": slides(handbook, today=day, cut=chosen).data,
    }
    as_was(
        f"printed-{cut}",
        data({kind: {key: value for key, value in one.items() if key != "t"} for kind, one in printed.items()}),
    )


def test_what_the_search_knows(folder: Path) -> None:
    as_was("search-index", data(search_index(load_folder(folder))))


# Private functions


def data(value: Any) -> str:
    return re.sub(r"<svg.*?</svg>", "<svg/>", json.dumps(value, ensure_ascii=False, indent=1, default=str))


def content(file: Path) -> str:
    """The words of a file, whatever it is packed in."""
    raw = file.read_bytes()
    if b"word/document.xml" in raw:
        made = docx.Document(io.BytesIO(raw))
        return "\n".join(
            f"[{one.style.name}] {one.text}"
            if hasattr(one, "text")
            else "\n".join(" | ".join(cell.text for cell in row.cells) for row in one.rows)
            for one in made.iter_inner_content()
        )
    if b"xl/workbook.xml" in raw:
        book = openpyxl.load_workbook(io.BytesIO(raw))
        return "\n".join(
            f"## {sheet.title} {sheet.freeze_panes} {sheet.sheet_state}\n"
            + "\n".join(" | ".join(str(cell.value or "") for cell in row) for row in sheet)
            for sheet in book
        )
    if zipfile.is_zipfile(io.BytesIO(raw)):
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            return "\n".join(f"-- {name}" for name in packed.namelist())
    return re.sub(r"<svg.*?</svg>", "<svg/>", raw.decode("utf-8-sig"), flags=re.DOTALL)
