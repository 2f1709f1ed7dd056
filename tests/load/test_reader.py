"""A file is parsed alone and once: what a reader makes of edited files is what a full load makes, findings and all."""

import dataclasses
import datetime as dt
import re
import subprocess
from array import array
from collections.abc import ItemsView, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.lint import lint
from cjm.load import FolderFiles, Reader, Unreadable, load, load_folder, read_folder
from cjm.load.folder import LARGEST_FILE
from cjm.load.link import link
from cjm.load.parse import parse
from cjm.load.revision import NoRevision, read_revision
from cjm.model import Handbook

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 22)
Files = Mapping[str, bytes | Unreadable]

REFERENCE: Files = read_folder(ROOT)
SMALL: Files = {
    path: text.encode()
    for path, text in {
        "guideline/handbook.yml": """handbook: school
title: Школа
language: ru
channels: [{id: hall, title: Зал}]
journeys: [visit]
parts:
  - {id: all, title: Всё, sections: [farewell, welcome, {planned: storm, title: Гроза}]}
""",
        "guideline/roles.yml": "roles:\n  - {id: admin, title: Администратор}\n  - {id: coach, title: Тренер}\n",
        "guideline/facts.yml": "facts:\n  - {id: late, title: Опоздание, value: 10 минут}\n",
        "guideline/promises.yml": """promises:
  - {id: at-once, from: admin, to: Клиент, promise: Встретим., measure: Счёт, section: welcome}
""",
        "guideline/sections/welcome.yml": """section: welcome
title: Встреча
performer: [admin]
steps:
  - {id: greet, do: "Поздоровайтесь. Ждём {{ late }}.", next: [{when: никого, to: "section:farewell/bow"}]}
""",
        "guideline/sections/farewell.yml": """section: farewell
title: Прощание
performer: [coach]
steps:
  - {id: bow, do: Проводите до двери., next: [{when: всегда, to: call}]}
  - {id: call, do: Позвоните вечером.}
""",
        "touchpoints/visit.yml": """journey: visit
title: Визит
stages:
  - stage: here
    title: Здесь
    touchpoints:
      - {id: door, title: Дверь, entry: true, contact: person, channel: hall, role: admin, standard: [welcome], next: [{to: out}]}
      - {id: out, title: Выход, contact: person, channel: hall, role: coach, standard: [farewell], outcome: done}
""",
        "guideline/approvals/texts/0a.json": "{}",
    }.items()
}


def whole(value: Any) -> Any:
    """Everything that a value is made of, places included; things of the model are equal only to themselves."""
    if dataclasses.is_dataclass(value):
        return (type(value).__name__, [whole(getattr(value, one.name)) for one in dataclasses.fields(value)])
    if isinstance(value, Mapping):
        return [(key, whole(one)) for key, one in value.items()]
    if isinstance(value, tuple):
        return [whole(one) for one in value]
    return value.tobytes() if isinstance(value, array) else value


@contextmanager
def parsing() -> Iterator[list[str]]:
    """The files that are parsed meanwhile."""
    with mock.patch("cjm.load.reader.parse", wraps=parse) as spied:
        files: list[str] = []
        yield files
        files += [call.args[0] for call in spied.call_args_list]


# What happens to files while somebody writes.

_ID = re.compile(rb"[a-z][a-z-]{2,}")
_NAMES = (
    "guideline/sections/welcome.yaml", "guideline/sections/new.yml", "guideline/sections/no-show.yml", "touchpoints/a.yml",
    "guideline/handbook.yaml", "guideline/roles.yml", "guideline/rolez.yml", "guideline/approvals/texts/b.json",
)  # fmt: skip
_BROKEN = (
    b"", b"# nothing\n", b"a: [\n", b"\xff\xfe\x00", "title: Привет\n".encode("cp1251"), b"a: \x07\n", b"- one\n",
    b"section: welcome\nsection: welcome\n", b"x: &a [*a]\n", Unreadable("too-large"), Unreadable("no-access", "denied"),
)  # fmt: skip
_PIECES = (
    b"{", b"]", b": ", b"- ", b"\n", b"\n\n# ...\n", b"  ", b"\t", b'"', b"|", b"&a ", b"*a", b"\xff", b"\x00", b"#",
    b"{{ late }}", b"section:welcome", b"visit/out", "я".encode(), b"accept: [{rule: 201, reason: a}]\n",
)  # fmt: skip

Damage = tuple[str, int, int, int]
DAMAGES = st.lists(
    st.tuples(
        st.sampled_from(["edit", "edit", "word", "word", "delete", "add", "rename", "break", "restore", "nothing"]),
        st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6),
    ),
    min_size=1, max_size=4,
)  # fmt: skip


