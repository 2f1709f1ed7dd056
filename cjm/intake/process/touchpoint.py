"""An activity of a diagram in, a touchpoint out."""

from collections.abc import Mapping

from cjm.intake.process.chart import ChartElement
from cjm.intake.process.in_work import ProcessInWork, TouchpointInWork
from cjm.intake.questions import question_for
from cjm.language.says import Says

_PERSON = frozenset(("userTask", "manualTask", "person"))
_PRODUCT = frozenset(("serviceTask", "scriptTask", "businessRuleTask", "product"))
_OWN = ("client", "contact", "channel", "wait", "meanwhile", "backstage", "emotion", "moment_of_truth")
_END = Says("Конец пути", "End of the way")
_NAMELESS = Says("на схеме без названия: что здесь делают?", "nameless in the diagram: what is done here?")
_CHANNEL = Says("«{channel}» — какой это канал?", '"{channel}": which channel is it?')
_STANDARD = Says("«{standard}» — какой это раздел?", '"{standard}": which section is it?')


def take_touchpoint(process: ProcessInWork, at: int, is_end: bool) -> None:
    one, block, language = process.elements[at], process.blocks[at], process.intake.language
    own = dict(one.own)
    title = process.names[at] or (_END.to(language) if is_end else "")
    point = TouchpointInWork(
        at,
        process.intake.names.give("touchpoint", own.get("id", title or one.sort), 5 if "id" not in own else 99),
        title,
    )
    process.point[at] = point
    process.intake.end(block, "field" if title and process.names[at] else "ask", f"touchpoint:{point.id}.title" if title and process.names[at] else "",
                    None if title and process.names[at] else _NAMELESS)  # fmt: skip
    if not title:
        point.asked["title"] = _NAMELESS.to(language)
    value = point.value
    for key in ("client", "backstage"):
        if texts := process.said.get(at, {}).get(key):
            value[key] = "; ".join(texts)
    for key, told in process.said.get(at, {}).items():
        if key.endswith(" from"):
            for source in told:
                process.intake.end(
                    process.blocks[int(source)], "field", f"touchpoint:{point.id}.{key.removesuffix(' from')}"
                )
    if one.mood is not None:
        value["emotion"] = str(one.mood)
    elif one.kind == "activity" and one.by[:1].isdigit():
        point.asked["emotion"] = f"{one.by}: −2…+2?"
    if is_end:
        value["outcome"] = title
    _who(process, point, one)
    _own_fields(process, point, own)
    if own:
        return
    for key in ("contact", "channel"):
        if key not in value:
            point.asked[key] = question_for("touchpoint", key, language)


# Private functions


def _who(process: ProcessInWork, point: TouchpointInWork, one: ChartElement) -> None:
    """The role of the lane; whether a person or a product acts, where the diagram says so."""
    role = process.roles.get(one.lane) or process.roles.get(one.pool)
    acts = (one.lane or one.pool) not in process.clients
    if role and acts:
        point.value["role"] = role
    elif acts and not one.own and one.event != "end":
        point.asked["role"] = question_for("touchpoint", "role", process.intake.language)
    if acts and one.sort in _PERSON | _PRODUCT:
        point.value["contact"] = "person" if one.sort in _PERSON else "product"


def _own_fields(process: ProcessInWork, point: TouchpointInWork, own: Mapping[str, str]) -> None:
    """What a file of ours says itself; names of things that this handbook does not have are asked for."""
    value, handbook, language = point.value, process.intake.handbook, process.intake.language
    value.update({key: own[key] for key in _OWN if own.get(key)})
    if own and "contact" not in own:
        value.pop("contact", None)
    if "{{" in own.get("wait", "") and not handbook.find("fact", own["wait"].strip("{ }").partition(".")[0]):
        point.asked["wait"] = value.pop("wait")
    channels = {channel.id for channel in handbook.outline.channels}
    if (channel := own.get("channel", "")) and channel not in channels:
        del value["channel"]
        point.asked["channel"] = _CHANNEL.to(language, channel=channel)
    standards = own.get("standard", "").split()
    here = [one for one in standards if handbook.find(*(one.split(":", 1) if ":" in one else ("section", one)))]
    if here:
        value["standard"] = list(here)
    if lost := [one for one in standards if one not in here]:
        point.asked["standard"] = _STANDARD.to(language, standard=", ".join(lost))
    if pains := [line for line in own.get("pains", "").split("\n") if line]:
        value["pains"] = [{"pain": pain} for pain in pains]
