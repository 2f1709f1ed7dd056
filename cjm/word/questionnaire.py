"""Open questions in, a Word or Markdown file to answer them in out; and from such a file the answers back."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from cjm.language import dates
from cjm.language.says import Language, Says
from cjm.view.questions import OpenQuestion
from cjm.word.comments import NOT_WORD, NoWord, read_part
from cjm.word.docx_writer import DocxRun, Paper, Tied

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t"}
_SAID = {f"{_W}t", *_SIGNS}
_ABOUT, _QUESTION = Says("О чём", "About"), Says("Вопрос", "Question")

_HEAD = Says("Вопросы к гайдлайну «{title}»", 'Questions about the handbook "{title}"')
_LEAD = Says(
    "{day}. Впишите ответ под словом «Ответ». Чего не знаете, оставьте пустым. Строку с кодом не трогайте: по ней ответ вернётся на своё место.",
    '{day}. Write each answer below the word "Answer". Leave empty what you do not know. Do not touch the line with the code: it brings the answer back to its place.',
)
_CHOICES = Says("Одно или несколько из этого: {choices}", "One or more of these: {choices}")
_ANSWER = Says("Ответ", "Answer")
_CODE = re.compile(r"[a-z][a-z-]*:[^\s`]+")
_CODE_LINE = re.compile(rf"^`({_CODE.pattern})`\s*$", re.MULTILINE)
_ANSWER_LINE = re.compile(r"^\s*(?:\*\*)?(?:Ответ|Answer):?(?:\*\*)?:?[ \t]*", re.MULTILINE)


def as_questionnaire(questions: Sequence[OpenQuestion], title: str, day: dt.date, language: Language) -> str:
    """The file. One question is one heading, what it is about, its code, and the room for the answer."""
    lines = [f"# {_HEAD.to(language, title=title)}", "", _LEAD.to(language, day=dates.in_words(day, language)), ""]
    for number, one in enumerate(questions, start=1):
        about = one.about.to(language) + (f": {one.field.to(language)}" if one.key else "")
        lines += [
            f"## {number}. {one.question}",
            "",
            about,
            "",
            *((_CHOICES.to(language, choices=one.choices.to(language)), "") if one.choices.ru else ()),
            f"`{one.tag}`",
            "",
            f"**{_ANSWER.to(language)}:** ",
            "",
        ]
    return "\n".join(lines)


def answers_in(text: str) -> Mapping[str, str]:
    """The answers by the codes of their questions; what was left empty is left out."""
    found, codes = {}, list(_CODE_LINE.finditer(text))
    for number, code in enumerate(codes):
        end = codes[number + 1].start() if number + 1 < len(codes) else len(text)
        below = re.split(r"^## ", text[code.end() : end], maxsplit=1, flags=re.MULTILINE)[0]
        answer = _ANSWER_LINE.sub("", below, count=1).strip()
        if answer:
            found[code[1]] = answer
    return found


def word_questionnaire(questions: Sequence[OpenQuestion], title: str, day: dt.date, language: Language) -> bytes:
    """The file: a row for each question, the last cell for its answer."""
    paper = Paper(language)
    paper.paragraph("Title", _own(_HEAD.to(language, title=title)))
    paper.paragraph("Normal", _own(_LEAD.to(language, day=dates.in_words(day, language))))
    rows = [[_own(_ABOUT.to(language)), _own(_QUESTION.to(language)), _own(_ANSWER.to(language))]]
    for one in questions:
        about = one.about.to(language) + (f": {one.field.to(language)}" if one.key else "")
        rows.append(
            [Tied("", (DocxRun(f"{about} "), DocxRun(one.tag, code=True))), _own(_asked(one, language)), _own("")]
        )
    paper.table(rows, (3, 3, 6))
    return paper.packed(title=_HEAD.to(language, title=title), author="cjm", day=day, about="questions")


def word_answers(raw: bytes) -> Mapping[str, str]:
    """The answers by the codes of their questions. Raises NoWord."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            document = ElementTree.fromstring(read_part(packed, "word/document.xml"))
    except NOT_WORD as error:
        raise NoWord from error
    found = {}
    for row in document.iter(f"{_W}tr"):
        cells = [_words(cell) for cell in row.findall(f"{_W}tc")]
        code = _CODE.search(cells[0].rpartition(" ")[2]) if len(cells) > 2 else None
        if code and cells[-1]:
            found[code[0]] = cells[-1]
    return found


# Private functions


def _asked(one: OpenQuestion, language: Language) -> str:
    choices = _CHOICES.to(language, choices=one.choices.to(language)) if one.choices.ru else ""
    return f"{one.question} {choices}".strip()


def _own(text: str) -> Tied:
    return Tied("", (DocxRun(text),))


def _words(cell: Element) -> str:
    """What a cell says now: what was inserted is there, what was deleted is not."""
    paragraphs = (
        "".join(_SIGNS.get(part.tag, part.text or "") for part in one.iter() if part.tag in _SAID)
        for one in cell.iter(f"{_W}p")
    )
    return "\n".join(paragraphs).strip()
