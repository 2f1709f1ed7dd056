"""A question asks something of its section, and each option is a thing that somebody does.

"All of the above" is right for whoever does not know, "wrong" is no reason, and a question that its section does not
answer is learnt by heart.

Bad:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь с гостем и спросите имя.
questions:
  - id: first
    ask: Гость вошёл.  # here
    use: practice
    options:
      - {text: Поздороваюсь и спрошу имя, right: true}
      - text: Молча подожду у стойки
        because: Неверно.  # here
      - text: Всё перечисленное  # here
        because: Ждать молча нельзя.
  - id: water
    ask: Сколько градусов в парилке утром?  # here
    use: exam
    options:
      - {text: Девяносто, right: true}
      - {text: Сорок, because: Это теплица.}
```

Good:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь с гостем и спросите имя.
questions:
  - id: first
    ask: Гость вошёл. Что вы сделаете?
    use: practice
    options:
      - {text: Поздороваюсь и спрошу имя, right: true}
      - text: Молча подожду у стойки
        because: Гость решит, что его не заметили.
```

When to accept: where the question is about what the whole handbook says.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from cjm.language.durations import seconds, spoken
from cjm.language.gist import gist
from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import FactValues, OneFile
from cjm.model import Handbook, Question, Section
from cjm.wording.facts import resolve

RU = """Вопрос — о своём разделе, и каждый вариант — то, что кто-то делает.

«Всё перечисленное» верно для того, кто не знает, «неверно» — не причина, а вопрос, на который раздел не отвечает,
заучивают наизусть.

