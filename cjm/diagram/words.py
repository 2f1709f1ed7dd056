"""A journey in, its map told in words out, for those who do not see it."""

from cjm.diagram.captions import caption
from cjm.diagram.flow import Arrow, Flow
from cjm.graph import name
from cjm.graph.waits import most
from cjm.language.durations import spoken
from cjm.language.phrases import lower
from cjm.language.says import Language, Says
from cjm.model import Handbook, Journey, Touchpoint

_JOURNEY = Says("Карта пути «{title}».", "Map of the journey “{title}”.")
_ANYWHERE = Says("Сюда попадают из любой точки пути.", "One comes here from any touchpoint.")
_STAGE = Says("Этап «{title}».", "Stage “{title}”.")
_MOMENT = Says("момент истины", "moment of truth")
_ENTRY = Says("вход", "entry")
_WAIT = Says("ждёт не дольше {wait}", "waits at most {wait}")
_EMOTION = Says("чувство {value}", "feeling {value}")
_STANDINGS = {
    "missing": Says("стандарта нет", "no standard"),
    "planned": Says("стандарт запланирован", "standard planned"),
    "review": Says("стандарт на пересмотре", "standard under review"),
    "elsewhere": Says("стандарт лежит не здесь", "standard kept elsewhere"),
}
_PAINS = Says("боль: {pains}", "pain: {pains}")
_NEXT = Says("Дальше: {ways}.", "Next: {ways}.")
_BACK = Says("возврат к {number}", "back to {number}")
_TO_JOURNEY = Says("путь «{title}»", "journey “{title}”")
_BACK_TO_JOURNEY = Says("возврат в путь «{title}»", "back to the journey “{title}”")
_UNKNOWN = Says("неизвестно куда: «{title}»", "nowhere known: “{title}”")
_OUTCOME = Says("исход «{title}»", "outcome “{title}”")


def described(journey: Journey, handbook: Handbook, ways: Flow) -> str:
    """Every touchpoint with its number, what it is and where it leads, stage by stage."""
    language = handbook.outline.language
    said = [_JOURNEY.to(language, title=caption(journey.title, handbook))]
    if journey.interrupts:
        said.append(_ANYWHERE.to(language))
    for stage in journey.stages:
        said.append(_STAGE.to(language, title=caption(stage.title, handbook)))
        drawn = filter(ways.draws, stage.touchpoints)
        said += [_touchpoint(touchpoint, ways, handbook, language) for touchpoint in drawn]
    return " ".join(said)


def _touchpoint(touchpoint: Touchpoint, ways: Flow, handbook: Handbook, language: Language) -> str:
    channels = {channel.id: lower(channel.title) for channel in handbook.outline.channels}
    about = [channels.get(touchpoint.channel, touchpoint.channel)]
    if name(touchpoint) in ways.entries:
        about.append(_ENTRY.to(language))
    if touchpoint.moment_of_truth:
        about.append(_MOMENT.to(language))
    if touchpoint.wait is not None:
        about.append(_WAIT.to(language, wait=spoken(most(touchpoint, handbook) or 0, language)))
    if touchpoint.emotion is not None:
        value = f"{touchpoint.emotion:+d}".replace("-", "−") if touchpoint.emotion else "0"
        about.append(_EMOTION.to(language, value=value))
    if touchpoint.pains:
        about.append(_PAINS.to(language, pains=", ".join(caption(pain.pain, handbook) for pain in touchpoint.pains)))
    standing = ways.state(touchpoint)
    if standing in _STANDINGS:
        about.append(_STANDINGS[standing].to(language))
    title = caption(touchpoint.title, handbook)
    said = f"{ways.number[name(touchpoint)]}. {title}: {', '.join(filter(None, about))}."
    onward = [_way(way, ways, language) for way in ways.ways[name(touchpoint)]]
    return f"{said} {_NEXT.to(language, ways='; '.join(onward))}" if onward else said


def _way(way: Arrow, ways: Flow, language: Language) -> str:
    if way.goes == "outcome":
        to = _OUTCOME.to(language, title=way.title)
    elif way.goes == "on":
        number = ways.number[way.target]
        to = _BACK.to(language, number=number) if way.back else str(number)
    elif way.goes == "unknown":
        to = _UNKNOWN.to(language, title=way.title)
    else:
        to = (_BACK_TO_JOURNEY if way.back else _TO_JOURNEY).to(language, title=way.title)
    return f"{way.when} — {to}" if way.when else to
