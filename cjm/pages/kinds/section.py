"""The page of one service standard, written or only planned."""

from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from cjm import view
from cjm.approval.decisions import signers, unsettled
from cjm.approval.due import due
from cjm.graph import Ways, ways
from cjm.graph.neighbours import strip
from cjm.model import Handbook, Planned, Section
from cjm.model.derived import derived
from cjm.pages.page import Edition, Page
from cjm.wording import label
from cjm.wording.titles import numbered


def pages(edition: Edition) -> Iterator[Page]:
    """A page for each section, in the order of the handbook, planned ones included."""
    handbook = edition.handbook
    for part, entry in handbook.order:
        if isinstance(entry, Planned):
            context = {"planned": entry, "part": part, "unapproved": entry.id in (handbook.unapproved or ())}
            yield Page(f"sections/{entry.id}.md", "planned.md", entry.title, context)
    for section in handbook.sections:
        if section.kind != "emergency":
            yield section_page(section, edition)


def section_page(
    section: Section, edition: Edition, template: str = "section.md", more: Mapping[str, object] | None = None
) -> Page:
    """The page of one written section; a kind of its own has another template, and `more` for it."""
    context = _context(section, edition, ways(edition.handbook)) | dict(more or {})
    return Page(f"sections/{section.id}.md", template, section.title, context, section.purpose)


# Private functions


def _context(section: Section, edition: Edition, all_ways: Ways) -> dict[str, object]:
    handbook = edition.handbook
    shown = view.section(section, handbook)
    cards = tuple(view.step_cards(section, shown))
    standing = edition.standings.of.get(section.id) if edition.standings.begun else None
    record = standing.last.record if standing and standing.last else None
    return {
        "section": section,
        "standing": standing,
        "signers": ", ".join(signers(standing) or (record.name or record.by,)) if standing and record else "",
        "unsettled": ", ".join(unsettled(standing, handbook, handbook.outline.language)) if standing else "",
        "part": handbook.part_of.get(section.id),
        "strip": strip(section, all_ways),
        "attached": handbook.attached.get(section.id, ()),
        "shown": view.Form(shown),
        "cards": cards,
        "doers": Counter(role for card in cards for role in card.whose),
        "scripts": view.loose_scripts(section, shown),
        "neighbours": _neighbours(section, handbook),
        "review_until": due(section, handbook, section.reviewed),
        "mailto": _mailto(section, edition),
    }


def _neighbours(section: Section, handbook: Handbook) -> tuple[Section | None, Section | None]:
    return _beside(handbook).get(section.id, (None, None))


@derived
def _beside(handbook: Handbook) -> Mapping[str, tuple[Section | None, Section | None]]:
    """What stands before and behind each written section that is listed."""
    written = [
        handbook.section[id] for id in dict.fromkeys(entry.id for _, entry in handbook.order) if id in handbook.section
    ]
    return {
        one.id: (before, after)
        for before, one, after in zip([None, *written], written, [*written[1:], None], strict=False)
    }


def _mailto(section: Section, edition: Edition) -> str:
    outline, t = edition.handbook.outline, edition.t
    if not outline.feedback:
        return ""
    title = numbered(section.id, label(section.title, edition.handbook), edition.handbook)
    subject = t.feedback_subject.format(title=title)
    body = t.feedback_body.format(title=title, id=section.id, version=edition.version or edition.today.isoformat())
    return f"mailto:{quote(outline.feedback, safe='@')}?subject={quote(subject)}&body={quote(body.replace(chr(10), chr(13) + chr(10)))}"
