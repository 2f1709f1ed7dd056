"""How often each rule found something, most often first: reported, accepted and known before."""

from collections import Counter

from cjm.language.cells import cells
from cjm.language.says import Says
from cjm.lint import find
from cjm.report import Report
from cjm.report.text import last_line, painter

_HEAD = (
    Says("замечаний", "reported"),
    Says("принято", "accepted"),
    Says("в базе", "in the baseline"),
    Says("правило", "rule"),
)


def render(report: Report) -> str:
    """A table, and the last line with the counts."""
    verdict, language, paint = report.verdict, report.language, painter(report.colour)
    counts = [Counter(one.code for one in group) for group in (verdict.shown, verdict.accepted, verdict.baselined)]
    codes = sorted({one.code for one in verdict.findings}, key=lambda code: (*(-count[code] for count in counts), code))
    head = [title.to(language) for title in _HEAD]
    # A column that holds only zeros says nothing.
    kept = [number for number, count in enumerate(counts) if number == 0 or any(count.values())]
    lines = [paint("  ".join([*(head[number] for number in kept), head[3]]), "dim")] if codes else []
    for code in codes:
        rule = find(code)
        title = f"{code} {rule.slug}  {paint(rule.title(language), 'dim')}" if rule else code
        numbers = (str(counts[number][code]).rjust(cells(head[number])) for number in kept)
        lines.append("  ".join([*numbers, title]))
    return "".join(f"{line}\n" for line in lines) + last_line(report)
