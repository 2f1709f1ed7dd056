"""Killed at any moment, approve, verify, pdf and build leave what was there or what they were to make: nothing half.

`CJM_KILLS=200 pytest tests/approval/test_killed.py -s` kills more often and says when the kills came. Each of them hits the
work: a command that was through before its moment came is started again.
"""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cjm.app.edition import printed_here
from cjm.approval import history, standings
from cjm.approval.editions import editions
from cjm.load import load_folder
from cjm.publish.swap import finish_swap

from .conftest import Club
from .test_cheats import TODAY

KILLS = int(os.environ.get("CJM_KILLS", "12"))
pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="process groups are POSIX")]


def tree(folder: Path) -> dict[str, str]:
    """What lies in a folder, but for files in the making and the lock."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def command(root: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "cjm", words[0], "--root", str(root), "--today", "2026-11-22", *words[1:]]


def killed(root: Path, moment: float, *words: str) -> bool:
    """Whether the kill came before the command was through."""
    running = subprocess.Popen(
        command(root, *words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(moment)
    hit = running.poll() is None
    if hit:
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    return hit


def timed(root: Path, *words: str) -> float:
    started = time.monotonic()
    subprocess.run(command(root, *words), capture_output=True, check=True)
    return time.monotonic() - started


@pytest.mark.parametrize("what", ["approve", "verify", "pdf", "build"])
def test_nothing_is_half(approved: Club, tmp_path_factory: pytest.TempPathFactory, what: str) -> None:
    file = approved.root / "read.pdf"
    words = {
        "approve": ("approve", "--by", "boris", "--all", "--with-needed", "--pdf", str(file)),
        "verify": ("verify", str(file), "--again"),
        "pdf": ("pdf", "-o", str(approved.root / "made.pdf")),
        "build": ("build",),
    }[what]
    if what in ("pdf", "build"):
        assert approved.cjm(*words, today="2026-11-22").exit_code == 0  # what was there before
    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь гостю")
    if what in ("approve", "verify"):
        approved.printed(day="2026-11-22").rename(file)
    before = tmp_path_factory.mktemp("before") / "club"
    shutil.copytree(approved.root, before)
    done = tmp_path_factory.mktemp("done") / "club"
    shutil.copytree(before, done)
    words_done = tuple(word.replace(str(approved.root), str(done)) for word in words)
    alike = tmp_path_factory.mktemp("alike") / "club"  # a machine has other work too: the shorter of two counts
    shutil.copytree(before, alike)
    took = min(
        timed(alike, *(word.replace(str(approved.root), str(alike)) for word in words)), timed(done, *words_done)
    )
    begins = min(timed(alike, words[0], "--help") for _ in range(2))  # until then nothing but imports
    chance, site = random.Random(what), Path("site_build/out/site")
    share, hits, came = chance.random(), 0, [0] * 5  # how many kills came in each fifth of the work
    old = new = misses = 0
    while hits < max(1, KILLS // 4):
        root = tmp_path_factory.mktemp("try") / "club"
        shutil.copytree(before, root)
        moment = begins + share * (took - begins)
        if not killed(root, moment, *(word.replace(str(approved.root), str(root)) for word in words)):
            misses += 1
            took -= (took - begins) / 50  # the machine has less to do than when it was timed
            assert misses < 20 + KILLS, "the work is over before it is killed"
            shutil.rmtree(root.parent)
            continue
        hits += 1
        came[int(share * 5)] += 1
        share = chance.random()
        handbook = load_folder(root)
        past, stand = history(handbook), standings(handbook, TODAY)
        assert not (handbook.problems or past.edited or past.missing or past.lost or stand.stands.unfounded)
        status = stand.of["call"].status
        assert status in (("changed", "approved") if what == "approve" else ("changed",))
        assert len(editions(printed_here(handbook, root))) == len(printed_here(handbook, root)), "each is whole"
        if what == "build":
            if not (root / site).exists():
                finish_swap(root / site)  # as the next command does
            assert tree(root / site) in (tree(before / site), tree(done / site))
            new += tree(root / site) == tree(done / site)
        elif what == "pdf":
            now = (root / "made.pdf").read_bytes()
            assert now in ((before / "made.pdf").read_bytes(), (done / "made.pdf").read_bytes())
            new += now == (done / "made.pdf").read_bytes()
        elif what == "verify":
            assert tree(root) == tree(before)
        new += what == "approve" and status == "approved"
        old = hits - new
        timed_again = subprocess.run(
            command(root, *(word.replace(str(approved.root), str(root)) for word in words)), capture_output=True
        )
        assert timed_again.returncode == (1 if what == "approve" and status == "approved" else 0), timed_again.stdout
        shutil.rmtree(root.parent)
    print(
        f"{what}: {hits} kills hit the work, by fifths of it {came}; left old {old}, new {new}, half 0; {misses} tried again"
    )
