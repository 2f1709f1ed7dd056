"""What `cjm serve` shows while one writes, without a second process: the page over the last good one, addresses, the terminal."""

import contextlib
import datetime as dt
import re
import socket
import threading
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from typer.testing import CliRunner

from cjm.app.refusal import Misuse
from cjm.app.serve import NoAddress, Opened, PortTaken, Round, serve, snapshot
from cjm.cli import main
from cjm.lint import judge
from cjm.load import load_folder
from cjm.publish.notice import Hindered, Notice

from .conftest import DAY, Pool

SHOWN = (
    "<body><div id='cjm-broken' role='alert' style='position:relative;z-index:9;padding:.8em 1em;background:#FBF1EE;"
    "color:#7A2415;border-bottom:3px solid #A63A24;font:15px/1.4 sans-serif'>{}<p style='margin:.3em 0;color:#52656E'>{}</p></div>"
)
STAYS = {
    "ru": "Страницы показаны такими, какими были до этой правки.",
    "en": "The pages are as they were before this change.",
}


def begun(pool: Pool, **how: Any) -> tuple[Round, str, str]:
    """The first round, the address, and what a browser shows there."""
    with contextlib.closing(serve(pool.root, today=DAY, **({"host": "127.0.0.1", "port": 0} | how))) as events:
        first, opened = next(events), next(events)
        assert isinstance(first, Round) and isinstance(opened, Opened)
        port = opened.address.rstrip("/").rpartition(":")[2]
        with urllib.request.urlopen(f"http://{how.get('asked', '127.0.0.1')}:{port}/") as answer:
            return first, opened.address, answer.read().decode()


def banner(page: str) -> str:
    found = re.search(r"<body>.*?</div>", page)
    assert found
    return found[0]


def lines(*told: str, language: str = "ru") -> str:
    return SHOWN.format("".join(f"<p style='margin:.3em 0'>{line}</p>" for line in told), STAYS[language])


def broken(pool: Pool, count: int) -> None:
    for number in range(count):
        pool.write(f"guideline/sections/s{number}.yml", f"section: s{number}\ntitle: С\npurpose: П\nkind: <b>\n")


@pytest.mark.parametrize(("language", "more"), [("ru", "и ещё {}"), ("en", "and {} more")])
@pytest.mark.parametrize(("files", "count"), [(1, 1), (3, 4), (5, 6)])  # of three on there is one of all of them, too
def test_a_broken_file_is_told_above_every_page_three_of_them_in_full(
    pool: Pool, files: int, count: int, language: Any, more: str
) -> None:
    broken(pool, files)
    first, _, page = begun(pool, language=language)
    assert (first.made, first.changed, first.notices) == (False, 0, ())
    told = [one for one in first.findings if one.code.startswith("CJM0")]
    assert len(told) == count
    escaped = [
        f"{one.place.file}:{one.place.line} — {one.message}. {one.hint[0].upper()}{one.hint[1:]}".replace("&", "&amp;")
        .replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&#x27;")
        for one in told[:3]
    ]  # fmt: skip
    assert banner(page) == lines(*escaped, *([more.format(count - 3)] if count > 3 else []), language=language)


def test_what_stands_in_the_way_besides_the_handbook_is_told_there_too(
    pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    notice = Notice("template", "templates/pages/words.md", 3, "нет }}")

    def stopped(*_: object, **__: object) -> None:
        raise Hindered(notice, replace(notice, line=0))

    monkeypatch.setattr("cjm.app.serve.write_documents", stopped)
    first, _, page = begun(pool)
    assert (first.made, first.notices) == (False, (notice, replace(notice, line=0)))
    assert banner(page) == lines(notice.to("ru"), replace(notice, line=0).to("ru"))


@pytest.mark.parametrize(
    ("host", "mine", "told"),
    [
        ("127.0.0.1", "10.1.2.3", "http://127.0.0.1:{}/"),
        ("localhost", "10.1.2.3", "http://localhost:{}/"),
        ("0.0.0.0", "10.1.2.3", "http://10.1.2.3:{}/"),  # by it a phone in the network comes
        ("0.0.0.0", "", "http://127.0.0.1:{}/"),  # without a network
    ],
)
def test_the_address_that_is_told_can_be_opened(
    pool: Pool, monkeypatch: pytest.MonkeyPatch, host: str, mine: str, told: str
) -> None:
    class Asking(socket.socket):
        def connect(self, address: Any) -> None:
            if self.type != socket.SOCK_DGRAM:
                return super().connect(address)
            if not mine:
                raise OSError

        def getsockname(self) -> Any:
            return (mine, 0) if self.type == socket.SOCK_DGRAM else super().getsockname()

    broken(pool, 1)
    monkeypatch.setattr("cjm.app.serve.socket.socket", Asking)
    _, address, _ = begun(pool, host=host)
    assert re.fullmatch(re.escape(told).replace(r"\{\}", r"\d+"), address)


def test_a_taken_port_is_named_with_the_next_and_left_where_any_will_do(pool: Pool) -> None:
    broken(pool, 1)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken) as taken:
            begun(pool, port=port)
        assert f"порт {port} занят" in taken.value.to("ru") and taken.value.to("ru").endswith(f"--port {port + 1}")
        _, address, _ = begun(pool, port=port, spare_port=True)
        assert not address.endswith(f":{port}/")
    with pytest.raises(NoAddress) as none:
        begun(pool, host="192.0.2.1", port=8123)
    assert none.value.to("en").startswith("the site cannot be served at 192.0.2.1:8123: ") and isinstance(
        none.value, Misuse
    )


