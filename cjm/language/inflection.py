"""A word in, the beginning that all its forms share and the endings they may have, out.

A form keeps what the word says: «перезвоните» is also «перезвони», never «перезвоню»; «хотели» is also «хотела», never
«хотите». What is no form of any word («проблемого») is found too: nobody writes it.
"""

from dataclasses import dataclass
from functools import lru_cache

_NOMINAL = (
    "", "а", "я", "о", "е", "и", "ы", "у", "ю", "ь", "й", "ом", "ем", "ой", "ей", "ою", "ею", "ам", "ям", "ами", "ями",
    "ах", "ях", "ов", "ев", "ий", "ый", "ая", "яя", "ое", "ее", "ие", "ые", "ого", "его", "ому", "ему", "ым", "им", "ых",
    "их", "ыми", "ими", "ую", "юю", "ью", "ия", "ии", "ию", "ием", "ией", "иям", "иями", "иях", "ье", "ья", "ьи", "ьям",
    "ьями", "ьях", "ьев", "ьем",
)  # fmt: skip
_PAST = ("л", "ла", "ло", "ли")
_COMMAND = ("и", "ите", "й", "йте", "ь", "ьте")
_PERSONS = (
    ("у", "ю", "ем", "им"), ("ешь", "ишь", "ете", "ите"), ("ет", "ит", "ут", "ют", "ят", "ат"),
)  # fmt: skip
_ENGLISH = ("", "s", "es", "d", "ed", "ing")

_SAME = (  # words that stand for each other, and verbs whose stem changes
    ("я", "мы"), ("мне", "нам"), ("меня", "нас"), ("ты", "вы"), ("тебе", "вам"), ("тебя", "вас"), ("тобой", "вами"),
    ("мой", "моя", "мое", "мои", "наш", "наша", "наше", "наши"), ("твой", "твоя", "твое", "твои", "ваш", "ваша", "ваше", "ваши"),
    ("могу", "можем"), ("смогу", "сможем"), ("хочу", "хотим"), ("вижу", "видим"), ("должен", "должна", "должны", "должно"),
    ("обязан", "обязана", "обязаны"), ("i", "we"), ("me", "us"), ("my", "our"), ("this", "these"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Forms:
    """A word in all its forms: one of `exactly`, or `stem` and one of `endings`; ё counts as е."""

    stem: str
    endings: frozenset[str]
    exactly: frozenset[str] = frozenset()

    def has(self, word: str) -> bool:
        """Whether `word`, in lower case and without ё, is a form."""
        if word in self.exactly:
            return True
        return bool(self.stem) and word.startswith(self.stem) and word[len(self.stem) :] in self.endings

    def may_be_in(self, text: str) -> bool:
        """Whether the letters of a form stand in a folded text; of short forms («don't») one cannot tell."""
        if self.stem and self.stem in text:
            return True
        return any(map(text.__contains__, self.exactly)) or "'" in text or "’" in text

    def among(self, words: set[str]) -> bool:
        """Whether one of `words` is a form."""
        return not self.exactly.isdisjoint(words) or (bool(self.stem) and any(map(self.has, words)))


@lru_cache(4_096)  # the words of our lists and of a glossary, with room for what an author tries out
def forms_of(word: str) -> Forms:
    """The forms of `word`; one that begins with `=` has only the form that is written."""
    word = folded(word)
    if word.startswith("="):
        return Forms("", frozenset(), frozenset((word[1:],)))
    same = [group for group in _SAME if word in group]
    if same or len(word) < 4:
        return Forms("", frozenset(), frozenset(other for group in same for other in group) | {word})
    if word.isascii():
        return _english(word)
    return _russian(word)


def folded(text: str) -> str:
    """`text` in lower case, ё as е."""
    return text.lower().replace("ё", "е")


# Private functions


def _russian(word: str) -> Forms:
    reflexive = ""
    bare = word
    if word.endswith(("ся", "сь")) and len(word) > 5:
        bare, reflexive = word[:-2], "ся"
    if bare.endswith(("ите", "йте", "ьте")):
        made = _endings(bare, _COMMAND)
    elif reflexive:
        made = _endings(bare, _PAST) or next((made for person in _PERSONS if (made := _endings(bare, person))), None)
    else:
        made = None
        if bare.endswith(("л", "ла", "ло", "ли")):
            made = _endings(bare, _PAST)
        for person in _PERSONS:
            made = made or (_endings(bare, person, also=_NOMINAL) if bare.endswith(person) else None)
        made = made or _endings(bare, _NOMINAL)
    if made is None:
        return Forms("", frozenset(), frozenset((word,)))
    stem, endings = made
    if reflexive:
        endings = tuple(ending + tail for ending in endings for tail in ("ся", "сь"))
    return Forms(stem, frozenset(endings), frozenset((word,)))


def _english(word: str) -> Forms:
    stem = word
    for ending in ("ing", "es", "ed", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not word.endswith("ss"):
            stem = word.removesuffix(ending)
            break
    endings = set(_ENGLISH) | {"e"}
    if stem.endswith("y"):
        return Forms(stem[:-1], frozenset(("y", "ies", "ied", "ying")), frozenset((word,)))
    return Forms(stem, frozenset(endings), frozenset((word,)))


def _endings(word: str, endings: tuple[str, ...], also: tuple[str, ...] = ()) -> tuple[str, tuple[str, ...]] | None:
    """The stem of `word` before the longest of `endings`, and all the endings it then may have."""
    for ending in sorted(endings, key=len, reverse=True):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: len(word) - len(ending)], endings + also
    return None
