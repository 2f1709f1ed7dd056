"""A Handbook in, the pages that its clients may see out: each a file by itself, without a word of what is inside.

Shown of a section of that kind are its title, its purpose, what to do and its reference matter. Nothing else is asked for,
so nothing else can get out.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping

import jinja2

from cjm.model import Handbook, Section
from cjm.model.reference import Reference
from cjm.model.shared.resource import Resource
from cjm.wording import label, plain
from cjm.wording.markdown import prose_html, prose_line
from cjm.wording.qr import quick_response

_FOR_ALL = ("form", "page")  # the resources whose address a client may know
_LOST = re.compile(r'<a class="lost">(.*?)</a>', re.DOTALL)
_TEMPLATE = "client/page.html"


def client_pages(handbook: Handbook, templates: jinja2.BaseLoader) -> Mapping[str, str]:
    """The pages by their file names, with a list of them all as `index.html`; empty where no section is for clients."""
    open_to_all = tuple(one for one in handbook.of(Resource) if one.kind in _FOR_ALL)
    handbook = dataclasses.replace(handbook, shared={**handbook.shared, "resource": open_to_all})
    sections = [one for one in handbook.sections if one.kind == "client" and one.status == "active"]
    environment = jinja2.Environment(
        loader=templates, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.get_template(_TEMPLATE)
    made = {f"{one.id}.html": template.render(_page(one, handbook)) for one in sections}
    if made:
        links = [{"to": f"{one.id}.html", "title": label(one.title, handbook)} for one in sections]
        made["index.html"] = template.render(
            _frame(handbook, handbook.outline.organisation or handbook.outline.title, "index.html") | {"links": links}
        )
    return made


# Private functions


def _frame(handbook: Handbook, title: str, file: str) -> dict[str, object]:
    outline = handbook.outline
    address = f"{outline.client_pages.rstrip('/')}/{file}" if outline.client_pages else ""
    return {
        "language": outline.language, "organisation": outline.organisation or outline.title, "title": title, "lead": "",
        "qr": quick_response(address) if address else "", "steps": (), "blocks": (), "links": (),
    }  # fmt: skip


def _page(section: Section, handbook: Handbook) -> dict[str, object]:
    def link(reference: str) -> str:
        if handbook.shown(reference) is not None:
            return reference
        other = handbook.resolve(Reference.parse(reference))
        return f"{other.id}.html" if isinstance(other, Section) and other.kind == "client" else ""

    def html(text: str) -> str:
        return _LOST.sub(r"\1", prose_html(text, handbook, link))

    def steps() -> Iterator[str]:
        for step in section.steps:
            done = _LOST.sub(r"\1", prose_line(step.do, handbook, link))
            yield f"<strong>{done}</strong>{html(step.how)}"

    blocks = [{"title": label(one.title, handbook), "text": html(one.text)} for one in section.details]
    return _frame(handbook, label(section.title, handbook), f"{section.id}.html") | {
        "lead": " ".join(plain(section.purpose, handbook).split()), "steps": tuple(steps()), "blocks": blocks,
    }  # fmt: skip
