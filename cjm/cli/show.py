"""Text, a path or findings in, the same on the terminal out, whatever that can show."""

import shutil
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cjm.language.says import Language, Says

if TYPE_CHECKING:
    from cjm.app.printing import Printed
    from cjm.lint import Finding
    from cjm.publish.judged import Judged

# What we draw ourselves, in signs that a console of another encoding has; an author's letters are not ours to change.
_PLAIN = str.maketrans(
    {"│": "|", "╷": " ", "╵": " ", "─": "-", "●": "*", "▲": "!", "·": "-", "…": ".", "—": "-", "→": ">"}
)

_FILES = 12
_MORE_FILES = Says("и ещё {count}", "and {count} more")


def show(text: str, *, colour: bool = False) -> None:
    """Print `text` as it is, without a newline of its own."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        "│╷╵─●▲·…—→".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        text = text.translate(_PLAIN)
    typer.echo(text, nl=False, color=colour)


def files_named(files: Sequence[str], language: Language) -> str:
    """The files by name, of many the first ones and how many more: a line that one reads."""
    shown = list(files) if len(files) <= _FILES + 1 else list(files[:_FILES])
    more = [_MORE_FILES.to(language, count=len(files) - len(shown))] if len(files) > len(shown) else []
    return ", ".join([*shown, *more])


def from_here(path: Path) -> str:
    """`path` as one types it in the folder where the command was given; one that lies elsewhere stays whole."""
    whole = path.absolute()
    return str(whole.relative_to(Path.cwd())) if whole.is_relative_to(Path.cwd()) else str(whole)


def columns() -> int:
    """How wide the terminal is, 0 where the text goes into a pipe, a file or an editor."""
    from cjm.cli.options import on_terminal

    return shutil.get_terminal_size().columns if on_terminal() else 0


def show_findings(findings: "Sequence[Finding]", sources: Mapping[str, str], language: Language) -> None:
    """Print the findings with the lines they are about, if there are any."""
    from cjm.cli.options import colour_wanted
    from cjm.report.text import as_text

    if findings:
        typer.echo(as_text(findings, sources, language, colour=colour_wanted()))


def show_summary(findings: "Sequence[Finding]", accepted: int, baselined: int, files: int, language: Language) -> None:
    """Print how many findings there are."""
    from cjm.report.text import summary

    typer.echo(summary(findings, accepted, baselined, files, language), nl=False)


def pages_and_seconds(pages: int, seconds: float, language: Language) -> dict[str, str]:
    """«3 страницы» and «1,4», to fill the gaps of a sentence."""
    from cjm.language.numerals import counted

    told = f"{seconds:.1f}".replace(".", "," if language == "ru" else ".")
    return {
        "pages": counted(pages, ("страница", "страницы", "страниц"), ("page", "pages"), language), "seconds": told,
    }  # fmt: skip


def show_printing(
    events: "Iterable[Judged | Printed]", done: Says, sources: Mapping[str, str], language: Language, started: float
) -> None:
    """What printing finds, and at its end that it is done: where, how many pages, in how many seconds."""
    from cjm.app.printing import Printed

    for event in events:
        if isinstance(event, Printed):
            told = pages_and_seconds(event.pages, time.monotonic() - started, language)
            typer.echo(done.to(language, where=from_here(event.file), **told))
        elif event.shown:
            show_findings(event.shown, sources, language)
            show_summary(event.shown, event.accepted, event.baselined, len(sources), language)