Когда можно принять: если вопрос о том, что сказано во всём гайдлайне.
"""

CODE = "712"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "hollow": Says("вариант «{words}» верен для того, кто не знает", 'the option "{words}" is right for whoever does not know'),
    "nowhere": Says("верный ответ — «{words}», а раздел «{title}» такого ответа не называет", 'the right answer is "{words}", and section "{title}" has no such answer'),
    "theirs": Says("верный ответ — «{words}», а раздел «{title}» говорит «{said}»", 'the right answer is "{words}", and section "{title}" says "{said}"'),
    "clock": Says("верным отмечено «{words}», а по объяснению выходит другое время: {length} от {asked}", '"{words}" is marked right, and by the reasons it is another time: {length} from {asked}'),
    "order": Says("порядок не тот, что в шагах: «{words}» в шагах стоит позже, чем «{after}»", 'the order is not that of the steps: there "{words}" comes after "{after}"'),
    "reason": Says("«{words}» не объясняет, почему", '"{words}" does not say why'),
    "asks": Says("вопрос ни о чём не спрашивает: «{words}»", 'the question asks nothing: "{words}"'),
    "many": Says("вариантов ответа {count}: с телефона столько не сравнить", "{count} options: nobody compares so many on a phone"),
    "elsewhere": Says("о том, что спрашивает вопрос «{words}», раздел «{title}» не говорит", 'section "{title}" says nothing of what the question "{words}" asks'),
}
HINT = {
    "hollow": Says("замените его тем, что на самом деле делают", "put in its place what people really do"),
    "nowhere": Says("проверьте ответ; число, которое стоит в фактах, вставьте фактом", "look at the answer; a number that is a fact is put in as one"),
    "theirs": Says("отметьте верным то, что сказано в разделе, — или исправьте раздел", "mark as right what the section says, or mend the section"),
    "clock": Says("пересчитайте: время в вопросе, срок, верный ответ", "reckon it again: the time that is asked about, the length, the answer"),
    "order": Says("поставьте варианты в порядке шагов", "put the options in the order of the steps"),
    "reason": Says("напишите, что будет, если сделать так", "write what happens if one does so"),
    "asks": Says("закончите вопросом: что вы сделаете, что скажете?", "end it in a question: what do you do, what do you say?"),
    "many": Says("оставьте три или четыре", "keep three or four"),
    "elsewhere": Says("перенесите вопрос в раздел, где это сказано, или скажите это здесь", "move the question to the section that says so, or say it here"),
}

_HOLLOW = re.compile(
    r"(?:вс[её] (?:перечисленн|вышеперечисленн|из перечисленн|ответы|варианты|верно|выше)|любой (?:из|вариант)|ничего из|ни один из|нет (?:верного|правильного)|затрудняюсь|не знаю|другое\W*$|оба (?:варианта|ответа)|[абвг] и [абвг]\b"
    r"|all of (?:the above|them|these)|none of (?:the above|them|these)|any of|both (?:of|a and b)|i (?:do not|don't) know|other\W*$|[a-d] and [a-d]\b)",
    re.IGNORECASE,
)
_NO_REASON = re.compile(
    r"(?:это )?(?:не ?верно|не ?правильно|верно|правильно|нет|да|ошибка|потому что|так (?:нельзя|не делают|надо|и надо|правильно|положено)|не так|плохо|хорошо|см\. раздел|wrong|incorrect|right|correct|no|yes|because|not allowed|bad|good)(?: ответ(?:а)?| answer)?",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?|\b(?:расставьте|отметьте|ответьте|назовите|выберите|скажите|разыграйте|перечислите|опишите|покажите|продолжите|put|mark|choose|name|say|list|answer|tick|order|arrange|show)\b|[:…]\s*\Z|\.\.\.\s*\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_NUMBER = re.compile(r"(\d+) (?:секунд\w*|минут\w*|час\w*|дн\w+|день|недел\w+|месяц\w*|год\w*|лет|раз\w*|₽|руб\w*|%|занят\w*|дет\w+|seconds?|minutes?|hours?|days?|weeks?|months?|years?|times)\.?", re.IGNORECASE)
_MOST = 6
_LONG = 60  # signs: no empty reason is so long


def check(file: OneFile, facts: FactValues) -> Iterator[Found]:
    for section in file.items:
        if isinstance(section, Section) and section.questions:
            yield from _judged(section, file, facts.handbook)


# Private functions


def _judged(section: Section, file: OneFile, handbook: Handbook) -> Iterator[Found]:
    alone = zip(file.texts, file.row().plain, strict=True) if file.items == (section,) else ()
    low, said = " ".join(("", *(words for text, words in alone if not text.field.startswith(_OF_QUESTIONS)))).replace("ё", "е"), ""
    for question in section.questions:
        ask = question.ask.strip()
        yield from _reckoned(question, handbook)
        if question.in_order:
            yield from _as_in_steps(question, section)
        if ask and "?" not in ask and not _ASKS.search(ask):
            yield found(question.at("ask"), "asks", words=_short(ask))
        if len(question.options) > _MOST and not question.in_order:
            yield found(question.at("options"), "many", count=len(question.options))
        for option in question.options:
            number = _NUMBER.fullmatch(option.text.strip()) if option.right and not question.in_order else None
            if number is not None:
                said = said or _read(section, file, handbook)
            if number is not None and said and not re.search(rf"(?<!\d){number[1]}(?!\d)", said):
                yield found(option.at("text"), "nowhere", words=option.text.strip(), title=section.title)
            if _HOLLOW.match(option.text.strip(" «\"")):
                yield found(option.at("text"), "hollow", words=_short(option.text))
            if option.because and len(option.because) < _LONG and _NO_REASON.fullmatch(option.because.strip(" .!«»\"")):
                yield found(option.at("because"), "reason", words=option.because.strip(" ."))
        of_it = not ask or _some(low, _stems(question.ask, handbook)) or _some(low, _stems(question.ask, handbook) | _right(question, handbook))
        short = not question.in_order and all(len(option.text.split()) <= _SHORT for option in question.options) and sum(option.right for option in question.options) == 1
        if of_it and not short:
            continue
        said = said or _read(section, file, handbook)
        if not of_it and said and not _of_it(question, said, handbook):
            yield found(question.at("ask"), "elsewhere", words=_short(ask), title=section.title)
        elif short:
            yield from _said_otherwise(question, said, section, handbook)


def _said_otherwise(question: Question, said: str, section: Section, handbook: Handbook) -> Iterator[Found]:
    """Short answers of which the section says a wrong one, word for word, and the right one nowhere."""
    told = [(option, folded(resolve(option.text, handbook)).strip(" .«»\"")) for option in question.options]
    right = next(((option, words) for option, words in told if option.right), None)
    if right is None or len(right[1]) < _FEW or right[1] in said:
        return
    there = next((option for option, words in told if not option.right and _OFTEN.search(words) and f" {words}" in said), None)
    if there is not None and _OFTEN.search(right[1]):
        yield found(right[0].at("text"), "theirs", words=right[0].text.strip(), title=section.title, said=there.text.strip())
    elif all(_ONE_WORD.fullmatch(words) for _, words in told) and not re.search(rf"(?<!\w){re.escape(right[1][: max(_FEW, len(right[1]) - 2)])}", said):
        yield found(right[0].at("text"), "nowhere", words=right[0].text.strip(), title=section.title)


_SHORT, _OFTEN, _ONE_WORD = 4, re.compile(r"(?:раз в|кажд\w+|по \w+ам|once a|every) "), re.compile(r"[^\W\d_]{4,}")


def _reckoned(question: Question, handbook: Handbook) -> Iterator[Found]:
    """Times of day that are asked for: the one that is marked is as far from what is asked about as the reasons say."""
    asked = _minutes(question.ask, handbook)
    told = [(option, _minutes(option.text, handbook), _spans(option.because, handbook)) for option in question.options] if asked else []
    if not told or any(len(times) != 1 or len(option.text) > _SHORT_TIME for option, times, _ in told):
        return
    fits = [(option, spans) for option, times, spans in told if len(spans) == 1 and any((times[0] - one) % _DAY in (spans[0], _DAY - spans[0]) for one in asked)]
    if any(option.right for option, _ in fits):
        return
    if any(option.right and "{{" in option.because and not spans for option, _, spans in told):  # a fact that says no length, or is not read
        return
    length = next((spans for option, _, spans in told if option.right and len(spans) == 1), None) or next((spans for _, spans in fits), None)
    if length:
        for option in (option for option, _, _ in told if option.right):
            clocks = ", ".join(f"{one // 60}:{one % 60:02}" for one in asked)
            yield found(option.at("text"), "clock", words=option.text.strip(), length=spoken(length[0] * 60, handbook.outline.language), asked=clocks)


_CLOCK, _SHORT_TIME, _DAY = re.compile(r"(?<![\d:])(\d{1,2}):(\d\d)(?![\d:])"), 20, 24 * 60
_SPAN = re.compile(r"(?<!\w)(?:\d+|[а-яёa-z]+)?\s?(?:минут[уыа]?|мин\.?|час(?:а|ов)?|полчаса|minutes?|hours?|half an hour)(?!\w)", re.IGNORECASE)


def _minutes(text: str, handbook: Handbook) -> list[int]:
    return [int(hour) * 60 + int(minute) for hour, minute in _CLOCK.findall(resolve(text, handbook))]


def _spans(text: str, handbook: Handbook) -> list[int]:
    """The lengths of time that a reason names, in minutes."""
    told = (seconds("30 мин" if "пол" in one[0].lower() or "half" in one[0].lower() else one[0].strip()) for one in _SPAN.finditer(resolve(text, handbook)))
    return [length // 60 for length in told if length]


def _as_in_steps(question: Question, section: Section) -> Iterator[Found]:
    """What is put in order, where each is one step of the section and no more."""
    steps = [gist(step.do, 4) for step in section.steps]
    at = []
    for option in question.options:
        meant = gist(option.text, 4)
        near = [number for number, words in enumerate(steps) if len(meant & words) * 2 >= max(len(meant), 1)]
        if len(near) == 1:
            at.append((near[0], option))
    wrong = next(((above, below) for (first, above), (then, below) in pairwise(at) if first > then), None)
    if wrong is not None:
        yield found(wrong[0].at("text"), "order", words=_short(wrong[0].text), after=_short(wrong[1].text))


def _read(section: Section, file: OneFile, handbook: Handbook) -> str:
    """What the section says beside its questions, facts filled in."""
    return folded(resolve(" ".join(text.text for text in file.within(section) if not text.field.startswith(_OF_QUESTIONS)), handbook))


def _of_it(question: Question, said: str, handbook: Handbook) -> bool:
    """Whether the section uses the words of the question, or of its right answer."""
    asked = _stems(question.ask, handbook)
    right = _right(question, handbook)
    if len(asked) < _FEW or sum(len(stem) == _STEM and f" {stem}" in said for stem in asked | right) > 1:
        return True
    return len((asked | right) & {word[:_STEM] for word in _WORD.findall(said)}) > 1


def _some(low: str, stems: set[str]) -> bool:
    """Whether more than one of these stands in a text."""
    return len(list(islice((stem for stem in stems if f" {stem}" in low), 2))) > 1


def _right(question: Question, handbook: Handbook) -> set[str]:
    return _stems(" ".join(option.text for option in question.options if option.right), handbook)


_FEW, _STEM = 3, 5
_OF_QUESTIONS = ("Question.", "Option.", "Section.look_for")


def _stems(text: str, handbook: Handbook) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(folded(resolve(text, handbook)))}


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57].rstrip() + "…"
