"""`cjm serve`: the site while one writes; it follows every saved change."""

import contextlib
import datetime as dt
import signal
import sys
import threading
from typing import TYPE_CHECKING, Annotated

import typer

from cjm.cli.answer import answering
from cjm.cli.options import Lang, Root, Today
from cjm.language.says import Language, Says

if TYPE_CHECKING:
    from cjm.app.serve import Round
    from cjm.lint import Finding

_PORT = 8000
_READY = Says(
    "Сайт открыт на {address} — меняйте файлы, страница обновится сама. Остановить: Ctrl+C",
    "The site is at {address} — change files, the page follows. Stop it with Ctrl+C",
)
_SAME = Says("как и прежде: {count}. Всё сразу: cjm lint", "as before: {count}. All of it: cjm lint")
_BEGUN = Says("Собираю страницы…", "Making the pages…")
_MADE = Says("{time} обновлено: {pages} · {seconds} с", "{time} updated: {pages} · {seconds} s")
_KEPT = Says(
    "{time} страницы остались прежними, пока это не исправлено",
    "{time} the pages stay as they were until this is mended",
)


HELP = Says(
    "Показать сайт и обновлять его при каждой правке.",
    "Show the site and follow every change.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    root: Root,
    today: Today,
    lang: Lang = None,
    port: Annotated[
        int | None,
        typer.Option("--port", min=0, max=65535),
        Says(
            f"Порт; без ключа — {_PORT} или свободный за ним.",
            f"The port; {_PORT}, or a free one behind it, without it.",
        ),
    ] = None,
    host: Annotated[
        str,
        typer.Option("--host"),
        Says(
            "Адрес; 0.0.0.0 — видно с телефона в той же сети.",
            "Address; 0.0.0.0 shows it to a phone in the same network.",
        ),
        Says("АДРЕС", "ADDRESS"),
    ] = "127.0.0.1",
    open_it: Annotated[bool, typer.Option("--open"), Says("Открыть браузер.", "Open a browser.")] = False,
) -> None:
    from cjm.app.serve import Opened, Round, serve

    language: Language = lang or "ru"
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda number, frame: stop.set())
    known: frozenset[tuple[str, str, str]] = frozenset()
    typer.echo(_BEGUN.to(language))
    sys.stdout.flush()
    events = serve(
        root,
        today=today,
        host=host,
        port=_PORT if port is None else port,
        language=lang,
        spare_port=port is None,
        stop=stop,
    )
    with answering(language), contextlib.suppress(KeyboardInterrupt), contextlib.closing(events):
        for event in events:
            if isinstance(event, Round):
                language = lang or event.handbook.outline.language
                _tell(event, known, language)
                known = frozenset(map(_what, event.findings))
            elif isinstance(event, Opened):
                typer.echo(_READY.to(language, address=event.address))
                if open_it:
                    typer.launch(event.address)


# Private functions


def _what(finding: "Finding") -> tuple[str, str, str]:
    """What makes a finding the same as in the round before, though its line has moved."""
    return finding.code, finding.place.file, finding.message


def _tell(done: "Round", known: frozenset[tuple[str, str, str]], language: Language) -> None:
    """Say what is new in this round; what keeps the pages from being made is said each time."""
    from cjm.cli.show import pages_and_seconds, show_findings, show_summary

    shown = [one for one in done.findings if _what(one) not in known or (one.severity == "error" and not done.made)]
    show_findings(shown, done.handbook.sources, language)
    if done.findings:
        show_summary(done.findings, 0, 0, len(done.handbook.sources), language)
        if len(shown) < len(done.findings):
            typer.echo(_SAME.to(language, count=len(done.findings) - len(shown)))
    for notice in done.notices:
        typer.echo(notice.to(language))
    time = dt.datetime.now().strftime("%H:%M:%S")
    if done.made:
        typer.echo(_MADE.to(language, time=time, **pages_and_seconds(done.changed, done.seconds, language)))
    else:
        typer.echo(_KEPT.to(language, time=time))
    sys.stdout.flush()
