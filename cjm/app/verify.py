"""A PDF, or the number or code that stands on paper, in; which book it is out: made here, approved by whom, changed since."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cjm.app.edition import printed_again, printed_here
from cjm.app.refusal import NOTHING, Misuse, Refusal
from cjm.approval import history, standings
from cjm.approval.editions import PrintedBook, editions
from cjm.approval.items import binds_of, home_of, items
from cjm.approval.record import BookRead
from cjm.approval.release import as_approved
from cjm.approval.words import reference_title
from cjm.book.leaves import Damaged, Locked, SheetsFound, leaves
from cjm.book.manifest import read_manifest
from cjm.graph.dependencies import ground
from cjm.language.dates import in_figures
from cjm.language.says import Language, Says
from cjm.model import Handbook
from cjm.model.digest import spoken_digest


class NotAPdf(Refusal):
    """The file cannot be read as PDF."""

    SAYS = Says("{file}: это не PDF, или он повреждён", "{file} is no PDF, or it is damaged")


class LockedPdf(Refusal):
    """The file wants a password."""

    SAYS = Says("{file}: файл закрыт паролем; сохраните его без пароля", "{file} wants a password; save it without one")


class NotOurPdf(Refusal):
    """The PDF does not say which book it is."""

    SAYS = Says(
        "{file}: этот PDF собран не командой cjm pdf, или прежней программой; соберите: cjm pdf",
        "{file} was not made by cjm pdf, or by an earlier program; make one: cjm pdf",
    )


class DraftPdf(Refusal):
    """Nobody signs a draft."""

    SAYS = Says(
        "{file}: это черновик, его не утверждают; исправьте найденное и соберите книгу: cjm pdf",
        "{file} is a draft, which is not approved; mend what is found and make the book: cjm pdf",
    )


class CardsPdf(Refusal):
    """Cards and comparisons hold no whole sections."""

    SAYS = Says(
        "{file}: в этом PDF нет целых разделов, так бывает с карточками; утверждают по книге: cjm pdf",
        "{file} holds no whole sections, as desk cards do not; what is approved is the book: cjm pdf",
    )


class NoEdition(Refusal):
    """The record that `cjm pdf` left beside the book is not there, and it cannot be made again."""

    SAYS = Says(
        "{file}: записи о редакции {number} с кодом {code} здесь нет, и заново такая книга не собирается: её собрали не из этого гайдлайна или другой версией программы, или он с тех пор изменился. Соберите книгу: cjm pdf",
        "{file}: there is no record here of edition {number} with the code {code}, and no such book can be made again: it was made from another handbook or by another version of cjm, or this handbook has changed since. Make the book: cjm pdf",
    )


class HeadGone(Refusal):
    """The book knows an approval that is not here: the last record was taken out, or somebody else's work has not arrived."""

    SAYS = Says(
        "{file}: эта книга собрана после утверждения {id}, а его здесь нет или запись правили. Получите последние изменения или верните запись в guideline/approvals",
        "{file}: this book was made after the approval {id}, which is not here or was edited. Get the latest changes, or put the record back into guideline/approvals",
    )


class OtherPages(Refusal):
    """The pages are not those of the book."""

    SAYS = Says(
        "{file}: это не та книга, что собрала cjm pdf под номером {number}: {reasons}.{saved}",
        "{file} is not the book that cjm pdf made under the number {number}: {reasons}.{saved}",
    )


class DrawnAnew(Refusal):
    """A printer driver, an optimiser or a reader that reflows has drawn every page: what it says can no longer be compared."""

    SAYS = Says(
        "{file}: в этом файле нет ни одной страницы редакции {number}, какой её собрала cjm pdf: их заново нарисовала другая программа ({program}) или на них другой текст, и сравнить их с книгой нельзя — ни целиком, ни по разделам. Утверждайте по самому файлу книги; заметки и выделения, сохранённые в нём же, не мешают",
        "{file}: not one page is that of edition {number} as cjm pdf made it: another program ({program}) drew them anew, or they say something else, and they cannot be compared with the book, neither as a whole nor by section. Approve by the very file of the book; notes and highlights saved in it do no harm",
    )


class NoSuchBook(Misuse):
    """Neither a file nor a code."""

    SAYS = Says(
        "«{what}» — не файл, не номер и не код редакции", '"{what}" is no file, and no number or code of an edition'
    )


class NothingToVerify(Misuse):
    """No book was named."""

    SAYS = Says(
        "назовите PDF или код с его страницы; без них сравниваются последние утверждённые: cjm verify --again",
        "name a PDF, or the code on its page; without one the last approved are compared: cjm verify --again",
    )


