"""An approved section in, the JSON that keeps it word for word out, and back: nothing here needs the history of a repository."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cjm.graph.dependencies import Ground, grounds
from cjm.model import Handbook, Section
from cjm.model.digest import digest_of, plain_data
from cjm.model.fields import Day, Either, Many, Pairs, Reading, Record, specs
from cjm.model.reference import Reference
from cjm.model.registry import KINDS

TEXTS_FOLDER = "guideline/approvals/texts"
_NOT_KEPT = ("owner", "reviewed", "review_every")  # how a section is looked after, which is not what it says


@dataclass(frozen=True, slots=True)
class Kept:
    """A section as it was approved, with all it rested on by `kind:id`."""

    section: Section
    rests: Mapping[str, Ground]


def text_of(section: Section, handbook: Handbook) -> tuple[str, bytes]:
    """The name under which the section is kept, which is the digest of all that is kept, and the JSON."""
    kept = {key: value for key, value in plain_data(section).items() if key not in _NOT_KEPT}
    found = grounds(section, handbook)
    data = {"section": kept, "rests": {name: plain_data(found[name].item) for name in sorted(found)}}
    raw = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return _name(data), raw.encode("utf-8")


def read_text(name: str, handbook: Handbook) -> Kept | None:
    """What the text `name` keeps; None where it is not there or is not what was written."""
    try:
        data = json.loads(handbook.approved_texts[name])
        if _name(data) != name:
            return None
        rests = {key: _made(KINDS[Reference.parse(key).kind].item, value) for key, value in data["rests"].items()}
        return Kept(_made(Section, data["section"]), rests)
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


# Private functions


def _name(data: Any) -> str:
    return digest_of(data).partition(":")[2]


def _made(item: type[Any], data: Mapping[str, Any]) -> Any:
    """The reverse of `plain`."""
    by_key = {spec.key: (attribute, spec.reads) for attribute, spec in specs(item).items()}
    return item(**{by_key[key][0]: _value(by_key[key][1], value) for key, value in data.items() if key in by_key})


def _value(reading: Reading, value: Any) -> Any:
    match reading:
        case Record(item=item):
            return _made(item, value)
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
