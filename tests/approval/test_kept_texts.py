"""What every earlier version of the program kept is read today: `kept/` holds records and texts as they were written.

Nothing in `kept/` is ever made anew. A change of the model that makes a test here fail brings its migration in
`cjm/approval/texts.py`, and a folder of its own.
"""

import dataclasses
import datetime as dt
import shutil
from pathlib import Path

import pytest

from cjm.approval import standings
from cjm.approval.items import OF_REGISTRY
from cjm.approval.release import as_approved, unkept
from cjm.load import load_folder
from cjm.pages import loader, site

from .conftest import Club

KEPT = Path(__file__).parent / "kept"
TODAY = dt.date(2026, 12, 1)
LATER = {"plan", "exam"}  # kinds that the program did not have when the last folder was kept
APART = "не утверждалось отдельно"


@pytest.mark.parametrize("version", sorted(folder.name for folder in KEPT.iterdir()))
def test_every_text_is_read_as_it_was_approved(version: str) -> None:
    handbook = load_folder(KEPT / version)
    stand = standings(handbook, TODAY)
    assert stand.history.records and not (stand.history.edited or stand.history.lost or stand.stands.unfounded)
    assert stand.stands.versions and unkept(handbook, stand.stands) == ()


def test_the_last_version_keeps_every_kind() -> None:
    approved = standings(load_folder(KEPT / "n2"), TODAY).stands.versions
    assert {name.partition(":")[0] for name in approved} >= {kind.name for kind in OF_REGISTRY} - LATER | {
        "outline",
        "people",
    }


@pytest.fixture
def earlier(tmp_path: Path) -> Club:
    """A club that an earlier program approved, section by section."""
    club = Club.__new__(Club)
    club.root = tmp_path / "club"
    shutil.copytree(KEPT / "n1", club.root)
    return club


def test_what_an_earlier_program_did_not_cover_is_of_today_and_marked(earlier: Club) -> None:
    earlier.change("guideline/sections/call.yml", "назовите себя", "молчите")
    earlier.change("guideline/handbook.yml", "Гайдлайн клуба", "Правила клуба")
    handbook = load_folder(earlier.root)
    shown = as_approved(handbook, standings(handbook, TODAY).stands, cared_today=False)
    assert shown.apart and shown.outline.title == "Правила клуба"
    pages = site(shown, loader(earlier.root), today=TODAY).pages
    assert "назовите себя" in pages["sections/call.md"] and APART not in pages["sections/call.md"]
    others = {path for path, page in pages.items() if APART not in page}
    assert {path.partition("/")[0] for path in others} <= {"sections", "history.md", "whats-new.md"}, others
    assert APART not in "".join(site(handbook, loader(earlier.root), today=TODAY).pages.values())


def test_one_book_and_one_approval_end_that(earlier: Club) -> None:
    assert "сначала пусть" not in earlier.approve("boris", "--all", today="2026-12-01").output
    handbook = load_folder(earlier.root)
    shown = as_approved(handbook, standings(handbook, TODAY).stands, cared_today=False)
    assert not shown.apart and standings(handbook, TODAY).stands.whole
    assert APART not in "".join(site(shown, loader(earlier.root), today=TODAY).pages.values())


@pytest.mark.slow
def test_the_released_book_says_it_on_every_page(earlier: Club) -> None:
    from pypdf import PdfReader

    file = earlier.root / "released.pdf"
    assert earlier.cjm("pdf", "--released", "-o", str(file), today="2026-12-01").exit_code == 0
    pages = [page.extract_text() for page in PdfReader(file).pages]
    assert all(APART in " ".join(page.split()) for page in pages[1:]), pages


def test_a_program_that_is_older_than_the_text_says_so(earlier: Club) -> None:
    assert earlier.approve("boris", "--all", today="2026-12-01").exit_code == 0
    handbook = load_folder(earlier.root)
    newer = {name: raw.replace(b'"model": 2', b'"model": 3') for name, raw in handbook.approved_texts.items()}
    handbook = dataclasses.replace(handbook, approved_texts=newer)
    assert standings(handbook, TODAY).history.lost
