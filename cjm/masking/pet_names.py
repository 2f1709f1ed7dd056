"""A word in, whether it is what people make of a given name out: «Полинка», «Санёк», «Никитос», «Палыч»."""

import re
from functools import lru_cache

from cjm.language.dictionary import dictionary

# What is hung on the stem of a name, the longest first, without the ending of its case.
_TAILS = (
    "улечк", "юлечк", "ушеньк", "юшеньк", "еньк", "оньк", "очк", "ечк", "ёчк", "ушк", "юшк", "унчик", "ончик",
    "чик", "юш", "уш", "юх", "ух", "юн", "юль", "ул", "юл", "ус", "юс", "ос", "он", "ян", "ёк", "ек", "ок", "ик",
    "ень", "к",
)  # fmt: skip
_ENDING = re.compile(r"(?:ами|ями|ом|ем|ём|ой|ей|ою|ею|ам|ям|ах|ях|а|я|у|ю|е|и|ы|о)?$")
_PATRONYMIC = re.compile(r"[а-яё]{3,}(?:[дтнклр]ич|[еиоа]ич|ыч)(?:а|у|е|ем)?$")
# Those whose stem is no longer that of the name.
_OWN_WAY = (
    "дюш", "тас", "фрос", "ас", "тат", "лёх", "лех", "серёг", "серег", "вован", "жек", "юльк", "илюх", "илюш",
    "кирюх", "кирюш", "санюш", "ксю", "таш", "леш", "лёш", "алёшк", "димон", "димк", "димас", "костик", "костян",
    "толик", "толян", "колян", "вит", "кат", "кать", "макс", "максик", "стас", "славик", "ник", "никус", "тём",
    "тем", "тёмк", "темк", "даш", "дашк", "дарьюш", "соф", "софийк", "софушк", "лиз", "лизк", "алис", "аришк",
    "ариш", "мил", "милан", "эмилюш", "юр", "юрк", "юрчик", "ванечк", "ванюш", "ваньк", "мишк", "мишан", "мишут",
    "гош", "гошан", "лёв", "лёвушк", "лев", "люб", "любаш", "над", "надюш", "надюх", "вер", "верун", "ир", "ирк",
    "ириш", "ирус", "лен", "ленк", "лар", "ларис", "лид", "мак", "марус", "марусь", "манечк", "маш", "машк",
    "машун", "насть", "наст", "настен", "настюх", "нин", "нинк", "окс", "оксанк", "ол", "ольк", "олюш", "полин",
    "рит", "ритк", "ром", "ромк", "ромыч", "сан", "саньк", "сашк", "саш", "сашул", "свет", "светк", "светик", "сем",
    "семк", "сён", "сенк", "сон", "соньк", "стёп", "степк", "стёпк", "тан", "танюш", "тань", "тимк", "тимош",
    "тимох", "фед", "федьк", "юляш",
)  # fmt: skip
_ALONE = frozenset(_OWN_WAY)


@lru_cache(20_000)
def is_pet_name(word: str) -> bool:
    """Whether a word in lower case that no dictionary knows is made of a given name, or is a patronymic as it is spoken."""
    known = [one for one in dictionary().parse(word) if one.is_known]
    if any("Name" not in str(one.tag) and "Patr" not in str(one.tag) for one in known):
        return False
    stem = _ENDING.sub("", word)
    if stem in _ALONE and len(stem) > 2:
        return True
    if _PATRONYMIC.fullmatch(word) and not known and len(word) > 4:
        return True
    for tail in _TAILS:
        if stem.endswith(tail) and len(root := stem.removesuffix(tail)) > 1:
            if root in _ALONE and len(root) > 2:
                return True
            if any(_is_given(root + end) for end in ("а", "я", "", "й", "ь", "ья", "ия", "ей", "ий")):
                return True
    return False


# Private functions


def _is_given(word: str) -> bool:
    return any(one.is_known and "Name" in str(one.tag) and one.normal_form == word for one in dictionary().parse(word))
