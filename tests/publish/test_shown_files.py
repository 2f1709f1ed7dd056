"""Pictures and forms of `guideline/files`: shown where a text names them, on the site, in print and on pages for clients."""

import datetime as dt
import io
from pathlib import Path

import jinja2
import pytest
from PIL import Image

from cjm.approval.items import items
from cjm.book.text import Writer
from cjm.export.client import client_pages
from cjm.lint import RuleChoice, judge
from cjm.load import load, load_folder, read_folder
from cjm.model import Handbook
from cjm.pages import loader, site
from cjm.publish.documents import documents
from cjm.publish.pictures import shown_files
from cjm.resources import shipped

TODAY = dt.date(2026, 11, 27)
PLACE = "59.93 N 30.31 E"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 600"><path d="M0 0h9v9"/></svg>'


def photo() -> bytes:
    """A photograph taken with the camera on its side, with the place written into it."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, PLACE  # orientation, description
    made = io.BytesIO()
    Image.new("RGB", (40, 20), "white").save(made, "JPEG", exif=exif)
    return made.getvalue()


def handbook(text: str, kind: str = "standard") -> Handbook:
    files = {
        "guideline/handbook.yml": "handbook: a\ntitle: А\nlanguage: ru\nparts: [{id: p, title: П, sections: [where]}]\n",
        "guideline/sections/where.yml": f"section: where\ntitle: Где\nkind: {kind}\ndetails:\n  - id: plan\n    title: План\n    text: |\n      {text}\n",
    }
    return load(
        {
            **{name: one.encode() for name, one in files.items()},
            "guideline/files/plan.svg": DRAWING,
            "guideline/files/desk.jpg": photo(),
            "guideline/files/form.pdf": b"%PDF-1.7",
        }
    )


def test_a_photograph_is_given_away_upright_and_without_its_place() -> None:
    assert PLACE.encode() in photo()
    given = shown_files(handbook("![Стойка](files/desk.jpg)"))
    assert set(given) == {"files/plan.svg", "files/desk.jpg", "files/form.pdf"}
    with Image.open(io.BytesIO(given["files/desk.jpg"])) as upright:
        assert upright.size == (20, 40) and not upright.getexif()
    assert PLACE.encode() not in given["files/desk.jpg"] and given["files/plan.svg"] == DRAWING


def test_the_site_keeps_room_for_it() -> None:
    pages = site(
        handbook("![План «А»](files/plan.svg)\n\n      [Бланк](files/form.pdf)"), loader(shipped()), today=TODAY
    ).pages
    page = pages["sections/where.md"]
    assert '<img src="../files/plan.svg" alt="План «А»" width="960" height="600" loading="lazy">' in page
    assert '<a href="../files/form.pdf" download>Бланк</a>' in page


def test_print_sets_it_as_a_block() -> None:
    one = handbook("![План](files/plan.svg)")
    (made,) = Writer(one, ()).prose(one.sections[0].details[0].text)
    holds = made.pop("holds")  # the digest of its bytes: another picture is another page
    assert made == {"kind": "picture", "file": "files/plan.svg", "alt": "План"} and len(holds) == 64


def test_a_page_for_clients_shows_it() -> None:
    templates = jinja2.FileSystemLoader(shipped() / "templates")
    assert (
        'src="files/plan.svg"' in client_pages(handbook("![План](files/plan.svg)", "client"), templates)["where.html"]
    )


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("![План](files/plan.svg)", []),
        ("[Бланк](files/form.pdf)", []),
        ("![](files/plan.svg)", ["CJM515"]),
        ("![План](files/plna.svg)", ["CJM502"]),
        ("![Бланк](files/form.pdf)", ["CJM515"]),
        ("![План](https://example.org/plan.png)", ["CJM515"]),
    ],
)
def test_what_is_wrong_with_it_is_said(text: str, codes: list[str]) -> None:
    found = judge(handbook(text), today=TODAY, asked=RuleChoice(select=("502", "515"))).findings
    assert [finding.code for finding in found] == codes


def test_its_bytes_are_approved_with_the_rest() -> None:
    before = {one.name: one.digest for one in items(handbook("![План](files/plan.svg)")).values()}
    assert "look:guideline/files/plan.svg" in before


def test_a_folder_and_its_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "guideline/files/rooms").mkdir(parents=True)
    (tmp_path / "guideline/files/rooms/a.png").write_bytes(b"\x89PNG")
    (tmp_path / "guideline/files/.DS_Store").write_bytes(b"x")
    assert read_folder(tmp_path) == {"guideline/files/rooms/a.png": b"\x89PNG"}
    assert load_folder(tmp_path).shown("files/rooms/a.png") == b"\x89PNG"


def test_only_what_a_text_names_is_given_away() -> None:
    one = handbook("![План](files/plan.svg)")
    given = documents(site(one, loader(shipped()), today=TODAY), "", one, shipped(), ())
    assert [path for path in given if path.startswith("files/")] == ["files/plan.svg"]


def test_a_link_to_a_file_outside_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("зарплаты")
    (tmp_path / "club/guideline/files").mkdir(parents=True)
    (tmp_path / "club/guideline/files/a.png").symlink_to(tmp_path / "secret.txt")
    assert read_folder(tmp_path / "club") == {}
