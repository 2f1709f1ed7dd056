"""docs/diagram.md names every module once, and in an order in which a module asks only those above it."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/diagram.md").read_text(encoding="utf-8")
NAMED = re.findall(r"^\| `(\w+)` \| \S", PAGE, re.MULTILINE)
FOLDER = ROOT / "cjm/diagram"


def asked(module: str) -> set[str]:
    """The modules of the package that this one imports."""
    file = next(path for path in (FOLDER / f"{module}.py", FOLDER / module / "__init__.py") if path.is_file())
    tree = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    whole = [node for node in tree if isinstance(node, ast.ImportFrom) and node.module]
    found = {node.module.split(".")[2] for node in whole if (node.module or "").startswith("cjm.diagram.")}  # type: ignore[union-attr]
    return found | {name.name for node in whole if node.module == "cjm.diagram" for name in node.names}


def test_the_page_names_every_module_once() -> None:
    modules = {path.stem for path in FOLDER.glob("*.py")} | {path.parent.name for path in FOLDER.glob("*/__init__.py")}
    assert sorted(NAMED) == sorted(modules - {"__init__"})


def test_a_module_asks_only_those_above_it_on_the_page() -> None:
    wrong = {(module, other) for place, module in enumerate(NAMED) for other in asked(module) - set(NAMED[:place])}
    assert wrong == set()


def test_the_picture_of_the_stages_shows_modules_that_are_there() -> None:
    picture = PAGE.split("```")[1]
    assert {"flow", "columns", "cards", "stacks", "routes", "wires", "band", "layout", "score", "paint"} <= set(
        re.findall(r"\w+", picture)
    ) & set(NAMED)
