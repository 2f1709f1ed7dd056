"""A Handbook in, slides for a talk to newcomers out: the client's feelings, what is where, danger, the days, what must be known."""

import datetime as dt
from collections.abc import Iterator, Sequence

from cjm import view
from cjm.book import section
from cjm.book.back import kind_title
from cjm.book.book import Book, common, stamped
from cjm.book.front import cover
from cjm.book.height import height
from cjm.book.manifest import Manifest
from cjm.book.strings import forms, strings
from cjm.book.text import Json, Run, Writer
from cjm.graph import ways
from cjm.model import Handbook, Journey, Role, Section
from cjm.model.shared.duty import Duty
from cjm.model.shared.exam import Exam
from cjm.model.shared.plan import Plan
from cjm.view.scope import WHOLE, Chapter, Cut, chapters, cut_title, journeys

BOXES = 4  # what one takes in while somebody speaks
ROWS = 5
_LINES = 7
_WIDE, _HIGH, _LARGER = 1136.0, 330.0, 22 / 9.2  # the row of boxes in points, and its letters beside the book's


def slides(handbook: Handbook, *, today: dt.date, cut: Cut = WHOLE, draft: bool = False) -> Book:
    """One thing a slide. A whole handbook and a role show of the sections those where no error is let pass and where a client decides."""
    writer = Writer(handbook, frozenset())
    parts, maps = chapters(cut, handbook), journeys(cut, handbook)
    named = cut_title(cut, handbook)
    ahead = [{"kind": "cover", **cover(handbook, cut, named, parts, maps, writer)}]
    made = [*ahead, *_slides(handbook, cut, parts, maps, writer)]
    data = common(handbook, writer, draft) | {
        "slides": [one | {"place": f"slide:{number}"} for number, one in enumerate(made, start=1)],
        "title": writer.label(" — ".join(filter(None, (handbook.outline.title, named)))),
    }
    unnumbered = Manifest(handbook.outline.id, today, draft=draft)
    return stamped(Book("slides.typ", data["title"], today, data, unnumbered), unnumbered)


# Private functions


def _slides(
    handbook: Handbook, cut: Cut, parts: Sequence[Chapter], maps: Sequence[Journey], writer: Writer
) -> Iterator[Json]:
    written = [one for chapter in parts for one in chapter.sections if isinstance(one, Section)]
    for journey in maps:
        yield from _journey(journey, handbook, writer)
    if len(parts) > 1:
        yield from _contents(parts, writer)
    if cut.kind == "role":
        yield from _role(handbook.role[cut.id], writer)
    for one in written:
        if one.kind == "emergency":
            yield from _danger(one, writer)
    for plan in handbook.things("plan"):
        if isinstance(plan, Plan) and (cut == WHOLE or (cut.kind == "role" and cut.id in plan.roles)):
            yield from _plan(plan, writer)
    must = {one for exam in handbook.things("exam") if isinstance(exam, Exam) for one in exam.must_know}
    decided = {id for point in handbook.touchpoint.values() if point.moment_of_truth for id in point.standard}
    chosen = (must or decided) if cut == WHOLE else must | decided if cut.kind == "role" else set()
    told = [one for one in written if one.kind != "emergency"]
    if any(one.id in chosen for one in told):
        told = [one for one in told if one.id in chosen]
    all_ways = ways(handbook)
    for one in told:
        yield from _section(section.printed_section(one, all_ways, writer), writer, one.id in must or not chosen)


def _boxes(
    title: str, boxes: list[Json], foot: str, lead: Sequence[Run] = (), never: Json | None = None
) -> Iterator[Json]:
    """Boxes side by side, as many slides as they take; `lead` stands above the first, `never` below the last."""
    groups = list(_grouped(boxes))
    for number, group in enumerate(groups, start=1):
        of = f"{number}/{len(groups)}" if len(groups) > 1 else ""
        yield {
            "kind": "boxes", "title": title, "of": of, "boxes": group, "foot": foot,
            "lead": list(lead) if number == 1 else [], "never": never if number == len(groups) else None,
        }  # fmt: skip


def _grouped(boxes: list[Json]) -> Iterator[list[Json]]:
    """In order, at most four a slide, and no more than can be read: the more boxes, the narrower each of them."""
    group: list[Json] = []
    for box in boxes:
        wider = [*group, box]
        if group and (len(wider) > BOXES or any(_height(one, len(wider)) > _HIGH for one in wider)):
            yield group
            wider = [box]
        group = wider
    if group:
        yield group


def _height(box: Json, beside: int) -> float:
    """Points that a box takes in letters of a slide where so many stand side by side."""
    width = (_WIDE / beside - 64) / _LARGER
    frame = 24 if box.get("said") else 0
    return frame + _LARGER * sum(height(box.get(key, []), width) for key in ("above", "head", "said", "small"))


