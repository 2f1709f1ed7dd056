"""One thing has one value wherever it is typed.

A wait that is fifteen minutes on the map and ten in the text is a promise that somebody breaks without knowing it.

Compared are the forms of a fact with its value, facts of the same title, the wait of a touchpoint with what the client is
told meanwhile, a promised wait with its own measure, the time within which the same role is reached in the same way,
the time of a step with its own words and with the fact that is called like it, the colour and the side of a thing, and the number
of an emotion with its words.

Bad:

```yaml
facts:
  - {id: call-back, title: Перезваниваем за, value: 15 минут, forms: {gen: 10 минут, acc: 15 минут}}  # here
---
journey: visit
title: Посещение
stages:
  - stage: request
    title: Заявка
    touchpoints:
      - id: site-request
        title: Заявка на сайте
        contact: product
        channel: site
        wait: 30 мин
        meanwhile: Видит «перезвоним за {{ call-back.acc }}»  # here
        standard: welcome
        outcome: Оставил заявку
```

Good:

```yaml
facts:
  - {id: call-back, title: Перезваниваем за, value: 15 минут, forms: {gen: 15 минут, acc: 15 минут}}
---
journey: visit
title: Посещение
stages:
  - stage: request
    title: Заявка
    touchpoints:
      - id: site-request
        title: Заявка на сайте
        contact: product
        channel: site
        wait: 15 мин
        meanwhile: Видит «перезвоним за {{ call-back.acc }}»
        standard: welcome
        outcome: Оставил заявку
```

When to accept: where two values stand for two things that only look the same.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from cjm.graph.waits import most
from cjm.language.durations import seconds, spoken
from cjm.language.gist import gist
from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OfEachFile, OneFile, TextOfField
from cjm.lint.wanted import WantedWords
from cjm.model import Fact, Handbook, PassOn
from cjm.model.derived import by_value
from cjm.model.reference import FACT
from cjm.wording.facts import label, resolve

RU = """У одного и того же — одно значение, где бы оно ни было набрано.

Ожидание, которое на карте пятнадцать минут, а в тексте десять, — обещание, которое кто-то нарушит, не зная об этом.

Сравниваются: формы факта с его значением, факты с одинаковым названием, ожидание в точке касания с тем, что клиенту
сказали, обещанное ожидание с его же измерением и срок, за который одна и та же роль отвечает одним и тем же способом;
срок шага с его же словами и с фактом о том же, цвет и сторона вещи, число эмоции с её словами.

