"""Two states of a handbook by name in, what changed between them out: for the reader, or as a book for management."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cjm.app.refusal import Misuse, Refusal, write, writing
from cjm.approval import standings
from cjm.approval.fold import stands
from cjm.approval.release import as_approved
from cjm.diff.difference import Difference, difference
from cjm.export.since_then import SinceThen, since_then
from cjm.language.dates import in_words
from cjm.language.says import Language, Says
from cjm.load import load
from cjm.load.revision import NoRevision, read_revision, revision_before
from cjm.model import Handbook

APPROVED = "approved"
_SINCE = Says("утверждённое", "what was approved")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from the state `old` to the state `new`, with the names that they were asked for by."""

    names: tuple[str, str]  # the second is empty for the handbook as it is now
    old: Handbook
    new: Handbook
    difference: Difference

    @property
    def unread(self) -> Iterator[tuple[str, str]]:
        """Files that are not compared, since they cannot be read: the state and the file."""
        for name, state in zip(self.names, (self.old, self.new), strict=True):
            for file in sorted(state.unread):
                yield name, file


class NothingToCompare(Refusal):
    """There is no approval."""

    SAYS = Says(
        "здесь ещё ничего не утверждали: сравнивать не с чем",
        "nothing was approved here yet: there is nothing to compare with",
    )


class UnknownState(Misuse):
    """Neither a revision nor a record."""

    SAYS = Says(
        "«{name}» — не ревизия git и не имя утверждения. Бывает: approved (как утверждено), имя записи из guideline/approvals, день (2026-11-01), HEAD~1, v1.0",
        '"{name}" is neither a git revision nor the name of an approval. Possible: approved (as approved), a record of guideline/approvals, a day (2026-11-01), HEAD~1, v1.0',
    )


class SeveralRecords(Misuse):
    """The name is too short."""

    SAYS = Says("«{name}» подходит к нескольким записям: {names}", '"{name}" fits several records: {names}')


class NoGit(Misuse):
    """Revisions are git's."""

    SAYS = Says(
        "git не найден: сравнить можно с утверждённым: cjm diff approved",
        "git was not found; compare with what was approved: cjm diff approved",
    )


class NoRepository(Misuse):
    """Revisions are git's."""

    SAYS = Says(
        "папка {root} не в репозитории git: сравнить можно с утверждённым: cjm diff approved",
        "{root} is in no git repository; compare with what was approved: cjm diff approved",
    )


class NothingThen(Misuse):
    """Git begins later."""

    SAYS = Says(
        "до {said} в git ничего не записано, и утверждений тоже ещё нет: назовите день позже или ревизию",
        "nothing was recorded in git before {said}, nor approved: name a later day, or a revision",
    )


class Shallow(Misuse):
    """A clone with the last revisions only, as a code host's job has it."""

    SAYS = Says(
        "ревизии «{name}» в этой копии репозитория нет: скачаны только последние. Скачать остальные: git fetch --unshallow",
        'there is no revision "{name}" in this clone: only the last ones were fetched. To fetch the others: git fetch --unshallow',
    )


class NotTrusted(Misuse):
    """The folder belongs to somebody else: in a container, on a mounted disk, under sudo."""

    SAYS = Says(
        "git не доверяет этой папке: она принадлежит другому пользователю. Если это ваша папка, разрешите её: git config --global --add safe.directory {root}",
        "git does not trust this folder: it belongs to somebody else. If it is yours, allow it: git config --global --add safe.directory {root}",
    )


class GitRefuses(Misuse):
    """Git says why."""

    SAYS = Says("git не читает папку {root} и говорит: {said}", "git does not read {root} and says: {said}")


class ChangesTemplateFails(Refusal):
    """Typst cannot set what the templates say."""

    SAYS = Says("шаблон печати не выполняется: {reason}", "a print template fails: {reason}")


def compare(
    here: Handbook, root: Path, *, old: str = APPROVED, new: str = "", today: dt.date, language: Language
) -> Comparison:
    """What changed since the state `old`, up to the state `new` or to the handbook as it is `here`. Raises a Refusal."""
    first, dots, last = old.partition("..")
    if dots and not new and not last.startswith("."):  # as one types it for git: v1.0..v2.0
        old, new = first or "HEAD", last or "HEAD"
    before = state(old, here, root, today=today)
    after = state(new, here, root, today=today) if new else here
    return Comparison((old, new), before, after, difference(before, after, language))


def state(name: str, here: Handbook, root: Path, *, today: dt.date) -> Handbook:
    """The handbook that `name` stands for: what was approved, a record of it, a revision of git, or how it was before a day began. Raises a Refusal."""
    stand = standings(here, today)
    every = stand.history.records
    if name == APPROVED:
        if not every:
            raise NothingToCompare
        return as_approved(here, stand.stands)
    records = [one for one in every if one.id == name] or [
        one for one in every if len(name) >= 8 and (one.id.startswith(name) or one.id.endswith(name))
    ]
    if len(records) == 1:
        return as_approved(here, stands(here, stand.history, today, records[0]))
    if records:
        raise SeveralRecords(name=name, names=", ".join(one.id for one in records))
    try:
        day = dt.date.fromisoformat(name)
    except ValueError:
        day = None
    try:
        return load(read_revision(root, revision_before(root, day) if day else name))
    except NoRevision as error:
        then = [one for one in every if day and one.date and one.date < day]
        if then:  # what git does not know, the records do
            return as_approved(here, stands(here, stand.history, today, then[-1]))
        kinds: dict[str, type[Misuse]] = {
            "shallow": Shallow, "no-git": NoGit, "no-repository": NoRepository, "not-trusted": NotTrusted, "refused": GitRefuses, "nothing-then": NothingThen,
        }  # fmt: skip
        raise kinds.get(error.form, UnknownState)(name=name, root=root.resolve(), said=error.said) from error


def told_since(here: Handbook, root: Path, since: str, *, today: dt.date) -> SinceThen:
    """What happened since a day, a revision or an approval, in the language of the handbook. Raises a Refusal."""
    language = here.outline.language
    made = compare(here, root, old=since, today=today, language=language)
    try:
        since = in_words(dt.date.fromisoformat(since), language)
    except ValueError:
        since = _SINCE.to(language) if since == APPROVED else since
    return since_then(since, made.old, here, made.difference)


def print_comparison(made: Comparison, root: Path, file: Path, *, today: dt.date, language: Language) -> None:
    """The changes as a PDF for management. Raises a Refusal."""
    from cjm.book.changes import changes_book
    from cjm.publish.pdf import TypesettingFailed, pdf

    old, new = (_SINCE.to(language) if name == APPROVED else name or today.isoformat() for name in made.names)
    try:
        with writing(file):
            content = pdf(changes_book(made.difference, made.new, today=today, old=old, new=new), root)
    except TypesettingFailed as failed:
        raise ChangesTemplateFails(reason=failed) from failed
    write(file, content)
