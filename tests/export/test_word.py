"""A Word file goes out, is commented and changed as Word does it, and comes back as a list by field."""

import contextlib
import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from typer.testing import CliRunner, Result

from cjm.cli import main
from cjm.load import load_folder
from cjm.model import Handbook
from cjm.view.scope import Cut
from cjm.word.bookmarks import bookmark, ties
from cjm.word.comment_report import as_json, as_markdown, as_text
from cjm.word.comments import NoWord, remarks, remembers
from cjm.word.document import word
from cjm.word.questionnaire import word_answers
from cjm.word.remark import Remark

DAY = dt.date(2026, 11, 22)
FILES = {
    "guideline/handbook.yml": """handbook: base
title: Основа
language: ru
channels: [{id: phone, title: Телефон, icon: phone}]
parts:
  - {id: basics, title: Основа, sections: [call, old]}
""",
    "guideline/roles.yml": "roles:\n  - {id: admin, title: Администратор, decides: [Перенос — 2 раза, Скидка — 5 %]}\n",
    "guideline/sections/call.yml": """section: call
title: Звонок
purpose: Клиент услышит ответ за минуту.
steps:
  - id: hello
    do: Поздоровайтесь. Назовите себя.
    within: 10 с
    who: admin
    say: |
      Добрый день, <имя>!
      Чем помочь?
  - do: Запишите номер.
    next: [{when: есть время, to: hello}]
conflicts:
  - {id: slow, says: Почему так долго?, answer: Простите., alone: [Скидка 5 %]}
details:
  - id: limits
    title: Сроки
    text: |
      | Что | Срок |
      |---|---|
      | Звонок | минута |

      - один
      - два
questions:
  - {id: p, ask: Что сказать?, use: practice, options: [{text: Добрый день, right: true, because: Так принято.}]}
  - {id: e, ask: Тайный вопрос?, use: exam, options: [{text: Да, right: true, because: Да.}]}
""",
    "guideline/sections/old.yml": "section: old\ntitle: Снятый\nstatus: retired\nsteps: [{do: Старое.}]\n",
    "touchpoints/visit.yml": """journey: visit
title: Визит
stages:
  - {stage: a, title: До, touchpoints: [{id: phoned, title: Разговор, contact: person, channel: phone, standard: call}]}
""",
}
LINE = {"do": 6, "within": 7, "say": 9}  # in call.yml
BY = 'w:author="Ольга" w:date="2026-11-23T10:05:00Z"'


@pytest.fixture(scope="module")
def small(load_text: Callable[[Mapping[str, str]], Handbook]) -> Handbook:
    return load_text(FILES)


@pytest.fixture(scope="module")
def made(small: Handbook) -> bytes:
    return word(small, DAY)


