"""A Handbook with its records of approval in; what is approved, what changed since and what is due out. Never writes."""

from cjm.approval.history import History, history
from cjm.approval.state import SectionStanding, Standing, Standings, Suspect, standings

__all__ = ["History", "SectionStanding", "Standing", "Standings", "Suspect", "history", "standings"]
