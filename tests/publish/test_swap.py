"""Whatever moment a build is killed in, readers keep a whole site, the old one or the new one."""

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from cjm.publish.swap import alone, finish_swap, next_to, swap

from .conftest import command, edit


def folder(path: Path, text: str) -> None:
    path.mkdir()
    (path / "index.html").write_text(text)


@pytest.mark.parametrize(
    ("there", "site"),
    [
        ({}, None),
        ({"site": "old"}, "old"),
        ({"site.next": "half"}, None),  # the very first build was killed
        ({"site": "old", "site.next": "half"}, "old"),
        ({"site.before": "old", "site.next": "new"}, "new"),  # killed between the two renames
        ({"site": "new", "site.before": "old"}, "new"),
        ({"site.before": "old"}, "old"),
    ],
)
def test_an_interrupted_swap_is_finished(tmp_path: Path, there: dict[str, str], site: str | None) -> None:
    for name, text in there.items():
        folder(tmp_path / name, text)
    finish_swap(tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == (["site"] if site else [])
    assert not site or (tmp_path / "site/index.html").read_text() == site


def test_a_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    for text in ("first", "second"):
        folder(next_to(tmp_path / "site"), text)
        swap(tmp_path / "site")
        assert (tmp_path / "site/index.html").read_text() == text
        assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from cjm.publish.swap import alone\nwith alone(Path(sys.argv[1])): print('in')"
    root = Path(__file__).resolve().parents[2]
    with alone(tmp_path):
        other = subprocess.Popen([os.sys.executable, "-c", code, str(tmp_path)], cwd=root, stdout=subprocess.PIPE)  # type: ignore[attr-defined]
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(timeout=2)
    assert other.communicate(timeout=30)[0].strip() == b"in"


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_kill_at_a_random_moment(built: Path) -> None:
    site = built / "site_build/out/site"
    dice = random.Random(7)
    names = ["Разговор о цели"]
    for attempt in range(6):
        new = f"Разговор {attempt}"
        edit(built / "touchpoints/trial.yml", f"title: {names[-1]}", f"title: {new}")
        names.append(new)
        process = subprocess.Popen(
            command("build", root=built), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        # Once pages are being written, somewhere in what is left of the way.
        deadline = time.monotonic() + 60
        while process.poll() is None and not next_to(site).exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(dice.uniform(0, 1.5))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        finish_swap(site)
        assert (site / "sw.js").is_file() and (site / "404.html").is_file()
        page = (
            (site / "journeys/trial.html").read_text(encoding="utf-8").replace("\u00a0", " ")
        )  # «о цели» is bound on the map
        shown = {name for name in names if f">{name}<" in page}
        assert len(shown) == 1
    subprocess.run(command("build", root=built), check=True, capture_output=True)
    assert f">{names[-1]}<" in (site / "journeys/trial.html").read_text(encoding="utf-8")
