"""A journey in, its map told in words out, for those who do not see it."""

from cjm.diagram.captions import caption
from cjm.diagram.flow import Flow, Way, flow
from cjm.diagram.standards import state
from cjm.language.durations import spoken
from cjm.language.says import Language, Says
from cjm.model import Handbook, Journey, Touchpoint

_JOURNEY = Says("Карта пути «{title}».", "Map of the journey “{title}”.")
_ANYWHERE = Says("Сюда попадают из любой точки пути.", "One comes here from any touchpoint.")
_STAGE = Says("Этап «{title}».", "Stage “{title}”.")
_MOMENT = Says("момент истины", "moment of truth")
_ENTRY = Says("вход", "entry")
_WAIT = Says("ждёт не дольше {wait}", "waits at most {wait}")
_EMOTION = Says("чувство {value}", "feeling {value}")
_MISSING = Says("стандарта нет", "no standard")
_REVIEW = Says("стандарт на пересмотре", "standard under review")
_PAINS = Says("боль: {pains}", "pain: {pains}")
_NEXT = Says("Дальше: {ways}.", "Next: {ways}.")
_BACK = Says("возврат к {number}", "back to {number}")
_TO_JOURNEY = Says("путь «{title}»", "journey “{title}”")
_OUTCOME = Says("исход «{title}»", "outcome “{title}”")


def in_words(journey: Journey, handbook: Handbook, ways: Flow | None = None) -> str:
    """Every touchpoint with its number, what it is and where it leads, stage by stage."""
    language = handbook.outline.language
    ways = ways or flow(journey, handbook)
    told = [_JOURNEY.to(language, title=caption(journey.title, handbook))]
    if journey.interrupts:
        told.append(_ANYWHERE.to(language))
    for stage in journey.stages:
        told.append(_STAGE.to(language, title=caption(stage.title, handbook)))
        told += [_touchpoint(touchpoint, ways, handbook, language) for touchpoint in stage.touchpoints]
    return " ".join(told)


def _touchpoint(touchpoint: Touchpoint, ways: Flow, handbook: Handbook, language: Language) -> str:
    channels = {channel.id: channel.title.lower() for channel in handbook.outline.channels}
    about = [channels.get(touchpoint.channel, touchpoint.channel)]
    if touchpoint.id in ways.entries:
        about.append(_ENTRY.to(language))
    if touchpoint.moment_of_truth:
        about.append(_MOMENT.to(language))
    if touchpoint.wait is not None:
        about.append(_WAIT.to(language, wait=spoken(touchpoint.wait, language)))
    if touchpoint.emotion is not None:
        value = f"{touchpoint.emotion:+d}".replace("-", "−") if touchpoint.emotion else "0"
        about.append(_EMOTION.to(language, value=value))
    if touchpoint.pains:
        about.append(_PAINS.to(language, pains=", ".join(caption(pain, handbook) for pain in touchpoint.pains)))
    standing = state(touchpoint, handbook)
    if standing != "covered":
        about.append((_MISSING if standing == "missing" else _REVIEW).to(language))
    title = caption(touchpoint.title, handbook)
    said = f"{ways.number[touchpoint.id]}. {title}: {', '.join(filter(None, about))}."
    onward = [_way(way, ways, language) for way in ways.ways[touchpoint.id]]
    return f"{said} {_NEXT.to(language, ways='; '.join(onward))}" if onward else said


def _way(way: Way, ways: Flow, language: Language) -> str:
    if way.goes == "outcome":
        to = _OUTCOME.to(language, title=way.title)
    elif way.goes == "on":
        number = ways.number[way.target]
        to = _BACK.to(language, number=number) if way.back else str(number)
    else:
        to = _TO_JOURNEY.to(language, title=way.title)
    return f"{way.when} — {to}" if way.when else to
