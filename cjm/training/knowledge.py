"""A Handbook, the team and their results in, who knows today's version of which section out, and who reads what again.

Knowledge is proved by right answers about what a section said on that day. It holds while the section, and the facts and
tables it rests on, say the same; where only marks or explanations differ it holds too, and says so.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, Literal

from cjm.approval import SectionStanding, standings
from cjm.approval.reading import grounds_read
from cjm.diff.minor import only_marks
from cjm.graph.reading_path import asked_of
from cjm.model import Handbook, Section
from cjm.model.digest import printed
from cjm.model.scope import Scope, meet
from cjm.model.shared.exam import Exam
from cjm.private.people import Employee, Employment
from cjm.private.room import Entry
from cjm.training.edition import section_says

State = Literal["today", "earlier", "unsure", "again", "read", "never"]

WordChange = tuple[str, str]  # what went, what came; the same twice where nothing changed
_WORDS_A_MINUTE = 150


@dataclass(frozen=True, slots=True)
class Knows:
    """How somebody stands with one section of theirs."""

    state: State
    right: int = 0
    asked: int = 0
    day: dt.date | None = None  # of the last answer about it
    changes: tuple["ChangedText", ...] = ()  # since then, of what is binding


@dataclass(frozen=True, slots=True)
class ChangedText:
    """One text that changed, word by word."""

    where: str
    words: tuple[WordChange, ...]

    @property
    def count(self) -> int:
        """How many words one reads to see the change."""
        return sum(len(after.split()) for _, after in self.words)


@dataclass(frozen=True, slots=True)
class Weak:
    """A question that several of the team got wrong, with what they chose: a topic to talk over."""

    id: str
    section: str
    question: str
    asked: int
    wrong: int
    unknown: int
    chose: tuple[tuple[str, int, bool], ...]  # an answer, how many gave it, whether it is right
    who: tuple[str, ...]  # ids of those who were wrong
    state: Literal["to-discuss", "discussed", "cleared"] = "to-discuss"
    day: dt.date | None = None  # on which it was talked over


@dataclass(frozen=True, slots=True)
class ExamDue:
    """An exam that somebody is to take: for the first time, a second time, once more, or anew of what changed since."""

    person: str
    exam: Exam
    what: Literal["first", "second", "retry", "changed"]
    by: dt.date
    sections: tuple[Section, ...] = ()  # those that changed, where it is about them alone


@dataclass(frozen=True, slots=True)
class Team:
    """Everything that the table says."""

    day: dt.date
    people: tuple[Employee, ...]
    roles: Mapping[str, tuple[str, ...]]
    sections: tuple[Section, ...]
    cells: Mapping[tuple[str, str], Knows]  # (person, section); none where it is not theirs
    weak: tuple[Weak, ...]
    runs: Mapping[str, tuple[Entry, ...]]  # of each person, in order
    due: tuple[ExamDue, ...] = ()  # the soonest first

    def again(self, person: str) -> tuple[tuple[Section, Knows], ...]:
        """What somebody must read again."""
        found = ((section, self.cells.get((person, section.id))) for section in self.sections)
        return tuple((section, knows) for section, knows in found if knows and knows.state == "again")


def minutes(knows: Iterable[Knows]) -> int:
    """How long it takes to read the changes."""
    words = sum(change.count for one in knows for change in one.changes)
    return max(1, -(-words // _WORDS_A_MINUTE)) if words else 0


def team(
    handbook: Handbook, people: Sequence[Employee], editions: Mapping[str, Entry], results: Sequence[Entry],
    readings: Sequence[Entry], talks: Sequence[Entry], today: dt.date,
) -> Team:  # fmt: skip
    """How the team stands on `today`: of those who work here then, by what was proved in this spell of work."""
    here = tuple(one for one in people if one.on(today))
    since = {one.id: _since(one, today) for one in here}
    runs = {
        id: tuple(sorted((one for one in results if one.get("person") == id and day <= _day(one) <= today), key=lambda one: (one["day"], one["run"])))
        for id, day in since.items()
    }  # fmt: skip
    look = _Look(handbook, editions)
    theirs = {one.id: tuple(_sections(one.on(today), handbook)) for one in here}
    cells = {
        (one.id, section.id): look.knows(section, runs[one.id], [read for read in readings if read.get("person") == one.id], _scopes(one.on(today)))
        for one in here for section in theirs[one.id]
    }  # fmt: skip
    about = {section for sections in theirs.values() for section in sections}
    sections = tuple(section for section in handbook.sections if section in about)
    roles = {one.id: one.roles(today) for one in here}
    return Team(
        today,
        here,
        roles,
        sections,
        cells,
        tuple(_weak(runs, editions, talks)),
        runs,
        tuple(sorted(_due(handbook, since, roles, runs, editions, cells, today), key=lambda one: one.by)),
    )


def changed_words(before: str, after: str) -> tuple[WordChange, ...]:
    """Two texts word by word."""
    one, two = before.split(), after.split()
    found = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    return tuple((" ".join(one[a:b]), " ".join(two[c:d])) for _, a, b, c, d in found)


# Private functions


def _day(entry: Entry) -> dt.date:
    return dt.date.fromisoformat(str(entry["day"]))


def _since(one: Employee, today: dt.date) -> dt.date:
    """The day since when somebody works here without having left: what was proved before is not asked of whoever came back."""
    begun = today
    for spell in sorted(one.spells, key=lambda spell: spell.since, reverse=True):
        if spell.since <= today and (spell.until is None or spell.until >= begun - dt.timedelta(days=1)):
            begun = min(begun, spell.since)
    return begun


def _due(
    handbook: Handbook,
    since: Mapping[str, dt.date],
    roles: Mapping[str, tuple[str, ...]],
    runs: Mapping[str, Sequence[Entry]],
    editions: Mapping[str, Entry],
    cells: Mapping[tuple[str, str], Knows],
    today: dt.date,
) -> Iterator[ExamDue]:
    """The exams that each person is still to take: twice is for everybody, a retry for whoever failed the last time.

    What changed since is asked again of whoever passed, and of nobody whose sections say the same.
    """
    approved = standings(handbook, today).of
    for exam in handbook.of(Exam):
        for person, theirs in roles.items():
            if set(theirs).isdisjoint(exam.roles):
                continue
            taken = [
                one
                for one in runs[person]
                if one["edition"] in editions and editions[one["edition"]]["head"]["exam"] == exam.id
            ]
            if not taken:
                yield ExamDue(person, exam, "first", since[person])
                continue
            if not taken[-1]["passed"]:
                yield ExamDue(person, exam, "retry", _day(taken[-1]) + dt.timedelta(seconds=exam.retry or 0))
                continue
            if len(taken) == 1 and exam.twice is not None:
                yield ExamDue(person, exam, "second", _day(taken[0]) + dt.timedelta(seconds=exam.twice))
            changed = {
                one: _changed_on(one, knows, approved, today)
                for one in asked_of(exam, theirs, handbook)
                if exam.again is not None and (knows := cells.get((person, one.id))) and knows.changes
            }
            if changed:
                by = min(changed.values()) + dt.timedelta(seconds=exam.again or 0)
                yield ExamDue(person, exam, "changed", by, tuple(changed))


def _changed_on(section: Section, knows: Knows, approved: Mapping[str, SectionStanding], today: dt.date) -> dt.date:
    """The first day after somebody's answers on which a section changed, as it says itself or as it was approved; else today."""
    days = [one.date for one in section.changes] + [approved[section.id].since if section.id in approved else None]
    return min((day for day in days if day and (knows.day or day) < day <= today), default=today)


