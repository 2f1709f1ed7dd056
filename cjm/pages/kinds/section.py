"""The page of one service standard, written or only planned."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from cjm.addresses import step_anchor
from cjm.approval.due import due
from cjm.graph import Ways, ways
from cjm.graph.neighbours import strip
from cjm.model import Handbook, Planned, Script, Section, Step
from cjm.pages.page import Edition, Page
from cjm.wording import first_sentence, label
from cjm.wording.titles import numbered


@dataclass(frozen=True, slots=True)
class Row:
    """A choice as it is shown: where it leads and how that place is called."""

    when: str
    to: str  # an anchor of this page, or `section:id`, or `section:id/step`
    step: int  # 0 for a choice that leads to another section
    section: str


@dataclass(frozen=True, slots=True)
class Card:
    """A step as it is shown: its first sentence is the heading."""

    number: int
    anchor: str
    head: str
    rest: str
    step: Step
    who: str
    script: Script | None  # its words stand in this card
    script_above: Script | None  # its words stand in an earlier card
    choices: tuple[Row, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """A page for each section, in the order of the handbook, planned ones included."""
    handbook = edition.handbook
    for part, entry in handbook.order:
        if isinstance(entry, Planned):
            context = {"planned": entry, "part": part, "unapproved": entry.id in (handbook.unapproved or ())}
            yield Page(f"sections/{entry.id}.md", "planned.md", entry.title, context)
    all_ways = ways(handbook)
    for section in handbook.sections:
        yield Page(
            f"sections/{section.id}.md",
            "section.md",
            section.title,
            _context(section, edition, all_ways),
            section.purpose,
        )


def cards(section: Section) -> tuple[Card, ...]:
    """The steps of a section as they are shown."""
    scripts = {script.id: script for script in section.scripts}
    shown: set[str] = set()
    made = []
    numbers = {
        step.id: (number, step_anchor(step, number)) for number, step in enumerate(section.steps, start=1) if step.id
    }
    for number, step in enumerate(section.steps, start=1):
        head, rest = first_sentence(step.do)
        script = scripts.get(step.script)
        first = script is not None and script.id not in shown
        if script is not None:
            shown.add(script.id)
        choices = tuple(_row(choice.when, choice.to, numbers) for choice in step.next)
        made.append(
            Card(
                number, step_anchor(step, number), head, rest, step, step.who or _only(section.performer),
                script if first else None, script if not first else None, choices,
            )
        )  # fmt: skip
    return tuple(made)


# Private functions


def _context(section: Section, edition: Edition, all_ways: Ways) -> dict[str, object]:
    handbook = edition.handbook
    steps = cards(section)
    in_steps = {card.script.id for card in steps if card.script}
    return {
        "section": section,
        "standing": edition.standings.of.get(section.id) if edition.standings.begun else None,
        "part": handbook.part_of.get(section.id),
        "strip": strip(section, all_ways),
        "attached": handbook.attached.get(section.id, ()),
        "cards": steps,
        "scripts": tuple(script for script in section.scripts if script.id not in in_steps),
        "questions": section.practice,
        "neighbours": _neighbours(section, handbook),
        "review_until": due(section, handbook, section.reviewed),
        "mailto": _mailto(section, edition),
    }


def _only(performers: tuple[str, ...]) -> str:
    return performers[0] if len(performers) == 1 else ""


def _row(when: str, to: str, numbers: dict[str, tuple[int, str]]) -> Row:
    if to in numbers:
        number, anchor = numbers[to]
        return Row(when, anchor, number, "")
    name = to.removeprefix("section:")
    return Row(when, f"section:{name}", 0, name.partition("/")[0])


def _neighbours(section: Section, handbook: Handbook) -> tuple[Section | None, Section | None]:
    written = [entry.id for _, entry in handbook.order if entry.id in handbook.section]
    if section.id not in written:
        return None, None
    index = written.index(section.id)
    before = handbook.section[written[index - 1]] if index else None
    return before, handbook.section[written[index + 1]] if index + 1 < len(written) else None


def _mailto(section: Section, edition: Edition) -> str:
    outline, t = edition.handbook.outline, edition.t
    if not outline.feedback:
        return ""
    title = numbered(section.id, label(section.title, edition.handbook), edition.handbook)
    subject = t.feedback_subject.format(title=title)
    body = t.feedback_body.format(title=title, id=section.id, version=edition.version or edition.today.isoformat())
    return f"mailto:{quote(outline.feedback, safe='@')}?subject={quote(subject)}&body={quote(body.replace(chr(10), chr(13) + chr(10)))}"