def changed(raw: bytes, *edits: tuple[str, str], parts: Mapping[str, str] | None = None) -> bytes:
    """The file with its text edited, and parts added, as a program would that writes it anew."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(packed, "w") as after:
        for member in before.infolist():
            content = before.read(member)
            if member.filename == "word/document.xml":
                text = content.decode("utf-8")
                for old, new in edits:
                    assert old in text, old
                    text = text.replace(old, new, 1)
                content = text.encode("utf-8")
            if member.filename not in (parts or {}):
                after.writestr(member.filename, content)
        for name, text in (parts or {}).items():
            after.writestr(name, text)
    return packed.getvalue()


def run(text: str, tag: str = "w:t") -> str:
    return f'<w:r><{tag} xml:space="preserve">{text}</{tag}></w:r>'


def ins(text: str, by: str = BY) -> str:
    return f'<w:ins w:id="900" {by}>{run(text)}</w:ins>'


def gone(text: str, by: str = BY) -> str:
    return f'<w:del w:id="901" {by}>{run(text, "w:delText")}</w:del>'


def field(raw: bytes, tag: str, number: int = 1) -> tuple[str, str]:
    """The XML of the paragraph `number` of a field: between the ends of its bookmark, and the id of the bookmark."""
    text = zipfile.ZipFile(io.BytesIO(raw)).read("word/document.xml").decode("utf-8")
    found = re.search(
        rf'<w:bookmarkStart w:id="(\d+)" w:name="{bookmark(tag, number)}"/>(.*?)<w:bookmarkEnd w:id="\1"/>',
        text,
        re.DOTALL,
    )
    assert found, tag
    return found[2], found[1]


def comments(*said: tuple[int, str, str]) -> dict[str, str]:
    """The part with comments: (id, author, text)."""
    body = "".join(
        f'<w:comment w:id="{id}" w:author="{author}" w:date="2026-11-23T11:00:00Z"><w:p w14:paraId="0000000{id}">{run(text)}</w:p></w:comment>'
        for id, author, text in said
    )
    spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    return {"word/comments.xml": f"<w:comments {spaces}>{body}</w:comments>"}


def around(xml: str, id: int) -> str:
    return f'<w:commentRangeStart w:id="{id}"/>{xml}<w:commentRangeEnd w:id="{id}"/><w:r><w:commentReference w:id="{id}"/></w:r>'


def tracked(raw: bytes, handbook: Handbook) -> list[Remark]:
    """What tracking tells; some of these files say that something was deleted that never stood there."""
    return [one for one in remarks(raw, ties(handbook)) if one.tracked]


def tags(one: Remark) -> list[str]:
    return [tie.tag for tie in one.ties]


SAY, DO, WITHIN = "section:call/steps/hello/say", "section:call/steps/hello/do", "section:call/steps/hello/within"


def test_the_file_opens_and_holds_everything_but_the_exam_and_the_retired(made: bytes) -> None:
    document = docx.Document(io.BytesIO(made))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for words in (
        "1. Звонок",
        "Поздоровайтесь. Назовите себя.",
        "Добрый день, <имя>!",
        "есть время → шаг 1",
        "Почему так долго?",
        "Перенос — 2 раза",
    ):
        assert words in text
    assert "Тайный" not in text and "Старое" not in text
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["Звонок", "минута"]
    assert len(document.inline_shapes) == 1 and "Разговор" in document.inline_shapes[0]._inline.docPr.get("descr")
    assert document.core_properties.title == "Основа" and 'TOC \\o "1-2"' in document.element.xml
    assert {"Speech", "Heading 2", "TOC 2"} <= {
        paragraph.style.name for paragraph in document.paragraphs if paragraph.style
    }


def test_the_same_bytes_each_time(small: Handbook, made: bytes) -> None:
    assert word(small, DAY) == made


def test_every_tie_of_the_reference_leads_to_its_field(made: bytes, small: Handbook) -> None:
    names = re.findall(r'w:name="(cjm_\w+)"', zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode())
    known = ties(small)
    assert names and len(names) == len(set(names)) and all(name.rpartition("_")[0] in known for name in names)
    assert max(map(len, names)) <= 40
    places = {tie.tag: tie.place.line for tie in known.values()}
    assert (places[DO], places[WITHIN], places[SAY]) == (LINE["do"], LINE["within"], LINE["say"])
    assert places["section:call/steps/2/do"] == 12 and places["role:admin/decides/2"] == 2


def test_an_untouched_file_says_nothing(made: bytes, small: Handbook) -> None:
    assert remarks(made, ties(small)) == ()
    assert "нет" in as_text((), small, "ru")


def test_a_comment_knows_its_field_and_its_line(made: bytes, small: Handbook) -> None:
    inside, _ = field(made, WITHIN)
    found = remarks(changed(made, (inside, around(inside, 1)), parts=comments((1, "Ира", "Мало!"))), ties(small))
    assert [(one.kind, one.author, one.quote, one.text, tags(one)) for one in found] == [
        ("comment", "Ира", "10 с", "Мало!", [WITHIN])
    ]
    told = as_text(found, small, "ru")
    assert "Раздел 1 «Звонок»" in told and "guideline/sections/call.yml:7" in told and "«10 с»: Мало!" in told
    assert "1 примечание, 0 исправлений" in told


def test_a_mark_of_a_comment_that_is_not_there_says_nothing(made: bytes, small: Handbook) -> None:
    inside, _ = field(made, DO)
    mark = '<w:commentRangeStart w:id="99"/><w:commentRangeEnd w:id="99"/><w:r><w:commentReference w:id="99"/></w:r>'
    assert remarks(changed(made, (inside, mark + inside)), ties(small)) == ()


def test_a_comment_over_several_paragraphs_and_its_replies(made: bytes, small: Handbook) -> None:
    first, _ = field(made, SAY)
    second, _ = field(made, "section:call/steps/2/do")
    extended = """<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">
        <w15:commentEx w15:paraId="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="1"/></w15:commentsEx>"""
    raw = changed(
        made,
        (first, f'<w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="2"/>{first}'),
        (second, f'{second}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r>'),
        parts=comments((1, "Ира", "Вместе"), (2, "Олег", "Согласен")) | {"word/commentsExtended.xml": extended},
    )  # fmt: skip
    (one,) = remarks(raw, ties(small))
    assert tags(one) == [SAY, "section:call/steps/2/do"] and one.resolved
    assert "Чем помочь?" in one.quote and [reply.text for reply in one.replies] == ["Согласен"]
    told = as_text((one,), small, "ru")
    assert "↳ примечание (Олег" in told and "и здесь:" in told and "решено" in told


