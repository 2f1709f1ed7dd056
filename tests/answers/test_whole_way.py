"""What a stranger types goes the whole way, import → counts → site, book, workbook, terminal, and is text everywhere; no person comes along."""

import csv
import io
import re
import zipfile
from dataclasses import dataclass

import openpyxl
import pytest
from pages.browser import look
from pypdf import PdfReader
from typer.testing import CliRunner

from answers.test_import import CLUB, DAY
from cjm.book import book
from cjm.cli import main
from cjm.load import load_folder
from cjm.pages import loader, site
from cjm.publish.pdf import pdf
from cjm.search import search_index

pytestmark = pytest.mark.slow  # a book is printed
HOSTILE = (
    "=cmd|'/c calc'!A0", "+HYPERLINK(1)", "-2+3", "@SUM(A1)", "\tтаб", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "</table><h1>",
    "\x1b[2J\x1b]0;gone\x07", "\u202egnp.exe\u2066", "{{ price }}{% raw %}", "]]>`id`", "a: b, {c: [d", "'\"; DROP TABLE", "#read(\"/etc/passwd\")$x^2$", "| a | b |",
    "[тут](javascript:alert(1))", "\x00ноль", "x" * 3_000,
)  # fmt: skip
PEOPLE = ("Лукерья Брусникина", "Ратмир Ежов", "Зарема Шелестова")
PHONES = ("+7 916 448-20-31", "8 (903) 117 62 05", "89265550199")
STEERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Way:
    """Everything that came out, by where."""

    terminal: str
    committed: str
    pages: dict[str, str]
    book: str
    search: str
    workbook: bytes
    kept: str


@pytest.fixture(scope="module")
def way(tmp_path_factory: pytest.TempPathFactory) -> Way:
    with pytest.MonkeyPatch.context() as patch:
        top = tmp_path_factory.mktemp("way")
        patch.setenv("CJM_PRIVATE", str(top / "private"))
        club = top / "club"
        for file, text in CLUB.items():
            (club / file).parent.mkdir(parents=True, exist_ok=True)
            (club / file).write_text(text, encoding="utf-8")
        rows: list[list[str]] = []
        for at, cell in enumerate(HOSTILE):
            for number in range(6):
                who, phone = PEOPLE[(at + number) % 3], PHONES[(at + number) % 3]
                said = f"{cell} {who} звонила с {phone}" if number % 2 else f"{who}: {cell} душевая, {phone}"
                rows.append(
                    [
                        f"{number + 1:02}.10.2026 10:{at:02}:00",
                        str(number + 4),
                        said,
                        cell,
                        "хорошо" if number else "плохо",
                        who,
                    ]
                )
        heading = [
            "Отметка времени",
            "Порекомендуете ли вы нас?",
            "Что поправить? =1+1 <b>",
            "Вы у нас",
            "Как вам душевая?",
            "Ваше имя",
        ]
        with (top / "o.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, delimiter=";").writerows(
                [heading, *([cell.replace("\x00", "") for cell in row] for row in rows)]
            )  # a file with NUL in it is refused
        told: list[str] = []

        def cjm(*words: str) -> None:
            done = CliRunner().invoke(main, [words[0], "--root", str(club), "--today", DAY.isoformat(), *words[1:]])
            assert done.exit_code == 0, done.output
            told.append(done.output)

        cjm("private", "open", "--owner", "Марина")
        cjm("voice", "import", str(top / "o.csv"), "--form", "how-are-you", "--yes", "--column", "Вы у нас=признак")
        cjm("voice", "place")
        for at, cell in enumerate(HOSTILE):
            cjm("cases", "add", "--at", "shower", "--sort", "complaint", f"--topic={cell} {PEOPLE[at % 3]}", f"--group={cell}", "--day", "2026-10-03",
                "--", f"{cell} {PEOPLE[at % 3]}, {PHONES[at % 3]}")  # fmt: skip
        cjm("voice", "close", "2026-10")
        cjm("cases")
        cjm("cases", "month", "2026-10")
        cjm("cases", "--xlsx", str(top / "cases.xlsx"), "--ics", str(top / "cases.ics"))
        handbook = load_folder(club)
        assert not handbook.problems
        printed = PdfReader(io.BytesIO(pdf(book(handbook, today=DAY), club)))
        committed = "".join(file.read_bytes().decode("utf-8") for file in club.rglob("*") if file.is_file())
        kept = "".join(
            file.read_text("utf-8") for file in (top / "private").rglob("*.json") if file.parent.name != "inbox"
        )
        return Way(
            "".join(told), committed, dict(site(handbook, loader(club), today=DAY).pages), "\n".join(one.extract_text() for one in printed.pages),
            repr(search_index(handbook)), (top / "cases.xlsx").read_bytes(), kept + (top / "cases.ics").read_text("utf-8"),
        )  # fmt: skip


def test_nobody_comes_along(way: Way) -> None:
    people = [part for name in PEOPLE for part in name.split()] + [phone[-5:] for phone in PHONES]
    parts = zipfile.ZipFile(io.BytesIO(way.workbook))
    everything = {
        "terminal": way.terminal, "committed": way.committed, "book": way.book, "search": way.search, "kept": way.kept, **way.pages,
        **{name: parts.read(name).decode("utf-8", "replace") for name in parts.namelist()},
    }  # fmt: skip
    assert [(name, part) for name, text in everything.items() for part in people if part in text] == []
    assert '"10": 6' in way.committed or "n: " in way.committed  # and yet they were counted


def test_no_cell_steers_the_terminal(way: Way) -> None:
    assert STEERS.findall(way.terminal) == [] and STEERS.findall(way.committed) == [] and STEERS.findall(way.book) == []
    assert len(way.terminal) < 200_000


def test_no_cell_is_code_of_a_page(way: Way) -> None:
    for path, text in way.pages.items():
        seen = look(text)
        assert not seen.unbalanced, path
        assert not any(one.lower().startswith("javascript:") for one in seen.links), path
        assert "<img src=x" not in text and "<script>alert(1)" not in text, path
    assert any("calc" in text for text in way.pages.values())  # it is there, as words


def test_no_cell_is_a_formula_in_the_workbook(way: Way) -> None:
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(way.workbook)) for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n", "d"} and any(
        str(cell.value).startswith("=cmd") for cell in cells
    )


def test_no_cell_reads_a_file_into_the_book(way: Way) -> None:
    assert "root:" not in way.book and "calc" in way.book
