"""A document in, the plan of what is to come of it out. What the text does not say is a question, never an answer of ours."""

from collections.abc import Collection

from cjm.intake.block import Document
from cjm.intake.masks import named_after
from cjm.intake.outline import title_of
from cjm.intake.plan import IntakePlan
from cjm.intake.section.drafted import DraftedSection
from cjm.intake.section.passage import read_section
from cjm.intake.under_way import Intake
from cjm.language.says import Says
from cjm.model import Handbook

_CONTENTS = Says("оглавление", "table of contents")
_TITLE = Says("название документа", "title of the document")


def plan_of(document: Document, handbook: Handbook, mine: Collection[str] = ()) -> IntakePlan:
    """What is to come of `document`; things named in `mine`, as kind:id, came of it before and may be so called again."""
    if document.chart is not None:
        from cjm.intake.process.plan import plan_of_chart

        return plan_of_chart(document, handbook, mine)
    if document.table:
        from cjm.intake.rows import plan_of_rows

        return plan_of_rows(document, handbook, mine)
    first = _walked(Intake(document, handbook, mine))
    roles = tuple((one.id, one.title) for one in first.drafts if one.kind == "role" and not one.reused)
    # Who is named above the line that makes a role of him is known the second time.
    return _walked(Intake(document, handbook, mine, roles)) if roles else first


def _walked(intake: Intake) -> IntakePlan:
    for block in intake.outline.contents:
        intake.end(block, "dropped", why=_CONTENTS)
    own = title_of(intake.outline.title) if intake.outline.title else named_after(intake.document.name)
    if intake.outline.title:
        intake.end(intake.outline.title, "dropped", why=_TITLE)
    for passage in intake.outline.passages:
        title = title_of(passage.part) if passage.part else own
        part = intake.part(title)
        if passage.part and id(passage.part.lines[0]) not in intake.fates:
            intake.end(passage.part, "field", f"part:{part}.title")
        read_section(DraftedSection(intake, passage, part, title))
    return intake.planned(intake.sort)