@pytest.mark.parametrize(
    ("edit", "kind", "quote", "text"),
    [
        (lambda xml: xml + ins(" и улыбнитесь"), "inserted", "", " и улыбнитесь"),
        (lambda xml: gone("Поздоровайтесь. Назовите себя."), "deleted", "", "Поздоровайтесь. Назовите себя."),
        (lambda xml: gone("Поздо") + gone("ровайтесь") + ins("Привет") + ins("ствуйте"), "replaced", "Поздоровайтесь", "Приветствуйте"),
        (lambda xml: xml.replace("w:r>", "w:r>", 1) + f'<w:moveFrom w:id="5" {BY}>{run("слова")}</w:moveFrom>', "moved-from", "", "слова"),
        (lambda xml: xml + f'<w:moveTo w:id="5" {BY}>{run("слова")}</w:moveTo>', "moved-to", "", "слова"),
        (lambda xml: xml + f'<w:ins w:id="6" {BY}><w:r><w:drawing/></w:r></w:ins>', "inserted", "", "▦"),
        (lambda xml: f'<w:r><w:rPr><w:b/><w:rPrChange w:id="7" {BY}><w:rPr/></w:rPrChange></w:rPr><w:t>Да</w:t></w:r>', "formatting", "", ""),
    ],
)  # fmt: skip
def test_tracked_changes(
    made: bytes, small: Handbook, edit: Callable[[str], str], kind: str, quote: str, text: str
) -> None:
    inside, _ = field(made, DO)
    (one,) = tracked(changed(made, (inside, edit(inside))), small)
    assert (one.kind, one.author, one.quote, one.text, tags(one)) == (kind, "Ольга", quote, text, [DO])
    assert as_text((one,), small, "ru").splitlines()[1].endswith("guideline/sections/call.yml:6")


OTHER = BY.replace("Ольга", "Олег")
MOVED = f'<w:moveTo w:id="5" {BY}>{run("туда")}</w:moveTo>'


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        (ins("раз") + ins("два"), [("inserted", "Ольга", "", "раздва")]),
        (ins("раз") + ins("два", OTHER), [("inserted", "Ольга", "", "раз"), ("inserted", "Олег", "", "два")]),
        (gone("раз") + gone("два", OTHER), [("deleted", "Ольга", "", "раз"), ("deleted", "Олег", "", "два")]),
        (gone("раз") + ins("два"), [("replaced", "Ольга", "раз", "два")]),
        (gone("раз") + ins("два", OTHER), [("deleted", "Ольга", "", "раз"), ("inserted", "Олег", "", "два")]),
        (ins("раз") + gone("два"), [("inserted", "Ольга", "", "раз"), ("deleted", "Ольга", "", "два")]),
        (gone("раз") + ins("два") + gone("три"), [("replaced", "Ольга", "раз", "два"), ("deleted", "Ольга", "", "три")]),
        (gone("раз") + ins("два") + gone("три") + ins("четыре"), [("replaced", "Ольга", "раз", "два"), ("replaced", "Ольга", "три", "четыре")]),
        (ins("раз") + run("слово") + ins("два"), [("inserted", "Ольга", "", "раз"), ("inserted", "Ольга", "", "два")]),
        (ins("раз") + run("") + ins("два"), [("inserted", "Ольга", "", "раздва")]),
        (gone("раз") + run("слово") + ins("два"), [("deleted", "Ольга", "", "раз"), ("inserted", "Ольга", "", "два")]),
        (ins("раз") + MOVED, [("inserted", "Ольга", "", "раз"), ("moved-to", "Ольга", "", "туда")]),
        (gone("раз") + MOVED, [("deleted", "Ольга", "", "раз"), ("moved-to", "Ольга", "", "туда")]),
    ],
)  # fmt: skip
def test_pieces_of_one_act_of_one_person_are_one_remark_and_nothing_else_is(
    made: bytes, small: Handbook, edit: str, found: list[tuple[str, str, str, str]]
) -> None:
    inside, _ = field(made, DO)
    told = tracked(changed(made, (inside, inside + edit)), small)
    assert [(one.kind, one.author, one.quote, one.text) for one in told] == found
    assert all(tags(one) == [DO] for one in told)


