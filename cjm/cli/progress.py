"""Says on stderr how far a long command has come; a short one, and one that nobody watches, says nothing."""

import sys
import time

import typer

from cjm.language.says import Language, Says
from cjm.publish.build import Rendered
from cjm.publish.engine import Built

_PATIENCE = 1.0  # seconds that need no explanation
_EVERY = 0.1
_PAGES, _SITE = Says("Страницы", "Pages"), Says("Сайт", "Site")


class Progress:
    """One line that is written over; it is gone when the work is done."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._started = self._last = time.monotonic()
        self._shown = False

    def show(self, step: Rendered | Built) -> None:
        """Say how far it has come, unless that was said just now."""
        now = time.monotonic()
        if not sys.stderr.isatty() or now - self._started < _PATIENCE or now - self._last < _EVERY:
            return
        self._last, self._shown = now, True
        of = f" / {step.of}" if isinstance(step, Built) else ""
        what = (_SITE if of else _PAGES).to(self._language)
        typer.echo(f"\r\x1b[K{what}: {step.done}{of}", nl=False, err=True)

    def finish(self) -> None:
        """Take the line away."""
        if self._shown:
            typer.echo("\r\x1b[K", nl=False, err=True)
