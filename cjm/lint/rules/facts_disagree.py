"""Facts that belong together agree, with each other and with the fields that say the same.

A class that begins when the desk is closed, a large pass in which one visit is dearer than in a small one, a manager who may
give less than the administrator, an exam with another number of questions than the fact says: each is right alone, and the
client hears both.

Bad:

```yaml
handbook: test
title: Проба
language: ru
hours: [{id: desk, title: Стойка открыта, time: "8:00–21:00"}]
parts: [{id: basics, title: Основа, sections: [visit]}]
---
facts:
  - {id: last-class, title: Последняя группа начинается, value: "21:30"}  # here
  - {id: pass-8, title: Цена абонемента на 8 занятий, value: 8 000 ₽}
  - {id: pass-16, title: Цена абонемента на 16 занятий, value: 20 000 ₽}  # here
  - {id: gift, title: Подарок, value: 500 ₽}
  - {id: senior-gift, title: Подарок старшего, value: 100 ₽}  # here
  - {id: exam-questions, title: Вопросов на экзамене, value: 20 вопросов}
---
roles:
  - {id: administrator, title: Администратор, rank: 1, decides: ["Скидка или подарок — до {{ gift }}"]}
  - {id: senior, title: Старший, rank: 2, decides: ["Скидка или подарок — до {{ senior-gift }}"]}
---
exams:
  - {id: newcomer, title: Экзамен, roles: [administrator], questions: 30}  # here
```

Good:

```yaml
handbook: test
title: Проба
language: ru
hours: [{id: desk, title: Стойка открыта, time: "8:00–21:00"}]
parts: [{id: basics, title: Основа, sections: [visit]}]
---
facts:
  - {id: last-class, title: Последняя группа начинается, value: "19:00"}
  - {id: pass-8, title: Цена абонемента на 8 занятий, value: 8 000 ₽}
  - {id: pass-16, title: Цена абонемента на 16 занятий, value: 15 000 ₽}
  - {id: gift, title: Подарок, value: 500 ₽}
  - {id: senior-gift, title: Подарок старшего, value: 2 000 ₽}
  - {id: exam-questions, title: Вопросов на экзамене, value: 20 вопросов}
---
roles:
  - {id: administrator, title: Администратор, rank: 1, decides: ["Скидка или подарок — до {{ gift }}"]}
  - {id: senior, title: Старший, rank: 2, decides: ["Скидка или подарок — до {{ senior-gift }}"]}
---
exams:
  - {id: newcomer, title: Экзамен, roles: [administrator], questions: 20}
```

When to accept: where the two speak of different things.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from cjm.language.durations import seconds, spoken
from cjm.language.hours import span
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Fact, Handbook
from cjm.model.derived import by_value
from cjm.model.formula import is_formula
from cjm.model.reference import FACT
from cjm.model.shared.exam import Exam
from cjm.model.shared.index import Index
from cjm.model.shared.plan import Plan
from cjm.model.shared.policy import Policy
from cjm.wording.facts import label

RU = """Факты, которые связаны, не спорят друг с другом и с полями, где сказано то же.

Группа начинается, когда стойка закрыта; в большом абонементе занятие дороже, чем в малом; руководителю можно подарить
меньше, чем администратору; вопросов на экзамене не столько, сколько в факте. По отдельности всё верно, а клиент услышит и
то и другое.

