"""Set A, content: each line of the list of faults as kinds, each kind planted five times and more into the reference handbook.

A fault is found if a finding stands at its line (within three, where several lines make the fault; at its thing, for a code
with @) under one of the codes that are meant for it, and no more than two others follow from it.
"""

import datetime as dt
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cjm.lint.verdict import Verdict
from cjm.load import read_folder
from tests.lint.sound import Sound

ROOT = Path(__file__).resolve().parents[2]
RAW = {path: raw for path, raw in read_folder(ROOT).items() if isinstance(raw, bytes)}
FILES = {path: raw.decode("utf-8") for path, raw in RAW.items() if path.endswith(".yml")}
SECTIONS, JOURNEYS = r"guideline/sections/.*", r"touchpoints/.*"
ROLES, FACTS, PROMISES = "guideline/roles.yml", "guideline/facts.yml", "guideline/promises.yml"
OUTLINE, PLACEHOLDERS, GLOSSARY = "guideline/handbook.yml", "guideline/placeholders.yml", "guideline/glossary.yml"
TODAY = dt.date(2026, 11, 28)
MANY, NEAR, CONSEQUENCES = 5, 3, 2

Plant = Callable[[str, random.Random], Iterator[tuple[str, int]]]  # a text -> it with the fault, its line


def line(pattern: str, instead: str | Callable[[re.Match[str]], str]) -> Plant:
    """What `pattern` finds on a line becomes `instead`."""

    def plant(text: str, dice: random.Random) -> Iterator[tuple[str, int]]:
        lines = text.split("\n")
        found = [(n, m) for n, one in enumerate(lines) if (m := re.search(pattern, one))]
        dice.shuffle(found)
        for number, match in found:
            new = instead(match) if callable(instead) else match.expand(instead)
            made = [*lines]
            made[number] = lines[number][: match.start()] + new + lines[number][match.end() :]
            yield "\n".join(made), number + 1

    return plant


def each(pattern: str, *instead: str) -> Plant:
    """The one line that `pattern` finds becomes each of these; the fault is its last line."""

    def plant(text: str, dice: random.Random) -> Iterator[tuple[str, int]]:
        found = re.search(f"(?m){pattern}", text)
        for one in instead if found else ():
            made = found.expand(one)
            yield (
                text[: found.start()] + made + text[found.end() :],
                text.count("\n", 0, found.start()) + 1 + made.count("\n"),
            )

    return plant


def below(pattern: str, more: str) -> Plant:
    """`more` stands below a line that `pattern` finds; the fault is its first line."""

    def plant(text: str, dice: random.Random) -> Iterator[tuple[str, int]]:
        lines = text.split("\n")
        found = [n for n, one in enumerate(lines) if re.search(pattern, one)]
        dice.shuffle(found)
        for number in found:
            yield "\n".join([*lines[: number + 1], *more.split("\n"), *lines[number + 1 :]]), number + 2

    return plant


def block(pattern: str, instead: str | Callable[[re.Match[str]], str], at: str = "") -> Plant:
    """What `pattern` finds over several lines becomes `instead`; the fault is the line where `at` stands in it."""

    def plant(text: str, dice: random.Random) -> Iterator[tuple[str, int]]:
        found = list(re.finditer(pattern, text))
        dice.shuffle(found)
        for match in found:
            new = instead(match) if callable(instead) else match.expand(instead)
            start = match.start() + (new.index(at) if at and at in new else 0)
            made = text[: match.start()] + new + text[match.end() :]
            yield made, made.count("\n", 0, start) + 1

    return plant


def said(*sentences: str) -> Plant:
    """The words to say of a step end in one of these sentences."""

    def plant(text: str, dice: random.Random) -> Iterator[tuple[str, int]]:
        lines = text.split("\n")
        found = [n for n, one in enumerate(lines) if re.match(r" +(say|write|answer): \|$", one)]
        dice.shuffle(found)
        for number in found:
            made = [*lines]
            made[number + 1] = f"{lines[number + 1]} {dice.choice(sentences)}"
            yield "\n".join(made), number + 2

    return plant


