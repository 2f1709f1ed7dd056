"""A use case knows no command line: it neither prints nor exits, and can be called where there is no terminal."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import cjm.app

MODULES = sorted(Path(cjm.app.__path__[0]).glob("*.py"))
DOORS = {"typer", "click", "sys", "argparse"}


def told(source: str) -> Iterator[str]:
    """What a module does that only a command may."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names]
            yield from (name for name in names if name.partition(".")[0] in DOORS)
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("print", "exit", "input")
        ):
            yield node.func.id


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_no_use_case_prints_or_exits(module: Path) -> None:
    assert list(told(module.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("line", ["import typer", "from typer import echo", "import sys", "def f():\n    print(1)"])
def test_what_is_looked_for_is_found(line: str) -> None:
    assert list(told(line))
