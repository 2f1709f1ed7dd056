"""A piece of the handbook in, the digest by which an approval knows its content again out.

`n2:` and the SHA-256 of canonical JSON of all that a reader can see of a thing: keys sorted, texts in NFC, line ends and
trailing blanks folded, what is empty left out. Line breaks and indentation count where a text is Markdown or words to
copy. Facts stay unresolved, references are ids; whatever a thing rests on has a digest of its own. `n1:` is what records
of an earlier program say: a few fields of a section, white space folded everywhere.
"""

import dataclasses
import datetime as dt
import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from cjm.model.fields import HOUSEKEEPING, NORMATIVE, Either, Many, Name, Pairs, Reading, Record, Ref, Text, specs
from cjm.model.item import Written
from cjm.model.reference import facts_in as facts_in_text
from cjm.model.reference import links_in
from cjm.model.section import Section

EARLIER = "n1:"
_VERSION = "n2:"
_EARLIER_FIELDS = ("trigger", "performer", "steps", "scripts", "conflicts", "never", "result")
_NOT_CONTENT = ("accept", "was")  # what a thing was called is no part of what it says
_NAMED = re.compile(r"\b(section|journey):([A-Za-z0-9_-]+)")

Names = Mapping[str, Mapping[str, str]]  # kind -> id of today -> the id under which it was approved
_AS_THEY_ARE: Names = {}


def plain_data(item: Written) -> dict[str, Any]:
    """All that was written for `item` under its keys as plain data, without what is empty, what is accepted on it and what it was called."""
    return _plain(item)


def printed(item: Written, names: Names = _AS_THEY_ARE, *, binding: bool = False) -> dict[str, Any]:
    """What a reader can see of `item`, in canonical form, with ids as `names` has them.

    With `binding` only what somebody does or may rely on: the fields whose change is major.
    """
    made = {}
    for attribute, spec in specs(type(item)).items():
        if spec.weight == HOUSEKEEPING or (binding and spec.weight != NORMATIVE):
            continue
        written = getattr(item, attribute)
        if not written and _is_empty(written):  # as most of them
            continue
        value = canonical(spec.reads, written, names, binding=binding)
        if not _is_empty(value):
            made[spec.key] = value
    return made


def canonical(reads: Reading, value: Any, names: Names = _AS_THEY_ARE, *, binding: bool = False) -> Any:
    """A value in the form in which it is compared: two that are read alike are the same."""
    match reads:
        case Many(of=of):
            return [canonical(of, one, names, binding=binding) for one in value]
        case Pairs(of=of):
            return {key: canonical(of, one, names, binding=binding) for key, one in value}
        case Record() | Either():
            return None if value is None else _bare(value, printed(value, names, binding=binding))
        case Text(style=style):
            text = _folded(value) if style == "label" else _lines(value)
            return _NAMED.sub(lambda found: f"{found[1]}:{_now(names, found[1], found[2])}", text) if names else text
        case Name(kind=kind):
            return _now(names, kind, value)
        case Ref(kinds=kinds) if names:
            start, colon, id = value.rpartition(":")
            head, slash, last = id.partition("/")
            return f"{start}{colon}{_now(names, start or ('journey' if slash else kinds[0]), head)}{slash}{last}"
        case _:
            return value.isoformat() if isinstance(value, dt.date) else value


def texts_in(item: Written) -> list[str]:
    """All texts of `plain_data`, without making it."""
    declared, found = specs(type(item)), list[str]()
    for attribute, value in vars(item).items():
        if value and attribute in declared and attribute not in _NOT_CONTENT:
            _add_texts(value, found)
    return found


def facts_of(data: Any) -> tuple[str, ...]:
    """The ids of the facts that the texts of plain data name, each once."""
    return tuple(dict.fromkeys(found[1] for found in facts_in_text(_as_one(data))))


def files_of(data: Any) -> tuple[str, ...]:
    """The files that the texts of plain data show or lead to, as they name them, each once."""
    links = (link[1] for link in links_in(_as_one(data)))
    return tuple(dict.fromkeys(link for link in links if link.startswith("files/")))


def digest(kind: str, data: Any) -> str:
    """The digest of canonical data of a kind of thing."""
    return _VERSION + exact_digest([kind, data])


def exact_digest(data: Any) -> str:
    """The SHA-256 of plain data, sign by sign."""
    raw = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()


def digest_of(data: Any) -> str:
    """The digest of plain data, the same for the same content however it was typed: `n1:`, as records name each other."""
    return EARLIER + exact_digest(_all_folded(data))


def earlier_digest(item: Written) -> str:
    """The digest by which records of an earlier program know `item`: of a section only what it asks for."""
    return digest_of(_plain(item, only=_EARLIER_FIELDS if isinstance(item, Section) else ()))


def spoken_digest(digest: str) -> str:
    """A digest as people compare it: «7C3E 91AF 20D4 B6E8», its first sixteen signs."""
    signs = digest.rpartition(":")[2][:16].upper()
    return " ".join(signs[start : start + 4] for start in range(0, len(signs), 4))


# Private functions


def _now(names: Names, kind: str, id: str) -> str:
    return names.get(kind, {}).get(id, id)


def _is_empty(value: Any) -> bool:
    return value is None or value is False or value in ("", [], {}, ())  # a wait of 0 is said: «сразу»


def _plain(item: Written, only: tuple[str, ...] = ()) -> dict[str, Any]:
    """What was written for `item` under its keys, without what is empty: a field added to the model changes no digest."""
    made = {}
    for attribute, spec in specs(type(item)).items():
        if attribute in _NOT_CONTENT or (only and attribute not in only):
            continue
        value = _value(getattr(item, attribute))
        if not _is_empty(value):
            made[spec.key] = value
    return made


def _value(value: Any) -> Any:
    if isinstance(value, str):  # as most of them
        return value
    if isinstance(value, Written):
        return _bare(value, _plain(value))
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return dataclasses.asdict(value) if dataclasses.is_dataclass(value) and not isinstance(value, type) else value


def _bare(item: Written, made: dict[str, Any]) -> Any:
    """A record that says no more than the text for which it stands is that text."""
    short = getattr(item, "BARE", "")
    return made[short] if short and list(made) == [short] else made


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _lines(text: str) -> str:
    """The text with its lines and their indentation, and blanks folded within a line."""
    lines = unicodedata.normalize("NFC", text).expandtabs(4).splitlines()
    kept = [line[: len(line) - len(line.lstrip())] + " ".join(line.split()) if line.strip() else "" for line in lines]
    return "\n".join(kept).strip("\n")


def _all_folded(data: Any) -> Any:
    if isinstance(data, str):
        return _folded(data)
    if isinstance(data, Mapping):
        return {key: _all_folded(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_all_folded(value) for value in data]
    return data


def _add_texts(value: Any, found: list[str]) -> None:
    if isinstance(value, str):
        found.append(value)
    elif isinstance(value, Written):
        found += texts_in(value)
    elif isinstance(value, tuple):
        for one in value:
            _add_texts(one, found)
    else:
        found += _texts(_value(value))


def _as_one(data: Any) -> str:
    """The texts of plain data behind each other; no link and no name of a fact goes over a seam."""
    return "\n\0\n".join(_texts(data))


def _texts(data: Any) -> list[str]:
    if isinstance(data, str):
        return [data]
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    found: list[str] = []
    for value in inner:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, dict | list):
            found += _texts(value)
    return found
