"""`cjm init` as its user meets it: a folder that is clean at once, and nothing that was there is touched."""

import datetime as dt
import json
import shlex
from pathlib import Path

import pytest
import typer
import yaml
from typer.testing import CliRunner

from cjm.cli import main
from cjm.lint.choice import RuleChoice
from cjm.lint.verdict import judge
from cjm.load import load_folder
from cjm.model.files import FILE_KINDS
from cjm.scaffold import CI, new_handbook

ROOT = Path(__file__).resolve().parents[2]
ANYTHING = "2026-11-22"


def init(*args: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["init", *args])
    return done.exit_code, done.output


@pytest.mark.parametrize("options", [["--bare"], []])
def test_a_new_handbook_is_clean_for_release(tmp_path: Path, options: list[str]) -> None:
    code, said = init(str(tmp_path / "new"), *options)
    assert code == 0 and "cjm serve --open" in said
    handbook = load_folder(tmp_path / "new")
    verdict = judge(handbook, today=dt.date.fromisoformat(ANYTHING), asked=RuleChoice(profile="release"))
    assert [f"{one.place.file}:{one.place.line} {one.message}" for one in verdict.shown] == []
    assert {one.place.file for one in verdict.accepted} <= {
        f"guideline/sections/{beside}.yml"
        for beside in (
            "emergency",
            "first-shift",
            "house",
            "rare",
            "till-papers",
            "booking-chat",
            "building-crew",
            "child-water",
            "families",
            "talks",
        )
    }


def test_the_small_one_shows_every_kind_of_thing(tmp_path: Path) -> None:
    init(str(tmp_path / "new"), "--bare")
    handbook = load_folder(tmp_path / "new")
    (journey,) = handbook.journeys
    assert len(handbook.sections) == 3 and len(handbook.client_types) == 2
    assert any(len(point.next) > 1 for point in journey.touchpoints)
    assert any(point.moment_of_truth for point in journey.touchpoints)
    for kind in ("roles", "facts", "placeholders", "promises", "terms", "policies", "words", "synonyms", "probes"):
        assert getattr(handbook, kind), kind
    for section in handbook.sections:
        assert section.steps and section.scripts and section.conflicts and section.never
        assert {question.use for question in section.questions} == {"practice", "exam"}


def test_content_is_copied_and_what_was_signed_is_not(tmp_path: Path) -> None:
    init(str(tmp_path / "new"))
    for path in ("guideline/roles.yml", "touchpoints/first-visit.yml"):
        assert (tmp_path / "new" / path).read_bytes() == (ROOT / path).read_bytes()
    assert not (tmp_path / "new/templates").exists(), "templates stay with the program, so that repairs arrive"


