"""The ways of a diagram in, entries and edges of its touchpoints out."""

from collections.abc import Mapping, Sequence

from cjm.edit import YamlValue
from cjm.intake.process.in_work import ProcessInWork, TouchpointInWork
from cjm.intake.process.ways import ChartWay
from cjm.intake.process.words import begins_text, said_along, unanswered
from cjm.language.says import Says

_END = Says("Конец пути", "End of the way")
_WHEN = Says("при каком условии сюда?", "on which condition does one go here?")
_AT_ONCE = Says(
    "на схеме эти дороги идут одновременно: как их проходит клиент?",
    "in the diagram these ways are gone at once: how does the client go?",
)
_WHICH = Says("«{asked}» — при каком условии сюда?", '"{asked}": on which condition does one go here?')
_ALSO = Says(
    "на схеме одновременно с другой, при «{when}»: как их проходит клиент?",
    "in the diagram at once with another, on {when}: how does the client go?",
)
_STARTED = Says(
    "на схеме путь начинается так: «{event}». Что делает клиент?",
    "in the diagram the way begins so: {event}. What does the client do?",
)
_JOIN = Says("соединение дорог, условия в нём нет", "ways meet here, there is no condition in it")
_PARALLEL = Says(
    "дороги расходятся одновременно, а клиент идёт по одной: решите, что делает он, а что — сотрудники",
    "the ways are gone at once, and a client goes one: decide what he does and what the staff does",
)
_ITSELF = Says(
    "дорога ведёт к себе же, а путь так не умеет: опишите повтор в стандарте",
    "the way leads to where it starts: tell in the standard how it is done again",
)


def take_entries(
    process: ProcessInWork, begins: Sequence[ChartWay], out: Mapping[int, Sequence[ChartWay]], order: Sequence[int]
) -> None:
    """Where a client may begin: behind the beginnings, or where nothing leads."""
    language = process.intake.language
    first = list(dict.fromkeys(way.target for way in begins if way.target in process.point))
    led = {way.target for ways in out.values() for way in ways} | set(order[1:] if process.chart.in_row else ())
    said = bool(first) and bool(process.elements[order[0]].own)  # a file of ours names all of them
    first += [at for at in order if at not in led and at not in first and not said]
    seen: set[int] = set()
    for at in (
        *first,
        *(() if process.chart.in_row or said else order),
    ):  # a ring of ways is entered at the first of it
        if at not in seen:
            first += [] if at in first else [at]
            waiting = [at]
            while waiting:
                here = waiting.pop()
                seen.add(here)
                waiting += [way.target for way in out.get(here, ()) if way.target not in seen]
    for at in first:
        process.point[at].value["entry"] = "true"
    for way in begins:
        if way.target not in process.point:
            continue
        point, event = (
            process.point[way.target],
            begins_text(way, process.elements, process.names, process.blocks, language),
        )
        if event and not process.elements[way.target].own:
            if "client" not in point.value:
                point.asked["client"] = _STARTED.to(language, event=event)
            process.intake.end(process.blocks[way.source], "ask", why=_STARTED.filled(event=event))
        for passed in (way.source, *way.passes):
            process.intake.end(process.blocks[passed], "field", f"touchpoint:{point.id}.entry")


def take_ways(process: ProcessInWork, at: int, ways: Sequence[ChartWay], place: Mapping[int, int]) -> None:
    """The ways out of a touchpoint, each with its condition; the only one to an end is its outcome."""
    point, language = process.point[at], process.intake.language
    every = process.ways.out[at]
    if process.chart.in_row and place[at] < len(place) - 1:
        return
    for way in every:
        if way.target == at and not process.own_way(way):
            for passed in way.passes[-1:]:
                process.intake.end(process.blocks[passed], "not-understood", why=_ITSELF)
        for passed in way.passes:
            _passed(process, passed, point, len(every))
    for way in every:
        if "outcome" in dict(process.elements[way.target].own):
            point.value["outcome"] = process.names[way.target]
            process.intake.end(process.blocks[way.target], "field", f"touchpoint:{point.id}.outcome")
    every = tuple(way for way in every if "outcome" not in dict(process.elements[way.target].own))
    if not every and ("outcome" in point.value or (process.elements[at].own and place[at] == len(place) - 1)):
        return
    only = every[0] if len(every) == 1 else None
    if not every or (only is not None and only.target not in process.point and not process.leads_away(only.target)):
        end = process.names[only.target] if only else ""
        point.value["outcome"] = end or dict(process.elements[at].own).get("outcome") or _END.to(language)
        if only:
            process.intake.end(process.blocks[only.target], "field", f"touchpoint:{point.id}.outcome")
        return
    edges: list[YamlValue] = []
    seen: set[tuple[str, str]] = set()
    conditions: set[str] = set()
    for way in every:
        leads = process.leads_away(way.target)
        if way.target == at and not process.own_way(way):
            continue
        target = leads or process.point[way.target].id
        quiet = len(every) > 1 and all(process.happens(other) for other in every if other is not way)
        edge = _edge(process, way, target, conditions, len(every) > 1, quiet)
        edge_key = (target, str(edge.get("when") or edge.get("open", "")))
        if edge_key in seen:
            continue
        seen.add(edge_key)
        if not leads and place[way.target] <= place[at] and not process.own_way(way):
            edge["back"] = "true"
        if leads:
            process.intake.end(process.blocks[way.target], "field", f"touchpoint:{point.id}.next")
        edges.append(
            {
                **{key: one for key, one in edge.items() if key != "open"},
                **({"open": edge["open"]} if "open" in edge else {}),
            }
        )
    if edges:
        point.value["next"] = edges
    else:
        point.value.setdefault("outcome", _END.to(language))


# Private functions


def _edge(
    process: ProcessInWork, way: ChartWay, target: str, conditions: set[str], forks: bool, quiet: bool
) -> dict[str, YamlValue]:
    language, own = process.intake.language, process.own_way(way)
    edge: dict[str, YamlValue] = {"to": target}
    if own:
        edge.update({key: own[key] for key in ("when", "otherwise", "back", "at_most") if own.get(key)})
        return edge
    when = said_along(way, process.elements, process.names, process.blocks, language)
    if left := unanswered(way, process.elements, process.names, process.blocks):
        return edge | {"open": {"when": _WHICH.to(language, asked=", ".join(filter(None, (when, *left))))}}
    rest = quiet or any(process.elements[passed].otherwise for passed in way.passes)
    together = any(process.elements[passed].together and process.forks(passed) for passed in way.passes)
    if when and when.lower() in conditions and forks:
        edge["open"] = {"when": (_ALSO if together else _WHEN).to(language, when=when)}
    elif when:
        edge["when"] = when
        conditions.add(when.lower())
    elif rest:
        edge["otherwise"] = "true"
    elif forks:
        edge["open"] = {"when": (_AT_ONCE if together else _WHEN).to(language)}
    if rest and "when" in edge:
        edge["otherwise"] = "true"
    return edge


def _passed(process: ProcessInWork, at: int, point: TouchpointInWork, count: int) -> None:
    """Where what a way passes ends."""
    one, block = process.elements[at], process.blocks[at]
    if one.kind == "fork" and one.together and process.forks(at):
        process.intake.end(block, "not-understood", why=_PARALLEL)
    elif one.kind == "fork" and not process.names[at]:
        process.intake.end(block, "dropped", why=_JOIN)
    elif one.kind != "frame":
        process.intake.end(block, "field", f"touchpoint:{point.id}.next")
