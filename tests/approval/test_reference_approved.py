"""A copy of the reference handbook is approved end to end: two signers, an edit, round two, the released edition, verify."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from cjm.approval import standings
from cjm.approval.items import OF_REGISTRY
from cjm.load import load_folder

from .conftest import Club

ROOT = Path(__file__).resolve().parents[2]


def says(file: Path, *phrases: str) -> bool:
    """Whether these stand in the book; a page takes a fifth of a second to read, so no more are read than it needs."""
    left = set(phrases)
    for page in PdfReader(file).pages:
        words = " ".join(page.extract_text().split())
        left = {phrase for phrase in left if phrase not in words}
        if not left:
            return True
    return False


@pytest.mark.slow
def test_two_signers_an_edit_and_round_two(tmp_path: Path) -> None:
    club = Club.__new__(Club)
    club.root = tmp_path
    for folder in ("guideline", "touchpoints"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for kept in ("approvals", "editions"):  # what the reference itself was approved by
        shutil.rmtree(tmp_path / "guideline" / kept, ignore_errors=True)
    first = club.printed(day="2026-11-30").rename(tmp_path / "first.pdf")
    assert says(first, "ждёт утверждения") and not says(first, "Утверждён:")

    done = club.cjm("approve", "--by", "marina-sokolova", "--all", "--pdf", str(first), today="2026-12-01")
    assert done.exit_code == 0 and "Остались без утверждения" in done.output, done.output
    done = club.cjm("approve", "--by", "anna-beketova", "--all", "--pdf", str(first), today="2026-12-02")
    assert done.exit_code == 0, done.output
    assert "изменено 0 · под вопросом 0 · не утверждали 0" in club.cjm("review", today="2026-12-02").output.replace(
        "\u00a0", " "
    )
    handbook = load_folder(tmp_path)
    stands = standings(handbook, dt.date(2026, 12, 2)).all
    assert {kind.partition(":")[0] for kind in stands} >= {
        kind.name for kind in OF_REGISTRY if any(handbook.things(kind.name))
    } | {"look"}
    assert {"plan", "exam", "duty", "index", "improvement", "resource"} <= {name.partition(":")[0] for name in stands}
    assert {one.status for one in stands.values()} == {"approved"}

    path = tmp_path / "guideline/facts.yml"
    facts = path.read_text(encoding="utf-8")
    assert "value: Речной бульвар, 12" in facts
    path.write_text(facts.replace("value: Речной бульвар, 12", "value: Речной бульвар, 14"), encoding="utf-8")
    assert club.cjm("build", "--released", today="2026-12-02").exit_code == 0
    site = tmp_path / "site_build/out/site"
    assert not [page for page in site.rglob("*.html") if "бульвар, 14" in page.read_text(encoding="utf-8")]

    second = club.printed(day="2026-12-03").rename(tmp_path / "second.pdf")
    assert says(second, "Речной бульвар, 12 → Речной бульвар, 14", "Утверждён: 2 декабря 2026")
    done = club.cjm("approve", "--by", "anna-beketova", "fact:club-address", "--pdf", str(second), today="2026-12-03")
    assert done.exit_code == 0, done.output
    assert "изменено 0 · под вопросом 0 · не утверждали 0" in club.cjm("review", today="2026-12-04").output.replace(
        "\u00a0", " "
    )

    assert club.cjm("build", "--released", today="2026-12-04").exit_code == 0
    assert [page for page in site.rglob("*.html") if "бульвар, 14" in page.read_text(encoding="utf-8")]
    released = tmp_path / "released.pdf"
    assert club.cjm("pdf", "--released", "-o", str(released), today="2026-12-04").exit_code == 0
    assert not says(released, "ждёт утверждения") and says(released, "бульвар, 14")

    verified = club.cjm("verify", str(second), "--again", today="2026-12-04").output
    assert "Это сам файл редакции 2 от 03.12.2026" in verified and "С тех пор ничего не изменилось" in verified
    assert "собрана заново, все страницы те же" in verified
    assert "С тех пор изменилось: факт «Адрес клуба»" in club.cjm("verify", str(first), today="2026-12-04").output
