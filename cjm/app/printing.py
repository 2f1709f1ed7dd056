"""A handbook and a scope in, its PDF or the pictures of its pages on disk out, and before that what is found.

A book that may be approved leaves the record of its edition beside it; `cjm approve` takes that into the handbook.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cjm.app.check import known_findings, strictness
from cjm.app.edition import WAITING, bound, edition_of, printed_here
from cjm.app.refusal import NOTHING, Misuse, Refusal, writing
from cjm.app.released import released as approved_edition
from cjm.approval.editions import PrintedBook, editions, next_number
from cjm.approval.items import items
from cjm.atomic import save
from cjm.book import CARD_KINDS, WHOLE, Book, Cut, book, choices, since
from cjm.book import cards as desk_cards
from cjm.book import slides as presentation
from cjm.language.letters import nearest
from cjm.language.says import Language, Says
from cjm.lint.verdict import judge
from cjm.model import Handbook
from cjm.model.digest import exact_digest
from cjm.model.scope import NOTHING_CHOSEN, Chosen
from cjm.projection import cut_out
from cjm.publish.judged import Judged, judged_by
from cjm.publish.pdf import TypesettingFailed, pdf, pictures
from cjm.publish.swap import alone
from cjm.publish.tree import OUT
from cjm.view.scope import CutKind

_KINDS = Says(*(", ".join(says.to(language) for says in CARD_KINDS.values()) for language in ("ru", "en")))
_NEAR = Says(" — может быть, {name}?", " — perhaps {name}?")


@dataclass(frozen=True, slots=True)
class Printed:
    """The PDF, or the folder with a picture of each page."""

    file: Path
    pages: int


class SeveralScopes(Misuse):
    """A book has one scope."""

    SAYS = Says(
        "что-то одно: --part, --section, --role или --journey", "only one of --part, --section, --role and --journey"
    )


class UnknownScope(Misuse):
    """The handbook has no such part, section, role or journey."""

    SAYS = Says(
        "--{kind} {id}: такого нет{near}. Есть: {known}", "--{kind} {id}: there is none{near}. There are: {known}"
    )


class OnlyCards(Misuse):
    """A book is cut by part, section, role or journey."""

    SAYS = Says("--only выбирает карточки: добавьте --cards", "--only chooses cards: add --cards")


class NoSuchCards(Misuse):
    """No card is of that kind or has that code."""

    SAYS = Says(
        "таких карточек нет. --only принимает вид ({kinds}) или код из низа карточки: «0A1B 2C3D»",
        'there are no such cards. --only takes a kind ({kinds}) or the code at the foot of a card: "0A1B 2C3D"',
    )


class NotPrinted(Refusal):
    """What was found has to be mended first."""

    SAYS = Says(
        "PDF не собран: сначала исправьте найденное. Прежний файл остался как был. Черновик печатается с --draft.{why}",
        "No PDF was made: mend what was found first. The file from before stays. A draft is printed with --draft.{why}",
    )


class NothingToPrint(Refusal):
    """No section is both written and listed."""

    SAYS = Says(
        "печатать нечего: в guideline/handbook.yml под parts нет ни одного написанного раздела",
        "there is nothing to print: no section that is written stands under parts in guideline/handbook.yml",
    )


class TemplateFails(Refusal):
    """Typst cannot set what the templates say."""

    SAYS = Says(
        "шаблон печати не выполняется. Исправьте его или удалите: тогда возьмётся тот, что идёт с программой.\n{reason}",
        "a print template fails. Mend it, or delete it to get the one that comes with cjm.\n{reason}",
    )


def print_handbook(
    handbook: Handbook, root: Path, *, today: dt.date, language: Language | None = None, scope: Cut = WHOLE,
    cards: bool = False, slides: bool = False, png: bool = False, draft: bool = False, output: Path | None = None, released: bool = False,
    cell: Chosen = NOTHING_CHOSEN, only: Sequence[str] = (),
) -> Iterator[Judged | Printed]:  # fmt: skip
    """Check `handbook` and print what `scope` names, of what is `released` only that; Printed comes last. Raises a Refusal, and the file from before stays.

    The handbook is let go before the pages are set, which takes memory: a caller who needs none of it lets go too.
    """
    if only and not cards:
        raise OnlyCards
    own = root
    if released:  # what was approved was judged when it was
        edition_shown = approved_edition(handbook, root, today)
        handbook, own, judged = cut_out(edition_shown.handbook, cell), edition_shown.own, Judged((), 0, 0, False)
        del edition_shown
    else:
        handbook, known = cut_out(handbook, cell), known_findings(root)
        judged = judged_by(
            *(judge(handbook, today=today, baseline=known, language=language, when=when) for when in ("lint", "pdf"))
        )
        yield judged
    if judged.failed and not draft:
        raise NotPrinted(why=strictness(judged.shown, handbook))
    if not any(one.id in handbook.section for _, one in handbook.order):
        raise NothingToPrint
    kept = printed_here(handbook, root)
    if cards:
        said_in = _edition_that_says_this(handbook, kept)
        made = desk_cards(handbook, today=today, cut=scope, draft=judged.failed, only=only, edition=said_in)
        if only and not made.data["cards"]:
            raise NoSuchCards(kinds=_KINDS)
    elif slides:
        made = presentation(handbook, today=today, cut=scope, draft=judged.failed)
    else:
        made = book(handbook, today=today, cut=scope, since=since(handbook, today), draft=judged.failed)
    unread = cards or slides or png or released or judged.failed  # nobody can approve by it
    edition = None if unread else _known_before(edition_of(handbook, made, scope, today, kept), kept)
    words = (
        handbook.outline.id or "handbook",
        scope.id,
        *handbook.cell.values(),
        "cards" if cards else "slides" if slides else "",
    )
    name = "-".join(word for word in words if word)
    target = output or root / OUT / (name if png else f"{name}.pdf")
    del handbook
    try:
        with writing(target):
            if png:
                files = {target / f"{number:03}.png": page for number, page in enumerate(pictures(made, own), start=1)}
            elif edition is None:
                files = {target: pdf(made, own)}
            else:
                edition, files = _recorded(made, edition, root, target, kept)
            with alone(root / OUT):
                for file, content in files.items():  # the record first: a book without one could not be approved
                    save(file, content)
                for old in target.glob("*.png") if png else ():  # pages of a book that had more of them
                    if old.stem.isdigit() and old not in files:
                        old.unlink()
    except TypesettingFailed as failed:
        raise TemplateFails(reason=failed) from failed
    yield Printed(target, len(files) if png else len(edition.pages) if edition else _pages(files[target]))


def scope_of(wishes: Mapping[CutKind, str | None], handbook: Handbook) -> Cut:
    """The one scope that is named, the whole where none is. Raises a Misuse."""
    named = [Cut(kind, id) for kind, id in wishes.items() if id is not None]
    if len(named) > 1:
        raise SeveralScopes
    for cut in named:
        known = choices(cut.kind, handbook)
        if cut.id not in known:
            near = nearest(cut.id, known)
            hint = _NEAR.filled(name=near) if near else NOTHING
            raise UnknownScope(kind=cut.kind, id=cut.id, near=hint, known=", ".join(known) or "—")
        return cut
    return WHOLE


# Private functions


def _edition_that_says_this(handbook: Handbook, kept: Mapping[str, bytes]) -> tuple[int, dt.date] | None:
    """Number and day of the whole book that was printed of the handbook as it is."""
    now = {name: one.digest for name, one in items(handbook.whole or handbook).items()}
    same = (one for one in editions(kept).values() if not one.scope and one.items == now)
    return next(((one.number, dt.date.fromisoformat(one.day)) for one in same), None)


def _known_before(edition: PrintedBook, kept: Mapping[str, bytes]) -> PrintedBook:
    """The record of an earlier book with the same content, or this one."""
    known = editions(kept).values()
    same = (one for one in known if dataclasses.replace(edition, number=one.number, day=one.day).code == one.code)
    return next(same, edition)


def _recorded(
    made: Book, edition: PrintedBook, own: Path, target: Path, kept: Mapping[str, bytes]
) -> tuple[PrintedBook, dict[Path, bytes]]:
    """The record, and the files to write: it and the PDF. A book whose pages came out otherwise than the last time is another edition."""
    record, content = bound(made, edition, own)
    if edition.pages and edition.pages != record.pages:
        spare = next_number(kept)
        again = dataclasses.replace(edition, number=spare, pages=(), content=exact_digest([edition.content, spare]))
        return _recorded(made, again, own, target, kept)
    if Path(record.file).stem in kept:
        return record, {target: content}
    return record, {own / WAITING / record.file: record.as_json(), target: content}


def _pages(made: bytes) -> int:
    import io

    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(made)).pages)
