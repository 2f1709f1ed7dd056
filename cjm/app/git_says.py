"""A handbook in, what git knows of its records and the records do not say out: git only warns, nothing depends on it."""

from collections.abc import Iterator
from pathlib import Path

from cjm.approval import history
from cjm.approval.editions import EDITIONS_FOLDER
from cjm.approval.history import FOLDER
from cjm.approval.texts import TEXTS_FOLDER
from cjm.language.says import Language, Says
from cjm.load import load
from cjm.load.revision import file_at, first_kept, id_in_git, revisions
from cjm.model import Handbook

_GONE = Says(
    "git: {file} был, а теперь его нет: запись убрали", "git: {file} was there and is not any more: it was taken out"
)
_EDITED = Says("git: {file} теперь не такой, каким его записали", "git: {file} is not what was written any more")
_LENT = Says(
    "git: {name} ({by}) утверждал(а) {count}, а право approves: true появилось и исчезло: сверьте, кто его давал",
    "git: {name} ({by}) approved {count} times, and approves: true came and went: see who gave it",
)
_OUTLINE = "guideline/handbook.yml"
_BACK = 200  # revisions of the outline


def told_by_git(handbook: Handbook, root: Path, language: Language) -> Iterator[str]:
    """A sentence for each record that was taken out or edited, and for each right to approve that was only lent."""
    for file, known in first_kept(root, FOLDER, TEXTS_FOLDER, EDITIONS_FOLDER).items():
        here = root / file
        if not here.is_file():
            yield _GONE.to(language, file=file)
        elif id_in_git(here.read_bytes(), known) != known:
            yield _EDITED.to(language, file=file)
    records = history(handbook).records
    signers = {one.by: one.name or one.by for one in records}
    lent = _lent(root) if signers else frozenset()
    for by, name in signers.items():
        if by in lent and not any(one.id == by and one.approves for one in handbook.outline.people):
            count = sum(one.by == by for one in records)
            yield _LENT.to(language, name=name, by=by, count=count)


# Private functions


def _lent(root: Path) -> frozenset[str]:
    """Who was among the people before and after without the right to approve, and between had it."""
    could: set[str] = set()
    known: set[str] = set()
    given: set[str] = set()
    lent: set[str] = set()
    for revision in reversed(revisions(root, _BACK, _OUTLINE)):
        raw = file_at(root, revision, _OUTLINE)
        people = load({_OUTLINE: raw}).outline.people if raw is not None else ()
        now = {one.id for one in people if one.approves}
        given |= (now - could) & known
        lent |= (could - now) & given
        could, known = now, known | {one.id for one in people}
    return frozenset(lent | (could & given))
