"""A document as every reader gives it: blocks in order, each with the source lines that it stands for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from cjm.intake.process.chart import Chart

BlockKind = Literal["heading", "item", "row", "text", "scrap"]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the document that says something: of a text its line, of a Word file its paragraph, of a sheet its row."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, an item of a list, a row of a table, a paragraph, or what is no content at all (a menu, a rule)."""

    kind: BlockKind
    text: str
    lines: tuple[SourceLine, ...]
    level: int = 0  # of a heading 1 to 6; of an item how deep it lies, from 0
    ordered: bool = False  # an item with a number
    bold: bool = False  # a paragraph all of whose words are bold
    gap: bool = False  # a text file has an empty line before it
    cells: tuple[str, ...] = ()  # of a row
    links: tuple[tuple[str, str], ...] = ()  # label and address

    @property
    def line(self) -> int:
        """The number of its first source line."""
        return self.lines[0].number


@dataclass(frozen=True, slots=True)
class Document:
    """What was read of one file, or of one page of an export."""

    name: str  # the file, or the page in it
    blocks: tuple[Block, ...]
    table: bool = False  # rows of a sheet, the first of them may be its header
    chart: Chart | None = None  # a drawn process: what each block is in it

    @property
    def lines(self) -> tuple[SourceLine, ...]:
        """Every source line, in order; each belongs to exactly one block."""
        return tuple(line for block in self.blocks for line in block.lines)


def merged(blocks: Iterable[Block], text: str) -> Block:
    """Blocks that are one: the first of them with the lines of all."""
    blocks = list(blocks)
    first = blocks[-1] if not blocks[0].text else blocks[0]
    return Block(
        blocks[0].kind, text, tuple(line for block in blocks for line in block.lines), blocks[0].level, blocks[0].ordered,
        first.bold, blocks[0].gap, first.cells, tuple(link for block in blocks for link in block.links),
    )  # fmt: skip
