"""A paragraph in, its first sentence and the rest out: the sentence becomes the heading of a card."""

import re

# A run of stops is taken whole and looked at once: a thousand of them must not cost a million looks.
_END = re.compile(r"(?:(?<![.!?…])[.!?…]++[»\")]*(?=\s+[\W_]{0,9}[А-ЯЁA-Z\d])|(?<![.!?…])[.!?…]*+[ \t]*+\n)")
# After these a full stop ends no sentence: «т. е.», «стр. 5», «г. Москва», "e. g.", initials.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«])(?:[А-ЯЁA-Zа-яёa-z]|т\. ?[едп]|и т|др|пр|стр|см|ср|им|напр|тыс|млн|руб|коп|мин|сек|ч|ул|корп|кв|доб|e\. ?g|i\. ?e|etc|vs|No|p)\.$",
    re.IGNORECASE,
)


def first_sentence(text: str) -> tuple[str, str]:
    """The first sentence of `text` without its full stop, and what follows it."""
    text = text.strip()
    for end in _END.finditer(text):
        head = text[: end.end()]
        short = len(head) < 6 or not head[-6:-1].isalpha()  # five letters before the stop are a word
        if "\n" not in end[0] and ((short and _ABBREVIATION.search(head[-12:])) or _inside(head)):
            continue
        return _without_stop(head), text[end.end() :].strip()
    return _without_stop(text), ""


# Private functions


def _inside(head: str) -> bool:
    """Whether `head` stops inside brackets, quotation marks or a fact."""
    return any(head.count(opening) > head.count(closing) for opening, closing in ("()", "«»", "[]", "{}"))


def _without_stop(sentence: str) -> str:
    sentence = sentence.strip()
    return sentence[:-1] if sentence.endswith(".") and not sentence.endswith("..") else sentence