def _sections(spells: Iterable[Employment], handbook: Handbook) -> Iterator[Section]:
    """What these spells of work make somebody's own: by role, where the place has it."""
    spells = tuple(spells)
    asked = {spell: asked_of(Exam(), spell.roles, handbook) for spell in spells}
    for section in handbook.sections:
        if any(section in asked[spell] and meet(section.scope, spell.scope) for spell in spells):
            yield section


def _scopes(spells: Iterable[Employment]) -> tuple[Scope, ...]:
    return tuple(dict.fromkeys(spell.scope for spell in spells))


@dataclass(frozen=True, slots=True)
class _Look:
    """What is compared again for each person: a section then and today."""

    handbook: Handbook
    editions: Mapping[str, Entry]
    known: dict[tuple[str, str, tuple[Scope, ...]], tuple[bool, tuple[ChangedText, ...]]] = field(default_factory=dict)
    today: dict[str, Entry] = field(default_factory=dict)

    def knows(
        self, section: Section, runs: Sequence[Entry], readings: Sequence[Entry], scopes: tuple[Scope, ...]
    ) -> Knows:
        latest: dict[str, tuple[Entry, Entry]] = {}
        for run in runs:
            for answer in run["answers"]:
                if answer["section"] == section.id and run["edition"] in self.editions:
                    latest[answer["question"]] = (run, answer)
        read = {
            _day(one) for one in readings if one["section"] == section.id and one["read"] == self.now(section)["read"]
        }
        if not latest:
            return Knows("read" if read else "never", day=max(read, default=None))
        last = max(_day(run) for run, _ in latest.values())
        states = {run["edition"]: self.since(section, run["edition"], scopes) for run, _ in latest.values()}
        valid = {edition for edition, (_, changes) in states.items() if not changes}
        now = [(run, answer) for run, answer in latest.values() if run["edition"] in valid]
        right = sum(bool(answer["right"]) for _, answer in now)
        if now:
            same = any(states[run["edition"]][0] for run, answer in now if answer["right"])
            state: State = "unsure" if right < len(now) else "today" if same else "earlier"
            return Knows(state, right, len(now), last)
        newest = max(latest.values(), key=lambda found: _day(found[0]))[0]["edition"]
        changes = states[newest][1]
        return Knows("read" if max(read, default=dt.date.min) >= last else "again", right, len(latest), last, changes)

    def since(self, section: Section, edition: str, scopes: tuple[Scope, ...]) -> tuple[bool, tuple[ChangedText, ...]]:
        """Whether a section says today just what it said in an edition, and else what of it somebody of these places must read."""
        key = (section.id, edition, scopes)
        if key not in self.known:
            said = self.editions[edition]["said"]
            before = said["sections"].get(section.id)
            self.known[key] = self._compared(section, before, said["grounds"], scopes) if before else (False, ())
        return self.known[key]

    def now(self, section: Section) -> Entry:
        """What a section says today."""
        if section.id not in self.today:
            self.today[section.id] = section_says(section, self.handbook)
        return self.today[section.id]

    def _compared(
        self, section: Section, before: Entry, below: Entry, scopes: tuple[Scope, ...]
    ) -> tuple[bool, tuple[ChangedText, ...]]:
        now = self.now(section)
        if before["binds"] == now["binds"] and before["rests"] == now["rests"]:
            return True, ()
        changes = list(_changes(before["data"], now["data"], scopes))
        for name, ground in grounds_read(section, self.handbook).items():
            if (
                name in before["rests"] and before["rests"][name] != now["rests"][name]
            ):  # what is named anew a text says itself
                if isinstance(ground, bytes):  # a picture or a form: it is named
                    file = name.rpartition("/")[2]
                    changes.append(ChangedText(file, (("", file),)))
                    continue
                after = printed(ground, binding=True)
                title = str(getattr(ground, "title", "")) or name.partition(":")[2]
                changes += [ChangedText(title, one.words) for one in _changes(below[name], after, scopes)]
        return False, tuple(changes)


