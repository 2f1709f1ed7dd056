"""A wish to approve in, the files of its record out: first the texts that it keeps, last the record itself."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from cjm.approval.history import FOLDER, history, record_digest, record_name
from cjm.approval.texts import TEXTS_FOLDER as TEXTS
from cjm.approval.texts import text_of
from cjm.graph.dependencies import digests
from cjm.language.says import Says
from cjm.model import Approval, Approved, Handbook, Minor, Person, Saw, Section
from cjm.model.digest import plain_data, section_digest

_ABOUT = Says(
    "Записано командой cjm approve. Не правьте и не удаляйте: cjm review и cjm lint это заметят.\n"
    "Запись доказывает, что именно прочитано, а не кто держал перо: для этого есть подпись на PDF.",
    "Written by cjm approve. Do not edit or remove: cjm review and cjm lint would notice.\n"
    "It proves what was read, not who held the pen: the signature on the PDF is for that.",
)


@dataclass(frozen=True, slots=True)
class Read:
    """The PDF that was read: its bytes' digest, the day it was made, and the fingerprint and sections it names."""

    sha256: str
    edition: dt.date
    handbook: str
    fingerprint: str
    sections: Mapping[str, str]


def record(
    handbook: Handbook, person: Person, sections: Iterable[Section], day: dt.date, pdf: Read | None = None,
    minor: Mapping[str, Minor] | None = None,
) -> tuple[Approval, dict[str, bytes]]:  # fmt: skip
    """The record that `person` approved `sections` on `day`, and the files to write, in the order to write them."""
    files: dict[str, bytes] = {}
    approved = []
    for section in sections:
        name, raw = text_of(section, handbook)
        files[f"{TEXTS}/{name}.json"] = raw
        approved.append(
            Approved(
                section=section.id, digest=section_digest(section), text=name,
                rests=tuple(digests(section, handbook).items()), minor=(minor or {}).get(section.id),
            )
        )  # fmt: skip
    heads = history(handbook).heads
    made = Approval(
        by=person.id, name=person.name, role=person.role, date=day,
        edition=pdf.edition if pdf else None, pdf=f"sha256:{pdf.sha256}" if pdf else "",
        fingerprint=pdf.fingerprint if pdf else "",
        saw=tuple(Saw(approval=head.id, digest=record_digest(head)) for head in heads), sections=tuple(approved),
    )  # fmt: skip
    made = dataclasses.replace(made, id=record_name(day, person.id, record_digest(made)))
    files[f"{FOLDER}/{made.id}.yml"] = _yaml(made, handbook).encode("utf-8")
    return made, files


# Private functions


def _yaml(made: Approval, handbook: Handbook) -> str:
    data: dict[str, Any] = plain_data(made)
    for approved in data.get("sections", ()):
        approved["rests"] = dict(approved.pop("rests", []))
    head = "".join(f"# {line}\n" for line in _ABOUT.to(handbook.outline.language).splitlines())
    return head + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=4096)
