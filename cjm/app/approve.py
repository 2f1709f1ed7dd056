"""Who read which PDF of a handbook in, the record of the decision on disk out; or what stands against it, and nothing is written."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cjm.app.refusal import Misuse, Refusal, write
from cjm.app.verify import read_pdf
from cjm.approval import SectionStanding, Standings, standings
from cjm.approval.conditions import (
    against_book,
    against_history,
    against_minor,
    against_names,
    against_person,
    against_withdrawal,
    minor_now,
    needed,
    told_needed,
    wants_another,
)
from cjm.approval.dangling import dangling
from cjm.approval.fold import may_sign, stands
from cjm.approval.history import history
from cjm.approval.items import PEOPLE, home_of, items
from cjm.approval.record import BookRead, DecisionWish, record
from cjm.approval.release import as_approved
from cjm.approval.words import reference_title
from cjm.language.says import Language, Says
from cjm.model import Approval, Handbook

Decision = Literal["", "remarks", "rejected", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded, and in which file; `left` are sections whose owner wants another pair of eyes first."""

    record: Approval
    file: str
    names: tuple[str, ...]
    left: tuple[SectionStanding, ...]
    first: bool  # nobody had approved before who may approve: the record says so itself


class NoPdf(Misuse):
    """What was read has to be named."""

    SAYS = Says(
        "назовите прочитанный PDF: --pdf ФАЙЛ (соберёт его cjm pdf)",
        "name the PDF that was read: --pdf FILE (cjm pdf makes it)",
    )


class AllOrSome(Misuse):
    """All sections, or those that are named."""

    SAYS = Says("либо --all, либо имена разделов", "either --all or the ids of sections")


class MinorIsPlain(Misuse):
    """Only marks differ, so there is nothing to decide and nothing was read."""

    SAYS = Says(
        "--minor не сочетается с --pdf, --decision и --remark", "--minor goes with none of --pdf, --decision, --remark"
    )


class NotApproved(Refusal):
    """What stands against it, a line for each reason."""

    SAYS = Says("{reasons}", "{reasons}")


_LEADS_NOWHERE = Says(
    "{what}: в утверждённой редакции осталась бы ссылка в никуда — {target}. Утвердите вместе и то, что ссылается",
    "{what}: the approved edition would have a reference to nothing — {target}. Approve along with it what refers to it",
)


