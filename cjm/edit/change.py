"""Texts and edits of stretches of them in, the texts with each set of edits made whole or not at all out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cjm.language.says import Says
from cjm.language.signs import as_read, places_as_written
from cjm.model import Place


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a file: the characters of `place` become `text`."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Changed:
    """One file before and after; `moved_to` where its name follows the id that it is named after."""

    file: str
    before: bytes
    after: bytes
    moved_to: str = ""


class Refused(Exception):
    """An edit that is not made: the file does not allow it, or that it does only what is asked could not be proved."""

    def __init__(self, why: Says, **values: object) -> None:
        self.why, self.values = why, values
        super().__init__(self.says.en)

    @property
    def says(self) -> Says:
        """The reason in both languages."""
        return self.why.filled(**self.values)


def applied(written: Mapping[str, str], groups: Iterable[Sequence[Edit]]) -> tuple[dict[str, str], int]:
    """The texts that change, given as their authors wrote them, and the number of groups made.

    All edits of a group are made or none; one that would touch what another has changed is left for another time.
    """
    made: dict[str, list[Edit]] = {}
    count = 0
    for group in groups:
        edits = [edit for edit in map(partial(_as_written, written), group) if edit is not None]
        if not edits or any(_meets(edit, made.get(edit.place.file, ())) for edit in edits):
            continue
        for edit in edits:
            made.setdefault(edit.place.file, []).append(edit)
        count += 1
    return {file: changed(written[file], edits) for file, edits in made.items()}, count


def changed(text: str, edits: Iterable[Edit]) -> str:
    """`text`, the whole of a file, with these edits, which do not overlap, made."""
    for edit in sorted(edits, key=lambda edit: (edit.place.start, edit.place.end))[::-1]:
        text = text[: edit.place.start] + edit.text + text[edit.place.end :]
    return text


def as_written(edits: Iterable[Edit], written: str) -> list[Edit]:
    """The edits of a text as it is read, made those of the same text as its author wrote it."""
    if as_read(written) is written:
        return list(edits)
    at = places_as_written(written)
    return [Edit(replace(edit.place, start=at(edit.place.start), end=at(edit.place.end)), edit.text) for edit in edits]


# Private functions


def _as_written(written: Mapping[str, str], edit: Edit) -> Edit | None:
    """The edit at its place in what is written; None where it changes nothing."""
    text = written[edit.place.file]
    [edit] = as_written([edit], text)
    return edit if text[edit.place.start : edit.place.end] != edit.text else None


def _meets(edit: Edit, others: Iterable[Edit]) -> bool:
    """Whether the edit overlaps one of `others`, or inserts at the same point."""
    start, end = edit.place.start, edit.place.end
    return any((start < other.place.end and other.place.start < end) or start == other.place.start for other in others)
