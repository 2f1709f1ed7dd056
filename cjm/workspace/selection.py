"""The `every:` of a policy and a handbook in, the things it speaks of out, with the links that each of them lacks."""

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cjm.language import durations
from cjm.model import Conflict, Handbook, Section, Touchpoint
from cjm.model.fields import Many, Reading, Wait, Whole, Yes, specs
from cjm.model.shared.policy import Every

Thing = Touchpoint | Section | Conflict

KINDS: Mapping[str, type[Thing]] = {"touchpoint": Touchpoint, "section": Section, "conflict": Conflict}
_DERIVED: Mapping[str, tuple[str, ...]] = {
    "touchpoint": ("journey", "stage"),
    "section": ("part",),
    "conflict": ("section",),
}
_YES = ("true", "yes", "да", "on")
_OF_SECTION = ("script", "conflict", "question", "owner", "pass_on", "answer", "alone", "follow_up")
LINKS_OF: Mapping[str, tuple[str, ...]] = {
    "touchpoint": ("standard", "role", "wait", *_OF_SECTION),
    "section": ("role", *_OF_SECTION),
    "conflict": ("answer", "alone", "pass_on", "follow_up", "script", "question", "owner"),
}


@dataclass(frozen=True, slots=True)
class Selected:
    """A thing that a policy speaks of, with the sections that its script, question and owner are looked for in."""

    kind: str
    thing: Thing
    sections: tuple[Section, ...]
    derived: Mapping[str, str]


def kinds_of(every: Every) -> tuple[str, ...]:
    """The kinds that are written below `every:`."""
    return tuple(kind for kind in KINDS if kind in every.source.names)


def fields_of(kind: str) -> tuple[str, ...]:
    """The fields by which things of this kind can be selected."""
    written = (spec.key for spec in specs(KINDS[kind]).values() if _is_plain(spec.reads))
    return (*written, *_DERIVED[kind])


def select(handbook: Handbook, every: Every) -> tuple[Selected, ...]:
    """The things whose fields have the wanted values, in the order of the handbook."""
    return tuple(
        one
        for kind in kinds_of(every)
        for one in _all(handbook, kind)
        if all(_matches(one, key, values) for key, values in getattr(every, kind))
    )


def lacks(one: Selected, link: str) -> bool:
    """Whether a thing has no `link`, neither of its own nor in its sections."""
    thing = one.thing
    if isinstance(thing, Touchpoint) and link in ("standard", "role", "wait"):
        return getattr(thing, link) in ((), "", None)
    if isinstance(thing, Conflict) and link in ("answer", "alone", "pass_on", "follow_up"):
        return not getattr(thing, link)
    return not any(_IN_SECTION[link](section) for section in one.sections)


def is_own_link(one: Selected, link: str) -> bool:
    """Whether the link is mended on the thing itself, not in a section."""
    if isinstance(one.thing, Touchpoint):
        return link in ("standard", "role", "wait")
    return isinstance(one.thing, Conflict) and link in ("answer", "alone", "pass_on", "follow_up")


# Private functions

_IN_SECTION: Mapping[str, Callable[[Section], object]] = {
    # Where steps have words of their own, there is nothing that a script would add; some are done in silence.
    "script": lambda section: (
        section.scripts
        or (section.steps and 2 * sum(bool(step.say or step.write) for step in section.steps) >= len(section.steps))
    ),
    "conflict": lambda section: section.conflicts,
    "question": lambda section: section.questions,
    "owner": lambda section: section.owner,
    "role": lambda section: section.performer,
    "pass_on": lambda section: any(conflict.pass_on for conflict in section.conflicts),
    "answer": lambda section: any(conflict.answer for conflict in section.conflicts),
    "alone": lambda section: any(conflict.alone for conflict in section.conflicts),
    "follow_up": lambda section: any(conflict.follow_up for conflict in section.conflicts),
}


def _is_plain(reads: Reading) -> bool:
    one = reads.of if isinstance(reads, Many) else reads
    return type(one).__name__ in ("Name", "Ref", "Text", "Wait", "Day", "Whole", "Yes", "OneOf")


def _all(handbook: Handbook, kind: str) -> Iterator[Selected]:
    if kind == "touchpoint":
        for journey in handbook.journeys:
            for stage in journey.stages:
                for point in stage.touchpoints:
                    sections = (handbook.section.get(section) for section in point.standard)
                    derived = {"journey": journey.id, "stage": stage.id}
                    yield Selected(kind, point, tuple(section for section in sections if section), derived)
    for section in handbook.sections if kind != "touchpoint" else ():
        part = handbook.part_of.get(section.id)
        if kind == "section":
            yield Selected(kind, section, (section,), {"part": part.id if part else ""})
        else:
            for conflict in section.conflicts:
                yield Selected(kind, conflict, (section,), {"section": section.id})


def _matches(one: Selected, key: str, wanted: tuple[str, ...]) -> bool:
    if key in one.derived:
        return one.derived[key] in wanted
    field = _field(one.kind, key)
    if field is None:
        return False
    attribute, reads = field
    value = getattr(one.thing, attribute)
    written = {_text(each) for each in (value if isinstance(value, tuple) else (value,))}
    return any(_as_read(text, reads) in written for text in wanted)


@functools.lru_cache(256)
def _field(kind: str, key: str) -> tuple[str, Reading] | None:
    """The attribute under which the field `key` stands, and how one value of it is read."""
    for attribute, spec in specs(KINDS[kind]).items():
        if spec.key == key:
            return attribute, spec.reads.of if isinstance(spec.reads, Many) else spec.reads
    return None


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)


def _as_read(text: str, reads: Reading) -> str:
    """What an author typed, as the value of such a field reads."""
    if isinstance(reads, Yes):
        return "true" if text.strip().lower() in _YES else "false"
    if isinstance(reads, Wait):
        return str(durations.seconds(text))
    return text.strip().replace("\u2212", "-") if isinstance(reads, Whole) else text.strip()
