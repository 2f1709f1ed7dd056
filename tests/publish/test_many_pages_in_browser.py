"""Nine pages of a site that follows its files, open at once: a browser gives a host six connections."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from cjm.publish.live import LiveSite, server

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("alone", [False, True])
def test_any_number_of_pages_load_and_follow(tmp_path: Path, chromium: Browser, alone: bool) -> None:
    import threading

    (tmp_path / "index.html").write_text("<!doctype html><body><h1>one</h1></body>", encoding="utf-8")
    live = LiveSite(tmp_path)
    http = server(live, "127.0.0.1", 0)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    context = chromium.new_context()
    if alone:  # over a network without https pages have no locks
        context.add_init_script("Object.defineProperty(navigator, 'locks', {value: undefined})")
    try:
        pages = []
        started = time.monotonic()
        for _ in range(9):
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{http.server_address[1]}/index.html", timeout=15_000)
            pages.append(page)
        assert time.monotonic() - started < 15  # a page that waits for a connection waits for twenty seconds
        with live.changing():
            (tmp_path / "index.html").write_text("<!doctype html><body><h1>two</h1></body>", encoding="utf-8")
        for page in pages:
            page.wait_for_function("document.querySelector('h1').textContent === 'two'", timeout=15_000)
        pages[0].close()  # the one that waited for all
        with live.changing():
            (tmp_path / "index.html").write_text("<!doctype html><body><h1>three</h1></body>", encoding="utf-8")
        for page in pages[1:]:
            page.wait_for_function("document.querySelector('h1').textContent === 'three'", timeout=15_000)
    finally:
        context.close()
        http.shutdown()
        http.server_close()
