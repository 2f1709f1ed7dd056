"""A template of a handbook's own in, the names in it that are gone out; and the page of all that a template may use."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cjm import addresses, figures, view
from cjm.pages.page import Page
from cjm.pages.strings import site_strings
from cjm.pages.writer import PageWriter

VERSION = 2  # goes up when a name that templates may use goes, or means something else
_MARK = re.compile(r"cjm: template contract (\d+)")
_COMMENTS = {".md": "{{# {} #}}", ".html": "{{# {} #}}", ".css": "/* {} */", ".js": "/* {} */", ".typ": "// {}"}

# What went with each version, and what is written instead.
GONE: Mapping[int, Mapping[str, str]] = {
    2: {
        **{f"a.{kind}_page": f'a.page("{kind}", …)' for kind in ("section", "journey", "role")},
        **{
            f"a.{kind}_anchor": f'a.anchor("{kind}", …)'
            for kind in ("conflict", "script", "detail", "question", "touchpoint", "term")
        },
        **{f"a.{name.upper()}": f'"{name}.html"' for name in ("promises", "glossary", "words")},
        **{f"t.nav_{name}": "page.title" for name in ("clients", "promises", "glossary", "words")},
        **{f"t.{name}_lead": "page.description" for name in ("clients", "promises", "glossary", "words")},
        **{
            f"t.{name}": "view.fields(thing, handbook)"
            for name in ("best_words", "facts", "kept_in", "not_words", "policies", "to_whom")
        },
        **{"t.begins": "t.trigger", "t.changed": "", "t.check": "t.questions"},
    }
}


@dataclass(frozen=True, slots=True)
class Gone:
    """A name that a template uses and that is no more; `instead` is empty where nothing took its place."""

    line: int
    name: str
    instead: str
    since: int


def marked(path: str, text: bytes) -> bytes:
    """A shipped file as it is given away: its first line says of which version it is, where the file has comments."""
    comment = next((one for suffix, one in _COMMENTS.items() if path.endswith(suffix)), "")
    return comment.format(f"cjm: template contract {VERSION}").encode() + b"\n" * bool(comment) + text


def gone(template: str) -> Iterator[Gone]:
    """The names that went since the template was taken out, line by line. One without a mark is as old as can be."""
    lines = template.splitlines()
    mark = _MARK.search(lines[0]) if lines else None
    taken = int(mark[1]) if mark else 1
    names = {name: (instead, since) for since, went in GONE.items() if since > taken for name, instead in went.items()}
    for number, line in enumerate(lines, start=1):
        for name in re.findall(r"\b[at]\.\w+", line):
            if name in names:
                yield Gone(number, name, *names[name])


def contract_page() -> str:
    """docs/templates.md."""
    return "\n".join(_page()) + "\n"


# Private functions


def _page() -> Iterator[str]:
    yield f"# What a template may use: contract {VERSION}\n"
    yield "`cjm eject` puts a shipped template into your handbook and writes this number into its first line. A name that"
    yield "goes raises the number, and the build then says what an older template of yours has to write instead.\n"
    yield "Every template of `templates/pages/` and `templates/parts/` sees these, besides what its page kind hands over.\n"
    yield "## `w`: the author's texts, written for this page\n"
    yield from _listed("w", _public(PageWriter))
    yield "\n## `a`: addresses and anchors\n"
    yield from _listed(
        "a", {name: one for name, one in _public(addresses).items() if one.__module__ == addresses.__name__}
    )
    constants = sorted(name for name in vars(addresses) if name.isupper() and isinstance(getattr(addresses, name), str))
    yield "- " + ", ".join(f"`a.{name}`" for name in constants)
    yield "\n## `view`: a thing, and what is to be shown of it\n"
    yield from _listed("view", {name: one for name, one in _public(view).items() if name in view.__all__})
    yield "\n## `figures`: the client's voice in numbers, words and pictures\n"
    yield from _listed("figures", {name: one for name, one in _public(figures).items() if name in figures.__all__})
    yield "\n## `page`, `handbook`, `edition`\n"
    yield "- `page`: " + ", ".join(f"`{name}`" for name in (*Page.__dataclass_fields__, "address"))
    yield "- `handbook`: all that was read, see `cjm/model/handbook.py`"
    yield "- `edition`: the handbook on its day: `handbook`, `today`, `version`, `standings`, `t`"
    yield "\n## `t`: the site's own words\n"
    yield ", ".join(f"`{name}`" for name in sorted(vars(site_strings("en"))))
    for version, went in GONE.items():
        yield f"\n## What went with {version}\n"
        yield "| was | write |\n| --- | --- |"
        yield from (f"| `{name}` | {f'`{instead}`' if instead else '—'} |" for name, instead in went.items())


def _public(holder: Any) -> dict[str, Callable[..., Any]]:
    return {name: one for name, one in inspect.getmembers(holder, inspect.isfunction) if name[0] != "_"}


def _listed(called: str, functions: Mapping[str, Callable[..., Any]]) -> Iterator[str]:
    for name, function in functions.items():
        taken = [one for one in inspect.signature(function).parameters if one != "self"]
        said = " ".join((inspect.getdoc(function) or "").split())
        yield f"- `{called}.{name}({', '.join(taken)})`: {said}"
