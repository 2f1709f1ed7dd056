"""A pool of a diagram in, a journey out."""

from collections.abc import Sequence

from cjm.edit import YamlValue
from cjm.intake.masks import named_after
from cjm.intake.plan import Draft
from cjm.intake.process.in_work import ProcessInWork, TouchpointInWork
from cjm.intake.process.leading import take_entries, take_ways
from cjm.intake.process.order import in_order, in_stages
from cjm.intake.process.touchpoint import take_touchpoint
from cjm.intake.questions import question_for
from cjm.language.says import Says

_STAGE = Says("Этап {number}", "Stage {number}")
_WHOLE = Says("Весь путь", "The whole way")
_STAGE_NAME = Says("как называется этот этап?", "what is this stage called?")
_TANGLED = Says(
    "за этой точкой так много развилок подряд, что условия не прочитаны",
    "so many forks follow this one that their conditions were not read",
)


def take_journey(process: ProcessInWork, pool: int) -> None:
    one, block = process.elements[pool], process.blocks[pool]
    stops = [at for at in process.ways.out if process.elements[at].pool == one.id]
    if not stops:
        return
    own = dict(one.own)
    title = process.names[pool] or named_after(process.intake.document.name)
    id = process.intake.names.give("journey", own.get("journey", title))
    begins = [way for way in process.ways.begins if process.elements[way.source].pool == one.id]
    ends = _end_points(process, stops)
    points = [*stops, *ends]
    out = {
        at: [way for way in process.ways.out.get(at, ()) if way.target in process.ways.out or way.target in ends]
        for at in points
    }
    order = in_order(points, {at: [way.target for way in ways] for at, ways in out.items()},
                     [way.target for way in begins if way.target in out], process.chart.ordered)  # fmt: skip
    stages = in_stages(order, {at: process.stage_of(at) for at in points})
    order = [at for _, members in stages for at in members]
    for at in order:
        if at in process.ways.tangled:
            process.intake.end(process.blocks[at], "not-understood", why=_TANGLED)
        take_touchpoint(process, at, at in ends)
    take_entries(process, begins, out, order)
    place = {at: number for number, at in enumerate(order)}
    for at in order:
        if at not in ends:
            take_ways(process, at, out[at], place)
    made = [process.point[at] for at in order]
    if not any(
        one.value.get("outcome") or any(process.leads_away(way.target) for way in out.get(one.at, ())) for one in made
    ):
        made[-1].asked["outcome"] = question_for("touchpoint", "outcome", process.intake.language)
    legs: list[YamlValue] = []
    for number, (stage, members) in enumerate(stages, start=1):
        legs.append(_leg(process, id, stage, members, number, len(stages)))
    value: dict[str, YamlValue] = {"journey": id, "title": title}
    clients = [process.names[process.number[name]] for name in process.clients if name in process.number]
    value.update({key: own[key] for key in ("client", "purpose", "enter") if own.get(key)})
    if clients and "client" not in value:
        value["client"] = clients[0]
        for name in process.clients:
            if name in process.number and process.elements[process.number[name]].kind == "pool":
                process.intake.end(process.blocks[process.number[name]], "field", f"journey:{id}.client")
    process.intake.drafts.append(Draft("journey", id, title, {**value, "stages": legs}, (block.line,)))
    process.intake.end(block, "field", f"journey:{id}.title")


# Private functions


def _end_points(process: ProcessInWork, stops: Sequence[int]) -> dict[int, str]:
    """Ends that need a touchpoint of their own: something leads there on a condition."""
    return {
        way.target: ""
        for at in stops
        for way in process.ways.out[at]
        if process.elements[way.target].event == "end" and len(process.ways.out[at]) > 1 and not process.elements[way.target].own
    }  # fmt: skip


def _leg(
    process: ProcessInWork, journey: str, stage: str, members: Sequence[int], number: int, count: int
) -> YamlValue:
    """A stage with its touchpoints as they are written."""
    language, known = process.intake.language, process.number.get(stage)
    own = dict(process.elements[members[0]].own)
    title = own.get("stage-title") or (process.names[known] if known is not None else "")
    asked: dict[str, YamlValue] = {}
    if known is not None and title and not own:
        process.intake.end(process.blocks[known], "field", f"journey:{journey}.stages")
    if not title:
        title = _WHOLE.to(language) if count == 1 else _STAGE.to(language, number=number)
        if count > 1:
            asked["title"] = _STAGE_NAME.to(language)
    id = process.intake.names.give(f"stage of {journey}", own.get("stage", title))
    leg: dict[str, YamlValue] = {
        "stage": id,
        "title": title,
        "touchpoints": [_written(process.point[at]) for at in members],
    }
    return {**leg, "open": asked} if asked else leg


def _written(point: TouchpointInWork) -> YamlValue:
    value = dict(point.value)
    order = ("client", "contact", "channel", "role", "backstage", "wait", "meanwhile", "emotion", "pains", "moment_of_truth", "standard",
             "entry", "outcome", "next")  # fmt: skip
    made: dict[str, YamlValue] = {"id": point.id, **({"title": point.title} if point.title else {})}
    made.update((key, value[key]) for key in order if key in value)
    return {**made, "open": point.asked} if point.asked else made
