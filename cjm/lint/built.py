"""What rules are shown that judge a result: they run where it is made, `WHEN = "build"` or `"pdf"`."""

from dataclasses import dataclass

from cjm.model import Probe


@dataclass(frozen=True, slots=True)
class LostProbe:
    """A query of `search.yml` that does not bring its section among the first results of the built search."""

    probe: Probe
    rank: int | None  # where the section stands, from 1; None: not among the first twenty
    instead: tuple[str, ...]  # titles of what came first
    unknown: tuple[str, ...]  # words of the query that the handbook does not know
