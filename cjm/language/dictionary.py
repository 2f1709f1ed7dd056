"""The dictionary of Russian word forms (OpenCorpora, through pymorphy3), made once a process and only when it is asked."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer


@cache
def dictionary() -> "MorphAnalyzer":
    """The analyser: a word in, its readings out."""
    import pymorphy3  # 0.1 s: a check must not wait for it

    return pymorphy3.MorphAnalyzer(lang="ru")
