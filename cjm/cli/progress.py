"""Says on stderr how far a long command has come; a short one, and one that nobody watches, says nothing."""

import sys
import time

import click

from cjm.language.says import Language, Says

_PATIENCE = 1.0  # seconds that need no explanation
_EVERY = 0.1
_SAYS = {"pages": Says("Страницы", "Pages"), "site": Says("Сайт", "Site")}


class Progress:
    """One line that is written over; it is gone when the work is done."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._started = self._last = time.monotonic()
        self._shown = False

    def __call__(self, what: str, done: int, of: int) -> None:
        now = time.monotonic()
        if not sys.stderr.isatty() or now - self._started < _PATIENCE or now - self._last < _EVERY:
            return
        self._last, self._shown = now, True
        click.echo(f"\r\x1b[K{_SAYS[what].to(self._language)}: {done}{f' / {of}' if of else ''}", nl=False, err=True)

    def finish(self) -> None:
        """Take the line away."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
