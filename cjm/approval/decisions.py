"""How an item stands in, who decided what about it out, in words: for the review, the foot of a section, the sheet."""

from collections.abc import Iterable, Iterator

from cjm.approval.state import SectionStanding, Standing, Standings
from cjm.approval.words import person, reference_title
from cjm.language.dates import in_figures
from cjm.language.says import Language, Says
from cjm.model import Approval, Handbook

_SIGNED = Says("подписали: {by}", "signed by: {by}")
_SAID = {
    "rejected": Says("отклонено {day}: {by}", "rejected on {day}: {by}"),
    "withdrawn": Says("отозвано {day}: {by}", "withdrawn on {day}: {by}"),
    "remarks": Says("утверждено с замечаниями {day}: {by}", "approved with remarks on {day}: {by}"),
}


def signers(one: Standing) -> tuple[str, ...]:
    """The names of all who approved just this, as they were when they signed: what is typed today signs nothing."""
    return tuple(one.last.signed[by] for by in one.approvers) if one.last else ()


def unsettled(one: SectionStanding, handbook: Handbook, language: Language) -> tuple[str, ...]:
    """What a section rests on or shows that is not as it was approved, each once, in words."""
    names = dict.fromkeys((*(suspect.chain[-1] for suspect in one.suspects), *one.waits))
    return tuple(dict.fromkeys(reference_title(name, handbook, language) for name in names))


def undecided(one: Standing, handbook: Handbook, language: Language) -> Iterator[str]:
    """Who signed, refused or took back just this, where that decides nothing yet."""
    if one.signed:
        yield _SIGNED.to(language, by=_names(one.signed, handbook))
    for record in (one.rejected, one.withdrawn):
        if record is not None:
            yield decided(record, language)


def open_remarks(stand: Standings) -> Iterator[Approval]:
    """The records with remarks that nobody has dealt with: some of it still stands, and who made them has not agreed since."""
    bad = {id(record) for record, _ in stand.stands.unfounded}
    sound = [one for one in stand.history.records if id(one) not in bad]
    versions = stand.stands.versions
    for place, record in enumerate(sound):
        standing = {
            one.item for one in record.laid if one.item in versions and versions[one.item].laid.digest == one.digest
        }
        after = (one for one in sound[place + 1 :] if one.by == record.by and not one.decision)
        agreed = any(laid.item in {one.item for one in record.laid} for one in after for laid in one.laid)
        if record.decision == "remarks" and standing and not agreed:
            yield record


def decided(record: Approval, language: Language) -> str:
    """A decision beside a plain yes in short."""
    day = in_figures(record.date, language) if record.date else "—"
    return _SAID[record.decision].to(language, day=day, by=record.name or record.by)


# Private functions


def _names(ids: Iterable[str], handbook: Handbook) -> str:
    return ", ".join(found.name if (found := person(handbook, by)) else by for by in ids)
