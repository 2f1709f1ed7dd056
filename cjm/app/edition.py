"""A handbook, a book of it and what is known of editions in, the record of this book out: its number, its code, what its pages show."""

import dataclasses
import datetime as dt
import hashlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

import cjm
from cjm.addresses import chosen_query
from cjm.approval import history
from cjm.approval.cuts import hidden
from cjm.approval.editions import PrintedBook, next_number
from cjm.approval.history import seen_by
from cjm.approval.items import binds_of, items
from cjm.atomic import save
from cjm.book import WHOLE, Book, Cut, Manifest, book, choices, since, stamped
from cjm.book.leaves import leaves
from cjm.graph.dependencies import grounds
from cjm.load import load
from cjm.load.revision import read_revision, revisions
from cjm.model import Handbook, Section, Written
from cjm.model.digest import exact_digest
from cjm.projection import cut_out
from cjm.publish.pdf import pdf
from cjm.publish.tree import OUT
from cjm.view.scope import CutKind, chapters, journeys

WAITING = OUT / "editions"  # where the record of a book waits until somebody decides on it
_BACK = 30  # revisions; each takes a second to try
_STAMPS = ("keywords", "day", "edition", "digest")  # what the number, the day and the code of an edition change


def printed_here(handbook: Handbook, root: Path) -> Mapping[str, bytes]:
    """The records of all books that were printed here: those that somebody decided on, and those that wait beside the book.

    A book that nobody decided on is no part of the handbook, so its record lies with what is built. Lost with it, it is
    made again from the book.
    """
    waiting = {file.stem: file.read_bytes() for file in sorted((root / WAITING).glob("*.json"))}
    return {**waiting, **handbook.editions}


def edition_of(handbook: Handbook, made: Book, scope: Cut, today: dt.date, kept: Mapping[str, bytes]) -> PrintedBook:
    """The record of this book under the next number; what its pages show is not known yet."""
    uncut = handbook.whole or handbook
    now, named = items(uncut), list(items(uncut))
    if scope != WHOLE:
        printed = [one for part in chapters(scope, handbook) for one in part.sections if isinstance(one, Section)]
        named = [f"section:{one.id}" for one in printed]
        named += [f"journey:{one.id}" for one in journeys(scope, handbook)]
    whole = {name: now[name] for name in named if name not in hidden(handbook)}
    rests: dict[str, str] = {}
    for one in whole.values():
        if isinstance(one.thing, Written):
            rests |= {name: binds_of(found.item, {}) for name, found in grounds(one.thing, uncut).items()}
    data = {key: value for key, value in made.data.items() if key not in _STAMPS}
    if data.get("approval"):
        data["approval"] = {key: value for key, value in data["approval"].items() if key not in _STAMPS}
    look = {path: hashlib.sha256(raw).hexdigest() for path, raw in handbook.look.items()}
    return PrintedBook(
        number=next_number(kept), day=today.isoformat(), handbook=handbook.outline.id,
        scope=("" if scope == WHOLE else f"{scope.kind}:{scope.id}") + chosen_query(handbook), program=cjm.__version__,
        heads=tuple(one.id for one in history(handbook).heads),
        items={name: one.digest for name, one in whole.items()}, grounds=rests, content=exact_digest([data, look]),
    )  # fmt: skip


def bound(made: Book, edition: PrintedBook, own: Path) -> tuple[PrintedBook, bytes]:
    """The book with its number and code, and its record with what its pages show."""
    content = pdf(stamped(made, manifest_of(edition)), own)
    sha256 = hashlib.sha256(content).hexdigest()
    if sha256 == edition.sha256:
        return edition, content
    found = leaves(content)
    pages = tuple(one.shows for one in found.pages)
    return dataclasses.replace(edition, pages=pages, sha256=sha256, said=found.said), content


def manifest_of(edition: PrintedBook) -> Manifest:
    """What the file of the book says of itself."""
    return Manifest(
        edition.handbook, dt.date.fromisoformat(edition.day), edition.number, edition.code, edition.scope, edition.heads
    )


def printed_again(handbook: Handbook, root: Path, like: Manifest) -> PrintedBook | None:
    """The record of the book that `like` names, made again: from the handbook as it is here, or as git knows that it was.

    None where no state of it has that code. Pages of a quire that differs anywhere cannot be compared: all share one set
    of letters, so each may be coded in another way.
    """
    for state in _states(handbook, root):
        made = _as_named(state, like)
        if made is not None and made[1].code == like.code:
            with tempfile.TemporaryDirectory(prefix="cjm-again-") as own:  # the look of the same state
                for path, raw in state.look.items():
                    save(Path(own, path), raw)
                return bound(*made, Path(own))[0]
    return None


# Private functions


def _states(handbook: Handbook, root: Path) -> Iterator[Handbook]:
    """The handbook as it is, then as it was in the last revisions, always with the records of today."""
    yield handbook
    for revision in revisions(root, _BACK):
        then = load(read_revision(root, revision))
        yield dataclasses.replace(
            then, approvals=handbook.approvals, approved_texts=handbook.approved_texts, editions=handbook.editions
        )


def _as_named(handbook: Handbook, like: Manifest) -> tuple[Book, PrintedBook] | None:
    """The book of that scope and day, after those records of approval, and its record; None where there can be none."""
    named, _, chosen = like.scope.partition("?for=")
    kind, _, id = named.partition(":")
    then = _after(like.heads, handbook)
    if (
        like.handbook != handbook.outline.id
        or then is None
        or (id and id not in choices(cast(CutKind, kind), handbook))
    ):
        return None
    scope = Cut(cast(CutKind, kind), id) if id else WHOLE
    then = cut_out(then, dict(one.split(":", 1) for one in chosen.split(",") if ":" in one))
    made = book(then, today=like.edition, cut=scope, since=since(then, like.edition))
    return made, dataclasses.replace(edition_of(then, made, scope, like.edition, {}), number=like.number)


def _after(heads: Sequence[str], handbook: Handbook) -> Handbook | None:
    """The handbook as it is, with no record after these; None where one of them is not here."""
    past = history(handbook)
    last = [one for one in past.records if one.id in heads]
    if len(last) != len(set(heads)):
        return None
    before = {one.id for one in last}.union(*(seen_by(one, past) for one in last))
    return dataclasses.replace(handbook, approvals=tuple(one for one in handbook.approvals if one.id in before))
