"""The name and the bytes of a file in, its documents as blocks out: one module per format, found by walking the package.

A reader is a module with `takes(name, sort) -> bool` and `read(name, raw) -> Iterator[Document]`; the first that takes a file, by
the order `FIRST` and then by name, reads it.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType

from cjm.intake.block import Document
from cjm.language.says import Says
from cjm.tables import Rejected, sort_of

LARGEST = 50_000_000
_LARGE = Says("файл больше {most} МБ: такой не читаем", "the file is larger than {most} MB: it is not read")
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
            return found
    raise Rejected(_NO_READER)


@cache
def _readers() -> tuple[ModuleType, ...]:
    modules = [importlib.import_module(f"{__name__}.{one.name}") for one in pkgutil.iter_modules(__path__)]
    return tuple(sorted(modules, key=lambda one: (getattr(one, "FIRST", 100), one.__name__)))
