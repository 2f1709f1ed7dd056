"""Texts and the repairs of findings in, the texts with as many of these as can be made at once out."""

from collections.abc import Iterable, Mapping

from cjm.lint import Edit, Finding


def edited(sources: Mapping[str, str], findings: Iterable[Finding]) -> tuple[dict[str, str], int]:
    """The texts that change, and the number of findings mended.

    All edits of a finding are made or none; one that would touch what another has changed waits for the next round.
    """
    made: dict[str, list[Edit]] = {}
    mended = 0
    for finding in findings:
        edits = [edit for edit in finding.edits if _written(edit, sources) != edit.text]
        if not edits or any(_meets(edit, made.get(edit.place.file, ())) for edit in edits):
            continue
        for edit in edits:
            made.setdefault(edit.place.file, []).append(edit)
        mended += 1
    return {file: _with(sources[file], edits) for file, edits in made.items()}, mended


# Private functions


def _written(edit: Edit, sources: Mapping[str, str]) -> str:
    return sources[edit.place.file][edit.place.start : edit.place.end]


def _meets(edit: Edit, others: Iterable[Edit]) -> bool:
    """Whether the edit overlaps one of `others`, or inserts at the same point."""
    start, end = edit.place.start, edit.place.end
    return any((start < other.place.end and other.place.start < end) or start == other.place.start for other in others)


def _with(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.place.start, reverse=True):
        text = text[: edit.place.start] + edit.text + text[edit.place.end :]
    return text
