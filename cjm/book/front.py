"""A Handbook in, what stands before its sections out: the cover with the curve of feelings, the sheet to be signed."""

from collections.abc import Iterator, Mapping, Sequence

from cjm.approval.cuts import hidden
from cjm.approval.words import reference_title
from cjm.book.change import change
from cjm.book.since_approval import Since
from cjm.book.strings import forms, strings
from cjm.book.text import Json, Writer
from cjm.diagram.emotion import smooth
from cjm.diagram.metrics import width
from cjm.graph import course
from cjm.language.phrases import lower
from cjm.model import Acceptance, Handbook, Journey, Section, Touchpoint, Written
from cjm.model.digest import spoken_digest
from cjm.model.fields import specs
from cjm.model.shared import SHARED
from cjm.view.scope import WHOLE, Chapter, Cut, journeys

_ZERO, _STEP = 520.0, 44.0  # points on A4: where a feeling of 0 lies, and one step of feeling
_LEFT, _RIGHT = 68.0, 527.0
_LABEL, _LEAST_GAP = 8.5, 8.0


def cover(
    handbook: Handbook, cut: Cut, named: str, chapters: Sequence[Chapter], ways: Sequence[Journey], writer: Writer
) -> Json:
    """Title, curve and counts. `named` is the title of what is cut out."""
    t, outline = strings(handbook.outline.language), handbook.outline
    own = named and t[f"for_{cut.kind}"].format(title=writer.label(named))
    counts = [(sum(isinstance(one, Section) for chapter in chapters for one in chapter.sections), "count_sections")]
    if ways:
        counts += [
            (len(ways), "count_journeys"),
            (sum(len(one.touchpoints) for one in ways), "count_touchpoints"),
        ]
    first = (*ways, *sorted(handbook.journeys, key=lambda one: one.interrupts))
    drawn = next((one for one in first if _felt(one, handbook)), None)
    points = _curve(drawn, handbook, writer) if drawn else []
    caption = [t["curve"].format(title=writer.label(drawn.title))] if drawn else []
    if any(point["truth"] for point in points):
        caption.append(t["curve_truth"])
    return {
        "organisation": writer.label(outline.organisation),
        "title": writer.label(outline.title or outline.id),
        "subtitle": own or writer.words(outline.description),
        "counts": " · ".join(f"{count}\u00a0{forms(name, count, outline.language)}" for count, name in counts),
        "points": points,
        "pieces": [
            [list(point) for point in piece] for piece in smooth(tuple((point["x"], point["y"]) for point in points))
        ],
        "caption": " ".join(caption),
    }


def approval(handbook: Handbook, cut: Cut, chapters: Sequence[Chapter], since: Since | None, writer: Writer) -> Json:
    """The sheet that management signs: counts, all that changed or what is inside, what is not read, accepted gaps, signers."""
    t, outline = strings(handbook.outline.language), handbook.outline
    sections = [one for chapter in chapters for one in chapter.sections if isinstance(one, Section)]
    accepted = list(_accepted(handbook))
    if since is None:
        counts = [
            (len(sections), "count_sections", "petrol"),
            (_touchpoints(handbook, cut, sections), "count_touchpoints", "petrol"),
            (sum(len(one.conflicts) for one in sections), "count_conflicts", "slate"),
        ]
    else:
        stand = [found.status for one in sections if (found := since.of(one))]
        counts = [
            (sum(one in ("changed", "suspect") for one in stand), "count_changed", "petrol"),
            (stand.count("never"), "count_added", "petrol"),
            (stand.count("approved"), "count_unchanged", "slate"),
        ]
    counts.append((len(accepted), "count_gaps", "ochre"))
    return {
        "lead": _lead(since, t, writer),
        "counts": [
            {"count": count, "noun": forms(name, count, outline.language), "tone": tone} for count, name, tone in counts
        ],
        "changes": [change(one, writer) for one in since.changes(cut, sections)] if since else None,
        "inside": [] if since else [_inside(chapter, writer) for chapter in chapters],
        "unread": [
            *([] if cut == WHOLE else _unread(handbook, cut, sections, writer)),
            *_partial(handbook, cut, sections),
        ],
        "gaps": _gaps(accepted, writer),
        "means": t["signature_means"].split("{digest}"),
        "signers": [
            {"name": writer.label(one.name), "role": writer.role(one.role) if one.role else ""}
            for one in outline.people
            if one.approves
        ]
        or [{"name": "", "role": ""}] * 2,
    }


# Private functions


def _touchpoints(handbook: Handbook, cut: Cut, sections: Sequence[Section]) -> int:
    """How many there are, or in a cut how many of them have a standard in it."""
    printed = {one.id for one in sections}
    return sum(
        cut == WHOLE or not printed.isdisjoint(one.standard)
        for journey in handbook.journeys
        for one in journey.touchpoints
    )


def _felt(journey: Journey, handbook: Handbook) -> tuple[Touchpoint, ...]:
    """The touchpoints of the main way that say what the client feels, if they are enough for a curve."""
    felt = tuple(point for point in course(journey, handbook).main_touchpoints.values() if point.emotion is not None)
    return felt if len(felt) > 2 else ()


