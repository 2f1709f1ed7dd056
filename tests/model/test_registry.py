"""The registry is whole: each kind that a field names is declared, and each field says what its change means."""

import dataclasses
from collections.abc import Iterator

import pytest

from cjm.model import Handbook
from cjm.model.fields import Either, Many, Name, Reading, Record, Ref, element, spec, specs
from cjm.model.files import FILE_KINDS
from cjm.model.registry import KINDS, kind_of, known_as

# How a thing is looked after, which no approval covers. Whoever adds to this list has thought about it.
HOUSEKEEPING = {
    "DimensionValue": {"was"},
    "Section": {"status", "owner", "reviewed", "review_every", "was"},
    "Journey": {"was"},
    "Question": {"see"},  # only where its answer is looked up; without it the place is worked out
    "Resource": {"owner", "reviewed", "review_every"},
    "Outline": {"review", "lint", "public"},
}
WHOLE = {
    "Acceptance", "AcceptedPath", "LintSettings", "SwitchedOff", "Review", "Probe", "Approval", "Approved", "Minor", "Saw", "Laid",
    "Month", "FormSent", "AnswersCounted", "CasesCounted",
}  # fmt: skip


def records(item: type, seen: set[type]) -> Iterator[type]:
    if item in seen:
        return
    seen.add(item)
    yield item
    for one in specs(item).values():
        reads = element(one.reads)
        for record in reads.items if isinstance(reads, Either) else (reads,):
            if isinstance(record, Record):
                yield from records(record.item, seen)


def everything() -> list[type]:
    seen: set[type] = set()
    tops = [reading.item for kind in FILE_KINDS for _, _, reading in kind.lists if isinstance(reading, Record)]
    tops += [kind.item for kind in FILE_KINDS if kind.item]
    return [item for top in tops for item in records(top, seen)]


def kinds_named(reading: Reading) -> tuple[str, ...]:
    reading = reading.of if isinstance(reading, Many) else reading
    return reading.kinds if isinstance(reading, Ref) else (reading.kind,) if isinstance(reading, Name) else ()


@pytest.mark.parametrize("item", everything(), ids=lambda item: item.__name__)
def test_every_kind_that_a_field_names_is_declared(item: type) -> None:
    named = {kind for one in specs(item).values() for kind in kinds_named(one.reads)}
    assert named <= set(KINDS)


@pytest.mark.parametrize("item", everything(), ids=lambda item: item.__name__)
def test_housekeeping_is_a_closed_list(item: type) -> None:
    found = {name for name, one in specs(item).items() if one.weight == "housekeeping"} - {"accept"}
    assert item.__name__ in WHOLE or found == HOUSEKEEPING.get(item.__name__, set())


def test_no_field_is_declared_without_its_weight() -> None:
    with pytest.raises(TypeError):
        spec(Name("role"))  # type: ignore[call-arg]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_what_a_kind_declares_is_there(kind: object, handbook: Handbook) -> None:
    names = {field.name for field in dataclasses.fields(kind.item)}  # type: ignore[attr-defined]
    keys = {one.key for one in specs(kind.item).values()}  # type: ignore[attr-defined]
    assert kind.known_by in names and {*kind.unread, *kind.speech} <= keys  # type: ignore[attr-defined]
    assert not kind.leads or kind.leads in names  # type: ignore[attr-defined]
    things = list(handbook.things(kind.name))  # type: ignore[attr-defined]
    # A club with one place and one direction has nothing to tell apart; every other kind it shows at least once.
    assert things or kind.name == "dimension"  # type: ignore[attr-defined]
    assert all(kind_of(type(one)) is kind and known_as(one) for one in things)


def test_a_thing_is_found_by_kind_and_id_and_knows_its_home(handbook: Handbook) -> None:
    offer = handbook.journeys[0].touchpoints[0]
    assert handbook.find("touchpoint", offer.id) is offer
    assert handbook.home("touchpoint", offer.id) is handbook.journeys[0]
    assert handbook.find("touchpoint", "nowhere") is None and handbook.home("role", "nobody") is None
