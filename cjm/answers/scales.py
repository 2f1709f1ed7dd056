"""The words or numbers of a column in, the scale out on which they are scores."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

_NUMBER = re.compile(r"(\d{1,2})(?:[.,]0)?(?: ?/ ?\d+| из \d+| ?★+| ?зв[её]зд\w*| балл\w*)?")
_OF_FIVE: Mapping[str, float] = {
    **dict.fromkeys(("отлично", "очень хорошо", "превосходно", "полностью доволен", "полностью довольна", "excellent", "very good", "five", "очень доволен", "очень довольна", "супер"), 5),
    **dict.fromkeys(("хорошо", "скорее доволен", "скорее довольна", "доволен", "довольна", "good", "four", "неплохо"), 4),
    **dict.fromkeys(("нормально", "средне", "удовлетворительно", "трудно сказать", "затрудняюсь ответить", "ok", "fair", "average", "three"), 3),
    **dict.fromkeys(("так себе", "плохо", "скорее недоволен", "скорее недовольна", "poor", "bad", "two"), 2),
    **dict.fromkeys(("очень плохо", "ужасно", "недоволен", "недовольна", "very poor", "very bad", "one"), 1),
}  # fmt: skip
_OF_ONE: Mapping[str, float] = {
    **dict.fromkeys(("да", "скорее да", "yes", "решили", "решён", "решен"), 1),
    **dict.fromkeys(("нет", "скорее нет", "no", "не решили", "не решён", "не решен", "пока нет"), 0),
}


@dataclass(frozen=True, slots=True)
class Scale:
    """What each word is worth, or numbers up to `best`."""

    best: int
    words: tuple[tuple[str, float], ...] = ()

    def score(self, text: str) -> float | None:
        """The score that a cell gives; None for one that is none."""
        bare = bare_word(text)
        if self.words:
            return dict(self.words).get(bare)
        found = _NUMBER.fullmatch(bare)
        return float(found[1]) if found and int(found[1]) <= self.best else None


def scale_of(values: Collection[str], best: int = 0) -> Scale | None:
    """The scale of which all these cells are scores; None where they are none."""
    bare = {bare_word(one) for one in values} - {""}
    if not bare:
        return None
    for words, most in ((_OF_FIVE, 5), (_OF_ONE, 1)):
        if bare <= words.keys():
            return Scale(most, tuple(words.items()))
    numbers = [_NUMBER.fullmatch(one) for one in bare]
    if all(numbers):
        most = max(int(one[1]) for one in numbers if one)
        if most <= (best or 10):
            return Scale(best or (5 if most <= 5 else 10))
    return None


def likely_scale(values: Sequence[str], best: int = 0) -> Scale | None:
    """The scale of which four of five cells are scores: a dash or a slip among them is told by itself."""
    found = [scale for one in sorted(set(values)) if (scale := scale_of([one], best))]
    for scale in sorted(set(found), key=lambda one: -one.best):
        fits = [one for one in values if scale.score(one) is not None]
        if 5 * len(fits) >= 4 * len(values):
            return scale_of(fits, best)
    return None


def typed_scale(text: str) -> Scale:
    """«плохо < так себе < хорошо»: words from the worst to the best."""
    words = [word for one in text.split("<") if (word := bare_word(one))]
    return Scale(len(words), tuple((word, float(at)) for at, word in enumerate(words, 1)))


def bare_word(text: str) -> str:
    """A cell as scales know it."""
    return " ".join(text.lower().strip(' .!"«»').split())
