"""The lanes and pools of a diagram in, who they are out: roles, departments, partners, the client."""

from collections.abc import Mapping

from cjm.edit import YamlValue
from cjm.intake.people import role_of
from cjm.intake.process.in_work import ProcessInWork
from cjm.intake.process.words import is_client
from cjm.language.says import Says

_LANE = Says("дорожка без названия или пустая", "a lane that has no name, or is empty")
_CLIENT_LANE = Says("клиента среди ролей заводить не нужно", "the client is not among the roles")


def take_parties(process: ProcessInWork) -> None:
    """Lanes and pools: roles, departments, partners, the client."""
    for at, one in enumerate(process.elements):
        if one.kind not in ("lane", "pool"):
            continue
        title, block = process.names[at], process.blocks[at]
        if one.kind == "pool" and one.own:
            continue
        if dict(one.own).get("role") == "-":
            process.intake.end(block, "dropped", why=_LANE)
            continue
        holds_lanes = any(other.kind == "lane" and (other.lane or other.pool) == one.id for other in process.elements)
        if title and is_client(title):
            process.clients.add(one.id)
            if one.kind == "lane":
                process.intake.end(block, "dropped", why=_CLIENT_LANE)
        elif not title:
            if one.kind == "lane":
                process.intake.end(block, "dropped", why=_LANE)
        elif one.kind == "lane":
            _take_role(process, at, {"kind": "department"} if holds_lanes else {})
        elif one.id not in process.busy and one.sort == "participant":
            _take_role(process, at, {"kind": "partner"})
        elif not holds_lanes and (role_of(title) or process.intake.role(title)):
            _take_role(process, at, {})


# Private functions


def _take_role(process: ProcessInWork, at: int, more: Mapping[str, YamlValue]) -> None:
    one, title = process.elements[at], process.names[at]
    if known := dict(one.own).get("role", ""):
        known = known if process.intake.handbook.find("role", known) else ""
    known = known or process.intake.role(title)
    if known:
        process.roles[one.id] = known
    else:
        value: dict[str, YamlValue] = {"title": title, **more}
        if one.kind == "lane" and one.lane in process.roles:
            value["part_of"] = process.roles[one.lane]
        process.roles[one.id] = process.intake.draft("role", title, value, process.blocks[at]).id
    process.intake.end(process.blocks[at], "field", f"role:{process.roles[one.id]}.title")
