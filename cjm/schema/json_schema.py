"""The declared fields in, one JSON Schema per kind of file out, so that an editor completes and marks while one types.

An editor reads YAML its own way (`no` is false, `12:30` a number to it), so a text field also takes numbers and
booleans. What crosses files (references, ids given twice) is left to `cjm lint`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from cjm.language.says import Language
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
    Text,
    Wait,
    Whole,
    Yes,
    specs,
)
from cjm.model.files import FILE_KINDS, FileKind

DIALECT = "http://json-schema.org/draft-07/schema#"  # what editors' YAML services understand
_SCALAR = {"type": ["string", "number", "boolean"]}

Schema = dict[str, Any]


def json_schemas(language: Language) -> Mapping[str, Schema]:
    """A schema for each kind of file, by its name; descriptions are in `language`."""
    return {kind.name: _file(kind, language) for kind in FILE_KINDS}


# Private functions


def _file(kind: FileKind, language: Language) -> Schema:
    definitions: dict[str, Schema] = {}
    if kind.item is not None:
        _define(kind.item, language, definitions)
        body: Schema = {"$ref": f"#/definitions/{kind.item.__name__}"}
    else:
        lists = {
            key: {"type": "array", "items": _schema(reading, language, definitions)} for key, _, reading in kind.lists
        }
        body = {"type": "object", "properties": lists, "additionalProperties": False}
    head = {"$schema": DIALECT, "title": kind.pattern, "description": kind.means.to(language)}
    return head | body | {"definitions": dict(sorted(definitions.items()))}


def _define(item: type, language: Language, definitions: dict[str, Schema]) -> None:
    if item.__name__ in definitions:
        return
    made = definitions[item.__name__] = {"type": "object"}
    fields = specs(item)
    properties = {}
    for spec in fields.values():
        described = {"description": spec.means.to(language)}
        if example := spec.example.to(language):
            described["description"] += f"\n{spec.key}: {example}"
        properties[spec.key] = described | _schema(spec.reads, language, definitions)
    made["properties"] = properties
    made["required"] = [spec.key for spec in fields.values() if spec.required and not spec.unless]
    made["additionalProperties"] = False


def _schema(reading: Reading, language: Language, definitions: dict[str, Schema]) -> Schema:
    return _MADE[type(reading)](reading, language, definitions)


def _record(reading: Record, language: Language, definitions: dict[str, Schema]) -> Schema:
    _define(reading.item, language, definitions)
    reference = {"$ref": f"#/definitions/{reading.item.__name__}"}
    return {"anyOf": [reference, _SCALAR]} if reading.short else {"allOf": [reference]}


def _many(reading: Many, language: Language, definitions: dict[str, Schema]) -> Schema:
    one = _schema(reading.of, language, definitions)
    return {"anyOf": [{"type": "array", "items": one}, one]}


def _either(reading: Either, language: Language, definitions: dict[str, Schema]) -> Schema:
    return {"anyOf": [_schema(record, language, definitions) for record in reading.items]}


def _text(reading: Text) -> Schema:
    """A text; what names a fact is as long as the fact."""
    return {**_SCALAR, "anyOf": [{"maxLength": reading.limit}, {"pattern": "{{"}]} if reading.limit else dict(_SCALAR)


def _pairs(reading: Pairs, language: Language, definitions: dict[str, Schema]) -> Schema:
    one = _schema(reading.of, language, definitions)
    pairs = {"type": "object", "additionalProperties": one}
    return {"anyOf": [pairs, one]} if reading.bare else pairs


_MADE: Mapping[type, Callable[[Any, Language, dict[str, Schema]], Schema]] = {
    Name: lambda *_: {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},
    Ref: lambda *_: {"type": "string"},
    Text: lambda reading, *_: _text(reading),
    Wait: lambda *_: {"type": "string"},
    Day: lambda *_: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    Shaped: lambda reading, *_: {"type": ["string", "number"], "pattern": f"^({reading.pattern})$"},
    Whole: lambda reading, *_: {"type": "integer", "minimum": reading.least, "maximum": reading.most},
    Yes: lambda *_: {"type": "boolean"},
    Address: lambda *_: {"type": "string", "pattern": "^(https?://|mailto:|tel:)"},
    OneOf: lambda reading, *_: {"enum": list(reading.words)},
    Record: _record,
    Many: _many,
    Either: _either,
    Pairs: _pairs,
}
