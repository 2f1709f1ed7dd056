"""What a rule yields and what the engine makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from cjm.edit import Edit
from cjm.language.says import Says
from cjm.model import Place

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
SEVERITY_WORDS: Mapping[Severity, Says] = {
    "error": Says("ошибка", "error"),
    "warning": Says("предупреждение", "warning"),
    "info": Says("замечание", "note"),
}


@dataclass(frozen=True, slots=True)
class Waypoint:
    """A touchpoint on the way that a finding shows, with what is to be said of it there."""

    title: str
    place: Place
    when: str = ""  # the condition of the edge that leads here
    note: Says | str = ""
    leaves: bool = False  # here the way goes wrong


@dataclass(frozen=True, slots=True)
class Found:
    """What only the rule knows: the place, the words for the gaps of its sentence, and the repair if there is one."""

    place: Place
    form: str = ""  # which of the rule's sentences, where it has several
    quote: str = ""  # the words at fault: the engine narrows the place to them
    values: Mapping[str, object] = field(default_factory=dict)
    trail: tuple[Waypoint, ...] = ()
    edits: tuple[Edit, ...] = ()
    severity: Severity | None = None  # where this finding of the rule weighs less than its others


def found(
    place: Place,
    form: str = "",
    *,
    quote: str = "",
    trail: tuple[Waypoint, ...] = (),
    edits: tuple[Edit, ...] = (),
    **values: object,
) -> Found:
    """A Found whose `values` are given by name."""
    return Found(place, form, quote, values, trail, edits)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found, stamped: ready to be shown in any format."""

    code: str  # CJM201
    slug: str
    severity: Severity
    place: Place
    message: str
    hint: str
    id: str  # kind:id of the innermost thing it is about, or the file
    trail: tuple[Waypoint, ...] = ()
    edits: tuple[Edit, ...] = ()
    accepted: str = ""  # the author's reason, where the finding is suppressed; it is counted and not reported
    baselined: bool = False
