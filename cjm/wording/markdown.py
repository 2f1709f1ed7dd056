"""An author's Markdown in, safe HTML out; links go where the caller's `link` says."""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import zip_longest
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from cjm.model import Handbook
from cjm.model.reference import Reference, is_own
from cjm.wording.facts import resolve
from cjm.wording.markup import has_markup
from cjm.wording.picture_size import picture_size
from cjm.wording.plain import plain
from cjm.wording.terms import TermsOnPage
from cjm.wording.tokens import MARKDOWN, prose_tokens

Link = Callable[[str], str]


def prose_html(text: str, handbook: Handbook, link: Link, terms: TermsOnPage | None = None) -> str:
    """The HTML of `text` in blocks. `link` gives the address of `section:id` and the like, nothing for an unknown one."""
    if not has_markup(text):
        return f"<p>{_words(resolve(text, handbook), link, terms)}</p>" if text.strip() else ""
    return _render(prose_tokens(text, handbook), {"link": link, "handbook": handbook}, terms)


def prose_line(text: str, handbook: Handbook, link: Link, terms: TermsOnPage | None = None) -> str:
    """The HTML of `text` without a paragraph around it where it is a single one."""
    html = prose_html(text, handbook, link, terms).strip()
    if (
        html.startswith("<p>")
        and html.endswith("</p>")
        and html.count("<p>") == 1
        and html.rfind("</p>") == len(html) - 4
    ):
        return html[3:-4]
    return html


# Private functions


class _Renderer(RendererHTML):
    """Wide tables scroll in a box of their own; a heading inside prose is bold, since the page has its own headings."""

    def heading_open(self, *_: Any) -> str:
        return '<p class="subhead">'

    def heading_close(self, *_: Any) -> str:
        return "</p>\n"

    def table_open(self, *_: Any) -> str:
        return '<div class="wide" tabindex="0"><table class="grid">\n'

    def table_close(self, *_: Any) -> str:
        return "</table></div>\n"

    def hr(self, *_: Any) -> str:
        return "<hr>\n"

    def image(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        # A picture is one of the handbook's own files: the site asks no other host for anything.
        source, says = str(tokens[index].attrs.get("src", "")), escape(tokens[index].content)
        raw = env["handbook"].shown(source)
        to = env["link"](source) if raw is not None else ""
        size = picture_size(raw) if to and raw else None
        room = f' width="{size[0]}" height="{size[1]}"' if size else ""
        return f'<img src="{escape(to)}" alt="{says}"{room} loading="lazy">' if to else says

    def link_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        href, elsewhere = str(tokens[index].attrs.get("href", "")), ""
        if is_own(href) and not (elsewhere := env["handbook"].elsewhere(Reference.parse(href))):
            href = env["link"](href)
            return f'<a href="{escape(href)}">' if href else '<a class="lost">'
        if env["handbook"].shown(href) is not None:
            return f'<a href="{escape(env["link"](href))}" download>'
        return f'<a href="{escape(elsewhere or href)}" rel="noopener">'


_RENDERER = _Renderer(MARKDOWN)


def _render(tokens: list[Token], env: dict[str, Any], terms: TermsOnPage | None) -> str:
    if terms is not None:
        for token, following in zip_longest(tokens, tokens[1:]):
            if token.type == "inline" and token.children and not (following and following.type == "heading_close"):
                token.children = list(_explained(token.children, env["link"], terms))
    html: str = _RENDERER.render(tokens, MARKDOWN.options, env)
    return html


def _explained(children: list[Token], link: Link, terms: TermsOnPage) -> Iterator[Token]:
    """The inline tokens with the terms of the glossary marked, but not inside a link."""
    inside = 0
    for child in children:
        inside += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        if child.type == "text" and not inside:
            yield Token("html_inline", "", 0, content=_words(child.content, link, terms))
        else:
            yield child


def _words(text: str, link: Link, terms: TermsOnPage | None) -> str:
    if terms is None:
        return escape(text, quote=False)
    html = []
    for words, term in terms.pieces(text):
        if term is None:
            html.append(escape(words, quote=False))
        else:
            means = escape(" ".join(plain(term.means, terms.terms.handbook).split()))
            html.append(
                f'<a class="term" href="{escape(link(f"term:{term.id}"))}" data-means="{means}">{escape(words, quote=False)}</a>'
            )
    return "".join(html)
