"""Each text of the two companies goes back to lines that the company wrote: nothing is invented, nothing is lost.

`traces/<company>.txt` is what the company wrote, one statement a line; `traces/<company>.tsv` says of each field from which
lines it comes, and of a line that became nothing, why.
"""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cjm.language.inflection import folded
from cjm.lint import RuleChoice, judge
from cjm.load import load_folder
from cjm.model import Handbook, Written
from cjm.model.fields import Text, element, specs
from cjm.model.shared.placeholder import Placeholder
from cjm.projection import project
from cjm.view.questions import open_questions
from cjm.view.thing import elements, tag_of
from cjm.wording.facts import resolve

HERE = Path(__file__).resolve().parent
COMPANIES = ("A-ladoshki", "B-vysota")
THIRD = "C-koleso"  # a tyre service that nobody had thought of: sixty lines as a client sends them
# How the consultant writes it, not what the company says: words by which one searches, situations, icons, forms of words.
OF_THE_CONSULTANT = (
    "open",
    "look_for",
    "accept",
    "icon",
    "short",
    "forms",
    "language",
    "scope",
    "start",
    "people",
    "feedback",
    "lint",
)


def texts(tag: str, one: Written) -> Iterator[tuple[str, str]]:
    for attribute, spec in specs(type(one)).items():
        value = getattr(one, attribute)
        if attribute in OF_THE_CONSULTANT or not value:
            continue
        if isinstance(value, Written):
            yield from texts(f"{tag}/{spec.key}", value)
        elif isinstance(value, tuple) and isinstance(value[0], Written):
            for below, inner in elements(tag, spec.key, value):
                yield from texts(below, inner)
        elif isinstance(element(spec.reads), Text):
            yield f"{tag}/{spec.key}", value if isinstance(value, str) else "; ".join(map(str, value))


def traced(company: str) -> tuple[Handbook, list[str], dict[str, list[int]]]:
    lines = (HERE / "traces" / f"{company}.txt").read_text(encoding="utf-8").splitlines()
    rows = (HERE / "traces" / f"{company}.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (row.split("\t") for row in rows)
    return load_folder(HERE / company), lines, {tag: [int(one) for one in numbers.split()] for tag, numbers in pairs}


def stems(text: str) -> set[str]:
    bare = re.sub(r"\]\([^)]*\)", " ", text)
    return {word[:4] for word in re.findall(r"\w+", folded(bare)) if len(word) > 3 or word.isdigit() or word.isupper()}


@pytest.mark.parametrize("company", COMPANIES)
def test_each_text_comes_from_lines_of_the_company(company: str) -> None:
    handbook, lines, trace = traced(company)
    invented = []
    for top in handbook.items():
        for tag, written in texts(tag_of(top), top) if not isinstance(top, Placeholder) else ():
            if (
                tag == "handbook:ladoshki/dimensions/state/title"
            ):  # how the consultant calls what the company only lists
                continue
            told, said = stems(resolve(written, handbook)), stems(" ".join(lines[n - 1] for n in trace.get(tag, [])))
            if tag not in trace or (told and len(told & said) * 2 < len(told)):
                invented.append((tag, written))
    assert invented == []


@pytest.mark.parametrize("company", (*COMPANIES, THIRD))
def test_each_line_of_the_company_has_its_place(company: str) -> None:
    _, lines, trace = traced(company)
    placed = {n for numbers in trace.values() for n in numbers}
    assert [line for n, line in enumerate(lines, start=1) if n not in placed] == []


@pytest.mark.parametrize("company", (*COMPANIES, THIRD))
def test_a_trace_leads_to_a_field_that_is_there(company: str) -> None:
    handbook, _, trace = traced(company)
    tops = {tag_of(top): top for top in handbook.items()}
    written = {tag for top in tops.values() for tag, _ in texts(tag_of(top), top)}
    gone = [tag for tag in trace if tag not in written and not tag.startswith("- ")]
    for tag in gone:  # a field that is no text: a reference, a wait, values by dimension
        top, *path = tag.split("/")
        one: Any = tops[top]
        for key in path:
            fields = {} if isinstance(one, tuple) else specs(type(one))
            found = next((getattr(one, name) for name, spec in fields.items() if spec.key == key), None)
            if isinstance(one, tuple):
                found = next(each for each in one if getattr(each, "id", "") == key)
            one = found
        assert one, tag


def test_the_third_company_is_asked_for_nothing_that_it_has_not() -> None:
    handbook = load_folder(HERE / THIRD)
    assert handbook.problems == () and not any("accept" in text for text in handbook.sources.values())
    found = judge(handbook, today=dt.date(2026, 11, 28), asked=RuleChoice(profile="review")).findings
    assert [(one.code, one.message) for one in found] == []
    assert len(open_questions(handbook)) == 40
    for value, price in (("zarechnaya", "3200 ₽"), ("promzona", "2900 ₽")):
        there = project(handbook, {"point": value})
        assert there.value("set-r16") == price
        assert ("storage" in there.journey) == (value == "promzona")
