"""How all sections stand in, the list of what awaits somebody out: as text and as plain data."""

from collections.abc import Iterator
from typing import Any

from cjm.approval.decisions import decided, open_remarks, signers, undecided
from cjm.approval.fold import Unfounded
from cjm.approval.state import SectionStanding, Standings, Suspect
from cjm.approval.words import person, reference_title
from cjm.diff.difference import field_changes
from cjm.diff.rendering import told
from cjm.language.dates import in_figures
from cjm.language.numerals import counted
from cjm.language.says import Language, Says
from cjm.model import Handbook, Written
from cjm.wording.titles import numbered

_HEADS = {
    "overdue": Says("Пересмотр просрочен", "Review overdue"),
    "soon": Says("Скоро пересмотр", "Review coming up"),
    "changed": Says("Изменилось после утверждения (подробно: cjm diff approved)", "Changed since the approval (in full: cjm diff approved)"),
    "suspect": Says("Под вопросом: изменилось то, на чём держится", "Suspect: what it rests on changed"),
    "never": Says("Не утверждали", "Never approved"),
}  # fmt: skip
_BROKEN = Says("Нарушены записи об утверждении", "Broken records of approval")
_EDITED = Says("{id}: запись правили, она не считается", "{id}: the record was edited and does not count")
_MISSING = Says(
    "{id}: записи нет или она другая, а при утверждении {by} её видели",
    "{id}: the record is not there or is another one, though it was seen at {by}",
)
_LOST = Says(
    "{id}: утверждённого текста «{what}» нет, он изменён или записан более новой программой",
    '{id}: the approved text of "{what}" is not there, was edited, or was written by a newer program',
)
_UNFOUNDED: dict[Unfounded, Says] = {
    "book": Says("{id}: запись не считается: такой редакции нет, или в ней напечатано не это", "{id}: the record does not count: there is no such edition, or it prints something else"),
    "date": Says("{id}: запись не считается: её день раньше, чем у книги или у прежней записи", "{id}: the record does not count: its day is before that of the book or of an earlier record"),
    "future": Says("{id}: запись не считается: её день ещё не наступил", "{id}: the record does not count: its day is still to come"),
    "may-not": Says("{id}: запись не считается: этот человек тогда не мог такое утверждать", "{id}: the record does not count: this person could not approve that then"),
    "minor": Says("{id}: запись не считается: изменились не только знаки", "{id}: the record does not count: more than marks changed"),
}  # fmt: skip
_OTHERS = {
    "changed": Says(
        "Изменилось и ждёт утверждения, кроме разделов", "Changed and waiting for approval, beside sections"
    ),
    "never": Says("Не утверждали, кроме разделов", "Never approved, beside sections"),
    "suspect": Says("Под вопросом, кроме разделов", "Suspect, beside sections"),
}
_SHOWN = Says(
    "Раздел утверждён, а в нём видно то, что ждёт утверждения (что → в каких разделах)",
    "Sections that are approved and show what waits for approval (what → in which sections)",
)
_GONE = Says("Утверждено, а в гайдлайне больше нет или снято", "Approved, and no more in the handbook or retired")
_APART = Says(
    "Утверждено порознь в двух редакциях: действует прежняя, пока кто-то не утвердит одну",
    "Approved apart in two wordings: the one before holds until somebody approves one",
)
_REMARKS = Says("Замечания, с которыми ещё не разобрались", "Remarks that are not dealt with")
_NOT_APART = Says(
    "Прежняя программа утверждала только разделы: остальное не утверждалось отдельно. Один раз: cjm pdf, прочитать, cjm approve --all",
    "An earlier program approved sections only: the rest was not approved by itself. Once: cjm pdf, read it, cjm approve --all",
)
_DUE = Says("до {day}", "by {day}")
_SINCE = Says("утверждён {day}: {by}", "approved on {day}: {by}")
_NO_OWNER = Says("ответственного нет", "no owner")
_ALL_WELL = Says("всё утверждено, пересматривать пока нечего", "all is approved, nothing is to be reviewed yet")
_NEVER_BEGUN = Says(
    "Здесь ещё ничего не утверждали. Первый раз: cjm pdf, прочитать, потом cjm approve --by … --all --pdf ФАЙЛ.",
    "Nothing was approved here yet. The first time: cjm pdf, read it, then cjm approve --by … --all --pdf FILE.",
)
_FOOT = Says(
    "Разделов: {all} · утверждено {approved} · изменено {changed} · под вопросом {suspect} · не утверждали {never}",
    "Sections: {all} · approved {approved} · changed {changed} · suspect {suspect} · never approved {never}",
)
_LIMITS = Says(
    "Записи доказывают, что прочитано, а не кто держал перо. Что убрали последнюю запись, видно только по git или по более позднему PDF.",
    "The records prove what was read, not who held the pen. That the last one was taken out shows only against git or a later PDF.",
)


