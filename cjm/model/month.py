"""A month of the client's voice: what was counted, never who said it. Written by `cjm voice close`, read by pages and rules."""

import datetime as dt

from cjm.language.says import Says
from cjm.model.fields import HOUSEKEEPING, MONTH, Day, Many, OneOf, Pairs, Record, Ref, Text, Whole, spec
from cjm.model.frozen import frozen
from cjm.model.item import Item, Written

FEWEST = 5  # fewer people than this are never shown apart by what they are
_SOURCE = Ref(("resource",), words=(("phone", Says("по телефону", "by phone")), ("desk", Says("на стойке", "at the desk")), ("review", Says("отзывы", "reviews"))))
CASE_SORTS = ("complaint", "communication", "process", "praise", "idea", "observation")
CASES_SAY = (
    Says("жалоба", "complaint"), Says("ошибка общения", "mistake of communication"), Says("ошибка процесса", "mistake of the process"),
    Says("похвала", "praise"), Says("идея", "idea"), Says("наблюдение", "observation"),
)  # fmt: skip
_MANY = Whole(0, 99_999_999)


@frozen
class FormSent(Written):
    """How many people were asked, whether they answered or not."""

    known_from: str = spec(_SOURCE, HOUSEKEEPING, "Какую анкету послали", "The form that was sent", "feedback-form", key="source", required=True)
    sent: int = spec(_MANY, HOUSEKEEPING, "Скольким послали", "To how many", "184", required=True)


@frozen
class AnswersCounted(Written):
    """How often each score was given to one question: in one place, from one source, perhaps by people of one sort."""

    index: str = spec(Ref(("index",)), HOUSEKEEPING, "Какой показатель", "The index", "csi", required=True)
    touchpoint: str = spec(Ref(("touchpoint",)), HOUSEKEEPING, "О какой точке касания", "The touchpoint it is about", "first-visit/changing-room")
    journey: str = spec(Ref(("journey",)), HOUSEKEEPING, "О каком пути, если не о точке", "The journey, where it is about no touchpoint", "first-visit")
    known_from: str = spec(_SOURCE, HOUSEKEEPING, "Откуда ответы: имя формы, phone, desk, review", "Where the answers come from: a form, phone, desk, review", "visit-question", key="source", required=True)
    by: tuple[tuple[str, str], ...] = spec(Pairs(Text("label")), HOUSEKEEPING, "По какому признаку отвечавших и какое значение", "The attribute of those who answered, and its value", "{state: once}")
    best: int = spec(Whole(1, 100), HOUSEKEEPING, "Лучшая оценка", "The best score", "5", default=1)
    scores: tuple[tuple[str, int], ...] = spec(Pairs(_MANY), HOUSEKEEPING, "Оценка и сколько раз её дали", "A score and how often it was given", '{"4": 20, "5": 40}', required=True)
    waiting: int = spec(_MANY, HOUSEKEEPING, "Сколько ещё ждут своего срока и не посчитаны", "How many still wait for their time and are not counted", "12", default=0)

    @property
    def n(self) -> int:
        """How many answers."""
        return sum(count for _, count in self.scores)

    @property
    def given(self) -> dict[float, int]:
        """The scores as numbers; what is none is left to the rule that reports it."""
        made: dict[float, int] = {}
        for score, count in self.scores:
            try:
                made[float(score.replace(",", ".").replace("\u2212", "-"))] = count
            except ValueError:
                continue
        return made


@frozen
class CasesCounted(Written):
    """How many cases of one sort there were in one place."""

    what: str = spec(OneOf(CASE_SORTS, CASES_SAY), HOUSEKEEPING, "Что это было", "What they were", "complaint", required=True)
    touchpoint: str = spec(Ref(("touchpoint",)), HOUSEKEEPING, "В какой точке касания", "At which touchpoint", "first-visit/changing-room")
    section: str = spec(Ref(("section",)), HOUSEKEEPING, "О каком разделе", "The section they are about", "changing-room")
    topic: str = spec(Text("label"), HOUSEKEEPING, "Тема: имя из списка тем", "The topic: an id of the list of topics", "cold-shower")
    known_from: str = spec(_SOURCE, HOUSEKEEPING, "Откуда известно", "Where it is known from", "review", key="source")
    group: str = spec(Text("label"), HOUSEKEEPING, "Какая группа или смена; не человек", "The group or the shift, never a person", ("вечерняя смена", "evening shift"))
    n: int = spec(Whole(1, 99_999_999), HOUSEKEEPING, "Сколько", "How many", "6", required=True)


@frozen
class Month(Item):
    """What was counted in a month: nothing in it tells who said what."""

    id: str = spec(MONTH, HOUSEKEEPING, "Месяц, как у файла", "The month, as its file", "2026-10", required=True, key="month")
    until: dt.date | None = spec(Day(), HOUSEKEEPING, "По какой день посчитано, если месяц не кончился", "The last day counted, where the month is not over", "2026-10-26")
    visits: int | None = spec(_MANY, HOUSEKEEPING, "Сколько было посещений", "How many visits there were", "415")
    sent: tuple[FormSent, ...] = spec(Many(Record(FormSent)), HOUSEKEEPING, "Скольких спросили", "How many were asked", "[{source: feedback-form, sent: 184}]")
    answers: tuple[AnswersCounted, ...] = spec(Many(Record(AnswersCounted)), HOUSEKEEPING, "Ответы, посчитанные по оценкам", "Answers, counted by score", "[…]")
    cases: tuple[CasesCounted, ...] = spec(Many(Record(CasesCounted)), HOUSEKEEPING, "Случаи, посчитанные по темам", "Cases, counted by topic", "[…]")
