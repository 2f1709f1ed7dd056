"""Whatever an author types by accident is shown as typed, breaks no page and becomes no code."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjm.load import load_folder
from cjm.model import Handbook
from cjm.model.fields import Text, specs
from cjm.pages import loader, site

from .browser import Seen, look

pytestmark = pytest.mark.slow  # a whole site is rendered for each text

HERE = Path(__file__).resolve().parent
HANDBOOK = load_folder(HERE / "handbook")
TODAY = dt.date(2026, 11, 22)

LABELS = [
    "<script>alert(1)</script>", "a | b | c", "# не заголовок", "--- тире", "*звёзды* и _подчёркивания_", "`код",
    "[скобки](не ссылка", "{{ нет-такого }}", "{{ no-such.gen }}", "{% raw %}", "{# не комментарий #}", "{: #чужой-якорь }",
    "&amp; &lt; & <", "</div></section>", "<!-- не комментарий", "\"кавычки\" 'и' апострофы", "1. не список", "- не пункт",
    "+ плюс", "> не цитата", "\\обратная\\черта\\", "]]>", "http://example.com/?a=1&b=2", "javascript:alert(1)", "$1 \\1",
    "слово" * 60, "ab\u0301 \u202e задом наперёд", "😀 эмодзи", "\x02wzxhzdk:0\x03", "~~зачёркнуто~~", "==выделено==",
    "!!! note", "??? вопрос", "[^1]: сноска", "*[HTML]: сокращение", ":smile:", "    четыре пробела", "\tтабуляция",
]  # fmt: skip


def with_text(handbook: Handbook, text: str, styles: tuple[str, ...]) -> Handbook:
    """The handbook with `text` in every field of these styles."""

    def put(item: Any) -> Any:
        changes: dict[str, Any] = {}
        for name, spec in specs(type(item)).items():
            value, reads = getattr(item, name), spec.reads
            of = getattr(reads, "of", None)
            if isinstance(reads, Text) and reads.style in styles and value and not technical(item, name):
                changes[name] = text
            elif isinstance(of, Text) and of.style in styles and value and not technical(item, name):
                changes[name] = tuple((one[0], text) if isinstance(one, tuple) else text for one in value)
            elif dataclasses.is_dataclass(value):
                changes[name] = put(value)
            elif isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0]):
                changes[name] = tuple(put(one) for one in value)
        return dataclasses.replace(item, **changes)

    made = {name: tuple(put(item) for item in getattr(handbook, name)) for name in ("journeys", "sections")}
    shared = {
        kind: items if kind == "placeholder" else tuple(put(item) for item in items)
        for kind, items in handbook.shared.items()
    }
    return dataclasses.replace(handbook, outline=put(handbook.outline), shared=shared, **made)


def technical(item: Any, name: str) -> bool:
    return (type(item).__name__, name) in {("Outline", "feedback"), ("Outline", "address"), ("Situation", "icon")}


def views(handbook: Handbook) -> dict[str, Seen]:
    made = site(handbook, loader(HERE / "handbook"), today=TODAY)
    return {path: look(text) for path, text in made.pages.items()}


@pytest.fixture(scope="module")
def plain() -> dict[str, Seen]:
    return views(with_text(HANDBOOK, "Слово", ("label", "prose", "said")))


@pytest.mark.parametrize("text", LABELS)
def test_a_page_keeps_its_shape(text: str, plain: dict[str, Seen]) -> None:
    found = views(with_text(HANDBOOK, text, ("label", "said")))
    assert sorted(found) == sorted(plain)
    for path, view in found.items():
        assert view.anchors == plain[path].anchors, path
        assert [tag for tag, _ in view.headings] == [tag for tag, _ in plain[path].headings], path
        assert not view.unbalanced, path
        assert "script" not in view.tags and "iframe" not in view.tags, path


@pytest.mark.parametrize("text", LABELS)
def test_prose_becomes_no_code(text: str, plain: dict[str, Seen]) -> None:
    found = views(with_text(HANDBOOK, text, ("prose",)))
    for path, view in found.items():
        assert view.anchors == plain[path].anchors, path
        assert not view.unbalanced, path
        assert "script" not in view.tags and "img" not in view.tags, path
        assert not any(link.lower().startswith(("javascript:", "data:")) for link in view.links), path


@pytest.mark.parametrize("text", [text for text in LABELS if not {"\x02", "\t", "<"} & set(text)])
def test_a_title_is_shown_as_typed(text: str, load_text: Callable[..., Handbook]) -> None:
    view = views(with_text(HANDBOOK, text, ("label",)))["sections/reschedule.md"]
    assert " ".join(view.headings[0][1].split()) == " ".join(text.split())


def test_templates_of_a_handbook_see_no_jinja_of_the_author() -> None:
    view = views(with_text(HANDBOOK, "{{ 7 * 7 }} {{ handbook }}", ("label", "prose", "said")))[
        "sections/reschedule.md"
    ]
    assert "49" not in view.headings[0][1]
    assert "{{ 7 * 7 }}" in view.words
