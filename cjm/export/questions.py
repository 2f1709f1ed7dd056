"""A Handbook and a cut in, its questions as plain text out, section by section: what another program can ask of people."""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm.language.says import Says
from cjm.model import Handbook, Question, Section
from cjm.view.scope import Cut, chapters
from cjm.wording import label, plain
from cjm.wording.titles import numbered

HOLDS_THE_KEY = Says(
    "Здесь есть верные ответы: храните файл там, где его не откроет тот, кто сдаёт.",
    "This holds the right answers: keep it where nobody can open it who is to be examined.",
)


@dataclass(frozen=True, slots=True)
class PlainOption:
    """An answer, whether it is right, and why."""

    text: str
    right: bool
    because: str


@dataclass(frozen=True, slots=True)
class PlainQuestion:
    """A question as it is asked. `points` are what is to be said where there are no options."""

    id: str
    use: str
    kind: str
    ask: str
    options: tuple[PlainOption, ...]
    points: tuple[str, ...]


def asked(handbook: Handbook, cut: Cut) -> Iterator[tuple[str, tuple[PlainQuestion, ...]]]:
    """Each section of the cut that has questions, by its number and title."""
    for chapter in chapters(cut, handbook):
        for one in chapter.sections:
            if isinstance(one, Section) and one.questions:
                yield (
                    numbered(one.id, label(one.title, handbook), handbook),
                    tuple(_plain(one, question, handbook) for question in one.questions),
                )


# Private functions


def _plain(section: Section, one: Question, handbook: Handbook) -> PlainQuestion:
    options = tuple(
        PlainOption(label(each.text, handbook), each.right, plain(each.because, handbook)) for each in one.options
    )
    points = tuple(label(point, handbook) for point in one.points)
    return PlainQuestion(f"{section.id}/{one.id}", one.use or "", one.kind, plain(one.ask, handbook), options, points)
