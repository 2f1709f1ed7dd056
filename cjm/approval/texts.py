"""An approved item in, the JSON that keeps it word for word out, and back: nothing here needs the history of a repository."""

import base64
import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cjm.approval.items import LOOK, OUTLINE, PEOPLE, SEARCH, PrintedItem
from cjm.graph.dependencies import Ground
from cjm.model import Handbook, Outline, Person, Section
from cjm.model.digest import digest_of, exact_digest, plain_data
from cjm.model.fields import Day, Either, Many, Pairs, Reading, Record, specs
from cjm.model.reference import Reference
from cjm.model.registry import KINDS

TEXTS_FOLDER = "guideline/approvals/texts"
_MODEL = 2  # what a key means; a change of one brings its migration
_NOT_KEPT = ("people", "lint", "review")  # of the outline


@dataclass(frozen=True, slots=True)
class Kept:
    """An item as it was approved. What an earlier program kept of a section has all it rested on beside it, by `kind:id`."""

    thing: Any
    rests: Mapping[str, Ground] = field(default_factory=dict)


def text_of(item: PrintedItem) -> tuple[str, bytes]:
    """The name under which the item is kept, which is the digest of all that is kept, and the JSON."""
    data = {"model": _MODEL, "item": item.name, "kept": _kept(item)}
    raw = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return exact_digest(data), raw.encode("utf-8")


def is_kept(name: str, handbook: Handbook) -> bool:
    """Whether the text `name` is there, and is what was written."""
    try:
        data = json.loads(handbook.approved_texts[name])
        return name == (exact_digest(data) if "model" in data else digest_of(data).partition(":")[2])
    except (KeyError, ValueError, TypeError):
        return False


def read_text(name: str, handbook: Handbook) -> Kept | None:
    """What the text `name` keeps; None where it is not there, was edited, or has a key that this program does not know."""
    if not is_kept(name, handbook):
        return None
    try:
        data = json.loads(handbook.approved_texts[name])
        if "model" in data:
            return Kept(_thing(data["item"], data["kept"])) if data["model"] == _MODEL else None
        rests = {key: _made(KINDS[Reference.parse(key).kind].item, value) for key, value in data["rests"].items()}
        return Kept(_made(Section, data["section"]), rests)
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


# Private functions


def _kept(item: PrintedItem) -> Any:
    thing = item.thing
    if isinstance(thing, bytes):
        return base64.b64encode(thing).decode("ascii")
    if item.name == PEOPLE:
        return [plain_data(person) for person in thing]
    if item.name == SEARCH:
        return [list(one) for one in thing]
    made = plain_data(thing)
    if was := getattr(thing, "was", ()):
        made["was"] = list(was)
    return {key: value for key, value in made.items() if item.name != OUTLINE or key not in _NOT_KEPT}


def _thing(name: str, kept: Any) -> Any:
    if name.startswith(LOOK):
        return base64.b64decode(kept, validate=True)
    if name == PEOPLE:
        return tuple(_made(Person, one) for one in kept)
    if name == SEARCH:
        return tuple(tuple(one) for one in kept)
    return _made(Outline if name == OUTLINE else KINDS[name.partition(":")[0]].item, kept)


def _made(item: type[Any], data: Mapping[str, Any]) -> Any:
    """The reverse of `plain`. Raises KeyError for a key that the model does not have."""
    by_key = {spec.key: (attribute, spec.reads) for attribute, spec in specs(item).items()}
    return item(**{by_key[key][0]: _value(by_key[key][1], value) for key, value in data.items()})


def _value(reading: Reading, value: Any) -> Any:
    match reading:
        case Record(item=item, short=short):
            return _made(item, {short: value} if isinstance(value, str) else value)
        case Either(items=items):
            first = next((one for one in items if next(iter(specs(one.item).values())).key in value), items[-1])
            return _made(first.item, value)
        case Many(of=of):
            return tuple(_value(of, one) for one in value)
        case Pairs(of=of):
            return tuple((key, _value(of, one)) for key, one in value)
        case Day():
            return dt.date.fromisoformat(value)
        case _:
            return value
