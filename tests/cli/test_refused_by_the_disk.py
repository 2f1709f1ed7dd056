"""A place that cannot be written, or a setting that means nothing: a sentence and an exit code, never a traceback."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from cjm.cli import main
from cjm.cli.watch import _state

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def taken(tmp_path: Path) -> Path:
    """A file where a folder would have to be."""
    file = tmp_path / "taken"
    file.write_text("", encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "words",
    [
        ("schema", "--out", "{taken}/in"),
        ("rule", "--lang", "ru", "--out", "{taken}/in"),
        ("review", "--root", str(ROOT), "--ics", "{taken}/in.ics"),
        ("matrix", "--root", str(ROOT), "--csv", "{taken}/in.csv"),
        ("map", "--root", str(ROOT), "--overview", "-o", "{taken}/in.svg"),
    ],
    ids=lambda words: words[0],
)
def test_the_file_and_the_reason_are_named(taken: Path, words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, [word.format(taken=taken) for word in words])
    assert result.exit_code == 1 and isinstance(result.exception, SystemExit)
    assert "не записано" in result.output and str(taken / "in") in result.output


@pytest.mark.parametrize("epoch", ["tomorrow", "1e9", "9" * 30])
def test_a_build_day_that_is_no_number_is_named(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = CliRunner().invoke(main, ["review", "--root", str(ROOT)])
    assert result.exit_code == 2 and "SOURCE_DATE_EPOCH" in result.output and epoch in result.output


def test_watching_sees_every_file_that_a_check_reads(tmp_path: Path) -> None:
    for folder in ("guideline/approvals/texts", "touchpoints"):
        (tmp_path / folder).mkdir(parents=True)
    for file in ("guideline/roles.yml", "guideline/.#roles.yml", "guideline/notes.json", "touchpoints/visit.yaml",
                 "guideline/approvals/texts/call.json", ".cjm-baseline.json"):  # fmt: skip
        (tmp_path / file).write_text("{}", encoding="utf-8")
    (tmp_path / "guideline/a-link-to-nothing.yml").symlink_to(tmp_path / "nowhere.yml")
    assert [file for file, _, _ in _state(tmp_path)] == [
        ".cjm-baseline.json", "guideline/approvals/texts/call.json", "guideline/notes.json", "guideline/roles.yml",
        "touchpoints/visit.yaml",
    ]  # fmt: skip
