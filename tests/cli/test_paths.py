"""A handbook in a subfolder of a repository: what is typed from where, and what its files are called there."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from cjm.cli import main

BASE = Path(__file__).resolve().parents[1] / "lint" / "base"
FILE = "guideline/roles.yml"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a handbook in docs/club, whose roles have a field that nobody knows."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    shutil.copytree(BASE, tmp_path / "docs" / "club")
    with (tmp_path / "docs" / "club" / FILE).open("a", encoding="utf-8") as stream:
        stream.write("nonsense: 1\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def typed(*words: str, given: str | None = None) -> tuple[int, str]:
    run = CliRunner().invoke(main, list(words), input=given)
    return run.exit_code, run.output


@pytest.mark.parametrize(
    ("stands", "words", "name"),
    [
        (".", ("docs/club/guideline/roles.yml",), "docs/club/guideline/roles.yml"),
        (".", ("docs/club",), "docs/club/guideline/roles.yml"),
        (".", ("--root", "docs/club"), "docs/club/guideline/roles.yml"),
        ("docs", ("club/guideline",), "club/guideline/roles.yml"),
        ("docs/club", (), "guideline/roles.yml"),
        ("docs/club/guideline", ("roles.yml",), "roles.yml"),
        ("docs/club/guideline/sections", (), "../roles.yml"),
        ("docs/club/guideline", ("./roles.yml", "sections"), "roles.yml"),
    ],
)
def test_a_file_is_called_as_its_reader_opens_it(
    repository: Path, monkeypatch: pytest.MonkeyPatch, stands: str, words: tuple[str, ...], name: str
) -> None:
    monkeypatch.chdir(repository / stands)
    for form in ("concise", "text"):
        _, told = typed("lint", *words, "--select", "008", "--format", form)
        assert told.startswith(f"{name}:"), told
    _, told = typed("lint", *words, "--select", "008", "--format", "github")
    assert "file=docs/club/guideline/roles.yml," in told  # what the host knows, from wherever it is asked
    _, told = typed("lint", *words, "--select", "008", "--format", "sarif")
    place = json.loads(told)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "docs/club/guideline/roles.yml"
    assert place["region"]["endColumn"] > place["region"]["startColumn"]  # its text was found under the other name


def test_from_elsewhere_the_whole_path_is_told(
    repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    _, told = typed("lint", "--root", str(repository / "docs" / "club"), "--select", "008", "--format", "concise")
    assert told.startswith((repository / "docs" / "club" / FILE).resolve().as_posix())


def test_what_is_not_there_is_said(repository: Path) -> None:
    code, told = typed("lint", "docs/club/guideline/rules.yml")
    assert code == 2 and "docs/club/guideline/rules.yml: такого файла нет" in told
    code, told = typed("lint", "docs/club", "docs/club/guideline/rules.yml")
    assert code == 2 and "такого файла нет" in told


def test_a_text_of_the_input_stands_for_its_file(repository: Path) -> None:
    sound = (BASE / FILE).read_text(encoding="utf-8")
    code, told = typed("lint", "-", "--as", "docs/club/guideline/roles.yml", "--select", "008", given=sound)
    assert code == 0 and "nonsense" not in told
    _, told = typed("lint", "-", "--as", "docs/club/guideline/roles.yml", "--select", "008", given=sound + "more: 1\n")
    assert "docs/club/guideline/roles.yml:" in told and "more" in told and "nonsense" not in told
    code, told = typed("lint", "docs/club", "-", given=sound)
    assert code == 2 and "--as" in told


def test_only_the_files_that_were_asked_for_are_counted(repository: Path) -> None:
    _, told = typed("lint", "docs/club/guideline/handbook.yml", "--select", "008")
    assert "1 файл" in told and "файлов" not in told


def test_the_jobs_of_a_code_host_lie_where_it_looks(repository: Path) -> None:
    code, told = typed("init", "docs/new", "--bare", "--ci", "github", "--ci", "gitlab", "--ci", "pre-commit")
    assert code == 0, told
    github = yaml.safe_load((repository / ".github/workflows/handbook.yml").read_text(encoding="utf-8"))
    assert github["defaults"]["run"]["working-directory"] == "docs/new"
    assert github["jobs"]["check"]["steps"][-1]["with"]["path"] == "docs/new/site_build/out/site"
    gitlab = yaml.safe_load((repository / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert gitlab["handbook"]["script"][0] == "cd docs/new"
    assert gitlab["handbook"]["artifacts"]["paths"] == ["docs/new/site_build/out/site"]
    hook = yaml.safe_load((repository / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"][0]
    assert hook["entry"] == "cjm lint --root docs/new" and hook["files"].startswith("^docs/new/(guideline|")
    assert not (repository / "docs/new/.gitlab-ci.yml").exists()
    assert typed(*hook["entry"].split()[1:])[0] == 0


def test_a_job_that_is_there_is_not_overwritten(repository: Path) -> None:
    (repository / ".gitlab-ci.yml").write_text("stages: []\n", encoding="utf-8")
    code, told = typed("init", "docs/new", "--bare", "--ci", "gitlab")
    assert code == 2 and ".gitlab-ci.yml" in told
    assert not (repository / "docs/new").exists()
