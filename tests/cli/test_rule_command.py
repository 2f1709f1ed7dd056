"""`cjm rule`: the list of rules and the page of one, in the reader's language."""

import re

import pytest
from typer.testing import CliRunner, Result

from cjm.cli import main
from cjm.lint import Rule, all_rules


def cjm(*words: str) -> Result:
    return CliRunner().invoke(main, ["rule", *words])


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_list_names_every_rule_once(lang: str) -> None:
    shown = cjm("--lang", lang)
    assert shown.exit_code == 0
    assert re.findall(r"CJM\d{3}", shown.output) == [rule.code for rule in all_rules()]


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.slug)
def test_a_page_has_all_its_parts(rule: Rule, lang: str) -> None:
    shown = cjm(rule.slug, "--lang", lang)
    assert shown.exit_code == 0
    bad, good, accept = (
        ("Плохо:", "Хорошо:", "Когда можно принять:") if lang == "ru" else ("Bad:", "Good:", "When to accept:")
    )
    assert shown.output.index(bad) < shown.output.index(good) < shown.output.index(accept)
    assert ("← здесь" if lang == "ru" else "← here") in shown.output and "# here" not in shown.output
    assert max(len(line) for line in shown.output.splitlines() if not line.startswith("    ")) <= 140


@pytest.mark.parametrize("wanted", ["201", "CJM201", "cjm201", "no-standard"])
def test_a_rule_is_found_by_code_and_slug(wanted: str) -> None:
    assert cjm(wanted, "--lang", "ru").output.startswith("CJM201 no-standard")


def test_a_group_is_listed() -> None:
    codes = re.findall(r"CJM\d{3}", cjm("8", "--lang", "ru").output)
    assert codes[:4] == ["CJM801", "CJM802", "CJM803", "CJM804"] and all(code.startswith("CJM8") for code in codes)


@pytest.mark.parametrize(("wanted", "near"), [("no-standart", "no-standard"), ("CJM2O1", "CJM2"), ("zzz", "")])
def test_a_rule_that_is_not_there_is_a_misuse(wanted: str, near: str) -> None:
    shown = cjm(wanted, "--lang", "ru")
    assert shown.exit_code == 2 and near in shown.output and "cjm rule" in shown.output


@pytest.mark.parametrize(
    ("wanted", "near"),
    [("CJM2011", "CJM201"), ("No-Standart", "no-standard"), ("qqqqqqqqqq", "")],
)
def test_a_mistyped_rule_is_guessed(wanted: str, near: str) -> None:
    told = cjm(wanted, "--lang", "ru")
    assert told.exit_code == 2 and near in told.output and ("озможно" in told.output) == bool(near), told.output
