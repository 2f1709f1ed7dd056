"""Every kind of page of a small handbook is what it was; `CJM_GOLDEN=write pytest tests/pages` accepts what it is now."""

import datetime as dt
import os
import re
from pathlib import Path

import jinja2
import pytest

from cjm.load import load_folder
from cjm.model.fields import OneOf, specs
from cjm.model.outline import Channel
from cjm.pages import Edition, Site, loader, rendered, site
from cjm.pages.writer import CHANNEL_ICONS

HERE = Path(__file__).resolve().parent
GOLDEN = HERE / "golden"
_DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)


@pytest.fixture(scope="module")
def small() -> Site:
    root = HERE / "handbook"
    handbook = load_folder(root)
    assert handbook.problems == ()
    return site(handbook, loader(root), today=dt.date(2026, 11, 22), version="2026-11-22")


def golden_name(path: str) -> str:
    return path.replace("/", "--")


def test_pages_are_as_they_were(small: Site) -> None:
    # Icons and maps are drawn elsewhere and tested there.
    pages = {golden_name(path): _DRAWING.sub("<svg/>", text) for path, text in small.pages.items()}
    if os.environ.get("CJM_GOLDEN") == "write":
        for old in GOLDEN.glob("*.md"):
            old.unlink()
        for name, text in pages.items():
            (GOLDEN / name).write_text(text, encoding="utf-8", newline="\n")
    kept = {path.name: path.read_text(encoding="utf-8") for path in GOLDEN.glob("*.md")}
    assert sorted(pages) == sorted(kept)
    for name in sorted(pages):
        assert pages[name] == kept[name], name


def test_two_renders_are_the_same(small: Site) -> None:
    root = HERE / "handbook"
    again = site(load_folder(root), loader(root), today=dt.date(2026, 11, 22), version="2026-11-22")
    assert again == small


def test_navigation_names_every_page_once_but_not_the_hidden_ones(small: Site) -> None:
    def paths(items: object) -> list[str]:
        if isinstance(items, str):
            return [items]
        found = []
        for item in items if isinstance(items, list | tuple) else []:
            for inner in item.values():
                found.extend(paths(inner))
        return found

    named = paths(small.nav)
    assert sorted(named) == sorted(small.pages)
    assert len(named) == len(set(named))


def test_the_exam_is_not_published(small: Site) -> None:
    assert not any("Экзаменационный" in text for text in small.pages.values())


def test_pages_come_one_by_one(small: Site) -> None:
    root = HERE / "handbook"
    pages = rendered(Edition(load_folder(root), dt.date(2026, 11, 22)), loader(root))
    assert [next(pages), *pages] == list(small.pages.items())


def test_every_channel_has_a_drawing_of_its_own() -> None:
    templates, environment = loader(HERE / "handbook"), jinja2.Environment()
    named = specs(Channel)["icon"].reads
    assert isinstance(named, OneOf) and sorted(named.words) == sorted(CHANNEL_ICONS)
    drawn = {templates.get_source(environment, f"material/{icon}.svg")[0] for icon in CHANNEL_ICONS.values()}
    assert len(drawn) == len(CHANNEL_ICONS)


def test_a_template_of_the_handbook_wins(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "glossary.md").write_text("# Наш словарь {: #top }\n", encoding="utf-8")
    made = site(load_folder(HERE / "handbook"), loader(tmp_path), today=dt.date(2026, 11, 22))
    assert "Наш словарь" in made.pages["glossary.md"]
    assert "Что делать" in made.pages["sections/reschedule.md"]
