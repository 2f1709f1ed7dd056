"""A piece of the handbook in, the digest by which an approval knows its content again out.

`n1:` and the SHA-256 of canonical JSON: keys sorted, texts in NFC with their white space folded, what is empty left out.
Facts stay unresolved; whatever a section rests on has a digest of its own.
"""

import dataclasses
import datetime as dt
import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cjm.model.fields import specs
from cjm.model.handbook import Handbook
from cjm.model.item import Item, Written
from cjm.model.journey import Touchpoint
from cjm.model.reference import facts_in as facts_in_text
from cjm.model.section import Section
from cjm.model.shared.fact import Fact
from cjm.model.shared.role import Role

NORMATIVE_FIELDS = ("trigger", "performer", "steps", "scripts", "conflicts", "never", "result")
_VERSION = "n1:"
_NOT_CONTENT = ("accept", "was")  # what a thing was called is no part of what it says


def normative(section: Section) -> dict[str, Any]:
    """The fields of a section that an approval is bound to, as plain data; its id and number are not among them."""
    return _plain(section, only=NORMATIVE_FIELDS)


def plain_data(item: Written) -> dict[str, Any]:
    """All that was written for `item` under its keys as plain data, without what is empty, what is accepted on it and what it was called."""
    return _plain(item)


def facts_of(data: Any) -> tuple[str, ...]:
    """The ids of the facts that the texts of plain data name, each once."""
    return tuple(dict.fromkeys(found[1] for text in _texts(data) for found in facts_in_text(text)))


def digest_of(data: Any) -> str:
    """The digest of plain data, the same for the same content however it was typed."""
    canonical = json.dumps(_folded(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _VERSION + hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def section_digest(section: Section) -> str:
    """The digest of what a section asks for."""
    return digest_of(normative(section))


def item_digest(item: Fact | Role | Touchpoint) -> str:
    """The digest of something that sections rest on."""
    return digest_of(_plain(item))


def rests_on(section: Section, handbook: Handbook) -> dict[str, str]:
    """The digests of the facts, roles and touchpoints that a section rests on, by `kind:id`, sorted."""
    fields = normative(section)
    found: dict[str, Fact | Role | Touchpoint] = {}
    for text in _texts(fields):
        for named in facts_in_text(text):
            if named[1] in handbook.fact:
                found[f"fact:{named[1]}"] = handbook.fact[named[1]]
    for role in _roles(section):
        if role in handbook.role:
            found[f"role:{role}"] = handbook.role[role]
    for touchpoint in handbook.attached.get(section.id, ()):
        found[f"touchpoint:{touchpoint.id}"] = touchpoint
    return {name: item_digest(found[name]) for name in sorted(found)}


def fingerprint(sections: Iterable[Section], handbook: Handbook) -> str:
    """One digest for the content of these sections in this order, with all they rest on."""
    return digest_of([[section.id, section_digest(section), rests_on(section, handbook)] for section in sections])


def spoken_digest(digest: str) -> str:
    """A digest as people compare it: «7C3E 91AF 20D4 B6E8», its first sixteen signs."""
    signs = digest.removeprefix(_VERSION)[:16].upper()
    return " ".join(signs[start : start + 4] for start in range(0, len(signs), 4))


# Private functions


def _plain(item: Written, only: tuple[str, ...] = ()) -> dict[str, Any]:
    """What was written for `item` under its keys, without what is empty: a field added to the model changes no digest."""
    made = {}
    for attribute, spec in specs(type(item)).items():
        if attribute in _NOT_CONTENT or (only and attribute not in only):
            continue
        value = _value(getattr(item, attribute))
        if value is not None and value is not False and value not in ("", [], {}):  # a wait of 0 is said: «сразу»
            made[spec.key] = value
    return made


def _value(value: Any) -> Any:
    if isinstance(value, Item | Written):
        return _plain(value)
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return dataclasses.asdict(value) if dataclasses.is_dataclass(value) and not isinstance(value, type) else value


def _folded(data: Any) -> Any:
    if isinstance(data, str):
        return " ".join(unicodedata.normalize("NFC", data).split())
    if isinstance(data, Mapping):
        return {key: _folded(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_folded(value) for value in data]
    return data


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)


def _roles(section: Section) -> Iterator[str]:
    yield from section.performer
    for step in section.steps:
        if step.who:
            yield step.who
    for conflict in section.conflicts:
        if conflict.pass_on is not None:
            yield conflict.pass_on.to
