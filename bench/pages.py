"""The built site in, a Markdown table out: what a first visit costs a phone, beside the same pages in stock Material.

    python bench/pages.py [--rounds 7] [--write]

Bytes are what goes over the wire with gzip, each kind of page opened by a browser that has never seen the site, without
the search index, which loads when one first searches. Largest contentful paint is measured on a phone's profile (60 ms,
9 Mbps, processor four times slower); ours and stock Material's page are opened in turn, each in a fresh browser.
`--write` puts the tables into README.md.
"""

import argparse
import datetime as dt
import functools
import gzip
import http.server
import shutil
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser

from cjm.load import load_folder
from cjm.publish.build import Published, publish
from cjm.search import search_index

HERE = Path(__file__).resolve().parent
REFERENCE = HERE.parent
sys.path.insert(0, str(REFERENCE / "tests"))
MARKS = ("<!-- pages -->", "<!-- end of pages -->")
INDEX = "assets/search/search-data.js"
KINDS = (
    "index", "map", "journeys/first-visit", "journeys/conflict", "sections", "sections/reschedule",
    "sections/typical-conflicts", "says", "scripts", "words", "clients", "roles", "roles/administrator", "promises",
    "channels", "glossary", "changes", "coverage", "check",
)  # fmt: skip
PAINTED = (*KINDS, "sections/emergency", "sections/no-show")
TODAY = dt.date(2026, 11, 22)
LCP = """() => new Promise(done => {
  let last = 0;
  new PerformanceObserver(list => { for (const one of list.getEntries()) last = one.startTime; })
    .observe({type: "largest-contentful-paint", buffered: true});
  setTimeout(() => done(last), 1200);
})"""


def bytes_table(browser: Browser, site: Path) -> str:
    """What a first visit to each kind of page brings, in KB gzipped, and the search index raw."""
    rows = ["| page | first visit, KB gzipped | of it the page | requests |", "| --- | --- | --- | --- |"]
    with served(site) as (address, asked):
        for kind in KINDS:
            asked.clear()
            page = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block").new_page()
            page.goto(f"{address}/{kind}.html", wait_until="networkidle")
            page.context.close()
            sent = [(path, size) for path, size in asked if path != f"/{INDEX}"]
            own = sum(size for path, size in sent if path == f"/{kind}.html")
            rows.append(f"| {kind} | {sum(size for _, size in sent) / 1000:.0f} | {own / 1000:.0f} | {len(sent)} |")
    raw = (site / INDEX).read_bytes()
    rows += ["", f"Search index: {len(raw) / 1000:.0f} KB raw, {len(gzip.compress(raw, 6)) / 1000:.0f} KB gzipped."]
    return "\n".join(rows)


def paint_table(browser: Browser, ours: Path, stock: Path, rounds: int) -> str:
    """Largest contentful paint of ours and of stock Material, medians in milliseconds."""
    rows = ["| page | ours, ms | stock Material, ms | median difference |", "| --- | --- | --- | --- |"]
    with served(ours) as (here, _), served(stock) as (there, _):
        for kind in PAINTED:
            painted(browser, f"{here}/{kind}.html"), painted(browser, f"{there}/{kind}.html")
            pairs = [
                (painted(browser, f"{here}/{kind}.html"), painted(browser, f"{there}/{kind}.html"))
                for _ in range(rounds)
            ]
            us, them = (statistics.median(values) for values in zip(*pairs, strict=True))
            apart = statistics.median(one - other for one, other in pairs)
            rows.append(f"| {kind} | {us:.0f} | {them:.0f} | {apart:+.0f} |")
    return "\n".join(rows)


def painted(browser: Browser, url: str) -> float:
    """When the largest content of the page stood on a phone that had never seen the site."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    speed = 9_000_000 / 8
    line.send("Network.emulateNetworkConditions", {"offline": False, "latency": 60, "downloadThroughput": speed, "uploadThroughput": speed})  # fmt: skip
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(url, wait_until="load")
    found = float(page.evaluate(LCP))
    context.close()
    return found


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The address of the folder, packed as a host packs it, and what was asked for with its size."""
    asked: list[tuple[str, int]] = []
    packed: dict[str, bytes] = {}

    class Packed(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            file = Path(self.translate_path(path))
            if not file.is_file():
                self.send_error(404)
                return
            pack = file.suffix in (".html", ".css", ".js", ".svg", ".json")
            if path not in packed:
                packed[path] = gzip.compress(file.read_bytes(), 6) if pack else file.read_bytes()
            body = packed[path]
            asked.append((path, len(body)))
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Length", str(len(body)))
            if pack:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Packed, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()


def stock_material(documents: Path, into: Path) -> Path:
    """The same Markdown as Material builds it unchanged; without its web fonts, which come from another host."""
    shutil.copytree(documents, into / "docs", ignore=shutil.ignore_patterns("assets"))
    (into / "mkdocs.yml").write_text(
        "site_name: Stock\nuse_directory_urls: false\ntheme: {name: material, language: ru, font: false}\n"
        "markdown_extensions: [attr_list, tables]\n",
        encoding="utf-8",
    )
    build(load_config(str(into / "mkdocs.yml"), site_dir=str(into / "site")))
    return into / "site"


if __name__ == "__main__":
    from chromium import started

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, started() as browser:
        handbook = load_folder(REFERENCE)
        *_, made = publish(handbook, Path(folder), lambda: search_index(handbook), today=TODAY)
        assert isinstance(made, Published)
        stock = stock_material(made.site.parent / "docs", Path(folder) / "stock")
        text = bytes_table(browser, made.site) + "\n\n" + paint_table(browser, made.site, stock, given.rounds)
    if given.write:
        readme = HERE / "README.md"
        before, _, rest = readme.read_text(encoding="utf-8").partition(MARKS[0])
        after = rest.partition(MARKS[1])[2]
        readme.write_text(f"{before}{MARKS[0]}\n{text}\n{MARKS[1]}{after}", encoding="utf-8", newline="\n")
    else:
        print(text)
