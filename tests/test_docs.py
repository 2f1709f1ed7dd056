"""The documents say what is there: every command that they name runs, every command and package is named in them."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer

from cjm.cli import main
from cjm.cli.help import help_of
from cjm.lint.rule import _rule

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROGRAM: Any = typer.main.get_command(main)
COMMANDS = PROGRAM.list_commands(None)


def typed(text: str) -> list[str]:
    """The `cjm …` command lines of a document."""
    found = re.findall(r"^cjm .*|`(cjm [^`]*)`", text, re.MULTILINE)
    lines = re.findall(r"^(cjm [^#\n]*)", text, re.MULTILINE)
    return [line.strip() for line in (*found, *lines) if line.strip()]


@pytest.mark.parametrize("line", sorted(set(typed(README) + typed(CONTRIBUTING))))
def test_a_command_of_the_documents_can_be_typed(line: str) -> None:
    words = shlex.split(line.split(",")[0])[1:]
    command = PROGRAM.get_command(None, words[0])
    assert command is not None
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("-")} <= known


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_has_help(command: str) -> None:
    assert f"cjm {command}" in README
    assert help_of(PROGRAM.get_command(None, command), "ru")


def test_every_package_has_its_place_in_the_architecture() -> None:
    names = [path.stem for path in (ROOT / "cjm").iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()]
    assert [name for name in sorted(names) if name[0] != "_" and f"`{name}`" not in ARCHITECTURE] == []


def test_every_path_of_the_architecture_is_there() -> None:
    for path in re.findall(
        r"`((?:cjm|tests|templates|guideline|touchpoints|site_build/assets|bench)/[\w/.-]*)`", ARCHITECTURE
    ):
        assert (ROOT / path).exists(), path


def test_the_rule_in_contributing_is_a_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = re.search(r"```python\n(.*?)```", CONTRIBUTING, re.DOTALL)
    assert example
    (tmp_path / "short_title.py").write_text(example[1], encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    import short_title  # type: ignore[import-not-found]

    rule = _rule(short_title)
    assert (rule.code, rule.slug, rule.severity) == ("CJM119", "short-title", "warning")
