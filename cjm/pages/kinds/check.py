"""The practice questions of all sections, by part."""

from collections.abc import Iterator

from cjm.pages.page import Edition, Page


def pages(edition: Edition) -> Iterator[Page]:
    """One page, if there is a practice question. The questions of the exam are never published."""
    handbook = edition.handbook
    parts = []
    for part in handbook.outline.parts:
        asked = [
            (section, questions)
            for entry in part.sections
            if (section := handbook.section.get(entry.id)) and (questions := section.practice)
        ]
        if asked:
            parts.append((part, tuple(asked), sum(len(questions) for _, questions in asked)))
    if parts:
        yield Page("check.md", "check.md", edition.t.nav_check, {"parts": tuple(parts)}, edition.t.check_lead)
