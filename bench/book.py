"""Handbooks of growing size in, a Markdown table out: what `cjm pdf` costs in pages, seconds and memory.

    python bench/book.py [--sizes 34,300] [--write]

Each row is a whole command, start-up included. Two peaks, on Linux: of the largest single process, and of all processes of
the command at the same moment. `--write` puts the table into README.md.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from generate import generate
from run import HERE, _copy

MARKS = ("<!-- book -->", "<!-- end of book -->")


def row(name: str, place: Path) -> str:
    """What the book of the handbook at `place` costs."""
    book = place / "book.pdf"
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "cjm", "pdf", "--draft", "-o", str(book)], cwd=place, stdout=subprocess.DEVNULL
    )
    most = [0]
    watch = threading.Thread(target=_watch, args=(process.pid, most), daemon=True)
    watch.start()
    _, _, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    import pikepdf

    pages = len(pikepdf.open(book).pages)
    return f"| {name} | {pages} | {usage.ru_utime + usage.ru_stime:.1f} | {wall:.1f} | {usage.ru_maxrss / 1024:.0f} | {most[0] / 1024:.0f} |"


def _watch(pid: int, most: list[int]) -> None:
    while Path(f"/proc/{pid}/status").exists():
        most[0] = max(most[0], sum(_resident(one) for one in _below(pid)))
        time.sleep(0.01)


def _below(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            for child in children.read_text().split():
                yield from _below(int(child))
        except OSError:  # ended meanwhile
            continue


def _resident(pid: int) -> int:
    try:
        told = Path(f"/proc/{pid}/status").read_text().partition("VmRSS:")[2]
    except OSError:
        return 0
    return int(told.split()[0]) if told else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="34,300")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    rows = [
        "| handbook | pages | cpu s | wall s | largest process, MB | all at once, MB |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    with tempfile.TemporaryDirectory() as folder:
        rows.append(row("reference", _copy(Path(folder) / "reference")))
        for size in map(int, given.sizes.split(",")):
            generate(size, Path(folder) / str(size))
            rows.append(row(f"generated, {size}", Path(folder) / str(size)))
    made = "\n".join(rows)
    if given.write:
        readme = HERE / "README.md"
        before, _, rest = readme.read_text(encoding="utf-8").partition(MARKS[0])
        readme.write_text(
            f"{before}{MARKS[0]}\n{made}\n{MARKS[1]}{rest.partition(MARKS[1])[2]}", encoding="utf-8", newline="\n"
        )
    else:
        print(made)
