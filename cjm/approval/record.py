"""A wish to decide in, the files of its record out: first the edition that was read and the texts that it keeps, last the record itself."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

import cjm
from cjm.approval.editions import EDITIONS_FOLDER, PrintedBook, editions
from cjm.approval.history import FOLDER, record_digest, record_name
from cjm.approval.items import PrintedItem, binds_of, items, users
from cjm.approval.state import Standings
from cjm.approval.texts import TEXTS_FOLDER, text_of
from cjm.graph.dependencies import grounds
from cjm.language.says import Says
from cjm.model import Approval, Handbook, Laid, Person, Saw, Written
from cjm.model.digest import plain_data

_ABOUT = Says(
    "Записано командой cjm approve. Не правьте и не удаляйте: cjm review и cjm lint это заметят.\n"
    "Запись доказывает, что именно прочитано, а не кто держал перо: для этого есть подпись на PDF.",
    "Written by cjm approve. Do not edit or remove: cjm review and cjm lint would notice.\n"
    "It proves what was read, not who held the pen: the signature on the PDF is for that.",
)


@dataclass(frozen=True, slots=True)
class BookRead:
    """The PDF that was read: the book that it is, the digest of its bytes, and what the reader noted in it."""

    book: PrintedBook
    sha256: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionWish:
    """What somebody decides of which items. `removed` are names of what is there no more."""

    names: Sequence[str]
    removed: Sequence[str] = ()
    decision: str = ""
    minor: bool = False
    remarks: tuple[str, ...] = ()
    signed: str = ""


def record(
    handbook: Handbook, stand: Standings, person: Person, wish: DecisionWish, day: dt.date, read: BookRead | None = None
) -> tuple[Approval, dict[str, bytes]]:
    """The record that `person` decided so on `day`, and the files to write, in the order to write them."""
    files: dict[str, bytes] = {}
    laid = []
    if read and read.book.code not in editions(handbook.editions):
        files[f"{EDITIONS_FOLDER}/{read.book.file}"] = read.book.as_json()
    if wish.decision == "withdrawn":
        laid = [
            Laid(item=name, digest=one.digest, text=one.text)
            for name in wish.names
            for one in (stand.stands.versions[name].laid,)
        ]
    else:
        today = items(handbook)
        rests_of = _rests(handbook, today, wish.names)
        used_by = users(handbook)
        for name in wish.names:
            text, raw = text_of(today[name])
            files[f"{TEXTS_FOLDER}/{text}.json"] = raw
            others = _uses(name, handbook, used_by, today, wish.names, read)
            laid.append(
                Laid(
                    item=name, digest=today[name].digest, binds=today[name].binds, text=text,
                    rests=rests_of[name], uses=others, minor=wish.minor,
                )
            )  # fmt: skip
    made = Approval(
        by=person.id, name=person.name, role=person.role, date=day, decision=wish.decision, remarks=wish.remarks,
        edition=dt.date.fromisoformat(read.book.day) if read else None, pdf=f"sha256:{read.sha256}" if read else "",
        number=read.book.number if read else None, code=read.book.code if read else "",
        printed=read.book.record if read else "", signed=wish.signed,
        program=cjm.__version__, items=tuple(laid), removed=tuple(wish.removed),
        saw=tuple(Saw(approval=head.id, digest=record_digest(head)) for head in stand.history.heads),
    )  # fmt: skip
    made = dataclasses.replace(made, id=record_name(day, person.id, record_digest(made)))
    files[f"{FOLDER}/{made.id}.yml"] = _yaml(made, handbook).encode("utf-8")
    return made, files


# Private functions


def _rests(
    handbook: Handbook, today: Mapping[str, PrintedItem], names: Iterable[str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """The digests of all that each item rests on, by `kind:id`, sorted."""
    found = {}
    for name in names:
        thing = today[name].thing
        rests = grounds(thing, handbook) if isinstance(thing, Written) else {}
        found[name] = tuple((ground, binds_of(rests[ground].item, {})) for ground in sorted(rests))
    return found


def _uses(
    name: str, handbook: Handbook, used_by: Mapping[str, tuple[str, ...]], today: Mapping[str, PrintedItem],
    named: Sequence[str], read: BookRead | None,
) -> tuple[tuple[str, str], ...]:  # fmt: skip
    """What rests on the item and was read with it; what the record itself names says so by its own `rests`."""
    grounds_here = [name]
    if name.startswith("journey:"):
        journey = handbook.journey[name.partition(":")[2]]
        grounds_here = [f"touchpoint:{one.id}" for one in journey.touchpoints]
    found = dict.fromkeys(user for ground in grounds_here for user in used_by.get(ground, ()) if user not in named)
    return tuple(
        (user, today[user].binds) for user in sorted(found) if read and read.book.items.get(user) == today[user].digest
    )


def _yaml(made: Approval, handbook: Handbook) -> str:
    data: dict[str, Any] = plain_data(made)
    for laid in data.get("items", ()):
        for key in ("rests", "uses"):
            if key in laid:
                laid[key] = dict(laid[key])
    head = "".join(f"# {line}\n" for line in _ABOUT.to(handbook.outline.language).splitlines())
    return head + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=4096)