def _curve(journey: Journey, handbook: Handbook, writer: Writer) -> list[Json]:
    """The feelings along the main way as points on the cover; one of each stage is named, where there is room."""
    felt = _felt(journey, handbook)
    stage_of = {id(touchpoint): stage for stage in journey.stages for touchpoint in stage.touchpoints}
    step = (_RIGHT - _LEFT) / (len(felt) - 1)
    points: list[Json] = [
        {
            "x": round(_LEFT + index * step, 2),
            "y": _ZERO - _STEP * (one.emotion or 0),
            "truth": one.moment_of_truth,
            "name": "",
        }
        for index, one in enumerate(felt)
    ]
    drawn = _sampled(points)
    taken: list[tuple[float, float, float]] = []
    for stage in journey.stages:
        there = [index for index, one in enumerate(felt) if stage_of[id(one)] is stage]
        there.sort(key=lambda index: not felt[index].moment_of_truth)
        name = writer.label(stage.title)
        for index in there[:1]:
            point, below = points[index], (felt[index].emotion or 0) < 0
            half = width(name, _LABEL, 600) / 2 + _LEAST_GAP / 2
            over = [y for x, y in drawn if abs(x - point["x"]) <= half]
            at = max(over) if below else min(over)  # clear of the curve along the whole label
            near = abs(at - point["y"]) < _STEP * 0.7
            left, right = point["x"] - half, point["x"] + half
            if near and all(right <= other or left >= end or abs(at - y) > 24 for other, end, y in taken):
                point |= {"name": name, "below": below, "label": round(at, 1)}
                taken.append((left, right, at))
    return points


def _sampled(points: list[Json]) -> list[tuple[float, float]]:
    """The curve through the points, a point at about every six."""
    drawn = []
    for start, (a, b, end) in zip(points, smooth(tuple((one["x"], one["y"]) for one in points)), strict=False):
        for step in range(9):
            t, u = step / 8, 1 - step / 8
            weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            xs, ys = (start["x"], a[0], b[0], end[0]), (start["y"], a[1], b[1], end[1])
            drawn.append((sum(map(float.__mul__, weights, xs)), sum(map(float.__mul__, weights, ys))))
    return drawn


def _inside(chapter: Chapter, writer: Writer) -> Json:
    written = [one for one in chapter.sections if isinstance(one, Section)]
    numbers = [writer.number(one.id) for one in chapter.sections]
    whole = [number for number in numbers if number]
    t = strings(writer.handbook.outline.language)
    return {
        "part": writer.label(chapter.part.title) if chapter.part else t["outside"],
        "numbers": "–".join(dict.fromkeys((whole[0], whole[-1]))) if whole else "",
        "to": f"section:{chapter.sections[0].id}",
        "origins": [sum(one.origin == origin for one in written) for origin in ("new", "revised", "kept")],
    }


def _lead(since: Since | None, t: Mapping[str, str], writer: Writer) -> str:
    """How the sheet is to be read, and after which editions it was made: so it shows when the last record is gone."""
    if since is None:
        return t["approval_first"]
    after = [
        t["after_edition"].format(number=one.number, code=spoken_digest(one.code)) if one.code else one.id
        for one in since.heads
    ]
    return t["approval_since"].format(day=writer.day(since.day), after=", ".join(dict.fromkeys(after)))


def _unread(handbook: Handbook, cut: Cut, sections: Sequence[Section], writer: Writer) -> list[str]:
    """What a part of the handbook does not hold, so that its signature is not about it."""
    t = strings(handbook.outline.language)
    printed, drawn = {one.id for one in sections}, {one.id for one in journeys(cut, handbook)}
    numbers = [writer.number(one.id) for _, one in handbook.order if one.id not in printed and writer.number(one.id)]
    away = [writer.label(one.title) for one in handbook.journeys if one.id not in drawn]
    shared = (kind for kind in SHARED if any(True for _ in handbook.things(kind.name)))
    kinds = [lower(title) for kind in shared if (title := kind.title.to(handbook.outline.language))]
    told = [f"{t['sections_column'].lower()}: {', '.join(numbers)}"] if numbers else []
    told += [f"{t['journeys'].lower()}: {', '.join(away)}"] if away else []
    return [*told, t["unread_frame"], *kinds]


def _partial(handbook: Handbook, cut: Cut, sections: Sequence[Section]) -> list[str]:
    """What a book of one value shows in part, or not at all."""
    mine = {f"section:{one.id}" for one in sections}
    t, uncut = strings(handbook.outline.language), handbook.whole or handbook
    names = [name for name in hidden(handbook) if cut == WHOLE or name in mine]
    told = sorted(reference_title(name, uncut, handbook.outline.language) for name in names)
    return [t["unread_values"].format(values="; ".join(told))] if told else []


def _accepted(handbook: Handbook) -> Iterator[tuple[str, Acceptance]]:
    """Every gap that is accepted, with the title of the innermost titled thing it stands on."""
    for item in handbook.items():
        yield from _accepted_below(item, "")


def _accepted_below(item: Written, title: str) -> Iterator[tuple[str, Acceptance]]:
    title = getattr(item, "title", "") or title
    for attribute in specs(type(item)):
        value = getattr(item, attribute)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Acceptance):
                yield title, one
            elif isinstance(one, Written):
                yield from _accepted_below(one, title)


def _gaps(accepted: Sequence[tuple[str, Acceptance]], writer: Writer) -> list[Json]:
    """What was accepted in the same words, until the same day, is decided once."""
    from cjm.lint.rule import find

    language = writer.handbook.outline.language
    t, alike = strings(language), dict[str, list[str]]()
    for title, one in accepted:
        rule = find(one.rule)
        says = t["gap_until"] if one.until else t["gap_open"]
        named = rule.title(language) if rule else one.rule
        text = says.format(rule=named, day=writer.day(one.until), reason=writer.label(one.reason))
        alike.setdefault(text, []).append(writer.label(title))
    return [{"title": "; ".join(titles), "text": text, "wide": len(titles) > 2} for text, titles in alike.items()]
