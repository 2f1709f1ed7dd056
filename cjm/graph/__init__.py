"""A Handbook in, the graph of all its journeys out, and the questions asked of it."""

import importlib
from typing import TYPE_CHECKING, Any

from cjm.graph.course import Course, course
from cjm.graph.way import Way, Ways, entries, name, ways

if TYPE_CHECKING:
    from cjm.graph import questions

__all__ = ["Course", "Way", "Ways", "course", "entries", "name", "questions", "ways"]


def __getattr__(attribute: str) -> Any:
    # NetworkX takes 0.2 s to import: only a command that asks a question pays for it.
    if attribute == "questions":
        return importlib.import_module("cjm.graph.questions")
    raise AttributeError(f"module {__name__!r} has no attribute {attribute!r}")
