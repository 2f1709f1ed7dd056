"""Handbooks of growing size in, a Markdown table out: what checking and publishing cost beside peers on the same files.

    python bench/run.py [--sizes 34,340,3400] [--rounds 5] [--write]

Each command is a whole process, start-up included; a command and its peer run in turn in one session, and what is
compared is the median of their ratios, since a shared machine's speed drifts. `--write` puts the table into README.md.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generate import generate

HERE = Path(__file__).resolve().parent
REFERENCE = HERE.parent
MARKS = ("<!-- table -->", "<!-- end of table -->")
BARE_PASS = (
    "import sys, yaml, pathlib\n"
    "for path in pathlib.Path(sys.argv[1]).rglob('*.yml'):\n"
    "    yaml.load(path.read_bytes(), yaml.CSafeLoader)\n"
)
LOAD = "import sys, pathlib\nfrom cjm.load import load_folder\nload_folder(pathlib.Path(sys.argv[1]))\n"
RENDER = (
    "import sys, pathlib, datetime\n"
    "from cjm.load import load_folder\n"
    "from cjm.pages import loader, site\n"
    "root = pathlib.Path(sys.argv[1])\n"
    "site(load_folder(root), loader(root), today=datetime.date(2026, 11, 22))\n"
)


@dataclass(frozen=True)
class Run:
    """What one process took: seconds of processor and of the clock, megabytes at its peak."""

    cpu: float
    wall: float
    peak: float
    code: int


def measured(command: Sequence[str], cwd: Path) -> Run:
    """Run `command` in `cwd` and account for it and its children as the system does."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, process.returncode)


def paired(ours: Sequence[str], theirs: Sequence[str], cwd: Path, rounds: int) -> list[tuple[Run, Run]]:
    """Runs of both in turn, A B A B, after one of each to warm up where there is more than one round."""
    if rounds > 1:
        measured(ours, cwd), measured(theirs, cwd)
    return [(measured(ours, cwd), measured(theirs, cwd)) for _ in range(rounds)]


def table(sizes: Sequence[int], rounds: int) -> str:
    """The whole table; the reference handbook stands first."""
    rows = [
        "| handbook | what | cpu s | wall s | peak MB | beside | cpu s | wall s | ratio of cpu | of wall |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    with tempfile.TemporaryDirectory() as folder:
        places = [("reference, 34", _copy(Path(folder) / "reference"), rounds)]
        for size in sizes:
            place = Path(folder) / str(size)
            generate(size, place)
            places.append((f"generated, {size}", place, rounds if size < 300 else 1))
        for name, place, times in places:
            for what, ours, peer, theirs in _comparisons(place):
                pairs = paired(ours, theirs, place, times)
                us, them = (_median(runs) for runs in zip(*pairs, strict=True))
                by_cpu = statistics.median(a.cpu / b.cpu for a, b in pairs)
                by_wall = statistics.median(a.wall / b.wall for a, b in pairs)
                failed = " (failed)" if us.code or them.code else ""
                rows.append(
                    f"| {name} | {what}{failed} | {us.cpu:.2f} | {us.wall:.2f} | {us.peak:.0f} "
                    f"| {peer} | {them.cpu:.2f} | {them.wall:.2f} | {by_cpu:.2f} | {by_wall:.2f} |"
                )
                print(rows[-1], file=sys.stderr, flush=True)
    return "\n".join(rows)


# Private functions


def _copy(place: Path) -> Path:
    for folder in ("guideline", "touchpoints"):
        shutil.copytree(REFERENCE / folder, place / folder)
    return place


def _comparisons(place: Path) -> list[tuple[str, list[str], str, list[str]]]:
    cjm = [sys.executable, "-m", "cjm"]
    bare = [sys.executable, "-c", BARE_PASS, str(place)]
    built = place / "site_build" / "out" / "mkdocs.yml"
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(built), "-d", str(place / "bare")]
    return [
        ("load", [sys.executable, "-c", LOAD, str(place)], "CSafeLoader, same files", bare),
        ("lint, cold", [*cjm, "lint"], "yamllint, same files", [sys.executable, "-m", "yamllint", "-d", "{extends: relaxed, rules: {line-length: disable}}", "."]),
        ("lint, cold", [*cjm, "lint"], "CSafeLoader, same files", bare),
        ("render", [sys.executable, "-c", RENDER, str(place)], "CSafeLoader, same files", bare),
        ("build, lint included", [*cjm, "build"], "bare mkdocs, same pages", mkdocs),
    ]  # fmt: skip


def _median(runs: Sequence[Run]) -> Run:
    return sorted(runs, key=lambda run: run.cpu)[len(runs) // 2]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="34,340,3400")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    made = table([int(size) for size in given.sizes.split(",") if size], given.rounds)
    if given.write:
        readme = HERE / "README.md"
        before, _, rest = readme.read_text(encoding="utf-8").partition(MARKS[0])
        after = rest.partition(MARKS[1])[2]
        readme.write_text(f"{before}{MARKS[0]}\n{made}\n{MARKS[1]}{after}", encoding="utf-8", newline="\n")
    else:
        print(made)
