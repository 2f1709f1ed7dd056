"""How many of the sealed faults (tests/lint/faults_set_b.py to faults_set_h.py) are told by their true cause at the right line.

    python bench/sealed_sets.py b|c|d|e|f|g|h [--missed]

A fault is told if a finding that the sound handbook does not have points to its place and says one of its words. The
second rate asks that nothing else is said beside it: no consequence, no second cause.
"""

import datetime as dt
import shutil
import sys
import tempfile
from collections import Counter
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cjm.lint import RuleChoice, judge  # noqa: E402
from cjm.load import Reader, read_folder  # noqa: E402
from tests.lint.planting import NoPlaceError, apply  # noqa: E402

TODAY = dt.date(2026, 11, 27)


def main() -> None:
    name = next(iter(sys.argv[1:]), "")
    if name not in ("b", "c", "d", "e", "f", "g", "h"):
        sys.exit(__doc__)
    chosen = import_module(f"tests.lint.faults_set_{name}")
    reader, strict = Reader(), RuleChoice(profile="release")
    told: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for fault in chosen.FAULTS:
        with tempfile.TemporaryDirectory() as folder:
            for top in ("guideline", "touchpoints"):
                shutil.copytree(ROOT / top, Path(folder, top))
            try:
                place = apply(fault, Path(folder))
            except NoPlaceError:  # its place was edited away since
                continue
            found = judge(reader.load(read_folder(Path(folder))), today=TODAY, asked=strict).shown
        of[fault.family] += 1
        here = [
            one for one in found
            if one.place.file in place.files and place.first <= one.place.line <= place.last
            and any(word.casefold() in f"{one.message} {one.hint}".casefold() for word in fault.words)
        ]  # fmt: skip
        told[fault.family] += bool(here)
        alone[fault.family] += bool(here) and len({(one.code, one.place.line) for one in found}) == 1
        if not here and "--missed" in sys.argv:
            print(
                fault.id,
                fault.cause,
                [f"{one.place.file}:{one.place.line} {one.code} {one.message}" for one in found[:3]],
            )
    for family, count in of.items():
        print(f"{family}: {told[family]} of {count} = {told[family] / count:.1%}, alone {alone[family] / count:.1%}")


if __name__ == "__main__":
    main()
