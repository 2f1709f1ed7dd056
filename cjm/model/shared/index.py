"""Indices: what is counted about the service, by which formula, what it depends on, and what is known of it."""

from cjm.language.says import Says
from cjm.model.fields import (
    EXPLANATORY,
    MONTH,
    NORMATIVE,
    NUMBER,
    Many,
    Name,
    OneOf,
    Pairs,
    Record,
    Ref,
    Text,
    Wait,
    Whole,
    spec,
)
from cjm.model.frozen import frozen
from cjm.model.item import Item, Written
from cjm.model.kind import Kind

_FORMULAS = ("promoters-minus-detractors", "top-two", "weighted", "not-returned", "share", "repeated")
_FORMULAS_SAY = (
    Says("доля оценок 9–10 минус доля оценок 0–6", "share of scores 9–10 minus share of scores 0–6"),
    Says("доля двух лучших оценок", "share of the two best scores"),
    Says("средняя оценка с учётом важности", "mean score weighted by importance"),
    Says("доля вопросов, с которыми больше не обращались", "share of questions with which nobody came again"),
    Says("доля", "share"),
    Says("сколько раз повторилось", "how often it was repeated"),
)  # fmt: skip


@frozen
class KnownValue(Written):
    """A value that is known from elsewhere. Without the number of answers it bears no interval and no colour."""

    month: str = spec(MONTH, EXPLANATORY, "Месяц", "Month", "2026-10", required=True, label=("Месяц", "Month"))
    value: str = spec(NUMBER, EXPLANATORY, "Значение", "Value", "41", required=True, label=("Значение", "Value"))
    n: int | None = spec(Whole(1, 99_999_999), EXPLANATORY, "Сколько было ответов", "How many answers", "120", label=("Ответов", "Answers"))


@frozen
class Index(Item):
    """A figure by which the service is judged: a term with a formula, a target and a history."""

    id: str = spec(Name("index"), NORMATIVE, "Имя показателя", "Id of the index", "nps", required=True)
    title: str = spec(Text("label"), EXPLANATORY, "Название", "Title", "NPS", required=True, label=("Название", "Title"))
    means: str = spec(Text("prose"), NORMATIVE, "О чём он говорит", "What it tells", ("Готовы ли нас рекомендовать", "Whether they would recommend us"), label=("О чём говорит", "What it tells"))
    formula: str = spec(OneOf(_FORMULAS, _FORMULAS_SAY), NORMATIVE, "По какой формуле считают", "By which formula it is counted", "promoters-minus-detractors", label=("Как считаем", "Formula"))
    of: tuple[str, ...] = spec(Many(Ref(("resource",), words=(("cases", Says("по случаям", "the cases")),))), NORMATIVE, "По ответам каких форм; cases — по случаям", "From the answers of which forms; cases: from the cases", "popup", label=("По ответам", "From"))
    within: int | None = spec(Wait(), NORMATIVE, "За какой срок считается повтор", "The time within which it counts as a return", ("7 дней", "7 days"), label=("За срок", "Within"))
    target: str = spec(Text("label"), NORMATIVE, "Цель", "Target", ("не ниже 50", "50 or more"), label=("Цель", "Target"))
    depends_on: tuple[str, ...] = spec(Many(Text("label")), EXPLANATORY, "От чего зависит", "What it depends on", ("[отметка в соцсетях]", "[a mention on social media]"), label=("От чего зависит", "Depends on"))
    known: tuple[KnownValue, ...] = spec(Many(Record(KnownValue)), EXPLANATORY, "Что уже известно по месяцам", "What is known, by month", "[{month: 2026-10, value: 41}]", label=("Известно", "Known"))
    forms: tuple[tuple[str, str], ...] = spec(Pairs(Text("label")), EXPLANATORY, "Формы слова", "Forms of its name", ("{gen: индекса NPS}", "{short: NPS}"), label=("Формы", "Forms"))


KIND = Kind(
    name="index", asks=("formula", "of", "target"), item=Index, says=Says("показатель", "index"), order=236,
    file="guideline/indices.yml", key="indices", holds=Says("Показатели: формула, цель, что известно", "Indices: formula, target, what is known"),
    title=Says("Показатели", "Indices"), lead=Says("По каким числам мы судим о сервисе.", "The figures by which we judge the service."),
    address="indices.html#index-{id}", chapter=True, table="indices",
)  # fmt: skip
