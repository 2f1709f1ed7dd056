"""What has an order stands in it: changes newest first, days and steps as they come.

Readers look at the first line to learn what is new. An older change above it tells them that nothing is. A step that is done
twenty minutes before the class cannot follow one that is done ten minutes before it.
A review is no older than the last change, and of «four parts» there are no three.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - {id: call, do: Позвоните., within: за 10 мин до начала}
  - {id: lead, do: Проводите., within: за 20 мин до начала}  # here
changes:
  - {date: 2025-01-15, what: Появились папки новичков.}
  - {date: 2026-10-19, what: Анкета заполняется дома.}  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - {id: call, do: Позвоните., within: за 20 мин до начала}
  - {id: lead, do: Проводите., within: за 10 мин до начала}
changes:
  - {date: 2026-10-19, what: Анкета заполняется дома.}
  - {date: 2025-01-15, what: Появились папки новичков.}
```

When to accept: never; move the entry up.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from cjm.language.durations import seconds
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import FactValues, OneFile, TextOfField
from cjm.lint.wanted import WantedWords
from cjm.model import Section
from cjm.model.shared.plan import Plan
from cjm.wording.facts import label

RU = """Что имеет порядок, стоит в нём: изменения новым вперёд, дни и шаги — как идут.

Новое ищут в первой строке. Если выше стоит давнее, кажется, что нового нет. Шаг, который делают за двадцать минут до
занятия, не может идти после того, который делают за десять. Пересмотр не старше последнего изменения, а из «четырёх
частей» не находят трёх.

