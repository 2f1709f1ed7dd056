"""Answers and the rules that somebody gave in, the answers with their touchpoints out; and for those without one what it may be."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from cjm.answers.answer import Answer
from cjm.model import Handbook

_WORD = re.compile(r"[а-яёa-z]{4,}")
_STEM = 5  # letters by which forms of a word are one


def placed(answers: Iterable[Answer], rules: Mapping[str, str]) -> Iterator[Answer]:
    """Each answer in the place of the first rule whose word it has; what has a place keeps it."""
    for one in answers:
        found = (
            next((rules[stem] for stem in stems(one.words) if stem in rules), "")
            if one.words and not one.place and rules
            else ""
        )
        yield replace(one, place=found) if found else one


def is_unplaced(one: Answer) -> bool:
    """Whether it has words, and nobody has said of which touchpoint."""
    return bool(one.words) and not one.place and not any(score.touchpoint for score in one.scores)


def unplaced(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Those whose words nobody has placed yet, the worst scores first."""
    found = filter(is_unplaced, answers)
    return tuple(
        sorted(
            found,
            key=lambda one: (min((score.value / score.best for score in one.scores), default=1.0), one.day, one.id),
        )
    )


def suggested(words: str, handbook: Handbook, most: int = 3) -> tuple[str, ...]:
    """The touchpoints whose title or known pains share most words with what was said."""
    said = set(stems(words))
    found: list[tuple[int, int, str]] = []
    for id, one in handbook.touchpoint.items():
        texts = (one.title, one.client, *(pain.pain for pain in one.pains))
        shared = len(said & {stem for text in texts for stem in stems(text)})
        if shared:
            found.append((-shared, len(found), id))
    return tuple(id for _, _, id in sorted(found)[:most])


def stems(text: str) -> tuple[str, ...]:
    """The beginnings of the words, each once, in order: by them forms of a word are one."""
    return tuple(dict.fromkeys(word[:_STEM].replace("ё", "е") for word in _WORD.findall(text.lower())))
