"""One service standard in, what the print template sets of it out."""

from collections.abc import Iterator
from itertools import groupby

from cjm import view
from cjm.approval.due import due
from cjm.approval.words import person
from cjm.book.back import kind_title, rows
from cjm.book.height import HALF, LEFT, RIGHT, height, is_narrow, may_break, side_by_side
from cjm.book.qr import quick_response
from cjm.book.strings import strings
from cjm.book.text import Json, Writer
from cjm.graph import Ways
from cjm.graph.neighbours import Cell, strip
from cjm.language.phrases import capital, lower
from cjm.model import Conflict, Detail, Never, Planned, Question, Script, Section, Step

# The fields that the print template has a form for; others stand below them, each with its label.
_SECTION = (
    "purpose",
    "trigger",
    "performer",
    "steps",
    "result",
    "conflicts",
    "scripts",
    "never",
    "details",
    "questions",
    "owner",
)
_STEP = ("do", "who", "how", "within", "when", "say", "write", "script", "next", "done_when")
_KEPT = 150.0  # points: what is higher may break, else it leaves too much of a page empty
_CONFLICT = ("says", "why", "answer", "alone", "pass_on", "follow_up")


def places(section: Section | Planned) -> Iterator[str]:
    """The labels that a section brings into a book."""
    yield f"section:{section.id}"
    if isinstance(section, Section):
        for number, step in enumerate(section.steps, start=1):
            yield _step_place(section, step, number)
        for conflict in section.conflicts:
            yield f"conflict:{section.id}/{conflict.id}"
        if section.practice:
            yield f"check:{section.id}"


def planned(entry: Planned, writer: Writer) -> Json:
    """A section that has only its number and title."""
    title = writer.label(entry.title)
    return {
        "label": f"section:{entry.id}",
        "number": writer.number(entry.id),
        "title": title,
        "short": title,
        "planned": True,
    }


def section(one: Section, ways: Ways, writer: Writer) -> Json:
    """Everything that a section says."""
    address = writer.url(f"section:{one.id}")
    never = [_never(each, writer) for each in one.never]
    questions = [_question(each, writer) for each in one.practice]
    details = _in_columns([_detail(each, writer) for each in one.details], alone=bool(questions and not one.shows))
    forbidden = sum(_row(each["words"], each["instead"]) for each in never)
    # What the questions stay with: the last of the details, else what is forbidden.
    before = details[-1]["high"] if details else 0.0 if one.shows else forbidden
    return {
        "label": f"section:{one.id}",
        "number": writer.number(one.id),
        "title": writer.label(one.title),
        "short": writer.label(one.short or one.title),
        "draft": one.status == "draft",
        "purpose": writer.line(one.purpose),
        "trigger": writer.line(one.trigger),
        "performer": ", ".join(writer.role(role) for role in one.performer),
        "strip": _strip(one, ways, writer),
        "more": rows(view.section(one, writer.handbook).but(*_SECTION), writer),
        "steps": [_step(card, one, writer) for card in view.step_cards(one)],
        "result": writer.line(one.result),
        "conflicts": [conflict(each, writer, f"conflict:{one.id}/{each.id}") for each in one.conflicts],
        "scripts": [script(each, writer) for each in view.loose_scripts(one)],
        "never": never,
        "never-long": may_break(forbidden, _KEPT),
        "details": details,
        "shows": [_shown(kind, writer) for kind in one.shows],
        "check": f"check:{one.id}",
        "questions": questions,
        "check-long": may_break(before + sum(_row(each["ask"], each["options"]) for each in questions), _KEPT),
        "foot": _foot(one, writer),
        "address": address,
        "qr": quick_response(address) if address else "",
    }


def conflict(one: Conflict, writer: Writer, place: str) -> Json:
    """What the client says and the ladder of answers."""
    return _sized(
        {
            "label": place,
            "says": writer.quoted(one.says),
            "why": writer.line(one.why),
            "answer": writer.said(one.answer),
            "alone": [writer.line(limit) for limit in one.alone],
            "pass_on": _pass_on(one, writer),
            "follow_up": writer.line(one.follow_up),
            "more": rows(view.piece("", one, writer.handbook).but(*_CONFLICT), writer),
        }
    )


