"""`cjm serve`: the site while one writes; it follows every saved change."""

import datetime as dt
import errno
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cjm.cli.options import colour_wanted, lang_option, root_option, today_option
from cjm.language.says import Language, Says

if TYPE_CHECKING:
    from cjm.lint import Finding
    from cjm.publish.serve import NotBound, Round

_PORT = 8000
_READY = Says(
    "Сайт открыт на {address} — меняйте файлы, страница обновится сама. Остановить: Ctrl+C",
    "The site is at {address} — change files, the page follows. Stop it with Ctrl+C",
)
_TAKEN = Says(
    "порт {port} занят другой программой. Назовите другой: cjm serve --port {other}",
    "port {port} is taken by another program. Name another one: cjm serve --port {other}",
)
_NO_ADDRESS = Says(
    "по адресу {host}:{port} сайт не открыть: {reason}. Назовите другой: --host, --port",
    "the site cannot be served at {host}:{port}: {reason}. Name another address: --host, --port",
)
_SAME = Says("как и прежде: {count}. Всё сразу: cjm lint", "as before: {count}. All of it: cjm lint")
_BEGUN = Says("Собираю страницы…", "Making the pages…")
_MADE = Says("{time} обновлено: {pages} · {seconds} с", "{time} updated: {pages} · {seconds} s")
_KEPT = Says(
    "{time} страницы остались прежними, пока это не исправлено",
    "{time} the pages stay as they were until this is mended",
)


@click.command(help="Показать сайт и обновлять его при каждой правке. Show the site and follow every change.")
@root_option
@lang_option
@today_option
@click.option("--port", type=click.IntRange(0, 65535), help=f"Порт. The port. [{_PORT}]")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Адрес; 0.0.0.0 — видно с телефона в той же сети. Address; 0.0.0.0 shows it to a phone in the same network.",
)
@click.option("--open", "opened", is_flag=True, help="Открыть браузер. Open a browser.")
def command(root: Path, lang: Language | None, today: dt.date, port: int | None, host: str, opened: bool) -> None:
    from cjm.cli.baseline import known_findings
    from cjm.cli.save import saving
    from cjm.publish.serve import NotBound, serve

    language: Language = lang or "ru"
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda number, frame: stop.set())

    def ready(address: str) -> None:
        click.echo(_READY.to(language, address=address))
        if opened:
            click.launch(address)

    known: frozenset[tuple[str, str, str]] = frozenset()

    def told(done: "Round") -> None:
        nonlocal language, known
        language = lang or done.handbook.outline.language
        _tell(done, known, language)
        known = frozenset(map(_what, done.findings))

    click.echo(_BEGUN.to(language))
    sys.stdout.flush()

    try:
        with saving(language):
            serve(
                root, today=today, host=host, port=_PORT if port is None else port, language=lang,
                baseline=lambda: known_findings(root), on_ready=ready, on_round=told,
                spare_port=port is None, stop=stop,
            )  # fmt: skip
    except NotBound as failed:
        raise click.UsageError(_not_bound(failed, host, port or _PORT, language)) from failed


# Private functions


def _not_bound(failed: "NotBound", host: str, port: int, language: Language) -> str:
    error = failed.__cause__
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return _TAKEN.to(language, port=port, other=port + 1)
    reason = error.strerror if isinstance(error, OSError) else ""
    return _NO_ADDRESS.to(language, host=host, port=port, reason=reason or error)


def _what(finding: "Finding") -> tuple[str, str, str]:
    """What makes a finding the same as in the round before, though its line has moved."""
    return finding.code, finding.place.file, finding.message


def _tell(done: "Round", known: frozenset[tuple[str, str, str]], language: Language) -> None:
    """Say what is new in this round; what keeps the pages from being made is said each time."""
    from cjm.language.numerals import counted
    from cjm.report.text import as_text, summary

    shown = [one for one in done.findings if _what(one) not in known or (one.severity == "error" and not done.made)]
    if shown:
        click.echo(as_text(shown, done.handbook.sources, language, colour=colour_wanted()))
    if done.findings:
        click.echo(summary(done.findings, 0, 0, len(done.handbook.sources), language), nl=False)
        if len(shown) < len(done.findings):
            click.echo(_SAME.to(language, count=len(done.findings) - len(shown)))
    for notice in done.notices:
        click.echo(notice.to(language))
    time = dt.datetime.now().strftime("%H:%M:%S")
    if done.made:
        pages = counted(done.changed, ("страница", "страницы", "страниц"), ("page", "pages"), language)
        seconds = f"{done.seconds:.1f}".replace(".", "," if language == "ru" else ".")
        click.echo(_MADE.to(language, time=time, pages=pages, seconds=seconds))
    else:
        click.echo(_KEPT.to(language, time=time))
    sys.stdout.flush()
