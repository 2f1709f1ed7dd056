"""A handbook's folder in, its site over HTTP out, made anew at each change of a file the site is made from."""

import datetime as dt
import errno
import os
import socket
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from http.server import ThreadingHTTPServer
from pathlib import Path

from cjm.app.check import known_findings
from cjm.app.refusal import Misuse, writing
from cjm.language.says import Language, Says
from cjm.lint import Finding, Memory
from cjm.lint.baseline import FILE
from cjm.lint.choice import RuleChoice
from cjm.lint.verdict import judge
from cjm.load import Reader, read_folder
from cjm.model import Handbook
from cjm.publish.build import Rendered, build_documents, write_documents
from cjm.publish.documents import INDEX
from cjm.publish.engine import Built
from cjm.publish.live import LiveSite, server
from cjm.publish.notice import Hindered, Notice
from cjm.publish.swap import alone
from cjm.publish.tree import OUT, put
from cjm.search import search_index

WATCHED = ("guideline", "touchpoints", "templates", "site_build/assets", "mkdocs.yml", FILE)
_ROUND = 0.4  # seconds between two looks at the files
_SETTLED = 0.15  # an editor writes a file in several goes
_STAYS = Says("Страницы показаны такими, какими были до этой правки.", "The pages are as they were before this change.")
_MORE = Says("и ещё {count}", "and {count} more")
_IN_BANNER = 3
_DRAFT = RuleChoice(profile="draft")  # one who is writing wants to see what is there

Snapshot = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Round:
    """One going through: what was found, and how many pages were made."""

    handbook: Handbook
    findings: Sequence[Finding]
    notices: tuple[Notice, ...]
    made: bool  # False: the last good pages stay
    changed: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Opened:
    """The site can be read at this address."""

    address: str


class PortTaken(Misuse):
    """Another program has the port."""

    SAYS = Says(
        "порт {port} занят другой программой. Назовите другой: cjm serve --port {other}",
        "port {port} is taken by another program. Name another one: cjm serve --port {other}",
    )


class NoAddress(Misuse):
    """The address is none of this machine's, or may not be used."""

    SAYS = Says(
        "по адресу {host}:{port} сайт не открыть: {reason}. Назовите другой: --host, --port",
        "the site cannot be served at {host}:{port}: {reason}. Name another address: --host, --port",
    )


def serve(
    root: Path, *, today: dt.date, host: str, port: int, language: Language | None = None, spare_port: bool = False,
    stop: threading.Event | None = None,
) -> Generator[Opened | Round | Rendered | Built]:  # fmt: skip
    """Serve until `stop` is set or the generator is closed: a Round at once and after each change, Opened after the first.

    Where the port is taken: with `spare_port` any other, else PortTaken.
    """
    stop = stop or threading.Event()
    folder = root / OUT / "live"
    live = LiveSite(folder)
    with writing():
        folder.mkdir(parents=True, exist_ok=True)
        http = _bound(live, host, port, spare_port)
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            seen = snapshot(root)
            reader, memory = Reader(), Memory()
            paths = yield from _round(root, live, frozenset(), reader, memory, today=today, language=language)
            yield Opened(f"http://{_reachable(host)}:{http.server_address[1]}/")
            while True:
                seen = _next_change(root, seen, stop)
                if stop.is_set():
                    break
                paths = yield from _round(root, live, paths, reader, memory, today=today, language=language)
        finally:
            http.shutdown()
            http.server_close()


def snapshot(root: Path) -> Snapshot:
    """The files that the site is made from, by path, with time and size."""
    found: Snapshot = {}
    for name in WATCHED:
        top = root / name
        for file in [top] if top.is_file() else _files(top):
            try:
                stat = file.stat()
            except OSError:  # removed in this moment, or an editor's lock file that leads nowhere
                continue
            found[str(file)] = (stat.st_mtime_ns, stat.st_size)
    return found


# Private functions


def _files(top: Path) -> Iterator[Path]:
    """Every file below a folder, also in folders that are links; one that leads in a circle is gone into once."""
    been: set[str] = set()
    for where, folders, names in os.walk(top, followlinks=True):
        if (real := os.path.realpath(where)) in been:
            folders.clear()
            continue
        been.add(real)
        yield from (Path(where, name) for name in names)


