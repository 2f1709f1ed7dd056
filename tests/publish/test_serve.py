"""`cjm serve`, started for real: it follows changes, and a broken file shows its finding and keeps the last good page."""

import contextlib
import datetime as dt
import os
import re
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cjm.app.serve import Round, serve, snapshot
from cjm.load.parse import parse

from .conftest import cjm, command, edit

pytestmark = pytest.mark.slow  # a server is started for each

PATIENCE = 60


class Served:
    """A running `cjm serve` and what it printed."""

    def __init__(self, root: Path, *args: str) -> None:
        self.process = subprocess.Popen(
            command("serve", "--port", "0", *args, root=root), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        self.printed = ""
        threading.Thread(target=self._listen, daemon=True).start()
        self.until(lambda: "http://" in self.printed)
        self.address = re.search(r"http://\S+:\d+", self.printed)[0]  # type: ignore[index]

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.printed += line.decode("utf-8")

    def until(self, true: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < deadline and self.process.poll() is None, self.printed
            time.sleep(0.1)

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"{self.address}/{path}", timeout=PATIENCE) as answer:
            text: str = answer.read().decode("utf-8")
            return text

    def stop(self) -> int:
        self.process.terminate()
        code = self.process.wait(timeout=PATIENCE)
        assert self.process.stdout
        self.process.stdout.close()
        return code


@pytest.fixture
def served(school: Path) -> Iterator[Served]:
    running = Served(school)
    yield running
    if running.process.poll() is None:
        running.stop()


def test_a_change_is_seen_and_a_broken_file_keeps_the_last_good_page(served: Served, school: Path) -> None:
    page, file = "journeys/trial.html", school / "touchpoints/trial.yml"
    assert "Разговор о цели" in served.page(page)

    edit(file, "Разговор о цели", "Разговор о мечте")
    served.until(lambda: "Разговор о мечте" in served.page(page))
    assert "cjm-broken" not in served.page(page)

    edit(file, "contact: product", "contact: robot")
    served.until(lambda: "cjm-broken" in served.page(page))
    broken = served.page(page)
    assert "Разговор о мечте" in broken, "the last good page stays"
    assert "touchpoints/trial.yml:" in broken and "«robot»" in broken
    served.until(lambda: "CJM001" in served.printed)

    edit(file, "contact: robot", "contact: product")
    served.until(lambda: "cjm-broken" not in served.page(page))
    assert served.stop() == 0
    assert "Traceback" not in served.printed


def test_a_gap_in_the_standards_does_not_keep_the_author_from_seeing_his_page(served: Served, school: Path) -> None:
    edit(
        school / "touchpoints/trial.yml",
        "        standard: first-lesson\n        outcome: Ушёл без обиды",
        "        outcome: Ушёл тихо",
    )
    served.until(lambda: "Ушёл тихо" in served.page("journeys/trial.html"))
    served.until(lambda: "CJM201" in served.printed)


def test_an_open_page_is_told_of_a_change(served: Served, school: Path) -> None:
    script = served.page("index.html").partition("/_cjm/edition")[2]
    seen = re.match(r"\?seen=(\d+)", script)[1]  # type: ignore[index]
    told: list[str] = []
    asking = threading.Thread(target=lambda: told.append(served.page(f"_cjm/edition?seen={seen}")))
    asking.start()
    edit(school / "guideline/words.yml", "сегодня до вечера", "ещё до вечера")
    asking.join(PATIENCE)
    assert told and told[0] != seen


def test_templates_and_assets_are_followed_too(served: Served, school: Path) -> None:
    (school / "templates/pages").mkdir(parents=True)
    (school / "templates/pages/words.md").write_text("# Мои слова {: #top }\n", encoding="utf-8")
    served.until(lambda: "Мои слова" in served.page("words.html"))
    (school / "templates/pages/words.md").write_text("# {{ слово }\n", encoding="utf-8")
    served.until(lambda: "templates/pages/words.md:1" in served.page("words.html"))
    assert "Мои слова" in served.page("words.html")


def test_nothing_is_kept_by_the_browser(served: Served) -> None:
    assert "unregister" in served.page("sw.js")
    assert "offline/register.js" not in served.page("index.html")
    with pytest.raises(urllib.error.HTTPError) as error:
        served.page("no/such/page.html")
    assert error.value.code == 404
    error.value.close()
    with pytest.raises(urllib.error.HTTPError) as error:
        served.page("../../../mkdocs.yml")
    error.value.close()


def test_a_handbook_that_is_broken_from_the_start_shows_why(school: Path) -> None:
    edit(school / "touchpoints/trial.yml", "contact: product", "contact: robot")
    running = Served(school)
    try:
        assert "«robot»" in running.page("index.html")
        edit(school / "touchpoints/trial.yml", "contact: robot", "contact: product")
        running.until(lambda: "cjm-broken" not in running.page("index.html"))
        assert "Стандарты школы" in running.page("index.html")
    finally:
        running.stop()


def test_a_taken_port_is_named(served: Served, school: Path) -> None:
    port = served.address.rpartition(":")[2]
    done = subprocess.run(command("serve", "--port", port, root=school), capture_output=True, timeout=PATIENCE)
    assert done.returncode == 2
    assert f"порт {port} занят" in done.stderr.decode("utf-8")


def test_open_to_the_network_it_names_an_address_that_opens(school: Path) -> None:
    running = Served(school, "--host", "0.0.0.0")
    assert "0.0.0.0" not in running.address and running.page("index.html")  # by it a phone in the network comes, too
    assert running.stop() == 0


def test_an_address_of_ipv6(school: Path) -> None:
    running = Served(school, "--host", "::1")
    assert running.address.startswith("http://[::1]:") and running.page("index.html")
    assert running.stop() == 0


def test_a_change_in_a_linked_folder_is_seen(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "desk.yml").write_text("section: desk\n", encoding="utf-8")
    (tmp_path / "club" / "guideline").mkdir(parents=True)
    (tmp_path / "club" / "guideline" / "sections").symlink_to(tmp_path / "shared", target_is_directory=True)
    (tmp_path / "shared" / "again").symlink_to(tmp_path / "shared", target_is_directory=True)  # a circle
    before = snapshot(tmp_path / "club")
    assert len(before) == 1
    (tmp_path / "shared" / "desk.yml").write_text("section: desk\ntitle: Стойка\n", encoding="utf-8")
    assert snapshot(tmp_path / "club") != before


def test_an_address_of_another_machine_is_not_called_a_taken_port(school: Path) -> None:
    done = cjm("serve", "--host", "192.0.2.1", "--port", "8123", root=school)
    assert done.returncode == 2 and "192.0.2.1:8123" in done.stderr and "занят" not in done.stderr


def test_known_findings_are_read_anew(served: Served, school: Path) -> None:
    (school / ".cjm-baseline.json").write_text("{", encoding="utf-8")
    served.until(lambda: ".cjm-baseline.json" in served.printed)
    assert served.stop() == 0


def test_what_was_said_once_is_only_counted_afterwards(school: Path) -> None:
    edit(school / "touchpoints/trial.yml", "title: Разговор о цели", "titel: Разговор о цели")
    edit(school / "guideline/sections/first-call.yml", "назовите имя человека", "назовите еще имя")
    running = Served(school)
    try:
        assert running.printed.startswith("Собираю страницы…")
        assert running.printed.count("«еще» без ё") == 1
        seen = len(running.printed)
        edit(school / "guideline/sections/placement.yml", "Уровень и выбор группы", "Уровень и еще группа")
        running.until(lambda: "как и прежде: " in running.printed[seen:])
        later = running.printed[seen:]
        assert later.count("«еще» без ё") == 1 and "placement.yml" in later and "first-call.yml" not in later
        assert "поля «titel»" not in later or "страницы остались прежними" in later
    finally:
        running.stop()


def test_a_round_reads_again_only_what_was_saved(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files: list[str] = []
    monkeypatch.setattr("cjm.load.reader.parse", lambda file, raw: files.append(file) or parse(file, raw))
    rounds: list[list[str]] = []
    with contextlib.closing(serve(school, today=dt.date(2026, 11, 22), host="127.0.0.1", port=0)) as events:
        for done in events:
            if not isinstance(done, Round):
                continue
            rounds.append(list(files))
            files.clear()
            if len(rounds) == 2:
                break
            edit(school / "touchpoints/trial.yml", "contact: product", "contact: robot")
    assert len(rounds[0]) > 10 and rounds[1:] == [["touchpoints/trial.yml"]]
