"""A folder and a name that git knows in, the bytes of the handbook's files in that revision out."""

import contextlib
import datetime as dt
import hashlib
import itertools
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from cjm.load.folder import CONFIG, LARGEST_FILE, LOOK_FOLDERS, PICTURES, Unreadable, is_shipped, is_source, kept_as


class NoRevision(Exception):
    """There is no such revision or no git, or git refuses the folder: `form` names the reason, `said` are git's words."""

    def __init__(self, form: str, said: str = "") -> None:
        super().__init__(said)
        self.form, self.said = form, said


def read_revision(root: Path, revision: str) -> dict[str, bytes | Unreadable]:
    """Every file of the handbook in `root` as it was in `revision`, by its path with `/`."""
    _ask(root, "rev-parse", "--git-dir")
    commit = _git(root, "rev-parse", "--quiet", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        shallow = (_git(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
        raise NoRevision("shallow" if shallow else "unknown", revision)
    known = commit.decode("ascii").strip()
    listed = _git(root, "ls-tree", "-z", "--full-tree", "-r", "--long", f"{known}:./") or b""
    entries = sorted(_entries(listed))
    files: dict[str, bytes | Unreadable] = {path: Unreadable("too-large") for path, _, _ in entries}
    wanted = [(path, blob) for path, size, blob in entries if size <= LARGEST_FILE]
    answer = _git(root, "cat-file", "--batch", given="".join(f"{blob}\n" for _, blob in wanted)) or b""
    start = 0
    for path, _ in wanted:
        head = answer.index(b"\n", start)
        size = int(answer[start:head].split()[2])
        files[path] = answer[head + 1 : head + 1 + size]
        start = head + size + 2
    looks = {path: raw for path, raw in files.items() if kept_as(path) == "look"}
    ours = {
        path
        for path, raw in looks.items()
        if isinstance(raw, bytes) and not path.startswith(f"{PICTURES}/") and is_shipped(path, raw)
    }
    return {path: raw for path, raw in files.items() if path not in ours}


def revisions(root: Path, most: int, *paths: str) -> tuple[str, ...]:
    """The last revisions that touched these paths of `root`, or its handbook, the newest first; none where git has none."""
    try:
        said = _git(root, "log", f"-n{most}", "--format=%H", "--", *(paths or (*_TOP, *LOOK_FOLDERS, CONFIG)))
    except NoRevision:
        return ()
    return tuple((said or b"").decode("ascii").split())


def revision_before(root: Path, day: dt.date) -> str:
    """The last revision before a day began; raises NoRevision where there is none, or no git."""
    _ask(root, "rev-parse", "--git-dir")
    found = _git(root, "rev-list", "-n1", f"--before={day.isoformat()}T00:00:00", "HEAD") or b""
    if not found.strip():
        raise NoRevision("nothing-then", day.isoformat())
    return found.decode("ascii").strip()


def file_at(root: Path, revision: str, file: str) -> bytes | None:
    """A file below `root` as it was in a revision; None where it was not there."""
    return _git(root, "cat-file", "blob", f"{revision}:./{file}")


def first_kept(root: Path, *folders: str) -> Mapping[str, str]:
    """Every file that git ever knew in these folders of `root`, by its path, with the id of what it held at first.

    Nothing where there is no git, or only a part of the history: what is not seen is not missing.
    """
    try:
        if (_git(root, "rev-parse", "--is-shallow-repository") or b"true").strip() == b"true":
            return {}
    except NoRevision:
        return {}
    said = _git(root, "log", "--reverse", "--format=", "--raw", "--no-abbrev", "--no-renames", "--relative", "-z",
                "--diff-filter=A", "--", *folders) or b""  # fmt: skip
    found: dict[str, str] = {}
    words = said.decode("utf-8", "replace").split("\0")
    for told, path in itertools.pairwise(words):
        if told.lstrip("\n").startswith(":"):
            found.setdefault(path, told.split()[3])
    return found


def id_in_git(raw: bytes, like: str) -> str:
    """The id that git gives to a file with this content and `\\n` at its line ends, counted as `like` was."""
    raw = raw.replace(b"\r\n", b"\n")
    made = hashlib.new("sha1" if len(like) == 40 else "sha256", usedforsecurity=False)
    made.update(b"blob %d\0" % len(raw) + raw)
    return made.hexdigest()


# Private functions

_TOP = ("guideline", "touchpoints")


def _entries(listed: bytes) -> list[tuple[str, int, str]]:
    found = []
    for line in listed.split(b"\0"):
        head, _, raw = line.partition(b"\t")
        path = raw.decode("utf-8", "replace")
        if (
            is_source(path)
            or path == CONFIG
            or path.startswith(tuple(f"{folder}/" for folder in (*LOOK_FOLDERS, PICTURES)))
        ):
            _, kind, blob, size = head.split()
            if kind == b"blob":
                found.append((path, int(size), blob.decode("ascii")))
    return found


def _git(root: Path, *words: str, given: str = "") -> bytes | None:
    """What git answers; None where it refuses."""
    with contextlib.suppress(_Refused):
        return _ask(root, *words, given=given)
    return None


class _Refused(NoRevision):
    """Git does not do what it was asked for."""


def _ask(root: Path, *words: str, given: str = "") -> bytes:
    """What git answers; raises NoRevision with its words."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *words], capture_output=True, input=given.encode("ascii"), env={**os.environ, "LC_ALL": "C"}
        )  # fmt: skip
    except FileNotFoundError as error:
        raise NoRevision("no-git") from error
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip()
    form = "not-trusted" if "dubious ownership" in said else "no-repository" if "not a git repo" in said else "refused"
    raise _Refused(form, said)
