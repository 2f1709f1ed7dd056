"""A Handbook in, what was changed because clients said so out: the trouble, what is different, words of thanks to those who asked.

Only what is live or done, and a client's own words only where they were written by hand and he allowed it.
"""

from dataclasses import dataclass

from cjm.figures.progress import ImprovementFigure, improvement_figures
from cjm.figures.words import figure_words
from cjm.language.phrases import lower
from cjm.model import Handbook
from cjm.model.derived import derived
from cjm.model.shared.improvement import Improvement
from cjm.wording import label, plain


@dataclass(frozen=True, slots=True)
class ChangeForClients:
    """One improvement as it is told to those who asked for it."""

    improvement: Improvement
    title: str
    actions: tuple[str, ...]
    thanks: str
    quote: str = ""
    stands: ImprovementFigure | None = None  # where it declares a measure


@derived
def changes_for_clients(handbook: Handbook) -> tuple[ChangeForClients, ...]:
    """What is live or done, the newest first."""
    measured = {one.improvement.id: one for one in improvement_figures(handbook)}
    made = [one for one in handbook.of(Improvement) if one.state in ("live", "done") and one.actions]
    made.sort(key=lambda one: (one.since is None, one.since and -one.since.toordinal()))
    return tuple(_told(one, measured.get(one.id), handbook) for one in made)


# Private functions


def _told(one: Improvement, stands: ImprovementFigure | None, handbook: Handbook) -> ChangeForClients:
    problem = label(one.problem, handbook)
    actions = tuple(" ".join(plain(action, handbook).split()).rstrip(".") for action in one.actions)
    made = figure_words(handbook.outline.language).thanks_made.format(
        problem=lower(problem).rstrip("."), actions="; ".join(map(lower, actions))
    )
    quote = label(one.quote, handbook) if one.quote and one.may else ""
    return ChangeForClients(one, problem, actions, one.thanks or made, quote, stands)
