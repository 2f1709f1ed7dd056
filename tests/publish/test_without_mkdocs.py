"""All that a build does but what MkDocs does: it stands in for MkDocs, so that a test takes a moment."""

import datetime as dt
import hashlib
import http.client
import re
import threading
import zipfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from cjm.lint.choice import RuleChoice
from cjm.load import load, read_folder
from cjm.publish import build, worker
from cjm.publish.archive import pack
from cjm.publish.build import Published, Ready, Rendered, publish
from cjm.publish.engine import Built, EngineFailed
from cjm.publish.live import LiveSite, server
from cjm.publish.notice import Hindered
from cjm.publish.offline import FORGET
from cjm.publish.tree import files_below

DAY = dt.date(2026, 11, 28)
SMALL = {
    "guideline/handbook.yml": (
        'handbook: pool\ntitle: Бассейн «Волна»\ndescription: "Для \\"своих\\"\\nи только"\norganisation: Клуб & Ко\nlanguage: ru\naddress: https://guide.example/\n'
        "parts: [{id: all, title: Всё, sections: [call, danger]}]\n"
    ),
    "guideline/sections/call.yml": "section: call\ntitle: Звонок\npurpose: Ответить.\nsteps: [{do: Снимите трубку.}]\ndetails: [{id: plan, title: План, text: '![План](files/plan.svg)'}]\n",
    "guideline/sections/danger.yml": "section: danger\ntitle: Опасность\nkind: emergency\ncalls: [{number: '112', who: все}]\nsteps: [{do: Звоните.}]\n",
    "guideline/files/plan.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
    "guideline/files/nobody.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
    "mkdocs.yml": (
        "site_name: Другое\nextra_css: [assets/own.css, assets/lacking.css, 'https://far.example/a.css']\n"
        "theme: {custom_dir: look, logo: assets/no-logo.svg}\nhooks: [hooks/mine.py]\n"
    ),
    "look/main.html": "своё",
    "site_build/assets/own.css": "p {}",
}
PAGE = '<html><head>\n<link rel="stylesheet" href="assets/stylesheets/main.css">\n<link rel="stylesheet" href="assets/own.css">\n</head><body class="here">x</body></html>'
MADE = {
    "index.html": PAGE, "sections/danger.html": "<html></html>", "404.html": "<html></html>", "assets/javascripts/lunr/a.js": "", "assets/javascripts/workers/search.js": "",
    "assets/javascripts/bundle.js": "let a", "assets/javascripts/bundle.js.map": "{}", "assets/stylesheets/main.css": ".here{a:b}.away{c:d}", "assets/own.css": "p {}",
    "assets/search/engine.js": "", "sitemap.xml": "<x/>",
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in SMALL.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """How MkDocs was asked, and what it warns of."""
    told: dict[str, Any] = {"warns": ()}

    def mkdocs(config: Path, site: Path, **how: Any) -> Generator[Built, None, tuple[str, ...]]:
        told.update(how, config=config, site=site)
        if "fails" in told:
            raise EngineFailed(told["fails"])
        for number, (path, text) in enumerate(MADE.items(), start=1):
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text, encoding="utf-8", newline="\n")
            yield Built(number, len(MADE))
        return tuple(told["warns"])

    monkeypatch.setattr(build, "build_pages", mkdocs)
    return told


def published(root: Path) -> list[Any]:
    return list(publish(load(read_folder(root)), root, lambda: "// индекс", today=DAY))


