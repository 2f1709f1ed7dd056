"""Queries in, what the browser's search would answer out; a Handbook in, its probes that miss their section out."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cjm.model import Handbook, Probe
from cjm.search.index import search_index
from cjm.search.script import javascript

SHOWN_FIRST = 3  # a reader in a hurry looks no further


@dataclass(frozen=True, slots=True)
class Hit:
    """A section or journey that was found, as `kind:id`, with the anchors of its best places."""

    id: str
    title: str
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What one query brings: the hits, best first, and the words of the query that the handbook does not know."""

    query: str
    hits: tuple[Hit, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """A probe whose section is not among the first three: what came instead, and its own place, if it is shown at all."""

    probe: Probe
    instead: tuple[Hit, ...]
    unknown: tuple[str, ...]
    rank: int | None  # from 1


def ask(index_js: str, queries: Iterable[str], limit: int = SHOWN_FIRST) -> tuple[SearchAnswer, ...]:
    """The answers to `queries`, given by the very JavaScript that the site ships."""
    return _answers(index_js, queries, f"engine.search(query, {{limit: {limit}}})")


def whole_answer(index_js: str, query: str, limit: int) -> dict[str, Any]:
    """All that the browser would be told of one query: what is shown, how its words were read, and why it came."""
    build = "const engine = CJMSearch.build(window.__cjmIndex);"
    (answered,) = javascript(f"query => engine.search(query, {{limit: {limit}}})", after=index_js + build)
    return dict(answered(query))


def order(index_js: str, queries: Iterable[str]) -> tuple[SearchAnswer, ...]:
    """Only which pages answer `queries`, all that are worth showing: the hits of `ask` without their anchors."""
    return _answers(index_js, queries, "engine.order(query)")


def probe_problems(handbook: Handbook, index_js: str | None = None) -> tuple[Missed, ...]:
    """The probes of the handbook that do not bring their section into the first three results, as rule 504 reports them."""
    if not handbook.probes:
        return ()
    answers = order(index_js or search_index(handbook), (probe.query for probe in handbook.probes))
    missed = []
    for probe, answer in zip(handbook.probes, answers, strict=True):
        ids = [hit.id for hit in answer.hits]
        rank = ids.index(f"section:{probe.section}") + 1 if f"section:{probe.section}" in ids else None
        if rank is None or rank > SHOWN_FIRST:
            missed.append(Missed(probe, answer.hits[:SHOWN_FIRST], answer.unknown, rank))
    return tuple(missed)


# Private functions


def _answers(index_js: str, queries: Iterable[str], answer: str) -> tuple[SearchAnswer, ...]:
    build = "const engine = CJMSearch.build(window.__cjmIndex);"
    (answered,) = javascript(f"queries => queries.map(query => {answer})", after=index_js + build)
    queries = list(queries)
    return tuple(_answer(query, found) for query, found in zip(queries, answered(queries), strict=True))


def _answer(query: str, found: dict[str, Any]) -> SearchAnswer:
    hits = (
        Hit(hit["id"], hit["title"], tuple(place["anchor"] for place in hit.get("places", ()))) for hit in found["hits"]
    )
    return SearchAnswer(query, tuple(hits), tuple(found["unknown"]))
