"""The texts of the index in, groups of stems that are one word out: «реб|енок|енк», «при|йт|д|ш», the common start first.

A stemmer cuts endings and knows nothing of vowels that come and go; so the forms of each word are taken from a
dictionary once, when the index is written, and neither the browser nor the check needs it. The dictionary is that of
pymorphy3, made from OpenCorpora (https://opencorpora.org), licence CC BY-SA 3.0: we depend on it and keep no copy.
"""

import re
from collections.abc import Iterable, Iterator

from cjm.language.dictionary import dictionary
from cjm.language.letters import shared_start
from cjm.search.script import javascript

_WORD = re.compile(r"[а-яё]{3,}")
_LIKELY = 0.3  # a reading less likely than this joins words that have nothing in common
# «Опаздывающего», «опаздывая», «покороче», «наилучший», «запишемте»: nobody types them, and they are most of what there is.
_LEFT_OUT = {"PRTF", "GRND", "Cmp2", "Supr", "incl"}
_NO_CONTENT = {"NPRO", "PREP", "CONJ", "PRCL", "INTJ"}
_TELLING = 4  # letters; a shorter stem may be shared by chance: «под» is in «подойти» and in «поднять»


def stem_groups(texts: Iterable[str]) -> list[str]:
    """The stems of each word of `texts` that has more than one, the groups sorted. Words without Cyrillic have none."""
    words = sorted({word for text in texts for word in _WORD.findall(text.lower())})
    if not words:
        return []
    lexemes = list(_lexemes(words))
    spellings = sorted({form for lexeme in lexemes for form in lexeme})
    (stems,) = javascript("words => words.map(CJMText.key).map(key => CJMText.isStop(key) ? '' : CJMText.term(key))")
    stem = dict(zip(spellings, stems(spellings), strict=True))
    groups = [{stem[form] for form in lexeme} for lexeme in lexemes]
    having: dict[str, list[set[str]]] = {}
    for group in groups:
        for one in group:
            having.setdefault(one, []).append(group)
    telling = [{one for one in group if one and not _by_chance(one, group, having[one])} for group in groups]
    return sorted({_packed(group) for group in telling if len(group) > 1})


# Private functions


def _by_chance(stem: str, group: set[str], having: list[set[str]]) -> bool:
    """Whether a short stem is all that the word shares with some other word of those that have it."""
    return len(stem) < _TELLING and any(len(other & group) == 1 for other in having if other is not group)


def _packed(group: set[str]) -> str:
    first, last = min(group), max(group)
    start = first[: shared_start(first, last)]
    return "|".join([start, *sorted(stem[len(start) :] for stem in group)])


def _lexemes(words: Iterable[str]) -> Iterator[frozenset[str]]:
    """All forms of each dictionary word that one of `words` is likely to be a form of."""
    seen = set()
    for word in words:
        for reading in dictionary().parse(word):
            name = (reading.normal_form, str(reading.tag.POS))
            if reading.score < _LIKELY or name in seen or not reading.is_known or reading.tag.POS in _NO_CONTENT:
                continue
            seen.add(name)
            yield frozenset(form.word for form in reading.lexeme if not _LEFT_OUT & form.tag.grammemes)