def test_a_site_is_made_step_by_step(root: Path, heard: dict[str, Any]) -> None:
    heard["warns"] = ("Doc file 'sections/call.md' contains a link 'x', but it is not there", "nothing named")
    *steps, ready, done = published(root)
    out = root / "site_build/out"
    pages = len(files_below(out / "docs"))
    rendered = [one.done for one in steps if isinstance(one, Rendered)]
    assert rendered == list(range(1, len(rendered) + 1)) and steps[: len(rendered)] == [
        Rendered(one) for one in rendered
    ]
    assert steps[len(rendered) :] == [Built(number, len(MADE)) for number in range(1, len(MADE) + 1)]
    assert isinstance(ready, Ready) and not ready.sound
    assert [one.to("en") for one in ready.notices] == [
        'mkdocs.yml:1: "site_name" has no effect here: guideline/handbook.yml decides it. Take this line out',
        'mkdocs.yml: the pages load "assets/lacking.css", and there is no such file. Put it below site_build, or take it out of mkdocs.yml',
        'mkdocs.yml: the pages load "assets/no-logo.svg", and there is no such file. Put it below site_build, or take it out of mkdocs.yml',
        "guideline/sections/call.yml: MkDocs: Doc file 'sections/call.md' contains a link 'x', but it is not there",
        "mkdocs.yml: MkDocs: nothing named",
    ]
    assert [one.error for one in ready.notices] == [False, True, True, True, True]
    assert isinstance(done, Published) and done.site == out / "site" and done.pages == len(rendered)
    assert len(done.changed.written) == pages and done.changed.removed == ()
    assert (heard["day"], heard["config"], heard["site"], heard["only_changed"]) == (
        DAY, out / "mkdocs.yml", out / "site.next", False,
    )  # fmt: skip
    assert published(root)[-1].changed.written == ()  # the second time there is nothing to write


def test_what_mkdocs_is_given(root: Path, heard: dict[str, Any]) -> None:
    published(root)
    out = root / "site_build/out"
    config = yaml.load((out / "mkdocs.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    told = {
        name: config[name]
        for name in config
        if name.startswith("site_") or name in ("docs_dir", "strict", "use_directory_urls", "hooks", "validation")
    }
    assert told == {
        "site_name": "Бассейн «Волна»", "site_description": "Для &quot;своих&quot; и только", "site_author": "Клуб &amp; Ко", "site_dir": "site", "site_url": "https://guide.example/",
        "docs_dir": "docs", "strict": "true", "use_directory_urls": "false", "hooks": ["../../hooks/mine.py"],
        "validation": {"nav": {"omitted_files": "ignore"}, "links": {"absolute_links": "warn", "unrecognized_links": "warn", "anchors": "warn"}},
    }  # fmt: skip
    assert config["theme"]["custom_dir"] == "theme" and config["theme"]["language"] == "ru"
    assert "navigation.prune" not in config["theme"].get("features", [])
    assert config["extra_javascript"][-1] == "assets/offline/register.js"
    assert config["extra_css"][-3:] == ["assets/own.css", "assets/lacking.css", "https://far.example/a.css"]
    documents = files_below(out / "docs")
    assert documents["robots.txt"].read_text("utf-8") == "User-agent: *\nDisallow: /\n"
    assert documents["assets/search/search-data.js"].read_text("utf-8") == "// индекс"
    assert {path for path in documents if path.startswith("files/")} == {"files/plan.svg"}
    assert documents["assets/own.css"].read_text("utf-8") == "p {}"
    assert not any(path.endswith(".ttf") or path.startswith("assets/choice/") for path in documents)
    assert [path for path in documents if path.startswith("assets/icons/")] == ["assets/icons/favicon.svg"]
    assert "assets/offline/worker.js" not in documents and "assets/offline/register.js" in documents
    assert (out / "theme/main.html").read_text("utf-8") == "своё"


def test_what_is_put_over_what_mkdocs_made(root: Path, heard: dict[str, Any]) -> None:
    site = published(root)[-1].site
    made = files_below(site)
    joined = next(path for path in made if re.fullmatch(r"assets/[0-9a-f]{8}\.css", path))
    assert set(made) == {
        "404.html", "assets/javascripts/bundle.js", "assets/search/engine.js", "index.html", "manifest.webmanifest", "sections/danger.html", "sitemap.xml", "sw.js", joined,
    }  # fmt: skip
    assert made[joined].read_text("utf-8").replace("\n", "") == ".here{a:b}p {}"
    assert made["index.html"].read_text("utf-8") == PAGE.replace(
        '\n<link rel="stylesheet" href="assets/stylesheets/main.css">\n<link rel="stylesheet" href="assets/own.css">',
        f'\n<link rel="stylesheet" href="{joined}">',
    )
    worker = made["sw.js"].read_text("utf-8")
    digest = hashlib.sha256(made["index.html"].read_bytes()).hexdigest()[:16]
    assert f'["index.html", "{digest}"]' in worker
    assert f'const FIRST = ["sections/danger.html", "index.html", "404.html", "{joined}", "assets/javascripts/bundle.js"];' in worker  # fmt: skip
    assert re.match(r'const VERSION = "[0-9a-f]{16}";\n', worker) and "sitemap" not in worker.partition("FIRST")[0]


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("mkdocs.yml", "theme: {a: b\nc", "mkdocs.yml:2: cannot be read: expected ',' or '}', but got '<stream end>'. Mend it, or delete it to get the look that comes with the program"),
        ("mkdocs.yml", "- a\n", "mkdocs.yml:1: cannot be read: не «ключ: значение», not a mapping. Mend it, or delete it to get the look that comes with the program"),
        ("mkdocs.yml", b"\xff", "mkdocs.yml: cannot be read: UTF-8. Mend it, or delete it to get the look that comes with the program"),
        ("templates/pages/section.md", "\n{{ nothing.here }}", "templates/pages/section.md:2: the template fails: 'nothing' is undefined. Mend it, or delete it to get the one that comes with the program"),
        ("templates/pages/home.md", "{% for %}", "templates/pages/home.md:1: the template fails: Expected an expression, got 'end of statement block'. Mend it, or delete it to get the one that comes with the program"),
    ],
)  # fmt: skip
def test_who_has_to_mend_what(root: Path, heard: dict[str, Any], file: str, text: str | bytes, told: str) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(Hindered) as refused:
        published(root)
    assert [one.to("en") for one in refused.value.notices] == [told]
    assert not (root / "site_build/out/site").exists()


