"""What was found, in the form that a person, a code host or a program reads."""

import dataclasses
import datetime as dt
import itertools
import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from cjm.language.says import LANGUAGES, Language
from cjm.lint import Finding, RuleChoice, Verdict, all_rules, judge, read_baseline
from cjm.load import load
from cjm.model import Place
from cjm.report import Report, end_of, formats, render, visible
from cjm.report.text import cells

TODAY = dt.date(2026, 11, 22)
GOLDEN = Path(__file__).parent / "golden"
OASIS = json.loads((Path(__file__).parent / "oasis/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
FILES = {
    "guideline/handbook.yml": (
        "handbook: base\ntitle: Основа\nlanguage: ru\nchannels: [{id: desk, title: Стойка}]\n"
        "parts: [{id: basics, title: Основа, sections: []}]\n"
    ),
    "guideline/roles.yml": (
        "roles:\n"
        "  - {id: Старший, title: Старший, accept: [{rule: '005', reason: 'Ждём, до весны', until: 2027-01-15}]}\n"
        "  - {id: admin, title: Админ, substitutes: [аdmin]}\n"
        "  - {id: Второй, title: Второй}\n"
    ),
    "touchpoints/visit.yml": (
        "journey: visit\ntitle: Визит\nstages:\n  - stage: s\n    title: Этап\n    touchpoints:\n"
        "      - {id: a, title: Вход, contact: product, channel: desk, next: [{to: b, when: да}, {to: c, when: иначе}]}\n"
        "      - {id: b, title: Правила, contact: product, channel: desk, next: c}\n"
        "      - {id: c, title: Конец, contact: product, channel: desk, outcome: Правила приняты}\n"
    ),
    "guideline/policies.yml": "policies:\n  - {id: p, title: Дважды, every_path: {from: a, to: c, through: [b]}}\n",
}
BASELINE = '{"findings": [{"rule": "CJM005", "id": "role:Второй", "count": 1}]}'
ASKED = RuleChoice(select=("0", "206", "8"))


@pytest.fixture(scope="module")
def verdict() -> Verdict:
    handbook = load({path: text.encode() for path, text in FILES.items()})
    return judge(handbook, today=TODAY, asked=ASKED, baseline=read_baseline(BASELINE))


def report(verdict: Verdict, language: Language = "ru", **how: object) -> Report:
    return Report(verdict=verdict, language=language, **how)  # type: ignore[arg-type]


def clean() -> Verdict:
    return judge(load({}), today=TODAY, asked=RuleChoice(select=("305",)))


def test_the_formats_are_the_modules() -> None:
    assert formats() == ("concise", "github", "gitlab", "json", "junit", "markdown", "sarif", "statistics", "text")


@pytest.mark.parametrize("name", formats())
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_format_is_the_same_each_time_and_ends_its_last_line(
    verdict: Verdict, name: str, language: Language
) -> None:
    for one in (verdict, clean()):
        text = render(name, report(one, language))
        assert text == render(name, report(one, language))
        assert not text or (text.endswith("\n") and not text.endswith("\n\n"))


@pytest.mark.parametrize("name", formats())
def test_every_format_says_what_it_said(verdict: Verdict, name: str) -> None:
    """`CJM_GOLDEN=write pytest tests/report` accepts what it says now."""
    told = [
        f"{language} {how}\n{without_the_rules(render(name, report(found, language, **how)))}"
        for language in LANGUAGES
        for how in ({}, {"colour": True, "width": 72}, {"width": 44})
        for found in (verdict, clean())
        if not how or name in ("text", "statistics")
    ]
    file, text = GOLDEN / f"{name}.txt", "\n".join(told)
    if os.environ.get("CJM_GOLDEN") == "write":
        file.write_bytes(text.encode())
    assert text.splitlines() == file.read_bytes().decode().splitlines()


def without_the_rules(text: str) -> str:
    """SARIF tells all rules there are; they are not what a format is about."""
    if '"rules": [' not in text:
        return text
    log = json.loads(text)
    for run in log["runs"]:
        run["tool"]["driver"] |= {"rules": run["tool"]["driver"]["rules"][:1], "version": "…"}
    return json.dumps(log, ensure_ascii=False, indent=1)


def test_text_says_where_what_and_how_to_mend_it(verdict: Verdict) -> None:
    text = render("text", report(verdict))
    assert (
        "guideline/roles.yml:3:45  ошибка CJM003  «аdmin»: такого имени нет (роль) — «а» здесь русскими буквами\n"
        "    ╷\n"
        "  2 │   - {id: Старший, title: Старший, accept: [{rule: '005', reason: 'Ждём, до весны', until: 2027-01-15}]}\n"
        "  3 │   - {id: admin, title: Админ, substitutes: [аdmin]}\n"
        "    │                                             ^~~~~\n"
        "  4 │   - {id: Второй, title: Второй}\n"
        "    ╵\n"
        "  Как исправить: наберите «admin» заново латиницей"
    ) in text


def test_text_shows_the_way_that_breaks_a_promise(verdict: Verdict) -> None:
    text = render("text", report(verdict))
    way = re.search(r"Вход .*visit\.yml:7.*\n.*│.*иначе\n.* Конец .*visit\.yml:9", text)
    assert way, text


def test_the_last_lines_count_what_is_reported_accepted_and_known(verdict: Verdict) -> None:
    assert render("text", report(verdict)).splitlines()[-3:] == [
        "2 ошибки · принято: 1 (до 15.01.2027) · в базе: 1 · 4 файла",
        "Программа исправит сама 1 замечание: cjm lint --fix",
        "Подробнее о правиле: cjm rule CJM206",
    ]
    last = render("concise", report(verdict, "en")).splitlines()[-1]
    assert last == "2 errors · accepted: 1 (until 2027-01-15) · in the baseline: 1 · 4 files"
    assert render("text", report(clean())) == "замечаний нет · 0 файлов\n"


def test_without_colour_there_is_no_escape_and_with_it_the_words_are_the_same(verdict: Verdict) -> None:
    plain, painted = render("text", report(verdict)), render("text", report(verdict, colour=True))
    assert "\x1b" not in plain and "\x1b[1;31m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
def test_a_narrow_terminal_gets_frames_that_fit_and_carets_under_the_words(verdict: Verdict, width: int) -> None:
    lines = render("text", report(verdict, width=width)).splitlines()
    framed = [line for line in lines if re.match(r"\s+\d* │", line)]
    assert framed and all(cells(line) <= width for line in framed)
    for line, below in itertools.pairwise(framed):
        carets = re.search(r"[~^]+$", below)
        if carets and carets[0] == "^~~~~":
            assert line[carets.start() : carets.end()] == "аdmin"


def test_concise_is_one_line_a_finding(verdict: Verdict) -> None:
    lines = render("concise", report(verdict)).splitlines()
    assert len(lines) == len(verdict.shown) + 1
    assert all(re.match(r"[\w./-]+:\d+:\d+: (ошибка|предупреждение) CJM\d{3} \S", line) for line in lines[:-1])


def test_json_is_what_programs_were_promised(verdict: Verdict) -> None:
    rows = json.loads(render("json", report(verdict)))
    assert [list(row) for row in rows] == [
        ["code", "severity", "file", "line", "column", "message", "hint", "id"]
    ] * len(verdict.shown)
    assert rows[-1]["code"] == "CJM003" and rows[-1]["id"] == "role:admin"


def valid_sarif(text: str) -> dict[str, Any]:
    """The log, after OASIS's own schema has taken it, formats and all; what SARIF writers should say is there."""
    log: dict[str, Any] = json.loads(text)
    validator = jsonschema.Draft4Validator(OASIS, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(log)] == []
    assert (log["$schema"], log["version"]) == (OASIS["id"], "2.1.0")
    for rule in log["runs"][0]["tool"]["driver"]["rules"]:
        short, full = rule["shortDescription"]["text"], rule["fullDescription"]["text"]
        assert full.endswith(".") and short not in full and "\n" not in full and "```" not in full, full
    return log


def test_the_schema_of_sarif_refuses_what_is_none(verdict: Verdict) -> None:
    wrong = render("sarif", report(verdict)).replace('"startLine": 3', '"startLine": 0', 1)
    with pytest.raises(AssertionError, match="minimum of 1"):
        valid_sarif(wrong)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_sarif_of_every_rule_is_valid(language: Language) -> None:
    place = Place("guideline/roles.yml", 1, 1, 0, 0)
    findings = tuple(Finding(rule.code, rule.slug, rule.severity, place, "m", "h", "role:a") for rule in all_rules())
    found = Verdict(handbook=load({}), today=TODAY, choice=RuleChoice(), rules=all_rules(), findings=findings)
    log = valid_sarif(render("sarif", report(found, language)))
    driver = log["runs"][0]["tool"]["driver"]
    assert len(driver["rules"]) == len(all_rules())
    for rule in driver["rules"]:
        assert bool(re.search("[а-яё]", rule["help"]["text"].partition("```")[0].partition("«")[0])) == (
            language == "ru"
        )
    # An address is told where the project has one, and none is made up.
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = ["informationUri" in driver, *("helpUri" in rule for rule in driver["rules"])]
    assert set(told) == {"urls" in project}


def test_sarif_keeps_what_is_accepted_as_suppressed(verdict: Verdict) -> None:
    log = valid_sarif(render("sarif", report(verdict)))
    (run,) = log["runs"]
    suppressed = {
        one["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]: one["suppressions"][0]
        for one in run["results"]
        if "suppressions" in one
    }
    assert suppressed == {
        "role:Старший": {"kind": "inSource", "status": "accepted", "justification": "Ждём, до весны"},
        "role:Второй": {"kind": "external", "status": "accepted", "justification": "baseline"},
    }
    for one in run["results"]:
        assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
    policy = next(one for one in run["results"] if one["ruleId"] == "CJM206")
    assert len(policy["codeFlows"][0]["threadFlows"][0]["locations"]) == 2


def test_sarif_of_a_repair_says_what_is_replaced_by_what(verdict: Verdict) -> None:
    results = json.loads(render("sarif", report(verdict)))["runs"][0]["results"]
    (change,) = next(one for one in results if one["ruleId"] == "CJM003")["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 45, "endLine": 3, "endColumn": 50},
            "insertedContent": {"text": "admin"},
        }
    ]


def test_github_annotates_the_line_and_escapes_what_would_end_the_command(verdict: Verdict) -> None:
    lines = render("github", report(verdict)).splitlines()
    assert len(lines) == len(verdict.shown)
    for line in lines:
        found = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.+)", line)
        assert found and "%0A" in found[3]
    assert "::error file=guideline/roles.yml,line=3,col=45,endColumn=49,title=CJM003::" in lines[-1]


def test_gitlab_recognises_a_finding_whose_line_moved(verdict: Verdict) -> None:
    rows = json.loads(render("gitlab", report(verdict)))
    moved = {path: f"# выше\n{text}" for path, text in FILES.items()}
    handbook = load({path: text.encode() for path, text in moved.items()})
    again = judge(handbook, today=TODAY, asked=ASKED, baseline=read_baseline(BASELINE))
    later = json.loads(render("gitlab", report(again)))
    assert [row["fingerprint"] for row in rows] == [row["fingerprint"] for row in later]
    assert len({row["fingerprint"] for row in rows}) == len(rows)
    assert {row["severity"] for row in rows} <= {"info", "minor", "major", "critical", "blocker"}
    assert rows[-1]["location"] == {"path": "guideline/roles.yml", "lines": {"begin": 3, "end": 3}}


def test_gitlab_and_github_mark_all_lines_of_a_finding() -> None:
    text = "roles:\n  - id: admin\n    title: Админ\n    substitutes:\n      - никто\n      - нигде\n"
    handbook = load({"guideline/roles.yml": text.encode()})
    (first, _) = judge(handbook, today=TODAY, asked=RuleChoice(select=("003",))).shown
    start, end = text.index("- никто"), text.index("\n", text.index("- нигде"))
    place = dataclasses.replace(first.place, line=5, column=7, start=start, end=end)
    both = Verdict(handbook=handbook, today=TODAY, choice=RuleChoice(), rules=(), findings=(dataclasses.replace(first, place=place),))  # fmt: skip
    (row,) = json.loads(render("gitlab", report(both)))
    assert row["location"]["lines"] == {"begin": 5, "end": 6}
    assert "line=5,endLine=6,title=" in render("github", report(both))
    (result,) = valid_sarif(render("sarif", report(both)))["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 5, "startColumn": 7, "endLine": 6, "endColumn": 14}


def test_junit_counts_failures_and_skips_what_is_accepted(verdict: Verdict) -> None:
    root = ElementTree.fromstring(render("junit", report(verdict)))
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("4", "2", "2")
    assert len(root.findall(".//failure")) == 2
    assert [one.get("message") for one in root.findall(".//skipped")] == ["Ждём, до весны", "baseline"]
    assert ElementTree.fromstring(render("junit", report(clean()))).get("tests") == "1"


def test_markdown_is_a_table_with_the_accepted_below(verdict: Verdict) -> None:
    text = render("markdown", report(verdict))
    rows = [line for line in text.splitlines() if line.startswith("| ошибка")]
    assert len(rows) == len(verdict.shown) and all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in rows)
    assert "### Принято с причиной" in text and "Ждём, до весны" in text


def test_statistics_count_by_rule(verdict: Verdict) -> None:
    lines = render("statistics", report(verdict)).splitlines()
    assert lines[0].split() == ["замечаний", "принято", "в", "базе", "правило"]
    assert any(re.match(r"\s*0\s+1\s+1\s+CJM005 bad-id", line) for line in lines)


@pytest.mark.parametrize("name", ["text", "concise"])
@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize(("count", "width", "told"), [(31, 80, True), (31, 40, True), (30, 80, False), (31, 0, False)])
def test_a_long_list_on_a_terminal_ends_in_the_counts_by_rule(
    name: str, language: Language, count: int, width: int, told: bool
) -> None:
    place = Place("guideline/roles.yml", 1, 1, 0, 0)
    codes = ["CJM003"] * (count - 2) + ["CJM206", "CJM999"]  # the last is of no rule that there is
    findings = tuple(Finding(code, "slug", "error", place, "m", "h", "role:a") for code in codes)
    found = Verdict(handbook=load({}), today=TODAY, choice=RuleChoice(), rules=all_rules(), findings=findings)
    lines = render(name, report(found, language, width=width)).splitlines()
    table = [line for line in lines if re.match(r" *\d+  CJM\d{3}", line)]
    assert [tuple(line.split()[:2]) for line in table] == [
        (str(count - 2), "CJM003"),
        ("1", "CJM206"),
        ("1", "CJM999"),
    ] * told
    assert all(cells(line) <= width for line in table)
    if told:  # right above the last line, so that it is on the screen
        head = lines.index(table[0]) - 1
        assert lines[head].split() in (["замечаний", "правило"], ["reported", "rule"])
        assert str(count) in lines[head + 4]


HOSTILE = 'roles:\n  - {id: admin, title: Админ, substitutes: ["\\e[31m\\a|<b>&::error::%0A,]]>\\u202e"]}\n'


@pytest.mark.parametrize("name", formats())
def test_an_author_cannot_steer_the_terminal_or_break_the_format(name: str) -> None:
    handbook = load({"guideline/roles.yml": HOSTILE.encode()})
    text = render(name, report(judge(handbook, today=TODAY, asked=RuleChoice(select=("003",)))))
    if name in ("json", "sarif", "gitlab"):
        json.loads(text)
    elif name == "junit":
        ElementTree.fromstring(text)
    elif name == "github":
        assert len(text.splitlines()) == 1
    assert "\x1b" not in text and "\x07" not in text
    assert name in ("json", "sarif", "gitlab") or "\u202e" not in text


@pytest.mark.parametrize("name", formats())
@pytest.mark.parametrize(
    "sign",
    ["\x1b[31m", "\x07", "\u202e", "\n::error::gone\n", "\r"],
    ids=["colour", "bell", "backwards", "line", "return"],
)
def test_nor_can_the_name_of_a_file(name: str, sign: str) -> None:
    wrong = "section: {}\ntitle: Визит\ncalls: [nobody]\n".format
    handbook = load(
        {f"guideline/sections/a{sign}b.yml": wrong("ab").encode(), "guideline/sections/c.yml": wrong("c").encode()}
    )
    verdict = judge(handbook, today=TODAY, asked=RuleChoice(select=("0",)))
    assert any(sign in one.place.file for one in verdict.findings)
    text = render(name, report(verdict))
    if name in ("json", "sarif", "gitlab"):  # the sign is an escape within a sentence, and the path has none
        assert f"guideline/sections/a{json.dumps(sign)[1:-1]}" not in text and f"guideline/sections/a{sign}" not in text
    elif name == "junit":  # XML keeps the lines of a text
        assert sign not in text or sign.startswith("\n")
    else:
        assert sign not in text and "\n::error::gone" not in text
    if name == "sarif":
        valid_sarif(text)


@pytest.mark.parametrize(
    ("start", "end", "expected"), [(0, 3, (1, 4)), (0, 8, (2, 5)), (0, 10, (2, 5)), (2, 2, (1, 3)), (4, 8, (2, 5))]
)
def test_where_a_place_ends(start: int, end: int, expected: tuple[int, int]) -> None:
    from cjm.load.diagnosis import at_offset

    source = "abc\nefgh\n\n"
    place = at_offset("a.yml", source, start)
    assert end_of(type(place)(place.file, place.line, place.column, start, end), source) == expected


def test_what_is_visible() -> None:
    assert visible("Да,\u00a0нет\t\n😀👨‍👩‍👧") == "Да,\u00a0нет\t\n😀👨‍👩‍👧"
    assert visible("a\x1b[31mb\u202ec") == "a\ufffd[31mb\ufffdc"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("concise", "../guideline/roles.yml"), ("text", "../guideline/roles.yml"), ("github", "club/guideline/roles.yml"),
        ("gitlab", "club/guideline/roles.yml"), ("junit", "club/guideline/roles.yml"), ("sarif", "club/guideline/roles.yml"),
        ("json", "guideline/roles.yml"), ("markdown", "guideline/roles.yml"),
    ],
)  # fmt: skip
def test_a_file_is_called_as_whoever_reads_the_format_finds_it(verdict: Verdict, name: str, file: str) -> None:
    called = {"here": lambda path: f"../{path}", "repository": lambda path: f"club/{path}"}
    said = render(name, report(verdict, called=called))
    assert file in said and not re.search(r"(?<![\w/.])" + "guideline/roles", said.replace(file, ""))
