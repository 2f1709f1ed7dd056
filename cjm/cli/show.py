"""Text or a path in, the same on the terminal out, whatever that can show."""

import shutil
import sys
from pathlib import Path

import click

# What we draw ourselves, in signs that a console of another encoding has; an author's letters are not ours to change.
_PLAIN = str.maketrans(
    {"│": "|", "╷": " ", "╵": " ", "─": "-", "●": "*", "▲": "!", "·": "-", "…": ".", "—": "-", "→": ">"}
)


def show(text: str, *, colour: bool = False) -> None:
    """Print `text` as it is, without a newline of its own."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        "│╷╵─●▲·…—→".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        text = text.translate(_PLAIN)
    click.echo(text, nl=False, color=colour)


def from_here(path: Path) -> str:
    """`path` as one types it in the folder where the command was given; one that lies elsewhere stays whole."""
    whole = path.absolute()
    return str(whole.relative_to(Path.cwd())) if whole.is_relative_to(Path.cwd()) else str(whole)


def columns() -> int:
    """How wide the terminal is, 0 where the text goes into a pipe or a file."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
