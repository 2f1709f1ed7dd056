"""A text in, Russian names of people in it that are typed in Latin letters out: «eto papa Timura», «spasibo Irine Petrovne»."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from cjm.masking.english import is_given_name
from cjm.masking.hidden import Hidden
from cjm.masking.russian import is_person

_WORD = re.compile(r"(?<![\w@./-])[A-Za-z]{2,}(?![\w@/])")
_LETTERS = (
    ("shch", "щ"), ("sch", "щ"), ("yo", "ё"), ("jo", "ё"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ju", "ю"),
    ("ya", "я"), ("ja", "я"), ("iya", "ия"), ("ia", "ия"), ("iy", "ий"), ("ay", "ай"), ("ey", "ей"), ("oy", "ой"), ("uy", "уй"), ("x", "кс"),
    *zip("abvgdezijklmnoprstufhcywq", "абвгдезийклмнопрстуфхцывк", strict=True),
)  # fmt: skip
# Words by which somebody is seen to type Russian in Latin letters.
_RUSSIAN = re.compile(
    r"(?<!\w)(?:eto|papa|mama|spasibo|zdra\w+|privet|pozh\w+|zapish\w+|mozhno|nasha?|nash|moya|moy|syn|doch\w*|pozov\w+|segodnya|zavtra|u nas|"
    r"poz?von\w+|kogda|skolko|dobr\w+|trener|rebenok|skazhite|prosh\w+|bolen|bolna|balet|my|ne|ya|na)(?!\w)",
    re.IGNORECASE,
)


def latin_names(text: str, keep: Collection[str]) -> Iterator[Hidden]:
    """Names in Latin letters in a text whose writer is Russian."""
    cyrillic = re.search("[а-яё]", text) is not None
    if not re.search("[A-Z][A-Za-z]", text) or not (cyrillic or len(set(_RUSSIAN.findall(text))) > 0):
        return
    run: list[re.Match[str]] = []
    for found in _WORD.finditer(text):
        word = found[0]
        named = word.lower() not in keep and (
            (word.istitle() and (_is_russian(word.lower()) or is_given_name(word.lower())))
            or (word.isupper() and len(word) > 3 and is_given_name(word.lower()))
        )
        if run and not (named and text[run[-1].end() : found.start()] == " "):
            yield _hidden(run, text)
            run = []
        if named:
            run.append(found)
    if run:
        yield _hidden(run, text)


# Private functions


def _hidden(run: list[re.Match[str]], text: str) -> Hidden:
    start, end = run[0].start(), run[-1].end()
    return Hidden("name", start, end, text[start:end])


@lru_cache(5_000)
def _is_russian(word: str) -> bool:
    """Whether it is a name when read in Russian letters; `y` is й or ы, an end may be soft."""
    read = word
    for latin, letter in _LETTERS:
        read = read.replace(latin, letter)
    return any(
        map(
            is_person,
            {read, read.replace("ы", "й"), read.removesuffix("ы") + "ий", re.sub("^е", "э", read), f"{read}ь"},
        )
    )
