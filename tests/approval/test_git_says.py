"""Git, where it is there and whole, warns of records that were taken out or edited and of a right that was only lent."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cjm.app.edition import manifest_of, printed_again
from cjm.approval.editions import editions
from cjm.load import load_folder

from .conftest import Club


@pytest.fixture
def kept(club: Club) -> Club:
    """The club in a repository, all of it approved by Boris from a book that was printed."""
    club.write(".gitignore", "/site_build/out/\n")
    club.git("init", "-q")
    commit(club, "handbook")
    assert club.approve("boris", "--all", "--pdf", str(club.printed(day="2026-11-22"))).exit_code == 0
    (club.root / "book.pdf").rename(club.root / "site_build/out/read.pdf")
    commit(club, "approved")
    return club


def commit(club: Club, why: str) -> None:
    club.git("add", "-A")
    club.git("commit", "-qm", why)


def test_nothing_is_said_of_records_that_stay(kept: Club) -> None:
    assert "git" not in kept.told("review").partition("Записи доказывают")[0]
    [record] = kept.records
    record.write_bytes(record.read_bytes().replace(b"\n", b"\r\n"))  # a checkout on Windows
    assert "git:" not in kept.told("review")


def test_the_last_record_taken_out_and_an_edited_text(kept: Club) -> None:
    [record] = kept.records
    record.unlink()
    text = kept.approved_texts[0]
    text.write_text("{}", encoding="utf-8")
    told = kept.told("review")
    assert f"git: guideline/approvals/{record.name} был, а теперь его нет" in told
    assert f"git: guideline/approvals/texts/{text.name} теперь не такой" in told
    assert json.loads(kept.cjm("review", "--json").output)["git"]
    commit(kept, "covered up")
    assert "его нет" in kept.told("review") and "его нет" in kept.told("verify", "--again")


def test_half_a_history_says_nothing(kept: Club, tmp_path: Path) -> None:
    commit_count = kept.git("rev-list", "--count", "HEAD").strip()
    assert commit_count == "2"
    [record] = kept.records
    record.unlink()
    commit(kept, "taken out")
    kept.git("clone", "-q", "--depth", "1", f"file://{kept.root}", str(tmp_path / "shallow"))
    shallow = Club.__new__(Club)
    shallow.root = tmp_path / "shallow"
    assert "git:" not in shallow.told("review")


def test_a_right_that_was_lent(club: Club) -> None:
    club.write(".gitignore", "/site_build/out/\n*.pdf\n")
    club.git("init", "-q")
    commit(club, "handbook")
    club.change("guideline/handbook.yml", "Вера Лис, role: admin", "Вера Лис, role: admin, approves: true")
    commit(club, "a right")
    assert club.approve("vera", "outline", "--with-needed", "people", "journey:first", "role:admin").exit_code == 0
    assert "git:" not in club.told("review")
    club.change("guideline/handbook.yml", ", approves: true}\nreview", "}\nreview")
    commit(club, "approved, and the right taken back")
    assert "git: Вера Лис (vera) утверждал(а) 1" in club.told("review")


@pytest.mark.slow
def test_verify_again(kept: Club) -> None:
    assert "собрана заново, все страницы те же" in kept.told("verify", "--again")
    kept.change("guideline/facts.yml", "два часа", "три часа")
    assert "все страницы те же" in kept.told("verify", "--again"), "git knows what was approved"
    assert "все страницы те же" in kept.told("verify", "1", "--again")
    [file] = kept.root.glob("guideline/editions/*.json")
    data = json.loads(file.read_text(encoding="utf-8"))
    data["pages"][2] = "0" * 64  # the pages of a doctored book
    file.write_text(json.dumps(data), encoding="utf-8")
    done = kept.cjm("verify", "--again")
    assert done.exit_code == 1 and "страницы другие: 3" in done.output


def test_verify_again_where_nothing_was_approved(club: Club) -> None:
    assert "Утверждённых редакций нет" in club.told("verify", "--again")
    assert club.cjm("verify").exit_code == 2


def test_a_book_is_made_again_without_git(club: Club) -> None:
    club.printed()
    handbook = load_folder(club.root)
    [file] = (club.root / "site_build/out/editions").glob("*.json")
    [edition] = editions({file.stem: file.read_bytes()}).values()
    assert printed_again(handbook, club.root, manifest_of(edition)) == edition
    assert printed_again(handbook, club.root, replace(manifest_of(edition), scope="section:nobody")) is None


def test_a_folder_of_somebody_else_is_named_as_git_does(kept: Club, monkeypatch: pytest.MonkeyPatch) -> None:
    """In containers, on mounted disks, under sudo."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    told = kept.told("diff", "HEAD")
    assert "git не доверяет этой папке" in told and f"safe.directory {kept.root}" in told
    assert "git:" not in kept.told("review"), "it only warns of what it sees"


def test_git_that_refuses_says_why(kept: Club) -> None:
    kept.write(".git/config", "[core\n")
    told = kept.told("diff", "HEAD")
    assert "git не читает папку" in told and "bad config" in told
    kept.write(".git/config", "[core]\nrepositoryformatversion = 0\n")
    assert "не ревизия git" in kept.told("diff", "nowhere")
