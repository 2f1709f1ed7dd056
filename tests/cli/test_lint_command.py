"""`cjm lint` as it is typed: exit codes, files written, repairs, watching, and terminals of every kind."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cjm.cli import main
from cjm.load.parse import parse

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = "handbook: base\ntitle: Основа\nlanguage: ru\nparts:\n  - {id: basics, title: Основа, sections: []}\n"
ROLES = "roles:\n  - {id: admin, title: Администратор}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A handbook in which nothing is wrong."""
    (tmp_path / "guideline").mkdir()
    write(tmp_path, HANDBOOK, "handbook")
    write(tmp_path, ROLES)
    return tmp_path


def write(folder: Path, text: str, name: str = "roles") -> None:
    (folder / "guideline" / f"{name}.yml").write_text(text, encoding="utf-8", newline="\n")


def read(folder: Path) -> str:
    return (folder / "guideline" / "roles.yml").read_text(encoding="utf-8")


def cjm(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["lint", "--root", str(folder), "--today", "2026-11-22", "--select", "0,8", *words])


def real(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, str(ROOT / "cli.py"), "lint", "--select", "0,8", *words]
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return subprocess.run(command, cwd=folder, env=plain | environment, capture_output=True, check=False, timeout=60)


WARNED = "roles:\n  - {id: Старший, title: Старший}\n"
WRONG = "roles:\n  - {id: admin, title: Администратор, substitutes: [никто]}\n"


@pytest.mark.parametrize(
    ("roles", "words", "code"),
    [
        (ROLES, (), 0),
        (WARNED, (), 0),
        (WARNED, ("--profile", "release"), 1),
        (WARNED, ("--fail-on", "warning"), 1),
        (WRONG, (), 1),
        (WRONG, ("--fail-on", "off"), 0),
        (WRONG, ("--ignore", "003"), 0),
        ("roles: [", (), 1),
        (ROLES, ("--select", "999"), 2),
        (ROLES, ("--ignore", "nonsense"), 2),
        (ROLES, ("--profile", "strict"), 2),
        (ROLES, ("--output", "sarif"), 2),
        (ROLES, ("--output", "word=out.docx"), 2),
        (ROLES, ("--today", "tomorrow"), 2),
        (ROLES, ("--no-such-option",), 2),
    ],
)
def test_exit_codes(folder: Path, roles: str, words: tuple[str, ...], code: int) -> None:
    write(folder, roles)
    assert cjm(folder, *words).exit_code == code


def test_a_folder_without_a_handbook_is_a_misuse_and_says_what_to_do(tmp_path: Path) -> None:
    result = cjm(tmp_path)
    assert result.exit_code == 2 and "cjm init" in result.output


