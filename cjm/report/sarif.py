"""SARIF 2.1.0 for code hosts and viewers: every finding with its rule, its way and its repair; the accepted ones too."""

import json
from collections import Counter
from collections.abc import Mapping
from urllib.parse import quote

import cjm
from cjm.edit import Edit
from cjm.language.says import Language
from cjm.lint import Finding, Rule, all_rules
from cjm.model import Place
from cjm.report import Report, end_of

_Json = dict[str, object]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}

SEEN_FROM = "repository"


def render(report: Report) -> str:
    """The log file of one run."""
    rules = [rule for rule in all_rules() if any(one.code == rule.code for one in report.verdict.findings)]
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    seen: Counter[tuple[str, str]] = Counter()
    results = [_result(one, numbers, seen, report.sources) for one in report.verdict.findings]
    run = {
        "tool": {
            "driver": {
                "name": "cjm",
                "version": cjm.__version__,
                "rules": [_rule(rule, report.language) for rule in rules],
            }
        },
        "language": report.language,
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


# Private functions


def _rule(rule: Rule, language: Language) -> _Json:
    page = rule.pages[language].strip()
    return {
        "id": rule.code,
        "name": rule.slug,
        "shortDescription": {"text": rule.title(language)},
        "fullDescription": {"text": " ".join(page.split("\n\n")[1].split())},  # the paragraph that says why
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(
    one: Finding, numbers: Mapping[str, int], seen: Counter[tuple[str, str]], sources: Mapping[str, str]
) -> _Json:
    seen[one.code, one.id] += 1
    made: _Json = {"ruleId": one.code}
    if one.code in numbers:
        made["ruleIndex"] = numbers[one.code]
    made |= {
        "level": _LEVELS[one.severity],
        "message": {"text": f"{one.message}\n{one.hint}"},
        "locations": [{**_location(one.place, sources), "logicalLocations": [{"fullyQualifiedName": one.id}]}],
        # As in the baseline: by rule and thing, so that a finding whose line moved is known again.
        "partialFingerprints": {"ruleAndId/v1": f"{one.code}:{one.id}:{seen[one.code, one.id]}"},
    }
    if one.trail:
        steps = [
            {"location": {**_location(point.place, sources), "message": {"text": point.title}}} for point in one.trail
        ]
        made["codeFlows"] = [{"threadFlows": [{"locations": steps}]}]
    if one.edits:
        made["fixes"] = [_fix(one, sources)]
    if one.accepted:
        made["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": one.accepted}]
    elif one.baselined:
        made["suppressions"] = [{"kind": "external", "status": "accepted", "justification": "baseline"}]
    return made


def _location(place: Place, sources: Mapping[str, str]) -> _Json:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(place),
            "region": _region(place, sources.get(place.file, "")),
        }
    }


def _artifact(place: Place) -> _Json:
    return {"uri": quote(place.file), "uriBaseId": "%SRCROOT%"}


def _region(place: Place, source: str) -> _Json:
    line, column = end_of(place, source)
    return {"startLine": place.line, "startColumn": place.column, "endLine": line, "endColumn": column}


def _fix(one: Finding, sources: Mapping[str, str]) -> _Json:
    by_file: dict[str, list[Edit]] = {}
    for edit in one.edits:
        by_file.setdefault(edit.place.file, []).append(edit)
    changes = [
        {
            "artifactLocation": _artifact(edits[0].place),
            "replacements": [
                {
                    "deletedRegion": _region(edit.place, sources.get(edit.place.file, "")),
                    "insertedContent": {"text": edit.text},
                }
                for edit in edits
            ],
        }
        for edits in by_file.values()
    ]
    return {"description": {"text": one.hint}, "artifactChanges": changes}
