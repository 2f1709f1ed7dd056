"""What an import left behind, as the side file `.cjm/import/<document>.json` keeps it: what was written, and of which line.

Neither the lines themselves nor anything that was masked is in it: only digests.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cjm.intake.plan import IntakePlan

IMPORTS = ".cjm/import"
_FORM = "import/1"


@dataclass(frozen=True, slots=True)
class Trace:
    """A thing that came of the document: its file, and the digest of each of its fields as they were written."""

    file: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ImportMemory:
    """What came of a document the last time; empty where it was never taken in."""

    things: Mapping[str, Trace] = field(default_factory=dict)  # by kind:id


def value_digest(data: Any) -> str:
    """The same for the same value, whatever the layout in which it stands."""
    return hashlib.sha256(json.dumps(data, ensure_ascii=False).encode()).hexdigest()[:16]


def side_file(document: str) -> str:
    """Where the memory of a document lies."""
    name = document.replace("\\", "/").strip("/").replace("/", "__")
    return f"{IMPORTS}/{name}.json"


def remembered(raw: bytes | None) -> ImportMemory:
    """The memory in a side file; what is no such file remembers nothing."""
    try:
        kept = json.loads(raw or b"{}")
        things = {
            str(name): Trace(str(one["file"]), dict(one["fields"])) for name, one in kept.get("things", {}).items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return ImportMemory()
    return ImportMemory(things)


def memory_file(plan: IntakePlan, things: Mapping[str, Trace]) -> bytes:
    """The side file after an import."""
    lines = [
        {
            "line": one.line.number,
            "digest": value_digest(one.line.text),
            "end": one.end,
            **({"where": one.where} if one.where else {}),
        }
        for one in plan.fates
    ]
    kept = {
        "form": _FORM,
        "document": plan.document,
        "things": {name: {"file": one.file, "fields": dict(one.fields)} for name, one in sorted(things.items())},
        "lines": lines,
    }
    return (json.dumps(kept, ensure_ascii=False, indent=1) + "\n").encode()
