"""GitLab's code quality report: the findings of a merge request, recognised again when their line moves."""

import hashlib
import json
from collections import Counter

from cjm.report import Report, end_of

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}

SEEN_FROM = "repository"


def render(report: Report) -> str:
    """The JSON document."""
    seen: Counter[tuple[str, str, str]] = Counter()
    rows = []
    for one in report.verdict.shown:
        same = (one.code, one.id, one.message)
        seen[same] += 1
        fingerprint = hashlib.sha256("\0".join([*same, str(seen[same])]).encode()).hexdigest()
        last, _ = end_of(one.place, report.sources.get(one.place.file, ""))
        rows.append(
            {
                "description": f"{one.message} · {one.hint}",
                "check_name": one.code,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[one.severity],
                "location": {"path": one.place.file, "lines": {"begin": one.place.line, "end": last}},
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
