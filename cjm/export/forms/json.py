"""A Handbook in, its model as JSON for another program out, beside the JSON Schema by which that program can check it.

Everything stands under its declared key, always in the same shape: a list is a list, a wait is seconds, a day is ISO 8601.
Facts are filled into the texts; a link keeps its `kind:id`, which is found in the same file. What only those who keep the
handbook see stays at home.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from cjm.export.forms import ExportOrder
from cjm.language.says import Language
from cjm.model import Handbook, Written
from cjm.model.fields import (
    Address,
    Day,
    Either,
    Many,
    Name,
    OneOf,
    Pairs,
    Reading,
    Record,
    Ref,
    Shaped,
    Spec,
    Text,
    Wait,
    Whole,
    Yes,
    specs,
)
from cjm.model.registry import KINDS
from cjm.model.shared import SHARED
from cjm.schema.json_schema import Schema
from cjm.view.scope import WHOLE, Cut, chapters, journeys
from cjm.wording import resolve

# Raised when a field goes, changes its shape or comes to be required; not for one that is added.
FORM = "cjm-handbook/1"
SCHEMA_FILE = "cjm-handbook-1.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_INNER = ("accept", "lint", "was")  # the keeper's own: what lint lets pass, how strict it is, names of before
_OF_A_CUT = ("id", "title", "organisation", "language", "channels")


def render(handbook: Handbook, order: ExportOrder) -> Mapping[str, bytes]:
    """The model, and its schema."""
    made = {"$schema": SCHEMA_FILE, "form": FORM, "made": order.today.isoformat(), **model(handbook, order.cut)}
    return {order.name(handbook, ".json"): _written(made), SCHEMA_FILE: _written(schema(order.language))}


def model(handbook: Handbook, cut: Cut = WHOLE) -> dict[str, Any]:
    """What belongs to `cut`, each kind of thing as a list under its key."""
    told = chapters(cut, handbook)
    sections = [one for chapter in told for one in chapter.sections if one in handbook.sections]
    outline = handbook.outline
    if cut != WHOLE:
        ids = {one.id for chapter in told for one in chapter.sections}
        mine = ((one.part, [entry for entry in one.part.sections if entry.id in ids]) for one in told if one.part)
        parts = (replace(part, sections=tuple(entries)) for part, entries in mine)
        kept = {name: getattr(outline, name) for name in _OF_A_CUT}
        outline = type(outline)(**kept, parts=tuple(parts))
    made = {
        "handbook": _record(outline, handbook),
        "journeys": [_record(one, handbook) for one in journeys(cut, handbook)],
        # The questions of an exam are not handed round.
        "sections": [_record(replace(one, questions=one.practice), handbook) for one in sections],
    }
    for kind in SHARED if cut == WHOLE else ():
        if things := [_record(one, handbook) for one in handbook.of(kind.item)]:
            made[kind.key] = things
    return made


def schema(language: Language) -> Schema:
    """What `model` makes of any handbook, described in `language`."""
    told: dict[str, Schema] = {}

    def listed(name: str) -> Schema:
        return {"type": "array", "items": _schema(Record(KINDS[name].item), language, told)}

    properties = {
        "$schema": {"type": "string"}, "form": {"const": FORM}, "made": {"type": "string", "format": "date"},
        "handbook": _schema(Record(KINDS["handbook"].item), language, told),
        "journeys": listed("journey"), "sections": listed("section"),
        **{kind.key: listed(kind.name) for kind in SHARED},
    }  # fmt: skip
    required = ["form", "made", "handbook", "journeys", "sections"]
    return {
        "$schema": _DIALECT, "$id": FORM, "title": FORM, "type": "object",
        "properties": properties, "required": required, "additionalProperties": False, "$defs": dict(sorted(told.items())),
    }  # fmt: skip


# Private functions


def _written(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _told(item: type) -> Iterator[tuple[str, Spec]]:
    return ((name, one) for name, one in specs(item).items() if one.shown and one.key not in _INNER)


def _record(item: Written, handbook: Handbook) -> dict[str, Any]:
    read = ((spec, getattr(item, name)) for name, spec in _told(type(item)))
    made = {spec.key: _value(spec.reads, value, handbook) for spec, value in read if value not in (None, "", (), False)}
    if (fact := made.get("id")) in handbook.fact and item in handbook.facts and "value" in made:
        made["value"] = handbook.value(str(fact)) or made["value"]  # of one that is computed what it comes to
    return made


def _value(reads: Reading, value: Any, handbook: Handbook) -> Any:
    match reads:
        case Many(of=one):
            return [_value(one, inner, handbook) for inner in value]
        case Pairs(of=one):
            return {name: _value(one, inner, handbook) for name, inner in value}
        case _ if isinstance(value, Written):
            return _record(value, handbook)
        case Text():
            return resolve(str(value), handbook)
    return value.isoformat() if isinstance(value, dt.date) else value


def _define(item: type, language: Language, told: dict[str, Schema]) -> Schema:
    name = item.__name__
    if name not in told:
        made: Schema = {"type": "object"}
        told[name] = made
        fields = [spec for _, spec in _told(item)]
        made["properties"] = {
            one.key: {"description": one.means.to(language)} | _schema(one.reads, language, told) for one in fields
        }
        made["additionalProperties"] = False
        if named := [one.key for one in fields if isinstance(one.reads, Name) and one.required]:
            made["required"] = named  # a draft may lack all else
    return {"$ref": f"#/$defs/{name}"}


def _schema(reading: Reading, language: Language, told: dict[str, Schema]) -> Schema:
    return _MADE[type(reading)](reading, language, told)


_STRING = {"type": "string"}
_MADE: Mapping[type, Callable[[Any, Language, dict[str, Schema]], Schema]] = {
    Name: lambda *_: dict(_STRING),
    Ref: lambda *_: dict(_STRING),
    Text: lambda *_: dict(_STRING),
    Shaped: lambda *_: dict(_STRING),
    Address: lambda *_: dict(_STRING),
    Wait: lambda reading, *_: {"type": ["integer", "string"] if reading.fact else "integer"},
    Day: lambda *_: {"type": "string", "format": "date"},
    Whole: lambda reading, *_: {"type": "integer", "minimum": reading.least, "maximum": reading.most},
    Yes: lambda *_: {"const": True},
    OneOf: lambda reading, *_: {"enum": list(reading.words)},
    Record: lambda reading, language, told: _define(reading.item, language, told),
    Many: lambda reading, language, told: {"type": "array", "items": _schema(reading.of, language, told)},
    Pairs: lambda reading, language, told: {
        "type": "object",
        "additionalProperties": _schema(reading.of, language, told),
    },
    Either: lambda reading, language, told: {"anyOf": [_schema(one, language, told) for one in reading.items]},
}
