"""Rule 504: what its page calls bad is found in the built search, at its mark, and what it calls good is not."""

import datetime as dt
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from cjm.lint import find
from cjm.lint.choice import RuleChoice
from cjm.model import Handbook
from cjm.publish import worker
from cjm.publish.worker import Asked, Meanwhile

pytestmark = pytest.mark.slow  # processes are started

DAY = dt.date(2026, 11, 22)
ORDER = "handbook: test\ntitle: Test\nlanguage: ru\nparts:\n  - {id: all, title: All, sections: [welcome]}\n"


def files(heading: str) -> dict[str, str]:
    rule = find("504")
    assert rule
    section, probes = re.search(rf"{heading}:\n\n```yaml\n(.*?)---\n(.*?)```", rule.pages["en"], re.DOTALL).groups()  # type: ignore[union-attr]
    return {
        "guideline/handbook.yml": ORDER,
        "guideline/sections/welcome.yml": section,
        "guideline/search.yml": probes,
    }


@pytest.mark.parametrize(("heading", "expected"), [("Bad", ["CJM504"]), ("Good", [])])
def test_the_page_of_the_rule(
    load_text: Callable[[Mapping[str, str]], Handbook], heading: str, expected: list[str]
) -> None:
    written = files(heading)
    handbook = load_text(written)
    with Meanwhile(handbook, Asked(DAY)) as second:
        found = second.probed().shown
    assert [finding.code for finding in found] == expected
    for finding in found:
        assert "# here" in written["guideline/search.yml"].splitlines()[finding.place.line - 1]
        assert "где взять ключ" in finding.message


@pytest.mark.parametrize("copied", [True, False], ids=["fork", "spawn"])
def test_a_second_process_finds_what_one_alone_finds(
    handbook: Handbook, monkeypatch: pytest.MonkeyPatch, copied: bool
) -> None:
    if copied and not worker._can_fork():
        copied = False  # not on this system, or not while other threads run
    monkeypatch.setattr(worker, "_can_fork", lambda: copied)
    asked = Asked(DAY, RuleChoice(profile="release"))
    alone = Meanwhile(handbook, asked)
    with Meanwhile(handbook, asked) as beside:
        assert beside.index() == alone.index()
        assert beside.judged() == alone.judged()
        assert beside.judged_by_now()
        assert beside.probed() == alone.probed()


def test_where_no_second_process_may_start_the_first_does_the_work(
    handbook: Handbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(BaseProcess, "start", refused)
    with Meanwhile(handbook, Asked(DAY)) as alone:
        assert not alone.judged_by_now()
        assert alone.judged() == Meanwhile(handbook, Asked(DAY)).judged()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a system without such signals")
def test_what_a_second_process_did_not_live_to_say_the_first_finds_out(
    handbook: Handbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_processors", lambda: 2)
    with Meanwhile(handbook, Asked(DAY)) as beside:
        assert beside._second
        os.kill(beside._second[0].pid, signal.SIGKILL)  # as a system does that runs out of memory
        assert beside.judged() == Meanwhile(handbook, Asked(DAY)).judged()
        assert not beside.judged_by_now()
        assert beside.index() == Meanwhile(handbook, Asked(DAY)).index()


def test_nothing_is_left_of_it_when_nobody_waits(handbook: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_processors", lambda: 2)
    with Meanwhile(handbook, Asked(DAY)) as beside:
        assert beside._second
    assert beside._second[0].exitcode is not None


def test_a_probe_for_a_section_that_is_not_there_is_another_rules_matter(
    load_text: Callable[[Mapping[str, str]], Handbook],
) -> None:
    handbook = load_text(files("Bad") | {"guideline/search.yml": "probes:\n  - {query: ключ, section: nowhere}\n"})
    with Meanwhile(handbook, Asked(DAY)) as second:
        assert second.probed().shown == ()


_BUILDING = """\
import datetime as dt, sys, time
from pathlib import Path
from cjm.load import load_folder
from cjm.publish.worker import Asked, Meanwhile
with Meanwhile(load_folder(Path(sys.argv[1])), Asked(dt.date(2026, 11, 22))) as second:
    second.index()
    print("begun", flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a system without such signals")
@pytest.mark.parametrize("end", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_however_the_first_process_ends_the_second_ends_with_it(end: str) -> None:
    root = Path(__file__).parents[2]
    first = subprocess.Popen(
        [sys.executable, "-c", _BUILDING, str(root)], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert first.stdout and first.stdout.readline().strip() == b"begun"
    first.send_signal(getattr(signal, end))
    first.communicate(timeout=20)  # waits until nobody holds the pipes any more, so for the second too
