"""A link in the first sentence of a step, which becomes the heading of its card."""

from collections.abc import Callable, Mapping

import pytest

from cjm.model import Handbook
from cjm.pages.writer import PageWriter
from cjm.wording import Terms

Load = Callable[[Mapping[str, str]], Handbook]


@pytest.mark.parametrize(
    "written, shown",
    [
        ("Откройте [чат](https://chat.example)", 'Откройте <a href="https://chat.example" rel="noopener">чат</a>'),
        ("Как в [шаге](section:visit/a), *сразу*", 'Как в <a href="#step-a">шаге</a>, сразу'),
        ("Цена [1] и * звёздочка <b>", "Цена &#91;1&#93; и &#42; звёздочка &#60;b&#62;"),
    ],
)
def test_it_stays_a_link_and_all_else_is_only_words(load_text: Load, written: str, shown: str) -> None:
    handbook = load_text(
        {"guideline/sections/visit.yml": "section: visit\ntitle: Визит\nsteps: [{id: a, do: Ждите.}]\n"}
    )
    writer = PageWriter(handbook, "sections/visit.html", Terms(handbook), str)
    assert writer.heading(written) == shown
