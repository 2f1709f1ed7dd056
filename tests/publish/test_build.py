"""`cjm build` as its user meets it: a site, a refusal that keeps the old site, the same bytes each time."""

import hashlib
import json
import posixpath
import re
import shutil
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml

from .conftest import cjm, edit

pytestmark = pytest.mark.slow  # each builds a site

SITE = Path("site_build/out/site")
DOCS = Path("site_build/out/docs")


class Addresses(HTMLParser):
    """The anchors of a page, its links, and everything that it loads by itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.update(value for name, value in given.items() if name in ("id", "name"))
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in ("link", "script", "img", "iframe", "object", "source", "image", "use"):
            self.loads += [given[name] for name in ("src", "href", "data", "srcset", "xlink:href") if given.get(name)]


def pages(site: Path) -> dict[str, Addresses]:
    return {
        file.relative_to(site).as_posix(): Addresses(file.read_text(encoding="utf-8"))
        for file in sorted(site.rglob("*.html"))
    }


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_every_link_of_the_site_leads_somewhere(built_once: Path) -> None:
    found = pages(built_once / SITE)
    lost = []
    for page, addresses in found.items():
        if page == "404.html":  # its addresses count from the root of the server
            continue
        for link in addresses.links:
            path, _, anchor = unquote(link).partition("#")
            if re.match(r"[a-z]+:", link):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
            if anchor.startswith("about="):  # a choice of the self-check: tests/pages/test_links.py
                anchor = ""
            if target not in found or (anchor and anchor not in found[target].ids):
                lost.append(f"{page} → {link}")
    assert lost == []


def test_everything_that_a_page_loads_is_in_the_site(built_once: Path) -> None:
    site = built_once / SITE
    for page, addresses in pages(site).items():
        for address in addresses.loads:
            assert not re.match(r"(?:[a-z]+:)?//", address), f"{page} asks another host: {address}"
            if page != "404.html":
                path = posixpath.normpath(
                    posixpath.join(posixpath.dirname(page), address.partition("?")[0].partition("#")[0])
                )
                assert (site / path).is_file(), f"{page} loads {address}"


def test_styles_and_scripts_ask_no_other_host(built_once: Path) -> None:
    for file in sorted((built_once / SITE).rglob("*")):
        if file.suffix == ".css":
            asked = re.findall(
                r"""(?:url\(|@import\s+)["']?((?:https?:)?//[^)"']+)""", file.read_text(encoding="utf-8")
            )
            assert asked == [], file
        if file.suffix == ".js" and "offline" in file.parts:
            assert "://" not in file.read_text(encoding="utf-8").replace("file://", "")


def test_it_is_hidden_from_search_engines_unless_it_is_public(built_once: Path, school: Path) -> None:
    assert (built_once / SITE / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    assert 'name="robots" content="noindex' in (built_once / SITE / "index.html").read_text(encoding="utf-8")
    edit(
        school / "guideline/handbook.yml",
        "language: ru",
        "language: ru\npublic: true\naddress: https://guide.example/glagol",
    )
    assert cjm("build", root=school).returncode == 0
    assert "Allow: /\nSitemap: https://guide.example/glagol/sitemap.xml" in (school / SITE / "robots.txt").read_text()
    assert "noindex" not in (school / SITE / "index.html").read_text(encoding="utf-8")
    assert "https://guide.example/glagol/sections/first-call.html" in (school / SITE / "sitemap.xml").read_text()


def test_two_builds_give_the_same_bytes(built_once: Path, school: Path) -> None:
    done = cjm("build", "--zip", root=school, PYTHONHASHSEED="17", TZ="Asia/Vladivostok")
    assert done.returncode == 0, done.stdout + done.stderr
    assert fingerprint(school / SITE) == fingerprint(built_once / SITE)
    name = "site_build/out/shkola.zip"
    assert (school / name).read_bytes() == (built_once / name).read_bytes()


def test_the_archive_holds_the_site_in_one_folder(built_once: Path) -> None:
    with zipfile.ZipFile(built_once / "site_build/out/shkola.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert {name.partition("/")[0] for name in names} == {"shkola"}
        assert len(names) == len(fingerprint(built_once / SITE))
        assert archive.read("shkola/index.html") == (built_once / SITE / "index.html").read_bytes()
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 22, 0, 0, 0)}


def test_what_did_not_change_is_not_touched_and_what_is_gone_is_deleted(built: Path) -> None:
    stale = built / DOCS / "sections/gone.md"
    stale.write_text("# gone", encoding="utf-8")
    kept = built / DOCS / "sections/placement.md"
    other = built / DOCS / "words.md"
    times = kept.stat().st_mtime_ns, other.stat().st_mtime_ns
    edit(
        built / "guideline/words.yml",
        "Я узнаю и перезвоню вам сегодня до вечера",
        "Я узнаю и сам перезвоню вам до вечера",
    )
    assert cjm("build", root=built).returncode == 0
    assert kept.stat().st_mtime_ns == times[0]
    assert other.stat().st_mtime_ns != times[1]
    assert not stale.exists()
    assert not (built / SITE / "sections/gone.html").exists()


@pytest.mark.parametrize(
    ("file", "before", "after", "said"),
    [
        ("touchpoints/trial.yml", "standard: first-call", "standard: first-cal", "CJM003"),
        ("touchpoints/trial.yml", "contact: product", "contact: [product", "CJM006"),
        ("guideline/search.yml", "боится теста", "аренда вертолёта", "CJM504"),
    ],
)
def test_a_handbook_with_errors_leaves_the_last_good_site(
    built: Path, file: str, before: str, after: str, said: str
) -> None:
    site = fingerprint(built / SITE)
    edit(built / file, before, after)
    done = cjm("build", root=built)
    assert done.returncode == 1
    assert said in done.stdout and file in done.stdout
    assert "Прежний сайт остался" in done.stderr and "Traceback" not in done.stderr
    assert fingerprint(built / SITE) == site


def test_a_draft_is_built_in_spite_of_its_errors(built: Path) -> None:
    shutil.rmtree(built / "site_build")
    edit(
        built / "touchpoints/trial.yml",
        "        standard: first-lesson\n        outcome: Ушёл без обиды",
        "        outcome: Ушёл без обиды",
    )
    edit(built / "guideline/search.yml", "боится теста", "аренда вертолёта")
    assert cjm("build", root=built).returncode == 1
    assert not (built / SITE).exists()
    done = cjm("build", "--draft", root=built)
    assert done.returncode == 0
    assert "CJM201" in done.stdout and "CJM504" in done.stdout
    assert (built / SITE / "index.html").is_file()


def test_who_is_held_by_warnings_alone_is_told_why(built: Path) -> None:
    edit(built / "guideline/roles.yml", "помнит, кто чего ждёт", "помнит, кто чего ждет")
    done = cjm("build", root=built)
    assert done.returncode == 1 and "с profile: review" in done.stderr.casefold()
    edit(built / "touchpoints/trial.yml", "standard: first-call", "standard: first-cal")
    assert "profile" not in cjm("build", root=built).stderr


def test_messages_are_in_the_language_asked_for(built: Path) -> None:
    edit(built / "touchpoints/trial.yml", "standard: first-call", "standard: first-cal")
    done = cjm("build", "--lang", "en", root=built)
    assert "No site was built" in done.stderr
    assert not re.search("ошибк", done.stdout)


def sheet(root: Path) -> str:
    """The one style sheet of the site."""
    (found,) = (root / SITE / "assets").glob("*.css")
    return found.read_text(encoding="utf-8")


def test_the_authors_mkdocs_yml_is_obeyed_beside_what_the_program_needs(school: Path) -> None:
    (school / "mkdocs.yml").write_text(
        "site_name: Другое имя\n"
        "copyright: !ENV [NOBODY_SET_THIS, © Глагол]\n"
        "theme:\n  features: [content.code.copy]\n"
        "extra_css:\n  - assets/my.css\n",
        encoding="utf-8",
    )
    own = school / "site_build/assets"
    own.mkdir(parents=True)
    (own / "my.css").write_text(":root { --mine: 1 }\n", encoding="utf-8")
    done = cjm("build", root=school)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "mkdocs.yml:1: «site_name» здесь не действует" in done.stdout
    home = (school / SITE / "index.html").read_text(encoding="utf-8")
    assert "--mine: 1" in sheet(school) and ".cjm-header" in sheet(school) and "Другое имя" not in home
    effective = yaml.compose((school / "site_build/out/mkdocs.yml").read_text(encoding="utf-8"))
    assert effective is not None
    values = {key.value: value for key, value in effective.value}
    assert values["copyright"].tag == "!ENV"
    assert values["site_name"].value == "Стандарты школы «Глагол»"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("theme:\n  logo: [x\n", "mkdocs.yml:"),
        ("- a list\n", "mkdocs.yml:1: файл не читается"),
        ("extra_css: [assets/no.css]\n", "страницы загружают «assets/no.css»"),
        ("markdown_extensions: [no_such_extension]\n", "no_such_extension"),
        ("plugins: [no-such-plugin]\n", "no-such-plugin"),
    ],
)
def test_a_broken_mkdocs_yml_is_a_message_and_leaves_the_last_good_site(built: Path, text: str, said: str) -> None:
    site = fingerprint(built / SITE)
    (built / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = cjm("build", root=built)
    assert done.returncode == 1
    assert said in done.stdout and "Traceback" not in done.stderr
    assert fingerprint(built / SITE) == site


@pytest.mark.parametrize(
    ("template", "text", "place"),
    [
        ("templates/pages/section.md", "# {{ section.title }}\n{% if %}\n", "templates/pages/section.md:2"),
        ("templates/pages/section.md", "# {{ section.titel }}\n", "templates/pages/section.md:1"),
        ("templates/theme/main.html", "{% extends 'base.html' %}\n{{ nobody.knows }}{% block x %}\n", "main.html:2"),
    ],
)
def test_a_broken_template_is_a_message_with_its_line(built: Path, template: str, text: str, place: str) -> None:
    site = fingerprint(built / SITE)
    (built / template).parent.mkdir(parents=True)
    (built / template).write_text(text, encoding="utf-8")
    done = cjm("build", root=built)
    assert done.returncode == 1
    assert place in done.stdout and "Traceback" not in done.stderr
    assert fingerprint(built / SITE) == site


def test_a_template_and_an_asset_of_the_handbook_win_over_the_shipped_ones(school: Path) -> None:
    (school / "templates/pages").mkdir(parents=True)
    (school / "templates/pages/words.md").write_text("# Мои слова {: #top }\n", encoding="utf-8")
    (school / "site_build/assets/css").mkdir(parents=True)
    (school / "site_build/assets/css/print.css").write_text("/* mine */\n", encoding="utf-8")
    assert cjm("build", root=school).returncode == 0
    assert "Мои слова" in (school / SITE / "words.html").read_text(encoding="utf-8")
    assert "/* mine */" in sheet(school) and "@page danger" not in sheet(school)
    assert ".cjm-header" in sheet(school)


def test_the_service_worker_knows_every_file_by_its_hash(built_once: Path) -> None:
    site = built_once / SITE
    worker = (site / "sw.js").read_text(encoding="utf-8")
    files = dict(json.loads("[" + worker.partition("new Map([")[2].partition("\n]);")[0] + "]"))
    served = fingerprint(site)
    for path, hash_ in files.items():
        assert served[path].startswith(hash_), path
    left_out = {Path(path).suffix for path in served.keys() - files.keys()}
    assert left_out <= {".js", ".txt", ".xml", ".gz"} and "sw.js" not in files
    assert all(path in files for path in served if path.endswith((".html", ".css", ".woff2")))


def test_the_site_carries_nothing_that_no_page_loads(built_once: Path) -> None:
    served = fingerprint(built_once / SITE)
    assert not [path for path in served if path.endswith((".map", ".ttf")) or "/lunr/" in path]


def test_an_archive_that_cannot_be_written_is_no_traceback(school: Path) -> None:
    (school / "site_build/out/shkola.zip").mkdir(parents=True)
    done = cjm("build", "--zip", root=school)
    assert done.returncode == 1 and "shkola.zip: не записано" in done.stderr and "Traceback" not in done.stderr
