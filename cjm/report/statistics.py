"""How often each rule found something, most often first: reported, accepted and known before."""

from cjm.report import Report
from cjm.report.text import by_rule, last_line


def render(report: Report) -> str:
    """A table, and the last line with the counts."""
    return by_rule(report) + last_line(report)
