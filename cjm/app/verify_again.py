"""The editions that were approved last in, whether the program makes the same books again out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cjm
from cjm.app.edition import manifest_of, printed_again
from cjm.approval import history
from cjm.approval.editions import PrintedBook, editions
from cjm.language.says import Language, Says
from cjm.model import Handbook
from cjm.model.digest import spoken_digest

_LAST = 5  # editions: what one push brings; each takes as long as a book
_SAYS = {
    "same": Says("Редакция {number}, код {code}: собрана заново, все страницы те же.", "Edition {number}, code {code}: made again, all pages are the same."),
    "other": Says("Редакция {number}, код {code}: собрана заново, и страницы другие: {pages}. Запись о ней сделана не этой программой или правлена.", "Edition {number}, code {code}: made again, and pages are others: {pages}. Its record was not made by this program, or was edited."),
    "program": Says("Редакция {number}, код {code}: её собрала другая версия программы, {program}; страницы сравнит она же.", "Edition {number}, code {code}: another version of the program made it, {program}; that one can compare the pages."),
    "gone": Says("Редакция {number}, код {code}: гайдлайн с тех пор изменился, а в git такого состояния нет; заново не собрать.", "Edition {number}, code {code}: the handbook has changed since, and git knows no such state; it cannot be made again."),
}  # fmt: skip
_NONE = Says("Утверждённых редакций нет.", "No edition was approved.")


@dataclass(frozen=True, slots=True)
class Compared:
    """A recorded edition, and how the book that is made again compares with it."""

    edition: PrintedBook
    how: str  # "same", "other", "program" or "gone"
    pages: tuple[int, ...] = ()  # those that are others

    def to(self, language: Language) -> str:
        """The answer in a sentence."""
        one = self.edition
        pages = ", ".join(map(str, self.pages))
        return _SAYS[self.how].to(
            language, number=one.number, code=spoken_digest(one.code), pages=pages, program=one.program
        )


def last_approved(handbook: Handbook) -> tuple[PrintedBook, ...]:
    """The editions of the last records, the newest first."""
    known = editions(handbook.editions)
    codes = dict.fromkeys(one.code for one in reversed(history(handbook).records))
    return tuple(known[code] for code in codes if code in known)[:_LAST]


def compared(handbook: Handbook, root: Path, edition: PrintedBook) -> Compared:
    """The edition beside the same book, made again as of the approvals that it knew."""
    if edition.program != cjm.__version__:
        return Compared(edition, "program")
    again = printed_again(handbook, root, manifest_of(edition))
    if again is None:
        return Compared(edition, "gone")
    length = max(len(again.pages), len(edition.pages))
    pages = tuple(
        page for page in range(1, length + 1) if again.pages[page - 1 : page] != edition.pages[page - 1 : page]
    )
    return Compared(edition, "other" if pages else "same", pages)


def none_to_compare(language: Language) -> str:
    """What is said where there is nothing to make again."""
    return _NONE.to(language)


def each_compared(handbook: Handbook, root: Path, chosen: PrintedBook | None) -> Iterator[Compared]:
    """The chosen edition, or each of the last ones, one after the other: each takes as long as a book."""
    for edition in (chosen,) if chosen is not None else last_approved(handbook):
        yield compared(handbook, root, edition)
