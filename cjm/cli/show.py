"""Text in, the same on the terminal out, whatever that can show."""

import shutil
import sys

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


def columns() -> int:
    """How wide the terminal is, 0 where the text goes into a pipe or a file."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