def test_what_others_signed_is_not_signed_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = (
        "guideline/handbook.yml",
        "guideline/roles.yml",
        "guideline/sections/approvals.yml",
        "touchpoints/visit.yml",
    )
    signed = ("guideline/approvals/2026-10-01-vera-7c3e91af.yml", "guideline/approvals/texts/7c3e91af.yml")
    for path in (*kept, *signed, "guideline/approvals/texts/7c3e91af.txt", "guideline/notes.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(f"# {path}\n", encoding="utf-8")
    monkeypatch.setattr("cjm.scaffold.init.shipped", lambda: tmp_path)
    content = {path for path in new_handbook() if path.startswith(("guideline", "touchpoints"))}
    assert content == set(kept)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    mine = tmp_path / "guideline/facts.yml"
    mine.parent.mkdir()
    mine.write_text("facts: []\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    code, said = init(str(tmp_path), "--bare")
    assert code == 2
    assert "guideline/facts.yml" in said and "README.md" in said and "roles.yml" not in said
    assert mine.read_text(encoding="utf-8") == "facts: []\n"
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["README.md", "facts.yml"]


def test_a_folder_with_other_things_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert init(str(tmp_path), "--bare")[0] == 0
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_where_a_folder_is_needed_is_named(tmp_path: Path) -> None:
    (tmp_path / "guideline").write_text("a file", encoding="utf-8")
    code, said = init(str(tmp_path), "--bare")
    assert code == 2 and "  guideline\n" in said
    file = tmp_path / "file"
    file.write_text("a file", encoding="utf-8")
    assert init(str(file), "--bare")[0] == 2


def test_the_editor_finds_a_schema_for_each_kind_of_file(tmp_path: Path) -> None:
    init(str(tmp_path), "--bare")
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
    schemas = settings["yaml.schemas"]
    assert (settings["files.encoding"], settings["files.eol"], settings["yaml.format.enable"]) == ("utf8", "\n", False)
    assert settings["[yaml]"] == {
        "editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on",
        "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
    }  # fmt: skip
    assert set(schemas.values()) == {kind.pattern for kind in FILE_KINDS}
    for schema in schemas:
        assert json.loads((tmp_path / schema).read_text(encoding="utf-8"))["$schema"]
    assert "/site_build/out/" in (tmp_path / ".gitignore").read_text(encoding="utf-8").splitlines()


def commands_in(text: str) -> list[list[str]]:
    """The lines `cjm …` of a file, as words."""
    found = []
    for line in text.replace("`", "\n").splitlines():
        line = line.strip().removeprefix("- ").removeprefix("run: ").removeprefix("entry: ").strip()
        if line.startswith("cjm "):
            found.append(shlex.split(line, comments=True)[1:])
    return found


def parses(words: list[str]) -> None:
    """Fail unless the program knows this command with these options."""
    command = typer.main.get_command(main).get_command(None, words[0])  # type: ignore[attr-defined]
    assert command, words
    known = {option for parameter in command.params for option in parameter.opts}
    for word in words[1:]:
        assert not word.startswith("-") or word.partition("=")[0] in known, words


@pytest.mark.parametrize("host", CI)
def test_the_jobs_for_code_hosts_are_yaml_and_their_commands_exist(tmp_path: Path, host: str) -> None:
    assert init(str(tmp_path), "--bare", "--ci", host)[0] == 0
    for _, path in CI[host]:
        text = (tmp_path / path).read_text(encoding="utf-8")
        assert yaml.safe_load(text)
        commands = commands_in(text)
        assert ["lint"] in [words[:1] for words in commands]
        for words in commands:
            parses(words)


def test_the_hook_for_other_repositories_runs_a_command_that_exists() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    parses(shlex.split(hook["entry"])[1:])
    assert hook["pass_filenames"] is False


def test_the_readme_names_commands_and_files_that_exist(tmp_path: Path) -> None:
    init(str(tmp_path), "--bare")
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    commands = commands_in(text)
    assert len({words[0] for words in commands}) >= 5
    for words in commands:
        parses(words)
    for path in ("touchpoints", "guideline/sections", "guideline/handbook.yml", "guideline/facts.yml", "mkdocs.yml"):
        assert path in text and (tmp_path / path).exists()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_empty_one_asks_four_things_and_says_nothing_else(tmp_path: Path, language: str) -> None:
    answers = [
        "--company",
        "Студия «Круг»",
        "--title",
        "Как мы работаем",
        "--role",
        "Мастер",
        "--journey",
        "Первый урок",
    ]
    made = CliRunner().invoke(main, ["--lang", language, "init", str(tmp_path / "a"), "--empty", *answers])
    assert made.exit_code == 0, made.output
    handbook = load_folder(tmp_path / "a")
    assert handbook.problems == () and handbook.outline.lint.profile == "draft"
    assert (handbook.outline.id, handbook.outline.organisation) == ("studiya-krug", "Студия «Круг»")
    assert [role.id for role in handbook.roles] == ["master"]
    assert [(journey.id, len(journey.touchpoints)) for journey in handbook.journeys] == [("pervyy-urok", 1)]
    verdict = judge(handbook, today=dt.date.fromisoformat(ANYTHING))
    assert [finding.code for finding in verdict.findings if finding.severity == "error"] == []
    words = " ".join(text for path, text in handbook.sources.items())
    assert ("Кто выполняет?" in words) == (language == "ru") and ("Who performs it?" in words) == (language == "en")


def test_nobody_to_ask_takes_the_usual_answers(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["--lang", "ru", "init", str(tmp_path / "a"), "--empty"]).exit_code == 0
    assert load_folder(tmp_path / "a").outline.title == "Стандарты работы с клиентами"


def test_small_and_empty_exclude_each_other(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["--lang", "ru", "init", str(tmp_path / "a"), "--empty", "--bare"]).exit_code == 2
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("options", [[], ["--bare"], ["--empty"]])
def test_a_new_handbook_is_a_draft(tmp_path: Path, options: list[str]) -> None:
    CliRunner().invoke(main, ["--lang", "ru", "init", str(tmp_path / "a"), *options])
    assert load_folder(tmp_path / "a").outline.lint.profile == "draft"


def test_pictures_come_along(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["--lang", "ru", "init", str(tmp_path / "a")])
    assert (tmp_path / "a/guideline/files/plan.svg").is_file()
