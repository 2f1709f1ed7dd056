"""The records of approval in, in their order, the edition that stands out: each lays what it approved over the one before."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from cjm.approval.editions import editions
from cjm.approval.history import History, seen_by
from cjm.approval.items import FRAME, OUTLINE, PEOPLE, PrintedItem, binds_of, is_minor
from cjm.approval.texts import Kept, read_text
from cjm.model import Approval, Handbook, Laid, Outline, Person
from cjm.model.digest import EARLIER
from cjm.model.outline import Signing
from cjm.workspace.scopes import own_scope

Unfounded = Literal["book", "date", "future", "may-not", "minor"]
ReadTogether = tuple[str, str, str, str]  # what rests, its digest, what it rests on, the digest of that


@dataclass(frozen=True, slots=True)
class Version:
    """An item as it stands approved, and who approved just this content, in order."""

    laid: Laid
    record: Approval  # the last that approved it
    since: str  # the id of the record that laid it
    signed: Mapping[str, str]  # their names on the days when they signed, by id
    before: "Version | None" = None

    @property
    def by(self) -> tuple[str, ...]:
        """The ids of all who approved just this."""
        return tuple(self.signed)


@dataclass(frozen=True, slots=True)
class Stands:
    """What is approved: the latest version of each item, and what was read together."""

    versions: Mapping[str, Version]
    pairs: frozenset[ReadTogether]
    parallel: Mapping[str, frozenset[str]]  # items of which two versions were approved apart: the old one stays
    half: Mapping[tuple[str, str], tuple[str, ...]]  # (item, digest) -> who signed it, where more are wanted
    rejected: Mapping[tuple[str, str], Approval]
    withdrawn: Mapping[str, Approval]  # what is not approved any more
    unfounded: tuple[tuple[Approval, Unfounded], ...]  # records that count for nothing

    @property
    def whole(self) -> bool:
        """Whether everything that prints is approved item by item; an earlier program approved sections only."""
        return OUTLINE in self.versions


def stands(handbook: Handbook, past: History, today: dt.date, upto: Approval | None = None) -> Stands:
    """What is approved after all records, or after `upto` and all that it had seen."""
    fold = _Fold(handbook, past, today)
    wanted = None if upto is None else seen_by(upto, past) | {upto.id}
    for record in past.records:
        if wanted is None or record.id in wanted:
            fold.take(record)
    return Stands(fold.versions, frozenset(fold.pairs), {name: frozenset(ids) for name, ids in fold.parallel.items()},
                  fold.half, fold.rejected, fold.withdrawn, tuple(fold.unfounded))  # fmt: skip


def signing(name: str, outline: Outline | None) -> Signing:
    """Whose approval an item wants."""
    if outline is None:
        return Signing()
    part = next((part for part in outline.parts if any(f"section:{one.id}" == name for one in part.sections)), None)
    return (part.approval if part else None) or outline.approval or Signing()


def may_sign(person: Person, thing: Any) -> bool:
    """Whether an item is hers to approve: of who approves for a branch, what holds nowhere else."""
    scope = dict(own_scope(thing))
    return person.approves and all(scope.get(name, ()) and set(scope[name]) <= set(mine) for name, mine in person.scope)


# Private functions


@dataclass(slots=True)
class _Fold:
    handbook: Handbook
    past: History
    today: dt.date
    versions: dict[str, Version] = field(default_factory=dict)
    pairs: set[ReadTogether] = field(default_factory=set)
    parallel: dict[str, set[str]] = field(default_factory=dict)
    half: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    rejected: dict[tuple[str, str], Approval] = field(default_factory=dict)
    withdrawn: dict[str, Approval] = field(default_factory=dict)
    unfounded: list[tuple[Approval, Unfounded]] = field(default_factory=list)
    texts: dict[str, Kept | None] = field(default_factory=dict)

    def take(self, record: Approval) -> None:
        """Lay what `record` says over what stands."""
        against = next(self._against(record), None)
        if against is not None:
            self.unfounded.append((record, against))
            return
        seen = seen_by(record, self.past)
        if record.decision == "rejected":
            self.rejected |= {(laid.item, laid.digest): record for laid in record.laid}
            return
        if record.decision == "withdrawn":
            for laid in record.laid:
                now = self.versions.get(laid.item)
                if now is not None and now.laid.digest == laid.digest and laid.item not in FRAME:
                    del self.versions[laid.item]
                    self.withdrawn[laid.item] = record
            return
        frame = self._outline(record)
        for laid in record.laid:
            self._pair(laid)
            if laid.digest.startswith(EARLIER) or self._signed(laid.item, laid.digest, record, frame):
                self._lay(laid, record, seen)
        for name in record.removed:
            if self._signed(name, "", record, frame):
                self._remove(name, seen)

    def _signed(self, name: str, digest: str, record: Approval, outline: Outline | None) -> bool:
        """Whether all have signed whose approval is wanted."""
        signers = tuple(dict.fromkeys((*self.half.get((name, digest), ()), record.by)))
        rule = signing(name, outline)
        if rule.need == "all":
            thing = self._thing(name, record)
            wanted = rule.who or tuple(one.id for one in self._people(record) if may_sign(one, thing))
            if not set(wanted) <= set(signers):
                self.half[name, digest] = signers
                return False
        self.half.pop((name, digest), None)
        return True

    def _lay(self, laid: Laid, record: Approval, seen: frozenset[str]) -> None:
        name, now, own = laid.item, self.versions.get(laid.item), {record.by: record.name or record.by}
        if name in self.parallel:
            if not self.parallel[name] <= seen:
                self.parallel[name].add(record.id)
                return
            del self.parallel[name]
        if now is not None and now.laid.digest == laid.digest:
            self.versions[name] = Version(laid, record, now.since, {**now.signed, **own}, now.before)
            return
        if now is not None and now.since not in seen:
            self.parallel[name] = {now.since, record.id}
            if now.before is not None:
                self.versions[name] = now.before
            elif name not in FRAME:  # without the first people nobody could say who may approve
                del self.versions[name]
            return
        self._called_before(laid)
        if laid.minor and now is not None:
            own = {**now.signed, **own}
            self._carried(now.laid, laid)
        self.versions[name] = Version(laid, record, record.id, own, now)
        self.withdrawn.pop(name, None)
        for key in [key for key in self.half if key[0] == name]:
            del self.half[key]

    def _remove(self, name: str, seen: frozenset[str]) -> None:
        now = self.versions.get(name)
        if now is not None and now.since in seen and name not in FRAME:
            del self.versions[name]

    def _called_before(self, laid: Laid) -> None:
        """A thing that has another id now takes the place of what it was."""
        if laid.item.startswith(("section:", "journey:")) and laid.item not in self.versions:
            kept = self._text(laid)
            for id in getattr(kept.thing, "was", ()) if kept else ():
                self.versions.pop(f"{laid.item.partition(':')[0]}:{id}", None)

    def _pair(self, laid: Laid) -> None:
        own = laid.digest if laid.digest.startswith(EARLIER) else laid.binds
        self.pairs |= {(laid.item, own, name, digest) for name, digest in laid.rests}
        grounds = {laid.item: own}
        if laid.uses and laid.item.startswith("journey:"):
            grounds = self._touchpoints(laid)
        self.pairs |= {(user, one, *ground) for user, one in laid.uses for ground in grounds.items()}

    def _touchpoints(self, laid: Laid) -> dict[str, str]:
        """What is binding in each touchpoint of a journey, by `touchpoint:id`."""
        kept = self._text(laid)
        return {f"touchpoint:{one.id}": binds_of(one, {}) for one in kept.thing.touchpoints} if kept else {}

    def _carried(self, before: Laid, after: Laid) -> None:
        self._carry(after.item, before.binds, after.binds)
        if after.item.startswith("journey:"):
            now = self._touchpoints(after)
            for name, binds in self._touchpoints(before).items():
                self._carry(name, binds, now.get(name, binds))

    def _carry(self, name: str, before: str, after: str) -> None:
        """What was read together with the words before was read together with the same words and other marks."""
        for user, one, ground, other in tuple(self.pairs):
            if (user, one) == (name, before):
                self.pairs.add((user, after, ground, other))
            if (ground, other) == (name, before):
                self.pairs.add((user, one, ground, after))

    # What stands against a record

    def _against(self, record: Approval) -> Iterator[Unfounded]:
        if record.date is None or record.date > self.today:
            yield "future"
        elif any(one.date and record.date < one.date for one in self._directly_before(record)):
            yield "date"
        if not record.items and not record.removed:
            return  # an earlier program named no book and no people in a way that could be judged
        if record.decision != "rejected":
            yield from self._against_book(record)
        signer = next((one for one in self._people(record) if one.id == record.by), None)
        if signer is None or (record.name and record.name != signer.name):
            yield "may-not"
            return
        frame = self._outline(record)
        for name in (*(laid.item for laid in record.items), *record.removed):
            who = signing(name, frame).who
            if not may_sign(signer, self._thing(name, record)) or (who and record.by not in who):
                yield "may-not"

    def _against_book(self, record: Approval) -> Iterator[Unfounded]:
        """Everything is in the book that was read, or only its marks differ from what is approved."""
        if record.decision == "withdrawn":
            return
        book = editions(self.handbook.editions).get(record.code)
        read = [laid for laid in record.items if not laid.minor]
        if (
            ((read or record.removed) and (book is None or book.number != record.number))
            or (book is not None and record.printed and record.printed != book.record)
            or (book is not None and any(book.items.get(laid.item) != laid.digest for laid in read))
            or (book is not None and ((book.scope and record.removed) or book.items.keys() & set(record.removed)))
        ):
            yield "book"
        elif book is not None and record.date is not None and record.date.isoformat() < book.day:
            yield "date"
        for laid in record.items:
            if laid.minor and laid.item in self.versions:
                before, after = self._kept(self.versions[laid.item].laid), self._kept(laid)
                same = self.versions[laid.item].laid.digest == laid.digest
                if not same and not (before and after and is_minor(before, after)):
                    yield "minor"
            elif laid.minor:
                yield "minor"

    def _directly_before(self, record: Approval) -> Iterator[Approval]:
        seen = {saw.approval for saw in record.saw}
        return (one for one in self.past.records if one.id in seen)

    def _kept(self, laid: Laid) -> PrintedItem | None:
        kept = self._text(laid)
        return PrintedItem(laid.item, kept.thing, {}) if kept else None

    def _frame(self, name: str, record: Approval) -> Kept | None:
        """An item of the frame as it is approved; for the first record, as that record has it."""
        own = next((laid for laid in record.items if laid.item == name), None)
        laid = self.versions[name].laid if name in self.versions else own
        return self._text(laid) if laid else None

    def _thing(self, name: str, record: Approval) -> Any:
        """An item as the record has it; what the record removes, as it was approved."""
        own = next((laid for laid in record.items if laid.item == name), None)
        laid = own or (self.versions[name].laid if name in self.versions else None)
        kept = self._text(laid) if laid else None
        return kept.thing if kept else None

    def _text(self, laid: Laid) -> Kept | None:
        """What was approved; it is asked for again with each item of a record."""
        if laid.text not in self.texts:
            self.texts[laid.text] = read_text(laid.text, self.handbook)
        return self.texts[laid.text]

    def _outline(self, record: Approval) -> Outline | None:
        kept = self._frame(OUTLINE, record)
        return kept.thing if kept and isinstance(kept.thing, Outline) else None

    def _people(self, record: Approval) -> tuple:  # type: ignore[type-arg]
        kept = self._frame(PEOPLE, record)
        return kept.thing if kept and isinstance(kept.thing, tuple) else ()
