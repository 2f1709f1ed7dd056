"""What `cjm build` tells of each event, which is played here: no site is made."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from app.conftest import Pool
from typer.testing import CliRunner

from cjm.app.build import Checked, Narrowed
from cjm.cli import main
from cjm.cli.progress import Progress
from cjm.publish.build import Published, Rendered
from cjm.publish.engine import Built
from cjm.publish.notice import Notice
from cjm.publish.tree import TreeChange

NOTICES = (Notice("mkdocs", "a.md", 3, "x", error=False), Notice("no-asset", "mkdocs.yml", 0, "a.css", error=False))
SAID = {
    "ru": (
        "Только утверждённое. В прежней редакции разделов: 2 · ещё не утверждено: 3\n{0}\n{1}\n{findings}"
        "Сайт: site_build/out/site/index.html · {pages} · 0,0 с\n"
    ),
    "en": (
        "Only what was approved. Sections in an earlier wording: 2 · not approved yet: 3\n{0}\n{1}\n{findings}"
        "Site: site_build/out/site/index.html · {pages} · 0.0 s\n"
    ),
}
PACKED = {
    "ru": "Архив: x.zip — распаковать и открыть index.html\n",
    "en": "Archive: x.zip — unpack it and open index.html\n",
}


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize(
    ("language", "pages", "findings"),
    [("ru", "21 страница", "замечаний нет · 4 файла\n"), ("en", "21 pages", "no findings · 4 files\n")],
)
def test_a_build_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, pages: str, findings: str, zipped: bool
) -> None:
    asked: dict[str, Any] = {}
    root = Pool(tmp_path).root

    def played(handbook: Any, root: Path, **how: Any) -> Iterator[Any]:
        asked.update(how)
        yield Narrowed(2, 3)
        yield Rendered(1)
        yield Built(1, 21)
        yield Checked((), 0, 0, NOTICES)
        yield Published(root / "site_build/out/site", 21, TreeChange())

    monkeypatch.chdir(root)
    monkeypatch.setattr("cjm.app.build.build", played)
    monkeypatch.setattr("cjm.app.build.packed", lambda made, name, today: root / "x.zip")
    monkeypatch.setattr("time.monotonic", lambda: 5.0)
    done = CliRunner().invoke(
        main, ["build", "--draft", "--lang", language, "--today", "2026-11-22", *["--zip"] * zipped]
    )
    said = SAID[language].format(*(one.to(language) for one in NOTICES), pages=pages, findings=findings)  # type: ignore[arg-type]
    head, _, tail = said.rpartition("Сайт" if language == "ru" else "Site")
    assert done.exit_code == 0, done.output
    assert done.stdout == head + (PACKED[language] if zipped else "") + ("Сайт" if language == "ru" else "Site") + tail
    assert asked == {
        "today": dt.date(2026, 11, 22),
        "language": language,
        "draft": True,
        "released": False,
        "cell": asked["cell"],
    }


def test_progress_is_shown_on_a_screen_after_a_while_and_not_too_often(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    shown = []
    progress = Progress("ru")
    for at, step in ((0.0, Rendered(1)), (9.0, Rendered(7)), (9.001, Rendered(8)), (20.0, Built(3, 9))):
        now[0] = at
        progress.show(step)
        shown.append(capsys.readouterr().err)
    progress.finish()
    assert [bool(one) for one in shown] == [False, True, False, True]
    assert (
        shown[1].startswith("\r\x1b[K")
        and shown[1].endswith(": 7")
        and shown[3].endswith(": 3 / 9")
        and shown[1] != shown[3]
    )
    assert capsys.readouterr() == ("", "\r\x1b[K")
