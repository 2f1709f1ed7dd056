"""Nothing that an author types becomes code of the print templates, reads a file, or keeps the book from being printed."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from cjm.book import book, cards
from cjm.lint import all_rules, lint
from cjm.model import Handbook
from cjm.publish.pdf import pdf

from .conftest import DAY, ROOT, section

pytestmark = pytest.mark.slow  # the whole book is printed

ROWS = "\n".join(f"      | строка {number} | значение {number} |" for number in range(300))
HOSTILE = section("call", "'Звонок #strong[x] $'", f"""conflicts:
  - id: c
    says: "{'а' * 10_000}"
    why: "Смайлик 😀, иврит שלום עולם, ударе́ние и е\u0301"
    answer: "]#pagebreak()[ <имя>"
    alone: ["#image(\\"/etc/hostname\\")"]
never:
  - {{say: "#read(\\"/etc/passwd\\")", instead: "$ x^2 $ @label *не жирно"}}
scripts:
  - id: s
    title: '#let x = 1; #x'
    variants: [{{channel: phone, text: "#eval(\\"1+1\\") <имя> // нет /* нет */"}}]
details:
  - id: table
    title: Таблица
    text: |
      | a | b |
      |---|---|
{ROWS}
  - id: markdown
    title: "= Заголовок @ref"
    text: |
      {'> ' * 12}глубоко

      <b>html</b> ![картинка](/etc/passwd) [плохо](javascript:alert(1)) \\#set
""")  # fmt: skip


@pytest.fixture(scope="module")
def hostile(loaded: Callable[..., Handbook]) -> Handbook:
    return loaded({"guideline/sections/call.yml": HOSTILE})


@pytest.fixture(scope="module")
def text(hostile: Handbook) -> str:
    reader = PdfReader(io.BytesIO(pdf(book(hostile, today=DAY), ROOT)))
    return "\n".join(page.extract_text() for page in reader.pages)


@pytest.mark.parametrize(
    "typed",
    [
        '#read("/etc/passwd")', "]#pagebreak()[", '#image("/etc/hostname")', "#let x = 1; #x", '#eval("1+1")', "// нет /* нет */",
        "$ x^2 $ @label *не жирно", "Звонок #strong[x] $", "= Заголовок @ref", "<b>html</b>", "javascript:alert(1)", "глубоко",
    ],
)  # fmt: skip
def test_is_printed_as_it_was_typed(text: str, typed: str) -> None:
    assert typed in " ".join(text.split())


def test_no_file_is_read(text: str) -> None:
    assert "root:" not in text and "nologin" not in text


def test_the_long_word_and_the_long_table_are_there_to_the_end(text: str) -> None:
    assert text.count("а") >= 10_000
    assert "значение 299" in text


def test_what_the_fonts_lack_is_shown_and_named_with_its_place(hostile: Handbook, text: str) -> None:
    assert "Смайлик [?], иврит [?]," in " ".join(text.split())
    found = lint(hostile, [rule for rule in all_rules() if rule.when == "pdf"])
    lines = HOSTILE.splitlines()
    assert [(finding.code, finding.severity) for finding in found] == [("CJM505", "warning")] * 2
    assert lines[found[0].place.line - 1].lstrip().startswith("says:")
    sign = lines[found[1].place.line - 1][found[1].place.column - 1]
    assert sign == "😀" and "U+1F600" in found[1].message


def test_cards_are_printed_too(hostile: Handbook) -> None:
    made = PdfReader(io.BytesIO(pdf(cards(hostile, today=DAY), ROOT)))
    assert '#eval("1+1")' in "".join(page.extract_text() for page in made.pages)
