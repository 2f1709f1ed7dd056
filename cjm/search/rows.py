"""Reference text and its search phrases in, its rows out, each with its phrases, and what is left of both.

Who searches wants the row that answers, not the name of a table: a row of a table, or a point that begins in bold, is
found and shown for itself. A phrase goes to the row that it names («такси за курткой -> За вещью»), else to the one that
shares the most telling words with it, in whatever form.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from markdown_it.token import Token

from cjm.language.dictionary import dictionary
from cjm.language.sought_row import RowsByName, sought_row
from cjm.wording.tokens import MARKDOWN

_POINT = re.compile(r"\*\*(.+?)[.:]?\*\*[.:]?\s+(.+)", re.DOTALL)
_WORD = re.compile(r"[^\W_]{3,}")
_SILENT = {"PREP", "CONJ", "PRCL", "NPRO"}
_MOST = 0.6  # of what a phrase tells: «плохо с сердцем» is not «Беременной плохо»


@dataclass(frozen=True, slots=True)
class SearchedRow:
    """What it is about, what is written of it, and the phrases by which it is looked for."""

    head: str
    text: str
    phrases: tuple[str, ...] = ()


def table_rows(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The rows of a Markdown text, each with what heads it, and the text without them; the heading of a table is left out."""
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
        elif token.type == "inline" and _is_point(tokens[at - 2]) and (point := _POINT.fullmatch(token.content)):
            taken.update(range(*token.map or ()))
            found.append((point[1], point[2]))
    return tuple(found), "\n".join(line for at, line in enumerate(text.splitlines()) if at not in taken)


def with_phrases(
    rows: Sequence[SearchedRow], phrases: Iterable[str], synonyms: Iterable[Sequence[str]]
) -> tuple[tuple[SearchedRow, ...], tuple[str, ...]]:
    """The rows, each with its own of the phrases, and the phrases of which no row has the most that they say."""
    same = {form: group[0] for group in synonyms for word in group for form in _forms(word)}
    heads = [_words(row.head, same) for row in rows]
    whole = [head | _words(row.text, same) for head, row in zip(heads, rows, strict=True)]
    having = Counter(word for words in whole for word in words)
    own: list[list[str]] = [[] for _ in rows]
    by_name = RowsByName([row.head for row in rows])
    left: list[str] = []

    def worth(words: Iterable[str]) -> float:
        return sum(log(1 + len(rows) / max(1, having[word])) for word in words)

    for phrase in phrases:
        phrase, name = sought_row(phrase)
        if name:
            named = by_name.named(name)
            (left if named is None else own[named]).append(phrase)
            continue
        asked = _words(phrase, same)
        shared = [
            (worth(asked & words), worth(asked & head), -at)
            for at, (head, words) in enumerate(zip(heads, whole, strict=True))
        ]
        most, _, at = max(shared, default=(0.0, 0.0, 0))
        (own[-at] if most and most >= _MOST * worth(asked) else left).append(phrase)
    made = (SearchedRow(row.head, row.text, tuple(its)) for row, its in zip(rows, own, strict=True))
    return tuple(made), tuple(left)


# Private functions


def _is_point(token: Token) -> bool:
    return token.type == "list_item_open" and token.markup in "-*+"


def _words(text: str, same: dict[str, str]) -> frozenset[str]:
    forms = (form for word in _WORD.findall(text) if (form := _forms(word)))
    return frozenset(min(same.get(one, one) for one in form) for form in forms)


@lru_cache(16_384)
def _forms(word: str) -> tuple[str, ...]:
    """What a word is likely to be a form of; one that tells nothing is a form of none."""
    readings = [one for one in dictionary().parse(word.lower()) if one.score > 0.2]
    if any(one.tag.POS in _SILENT for one in readings):
        return ()
    return tuple(str(one.normal_form) for one in readings)
