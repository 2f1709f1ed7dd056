"""The first page: what is happening right now?"""

from collections.abc import Iterator

from cjm.pages.page import Edition, Page
from cjm.pages.strings import journeys_counted, sections_counted

LENGTH_OF_EXAMPLE = 16  # what the search field of a phone shows whole


def pages(edition: Edition) -> Iterator[Page]:
    """The one home page. What leads to a page for danger stands before all else, whether its author put it there or not."""
    handbook = edition.handbook
    language = handbook.outline.language
    conflicts = [conflict for section in handbook.sections for conflict in section.conflicts]
    phrases = [phrase for section in handbook.sections for phrase in section.look_for]
    start = handbook.outline.start
    emergencies = {f"section:{section.id}": section for section in handbook.sections if section.kind == "emergency"}
    urgent = tuple(one for one in start if one.to.partition("/")[0] in emergencies)
    yield Page(
        "index.md",
        "home.md",
        handbook.outline.title,
        {
            "unlisted": tuple(one for to, one in emergencies.items() if all(listed.to != to for listed in urgent)),
            "urgent": urgent,
            "situations": tuple(one for one in start if one not in urgent),
            "example": min(phrases, key=lambda phrase: abs(len(phrase) - LENGTH_OF_EXAMPLE), default=""),
            "maps": journeys_counted(len(handbook.journeys), language),
            "sections": sections_counted(sum(one.status != "retired" for one in handbook.sections), language),
            "has_conflicts": bool(conflicts),
            "has_scripts": any(section.scripts for section in handbook.sections),
            "has_questions": any(section.practice for section in handbook.sections),
        },
        handbook.outline.description,
        hide=("toc", "navigation"),
        width="centred",
    )
