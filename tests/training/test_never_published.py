"""Nothing that is known about people is ever committed, built, printed, sent or exported."""

import datetime as dt
import json
import re
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cjm.cli import main

from .conftest import Club, saved, taken

ROOT = Path(__file__).resolve().parents[2]
RECORD = re.compile(
    rb'"person":\s*"p-[0-9a-z]{6}"|"cjm":\s*"(?:result|reading)/1"\s*,\s*"(?:edition|name)"|"code":\s*"[0-9A-Z]{4}-[0-9A-Z]{4}"'
)


def test_no_private_record_is_committed() -> None:
    """Of this repository: no record of a person, no result, no examiner's code, no room."""
    listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("no repository here")
    files = [name for name in listed.stdout.decode("utf-8", "surrogateescape").split("\0") if name]
    assert not [
        name
        for name in files
        if Path(name).name == "room.json" or re.match(r"(.*/)?(cjm-)?private/(?!test_|__init__|\w+\.py)", name)
    ]
    data = [
        name
        for name in files
        if Path(name).suffix in (".json", ".csv", ".yml", ".yaml", ".html", ".md") and (ROOT / name).is_file()
    ]
    assert not [name for name in data if RECORD.search((ROOT / name).read_bytes())]


@pytest.mark.parametrize(
    "record",
    [
        b'{"id":"x","person": "p-7k3mqa"}',
        b'{"cjm":"result/1","edition":"newcomer-1"}',
        b'{"id": "e", "code": "AB2D-9XYZ"}',
    ],
)
def test_what_is_looked_for_is_found(record: bytes) -> None:
    assert RECORD.search(record)


@pytest.mark.slow
def test_no_name_code_or_exam_question_is_in_anything_built(club: Club, tmp_path: Path) -> None:
    from cjm.app.exam import collect, exam_named, make_paper

    day = dt.date(2026, 11, 28)
    made = make_paper(exam_named("", club.handbook), club.handbook, club.room, day, None)
    result = taken(made.edition, made.code, "Изольда Невидимкина")
    assert all(one.result for one in collect(saved(club.private, result), club.handbook, club.room, day))
    secrets = [
        "Невидимкин",
        made.code,
        made.edition.id,
        "Вопрос 0 о Встреча",
        str(club.room.records("people")[0]["id"]),
    ]

    def cjm(*words: str) -> None:
        done = CliRunner().invoke(main, [*words, "--root", str(club.root)])
        assert done.exit_code == 0, (words, done.output)

    before = {path for path in club.root.rglob("*") if path.is_file()}
    cjm("build", "--draft")
    cjm("pdf", "--draft", "-o", str(club.root / "book.pdf"))
    cjm("export", "docx", "-o", str(club.root / "book.docx"))
    cjm("matrix", "--json", str(club.root / "matrix.json"))
    built = [path for path in club.root.rglob("*") if path.is_file() and path not in before]
    assert len(built) > 30
    for path in built:
        text = _text(path)
        assert not [secret for secret in secrets if secret in text], path
    assert "Невидимкина" in json.dumps(club.room.records("people"), ensure_ascii=False)


def _text(path: Path) -> str:
    if path.suffix == ".pdf":
        import pypdf

        return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    if path.suffix == ".docx":
        import docx

        return "\n".join(one.text for one in docx.Document(str(path)).paragraphs)
    return path.read_bytes().decode("utf-8", "replace")
