"""A finished folder takes the place of the old one by two renames; what was interrupted is finished the next time.

`next` is being made, and complete as soon as there is a `before`; `before` is the old site, from the first rename until
the new one stands in its place.
"""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path


def next_to(site: Path) -> Path:
    """Where the successor of `site` is made."""
    return site.with_name(site.name + ".next")


def swap(site: Path) -> None:
    """Put the successor of `site` in its place."""
    if site.exists():
        site.rename(_before(site))
    next_to(site).rename(site)
    _remove(_before(site))


def finish_swap(site: Path) -> None:
    """Leave `site` as it was before an interrupted build, or as it was meant to be after it."""
    new, old = next_to(site), _before(site)
    if not site.exists() and old.exists():
        # The first rename was made, so the new folder was complete.
        (new if new.exists() else old).rename(site)
    _remove(old)
    _remove(new)


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Only one process at a time works in `folder`; another one waits. The system lets go when a process dies."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT)
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


# Private functions


def _before(site: Path) -> Path:
    return site.with_name(site.name + ".before")


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        locked = False
        while not locked:
            with contextlib.suppress(OSError):  # it gives up after ten seconds
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
                locked = True
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
