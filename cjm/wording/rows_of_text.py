"""Reference text in, its rows out; a phrase to look for in, what it says and the row that it names out."""

import re
from collections.abc import Sequence

from cjm.language.inflection import folded

_POINT = re.compile(r"\*\*(.+?)[.:]?\*\*[.:]?\s+(.+)", re.DOTALL)
_POINTS = tuple(("list_item_open", mark) for mark in "-*+")
_WORD = re.compile(r"\w+")
_BEGINNING = 5  # letters: «Занятий» is «Занятия»
_NAMES = re.compile(r"\s+->\s+")  # «курьер просит денег -> Посылка»: what is typed, and words of the row that answers


def table_rows(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The rows of a Markdown text, each with what heads it, and the text without them; the heading of a table is left out."""
    from cjm.wording.tokens import MARKDOWN  # a lint of a handbook whose phrases name no row does without the parser

    found: list[tuple[str, str]] = []
    taken: set[int] = set()
    cells: list[str] = []
    in_head = False
    tokens = MARKDOWN.parse(text)
    for at, token in enumerate(tokens):
        if token.type in ("thead_open", "thead_close"):
            in_head = token.type == "thead_open"
        elif token.type == "table_open":
            taken.update(range(*token.map or ()))
        elif token.type in ("th_open", "td_open"):
            cells.append(tokens[at + 1].content)
        elif token.type == "tr_close":
            head, *others = cells
            if not in_head and any(cells):
                found.append((head, " · ".join(filter(None, others))))
            cells.clear()
        elif (
            token.type == "inline"
            and (tokens[at - 2].type, tokens[at - 2].markup) in _POINTS
            and (point := _POINT.fullmatch(token.content))
        ):
            taken.update(range(*token.map or ()))
            found.append((point[1], point[2]))
    return tuple(found), "\n".join(line for at, line in enumerate(text.splitlines()) if at not in taken)


def sought_row(phrase: str) -> tuple[str, str]:
    """What a phrase says, and by what it names its row; the second is empty where it names none."""
    said, *named = _NAMES.split(phrase, maxsplit=1)
    return said, "".join(named)


def row_named(name: str, heads: Sequence[str]) -> int | None:
    """The place of the one row that has these words in its head, in whatever form; nothing if none has, or several."""
    for letters in (None, _BEGINNING):
        # as they stand first: «Мячи» and «Мячик» are two; then as beginnings: a head in another form is still meant
        having = [at for at, head in enumerate(heads) if _words(name, letters) <= _words(head, letters)]
        if len(having) == 1:
            return having[0]
    return None


# Private functions


def _words(text: str, letters: int | None) -> frozenset[str]:
    return frozenset(word[:letters] for word in _WORD.findall(folded(text)))
