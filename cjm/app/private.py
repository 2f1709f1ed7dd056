"""A handbook's folder and a wish about its private records in, what is kept, of whom, and what was done out."""

import contextlib
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cjm.app.refusal import Misuse, Refusal, writing
from cjm.language.says import Says
from cjm.model import Handbook
from cjm.model.scope import Scope
from cjm.private.keeping import delete, forget, join, of_person, past_term, same_person
from cjm.private.kinds import SORTS, Sort
from cjm.private.people import (
    Employee,
    Employment,
    Nobody,
    employee_named,
    employees,
    keep_employee,
    left_on,
    new_employee,
    with_spell,
)
from cjm.private.room import Entry, NotPrivate, Room, new_room, room_of


class NotKept(Refusal):
    """The private records cannot be read, or may not be written where they lie."""

    SAYS = Says("{why}", "{why}")


class NoSuchRole(Misuse):
    """Nobody can work in a role that the handbook does not have."""

    SAYS = Says("роли «{role}» нет. Есть: {roles}", 'there is no role "{role}". There are: {roles}')


@dataclass(frozen=True, slots=True)
class PrivateState:
    """What lies in a room: how many records of each sort, and those whose term is over."""

    room: Room
    counts: Mapping[Sort, int]
    over: tuple[tuple[Sort, Entry], ...]


@contextlib.contextmanager
def private_records() -> Iterator[None]:
    """What keeps the records from being read or written is a NotKept, or a NotWritten."""
    try:
        with writing():
            yield
    except NotPrivate as error:
        raise NotKept(why=error.says) from error


def opened_room(handbook: Handbook, root: Path) -> Room:
    """The room of the handbook. Raises NotKept where there is none."""
    with private_records():
        return room_of(handbook.outline, root)


def open_room(handbook: Handbook, root: Path, owner: str) -> Room:
    """Begin the room, or give it another owner. Raises NotKept, NotWritten."""
    with private_records():
        room = new_room(handbook.outline, owner, root)
        room.open()
        return room


def state_of(room: Room, today: dt.date) -> PrivateState:
    """What is kept, and what should be kept no longer. Raises NotKept."""
    with private_records():
        counts = {kept: len(room.records(kept.folder)) for kept in SORTS.values()}
        return PrivateState(room, counts, past_term(room, today))


def shown_person(room: Room, name: str) -> tuple[Employee, tuple[tuple[Sort, Entry], ...]]:
    """Somebody, and all that is kept about them. Raises NotKept."""
    with private_records():
        one = employee_named(name, employees(room))
        return one, tuple(of_person(room, one.id))


def known_roles(roles: Sequence[str], handbook: Handbook) -> Sequence[str]:
    """The same roles. Raises NoSuchRole for one that the handbook does not have."""
    for role in roles:
        if role not in handbook.role:
            raise NoSuchRole(role=role, roles=", ".join(handbook.role))
    return roles


def put_person(
    room: Room, name: str, roles: Sequence[str], since: dt.date, until: dt.date | None, scope: Scope
) -> Employee:
    """Somebody who begins, comes back, changes roles or, without roles, leaves. Raises NotKept, NotWritten."""
    with private_records():
        people = employees(room)
        try:
            one = employee_named(name, people)
        except Nobody:
            if not roles:
                raise
            one = new_employee(room, name)
        made = with_spell(one, Employment(tuple(roles), since, until, scope)) if roles else left_on(one, until or since)
        keep_employee(room, made)
        return made


def put_together(room: Room, name: str, kept: str, today: dt.date) -> Employee:
    """Make two ids of one person one, the second that of `kept`. Raises NotKept, NotWritten."""
    with private_records():
        people = employees(room)
        other, one = employee_named(name, people), employee_named(kept, people)
        if other.id != one.id:
            same_person(room, one.id, other.id, today)
        return one


def forget_person(room: Room, name: str, today: dt.date) -> tuple[Employee, int, int]:
    """Delete all about somebody; how many records went, and how many lost the person. Raises NotKept, NotWritten."""
    with private_records():
        one = employee_named(name, employees(room))
        return one, *forget(room, one.id, today)


def tidy_room(room: Room, today: dt.date) -> tuple[tuple[Sort, Entry], ...]:
    """Delete what has outlived its term. Raises NotKept, NotWritten."""
    with private_records():
        over = past_term(room, today)
        delete(room, over, today)
        return over


def join_room(room: Room, folder: Path, today: dt.date) -> tuple[int, tuple[str, ...]]:
    """Take over the records of another laptop. Raises NotKept, NotWritten."""
    with private_records():
        return join(room, folder, today)
