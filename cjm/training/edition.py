"""A Handbook and an exam in, an edition of it out: the questions, the key, and what the sections said on that day.

An edition is plain data, since the page of the exam reads the same: `head` is open to everybody, `secret` is sealed, `said`
stays with the private records, so that later one can tell what has changed in the sections since.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cjm.approval.items import PrintedItem, binds_of
from cjm.approval.reading import grounds_read, read_digest
from cjm.graph.reading_path import asked_of
from cjm.model import Handbook, Item, Question, Section
from cjm.model.digest import exact_digest, printed
from cjm.model.shared.exam import Exam
from cjm.wording import label, plain, resolve
from cjm.wording.titles import numbered, role_title

Plain = Mapping[str, Any]
ONE, SEVERAL, IN_TURN, SAY = "one", "several", "order", "say"
CHECKS = 4  # how many steps somebody is asked to show


@dataclass(frozen=True, slots=True)
class ExamEdition:
    """One edition: its open head, its secret part, and what its sections said."""

    head: Plain
    secret: Plain
    said: Plain

    @property
    def id(self) -> str:
        return str(self.head["edition"])

    @property
    def questions(self) -> list[Any]:
        """All questions, in the order of the handbook."""
        return list(self.secret["questions"])

    def called(self, id: str) -> "ExamEdition":
        """The same under an id of its own: two laptops make one edition with two codes, and a result names its own."""
        return ExamEdition({**self.head, "edition": id}, self.secret, self.said)

    def entry(self, code: str) -> dict[str, Any]:
        """The record of it among the private ones."""
        return {
            "id": self.id, "day": self.head["day"], "code": code, "head": self.head, "secret": self.secret, "said": self.said,
        }  # fmt: skip


def as_edition(entry: Plain) -> ExamEdition:
    """The edition of a private record."""
    return ExamEdition(entry["head"], entry["secret"], entry["said"])


def exam_edition(exam: Exam, handbook: Handbook, day: dt.date) -> ExamEdition:
    """The edition of an exam as the handbook stands."""
    roles = {role: asked_of(exam, (role,), handbook) for role in exam.roles if role in handbook.role}
    about = tuple(one for one in handbook.sections if any(one in sections for sections in roles.values()))
    questions = [
        _question(section, one, handbook) for section in about for one in section.questions if one.use == "exam"
    ]
    checks = [
        {"id": f"{section.id}/{step.id}", "section": section.id, "do": plain(step.do, handbook), "done": plain(step.done_when, handbook)}
        for section in about for step in section.steps if step.checked
    ]  # fmt: skip
    secret = {
        "questions": questions, "checks": checks,
        "sections": {one.id: numbered(one.id, label(one.short or one.title, handbook), handbook) for one in about},
    }  # fmt: skip
    head = {
        "exam": exam.id, "title": label(exam.title, handbook), "organisation": handbook.outline.organisation or handbook.outline.title,
        "language": handbook.outline.language, "day": day.isoformat(), "questions": exam.questions or 20, "pass": exam.passed or exam.questions or 16,
        "must": list(exam.must_know),
        "roles": [{"id": role, "title": role_title(role, handbook), "sections": [one.id for one in sections]} for role, sections in roles.items()],
        "examiners": [role_title(role, handbook) for role in exam.examiner],
    }  # fmt: skip
    below = {name: one for section in about for name, one in grounds_read(section, handbook).items()}
    said = {
        "sections": {one.id: section_says(one, handbook) for one in about},
        "grounds": {name: printed(one, binding=True) for name, one in below.items() if isinstance(one, Item)},
    }
    number = exact_digest([head, secret, said])[:6]
    return ExamEdition(head | {"edition": f"{exam.id}-{number}"}, secret, said)


def section_says(section: Section, handbook: Handbook) -> Plain:
    """What somebody does by a section or may rely on, with the digests of what it rests on; what `knowledge` compares."""
    item = PrintedItem(f"section:{section.id}", section, {})
    rests = {name: binds_of(one, {}) for name, one in grounds_read(section, handbook).items()}
    return {
        "title": section.title,
        "binds": item.binds,
        "data": item.data(binding=True),
        "rests": rests,
        "read": read_digest(section, handbook),
    }


def sections_of(head: Plain, role: str) -> list[str]:
    """The sections of which an edition asks a role."""
    return next((list(one["sections"]) for one in head["roles"] if one["id"] == role), [])


# Private functions


def _question(section: Section, one: Question, handbook: Handbook) -> dict[str, Any]:
    options: Iterable[Any] = one.options
    return {
        "id": f"{section.id}/{one.id}", "section": section.id, "ask": plain(one.ask, handbook),
        "kind": one.kind,
        "options": [
            {"text": label(option.text, handbook), "right": option.right, "because": plain(option.because, handbook)}
            for option in options
        ],
        "points": [label(point, handbook) for point in one.points],
        "digest": exact_digest(list(_words(one, handbook)))[:16],
    }  # fmt: skip


def _words(one: Question, handbook: Handbook) -> Iterator[str]:
    yield resolve(one.ask, handbook)
    yield from (resolve(option.text, handbook) + ("+" if option.right else "") for option in one.options)
    yield from (resolve(point, handbook) for point in one.points)