def damaged(files: Files, damage: Damage, first: Files) -> Files:
    what, which, where, number = damage
    path = sorted(files)[which % len(files)] if files else "guideline/roles.yml"
    raw = files.get(path, b"")
    text = raw if isinstance(raw, bytes) else b""
    rest = {file: content for file, content in files.items() if file != path}
    if what == "edit":
        at = where % (len(text) + 1)
        return {**files, path: text[:at] + _PIECES[number % len(_PIECES)] + text[at + number % 7 :]}
    if what == "word":
        ids = sorted({id for content in first.values() if isinstance(content, bytes) for id in _ID.findall(content)})
        found = list(_ID.finditer(text))
        if not found:
            return files
        one = found[where % len(found)]
        return {**files, path: text[: one.start()] + ids[number % len(ids)] + text[one.end() :]}
    if what == "add":
        return {**files, _NAMES[where % len(_NAMES)]: raw}
    if what == "rename":
        return {**rest, _NAMES[where % len(_NAMES)]: raw}
    if what == "break":
        return {**files, path: _BROKEN[where % len(_BROKEN)]}
    return {"delete": rest, "restore": first, "nothing": files}[what]


def follows(first: Files, damages: list[Damage]) -> None:
    reader, files = Reader(), first
    before = reader.load(files)
    as_it_was = whole(before)
    for damage in damages:
        files = damaged(files, damage, first)
        again, full = reader.load(files), load(files)
        assert whole(again) == whole(full)
    assert lint(again, today=TODAY) == lint(full, today=TODAY)
    assert whole(before) == as_it_was, "the files are shared: linking them anew may change nothing in them"


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(DAMAGES)
def test_after_any_damage_a_small_handbook_is_read_as_if_it_were_new(damages: list[Damage]) -> None:
    follows(SMALL, damages)


@pytest.mark.slow
@settings(max_examples=10, deadline=None)
@given(DAMAGES)
def test_after_any_damage_the_reference_handbook_is_read_as_if_it_were_new(damages: list[Damage]) -> None:
    follows(REFERENCE, damages)


@given(st.permutations(sorted(SMALL)))
def test_the_order_in_which_files_come_does_not_count(paths: list[str]) -> None:
    assert whole(link(parse(path, SMALL[path]) for path in paths)) == whole(load(SMALL))


# How much is parsed: counted, not timed.


def test_one_edited_file_of_many_is_parsed_alone() -> None:
    path = "guideline/sections/no-show.yml"
    content = REFERENCE[path]
    assert isinstance(content, bytes)
    reader = Reader()
    with parsing() as files:
        reader.load(REFERENCE)
    assert sorted(files) == sorted(REFERENCE) and len(files) >= 49
    with parsing() as files:
        reader.load({**REFERENCE, path: content + b"\n"})
    assert files == [path]
    with parsing() as files:
        reader.load({**REFERENCE, path: content + b"\n"})
    assert files == []


def test_a_file_under_another_name_is_another_file() -> None:
    reader = Reader()
    reader.load(SMALL)
    moved = {path.replace("welcome", "hello"): raw for path, raw in SMALL.items()}
    with parsing() as files:
        handbook = reader.load(moved)
    assert files == ["guideline/sections/hello.yml"]
    assert {problem.form for problem in handbook.problems} == {"file-name"}


def test_nothing_older_than_the_last_handbook_is_kept() -> None:
    reader = Reader()
    reader.load(SMALL)
    reader.load({})
    with parsing() as files:
        reader.load(SMALL)
    assert sorted(files) == sorted(SMALL)


# One way to read, wherever the bytes come from.


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small handbook on disk, committed."""
    for path, raw in SMALL.items():
        assert isinstance(raw, bytes)
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "all"]):
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "core.autocrlf=false", *words],
            cwd=tmp_path, check=True,
        )  # fmt: skip
    return tmp_path


def test_a_folder_a_revision_and_buffers_are_one_handbook(folder: Path) -> None:
    reader = Reader()
    on_disk = reader.load(read_folder(folder))
    with parsing() as files:
        committed = reader.load(read_revision(folder, "HEAD"))
        typed = reader.load(SMALL)
    assert files == []
    assert whole(on_disk) == whole(committed) == whole(typed) == whole(load_folder(folder))
    assert {section.id: id(section) for section in typed.sections} == {one.id: id(one) for one in on_disk.sections}


def test_a_revision_has_the_files_that_the_folder_had(folder: Path) -> None:
    """Also of those that are nobody's, that lie elsewhere, and that are as large as a file may be, or larger by a byte."""
    extra = {
        "guideline/.#roles.yml": b"a: 1\n", "guideline/._words.yaml": b"a: 1\n", "guideline/notes.txt": b"x", "roles.yml": b"a: 1\n",
        "guideline/sections/deeper/a.yml": b"a: 1\n", "guideline/glossary.yaml": b"terms: []\n", "guideline/x.yml.bak": b"a",
        "guideline/approvals/a.json": b"{}", "guideline/approvals/texts/n1-0.json": b"{}", "guideline/approvals/texts/a.yml": b"a: 1\n",
        "guideline/promises.yml": b"#" * LARGEST_FILE, "guideline/search.yml": b"#" * (LARGEST_FILE + 1),
    }  # fmt: skip
    for path, raw in extra.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "core.autocrlf=false"]
    subprocess.run([*git, "add", "-A", "-f"], cwd=folder, check=True)
    subprocess.run([*git, "commit", "-q", "-m", "more"], cwd=folder, check=True)
    found = read_revision(folder, "HEAD")
    read = {path: raw for path, raw in read_folder(folder).items() if getattr(raw, "form", "") != "extension"}
    assert found == read  # a folder also names what lies there and is not read
    assert sorted(found.keys() & extra.keys()) == [
        "guideline/approvals/texts/n1-0.json", "guideline/glossary.yaml", "guideline/promises.yml", "guideline/search.yml",
        "guideline/sections/deeper/a.yml",
    ]  # fmt: skip
    assert [path for path, raw in found.items() if isinstance(raw, Unreadable)] == ["guideline/search.yml"]


