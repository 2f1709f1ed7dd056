"""Runs a check whenever a file of the handbook is saved, until the author has had enough (Ctrl-C)."""

import contextlib
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import typer

from cjm.lint.baseline import FILE
from cjm.load.folder import walk

_EVERY = 0.3  # seconds: below what one notices, and no load worth speaking of
_SETTLED = 0.05  # an editor that writes a file in pieces is given this long


def again_and_again(root: Path, check: Callable[[], object]) -> None:
    """Check now and after each change; a terminal is wiped before, a pipe gets one report below the other."""
    try:
        while True:
            seen = _state(root)
            if sys.stdout.isatty():
                os.system("cls") if os.name == "nt" else typer.echo("\x1b[2J\x1b[1;1H", nl=False)
            check()
            sys.stdout.flush()
            while _state(root) == seen:
                time.sleep(_EVERY)
            while (last := _state(root)) != seen:
                seen = last
                time.sleep(_SETTLED)
    except KeyboardInterrupt:
        typer.echo()


# Private functions


def _state(root: Path) -> list[tuple[str, int, int]]:
    """Name, time and size of every file that a check reads."""
    found: list[tuple[str, int, int]] = []
    for file, _ in walk(root):
        found += _stamp(root, file)
    return sorted([*found, *_stamp(root, FILE)])


def _stamp(root: Path, file: str) -> list[tuple[str, int, int]]:
    with contextlib.suppress(OSError):  # removed in this moment, or a link that leads nowhere
        status = (root / file).stat()
        return [(file, status.st_mtime_ns, status.st_size)]
    return []
