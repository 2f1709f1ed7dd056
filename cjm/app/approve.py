"""Who read which PDF of a handbook in, the record of it on disk out; or what stands against it, and nothing is written."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cjm.app.refusal import Misuse, Refusal, write
from cjm.approval import Standings, standings
from cjm.approval.conditions import against_history, against_pdf, against_person, against_sections, wants_another
from cjm.approval.record import Read, record
from cjm.language.says import Language, Says
from cjm.model import Approval, Handbook, Minor, Section


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded, and in which file; `left` are sections whose owner wants another pair of eyes first."""

    record: Approval
    file: str
    sections: tuple[Section, ...]
    left: tuple[Section, ...]


class NoPdf(Misuse):
    """What was read has to be named."""

    SAYS = Says(
        "назовите прочитанный PDF: --pdf ФАЙЛ (соберёт его cjm pdf)",
        "name the PDF that was read: --pdf FILE (cjm pdf makes it)",
    )


class NoReason(Misuse):
    """A minor change says why it is one."""

    SAYS = Says("скажите, почему смысл прежний: --reason …", "say why the meaning is the same: --reason …")


class AllOrSome(Misuse):
    """All sections, or those that are named."""

    SAYS = Says("либо --all, либо имена разделов", "either --all or the ids of sections")


class MinorByName(Misuse):
    """Nobody has looked at all changes."""

    SAYS = Says(
        "правку без перечитывания называют по разделам, без --all",
        "a minor change is named section by section, without --all",
    )


class NotAPdf(Refusal):
    """The file cannot be read as PDF."""

    SAYS = Says("{file}: это не PDF, или он повреждён", "{file} is no PDF, or it is damaged")


class NotOurPdf(Refusal):
    """The PDF does not say which sections it holds."""

    SAYS = Says(
        "{file}: этот PDF собран не командой cjm pdf, в нём нет описи содержания; соберите: cjm pdf",
        "{file} was not made by cjm pdf, it carries no list of its content; make one: cjm pdf",
    )


class NotApproved(Refusal):
    """What stands against it, a line for each reason."""

    SAYS = Says("{reasons}", "{reasons}")


_NOT_CHANGED = Says(
    "раздел «{title}» не менялся с утверждения: отмечать нечего",
    'section "{title}" has not changed since it was approved: nothing to record',
)
_NEVER = Says(
    "раздел «{title}» ещё не утверждали: сначала полное утверждение, с --pdf",
    'section "{title}" was never approved: approve it in full first, with --pdf',
)


def approve(
    handbook: Handbook, root: Path, *, by: str, today: dt.date, language: Language, sections: Sequence[str] = (),
    everything: bool = False, pdf: Path | None = None, minor: bool = False, reason: str = "",
) -> Recorded:  # fmt: skip
    """Record that `by` approves these sections, or all that the PDF holds. Raises a Refusal; then nothing is written."""
    _refuse_misuse(sections, everything, pdf, minor, reason)
    person = against_person(handbook, by, language)
    if isinstance(person, str):
        raise NotApproved(reasons=person)
    read = read_pdf(pdf) if pdf is not None else None
    wanted = tuple(read.sections) if everything and read else tuple(dict.fromkeys(sections))
    _refuse(list(against_pdf(handbook, read, wanted, language)) if read else [])
    _refuse(list(against_sections(handbook, wanted, language)))
    chosen = [section for section in handbook.sections if section.id in wanted]
    stand = standings(handbook, today)
    left = [section for section in chosen if everything and wants_another(section, stand, person)]
    if len(left) < len(chosen):
        chosen = [section for section in chosen if section not in left]
    minors = _minors(chosen, stand, reason, language) if minor else {}
    _refuse(list(against_history(handbook, stand, person, chosen, today, language)))
    made, files = record(handbook, person, chosen, today, read, minors)
    for file, raw in files.items():  # the texts first: a record never names one that is not there
        write(root / file, raw)
    return Recorded(made, list(files)[-1], tuple(chosen), tuple(left))


def read_pdf(file: Path) -> Read:
    """What the PDF says of its own content. Raises NotAPdf or NotOurPdf."""
    import logging

    from pypdf import PdfReader

    from cjm.book.manifest import read_manifest

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would print its guesses about a damaged file
    raw = file.read_bytes()
    try:
        with file.open("rb") as stream:
            metadata = PdfReader(stream).metadata
            keywords = str(metadata.get("/Keywords", "")) if metadata else ""
    except Exception as error:  # a damaged file makes the reader raise anything
        raise NotAPdf(file=file) from error
    found = read_manifest(keywords)
    if found is None:
        raise NotOurPdf(file=file)
    return Read(hashlib.sha256(raw).hexdigest(), found.edition, found.handbook, found.fingerprint, found.sections)


# Private functions


def _refuse_misuse(sections: Sequence[str], everything: bool, pdf: Path | None, minor: bool, reason: str) -> None:
    if minor and everything:
        raise MinorByName
    if everything and sections:
        raise AllOrSome
    if not minor and pdf is None:
        raise NoPdf
    if minor and not reason.strip():
        raise NoReason


def _refuse(reasons: Sequence[str]) -> None:
    if reasons:
        raise NotApproved(reasons="\n".join(reasons))


def _minors(chosen: Sequence[Section], stand: Standings, reason: str, language: Language) -> Mapping[str, Minor]:
    """By section, which approved text goes on to hold for which new one."""
    minors: dict[str, Minor] = {}
    against = []
    for section in chosen:
        standing = stand.of[section.id]
        if standing.last is None:
            against.append(_NEVER.to(language, title=section.title))
        elif standing.status == "approved":
            against.append(_NOT_CHANGED.to(language, title=section.title))
        else:
            minors[section.id] = Minor(before=standing.last.approved.digest, after=standing.digest, reason=reason)
    _refuse(against)
    return minors
