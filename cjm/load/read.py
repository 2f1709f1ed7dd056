"""YAML nodes in, model values out: each field is read by the type that its Spec declares, never by what it looks like."""

import functools
import re
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from sys import intern
from typing import Any, NamedTuple

import yaml

from cjm.language import dates, durations, letters
from cjm.language.says import LANGUAGES
from cjm.model.fields import (
    Address,
    Day,
    Either,
    KindName,
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
)  # fmt: skip
from cjm.model.handbook import Problem, Trouble
from cjm.model.place import Place, Source
from cjm.model.reference import FACT
from cjm.model.registry import KINDS

_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*|mailto:[^\s@]+@[^\s@]+\.[^\s@]+|tel:\+?[\d()-]+")
_WHOLE = re.compile(r"[-+]?\d{1,9}")
_WORDS = {
    "if": "when", "если": "when", "когда": "when trigger", "then": "to", "то": "to", "goto": "to", "куда": "to", "кто": "who role",
    "name": "title name", "имя": "id name", "заголовок": "title", "описание": "summary means purpose", "text": "say text do",
    "description": "summary means purpose", "сделать": "do", "что делать": "do", "сказать": "say", "что сказать": "say",
    "написать": "write", "роль": "role who", "цель": "purpose", "зачем": "purpose", "шаги": "steps", "автор": "owner",
    "срок": "within", "answer": "answer text", "вопрос": "ask", "ответ": "answer", "верно": "right",
}  # fmt: skip
_SEVERAL = re.compile(r"\s*(?:[,;/+&]|\bи\b|\band\b|\s)\s*")
_BULLET = re.compile(r"[-–—•*·](?=[^\W\d_])|[–—•·]\s")
_YES = dict.fromkeys(("true", "yes", "да", "on"), True) | dict.fromkeys(("false", "no", "нет", "off"), False)
_UNQUOTED = (("{{", "fact-unquoted"), ("{", "brace-unquoted"), ("[", "bracket-unquoted"))
_OFTEN_SAID = 24  # signs of a text that a large handbook says a thousand times, and keeps once
_LOCAL = frozenset(kind.name for kind in KINDS.values() if kind.local)  # ids that are unique in their file only


UNREAD: Any = object()  # what a reader returns after it has reported a problem


class Named(NamedTuple):
    """An id where it is given to a thing. `scope` is the file for kinds whose ids count within a file only."""

    kind: KindName
    id: str
    scope: str
    at: tuple[str, int, int, int, int]  # of its place, which few are asked for

    @property
    def place(self) -> Place:
        return Place(*self.at)


class Wanted(NamedTuple):
    """An id where it points to another thing."""

    kinds: tuple[KindName, ...]
    id: str
    at: tuple[str, int, int, int, int]
    in_order: bool

    @property
    def place(self) -> Place:
        return Place(*self.at)


@dataclass(slots=True)
class OpenFile:
    """One file while it is read: gathers the ids, the references and the problems found in it."""

    file: str
    text: str
    origin: Callable[[int, int], tuple[int, int, int, int]] | None = None  # of a text that was mended before
    named: list[Named] = field(default_factory=list)
    references: list[Wanted] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def mark(self, node: yaml.Node) -> tuple[int, int, int, int]:
        """Line, column, start and end of the node in the author's text."""
        start, end = node.start_mark, node.end_mark
        if self.origin is not None:
            return self.origin(start.index, end.index)
        return start.line + 1, start.column + 1, start.index, end.index

    def at(self, node: yaml.Node) -> tuple[str, int, int, int, int]:
        return self.file, *self.mark(node)

    def place(self, node: yaml.Node) -> Place:
        return Place(*self.at(node))

    def problem(self, trouble: Trouble, form: str, node: yaml.Node, mended: str | None = None, **values: str) -> Any:
        """Note what is wrong with the node, and what is to be written instead where that is known. It is UNREAD then."""
        place = self.place(node)
        repair = () if mended is None else ((place, mended),)
        self.problems.append(Problem(trouble, form, place, values, repair))
        return UNREAD


