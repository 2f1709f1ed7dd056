"""A Handbook with its approvals and a day in, what management has not signed yet out."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cjm.approval import SectionStanding, Standings, standings
from cjm.approval.release import as_approved
from cjm.diff.difference import Difference, ThingChange, difference
from cjm.graph.shown_words import shown_words
from cjm.model import Approval, Handbook, Section
from cjm.view.scope import WHOLE, Cut


@dataclass(frozen=True, slots=True)
class Since:
    """What happened since the last approval: how everything stands, what was approved, what is another one now."""

    stand: Standings
    then: Handbook
    difference: Difference
    handbook: Handbook

    @property
    def day(self) -> dt.date:
        """The day of the last approval."""
        return max(day for one in self.stand.all.values() if (day := one.since) is not None)

    @property
    def heads(self) -> tuple[Approval, ...]:
        """The last records."""
        return self.stand.history.heads

    def before(self, section: Section) -> Section | None:
        """The section as it was approved, under the id that it had."""
        ids = (section.id, *reversed(section.was))
        return next((self.then.section[id] for id in ids if id in self.then.section), None)

    def of(self, section: Section) -> SectionStanding | None:
        """How the section stands."""
        return self.stand.of.get(section.id)

    def changes(self, cut: Cut, sections: Iterable[Section]) -> Iterator[ThingChange]:
        """Every change of what is printed, as `cjm diff` tells it; of what the whole shares, what these sections rest on or show."""
        printed = {one.id for one in sections}
        shown = {name for id, words in shown_words(self.handbook).items() if id in printed for name in words}
        for change in self.difference.changes:
            rests = not printed.isdisjoint(change.sections) or f"{change.kind}:{change.id}" in shown
            own = change.id in printed if change.kind == "section" else rests
            if cut == WHOLE or own or cut == Cut("journey", change.id if change.kind == "journey" else ""):
                yield change


def since(handbook: Handbook, today: dt.date) -> Since | None:
    """What changed since the last approval, None where nothing was ever approved."""
    handbook = handbook.whole or handbook
    stand = standings(handbook, today)
    if all(one.since is None for one in stand.all.values()):
        return None
    then = as_approved(handbook, stand.stands)
    return Since(stand, then, difference(then, handbook, handbook.outline.language), handbook)
