"""JUnit's XML: a test case for each finding; what is below the threshold passes, what was accepted is skipped."""

from xml.sax.saxutils import escape, quoteattr

from cjm.lint import Finding
from cjm.report import Report, visible

SEEN_FROM = "repository"


def render(report: Report) -> str:
    """The document. A check that found nothing is one test that passed."""
    cases = [_case(one, report) for one in report.verdict.findings]
    failures = sum("<failure" in case for case in cases)
    skipped = sum("<skipped" in case for case in cases)
    cases = cases or ['    <testcase classname="cjm" name="lint"/>\n']
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skipped}"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="cjm" {counts}>\n  <testsuite name="cjm lint" {counts}>\n'
        + "".join(cases)
        + "  </testsuite>\n</testsuites>\n"
    )


# Private functions


def _case(one: Finding, report: Report) -> str:
    where = f"{one.place.file}:{one.place.line}:{one.place.column}"
    name = quoteattr(f"{one.code} {one.id}, {where}")
    case = f"    <testcase classname={quoteattr(one.place.file)} name={name}"
    if one.accepted or one.baselined:
        return f"{case}><skipped message={quoteattr(visible(one.accepted or 'baseline'))}/></testcase>\n"
    text = escape(visible(f"{where}\n{one.message}\n{one.hint}"))
    if report.verdict.choice.fails([one]):
        message = quoteattr(visible(one.message))
        return f'{case}><failure type="{one.severity}" message={message}>{text}</failure></testcase>\n'
    return f"{case}><system-out>{text}</system-out></testcase>\n"
