"""A folder and a name that git knows in, the bytes of the handbook's files in that revision out."""

import subprocess
from pathlib import Path

from cjm.load.folder import CONFIG, LARGEST_FILE, LOOK_FOLDERS, Unreadable, is_shipped, is_source, kept_as


class NoRevision(Exception):
    """What git says when there is no such revision, or no git. `form` is "no-git", "no-repository" or "unknown"."""

    def __init__(self, form: str, said: str = "") -> None:
        super().__init__(said)
        self.form, self.said = form, said


def read_revision(root: Path, revision: str) -> dict[str, bytes | Unreadable]:
    """Every file of the handbook in `root` as it was in `revision`, by its path with `/`."""
    if _git(root, "rev-parse", "--git-dir") is None:
        raise NoRevision("no-repository")
    commit = _git(root, "rev-parse", "--quiet", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise NoRevision("unknown", revision)
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
    ours = {path for path, raw in looks.items() if isinstance(raw, bytes) and is_shipped(path, raw)}
    return {path: raw for path, raw in files.items() if path not in ours}


def revisions(root: Path, most: int) -> tuple[str, ...]:
    """The last revisions that touched the handbook in `root`, the newest first; none where there is no git."""
    try:
        said = _git(root, "log", f"-n{most}", "--format=%H", "--", *_TOP, *LOOK_FOLDERS, CONFIG)
    except NoRevision:
        return ()
    return tuple((said or b"").decode("ascii").split())


# Private functions

_TOP = ("guideline", "touchpoints")


def _entries(listed: bytes) -> list[tuple[str, int, str]]:
    found = []
    for line in listed.split(b"\0"):
        head, _, raw = line.partition(b"\t")
        path = raw.decode("utf-8", "replace")
        if is_source(path) or path == CONFIG or path.startswith(tuple(f"{folder}/" for folder in LOOK_FOLDERS)):
            _, kind, blob, size = head.split()
            if kind == b"blob":
                found.append((path, int(size), blob.decode("ascii")))
    return found


def _git(root: Path, *words: str, given: str = "") -> bytes | None:
    """What git answers; None where it refuses."""
    try:
        done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, input=given.encode("ascii"))
    except FileNotFoundError as error:
        raise NoRevision("no-git") from error
    return done.stdout if done.returncode == 0 else None