def approve(
    handbook: Handbook, root: Path, *, by: str, today: dt.date, language: Language, names: Sequence[str] = (),
    everything: bool = False, pdf: Path | None = None, minor: bool = False, with_needed: bool = False,
    decision: Decision = "", remarks: Sequence[str] = (), signed: Path | None = None,
) -> Recorded:  # fmt: skip
    """Record what `by` decides of these items, or of all that the PDF holds. Raises a Refusal; then nothing is written.

    A name without a kind is that of a section.
    """
    if everything and names:
        raise AllOrSome
    if minor and (pdf or decision or remarks):
        raise MinorIsPlain
    if not minor and pdf is None and decision not in ("rejected", "withdrawn"):
        raise NoPdf
    stand = standings(handbook, today)
    person = against_person(handbook, stand, by, language)
    if isinstance(person, str):
        raise NotApproved(reasons=person)
    read = read_pdf(pdf, handbook, root) if pdf is not None else None
    known = items(handbook)
    wanted = [name if ":" in name or name in known else f"section:{name}" for name in dict.fromkeys(names)]
    if everything:
        wanted = list(minor_now(handbook, stand) if minor else known)
        if read:
            wanted = [
                *(name for name in known if name in read.book.items),
                *(name for name in read.book.items if name not in known),
            ]
    if everything and person.scope:  # all that is hers
        wanted = [name for name in wanted if name not in known or may_sign(person, known[name].thing)]
    gone = [
        name for name in (stand.gone if everything and read and not read.book.scope else wanted) if name in stand.gone
    ]
    wanted = [name for name in wanted if name not in gone]
    if decision == "withdrawn":
        wanted, gone = wanted + gone, []
    _refuse(against_book(handbook, read, wanted, everything, today, language) if read else ())
    _refuse(against_names(handbook, stand, wanted + gone, person, language))
    wanted = [name for name in wanted if name in known or decision == "withdrawn"]
    left: list[SectionStanding] = []
    if everything and decision != "rejected":
        left = [one for one in stand.of.values() if one.name in wanted and wants_another(one, person)]
        if len(left) < sum(name.startswith("section:") for name in wanted):
            wanted = [name for name in wanted if name not in {one.name for one in left}]
        else:
            left = []
    if minor:
        _refuse(against_minor(handbook, stand, wanted, language))
    elif decision == "withdrawn":
        _refuse(against_withdrawal(handbook, stand, wanted, language))
    elif decision != "rejected":
        along = needed(handbook, stand, wanted)
        if not with_needed:
            _refuse(told_needed(handbook, {name: why for name, why in along.items() if why[1]}, language))
        if read:
            _refuse(against_book(handbook, read, tuple(along), False, today, language))
        wanted += [*along, *_renamed_along(handbook, stand, wanted, read)]
        _refuse(against_names(handbook, stand, wanted, person, language))
    _refuse(against_history(handbook, stand, person, wanted if decision in ("", "remarks") else (), today, language))
    wish = DecisionWish(
        names=tuple(dict.fromkeys(wanted)), removed=tuple(gone), decision=decision, minor=minor,
        remarks=(*remarks, *(read.remarks if read else ())),
        signed=f"sha256:{hashlib.sha256(signed.read_bytes()).hexdigest()}" if signed else "",
    )  # fmt: skip
    if wish.remarks and not decision:
        wish = dataclasses.replace(wish, decision="remarks")
    made, files = record(handbook, stand, person, wish, today, read)
    while wish.decision in ("", "remarks") and (nowhere := _leading_nowhere(handbook, stand, made, files, today)):
        fresh = {home_of(target, handbook) for _, target in nowhere} & known.keys() - stand.stands.versions.keys()
        if not read or not fresh:
            told = (reference_title(name, handbook, language) for name, _ in nowhere)
            _refuse(_LEADS_NOWHERE.to(language, what=one, target=nowhere[number][1]) for number, one in enumerate(told))
        _refuse(against_book(handbook, read, tuple(fresh), False, today, language) if read else ())
        wish = dataclasses.replace(wish, names=(*wish.names, *sorted(fresh)))
        made, files = record(handbook, stand, person, wish, today, read)
    for file, raw in files.items():  # the record last: it never names what is not there
        write(root / file, raw)
    return Recorded(made, list(files)[-1], tuple(wish.names), tuple(left), PEOPLE not in stand.stands.versions)


# Private functions


def _refuse(reasons: object) -> None:
    told = list(reasons)  # type: ignore[call-overload]
    if told:
        raise NotApproved(reasons="\n".join(told))


def _renamed_along(
    handbook: Handbook, stand: Standings, wanted: Sequence[str], read: BookRead | None
) -> tuple[str, ...]:
    """What says the same as it was approved, but for the new id of something that is approved now."""
    renamed = [kind for kind, names in stand.names.items() if any(f"{kind}:{id}" in wanted for id in names)]
    if not renamed or read is None:
        return ()
    now, every = items(handbook), stand.all
    return tuple(
        name for name, one in every.items()
        if one.status in ("approved", "suspect") and one.last and now[name].digest != one.last.laid.digest
        and read.book.items.get(name) == now[name].digest and name not in wanted
    )  # fmt: skip


def _leading_nowhere(
    handbook: Handbook, stand: Standings, made: Approval, files: dict[str, bytes], today: dt.date
) -> list[tuple[str, str]]:
    """References of the edition that this record would make, and that was sound before: in what, to what."""
    kept = {Path(file).stem: raw for file, raw in files.items() if file.endswith(".json")}
    then = dataclasses.replace(
        handbook, approvals=(*handbook.approvals, made), approved_texts={**handbook.approved_texts, **kept},
        editions={**handbook.editions, **kept},
    )  # fmt: skip
    before = dangling(as_approved(handbook, stand.stands)) if stand.stands.whole else dangling(handbook)
    after = stands(then, history(then), today)
    return sorted(dangling(as_approved(then, after)) - before) if after.whole else []