def test_a_template_of_an_earlier_version_is_told_name_by_name(root: Path, heard: dict[str, Any]) -> None:
    own = root / "templates/pages/section.md"
    own.parent.mkdir(parents=True)
    own.write_text("a\n{{ a.section_page(1) }}\n{{ a.term_anchor(2) }}\n", encoding="utf-8")
    with pytest.raises(Hindered) as refused:
        published(root)
    way = "the template is of an earlier version: {}. Mend it, or delete it to get the one that comes with the program"
    assert [one.to("en") for one in refused.value.notices] == [
        "templates/pages/section.md:2: " + way.format('a.section_page → a.page("section", …)'),
        "templates/pages/section.md:3: " + way.format('a.term_anchor → a.anchor("term", …)'),
    ]


def test_what_mkdocs_cannot_do_keeps_the_site_from_before(root: Path, heard: dict[str, Any]) -> None:
    before = published(root)[-1].site
    heard["fails"] = ("первое", "page 'journeys/way.md' broke")
    with pytest.raises(Hindered) as refused:
        published(root)
    assert [one.to("ru") for one in refused.value.notices] == ["mkdocs.yml: MkDocs: первое", "touchpoints/way.yml: MkDocs: page 'journeys/way.md' broke"]  # fmt: skip
    assert (before / "index.html").is_file() and not before.with_name("site.next").exists()


