"""The reference handbook says one thing of one thing: what its own files and speech say of exams, marks and gifts agrees."""

import re

import pytest

from cjm.lint.one_file import passages
from cjm.model import Handbook
from cjm.wording.facts import resolve

DAY = 86_400
SPOKEN = ("Step.say", "Step.write", "Conflict.answer", "Variant.text")


def number(handbook: Handbook, fact: str) -> int:
    return int(re.search(r"\d+", resolve("{{ " + fact + " }}", handbook))[0])  # type: ignore[index]


def test_the_exam_is_held_as_the_staff_is_told(handbook: Handbook) -> None:
    (exam,) = handbook.shared["exam"]
    assert exam.questions == number(handbook, "exam-questions")  # type: ignore[attr-defined]
    assert 100 * exam.passed == number(handbook, "exam-pass") * exam.questions  # type: ignore[attr-defined]
    assert exam.twice == number(handbook, "exam-second-time") * DAY  # type: ignore[attr-defined]
    assert exam.retry == number(handbook, "exam-retake-time") * DAY  # type: ignore[attr-defined]


@pytest.mark.parametrize("unknown", ["согласие на сообщения", "согласие на звонки", "«не звонить»", "«не напоминать»"])
def test_a_card_has_only_the_marks_that_the_channels_name(handbook: Handbook, unknown: str) -> None:
    told = [(section.id, passage.text) for section in handbook.sections for passage in passages(section)]
    assert [where for where, text in told if unknown in text] == []


def test_no_gift_is_promised_before_its_limit_is_looked_up(handbook: Handbook) -> None:
    """What is always given is a fact of the club's own fault; any other gift depends on what the family had this half-year."""
    promised = [
        (section.id, sentence)
        for section in handbook.sections
        for passage in passages(section)
        if passage.field in SPOKEN
        for sentence in re.split(r"(?<=[.!?])\s", passage.text)
        if re.search(r"\bдар(им|ю)\b|\bподар(им|ю)\b", sentence)
        and not re.search(r"club-cancel-gift|если ошиблись мы", sentence)
    ]
    assert promised == []


def test_each_question_says_where_it_is_answered(handbook: Handbook) -> None:
    """A guess by shared words led every fourth to the wrong step."""
    assert [(section.id, one.id) for section in handbook.sections for one in section.questions if not one.see] == []
