"""A text in, the stretches of it that tell of a person out: by pattern, and names by the dictionary of word forms."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from cjm.language.dictionary import dictionary
from cjm.masking.english import english_names
from cjm.masking.hidden import Hidden
from cjm.masking.pet_names import is_pet_name

# The longest of those that meet stands, so a card is no telephone and a nick no part of an e-mail.
_PATTERNS = {
    "email": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[A-Za-z][\w.+-]+ ?(?:собака|\(at\)|@) ?[a-z]+[ .](?:ru|com|ру|ком)(?!\w)",
    "link": r"(?:https?://|www\.)[^\s<>«»\"]+[^\s<>«»\".,;:!?)]|\b(?:[a-z]+\.)+(?:me|com|ru)/[\w./-]*\w",
    "nick": r"(?<![\w@.])@[A-Za-z_]\w{3,}|(?i:(?<=ник )|(?<=nick ))[A-Za-z][\w.]{3,}|(?<!\w)[A-Za-z]\w+#\d{4}(?!\d)",
    "card": r"(?<![\d-])\d{4}(?:[ -]?\d{4}){3}(?![\d-])",
    "phone": (
        r"(?<![\w+-])(?:\+7|8|7)[ .\-–(]*[\dОоЗз]{3}[ .\-–)]*[\dОоЗз]{3}[ .\-–]*[\dОоЗз]{2}[ .\-–]*[\dОоЗз]{2}(?!\w)"
        r"|(?<![\w+])\+\d{1,3}[ \-(]*\d{2,4}[ \-)]*\d{3,4}[ -]?\d{2,4}(?:[ -]?\d{2})?(?!\d)"
        r"|(?<![\w.:/-])\(?9\d{2}\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}(?![\d-])"
        r"|(?<![\w.:/-])(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[ .-]\d{4}(?![\d-])"  # (555) 123-4567
        r"|(?<![\w.:/-])\(?0\d{2,4}\)? \d{3,4} \d{3,4}(?!\d)"  # 020 7946 0958
    ),
    "document": (
        r"(?i:(?:(?<=карта )|(?<=карты )|(?<=карта № )|(?<=карту № )|(?<=договор № )|(?<=договору № )|(?<=пфдо )|(?<=сертификата )|(?<=загранпаспорт сына )|(?<=загранпаспорт дочери )|(?<=загранпаспорт ))(?:[А-Я]{1,3}-)?\d[\d /-]{4,}\d)|"
        r"(?i:паспорт\w*|свидетельств\w*|снилс|инн|полис\w*|договор\w* ?№)[ :№серия]*\d[\d -]{5,}\d"
        r"|(?<!\d)\d{3}-\d{3}-\d{3}[ -]\d{2}(?!\d)|(?<![\d-])\d{2} ?\d{2} \d{6}(?!\d)"
    ),
    "car": r"(?i:(?<!\w)[авекмнорстух](?:\d{3}[авекмнорстух]{2}(?: ?\d{2,3})?| ?\d{3} ?[авекмнорстух]{2} ?\d{2,3})(?!\w))",
    "class": r"(?<![\w-])(?:[1-9]|1[01])(?:-?[А-ДЖ]|-[а-дж]| ?«[А-ДЖ]»)(?![\w-])",
    "born": r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:19\d\d|20[01]\d|2020)(?: ?г\.? ?р\.?)?(?!\d)|(?<!\d)(?:19|20)\d\d ?г\.? ?р\.|"
    r"(?<!\d)\d{1,2} (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря) (?:19\d\d|20[01]\d|2020)(?!\d)|\d{1,2}[./]\d{1,2}[./]\d{2,4} ?(?:г\.? ?р\.?|года рождения)|(?i:род(?:ился|илась|\.))[ :]*\d{1,2}[./]\d{1,2}[./]\d{2,4}",
    "home": (
        r"(?i:(?<!\w)(?:ул\.|улиц[аеуы]|пр-т|проспект[ае]?|пер\.|переулок|наб\.|шоссе) ?)[А-ЯЁ][\w-]*(?: [А-ЯЁ][\w-]*)?"
        r",? (?i:д\.|дом) ?\d+\w?(?:[ ,]+(?i:к\.|корп\.?|корпус) ?\d+)?[ ,]+(?i:кв\.|квартира) ?\d+"
        r"|(?:(?:г\. ?)?[А-ЯЁ][а-яё]+, )?(?:(?i:ул\.|пр\.|пер\.) ?)?[А-ЯЁ][а-яё-]{3,},? (?:\d+(?:/\d+)?\w?)(?: ?стр\. ?\d+)?,? ?(?i:кв\.?|квартира|ап\.) ?\d+"
        r"|(?:г\. ?[А-ЯЁ][а-яё]+, )?(?i:ул\.|пр\.|пер\.) ?[А-ЯЁ][а-яё-]+,? \d+(?:-\d+)?|(?i:(?<=домофон )\d+\w*)"
    ),
    "name": r"(?<!\w)(?:[А-ЯЁ]\. ?){1,2}[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?!\w)|(?<!\w)[А-ЯЁ][а-яё]+ [А-ЯЁ]\. ?[А-ЯЁ]\."
    r"|(?<!\w)(?:[Дд]яд[яеюи]|[Тт][её]т[яеюи]|т\.) ?[А-ЯЁ][а-яё]+(?!\w)|(?<!\w)[A-Z][a-z]{2,} [A-Z]\.",
}
_FOUND = {kind: re.compile(pattern) for kind, pattern in _PATTERNS.items()}
_WORD = re.compile(r"[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*")
# Where a capital says nothing of the word: at the start of a sentence, of a line, of what is quoted or listed.
_OPENS = re.compile(r"(?:^|[.!?…:;]\s|[\n\t«„“\"(•●–—]|\d[.)]\s|[-*]\s)\s*$")
_KIN = re.compile(
    r"(?:сын|доч|мам|пап|баб|дедушк|нян|муж|жен|тренер|инструктор|педагог|администратор|зовут|девочк|мальчик|реб[её]нк|внук|внучк|подруг)[а-яё]{0,4}$"
)
_INITIAL = re.compile(r"[ \xa0][А-ЯЁA-Z][а-яё]?\.(?!\w)")
_SAME = re.compile(r"[ \xa0]")
_LONGEST_LOWER = 4  # a word in small letters is a name only if it is long enough to be no slip
# What the dictionary takes for names among other things, and a text about work means otherwise.
_WORDS_OF_WORK = frozenset((
    "или", "им", "для", "она", "они", "том", "мая", "май", "марта", "света", "слова", "ада", "рая", "рай", "дана",
    "ли", "ян", "ким", "тим", "ром", "бак", "бор", "мир", "рим", "крым", "дон", "дар", "али", "карта", "карты",
    "карте", "карту", "картой", "группа", "группы", "цель", "цели", "клуб", "бонус", "мастер", "мастера", "мастеру",
    "тренер", "админ", "лист", "листа", "касса", "урок", "роль", "роли", "время", "зал", "зала", "баня", "стол",
    "плата", "чат", "чата", "сайт", "сайта", "бот", "боты", "пол", "пост", "поста", "заявка", "лес", "лета", "лето",
    "король", "царь", "князь", "богдыхан", "день", "дня", "вход", "выход",
))  # fmt: skip


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    opens: bool  # its capital may be due to its place
    quoted: bool  # it is all that stands in quotation marks: «Дельфин» is a club
    named: bool  # some reading is a name, a patronymic or a surname
    given: bool  # … a name or a patronymic
    only: bool  # all readings are
    known: bool


def personal(text: str, keep: Collection[str] = (), leave: Collection[str] = ()) -> tuple[Hidden, ...]:
    """What of `text` tells of a person, in order. Words of `keep`, in lower case, are no names; kinds of `leave` stay."""
    found = [
        Hidden(kind, one.start(), one.end(), one[0])
        for kind, pattern in _FOUND.items()
        for one in pattern.finditer(text)
    ]
    found.extend(_names(text, keep))
    found.extend(english_names(text, keep))
    found = [_with_initial(one, text) if one.kind == "name" else one for one in found]
    kept: list[Hidden] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted((one for one in kept if one.kind not in leave), key=lambda one: one.start))


# Private functions


def _with_initial(one: Hidden, text: str) -> Hidden:
    """«Соня К.», «Ольги Дм.»: the letter that stands for a surname belongs to the name."""
    letter = _INITIAL.match(text, one.end)
    return replace(one, end=letter.end(), text=text[one.start : letter.end()]) if letter else one


def _names(text: str, keep: Collection[str]) -> Iterator[Hidden]:
    tokens = list(_tokens(text))
    sure = [_is_name(token, keep) for token in tokens]
    for at, token in enumerate(tokens):  # «Жанна Мороз», «Лев Рыжов»: what stands at a name with a capital is one
        for other in (at - 1, at + 1):
            if not (0 <= other < len(tokens)) or sure[at] is None or sure[other] is not None:
                continue
            first, last = sorted((tokens[at], tokens[other]))
            beside = tokens[other]
            capital = beside.text[0].isupper() or token.text[0].islower()
            if (
                token.given
                and capital
                and _SAME.fullmatch(text[first.end : last.start])
                and beside.text.lower() not in keep
            ):
                behind = other > at and not beside.opens and beside.text[1:].islower()  # «Тимур Галич»: a town as well
                likely = beside.text.lower() not in _WORDS_OF_WORK and (beside.named or not beside.known)
                if (behind or likely) and len(beside.text) > 2:
                    sure[other] = True
    for at, token in enumerate(tokens[1:], 1):  # «дочку Софию», «Дарина и Эмир»: a capital where only a name has one
        kin = _KIN.match(tokens[at - 1].text.lower()) and _SAME.fullmatch(text[tokens[at - 1].end : token.start])
        listed = at > 1 and sure[at - 2] is not None and tokens[at - 1].text == "и"
        named = token.text.istitle() and not (token.opens or token.quoted) and token.text.lower() not in keep
        if sure[at] is None and (kin or listed) and named:
            sure[at] = False
    start = None
    for at, token in enumerate(tokens):
        if sure[at] is None:
            continue
        start = token.start if start is None else start
        joined = (
            at + 1 < len(tokens)
            and sure[at + 1] is not None
            and _SAME.fullmatch(text[token.end : tokens[at + 1].start])
        )
        if not joined:
            run = [one for one in range(at + 1) if tokens[one].start >= start]
            yield Hidden("name", start, token.end, text[start : token.end], any(sure[one] for one in run))
            start = None


def _is_name(token: _Token, keep: Collection[str]) -> bool | None:
    """Whether the word is surely a name; None where it is none at all."""
    word = token.text.lower()
    if not token.named or word in keep or len(word) < 2 or token.quoted:
        return None
    if word in _WORDS_OF_WORK and not (
        token.given and token.text.istitle() and not token.opens
    ):  # «администратор Света»
        return None
    if token.text[0].islower():
        return True if token.only and token.known and len(word) >= _LONGEST_LOWER else None
    if token.only:
        return True
    if not token.opens:
        return token.given if token.given else False
    return False if token.given else None


def _tokens(text: str) -> Iterator[_Token]:
    for found in _WORD.finditer(text):
        word = found[0]
        read = _readings(word.lower())
        line = text[text.rfind("\n", 0, found.start()) + 1 : (text + "\n").index("\n", found.start())]
        shouted = word.isupper() and len(word) > 1 and line.isupper()
        opens = shouted or _OPENS.search(text[max(found.start() - 12, 0) : found.start()]) is not None
        quoted = text[found.start() - 1 : found.start()] in ("«", "“", '"') and text[found.end() : found.end() + 1] in (
            "»",
            "”",
            '"',
        )
        token = _Token(found.start(), found.end(), word, opens, bool(quoted and found.start()), *read)
        if word.isupper() and not shouted and len(word) < 5:  # an abbreviation
            token = token._replace(named=token.only, only=False)
        yield token


@lru_cache(20_000)
def _readings(word: str) -> tuple[bool, bool, bool, bool]:
    """Whether a word may be a name at all, a given name, can be nothing else, and stands in the dictionary."""
    parts = word.split("-")
    if len(parts) > 1:  # «Анна-Мария», «Салтыков-Щедрин»: each part is one
        each = [_readings(part) for part in parts]
        return tuple(all(one[at] for one in each) for at in range(4))  # type: ignore[return-value]
    parsed = dictionary().parse(word)
    tags = [str(one.tag) for one in parsed]
    given = [("Name" in tag or "Patr" in tag) and "Abbr" not in tag for tag in tags]
    named = [one or "Surn" in tag for one, tag in zip(given, tags, strict=True)]
    known = any(one.is_known for one in parsed)
    if is_pet_name(word):
        return True, True, True, True
    if not known:  # a guess by its ending: «Кукушкинд» is not told from «Кукушкин» that way
        return any(named) and tags[0].find("Surn") > 0, False, False, False
    # «Свет» may be many a Света, or her when called: so a name counts only where the word can be nothing else.
    single = [one and not ("plur" in tag or "voct" in tag) for one, tag in zip(given, tags, strict=True)]
    surely = all(named)
    return surely or any(single) or any("Surn" in tag for tag in tags), any(given if surely else single), surely, True
