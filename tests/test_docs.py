"""The documents say what is there: every command that they name runs, every command and package is named in them."""

import re
import runpy
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from cjm.cli import main
from cjm.cli.help import help_of
from cjm.export.forms import export_forms
from cjm.lint.rule import _rule
from cjm.model import Handbook
from cjm.model.fields import specs

ROOT = Path(__file__).resolve().parent.parent
README, ENGLISH = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.en.md"))
READMES = pytest.mark.parametrize("readme", [README, ENGLISH], ids=["ru", "en"])
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROGRAM: Any = typer.main.get_command(main)
COMMANDS = PROGRAM.list_commands(None)


def typed(text: str) -> list[str]:
    """The `cjm …` command lines of a document."""
    found = re.findall(r"^cjm .*|`(cjm [^`]*)`", text, re.MULTILINE)
    lines = re.findall(r"^(cjm [^#\n]*)", text, re.MULTILINE)
    return [line.strip() for line in (*found, *lines) if line.strip()]


@pytest.mark.parametrize("line", sorted(set(typed(README) + typed(ENGLISH) + typed(CONTRIBUTING))))
def test_a_command_of_the_documents_can_be_typed(line: str) -> None:
    words = shlex.split(line.split(",")[0])[1:]
    command = PROGRAM.get_command(None, words[0])
    assert command is not None
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("-")} <= known


@READMES
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_has_help(command: str, readme: str) -> None:
    assert f"cjm {command}" in readme
    assert help_of(PROGRAM.get_command(None, command), "ru")


@READMES
def test_the_first_screen_says_how_to_begin_and_to_set_up(readme: str) -> None:
    screen = readme.splitlines()[:30]
    typed = [line.split("  ")[0] for line in screen if line.startswith(("pipx", "cjm", "cd", "python3"))]
    commands = [line.removesuffix(" --lang en") for line in typed]
    assert commands == [
        "pipx install .", "cjm init ~/club --bare", "cd ~/club", "cjm serve --open", "cjm lint",
        "python3 make.py handbook", "python3 make.py test",
    ]  # fmt: skip


@READMES
def test_what_is_installed_is_this_folder(readme: str) -> None:
    """There is no package of it anywhere."""
    installs = re.findall(r"(?:pipx?|uv tool|uv pip|brew|apt) install(?: -\S+)* (\S+)", readme)
    assert installs and {what.strip("`)") for what in installs} == {"."}


@READMES
def test_the_tasks_of_make_are_those_that_there_are(readme: str) -> None:
    make: dict[str, object] = runpy.run_path(str(ROOT / "make.py"))
    assert set(re.findall(r"make\.py (\w+)", readme)) == set(make["TASKS"])  # type: ignore[call-overload]
    assert re.findall(r"python3 make\.py (\w+) ", str(make["__doc__"])) == list(make["TASKS"])  # type: ignore[call-overload]


def test_both_readmes_say_the_same() -> None:
    def outline(text: str) -> list[str]:
        return [line.split(" ")[0][:5] for line in text.splitlines() if line.startswith(("#", "- ", "| ", "```"))]

    def commands(text: str) -> list[str]:
        same = [line.replace("--bare --lang en", "--bare").split("  ")[0] for line in typed(text)]
        return [re.sub(r"книга|файл|book|file", "…", line) for line in same if "--lang" not in line]

    def links(text: str) -> list[str]:
        return [re.sub(r"\.(ru|en)\.md|README.*", "", link) for link in re.findall(r"\]\(([^)]*)\)", text)]

    assert outline(README) == outline(ENGLISH)
    assert commands(README) == commands(ENGLISH)
    assert links(README) == links(ENGLISH)


@READMES
def test_every_link_of_a_readme_leads_to_a_file(readme: str) -> None:
    links = [link for link in re.findall(r"\]\(([^)]*)\)", readme) if "://" not in link]
    assert links and [link for link in links if not (ROOT / link).exists()] == []


def in_fences(text: str) -> list[str]:
    """The command lines of the fenced blocks, in order."""
    return [line for block in re.findall(r"```\n(.*?)```", text, re.DOTALL) for line in block.splitlines() if line]


