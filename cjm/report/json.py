"""The JSON list that programs read: what is reported, in its order."""

import json

from cjm.report import Report


def render(report: Report) -> str:
    """The document, with a newline at its end."""
    rows = [
        {
            "code": one.code,
            "severity": one.severity,
            "file": one.place.file,
            "line": one.place.line,
            "column": one.place.column,
            "message": one.message,
            "hint": one.hint,
            "id": one.id,
        }
        for one in report.verdict.shown
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
