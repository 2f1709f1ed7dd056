"""GitHub's annotations: workflow commands that put each finding on its line of a pull request."""

from cjm.report import Report, end_of, visible

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}

SEEN_FROM = "repository"


def render(report: Report) -> str:
    """One command a line."""
    lines = []
    for one in report.verdict.shown:
        last, column = end_of(one.place, report.sources.get(one.place.file, ""))
        where = {"file": one.place.file, "line": str(one.place.line)}
        if last == one.place.line:  # GitHub refuses columns of a stretch over several lines
            where |= {"col": str(one.place.column), "endColumn": str(max(column - 1, one.place.column))}
        else:
            where |= {"endLine": str(last)}
        where["title"] = one.code
        properties = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in where.items())
        message = _escaped(visible(f"{one.message}\n{one.hint}"), _DATA)
        lines.append(f"::{_LEVELS[one.severity]} {properties}::{message}\n")
    return "".join(lines)


# Private functions


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)