def _journey(journey: Journey, handbook: Handbook, writer: Writer) -> Iterator[Json]:
    """Where on this way the client makes up his mind, and what he does there."""
    boxes = [
        {
            "number": number,
            "above": writer.label(stage.title),
            "head": [writer.label(point.title)],
            "small": writer.line(point.client),
        }
        for number, (stage, point) in enumerate(
            ((stage, point) for stage in journey.stages for point in stage.touchpoints if point.moment_of_truth),
            start=1,
        )
    ]
    count = len(journey.touchpoints)
    told = f"{count}\u00a0{forms('count_touchpoints', count, writer.language)}"
    yield from _boxes(writer.label(journey.title), boxes, f"{strings(writer.language)['slides_truth']} · {told}")


def _contents(parts: Sequence[Chapter], writer: Writer) -> Iterator[Json]:
    t = strings(writer.language)
    rows = [
        {
            "number": str(chapter.number),
            "head": [writer.label(chapter.part.title)],
            "small": [", ".join(writer.label(getattr(one, "short", "") or one.title) for one in chapter.sections)],
        }
        for chapter in parts
        if chapter.part
    ]
    for at in range(0, len(rows), ROWS):
        yield {"kind": "rows", "title": t["contents"], "of": "", "rows": rows[at : at + ROWS], "foot": ""}


def _role(role: Role, writer: Writer) -> Iterator[Json]:
    """What the role decides and what its duties are, no more lines a slide than one takes in."""
    t, form = strings(writer.language), view.form(role, writer.handbook)
    decides = [writer.line(one) for one in form.texts("decides")]
    duties: list[list[Run]] = [
        [writer.label(one.title)]
        for one in writer.handbook.things("duty")
        if isinstance(one, Duty) and role.id in one.who
    ]
    for tone, title, lines in (("green", t["alone"], decides), ("petrol", kind_title("duties", writer), duties)):
        for at in range(0, len(lines), _LINES):
            side = {"tone": tone, "title": title, "lines": lines[at : at + _LINES]}
            lead = writer.line(form.text("summary"))
            yield {"kind": "role", "title": writer.label(role.title), "of": "", "lead": lead, "side": side, "foot": ""}


def _danger(one: Section, writer: Writer) -> Iterator[Json]:
    """Whom to ring and what to say, with all that may have happened; then a slide for each case."""
    cards = tuple(view.step_cards(one, view.section(one, writer.handbook)))
    said = next((writer.said(card.step.say) for card in cards if card.step.say), [])
    side = {
        "kind": "danger",
        "title": writer.label(one.short or one.title),
        "call": one.calls[0].number if one.calls else "",
    }
    cases = [card for card in cards if card.step.when]
    first = [card for card in cards if not card.step.when]
    foot = writer.label(one.title)
    for card in first[:1]:
        tiles = [writer.sentence(case.step.when) for case in cases]
        yield side | {
            "when": "",
            "said": said,
            "head": writer.line(card.head),
            "blocks": [] if tiles else writer.prose(view.Form(card.piece).text("how")),
            "tiles": tiles,
            "foot": foot,
        }
    for card in cases:
        yield side | {
            "when": writer.sentence(card.step.when),
            "said": [],
            "head": writer.line(card.head),
            "blocks": [*writer.prose(card.rest), *writer.prose(view.Form(card.piece).text("how"))],
            "tiles": [],
            "foot": foot,
        }


def _plan(plan: Plan, writer: Writer) -> Iterator[Json]:
    boxes = []
    for number, day in enumerate(plan.days, start=1):
        read = ", ".join(filter(None, (writer.number(id) or _short(id, writer) for id in day.read)))
        boxes.append(
            {
                "number": number,
                "above": strings(writer.language)["slides_read"].format(sections=read) if read else "",
                "head": [writer.label(day.title)],
                "small": writer.line(day.do),
            }
        )
    yield from _boxes(writer.label(plan.title), boxes, "")


def _short(id: str, writer: Writer) -> str:
    one = writer.handbook.section.get(id)
    return writer.label(one.short or one.title) if one else ""


def _section(told: Json, writer: Writer, talks: bool) -> Iterator[Json]:
    """What is done, at most four steps a slide; then the hard `talks`: what the client says, and the answer."""
    t = strings(writer.language)
    foot = f"{t['stands_here']} {told['number']}" if told["number"] else told["title"]
    boxes = [
        {
            "number": step["number"],
            "above": step["when"] or step["within"],
            "head": step["head"],
            "small": [step["who"]] if step["who"] else [],
            "said": step["say"] or step["write"],
        }
        for step in told["steps"]
    ]
    never = told["never"][0] if told["never"] else None
    yield from _boxes(told["title"], boxes, foot, told["purpose"], never)
    for talk in told["conflicts"] if talks else ():
        yield {
            "kind": "talk",
            "title": talk["says"],
            "why": talk["why"],
            "answer": talk["answer"],
            "alone": talk["alone"],
            "pass_on": talk["pass_on"],
            "foot": foot,
        }