def done(*sentences: str) -> Plant:
    """What is to be done in a step ends in one of these sentences."""

    def plant(text: str, dice: random.Random) -> Iterator[tuple[str, int]]:
        lines = text.split("\n")
        found = [n for n, one in enumerate(lines) if re.match(r"    do: [А-Я][^\"]*\.$", one)]
        dice.shuffle(found)
        for number in found:
            made = [*lines]
            sentence = dice.choice(sentences)
            value = f"{lines[number][8:]}{sentence}" if sentence.startswith("\n") else f"{lines[number][8:]} {sentence}"
            made[number] = "    do: |-\n      " + value.replace("\n", "\n      ")
            yield "\n".join(made), number + 2 + value.count("\n")

    return plant


def added(*things: str) -> Plant:
    """One of these stands at the end of the file."""

    def plant(text: str, dice: random.Random) -> Iterator[tuple[str, int]]:
        for thing in dice.sample(things, len(things)):
            yield text.rstrip("\n") + "\n" + thing + "\n", text.rstrip("\n").count("\n") + 2

    return plant


def other_role(match: re.Match[str]) -> str:
    others = ["instructor", "accountant", "head-teacher", "director", "smm"]
    known = re.findall(r"(?m)^  - id: ([a-z-]+)", FILES[ROLES])
    return match[1] + next(one for one in [*others, *known] if one in known and one not in match[0])


FIVE_ROLES = [f"  - id: {id}\n    title: {title}\n    summary: Смотрит за водой.\n    decides: [Закрыть бассейн]" for id, title in (
    ("keeper", "Смотритель"), ("guard", "Сторож"), ("nurse", "Медсестра"), ("cook", "Повар"), ("driver", "Водитель"),
)]  # fmt: skip
SAME_ROLES = [
    f"  - id: second-{n}\n    title: Администратор\n    summary: Тоже встречает.\n    decides: [Закрыть зал]"
    for n in range(5)
]
SAME_TERMS = [f"  - id: again-{n}\n    term: {term}\n    means: То же самое, ещё раз." for n, term in enumerate((
    "момент истины", "точка касания", "пробное занятие", "разовое занятие", "Момент истины",
))]  # fmt: skip
FIVE_FACTS = [f"  - id: old-{n}\n    title: Прежнее значение {n}\n    value: {n}7 ₽" for n in range(5)]
FIVE_GAPS = [f"  - {{id: gap-{n}, name: {name}, example: пример}}" for n, name in enumerate((
    "цвет шапочки", "номер шкафа", "имя бабушки", "марка машины", "любимая игрушка",
))]  # fmt: skip
FIVE_TYPES = [f"  - id: type-{n}\n    title: Клиент {n}\n    portrait: Приходит молча и уходит молча." for n in "абвгд"]
STEP = r"(?m)^  - id: ([a-z-]+)\n((?:    .*\n)+)"

