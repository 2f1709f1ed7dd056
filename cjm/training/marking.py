"""A result as a page saved it and the editions in, the same marked again out, or why it is refused; the page is never believed."""

import datetime as dt
import hmac
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cjm.language.says import Says
from cjm.model.digest import exact_digest
from cjm.training.draw import (
    PaperQuestion,
    answers_of,
    checks_of,
    code_of,
    drawn_paper,
    initials_of,
    is_checked,
    is_right,
)
from cjm.training.edition import ExamEdition, sections_of
from cjm.training.papers import typed_answers
from cjm.training.seal import keys, result_seal

RESULT = "result/1"


class NotMarked(Exception):
    """A result that is not taken; `says` is why."""

    def __init__(self, says: Says) -> None:
        super().__init__(says.en)
        self.says = says


_READING = re.compile(r"^\W*reading/1\s+(\S.*)$")  # a messenger may put its own mark before a line
_MARK = re.compile(r"^\W*([a-z0-9-]{1,80}) ([0-9a-f]{16}) (\d{4}-\d\d-\d\d)$")  # they become a part of a file's name
_DATED = re.compile(r"\s\d{4}-\d\d-\d\d$")
_NO_RESULT = Says("это не результат экзамена", "it is no result of an exam")
_FOREIGN = Says(
    "редакции {edition} среди личных записей нет: экзамен другой компании или другого ноутбука (cjm private join)",
    "edition {edition} is not among the private records: another company's exam, or another laptop's (cjm private join)",
)
_ALTERED = Says("результат изменён: печать не сходится", "the result was altered: its seal does not fit")
_OTHER_PAPER = Says(
    "ответы не от этого билета: {who}, {run}-й раз", "the answers are not of this paper: {who}, run {run}"
)
_LETTERS = Says(
    "{who}, {run}-й раз: нужны буквы {count} ответов этого билета по порядку (прочерк — не знает) или короткий код его листа",
    "{who}, run {run}: it takes the letters of the {count} answers of this paper in order (a dash: not known), or the short code of its sheet",
)
_OWN_EXAMINER = Says(
    "экзаменатор и тот, кто сдавал, — один человек: {who}", "examiner and examined are one person: {who}"
)
_FUTURE = Says("день {day} ещё не наступил", "the day {day} is still to come")


