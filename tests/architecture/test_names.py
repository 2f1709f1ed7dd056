"""A public name means one thing: whoever looks for the field's word finds it once in `cjm`."""

import ast
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# What a folder asks of each of its modules, and the verbs that say in which form a result is written.
ENTRIES = {
    "pages",
    "command",
    "HELP",
    "app",
    "render",
    "check",
    "KIND",
    "KINDS",
    "SEEN_FROM",
    "as_text",
    "as_json",
    "as_data",
    "as_markdown",
    "takes",
    "MEANS",
    "read",
}
# What a rule declares (`cjm/lint/rule.py` reads it).
OF_A_RULE = {"gather", "STYLE", "CODE", "SEVERITY", "PROFILE", "WHEN", "WHERE", "OVER", "SAYS", "HINT", "RU"}


def names(text: str) -> set[str]:
    """The public names that a module defines itself, at its top level."""
    found: set[str] = set()
    for node in ast.parse(text).body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                found.add(node.name)
            case ast.Assign() | ast.AnnAssign():
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                found |= {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}
    return {name for name in found if not name.startswith("_")}


def twice(modules: Mapping[str, str]) -> dict[str, list[str]]:
    """The names that more than one module defines, with these modules; `modules` are texts by path."""
    places: dict[str, list[str]] = defaultdict(list)
    for path, text in sorted(modules.items()):
        for name in names(text) - ENTRIES - (OF_A_RULE if path.startswith("cjm/lint/rules/") else set()):
            places[name].append(path)
    return {name: paths for name, paths in places.items() if len(paths) > 1}


def test_no_public_name_is_defined_twice() -> None:
    modules = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in ROOT.glob("cjm/**/*.py")}
    assert twice(modules) == {}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("class Way: ...", "class Way: ...", {"Way"}),
        ("class Way: ...", "Way = tuple[str, str]", {"Way"}),
        ("A4, A3 = 1, 2", "A3: float = 3", {"A3"}),
        ("def plain(): ...", "async def plain(): ...", {"plain"}),
        ("class Way: ...", "from a import Way", set()),  # given on, not defined
        ("_Way = 1", "_Way = 2", set()),
        ("def app(): ...", "def app(): ...", set()),
        ("def f():\n    Way = 1", "Way = 2", set()),
        ("class A:\n    way: int", "way = 1", set()),
    ],
)
def test_what_counts_as_defined_twice(one: str, other: str, found: set[str]) -> None:
    assert set(twice({"cjm/a.py": one, "cjm/b.py": other})) == found


def test_a_rule_declares_what_every_rule_declares() -> None:
    rule = 'CODE = "101"\nSAYS = ...\nWay = 1'
    assert set(twice({"cjm/lint/rules/a.py": rule, "cjm/lint/rules/b.py": rule})) == {"Way"}
    assert set(twice({"cjm/a.py": "SAYS = 1", "cjm/b.py": "SAYS = 2"})) == {"SAYS"}
