"""The wheel, built directly and by way of the sdist: it puts one name into site-packages, and the program runs from it."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # wheels are built and installed

ROOT = Path(__file__).resolve().parents[2]
TOP = (
    "cjm", "guideline", "touchpoints", "templates", "site_build", "pyproject.toml", "mkdocs.yml", "cli.py", "LICENSE", "README.md",
    ".gitignore",
)  # fmt: skip


def run(*args: object, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        [str(arg) for arg in args], cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=600,
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "SOURCE_DATE_EPOCH": "1795305600"} | environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is under version control, so that nothing is built inside the work tree."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in TOP:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("out", "__pycache__"))
        elif source.is_file():
            shutil.copy(source, folder / name)
    return folder


@pytest.fixture(scope="module")
def wheels(checkout: Path) -> dict[str, Path]:
    """The wheel built from the tree, and the one built from the sdist, which has nothing else to build from."""
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", "direct", ".", cwd=checkout)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", "by-sdist", ".", cwd=checkout)
    return {kind: next((checkout / kind).glob("*.whl")) for kind in ("direct", "by-sdist")}


@pytest.fixture(scope="module")
def installed(wheels: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("installed") / "site-packages"
    run(
        sys.executable,
        "-m",
        "pip",
        "install",
        "--no-deps",
        "--no-index",
        "--quiet",
        "--target",
        target,
        wheels["by-sdist"],
        cwd=target.parent,
    )
    return target


def test_the_wheel_puts_one_name_into_site_packages(wheels: dict[str, Path]) -> None:
    for wheel in wheels.values():
        with zipfile.ZipFile(wheel) as archive:
            names = {name.partition("/")[0] for name in archive.namelist()}
        assert {name for name in names if not name.endswith(".dist-info")} == {"cjm"}


def test_by_way_of_the_sdist_the_wheel_is_the_same(wheels: dict[str, Path]) -> None:
    contents = []
    for wheel in wheels.values():
        with zipfile.ZipFile(wheel) as archive:
            contents.append({name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name})
    assert contents[0].keys() == contents[1].keys()
    assert contents[0] == contents[1]


def test_the_wheel_carries_the_handbook_and_no_result(wheels: dict[str, Path]) -> None:
    with zipfile.ZipFile(wheels["direct"]) as archive:
        names = set(archive.namelist())
    for path in (
        "guideline/handbook.yml",
        "templates/pages/section.md",
        "templates/theme/main.html",
        "mkdocs.yml",
        "site_build/assets/css/site.css",
    ):
        assert f"cjm/_starter/{path}" in names
    for path in (
        "bare/touchpoints/trial.yml",
        "bare_en/touchpoints/repair.yml",
        "common/ru/README.md",
        "common/en/README.md",
        "common/gitignore",
        "ci/github.yml",
    ):
        assert f"cjm/scaffold/{path}" in names
    assert not [name for name in names if "/out/" in name or "__pycache__" in name or "/tests/" in name]


def test_the_sdist_holds_no_result(wheels: dict[str, Path]) -> None:
    (sdist,) = wheels["by-sdist"].parent.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = archive.getnames()
    assert not [name for name in names if "site_build/out" in name or ".venv" in name]


def test_init_lint_and_build_run_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    where = {"PYTHONPATH": str(installed)}
    cjm = (sys.executable, "-m", "cjm")
    assert str(installed) in run(sys.executable, "-c", "import cjm; print(cjm.__file__)", cwd=tmp_path, **where)
    run(*cjm, "init", "new", cwd=tmp_path, **where)
    run(*cjm, "init", "small", "--bare", cwd=tmp_path, **where)
    assert "замечаний нет" in run(*cjm, "lint", cwd=tmp_path / "new", **where)
    run(*cjm, "build", cwd=tmp_path / "small", **where)
    assert (tmp_path / "small/site_build/out/site/sections/placement.html").is_file()
    assert (tmp_path / "new/guideline/roles.yml").read_bytes() == (ROOT / "guideline/roles.yml").read_bytes()


def test_a_bare_checkout_runs(checkout: Path) -> None:
    assert "замечаний нет" in run(sys.executable, "cli.py", "lint", cwd=checkout, PYTHONPATH="")
