"""Why a file is not taken, in both languages, by what is wrong with it; `CJM_GOLDEN=write` accepts what is said now."""

import json
import os
from pathlib import Path

KEPT = Path(__file__).resolve().parent / "golden" / "refusals.json"


def as_told(name: str, ru: str, en: str) -> None:
    """It is told in the words in which it was."""
    known = json.loads(KEPT.read_text(encoding="utf-8"))
    if os.environ.get("CJM_GOLDEN") == "write":
        known[name] = [ru, en]
        KEPT.write_text(json.dumps(dict(sorted(known.items())), ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")  # fmt: skip
    assert known.get(name) == [ru, en], f"CJM_GOLDEN=write pytest tests/intake tests/tables accepts {name}"
