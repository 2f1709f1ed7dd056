"""Everything that has to be set up, in one command on a fresh machine; needs nothing but Python.

python3 make.py handbook    the site and the PDF of the handbook, in site_build/out
python3 make.py test        all tests
python3 make.py quick       the tests that take no seconds: about a minute
python3 make.py check       linters, types, the layers of the code, the handbook itself
"""

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
CONSTRAINTS = ROOT / "constraints.txt"
NODE = ROOT / ".node"
STAMP = VENV / "installed.txt"
DAY = "2026-11-22"  # the reference handbook is judged on the day it was written, not when its reviews fall due
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


def run(*command: object) -> None:
    """Run one command from the repository's folder; its failure ends this program with its exit code."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def install(extra: str) -> None:
    """A virtual environment in .venv with the program and its dependencies, pinned by constraints.txt."""
    if sys.version_info < (3, 11):
        sys.exit(f"Нужен Python 3.11 или новее, а это {sys.version.split()[0]}. Python 3.11 or newer is needed.")
    wanted = extra + CONSTRAINTS.read_text(encoding="utf-8") + (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    if STAMP.exists() and wanted in STAMP.read_text(encoding="utf-8").split("\0"):
        return
    if not PYTHON.exists():
        try:
            venv.create(VENV, with_pip=True)
        except subprocess.CalledProcessError:
            sys.exit(
                "Python стоит без модуля venv (Debian, Ubuntu: apt install python3-venv). Python lacks its venv module."
            )
    run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", CONSTRAINTS, "-e", f".{extra}")
    with STAMP.open("a", encoding="utf-8") as stamp:
        stamp.write(wanted + "\0")


def browser() -> None:
    """A Chromium for the browser tests: one that is there, else the test library's own, else the system's package."""
    if any(shutil.which(name) for name in BROWSERS) or os.environ.get("CJM_CHROMIUM"):
        return
    asked = subprocess.run(
        [PYTHON, "-m", "playwright", "install", "chromium"], cwd=ROOT, check=False, capture_output=True
    )
    if asked.returncode and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False)


def handbook() -> None:
    install("")
    run(PYTHON, "-m", "cjm", "build")
    run(PYTHON, "-m", "cjm", "pdf")


def test() -> None:
    install("[dev]")
    browser()
    run(PYTHON, "-m", "pytest", "-n", "auto")


def quick() -> None:
    install("[dev]")
    run(PYTHON, "-m", "pytest", "-m", "not slow", "-n", "auto")


def scripts() -> None:
    """The linter and the type checker over the site's scripts; both come from npm into .node, pinned by package.json."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        if os.environ.get("CI"):
            sys.exit(
                "Нет Node.js: скрипты сайта не проверены. Node.js is missing: the site's scripts were not checked."
            )
        print("Нет Node.js: скрипты сайта не проверены. Node.js is missing: the site's scripts are not checked.")
        return
    wanted = (ROOT / "package.json").read_bytes()
    NODE.mkdir(exist_ok=True)
    if not (NODE / "package.json").exists() or (NODE / "package.json").read_bytes() != wanted:
        run(npm, "install", "--prefix", NODE, "--no-package-lock", "--no-audit", "--no-fund", *_pinned(wanted))
        (NODE / "package.json").write_bytes(wanted)
    run("node", NODE / "node_modules" / "eslint" / "bin" / "eslint.js", "site_build/assets", "templates/training")
    run("node", NODE / "node_modules" / "typescript" / "bin" / "tsc", "--project", "tsconfig.json")


def _pinned(package: bytes) -> list[str]:
    return [f"{name}@{version}" for name, version in json.loads(package)["devDependencies"].items()]


def check() -> None:
    install("[dev]")
    scripts()
    run(PYTHON, "-m", "ruff", "check", ".")
    run(PYTHON, "-m", "ruff", "format", "--check", ".")
    run(PYTHON, "-m", "mypy")
    run(BIN / "lint-imports")
    run(PYTHON, "-m", "cjm", "lint", "--profile", "release", "--today", DAY)


TASKS = {"handbook": handbook, "test": test, "quick": quick, "check": check}

if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in TASKS:
        sys.exit(__doc__)
    TASKS[sys.argv[1]]()
