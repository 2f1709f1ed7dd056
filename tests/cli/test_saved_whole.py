"""A file that the program writes is the old one or the whole new one, and stays what it was otherwise."""

import os
from pathlib import Path

import pytest

from cjm.app.refusal import ChangedMeanwhile, NotWritten, write_all
from cjm.atomic import replacing, save
from cjm.edit.change import Changed

posix = pytest.mark.skipif(os.name == "nt", reason="permissions, links and pipes of POSIX")


def test_a_new_file_in_a_new_folder(tmp_path: Path) -> None:
    save(tmp_path / "a/b/записка.txt", "строка\n")
    assert (tmp_path / "a/b/записка.txt").read_bytes() == "строка\n".encode()


def test_what_fails_on_the_way_leaves_the_old_file_alone(tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    save(file, b"old")
    with pytest.raises(KeyboardInterrupt), replacing(file) as stream:
        stream.write(b"half")
        raise KeyboardInterrupt
    assert file.read_bytes() == b"old" and os.listdir(tmp_path) == ["map.svg"]


@posix
def test_permissions_and_a_link_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "real.csv", tmp_path / "link.csv"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    save(link, b"new")
    assert link.is_symlink() and file.read_bytes() == b"new" and file.stat().st_mode & 0o777 == 0o640


@posix
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o027, 0o640), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_may_be_read_by_whom_the_system_lets_read_new_files(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        save(tmp_path / "book.pdf", b"new")
        assert os.umask(mask) == mask, "the mask is the process's, not the file's"
    finally:
        os.umask(before)
    assert (tmp_path / "book.pdf").stat().st_mode & 0o7777 == mode


@posix
def test_standard_output_and_pipes_are_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    save(pipe, "text")
    assert os.read(reader, 9) == b"text" and pipe.is_fifo()
    os.close(reader)


def test_many_files_are_all_made_or_all_as_they_were_the_moved_one_too(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).write_bytes(name.encode())
    moved = [Changed("a", b"a", b"A", moved_to="moved"), Changed("b", b"b", b"B")]
    taken = tmp_path / "taken"
    taken.mkdir()
    with pytest.raises(NotWritten):
        write_all(tmp_path, [*moved, Changed("new", b"", b"N"), Changed("taken", b"", b"x")])
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()} == {
        name: name.encode() for name in "abc"
    }
    with pytest.raises(ChangedMeanwhile) as refused:
        write_all(tmp_path, [*moved, Changed("c", b"other", b"C")])
    assert "c изменился" in refused.value.to("ru") and not (tmp_path / "moved").exists()
    write_all(tmp_path, moved)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()} == {
        "moved": b"A",
        "b": b"B",
        "c": b"c",
    }
