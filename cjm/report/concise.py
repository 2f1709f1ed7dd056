"""One line a finding, as compilers write them (`file:line:column: severity code message`), then the counts."""

from cjm.lint.finding import SEVERITY_WORDS
from cjm.report import Report, visible
from cjm.report.text import closing, painter

SEEN_FROM = "here"


def render(report: Report) -> str:
    """The lines, and the last one with the counts."""
    paint = painter(report.colour)
    lines = []
    for one in report.verdict.shown:
        place = paint(f"{one.place.file}:{one.place.line}:{one.place.column}:", "place")
        severity = paint(SEVERITY_WORDS[one.severity].to(report.language), one.severity)
        message = " ".join(visible(one.message).split())
        lines.append(f"{place} {severity} {one.code} {message}\n")
    return "".join(lines) + closing(report)