def _bound(live: LiveSite, host: str, port: int, spare_port: bool) -> ThreadingHTTPServer:
    try:
        try:
            return server(live, host, port)
        except OSError:
            if not spare_port:
                raise
            return server(live, host, 0)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(port=port, other=port + 1) from error
        raise NoAddress(host=host, port=port, reason=error.strerror or error) from error


def _reachable(host: str) -> str:
    """What a browser can open: 0.0.0.0 means all addresses of this machine and is none, so the one in the network is told."""
    if host in ("0.0.0.0", "::", ""):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            try:
                asking.connect(("192.0.2.1", 9))  # nothing is sent: the system only says from where it would be
                host = str(asking.getsockname()[0])
            except OSError:  # no network
                host = "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _next_change(root: Path, seen: Snapshot, stop: threading.Event) -> Snapshot:
    while not stop.wait(_ROUND):
        now = snapshot(root)
        if now != seen:
            while not stop.wait(_SETTLED):
                settled = snapshot(root)
                if settled == now:
                    return now
                now = settled
    return seen


def _round(
    root: Path,
    live: LiveSite,
    paths: frozenset[str],
    reader: Reader,
    memory: Memory,
    *,
    today: dt.date,
    language: Language | None,
) -> Generator[Round | Rendered | Built, None, frozenset[str]]:
    """Check and, unless a file is broken, make the pages; `paths` are the documents of the last good round."""
    started = time.monotonic()
    handbook = reader.load(read_folder(root))
    spoken = language or handbook.outline.language
    known = known_findings(root)
    verdict = judge(handbook, today=today, asked=_DRAFT, baseline=known, language=language, memory=memory)
    findings = list(verdict.shown)
    broken = [finding for finding in findings if finding.severity == "error" and finding.code.startswith("CJM0")]
    if broken:
        with live.changing():
            live.banner = _banner([_line(finding) for finding in broken], spoken)
        yield Round(handbook, findings, (), False, 0, time.monotonic() - started)
        return paths
    try:
        with alone(root / OUT):
            # The search follows when the pages are there: it takes as long as they do.
            index = root / OUT / "docs" / INDEX
            written = yield from write_documents(handbook, root, lambda: _text(index), today=today, offline=False)
            only_changed = written.paths == paths and not written.look
            with live.changing():
                heard = yield from build_documents(written, live.folder, today=today, only_changed=only_changed)
                live.banner = ""
            fresh = search_index(handbook).encode("utf-8")
            put(index, fresh)
            put(live.folder / INDEX, fresh)
    except Hindered as hindered:
        with live.changing():
            live.banner = _banner([notice.to(spoken) for notice in hindered.notices], spoken)
        yield Round(handbook, findings, hindered.notices, False, 0, time.monotonic() - started)
        return frozenset()
    changed = len(written.changed.written) if only_changed else written.pages
    notices = (*written.notices, *heard)
    yield Round(handbook, findings, notices, True, changed, time.monotonic() - started)
    return written.paths


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _line(finding: Finding) -> str:
    hint = finding.hint[:1].upper() + finding.hint[1:]
    return f"{finding.place.file}:{finding.place.line} — {finding.message}. {hint}"


def _banner(lines: Sequence[str], language: Language) -> str:
    shown = list(lines[:_IN_BANNER])
    if len(lines) > _IN_BANNER:
        shown.append(_MORE.to(language, count=len(lines) - _IN_BANNER))
    items = "".join(f"<p style='margin:.3em 0'>{escape(line)}</p>" for line in shown)
    return (
        "<div id='cjm-broken' role='alert' style='position:relative;z-index:9;padding:.8em 1em;background:#FBF1EE;"
        "color:#7A2415;border-bottom:3px solid #A63A24;font:15px/1.4 sans-serif'>"
        f"{items}<p style='margin:.3em 0;color:#52656E'>{escape(_STAYS.to(language))}</p></div>"
    )
