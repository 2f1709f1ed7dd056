"""A sentence in, the beginnings of the words that carry its meaning out: the same for all forms of a word."""

import re

from cjm.language.inflection import folded

_WORD = re.compile(r"[^\W\d_]{4,}")
_TARGET = re.compile(r"\{\{[^{}]*\}\}|\]\([^)]*\)")
_SMALL = frozenset(
    [
        "если",
        "когда",
        "чтобы",
        "больше",
        "меньше",
        "самое",
        "самый",
        "можно",
        "нужно",
        "надо",
        "есть",
        "только",
        "через",
        "после",
        "перед",
        "этого",
        "этот",
        "эту",
        "всего",
        "каждый",
        "каждого",
        "который",
        "которая",
        "которое",
        "которые",
        "потом",
        "сразу",
        "здесь",
        "сюда",
        "туда",
        "там",
        "уже",
        "ещё",
        "еще",
        "очень",
        "также",
        "тоже",
        "или",
        "иначе",
        "from",
        "this",
        "that",
        "with",
        "when",
        "what",
        "will",
        "your",
        "they",
        "them",
        "then",
        "than",
        "only",
        "more",
        "less",
        "each",
        "have",
        "must",
        "should",
        "after",
        "before",
        "here",
    ]
)


def gist(text: str, letters: int = 5) -> frozenset[str]:
    """What is meant, whatever the endings; what a fact or a link stands for is left out."""
    words = _WORD.findall(folded(_TARGET.sub(" ", text)))
    return frozenset(word[:letters] for word in words if word not in _SMALL)