def script(one: Script, writer: Writer) -> Json:
    """Words ready to use, in one variant per channel."""
    t = strings(writer.handbook.outline.language)
    variants = [
        {
            "channels": ", ".join(writer.channel(channel) for channel in variant.channel) or t["any_channel"],
            "said": writer.said(variant.text),
        }
        for variant in one.variants
    ]
    return {"title": writer.label(one.title), "variants": variants}


# Private functions


def _step_place(section: Section, step: Step, number: int) -> str:
    return f"section:{section.id}/{step.id or f'@{number}'}"


def _strip(one: Section, ways: Ways, writer: Writer) -> list[Json]:
    found = strip(one, ways)
    if found is None:
        return []
    t = strings(writer.handbook.outline.language)
    journey = {
        "small": t["strip_journey"],
        "title": writer.label(found.journey.title),
        "to": writer.to(f"journey:{found.journey.id}"),
    }
    here = {
        "small": t["strip_here"],
        "title": writer.label(one.short or one.title),
        "number": writer.number(one.id),
        "here": True,
    }
    before = _cell(found.before, t["strip_before"], writer) if found.before else journey
    after = _cell(found.next, t["strip_next"], writer) if found.next else journey
    return [before, here, after]


def _cell(cell: Cell, small: str, writer: Writer) -> Json:
    section = cell.to.removeprefix("section:") if cell.to.startswith("section:") else ""
    return {
        "small": small,
        "title": writer.label(cell.title),
        "to": writer.to(cell.to),
        "number": writer.number(section),
    }


def _step(card: view.StepCard, one: Section, writer: Writer) -> Json:
    step, found = card.step, card.script
    made: Json = {
        "label": _step_place(one, step, card.number),
        "number": card.number,
        "head": writer.line(card.head),
        "rest": writer.prose(card.rest),
        "how": writer.prose(step.how),
        # the head names the one who does all the rest
        "who": writer.role(card.who) if card.who and (card.who,) != one.performer else "",
        "within": writer.label(step.within),
        "when": writer.condition(step.when) if step.when else "",
        "say": writer.said(step.say),
        "write": writer.said(step.write),
        "script": script(found, writer) if found and not card.above else None,
        "above": {"title": writer.label(found.title), "number": card.above} if found and card.above else None,
        "choices": [_choice(branch, writer) for branch in card.branches],
        "done": writer.line(step.done_when),
        "more": rows(view.piece("", step, writer.handbook, within=one).but(*_STEP), writer),
    }
    return made | _laid_out(made)


def _laid_out(step: Json) -> Json:
    """How a step stands on the page: what is done beside what is said, or above it, whichever takes less height."""
    does = [step["head"], step["rest"], step["how"], step["done"], step["more"]]
    said = [step["say"], step["write"], step["script"], step["above"], step["choices"]]
    marks = 14.0
    beside = max(height(does, LEFT), height(said, RIGHT) if any(said) else 1000.0)
    above = height(does) + height(said)
    variants = step["script"]["variants"] if step["script"] else []
    rows = [max(height(each, HALF) for each in variants[first : first + 2]) for first in range(0, len(variants), 2)]
    paired = above - height(variants) + sum(rows) if len(variants) > 1 else above
    tables = any(block["kind"] in ("table", "code") for block in (*step["rest"], *step["how"]))
    if tables or beside > min(above, paired) + 30:
        lay, high = ("paired", paired) if paired < above else ("stacked", above)
    else:
        lay, high = "panes", beside
    return {"lay": lay, "long": may_break(high + marks)}


def _detail(one: Detail, writer: Writer) -> Json:
    blocks = writer.prose(one.text)
    return {
        "title": writer.label(one.title),
        "more": rows(view.piece("", one, writer.handbook).but("title", "text"), writer),
        "blocks": blocks,
        "long": may_break(height(blocks, HALF), _KEPT),
    }


