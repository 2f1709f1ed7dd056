"""Blocks in, the same without what tells of a person out: before anything is understood, so no title, id or text can have it."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from cjm.intake.block import Block, SourceLine
from cjm.intake.plan import Masked
from cjm.masking import KINDS_HIDDEN, Hidden, personal, without

_LEAVE = ("link",)  # an address of a form is what one wants to keep


def masked_blocks(blocks: Iterable[Block], keep: Collection[str] = ()) -> tuple[tuple[Block, ...], tuple[Masked, ...]]:
    """The blocks with «[имя]» and the like, and what was taken out of them."""
    told: list[Masked] = []
    made = tuple(_masked(block, keep, told) for block in blocks)
    return made, tuple(told)


# Private functions


def _masked(block: Block, keep: Collection[str], told: list[Masked]) -> Block:
    def clean(text: str) -> str:
        found = personal(text, keep, _LEAVE)
        told.extend(Masked(one.kind, block.line, one.sure) for one in found)
        return without(text, found, _written)

    text = clean(block.text)
    if not block.cells and text == block.text and all(not personal(label, keep, _LEAVE) for label, _ in block.links):
        return _lines(block, keep)
    cells = tuple(without(cell, personal(cell, keep, _LEAVE), _written) for cell in block.cells)
    links = tuple((without(label, personal(label, keep, _LEAVE), _written), address) for label, address in block.links)
    return _lines(replace(block, text=text, cells=cells, links=links), keep)


def _lines(block: Block, keep: Collection[str]) -> Block:
    """Source lines are shown in the report: they say no more than the blocks."""
    return replace(block, lines=tuple(SourceLine(one.number, _line(one.text, keep)) for one in block.lines))


def _line(text: str, keep: Collection[str]) -> str:
    text = text[:2_000]
    return without(text, personal(text, keep, _LEAVE), _written)


def _written(one: Hidden) -> str:
    return f"[{KINDS_HIDDEN[one.kind].ru}]"