@pytest.mark.parametrize("by", [BY, OTHER])
def test_an_end_and_the_next_field_are_two_acts(made: bytes, small: Handbook, by: str) -> None:
    """What is inserted at the end of a field and at the beginning of the next touches, and is about two fields."""
    said, _ = field(made, SAY, 1)
    asked, _ = field(made, SAY, 2)
    do, _ = field(made, DO)
    raw = changed(made, (do, do + ins("раз")), (said, ins("два", by) + said), (asked, ins("три") + asked))
    assert [(one.text, tags(one)) for one in remarks(raw, ties(small))] == [
        ("раз", [DO]), ("два", [SAY]), ("три", [SAY]),
    ]  # fmt: skip


def test_words_behind_the_bookmark_belong_to_the_paragraph(made: bytes, small: Handbook) -> None:
    _, id = field(made, DO)
    end = f'<w:bookmarkEnd w:id="{id}"/>'
    (one,) = remarks(changed(made, (end, end + ins(" Ещё."))), ties(small))
    assert tags(one) == [DO]


def test_a_deletion_of_what_another_inserted_keeps_both(made: bytes, small: Handbook) -> None:
    inside, _ = field(made, DO)
    other = BY.replace("Ольга", "Олег")
    both = f'<w:ins w:id="8" {BY}>{run("да ")}<w:del w:id="9" {other}>{run("нет", "w:delText")}</w:del></w:ins>'
    found = remarks(changed(made, (inside, inside + both)), ties(small))
    assert {(one.kind, one.author, one.text) for one in found} == {
        ("inserted", "Ольга", "да нет"),
        ("deleted", "Олег", "нет"),
    }


def test_a_paragraph_that_is_deleted_whole(made: bytes, small: Handbook) -> None:
    xml = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode("utf-8")
    inside, id = field(made, SAY, 2)
    start = xml.rindex("<w:p>", 0, xml.index(f'<w:bookmarkStart w:id="{id}"'))
    before = xml[start : xml.index(inside, start)]
    marked = before.replace("</w:pPr>", f'<w:rPr><w:del w:id="9" {BY}/></w:rPr></w:pPr>')
    (one,) = remarks(changed(made, (before + inside, marked + gone("Чем помочь?"))), ties(small))
    assert (one.kind, one.text, tags(one)) == ("deleted", "Чем помочь?¶", [SAY])


def test_a_new_paragraph_is_elsewhere_behind_its_neighbour_and_nothing_is_dropped(made: bytes, small: Handbook) -> None:
    _, id = field(made, DO)
    end = f'<w:bookmarkEnd w:id="{id}"/>'
    xml = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode("utf-8")
    tail = xml[xml.index(end) : xml.index("</w:p>", xml.index(end)) + 6]
    raw = changed(
        made,
        (tail, f"{tail}<w:p>{around(ins('Новый абзац'), 1)}</w:p>"),
        parts=comments((1, "Ира", "Надо?"), (7, "Ира", "Ничья")),
    )
    found = remarks(raw, ties(small))
    assert [(one.kind, tags(one), one.after.tag if one.after else None) for one in found] == [
        ("comment", [], DO), ("inserted", [], DO), ("comment", [], None),
    ]  # fmt: skip
    told = as_text(found, small, "ru")
    assert (
        told.startswith("В другом месте")
        and "Основа › 1. Звонок › Что делать · после: Раздел 1 «Звонок» · шаг 1" in told
    )
    assert all(words in told for words in ("Новый абзац", "Надо?", "Ничья"))


