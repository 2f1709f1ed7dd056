"""`cjm pdf` as one meets it: cuts, cards, pictures, refusals, and what a killed run leaves."""

import io
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from typer.testing import CliRunner, Result

from cjm.app.edition import WAITING
from cjm.app.verify import CardsPdf, DraftPdf, NotAPdf, read_pdf
from cjm.cli import main
from cjm.load import load_folder

from .conftest import HANDBOOK, section

Small = Callable[..., Path]


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["pdf", "--root", str(root), "--today", "2026-11-22", "--draft", *arguments])


def text(file: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(file.read_bytes())).pages).split())


def test_prints_the_whole_handbook(small: Small) -> None:
    root = small()
    done = run(root)
    assert done.exit_code == 0, done.output
    assert "PDF: " in done.output and "pool.pdf" in done.output
    file = root / "site_build/out/pool.pdf"
    assert "Входящий звонок" in text(file) and "Встреча у стойки" in text(file)
    assert sorted(path.name for path in file.parent.glob("[!.]*")) == ["editions", "pool.pdf"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("wish", "name", "inside", "outside"),
    [
        (("--section", "call"), "pool-call.pdf", "Лист утверждения", "Встреча у стойки"),
        (("--part", "basics"), "pool-basics.pdf", "Часть: Основа", "Роли и полномочия"),
        (("--role", "desk"), "pool-desk.pdf", "Для роли: Администратор", "Роли и полномочия"),
        (("--journey", "first"), "pool-first.pdf", "Путь клиента: Первое посещение", "Роли и полномочия"),
    ],
)
def test_cuts(small: Small, wish: tuple[str, ...], name: str, inside: str, outside: str) -> None:
    root = small()
    done = run(root, *wish)
    assert done.exit_code == 0, done.output
    made = text(root / "site_build/out" / name)
    assert inside in made and outside not in made


def test_a_book_leaves_a_record_of_what_it_prints_whole(small: Small) -> None:
    root = small()
    run(root, "--section", "call", "-o", str(root / "one.pdf"))
    found = read_pdf(root / "one.pdf", load_folder(root), root).book
    assert list(found.items) == ["section:call"] and found.scope == "section:call" and found.number == 1
    run(root, "--cards", "-o", str(root / "cards.pdf"))
    with pytest.raises(CardsPdf):
        read_pdf(root / "cards.pdf", load_folder(root), root)
    run(root)
    run(root)
    waiting = sorted((root / WAITING).iterdir())
    assert [file.name[:4] for file in waiting] == ["001-", "002-"] and not (root / "guideline/editions").exists()


def test_a_draft_leaves_none(small: Small) -> None:
    root = small({"guideline/sections/visit.yml": section("visit", "Встреча").replace("owner: vera", "owner: nobody")})
    run(root, "-o", str(root / "draft.pdf"))
    assert not (root / WAITING).exists()
    with pytest.raises(DraftPdf):
        read_pdf(root / "draft.pdf", load_folder(root), root)


