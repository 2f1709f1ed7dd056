"""A site that its host shows below a path: the page for what is not there looks like the others and leads back into it."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def project(built: Path) -> Iterator[str]:
    """The address of the site below /team/handbook/, on a host that answers anything unknown there with 404.html."""

    class Host(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            return super().translate_path(path.removeprefix("/team/handbook")) if "/team/handbook/" in path else "/none"

        def send_error(self, code: int, *_: object) -> None:  # type: ignore[override]
            self.send_response(code)
            self.end_headers()
            if self.command == "GET" and self.path.endswith(".html"):
                self.wfile.write((built / "404.html").read_bytes())

        def log_message(self, *_: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=str(built))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/team/handbook/"
        server.shutdown()


@pytest.mark.parametrize("missing", ["gone.html", "sections/gone.html", "a/b/c/gone.html"])
def test_a_missing_page_is_styled_and_leads_home(chromium: Browser, project: str, missing: str) -> None:
    context = chromium.new_context(service_workers="block")
    page = context.new_page()
    page.goto(project + missing)
    expect(page.locator(".cjm-header")).to_have_css("background-color", "rgb(22, 48, 58)")
    page.get_by_role("main").get_by_role("button").click()
    page.get_by_role("combobox").fill("опоздали")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="На главную").click()
    page.wait_for_url(project + "index.html")
    context.close()
