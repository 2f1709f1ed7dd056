"""A folder is made to hold exactly these files: what is right already is not touched, all else is made right."""

import os
from pathlib import Path

import pytest

from cjm.publish.tree import TreeChange, files_below, put, sync

OLD = {"index.html": b"<p>890 RUB</p>", "roles/admin.html": b"admin", "css/site.css": b"body {}"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder in which `OLD` was written long ago."""
    sync(tmp_path / "site", OLD)
    for file in files_below(tmp_path / "site").values():
        os.utime(file, (1_000_000_000, 1_000_000_000))
    return tmp_path / "site"


def held(folder: Path) -> dict[str, bytes]:
    return {path: file.read_bytes() for path, file in files_below(folder).items()}


def touched(folder: Path) -> set[str]:
    return {path for path, file in files_below(folder).items() if file.stat().st_mtime > 1_000_000_000}


@pytest.mark.parametrize(
    ("changes", "written", "removed"),
    [
        ({}, (), ()),
        ({"index.html": b"<p>990 RUB</p>"}, ("index.html",), ()),  # as long as before
        ({"index.html": b""}, ("index.html",), ()),
        ({"b/new.html": b"new", "a.html": b"new"}, ("a.html", "b/new.html"), ()),
        ({"roles/admin.html": None}, (), ("roles/admin.html",)),
        ({"roles/admin.html": None, "roles": b"a file now"}, ("roles",), ("roles/admin.html",)),
        ({"index.html": None, "index.html/a.html": b"a folder now"}, ("index.html/a.html",), ("index.html",)),
        (dict.fromkeys(OLD), (), tuple(sorted(OLD))),
    ],
    ids=["nothing", "same size", "empty", "new", "gone", "a file for a folder", "a folder for a file", "all gone"],
)
def test_only_what_differs_is_written(
    site: Path, changes: dict[str, bytes | None], written: tuple[str, ...], removed: tuple[str, ...]
) -> None:
    wanted = {path: content for path, content in {**OLD, **changes}.items() if content is not None}
    changed = sync(site, wanted)
    assert changed == TreeChange(written, removed) and bool(changed) is bool(written or removed)
    assert held(site) == wanted and touched(site) == set(written)
    assert {one.name for one in site.rglob("*") if one.is_dir()} == {
        path.split("/")[0] for path in wanted if "/" in path
    }


def test_a_file_may_be_the_same_as_another(site: Path, tmp_path: Path) -> None:
    for text in (b"first", b"other"):
        (tmp_path / "source").write_bytes(text)
        assert sync(site, {"copy": tmp_path / "source"}).written == ("copy",)
        assert held(site) == {"copy": text}
        assert not sync(site, {"copy": tmp_path / "source"})


def test_one_file_says_whether_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "a/b/mkdocs.yml"
    assert [put(file, b"one"), put(file, b"one"), put(file, b"two"), put(file, b"")] == [True, False, True, True]
    assert file.read_bytes() == b""


def test_below_a_folder_that_is_not_there_is_nothing(tmp_path: Path) -> None:
    assert files_below(tmp_path / "nowhere") == {}
    sync(tmp_path / "out/docs/site", {})
    assert (tmp_path / "out/docs/site").is_dir()
    sync(tmp_path / "site", {"b": b"", "a/z": b"", "a/b/c": b""})
    assert list(files_below(tmp_path / "site")) == ["a/b/c", "a/z", "b"]
