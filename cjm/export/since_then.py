"""A handbook as it was and as it is in, what happened to it and to its clients between out: for the letter and for the report."""

from dataclasses import dataclass

from cjm.diff.difference import Difference
from cjm.figures import (
    ChangeForClients,
    ImprovementFigure,
    MonthFigures,
    changes_for_clients,
    improvement_figures,
    month_figures,
)
from cjm.indices import Tendency, verdicts
from cjm.model import Handbook
from cjm.model.section import Change
from cjm.voice import IndexReport, month_report
from cjm.voice.report import change_of_index


@dataclass(frozen=True, slots=True)
class IndexThenAndNow:
    """One index of one source in the last month counted then, and in the last one now. `tendency` is None where they are not compared."""

    then: IndexReport | None
    now: IndexReport
    tendency: Tendency | None


@dataclass(frozen=True, slots=True)
class SinceThen:
    """What happened. `since` is how the earlier state was called."""

    since: str
    old: Handbook
    new: Handbook
    difference: Difference
    wins: tuple[Change, ...]  # what sections tell of
    begun: tuple[ChangeForClients, ...]  # improvements that went live
    judged: tuple[ImprovementFigure, ...]  # improvements of which something can be said since
    month: MonthFigures | None  # where another one was counted


def since_then(since: str, old: Handbook, new: Handbook, made: Difference) -> SinceThen:
    """All that the letter and the report tell."""
    known = {(one.date, one.what) for section in old.sections for one in section.changes}
    wins = [one for section in new.sections for one in section.changes if (one.date, one.what) not in known]
    lived = {one.improvement.id for one in changes_for_clients(old)}
    stood = {one.improvement.id: one.stands for one in improvement_figures(old)}
    then, now = month_report(old), month_report(new)
    counted = now is not None and (then is None or then.month.id < now.month.id)
    return SinceThen(
        since, old, new, made, tuple(wins),
        tuple(one for one in changes_for_clients(new) if one.improvement.id not in lived),
        tuple(
            one for one in improvement_figures(new)
            if one.stands in ("helped", "worse", "luck") and stood.get(one.improvement.id) != one.stands
        ),
        month_figures(new) if counted else None,
    )  # fmt: skip


def indices_then_and_now(old: Handbook, new: Handbook) -> tuple[IndexThenAndNow, ...]:
    """Each index of the last month beside the last one that was known then; they share one budget of error."""
    now, before = month_report(new), month_report(old)
    if now is None:
        return ()
    known = {(one.index.id, one.source): one for one in before.indices} if before else {}
    pairs = [(known.get((one.index.id, one.source)), one) for one in now.indices if one.now.found.n]
    changes = [
        change_of_index(one.index, (then.now, one.now)) if then and then.now.month < one.now.month else None
        for then, one in pairs
    ]
    said = iter(verdicts((), [one for one in changes if one])[1])
    return tuple(
        IndexThenAndNow(then, one, next(said) if change else None)
        for (then, one), change in zip(pairs, changes, strict=True)
    )