def test_a_paragraph_begun_behind_a_field_belongs_to_it(made: bytes, small: Handbook) -> None:
    xml = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode("utf-8")
    _, id = field(made, DO)
    start = xml.rindex("<w:p>", 0, xml.index(f'<w:bookmarkStart w:id="{id}"'))
    whole = xml[start : xml.index("</w:p>", start) + 6]
    marked = (
        whole.replace("</w:pPr>", f'<w:rPr><w:ins w:id="9" {BY}/></w:rPr></w:pPr>', 1)
        + f"<w:p>{ins('И улыбнитесь.')}</w:p>"
    )
    (one,) = remarks(changed(made, (whole, marked)), ties(small))
    assert (one.kind, one.text, tags(one)) == ("inserted", "¶И улыбнитесь.", [DO])


def test_a_paragraph_begun_behind_a_field_ends_where_another_field_begins(made: bytes, small: Handbook) -> None:
    xml = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode("utf-8")
    _, id = field(made, SAY, 1)
    start = xml.rindex("<w:p>", 0, xml.index(f'<w:bookmarkStart w:id="{id}"'))
    end = xml.index("</w:p>", start) + 6
    after = xml[end : xml.index("</w:p>", end) + 6]
    marked = xml[start:end].replace("</w:pPr>", f'<w:rPr><w:ins w:id="9" {BY}/></w:rPr></w:pPr>', 1)
    next_field = (
        f'<w:p><w:bookmarkStart w:id="990" w:name="{bookmark(DO)}"/>{ins("Да.")}<w:bookmarkEnd w:id="990"/></w:p>'
    )
    found = remarks(changed(made, (xml[start:end] + after, marked + next_field + after)), ties(small))
    assert [(one.text, tags(one)) for one in found] == [("¶", [SAY]), ("Да.", [DO])]


def test_a_table_row_and_a_footnote(made: bytes, small: Handbook) -> None:
    note = f'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p>{ins("сноска")}</w:p></w:footnote></w:footnotes>'
    raw = changed(made, ("</w:tr></w:tbl>", f'</w:tr><w:tr><w:trPr><w:ins w:id="4" {BY}/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>'),
                  parts={"word/footnotes.xml": note})  # fmt: skip
    assert [(one.kind, one.text) for one in remarks(raw, ties(small))] == [("inserted", "▦"), ("inserted", "сноска")]


def test_the_head_of_a_table_is_bold_and_its_rows_are_not(made: bytes) -> None:
    (table,) = docx.Document(io.BytesIO(made)).tables
    bold = [[all(bool(one.bold) for one in cell.paragraphs[0].runs) for cell in row.cells] for row in table.rows]
    assert bold == [[True, True], [False, False]]