def test_what_is_typed_reads_as_it_will_when_it_is_saved(folder: Path) -> None:
    path = "guideline/sections/welcome.yml"
    reader = Reader()
    saved = read_folder(folder)
    reader.load(saved)
    typed = (folder / path).read_text(encoding="utf-8").replace("greet", "say-hello") + "steps:\n"
    with parsing() as files:
        unsaved: Handbook = reader.load({**saved, path: typed.encode("utf-8")})
    assert files == [path]
    assert read_folder(folder) == saved, "a buffer writes nothing"
    (folder / path).write_text(typed, encoding="utf-8", newline="")
    assert whole(unsaved) == whole(load_folder(folder))
    assert whole(reader.load(saved)) == whole(load(SMALL))


def test_a_clone_of_the_last_revisions_says_so(tmp_path: Path) -> None:
    def git(*words: str, at: Path) -> None:
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
            cwd=at,
            check=True,
            capture_output=True,
        )

    club = tmp_path / "club"
    (club / "guideline").mkdir(parents=True)
    git("init", "-q", at=club)
    for number in range(3):
        (club / "guideline" / "roles.yml").write_text(f"roles: []  # {number}\n", encoding="utf-8")
        git("add", ".", at=club)
        git("commit", "-qm", str(number), at=club)
    git("clone", "-q", "--depth", "1", club.as_uri(), "shallow", at=tmp_path)
    for folder, form in ((club, "unknown"), (tmp_path / "shallow", "shallow")):
        with pytest.raises(NoRevision) as said:
            read_revision(folder, "HEAD~9")
        assert said.value.form == form


def test_two_revisions_as_one_types_them_for_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cjm.app import compare

    asked: list[str] = []
    monkeypatch.setattr(compare, "state", lambda name, here, root, today: asked.append(name) or here)
    for typed in ("v1..v2", "v1..", "..v2"):
        compare.compare(load({}), tmp_path, old=typed, today=dt.date(2026, 1, 1), language="ru")
    assert asked == ["v1", "v2", "v1", "HEAD", "HEAD", "v2"]


class Held(bytes):
    """The bytes of a file that tell when they are let go."""

    now: ClassVar[int] = 0

    def __new__(cls, raw: bytes) -> "Held":
        cls.now += 1
        return super().__new__(cls, raw)

    def __del__(self) -> None:
        type(self).now -= 1


class OneAtATime(dict[str, bytes]):
    def __getitem__(self, file: str) -> bytes:
        assert Held.now <= 1  # the one that was read before
        return Held(super().__getitem__(file))

    def items(self) -> ItemsView[str, bytes]:
        return ItemsView(self)


def test_a_load_keeps_neither_bytes_nor_the_same_id_twice() -> None:
    texts = {f"guideline/sections/s{n}.yml": f"section: s{n}\ntitle: Р\nperformer: admin\n".encode() for n in range(9)}
    sections = load(OneAtATime(texts)).sections
    assert len(sections) == 9 and Held.now == 0
    assert len({id(section.performer[0]) for section in sections}) == 1


def test_a_file_is_read_when_it_is_asked_for_unless_another_text_stands_for_it(tmp_path: Path) -> None:
    (tmp_path / "guideline").mkdir()
    for name in ("roles", "facts"):
        (tmp_path / f"guideline/{name}.yml").write_bytes(b"first")
    files = FolderFiles(tmp_path, {"guideline/facts.yml": b"instead", "guideline/new.yml": b"new"})
    (tmp_path / "guideline/roles.yml").write_bytes(b"then")
    assert dict(files) == {
        "guideline/facts.yml": b"instead",
        "guideline/new.yml": b"new",
        "guideline/roles.yml": b"then",
    }
    assert len(files) == 3 and "guideline/none.yml" not in files
