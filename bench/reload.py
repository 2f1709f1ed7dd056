"""Handbooks of growing size in, a Markdown table out: what it costs to load and judge again after one file was edited.

    python bench/reload.py [--sizes 340,3400] [--rounds 21] [--write]

Both ways run in turn in one process; compared is the median of their ratios. `--write` puts the table into README.md.
"""

import argparse
import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from generate import generate

from cjm.lint import Memory, judge
from cjm.load import Files, Reader, load, read_folder

HERE = Path(__file__).resolve().parent
DAY = dt.date(2026, 11, 22)
Given = TypeVar("Given")
Made = TypeVar("Made")
MARKS = ("<!-- reload -->", "<!-- end of reload -->")


def table(sizes: Sequence[int], rounds: int) -> str:
    """The whole table; the reference handbook stands first."""
    rows = [
        "| handbook | files | full load, ms | one file edited, ms | ratio | full lint, ms | one file edited, ms | ratio |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        _row("reference, 34", HERE.parent, rounds),
    ]
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            generate(size, Path(folder))
            rows.append(_row(f"generated, {size}", Path(folder), rounds if size < 1000 else 3))
    return "\n".join(rows)


# Private functions


def _row(name: str, place: Path, rounds: int) -> str:
    files = read_folder(place)
    edited = next(path for path in files if path.startswith("guideline/sections/"))
    reader, memory = Reader(), Memory()
    judge(reader.load(files), today=DAY, memory=memory)
    pairs, judged = [], []
    for number in range(rounds):
        content = files[edited]
        assert isinstance(content, bytes)
        now: Files = {**files, edited: content + f"# {number}\n".encode()}
        (full, whole), (again, edited_one) = _seconds(load, now), _seconds(reader.load, now)
        pairs.append((full, again))
        judged.append(
            (
                _seconds(lambda one: judge(one, today=DAY), whole)[0],
                _seconds(lambda one: judge(one, today=DAY, memory=memory), edited_one)[0],
            )
        )
    return f"| {name} | {len(files)} | {_told(pairs)} | {_told(judged)} |"


def _told(pairs: Sequence[tuple[float, float]]) -> str:
    full, again = (statistics.median(one) * 1000 for one in zip(*pairs, strict=True))
    ratio = statistics.median(again / full for full, again in pairs)
    return f"{full:.1f} | {again:.1f} | {ratio:.3f}"


def _seconds(work: Callable[[Given], Made], given: Given) -> tuple[float, Made]:
    started = time.process_time()
    made = work(given)
    return time.process_time() - started, made


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="340,3400")
    parser.add_argument("--rounds", type=int, default=21)
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
