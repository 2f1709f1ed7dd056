"""What all sections share in, the reference matter at the end of the book out: roles, promises, words, indexes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from cjm import view
from cjm.book.height import HALF, height, may_break
from cjm.book.strings import strings
from cjm.book.text import Json, Run, Writer
from cjm.diagram.metrics import width
from cjm.graph.dependencies import grounds
from cjm.language.inflection import folded
from cjm.language.phrases import lower
from cjm.model import Fact, Handbook, Role, Section
from cjm.model.kind import Kind
from cjm.model.reference import Reference
from cjm.model.registry import KINDS
from cjm.model.shared import SHARED
from cjm.view import Field, Value, fields, heading
from cjm.wording.qr import quick_response
from cjm.wording.web import ascii_address

# The chapters in order: one for each kind of shared things that is looked up, then the two indexes.
ORDER = (*(kind.table for kind in SHARED if kind.chapter), "conflicts", "answers")
_KIND: Mapping[str, Kind] = {kind.table: kind for kind in KINDS.values() if kind.table}


def back_places(handbook: Handbook, sections: Iterable[Section], kinds: Iterable[str]) -> Iterator[str]:
    """The labels that the reference matter of these kinds brings into a book."""
    sections = tuple(sections)
    for kind in kinds:
        if _there(kind, handbook, sections):
            yield f"back:{kind}"
            if kind in _KIND and _KIND[kind].address:  # what a link can lead to
                yield from (f"{_KIND[kind].name}:{getattr(one, 'id', '')}" for one in handbook.things(_KIND[kind].name))


def back(sections: tuple[Section, ...], writer: Writer) -> list[Json]:
    """The chapters at the end of the book that have a place in it."""
    return [
        {
            "label": f"back:{kind}",
            "kind": kind,
            "title": kind_title(kind, writer),
            "data": shared(kind, sections, writer),
        }
        for kind in ORDER
        if f"back:{kind}" in writer.places
    ]


def shared(kind: str, sections: tuple[Section, ...], writer: Writer) -> list[Json]:
    """One kind of shared things, as a chapter of its own or inside a section that shows it."""
    if kind in _ALL:
        return _ALL[kind](sections, writer)
    if kind not in _ONE:
        return _things(_KIND[kind], writer)
    forms = _forms(_KIND[kind].name, writer)
    if kind == "glossary":
        forms.sort(key=lambda form: folded(form.text("term")))
    return [_ONE[kind](form, writer) for form in forms]


def used(kind: str, sections: tuple[Section, ...], writer: Writer) -> list[Json]:
    """The same in a book without a reference part: of the facts and roles those that its sections rest on."""
    made, declared = shared(kind, sections, writer), _KIND.get(kind)
    if declared is None or declared.item not in (Fact, Role):
        return made
    alone = (replace(one, shows=()) for one in sections)
    names = {name for one in alone for name in grounds(one, writer.handbook)}
    things = writer.handbook.things(declared.name)
    return [one for one, thing in zip(made, things, strict=True) if f"{declared.name}:{thing.id}" in names]  # type: ignore[attr-defined]


def kind_title(kind: str, writer: Writer) -> str:
    """The heading of one kind of shared things."""
    return _KIND[kind].title.to(writer.language) if kind in _KIND else strings(writer.language)[f"index_{kind}"]


def rows(all_of: Iterable[Field], writer: Writer) -> list[Json]:
    """Fields that have no form of their own: each with its name and its values, a line each; links stand on one."""
    return [{"name": writer.label(field.label), "values": _values(field, writer)} for field in all_of]


def client_type(form: view.Form, writer: Writer) -> Json:
    """How to tell a client and how to talk to him."""
    made: Json = {
        "title": writer.label(form.text("title")),
        "portrait": writer.line(form.text("portrait")),
        "where": writer.line(form.text("where")),
        "asks": [writer.quoted(ask) for ask in form.texts("asks")],
        "fights_for": writer.line(form.text("fights_for")),
        "responds_to": [writer.line(each) for each in form.texts("responds_to")],
        "blocks": [writer.line(each) for each in form.texts("blocks")],
        "script": writer.said(form.text("script")),
        "best_at": writer.label(form.text("best_at")),
        "more": rows(form.rest(), writer),
    }
    return made | {"long": may_break(height(made, HALF), 330)}


def conflicts(sections: Iterable[Section], writer: Writer) -> list[Json]:
    """The index of what clients say, by alphabet."""
    rows = [
        {"says": writer.quoted(one.says), "to": f"conflict:{section.id}/{one.id}", "number": writer.number(section.id)}
        for section in sections
        for one in section.conflicts
    ]
    return sorted(rows, key=lambda row: folded(row["says"].strip('«“„"')))


def answers(sections: Iterable[Section], writer: Writer) -> list[Json]:
    """The right answers to the practice questions with their reasons, section by section."""
    return [
        {
            "number": writer.number(section.id),
            "title": writer.label(section.title),
            "to": f"check:{section.id}",
            "right": [
                {
                    "ask": number,
                    "text": [writer.label(option.text) for option in question.options if option.right],
                    "because": [writer.line(option.because) for option in question.options if option.right],
                }
                for number, question in enumerate(section.practice, start=1)
            ],
        }
        for section in sections
        if section.practice
    ]


# Private functions


def _there(kind: str, handbook: Handbook, sections: tuple[Section, ...]) -> bool:
    if kind == "conflicts":
        return any(section.conflicts for section in sections)
    if kind == "answers":
        return any(section.practice for section in sections)
    return any(True for _ in handbook.things(_KIND[kind].name))


def _things(kind: Kind, writer: Writer) -> list[Json]:
    """Things of a kind that has no form of its own: each with its fields, an address with its code beside it."""
    made = []
    for one in writer.handbook.things(kind.name):
        to = writer.handbook.elsewhere(Reference(kind.name, getattr(one, "id", "")))
        thing: Json = {
            "label": f"{kind.name}:{getattr(one, 'id', '')}",
            "title": writer.words(heading(one)),
            "rows": rows(fields(one, writer.handbook), writer),
            "qr": quick_response(ascii_address(to)) if to.startswith("http") else "",
        }
        made.append(thing | {"long": may_break(height(thing["rows"], HALF), 330)})
    return made


def _values(field: Field, writer: Writer) -> list[list[Run]]:
    if field.pieces:
        return [_joined(_inner([each for each in piece.fields if each.shown], writer), " · ") for piece in field.pieces]
    shown = [_shown(value, writer) for value in field.values]
    return [_joined(shown, ", ")] if field.values[0].style == "link" else shown


def _inner(told: Sequence[Field], writer: Writer) -> list[list[Run]]:
    """The fields of one piece on one line: the first says what it is, a number or a time behind it what it counts."""
    made: list[list[Run]] = []
    for number, field in enumerate(told):
        named: list[Run] = (
            [f"{field.label.lower()}: "] if number and field.values and field.values[0].style == "label" else []
        )
        values = _values(field, writer)
        made += [[*named, *values[0]], *values[1:]] if values else []
    return made


def _joined(values: list[list[Run]], sign: str) -> list[Run]:
    return [run for number, runs in enumerate(values) for run in ([sign] if number else []) + runs]


def _shown(value: Value, writer: Writer) -> list[Run]:
    """One value on one line."""
    match value.style:
        case "prose":
            return writer.line(value.text)
        case "said":
            return writer.filled(value.text)
        case "link":
            to = writer.to(value.to)
            return [[writer.label(value.text), {"to": to}] if to else writer.label(value.text)]
        case "tick":
            return [["☐", {"tick": True}]]
        case "address":
            return [[writer.label(value.text), {"url": ascii_address(value.to)}]]
        case _:
            return [writer.label(value.text)]


def _forms(kind: str, writer: Writer) -> list[view.Form]:
    return [view.Form(view.piece(view.tag_of(one), one, writer.handbook)) for one in writer.handbook.things(kind)]


def _role(form: view.Form, writer: Writer) -> Json:
    made: Json = {
        "label": form.piece.tag,
        "title": writer.label(form.text("title")),
        "summary": writer.line(form.text("summary")),
        "decides": [writer.line(limit) for limit in form.texts("decides")],
        "tasks": [writer.line(task) for task in form.texts("tasks")],
        "shared": [writer.line(task) for task in form.texts("shared")],
        "substitutes": writer.joined(form.texts("substitutes")),
        "contact": writer.line(form.text("contact")),
        "more": rows(form.rest(), writer),
    }
    return made | {"long": may_break(height(made, HALF), 330)}


def _promise(form: view.Form, writer: Writer) -> Json:
    form.take("section")
    return {
        "giver": writer.joined(form.texts("from")),
        "to": writer.joined(form.texts("to")),
        "promise": writer.line(form.text("promise")),
        "measure": writer.line(form.text("measure")),
        "sections": [_ref(id, writer) for id in getattr(form.piece.thing, "section", ())],
        "more": rows(form.rest(), writer),
    }


def _swap(form: view.Form, writer: Writer) -> Json:
    say, instead = writer.quoted(form.text("say")), writer.filled(form.text("instead"))
    return {"say": say, "instead": instead, "more": rows(form.rest(), writer)}


def _term(form: view.Form, writer: Writer) -> Json:
    other = form.field("not")
    return {
        "label": form.piece.tag,
        "term": writer.label(form.text("term")),
        "means": writer.line(form.text("means")),
        "not": f"{lower(writer.label(other.label))}: {writer.joined(form.texts('not'))}" if other else "",
        "more": rows(form.rest(), writer),
    }


def _fact(form: view.Form, writer: Writer) -> Json:
    id, written = getattr(form.piece.thing, "id", ""), form.text("value")
    form.take("values")  # told by the text that stands where the fact is named
    several = writer.handbook.variants(id)
    value = writer.label(f"{{{{ {id} }}}}" if several else writer.handbook.value(id) or written)
    title, room = writer.label(form.text("title")), round(width(value, 8.6, 600)) + 5
    return {"title": title, "value": value, "room": room, "more": rows(form.rest(), writer)}


def _channels(sections: tuple[Section, ...], writer: Writer) -> list[Json]:
    numbered = tuple(one for one in sections if writer.number(one.id))
    return [
        _titled(form, writer) | _where([channel.id in one.channels for one in numbered], numbered, writer)
        for channel, form in zip(writer.handbook.outline.channels, _forms("channel", writer), strict=True)
    ]


def _ref(section: str, writer: Writer) -> Json:
    return {"number": writer.number(section), "to": writer.to(f"section:{section}")}


def _where(there: list[bool], sections: tuple[Section, ...], writer: Writer) -> Json:
    """Which sections these are, in short: all, all but a few, or runs of neighbours with their first and last."""
    t = strings(writer.handbook.outline.language)
    if sections and all(there):
        return {"lead": t["all_sections"], "sections": []}
    but = sum(there) > 3 * (len(there) - sum(there))
    runs: list[list[Json | None]] = []
    for told, run in groupby(zip(there, sections, strict=True), key=lambda pair: pair[0] is not but):
        ends = [_ref(one.id, writer) for _, one in run]
        if told:
            runs += [[ends[0], ends[-1]]] if len(ends) > 2 else [[one, None] for one in ends]
    return {"lead": t["all_but"] if but else "", "sections": runs}


def _titled(form: view.Form, writer: Writer) -> Json:
    return {"title": writer.label(form.text("title")), "more": rows(form.rest(), writer)}


# What has a form of its own: one thing of a kind, or all that a table gathers from the sections.
_ONE: Mapping[str, Callable[[view.Form, Writer], Json]] = {
    "roles": _role, "client-types": client_type, "promises": _promise, "words": _swap, "glossary": _term, "facts": _fact,
    "policies": _titled,
}  # fmt: skip
_ALL: Mapping[str, Callable[[tuple[Section, ...], Writer], list[Json]]] = {
    "channels": _channels, "conflicts": conflicts, "answers": answers,
}  # fmt: skip
