"""A Handbook in; its verdict, the data of its search and the probes that fail out: by a second processor, if there is one."""

import contextlib
import datetime as dt
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from cjm.language.says import Language
from cjm.lint.baseline import Baseline
from cjm.lint.built import LostProbe
from cjm.lint.choice import RuleChoice
from cjm.lint.verdict import judge
from cjm.load import load
from cjm.model import Handbook
from cjm.publish.judged import Judged, judged_by
from cjm.search import probe_problems, search_index

_WORTHWHILE = 10  # sections without a problem of reading: else there is too little to do, or perhaps nothing at all
# The pages cannot be written without the index; the verdict is waited for last.
_ANSWERS = ("index", "judged", "lost")

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a handbook is judged by."""

    today: dt.date
    choice: RuleChoice = RuleChoice()
    baseline: Baseline = Baseline()
    language: Language | None = None


class Meanwhile:
    """What is found out about a handbook while its pages are made. Use it as a context; its answers wait for the work.

    The second process belongs to this object alone: begun and ended with the context, and what it works on was given to it.
    """

    def __init__(self, handbook: Handbook, asked: Asked) -> None:
        self._work = _Work(handbook, asked)
        self._second: tuple[BaseProcess, Connection] | None = None
        self._answers: dict[str, Any] = {}

    def __enter__(self) -> "Meanwhile":
        worthwhile = len(self._work.handbook.sections) >= _WORTHWHILE and not self._work.handbook.problems
        if worthwhile and _processors() > 1:
            with contextlib.suppress(OSError):  # some sandboxes allow no second process
                self._second = _begun(self._work)
        return self

    def __exit__(self, *error: object) -> None:
        if self._second is not None:
            process, pipe = self._second
            process.terminate()
            process.join()
            pipe.close()

    def index(self) -> str:
        """The text of `search-data.js`."""
        return self._answer("index", self._work.index)

    def judged(self) -> Judged:
        """What the rules find that need nothing but the handbook."""
        return self._answer("judged", self._work.judged)

    def judged_by_now(self) -> bool:
        """Whether `judged` need not be waited for."""
        while "judged" not in self._answers and self._second is not None and self._second[1].poll():
            if not self._heard():
                break
        return "judged" in self._answers

    def probed(self) -> Judged:
        """What the rules find that ask the built search (`WHEN = "build"`)."""
        return self._work.probed(self._answer("lost", self._work.lost))

    def _answer(self, name: str, otherwise: Callable[[], _T]) -> _T:
        while name not in self._answers and self._heard():
            pass
        answer: _T = self._answers[name] if name in self._answers else otherwise()
        return answer

    def _heard(self) -> bool:
        """Wait for the next answer of the second process; False where there is none to come."""
        if self._second is None or len(self._answers) == len(_ANSWERS):
            return False
        try:
            self._answers[_ANSWERS[len(self._answers)]] = self._second[1].recv()
        except (EOFError, OSError):
            return False
        return True


# Private functions


Lost = tuple[int, int | None, tuple[str, ...], tuple[str, ...]]  # number of the probe, and what LostProbe holds


class _Work:
    """All that can be found out, each thing once."""

    def __init__(self, handbook: Handbook, asked: Asked) -> None:
        self.handbook, self.asked = handbook, asked
        self._index = ""

    def index(self) -> str:
        if not self._index:
            self._index = search_index(self.handbook)
        return self._index

    def judged(self) -> Judged:
        asked = self.asked
        return judged_by(
            judge(
                self.handbook, today=asked.today, asked=asked.choice, baseline=asked.baseline, language=asked.language
            )
        )

    def lost(self) -> tuple[Lost, ...]:
        """The probes that the search does not bring among the first results."""
        numbers = {id(probe): number for number, probe in enumerate(self.handbook.probes)}
        return tuple(
            (numbers[id(missed.probe)], missed.rank, tuple(hit.title for hit in missed.instead), missed.unknown)
            for missed in probe_problems(self.handbook, self.index())
            if missed.probe.section in self.handbook.section  # a section that is not there is another rule's matter
        )

    def probed(self, lost: tuple[Lost, ...]) -> Judged:
        asked, probes = self.asked, self.handbook.probes
        all_lost = [LostProbe(probes[number], rank, instead, unknown) for number, rank, instead, unknown in lost]
        return judged_by(
            judge(
                self.handbook, today=asked.today, asked=asked.choice, baseline=asked.baseline, language=asked.language,
                when="build", subjects={LostProbe: lambda _: all_lost},
            )
        )  # fmt: skip


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    """Whether a second process may begin as a copy of this one, which saves it reading all files again."""
    return sys.platform == "linux" and threading.active_count() == 1


def _begun(work: _Work) -> tuple[BaseProcess, Connection] | None:
    """The second process, at work, and the pipe that its answers come through."""
    work_or_sources: _Work | Mapping[str, bytes]
    if _can_fork():
        way, work_or_sources = "fork", work
    elif (
        work.handbook.sources and not work.handbook.whole
    ):  # neither a released edition nor a cut is what the sources say
        way = "spawn"
        work_or_sources = {path: text.encode("utf-8") for path, text in work.handbook.sources.items()}
        work_or_sources |= work.handbook.look  # pictures among it: a check asks whether they are there
    else:
        return None
    context: Any = get_context(way)
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_second, args=(work_or_sources, work.asked, theirs), daemon=True)
    try:
        process.start()
    except OSError:
        ours.close()
        raise
    finally:
        theirs.close()
    return process, ours


def _second(given: _Work | Mapping[str, bytes], asked: Asked, pipe: Connection) -> None:
    """All that the second process does."""
    _end_with_the_first()
    with contextlib.suppress(Exception):  # what fails here fails in the first once more, and is told there
        if not isinstance(given, _Work):
            given = _Work(load(given), asked)
        for name in _ANSWERS:
            pipe.send(getattr(given, name)())


def _end_with_the_first() -> None:
    """Let Ctrl-C end this process at once, and the end of the first, however it comes, end it too.

    Killed, or with its window closed, the first says nothing more, and this one would wait for work for ever.
    """
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_DFL)
    threading.Thread(target=_wait_for_the_first, daemon=True).start()


def _wait_for_the_first() -> None:
    first = parent_process()
    if first is not None:
        first.join()
        os._exit(1)
