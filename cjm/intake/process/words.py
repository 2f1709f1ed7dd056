"""A way through a chart in, the words of its condition out; also who in a diagram is the client."""

import re
from collections.abc import Sequence

from cjm.intake.block import Block
from cjm.intake.process.chart import ChartElement
from cjm.intake.process.ways import ChartWay
from cjm.language.says import Language, Says

_CLIENT = re.compile(
    r"\b(?:клиент(?:ка|ы)?|покупател[ьи]|гост[ьи]|гостья|заказчики?|пациент(?:ка|ы)?|пользовател[ьи]|посетител[ьи]|родител[ьи]|ученики?"
    r"|студенты?|абоненты?|потребител[ьи]|заявител[ьи]|турист|пассажир|подписчик"
    r"|(?<!\S)(?:я|me|you)(?!\S)|clients?|customers?|guests?|patients?|buyers?|visitors?|consumers?|applicants?|citizens?|shoppers?|passengers?|end.?users?)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:отдел|служб|менеджер|специалист|сервис|поддержк|центр|опыт|сайт|приложени|чат|бот|серв|баз|данн"
    r"|service|support|care|relation|desk|rep\b|representative|team|manager|department|success|account|system|portal|data|engagement|office|site|app\b|bot\b)",
    re.IGNORECASE,
)
_EVENTS = {
    "timer": Says("прошло время", "time has passed"),
    "message": Says("пришло сообщение", "a message has come"),
    "error": Says("ошибка", "an error"),
    "signal": Says("пришёл сигнал", "a signal has come"),
    "escalation": Says("передано выше", "passed on to a superior"),
    "conditional": Says("выполнено условие", "a condition holds"),
    "cancel": Says("отменено", "cancelled"),
    "compensate": Says("нужно вернуть, как было", "it has to be undone"),
}
_SPAN = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_UNITS = (
    Says("г", "years"), Says("мес", "months"), Says("нед", "weeks"), Says("дн", "days"), Says("ч", "h"), Says("мин", "min"), Says("с", "s"),
)  # fmt: skip


def is_client(title: str) -> bool:
    """Whether a lane or a pool is the client himself, not those who look after him."""
    return len(title.split()) <= 4 and _CLIENT.search(title) is not None and _STAFF.search(title) is None


def said_along(
    way: ChartWay, elements: Sequence[ChartElement], names: Sequence[str], blocks: Sequence[Block], language: Language
) -> str:
    """What is written along a way: the question of a fork with its answer, and what has to happen."""
    told: list[str] = []
    asked = ""
    for at in way.passes:
        one = elements[at]
        if one.kind == "fork":
            asked = names[at]
        elif one.kind == "flow":
            words = _written(blocks[at])
            if words:
                told.append(_answer(asked, words))
                asked = ""
        elif (
            one.kind == "event"
            and (words := _event(one, blocks[at], language))
            and (names[at] or not told or one.by not in ("error", "cancel", "escalation"))
        ):  # a fault that has been told of
            told.append(words)
    return ", ".join(dict.fromkeys(told))


def unanswered(
    way: ChartWay, elements: Sequence[ChartElement], names: Sequence[str], blocks: Sequence[Block]
) -> tuple[str, ...]:
    """What forks on a way ask or say of which none of the arrows behind them says anything."""
    left = []
    for at in way.passes:
        one = elements[at]
        if one.kind == "fork" and names[at] and not one.together:
            behind = (where for where, each in enumerate(elements) if each.kind == "flow" and each.source == one.id)
            if not any(_written(blocks[where]) or elements[where].otherwise for where in behind):
                left.append(names[at])
    return tuple(dict.fromkeys(left))


def begins_text(
    way: ChartWay, elements: Sequence[ChartElement], names: Sequence[str], blocks: Sequence[Block], language: Language
) -> str:
    """What is written on a beginning, and along the way from it."""
    own = _event(elements[way.source], blocks[way.source], language) if elements[way.source].kind == "event" else ""
    return ", ".join(word for word in (own, said_along(way, elements, names, blocks, language)) if word)


# Private functions


def _written(block: Block) -> str:
    return next((cell for cell in block.cells[1:] if cell), "")


def _answer(asked: str, words: str) -> str:
    if not asked:
        return words
    return f"{asked} {words}" if asked.endswith("?") else f"{asked}: {words}"


def _event(one: ChartElement, block: Block, language: Language) -> str:
    """What has to happen: the name of the event, else what it is made by and when."""
    words = [cell for cell in block.cells[1:] if cell]
    named = len(block.cells) > 1 and bool(block.cells[1])
    if named or one.by not in _EVENTS:
        return words[0] if named else ""
    more = [_spoken(word, language) for word in words]
    return ": ".join([_EVENTS[one.by].to(language), *more[:1]])


def _spoken(words: str, language: Language) -> str:
    """«PT2H» as «2 ч»."""
    found = _SPAN.fullmatch(words)
    if not found or not any(found.groups()):
        return words
    return " ".join(
        f"{number} {unit.to(language)}" for number, unit in zip(found.groups(), _UNITS, strict=True) if number
    )