_PAGED = Says("с. {page}: {note}", "p. {page}: {note}")
_COUNT = Says("страниц {here} вместо {there}", "{here} pages instead of {there}")
_PAGE = Says("страница {page} не та", "page {page} is another one")
_MORE = Says("и ещё {count}", "and {count} more")
_COVERED = Says(
    "на странице {page} лежит то, чего в книге нет ({kinds})",
    "something lies over page {page} that is not in the book ({kinds})",
)
_HEARD = Says(
    "в закладках или в том, что слышит незрячий, другие слова",
    "the bookmarks, or what somebody who cannot see hears, say something else",
)
_BROUGHT = Says(
    "в файле есть то, чего в книге не бывает: скрипты, поля, слои, вложения ({kinds})",
    "the file has what no book has: scripts, fields, layers, attachments ({kinds})",
)
_SAVED = Says(
    " Пометки выделением, заметкой и пером можно; печать в PDF и другая программа могли перерисовать страницы: тогда утвердите сам файл книги",
    " Highlights, notes and ink are welcome; a printer driver or another program may have drawn the pages anew: then approve the very file of the book",
)
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Verified:
    """What is known of a book."""

    edition: PrintedBook
    what: str  # "very", "copy" or "paper"
    approved: tuple[tuple[str, dt.date | None, str], ...]  # who, when, with which decision
    changed: tuple[str, ...]  # items that are not any more what the book says
    waiting: int  # items of the book that are not approved as the book says them


def read_pdf(file: Path, handbook: Handbook, root: Path) -> BookRead:
    """The book that a PDF is: the very file, or a copy with all its pages. Raises a Refusal."""
    raw = file.read_bytes()
    sha256 = hashlib.sha256(raw).hexdigest()
    known = editions(printed_here(handbook, root))
    for edition in known.values():
        if edition.sha256 == sha256:
            _after_what_is_here(file, edition.heads, handbook)
            return BookRead(edition, sha256)
    try:
        found = leaves(raw)
    except Locked as error:
        raise LockedPdf(file=file) from error
    except Damaged as error:
        raise NotAPdf(file=file) from error
    manifest = read_manifest(found.keywords)
    if manifest is None:
        raise NotOurPdf(file=file)
    if manifest.draft:
        raise DraftPdf(file=file)
    if not manifest.number:
        raise CardsPdf(file=file)
    _after_what_is_here(file, manifest.heads, handbook)
    notes = tuple(
        _PAGED.to(handbook.outline.language, page=number, note=note)
        for number, page in enumerate(found.pages, 1)
        for note in page.notes
    )
    if manifest.code in known:
        _same_pages(file, found, known[manifest.code])
        return BookRead(known[manifest.code], sha256, notes)
    again = printed_again(handbook, root, manifest)
    if again is None:
        raise NoEdition(file=file, number=manifest.number, code=spoken_digest(manifest.code))
    _same_pages(file, found, again)
    return BookRead(again, sha256, notes)


def verify(handbook: Handbook, root: Path, what: str, today: dt.date) -> Verified:
    """What is known of the book that is this file, or bears this number or code. Raises a Refusal."""
    file = Path(what)
    if file.is_file():
        read = read_pdf(file, handbook, root)
        edition, kind = read.book, "very" if read.sha256 == read.book.sha256 else "copy"
    else:
        edition, kind = _by_code(what, editions(printed_here(handbook, root))), "paper"
    now, stand = items(handbook), standings(handbook, today)
    # A part of the handbook prints the words of much that it does not print whole: a fact, a role, a table, a picture.
    below = {name: binds for name, binds in edition.grounds.items() if home_of(name, handbook) not in edition.items}
    rests = {name: binds_of(one, {}) for name in below if (one := ground(name, handbook)) is not None}
    then = as_approved(handbook, stand.stands)
    approved = {name: binds_of(one, {}) for name in below if (one := ground(name, then)) is not None}
    records = [one for one in stand.history.records if one.code == edition.code]
    versions = stand.stands.versions
    return Verified(
        edition, kind,
        tuple((one.name or one.by, one.date, one.decision) for one in records if one not in [bad for bad, _ in stand.stands.unfounded]),
        (
            *(name for name, digest in edition.items.items() if name not in now or now[name].digest != digest),
            *(name for name, binds in below.items() if rests.get(name) != binds),
        ),
        sum(name not in versions or versions[name].laid.digest != digest for name, digest in edition.items.items())
        + sum(approved.get(name) != binds for name, binds in below.items()),
    )  # fmt: skip