def test_a_strict_file_is_read_too(made: bytes, small: Handbook) -> None:
    inside, _ = field(made, DO)
    raw = changed(
        made,
        (inside, inside + ins("да")),
        (
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )
    assert [tags(one) for one in remarks(raw, ties(small))] == [[DO]]


@pytest.mark.parametrize("raw", [b"", b"PK", b"\xd0\xcf\x11\xe0", b"<html>"])
def test_what_is_no_word_file_is_refused(raw: bytes, small: Handbook) -> None:
    with pytest.raises(NoWord):
        remarks(raw, ties(small))


def test_a_damaged_word_file_is_refused_and_nothing_falls(made: bytes, small: Handbook) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        begin = packed.getinfo("word/document.xml").header_offset
    for at in range(begin + 60, begin + 1500, 7):  # the deflated text itself
        broken = made[:at] + bytes((made[at] ^ 0xFF,)) + made[at + 1 :]
        for read in (lambda raw: remarks(raw, ties(small)), word_answers):
            with contextlib.suppress(NoWord):
                read(broken)


def test_a_section_that_is_gone_since_loses_no_remark(
    made: bytes, load_text: Callable[[Mapping[str, str]], Handbook]
) -> None:
    now = load_text({name: text for name, text in FILES.items() if "call" not in name})
    inside, _ = field(made, DO)
    (one,) = remarks(changed(made, (inside, inside + ins("да"))), ties(now))
    assert (
        tags(one) == []
        and one.heading == "Основа › 1. Звонок › Что делать"
        and "1. Звонок" in as_text((one,), now, "ru")
    )


def test_markdown_and_json_say_the_same(made: bytes, small: Handbook) -> None:
    inside, _ = field(made, DO)
    found = remarks(changed(made, (inside, inside + ins("*да*"))), ties(small))
    assert "`guideline/sections/call.yml:6`" in as_markdown(found, small, "en") and r"- [ ] inserted" in as_markdown(
        found, small, "en"
    )
    (one,) = json.loads(as_json(found))
    assert (one["tag"], one["file"], one["line"], one["text"]) == (DO, "guideline/sections/call.yml", 6, "*да*")


@pytest.mark.slow
def test_there_and_back_by_command(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    def cjm(*words: str) -> Result:
        return CliRunner().invoke(main, [*words, "--root", str(tmp_path)])

    assert cjm("export", "docx", "-o", str(tmp_path / "a.docx"), "--today", "2026-11-22").exit_code == 0
    raw = (tmp_path / "a.docx").read_bytes()
    assert raw == word(load_folder(tmp_path), DAY)
    inside, _ = field(raw, DO)
    (tmp_path / "b.docx").write_bytes(changed(raw, (inside, inside + ins("да"))))
    back = cjm("comments", str(tmp_path / "b.docx"))
    assert (
        back.exit_code == 0
        and "guideline/sections/call.yml:6" in back.output
        and "вставлено (Ольга, 2026-11-23 10:05): «да»" in back.output
    )
    (tmp_path / "c.docx").write_bytes(b"no")
    assert cjm("comments", str(tmp_path / "c.docx")).exit_code == 2


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"guideline/handbook.yml": "handbook: base\ntitle: Base\nlanguage: en\nparts: []\n"},
        {"guideline/sections/a.yml": "title: Без имени\nsteps: [{say: Слова}, {do: Раз}, {id: x, do: Два}, {id: x, do: Три}]\n"},
        {"guideline/sections/a.yml": 'section: a\ntitle: "\\x07=x"\nsteps: [{do: "1. один\\n2. два\\n\\n   - три\\n\\n> цитата\\n\\n`код` ~~нет~~ [x](https://a.b) [y](section:a)"}]\n'},
        {"touchpoints/a.yml": "journey: a\ntitle: Пусто\nstages: []\n"},
        {"guideline/sections/a.yml": "section: [", "guideline/roles.yml": "roles: [{id: r}]\n"},
    ],
)  # fmt: skip
def test_whatever_was_written_makes_a_file_that_opens(
    files: Mapping[str, str], load_text: Callable[[Mapping[str, str]], Handbook]
) -> None:
    handbook = load_text(files)
    raw = word(handbook, DAY)
    docx.Document(io.BytesIO(raw))
    assert remarks(raw, ties(handbook)) == ()


def as_typed(raw: bytes, *typed: tuple[str, str | None]) -> bytes:
    """The file as Word saves it after somebody typed without tracking; None takes the paragraph away."""
    document = docx.Document(io.BytesIO(raw))
    for old, new in typed:
        paragraph = next(one for one in document.element.iter(qn("w:p")) if old in Paragraph(one, document).text)
        if new is None:
            paragraph.getparent().remove(paragraph)
        else:
            run = next(one for one in paragraph.iter(qn("w:t")) if old in one.text)
            run.text = run.text.replace(old, new)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_tracking_is_on_when_the_file_is_opened(made: bytes) -> None:
    settings = zipfile.ZipFile(io.BytesIO(made)).read("word/settings.xml").decode()
    assert settings.index("<w:trackRevisions/>") < settings.index("<w:defaultTabStop")  # Word wants this order


