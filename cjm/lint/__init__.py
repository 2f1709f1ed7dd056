"""A Handbook in, findings out: rules found by walking the package, stamped by the engine, never writing."""

from cjm.lint.baseline import Baseline, read_baseline, write_baseline
from cjm.lint.choice import RuleChoice
from cjm.lint.engine import Memory, lint
from cjm.lint.finding import Finding, Found, Severity, Waypoint, found
from cjm.lint.rule import Rule, all_rules, find
from cjm.lint.verdict import Verdict, judge

__all__ = [
    "Baseline",
    "Finding",
    "Found",
    "Memory",
    "Rule",
    "RuleChoice",
    "Severity",
    "Verdict",
    "Waypoint",
    "all_rules",
    "find",
    "found",
    "judge",
    "lint",
    "read_baseline",
    "write_baseline",
]  # fmt: skip
