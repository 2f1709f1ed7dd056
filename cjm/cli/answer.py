"""A folder in, the handbook and the language to answer in out; and what a use case refuses in, the end of the command out."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cjm.language.says import Language, Says

if TYPE_CHECKING:
    from cjm.model import Handbook


def opened(root: Path, lang: Language | None) -> tuple["Handbook", Language]:
    """The handbook in `root`, and the language that was asked for, else its own."""
    from cjm.load import load_folder

    handbook = load_folder(root)
    return handbook, lang or handbook.outline.language


def language_in(root: Path, lang: Language | None) -> Language:
    """The same language, where nothing but the outline has to be read for it."""
    from cjm.load import load

    files = {}
    for name in ("guideline/handbook.yml", "guideline/handbook.yaml"):
        with contextlib.suppress(OSError):
            files[name] = (root / name).read_bytes()
    return lang or load(files).outline.language


@contextlib.contextmanager
def answering(language: Language, last: Says | None = None, code: int = 1) -> Iterator[None]:
    """A refusal ends the command: a misuse with how the command is typed, another with `code`, its words and the `last` ones."""
    from cjm.app.refusal import Misuse, NotWritten, Refusal

    try:
        yield
    except Misuse as misuse:
        raise typer.BadParameter(misuse.to(language)) from misuse
    except NotWritten as failed:
        raise typer.TyperException(failed.to(language)) from failed
    except Refusal as refusal:
        typer.echo(refusal.to(language), err=True)
        if last is not None:
            typer.echo(last.to(language), err=True)
        sys.exit(code)
