"""Employees in and out of their records: an opaque id, a name, and each time that somebody worked here with roles and places.

Somebody who left and came back has two spells of work, so that nobody's earlier results are taken for another's.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from cjm.language.letters import nearest
from cjm.language.says import Says
from cjm.model.scope import Scope
from cjm.private.kinds import EMPLOYEES
from cjm.private.room import FORGOTTEN, Entry, NotPrivate, Room

_NOBODY = Says("«{name}» среди сотрудников нет{near}", 'there is no employee "{name}"{near}')
_NEAR = Says(". Возможно, {near}", ". Perhaps {near}")
_SEVERAL = Says("«{name}» — это несколько человек, назовите одного: {ids}", '"{name}" is more than one person, name one: {ids}')  # fmt: skip
_AMISS = Says(
    "запись о сотруднике {id} изменена руками и не читается: {reason}. Верните её из копии",
    "the record of employee {id} was edited and cannot be read: {reason}. Restore it from a copy",
)
_BACKWARDS = Says(
    "{name}: последний день {until} раньше первого, {since}",
    "{name}: the last day {until} is before the first, {since}",
)


class Nobody(NotPrivate):
    """No employee has this name."""


@dataclass(frozen=True, slots=True)
class Employment:
    """One spell of work: from the first day to the last, None while it lasts."""

    roles: tuple[str, ...]
    since: dt.date
    until: dt.date | None = None
    scope: Scope = ()

    def lasts(self, day: dt.date) -> bool:
        """Whether it lasts on `day`, its last day included."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Employee:
    """Somebody of the team. The id says nothing of who it is; the name stands here and nowhere else."""

    id: str
    name: str
    spells: tuple[Employment, ...] = ()

    def on(self, day: dt.date) -> tuple[Employment, ...]:
        """The spells that last on `day`: two where somebody works for two clubs."""
        return tuple(one for one in self.spells if one.lasts(day))

    def roles(self, day: dt.date) -> tuple[str, ...]:
        """The roles on `day`, each once."""
        return tuple(dict.fromkeys(role for one in self.on(day) for role in one.roles))

    @property
    def left(self) -> dt.date | None:
        """The last day of all; None for whoever works here or is still to come."""
        ends = [one.until for one in self.spells]
        return max((end for end in ends if end), default=None) if ends and all(ends) else None


def employees(room: Room) -> tuple[Employee, ...]:
    """Everybody, by name."""
    return tuple(
        sorted(map(as_employee, room.records(EMPLOYEES.folder)), key=lambda one: (one.name.casefold(), one.id))
    )


def keep_employee(room: Room, one: Employee) -> None:
    """Write down one of the team. Raises NotPrivate for days that run backwards, or where nothing may be written."""
    for spell in one.spells:
        if spell.until and spell.until < spell.since:
            raise NotPrivate(_BACKWARDS.filled(name=one.name, until=spell.until, since=spell.since))
    room.write(EMPLOYEES.folder, _entry(one))


def new_employee(room: Room, name: str, *spells: Employment) -> Employee:
    """Somebody with an id of their own; not written yet."""
    return Employee(room.new_id(EMPLOYEES.folder, "p"), " ".join(name.split()), spells)


def employee_named(name: str, people: Iterable[Employee]) -> Employee:
    """Whom an id or a name means. Raises NotPrivate where it is nobody or several."""
    people, wanted = tuple(people), " ".join(name.split()).casefold()
    found = [one for one in people if one.id == name] or [one for one in people if one.name.casefold() == wanted]
    if len(found) > 1:
        raise NotPrivate(_SEVERAL.filled(name=name, ids=", ".join(one.id for one in found)))
    if not found:
        near = nearest(name, [one.name for one in people])
        raise Nobody(_NOBODY.filled(name=name, near=_NEAR.filled(near=near) if near else ""))
    return found[0]


def with_spell(one: Employee, spell: Employment) -> Employee:
    """The same with one more spell of work, which ends the one before in the same place.

    One that begins on the same day in the same place is that one, corrected.
    """
    before = tuple(
        replace(old, until=spell.since - dt.timedelta(days=1))
        if old.scope == spell.scope and old.since < spell.since and (old.until is None or old.until >= spell.since)
        else old
        for old in one.spells
        if (old.since, old.scope) != (spell.since, spell.scope)
    )
    return replace(one, spells=_in_order(*before, spell))


def left_on(one: Employee, day: dt.date) -> Employee:
    """The same, whose work ends with `day`."""
    return replace(one, spells=tuple(replace(old, until=day) if old.until is None else old for old in one.spells))


def merged_employee(ours: Employee, theirs: Employee) -> Employee:
    """One person as two laptops know them: every spell of both, with the earlier of two ends."""
    made = {(spell.since, spell.scope): spell for spell in theirs.spells}
    for spell in ours.spells:
        other = made.get((spell.since, spell.scope), spell)
        ends = [one.until for one in (spell, other) if one.until]
        made[spell.since, spell.scope] = replace(spell, until=min(ends, default=None))
    return replace(ours, spells=_in_order(*made.values()))


def forgotten(room: Room) -> frozenset[str]:
    """The ids of those who must not come back."""
    return frozenset(str(one["id"]) for one in room.records(FORGOTTEN))


def as_employee(entry: Entry) -> Employee:
    """An employee from a record, also one of another laptop. Raises NotPrivate for one that was edited amiss."""
    try:
        spells = tuple(
            Employment(
                tuple(one["roles"]), dt.date.fromisoformat(one["from"]),
                dt.date.fromisoformat(one["until"]) if one.get("until") else None,
                tuple((name, tuple(values)) for name, values in one.get("for", {}).items()),
            )
            for one in entry["spells"]
        )  # fmt: skip
        return Employee(str(entry["id"]), str(entry["name"]), spells)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotPrivate(_AMISS.filled(id=entry.get("id", "?"), reason=repr(error))) from error


# Private functions


def _in_order(*spells: Employment) -> tuple[Employment, ...]:
    return tuple(sorted(spells, key=lambda one: (one.since, str(one.scope))))


def _entry(one: Employee) -> dict[str, Any]:
    spells = [
        {"roles": list(spell.roles), "from": spell.since.isoformat()}
        | ({"until": spell.until.isoformat()} if spell.until else {})
        | ({"for": {name: list(values) for name, values in spell.scope}} if spell.scope else {})
        for spell in one.spells
    ]
    return {"id": one.id, "name": one.name, "spells": spells, "person": one.id} | (
        {"day": one.left.isoformat()} if one.left else {}
    )
