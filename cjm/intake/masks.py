"""Blocks in, the same without what tells of a person out: before anything is understood, so no title, id or text can have it."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from cjm.intake.block import Block, SourceLine
from cjm.intake.plan import Masked
from cjm.masking import KINDS_HIDDEN, Hidden, personal, without

_FOREIGN_GAP = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}|<([^<>\n]{1,60})>")
_LEAVE = ("link",)  # an address of a form is what one wants to keep


def masked_blocks(blocks: Iterable[Block], keep: Collection[str] = ()) -> tuple[tuple[Block, ...], tuple[Masked, ...]]:
    """The blocks with «[имя]» and the like, and what was taken out of them."""
    told: list[Masked] = []
    made = tuple(_masked(block, keep, told) for block in blocks)
    return made, tuple(told)


# Private functions


def _gaps(text: str) -> str:
    """«{{ name }}» and «<name>» of somebody else's templates mean a fact and a placeholder here: they become «{name}»."""
    return (
        _FOREIGN_GAP.sub(lambda found: "{" + (found[1] or found[2] or "").strip() + "}", text)
        .replace("{{", "{")
        .replace("}}", "}")
    )


def _masked(block: Block, keep: Collection[str], told: list[Masked]) -> Block:
    def clean(text: str, is_told: bool = True) -> str:
        found = personal(text, keep, _LEAVE)
        told.extend(Masked(one.kind, block.line, one.sure) for one in found if is_told)
        return _gaps(without(text, found, _written))

    cells = tuple(map(clean, block.cells))
    text = " | ".join(cells) if cells else clean(block.text)
    links = tuple((clean(label, is_told=False), address) for label, address in block.links)
    # Source lines are shown in the report: they say no more than the blocks do.
    lines = tuple(SourceLine(one.number, text if cells else clean(one.text, is_told=False)) for one in block.lines)
    return replace(block, text=text, cells=cells, links=links, lines=lines)


def _written(one: Hidden) -> str:
    return f"[{KINDS_HIDDEN[one.kind].ru}]"
