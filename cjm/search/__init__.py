"""A Handbook in, the data of the browser's search out; and the same search asked from Python, for the probes."""

from cjm.search.index import search_index
from cjm.search.probes import Hit, Missed, SearchAnswer, ask, order, probe_problems, whole_answer

__all__ = ["Hit", "Missed", "SearchAnswer", "ask", "order", "probe_problems", "search_index", "whole_answer"]