def as_text(stand: Standings, handbook: Handbook, language: Language) -> str:
    """The list for the terminal."""
    lines: list[str] = []
    broken = list(_broken(stand, language))
    if broken:
        lines += [_BROKEN.to(language), *(f"  {line}" for line in broken), ""]
    for group, head in _HEADS.items():
        found = [one for one in stand.of.values() if group in (one.status, one.review)]
        if group == "suspect":
            found = [one for one in found if one.suspects]
        if not found or (group == "never" and not stand.begun):
            continue
        lines.append(
            f"{head.to(language)}: {counted(len(found), ('раздел', 'раздела', 'разделов'), ('section', 'sections'), language)}"
        )
        for one in found:
            lines.append("  " + " · ".join(_told(one, group, handbook, language)))
            lines += [
                f"      {line}"
                for suspect in one.suspects
                if group == "suspect"
                for line in _chain(suspect, handbook, language)
            ]
        lines.append("")
    lines += _shown(stand, handbook, language)
    lines += _others(stand, handbook, language)
    if stand.begun and not stand.stands.whole and stand.stands.versions:
        lines += [_NOT_APART.to(language), ""]
    if not stand.begun:
        lines += [_NEVER_BEGUN.to(language), ""]
    elif not lines:
        lines += [_ALL_WELL.to(language), ""]
    counts = {
        status: sum(one.status == status for one in stand.of.values())
        for status in ("approved", "changed", "suspect", "never")
    }
    lines.append(_FOOT.to(language, all=len(stand.of), **counts))
    if stand.begun:
        lines.append(_LIMITS.to(language))
    return "\n".join(lines) + "\n"


def as_data(stand: Standings, handbook: Handbook, language: Language) -> dict[str, Any]:
    """Plain data for JSON."""
    return {
        "sections": [
            {
                "section": one.section.id, "title": one.section.title, "status": one.status, "owner": one.section.owner,
                "digest": one.digest, "approved": one.since.isoformat() if one.since else None,
                "by": list(one.approvers) or ([one.last.record.by] if one.last else []),
                "record": one.last.record.id if one.last else None,
                "due": one.due.isoformat() if one.due else None, "review": one.review,
                "suspects": [
                    {"chain": list(suspect.chain), "changes": [told(detail, language) for detail in _details(suspect, handbook, language)]}
                    for suspect in one.suspects
                ],
                "shows": list(one.waits),
            }
            for one in stand.of.values()
        ],
        "items": [
            {"item": one.name, "status": one.status, "digest": one.digest, "approved": one.since.isoformat() if one.since else None, "by": list(one.approvers)}
            for one in stand.items.values()
        ],
        "gone": list(stand.gone),
        "remarks": [{"record": one.id, "by": one.by, "remarks": list(one.remarks)} for one in open_remarks(stand)],
        "heads": [one.id for one in stand.history.heads],
        "broken": list(_broken(stand, language)),
    }  # fmt: skip


# Private functions


def _broken(stand: Standings, language: Language) -> Iterator[str]:
    past = stand.history
    for record in past.edited:
        yield _EDITED.to(language, id=record.id)
    edited = {record.id for record in past.edited}
    for record, saw in past.missing:
        if saw.approval not in edited:
            yield _MISSING.to(language, id=saw.approval, by=record.id)
    for record, laid in past.lost:
        yield _LOST.to(language, id=record.id, what=laid.item)
    for record, why in stand.stands.unfounded:
        yield _UNFOUNDED[why].to(language, id=record.id)


def _others(stand: Standings, handbook: Handbook, language: Language) -> Iterator[str]:
    """What awaits somebody and is no section, and what is approved and gone."""
    for status, head in _OTHERS.items():
        found = [one for one in stand.items.values() if one.status == status]
        if found:
            yield f"{head.to(language)}: {len(found)}"
            for one in found:
                yield "  " + " · ".join(
                    (reference_title(one.name, handbook, language), *undecided(one, handbook, language))
                )
            yield ""
    for head, names in (
        (_GONE, stand.gone),
        (_APART, tuple(stand.stands.parallel)),
    ):
        if names:
            yield f"{head.to(language)}: {len(names)}"
            yield from (f"  {reference_title(name, handbook, language)}" for name in names)
            yield ""
    if remarked := list(open_remarks(stand)):
        yield f"{_REMARKS.to(language)}: {len(remarked)}"
        yield from (f"  {decided(one, language)}: {'; '.join(one.remarks) or '—'}" for one in remarked)
        yield ""


def _shown(stand: Standings, handbook: Handbook, language: Language) -> Iterator[str]:
    """The sections in which words of others wait, gathered by what these are: a style sheet is one line, not one of each."""
    of: dict[tuple[str, ...], list[str]] = {}
    for one in stand.of.values():
        if one.waits and one.status == "suspect":
            of.setdefault(one.waits, []).append(str(handbook.number.get(one.section.id, one.section.id)))
    if of:
        yield f"{_SHOWN.to(language)}: {sum(map(len, of.values()))}"
        for names, sections in of.items():
            told = dict.fromkeys(reference_title(name, handbook, language) for name in names)
            yield f"  {', '.join(told)} → {', '.join(sections)}"
        yield ""


def _told(one: SectionStanding, group: str, handbook: Handbook, language: Language) -> Iterator[str]:
    yield numbered(one.section.id, one.section.title, handbook)
    if group in ("overdue", "soon") and one.due:
        yield _DUE.to(language, day=in_figures(one.due, language))
    elif one.last is not None and one.since is not None:
        names = signers(one) or [one.last.record.name or one.last.record.by]
        yield _SINCE.to(language, day=in_figures(one.since, language), by=", ".join(names))
    yield from undecided(one, handbook, language)
    owner = person(handbook, one.section.owner)
    yield owner.name if owner else _NO_OWNER.to(language)


def _chain(suspect: Suspect, handbook: Handbook, language: Language) -> Iterator[str]:
    yield "→ " + " → ".join(reference_title(name, handbook, language) for name in suspect.chain)
    for detail in _details(suspect, handbook, language):
        yield "    " + told(detail, language)


def _details(suspect: Suspect, handbook: Handbook, language: Language) -> tuple[Any, ...]:
    if not (isinstance(suspect.before, Written) and isinstance(suspect.after, Written)):
        return ()
    return field_changes(suspect.before, suspect.after, handbook, handbook, language)