# What the list says, the codes that are meant, the files, how it is planted.
KINDS: list[tuple[str, str, str, Plant]] = [
    # Loader, what is left to rules
    ("a title of blanks", "001", SECTIONS, line(r"^(title|short): .+$", r'\1: "  "')),
    ("say with nothing below", "001", SECTIONS, block(r"    say: \|\n(?:      .*\n)+", "    say: |\n")),
    ("longer than its place", "014", OUTLINE, line(r"(\{title: )[А-Я][^,\"]+(?=, hint)", r"\1Название длиннее тридцати двух знаков ровно")),
    ("longer than its place, of a channel", "014", OUTLINE, line(r"(\{id: [a-z]+, title: )[А-Я][а-я]+(?=, icon)", r"\1Канал с очень длинным названием")),
    # Letters
    ("a Latin letter in a Russian word", "418", SECTIONS, line(r"(?<=[а-я])([оеаср])(?=[а-я]{2}[^:]*$)", lambda m: "oeacp"["оеаср".index(m[1])])),
    ("a Latin preposition", "418", SECTIONS, line(r"(?<=[а-я] )с(?= [а-я]{3})", "c")),
    ("a zero-width sign in a word", "008", SECTIONS, line(r"(?<=[а-я]{2})(?=[а-я]{3} [а-я]+[^:]*$)", "\u200b")),
    # Roles
    ("another role at a touchpoint than its standard's performer", "211", JOURNEYS, line(r"^(        role: )(communicator|administrator)$", other_role)),
    ("who of a step is no performer", "310", SECTIONS, line(r"^(    who: )([a-z-]+)$", other_role)),
    ("a role without decides", "212@", ROLES, block(r"    decides:\n(?:      .*\n)+", "")),
    ("nobody may approve", "506", OUTLINE, block(r"(?s)^.*$", lambda m: m[0].replace(", approves: true", ""), "people:")),
    ("an escalation downwards", "214", SECTIONS, block(r"(?ms)^performer: .*?pass_on: \{to: ([a-z-]+)", lambda m: re.sub(r"^performer: .*", "performer: head-of-care", m[0]).replace(f"to: {m[1]}", "to: instructor", 1) if "    who:" not in m[0] else m[0], "to: instructor")),
    ("a right that roles.yml does not grant", "215", SECTIONS, block(r"(?ms)^performer: (?:administrator|instructor|water-technician)\n.*?^    alone:\n", lambda m: m[0] + '      - "Заморозить на {{ freeze-16.acc }}"\n', "Заморозить")),
    # The steps of a section
    ("a step to itself", "311", SECTIONS, block(STEP, lambda m: m[0].replace("      - {when: ", f"      - {{when: клиент молчит, to: {m[1]}}}\n      - {{when: ", 1), "клиент молчит")),
    ("otherwise lost", "313", SECTIONS, line(r"^      - \{when: (иначе|в остальных случаях|остальное)", "      - {when: клиент спешит")),
    ("say and script at once", "315", SECTIONS, below(r"^    script: [a-z-]+$", "    say: Здравствуйте, одну минуту.")),
    ("a script that no step uses", "316@", SECTIONS, block(r"(?s)\A.*\Z", lambda m: re.sub(r"(?m)^    script: [a-z-]+$", "    say: Здравствуйте, одну минуту.", m[0]), "scripts:")),
    ("two variants for one channel", "317", SECTIONS, line(r"^(      - channel: )(phone|desk)$", r"\1messenger")),
    ("a variant for a channel that the section lacks", "317", SECTIONS, line(r"^(      - channel: )(phone|desk|messenger)$", r"\1sign")),
    ("a step nobody leads to", "314", SECTIONS, block(r"(?m)^      - \{when: иначе, to: .*\}\n(?=  - id)", lambda m: m[0] + "  - id: lost-step\n    do: Подождите у стойки.\n", "lost-step")),
    # Words for the client
    ("a vague promise", "411 302", SECTIONS, said("Ответим в ближайшее время.", "Скоро всё решим.", "Перезвоним как можно скорее.", "Мы с вами свяжемся.")),
    ("marks shown raw", "412", SECTIONS, said("Это **важно**.", "Смотрите [сайт](https://korablik.example).", "Это _важно_ знать.", "Возьмите: `полотенце`.")),
    ("a line break of HTML", "412 512", SECTIONS, said("Ждём вас.<br>До встречи.", "Ждём вас!<br/>Приходите.")),
    ("a placeholder that is not closed", "413 404", SECTIONS, said("До встречи, <имя из журнала", "Ждём, <имя ребёнка")),
    ("a fact in single braces", "413 404", SECTIONS, said("Это стоит { trial-price }.", "Цена — { single-price }.", "Ещё ${trial-price}.")),
    ("a placeholder in other brackets", "413 404", SECTIONS, said("До встречи, [[имя]]!", "Пока, ‹имя›!", "Пока, %имя%!", "Пока, {имя}!", "Пока, [имя]!", "До встречи, (имя)!", "До встречи, ИМЯ!")),
    ("a gap of lines", "413", SECTIONS, said("Вас зовут ____?", "Ждём в ______.", "Приходите в …… часов.")),
    ("a forbidden phrase", "401", SECTIONS, said("Это не ко мне.", "Я не знаю.", "Успокойтесь.", "Это не моя смена.")),
    ("a bare refusal", "403 401", SECTIONS, said("В субботу нельзя. Такой порядок.", "Мест нет. Всего доброго.")),
    # The case of a fact
    ("a fact in another case", "414", SECTIONS, said("Ждите до {{ phone-wait }}.", "Ответим в течение {{ desk-wait }}.", "После {{ trial-credit-time }} скидки нет.", "Меньше {{ phone-wait }} ждать не придётся.")),
    # Dates
    ("reviewed missing", "508@", SECTIONS, line(r"^reviewed: .*$", "# пересмотреть")),
    ("reviewed in the future", "507", SECTIONS, line(r"^reviewed: .*$", "reviewed: 2062-11-02")),
    ("a change in the future", "507", SECTIONS, line(r"^  - date: .*$", "  - date: 2027-05-02")),
    ("reviewed long ago", "603", SECTIONS, line(r"^reviewed: .*$", "reviewed: 2024-11-02")),
    # Duplicates of what people see
    ("a term twice", "509", GLOSSARY, added(*SAME_TERMS)),
    ("two roles of one title", "509", ROLES, added(*SAME_ROLES)),
    ("two sections of one title", "509@", SECTIONS, line(r"^title: .*$", "title: Оплаты, остатки и списания")),
    ("two stages of one title", "509@", JOURNEYS, block(r"(?s)\A(.*?\n    title: )([^\n]+)(\n.*?\n    title: )([^\n]+)", r"\1\2\3\2", "")),
    ("a standard twice in a list", "510", JOURNEYS, line(r"^(        standard: )([a-z-]+)$", r"\1[\2, \2]")),
    ("a channel twice in a list", "510", SECTIONS, line(r"^(channels: \[)([a-z]+)", r"\1\2, \2")),
    ("a phrase to look for twice", "510", SECTIONS, block(r"(?m)^look_for:\n(  - .*\n)", r"look_for:\n\1\1")),
    # Journeys
    ("outcome beside next", "119", JOURNEYS, line(r"^        next:$", "        outcome: Ушёл довольный\n        next:")),
    ("never with neither say nor do", "318", SECTIONS, block(r"(?m)^  - (?:say|do): .*\n    (?=instead: )", "  - ")),
    ("a condition lost", "110", JOURNEYS, line(r"(\{to: [a-z/-]+), when: [^,}]+\}", r"\1}")),
    ("an edge to itself", "108", JOURNEYS, block(r"(?m)^      - id: ([a-z-]+)\n((?:        .*\n)*?        next:\n)", r"      - id: \1\n\2          - {to: \1, when: спросил ещё раз}\n", "спросил ещё")),
    ("a touchpoint without a standard", "201@", JOURNEYS, line(r"^        standard: .*$", "        # стандарт потом")),
    # Defined and never used
    ("a fact never used", "511", FACTS, added(*FIVE_FACTS)),
    ("a placeholder never used", "511", PLACEHOLDERS, added(*FIVE_GAPS)),
    ("a role never used", "511", ROLES, added(*FIVE_ROLES)),
    ("a channel never used", "511", OUTLINE, below(r"^  - \{id: [a-z]+, title: [А-Я][а-я]+, icon", "  - {id: fax, title: Факс, icon: phone}")),
    ("a script never used", "316", SECTIONS, block(r"(?m)^scripts:\n", "scripts:\n  - id: spare\n    title: Запасной\n    variants: [{channel: messenger, text: Добрый день}]\n", "spare")),
    ("a term never used", "503", GLOSSARY, added(*(f"  - id: w-{n}\n    term: {w}\n    means: Слово из другого дела." for n, w in enumerate(("бизиборд", "акваграмота", "пеликан", "тюбинг", "ватерлиния"))))),
    ("a policy that speaks of nothing", "805 206", "guideline/policies.yml", added(*(f"  - id: p-{n}\n    title: У каждой точки {n}\n    every: {{touchpoint: {{channel: {c}}}}}\n    has: [standard]" for n, c in enumerate(("fax", "telegraph", "pigeon", "radio", "tv"))))),
    # Broken Markdown
    ("a table without its line", "512", SECTIONS, done("\n\n| День | Час |\n| Пн | 9 |")),
    ("a row with a cell lost", "512", SECTIONS, done("\n\n| День | Час |\n|---|---|\n| Понедельник |")),
    ("a link to nothing", "512 502", SECTIONS, done("Смотрите [здесь]().")),
    ("a link that is not closed", "512 502", SECTIONS, done("Смотрите [здесь](section:no-show.")),
    ("a task list", "512", SECTIONS, done("\n\n- [ ] Проверьте ключи\n- [x] Проверьте воду")),
    ("an admonition", "512", SECTIONS, done("\n\n!!! warning\n    Осторожно, вода.")),
    ("a footnote", "512", SECTIONS, done("Вода тёплая[^1].\n\n[^1]: Измерьте.")),
    ("a line break of HTML in prose", "512", SECTIONS, done("Раз.<br>Два.")),
    ("a prose link to a touchpoint that is not there", "502", SECTIONS, done("Смотрите [карту](touchpoint:hear-at-the-desk-9).")),
    ("a prose link to a term that is not there", "502", SECTIONS, done("Смотрите [слово](term:moment-of-lies).")),
    # Icons, mail, addresses
    ("an unknown icon", "514", OUTLINE, line(r"(icon: )(ambulance|account-plus|phone|calendar-remove|account-off|shower|cash-remove)(?=, to)", r"\1no-such-picture")),
    ("mail that is none", "513", OUTLINE, each(r"^feedback: .*$", *(f"feedback: {mail}" for mail in ("guide korablik.example", "guide@korablik", "guide@", "korablik.example", "a@b@korablik.example", "Почта клуба")))),
    ("a site address that is none", "513", OUTLINE, each(r"^(feedback: .*)$", *(rf"\1\naddress: {site}" for site in ("guide korablik", "korablik.example", "http//guide.example", "www.guide.example", "https:/guide.example", "https://")))),
    # Windows, case
    ("a name of Windows", "005", SECTIONS, line(r"^(  - id: )[a-z-]+$", r"\1aux")),
    ("ids that differ by case", "012 005", PLACEHOLDERS, below(r"^  - \{id: client-name,", "  - {id: Client-Name, name: имя клиентки, example: Ольга}")),
    # Derived prices
    ("a price that cannot be computed", "309", FACTS, line(r'(value: "\{\{ [a-z0-9-]+ \}\} [÷−] )\{\{ [a-z0-9-]+ \}\}', r"\1{{ club-address }}")),
    ("a price in the text", "306", SECTIONS, said("Это стоит 900 ₽.", "С вас 1 400 ₽.", "Всего 8 700 ₽.", "Абонемент — 9 600 ₽.")),
    # Personal data
    ("a phone", "406", SECTIONS, done("Позвоните Оле: +7 916 123-45-67.", "Телефон мамы 8 (903) 765-43-21.")),
    ("a passport", "406", SECTIONS, done("Паспорт 4509 123456.", "Паспорт серии 45 09 № 123456.")),
    ("a nick", "406", SECTIONS, done("Клиент пишет с @petrova_m.", "Напишите маме: @olga_1988.")),
    ("a full name", "409", SECTIONS, done("Вчера приходила Светлана Дмитриева.", "Спросите Ивана Петровича Кузнецова.")),
    ("a phone in an example", "406", PLACEHOLDERS, line(r"example: [А-Я][а-я]+\}", 'example: "+7 916 123-45-67"}')),
    ("a full name in an example", "409", PLACEHOLDERS, line(r"example: [А-Я][а-я]+\}", "example: Ольга Кузнецова}")),
    ("mail in an example", "406", PLACEHOLDERS, line(r"example: [А-Я][а-я]+\}", "example: olga.kuznetsova@mail.ru}")),
    # The exam
    ("the right option much longer", "705", SECTIONS, block(r"(?m)^      - text: (.*)\n        right: true", lambda m: "      - text: «Да, и ещё подробно расскажу обо всём, что мы делаем в таких случаях, по порядку и не торопясь»\n        right: true", "подробно")),
    ("one exam question", "707@", SECTIONS, block(r"(?s)(questions:.*?use: )exam(.*)$", r"\1practice\2", "questions:")),
    ("no exam question left", "707@", SECTIONS, block(r"(?s)questions:.*?(?=\n[a-z]+:|\Z)", lambda m: m[0].replace("use: exam", "use: practice"), "questions:")),
    ("a question without a right answer", "703@", SECTIONS, block(r"(?m)^        right: true\n", "")),
    ("a practice question gives an exam question away", "708@", SECTIONS, block(r"(?m)^  - id: ([a-z-]+)\n    ask: (?:.*\n)    use: exam\n(?:    .*\n|      .*\n)+", lambda m: m[0] + m[0].replace(f"id: {m[1]}", "id: again-x").replace("use: exam", "use: practice"), "again-x")),
    # Links
    ("a link to a section that is not there", "502", SECTIONS, done("Смотрите [раздел](section:no-such-section).")),
    ("a link to a step that is not there", "502", SECTIONS, done("Смотрите [шаг](section:no-show/no-such-step).")),
    # Hours and durations
    ("a deadline outside the hours", "319", SECTIONS, line(r"^    within: [^\"{].*$", "    within: до 23:30")),
    ("what is switched off without a reason", "802", OUTLINE, each(r"^lint: .*$", *(f"lint: {{profile: release, ignore: [{rule}]}}" for rule in ("307", "4", "slow-to-read", "{rule: 307}", "{rule: 4, reason: ' '}")))),
    ("severity off", "802", OUTLINE, each(r"^lint: .*$", *(f"lint: {{profile: release, severity: {{{rule}: off}}}}" for rule in ("408", "307", "yo", "hard-to-read", "407")))),
    ("a misspelt optional field", "008", SECTIONS, line(r"^    (look_for|within|done_when|how)(?=: )", lambda m: f"    {m[1][:-1]}{m[1][-1] * 2}")),
    # Left to be filled in
    ("a gap left", "007", SECTIONS, line(r"^(result|trigger): .*$", r"\1: TODO")),
    ("a merge mark in a text", "006", SECTIONS, block(r"(?m)^    (say|write): \|\n((?:      .*\n)+)", r"    \1: |\n      <<<<<<< HEAD\n\2      =======\n\2      >>>>>>> evening\n", "<<<<")),
    ("a price typed twice that differs", "305", FACTS, line(r"(forms: \{gen: )\d+", lambda m: m[1] + "77")),
]  # fmt: skip


