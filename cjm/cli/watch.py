"""Runs a check whenever a file of the handbook is saved, until the author has had enough (Ctrl-C)."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

from cjm.lint.baseline import FILE
from cjm.load.folder import FOLDERS

_EVERY = 0.3  # seconds: below what one notices, and no load worth speaking of
_SETTLED = 0.05  # an editor that writes a file in pieces is given this long


def again_and_again(root: Path, check: Callable[[], object]) -> None:
    """Check now and after each change; a terminal is wiped before, a pipe gets one report below the other."""
    try:
        while True:
            seen = _state(root)
            if sys.stdout.isatty():
                click.clear()
            check()
            sys.stdout.flush()
            while _state(root) == seen:
                time.sleep(_EVERY)
            while (last := _state(root)) != seen:
                seen = last
                time.sleep(_SETTLED)
    except KeyboardInterrupt:
        click.echo()


# Private functions


def _state(root: Path) -> list[tuple[str, int, int]]:
    """Name, time and size of every file that a check reads."""
    found = []
    for folder in FOLDERS:
        try:
            with os.scandir(root / folder) as entries:
                for entry in entries:
                    if entry.name.endswith((".yml", ".yaml")):
                        status = entry.stat()
                        found.append((f"{folder}/{entry.name}", status.st_mtime_ns, status.st_size))
        except OSError:
            continue  # not there, or being replaced right now
    baseline = root / FILE
    if baseline.is_file():
        found.append((FILE, baseline.stat().st_mtime_ns, 0))
    return sorted(found)
