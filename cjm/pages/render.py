"""Page kinds and templates in, Markdown pages with navigation out."""

import datetime as dt
import importlib
import json
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from types import MethodType
from typing import Any, Protocol, cast

import jinja2

from cjm import addresses, figures, view
from cjm.gc_pause import collector_seldom
from cjm.model import Handbook
from cjm.pages import kinds
from cjm.pages.nav import Nav, navigation
from cjm.pages.page import Edition, Page
from cjm.pages.strings import script_strings, theme_strings
from cjm.pages.writer import PageWriter
from cjm.resources import shipped
from cjm.wording import Terms, label


@dataclass(frozen=True, slots=True)
class Site:
    """The pages by their path below the documents' folder, their navigation, and what the theme is told (`extra`)."""

    pages: dict[str, str]
    nav: Nav
    extra: dict[str, Any]


def loader(root: Path) -> jinja2.BaseLoader:
    """Templates and icons: the handbook's own first, then the shipped ones, then the icons of Material."""
    theme = importlib.util.find_spec("material")
    folders = [
        root / "templates",
        root / "site_build" / "assets",
        shipped() / "templates",
        shipped() / "site_build" / "assets",
    ]
    if theme is not None and theme.origin is not None:
        folders.append(Path(theme.origin).parent / "templates" / ".icons")
    return jinja2.FileSystemLoader([str(folder) for folder in dict.fromkeys(folders)], encoding="utf-8")


def site(
    handbook: Handbook, templates: jinja2.BaseLoader, *, today: dt.date, version: str = "",
    compiled: jinja2.BytecodeCache | None = None,
) -> Site:  # fmt: skip
    """Every page of the handbook. `compiled` keeps templates for the next time."""
    edition = Edition(handbook, today, version)
    return whole(edition, dict(rendered(edition, templates, compiled)))


def rendered(
    edition: Edition, templates: jinja2.BaseLoader, compiled: jinja2.BytecodeCache | None = None
) -> Iterator[tuple[str, str]]:
    """Path and text of every page, one by one."""
    handbook = edition.handbook
    environment = jinja2.Environment(
        loader=templates, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True, bytecode_cache=compiled, auto_reload=False, optimized=False,
    )  # fmt: skip
    environment.context_class = _Context
    environment.globals.update(handbook=handbook, edition=edition, t=edition.t, a=addresses, view=view, figures=figures)
    terms, icons = Terms(handbook), _icons(templates, environment)
    with collector_seldom():
        for page in every_page(edition):
            template = environment.select_template([f"pages/{page.template}", "pages/shared.md"])
            body = template.render(page.context, w=PageWriter(handbook, page.address, terms, icons), page=page)
            if handbook.apart and page.template not in _OF_RECORDS:
                body = f'{body.rstrip()}\n\n<p class="kicker"><span class="badge if">{edition.t.apart}</span></p>\n'
            yield page.path, _front_matter(page, handbook) + _tidy(body)


def whole(edition: Edition, pages: dict[str, str]) -> Site:
    """The site that these pages make."""
    return Site(pages, navigation(edition, pages), _extra(edition))


def every_page(edition: Edition) -> Iterator[Page]:
    """The pages of every kind, kind by kind in the order of their names."""
    for kind in page_kinds():
        yield from kind.pages(edition)


class PageKind(Protocol):
    """A module of `cjm.pages.kinds`: says which pages of its kind an edition has."""

    def pages(self, edition: Edition) -> Iterable[Page]: ...


@cache
def page_kinds() -> tuple[PageKind, ...]:
    """The modules of `cjm.pages.kinds`; to add a kind of page is to add a module there and a template."""
    names = sorted(module.name for module in pkgutil.iter_modules(kinds.__path__))
    return tuple(cast(PageKind, importlib.import_module(f"{kinds.__name__}.{name}")) for name in names)


# Private functions


def _front_matter(page: Page, handbook: Handbook) -> str:
    """What MkDocs reads before the page: it prints the title as HTML, so it gets HTML."""
    lines = [f"title: {json.dumps(escape(label(page.title, handbook), quote=False), ensure_ascii=False)}"]
    if page.description:
        lines.append(f"description: {json.dumps(escape(label(page.description, handbook)), ensure_ascii=False)}")
    if page.hide:
        lines.append(f"hide: {json.dumps(page.hide)}")
    if page.width:
        lines.append(f"width: {page.width}")
    return "---\n" + "\n".join(lines) + "\n---\n"


class _Context(jinja2.runtime.Context):
    """Calls what is ours at once: no function of ours asks for the context, for which Jinja looks at each call."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        if not isinstance(called, MethodType):
            return super().call(called, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)


_OF_RECORDS = ("section.md", "planned.md", "history.md", "whats-new.md")  # what records of an earlier program cover
_DEAD = re.compile(r'<a\b([^>]*?) href=""([^>]*)>(.*?)</a>', re.DOTALL)
_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def _tidy(body: str) -> str:
    """The page without the indentation and the blank lines that loops leave: four spaces would be code to Markdown."""
    body = _DEAD.sub(r"<span\1\2>\3</span>", body)  # what leads nowhere is plain text
    kept = re.split(r"(<pre.*?</pre>)", body, flags=re.DOTALL)
    kept[::2] = (_BLANK.sub("\n\n", _INDENT.sub("", piece)) for piece in kept[::2])
    return "".join(kept).strip() + "\n"


def _icons(templates: jinja2.BaseLoader, environment: jinja2.Environment) -> Callable[[str], str]:
    @cache
    def icon(name: str) -> str:
        for path in (f"icons/{name}.svg", f"material/{name}.svg"):
            try:
                source = templates.get_source(environment, path)[0]
            except jinja2.TemplateNotFound:
                continue
            return re.sub(r'\s(?:xmlns|id|width|height)="[^"]*"', "", source.strip())
        return "" if name == "circle-small" else icon("circle-small")

    return icon


def _extra(edition: Edition) -> dict[str, Any]:
    """What the theme's own templates and the scripts in the browser need to know."""
    outline = edition.handbook.outline
    choices = any(one.id not in edition.handbook.cell for one in outline.dimensions)
    return {
        **({"choices": True} if choices else {}),
        "handbook": outline.id,
        "numbers": {addresses.page("section", id): str(number) for id, number in edition.handbook.number.items()},
        "organisation": outline.organisation,
        "public": outline.public,
        "edition": edition.version,
        "feedback": outline.feedback,
        "strings": theme_strings(outline.language),
        "words": json.dumps(script_strings(outline.language), ensure_ascii=False).replace("<", "\\u003c"),
    }
