"""A Handbook in, its site in `site_build/out` out; the last good site stays until a whole new one takes its place."""

import datetime as dt
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import jinja2

from cjm.addresses import page
from cjm.model import Handbook
from cjm.pages import Edition, Site, loader, rendered, whole
from cjm.publish.config import BrokenConfig, Config, effective_config
from cjm.publish.documents import documents, own_file, theme
from cjm.publish.engine import Built, EngineFailed, build_pages
from cjm.publish.notice import Hindered, Notice, heard_notice, older_templates, template_notice
from cjm.publish.offline import MANIFEST, REGISTER, SOURCE, WORKER, service_worker, web_manifest
from cjm.publish.styles import join_styles
from cjm.publish.swap import alone, finish_swap, next_to, swap
from cjm.publish.tree import OUT, TreeChange, files_below, put, sync
from cjm.resources import shipped

PRUNED_FROM = 60  # pages: the navigation is written into each of them
_UNUSED = ("assets/javascripts/lunr", "assets/javascripts/workers")  # the search that Material brings


@dataclass(frozen=True, slots=True)
class Rendered:
    """So many pages are written in Markdown."""

    done: int


@dataclass(frozen=True, slots=True)
class Ready:
    """The new site is whole, and takes the place of the old one when the caller goes on. MkDocs warned of `notices`."""

    notices: tuple[Notice, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was noticed that has to be mended."""
        return not any(notice.error for notice in self.notices)


@dataclass(frozen=True, slots=True)
class Published:
    """A site that took the place of the one before."""

    site: Path
    pages: int
    changed: TreeChange


@dataclass(frozen=True, slots=True)
class Prepared:
    """What lies in `site_build/out` for MkDocs."""

    config: Path
    pages: int
    paths: frozenset[str]  # of all documents
    changed: TreeChange
    look: bool  # whether theme or configuration changed, which every page shows
    notices: tuple[Notice, ...]


def publish(
    handbook: Handbook, root: Path, index: Callable[[], str], *, today: dt.date, own: Path | None = None
) -> Generator[Rendered | Built | Ready | Published]:
    """Build the site of `handbook`. Who closes the generator, up to Ready, keeps the site from before; so does Hindered.

    `index` gives the data of its search; it may take its time while pages are rendered. `own` is the folder with the
    handbook's own look, where that is not `root`.
    """
    out, target = root / OUT, root / OUT / "site"
    with alone(out):
        finish_swap(target)
        try:
            written = yield from write_documents(handbook, root, index, today=today, offline=True, own=own)
            heard = yield from build_documents(written, next_to(target), today=today)
            yield Ready((*written.notices, *heard))
        except BaseException:
            shutil.rmtree(next_to(target), ignore_errors=True)
            raise
        _finish(next_to(target), own or root, handbook)
        swap(target)
    yield Published(target, written.pages, written.changed)


def write_documents(
    handbook: Handbook, root: Path, index: Callable[[], str], *, today: dt.date, offline: bool, own: Path | None = None
) -> Generator[Rendered, None, Prepared]:
    """Render everything, then write documents, theme templates and the effective configuration into `site_build/out`.

    An `offline` site is kept on its readers' devices. Raises Hindered.
    """
    out, own = root / OUT, own or root
    out.mkdir(parents=True, exist_ok=True)
    if older := tuple(older_templates(root)):
        raise Hindered(*older)
    edition = Edition(handbook, today, today.isoformat())
    pages: dict[str, str] = {}
    try:
        for path, text in rendered(edition, loader(own), _compiled(out)):
            pages[path] = text
            yield Rendered(len(pages))
        made = whole(edition, pages)
    except jinja2.TemplateError as error:
        raise Hindered(template_notice(error, own)) from error
    config = _config(handbook, made, root, own, offline)
    files = documents(made, index(), handbook, own, config.pictures)
    changed = sync(out / "docs", files)
    changed_theme = sync(out / "theme", theme(own, config.theme_folder))
    changed_config = put(out / "mkdocs.yml", config.text.encode("utf-8"))
    return Prepared(
        out / "mkdocs.yml", len(made.pages), frozenset(files), changed, bool(changed_theme) or changed_config,
        tuple(_notices(config, frozenset(files))),
    )  # fmt: skip


def build_documents(
    written: Prepared, into: Path, *, today: dt.date, only_changed: bool = False
) -> Generator[Built, None, tuple[Notice, ...]]:
    """Let MkDocs build what was written, and return what it warns of. Raises Hindered."""
    compiled = _compiled(written.config.parent)
    try:
        heard = yield from build_pages(written.config, into, day=today, templates=compiled, only_changed=only_changed)
    except EngineFailed as failed:
        raise Hindered(*(heard_notice(reason, error=True) for reason in failed.reasons)) from failed
    except jinja2.TemplateError as error:
        raise Hindered(template_notice(error, written.config.parent)) from error
    return tuple(heard_notice(message, error=True) for message in heard)


# Private functions


def _config(handbook: Handbook, made: Site, root: Path, own: Path, offline: bool) -> Config:
    author, shipped_file = own / "mkdocs.yml", shipped() / "mkdocs.yml"
    try:
        return effective_config(
            author.read_text(encoding="utf-8-sig") if author.is_file() else "",
            shipped_file.read_text(encoding="utf-8"),
            _ours(handbook, made, offline),
            lambda path: Path(os.path.relpath(root / path, root / OUT)).as_posix(),
        )
    except BrokenConfig as broken:
        raise Hindered(Notice("config", "mkdocs.yml", broken.line, broken.reason)) from broken
    except UnicodeDecodeError as error:
        raise Hindered(Notice("config", "mkdocs.yml", 0, "UTF-8")) from error


def _ours(handbook: Handbook, made: Site, offline: bool) -> dict[str, Any]:
    """What the handbook decides of MkDocs' configuration; it wins over every file."""
    outline = handbook.outline
    ours: dict[str, Any] = {
        "site_name": outline.title or outline.id,
        # Themes print these two inside an attribute.
        "site_description": escape(" ".join(outline.description.split())),
        "site_author": escape(outline.organisation),
        "docs_dir": "docs",
        "site_dir": "site",
        "strict": True,
        "use_directory_urls": False,
        "theme": {"custom_dir": "theme", "language": outline.language},
        "nav": list(made.nav),
        "extra": made.extra,
        "validation": {
            "nav": {"omitted_files": "ignore"},
            "links": {"absolute_links": "warn", "unrecognized_links": "warn", "anchors": "warn"},
        },
    }
    if outline.address:
        ours["site_url"] = outline.address.rstrip("/") + "/"
    if offline:
        ours["extra_javascript"] = [REGISTER]
    if len(made.pages) > PRUNED_FROM:
        ours["theme"]["features"] = ["navigation.prune"]
    return ours


def _notices(config: Config, paths: frozenset[str]) -> Iterator[Notice]:
    for key, line in config.ignored:
        yield Notice("ignored", "mkdocs.yml", line, key, error=False)
    for path in (*config.loaded, *config.pictures):
        if "://" not in path and path not in paths:
            yield Notice("no-asset", "mkdocs.yml", 0, path)


def _compiled(out: Path) -> jinja2.BytecodeCache:
    folder = out / "cache"
    folder.mkdir(exist_ok=True)
    return jinja2.FileSystemBytecodeCache(str(folder))


def _finish(new: Path, root: Path, handbook: Handbook) -> None:
    """Take out what no page of ours loads, and write the service worker over the rest."""
    if not (new / "search" / "search_index.json").exists():
        for folder in _UNUSED:
            shutil.rmtree(new / folder, ignore_errors=True)
    for file in new.glob("assets/**/*.map"):
        file.unlink()
    join_styles(new)
    (new / MANIFEST).write_text(web_manifest(handbook), encoding="utf-8", newline="\n")
    source = own_file(SOURCE, root).read_text(encoding="utf-8")
    urgent = tuple(page("section", one.id) for one in handbook.sections if one.kind == "emergency")
    (new / WORKER).write_text(service_worker(files_below(new), source, urgent), encoding="utf-8", newline="\n")
