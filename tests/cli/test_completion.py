"""What Tab offers: commands, options, choices and the ids of the handbook; in each shell that is there, really typed."""

import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cjm.cli import main
from cjm.cli.completion import SCRIPTS
from cjm.export.forms import export_forms

ROOT = Path(__file__).resolve().parents[2]
CLUB = {
    "handbook": "handbook: club\ntitle: Клуб\nlanguage: ru\nparts: [{id: all, title: Всё, sections: [no-show]}]\npeople: [{id: anna, name: Анна}]\n",
    "roles": "roles: [{id: admin, title: Администратор}]\n",
    "sections/no-show": "section: no-show\ntitle: Клиент не пришёл\nsteps: [{id: wait, do: Подождите.}]\n",
}


@pytest.fixture
def club(tmp_path: Path) -> Path:
    """A handbook, and a `cjm` to be typed that is this program."""
    for name, text in CLUB.items():
        file = tmp_path / "club" / "guideline" / f"{name}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    (tmp_path / "club" / "README.md").write_text("", encoding="utf-8")
    program = tmp_path / "bin" / "cjm"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT / "cli.py"}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return tmp_path / "club"


def offered(line: str) -> dict[str, str]:
    """Each word that can stand at the end of `line`, and what it means."""
    done = CliRunner().invoke(main, [], env={"CJM_COMPLETE": line})
    assert done.exit_code == 0, done.exception
    return dict(one.split("\t") for one in done.stdout.splitlines())  # type: ignore[misc]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("cjm exp", ["export"]), ("cjm -", ["--lang", "--version", "-h", "--help"]), ("cjm --lang ", ["ru", "en"]),
        ("cjm --lang en exp", ["export"]), ("cjm pdf --se", ["--section"]), ("cjm pdf --section ", ["no-show"]),
        ("cjm pdf --section=n", ["--section=no-show"]), ("cjm pdf --section x", []), ("cjm pdf --part ", ["all"]),
        ("cjm pdf --role '", ["admin"]), ("cjm approve --by a", ["anna"]), ("cjm approve --by anna n", ["no-show"]),
        ("cjm approve no-show n", ["no-show"]), ("cjm rename se", ["section:no-show"]), ("cjm rename role:", ["role:admin"]),
        ("cjm rename role:admin a", []), ("cjm rule 20", ["201", "202", "203", "205", "206", "207", "208", "209"]),
        ("cjm rule dead-l", ["dead-link"]), ("cjm lint --select 201,dead-l", ["201,dead-link"]),
        ("cjm lint --format s", ["sarif", "statistics"]), ("cjm lint --profile r", ["review", "release"]),
        ("cjm lint --fail-on=e", ["--fail-on=error"]), ("cjm export ", ["docx", "client", *export_forms()]), ("cjm export docx ", []),
        ("cjm completion ", list(SCRIPTS)), ("cjm init x --ci g", ["github", "gitlab"]), ("cjm lint --fix --wa", ["--watch"]),
        ("cjm comments ", []), ("cjm map --out ", []), ("cjm biuld li", ["lint"]), ("cjm lint --root", ["--root"]),
        ("cjm approve sections n", ["no-show"]), ("cjm map name ", []), ("cjm rename --dry-run role:a", ["role:admin"]),
        ("cjm diff approved --mark", ["--markdown"]), ("cjm pdf --cards --role a", ["admin"]), ("cjm  exp", ["export"]),
        ("cjm eject templates/parts/tab", ["templates/parts/tables.md"]), ("cjm pdf --section", ["--section"]),
    ],
)  # fmt: skip
def test_what_can_stand_there(club: Path, monkeypatch: pytest.MonkeyPatch, line: str, words: list[str]) -> None:
    monkeypatch.chdir(club)
    assert list(offered(line)) == words


