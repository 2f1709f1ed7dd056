"""The bytes of a handbook in, the mended bytes out: edits at their places, everything else as it was."""

import codecs
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from cjm.edit import Changed, applied
from cjm.lint import Memory
from cjm.lint.baseline import Baseline
from cjm.lint.choice import RuleChoice
from cjm.lint.verdict import judge
from cjm.load import Files, Reader, Unreadable
from cjm.model import Handbook

_ROUNDS = 10  # a repair may bring up the next one; a handbook that needs more than a few rounds is not to be trusted


@dataclass(frozen=True, slots=True)
class Mended:
    """The files that change, by name, and how many findings that mends."""

    files: tuple[Changed, ...] = ()
    findings: int = 0


def mend(files: Files, *, today: dt.date, asked: RuleChoice = RuleChoice(), baseline: Baseline = Baseline()) -> Mended:
    """What has one right answer, mended in all that is reported; what is accepted or known before stays."""
    reader, memory = Reader(), Memory()
    before = reader.load(files)
    handbook, now, total = before, dict(files), 0
    names = {file: file for file in files}  # as the file is called now -> as it was called
    for _ in range(_ROUNDS):
        verdict = judge(handbook, today=today, asked=asked, baseline=baseline, memory=memory)
        groups = [finding.edits for finding in verdict.shown]
        wanted = {edit.place.file for group in groups for edit in group}
        texts, mended = applied({file: decoded(now.get(file, b"")) for file in wanted}, groups)
        if not texts:
            break
        after = {**now, **{file: encoded(text, now.get(file, b"")) for file, text in texts.items()}}
        read = reader.load(after)
        if read.unread - handbook.unread:
            break  # never leave a file worse than it was found
        names.update({file: file for file in after if file not in now})  # a file that the repair makes
        moves = _moves(handbook, read, after)
        if moves:
            after = {moves.get(file, file): content for file, content in after.items()}
            names = {moves.get(file, file): first for file, first in names.items()}
            read = reader.load(after)
        handbook, now, total = read, after, total + mended
    changed = []
    for file, first in sorted(names.items(), key=lambda pair: pair[1]):
        old, new = files.get(first, b""), now[file]
        if isinstance(old, bytes) and isinstance(new, bytes) and (old != new or file != first):
            changed.append(Changed(first, old, new, file if file != first else ""))
    return Mended(tuple(changed), total)


def unified_diff(files: Iterable[Changed]) -> str:
    """The changes as `diff -u` shows them."""
    import difflib  # costs more than a check; only whoever asks for it pays

    parts = []
    for one in files:
        before, after = (decoded(raw).splitlines(keepends=True) for raw in (one.before, one.after))
        for line in difflib.unified_diff(before, after, f"a/{one.file}", f"b/{one.moved_to or one.file}"):
            parts.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
        if one.moved_to and one.before == one.after:
            parts.append(f"--- a/{one.file}\n+++ b/{one.moved_to}\n")
    return "".join(parts)


def decoded(raw: bytes | Unreadable) -> str:
    """The text of a file as its author wrote it, without a byte order mark."""
    return raw.decode("utf-8-sig") if isinstance(raw, bytes) else ""


def encoded(text: str, like: bytes | Unreadable) -> bytes:
    """The bytes of `text`, behind a byte order mark where the file had one: places are counted without it."""
    mark = codecs.BOM_UTF8 if isinstance(like, bytes) and like.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode("utf-8")


# Private functions


def _moves(before: Handbook, after: Handbook, files: Files) -> dict[str, str]:
    """Files that were named after their id and whose id is another now, by their old path."""
    was, now = _named(before), _named(after)
    moves: dict[str, str] = {}
    for file, id in now.items():
        path = PurePosixPath(file)
        if id and was.get(file) == path.stem != id:
            target = str(path.with_stem(id))
            if target not in files and target not in moves.values():
                moves[file] = target
    return moves


def _named(handbook: Handbook) -> dict[str, str]:
    """The id of each file that is named after one."""
    journeys = {journey.source.file: journey.id for journey in handbook.journeys}
    return journeys | {section.source.file: section.id for section in handbook.sections}