def test_several_formats_at_once_into_files(folder: Path) -> None:
    write(folder, WRONG)
    out = folder / "reports"
    result = cjm(folder, "--output", f"sarif={out / 'lint.sarif'}", "--output", f"junit={out / 'lint.xml'}")
    assert result.exit_code == 1 and "CJM003" in result.output
    assert json.loads((out / "lint.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "<failure" in (out / "lint.xml").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_no_traceback(folder: Path) -> None:
    (folder / "taken").write_text("", encoding="utf-8")
    result = cjm(folder, "--output", f"json={folder / 'taken' / 'lint.json'}")
    assert result.exit_code == 2 and "не записано" in result.output


def test_the_language_of_messages_can_be_chosen(folder: Path) -> None:
    write(folder, WRONG)
    assert "there is no such role" in cjm(folder, "--lang", "en").output


def test_a_baseline_is_written_used_and_ignored_on_demand(folder: Path) -> None:
    write(folder, WRONG)
    assert cjm(folder, "--write-baseline").exit_code == 0
    assert "role:admin" in (folder / ".cjm-baseline.json").read_text(encoding="utf-8")
    again = cjm(folder)
    assert again.exit_code == 0 and "в базе: 1" in again.output
    assert cjm(folder, "--no-baseline").exit_code == 1
    write(folder, ROLES)
    stale = cjm(folder)
    assert "CJM804" in stale.output
    assert cjm(folder, "--write-baseline").exit_code == 0
    assert cjm(folder, "--profile", "release").exit_code == 0


def test_a_day_decides_whether_an_acceptance_still_holds(folder: Path) -> None:
    write(folder, "roles:\n  - {id: Старший, title: С, accept: [{rule: bad-id, reason: Было, until: 2026-12-01}]}\n")
    assert "принято: 1 (до 01.12.2026)" in cjm(folder).output
    assert "CJM803" in cjm(folder, "--today", "2026-12-02").output


def test_repairs_are_shown_then_made_and_then_there_is_nothing_more(folder: Path) -> None:
    write(folder, "roles:\n  - id: admin  # дежурный\n    titel: Администратор\n")
    shown = cjm(folder, "--diff")
    assert shown.exit_code == 1 and "-    titel:" in shown.output and "+    title:" in shown.output
    assert "titel" in read(folder)
    made = cjm(folder, "--fix")
    assert made.exit_code == 0 and "исправлено замечаний: 1" in made.output
    assert read(folder) == "roles:\n  - id: admin  # дежурный\n    title: Администратор\n"
    assert cjm(folder, "--diff").exit_code == 0
    assert "исправлять нечего" in cjm(folder, "--fix").output


def test_a_repair_keeps_the_rights_of_the_file_and_renames_it_with_its_id(folder: Path) -> None:
    sections = folder / "guideline" / "sections"
    sections.mkdir()
    file = sections / "Визит.yml"
    file.write_text("section: Визит\ntitle: Визит\n", encoding="utf-8", newline="\n")
    file.chmod(0o640)
    cjm(folder, "--fix")
    assert [one.name for one in sections.iterdir()] == ["vizit.yml"]
    assert (sections / "vizit.yml").stat().st_mode & 0o777 == 0o640


def test_machine_formats_stay_clean_while_repairing(folder: Path) -> None:
    write(folder, "roles:\n  - {id: admin, titel: Администратор}\n")
    done = real(folder, "--fix", "--format", "json")
    assert json.loads(done.stdout) == [] and "исправлено" in done.stderr.decode("utf-8")


# Terminals

posix = pytest.mark.skipif(os.name == "nt", reason="a terminal of its own is made as on POSIX")


def test_a_pipe_gets_utf8_without_colour(folder: Path) -> None:
    write(folder, WRONG)
    done = real(folder, PYTHONIOENCODING="cp1252")
    assert "ошибка CJM003" in done.stdout.decode("utf-8") and b"\x1b" not in done.stdout
    assert done.returncode == 1


@pytest.mark.slow
def test_colour_can_be_forced_and_forbidden(folder: Path) -> None:
    write(folder, WRONG)
    assert b"\x1b[1;31m" in real(folder, FORCE_COLOR="1").stdout
    assert b"\x1b" not in real(folder, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_a_reader_that_goes_away_is_no_traceback(folder: Path) -> None:
    write(folder, "roles:\n" + "".join(f"  - {{id: Роль{n}, title: Роль}}\n" for n in range(2000)))
    command = [sys.executable, str(ROOT / "cli.py"), "lint", "--select", "005", "--format", "concise"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()
    process.wait(30)


def terminal(folder: Path, *words: str, columns: int = 60, **environment: str) -> tuple[int, int]:
    """Start the command on a terminal of its own: the process and its screen."""
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    plain |= {"COLUMNS": str(columns), "LINES": "24", "TERM": "xterm-256color", **environment}
    command = [sys.executable, str(ROOT / "cli.py"), "lint", "--select", "0,8", *words]
    import pty  # there is none on Windows

    process, screen = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execvpe(command[0], command, plain)
    return process, screen


def until(screen: int, wanted: str, seconds: float = 30) -> str:
    """What the screen shows, as soon as `wanted` stands on it."""
    shown, end = b"", time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            piece = os.read(screen, 4096)
        except OSError:
            break
        shown += piece
        if not piece or wanted.encode() in shown:
            break
    text = shown.decode("utf-8", "replace")
    assert wanted in text, text
    return text


@posix
def test_a_terminal_gets_colour_and_lines_that_fit(folder: Path) -> None:
    write(folder, WRONG.replace("Администратор", "Администратор " * 9))
    process, screen = terminal(folder, columns=50)
    shown = until(screen, "cjm rule CJM014")
    os.waitpid(process, 0)
    os.close(screen)
    assert "\x1b[1;31m" in shown and "…" in shown


MANY = "roles:\n" + "".join(f"  - {{id: Роль{number}, title: Роль {number}}}\n" for number in range(40))


@pytest.mark.slow
@posix
@pytest.mark.parametrize(("term", "screen_does_more"), [("xterm-256color", True), ("dumb", False)])
def test_a_dumb_terminal_gets_what_a_pipe_gets(folder: Path, term: str, screen_does_more: bool) -> None:
    write(folder, MANY)
    process, screen = terminal(folder, "--format", "concise", "--lang", "en", TERM=term)
    shown = until(screen, " files\r\n")
    os.waitpid(process, 0)
    os.close(screen)
    assert ("\x1b" in shown) == screen_does_more == (re.search(r"40  CJM005 bad-id", shown) is not None)


@posix
def test_a_console_of_another_encoding_gets_what_it_can_show(folder: Path) -> None:
    write(folder, WRONG)
    process, screen = terminal(folder, PYTHONIOENCODING="cp1251", PYTHONUTF8="0")
    shown = b""
    try:
        while piece := os.read(screen, 4096):
            shown += piece
    except OSError:
        pass
    _, status = os.waitpid(process, 0)
    os.close(screen)
    text = re.sub(r"\x1b\[[0-9;]*m", "", shown.decode("cp1251"))
    assert os.waitstatus_to_exitcode(status) == 1
    assert "ошибка" in text and " | " in text and "Traceback" not in text


@pytest.mark.slow
@posix
def test_watching_tells_of_each_save_until_one_has_had_enough(folder: Path) -> None:
    process, screen = terminal(folder, "--watch")
    until(screen, "замечаний нет")
    write(folder, WRONG)
    until(screen, "CJM003")
    write(folder, ROLES)
    shown = until(screen, "замечаний нет")
    assert "\x1b[2J" in shown  # the screen is wiped before each report
    os.kill(process, signal.SIGINT)
    _, status = os.waitpid(process, 0)
    os.close(screen)
    assert os.waitstatus_to_exitcode(status) == 0


def test_watching_reads_again_only_what_was_saved(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files: list[str] = []
    monkeypatch.setattr("cjm.load.reader.parse", lambda file, raw: files.append(file) or parse(file, raw))

    def saved_once(root: Path, check: Callable[[], object]) -> None:
        check()
        write(root, WRONG)
        check()

    monkeypatch.setattr("cjm.cli.watch.again_and_again", saved_once)
    assert "CJM003" in cjm(folder, "--watch").output
    assert files == ["guideline/handbook.yml", "guideline/roles.yml", "guideline/roles.yml"]
