"""A folder with a site in, the same site over HTTP out; open pages follow when it changes and carry a banner."""

import http.server
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from cjm.publish.offline import FORGET, WORKER

_ASK = "/_cjm/edition"
_PATIENCE = 20  # seconds after which a page asks anew
# A browser opens six connections to a host and no more, so one page waits for news and tells the others. Where pages may
# not talk to each other (over a network, without https) each asks now and then, and holds no connection.
_FOLLOW = """\
<script>(() => {
  const asked = "%s?seen=%d", mine = "%d";
  const others = typeof BroadcastChannel === "function" ? new BroadcastChannel("cjm") : null;
  const pause = () => new Promise(then => setTimeout(then, 1000));
  const follow = async address => {
    for (;;) {
      try {
        const now = await (await fetch(address, {cache: "no-store"})).text();
        if (now !== mine) { if (others) others.postMessage(now); return location.reload(); }
        if (address !== asked) await pause();
      } catch (error) { await pause(); }
    }
  };
  if (others) others.onmessage = news => { if (news.data !== mine) location.reload(); };
  addEventListener("load", () => {
    if (others && navigator.locks) navigator.locks.request("cjm", () => follow(asked)); else follow(asked + "&now");
  });
  if (navigator.serviceWorker) navigator.serviceWorker.getRegistrations().then(all => all.forEach(one => one.update()));
})();</script>
"""
_EMPTY = "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'><title>cjm</title><body></body>"


class LiveSite:
    """The site as readers see it now. One thread changes it, many serve it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.edition = 1
        self.banner = ""  # HTML shown above every page
        self._changed = threading.Condition()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Nothing is served while the folder changes; afterwards open pages load themselves anew."""
        with self._changed:
            yield
            self.edition += 1
            self._changed.notify_all()

    def wait(self, seen: int) -> int:
        """The edition there is, as soon as it is another than `seen`, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self.edition != seen, timeout=_PATIENCE)
            return self.edition

    def page(self, file: Path) -> bytes | None:
        """The HTML of a page with banner and script, None where there is no such page."""
        with self._changed:
            if file.is_file():
                html = file.read_text(encoding="utf-8")
            elif self.banner and not (self.folder / "index.html").is_file():
                html = _EMPTY  # there never was a good site
            else:
                return None
            script = _FOLLOW % (_ASK, self.edition, self.edition)
            head, body, rest = html.partition("<body")
            inside, _, after = rest.partition(">")
            end, closing, tail = after.rpartition("</body>")
            return f"{head}{body}{inside}>{self.banner}{end}{script}{closing}{tail}".encode()


def server(live: LiveSite, host: str, port: int) -> http.server.ThreadingHTTPServer:
    """A server of `live` on this port, 0 for any free one; OSError where it is taken."""

    class Handler(_Handler):
        site = live

        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(live.folder))

    class Server(http.server.ThreadingHTTPServer):
        daemon_threads = True
        address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        # On Windows two servers could share a port, and either would answer.
        allow_reuse_address = os.name != "nt"

    return Server((host, port), Handler)


# Private functions


class _Handler(http.server.SimpleHTTPRequestHandler):
    site: LiveSite
    # A Windows registry may say that scripts are plain text.
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".css": "text/css",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
        ".html": "text/html; charset=utf-8",
    }

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == _ASK:
            query = parse_qs(address.query, keep_blank_values=True)
            seen = query.get("seen", ["0"])[0]
            now = self.site.edition if "now" in query else self.site.wait(int(seen) if seen.isdigit() else 0)
            return self._send(str(now).encode(), "text/plain")
        if address.path == f"/{WORKER}":
            return self._send(FORGET.encode(), "text/javascript")
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if file.suffix == ".html":
            page = self.site.page(file)
            if page is None:
                missing = self.site.page(self.site.folder / "404.html") or b""
                return self._send(missing, "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)
            return self._send(page, "text/html; charset=utf-8")
        super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """The terminal belongs to the findings."""

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