def _changes(before: Any, now: Any, scopes: tuple[Scope, ...]) -> Iterator[ChangedText]:
    """The texts that differ by more than marks, in order; of what holds elsewhere only, none."""
    old, new = list(_texts(before, scopes)), list(_texts(now, scopes))
    matched = SequenceMatcher(None, [text for _, text in old], [text for _, text in new], autojunk=False)
    for form, a, b, c, d in matched.get_opcodes():
        if form == "equal":
            continue
        for at in range(max(b - a, d - c)):
            one = old[a + at] if a + at < b else ("", "")
            two = new[c + at] if c + at < d else ("", "")
            if not only_marks(one[1], two[1]):
                yield ChangedText(two[0] or one[0], changed_words(one[1], two[1]))


def _texts(data: Any, scopes: tuple[Scope, ...], where: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(data, str):
        yield where, data
    elif isinstance(data, dict):
        own = tuple((name, tuple(values)) for name, values in data.get("for", {}).items())
        if scopes and not any(meet(own, scope) for scope in scopes):
            return
        for key, value in data.items():
            if key not in ("for", "id"):
                yield from _texts(value, scopes, str(data.get("id", "")) or where)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value, scopes, where)
    elif isinstance(data, int | float):
        yield where, str(data)


def _weak(runs: Mapping[str, Sequence[Entry]], editions: Mapping[str, Entry], talks: Sequence[Entry]) -> Iterator[Weak]:
    """What at least two, and a third of those who were asked, got wrong at their last answer to it."""
    asked: dict[tuple[str, str], dict[str, tuple[dt.date, Entry]]] = {}
    later: dict[tuple[str, str], list[tuple[dt.date, bool]]] = {}
    words: dict[tuple[str, str], Entry] = {}
    for person, entries in runs.items():
        for run in entries:
            for answer in run["answers"]:
                key = (answer["question"], answer["digest"])
                first = asked.setdefault(key, {}).get(person)
                if first is None or first[1]["right"]:
                    asked[key][person] = (_day(run), answer)
                later.setdefault((person, answer["section"]), []).append((_day(run), answer["right"]))
    for entry in sorted(editions.values(), key=lambda one: str(one["day"])):
        words |= {(one["id"], one["digest"]): one for one in entry["secret"]["questions"]}
    held = {str(one["id"]): _day(one) for one in talks}
    for (id, digest), answers in asked.items():
        wrong = {person: day for person, (day, answer) in answers.items() if not answer["right"]}
        question = words.get((id, digest))
        if question is None or len(wrong) < 2 or 3 * len(wrong) < len(answers):
            continue
        name = f"{id.replace('/', '.')}-{digest[:6]}"
        day = held.get(name)
        after = {
            person: [
                right
                for at, right in later[person, question["section"]]
                if at > max(wrong[person], day or wrong[person])
            ]
            for person in wrong
        }
        cleared = day is not None and all(rights and all(rights) for rights in after.values())
        rights = {option["text"] for option in question["options"] if option["right"]}
        chosen: dict[str, int] = {}
        for _, answer in answers.values():
            if answer["known"]:
                told = (" → " if question["kind"] == "order" else "; ").join(answer["chose"])
                chosen[told] = chosen.get(told, 0) + 1
        order = sorted(chosen.items(), key=lambda pair: -pair[1])
        right_told = next(
            (
                " → ".join(answer["chose"]) if question["kind"] == "order" else "; ".join(answer["chose"])
                for _, answer in answers.values()
                if answer["right"]
            ),
            "; ".join(sorted(rights)),
        )
        yield Weak(
            name, question["section"], question["ask"], len(answers), len(wrong), sum(not answer["known"] for _, answer in answers.values()),
            tuple((text, count, text == right_told) for text, count in order), tuple(sorted(wrong)),
            "cleared" if cleared else "discussed" if day else "to-discuss", day,
        )  # fmt: skip
