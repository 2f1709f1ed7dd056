"""Every rule is tested by its own page: Bad is found on the marked line and nowhere else, Good is not found."""

import datetime as dt
import inspect
import re
from pathlib import Path

import pytest

from cjm.lint import Rule, all_rules, judge, lint, read_baseline
from cjm.load import load

BASE = Path(__file__).parent / "base"
MARK = "# here"
TODAY = dt.date(2026, 11, 22)
FOLDERS = {
    "journey": "touchpoints",
    "section": "guideline/sections",
    "approval": "guideline/approvals",
    "month": "guideline/voice",
}
FILES = {
    "handbook": "handbook",
    "terms": "glossary",
    "synonyms": "search",
    "probes": "search",
    "client_types": "client-types",
    "plans": "training",
    "exams": "training",
}


def examples(rule: Rule, heading: str) -> str:
    """The fenced YAML below `heading` on the rule's page."""
    page = rule.pages["en"].partition(f"\n{heading}:")[2]
    fence = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert fence, f"{rule.slug} has no example under {heading}:"
    return fence[1]


def files(example: str) -> dict[str, str]:
    """The files of an example: each document goes to the file that its first key names."""
    made = {}
    for document in re.split(r"^---\n", example, flags=re.MULTILINE):
        if document.startswith("{"):
            made[".cjm-baseline.json"] = document
            continue
        if path := re.match(r"# (\S+/\S+\.yml)", document):  # where the path itself is what it shows
            made[path[1]] = document
            continue
        key, _, rest = next(line for line in document.splitlines() if line.strip() and line[0] != "#").partition(":")
        name = rest.split("#")[0].strip()
        folder = FOLDERS.get(key)
        made[f"{folder}/{name}.yml" if folder else f"guideline/{FILES.get(key, key)}.yml"] = document
    return made


def base() -> dict[str, str]:
    paths = sorted(BASE.rglob("*.yml"))
    return {path.relative_to(BASE).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def findings(rule: Rule, example: str) -> list[tuple[str, int]]:
    texts = base() | files(example)
    baseline = read_baseline(texts.pop(".cjm-baseline.json", '{"findings": []}').replace(MARK, ""))
    handbook = load({path: text.encode("utf-8") for path, text in texts.items()})
    if rule.when == "verdict":
        verdict = judge(handbook, today=TODAY, baseline=baseline)
        found = tuple(finding for finding in verdict.findings if finding.code == rule.code)
    else:
        found = lint(handbook, [rule], today=TODAY)
    assert all(finding.code == rule.code for finding in found), found
    return sorted(
        {(finding.place.file, finding.place.line) for finding in found if finding.place.file in files(example)}
    )


LINTED = [rule for rule in all_rules() if rule.when in ("lint", "verdict")]


@pytest.mark.parametrize("rule", LINTED, ids=lambda rule: rule.slug)
def test_bad_is_found_at_its_mark(rule: Rule) -> None:
    example = examples(rule, "Bad")
    marked = [
        (path, number)
        for path, text in files(example).items()
        for number, line in enumerate(text.splitlines(), start=1)
        if MARK in line
    ]
    assert marked, f"no line of Bad is marked {MARK}"
    assert findings(rule, example) == sorted(marked)


@pytest.mark.parametrize("rule", LINTED, ids=lambda rule: rule.slug)
def test_good_is_not_found(rule: Rule) -> None:
    assert findings(rule, examples(rule, "Good")) == []


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.slug)
def test_a_page_has_the_form_of_the_house(rule: Rule) -> None:
    english, russian = rule.pages["en"], rule.pages["ru"]
    assert re.fullmatch(r"CJM\d{3}", rule.code)
    for page, accept in ((english, "When to accept:"), (russian, "Когда можно принять:")):
        first, _, rest = page.partition("\n")
        assert first.endswith(".") and len(first) <= 100
        assert accept in rest
    assert re.search("[а-яё]", russian) and not re.search("[а-яё]", english.split("Bad:")[0].partition("«")[0])
    for sentences in (rule.says, rule.hints):
        assert all(sentence.ru and sentence.en for sentence in sentences.values())
    assert inspect.isgeneratorfunction(rule.check)
