"""What is seen of a thing before and after in, whether only marks differ out: quotes, commas, case, ё, hyphens, blanks."""

import re
from collections.abc import Iterator
from typing import Any

_MARKS = ".,:;!?…«»„“”\"'’‘()"
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_HYPHEN = re.compile(f"[{re.escape(_MARKS + _HYPHENS)}]+")
_INNER = re.compile(r"\d|(?<=\w)[.:/@=&%+~#]+\w")  # a number, an address, a link: every sign in it counts
_LEAD = re.compile(r"(\s*(?:[-*+>#|]+\s|\d+[.)]\s)?\s*)(.*)", re.DOTALL)


def only_marks(before: Any, after: Any) -> bool:
    """Whether nothing but marks differs in two canonical data, so that nobody has to read again. Numbers are no marks."""
    return bool(without_marks(before) == without_marks(after))


def without_marks(data: Any) -> Any:
    """Canonical data as they compare where marks do not count."""
    if isinstance(data, str):
        return [_line(line) for line in data.split("\n")]
    if isinstance(data, dict):
        return {key: without_marks(value) for key, value in data.items()}
    if isinstance(data, list):
        return [without_marks(value) for value in data]
    return data


# Private functions


def _line(line: str) -> tuple[str, str]:
    if line[:1].isalpha():  # as most of them
        return "", _word(line)
    found = _LEAD.match(line)
    assert found is not None
    return found[1].rstrip(), _word(found[2])


def _word(text: str) -> str:
    """The words of a text, in small letters, without the marks between them."""
    if "://" not in text and _INNER.search(text) is None:  # as most of them
        return " ".join(_HYPHEN.sub(" ", text.casefold().replace("ё", "е")).split())
    tokens = [
        token if "://" in token else token.casefold() for token in text.replace("ё", "е").replace("Ё", "Е").split()
    ]
    return " ".join(_words(tokens))


def _words(tokens: list[str]) -> Iterator[str]:
    for number, token in enumerate(tokens):
        before, after = tokens[number - 1][-1:] if number else "", "".join(tokens[number + 1 : number + 2])[:1]
        if token.strip(_MARKS + _HYPHENS) == "":  # «10 – 20» is no «10 20»
            yield from (token,) if before.isdigit() and after.isdigit() else ()
        elif _INNER.search(token):
            yield token if after.isdigit() else token.strip(_MARKS)
        else:
            yield from _HYPHEN.sub(" ", token).split()
