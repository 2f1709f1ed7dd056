"""A Handbook in, the data of its search and the probes it fails out: by a second processor, where there is one."""

import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, TypeVar

from cjm.language.says import Language
from cjm.lint.baseline import Baseline
from cjm.lint.built import LostProbe
from cjm.lint.choice import Choice
from cjm.lint.verdict import Verdict, judge
from cjm.load import load
from cjm.model import Handbook
from cjm.search import probe_problems, search_index

_WORTHWHILE = 10  # sections: below that a second process takes longer to start than to work

_T = TypeVar("_T")
Lost = tuple[int, int | None, tuple[str, ...], tuple[str, ...]]  # number of the probe, and what LostProbe holds


class Search:
    """The search of a handbook. Use it as a context; `index` and `lost` wait for what they give."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._pool: ProcessPoolExecutor | None = None
        self._index: Future[str] | None = None
        self._lost: Future[tuple[Lost, ...]] | None = None

    def __enter__(self) -> "Search":
        # The other process reads the sources; a released edition is not what they say.
        if self._handbook.sources and len(self._handbook.sections) >= _WORTHWHILE and _processors() > 1:
            try:
                self._pool = ProcessPoolExecutor(1, get_context("spawn"), _remember, (dict(self._handbook.sources),))
                self._index, self._lost = self._pool.submit(_index), self._pool.submit(_lost)
            except OSError:  # some sandboxes allow no second process
                self._pool = None
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def index(self) -> str:
        """The text of `search-data.js`."""
        return _result(self._index, lambda: search_index(self._handbook))

    def lost(self) -> tuple[LostProbe, ...]:
        """The probes that the search does not bring among the first results."""
        found = _result(self._lost, lambda: _lost_of(self._handbook, self.index()))
        probes = self._handbook.probes
        return tuple(LostProbe(probes[number], rank, instead, unknown) for number, rank, instead, unknown in found)


def judge_search(
    handbook: Handbook, lost: Iterable[LostProbe], *, today: dt.date, asked: Choice, baseline: Baseline,
    language: Language | None = None,
) -> Verdict:  # fmt: skip
    """What rules with `WHEN = "build"` find."""
    return judge(
        handbook, today=today, asked=asked, baseline=baseline, language=language, when="build",
        subjects={LostProbe: lambda _: lost},
    )  # fmt: skip


# Private functions


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _result(future: "Future[_T] | None", otherwise: Callable[[], _T]) -> _T:
    if future is not None:
        try:
            return future.result()
        except BrokenProcessPool:
            pass
    return otherwise()


def _lost_of(handbook: Handbook, index: str) -> tuple[Lost, ...]:
    numbers = {id(probe): number for number, probe in enumerate(handbook.probes)}
    return tuple(
        (numbers[id(missed.probe)], missed.rank, tuple(hit.title for hit in missed.instead), missed.unknown)
        for missed in probe_problems(handbook, index)
        if missed.probe.section in handbook.section  # a section that is not there is another rule's matter
    )


# What the second process remembers between its two tasks.
_other: dict[str, Any] = {}


def _remember(sources: Mapping[str, str]) -> None:
    _other["handbook"] = load({path: text.encode("utf-8") for path, text in sources.items()})


def _index() -> str:
    _other["index"] = search_index(_other["handbook"])
    return str(_other["index"])


def _lost() -> tuple[Lost, ...]:
    return _lost_of(_other["handbook"], _other["index"])
