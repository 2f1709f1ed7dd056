"""`cjm eject`: one file becomes the handbook's own, and nothing that is there is overwritten."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from cjm.cli import main
from cjm.pages.contract import VERSION
from cjm.scaffold import ejectable, new_handbook, write_new

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def school(tmp_path: Path) -> Path:
    write_new(tmp_path, new_handbook(bare=True))
    return tmp_path


def eject(root: Path, *args: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["eject", "--root", str(root), *args])
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("templates/pages/section.md", "templates/pages/section.md"),
        ("pages/section.md", "templates/pages/section.md"),
        ("site.css", "site_build/assets/css/site.css"),
        ("css\\site.css", "site_build/assets/css/site.css"),
    ],
)
def test_a_file_is_taken_by_its_path_or_its_end(school: Path, name: str, path: str) -> None:
    code, said = eject(school, name)
    assert code == 0 and path in said
    mark, rest = (school / path).read_bytes().split(b"\n", 1)
    assert f"cjm: template contract {VERSION}" in mark.decode()
    assert rest == (ROOT / path).read_bytes()


def test_a_changed_file_stays_as_it_is(school: Path) -> None:
    eject(school, "site.css")
    mine = school / "site_build/assets/css/site.css"
    mine.write_text("/* mine */", encoding="utf-8")
    code, said = eject(school, "site.css")
    assert code == 2 and "уже лежит" in said
    assert mine.read_text(encoding="utf-8") == "/* mine */"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["sektion.md"], "section.md"),
        (["section.md"], "templates/pages/section.md"),
        ([], "eject --list"),
        (["../../etc/passwd"], "нет такого"),
    ],
)
def test_what_is_unclear_is_said(school: Path, args: list[str], said: str) -> None:
    several = [one.path for one in ejectable() if one.path.endswith("/section.md")]
    code, text = eject(school, *args)
    if args == ["section.md"] and len(several) == 1:
        assert code == 0
    else:
        assert code == 2
    assert said in text
    assert not (school / "templates/theme").exists()


def test_the_list_marks_what_is_the_handbooks_own(school: Path) -> None:
    eject(school, "site.css")
    code, listed = eject(school, "--list")
    lines = listed.splitlines()
    assert code == 0
    assert "site_build/assets/css/site.css  (свой)" in lines
    assert "templates/pages/home.md" in lines
    assert len(lines) == len(ejectable())


def test_in_the_checkout_everything_is_there_already() -> None:
    assert eject(ROOT, "site.css")[0] == 2
    assert "(свой)" not in eject(ROOT, "--list")[1]


def test_the_list_has_all_and_marks_what_is_own(school: Path) -> None:
    assert eject(school, "--list") == (0, "".join(f"{one.path}\n" for one in ejectable()))
    eject(school, "pages/section.md")
    marked = [line for line in eject(school, "--list")[1].splitlines() if not line.endswith((".md", ".css"))]
    assert [line for line in marked if "свой" in line] == ["templates/pages/section.md  (свой)"]
    assert (
        "свой" not in eject(ROOT, "--list")[1]
    )  # where the files that come with the program lie, none is anybody's own