FORMATS = {language: (ROOT / f"docs/formats.{language}.md").read_text(encoding="utf-8") for language in ("ru", "en")}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_command_of_the_page_of_formats_does_what_it_says(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = CliRunner()
    monkeypatch.chdir(tmp_path)
    assert run.invoke(main, ["init", "school", "--bare", "--lang", language]).exit_code == 0
    monkeypatch.chdir(tmp_path / "school")
    lines = in_fences(FORMATS[language])
    assert {line.split()[1] for line in lines} == {"export", "comments", "import", "map"} and len(lines) >= 11
    for line in lines:
        done = run.invoke(main, shlex.split(line)[1:])
        assert done.exit_code == 0 and not done.exception, (line, done.output, done.stderr)
        out = re.search(r" -o (\S+)", line)
        assert out is None or (tmp_path / "school" / out[1]).exists(), line


def test_the_page_of_formats_names_every_form_and_says_the_same_in_both_languages() -> None:
    for form in ("docx", "client", *export_forms()):
        assert all(f"`cjm export {form}`" in text or f"cjm export {form} " in text for text in FORMATS.values()), form
    names = r"(?<=-o )\S+|(?<=import )\S+|(?<=comments )\S+|(?<=--part )\S+|(?<=--section )\S+|(?<=--journey )\S+|(?<=map )\S+"
    ru, en = ([re.sub(names, "…", line) for line in in_fences(text)] for text in FORMATS.values())
    assert ru == en
    ru, en = ([line[:1] for line in text.splitlines() if line[:1] in ("#", "|", "-")] for text in FORMATS.values())
    assert ru == en


def test_every_package_has_its_place_in_the_architecture() -> None:
    names = [path.stem for path in (ROOT / "cjm").iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()]
    assert [name for name in sorted(names) if name[0] != "_" and f"`{name}`" not in ARCHITECTURE] == []


def test_every_path_of_the_architecture_is_there() -> None:
    for path in re.findall(
        r"`((?:cjm|tests|templates|guideline|touchpoints|site_build/assets|bench)/[\w/.-]*)`", ARCHITECTURE
    ):
        assert (ROOT / path).exists(), path


PYTHON = re.findall(r"```python\n(.*?)```", CONTRIBUTING, re.DOTALL)


def test_contributing_says_how_each_thing_is_added() -> None:
    headings = re.findall(r"^## (.*)", CONTRIBUTING, re.MULTILINE)
    for word in (
        "kind of thing",
        "field",
        "rule",
        "page kind",
        "report format",
        "command",
        "use case",
        "edit",
        "Tests",
    ):
        assert any(word in heading for heading in headings), word
    for path in re.findall(r"`((?:cjm|tests|templates|\.ci)/[\w/.-]*)`", CONTRIBUTING):
        assert (ROOT / path).exists(), path


def test_the_kind_in_contributing_is_a_kind() -> None:
    (code,) = (code for code in PYTHON if "KIND = Kind(" in code)
    made: dict[str, Any] = {"__name__": "locker"}
    exec(compile(code, "locker", "exec"), made)
    kind = made["KIND"]
    assert kind.item is made["Locker"] and list(specs(made["Locker"])) == ["id", "title", "open", "accept"]


def test_the_edit_in_contributing_edits(load_text: Callable[[Mapping[str, str]], Handbook]) -> None:
    (code,) = (code for code in PYTHON if "set_field" in code)
    (text,) = re.findall(r'text = "(.*)"', code)
    source = text.replace("\\n", "\n")
    made: dict[str, Any] = {"handbook": load_text({"guideline/roles.yml": source})}
    exec(compile(code, "edit", "exec"), made)
    assert made["text"] == source.replace("title: Desk", "title: Desk, summary: Meets the guests.")


def test_the_rule_in_contributing_is_a_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = (code for code in PYTHON if "def check(" in code)
    (tmp_path / "short_title.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    import short_title  # type: ignore[import-not-found]

    rule = _rule(short_title)
    assert (rule.code, rule.slug, rule.severity) == ("CJM199", "short-title", "warning")
