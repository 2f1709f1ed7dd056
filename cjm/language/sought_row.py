"""A phrase to look for in, what it says and the row of a reference that it names out."""

import re
from collections.abc import Sequence

from cjm.language.inflection import folded

# «курьер просит денег -> Посылка»: what is typed, and words of the row that answers; editors make «→» of it.
_NAMES = re.compile(r"(?:^|\s+)(?:->|→|[–—=]>)(?:\s+|$)")
_HEAD = re.compile(
    r"^[ \t]*(?:\|[ \t]*(?P<cell>[^|\n]*?)[ \t]*\||[-*+][ \t]+\*\*(?P<point>.+?)[.:]?\*\*)", re.MULTILINE
)
_TABLE = re.compile(r"^.*\n[ \t]*\|[ \t]*:?-[ \t:|-]*$", re.MULTILINE)  # what heads its columns, and the line below
_WORD = re.compile(r"\w+")
_BEGINNING = 5  # letters: «Занятий» is «Занятия»


def sought_row(phrase: str) -> tuple[str, str]:
    """What a phrase says, and by what it names its row: nothing where it has no arrow, an arrow where nothing stands on one side of it."""
    said, *named = _NAMES.split(phrase, maxsplit=1)
    return (said, named[0]) if named and said and named[0] else (said or "".join(named), "->" if named else "")


def row_heads(text: str) -> tuple[str, ...]:
    """What heads the rows and points of a text: by its lines, which takes a hundredth of what a parser takes."""
    return tuple(found["cell"] or found["point"] or "" for found in _HEAD.finditer(_TABLE.sub("", text)))


class RowsByName:
    """Rows by words of their heads, in whatever form the words stand."""

    def __init__(self, heads: Sequence[str]) -> None:
        # as they stand first: «Мячи» and «Мячик» are two; then as beginnings: a head in another form is still meant
        self._heads = [(letters, [_words(head, letters) for head in heads]) for letters in (None, _BEGINNING)]

    def named(self, name: str) -> int | None:
        """The place of the one row that has these words in its head; nothing if none has, or several."""
        for letters, heads in self._heads:
            wanted = _words(name, letters)
            having = [at for at, head in enumerate(heads) if wanted and wanted <= head]
            if len(having) == 1:
                return having[0]
        return None


# Private functions


def _words(text: str, letters: int | None) -> frozenset[str]:
    return frozenset(word[:letters] for word in _WORD.findall(folded(text)))
