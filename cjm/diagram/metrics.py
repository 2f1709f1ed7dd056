"""Words, size and weight in; their width in points and their lines out, by the advance widths of the shipped font."""

import json
from functools import cache, lru_cache
from pathlib import Path

from cjm.wording.line_breaks import kept_together

_WIDEST = 1000  # for a character that the font lacks: better a gap than an overlap
_VOWELS = set("аеёиоуыэюяaeiouy")


@cache
def _advances(weight: int) -> dict[str, int]:
    return _tables()[str(weight)]


@cache
def _tables() -> dict[str, dict[str, int]]:
    tables: dict[str, dict[str, int]] = json.loads(Path(__file__).with_name("widths.json").read_text(encoding="utf-8"))
    return tables


@lru_cache(65_536)  # more than the words of a large handbook; a server that follows an author stays below it
def width(words: str, size: float, weight: int = 400) -> float:
    """How wide one line of `words` is."""
    advances = _advances(weight)
    return sum(advances.get(character, _WIDEST) for character in words) * size / 1000


@lru_cache(16_384)
def wrap(words: str, room: float, size: float, weight: int = 400) -> tuple[str, ...]:
    """`words` in lines that are at most `room` wide; a word that is wider is broken with a hyphen."""
    lines: list[str] = []
    line = ""
    waiting = _bound(words)[::-1]
    while waiting:
        word = waiting.pop()
        longer = f"{line} {word}" if line else word
        if width(longer, size, weight) <= room:
            line = longer
            continue
        if "\u00a0" in word and width(word, size, weight) > room:  # what is tied finds no room together
            waiting += word.split("\u00a0")[::-1]
            continue
        if line:
            lines.append(line)
        while width(word, size, weight) > room and len(word) > 1:
            cut = _break(word, room, size, weight)
            glue = "" if word[cut - 1] in "-‐–—/" else "-"
            lines.append(word[:cut] + glue)
            word = word[cut:]
        line = word
    return (*lines, line) if line else tuple(lines)


def balance(words: str, room: float, size: float, weight: int = 400) -> tuple[str, ...]:
    """Lines as `wrap` makes them, evened out: no narrower than it takes to need no further line."""
    lines = wrap(words, room, size, weight)
    if len(lines) < 2:
        return lines
    low, high = max(width(word, size, weight) for word in _bound(words)), room
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(wrap(words, middle, size, weight)) == len(lines) else (middle, high)
    return wrap(words, high, size, weight)


def _bound(words: str) -> list[str]:
    """The words, a dash tied to the word before it, a short one to the word that it leads: neither is left alone."""
    return [word for word in kept_together(words.replace(" ·", "\u00a0·")).split(" ") if word]


def _break(word: str, room: float, size: float, weight: int) -> int:
    """Where to cut a word that is too wide: behind its hyphen, between a vowel and a consonant, else the last place that fits."""
    most = 1
    for cut in range(2, len(word)):
        if width(word[:cut] + "-", size, weight) > room:
            break
        most = cut
    if hyphen := word.rfind("-", 1, most) + 1:
        return hyphen
    for cut in range(most, max(most - 5, 1), -1):
        before, after = word[cut - 1].lower(), word[cut : cut + 3].lower()
        if cut >= 2 and before in _VOWELS and len(after) == 3 and after[0] not in _VOWELS and after[0] not in "ьъй":
            return cut
    return most
