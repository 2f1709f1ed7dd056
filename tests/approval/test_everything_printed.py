"""Each printed field of each kind of the registry, changed alone: review, diff, the sheet and approve see it."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from cjm.approval import standings
from cjm.approval.conditions import against_book
from cjm.approval.items import OF_REGISTRY, items
from cjm.approval.record import BookRead
from cjm.book import WHOLE, since
from cjm.diff.difference import difference
from cjm.load import load
from cjm.model import Handbook, Written
from cjm.model.fields import (
    HOUSEKEEPING,
    Address,
    Day,
    Either,
    Many,
    Name,
    OneOf,
    Pairs,
    Reading,
    Record,
    Ref,
    Shaped,
    Text,
    Wait,
    Whole,
    Yes,
    specs,
)  # fmt: skip
from cjm.model.outline import Outline

from .conftest import FILES
from .paper import approved, edition_of

DAY = dt.date(2026, 11, 21)


def made(reads: Reading, seed: str) -> Any:
    """A value that the reading could have made; another seed makes another one."""
    match reads:
        case Text():
            return f"слово {seed}"
        case Name() | Ref():
            return f"id-{seed}"
        case Shaped():
            return f"2026-1{len(seed)}"
        case Wait():
            return 60 * len(seed)
        case Day():
            return dt.date(2026, 1, len(seed))
        case Whole(least=least):
            return least + len(seed)
        case Yes():
            return True
        case Address():
            return f"https://example.org/{seed}"
        case OneOf(words=words):
            return words[len(seed) % len(words)]
        case Record(item=item):
            return full(item, seed)
        case Either(items=choices):
            return full(choices[0].item, seed)
        case Many(of=of):
            return (made(of, seed),)
        case Pairs(of=of):
            return ((f"key-{seed}", made(of, seed)),)


def full(item: type, seed: str = "a") -> Any:
    """A record with every printed field filled."""
    return item(**{name: made(spec.reads, seed) for name, spec in specs(item).items() if spec.weight != HOUSEKEEPING})


def altered(item: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """The record with each of its printed fields changed alone, however deep it stands."""
    for name, spec in specs(type(item)).items():
        value = getattr(item, name)
        if spec.weight == HOUSEKEEPING:
            continue
        inner = value[0] if isinstance(value, tuple) and value else value
        if isinstance(inner, Written):
            for where, one in altered(inner, f"{path}{name}."):
                yield where, dataclasses.replace(item, **{name: (one,) if isinstance(value, tuple) else one})
        else:
            only = isinstance(spec.reads, OneOf) and len(spec.reads.words) == 1
            other = False if isinstance(spec.reads, Yes) else None if only else made(spec.reads, "bb")
            yield f"{path}{name}", dataclasses.replace(item, **{name: other})


def base() -> Handbook:
    return load({path: text.encode() for path, text in FILES.items()})


def with_thing(handbook: Handbook, kind: str, thing: Any) -> Handbook:
    if kind == "outline":
        return dataclasses.replace(handbook, outline=thing)
    if kind in ("section", "journey"):
        return dataclasses.replace(handbook, **{f"{kind}s": (*getattr(handbook, f"{kind}s"), thing)})
    if kind == "dimension":
        more = dataclasses.replace(handbook.outline, dimensions=(*handbook.outline.dimensions, thing))
        return dataclasses.replace(handbook, outline=more)
    return dataclasses.replace(handbook, shared={**handbook.shared, kind: (*handbook.shared.get(kind, ()), thing)})


def cases() -> Iterator[tuple[str, str, Any, Any]]:
    for kind in OF_REGISTRY:
        thing = full(kind.item)
        for where, other in altered(thing):
            if where != "id":  # another id is another thing: below
                yield kind.name, where, thing, other
    people = base().outline
    outline = dataclasses.replace(
        full(Outline), id=people.id, people=(*people.people, *full(Outline).people), parts=(*people.parts, *full(Outline).parts),
        approval=None, language="ru",
    )  # fmt: skip
    for where, other in altered(full(Outline)):
        name = where.partition(".")[0]
        if name in ("id", "approval", "language"):  # another handbook; whose approval counts; of two words
            continue
        value = getattr(other, name)
        yield "outline", where, outline, dataclasses.replace(
            outline, **{name: (*getattr(people, name), *value) if name in ("people", "parts") else value}
        )  # fmt: skip


CASES = list(cases())


@pytest.mark.parametrize(("kind", "where", "thing", "other"), CASES, ids=[f"{one[0]}-{one[1]}" for one in CASES])
def test_a_field_changed_alone_is_seen_by_all(kind: str, where: str, thing: Any, other: Any) -> None:
    before = with_thing(base(), kind, thing)
    files = approved(before, "boris", DAY)
    texts = {
        name.rpartition("/")[2].removesuffix(".json"): raw for name, raw in files.items() if name.endswith(".json")
    }
    record = load({name: raw for name, raw in files.items() if name.endswith(".yml")}).approvals
    signed = {"approvals": record, "approved_texts": texts, "editions": {k: v for k, v in texts.items() if "-" in k}}
    before = dataclasses.replace(before, **signed)  # type: ignore[arg-type]
    assert {one.status for one in standings(before, DAY).all.values()} == {"approved"}

    after = dataclasses.replace(with_thing(base(), kind, other), **signed)  # type: ignore[arg-type]
    moved = [name for name, one in standings(after, DAY).all.items() if one.status != "approved"]
    assert moved, "review"
    assert difference(before, after, "ru").changes, "diff"
    told = since(after, DAY)
    assert told is not None and list(told.changes(WHOLE, after.sections)), "sheet"
    read = BookRead(edition_of(before, DAY), "0")
    assert list(against_book(after, read, list(items(after)), True, DAY, "ru")), "approve"


def test_every_kind_of_the_registry_is_walked() -> None:
    walked = {kind for kind, _, _, _ in CASES}
    assert walked == {kind.name for kind in OF_REGISTRY} | {"outline"} and len(CASES) > 150