_WHAT = {
    "very": Says("Это сам файл редакции {number} от {day}, код {code}.", "This is the very file of edition {number} of {day}, code {code}."),
    "copy": Says("Это копия редакции {number} от {day}, код {code}: все страницы те же.", "This is a copy of edition {number} of {day}, code {code}: all pages are the same."),
    "paper": Says("Редакция {number} от {day}, код {code}.", "PrintedBook {number} of {day}, code {code}."),
}  # fmt: skip
_WHOLE = Says("Это весь гайдлайн.", "It is the whole handbook.")
_PART = Says("Это не весь гайдлайн, а {scope}.", "It is not the whole handbook but {scope}.")
_APPROVED = {
    "": Says("Утверждено {day}: {name}.", "Approved on {day}: {name}."),
    "remarks": Says("Утверждено с замечаниями {day}: {name}.", "Approved with remarks on {day}: {name}."),
    "rejected": Says("Отклонено {day}: {name}.", "Rejected on {day}: {name}."),
    "withdrawn": Says("Отозвано {day}: {name}.", "Withdrawn on {day}: {name}."),
}
_NOBODY = Says("Эту редакцию никто не утверждал.", "Nobody approved this edition.")
_STANDS = Says("Всё, что в ней напечатано, утверждено.", "All that is printed in it stands approved.")
_WAITS = Says(
    "Из напечатанного не утверждено в этой редакции: {count}.",
    "Of what is printed, not approved in this wording: {count}.",
)
_SAME = Says("С тех пор ничего не изменилось.", "Nothing has changed since.")
_CHANGED = Says("С тех пор изменилось: {what}.", "Changed since: {what}.")


def lines(found: Verified, handbook: Handbook, language: Language) -> tuple[str, ...]:
    """The answer in sentences."""
    edition = found.edition
    day = in_figures(dt.date.fromisoformat(edition.day), language)
    signed = [
        _APPROVED[decision].to(language, day=in_figures(when, language) if when else "—", name=name)
        for name, when, decision in found.approved
    ]
    return (
        _WHAT[found.what].to(language, number=edition.number, day=day, code=spoken_digest(edition.code)),
        _PART.to(language, scope=edition.scope) if edition.scope else _WHOLE.to(language),
        *(signed or [_NOBODY.to(language)]),
        *([(_WAITS.to(language, count=found.waiting) if found.waiting else _STANDS.to(language))] if signed else []),
        _CHANGED.to(language, what=", ".join(reference_title(name, handbook, language) for name in found.changed))
        if found.changed else _SAME.to(language),
    )  # fmt: skip


# Private functions


def _after_what_is_here(file: Path, heads: Sequence[str], handbook: Handbook) -> None:
    """Raises HeadGone."""
    here = {one.id for one in history(handbook).records} if heads else set()
    for id in heads:
        if id not in here:
            raise HeadGone(file=file, id=id)


def _by_code(what: str, known: Mapping[str, PrintedBook]) -> PrintedBook:
    wanted = "".join(what.split()).lower()
    found = [one for code, one in known.items() if len(wanted) >= 8 and code.startswith(wanted)]
    found += [one for one in known.values() if wanted == str(one.number)]
    if len(found) != 1:
        raise NoSuchBook(what=what)
    return found[0]


def _same_pages(file: Path, found: SheetsFound, edition: PrintedBook) -> None:
    """Raises OtherPages, with the pages named."""
    reasons: list[Says] = []
    here, there = [page.shows for page in found.pages], edition.pages
    if not set(here) & set(
        there
    ):  # every letter has another number now: neither pages nor sections can be told from it
        raise DrawnAnew(file=file, number=edition.number, program=found.producer or "—")
    if len(here) != len(there):
        reasons.append(_COUNT.filled(here=len(here), there=len(there)))
    others = [number for number, (one, other) in enumerate(zip(here, there, strict=False), 1) if one != other]
    reasons += [_PAGE.filled(page=number) for number in others[:_SHOWN]]
    if len(others) > _SHOWN:
        reasons.append(_MORE.filled(count=len(others) - _SHOWN))
    reasons += [
        _COVERED.filled(page=number, kinds=", ".join(kind.lstrip("/") for kind in dict.fromkeys(page.covered)))
        for number, page in enumerate(found.pages, 1)
        if page.covered
    ]
    if found.said and edition.said and found.said != edition.said:
        reasons.append(_HEARD)
    if found.brought:
        reasons.append(_BROUGHT.filled(kinds=", ".join(kind.lstrip("/") for kind in found.brought)))
    if reasons:
        told = Says(*("; ".join(one.to(language) for one in reasons) for language in ("ru", "en")))
        raise OtherPages(file=file, number=edition.number, reasons=told, saved=_SAVED if others else NOTHING)
