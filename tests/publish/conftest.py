"""The language school of `cjm init --bare`: a handbook small enough to be built in a test."""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cjm.scaffold import new_handbook, write_new

REPOSITORY = Path(__file__).resolve().parents[2]
DAY = "2026-11-22"


def in_force(files: dict[str, bytes]) -> dict[str, bytes]:
    """A fresh handbook as its author has it when people work by it: what is found stops a build."""
    outline = "guideline/handbook.yml"
    return {**files, outline: files[outline].replace(b"profile: draft", b"profile: release")}


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A fresh handbook."""
    folder = tmp_path / "school"
    write_new(folder, in_force(new_handbook(bare=True)))
    return folder


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook with its site, not to be changed."""
    folder = tmp_path_factory.mktemp("built") / "school"
    write_new(folder, in_force(new_handbook(bare=True)))
    done = cjm("build", "--zip", root=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def built(built_once: Path, tmp_path: Path) -> Path:
    """A handbook with its site, to be changed."""
    return Path(shutil.copytree(built_once, tmp_path / "school"))


def command(*args: str, root: Path) -> list[str]:
    return [sys.executable, str(REPOSITORY / "cli.py"), args[0], "--root", str(root), *args[1:]]


def cjm(*args: str, root: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the program on the handbook in `root`, on the same day each time."""
    env = os.environ | {"SOURCE_DATE_EPOCH": "1795305600", "PYTHONIOENCODING": "utf-8"} | environment  # 2026-11-22
    return subprocess.run(
        command(*args, root=root), capture_output=True, text=True, encoding="utf-8", env=env, timeout=300
    )


def edit(file: Path, before: str, after: str) -> None:
    """Replace words in a file, as somebody with an editor would."""
    text = file.read_text(encoding="utf-8")
    assert before in text, f"{before!r} is not in {file}"
    file.write_text(text.replace(before, after), encoding="utf-8", newline="\n")


@pytest.fixture
def web() -> Iterator[Callable[[Path], str]]:
    """`web(folder)`: the address at which the folder is served."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None: ...

    with contextlib.ExitStack() as servers:

        def serve(folder: Path) -> str:
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            servers.callback(server.server_close)
            servers.callback(server.shutdown)
            return f"http://localhost:{server.server_port}"

        yield serve
