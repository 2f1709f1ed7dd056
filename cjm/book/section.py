"""One service standard in, what the print template sets of it out."""

from collections.abc import Iterator
from itertools import groupby

from cjm import view
from cjm.approval.decisions import signers, undecided, unsettled
from cjm.approval.due import due
from cjm.approval.words import person
from cjm.book.back import kind_title, rows
from cjm.book.height import HALF, LEFT, RIGHT, height, is_narrow, may_break, parted, side_by_side
from cjm.book.since_approval import Since
from cjm.book.strings import strings
from cjm.book.text import Json, Writer
from cjm.graph import Ways
from cjm.graph.neighbours import Cell, strip
from cjm.language.phrases import capital, lower
from cjm.model import Planned, Section, Step
from cjm.view import Piece
from cjm.wording.qr import quick_response
from cjm.wording.scopes import scope_told

_KEPT = 150.0  # points: what is higher may break, else it leaves too much of a page empty
_HELD = 70.0  # points: as much as goes to the next page with the questions; of more, only the end goes with them


def section_places(section: Section | Planned) -> Iterator[str]:
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


def printed_section(one: Section, ways: Ways, writer: Writer, since: Since | None = None) -> Json:
    """Everything that a section says, and how it stands since the last approval."""
    address = writer.url(f"section:{one.id}")
    shown = view.section(one, writer.handbook)
    form = view.Form(shown)
    form.take("steps", "scripts", "owner")  # told by the cards and at the foot
    never = [_never(each, writer) for each in form.pieces("never")]
    questions = [_question(each, writer) for each in form.pieces("questions")]
    details = _in_columns(
        [_detail(each, writer) for each in form.pieces("details")], alone=bool(questions and not one.shows)
    )
    forbidden = sum(_row(each["words"], each["instead"]) for each in never)
    # What the questions stay with: the last of the details, else what is forbidden.
    before = details[-1]["high"] if details else 0.0 if one.shows else forbidden
    return {
        "label": f"section:{one.id}",
        "number": writer.number(one.id),
        "title": writer.label(one.title),
        "short": writer.label(one.short or one.title),
        "draft": one.status == "draft",
        "purpose": writer.line(form.text("purpose")),
        "trigger": writer.line(form.text("trigger")),
        "performer": writer.joined(form.texts("performer")),
        "strip": _strip(one, ways, writer),
        "more": rows(form.rest(view.HEAD), writer),
        "steps": [_step(card, one, writer) for card in view.step_cards(one, shown)],
        "result": writer.line(form.text("result")),
        "conflicts": [_conflict(each, one, writer) for each in form.pieces("conflicts")],
        "scripts": [_script(each, writer) for each in view.loose_scripts(one, shown)],
        "never": never,
        "never-long": may_break(forbidden, _KEPT),
        "details": details,
        "shows": [_shown(kind, writer) for kind in one.shows],
        "check": f"check:{one.id}",
        "questions": questions,
        "check-long": may_break(before + sum(_row(each["ask"], each["options"]) for each in questions), _KEPT),
        "below": rows(form.rest(view.BODY), writer),
        "foot": [_stands(one, since, writer), *_foot(one, form, writer)],
        "address": address,
        "qr": quick_response(address) if address else "",
    }


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
    places = len(writer.handbook.attached[one.id])
    here = {
        "small": t["strip_here_of"].format(count=places) if places > 1 else t["strip_here"],
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


def _conflict(one: Piece, section: Section, writer: Writer) -> Json:
    """What the client says and the ladder of answers."""
    form = view.Form(one)
    return _sized(
        {
            "label": f"conflict:{section.id}/{getattr(one.thing, 'id', '')}",
            "says": writer.quoted(form.text("says")),
            "why": writer.line(form.text("why")),
            "answer": writer.said(form.text("answer")),
            "alone": [writer.line(limit) for limit in form.texts("alone")],
            "pass_on": next((_pass_on(each, writer) for each in form.pieces("pass_on")), None),
            "follow_up": writer.line(form.text("follow_up")),
            "more": rows(form.rest(), writer),
        }
    )


def _script(one: Piece, writer: Writer) -> Json:
    """Words ready to use, in one variant per channel."""
    form = view.Form(one)
    variants = [view.Form(variant) for variant in form.pieces("variants")]
    return {
        "title": writer.label(form.text("title")),
        "variants": [
            {"channels": _said_where(each, writer), "said": writer.said(each.text("text"))} for each in variants
        ],
        "more": rows((field for each in (*variants, form) for field in each.rest()), writer),
    }


def _said_where(variant: view.Form, writer: Writer) -> str:
    where = (writer.joined(variant.texts("channel")), "; ".join(variant.texts("for")))
    return " · ".join(filter(None, where)) or strings(writer.language)["any_channel"]


def _step(card: view.StepCard, one: Section, writer: Writer) -> Json:
    form, found = view.Form(card.piece), card.script
    form.take("do", "who", "script", "next")
    made: Json = {
        "label": _step_place(one, one.steps[card.number - 1], card.number),
        "number": card.number,
        "head": writer.line(card.head),
        "rest": writer.prose(card.rest),
        "how": writer.prose(form.text("how")),
        # the head names the one who does all the rest
        "who": writer.role(card.who) if card.who and (card.who,) != one.performer else "",
        "within": writer.label(form.text("within")),
        "when": writer.condition(when) if (when := form.text("when")) else "",
        "say": writer.said(form.text("say")),
        "write": writer.said(form.text("write")),
        "script": _script(found, writer) if found and not card.above else None,
        "above": {"title": writer.label(view.Form(found).text("title")), "number": card.above}
        if found and card.above
        else None,
        "choices": [_choice(branch, writer) for branch in card.branches],
        "done": writer.line(form.text("done_when")),
        **({"only": scope_told(card.step.scope, writer.handbook)} if card.step.scope else {}),
        "more": rows(form.rest(), writer),
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
    return {"lay": lay, "long": may_break(high + marks, _KEPT)}


def _detail(one: Piece, writer: Writer) -> Json:
    form = view.Form(one)
    blocks = writer.prose(form.text("text"))
    return {
        "title": writer.label(form.text("title")),
        "more": rows(form.rest(), writer),
        "blocks": blocks,
        "long": may_break(height(blocks, HALF), _KEPT),
    }


def _in_columns(details: list[Json], *, alone: bool) -> list[Json]:
    """Rows of one column or of two: details that are narrow stand side by side; a last one is `alone` if it is not short.

    Of that its last block stays with the questions: the end of it, where it is a list or a table.
    """
    rows: list[Json] = []
    for narrow, run in groupby(details, key=lambda each: is_narrow(each["blocks"])):
        some = list(run)
        heights = [height(each["blocks"], HALF) + 20 for each in some]
        left = side_by_side(heights) if narrow else len(some)
        highest = max(sum(heights[:left]), sum(heights[left:]))
        sides = [side for side in (some[:left], some[left:]) if side]
        rows.append({"sides": sides, "high": highest, "long": may_break(highest, _KEPT)})
    last = details[-1]["blocks"] if details else []
    if alone and last and (rows[-1]["long"] or (rows[-1]["sides"] == [details[-1:]] and rows[-1]["high"] > _HELD)):
        details[-1]["blocks"] = [*last[:-1], *parted(last[-1])]
        rows[-1]["sides"][-1].pop()
        rows[-1]["sides"] = [side for side in rows[-1]["sides"] if side]
        end = {"sides": [details[-1:]], "high": height(details[-1]["blocks"][-1]), "long": True}
        rows = [*(row for row in rows if row["sides"]), end]
    return rows


def _sized(block: Json) -> Json:
    """The block, knowing whether it may break."""
    return block | {"long": may_break(height(block, HALF) * 0.75)}


def _choice(one: view.Branch, writer: Writer) -> Json:
    t, to = strings(writer.language), writer.to(one.to)
    goes = t["step"].format(number=one.step) if one.step else writer.leads_to(one.section)
    more = rows(one.piece.but("when", "to"), writer)
    return {"when": writer.sentence(one.when), "to": to, "goes": goes, "page": bool(to) and not one.step, "more": more}


def _pass_on(one: Piece, writer: Writer) -> Json:
    t, form = strings(writer.language), view.Form(one)
    how, within = writer.words(form.text("how")), writer.label(form.text("within"))
    return {
        "head": f"{t['pass_on']}: {lower(writer.label(form.text('to')))}",
        "when": writer.line(capital(form.text("when"))),
        "way": ", ".join(part for part in (how, within) if part),
        "more": rows(form.rest(), writer),
    }


def _never(one: Piece, writer: Writer) -> Json:
    t, form = strings(writer.language), view.Form(one)
    say, do = form.text("say"), form.text("do")
    return {
        "kind": t["never_say"] if say else t["never_do"],
        "words": writer.quoted(say) if say else lower(writer.words(do)),
        "instead": writer.line(form.text("instead")),
        "more": rows(form.rest(), writer),
    }


def _row(left: Json, right: Json) -> float:
    """The height of a row that is read from left to right."""
    return max(height(left, LEFT), height(right, RIGHT)) + 9


def _shown(kind: str, writer: Writer) -> Json:
    place = f"back:{kind}"
    return {"kind": kind, "title": kind_title(kind, writer), "to": place if place in writer.places else ""}


def _question(one: Piece, writer: Writer) -> Json:
    form = view.Form(one)
    form.take("use")
    options = [view.Form(option) for option in form.pieces("options")]
    asked = {"ask": writer.line(form.text("ask")), "options": [writer.label(option.text("text")) for option in options]}
    for option in options:
        option.take("right", "because")  # told with the answers
    more = [*form.rest(), *(field for option in options for field in option.rest())]
    return _sized(asked | {"more": rows(more, writer)})


def _stands(one: Section, since: Since | None, writer: Writer) -> Json:
    """Approved when and by whom, or that it waits: as of the head of the edition, so that a page says it for itself."""
    t, language = strings(writer.language), writer.handbook.outline.language
    stand = since.of(one) if since else None
    if stand is not None and stand.status == "approved" and stand.last is not None:
        names = ", ".join(signers(stand))
        return {"key": t["stands_approved"], "strong": writer.day(stand.since), "rest": writer.label(names)}
    if stand is not None:
        moved = ", ".join(unsettled(stand, writer.handbook, language))
        said = (
            *([t["stands_moved"].format(what=moved)] if moved else []),
            *undecided(stand, writer.handbook, language),
        )
    else:
        said = ()
    return {"key": t["stands_here"], "strong": t["stands_waits"], "rest": writer.label(", ".join(said))}


def _foot(one: Section, form: view.Form, writer: Writer) -> list[Json]:
    t = strings(writer.language)
    owner = person(writer.handbook, one.owner)
    role = lower(writer.role(owner.role)) if owner and owner.role else ""
    foot = [{"key": t["owner"], "strong": writer.role(one.owner) if one.owner else t["nobody"], "rest": role}]
    next_review = due(one, writer.handbook, one.reviewed)
    foot.append(
        {
            "key": t["reviewed"],
            "strong": writer.day(one.reviewed) or t["never_reviewed"],
            "rest": t["next_review"].format(day=writer.day(next_review)) if next_review else "",
        }
    )
    if one.changes:
        foot.append(
            {"key": t["changes"], "strong": writer.day(one.changes[0].date), "rest": writer.words(one.changes[0].what)}
        )
    told = ((field.label, writer.joined(value.text for value in field.values)) for field in form.rest())
    return foot + [{"key": writer.label(label), "strong": "", "rest": words} for label, words in told]
