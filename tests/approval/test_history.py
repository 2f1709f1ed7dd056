"""The history of approvals: branches merge, what is edited or taken out is found, a killed program leaves it whole."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from cjm.approval import history
from cjm.load import load_folder

from .conftest import Club, Lint


def test_records_see_the_ones_before(approved: Club) -> None:
    past = history(load_folder(approved.root))
    first, second = past.records
    assert (first.by, second.by) == ("boris", "anna")
    assert [saw.approval for saw in second.saw] == [first.id] and past.heads == (second,)


def test_parallel_branches_merge(approved: Club) -> None:
    """Two people approve on branches that do not know of each other; the next record sees both."""
    known = {path.name for path in approved.records}
    branches = []
    for by in ("boris", "anna"):
        assert approved.approve(by, "call", today="2026-12-01").exit_code == 0
        [made] = [path for path in approved.records if path.name not in known]
        branches.append((made, made.read_bytes()))
        made.unlink()
    for path, raw in branches:
        path.write_bytes(raw)
    past = history(load_folder(approved.root))
    assert len(past.heads) == 2 and past.missing == () == past.edited
    assert approved.approve("boris", "visit", today="2026-12-02").exit_code == 0
    [head] = history(load_folder(approved.root)).heads
    assert sorted(saw.approval for saw in head.saw) == sorted(path.stem for path, _ in branches)


def test_an_edited_record_is_found_and_does_not_count(approved: Club, lint: Lint) -> None:
    last = approved.records[0]
    last.write_text(
        last.read_text(encoding="utf-8").replace("edition: '2026-11-21'", "edition: '2026-11-20'"), encoding="utf-8"
    )
    past = history(load_folder(approved.root))
    assert [one.id for one in past.edited] == [last.stem]
    assert any(code.startswith("607") for code in lint(approved))
    assert "запись правили" in approved.cjm("review").output
    assert "правили после утверждения" in approved.approve("boris", "call").output


def test_a_record_edited_and_renamed_to_fit_is_found(approved: Club) -> None:
    first = next(path for path in approved.records if "boris" in path.name)
    from cjm.approval.history import record_digest, record_name

    text = first.read_text(encoding="utf-8").replace("Борис Зимин", "Вера Лис")
    first.write_text(text, encoding="utf-8")
    [forged] = [one for one in load_folder(approved.root).approvals if one.id == first.stem]
    assert forged.date is not None
    name = record_name(forged.date, forged.by, record_digest(forged))
    first.unlink()
    approved.write(f"guideline/approvals/{name}.yml", text.replace(first.stem, name))
    past = history(load_folder(approved.root))
    assert past.edited == () and [saw.approval for _, saw in past.missing] == [first.stem]


def test_one_taken_out_of_the_middle_is_found(approved: Club, lint: Lint) -> None:
    first = next(path for path in approved.records if "boris" in path.name)
    first.unlink()
    assert "записи нет или она другая" in approved.cjm("review").output
    assert any(code.startswith("607") for code in lint(approved))


def test_a_lost_or_edited_text_is_found(approved: Club, lint: Lint) -> None:
    first, second, *_ = [file for file in approved.approved_texts if "section:" in file.read_text(encoding="utf-8")]
    first.unlink()
    second.write_text(second.read_text(encoding="utf-8").replace("Поздоровайтесь", "Улыбнитесь"), encoding="utf-8")
    assert len({code for _, code in history(load_folder(approved.root)).lost}) == 4  # two items in two records
    assert sum(code.startswith("607") for code in lint(approved)) == 4


def test_the_other_shape_of_the_same_record_is_the_same(approved: Club) -> None:
    """A record passed through an editor that wraps lines or sorts keys still says the same."""
    import yaml

    for path in approved.records:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        path.write_text(yaml.safe_dump(data, sort_keys=True, allow_unicode=True, width=40), encoding="utf-8")
    past = history(load_folder(approved.root))
    assert len(past.records) == 2 and past.edited == () == past.missing


def test_no_noise_where_nothing_was_approved(club: Club, lint: Lint) -> None:
    assert lint(club) == []
    assert "ещё ничего не утверждали" in club.cjm("review").output


SLOWLY = """
import os, sys, time
from cjm.cli import main
really = os.replace
def slowly(*words):
    time.sleep(0.02); really(*words); print("put", flush=True); time.sleep(0.02)
os.replace = slowly
main(sys.argv[1:])
"""


@pytest.mark.slow
def test_killed_at_any_moment_it_leaves_the_old_history_or_the_new(club: Club) -> None:
    dice = random.Random(7)
    pdf = str(club.pdf())
    for turn in range(6):
        before = [path.name for path in club.records]
        words = ["approve", "--root", str(club.root), "--by", "boris", "--all", "--pdf", pdf]
        words += ["--today", f"2026-12-{turn + 1:02}"]
        process = subprocess.Popen(
            [sys.executable, "-c", SLOWLY, *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert process.stdout is not None
        if turn < 5:  # the last one may finish
            for _ in range(dice.randrange(1, 5)):
                process.stdout.readline()
            time.sleep(dice.random() * 0.03)
            os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        handbook = load_folder(club.root)
        past = history(handbook)
        assert handbook.problems == () and past.edited == past.missing == past.lost == ()
        assert len(club.records) - len(before) in (0, 1)
    assert len(club.records) > 0
