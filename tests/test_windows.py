"""What only POSIX has is imported where it is used: on Windows every module of the program and of its tests is imported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# These two come first: on Windows both have another half, which needs none of what is taken away.
IMPORT_ALL = """
import asyncio, importlib, pkgutil, sys
import cjm.publish.swap
import pytest
sys.modules |= dict.fromkeys(("pty", "fcntl", "termios", "tty", "resource", "pwd", "grp"))
for module in pkgutil.walk_packages(cjm.__path__, "cjm."):
    if module.name != "cjm.__main__":
        importlib.import_module(module.name)
sys.exit(pytest.main(["--collect-only", "-qq", "-p", "no:cacheprovider", *sys.argv[1:]]))
"""


def imported(*tests: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", IMPORT_ALL, *tests]
    where = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=where, capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.slow
def test_every_module_is_imported_without_what_only_posix_has() -> None:
    done = imported("tests")
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.slow
def test_a_module_that_needs_it_is_found(tmp_path: Path) -> None:
    (tmp_path / "test_on_a_terminal.py").write_text("import pty\n\n\ndef test_nothing():\n    assert pty\n")
    done = imported(str(tmp_path), folder=tmp_path)
    assert done.returncode != 0 and "import pty" in done.stdout
