"""A section in, the short list by which a call or a visit is checked out: its ticked steps; marks come back as what was missed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cjm.language.says import Language, Says
from cjm.model import Handbook, Section
from cjm.wording import first_sentence, plain
from cjm.wording.titles import numbered

PAGE_FILES = ("check.html", "check.js")  # below templates/training
_MARK = re.compile(r"(\d{1,2})([+\-−–0о])", re.IGNORECASE)
_SEEN = {"+": True, "0": None, "о": None, "О": None}
_WORDS = {
    "lead": Says("Отметьте, что услышали или увидели. Внизу строка: отправьте её тому, кто ведёт случаи.", "Mark what you heard or saw. Below is a line: send it to whoever keeps the cases."),
    "yes": Says("да", "yes"), "no": Says("нет", "no"), "none": Says("не было случая", "did not come up"),
    "note": Says("Что было вместо этого, без имён", "What was done instead, no names"),
    "line": Says("Строка для записи", "The line to be written down"), "take": Says("Скопировать", "Copy"),
    "seen": Says("Шаг сделан, когда", "Done when"),
}  # fmt: skip
_LISTED = Says("{title}\n{lines}\nзаписать: cjm cases review {id} 1+ 2- «что было вместо» 3+", "{title}\n{lines}\nto write down: cjm cases review {id} 1+ 2- “what was done instead” 3+")  # fmt: skip


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of the list: its number, what is to be done, by what one sees that it was."""

    number: int
    step: str
    what: str
    seen: str


@dataclass(frozen=True, slots=True)
class CheckMark:
    """What somebody marked: done, not done, or None where it did not come up; and a note."""

    line: CheckLine
    done: bool | None
    note: str


def check_lines(section: Section, handbook: Handbook) -> tuple[CheckLine, ...]:
    """The steps that are ticked when a call or a visit is checked; all of a section of which none is marked so."""
    steps = [one for one in section.steps if one.checked] or section.steps
    return tuple(
        CheckLine(at, step.id, plain(first_sentence(step.do)[0], handbook), plain(step.done_when, handbook))
        for at, step in enumerate(steps, 1)
    )


def as_list(section: Section, handbook: Handbook, language: Language) -> str:
    """The list for the terminal, and how what was marked is written down."""
    lines = "\n".join(f"  {one.number}. {one.what}" for one in check_lines(section, handbook))
    title = numbered(section.id, section.title, handbook)
    return _LISTED.to(language, title=title, lines=lines, id=section.id) + "\n"


def marks_in(words: Iterable[str], lines: Sequence[CheckLine]) -> tuple[tuple[CheckMark, ...], str]:
    """The marks of «1+ 2- не поздоровался 3+», and the first mark that is of no line. Words belong to the mark before them."""
    known = {one.number: one for one in lines}
    made: list[CheckMark] = []
    for word in " ".join(words).split():
        found = _MARK.fullmatch(word)
        if found and int(found[1]) in known:
            made.append(CheckMark(known[int(found[1])], _SEEN.get(found[2], False), ""))
        elif found or not made:
            return (), word
        else:
            last = made.pop()
            made.append(CheckMark(last.line, last.done, f"{last.note} {word}".strip()))
    return tuple(made), ""


def check_page(section: Section, handbook: Handbook, templates: Mapping[str, str], language: Language) -> str:
    """The list as one page for the phone or for paper; `templates` are the texts of PAGE_FILES by name."""
    from jinja2 import Environment
    from markupsafe import Markup

    words = {name: says.to(language) for name, says in _WORDS.items()}
    return Environment(autoescape=True).from_string(templates["check.html"]).render(
        language=language, words=words, title=numbered(section.id, section.title, handbook), id=section.id,
        organisation=handbook.outline.organisation, lines=check_lines(section, handbook), js=Markup(templates["check.js"]),
    )  # fmt: skip