def test_a_zip_is_the_same_whoever_packs_it(tmp_path: Path) -> None:
    for path in ("b.html", "a/c.html"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(path * 50)
    pack(files_below(tmp_path), "club", tmp_path / "site.zip", DAY)
    with zipfile.ZipFile(tmp_path / "site.zip") as packed:
        told = [
            (one.filename, one.date_time, one.external_attr >> 16, one.create_system, one.compress_type)
            for one in packed.infolist()
        ]
        assert packed.read("club/a/c.html") == b"a/c.html" * 50
    stamp = (2026, 11, 28, 0, 0, 0)
    assert told == [("club/a/c.html", stamp, 0o100644, 3, zipfile.ZIP_DEFLATED), ("club/b.html", stamp, 0o100644, 3, zipfile.ZIP_DEFLATED)]  # fmt: skip


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[LiveSite, http.client.HTTPConnection]]:
    for path, text in {"index.html": "<html><body class=a>дом</body></html>", "a/index.html": "<body>а</body>", "404.html": "<body>нет</body>", "x.js": "1", "x.css": "", "x.svg": "", "x.woff2": ""}.items():  # fmt: skip
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    site = LiveSite(tmp_path)
    serves = server(site, "127.0.0.1", 0)
    threading.Thread(target=serves.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    connection = http.client.HTTPConnection("127.0.0.1", serves.server_address[1], timeout=30)
    yield site, connection
    connection.close()
    serves.shutdown()
    serves.server_close()


def test_what_is_served(
    live: tuple[LiveSite, http.client.HTTPConnection], capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    site, connection = live

    def got(path: str) -> tuple[int, str, str, str]:
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode("utf-8")
        assert int(answer.getheader("Content-Length", "-1")) == len(body.encode())
        return answer.status, answer.getheader("Content-Type", ""), answer.getheader("Cache-Control", ""), body

    page = "text/html; charset=utf-8"
    types = {"/x.js": "text/javascript", "/x.css": "text/css", "/x.svg": "image/svg+xml", "/x.woff2": "font/woff2"}
    assert {path: got(path)[:3] for path in types} == {path: (200, kind, "no-store") for path, kind in types.items()}
    assert got("/sw.js") == (200, "text/javascript", "no-store", FORGET)
    site.banner = "<b>!</b>"
    status, kind, kept, body = got("/")
    assert (status, kind, kept) == (200, page, "no-store")
    assert body.startswith("<html><body class=a><b>!</b>дом<script>") and body.endswith("</script>\n</body></html>")
    assert 'asked = "/_cjm/edition?seen=1", mine = "1"' in body
    assert got("/a/")[3].startswith("<body><b>!</b>а<script>")
    assert got("/none.html")[0] == 404 and "нет" in got("/none.html")[3]
    assert got("/_cjm/edition?seen=0")[3] == "1" and got("/_cjm/edition?seen=1&now")[3] == "1"
    with site.changing():
        pass
    assert got("/_cjm/edition?seen=1") == (200, "text/plain", "no-store", "2")
    assert 'mine = "2"' in got("/a/index.html")[3]
    for left in ("index.html", "404.html"):
        (tmp_path / left).unlink()
    assert got("/index.html")[3].startswith("<!doctype html>") and "<b>!</b>" in got("/index.html")[3]
    assert capfd.readouterr() == ("", "")


def test_what_is_found_out_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same by this process alone, by a second one that answers, and by one that falls silent after its first answer."""
    files = {path: text.encode() for path, text in SMALL.items() if path.startswith("guideline/")}
    files["guideline/search.yml"] = (
        "probes: [{query: звонок, section: call}, {query: верблюд, section: danger}]\n".encode()
    )
    handbook, asked = load(files), worker.Asked(DAY, RuleChoice(select=("301", "504")), language="en")
    work = worker._Work(handbook, asked)

    class Pipe:
        def __init__(self, told: list[Any]) -> None:
            self.told, self.closed = told, False

        def poll(self) -> bool:
            return bool(self.told)

        def recv(self) -> Any:
            if not self.told:
                raise EOFError
            return self.told.pop(0)

        def close(self) -> None:
            self.closed = True

    class Process:
        done = ""

        def terminate(self) -> None:
            self.done += "terminated "

        def join(self) -> None:
            self.done += "joined"

    alone = ["index", "judged", "lost"]
    whole = [getattr(work, one)() for one in alone]
    for told in ([], whole, whole[:1]):
        pipe, process = Pipe([*told]), Process()
        with worker.Meanwhile(handbook, asked) as found:
            assert found._second is None  # too little to do
            if told:
                found._second = (process, pipe)  # type: ignore[assignment]
            assert found.judged_by_now() == (len(told) > 1)
            assert (found.index(), found.judged()) == (whole[0], whole[1])
            assert [one.code for one in found.judged().shown] == [one.code for one in work.judged().shown] != []
            (lost,) = found.probed().shown
            assert lost.code == "CJM504" and "верблюд" in lost.message
        if told:
            assert process.done == "terminated joined" and pipe.closed

    many = load(files | {f"guideline/sections/s{n}.yml": f"section: s{n}\ntitle: Раздел\n".encode() for n in range(8)})
    for handbook, processors, begun in ((many, 2, 1), (many, 1, 0), (load(files), 2, 0)):
        began: list[worker._Work] = []
        monkeypatch.setattr(worker, "_processors", lambda count=processors: count)
        monkeypatch.setattr(worker, "_begun", lambda work, began=began: began.append(work))
        with worker.Meanwhile(handbook, asked):
            assert len(began) == begun