Когда можно принять: никогда, переставьте запись выше.
"""

CODE = "330"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "change": Says("изменения не по порядку: {day:%d.%m.%Y} новее, чем {above:%d.%m.%Y} выше, а новое стоит сверху", "changes out of order: {day:%Y-%m-%d} is newer than {above:%Y-%m-%d} above it, and the newest stands first"),
    "day": Says("дни не по порядку: «{words}» стоит после «{above}»", 'days out of order: "{words}" stands after "{above}"'),
    "step": Says("шаг делают раньше, чем шаг перед ним: здесь «{words}», а выше «{above}»", 'the step is done earlier than the one before it: here "{words}", above "{above}"'),
    "count": Says("сказано «{words}», а в списке их {count}", 'it says "{words}", and the list has {count}'),
    "few": Says("сказано «{words}», а названо {count}", 'it says "{words}", and {count} are named'),
    "parts": Says("здесь «{words}», а ниже «{other}» (строка {line})", 'here "{words}", and below "{other}" (line {line})'),
    "review": Says("раздел меняли {day:%d.%m.%Y}, а пересматривали раньше: reviewed {above:%d.%m.%Y}", "the section was changed on {day:%Y-%m-%d}, and reviewed before that: {above:%Y-%m-%d}"),
    "list": Says("номера в списке не по порядку: {above}, потом {words}", "the numbers of the list are out of order: {above}, then {words}"),
}
HINT = {
    "change": Says("переставьте эту запись выше или исправьте дату", "move the entry up, or mend its date"),
    "day": Says("исправьте название дня или переставьте дни", "mend the title of the day, or move the days"),
    "step": Says("переставьте шаги или исправьте срок", "move the steps, or mend the time"),
    "count": Says("поправьте число или список", "mend the number, or the list"),
    "few": Says("поправьте число или назовите остальное", "mend the number, or name the rest"),
    "parts": Says("исправьте одно из двух чисел", "mend one of the two numbers"),
    "review": Says("просмотрите раздел целиком и поставьте день пересмотра", "read the section again and put the day of the review"),
    "list": Says("перенумеруйте строки: 1, 2, 3", "number the lines anew: 1, 2, 3"),
}

_ORDINAL = re.compile(r"\s*(?:(\d+)[-й\s]*(?:й|я)?|(перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят)\w*) (?:день|неделя|смена)|\s*(?:day|week) (\d+)", re.IGNORECASE)
_HEADS = ("перв", "втор", "трет", "четв", "пят", "шест", "седь", "вось", "девя", "деся")
_BEFORE = re.compile(r"за (.+?) до (\w{4})|(.+?) before (?:the )?(\w{4})")
_NUMBERS = {"два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9, "десять": 10, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NOUNS = ("вопрос", "пункт", "услови", "правил", "бумаг", "документ", "причин", "способ", "вариант", "исключени", "част", "шаг", "призна", "вещ", "бумаг", "подпис", "наклейк", "слов", "question", "rule", "reason", "exception")
_THINGS = WantedWords(lambda word: word.startswith(_NOUNS), _NOUNS)
_COUNT, _NOUN = rf"(?:{'|'.join(_NUMBERS)}|\d)", rf"(?:{'|'.join(_NOUNS)})[а-яa-z]{{0,4}}"
_SAID = re.compile(rf"(?<![\w,.–-]){_COUNT} (?:[а-яё]+(?:ых|их|ые|ие) )?{_NOUN}(?!\w)|(?<!\w){_NOUN} (?:{'|'.join(_NUMBERS)})(?!\w)", re.IGNORECASE)
_TO_READ = re.compile(rf"(?<![\w–-]){_COUNT} (?:раздел\w*|sections?)(?!\w)", re.IGNORECASE)
_LISTED = re.compile(r"\A([^\n]+)\n+((?:[ \t]*(?:\d[.)]|[-*•]) [^\n]+(?:\n+|\Z))+)\Z")
_SOME = re.compile(r"(?<!\w)(?:до|больше|меньше|более|менее|хотя бы|минимум|любы\w+|люб\w+|выбер\w+|из|ещё|first|up to|at least|any|choose|of)(?!\w)", re.IGNORECASE)
_DASHED = re.compile(r"(?m)^[-*•] ")
_ONE_BY_ONE = re.compile(rf"(?P<said>{_SAID.pattern}): (?P<things>[^.!?:;\n()«»]+)[.!?\n]", re.IGNORECASE)
_PARTED = re.compile(r", (?:и |или |and |or )?| (?:и|или|and|or) ")
_WHOLE = re.compile(r"(?<!\w)(?:все|всех|из|обе|all) (двух|тр[её]х|четыр[её]х|пяти|шести|семи|три|четыре|пять|шесть|семь|three|four|five|six|seven) ([а-яёa-z]{4,})(?!\w)", re.IGNORECASE)
_OF_ALL = WantedWords(frozenset(("двух", "трех", "четырех", "пяти", "шести", "семи", "три", "четыре", "пять", "шесть", "семь", "three", "four", "five", "six", "seven")))
_AS_ONE, _HEAD = {"двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "seven": 7, "семь": 7}, 4
_NUMBERED = re.compile(r"(?m)^[ \t]*(\d+)[.)] ")


def check(file: OneFile, facts: FactValues) -> Iterator[Found]:
    for section in (one for one in file.items if isinstance(one, Section)):
        yield from _changes(section)
        yield from _wholes(file)
        yield from _steps(section, facts)
    for plan in (one for one in file.items if isinstance(one, Plan)):
        days = [(number, day) for day in plan.days if (number := _ordinal(day.title))]
        for day in plan.days:
            said = _TO_READ.search(day.do) if day.read else None
            if said is not None and _number(said[0]) != len(day.read):
                yield found(day.at("do"), "count", quote=said[0], words=said[0], count=len(day.read))
        for (before, above), (number, day) in pairwise(days):
            if number <= before:
                yield found(day.at("title"), "day", words=day.title, above=above.title)
    for text in file.where("prose", _NUMBERED):
        numbers = [int(one[1]) for one in _NUMBERED.finditer(text.text)]
        wrong = next(((last, one) for last, one in pairwise(numbers) if one not in (last + 1, 1)), None)
        if wrong is not None and set(numbers) != {1}:
            yield found(text.place, "list", quote=f"{wrong[1]}. ", above=wrong[0], words=wrong[1])
    for text in file.with_any(_THINGS):
        if ":" in text.text or "\n" in text.text:
            yield from _announced(text)


# Private functions


def _wholes(file: OneFile) -> Iterator[Found]:
    """«Из четырёх частей» and «все три части» of one section."""
    seen: dict[str, tuple[int, str, TextOfField]] = {}
    for text in file.with_any(_OF_ALL):
        for one in _WHOLE.finditer(text.text) if not text.field.startswith(("Option.", "Question.", "Conflict.says", "Section.look")) else ():
            word = one[1].lower().replace("ё", "е")
            count, noun = _AS_ONE.get(word) or _NUMBERS[word], one[2].lower()[:_HEAD]
            first = seen.setdefault(noun, (count, one[0], text))
            if first[0] != count:
                yield found(first[2].place, "parts", quote=first[1], words=first[1], other=one[0], line=text.place.line)
                return


def _announced(text: TextOfField) -> Iterator[Found]:
    """A number of things is said, and then the things are told one by one."""
    listed = _LISTED.search(text.text)
    if listed is not None:
        said = _SAID.findall(listed[1])
        count = len(_NUMBERED.findall(listed[2])) or len(_DASHED.findall(listed[2]))
        if len(said) == 1 and not _SOME.search(listed[1]) and _number(said[0]) != count:
            yield found(text.place, "count", quote=said[0], words=said[0], count=count)
    for few in _ONE_BY_ONE.finditer(text.text):
        count = len(_PARTED.split(few["things"]))
        if 1 < count < _number(few["said"]):
            yield found(text.place, "few", quote=few["said"], words=few["said"], count=count)


def _number(said: str) -> int:
    return next(int(word) if word.isdigit() else _NUMBERS[word] for word in said.lower().split() if word.isdigit() or word in _NUMBERS)


def _ordinal(title: str) -> int:
    told = _ORDINAL.match(title)
    if told is None:
        return 0
    return int(told[1] or told[3] or 0) or _HEADS.index(told[2].lower().replace("ё", "е")[:4].rstrip()) + 1


def _steps(section: Section, facts: FactValues) -> Iterator[Found]:
    """Two steps after each other that say how long before the same thing they are done."""
    for above, step in pairwise(section.steps):
        first, then = (_BEFORE.match(label(one.within, facts.handbook)) if one.within else None for one in (above, step))
        if not (first and then) or (above.next and step.id not in {choice.to for choice in above.next}) or (first[2] or first[4]) != (then[2] or then[4]):
            continue
        earlier = seconds(first[1] or first[3])
        if earlier is not None and earlier < (seconds(then[1] or then[3]) or 0):
            yield found(step.at("within"), "step", words=label(step.within, facts.handbook), above=label(above.within, facts.handbook))


def _changes(section: Section) -> Iterator[Found]:
    last = max((one.date for one in section.changes if one.date), default=None)
    if last and section.reviewed and section.reviewed < last:
        yield found(section.at("reviewed"), "review", day=last, above=section.reviewed)
    for above, one in pairwise(section.changes):
        if above.date and one.date and above.date < one.date:
            yield found(one.at("date"), "change", day=one.date, above=above.date)
            return