@pytest.mark.parametrize(
    "file",
    ["guideline/a/b.yml", "touchpoints/x.yml", "templates/pages/words.md", "site_build/assets/css/x.css", "mkdocs.yml", ".cjm-baseline.json"],
)  # fmt: skip
def test_what_the_site_is_made_from_is_watched(pool: Pool, file: str) -> None:
    before = snapshot(pool.root)
    pool.write(file, "a: 1\n")
    made = snapshot(pool.root)
    pool.write(file, "a: 22\n")
    grown = snapshot(pool.root)
    assert made.keys() - before.keys() == {str(pool.root / file)} and made != grown
    pool.write("site_build/out/docs/index.md", "")
    pool.write("notes.txt", "")
    assert snapshot(pool.root) == grown


def test_it_stops_when_it_is_told_and_follows_until_then(pool: Pool) -> None:
    broken(pool, 1)
    stop = threading.Event()
    events = serve(pool.root, today=DAY, host="127.0.0.1", port=0, stop=stop)
    next(events), next(events)
    threading.Timer(
        0.1, lambda: pool.write("guideline/sections/s1.yml", "section: s1\ntitle: С\npurpose: П\nkind: x\n")
    ).start()
    later = next(events)
    assert isinstance(later, Round) and len([one for one in later.findings if one.code.startswith("CJM0")]) == 2
    stop.set()
    assert next(events, None) is None


class Asked:
    """What the command asks of `serve`, which is played here."""

    def __init__(self, pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
        self.how: dict[str, Any] = {}
        self.opened: list[str] = []
        self.rounds: list[Round | Opened] = []
        self.root = pool.root

        def played(root: Any, **how: Any) -> Iterator[Round | Opened]:
            self.how = how
            yield from self.rounds

        class Noon(dt.datetime):
            @classmethod
            def now(cls, tz: Any = None) -> "Noon":
                return cls(2026, 11, 22, 9, 5, 7)

        monkeypatch.setattr("cjm.app.serve.serve", played)
        monkeypatch.setattr("cjm.cli.commands.serve.signal.signal", lambda *_: None)
        monkeypatch.setattr("cjm.cli.commands.serve.dt.datetime", Noon)
        monkeypatch.setattr("typer.launch", self.opened.append)

    def told(self, *words: str) -> tuple[str, str]:
        done = CliRunner().invoke(main, ["serve", "--root", str(self.root), "--today", "2026-11-22", *words])
        assert done.exit_code == 0, done.output
        return done.stdout, done.stderr


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ([], {"host": "127.0.0.1", "port": 8000, "spare_port": True, "language": None}),
        (["--port", "0"], {"host": "127.0.0.1", "port": 0, "spare_port": False, "language": None}),
        (["--port", "81", "--host", "::1", "--lang", "en"], {"host": "::1", "port": 81, "spare_port": False, "language": "en"}),
    ],
)  # fmt: skip
def test_the_command_asks_for_what_was_typed(
    pool: Pool, monkeypatch: pytest.MonkeyPatch, words: list[str], how: dict[str, Any]
) -> None:
    asked = Asked(pool, monkeypatch)
    asked.rounds = [Opened("http://x/")]
    asked.told(*words)
    assert {key: value for key, value in asked.how.items() if key != "stop"} == how | {"today": DAY}
    assert asked.opened == []
    asked.told("--open", *words)
    assert asked.opened == ["http://x/"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_terminal_tells_what_is_new_and_counts_the_rest(
    pool: Pool, monkeypatch: pytest.MonkeyPatch, language: Any
) -> None:
    pool.forget_a_yo()
    pool.change("touchpoints/first.yml", "outcome: Записан", "outcome: Записан еще раз")
    asked, handbook = Asked(pool, monkeypatch), load_folder(pool.root)
    findings = judge(handbook, today=DAY, language=language).shown
    notice = Notice("mkdocs", "a.md", 0, "x", error=False)
    asked.rounds = [
        Round(handbook, findings[:1], (), True, 5, 1.26),
        Opened("http://127.0.0.1:8000/"),
        Round(handbook, findings[:2], (notice,), True, 1, 0.5),
        Round(handbook, findings[:2], (), False, 0, 0.5),
        Round(handbook, (), (), True, 21, 0.04),
    ]
    told, amiss = asked.told("--lang", language)
    one, two = (re.escape(f"{each.place.file}:{each.place.line}") for each in findings[:2])
    expected = {
        "ru": (
            rf"Собираю страницы…\n.*{one}.*\n09:05:07 обновлено: 5 страниц · 1,3 с\nСайт открыт на http://127.0.0.1:8000/ — меняйте файлы, страница обновится сама. Остановить: Ctrl\+C\n"
            rf".*{two}.*\nкак и прежде: 1. Всё сразу: cjm lint\na.md: MkDocs: x\n09:05:07 обновлено: 1 страница · 0,5 с\n"
            r".*как и прежде: 2. Всё сразу: cjm lint\n09:05:07 страницы остались прежними, пока это не исправлено\n09:05:07 обновлено: 21 страница · 0,0 с\n"
        ),
        "en": (
            rf"Making the pages…\n.*{one}.*\n09:05:07 updated: 5 pages · 1.3 s\nThe site is at http://127.0.0.1:8000/ — change files, the page follows. Stop it with Ctrl\+C\n"
            rf".*{two}.*\nas before: 1. All of it: cjm lint\na.md: MkDocs: x\n09:05:07 updated: 1 page · 0.5 s\n"
            r".*as before: 2. All of it: cjm lint\n09:05:07 the pages stay as they were until this is mended\n09:05:07 updated: 21 pages · 0.0 s\n"
        ),
    }[language]  # fmt: skip
    assert re.fullmatch(expected, told, re.DOTALL), told
    assert told.count(f"{findings[0].place.file}:{findings[0].place.line}") == 1 and amiss == ""
