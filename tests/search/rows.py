"""Queries with the places that answer them in, how often the search shows one of these at once out.

python -m tests.search.rows [rows_held_out]    the figures, and each query whose first row is another
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from cjm.load import load_folder
from cjm.search import Hit, SearchAnswer, ask, search_index

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Row:
    """A query and what came: whether its first row, some row and some section of the first three cards is right."""

    query: str
    wanted: tuple[str, ...]
    answer: SearchAnswer

    @property
    def first(self) -> bool:
        return any(_answers(self.answer.hits[0], anchor, self.wanted) for anchor in _first(self.answer))

    @property
    def some(self) -> bool:
        return any(_answers(hit, anchor, self.wanted) for hit in self.answer.hits for anchor in hit.anchors)

    @property
    def section(self) -> bool:
        return bool(
            {hit.id.partition(":")[2] for hit in self.answer.hits} & {one.partition("/")[0] for one in self.wanted}
        )


def rows(name: str, index_js: str) -> tuple[Row, ...]:
    """The queries of a file that the handbook answers."""
    written = yaml.safe_load(Path(__file__).with_name(f"{name}.yml").read_text(encoding="utf-8"))["rows"]
    asked: Sequence[dict[str, Any]] = [row for row in written if isinstance(row["places"], list)]
    answers = ask(index_js, [row["query"] for row in asked])
    return tuple(Row(row["query"], tuple(row["places"]), answer) for row, answer in zip(asked, answers, strict=True))


def share(all_rows: Sequence[Row], right: Callable[[Row], bool]) -> float:
    return sum(map(right, all_rows)) / len(all_rows)


# Private functions


def _first(answer: SearchAnswer) -> Iterator[str]:
    if answer.hits and answer.hits[0].anchors:
        yield answer.hits[0].anchors[0]


def _answers(hit: Hit, anchor: str, wanted: Sequence[str]) -> bool:
    section, element = hit.id.partition(":")[2], anchor.partition("-")[2]
    return section in wanted or f"{section}/{element}" in wanted


if __name__ == "__main__":
    found = rows(sys.argv[1] if len(sys.argv) > 1 else "rows", search_index(load_folder(ROOT)))
    for row in found:
        if not row.first:
            came = ", ".join(f"{hit.id.partition(':')[2]} [{' '.join(hit.anchors)}]" for hit in row.answer.hits)
            mark = "section" if row.section and not row.some else "row" if row.some else "NOTHING"
            print(
                f"{mark:8}{row.query}\n         want {', '.join(row.wanted)}\n         came {came}  {row.answer.unknown or ''}"
            )
    print(len(found), *(f"{name} {share(found, right):.0%}" for name, right in (
        ("first row", lambda row: row.first), ("some row", lambda row: row.some), ("section", lambda row: row.section),
    )))  # fmt: skip
