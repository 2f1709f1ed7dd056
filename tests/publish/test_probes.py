"""Rule 504: what its page calls bad is found in the built search, at its mark, and what it calls good is not."""

import datetime as dt
import re
from collections.abc import Callable, Mapping

import pytest

from cjm.lint import find
from cjm.lint.baseline import Baseline
from cjm.lint.choice import Choice
from cjm.model import Handbook
from cjm.publish.probes import Search, judge_search

DAY = dt.date(2026, 11, 22)
ORDER = "handbook: test\ntitle: Test\nlanguage: ru\nparts:\n  - {id: all, title: All, sections: [welcome]}\n"


def files(heading: str) -> dict[str, str]:
    rule = find("504")
    assert rule
    section, probes = re.search(rf"{heading}:\n\n```yaml\n(.*?)---\n(.*?)```", rule.pages["en"], re.DOTALL).groups()  # type: ignore[union-attr]
    return {
        "guideline/handbook.yml": ORDER,
        "guideline/sections/welcome.yml": section,
        "guideline/search.yml": probes,
    }


@pytest.mark.parametrize(("heading", "expected"), [("Bad", ["CJM504"]), ("Good", [])])
def test_the_page_of_the_rule(
    load_text: Callable[[Mapping[str, str]], Handbook], heading: str, expected: list[str]
) -> None:
    written = files(heading)
    handbook = load_text(written)
    with Search(handbook) as search:
        found = judge_search(handbook, search.lost(), today=DAY, asked=Choice(), baseline=Baseline()).shown
    assert [finding.code for finding in found] == expected
    for finding in found:
        assert "# here" in written["guideline/search.yml"].splitlines()[finding.place.line - 1]
        assert "где взять ключ" in finding.message


def test_a_second_process_finds_what_one_alone_finds(handbook: Handbook) -> None:
    alone = Search(handbook)
    with Search(handbook) as beside:
        assert beside.index() == alone.index()
        assert [lost.probe.query for lost in beside.lost()] == [lost.probe.query for lost in alone.lost()]


def test_a_probe_for_a_section_that_is_not_there_is_another_rules_matter(
    load_text: Callable[[Mapping[str, str]], Handbook],
) -> None:
    handbook = load_text(files("Bad") | {"guideline/search.yml": "probes:\n  - {query: ключ, section: nowhere}\n"})
    with Search(handbook) as search:
        assert search.lost() == ()
