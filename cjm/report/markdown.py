"""A summary in Markdown, as code hosts show it below a run: the counts, then a table of what is reported."""

from collections.abc import Sequence

from cjm.language.says import Says
from cjm.lint import Finding
from cjm.lint.finding import SEVERITY_WORDS
from cjm.report import Report, visible
from cjm.report.text import last_line
from cjm.wording.verbatim import verbatim

_TITLE = Says("Проверка гайдлайна", "Check of the handbook")
_HEAD = Says("| | Где | Что | Как исправить |", "| | Where | What | How to mend it |")
_ACCEPTED = Says("Принято с причиной", "Accepted with a reason")
_WHY = Says("| | Где | Что | Почему пока можно |", "| | Where | What | Why it may stay for now |")


def render(report: Report) -> str:
    """The document; accepted findings follow under a heading of their own."""
    language, verdict = report.language, report.verdict
    counts = last_line(Report(verdict=verdict, language=language)).strip()
    parts = [f"## {_TITLE.to(language)}\n\n{counts}\n"]
    if verdict.shown:
        parts.append(_table(_HEAD.to(language), [(one, one.hint) for one in verdict.shown], report))
    if verdict.accepted:
        rows = [(one, one.accepted) for one in verdict.accepted]
        parts.append(f"### {_ACCEPTED.to(language)}\n\n{_table(_WHY.to(language), rows, report)}")
    return "\n".join(parts)


# Private functions


def _table(head: str, rows: Sequence[tuple[Finding, str]], report: Report) -> str:
    lines = [head, "|---|---|---|---|"]
    for one, last in rows:
        severity = SEVERITY_WORDS[one.severity].to(report.language)
        where = f"`{one.place.file.replace('|', '/')}:{one.place.line}`"
        lines.append(f"| {severity} {one.code} | {where} | {_cell(one.message)} | {_cell(last)} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return verbatim(" ".join(visible(text).split()))