@dataclass(frozen=True)
class Fault:
    kind: str
    codes: tuple[str, ...]
    file: str
    text: str
    line: int


def planted() -> Iterator[Fault]:
    """Every kind MANY times where there are as many places, in files by lot, the lot always the same."""
    for kind, codes, pattern, plant in KINDS:
        dice = random.Random(kind)
        paths = [path for path in FILES if re.fullmatch(pattern, path)]
        dice.shuffle(paths)
        seen: set[str] = set()
        rounds = [plant(FILES[path], dice) for path in paths]
        for _ in range(MANY):
            for path, round_ in zip(paths, rounds, strict=True):
                changed = next(((text, at) for text, at in round_ if text != FILES[path] and text not in seen), None)
                if changed and len(seen) < MANY:
                    seen.add(changed[0])
                    yield Fault(kind, tuple(codes.split()), path, *changed)


@cache
def _sound() -> Sound:
    return Sound(RAW, today=TODAY)


def findings(verdict: Verdict) -> set[tuple[str, str, str, int]]:
    return {(one.code[3:], one.message, one.place.file, one.place.line) for one in verdict.findings if not one.accepted}


def verdict(fault: Fault, clean: set[tuple[str, str, str]]) -> str:
    """Why the fault is not told well; empty where it is."""
    found = findings(_sound().judged({**RAW, fault.file: fault.text.encode("utf-8")}))
    new = [one for one in found if one[:3] not in clean]
    hit = [one for one in new if one[0] in fault.codes and one[2] == fault.file and abs(one[3] - fault.line) <= NEAR]
    hit += [
        one for one in new if f"{one[0]}@" in fault.codes and one[2] == fault.file
    ]  # told of the thing, not of the line
    told = "; ".join(f"{file}:{at} {code} {message}" for code, message, file, at in sorted(new))[:400]
    if not hit:
        return f"not found: {told or 'silence'}"
    return f"{len(new)} findings: {told}" if len(new) - 1 > CONSEQUENCES else ""


def rates() -> dict[str, list[str]]:
    clean = {one[:3] for one in findings(_sound().verdict)}
    found: dict[str, list[str]] = {kind: [] for kind, *_ in KINDS}
    for fault in planted():
        wrong = verdict(fault, clean)
        found[fault.kind].append(f"{fault.file}:{fault.line} {wrong}" if wrong else "")
    return found


def share(found: dict[str, list[str]]) -> float:
    """Every kind weighs the same; one that could not be planted counts as missed."""
    return sum(verdicts.count("") / max(len(verdicts), 1) for verdicts in found.values()) / len(found)


def main() -> None:
    found = rates()
    for kind, verdicts in found.items():
        for wrong in filter(None, verdicts):
            print(f"{kind}: {wrong}")
        if len(verdicts) < MANY:
            print(f"-- {kind}: {len(verdicts)} planted")
    print(f"set A, content: {share(found):.1%} of {sum(map(len, found.values()))} faults of {len(found)} kinds")


if __name__ == "__main__":
    main()
