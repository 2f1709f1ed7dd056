"""Blocks in, the same without what tells of a person out: before anything is understood, so no title, id or text can have it."""

import hashlib
import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from cjm.intake.block import Block, SourceLine
from cjm.intake.plan import Masked
from cjm.masking import KINDS_HIDDEN, Hidden, personal, without

_FOREIGN_GAP = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}|<([^<>\n]{1,400})>")
# A letter box that is not the company's: mailto:anna.k@…, where mailto:info@… is something to have at hand.
_OF_A_PERSON = re.compile(
    r"mailto:(?!(?:info|hello|help|mail|office|support|service|sales?|zakaz|order|admin|care|contact|feedback|hr|team)[\w.-]*@)"
)
_LEAVE = ("link", "class")  # an address of a form is what one wants to keep, and «2А» is a step of an instruction


def masked_blocks(blocks: Iterable[Block], keep: Collection[str] = ()) -> tuple[tuple[Block, ...], tuple[Masked, ...]]:
    """The blocks with «[имя]» and the like, and what was taken out of them."""
    told: list[Masked] = []
    made = tuple(_masked(block, keep, told) for block in blocks)
    return made, tuple(told)


def masked_text(text: str, keep: Collection[str], facts: Collection[str]) -> str:
    """A text that stands beside the blocks, without what tells of a person; facts that the handbook knows stay named."""
    plain = without(text, personal(text, keep, _LEAVE), _written)
    named = [(found[1] or "").partition(".")[0] for found in _FOREIGN_GAP.finditer(plain)]
    return plain if all(one in facts for one in named) else _gaps(plain)


def nameless(name: str) -> str:
    """The name of a file without a person in it; what tells it from others of the kind is a digest."""
    plain = name.replace("_", " ")
    found = personal(plain, leave=_LEAVE)
    if not found:
        return name
    stem, dot, suffix = without(plain, found, _written).rpartition(".")
    told = hashlib.sha256(name.encode()).hexdigest()[:6]
    return f"{stem} {told}{dot}{suffix}" if dot else f"{suffix} {told}"


def named_after(name: str) -> str:
    """A title made of the name of a file or of a sheet."""
    stem = name.rpartition("#")[2] if "#" in name else PurePosixPath(name).stem
    title = re.sub(r"(?<=\]) [0-9a-f]{6}$", "", " ".join(stem.replace("_", " ").split()))
    return title[:1].upper() + title[1:]


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
    links = tuple(
        (clean(label, is_told=False), address) for label, address in block.links if not _OF_A_PERSON.match(address)
    )
    # Source lines are shown in the report: they say no more than the blocks do.
    lines = tuple(SourceLine(one.number, text if cells else clean(one.text, is_told=False)) for one in block.lines)
    return replace(block, text=text, cells=cells, links=links, lines=lines)


def _written(one: Hidden) -> str:
    return f"[{KINDS_HIDDEN[one.kind].ru}]"