@dataclass(frozen=True, slots=True)
class Marked:
    """A result as it is, by the key of its edition."""

    id: str
    edition: str
    role: str
    name: str
    run: int
    day: dt.date
    examiner: str
    right: int
    asked: int
    passed: bool
    answers: tuple[Mapping[str, Any], ...]  # question, digest, section, right, chose: the texts that were chosen
    shown: tuple[tuple[str, bool], ...]
    code: str

    def entry(self, person: str) -> dict[str, Any]:
        """The record among the private ones: the person by id, no name."""
        return {
            "id": self.id, "day": self.day.isoformat(), "person": person, "edition": self.edition, "role": self.role, "run": self.run,
            "examiner": self.examiner, "right": self.right, "asked": self.asked, "passed": self.passed, "answers": list(self.answers),
            "shown": dict(self.shown), "code": self.code,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadingMarks:
    """What somebody ticked on the site: section, the digest of what was read, the day."""

    name: str
    sections: tuple[tuple[str, str, dt.date], ...]
    unread: int = 0  # lines with a day at their end that are no mark: somebody changed them


def reading_marks(text: str) -> tuple[ReadingMarks, ...]:
    """The reading marks in a file, as the site gives them: of one person, or of several one below the other."""
    found: list[ReadingMarks] = []
    for line in map(str.strip, text.splitlines()):
        if head := _READING.search(line):
            found.append(ReadingMarks(head[1], ()))
        elif found and (mark := _MARK.search(line)):
            found[-1] = replace(found[-1], sections=(*found[-1].sections, (mark[1], mark[2], _day_of(mark[3]))))
        elif found and _DATED.search(line):
            found[-1] = replace(found[-1], unread=found[-1].unread + 1)
    return tuple(found)


def marked_result(text: str, editions: Mapping[str, tuple[ExamEdition, str]], today: dt.date) -> Marked:
    """A result file marked again; `editions` by id, each with its code. Raises NotMarked."""
    try:
        result = json.loads(text)
        known = result["cjm"] == RESULT and isinstance(result["answers"], list)
        edition_id, seal, day = str(result["edition"]), str(result["seal"]), dt.date.fromisoformat(str(result["day"]))
    except (ValueError, KeyError, TypeError) as error:
        raise NotMarked(_NO_RESULT) from error
    if not known:
        raise NotMarked(_NO_RESULT)
    if edition_id not in editions:
        raise NotMarked(_FOREIGN.filled(edition=edition_id))
    edition, code = editions[edition_id]
    key = keys(code, edition.id)[1]
    if not hmac.compare_digest(result_seal(key, result).encode(), seal.encode("utf-8", "replace")):
        raise NotMarked(_ALTERED)
    if day > today:
        raise NotMarked(_FUTURE.filled(day=day))
    return _marked(edition, key, result, day)


def marked_words(
    edition: ExamEdition,
    examiner_code: str,
    role: str,
    name: str,
    run: int,
    before: str,
    words: Sequence[str],
    day: dt.date,
    examiner: str,
) -> Marked:
    """The same from paper: the letters of its answers, or the one short code of a sheet. Raises NotMarked."""
    key, initials = keys(examiner_code, edition.id)[1], initials_of(name)
    if not sections_of(edition.head, role):
        raise NotMarked(_OTHER_PAPER.filled(who=name, run=run))
    paper = drawn_paper(edition, role, initials, run, before)
    if len(words) == 1 and is_checked(edition, key, role, initials, run, words[0]):
        answers = answers_of(words[0], paper)
    else:
        answers = typed_answers(paper, words, edition.head["language"])
    if answers is None:
        raise NotMarked(_LETTERS.filled(who=name, run=run, count=len(paper)))
    result = {
        "role": role,
        "name": name,
        "run": run,
        "before": before,
        "examiner": examiner,
        "answers": answers,
        "checks": [],
    }
    return _marked(edition, key, result, day)


# Private functions


def _day_of(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return dt.date.max  # no day at all is none that has come


def _marked(edition: ExamEdition, key: bytes, result: Any, day: dt.date) -> Marked:
    role, name, run, before = str(result["role"]), str(result["name"]), int(result["run"]), str(result["before"])
    initials = initials_of(name)
    if not sections_of(edition.head, role) or run < 1:
        raise NotMarked(_OTHER_PAPER.filled(who=name, run=run))
    if initials_of(str(result["examiner"])) == initials:
        raise NotMarked(_OWN_EXAMINER.filled(who=name))
    paper, answers = drawn_paper(edition, role, initials, run, before), list(result["answers"])
    if len(answers) != len(paper) or not all(map(_fits, paper, answers)):
        raise NotMarked(_OTHER_PAPER.filled(who=name, run=run))
    allowed = {one["id"] for one in checks_of(edition, role, initials, run)}
    shown = tuple((str(one["id"]), bool(one["done"])) for one in result["checks"] if one["id"] in allowed)
    told = tuple(_told(one, answer) for one, answer in zip(paper, answers, strict=True))
    right = sum(one["right"] for one in told)
    must = {one["section"] for one in told if not one["right"]} & set(edition.head["must"])
    code = code_of(edition, key, role, initials, run, paper, answers)
    return Marked(
        f"{day.isoformat()}-{exact_digest([edition.id, role, name, run, code])[:8]}", edition.id, role, name, run, day, str(result["examiner"]),
        right, len(paper), right >= edition.head["pass"] and not must, told, shown, code,
    )  # fmt: skip


def _fits(one: PaperQuestion, answer: Any) -> bool:
    """Whether an answer can be one of this question."""
    size, kind = len(one.order), one.question["kind"]
    if answer is None:
        return True
    if kind == "one":
        return isinstance(answer, int) and not isinstance(answer, bool) and 0 <= answer < size
    known = (
        isinstance(answer, list)
        and len(set(map(str, answer))) == len(answer)
        and all(isinstance(at, int) and 0 <= at < size for at in answer)
    )
    return known and (len(answer) == size if kind == "order" else True)


def _told(one: PaperQuestion, answer: Any) -> dict[str, Any]:
    """One answer as it is kept: the words that were chosen, so that no later edit changes what was meant."""
    question = one.question
    texts: Sequence[str] = [option["text"] for option in question["options"]] or question["points"]
    chosen = [] if answer is None else [texts[at] for at in (answer if isinstance(answer, list) else [answer])]
    return {
        "question": question["id"], "digest": question["digest"], "section": question["section"], "right": is_right(question, answer),
        "chose": chosen, "known": answer is not None,
    }  # fmt: skip
