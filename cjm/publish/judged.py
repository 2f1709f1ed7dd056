"""A verdict in, what is said of it out: small enough to come from another process."""

from dataclasses import dataclass

from cjm.lint.finding import Finding
from cjm.lint.verdict import Verdict

_AWAITED = (
    "CJM601",
    "CJM602",
    "CJM608",
)  # what waits for an approval hinders nothing: the book is there to be approved


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found at one moment: reported, accepted with a reason, known before, and whether that is a failure."""

    shown: tuple[Finding, ...]
    accepted: int
    baselined: int
    failed: bool


def judged_by(*verdicts: Verdict) -> Judged:
    """All that the verdicts say; the first decides whether the handbook fails."""
    return Judged(
        tuple(finding for verdict in verdicts for finding in verdict.shown),
        sum(len(verdict.accepted) for verdict in verdicts),
        sum(len(verdict.baselined) for verdict in verdicts),
        verdicts[0].choice.fails([one for one in verdicts[0].shown if one.code not in _AWAITED]),
    )