NodeReader = Callable[[OpenFile, yaml.Node, str], Any]  # the page, the node, the key it stands under


def is_nothing(node: yaml.Node) -> bool:
    """Whether the author wrote the key and nothing behind it."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ("", "~")


@functools.cache
def reader(reading: Reading) -> NodeReader:
    """The function that reads a node as `reading` says."""
    return _READERS[type(reading)](reading)


def read_item(page: OpenFile, node: yaml.Node, item: type, short: str = "") -> Any:
    """The record `item` of the mapping `node`; fields that cannot be read keep their defaults and leave a problem."""
    fields = _fields(item)
    if not isinstance(node, yaml.MappingNode):
        known = next((known for known in fields.values() if known.attribute == short), None)
        if known is None or not isinstance(node, yaml.ScalarNode):
            return _no_record(page, node, fields)
        pairs: Iterator[tuple[str, yaml.Node, yaml.Node]] = iter([(known.spec.key, node, node)])
    else:
        pairs = _pairs(page, node)
    values: dict[str, Any] = {}
    meant: set[str] = set()  # what unknown fields were probably meant to be
    mark = page.mark
    names, marks = [""], list(mark(node))
    for key, key_node, value_node in pairs:
        found = fields.get(key)
        if found is None:
            meant.add(_unknown_key(page, key, key_node, value_node, fields))
            continue
        names.append(key)
        marks += mark(value_node)
        if not value_node.value or value_node.value == "~":
            # `role: ~`, `standard: []`, `title: ""`: the key stands there and nothing behind it, so its stretch is empty.
            marks[-1] = marks[-2]
            if is_nothing(value_node):
                continue
        if key == "open" and isinstance(
            value_node, yaml.MappingNode
        ):  # each question is about a field of this very item
            for about, question in value_node.value:
                if isinstance(about, yaml.ScalarNode) and about.value not in fields:
                    _unknown_key(page, about.value, about, question, fields)
        value = found.read(page, value_node, key)
        if value is not UNREAD:
            values[found.attribute] = value
        else:
            values.setdefault(found.attribute, found.default)
        if found.is_list and isinstance(value_node, yaml.SequenceNode):
            for index, element in enumerate(value_node.value):
                names.append(f"{key}/{index}")
                marks += mark(element)
    for attribute, names_it, of in _made_names(item):
        if attribute not in values and values.get(of):
            values[attribute] = letters.as_id(values[of])
            page.named.append(Named(names_it, values[attribute], "", page.at(node)))
    for key, known in _required(item):
        if known.attribute not in values and key not in meant and known.spec.unless not in names[1:]:
            opened = {about for about, _ in values.get("open", ())}
            if not {key, ""} & opened:
                shown = known.spec.example
                page.problem("schema", "missing", node, key=key, ru=shown.ru, en=shown.en)
    return item(source=Source(page.file, _shared(tuple(names)), array("I", marks)), **values)


# Private functions


@dataclass(frozen=True, slots=True)
class _Field:
    attribute: str
    spec: Spec
    read: NodeReader
    is_list: bool
    default: Any


@functools.cache
def _fields(item: type) -> dict[str, _Field]:
    made = {}
    for attribute, spec in specs(item).items():
        default = item.__dataclass_fields__[attribute].default  # type: ignore[attr-defined]
        made[spec.key] = _Field(attribute, spec, reader(spec.reads), isinstance(spec.reads, Many), default)
    return made


@functools.cache
def _made_names(item: type) -> tuple[tuple[str, KindName, str], ...]:
    """The ids that are made from another field where the author left them out."""
    return tuple(
        (attribute, spec.reads.kind, spec.reads.of)
        for attribute, spec in specs(item).items()
        if isinstance(spec.reads, Name) and spec.reads.of
    )


@functools.cache
def _required(item: type) -> list[tuple[str, _Field]]:
    return [(key, known) for key, known in _fields(item).items() if known.spec.required]


def _no_record(page: OpenFile, node: yaml.Node, fields: dict[str, _Field]) -> Any:
    """A text where fields are asked for: of a record with one field that must be prose, the text is that field."""
    prose = [key for key, one in fields.items() if one.spec.required and isinstance(one.spec.reads, Text)]
    if not isinstance(node, yaml.ScalarNode) or len(prose) != 1:
        return page.problem("schema", "not-a-mapping", node, keys=", ".join(list(fields)[:4]))
    written = page.text[node.start_mark.index : node.end_mark.index].rstrip()
    first = written.partition("\n")[0]
    return page.problem("schema", "one-field", node, f"{prose[0]}: {written}", key=prose[0], text=first)


@functools.lru_cache(4_096)
def _shared(names: tuple[str, ...]) -> tuple[str, ...]:
    """One tuple for all items with the same keys: a thousand sections have a few hundred shapes."""
    return names


def _pairs(page: OpenFile, node: yaml.MappingNode) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    seen: dict[str, yaml.Node] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            page.problem("schema", "key-not-a-word", key_node)
            continue
        key = key_node.value
        if key not in seen:
            seen[key] = key_node
            yield key, key_node, value_node
        elif key in ("section", "journey") and key == next(iter(seen)):
            home = (
                f"{'touchpoints' if key == 'journey' else 'guideline/sections'}/{getattr(value_node, 'value', '')}.yml"
            )
            page.problem("unreadable", "two-in-one", key_node, key=key, home=home)
            return  # what follows is another record's
        else:
            first = str(seen[key].start_mark.line + 1)
            page.problem("unreadable", "duplicate-key", key_node, key=key, first=first)


def _unknown_key(
    page: OpenFile, key: str, key_node: yaml.Node, value_node: yaml.Node, fields: dict[str, _Field]
) -> str:
    """The field that was probably meant, "" where none is like it."""
    if is_nothing(value_node) and (" " in key or not key.isascii()):
        page.problem("schema", "comma", key_node, text=key)  # {say: Да, конечно}
        return ""
    return unknown_key(page, key, key_node, fields, _called(key, fields))


def _called(key: str, fields: dict[str, _Field]) -> str:
    """The field that readers know by this name, or that authors call so before they have read what it is called."""
    word = key.strip().replace("_", " ").casefold()
    labels = ((name, one.spec.label) for name, one in fields.items())
    known = (name for name, label in labels if word in (label.ru.casefold(), label.en.casefold()))
    return next((name for name in (*known, *_WORDS.get(word, "").split()) if name in fields), "")


def unknown_key(page: OpenFile, key: str, node: yaml.Node, known: Iterable[str], called: str = "") -> str:
    """Note a field that is none, with the one that it was probably meant to be, which is returned."""
    names = list(known)
    twin = letters.latin_twin(key)
    near = twin if twin in names else called or letters.nearest(key.strip().lower().replace("-", "_"), names)
    form = "none" if not near else "look-alike" if twin == near else "near"
    signs = letters.strangers(key) if form == "look-alike" else ""
    page.problem("unknown-key", form, node, near or None, key=key, near=near, keys=", ".join(names), letters=signs)
    return near


def _no_text(page: OpenFile, node: yaml.Node, key: str) -> Any:
    """The accident that made something else of a text."""
    written = page.text[node.start_mark.index : node.end_mark.index].strip()
    if isinstance(node, yaml.ScalarNode):
        tag = written.split()[0] if written.split() else node.tag
        return page.problem("unreadable", "tag", node, written.removeprefix(tag).lstrip(), tag=tag)
    line = written.splitlines()[0] if written else ""
    form = next((form for start, form in _UNQUOTED if written.startswith(start)), "")
    if form or isinstance(node, yaml.MappingNode):
        return page.problem("schema", form or "colon-unquoted", node, key=key, text=line)
    return page.problem("schema", "list-for-text", node, key=key)


def _text(reading: Text, page: OpenFile, node: yaml.Node, key: str, text: str) -> str:
    read = text.strip() if reading.style == "label" else text.rstrip()
    if not read:  # `""`, `|` with nothing below; a key with nothing behind it counts as left out
        page.problem("schema", "nothing", node, key=key)
    return intern(read) if len(read) < _OFTEN_SAID else read


def _name(reading: Name, page: OpenFile, node: yaml.Node, key: str, text: str) -> str:
    if not letters.is_id(text):
        strangers = letters.strangers(text) if letters.is_id(letters.latin_twin(text)) else ""
        form = "look-alike" if strangers else "reserved" if letters.is_reserved(text) else "form"
        page.problem("bad-id", form, node, id=text, better=letters.as_id(text), letters=strangers)
    text = intern(text)
    page.named.append(Named(reading.kind, text, page.file if reading.kind in _LOCAL else "", page.at(node)))
    return text


def _ref(reading: Ref, page: OpenFile, node: yaml.Node, key: str, text: str) -> str:
    text = intern(text)
    is_word = reading.words and any(text == word for word, _ in reading.words)
    if not is_word and not (reading.free and not letters.is_id(text)):
        page.references.append(Wanted(reading.kinds, text, page.at(node), reading.in_order))
    return text


def _wait(reading: Wait, page: OpenFile, node: yaml.Node, key: str, text: str) -> Any:
    if reading.fact and (named := FACT.fullmatch(text.strip())):
        page.references.append(Wanted(("fact",), named[1], page.at(node), False))
        return text.strip()
    length = durations.seconds(text)
    return page.problem("schema", "not-a-duration", node, key=key, text=text) if length is None else length


def _day(_: Day, page: OpenFile, node: yaml.Node, key: str, text: str) -> Any:
    form, day = dates.day(text)
    near = day.isoformat() if day else None
    return page.problem("schema", form, node, near, key=key, text=text, day=str(day or "")) if form else day


def _shape(reading: Shaped, page: OpenFile, node: yaml.Node, key: str, text: str) -> Any:
    if re.fullmatch(reading.pattern, text.strip()):
        return text.strip()
    return page.problem("schema", "other-shape", node, key=key, text=text, ru=reading.like.ru, en=reading.like.en)


def _whole(reading: Whole, page: OpenFile, node: yaml.Node, key: str, text: str) -> Any:
    written = text.strip().replace("\u2212", "-")  # − as typed by a careful author
    if _WHOLE.fullmatch(written) and reading.least <= int(written) <= reading.most:
        return int(written)
    bounds = {"least": str(reading.least), "most": str(reading.most)}
    return page.problem("schema", "not-a-number", node, key=key, text=text, **bounds)


def _yes(_: Yes, page: OpenFile, node: yaml.Node, key: str, text: str) -> Any:
    found = _YES.get(text.strip().lower())
    return page.problem("schema", "not-yes-or-no", node, key=key, text=text) if found is None else found


def _address(_: Address, page: OpenFile, node: yaml.Node, key: str, text: str) -> Any:
    address = text.strip()
    return (
        address if _ADDRESS.fullmatch(address) else page.problem("schema", "not-an-address", node, key=key, text=text)
    )


def _one_of(reading: OneOf, page: OpenFile, node: yaml.Node, key: str, text: str) -> Any:
    word = intern(text.strip())
    if word in reading.words:
        return word
    twin = letters.latin_twin(word)
    meant = (
        one
        for one, says in zip(reading.words, reading.says, strict=False)
        if word.casefold() in (says.ru.casefold(), says.en.casefold())
    )
    near = next(meant, "") or (twin if twin in reading.words else letters.nearest(word, reading.words))
    form = "not-one-of-near" if near else "not-one-of"
    words = {language: reading.listed(language) for language in LANGUAGES}
    return page.problem("schema", form, node, near or None, key=key, text=text, near=near, **words)


# How the text of a scalar is taken, by the type that its field declares.
_SCALARS: dict[type, Callable[[Any, OpenFile, yaml.Node, str, str], Any]] = {
    Name: _name, Ref: _ref, Text: _text, Wait: _wait, Day: _day, Shaped: _shape, Whole: _whole, Yes: _yes, Address: _address,
    OneOf: _one_of,
}  # fmt: skip


def _read_scalar(reading: Reading) -> NodeReader:
    parse = _SCALARS[type(reading)]

    def read(page: OpenFile, node: yaml.Node, key: str) -> Any:
        if not isinstance(node, yaml.ScalarNode) or node.tag:
            if isinstance(node, yaml.SequenceNode) and not isinstance(reading, Text):
                return page.problem("schema", "list-for-one", node, key=key)
            return _no_text(page, node, key)
        return parse(reading, page, node, key, node.value)

    return read


def _read_record(reading: Record) -> NodeReader:
    return lambda page, node, key: read_item(page, node, reading.item, reading.short)


def _read_either(reading: Either) -> NodeReader:
    first_keys = {next(iter(_fields(record.item))): record for record in reading.items}
    default = reading.items[-1]

    def read(page: OpenFile, node: yaml.Node, key: str) -> Any:
        record = default
        if isinstance(node, yaml.MappingNode):
            written = {pair[0].value for pair in node.value if isinstance(pair[0], yaml.ScalarNode)}
            record = next((record for first, record in first_keys.items() if first in written), reading.items[0])
        return read_item(page, node, record.item, record.short)

    return read


def _read_many(reading: Many) -> NodeReader:
    read_one = reader(reading.of)
    records = isinstance(reading.of, Record) and not reading.of.short

    def read(page: OpenFile, node: yaml.Node, key: str) -> Any:
        if records and isinstance(node, yaml.ScalarNode) and not is_nothing(node):
            written = page.text[node.start_mark.index : node.end_mark.index].partition("\n")[0]
            return page.problem("schema", "text-for-list", node, key=key, text=written)
        elements = node.value if isinstance(node, yaml.SequenceNode) else [node]
        for element in elements:
            if isinstance(element, yaml.ScalarNode) and not element.style and not _is_one(page, element, key, reading):
                return UNREAD
        values = (read_one(page, element, key) for element in elements if not is_nothing(element))
        return tuple(value for value in values if value is not UNREAD)

    return read


def _is_one(page: OpenFile, node: yaml.Node, key: str, reading: Many) -> bool:
    """Whether a scalar is one element of the list, not several: `a, b`, `(a, b)`, `[a b]`, hyphens without a blank."""
    text = node.value
    if _BULLET.match(text):
        page.problem("schema", "bullet", node, key=key, text=text.partition("\n")[0])
        return False
    if isinstance(reading.of, Ref) and not letters.is_id(text) and ":" not in text:
        ids = [letters.latin_twin(one) for one in _SEVERAL.split(text.strip(" ()<>{},;")) if one]
        within = "touchpoint" in reading.of.kinds and re.fullmatch(r"[^\s/]+/[^\s/]+", text)  # journey/touchpoint
        if len(ids) > 1 and not within and all(map(letters.is_id, ids)):
            inside = page.text[: node.start_mark.index].rstrip(" ")[-1:] in ("[", ",")
            many = ", ".join(ids)
            page.problem("schema", "list-of-ids", node, many if inside else f"[{many}]", key=key, text=text, ids=many)
            return False
    return True


def _read_pairs(reading: Pairs) -> NodeReader:
    read_one = reader(reading.of)

    def read(page: OpenFile, node: yaml.Node, key: str) -> Any:
        if not isinstance(node, yaml.MappingNode):
            if reading.bare and isinstance(node, yaml.ScalarNode):
                text = read_one(page, node, key)
                return UNREAD if text is UNREAD else (("", text),)
            written = page.text[node.start_mark.index : node.end_mark.index].strip().strip("[]")
            return page.problem("schema", "no-scope" if key == "for" else "not-a-mapping", node, keys="…", text=written)
        pairs = ((name, read_one(page, value, name)) for name, _, value in _pairs(page, node))
        return tuple(pair for pair in pairs if pair[1] is not UNREAD)

    return read


_READERS: dict[type, Callable[[Any], NodeReader]] = {
    **dict.fromkeys(_SCALARS, _read_scalar), Record: _read_record, Many: _read_many, Pairs: _read_pairs, Either: _read_either,
}  # fmt: skip
