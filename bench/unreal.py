"""Handbooks of unreal shapes in, a Markdown table out: no rule may cost much more than its share when they grow.

    python bench/unreal.py [--write]

Each shape is loaded and linted whole at two sizes, in one process; a size twice as large may take about twice as long.
`--write` puts the table into README.md.
"""

import argparse
import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path

from cjm.lint import judge
from cjm.lint.choice import RuleChoice
from cjm.load import load

HERE = Path(__file__).resolve().parent
MARKS = ("<!-- unreal -->", "<!-- end of unreal -->")
OUTLINE = "handbook: b\ntitle: Б\nlanguage: ru\nchannels: [{id: desk, title: Стойка}]\nparts: [{id: a, title: А, sections: [desk]}]\n"
SECTION = "section: desk\ntitle: Стойка\nperformer: host\npurpose: "
ROLES = "roles: [{id: host, title: Администратор, summary: Встречает.}]\n"


def a_journey(touchpoints: int, edges: int, whole: bool = True) -> dict[str, str]:
    """One journey of so many touchpoints, each with so many ways on, every seventh of them back; or with fields missing."""
    lines = ["journey: way", "title: Путь", "stages:", "  - stage: all", "    title: Всё", "    touchpoints:"]
    for number in range(touchpoints):
        lines += [
            f"      - id: p{number}",
            f"        title: Точка {number}",
            "        channel: desk",
            "        role: host",
        ]
        lines += ["        standard: desk", "        wait: 5 мин"]
        lines += ["        client: Ждёт", "        contact: person"] if whole else []
        if number == touchpoints - 1:
            lines.append("        outcome: Пришёл")
        elif edges:
            lines.append("        next:")
            for edge in range(edges):
                back = edge % 7 == 6
                to = (number - edge if back else number + 1 + edge * 3) % touchpoints
                lines.append(f"          - {{to: p{to}, when: случай {edge}{', back: true' if back else ''}}}")
    return {"touchpoints/way.yml": "\n".join(lines) + "\n", "guideline/sections/desk.yml": SECTION + "Встречаем.\n"}


def a_text(text: str) -> Callable[[int], dict[str, str]]:
    """A section with one text that says the same over and over, up to so many kilobytes."""
    return lambda size: {"guideline/sections/desk.yml": f"{SECTION}'{text * (size * 1000 // len(text.encode()))}'\n"}


SHAPES: tuple[tuple[str, Callable[[int], dict[str, str]], tuple[int, int]], ...] = (
    ("touchpoints in one journey", lambda size: a_journey(size, 0), (1000, 2000)),
    ("touchpoints with three ways on", lambda size: a_journey(size, 3), (1000, 2000)),
    ("touchpoints with twenty ways on", lambda size: a_journey(size, 20), (250, 500)),
    ("touchpoints with two fields missing", lambda size: a_journey(size, 0, whole=False), (1000, 2000)),
    ("kB of `{{ `", a_text("{{ "), (75, 150)),
    ("kB of `<имя `", a_text("<имя "), (75, 150)),
    ("kB of `[x](`", a_text("[x]("), (75, 150)),
    ("kB of one sentence", a_text("слово за слово "), (75, 150)),
    ("kB of digits", a_text("12 34-"), (75, 150)),
    ("kB of quotation marks", a_text('"а '), (75, 150)),
)


def seconds(files: dict[str, str]) -> float:
    """What a load and a lint of all rules take, in seconds of processor."""
    raw = {
        name: text.encode()
        for name, text in {"guideline/handbook.yml": OUTLINE, "guideline/roles.yml": ROLES, **files}.items()
    }
    started = time.process_time()
    judge(load(raw), today=dt.date(2026, 11, 27), asked=RuleChoice(profile="release"))
    return time.process_time() - started


def table() -> str:
    rows = ["| shape | size | cpu s | size | cpu s | ratio |", "| --- | --- | --- | --- | --- | --- |"]
    for name, make, (small, large) in SHAPES:
        one, two = seconds(make(small)), seconds(make(large))
        rows.append(f"| {name} | {small} | {one:.2f} | {large} | {two:.2f} | {two / one:.1f} |")
        print(rows[-1], flush=True)
    return "\n".join(rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    seconds(a_journey(3, 1, whole=False))  # imports are no rule's cost
    made = table()
    if given.write:
        readme = HERE / "README.md"
        before, _, rest = readme.read_text(encoding="utf-8").partition(MARKS[0])
        after = rest.partition(MARKS[1])[2]
        readme.write_text(f"{before}{MARKS[0]}\n{made}\n{MARKS[1]}{after}", encoding="utf-8", newline="\n")
