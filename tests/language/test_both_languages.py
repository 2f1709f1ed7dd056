"""Whatever the program says, it says in both languages, with the same values in it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GAP = re.compile(r"\{[^{}]*\}")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def sentences(package: Path) -> Iterator[tuple[str, str, str]]:
    """Where each sentence stands in the code, in Russian and in English."""
    for file in sorted(package.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        if "Says(" not in text or "rules" in file.parts:  # a rule has values of its own for each language
            continue
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.Call(ast.Name("Says"), [ast.Constant(str(ru)), ast.Constant(str(en))]):
                    yield f"{file.relative_to(ROOT).as_posix()}:{node.lineno}", ru, en


@pytest.mark.parametrize("package", sorted(one.name for one in (ROOT / "cjm").iterdir() if one.is_dir()))
def test_both_languages_say_the_same(package: str) -> None:
    for where, ru, en in sentences(ROOT / "cjm" / package):
        assert sorted(GAP.findall(ru)) == sorted(GAP.findall(en)), where
        assert bool(ru.strip()) == bool(en.strip()), where
        assert not CYRILLIC.search(en), where
        assert (ru[:1].isspace(), ru[-1:].isspace()) == (en[:1].isspace(), en[-1:].isspace()), where
