"""A Handbook in; its verdict, the data of its search and the probes that fail out: by a second processor, if there is one."""

import datetime as dt
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from typing import Any, TypeVar

from cjm.language.says import Language
from cjm.lint.baseline import Baseline
from cjm.lint.built import LostProbe
from cjm.lint.choice import Choice
from cjm.lint.finding import Finding
from cjm.lint.verdict import Verdict, judge
from cjm.load import load
from cjm.model import Handbook
from cjm.search import probe_problems, search_index

_WORTHWHILE = 10  # sections without a problem of reading: else there is too little to do, or perhaps nothing at all

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a handbook is judged by."""

    today: dt.date
    choice: Choice = Choice()
    baseline: Baseline = Baseline()
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What a build says of a verdict."""

    shown: tuple[Finding, ...]
    accepted: int
    baselined: int
    failed: bool


class Meanwhile:
    """What is found out about a handbook while its pages are made. Use it as a context; its answers wait for the work.

    `shown` is the edition that the site shows, where that is not the handbook as it is written today.
    """

    def __init__(self, handbook: Handbook, asked: Asked, shown: Handbook | None = None) -> None:
        self._work = _Work(handbook, asked, shown or handbook)
        self._pool: ProcessPoolExecutor | None = None
        self._started: dict[str, Future[Any]] = {}

    def __enter__(self) -> "Meanwhile":
        worthwhile = len(self._work.shown.sections) >= _WORTHWHILE and not self._work.handbook.problems
        if worthwhile and _processors() > 1 and (pool := _second(self._work)):
            try:
                # The pages cannot be written without the index; the verdict is waited for last.
                self._started = {name: pool.submit(_do, name) for name in ("index", "judged", "lost")}
                self._pool = pool
            except OSError:  # some sandboxes allow no second process
                self._started = {}
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool is not None:
            # Waited for, since the interpreter that ends while a pool is closing stumbles over its pipe.
            self._pool.shutdown(wait=True, cancel_futures=True)

    def index(self) -> str:
        """The text of `search-data.js`."""
        return self._result("index", self._work.index)

    def judged(self) -> Judged:
        """What the rules find that need nothing but the handbook."""
        return self._result("judged", self._work.judged)

    def judged_by_now(self) -> bool:
        """Whether `judged` need not be waited for."""
        return "judged" in self._started and self._started["judged"].done()

    def probed(self) -> Judged:
        """What the rules find that ask the built search (`WHEN = "build"`)."""
        return self._work.probed(self._result("lost", self._work.lost))

    def _result(self, name: str, otherwise: Callable[[], _T]) -> _T:
        if name in self._started:
            try:
                done: _T = self._started[name].result()
                return done
            except BrokenProcessPool:
                del self._started[name]
        return otherwise()


# Private functions


Lost = tuple[int, int | None, tuple[str, ...], tuple[str, ...]]  # number of the probe, and what LostProbe holds


class _Work:
    """All that can be found out, each thing once."""

    def __init__(self, handbook: Handbook, asked: Asked, shown: Handbook) -> None:
        self.handbook, self.asked, self.shown = handbook, asked, shown
        self._index = ""

    def index(self) -> str:
        if not self._index:
            self._index = search_index(self.shown)
        return self._index

    def judged(self) -> Judged:
        asked = self.asked
        return _said(
            judge(
                self.handbook, today=asked.today, asked=asked.choice, baseline=asked.baseline, language=asked.language
            )
        )

    def lost(self) -> tuple[Lost, ...]:
        """The probes that the search does not bring among the first results."""
        numbers = {id(probe): number for number, probe in enumerate(self.shown.probes)}
        return tuple(
            (numbers[id(missed.probe)], missed.rank, tuple(hit.title for hit in missed.instead), missed.unknown)
            for missed in probe_problems(self.shown, self.index())
            if missed.probe.section in self.shown.section  # a section that is not there is another rule's matter
        )

    def probed(self, lost: tuple[Lost, ...]) -> Judged:
        asked, probes = self.asked, self.shown.probes
        all_lost = [LostProbe(probes[number], rank, instead, unknown) for number, rank, instead, unknown in lost]
        return _said(
            judge(
                self.shown, today=asked.today, asked=asked.choice, baseline=asked.baseline, language=asked.language,
                when="build", subjects={LostProbe: lambda _: all_lost},
            )
        )  # fmt: skip


def _said(verdict: Verdict) -> Judged:
    return Judged(verdict.shown, len(verdict.accepted), len(verdict.baselined), verdict.failed)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    """Whether a second process may begin as a copy of this one, which saves it reading all files again."""
    return sys.platform == "linux" and threading.active_count() == 1


def _second(work: _Work) -> ProcessPoolExecutor | None:
    if _can_fork():
        return ProcessPoolExecutor(1, get_context("fork"), _keep, (work,))
    if work.shown is work.handbook and work.handbook.sources:  # a released edition is not what the sources say
        return ProcessPoolExecutor(1, get_context("spawn"), _read, (dict(work.handbook.sources), work.asked))
    return None


# What the second process works on.
_other: list[_Work] = []


def _keep(work: _Work) -> None:
    _end_with_the_first()
    _other[:] = [work]


def _read(sources: Mapping[str, str], asked: Asked) -> None:
    _end_with_the_first()
    handbook = load({path: text.encode("utf-8") for path, text in sources.items()})
    _other[:] = [_Work(handbook, asked, handbook)]


def _end_with_the_first() -> None:
    """Let Ctrl-C end this process at once, and the end of the first, however it comes, end it too.

    Killed, or with its window closed, the first says nothing more, and this one would wait for work for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_wait_for_the_first, daemon=True).start()


def _wait_for_the_first() -> None:
    first = parent_process()
    if first is not None:
        first.join()
        os._exit(1)


def _do(name: str) -> Any:
    return getattr(_other[0], name)()