def test_a_pdf_of_another_making_has_no_manifest(tmp_path: Path) -> None:
    (tmp_path / "other.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(NotAPdf):
        read_pdf(tmp_path / "other.pdf", load_folder(tmp_path), tmp_path)


def test_cards_for_the_desk(small: Small) -> None:
    root = small({
        "guideline/client-types.yml": "client_types: [{id: quiet, title: Тихий, script: Я рядом., asks: [Можно?]}]\n",
        "guideline/sections/call.yml": section("call", "Входящий звонок", "conflicts: [{id: c, says: Дорого!, answer: Понимаю.}]\n"),
    })  # fmt: skip
    assert run(root, "--cards").exit_code == 0
    made = PdfReader(io.BytesIO((root / "site_build/out/pool-cards.pdf").read_bytes()))
    assert len(made.pages) == 1 and [round(float(side)) for side in made.pages[0].mediabox[2:]] == [595, 842]
    assert all(
        word in text(root / "site_build/out/pool-cards.pdf")
        for word in ("Поздоровайтесь", "«Дорого!»", "Тихий", "Я рядом.")
    )


def test_an_old_card_bears_another_code_than_a_current_one(small: Small) -> None:
    def codes(root: Path) -> list[str]:
        assert run(root, "--cards").exit_code == 0
        return re.findall(r"· ([0-9A-F]{4} [0-9A-F]{4})", text(root / "site_build/out/pool-cards.pdf"))

    root = small()
    before = codes(root)
    later = codes(
        small(
            {"guideline/sections/call.yml": section("call", "Входящий звонок").replace("Поздоровайтесь", "Улыбнитесь")}
        )
    )
    assert len(before) == len(later) > 1
    assert [one == other for one, other in zip(before, later, strict=True)].count(False) == 1


@pytest.mark.parametrize(
    ("only", "there", "away"),
    [
        (["возражения"], "Дорого!", "Поздоровайтесь"),
        (["steps"], "Поздоровайтесь", "Дорого!"),
        (["Шаги", "conflicts"], "Дорого!", "Тихий"),
    ],
)
def test_chosen_cards(small: Small, only: list[str], there: str, away: str) -> None:
    root = small({
        "guideline/client-types.yml": "client_types: [{id: quiet, title: Тихий, script: Я рядом., asks: [Можно?]}]\n",
        "guideline/sections/call.yml": section("call", "Входящий звонок", "conflicts: [{id: c, says: Дорого!, answer: Понимаю.}]\n"),
    })  # fmt: skip
    assert run(root, "--cards", *(word for one in only for word in ("--only", one))).exit_code == 0
    made = text(root / "site_build/out/pool-cards.pdf")
    assert there in made and away not in made


def test_cards_name_the_book_that_says_the_same(small: Small) -> None:
    root = small()
    cards = root / "site_build/out/pool-cards.pdf"
    assert run(root, "--cards").exit_code == 0 and "Редакция от" in text(cards)
    assert run(root).exit_code == 0 and run(root, "--cards").exit_code == 0 and "Редакция 1 от" in text(cards)
    visit = root / "guideline/sections/visit.yml"
    visit.write_text(visit.read_text("utf-8").replace("Поздоровайтесь", "Улыбнитесь"), "utf-8")
    assert run(root, "--cards").exit_code == 0 and "Редакция от" in text(cards)


def test_one_card_is_printed_again_by_its_code(small: Small) -> None:
    root = small()
    cards = root / "site_build/out/pool-cards.pdf"
    assert run(root, "--cards").exit_code == 0
    code = re.findall(r"· ([0-9A-F]{4} [0-9A-F]{4})", text(cards))[-1]
    assert run(root, "--cards", "--only", code.lower().replace(" ", "")).exit_code == 0
    assert re.findall(r"· ([0-9A-F]{4} [0-9A-F]{4})", text(cards)) == [code]
    assert "таких карточек нет. --only принимает вид (шаги," in run(root, "--cards", "--only", "map").output
    assert "добавьте --cards" in run(root, "--only", "steps").output


def test_pages_as_pictures(small: Small) -> None:
    root = small()
    assert run(root, "--png", "--section", "call").exit_code == 0
    first = (root / "site_build/out/pool-call/001.png").read_bytes()
    assert first.startswith(b"\x89PNG")


def test_a_code_and_a_link_lead_to_the_section_on_the_site(small: Small) -> None:
    root = small({"guideline/handbook.yml": HANDBOOK + "address: https://guide.example/\n"})
    assert run(root, "--section", "call").exit_code == 0
    reader = PdfReader(io.BytesIO((root / "site_build/out/pool-call.pdf").read_bytes()))
    links = [
        str(link.get_object().get("/A", {}).get("/URI")) for page in reader.pages for link in page.get("/Annots", [])
    ]
    assert "https://guide.example/sections/call.html" in links


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--section", "cal"), "может быть, call?"),
        (("--role", "nobody"), "Есть: desk"),
        (("--part", "basics", "--role", "desk"), "что-то одно"),
    ],
)
def test_misuse_is_said(small: Small, arguments: tuple[str, ...], says: str) -> None:
    done = run(small(), *arguments)
    assert done.exit_code == 2 and says in done.output


@pytest.mark.slow
def test_errors_keep_the_file_from_before(small: Small) -> None:
    root = small()
    run(root)
    file = root / "site_build/out/pool.pdf"
    before = file.read_bytes()
    small({"touchpoints/first.yml": "journey: first\ntitle: [\n"})
    done = CliRunner().invoke(main, ["pdf", "--root", str(root), "--today", "2026-11-22"])
    assert done.exit_code == 1 and "PDF не собран" in done.output and "touchpoints/first.yml" in done.output
    assert file.read_bytes() == before
    assert run(root).exit_code == 0 and "Черновик" in text(file)


def test_nothing_to_print_is_said(tmp_path: Path) -> None:
    (tmp_path / "guideline").mkdir()
    done = run(tmp_path)
    assert done.exit_code == 1 and "печатать нечего" in done.output


def test_an_own_template_wins_and_its_mistake_is_shown(small: Small) -> None:
    root = small({"templates/print/style.typ": "#let data = nonsense\n"})
    done = run(root)
    assert done.exit_code == 1 and "templates/print/style.typ" in done.output and "nonsense" in done.output


@pytest.mark.slow
def test_a_killed_run_leaves_the_old_file_or_the_new_one(small: Small) -> None:
    root = small()
    run(root)
    file = root / "site_build/out/pool.pdf"
    old = file.read_bytes()
    small({"guideline/roles.yml": "roles:\n  - {id: desk, title: Хозяйка стойки}\n"})
    whole = root / "whole.pdf"
    command = [sys.executable, "-m", "cjm", "pdf", "--root", str(root), "--today", "2026-11-22", "--draft"]
    started = time.monotonic()
    subprocess.run([*command, "-o", str(whole)], check=True, capture_output=True)
    took = time.monotonic() - started
    chance = random.Random(5)
    for _ in range(6):
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(took * chance.uniform(0.5, 1.05))
        if os.name == "nt":
            running.kill()
        else:
            os.kill(running.pid, signal.SIGKILL)
        running.wait()
        assert file.read_bytes() in (old, whole.read_bytes())
    assert run(root).exit_code == 0
    assert file.read_bytes() == whole.read_bytes()
    assert sorted(path.name for path in file.parent.glob("[!.]*")) == ["editions", "pool.pdf"]
