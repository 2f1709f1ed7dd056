"""Set D of faults: mistakes a consultant in a hurry would make in the reference handbook.

Written by an outsider who had read the first page and the list of fields only — not the rules, not the code of the
linter, not its tests — and who never ran the linter on them. Nobody adapts a rule or a message to one of them: they are
measured once, and the number is written down as it comes. A fault whose place in the handbook has since been edited away
may get a new anchor, nothing else.

Each fault is one mistake in one file. `edit` changes the text of the file, `raw` its bytes, `move` gives it another name,
`copy` leaves a second file beside it. Anchors are whole lines with an id or a key, found exactly once. `apply` writes the
fault into a copy of the handbook and says where a message should point: the first line that changed plus `at`, with
`near` lines to either side; `blame` names the line by its text instead; `whole` is satisfied by any line of the file.
`words`: at least one of them (a stem, in any case) stands in a message that names the one true `cause`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Edit = Callable[[str], str]


@dataclass(frozen=True)
class Fault:
    id: str
    family: Literal["format", "content"]
    file: str
    cause: str
    words: tuple[str, ...]
    repair: str
    edit: Edit | None = None
    raw: Callable[[bytes], bytes] | None = None
    move: str = ""
    copy: str = ""
    at: int = 0
    near: int = 2
    blame: str = ""
    whole: bool = False


@dataclass(frozen=True)
class Place:
    """Where a true message points: any line from `first` to `last` of any of the `files`."""

    files: tuple[str, ...]
    first: int
    last: int


class NoPlaceError(Exception):
    """The anchor is not in the file exactly once."""


def _span(lines: list[str], anchor: str) -> tuple[int, int, int]:
    """The lines of the thing the anchor begins, and how deep its keys stand."""
    found = [number for number, line in enumerate(lines) if line == anchor]
    if len(found) != 1:
        raise NoPlaceError(f"{len(found)} times: {anchor}")
    start, depth = found[0], len(anchor) - len(anchor.lstrip())
    if not anchor.lstrip().startswith("- "):
        return 0, len(lines), depth
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > depth):
        end += 1
    return start, end, depth + 2


def line(anchor: str, key: str, new: str | None) -> Edit:
    """Another text instead of a key with all it holds; `%L` is what stood there, `%V` what stood after the colon."""

    def edit(text: str) -> str:
        lines = text.split("\n")
        start, end, depth = _span(lines, anchor)
        for first in range(start, end):
            if not re.match(rf"{' ' * depth}{re.escape(key)}:( |$)", lines[first]):
                continue
            last = first + 1
            while last < len(lines) and (lines[last].startswith(" " * (depth + 1)) or not lines[last].strip()):
                last += 1
            while last > first + 1 and not lines[last - 1].strip():
                last -= 1
            value = lines[first].partition(":")[2].strip()
            was = "\n".join(lines[first:last])
            put = [] if new is None else new.replace("%L", was).replace("%V", value).split("\n")
            return "\n".join(lines[:first] + put + lines[last:])
        raise NoPlaceError(f"no {key} in {anchor}")

    return edit


def drop(anchor: str, key: str) -> Edit:
    return line(anchor, key, None)


def add(anchor: str, new: str) -> Edit:
    """A text on the line after the anchor."""

    def edit(text: str) -> str:
        lines = text.split("\n")
        _span(lines, anchor)
        here = lines.index(anchor) + 1
        return "\n".join([*lines[:here], *new.split("\n"), *lines[here:]])

    return edit


def swap(anchor: str, old: str, new: str) -> Edit:
    """Another text instead of the first such text in the thing the anchor begins."""

    def edit(text: str) -> str:
        lines = text.split("\n")
        start, end, _ = _span(lines, anchor)
        inside = "\n".join(lines[start:end])
        if old not in inside:
            raise NoPlaceError(f"no {old!r} in {anchor}")
        return "\n".join([*lines[:start], inside.replace(old, new, 1), *lines[end:]])

    return edit


def sub(old: str, new: str) -> Edit:
    """Another text instead of one that stands in the file exactly once."""

    def edit(text: str) -> str:
        if text.count(old) != 1:
            raise NoPlaceError(f"{text.count(old)} times: {old}")
        return text.replace(old, new)

    return edit


def tail(new: str) -> Edit:
    return lambda text: text.rstrip("\n") + "\n" + new + "\n"


def head(new: str) -> Edit:
    return lambda text: new + "\n" + text


def twice(anchor: str) -> Edit:
    """The thing the anchor begins, pasted once more after itself."""

    def edit(text: str) -> str:
        lines = text.split("\n")
        start, end, _ = _span(lines, anchor)
        return "\n".join([*lines[:end], *lines[start:end], *lines[end:]])

    return edit


def changed(before: str, after: str) -> int:
    """The first line that is not what it was, from one."""
    old, new = before.split("\n"), after.split("\n")
    for number, (one, other) in enumerate(zip(old, new, strict=False), 1):
        if one != other:
            return number
    return min(len(old), len(new)) + 1


def apply(fault: Fault, root: Path) -> Place:
    """Write the fault into the handbook at `root`; the place a true message points to."""
    path = root / fault.file
    if fault.raw:
        path.write_bytes(fault.raw(path.read_bytes()))
        return Place((fault.file,), 0, 1 << 20)
    if fault.move:
        path.rename(root / fault.move)
        return Place((fault.file, fault.move), 0, 1 << 20)
    if fault.copy:
        (root / fault.copy).write_bytes(path.read_bytes())
        return Place((fault.file, fault.copy), 0, 1 << 20)
    if fault.edit is None:
        raise NoPlaceError(f"{fault.id} does nothing")
    before = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    after = fault.edit(before)
    if before == after:
        raise NoPlaceError(f"{fault.id} changes nothing")
    path.write_bytes(after.encode("utf-8"))
    if fault.whole:
        return Place((fault.file,), 0, 1 << 20)
    if fault.blame:
        lines = [number for number, text in enumerate(after.split("\n"), 1) if fault.blame in text]
        if not lines:
            raise NoPlaceError(f"{fault.id}: nothing to blame")
        return Place((fault.file,), lines[0] - fault.near, lines[0] + fault.near)
    here = changed(before, after) + fault.at
    return Place((fault.file,), here - fault.near, here + fault.near)


S = "guideline/sections/"
G = "guideline/"
T = "touchpoints/"

FORMAT: tuple[Fault, ...] = (
    Fault(
        "D01",
        "format",
        S + "reschedule.yml",
        "Отступ сделан табуляцией, а в YAML — только пробелы",
        ("таб", "отступ", "пробел", "tab"),
        "Заменить табуляцию четырьмя пробелами",
        edit=swap("  - id: give-back", "    do: Верните", "\tdo: Верните"),
    ),
    Fault(
        "D02",
        "format",
        S + "incoming-call.yml",
        "Нет пробела после двоеточия: owner:irina-lapteva",
        ("пробел", "двоеточ", "ключ"),
        "Поставить пробел после owner:",
        edit=line("section: incoming-call", "owner", "owner:irina-lapteva"),
    ),
    Fault(
        "D03",
        "format",
        S + "repeat-feedback.yml",
        "Двоеточие внутри текста без кавычек",
        ("двоеточ", "кавычк"),
        "Взять весь текст в кавычки",
        edit=line("section: repeat-feedback", "title", "title: Повторная обратная связь: кому и когда звоним"),
    ),
    Fault(
        "D04",
        "format",
        S + "trial-booking.yml",
        "Кавычка открыта и не закрыта",
        ("кавычк", "закры", "незаверш"),
        "Закрыть кавычку в конце строки",
        edit=swap("  - id: hold", 'ждём оплату»."', "ждём оплату»."),
        near=3,
    ),
    Fault(
        "D05",
        "format",
        S + "meeting.yml",
        "Значение начинается с {{ и не взято в кавычки",
        ("кавычк", "скобк", "{{"),
        "Взять {{ desk-wait }} в кавычки",
        edit=line("  - id: greet", "within", "    within: {{ desk-wait }}"),
    ),
    Fault(
        "D06",
        "format",
        S + "double-check.yml",
        "Лишний пробел перед ключом верхнего уровня",
        ("отступ", "пробел", "сдвин", "левее", "правее"),
        "Убрать пробел в начале строки result",
        edit=line("section: double-check", "result", " %L"),
    ),
    Fault(
        "D07",
        "format",
        S + "quality.yml",
        "После дефиса нет пробела: -id",
        ("пробел", "дефис", "тире", "список"),
        "Поставить пробел после дефиса",
        edit=sub("\n  - id: briefing\n", "\n  -id: briefing\n"),
    ),
    Fault(
        "D08",
        "format",
        G + "roles.yml",
        "Ключ rank назван у роли дважды",
        ("дважды", "повтор", "два раза", "уже есть", "дубл"),
        "Оставить одно значение rank",
        edit=line("  - id: lifeguard", "rank", "%L\n    rank: 2"),
        at=0,
    ),
    Fault(
        "D09",
        "format",
        S + "tone-and-words.yml",
        "Ключ написан по-русски: «владелец» вместо owner",
        ("поле", "поля", "ключ", "owner", "неизвест", "лишн"),
        "Написать owner",
        edit=line("section: tone-and-words", "owner", "владелец: %V"),
    ),
    Fault(
        "D10",
        "format",
        S + "requests.yml",
        "В имени ключа кириллическая «о»: оwner",
        ("кирилл", "русск", "латин", "owner", "букв"),
        "Набрать owner латиницей",
        edit=line("section: requests", "owner", "\u043ewner: %V"),
    ),
    Fault(
        "D11",
        "format",
        S + "channels-and-response.yml",
        "Опечатка в имени поля: chanels вместо channels",
        ("channels", "опечат", "поле", "поля", "неизвест"),
        "Написать channels",
        edit=line("section: channels-and-response", "channels", "chanels: %V"),
    ),
    Fault(
        "D12",
        "format",
        T + "conflict.yml",
        "У точки касания нет обязательного названия title",
        ("title", "назван", "обязат", "не хватает", "нет пол"),
        "Вписать title",
        edit=drop("      - id: senior-call", "title"),
    ),
    Fault(
        "D13",
        "format",
        S + "no-show.yml",
        "У вопроса не сказано, для тренировки он или для экзамена: нет use",
        ("use", "обязат", "не хватает", "practice", "экзамен"),
        "Вписать use: exam",
        edit=drop("  - id: three-tries", "use"),
    ),
    Fault(
        "D14",
        "format",
        S + "balance.yml",
        "В never нет instead: не сказано, что говорить вместо",
        ("instead", "вместо", "обязат", "не хватает"),
        "Дописать instead",
        edit=drop("  - say: Вроде бы осталось три", "instead"),
    ),
    Fault(
        "D15",
        "format",
        S + "reschedule.yml",
        "in_order словами, а здесь пишут true или false",
        ("true", "false", "да или нет", "булев"),
        "Написать true",
        edit=line("  - id: late-and-ill", "in_order", "    in_order: по порядку"),
    ),
    Fault(
        "D16",
        "format",
        T + "renewal.yml",
        "emotion словом, а нужно число от −2 до 2",
        ("числ", "emotion", "−2", "-2", "чувств"),
        "Написать -1",
        edit=line("      - id: thinking-call", "emotion", "        emotion: раздражён"),
    ),
    Fault(
        "D17",
        "format",
        T + "regular-client.yml",
        "contact: человек — такого значения нет, есть person и product",
        ("person", "product", "contact", "одно из"),
        "Написать person",
        edit=line("      - id: group-talk", "contact", "        contact: человек"),
    ),
    Fault(
        "D18",
        "format",
        G + "improvements.yml",
        "state: в работе — такого состояния нет",
        ("state", "doing", "одно из", "состоян", "значен"),
        "Написать doing",
        edit=line("  - id: group-move", "state", "    state: в работе"),
    ),
    Fault(
        "D19",
        "format",
        T + "conflict.yml",
        "Ветвь ведёт в точку, которой нет: promised-done",
        ("promise-done", "не найден", "ведёт", "точк"),
        "Написать promise-done",
        edit=swap("      - id: head-answer", "to: promise-done", "to: promised-done"),
    ),
    Fault(
        "D20",
        "format",
        S + "club-cancels.yml",
        "Угловая скобка вставки не закрыта: <имя инструктора",
        ("скобк", ">", "закры", "вставк", "подстанов"),
        "Написать <имя инструктора>",
        edit=swap("  - id: new-face", "<имя инструктора>", "<имя инструктора"),
        near=3,
    ),
    Fault(
        "D21",
        "format",
        S + "typical-conflicts.yml",
        "Ссылка на раздел, которого нет: section:balanse/refund",
        ("ссылк", "balance", "не найден", "раздел"),
        "Исправить на section:balance/refund",
        edit=swap("  - id: money-today", "section:balance/refund", "section:balanse/refund"),
    ),
    Fault(
        "D22",
        "format",
        S + "evening-message.yml",
        "Поле не на своём месте: wait бывает у точки касания, а у шага — within",
        ("wait", "поле", "поля", "within", "неизвест", "лишн"),
        "Написать within",
        edit=line("  - id: ring", "within", "    wait: 30 мин"),
    ),
    Fault(
        "D23",
        "format",
        G + "glossary.yml",
        "Имя id с пробелом и большой буквы",
        ("имя", "латин", "дефис", "пробел", "id"),
        "Написать late-cancel",
        edit=sub("  - id: late-cancel\n", "  - id: Late cancel\n"),
    ),
    Fault(
        "D24",
        "format",
        S + "group-change.yml",
        "Имя файла не совпадает с именем раздела: опечатка, group-chenge.yml",
        ("имя", "файл", "section", "назыв"),
        "Назвать файл group-change.yml",
        move=S + "group-chenge.yml",
    ),
    Fault(
        "D25",
        "format",
        S + "rare.yml",
        "Файл сохранён с расширением .yml.txt: программа его не прочтёт",
        ("rare", "расширен", ".yml", "txt", "файл"),
        "Убрать .txt из имени файла",
        move=S + "rare.yml.txt",
    ),
    Fault(
        "D26",
        "format",
        S + "escalation.yml",
        "В папке осталась копия файла из Проводника",
        ("копи", "имя", "дважды", "уже есть", "два файла", "файл"),
        "Удалить копию",
        copy=S + "escalation \u2014 копия.yml",
    ),
    Fault(
        "D27",
        "format",
        S + "after-class.yml",
        "Файл сохранён в кодировке Windows-1251, а нужна UTF-8",
        ("кодиров", "utf", "1251"),
        "Сохранить в UTF-8",
        raw=lambda data: data.decode("utf-8").encode("cp1251", "replace"),
    ),
    Fault(
        "D28",
        "format",
        T + "renewal.yml",
        "Файл сохранён Блокнотом в «Юникод», то есть UTF-16",
        ("кодиров", "utf", "юникод"),
        "Сохранить в UTF-8",
        raw=lambda data: data.decode("utf-8").encode("utf-16"),
    ),
    Fault(
        "D29",
        "format",
        S + "preparation.yml",
        "Дата по-русски: 06.11.2026, а нужно 2026-11-06",
        ("дат", "2026-11", "год"),
        "Написать 2026-11-06",
        edit=line("section: preparation", "reviewed", "reviewed: 06.11.2026"),
    ),
    Fault(
        "D30",
        "format",
        T + "first-weeks.yml",
        "Название точки длиннее 32 знаков",
        ("длин", "32", "знак", "короче"),
        "Сократить название",
        edit=line(
            "      - id: doubts-call",
            "title",
            "        title: Звонок тому, кто поставил низкую оценку в анкете новичка",
        ),
    ),
    Fault(
        "D31",
        "format",
        G + "handbook.yml",
        "Фигурная скобка не закрыта",
        ("скобк", "}", "закры"),
        "Поставить } в конце строки",
        edit=sub("{id: pool, title: Бассейн, icon: pool}", "{id: pool, title: Бассейн, icon: pool"),
        near=3,
    ),
    Fault(
        "D32",
        "format",
        S + "first-feedback.yml",
        "Между каналами нет запятой, и они слились в одно имя",
        ("запят", "канал", "messenger phone"),
        "Поставить запятую",
        edit=line("section: first-feedback", "channels", "channels: [messenger phone, desk, pool]"),
    ),
    Fault(
        "D33",
        "format",
        S + "subscription.yml",
        "Слова скрипта стоят без отступа под say: |",
        ("отступ", "сдвин", "say", "пробел"),
        "Сдвинуть слова на два пробела вправо",
        edit=swap("  - id: pay", "      <Имя>, к оплате", "    <Имя>, к оплате"),
    ),
    Fault(
        "D34",
        "format",
        G + "facts.yml",
        "Значение начинается с @ и не взято в кавычки",
        ("кавычк", "@"),
        "Взять @korablik_bot в кавычки",
        edit=line("  - id: club-bot", "value", "    value: @korablik_bot"),
    ),
    Fault(
        "D35",
        "format",
        G + "words.yml",
        "В файле осталась разметка ```yaml из чата",
        ("```", "разметк", "лишн", "кавычк", "обратн"),
        "Удалить строку ```yaml",
        edit=head("```yaml"),
    ),
    Fault(
        "D36",
        "format",
        S + "meeting.yml",
        "Вместо дефиса в списке длинное тире из Word",
        ("тире", "дефис", "список"),
        "Поставить дефис и пробел",
        edit=swap("  - id: standing-and-waiting", "      - Отложить всё", "      \u2014 Отложить всё"),
    ),
    Fault(
        "D37",
        "format",
        G + "placeholders.yml",
        "Ключ файла placeholder вместо placeholders",
        ("placeholders", "ключ", "поле", "поля", "неизвест"),
        "Написать placeholders:",
        edit=sub("\nplaceholders:\n", "\nplaceholder:\n"),
    ),
    Fault(
        "D38",
        "format",
        G + "facts.yml",
        "Два факта с одним именем lost-child-time",
        ("дважды", "повтор", "уже есть", "два", "одинаков", "дубл"),
        "Дать второму другое имя или удалить его",
        edit=twice("  - id: lost-child-time"),
        near=5,
    ),
    Fault(
        "D39",
        "format",
        S + "first-shift.yml",
        "Картинки files/plan.png нет, в папке лежит plan.svg",
        ("файл", "картин", "plan."),
        "Написать files/plan.svg",
        edit=sub("](files/plan.svg)", "](files/plan.png)"),
    ),
    Fault(
        "D40",
        "format",
        G + "roles.yml",
        "После пробела решётка: всё за ней в YAML — примечание, и текст обрезан",
        ("решёт", "решет", "#", "примечан", "комментар", "обрез", "кавычк"),
        "Взять текст в кавычки или убрать решётку",
        edit=line(
            "  - id: water-technician", "contact", "    contact: Рация и чат #смена; телефон на листке за стойкой"
        ),
    ),
)

CONTENT: tuple[Fault, ...] = (
    Fault(
        "D41",
        "content",
        S + "reschedule.yml",
        "В тексте «за 2 часа», а крайний срок отмены по факту cancel-limit — 4 часа",
        ("cancel-limit", "4 час", "факт", "срок отмены", "противореч", "расход", "2 час"),
        "Вернуть {{ cancel-limit.acc }}",
        edit=swap("  - id: compare", "Если отменили за {{ cancel-limit.acc }}", "Если отменили за 2 часа"),
    ),
    Fault(
        "D42",
        "content",
        S + "subscription-offer.yml",
        "Цена малого абонемента вписана рукой и другая: 9 900 ₽ вместо 9 600 ₽",
        ("subscription-8-price", "9 600", "9 900", "цен", "факт", "сумм"),
        "Вернуть {{ subscription-8-price }}",
        edit=swap("  - id: price", "{{ subscription-8-price }}", "9 900 ₽"),
    ),
    Fault(
        "D43",
        "content",
        S + "subscription.yml",
        "Цена разового вписана рукой рядом с фактом: подорожает — здесь останется старая",
        ("single-price", "факт", "цен", "рук", "вписан", "1 400"),
        "Вписать {{ single-price }}",
        edit=swap("  - id: big-sum", "{{ single-price }}", "1 400 ₽"),
    ),
    Fault(
        "D44",
        "content",
        G + "facts.yml",
        "Второй контроль начинается позже, чем кончается: не меньше 21 дня и не больше 14",
        ("больше", "меньше", "позже", "раньше", "14", "deadline", "противореч", "наоборот"),
        "Вернуть 8 дней",
        edit=lambda text: line(
            "  - id: second-check-start",
            "forms",
            "    forms: {gen: 21 дня, dat: 21 дню, acc: 21 день, ins: 21 днём, loc: 21 дне}",
        )(line("  - id: second-check-start", "value", "    value: 21 день")(text)),
        near=7,
    ),
    Fault(
        "D45",
        "content",
        G + "facts.yml",
        "Часы наоборот: стойка открывается в 21:00 и закрывается в 8:00",
        ("час", "наоборот", "раньше", "позже", "конец", "начал", "местами"),
        "Написать 8:00–21:00",
        edit=line("  - id: club-hours", "value", '    value: "21:00–8:00"'),
    ),
    Fault(
        "D46",
        "content",
        G + "facts.yml",
        "Такого времени нет: 25:00",
        ("25:00", "времен", "часов", "24", "сутк", "не бывает"),
        "Написать 22:00",
        edit=line("  - id: contact-hours", "value", '    value: "8:00–25:00"'),
    ),
    Fault(
        "D47",
        "content",
        G + "facts.yml",
        "Последняя группа начинается, когда стойка уже закрыта: 21:30 при закрытии в 21:00",
        ("закры", "21:00", "позже", "club-hours", "час", "после"),
        "Вернуть 19:00",
        edit=line("  - id: last-class-start", "value", '    value: "21:30"'),
        near=8,
    ),
    Fault(
        "D48",
        "content",
        S + "conflict-order.yml",
        "Такого дня нет: 31 ноября",
        ("дат", "дня", "день", "ноябр", "30", "не бывает", "календар"),
        "Поставить настоящий день",
        edit=line("section: conflict-order", "reviewed", "reviewed: 2026-11-31"),
    ),
    Fault(
        "D49",
        "content",
        S + "typical-conflicts.yml",
        "Раздел сверен в день, который ещё не наступил: ноябрь 2027",
        ("будущ", "не наступил", "позже сегодня", "впереди", "2027", "ещё не", "завтра"),
        "Поставить 2026-11-16",
        edit=line("section: typical-conflicts", "reviewed", "reviewed: 2027-11-16"),
    ),
    Fault(
        "D50",
        "content",
        S + "how-to-use.yml",
        "Раздел не сверяли больше двух лет при сроке пересмотра 180 дней",
        ("пересмотр", "180", "устар", "давно", "сверя", "просроч"),
        "Перечитать раздел и поставить новый день",
        edit=line("section: how-to-use", "reviewed", "reviewed: 2024-03-01"),
    ),
    Fault(
        "D51",
        "content",
        G + "training.yml",
        "Верных ответов нужно больше, чем вопросов: 24 из 20",
        ("20", "больше", "вопрос", "pass", "проходн", "24"),
        "Вернуть 18",
        edit=line("  - id: newcomer", "pass", "    pass: 24"),
        near=3,
    ),
    Fault(
        "D52",
        "content",
        G + "indices.yml",
        "Цель NPS 170, а NPS не бывает больше 100",
        ("100", "больше", "цел", "предел", "не бывает", "достижим", "от −100", "диапазон"),
        "Вернуть {{ nps-target }}",
        edit=line("  - id: nps", "target", "    target: не ниже 170"),
    ),
    Fault(
        "D53",
        "content",
        G + "facts.yml",
        "Цель FCR — 120 %, а доля не бывает больше ста процентов",
        ("100", "больше", "дол", "процент", "не бывает", "диапазон", "предел"),
        "Вернуть 80 %",
        edit=line("  - id: fcr-target", "value", "    value: 120 %"),
    ),
    Fault(
        "D54",
        "content",
        G + "indices.yml",
        "FCR считают за 30 дней, а факт fcr-window говорит 7",
        ("7 дней", "fcr-window", "факт", "расход", "противореч", "30 дней"),
        "Вернуть 7 дней",
        edit=line("  - id: fcr", "within", "    within: 30 дней"),
    ),
    Fault(
        "D55",
        "content",
        S + "changing-room.yml",
        "Администратору дан чужой предел: senior-limit вместо goodwill-limit",
        ("предел", "прав", "полномоч", "goodwill", "старш", "решает", "больше"),
        "Вернуть {{ goodwill-limit }}",
        edit=swap("  - id: late-because-of-shower", "{{ goodwill-limit }}", "{{ senior-limit }}"),
    ),
    Fault(
        "D56",
        "content",
        S + "no-show.yml",
        "В конфликте дано право, которого у роли нет: три занятия без справки, всегда",
        ("прав", "полномоч", "предел", "решает", "роли", "роль", "goodwill-return"),
        "Вернуть {{ goodwill-return }} раз в полгода",
        edit=swap(
            "  - id: surprise-charge",
            "Вернуть {{ goodwill-return }} без справки — раз в полгода на семью.",
            "Вернуть 3 занятия без справки — всегда.",
        ),
    ),
    Fault(
        "D57",
        "content",
        G + "roles.yml",
        "Коммуникатор открывает бассейн без техника, а у техника сказано, что без него не открывает никто",
        ("техник", "противореч", "никто", "бассейн", "другой рол", "прав"),
        "Убрать строку",
        edit=line(
            "  - id: communicator",
            "decides",
            "%L\n      - Открыть бассейн после закрытия, если техник не отвечает 10 минут",
        ),
        near=5,
    ),
    Fault(
        "D58",
        "content",
        S + "escalation.yml",
        "Кто не верит старшему, того передают вниз — администратору",
        ("вниз", "ступен", "ниже", "rank", "прав", "меньше", "выше"),
        "Вернуть head-of-care",
        edit=swap("  - id: covering-own", "      to: head-of-care", "      to: administrator"),
    ),
    Fault(
        "D59",
        "content",
        S + "club-cancels.yml",
        "Вторую отмену за абонемент передают коммуникатору — такому же по правам, как тот, кто передаёт",
        ("ступен", "ниже", "выше", "прав", "тому же", "самому себе", "сам себе", "вниз", "rank"),
        "Вернуть senior-administrator",
        edit=swap("  - id: again", "to: senior-administrator", "to: communicator"),
    ),
    Fault(
        "D60",
        "content",
        T + "renewal.yml",
        "Путь обрывается: у последней точки не сказано, чем он кончился",
        ("outcome", "кончается", "конец", "тупик", "обрыва", "исход", "никуда"),
        "Вписать outcome",
        edit=drop("      - id: quiet-goodbye", "outcome"),
        blame="id: quiet-goodbye",
        near=11,
    ),
    Fault(
        "D61",
        "content",
        T + "renewal.yml",
        "Круг без конца: возврат с паузы на паузу ничем не ограничен",
        ("at_most", "раз", "круг", "бесконеч", "повтор", "петл", "возврат"),
        "Вернуть at_most: 1",
        edit=swap("      - id: pause-call", ", back: true, at_most: 1", ", back: true"),
    ),
    Fault(
        "D62",
        "content",
        S + "balance.yml",
        "Шаг ведёт сам в себя: «иначе — прочитать даты» без конца",
        ("сам", "круг", "петл", "бесконеч", "себя", "тупик"),
        "Вернуть to: send",
        edit=swap("  - id: read-dates", "{when: иначе, to: send}", "{when: иначе, to: read-dates}"),
        near=9,
    ),
    Fault(
        "D63",
        "content",
        T + "first-weeks.yml",
        "В точку «Скидка за второго ребёнка» никто не попадёт: обе ветви ведут к оплате",
        ("не попа", "недостижим", "не ведёт", "никто", "никак", "sibling", "одно и то же", "обе ветви"),
        "Вернуть ветвь к sibling-discount",
        edit=swap("      - id: purchase", "to: sibling-discount", "to: subscription-payment"),
        near=3,
    ),
    Fault(
        "D64",
        "content",
        T + "renewal.yml",
        "Развилка без второго случая: что дальше, если на сообщение не ответили, не сказано",
        ("otherwise", "остальн", "иначе", "случа", "ветв", "молчит"),
        "Вернуть ветвь «молчит»",
        edit=swap(
            "      - id: winback-message", "\n          - {to: quiet-goodbye, when: молчит, otherwise: true}", ""
        ),
        near=4,
    ),
    Fault(
        "D65",
        "content",
        S + "no-show.yml",
        "В развилке нет «иначе»: обычный случай никуда не ведёт",
        ("иначе", "остальн", "случа", "ветв", "не попа", "никуда", "write"),
        "Вернуть «иначе»",
        edit=swap("  - id: make-sure", "\n      - {when: иначе, to: write}", ""),
        near=4,
    ),
    Fault(
        "D66",
        "content",
        T + "first-visit.yml",
        "Две ветви «для всех остальных» в одной точке",
        ("otherwise", "две", "остальн", "одна ветв", "несколько", "второй раз"),
        "Оставить otherwise у одной ветви",
        edit=swap("      - id: check-in", "when: всё с собой}", "when: всё с собой, otherwise: true}"),
    ),
    Fault(
        "D67",
        "content",
        S + "renewal.yml",
        "Одно условие «уходит» ведёт в два разных шага",
        ("уходит", "услови", "дважды", "одинаков", "повтор", "два шага", "две ветви"),
        "Вернуть «думает»",
        edit=swap("  - id: offer", "{when: думает, to: think}", "{when: уходит, to: think}"),
    ),
    Fault(
        "D68",
        "content",
        S + "reschedule.yml",
        "У вопроса нет верного ответа",
        ("верн", "right", "правильн", "ни одн"),
        "Отметить верный ответ right: true",
        edit=swap("  - id: night-message", "\n        right: true", ""),
        blame="id: night-message",
        near=9,
    ),
    Fault(
        "D69",
        "content",
        S + "reschedule.yml",
        "Верным отмечен неверный ответ: от 15:00 до 18:00 три часа, а нужно четыре",
        ("15:00", "14:00", "верн", "3 час", "4 час", "cancel-limit", "час"),
        "Вернуть 14:00 и 14:20",
        edit=swap(
            "  - id: exactly-four", "Мама пишет в 14:00, вы читаете в 14:20", "Мама пишет в 15:00, вы читаете в 15:20"
        ),
        blame="id: exactly-four",
        near=13,
    ),
    Fault(
        "D70",
        "content",
        S + "escalation.yml",
        "Один ответ стоит дважды, верный и неверный сразу",
        ("дважды", "одинаков", "повтор", "два раза", "тот же", "совпада"),
        "Вернуть «Дам номер руководителя»",
        edit=swap("  - id: second-request", "text: Дам номер руководителя", "text: Позвоню старшему при ней"),
        near=5,
    ),
    Fault(
        "D71",
        "content",
        S + "no-show.yml",
        "Вопрос о цене шапочки: ответа на него в разделе нет",
        ("ответ", "в тексте", "в разделе", "нигде", "не сказано"),
        "Убрать вопрос или написать о цене в разделе",
        edit=add(
            "questions:",
            "  - id: cap-price\n    ask: Ребёнок пришёл без шапочки. Сколько стоит шапочка на стойке?\n    use: practice\n"
            "    options:\n      - text: 350 рублей\n        right: true\n        because: Это цена на стойке.\n"
            "      - text: 500 рублей\n        because: Столько стоят очки.",
        ),
        near=10,
    ),
    Fault(
        "D72",
        "content",
        G + "promises.yml",
        "Обещан звонок за 5 минут, а стандарт даёт 15",
        ("15", "request-time", "факт", "стандарт", "раздел", "противореч", "расход", "держ"),
        "Вернуть {{ request-time.gen }}",
        edit=swap("  - id: call-back-on-request", "{{ request-time.gen }}", "5 минут"),
        near=4,
    ),
    Fault(
        "D73",
        "content",
        G + "policies.yml",
        "Обещано ждать не больше 5 минут, а звонка по заявке на карте ждут 15",
        ("ждут", "ждёт", "ожидан", "дольше", "15", "5 мин", "путь", "наруш"),
        "Вернуть 30 мин или сократить ожидание",
        edit=swap(
            "  - id: nobody-waits",
            "to: first-visit/first-call, at_most: 30 мин",
            "to: first-visit/group-choice, at_most: 5 мин",
        ),
    ),
    Fault(
        "D74",
        "content",
        G + "policies.yml",
        "Обещано не больше двух шагов от звонка до стойки, а самый короткий путь длиннее",
        ("шаг", "длин", "больше", "путь", "наруш", "steps"),
        "Вернуть 6",
        edit=swap("  - id: short-way", "steps: 6", "steps: 2"),
    ),
    Fault(
        "D75",
        "content",
        S + "evening-message.yml",
        "В словах осталась другая компания: «Спица» вместо «Кораблика»",
        ("спиц", "компан", "организац", "чуж", "кораблик", "назван"),
        "Написать «Кораблика»",
        edit=swap("  - id: silent", "<моё имя> из «Кораблика»", "<моё имя> из велосервиса «Спица»"),
        near=3,
    ),
    Fault(
        "D76",
        "content",
        S + "mailings.yml",
        "В письме клиенту остался пустой шаблон: [ВСТАВИТЬ НОВОСТЬ]",
        ("шаблон", "вставить", "[", "скобк", "заготовк", "заполн", "черновик"),
        "Вписать новость или подстановку",
        edit=sub("Открываем новую группу: <первый вариант>.", "[ВСТАВИТЬ НОВОСТЬ]."),
    ),
    Fault(
        "D77",
        "content",
        S + "win-back.yml",
        "Ссылка на бумажный документ, которого здесь нет: приложение 3 на странице 14",
        ("приложен", "страниц", "стр.", "ссылк", "документ"),
        "Дать ссылку на раздел или убрать",
        edit=line("  - id: score", "how", "    how: Второй вопрос — см. приложение 3 на стр. 14."),
    ),
    Fault(
        "D78",
        "content",
        G + "client-types.yml",
        "В портрете типа настоящее имя и телефон клиентки",
        ("телефон", "имя", "номер", "личн", "персональн", "фамили", "настоящ"),
        "Убрать имя и телефон",
        edit=swap(
            "  - id: front-line-grandmother",
            "Привозит внука два раза",
            "Тамара Ильинична Крюкова, +7 916 204-55-18. Привозит внука два раза",
        ),
        near=3,
    ),
    Fault(
        "D79",
        "content",
        S + "first-shift.yml",
        "Вместо «старшему администратору» — личный мобильный живого человека",
        ("телефон", "номер", "личн", "персональн", "мобильн", "имя"),
        "Вернуть «звоните старшему администратору»",
        edit=sub(
            "запишите сумму и звоните старшему администратору",
            "запишите сумму и звоните Светлане Юрьевне на личный, 8 926 318-44-07",
        ),
    ),
    Fault(
        "D80",
        "content",
        G + "resources.yml",
        "В описании системы записаны логин и пароль",
        ("парол", "логин", "доступ", "секрет"),
        "Убрать логин и пароль",
        edit=line("  - id: crm", "what", "%L Логин admin, пароль Korablik2026."),
    ),
    Fault(
        "D81",
        "content",
        S + "club-cancels.yml",
        "В скрипте слова, которых клуб не говорит: «приносим извинения за неудобства»",
        ("неудобств", "не говор", "слов", "words", "запрещ"),
        "Сказать «простите нас» и что сделали",
        edit=swap(
            "  - id: at-the-door",
            "<Имя>, простите нас: <причина отмены>",
            "<Имя>, приносим извинения за неудобства: <причина отмены>",
        ),
    ),
    Fault(
        "D82",
        "content",
        S + "typical-conflicts.yml",
        "В ответе на конфликт слово, которого не говорят: «успокойтесь»",
        ("успокой", "не говор", "слов", "words", "запрещ"),
        "Убрать «успокойтесь»",
        edit=swap("  - id: money-today", "      Хорошо, оформим сегодня", "      Успокойтесь, оформим сегодня"),
    ),
    Fault(
        "D83",
        "content",
        S + "group-choice.yml",
        "В скрипте два вопроса сразу, а шаг велит спрашивать по одному",
        ("вопрос", "два", "сразу", "один"),
        "Оставить первый вопрос",
        edit=swap("  - id: aim", "относится к воде?", "относится к воде? И чего вы ждёте от занятий?"),
        near=3,
    ),
    Fault(
        "D84",
        "content",
        S + "group-choice.yml",
        "«Тестовое занятие» вместо «пробного»: так словарь писать не велит",
        ("тестов", "пробн", "словар", "термин", "глоссар"),
        "Написать «на пробное занятие»",
        edit=line(
            "section: group-choice", "trigger", "trigger: Родитель хочет на тестовое занятие или просит другое время."
        ),
    ),
    Fault(
        "D85",
        "content",
        G + "duties.yml",
        "Одна обязанность записана второй раз другими словами",
        ("дважды", "повтор", "одн", "похож", "дубл", "уже есть", "два раза"),
        "Удалить вторую запись",
        edit=sub(
            "  - title: Подготовить рассылки и поздравления\n",
            "  - title: Позвонить и написать тем, кто не пришел\n    who: communicator\n"
            "    when: начало занятия прошло\n    section: no-show\n  - title: Подготовить рассылки и поздравления\n",
        ),
        near=6,
    ),
    Fault(
        "D86",
        "content",
        G + "words.yml",
        "Та же фраза второй раз, через «е»: «вам придется подождать»",
        ("дважды", "повтор", "уже есть", "похож", "дубл", "ё", "одн"),
        "Удалить вторую запись",
        edit=tail(
            '  - id: must-wait\n    say: вам придется подождать\n    instead: "«Сделаю за две минуты. Подождёте?»"'
        ),
        near=3,
    ),
    Fault(
        "D87",
        "content",
        G + "training.yml",
        "Экзамен принимает тот, кто его сдаёт: администратор",
        ("принимает", "сда", "экзаменатор", "examiner", "сам"),
        "Вернуть старшего администратора",
        edit=line("  - id: newcomer", "examiner", "    examiner: [administrator]"),
    ),
    Fault(
        "D88",
        "content",
        G + "training.yml",
        "На экзамене об отменах ошибаться нельзя, а в плане первых дней этого раздела читать не дают",
        ("reschedule", "план", "чита", "прочит", "must_know", "отмен"),
        "Вернуть reschedule в первый день",
        edit=swap("  - id: first-days", ", changing-room, reschedule]", ", changing-room]"),
        whole=True,
    ),
    Fault(
        "D89",
        "content",
        S + "reschedule.yml",
        "Верный порядок, которого не может быть: занятие возвращают по справке раньше, чем смотрят, когда мама написала",
        ("порядк", "раньше", "сначала", "очерёд", "послед"),
        "Поставить первым «Смотрите, когда она написала»",
        edit=swap(
            "  - id: late-and-ill",
            "      - text: Смотрите, когда она написала и сколько оставалось до занятия\n"
            "      - text: Одной фразой говорите, что отмена поздняя, и называете срок справки\n"
            "      - text: Получив справку, возвращаете занятие на абонемент и вписываете её даты\n",
            "      - text: Получив справку, возвращаете занятие на абонемент и вписываете её даты\n"
            "      - text: Одной фразой говорите, что отмена поздняя, и называете срок справки\n"
            "      - text: Смотрите, когда она написала и сколько оставалось до занятия\n",
        ),
        near=5,
    ),
    Fault(
        "D90",
        "content",
        S + "handover.yml",
        "Второй шаг делают раньше первого: семью ведут за 20 минут, а инструктору говорят за 10",
        ("раньше", "порядк", "позже", "10 мин", "20 мин", "handover-before", "врем"),
        "Вернуть {{ handover-before.acc }}",
        edit=line("  - id: lead", "within", "    within: за 20 мин до начала"),
        near=4,
    ),
    Fault(
        "D91",
        "content",
        S + "reschedule.yml",
        "Одна поисковая фраза стоит дважды",
        ("дважды", "повтор", "уже есть", "два раза", "дубл", "одинаков"),
        "Удалить вторую",
        edit=sub(
            "\n  - больничный принесли, вернуть\n",
            "\n  - больничный принесли, вернуть\n  - перенести завтрашнее на четверг\n",
        ),
        near=13,
    ),
    Fault(
        "D92",
        "content",
        G + "search.yml",
        "Один запрос «пожар» должен находить два разных раздела",
        ("пожар", "дважды", "два", "повтор", "уже есть", "один запрос", "разн"),
        "Удалить второй запрос",
        edit=add("probes:", "  - {query: пожар, section: first-shift}"),
        near=10,
    ),
    Fault(
        "D93",
        "content",
        S + "first-shift.yml",
        "У плана клуба нет подписи: кто не видит картинки, не узнает, что на ней",
        ("подпис", "alt", "описан", "картин", "текст"),
        "Вернуть «План клуба»",
        edit=sub("![План клуба](", "![]("),
    ),
    Fault(
        "D94",
        "content",
        G + "handbook.yml",
        "Плитка «Не пришли» ведёт в раздел о продлении",
        ("no-show", "не пришли", "ведёт", "не туда", "renewal", "подсказк"),
        "Вернуть section:no-show",
        edit=sub("to: section:no-show}", "to: section:renewal}"),
    ),
    Fault(
        "D95",
        "content",
        S + "subscription.yml",
        "Слова «Принять заявление о возврате» ведут в раздел о рассылках",
        ("ссылк", "ведёт", "не туда", "mailings", "не о том", "возврат"),
        "Вернуть section:balance/refund",
        edit=swap("  - id: big-sum", "(section:balance/refund)", "(section:mailings)"),
    ),
    Fault(
        "D96",
        "content",
        G + "facts.yml",
        "В большом абонементе занятие дороже, чем в малом: 24 000 за 16 против 9 600 за 8",
        ("дороже", "дешевле", "выгод", "больше", "цен"),
        "Вернуть 17 600 ₽",
        edit=line("  - id: subscription-16-price", "value", "    value: 24 000 ₽"),
        near=14,
    ),
    Fault(
        "D97",
        "content",
        G + "facts.yml",
        "Форма не сходится со значением: 10 минут, а винительный — 15 минут",
        ("форм", "10", "15", "значен", "расход", "acc"),
        "Написать acc: 10 минут",
        edit=swap("  - id: late-limit", "acc: 10 минут", "acc: 15 минут"),
    ),
    Fault(
        "D98",
        "content",
        G + "improvements.yml",
        "Изменение уже действует с дня, который ещё не наступил",
        ("будущ", "не наступил", "впереди", "since", "позже", "ещё не", "2027"),
        "Поставить 2026-10-05",
        edit=line("  - id: family-shower", "since", "    since: 2027-10-05"),
    ),
    Fault(
        "D99",
        "content",
        S + "before-first-visit.yml",
        "На странице для клиентов — внутреннее: сколько скидки можно дать самим",
        ("клиент", "внутрен", "скидк", "страниц", "goodwill", "сотрудник"),
        "Убрать строку",
        edit=line(
            "  - id: eat",
            "do",
            '%L\n    how: "Опоздали и сердятся — администратор сам решает о скидке до {{ goodwill-limit }}, но первым её не называет."',
        ),
    ),
    Fault(
        "D100",
        "content",
        S + "first-feedback.yml",
        "Скрипт обещает то, чего раздел велит не говорить: «К лету поплывёт»",
        ("к лету", "поплыв", "не говор", "never", "обеща", "срок"),
        "Убрать обещание",
        edit=sub(
            "          Дома попробуйте <что попробовать дома>.\n          А что",
            "          Дома попробуйте <что попробовать дома>. К лету поплывёт!\n          А что",
        ),
    ),
)

FAULTS: tuple[Fault, ...] = FORMAT + CONTENT
