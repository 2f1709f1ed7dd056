"""Each kind of page: reads on the narrowest phone, by day and by night, without a fault that axe-core knows."""

import io
import itertools
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from .conftest import DESK, KINDS, NARROW, PHONE, SCHEMES, TOO_WIDE, Site, Visit

pytestmark = pytest.mark.browser
MOVED = """() => new Promise(done => {
  let sum = 0;
  const by = [];
  new PerformanceObserver(list => { for (const one of list.getEntries()) if (!one.hadRecentInput) {
    sum += one.value;
    by.push(...one.sources.map(source => source.node && source.node.nodeName + "." + source.node.className));
  } }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done([sum, by]), 500);
})"""
BY_DISK = [pytest.param(path, id=kind) for kind, path in KINDS.items() if kind != "missing"]  # hosts show that one
EACH = [pytest.param(path, id=kind) for kind, path in KINDS.items()]


def in_each(page: Page, schemes: tuple[str, ...] = SCHEMES) -> Iterator[str]:
    """The page by day, then by night."""
    for scheme in schemes:
        page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        yield scheme


def test_no_kind_is_left_out(built_pages: list[str]) -> None:
    looked_at = {kind(path) for path in KINDS.values()}
    assert [path for path in built_pages if kind(path) not in looked_at] == []


def kind(path: str) -> str:
    """Pages in a folder are of one kind."""
    folder, _, name = path.rpartition("/")
    return folder or name


@pytest.fixture
def built_pages(site: Site) -> list[str]:
    return sorted(path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.html"))


@pytest.mark.parametrize("path", BY_DISK)
def test_fits_a_narrow_phone(path: str, visit: Visit, site: Site) -> None:
    page = visit(NARROW, has_touch=True, is_mobile=True).new_page()
    page.goto(site.url(path))
    for scheme in in_each(page):
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, scheme
        assert page.evaluate(TOO_WIDE) == [], scheme


@pytest.mark.slow
@pytest.mark.parametrize("site", ["http"], indirect=True)
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", EACH)
def test_axe_finds_nothing_and_nothing_moves(
    path: str, size: tuple[int, int], axe: str, visit: Visit, site: Site
) -> None:
    page = visit(size).new_page()
    line = page.context.new_cdp_session(page)
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(site.url(path))
    moved, by = page.evaluate(MOVED)
    assert moved <= 0.1, by
    line.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    page.evaluate(axe)
    for scheme in in_each(page):
        found = page.evaluate("axe.run({resultTypes: ['violations'], elementRef: false})")["violations"]
        told = [
            (scheme, one["id"], [(node["target"], node["failureSummary"]) for node in one["nodes"][:3]])
            for one in found
        ]
        assert told == []


@pytest.mark.slow
@pytest.mark.parametrize("site", ["http"], indirect=True)
@pytest.mark.parametrize("path", EACH)
def test_the_text_stands_where_it_will_stand_before_any_of_it_has_come(path: str, desk: Page, site: Site) -> None:
    """A width that hangs on what comes later, by `:has` say, moves what has been painted."""
    desk.goto(site.url(path))
    whole, before = desk.evaluate("""() => {
      const text = document.querySelector(".md-content");
      const sides = () => { const {left, right} = text.getBoundingClientRect(); return [left, right]; };
      const whole = sides();
      for (const one of text.querySelectorAll("*")) one.remove();
      return [whole, sides()];
    }""")
    assert whole == before


def test_a_card_is_as_wide_before_the_next_one_has_come(desk: Page, site: Site) -> None:
    """A page is painted while it is read: were the first card as wide as the page till then, all below it would move."""
    desk.goto(site.url(KINDS["month"]))
    whole, alone = desk.evaluate("""() => {
      const [first, ...others] = document.querySelectorAll(".voice > .index");
      const whole = first.offsetWidth;
      for (const one of others) one.remove();
      return [whole, first.offsetWidth];
    }""")
    assert whole == alone < 700


@pytest.mark.parametrize("path", EACH)
@pytest.mark.parametrize("site", ["http"], indirect=True)
def test_no_script_stands_before_the_first_paint(path: str, desk: Page, site: Site) -> None:
    """A script that is fetched runs when the page is read; the one of the head does not wait for the style sheets."""
    desk.goto(site.url(path))
    assert desk.evaluate("[...document.scripts].filter(one => one.src && !one.defer).map(one => one.src)") == []
    kinds = desk.evaluate(
        "[...document.head.querySelectorAll('script, link[rel=stylesheet]')].map(one => one.nodeName).join(' ')"
    )
    assert "LINK SCRIPT" not in kinds


@pytest.mark.parametrize("path", EACH)
@pytest.mark.parametrize("site", ["http"], indirect=True)
def test_one_main_heading_and_no_level_skipped(path: str, desk: Page, site: Site) -> None:
    desk.goto(site.url(path))
    levels = desk.evaluate(
        "[...document.querySelectorAll('.md-content :is(h1, h2, h3, h4)')].map(one => +one.tagName[1])"
    )
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("site", ["http"], indirect=True)
@pytest.mark.parametrize("kind_of_page", ["section", "journey", "says", "check"])
def test_prints_black_on_white_without_controls(kind_of_page: str, visit: Visit, site: Site) -> None:
    page = visit(DESK, color_scheme="dark").new_page()
    page.goto(site.url(KINDS[kind_of_page]))
    page.emulate_media(media="print")
    for control in (".cjm-header", ".thumb", ".copy", ".filter", ".map-tools", ".md-sidebar", "[data-reset]"):
        assert all(not one.is_visible() for one in page.locator(control).all()), control
    assert all(one.is_visible() for one in page.locator(".variant").all()), "each channel's words are printed"
    ground, ink = page.evaluate(
        "[document.body, document.querySelector('h1')].map((one, at) => getComputedStyle(one)[at ? 'color' : 'backgroundColor'])"
    )
    assert ground == "rgb(255, 255, 255)"
    assert ink == "rgb(22, 48, 58)"
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("site", ["http"], indirect=True)
@pytest.mark.parametrize("section", ["reschedule", "typical-conflicts", "meeting"])
def test_a_section_prints_on_two_pages(section: str, visit: Visit, site: Site) -> None:
    page = visit(DESK).new_page()
    page.goto(site.url(f"sections/{section}.html"))
    assert len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) <= 2


@pytest.mark.parametrize("path", ["sections/reschedule.html", "sections/emergency.html", "index.html"])
@pytest.mark.parametrize("site", ["http"], indirect=True)
def test_fits_a_narrow_phone_with_the_letters_that_it_has(path: str, visit: Visit, site: Site) -> None:
    """Where our own letters come too late, those of the device stay: they may be wider."""
    page = visit(NARROW, has_touch=True, is_mobile=True).new_page()
    page.goto(site.url(path))
    page.add_style_tag(content="body, body * { font-family: 'DejaVu Sans', sans-serif !important; }")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("site", ["http", "file"], indirect=True)
def test_it_is_set_in_its_own_letters(visit: Visit, site: Site) -> None:
    page = visit(DESK).new_page()
    page.goto(site.url("index.html"))
    page.wait_for_timeout(500)
    page.goto(site.url("coverage.html"))
    page.wait_for_timeout(500)
    own, other = page.evaluate("""() => ['"Golos Text", monospace', 'monospace'].map(family => {
      const one = document.body.appendChild(Object.assign(document.createElement("span"), {textContent: "Щербинка"}));
      one.style.cssText = `position: absolute; font: 600 40px ${family}`;
      return one.offsetWidth;
    })""")
    assert own != other
