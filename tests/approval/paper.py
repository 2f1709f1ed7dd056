"""An approval without a printer: the record of a book that was never set, and the approval of all that it names."""

import datetime as dt
from collections.abc import Iterable

from cjm.approval import standings
from cjm.approval.editions import EDITIONS_FOLDER, PrintedBook, editions, next_number
from cjm.approval.items import binds_of, items
from cjm.approval.record import BookRead, DecisionWish, record
from cjm.graph.dependencies import grounds
from cjm.model import Handbook, Written


def edition_of(handbook: Handbook, day: dt.date, only: Iterable[str] = ()) -> PrintedBook:
    """The record of the whole book, or of one that prints `only` these items."""
    now = items(handbook)
    now = {name: now[name] for name in only or now}
    rests = {
        name: binds_of(found.item, {})
        for one in now.values()
        if isinstance(one.thing, Written)
        for name, found in grounds(one.thing, handbook).items()
    }
    made = PrintedBook(
        number=next_number(handbook.editions), day=day.isoformat(), handbook=handbook.outline.id, scope="cut" if only else "",
        program="0", heads=(), items={name: one.digest for name, one in now.items()}, grounds=rests, content="paper",
    )  # fmt: skip
    return editions(handbook.editions).get(made.code, made)


def approved(handbook: Handbook, by: str, day: dt.date, names: Iterable[str] = ()) -> dict[str, bytes]:
    """The files of an approval of these items, or of all."""
    book = edition_of(handbook, day)
    person = next(one for one in handbook.outline.people if one.id == by)
    chosen = tuple(names) or tuple(items(handbook))
    _, files = record(handbook, standings(handbook, day), person, DecisionWish(names=chosen), day, BookRead(book, "0"))
    return {f"{EDITIONS_FOLDER}/{book.file}": book.as_json(), **files}