@pytest.mark.parametrize(
    ("typed", "kind", "quote", "text", "tag"),
    [
        (("Назовите себя", "Не называйте себя"), "replaced", "Поздоровайтесь. Назовите себя.", "Поздоровайтесь. Не называйте себя.", DO),
        (("Чем помочь?", None), "deleted", "", "Чем помочь?", SAY),
        (("10 с", "10 минут"), "replaced", "…какое время: 10 с", "…какое время: 10 минут", WITHIN),
        (("минута", "час"), "replaced", "минута", "час", "section:call/details/limits/text"),
        (("Перенос — 2", "Перенос — 3"), "replaced", "Перенос — 2 раза", "Перенос — 3 раза", "role:admin/decides/1"),
        (("Основа", "Основы"), "replaced", "Основа", "Основы", "handbook:base/title"),
        (("Разговор", "Беседа"), "replaced", "Разговор", "Беседа", "journey:visit/stages/a/touchpoints/phoned/title"),
    ],
)  # fmt: skip
def test_what_was_typed_without_tracking_is_told(
    made: bytes, small: Handbook, typed: tuple[str, str | None], kind: str, quote: str, text: str, tag: str
) -> None:
    (one,) = remarks(as_typed(made, typed), ties(small))
    assert (one.kind, one.tracked) == (kind, False) and tag in tags(one)
    assert (one.quote.removeprefix("1. "), one.text.removeprefix("1. ")) == (quote, text)
    told = as_text((one,), small, "ru")
    assert "(без исправлений)" in told and "0 примечаний, 1 исправление" in told


def test_a_new_paragraph_typed_without_tracking_is_told_behind_its_neighbour(made: bytes, small: Handbook) -> None:
    document = docx.Document(io.BytesIO(made))
    before = next(one for one in document.paragraphs if "Чем помочь?" in one.text)
    before._p.addnext(docx.Document().add_paragraph("Улыбнитесь.")._p)
    saved = io.BytesIO()
    document.save(saved)
    (one,) = remarks(saved.getvalue(), ties(small))
    assert (one.kind, one.text, one.tracked, one.after and one.after.tag) == ("inserted", "Улыбнитесь.", False, SAY)


def test_what_is_tracked_is_told_once(made: bytes, small: Handbook) -> None:
    inside, _ = field(made, DO)
    (one,) = remarks(changed(made, (inside, gone("Поздоровайтесь. Назовите себя.") + ins("Молчите."))), ties(small))
    assert one.tracked and one.kind == "replaced"


def test_a_refreshed_contents_is_no_change(made: bytes, small: Handbook) -> None:
    line = "1. Звонок</w:t></w:r></w:hyperlink>"
    assert remarks(changed(made, (line, f"{line}<w:r><w:tab/><w:t>4</w:t></w:r>")), ties(small)) == ()


def test_a_file_that_forgot_what_it_said_is_compared_with_today(
    made: bytes, small: Handbook, load_text: Callable[[Mapping[str, str]], Handbook]
) -> None:
    forgetful = as_typed(changed(made, parts={"customXml/item2.xml": "<other/>"}), ("10 с", "10 минут"))
    assert not remembers(forgetful) and remembers(made)
    (one,) = remarks(forgetful, ties(small), lambda: word(small, DAY))
    assert tags(one)[-1] == WITHIN and not one.tracked
    assert remarks(forgetful, ties(small)) == ()


def test_a_bookmark_that_a_program_left_open_ends_with_its_paragraph(made: bytes, small: Handbook) -> None:
    """LibreOffice loses the end of a bookmark in an empty cell: everything behind it was filed under that field."""
    cell = "section:call/details/limits/text"
    _, id = field(made, cell)
    later, _ = field(made, "role:admin/decides/1")
    raw = changed(
        made, (f'<w:bookmarkEnd w:id="{id}"/>', ""), (later, around(later, 1)), parts=comments((1, "Ира", "Мало"))
    )
    (one,) = remarks(raw, ties(small))
    assert tags(one) == ["role:admin/decides/1"]


def test_nothing_is_tied_to_an_empty_cell(load_text: Callable[[Mapping[str, str]], Handbook]) -> None:
    empty = {
        "guideline/sections/call.yml": FILES["guideline/sections/call.yml"].replace(
            "| Звонок | минута |", "| Звонок | |"
        )
    }
    xml = zipfile.ZipFile(io.BytesIO(word(load_text(FILES | empty), DAY))).read("word/document.xml").decode("utf-8")
    assert not re.search(r"<w:bookmarkStart [^>]*/>\s*<w:bookmarkEnd", xml)


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("Основа", "handbook:base/title"), ("Визит", "journey:visit/title"),
        ("Разговор", "journey:visit/stages/a/touchpoints/phoned/title"), ("До", "journey:visit/stages/a/title"),
    ],
)  # fmt: skip
def test_title_journey_and_touchpoint_can_be_commented(made: bytes, small: Handbook, words: str, tag: str) -> None:
    inside, _ = field(made, tag)
    (one,) = remarks(changed(made, (inside, around(inside, 1)), parts=comments((1, "Ира", "Так?"))), ties(small))
    assert (one.quote, tags(one)) == (words, [tag])


