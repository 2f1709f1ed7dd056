"""The reference handbook for 125 branches and six directions in, a Markdown table out: what its lint costs beside it without them.

    python bench/values.py

Processor time of whole processes, in turn, medians of three. Each row tells the branches apart by something else.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from run import _copy, measured

VALUES = {
    "an address each": ("club-address", '"Речной бульвар, {}"'),
    "and a telephone each": ("club-phone", '"+7 495 000-00-{:02}"'),
    "and a mail each": ("club-mail", "b{}@korablik.example"),
}


def told_apart(place: Path, facts: list[tuple[str, str]]) -> Path:
    """The handbook in `place` with these facts told for each branch."""
    head = place / "guideline" / "handbook.yml"
    lines = "".join(
        f"  - id: {name}\n    title: {title}\n    chosen: by-reader\n    values:\n"
        + "".join(f"      - {{id: {name[0]}{n}, title: {title} {n}}}\n" for n in range(count))
        for name, title, count in (("branch", "Филиал", 125), ("direction", "Направление", 6))
    )
    head.write_text(head.read_text("utf-8").replace("parts:\n", f"dimensions:\n{lines}parts:\n", 1), "utf-8")
    file = place / "guideline" / "facts.yml"
    text = file.read_text("utf-8")
    for id, value in facts:
        told = "".join(f"      - {{for: {{branch: b{n}}}, value: {value.format(n % 100)}}}\n" for n in range(125))
        before, _, rest = text.partition(f"  - id: {id}\n")
        title, _, rest = rest.partition("    value: ")
        text = f"{before}  - id: {id}\n{title}    values:\n{told}{rest.partition(chr(10))[2]}"
    file.write_text(text, "utf-8")
    return place


def rows() -> None:
    """Print the table."""
    lint = [sys.executable, "-m", "cjm", "lint"]
    print(
        "| what tells 125 branches apart | cpu s | peak MB | without branches, cpu s | ratio |\n| --- | --- | --- | --- | --- |"
    )
    with tempfile.TemporaryDirectory() as folder:
        plain = _copy(Path(folder) / "plain")
        named = list(VALUES)
        for number in range(len(named) + 1):
            facts = [VALUES[name] for name in named[:number]]
            place = told_apart(_copy(Path(folder) / str(number)), facts)
            pairs = [(measured(lint, place), measured(lint, plain)) for _ in range(3)]
            ours, beside = (statistics.median(one.cpu for one in runs) for runs in zip(*pairs, strict=True))
            what = named[number - 1] if number else "nothing"
            ratio = statistics.median(one.cpu / other.cpu for one, other in pairs)
            print(f"| {what} | {ours:.2f} | {pairs[0][0].peak:.0f} | {beside:.2f} | {ratio:.2f} |", flush=True)


if __name__ == "__main__":
    rows()