def _in_columns(details: list[Json], *, alone: bool) -> list[Json]:
    """Rows of one column or of two: details that are narrow stand side by side; a last one is `alone` if it is not short."""
    rows: list[Json] = []
    for narrow, run in groupby(details, key=lambda each: is_narrow(each["blocks"])):
        some = list(run)
        heights = [height(each["blocks"], HALF) + 20 for each in some]
        left = side_by_side(heights) if narrow else len(some)
        highest = max(sum(heights[:left]), sum(heights[left:]))
        sides = [side for side in (some[:left], some[left:]) if side]
        rows.append({"sides": sides, "high": highest, "long": may_break(highest, _KEPT)})
    if alone and rows and rows[-1]["long"] and details[-1]["blocks"]:
        rows[-1]["sides"][-1].pop()
        rows[-1]["sides"] = [side for side in rows[-1]["sides"] if side]
        last = {"sides": [details[-1:]], "high": height(details[-1]["blocks"][-1]), "long": details[-1]["long"]}
        rows = [*(row for row in rows if row["sides"]), last]
    return rows


def _sized(block: Json) -> Json:
    """The block, knowing whether it may break."""
    return block | {"long": may_break(height(block, HALF) * 0.75)}


def _choice(one: view.Branch, writer: Writer) -> Json:
    t, to = strings(writer.language), writer.to(one.to)
    number = one.step or writer.number(one.section) or one.section
    goes = t["step" if one.step else "to_section"].format(number=number)
    return {"when": writer.sentence(one.when), "to": to, "goes": goes, "page": bool(to) and not one.step}


def _pass_on(one: Conflict, writer: Writer) -> Json | None:
    if one.pass_on is None:
        return None
    t = strings(writer.handbook.outline.language)
    way = [part for part in (writer.words(one.pass_on.how), writer.label(one.pass_on.within)) if part]
    return {
        "head": f"{t['pass_on']}: {lower(writer.role(one.pass_on.to))}",
        "when": writer.line(capital(one.pass_on.when)),
        "way": ", ".join(way),
    }


def _never(one: Never, writer: Writer) -> Json:
    t = strings(writer.handbook.outline.language)
    words = writer.quoted(one.say) if one.say else lower(writer.words(one.do))
    return {
        "kind": t["never_say"] if one.say else t["never_do"],
        "words": words,
        "instead": writer.line(one.instead),
        "more": rows(view.piece("", one, writer.handbook).but("say", "do", "instead"), writer),
    }


def _row(left: Json, right: Json) -> float:
    """The height of a row that is read from left to right."""
    return max(height(left, LEFT), height(right, RIGHT)) + 9


def _shown(kind: str, writer: Writer) -> Json:
    place = f"back:{kind}"
    return {"kind": kind, "title": kind_title(kind, writer), "to": place if place in writer.places else ""}


def _question(one: Question, writer: Writer) -> Json:
    return _sized({"ask": writer.line(one.ask), "options": [writer.label(option.text) for option in one.options]})


def _foot(one: Section, writer: Writer) -> list[Json]:
    t = strings(writer.language)
    owner = person(writer.handbook, one.owner)
    role = lower(writer.role(owner.role)) if owner and owner.role else ""
    rows = [{"key": t["owner"], "strong": writer.role(one.owner) if one.owner else t["nobody"], "rest": role}]
    next_review = due(one, writer.handbook, one.reviewed)
    rows.append(
        {
            "key": t["reviewed"],
            "strong": writer.day(one.reviewed) or t["never_reviewed"],
            "rest": t["next_review"].format(day=writer.day(next_review)) if next_review else "",
        }
    )
    if one.changes:
        rows.append(
            {"key": t["changes"], "strong": writer.day(one.changes[0].date), "rest": writer.words(one.changes[0].what)}
        )
    return rows