def test_a_word_comes_with_its_meaning_in_the_language_of_the_handbook(
    club: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(club)
    assert offered("cjm pdf --section ") == {"no-show": "Клиент не пришёл"}
    assert offered("cjm expo") == {
        "export": "Гайдлайн или его часть файлом для другой программы — или страницы для клиентов."
    }
    assert offered("cjm --lang en expo") == {
        "export": "The handbook or a part of it as a file for another program, or the pages for clients."
    }


def test_the_handbook_is_that_of_root(club: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered("cjm pdf --section ") == {}
    assert list(offered(f'cjm pdf --root "{club}" --section ')) == ["no-show"]


def test_a_handbook_that_cannot_be_read_offers_what_is_left(club: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (club / "guideline/roles.yml").write_text("roles: [", encoding="utf-8")
    monkeypatch.chdir(club)
    assert offered("cjm pdf --role ") == {} and list(offered("cjm pdf --section ")) == ["no-show"]


@pytest.mark.parametrize("shell", SCRIPTS)
def test_a_shell_can_read_its_script(shell: str, tmp_path: Path) -> None:
    program = shutil.which({"powershell": "pwsh"}.get(shell, shell))
    if not program:
        pytest.skip(f"there is no {shell} here")
    script = tmp_path / "script"
    script.write_text(CliRunner().invoke(main, ["completion", shell]).stdout, encoding="utf-8")
    check = {"powershell": ["-NoProfile", "-Command", f". {script}"]}.get(shell, ["-n", str(script)])
    done = subprocess.run([program, *check], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("line", "words", "reply"),
    [
        ("cjm exp", ["cjm", "exp"], "export"),
        ("cjm rename section:n", ["cjm", "rename", "section", ":", "n"], "no-show"),
        ("cjm rename section:", ["cjm", "rename", "section", ":"], "no-show"),
        ("cjm rename sect", ["cjm", "rename", "sect"], "section:no-show"),
        ("cjm pdf --section=n", ["cjm", "pdf", "--section", "=", "n"], "no-show"),
        ("cjm comments READ", ["cjm", "comments", "READ"], ""),
    ],
)
def test_bash_gets_the_piece_that_it_has_cut_off(club: Path, line: str, words: list[str], reply: str) -> None:
    bash = shutil.which("bash")
    if not bash:
        pytest.skip("there is no bash here")
    typed = " ".join(f"'{word}'" for word in words)
    code = f"""{SCRIPTS["bash"]}
        COMP_WORDS=({typed}); COMP_CWORD=$(({len(words)} - 1)); COMP_LINE='{line}'; COMP_POINT={len(line)}
        _cjm cjm "${{COMP_WORDS[COMP_CWORD]}}" ''; complete -p cjm; printf '%s\\n' "${{COMPREPLY[@]}}" """
    path = f"{club.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run([bash, "-c", code], cwd=club, env=os.environ | {"PATH": path}, capture_output=True, text=True)
    assert done.stdout == f"complete -o default -F _cjm cjm\n{reply}\n", done.stderr


TYPED = [
    ("cjm rename section:n\t", "section:no-show"), ("cjm pdf --section=n\t", "--section=no-show"),
    ("cjm pdf --section n\t", "no-show"), ("cjm exp\t", "export"), ("cjm comments READ\t", "README.md"),
]  # fmt: skip
START = {
    "bash": (["--norc", "--noprofile", "-i"], 'eval "$(cjm completion bash)"'),
    "zsh": (["-f", "-i"], 'autoload -U compinit; compinit -D -u; eval "$(cjm completion zsh)"'),
    "fish": (["--no-config", "-i"], "cjm completion fish | source"),
}


@pytest.mark.slow
@pytest.mark.parametrize("shell", START)
def test_tab_in_a_real_shell(club: Path, shell: str) -> None:
    pty = pytest.importorskip("pty")
    program = shutil.which(shell)
    if not program:
        pytest.skip(f"there is no {shell} here")
    options, start = START[shell]
    path = f"{club.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    process, screen = pty.fork()
    if process == 0:
        os.chdir(club)
        home = {"PATH": path, "HOME": str(club.parent), "TERM": "xterm", "HISTFILE": os.devnull}
        os.execve(program, [program, *options], os.environ | home)
    try:
        for line, wanted in [(f"{start}; echo rea''dy\n", "ready"), *TYPED]:
            os.write(screen, line.encode())
            _wait(screen, wanted)
            os.write(screen, b"\x15")  # take the line away
    finally:
        os.close(screen)
        os.waitpid(process, 0)


def _wait(screen: int, wanted: str, seconds: float = 60) -> None:
    shown, end = b"", time.monotonic() + seconds
    while wanted not in shown.decode("utf-8", "replace"):
        assert time.monotonic() < end, shown
        if select.select([screen], [], [], 0.2)[0]:
            shown += os.read(screen, 65536)
