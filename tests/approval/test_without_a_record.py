"""A book whose record is lost, or was printed elsewhere, is made again as of the approvals that it names."""

import shutil

import pytest
from pypdf import PdfReader, PdfWriter

from .conftest import Club
from .test_cheats import boxed, refused, saved


def lose(club: Club) -> None:
    """What everybody may do: nothing of the handbook lies there."""
    shutil.rmtree(club.root / "site_build/out", ignore_errors=True)


@pytest.mark.slow
def test_the_same_content_is_the_same_book(club: Club) -> None:
    file = club.printed()
    lose(club)
    assert club.approve("boris", "--all", "--pdf", str(file)).exit_code == 0
    [kept] = club.root.glob("guideline/editions/001-*.json")
    assert f'"code": "{kept.stem.partition("-")[2]}' in kept.read_text(encoding="utf-8")
    lose(club)
    assert "Это сам файл редакции 1" in club.told("verify", str(file))


@pytest.mark.slow
def test_a_cheat_is_one_without_a_record_too(club: Club) -> None:
    writer = PdfWriter(clone_from=club.printed())
    boxed(writer, club.root)
    lose(club)
    refused(club, saved(writer, club), "страница 3 не та")


@pytest.mark.slow
def test_what_moved_on_is_found_in_git(approved: Club) -> None:
    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь")
    approved.write(".gitignore", "/site_build/out/\n")
    file = approved.printed(day="2026-11-22")
    lose(approved)
    approved.git("init", "-q")
    approved.git("add", "-A")
    approved.git("commit", "-qm", "what was printed")
    approved.change("guideline/sections/visit.yml", "Клиент знает, что дальше", "Клиент знает, что потом")
    told = approved.approve("boris", "visit", "--pdf", str(file)).output
    assert "раздел «Визит»: изменилось после того, как собрали этот PDF" in told
    done = approved.approve("boris", "call", "--pdf", str(file))
    assert done.exit_code == 0, done.output
    lose(approved)
    assert "С тех пор изменилось: раздел «Визит»" in approved.told("verify", str(file))


def test_a_book_of_another_handbook_and_one_after_an_approval_that_is_gone(approved: Club) -> None:
    file = approved.printed(day="2026-11-22")
    head = PdfReader(file).metadata["/Keywords"].partition("after=")[2].partition(",")[0]  # type: ignore[index]
    assert head in {record.stem for record in approved.records}
    (approved.root / f"guideline/approvals/{head}.yml").rename(approved.root / "taken-out.yml")
    refused(approved, file, f"после утверждения {head}, а его здесь нет")
    assert head in approved.told("verify", str(file))
    (approved.root / "taken-out.yml").rename(approved.root / f"guideline/approvals/{head}.yml")
    lose(approved)
    approved.change("guideline/handbook.yml", "handbook: club", "handbook: pool")
    refused(approved, file, "заново такая книга не собирается")
