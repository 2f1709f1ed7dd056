"""The whole path: the page is opened, taken twice on a phone, collected, a section changes, and only those affected read again."""

import datetime as dt
import json
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from cjm.cli import main
from cjm.training.draw import drawn_paper
from cjm.training.edition import as_edition

from .conftest import Club, rightly, wrongly
from .test_as_it_was import as_was

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
TODAY = dt.date.today()


def cjm(club: Club, *words: str, code: int = 0) -> str:
    done = CliRunner().invoke(main, [*words, "--root", str(club.root), "--today", TODAY.isoformat()])
    assert done.exit_code == code, done.output
    return str(done.output)


def opened(page: "Page", address: str, code: str, name: str, role: str, run: int, before: str = "") -> None:
    page.goto(address)
    page.fill("[name=name]", name)
    page.select_option("[name=role]", role)
    page.select_option("[name=run]", str(run))
    if before:
        page.fill("[name=before]", before.lower().replace("-", ""))
    page.fill("[name=examiner]", "Светлана Старшая")
    page.fill("[name=code]", code)
    page.click("form .main")


def take(
    page: "Page",
    edition: Any,
    code: str,
    name: str,
    role: str,
    run: int,
    before: str,
    wrong: set[str],
    done: bool = True,
) -> str:
    """Answer as one does with a finger; give back the short code. What is shown and said aloud is `done`, or not."""
    from cjm.training.draw import initials_of

    paper = drawn_paper(edition, role, initials_of(name), run, before)
    page.wait_for_selector(".cells")
    page.click("footer button:first-child")  # the first question is put off, so it comes last
    turns = [*paper[1:], paper[0]]
    for one in turns:
        question = one.question
        assert page.inner_text("h2") == question["ask"]
        answer = (wrongly if question["section"] in wrong else rightly)(question)
        if question["kind"] == "order":
            for at in answer:
                page.click(f".options button:has-text('{question['options'][at]['text']}')")
        elif question["kind"] != "say":
            shown = [question["options"][at]["text"] for at in one.order]
            assert page.locator(".options label").all_inner_texts() == shown
            for at in answer if isinstance(answer, list) else [answer]:
                page.locator(".options input").nth(one.order.index(at)).check()
        page.click("footer .main")
    page.fill("[name=code]", code)
    page.click("form .main")
    page.wait_for_selector("text=Пусть покажет")
    for box in page.locator("form input").all() if done else ():
        box.check()
    page.click("form .main")
    page.wait_for_selector(".sheet")
    return page.inner_text(".code")


def test_from_the_paper_to_the_table_and_back(
    club: Club, chromium: "Browser", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cjm.private.room.secrets", random.Random(7))  # a paper is drawn from the id of its edition
    said = cjm(club, "exam", "paper")
    code = re.search(r"код экзаменатора: (\S+)", said)[1]  # type: ignore[index]
    edition = as_edition(club.room.records("editions")[0])
    address = Path(said.splitlines()[0]).as_uri()
    context = chromium.new_context(viewport={"width": 390, "height": 844}, offline=True)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))

    opened(page, address, "AAAA-AAAA", "Анна Ким", "desk", 1)
    page.wait_for_selector("text=Код не подходит")

    codes = {}
    for name, role, run in (
        ("Анна Ким", "desk", 1),
        ("Анна Ким", "desk", 2),
        ("Олег Рей", "cash", 1),
        ("Олег Рей", "cash", 2),
    ):
        before = codes.get(name, "")
        opened(page, address, code, name, role, run, before)
        wrong = {"cancel"} if (name, run) == ("Анна Ким", 1) else set()
        codes[name] = take(page, edition, code, name, role, run, before, wrong)
        assert "Сдано" in page.inner_text(".sheet h2")
        assert ("Разобрать и перечитать" in page.inner_text(".sheet")) == bool(wrong)
        with page.expect_download() as kept:
            page.click("footer a")
        kept.value.save_as(tmp_path / f"{name}-{run}.json")
    opened(page, address, code, "Глеб Дан", "desk", 1)
    signs = take(page, edition, code, "Глеб Дан", "desk", 1, "", {"meet", "cancel", "danger"}, done=False)
    sheet = page.inner_text(".sheet").replace(signs, "…").replace(TODAY.strftime("%d.%m.%Y"), "…")
    as_was("failed-sheet.txt", sheet)
    assert not faults
    table = cjm(club, "exam", "collect", str(tmp_path))
    assert table.count("сдано") >= 4 and "не принят" not in table
    assert [one["code"] for one in club.room.records("results") if one["run"] == 2 and one["role"] == "desk"] == [
        codes["Анна Ким"]
    ]
    altered = json.loads((tmp_path / "Анна Ким-1.json").read_text("utf-8")) | {"minutes": 1}
    (tmp_path / "altered.json").write_text(json.dumps(altered, ensure_ascii=False), encoding="utf-8")
    assert "altered.json: не принят: результат изменён" in cjm(
        club, "exam", "collect", str(tmp_path / "altered.json"), code=1
    )

    assert "▲" not in cjm(club, "exam", "who").partition("●")[0]
    club.change("facts.yml", "4 часа", "6 часов")
    again = cjm(club, "exam", "again")
    assert "Анна Ким: 1 раздел, 1 минута" in again and "Олег" not in again
    cjm(club, "exam", "who", "-o", str(tmp_path / "team.html"))
    context.set_offline(False)
    page.goto((tmp_path / "team.html").as_uri())
    told = page.locator("[role=img]").evaluate_all("all => all.map((one) => one.getAttribute('aria-label'))")
    assert sum("перечитать" in one for one in told) == 1 and "Анна Ким, 2. Отмена: перечитать" in " ".join(told)
    context.close()


def test_a_page_that_may_not_decrypt_says_why(club: Club, chromium: "Browser") -> None:
    """In the club's network over plain http a browser gives no keys."""
    import http.server
    import threading

    said = cjm(club, "exam", "paper")
    text = Path(said.splitlines()[0]).read_bytes()

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: Any) -> None: ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    code = re.search(r"код экзаменатора: (\S+)", said)[1]  # type: ignore[index]
    try:
        page = chromium.new_page(viewport={"width": 360, "height": 700})
        opened(page, f"http://127.0.0.1:{server.server_port}/", code, "Анна Ким", "desk", 1)
        page.wait_for_selector(".cells")  # this machine itself counts as safe
        page.route(
            "http://club.example/", lambda route: route.fulfill(body=text, content_type="text/html; charset=utf-8")
        )
        opened(page, "http://club.example/", code, "Анна Ким", "desk", 1)
        page.wait_for_selector("text=Сохраните файл на телефон")
        page.close()
    finally:
        server.shutdown()
        server.server_close()
