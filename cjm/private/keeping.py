"""A room in, what has outlived its term, what is known of one person, and what becomes of a merged room out."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

from cjm.language.says import Says
from cjm.private.kinds import EMPLOYEES, SORTS, Sort
from cjm.private.people import as_employee, employees, forgotten, keep_employee, merged_employee
from cjm.private.room import FILE_OF_ROOM, FORGOTTEN, Entry, NotPrivate, Room, read_entry

_NO_OTHER = Says("{folder}: здесь нет личных записей гайдлайна «{handbook}»", '{folder} holds no private records of the handbook "{handbook}"')  # fmt: skip


def past_term(room: Room, today: dt.date) -> tuple[tuple[Sort, Entry], ...]:
    """The records whose term is over."""
    return tuple((kept, one) for kept, one in room.every() if one.get("day") and _ends(room, kept, one) < today)


def delete(room: Room, records: tuple[tuple[Sort, Entry], ...], today: dt.date) -> None:
    """Delete these records. Of a person all goes, and nothing of them comes back from another laptop."""
    for kept, one in records:
        if kept is EMPLOYEES:
            forget(room, str(one["id"]), today)
        else:
            room.remove(kept.folder, str(one["id"]))


def of_person(room: Room, person: str) -> Iterator[tuple[Sort, Entry]]:
    """Everything that is kept about one person: the right to see it."""
    return ((kept, one) for kept, one in room.every() if one.get("person") == person)


def forget(room: Room, person: str, today: dt.date) -> tuple[int, int]:
    """Delete everything about a person, first what says who it is; give back how many records went and how many lost the name."""
    gone = cut = 0
    room.write(FORGOTTEN, {"id": person, "day": today.isoformat()})
    for kept, one in sorted(of_person(room, person), key=lambda found: found[0] is not EMPLOYEES):
        if kept.goes_with_person:
            room.remove(kept.folder, str(one["id"]))
            gone += 1
        else:
            room.write(kept.folder, {key: value for key, value in one.items() if key != "person"})
            cut += 1
    return gone, cut


def same_person(room: Room, kept: str, other: str, today: dt.date) -> None:
    """Two ids that are one person: all goes to the first, also what another laptop still brings under the second."""
    people = {one.id: one for one in employees(room)}
    keep_employee(room, merged_employee(people[kept], people[other]))
    room.write(FORGOTTEN, {"id": other, "is": kept, "day": today.isoformat()})
    for sort, one in tuple(of_person(room, other)):
        if sort is EMPLOYEES:
            room.remove(sort.folder, other)
        else:
            room.write(sort.folder, {**one, "person": kept})


def join(room: Room, folder: Path, today: dt.date) -> tuple[int, tuple[str, ...]]:
    """Take over what another laptop has: how many records came, and the names of those that both have otherwise.

    Whoever was forgotten on either side is forgotten on both.
    """
    if not (folder / FILE_OF_ROOM).is_file() or read_entry(folder / FILE_OF_ROOM).get("handbook") != room.outline.id:
        raise NotPrivate(_NO_OTHER.filled(folder=folder, handbook=room.outline.title))
    theirs = Room(folder, room.outline, room.owner, room.root, {})
    fresh = [one for one in theirs.records(FORGOTTEN) if one["id"] not in forgotten(room)]
    for one in fresh:
        if "is" not in one:
            forget(room, str(one["id"]), today)
    is_now = {str(one["id"]): str(one["is"]) for one in room.records(FORGOTTEN) if "is" in one}
    gone, came, differ = forgotten(room), 0, []
    ours = {one.id: one for one in employees(room)}
    for kept in SORTS.values():
        for found in theirs.records(kept.folder):
            id, said = str(found["id"]), str(found.get("person", ""))
            person = is_now.get(said, said)
            if person in gone or (said != person and kept is EMPLOYEES):
                continue
            one = found if said == person else {**found, "person": person}
            known = room.record(kept.folder, id)
            if kept is EMPLOYEES and id in ours:
                merged = merged_employee(ours[id], as_employee(one))
                if merged != ours[id]:
                    keep_employee(room, merged)
                    came += 1
            elif known is None:
                room.write(kept.folder, one)
                came += 1
            elif json.dumps(known, sort_keys=True) != json.dumps(one, sort_keys=True):
                differ.append(f"{kept.folder}/{id}")
    for one in fresh:  # now both are here, if they are anywhere
        if "is" in one and {one["id"], one["is"]} <= {who.id for who in employees(room)}:
            same_person(room, str(one["is"]), str(one["id"]), today)
        elif "is" in one:
            room.write(FORGOTTEN, one)
    return came, tuple(differ)


# Private functions


def _ends(room: Room, kept: Sort, one: Entry) -> dt.date:
    return dt.date.fromisoformat(str(one["day"])) + room.term(kept)
