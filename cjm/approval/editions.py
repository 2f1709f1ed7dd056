"""The record of a printed book in and out: its number, what it prints whole, what each of its pages shows."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from cjm.model.digest import exact_digest

EDITIONS_FOLDER = "guideline/editions"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedBook:
    """A book as it was printed. The same content has the same number and the same code."""

    number: int
    day: str
    handbook: str
    scope: str  # empty for the whole, else `role:desk`
    program: str
    heads: tuple[str, ...]  # the last records of approval on that day
    items: Mapping[str, str]  # digests of what is printed whole, by name
    grounds: Mapping[str, str]  # digests of what is binding in all that these rest on, by `kind:id`
    content: str  # digest of all that the pages are made from
    pages: tuple[str, ...] = ()  # what each page shows
    sha256: str = ""
    said: str = ""  # what is heard in place of what is drawn; an earlier program did not record it

    @property
    def code(self) -> str:
        """What stands on every page beside the number. Pages and file bear it, so it knows nothing of them."""
        data = asdict(self)
        return exact_digest(
            [data[key] for key in ("content", "day", "handbook", "scope", "program", "items", "grounds")]
        )

    @property
    def file(self) -> str:
        """Two that were printed apart under one number lie beside each other after a merge."""
        return f"{self.number:03}-{self.code[:8]}.json"

    @property
    def record(self) -> str:
        """The digest of all that is recorded of it, by which an approval holds it fast."""
        return f"sha256:{exact_digest(self._data())}"

    def as_json(self) -> bytes:
        data = self._data() | {"code": self.code}
        return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")

    def _data(self) -> dict[str, Any]:
        return {key: value for key, value in asdict(self).items() if key != "said" or value}


def editions(kept: Mapping[str, bytes]) -> Mapping[str, PrintedBook]:
    """The books of these files, by code; one whose record was edited is not among them."""
    found: dict[str, PrintedBook] = {}
    for raw in kept.values():
        made = _read(raw)
        if made is not None:
            found.setdefault(made.code, made)
    return found


def next_number(kept: Mapping[str, bytes]) -> int:
    """The number of the next book: above every file that is there, readable or not."""
    numbers = (name.partition("-")[0] for name in kept)
    return 1 + max((int(number) for number in numbers if number.isdigit()), default=0)


# Private functions


def _read(raw: bytes) -> PrintedBook | None:
    try:
        data = json.loads(raw)
        code = data.pop("code")
        made = PrintedBook(**data | {"heads": tuple(data["heads"]), "pages": tuple(data["pages"])})
        dt.date.fromisoformat(made.day)
        return made if made.code == code and isinstance(made.number, int) else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
