"""The name and the bytes of a file in, its documents as blocks out: one module per format, found by walking the package.

A reader is a module with `takes(name, sort) -> bool` and `read(name, raw) -> Iterator[Document]`; the first that takes a file, by
the order `FIRST` and then by name, reads it.
"""

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from types import ModuleType

from cjm.intake.block import Block, Document
from cjm.intake.masks import nameless
from cjm.language.says import Says
from cjm.tables import Rejected, sort_of

LARGEST = 50_000_000
LONGEST_LINE = 8_000
_LARGE = Says("файл больше {most} МБ: такой не читаем", "the file is larger than {most} MB: it is not read")
_LONG = Says(
    "строка {line} длиннее {most} знаков: это не инструкция",
    "line {line} has more than {most} characters: this is no instruction",
)
_NO_READER = Says("такой файл не читаем", "such a file is not read")
_NOTHING = Says("в файле нет ни одной строки текста", "the file has not one line of text")


def documents_in(name: str, raw: bytes) -> tuple[Document, ...]:
    """What the file says, in order. Raises Rejected."""
    if len(raw) > LARGEST:
        raise Rejected(_LARGE, most=LARGEST // 1_000_000)
    sort = sort_of(name, raw)
    for reader in _readers():
        if reader.takes(name, sort):
            read: Callable[[str, bytes], Iterator[Document]] = reader.read
            found = tuple(one for one in read(name, raw) if one.blocks)
            if not found:
                raise Rejected(_NOTHING)
            for block in (block for one in found for block in one.blocks):
                if max(map(len, block.cells or (block.text, block.lines[0].text))) > LONGEST_LINE:
                    raise too_long(block.line)
            return tuple(replace(one, name=nameless(one.name), blocks=tuple(map(_worded, one.blocks))) for one in found)
    raise Rejected(_NO_READER)


def too_long(line: int) -> Rejected:
    """Why a line of thousands of letters is not read: no author wrote it, and whoever looks for marks in it waits long."""
    return Rejected(_LONG, line=line, most=LONGEST_LINE)


def _worded(block: Block) -> Block:
    """A block without a letter or a figure is layout, whatever its mark."""
    return block if re.search(r"[^\W_]", block.text) else replace(block, kind="scrap", text="", cells=())


@cache
def _readers() -> tuple[ModuleType, ...]:
    modules = [importlib.import_module(f"{__name__}.{one.name}") for one in pkgutil.iter_modules(__path__)]
    return tuple(sorted(modules, key=lambda one: (getattr(one, "FIRST", 100), one.__name__)))
