"""Letters that look alike in two alphabets, Russian in Latin letters, and the nearest of several names."""

import difflib
import re
from collections.abc import Iterable

_LOOK_ALIKES = str.maketrans(
    {
        "а": "a", "в": "b", "е": "e", "ё": "e", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "с": "c", "т": "t",
        "у": "y", "х": "x", "і": "i", "ѕ": "s", "ј": "j", "һ": "h", "ԁ": "d", "ԛ": "q", "ԝ": "w", "ո": "n", "ɡ": "g",
        "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "У": "Y",
        "Х": "X", "І": "I", "Ѕ": "S", "Ј": "J",
    }
)  # fmt: skip
_TRANSLITERATION = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
# What cannot be told apart on a screen, both ways; the letters of an id have more twins, since there it is known what is meant.
_CYRILLIC, _LATIN = "аеорсухАВЕКМНОРСТУХ", "aeopcyxABEKMHOPCTYX"
_TO_CYRILLIC, _TO_LATIN = str.maketrans(_LATIN, _CYRILLIC), str.maketrans(_CYRILLIC, _LATIN)
_ENDED = re.compile("[A-Z]{2,}[а-яё]{1,4}")  # «CMSом»: a Latin word with a Russian ending
_RESERVED = re.compile(r"con(?:in\$|out\$)?|prn|aux|nul|(?:com|lpt)[0-9¹²³]", re.IGNORECASE)
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Whether `text` is lowercase Latin letters and digits joined by single hyphens, a letter first, and may name a file."""
    return _ID.fullmatch(text) is not None and not is_reserved(text)


def is_reserved(text: str) -> bool:
    """Whether Windows keeps the name for a device: no file of that name can be copied there or checked out."""
    return _RESERVED.fullmatch(text) is not None


def latin_twin(text: str) -> str:
    """`text` with every letter that only looks Latin replaced by the Latin one."""
    return text.translate(_LOOK_ALIKES)


def of_one_alphabet(word: str) -> str:
    """A word of Cyrillic and Latin letters in the letters of one alphabet; as it is where both were meant."""
    if word.isascii() or _ENDED.fullmatch(word):
        return word
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    if not any(letter.isascii() and letter.isalpha() for letter in cyrillic):
        return cyrillic
    return latin if latin.isascii() else word


def strangers(text: str) -> str:
    """The letters of `text` that look Latin and are not, each once, in order."""
    return "".join(dict.fromkeys(letter for letter in text if ord(letter) in _LOOK_ALIKES))


def as_id(text: str) -> str:
    """An id made of `text`: look-alikes replaced where that already gives an id, else transliterated."""
    twin = latin_twin(text)
    if is_id(twin):
        return twin
    latin = "".join(_TRANSLITERATION.get(letter, letter) for letter in text.lower())
    made = re.sub(r"[^a-z0-9]+", "-", latin).strip("-")
    return made if is_id(made) else f"id-{made}".rstrip("-")


def nearest(word: str, names: Iterable[str]) -> str:
    """The name most like `word`, or an empty string where none is like it."""
    found = difflib.get_close_matches(word, list(names), n=1, cutoff=0.6)
    return found[0] if found else ""


def shared_start(word: str, other: str) -> int:
    """With how many same letters both words begin."""
    return next(
        (at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), min(len(word), len(other))
    )


def a_slip_apart(word: str, other: str) -> bool:
    """Whether one slip makes `other` of `word`: a letter too many, too few, wrong or in another alphabet, or two swapped."""
    if latin_twin(word) == other:
        return word != other
    if abs(len(word) - len(other)) > 1 or word == other:
        return False
    same = shared_start(word, other)
    one, two = word[same:], other[same:]
    return one[1:] == two[1:] or one[1:] == two or one == two[1:] or (one[:2] == two[:2][::-1] and one[2:] == two[2:])
