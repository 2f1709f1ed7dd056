"""What hangs on a thing in, the same as lines for a terminal or as JSON out."""

import json
from collections.abc import Iterator, Sequence

from cjm.graph.dependencies import ground
from cjm.graph.impact import Impact
from cjm.language.numerals import counted
from cjm.language.says import Language, Says
from cjm.model import Handbook, Item, Place, Probe
from cjm.model.month import Month
from cjm.model.registry import kind_of, known_as
from cjm.wording import label
from cjm.wording.titles import numbered
from cjm.workspace.subjects import identity

_NOTHING = Says(
    "на этом ничего не держится: изменить или убрать можно свободно",
    "nothing hangs on it: it may be changed or taken out freely",
)
_NAMED = Says("Его называют", "It is named in")
_RESTS = Says("На нём держатся разделы", "Sections that rest on it")
_THROUGH = Says("через {chain}", "through {chain}")
_MET = Says("Клиент встречает это в точках", "Clients meet it at")
_CALLED, _THING = Says("«{title}»", '"{title}"'), Says("{kind} «{title}»", '{kind} "{title}"')
_COUNTED, _PROBE = Says("числа месяца", "figures of the month"), Says("пробный запрос", "search probe")
_AGAIN = Says("Если изменится то, что делают, перечитают", "If what people do changes, these read again")


def as_text(found: Impact, handbook: Handbook, language: Language) -> str:
    """A paragraph for each question, the thing itself first."""
    return "\n".join(_lines(found, handbook, language)) + "\n"


def as_json(found: Impact) -> str:
    """The same with ids, for other programs."""
    data = {
        "thing": identity(found.thing),
        "named": [
            {"by": identity(top) or _at(top.at()), "at": [_at(place) for place in places]}
            for top, places in found.named
        ],
        "sections": [{"section": section.id, "through": list(chain)} for section, chain in found.sections],
        "touchpoints": [touchpoint.id for touchpoint in found.touchpoints],
        "readers": [{"role": role.id, "sections": [one.id for one in again]} for role, again in found.readers],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


# Private functions


def _lines(found: Impact, handbook: Handbook, language: Language) -> Iterator[str]:
    yield f"{identity(found.thing)} — {_title(found.thing, handbook)} ({_at(found.thing.at())})"
    if not found.reaches:
        yield _NOTHING.to(language)
        return
    named = [f"{_told(top, handbook, language)}: {_places(places)}" for top, places in found.named]
    rests = [
        numbered(section.id, section.title, handbook)
        + (f" ({_THROUGH.to(language, chain=_chain(chain, handbook, language))})" if chain else "")
        for section, chain in found.sections
    ]
    met = [f"{handbook.journey_of[one.id].title}: {_title(one, handbook)}" for one in found.touchpoints]
    again = [
        f"{role.title}: " + counted(len(sections), ("раздел", "раздела", "разделов"), ("section", "sections"), language)
        for role, sections in found.readers
    ]
    for head, lines in ((_NAMED, named), (_RESTS, rests), (_MET, met), (_AGAIN, again)):
        if lines:
            yield ""
            yield f"{head.to(language)} ({len(lines)}):"
            yield from (f"  {line}" for line in lines)


def _told(top: Item, handbook: Handbook, language: Language) -> str:
    if isinstance(top, Month | Probe):  # no kinds of things: nobody names them in a text
        kind, title = (_COUNTED, top.id) if isinstance(top, Month) else (_PROBE, top.query)
    else:
        kind, title = kind_of(type(top)).says, _title(top, handbook)
    return _THING.to(language, kind=kind.to(language), title=title)


def _title(thing: Item, handbook: Handbook) -> str:
    return label(known_as(thing), handbook)


def _chain(names: Sequence[str], handbook: Handbook, language: Language) -> str:
    things = (ground(name, handbook) for name in names)
    return ", ".join(_CALLED.to(language, title=_title(thing, handbook)) for thing in things if isinstance(thing, Item))


def _places(places: Sequence[Place]) -> str:
    lines = ", ".join(str(line) for line in dict.fromkeys(place.line for place in places))
    return f"{places[0].file}:{lines}"


def _at(place: Place) -> str:
    return f"{place.file}:{place.line}"
