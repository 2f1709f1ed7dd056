"""What stands in a Word file beside its paragraphs is read, or named with its place as left behind."""

import io
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

from cjm.intake import documents_in, plan_of
from cjm.intake.plan import IntakePlan
from cjm.load import load
from cjm.scaffold import First, first_files
from cjm.tables import Rejected

W = nsdecls("w")


def plan_of_file(name: str, content: bytes) -> IntakePlan:
    (document,) = documents_in(name, content)
    return plan_of(document, load(first_files(First("Другой", "Другой", "Администратор", "Первое"), "ru")))


def picture() -> io.BytesIO:
    made = io.BytesIO()
    Image.new("RGB", (4, 4)).save(made, "PNG")
    made.seek(0)
    return made


def raw(document: Any) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def paragraph(document: Any, xml: str) -> None:
    document.element.body.insert(-1, parse_xml(f"<w:p {W}>{xml}</w:p>"))


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def box(text: str) -> str:
    """A box as Word writes it: once for today, once more for older programs."""
    inside = f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"
    mc = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    return f"<w:r><mc:AlternateContent {mc}><mc:Choice Requires='wps'>{inside}</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"


def made_document() -> bytes:
    document = docx.Document()
    document.add_heading("Приём гостя", 1)
    document.add_paragraph("Поздоровайтесь с гостем", "List Number")
    document.add_picture(picture())
    paragraph(
        document,
        run("Позвоните ")
        + '<w:del w:author="Ольга">'
        + run("вечером").replace("w:t ", "w:delText ").replace("/w:t>", "/w:delText>")
        + '</w:del><w:ins w:author="Ольга">'
        + run("утром")
        + "</w:ins>",
    )
    paragraph(
        document, run("Первая строка<w:br/>").replace("<w:br/></w:t>", "</w:t><w:br/>") + run("Вторая строка адреса")
    )
    paragraph(document, box("Слова из рамки над текстом") + run("Текст под рамкой стоит дальше"))
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Услуга ремонта", "Цена"
    inner = table.cell(0, 1).add_table(1, 1)
    inner.cell(0, 0).text = "внутри таблицы"
    document.sections[0].header.paragraphs[0].text = "Регламент, версия 3"
    document.sections[0].footer.paragraphs[0].text = "Только для своих"
    document.add_comment(document.paragraphs[1].runs, "Проверить у Сидоровой Анны", author="Петрова")
    return raw(document)


@pytest.fixture(scope="module")
def plan() -> IntakePlan:
    return plan_of_file("a.docx", made_document())


def told(plan: IntakePlan, end: str) -> list[str]:
    return [one.line.text for one in plan.fates if one.end == end]


@pytest.mark.parametrize(
    "line",
    [
        "[картинка]",
        "[удалено исправлением: вечером]",
        "[колонтитул: Регламент, версия 3]",
        "[колонтитул: Только для своих]",
        "[примечание: Проверить у [имя]]",
    ],
)
def test_what_is_left_behind_is_named(plan: IntakePlan, line: str) -> None:
    assert line in told(plan, "dropped")
    assert "Петров" not in str(plan) and "Сидоров" not in str(plan)


@pytest.mark.parametrize(
    "line",
    [
        "Позвоните утром",
        "Первая строка",
        "Вторая строка адреса",
        "Слова из рамки над текстом",
        "Текст под рамкой стоит дальше",
        "Услуга ремонта | Цена внутри таблицы",
    ],
)
def test_what_is_read_is_read_once(plan: IntakePlan, line: str) -> None:
    assert told(plan, "field").count(line) == 1


def test_a_footnote_stands_behind_its_paragraph() -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    document = docx.Document()
    document.add_heading("Приём", 1)
    paragraph(document, run("Скидка постоянному гостю положена всегда") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    document.add_paragraph("Дальше идёт другой текст")
    notes = f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p>{run("Кроме дней распродажи в магазине")}</w:p></w:footnote></w:footnotes>'
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        notes.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    (read,) = documents_in("a.docx", raw(document))
    assert [one.text for one in read.blocks] == [
        "Приём", "Скидка постоянному гостю положена всегда", "Кроме дней распродажи в магазине", "Дальше идёт другой текст",
    ]  # fmt: skip


@pytest.mark.parametrize("numbering", ["style", "hand"])
def test_a_numbered_heading_is_a_heading_without_its_number(numbering: str) -> None:
    document = docx.Document()
    for number, title in ((1, "Приём гостя"), (2, "Возврат денег")):
        made = document.add_heading(title if numbering == "style" else f"{number}. {title}", 1)
        if numbering == "style":
            made._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
            )
        document.add_paragraph("Поздоровайтесь", "List Bullet")
    plan = plan_of_file("a.docx", raw(document))
    assert [one.title for one in plan.drafts if one.kind == "section"] == ["Приём гостя", "Возврат денег"]


def test_a_picture_of_a_page_and_a_hidden_sheet_are_named() -> None:
    (page,) = documents_in(
        "a.html",
        '<body><script>"<img alt=1>"</script><h1>Приём</h1><img src="y.png"><p>Текст <img src="x.png" alt="План зала"> дальше</p></body>'.encode(),
    )
    assert [line.text for line in page.lines] == ["Приём", "[картинка: План зала]", "Текст дальше"]
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B1"] = "Точка касания", "Канал"
    book.active["A2"], book.active["B2"] = "Звонок", "Телефон"
    book.create_sheet("Старое & личное").sheet_state = "hidden"
    made = io.BytesIO()
    book.save(made)
    assert [(one.name, one.lines[0].text) for one in documents_in("a.xlsx", made.getvalue())][1:] == [
        ("a.xlsx#Старое & личное", "[скрытый лист: Старое & личное]")
    ]


def test_a_pdf_is_refused_with_what_to_do() -> None:
    with pytest.raises(Rejected, match=r"docx"):
        documents_in("a.pdf", b"%PDF-1.7\n...")