Когда можно принять: если два значения относятся к разным вещам, которые только похожи.
"""

CODE = "305"
SEVERITY = "warning"

SAYS = {
    "form": Says("форма факта «{id}» — «{written}», а значение — «{value}»", 'the form "{written}" of the fact "{id}" differs from its value "{value}"'),
    "title": Says("факты «{id}» и «{other}» называются одинаково, а значения разные: «{value}» и «{value2}»", 'the facts "{id}" and "{other}" have one title and two values: "{value}" and "{value2}"'),
    "meanwhile": Says("клиенту сказано «{told}», а ждать до {wait}", 'the client is told "{told}", and the wait is up to {wait}'),
    "promise": Says("обещание «{id}»: в waits — {wait}, а в тексте — {told}", 'promise "{id}": waits says {wait}, its text says {told}'),
    "mood": Says("emotion: {emotion}, а в тексте «{words}»", 'emotion: {emotion}, and the text says "{words}"'),
    "looks": Says("здесь «{words}», а в остальных местах — «{usual}»", 'here "{words}", and elsewhere "{usual}"'),
    "longer": Says("здесь ждут {wait}, а обещано не больше {limit}: «{promise}»", 'here one waits {wait}, and no more than {limit} is promised: "{promise}"'),
    "pass-on": Says("роль «{role}» отвечает здесь за «{within}», а по факту {fact} — за {value}", 'the role "{role}" is reached here within "{within}", and by the fact {fact} within {value}'),
}
HINT = {
    "form": Says("исправьте значение или его форму", "mend the value or its form"),
    "title": Says("оставьте один факт или назовите их по-разному", "keep one of them, or give them different titles"),
    "meanwhile": Says("сделайте время одинаковым: в wait и в meanwhile", "make the two times the same, in wait and in meanwhile"),
    "promise": Says("сделайте время одинаковым: в waits и в тексте обещания", "make the two times the same, in waits and in the text of the promise"),
    "mood": Says("исправьте число или текст", "mend the number, or the text"),
    "looks": Says("исправьте или назовите другую вещь иначе", "mend it, or call another thing by another name"),
    "longer": Says("сократите срок здесь или обещайте то, что можно сдержать", "shorten it here, or promise what can be kept"),
    "pass-on": Says("поставьте факт: within: \"{fact}\"", 'use the fact: within: "{fact}"'),
}

_LENGTH = re.compile(
    r"((?:раз в|каждые|каждый|every)[\s\u00a0]+)?(\d+(?:[.,]\d+)?)[\s\u00a0]*(секунд\w*|сек\b|минут\w*|мин\b|час\w*|ч\b|д(?:ень|ня|ней|ню|нём|не)\b|сут\w*|недел\w*|месяц\w*"
    r"|seconds?|sec\b|minutes?|min\b|hours?|h\b|days?|weeks?|months?)", re.IGNORECASE,
)  # fmt: skip
# What is told of another time than that of the wait: a reminder, how long something is kept or holds.
_OTHER_TIME = re.compile(r"напомн|до (?:начала|занят|урок|визит|приход|встреч)|храни|держ|действ|назад|remind|before|valid|kept|ago", re.IGNORECASE)
_UNITS = (
    ("сек", "с"), ("sec", "s"), ("мин", "мин"), ("min", "min"), ("час", "ч"), ("ч", "ч"), ("h", "h"), ("дн", "д"), ("ден", "д"),
    ("day", "d"), ("сут", "д"), ("недел", "нед"), ("week", "week"), ("месяц", "мес"), ("month", "month"),
)  # fmt: skip
_NUMBERS = (
    ("дв", 2), ("три", 3), ("тре", 3), ("четыр", 4), ("пят", 5), ("шест", 6), ("сем", 7), ("вос", 8), ("девят", 9), ("десят", 10),
    ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10),
)  # fmt: skip


_COLOURS = ("бел", "черн", "красн", "син", "зелен", "желт", "оранжев", "голуб", "розов")
_SIDES = ("слева", "справа", "налево", "направо")
_LOOKS = WantedWords(lambda word: word.startswith(_COLOURS) or word in _SIDES, (*_COLOURS, *_SIDES))
_NAMED = re.compile(r"(?<!\w)(?P<head>чат|групп|журнал|таблиц|бот)[а-яё]{0,2} (?P<name>«[^«»<>{}\n]{2,40}»)")
_NUMBERED = re.compile(r"«([А-ЯЁа-яё]{4,}) (\d{1,2})»")
_LOOK = re.compile(
    rf"(?<!\w)(?P<colour>{'|'.join(_COLOURS)}|чёрн|зелён|жёлт)(?:ый|ий|ая|яя|ое|ее|ой|ей|ую|юю|ого|его|ому|ему|ым|им|ом|ем) (?P<thing>[а-яё]{{4,}})|(?P<placed>[а-яё]{{4,}}) (?P<side>{'|'.join(_SIDES)})(?!\w)",
    re.IGNORECASE,
)
_NOT_TOLD = ("Option.", "Question.", "Change.", "Conflict.says", "Improvement.", "Section.look_for", "Step.look_for", "Probe.")
_USUAL, _STEM = 4, 4
_Look = tuple[str, str, str, TextOfField]  # of which thing, what of it, the words


def gather(file: OneFile) -> list[_Look] | None:
    """How things look, where they are, how chats and tables are called."""
    told: list[_Look] = []
    for text in file.with_any(_LOOKS):
        for one in _LOOK.finditer(text.text) if not text.field.startswith(_NOT_TOLD) else ():
            thing, look = (one["thing"], one["colour"]) if one["thing"] else (one["placed"], f" {one['side'][-5:]}")
            told.append((f"{thing.lower()[:_STEM]}{look[:1] if look[:1] == ' ' else ''}", look.lower().replace("ё", "е"), one[0], text))
    for text in file.where("", "«"):
        told.extend((f"«{one[1]}", f"«{one[1]} {one[2]}»", one[0], text) for one in _NUMBERED.finditer(text.text) if not text.field.startswith(_NOT_TOLD))
        told.extend((one["head"], one["name"], one[0], text) for one in _NAMED.finditer(text.text) if not text.field.startswith(_NOT_TOLD))
    return told or None


def check(handbook: Handbook, files: OfEachFile) -> Iterator[Found]:
    yield from _looks(handbook, files)
    yield from _moods(handbook)
    yield from _facts(handbook)
    yield from _waits(handbook)
    yield from _ways_to_a_role(handbook)
    yield from _promised(handbook)


# Private functions


_GLAD = re.compile(r"(?<!не )(?<!\w)(?:рад(?:а|уется)?|довол(?:ен|ьна)|улыбается|благодарит|счастлив\w*|приятно удивл[её]н\w*|гордится|в восторге|happy|delighted|smiles)(?!\w)", re.IGNORECASE)
_SORRY = re.compile(r"(?<!не )(?<!\w)(?:злится|ругается|плачет|обижен\w*|расстроен\w*|раздраж[её]н\w*|возмущ[её]н\w*|возмущается|паникует|разочарован\w*|сердится|angry|upset|cries|annoyed)(?!\w)", re.IGNORECASE)


def _moods(handbook: Handbook) -> Iterator[Found]:
    """What a client feels by its number, and by the words beside it."""
    for point in handbook.touchpoint.values():
        glad, sorry = _GLAD.search(point.client), _SORRY.search(point.client)
        wrong = sorry if (point.emotion or 0) > 0 and not glad else glad if (point.emotion or 0) < 0 and not sorry else None
        if wrong is not None:
            yield found(point.at("emotion"), "mood", emotion=point.emotion, words=wrong[0])


def _looks(handbook: Handbook, files: OfEachFile) -> Iterator[Found]:
    """What is told of a thing once, where all other places say something else."""
    by: dict[str, list[_Look]] = {}
    for one in (one for several in files.values() for one in several):
        by.setdefault(one[0], []).append(one)
    for several in by.values():
        count = Counter(look for _, look, _, _ in several)
        usual, often = count.most_common(1)[0]
        for _, look, words, text in several if often >= _USUAL else ():
            if count[look] != 1 or (len(count) > 2 and not look.startswith("«")):
                continue
            if look.startswith("«") and sum(source.count(look[1:-1]) for source in (handbook.whole or handbook).sources.values()) > 1:
                continue
            yield found(text.place, "looks", quote=words, words=words, usual=next(one[2] for one in several if one[1] == usual))


@by_value
def _facts(handbook: Handbook) -> tuple[Found, ...]:
    return tuple(_of_facts(handbook))


def _of_facts(handbook: Handbook) -> Iterator[Found]:
    titles: dict[str, Fact] = {}
    for fact in handbook.facts:
        value = handbook.value(fact.id) or ""
        numbers = _numbers(value) if fact.forms else ()
        for _, form in fact.forms if numbers else ():
            if _numbers(form) not in ((), numbers):
                yield found(fact.at("forms"), "form", quote=form, id=fact.id, written=form, value=value)
                break  # of one slip in the value all forms differ
        first = titles.setdefault(folded(fact.title.strip()), fact)
        if first is not fact and first.value != fact.value and first.id != fact.id:
            yield found(fact.at("title"), "title", id=fact.id, other=first.id, value=fact.value, value2=first.value)


def _waits(handbook: Handbook) -> Iterator[Found]:
    language = handbook.outline.language
    for point in handbook.touchpoint.values():
        most_of_it = most(point, handbook)
        if most_of_it is None or not point.meanwhile or _OTHER_TIME.search(point.meanwhile):
            continue
        told = _lengths(point.meanwhile, handbook)
        if told and most_of_it not in told:
            wait = spoken(most_of_it, language)
            yield found(point.at("meanwhile"), "meanwhile", told=resolve(point.meanwhile, handbook), wait=wait)
    for promise in handbook.promises:
        waits = promise.waits
        told = _lengths(f"{promise.promise} {promise.measure}", handbook) if waits else ()
        if waits is not None and waits.at_most is not None and told and waits.at_most not in told:
            text = ", ".join(spoken(length, language) for length in told)
            yield found(waits.at("at_most"), "promise", id=promise.id, wait=spoken(waits.at_most, language), told=text)


def _ways_to_a_role(handbook: Handbook) -> Iterator[Found]:
    """Where a fact says within what time a role answers, a time that is typed for it must not be another."""
    ways: dict[tuple[str, str], list[PassOn]] = {}
    for section in handbook.sections:
        for conflict in section.conflicts:
            if conflict.pass_on is not None and conflict.pass_on.within:
                way = (conflict.pass_on.to, folded(" ".join(conflict.pass_on.how.split())))
                ways.setdefault(way, []).append(conflict.pass_on)
    for same in ways.values():
        by_fact = {one.within: seconds(resolve(one.within, handbook)) for one in same if FACT.fullmatch(one.within)}
        if len(by_fact) != 1:
            continue
        fact, length = next(iter(by_fact.items()))
        for one in same:
            typed = seconds(one.within, day=-1)  # «до конца смены» is a moment, not a length
            if length and typed is not None and typed not in (-1, length):
                role = handbook.role[one.to].title if one.to in handbook.role else one.to
                value = spoken(length, handbook.outline.language)
                yield found(one.at("within"), "pass-on", role=role, within=one.within, fact=fact, value=value)


def _promised(handbook: Handbook) -> Iterator[Found]:
    """Waits of touchpoints and times of steps beside what the same role promises where the section is kept."""
    language = handbook.outline.language
    lengths_of = {promise.id: _facts_and_lengths(f"{promise.promise}. {promise.measure}. {promise.within}", handbook) for promise in handbook.promises}
    for promise in handbook.promises if any(lengths_of.values()) else ():
        told = f"{promise.promise}. {promise.measure}. {promise.within}"
        parts = [(gist(_LENGTH.sub(" ", _WORKING.sub(" ", part)), _HEAD), lengths) for part in _CLAUSES.split(told) if (lengths := _facts_and_lengths(part, handbook))]
        promised = [length for _, lengths in parts for length in lengths]
        sections = [handbook.section[id] for id in promise.section if id in handbook.section] if promised and any(words for words, _ in parts) else []
        for section in sections:
            for step in section.steps:
                who = {step.who} if step.who else set(section.performer)
                within = seconds(resolve(step.within, handbook), day=-1) if step.within else None
                limits = [max(lengths) for words, lengths in parts if len(words) > 1 and words <= gist(step.do, _HEAD)]
                if within and limits and who <= set(promise.giver) and within > max(limits):
                    yield found(step.at("within"), "longer", wait=spoken(within, language), limit=spoken(max(limits), language), promise=promise.promise)
    yield from _typed_beside_a_fact(handbook)
    for point in handbook.touchpoint.values():
        wait = most(point, handbook) if point.role and point.standard else None
        if not wait:
            continue
        kept = [handbook.section[id] for id in point.standard if id in handbook.section]
        promises = [one for one in handbook.promises if point.role in one.giver and not {section.id for section in kept}.isdisjoint(one.section)]
        told_by = [(length, one) for one in promises for length in lengths_of[one.id]]
        steps = (seconds(resolve(step.within, handbook), _WORKING_WEEK, -1) for section in kept for step in section.steps if step.within)
        if not told_by:
            continue
        limit = max((*(length for length, _ in told_by), *(length for length in steps if length)), default=0)
        if wait > limit:
            _, named = max(told_by, key=lambda pair: pair[0])
            yield found(point.at("wait"), "longer", wait=spoken(wait, language), limit=spoken(limit, language), promise=named.promise)


def _typed_beside_a_fact(handbook: Handbook) -> Iterator[Found]:
    """A time that is typed for a step, where a fact is called like what the step does."""
    language = handbook.outline.language
    facts = [(fact, words, length) for fact in handbook.facts if (length := seconds(handbook.value(fact.id) or "", day=-1)) and length > 0 and len(words := gist(fact.title)) > 1]
    for section in handbook.sections:
        for step in section.steps:
            soon = _SOON.search(f"{step.say}\n{step.write}") if step.within else None
            allowed = seconds(resolve(step.within, handbook), day=-1) if soon is not None else None
            told_by = seconds(soon[1]) if soon is not None else None
            if soon is not None and allowed and told_by and allowed > told_by * _MUCH:
                yield found(step.at("within"), "longer", wait=label(step.within, handbook), limit=spoken(told_by, language), promise=soon[0])
            typed = seconds(step.within, day=-1) if step.within and "{{" not in step.within else None
            told = gist(f"{step.do} {step.when}") if typed and typed > 0 else frozenset()
            near = [(fact, length) for fact, words, length in facts if words <= told] if told else []
            if typed and near and all(length < typed for _, length in near):
                value = spoken(near[0][1], handbook.outline.language)
                yield found(step.at("within"), "longer", wait=step.within, limit=value, promise=near[0][0].title)


_SOON, _MUCH = re.compile(r"(?:через|за|in|within) ((?:\d+ )?(?:секунд\w*|минут\w*|час\w*|seconds?|minutes?|hours?))(?: (?:подойду|буду|вернусь|отвечу|перезвоню|напишу|скажу|приду|i will|i'll))", re.IGNORECASE), 2
_WORKING = re.compile(r"\d+ (?:рабоч\w+|working|business) (?:день|дн\w+|days?)", re.IGNORECASE)
_HEAD, _WORKING_WEEK, _CLAUSES = 3, 5, re.compile(r"[.,;!?]\s|[.,;!?]\Z")


def _facts_and_lengths(text: str, handbook: Handbook) -> tuple[int, ...]:
    """The lengths that a text names, in figures or by facts."""
    by_fact = (seconds(handbook.value(id) or "", _WORKING_WEEK, -1) for id, _ in FACT.findall(text))
    working = (seconds(one[0], _WORKING_WEEK, -1) for one in _WORKING.finditer(text))
    return (*(length for length in (*by_fact, *working) if length and length > 0), *_lengths(FACT.sub(" ", text), handbook))


def _lengths(text: str, handbook: Handbook) -> tuple[int, ...]:
    """The lengths of time that `text` names, in seconds."""
    found = []
    for often, number, unit in _LENGTH.findall(resolve(text, handbook)):
        if often:  # how often something is done is no wait
            continue
        short = next(short for begins, short in _UNITS if folded(unit).startswith(begins))
        length = seconds(f"{number} {short}")
        if length is not None:
            found.append(length)
    return tuple(dict.fromkeys(found))


@lru_cache(1_024)
def _numbers(text: str) -> tuple[str, ...]:
    """The numbers in `text`, whether in figures or in words."""
    found = []
    for word in re.findall(r"\d+|[^\W\d_]+", folded(text.replace("\u00a0", " "))):
        if word.isdecimal():
            found.append(word)
        elif len(word) <= 8:
            found.extend(str(number) for begins, number in _NUMBERS if word.startswith(begins))
    return tuple(found)
