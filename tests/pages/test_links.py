"""On the reference handbook every link inside the site meets a page and an anchor, and every page is sound."""

import datetime as dt
import posixpath
import re
from itertools import pairwise
from pathlib import Path

import pytest

from cjm.model import Handbook
from cjm.pages import Site, loader, site

from .browser import Seen, look

pytestmark = pytest.mark.slow  # the whole handbook is rendered

ROOT = Path(__file__).resolve().parents[2]
OUTSIDE = ("mailto:", "tel:", "https://", "http://")


@pytest.fixture(scope="module")
def made(handbook: Handbook) -> Site:
    return site(handbook, loader(ROOT), today=dt.date(2026, 11, 22), version="2026-11-22")


@pytest.fixture(scope="module")
def seen(made: Site) -> dict[str, Seen]:
    return {path.removesuffix(".md") + ".html": look(text) for path, text in made.pages.items()}


def test_every_link_meets_a_page_and_an_anchor(seen: dict[str, Seen], made: Site) -> None:
    lost = []
    for page, view in seen.items():
        for link in view.links:
            if link.startswith(OUTSIDE):
                continue
            path, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
            asked = anchor.partition("about=")[2]  # of what the self-check asks: a choice of that page
            if asked and f'value="{asked}"' in made.pages[target.removesuffix(".html") + ".md"]:
                continue
            if not link or target not in seen or (anchor and anchor not in seen[target].anchors):
                lost.append(f"{page}: {link!r}")
    assert lost == []


def test_anchors_are_unique_on_their_page(seen: dict[str, Seen]) -> None:
    twice = {page: sorted({a for a in view.anchors if view.anchors.count(a) > 1}) for page, view in seen.items()}
    assert {page: anchors for page, anchors in twice.items() if anchors} == {}


def test_pages_are_balanced_html(seen: dict[str, Seen]) -> None:
    assert {page: view.unbalanced for page, view in seen.items() if view.unbalanced} == {}


def test_headings_go_down_one_level_at_a_time(seen: dict[str, Seen]) -> None:
    for page, view in seen.items():
        levels = [int(tag[1]) for tag, _ in view.headings]
        assert levels.count(1) == 1 and levels[0] == 1, page
        assert all(after <= before + 1 for before, after in pairwise(levels)), page


def test_nothing_is_asked_of_another_host(made: Site) -> None:
    for path, text in made.pages.items():
        for asking in ('src="http', "src='http", "@import", "url(http", "<iframe"):
            assert asking not in text, f"{path}: {asking}"


def test_no_fact_is_left_open(seen: dict[str, Seen]) -> None:
    assert [page for page, view in seen.items() if "{{" in view.words] == []


def test_sections_and_steps_of_the_handbook_are_all_there(handbook: Handbook, seen: dict[str, Seen]) -> None:
    for section in handbook.sections:
        anchors = seen[f"sections/{section.id}.html"].anchors
        assert sum(anchor.startswith("step-") for anchor in anchors) == len(section.steps)
        for conflict in section.conflicts:
            assert f"says-{conflict.id}" in anchors
        for script in section.scripts:
            assert f"script-{script.id}" in anchors
        for detail in section.details:
            assert f"detail-{detail.id}" in anchors


def test_a_tick_is_kept_or_does_something(made: Site) -> None:
    ticks = [
        (path, tick) for path, text in made.pages.items() for tick in re.findall(r'<input type="checkbox"[^>]*>', text)
    ]
    assert ticks and [path for path, tick in ticks if " data-" not in tick] == []