Когда можно принять: если речь о разном.
"""

CODE = "334"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "shut": Says("«{title}» — {value}, а в это время закрыто: {hours}", '"{title}" is {value}, and then it is shut: {hours}'),
    "edge": Says("«{title}» — {value}, а часы говорят другое: {hours}", '"{title}" is {value}, and the hours say otherwise: {hours}'),
    "late": Says("«{title}» — {value}, позже открытия: {hours}", '"{title}" is {value}, after the opening: {hours}'),
    "hours": Says("часы «{hours}» спорят с фактами: {value}", 'the hours "{hours}" contradict the facts: {value}'),
    "dearer": Says("«{title}» — {value}: за одно выходит дороже, чем в меньшем, «{other}» — {there}", '"{title}" is {value}: one of them is dearer than in the smaller "{other}", {there}'),
    "shorter": Says("«{title}» — {value}, меньше, чем у меньшего: «{other}» — {there}", '"{title}" is {value}, less than of the smaller "{other}": {there}'),
    "rank": Says("«{title}» решает до {value}, а роль ниже, «{other}», — до {there}", '"{title}" decides up to {value}, and a role below, "{other}", up to {there}'),
    "contact": Says("«{title}» — {value}, а клиентам пишут и звонят в другие часы: {hours}", '"{title}" is {value}, and clients are written to and rung at other hours: {hours}'),
    "grows": Says("«{title}» — {value}, не больше, чем у предыдущего: «{other}» — {there}", '"{title}" is {value}, no more than of the one before it, "{other}": {there}'),
    "least": Says("«{title}» — {value}, больше, чем всего: «{other}» — {there}", '"{title}" is {value}, more than all of it, "{other}": {there}'),
    "order": Says("«{title}» — {value}, а по шагам это позже, чем «{other}» — {there}", '"{title}" is {value}, and by the steps it comes after "{other}", {there}'),
    "policy": Says("сказано «{title}», а проверяется {value}", 'it says "{title}", and {value} is checked'),
    "field": Says("здесь {value}, а факт «{title}» ({id}) говорит: {there}", 'here {value}, and the fact "{title}" ({id}) says: {there}'),
}
_BOTH = Says("исправьте одно из двух", "mend one of the two")
HINT = dict.fromkeys(SAYS, _BOTH) | {
    "rank": Says("проверьте оба предела: чем выше роль, тем больше она решает", "look at both limits: the higher the role, the more it decides"),
    "dearer": Says("проверьте обе цены: большее берут, потому что оно выгоднее", "look at both prices: the larger is bought because it is cheaper"),
}

_OPEN = re.compile(r"откры|работ|при[её]м|стойк|\bopen|desk", re.IGNORECASE)
_BEGINS = re.compile(r"(?:групп|занят|урок|сеанс|при[её]м|тренировк|экскурси|\bclass|lesson|session|visit|tour).*(?:начина|начал|перв|последн|\bbegin|\bstart)|(?:перв|последн|first|last).*(?:групп|занят|урок|сеанс|при[её]м|class|lesson|session|visit)", re.IGNORECASE)
_OPENS, _SHUTS = re.compile(r"открыва(?:ем|ет)|\bopens?\b", re.IGNORECASE), re.compile(r"закрыва(?:ем|ет)|\bcloses?\b", re.IGNORECASE)
_SHIFT = re.compile(r"смена\b.*(?:приход|начина)|\bshift (?:comes|begins|starts)", re.IGNORECASE)
_ONE = re.compile(r"одного|одной|за занятие|за штуку|\bper\b|\beach\b|of one\b", re.IGNORECASE)
_OTHER_DAY = re.compile(r"понедельник|вторник|сред[уы]|четверг|пятниц|суббот|воскресень|накануне|завтра|наутро|следующ|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|tomorrow", re.IGNORECASE)
_ORDINALS = (("перв", "first"), ("втор", "second"), ("трет", "third"), ("четвёрт", "четверт", "fourth"))
_NTH = re.compile(rf"(?<!\w)(?:{'|'.join(head for heads in _ORDINALS for head in heads)})\w*", re.IGNORECASE)
_AGE = re.compile(r"возраст|\bage\b|уров|level|ступен", re.IGNORECASE)
_LEAST = re.compile(r"(?:сам(?:ая|ый|ое) (?:короткая|короткий|короткое|малая|малый|малое)|минимальн\w+|наименьш\w+|shortest|least|minimum) (\w{4,})", re.IGNORECASE)
_WHOLE = re.compile(r"всего|не больше|не дольше|сам\w+ (?:длинн|больш)|максим|at most|in all|longest|maximum", re.IGNORECASE)
_TO_CLIENTS = re.compile(r"клиент|гост|пациент|покупател|client|guest|customer|patient", re.IGNORECASE)
_SENT = re.compile(r"(?:сообщение|письмо|поздравлени\w+|напоминание|рассылка|анкета)\b.*(?:уход|отправ|шл[её]м)|(?<!\w)(?:пишем|звоним|шлём|шлем|перезваниваем|поздравляем|напоминаем)(?!\w)|\b(?:message|letter|reminder|greeting)s? (?:goes|is sent|are sent)|\bwe (?:ring|call|write)", re.IGNORECASE)
_SPELT = {"одного": 1, "двух": 2, "трёх": 3, "трех": 3, "четырёх": 4, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9, "десяти": 10, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_EXAM = re.compile(r"экзамен|\bexam", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)")
_TIME = re.compile(r"(?<!\w)(?:\d+ (?:минут\w*|час\w*|дн\w+|день|minutes?|hours?|days?)|получаса|полчаса|half an hour)(?!\w)", re.IGNORECASE)
_PLANNED = re.compile(r"(?<!\w)(\d+|десять|пятнадцать|двадцать|тридцать|сорок|ten|fifteen|twenty|thirty|forty) (?:вопрос\w*|questions)", re.IGNORECASE)
_TENS = {"десять": 10, "пятнадцать": 15, "двадцать": 20, "тридцать": 30, "сорок": 40, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40}
_MONEY = re.compile(r"(\d[\d\s\u00a0\u202f]*)(?:₽|руб|\$|€)")


def check(handbook: Handbook) -> Iterator[Found]:
    yield from _told_by_hours(handbook)
    yield from _told_by_sizes(handbook)
    yield from _ranks(handbook)
    yield from _told_by_fields(handbook)
    yield from _policies(handbook)
    yield from _by_steps(handbook)


# Private functions


@by_value
def _told_by_hours(handbook: Handbook) -> tuple[Found, ...]:
    return tuple(_hours(handbook))


@by_value
def _told_by_sizes(handbook: Handbook) -> tuple[Found, ...]:
    return (*_sizes(handbook), *_grow(handbook), *_contact(handbook))


@by_value
def _told_by_fields(handbook: Handbook) -> tuple[Found, ...]:
    return tuple(_fields(handbook))


def _hours(handbook: Handbook) -> Iterator[Found]:
    """What begins, opens and shuts beside the hours in which it is open."""
    open_hours = [one for one in handbook.outline.hours if _OPEN.search(one.title) and not one.scope and span(label(one.time, handbook))]
    if len(open_hours) != 1:
        return
    hours, told = open_hours[0], label(open_hours[0].time, handbook)
    first, last = span(told) or (0, 0)
    wrong = []
    for fact in handbook.facts:
        clock = _CLOCK.fullmatch(fact.value.strip())
        if clock is None:
            continue
        at = int(clock[1]) * 60 + int(clock[2])
        opens, shuts = _OPENS.search(fact.title), _SHUTS.search(fact.title)
        if (opens and at != first) or (shuts and at != last % (24 * 60)):
            wrong.append((fact, "edge"))
        elif _SHIFT.search(fact.title) and first < at < last:
            wrong.append((fact, "late"))
        elif not opens and not shuts and _BEGINS.search(fact.title) and not first <= at < last:
            wrong.append((fact, "shut"))
    source = next((handbook.fact[id] for id, _ in FACT.findall(hours.time) if id in handbook.fact), None)
    if len(wrong) > 1:  # then it is the hours that are wrong
        at_fault = source.at("value") if source is not None else hours.at("time")
        yield found(at_fault, "hours", hours=told, value="; ".join(f"{fact.title.lower()} — {fact.value}" for fact, _ in wrong))
        return
    for fact, form in wrong:
        yield found(fact.at("value"), form, title=fact.title, value=fact.value, hours=f"{hours.title.lower()} {told}")


def _sizes(handbook: Handbook) -> Iterator[Found]:
    """Facts whose ids differ in one number: the larger costs less for each, and lasts no less."""
    alike: dict[str, list[tuple[int, Fact]]] = defaultdict(list)
    for fact in handbook.facts:
        sizes = re.findall(r"\d+", fact.id)
        if len(sizes) == 1 and fact.value and not is_formula(fact.value):
            alike[re.sub(r"\d+", "#", fact.id)].append((int(sizes[0]), fact))
    for several in alike.values():
        several.sort(key=lambda pair: pair[0])
        for (less, small), (more, large) in pairwise(several):
            cost, beside = (_MONEY.match(one.value) for one in (large, small))
            one_each = bool(_ONE.search(large.title))
            if cost and beside and less:
                if _amount(cost) / (1 if one_each else more) > _amount(beside) / (1 if one_each else less):
                    yield found(large.at("value"), "dearer", title=large.title, value=large.value, other=small.title, there=small.value)
            elif (length := seconds(large.value)) is not None and length < (seconds(small.value) or 0):
                yield found(large.at("value"), "shorter", title=large.title, value=large.value, other=small.title, there=small.value)


def _grow(handbook: Handbook) -> Iterator[Found]:
    """The first, the second, the third of one kind grow; the least of something is less than all of it."""
    rows: dict[str, list[tuple[int, Fact, int]]] = defaultdict(list)
    told = [(fact, length) for fact in handbook.facts if (length := seconds(handbook.value(fact.id) or "", day=-1)) and length > 0]
    for fact, length in told:
        ordinal = _NTH.search(fact.title)
        if ordinal is not None and _AGE.search(fact.title):
            number = next(n for n, heads in enumerate(_ORDINALS) if ordinal[0].lower().startswith(heads))
            rows[fact.title[: ordinal.start()].lower()].append((number, fact, length))
    for row in rows.values():
        row.sort(key=lambda one: one[0])
        for (first, above, less), (then, fact, more) in pairwise(row):
            if first < then and more <= less:
                yield found(fact.at("value"), "grows", title=fact.title, value=fact.value, other=above.title, there=above.value)
    for fact, length in told:
        least = _LEAST.match(fact.title)
        whole = (one for one in told if least is not None and _WHOLE.search(one[0].title) and one[0].title.lower().startswith(least[1].lower()[:6]) and one[1] < length)
        for other, _ in whole:
            yield found(fact.at("value"), "least", title=fact.title, value=fact.value, other=other.title, there=other.value)
            break


def _contact(handbook: Handbook) -> Iterator[Found]:
    """What is sent to clients or rung at a fixed hour beside the hours in which they are written to."""
    open_hours = [one for one in handbook.outline.hours if _TO_CLIENTS.search(one.title) and not one.scope and span(label(one.time, handbook))]
    first, last = (span(label(open_hours[0].time, handbook)) or (0, 0)) if len(open_hours) == 1 else (0, 0)
    for fact in handbook.facts if first < last else ():
        clock = _CLOCK.fullmatch(fact.value.strip())
        if clock is not None and _SENT.search(fact.title) and not first <= int(clock[1]) * 60 + int(clock[2]) <= last:
            yield found(fact.at("value"), "contact", title=fact.title, value=fact.value, hours=label(open_hours[0].time, handbook))


def _policies(handbook: Handbook) -> Iterator[Found]:
    """A policy whose title says another number than it checks."""
    for policy in (one for one in handbook.things("policy") if isinstance(one, Policy)):
        longest = policy.longest_wait.at_most if policy.longest_wait is not None else None
        times = [seconds("30 мин" if one[0].lower().startswith(("пол", "half")) else one[0]) for one in _TIME.finditer(policy.title)] if longest else []
        if policy.longest_wait is not None and longest and times and longest not in times:
            yield found(policy.longest_wait.at("at_most"), "policy", title=policy.title, value=spoken(longest, handbook.outline.language))
        if policy.at_most_steps is not None and policy.at_most_steps.steps:
            said = re.search(rf"(?<!\w)(?:(\d+)|({'|'.join(_SPELT)})) (?:шаг|step)", policy.title, re.IGNORECASE)
            number = int(said[1] or _SPELT[said[2].lower()]) if said else policy.at_most_steps.steps
            if number != policy.at_most_steps.steps:
                yield found(policy.at_most_steps.at("steps"), "policy", title=policy.title, value=policy.at_most_steps.steps)


def _by_steps(handbook: Handbook) -> Iterator[Found]:
    """Hours that are facts, as the steps of a section name them one after the other: a deadline before what it waits for is none."""
    for section in handbook.sections:
        last: Fact | None = None
        for step in section.steps:
            if _OTHER_DAY.search(f"{step.when} {step.within} {label(step.within, handbook)}"):
                last = None
                continue
            named = [handbook.fact[id] for text in (step.when, step.within) for id, _ in FACT.findall(text) if id in handbook.fact]
            clocks = [fact for fact in named if _CLOCK.fullmatch(fact.value.strip())]
            if step.when and len(clocks) == len(named) == 2 and _at(clocks[1]) < _at(clocks[0]):
                yield found(clocks[1].at("value"), "order", title=clocks[1].title, value=clocks[1].value, other=clocks[0].title, there=clocks[0].value)
                break
            if last is not None and clocks and not step.when and _at(clocks[-1]) < _at(last):
                yield found(clocks[-1].at("value"), "order", title=clocks[-1].title, value=clocks[-1].value, other=last.title, there=last.value)
                break
            typed = _CLOCK.search(step.within) if "{{" not in step.within else None
            if typed is not None and step.when and len(clocks) == 1 and int(typed[1]) * 60 + int(typed[2]) < _at(clocks[0]):
                yield found(step.at("within"), "order", title=step.within, value=typed[0], other=clocks[0].title, there=clocks[0].value)
                break
            typed = typed if not named and not step.when else None
            if typed is not None and last is not None and int(typed[1]) * 60 + int(typed[2]) < _at(last):
                yield found(step.at("within"), "order", title=step.within, value=typed[0], other=last.title, there=last.value)
                break
            last = clocks[-1] if clocks and not step.next else last if clocks or not step.next else None


def _at(fact: Fact) -> int:
    hour, minute = fact.value.strip().split(":")
    return int(hour) * 60 + int(minute)


def _ranks(handbook: Handbook) -> Iterator[Found]:
    """The limits of one right: whoever stands higher decides no less."""
    rights = [
        (role, right, _amount(money))
        for role in handbook.roles
        if role.rank
        for right in role.decides
        if (money := re.search(rf"(?:до|up to) {_MONEY.pattern}", label(right, handbook)))
    ]
    for role, right, amount in rights:
        below = next((one for one in rights if (one[0].rank or 0) < (role.rank or 0) and _head(one[1]) == _head(right) and one[2] > amount), None)
        if below is not None:
            fact = next((handbook.fact[id] for id, _ in FACT.findall(right) if id in handbook.fact), None)
            place = fact.at("value") if fact is not None else role.at("decides", role.decides.index(right))
            yield found(place, "rank", title=role.title, value=f"{amount:g}", other=below[0].title, there=f"{below[2]:g}")


def _fields(handbook: Handbook) -> Iterator[Found]:
    """An exam and an index beside the facts that tell their numbers."""
    exams = [one for one in handbook.things("exam") if isinstance(one, Exam)]
    for exam, fact in ((exams[0], fact) for fact in handbook.facts if len(exams) == 1 and _EXAM.search(fact.title)):
        asked, share, length = re.fullmatch(r"(\d+) (?:вопрос\w*|questions?)", fact.value), re.fullmatch(r"(\d+)\s?%", fact.value), seconds(fact.value)
        if asked and exam.questions and int(asked[1]) != exam.questions:
            yield found(exam.at("questions"), "field", value=exam.questions, title=fact.title, id=fact.id, there=fact.value)
        if share and exam.questions and exam.passed and round(100 * exam.passed / exam.questions) != int(share[1]):
            yield found(exam.at("pass"), "field", value=f"{exam.passed}/{exam.questions}", title=fact.title, id=fact.id, there=fact.value)
        for key, span_of, words in (("retry", exam.retry, r"пересда|retake"), ("twice", exam.twice, r"второ|повтор|second")):
            if length and span_of and length != span_of and re.search(words, fact.title, re.IGNORECASE):
                yield found(exam.at(key), "field", value=_as_typed(exam.at(key).start, exam.at(key).end, exam.source.file, handbook), title=fact.title, id=fact.id, there=fact.value)
    for plan in (one for one in handbook.things("plan") if isinstance(one, Plan)):
        for day in plan.days if len(exams) == 1 and exams[0].questions else ():
            said = _PLANNED.search(day.do) if _EXAM.search(f"{day.title} {day.do}") else None
            if said is not None and (int(said[1]) if said[1].isdigit() else _TENS[said[1].lower()]) != exams[0].questions:
                yield found(day.at("do"), "field", value=said[0], title=exams[0].title, id=exams[0].id, there=exams[0].questions)
    for index in (one for one in handbook.things("index") if isinstance(one, Index)):
        lengths = [(fact, length) for fact in handbook.facts if fact.id.startswith(f"{index.id}-") and (length := seconds(fact.value))]
        if len(lengths) == 1 and index.within and index.within != lengths[0][1]:
            fact, place = lengths[0][0], index.at("within")
            yield found(place, "field", value=_as_typed(place.start, place.end, place.file, handbook), title=fact.title, id=fact.id, there=fact.value)


def _as_typed(start: int, end: int, file: str, handbook: Handbook) -> str:
    return handbook.sources[file][start:end].strip("\"'")


def _amount(money: re.Match[str]) -> float:
    return float(re.sub(r"\s", "", money[1]))


def _head(right: str) -> tuple[str, ...]:
    return tuple(right.lower().split()[:3])