def test_a_map_can_be_commented(made: bytes, small: Handbook) -> None:
    inside, _ = field(made, "journey:visit")
    assert "<w:drawing>" in inside
    (one,) = remarks(changed(made, (inside, around(inside, 1)), parts=comments((1, "Ира", "Мелко"))), ties(small))
    assert tags(one) == ["journey:visit"] and "Путь «Визит»" in as_text((one,), small, "ru")


def test_pages_have_numbers_and_heads(made: bytes) -> None:
    document = docx.Document(io.BytesIO(made))
    assert (
        "PAGE" in document.sections[0].footer._element.xml
        and "Редакция" in document.sections[-1].footer.paragraphs[0].text
    )
    heads = [one.header.paragraphs[0].text for one in document.sections]
    assert heads == ["", "Основа · Основа", "Основа · Справочник", "Основа · Визит", "Основа · Визит"]


def test_a_part_goes_out_and_comes_back(made: bytes, small: Handbook) -> None:
    leaf = word(small, DAY, Cut("section", "call"))
    text = "\n".join(one.text for one in docx.Document(io.BytesIO(leaf)).paragraphs)
    assert "1. Звонок" in text and "Перенос — 2 раза" not in text and "Разговор" not in text and len(leaf) < len(made)
    (one,) = remarks(as_typed(leaf, ("10 с", "5 с")), ties(small))
    assert WITHIN in tags(one)
    journey = docx.Document(io.BytesIO(word(small, DAY, Cut("journey", "visit"))))
    assert len(journey.inline_shapes) == 1


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "svg"])
def test_a_picture_of_a_text_stands_in_the_file_without_where_it_was_taken(form: str, tmp_path: Path) -> None:
    raw = io.BytesIO(
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40"/></svg>'
    )
    if form != "svg":
        from PIL import Image

        exif = Image.Exif()
        exif[0x010F] = "Nikon"
        raw = io.BytesIO()
        Image.new("RGB", (60, 40), "red").save(raw, form, **({"exif": exif} if form == "JPEG" else {}))
    name = f"files/desk.{form.lower()}"
    section = f"section: call\ntitle: Звонок\ndetails:\n  - id: a\n    title: Где\n    text: |\n      ![Стойка у входа]({name})\n"
    for path, text in {**FILES, "guideline/sections/call.yml": section}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "guideline/files").mkdir()
    (tmp_path / f"guideline/{name}").write_bytes(raw.getvalue())
    handbook = load_folder(tmp_path)
    made = word(handbook, DAY)
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        pictures = [packed.read(one) for one in packed.namelist() if one.startswith("word/media/")]
        document = packed.read("word/document.xml").decode()
    assert len(pictures) == 2 and not any(b"Nikon" in one for one in pictures), "the picture and the map"
    assert 'descr="Стойка у входа"' in document
    assert remarks(made, ties(handbook)) == ()


def test_maps_have_one_chapter_whatever_their_number(load_text: Callable[[Mapping[str, str]], Handbook]) -> None:
    maps = {
        f"touchpoints/{one}.yml": FILES["touchpoints/visit.yml"].replace("journey: visit", f"journey: {one}")
        for one in ("visit", "again")
    }
    maps["touchpoints/again.yml"] = (
        maps["touchpoints/again.yml"]
        .replace("Визит", "Ещё визит")
        .replace("{id: ", "{id: again-")
        .replace("- id: ", "- id: again-")
    )
    raw = word(load_text({**FILES, **maps}), DAY)
    heads = [
        one.text for one in docx.Document(io.BytesIO(raw)).paragraphs if one.style and one.style.name == "Heading 1"
    ]
    assert len([one for one in heads if "Карты" in one]) == 1
