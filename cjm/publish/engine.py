"""An effective `mkdocs.yml` in, a built site out: the one place that knows MkDocs."""

import datetime as dt
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jinja2

_DIRTY = "A 'dirty' build"  # MkDocs warns of what we asked for


class EngineFailed(Exception):
    """MkDocs could not build at all; `reasons` are its own words."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


def build_pages(
    config_file: Path,
    site: Path,
    *,
    day: dt.date,
    templates: jinja2.BytecodeCache,
    only_changed: bool = False,
    on_page: Callable[[], None] = lambda: None,
) -> tuple[str, ...]:
    """Build the documents of `config_file` into the folder `site` and return what MkDocs warned of.

    `day` is the date of the build, `templates` keeps compiled ones. With `only_changed` pages newer than their HTML
    are built, the others stay.
    """
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    with _built_on(day), _listening(on_page) as heard:
        try:
            # Warnings are counted by the caller, who has words for them; MkDocs would only count them.
            config = load_config(str(config_file), site_dir=str(site), strict=False)
            setattr(config.theme, "get_env", _environment(config.theme, templates))  # noqa: B010
            build(config, dirty=only_changed)
        except (Abort, MkDocsException) as error:
            raise EngineFailed((*heard, *([] if heard else [str(error)]))) from error
    return tuple(heard)


# Private functions


class _Templates(jinja2.FileSystemLoader):
    """Lists no hidden folder: MkDocs takes nothing from there, and Material has 14,000 icons in one."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for folder in self.searchpath:
            for where, folders, names in os.walk(folder):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found.update(Path(where, name).relative_to(folder).as_posix() for name in names)
        return sorted(found)


def _environment(theme: Any, templates: jinja2.BytecodeCache) -> Callable[[], jinja2.Environment]:
    environment: jinja2.Environment = theme.get_env()
    environment.loader = _Templates(theme.dirs)
    environment.bytecode_cache = templates
    return lambda: environment


@contextmanager
def _built_on(day: dt.date) -> Iterator[None]:
    """MkDocs takes its date from the environment, see reproducible-builds.org."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


class _Listener(logging.Handler):
    def __init__(self, on_page: Callable[[], None]) -> None:
        super().__init__(logging.DEBUG)
        self.heard: list[str] = []
        self._on_page = on_page

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.WARNING:
            message = record.getMessage()
            if not message.startswith(_DIRTY):
                self.heard.append(message)
        elif str(record.msg).startswith("Building page"):
            self._on_page()


@contextmanager
def _listening(on_page: Callable[[], None]) -> Iterator[list[str]]:
    logger, builder = logging.getLogger("mkdocs"), logging.getLogger("mkdocs.commands.build")
    listener = _Listener(on_page)
    before = logger.propagate, builder.level
    logger.propagate = False
    logger.addHandler(listener)
    builder.setLevel(logging.DEBUG)
    try:
        yield listener.heard
    finally:
        logger.removeHandler(listener)
        logger.propagate, builder.level = before
