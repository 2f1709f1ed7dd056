"""What a phone keeps of a site: every page and what it shows, nothing that is only sent or printed."""

import json
import re
from pathlib import Path

import pytest

from cjm.load import load
from cjm.publish.offline import service_worker, web_manifest
from cjm.publish.tree import files_below, sync


def kept(folder: Path) -> dict[str, str]:
    listed = re.search(r"new Map\(\[\n(.*?)\n\]\)", service_worker(files_below(folder), "// code"), re.DOTALL)
    assert listed
    return dict(json.loads(f"[{listed[1]}]"))


def version(folder: Path) -> str:
    return service_worker(files_below(folder), "// code").partition('"')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("path", "is_kept"),
    [
        ("index.html", True), ("sections/no-show.html", True), ("404.html", True), ("assets/css/site.css", True),
        ("assets/search/search-data.js", True), ("assets/fonts/a.woff2", True), ("maps/first-visit.svg", True),
        ("pictures/scheme.png", True), ("manifest.webmanifest", True), ("korablik.pdf", False), ("maps/a3.pdf", False),
        ("site.zip", False), ("sitemap.xml", False), ("sitemap.xml.gz", False), ("robots.txt", False),
        ("assets/css/site.css.map", False), ("sw.js", False),
    ],
)  # fmt: skip
def test_a_phone_keeps(tmp_path: Path, path: str, is_kept: bool) -> None:
    sync(tmp_path, {path: b"x", "about.html": b"x"})
    assert list(kept(tmp_path)) == sorted({"about.html", *([path] if is_kept else ())})


def test_each_change_of_what_is_kept_is_another_version_and_only_that(tmp_path: Path) -> None:
    versions = []
    for files in (
        {"index.html": b"one"},
        {"index.html": b"two"},
        {"index.html": b"one", "b.html": b""},
        {"index.html": b"one", "book.pdf": b"one"},
        {"index.html": b"one", "book.pdf": b"two", "sw.js": b"older"},
    ):
        sync(tmp_path, files)
        versions.append(version(tmp_path))
    assert len(set(versions[:3])) == 3 and versions[0] == versions[3] == versions[4]
    assert service_worker(files_below(tmp_path), "// code").endswith("\n\n// code")


def test_the_manifest_puts_the_handbook_on_a_home_screen(tmp_path: Path) -> None:
    outline = "handbook: t\ntitle: Стандарты «Кораблика»\norganisation: Акваклуб\nlanguage: ru\n"
    made = json.loads(web_manifest(load({"guideline/handbook.yml": outline.encode()})))
    assert (made["name"], made["short_name"], made["lang"]) == ("Стандарты «Кораблика»", "Акваклуб", "ru")
    assert made["display"] == "standalone" and made["start_url"] == "index.html"
    assert made["icons"][0]["src"] == "assets/icons/favicon.svg"
