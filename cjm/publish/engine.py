"""An effective `mkdocs.yml` in, a built site out: the one place that knows MkDocs."""

import datetime as dt
import logging
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2


@dataclass(frozen=True, slots=True)
class Built:
    """So many pages of the new site are there, of so many."""

    done: int
    of: int


class EngineFailed(Exception):
    """MkDocs could not build at all; `reasons` are its own words."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


def build_pages(
    config_file: Path, site: Path, *, day: dt.date, templates: jinja2.BytecodeCache, only_changed: bool = False
) -> Generator[Built, None, tuple[str, ...]]:
    """Build the documents of `config_file` into the folder `site`: a step for each page, and last what MkDocs warned of.

    `day` is the date of the build, `templates` keeps compiled ones. With `only_changed` pages newer than their HTML
    are built, the others stay. Who closes the generator stops the build at that page.
    """
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, BuildError, MkDocsException

    with _built_on(day), _listening() as heard:
        try:
            # Warnings are counted by the caller, who has words for them; MkDocs would only count them.
            config = load_config(str(config_file), site_dir=str(site), strict=False)
            setattr(config.theme, "get_env", _environment(config.theme, templates))  # noqa: B010
            try:
                yield from _pages(config, only_changed)
            except Exception as error:
                config.plugins.on_build_error(error=error)
                if isinstance(error, BuildError):
                    raise EngineFailed((*heard, str(error))) from error
                raise
        except (Abort, MkDocsException) as error:
            raise EngineFailed((*heard, *([] if heard else [str(error)]))) from error
    return tuple(heard)


# Private functions


def _pages(config: Any, only_changed: bool) -> Iterator[Built]:
    """`mkdocs.commands.build.build` of MkDocs 1.6, step by step, so that it can be stopped between two pages."""
    from mkdocs.commands import build
    from mkdocs.structure.files import get_files, set_exclusions
    from mkdocs.structure.nav import get_navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils import clean_directory

    plugins = config.plugins
    config = plugins.on_config(config)
    plugins.on_pre_build(config=config)
    if not only_changed:
        clean_directory(config.site_dir)
    files, env = get_files(config), config.theme.get_env()
    files.add_files_from_theme(env, config)
    files = plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = plugins.on_nav(get_navigation(files, config), config=config, files=files)
    documents = files.documentation_pages()
    for file in documents:
        build._populate_page(file.page or Page(None, file, config), config, files, only_changed)
    env = plugins.on_env(env, config=config, files=files)
    files.copy_static_files(dirty=only_changed)
    for template in config.theme.static_templates:
        build._build_theme_template(template, env, files, config, nav)
    for template in config.extra_templates:
        build._build_extra_template(template, files, config, nav)
    documents = files.documentation_pages()
    for done, file in enumerate(documents, start=1):
        build._build_page(file.page, config, documents, nav, env, only_changed, excluded=False)
        yield Built(done, len(documents))
    for file in documents:
        file.page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
    plugins.on_post_build(config=config)


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
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    logger = logging.getLogger("mkdocs")
    listener = _Listener()
    before = logger.propagate
    logger.propagate = False
    logger.addHandler(listener)
    try:
        yield listener.heard
    finally:
        logger.removeHandler(listener)
        logger.propagate = before
