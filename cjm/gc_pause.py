"""Work that makes a great many objects and no garbage in; the same work, a third faster, out."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

_RESTS = count()
_OF_A_COMMAND = 4


def leave_all_at_the_end() -> None:
    """Let the system take back all memory at once when the program ends, instead of looking through it for garbage."""
    atexit.register(gc.freeze)


@contextmanager
def collector_seldom() -> Iterator[None]:
    """Let the garbage collector look less often where little of what is made is garbage."""
    before = gc.get_threshold()
    gc.set_threshold(20_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def collector_resting() -> Iterator[None]:
    """Keep the garbage collector from looking through a million new objects that are all still needed.

    Afterwards they count as old: else the first thing that is made then would have all of them looked through. Only of
    the first rests of a process, which are all that a command takes: what is old is never looked through again, and one
    that goes on for hours would keep every handbook that it has read.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if next(_RESTS) < _OF_A_COMMAND:
                gc.freeze()
                gc.unfreeze()
            gc.enable()
