"""The private room in, the answers in it out, and back: a batch a file, what was said of columns and of places beside them."""

import base64
import datetime as dt
import hashlib
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cjm.answers.answer import Answer, as_answer, as_row
from cjm.answers.columns import AnswerColumn
from cjm.answers.counting import Counted
from cjm.private.kinds import ANSWERS, FORMS, INBOX
from cjm.private.room import Room

LARGEST_RAW = 20_000_000  # bytes of a file that is kept beside what was read of it; a larger one stays where it is
_PLACES = "places"
_PART = 2_000  # answers in one record, so that a large file takes no more memory than a small one


def all_answers(room: Room) -> Iterator[Answer]:
    """Every answer once, in the order of the batches, whichever files it came in."""
    seen: set[str] = set()
    for batch in room.each(ANSWERS.folder):
        for row in batch.get("rows", ()):
            if row[0] not in seen:
                seen.add(row[0])
                yield as_answer(row, str(batch["source"]))


def counts_kept(room: Room) -> Iterator[Counted]:
    """The counts of files of which only counts were taken."""
    for batch in room.each(ANSWERS.folder):
        yield from (Counted(*row) for row in batch.get("counts", ()))


def keep_answers(room: Room, name: str, raw: bytes, source: str, answers: Sequence[Answer], today: dt.date) -> int:
    """Keep what is new of these answers, and the file for its days. How many were new."""
    known = {row[0] for batch in room.each(ANSWERS.folder) for row in batch.get("rows", ())}
    new = [one for one in answers if one.id not in known]
    id = batch_id(source.encode() + raw)
    if new:
        last = max(one.day for one in new)
        for part, at in enumerate(range(0, len(new), _PART)):
            rows = [as_row(one) for one in new[at : at + _PART]]
            room.write(
                ANSWERS.folder, {"id": f"{id}-{part}" if part else id, "day": last, "source": source, "rows": rows}
            )
        if len(raw) <= LARGEST_RAW:
            kept = base64.b64encode(zlib.compress(raw)).decode("ascii")
            room.write(INBOX.folder, {"id": id, "day": today.isoformat(), "name": name, "raw": kept})
    return len(new)


def keep_counts(room: Room, raw: bytes, counts: Sequence[Counted], today: dt.date) -> bool:
    """Keep counts that somebody else made; whether they are new."""
    id = f"n-{batch_id(raw)}"
    if room.record(ANSWERS.folder, id):
        return False
    day = max((f"{one.month}-28" for one in counts), default=today.isoformat())
    room.write(ANSWERS.folder, {"id": id, "day": day, "source": "counts", "counts": [list(one) for one in counts]})
    return True


def keep_places(room: Room, places: Mapping[str, str]) -> None:
    """Write down where answers belong, by their ids."""
    for batch in room.each(ANSWERS.folder):
        rows = [[*row[:5], places.get(row[0], row[5]), row[6]] for row in batch.get("rows", ())]
        if rows and rows != batch["rows"]:
            room.write(ANSWERS.folder, {**batch, "rows": rows})


def known_columns(room: Room, source: str) -> Mapping[str, Mapping[str, Any]]:
    """What was said of the columns of a form, by their titles."""
    return dict((room.record(FORMS.folder, source) or {}).get("columns", {}))


def source_of(room: Room, heading: Sequence[str]) -> str:
    """The form whose columns these are, so far as they were seen before; empty where it is none that is known."""
    best, found = 0.5, ""
    for form in room.records(FORMS.folder):
        titles = form.get("columns", {})
        share = len(set(titles) & set(heading)) / len(heading)
        if titles and share > best:
            best, found = share, str(form["id"])
    return found


def keep_columns(room: Room, source: str, columns: Sequence[AnswerColumn]) -> None:
    """Remember what the columns of a form are."""
    made = {**known_columns(room, source), **{one.title: one.entry() for one in columns}}
    room.write(FORMS.folder, {"id": source, "columns": made})


def place_rules(room: Room) -> Mapping[str, str]:
    """Words, and the touchpoints of which they tell."""
    return dict((room.record(FORMS.folder, _PLACES) or {}).get("words", {}))


def keep_place_rules(room: Room, rules: Mapping[str, str]) -> None:
    """Remember which words tell of which touchpoint."""
    room.write(FORMS.folder, {"id": _PLACES, "words": {**place_rules(room), **rules}})


def batch_id(raw: bytes) -> str:
    """The name of a batch: the same for the same bytes."""
    return hashlib.sha256(raw).hexdigest()[:12]
