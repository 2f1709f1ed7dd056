"""A line in, the role that it names out: by its words, or because it is somebody's trade."""

import re
from collections.abc import Iterable

from cjm.language.dictionary import dictionary
from cjm.language.inflection import folded

_OF = re.compile(r"(?:задачи|обязанности|функции|должностные обязанности)\s+(.+)$", re.IGNORECASE)
_TRADES = frozenset((
    "администратор", "менеджер", "оператор", "педагог", "тренер", "инструктор", "мастер", "кассир", "бариста", "официант",
    "хостес", "повар", "врач", "медсестра", "консультант", "продавец", "бухгалтер", "директор", "руководитель", "управляющий",
    "специалист", "сотрудник", "преподаватель", "учитель", "воспитатель", "координатор", "диспетчер", "курьер", "водитель",
    "охранник", "горничная", "портье", "ресепшионист", "маркетолог", "копирайтер", "методист", "логист", "кладовщик", "стажер",
    "помощник", "ассистент", "секретарь", "юрист", "аналитик", "дизайнер", "техник", "механик", "уборщица", "няня", "админ",
    "administrator", "manager", "operator", "receptionist", "waiter", "cashier", "teacher", "instructor",
))  # fmt: skip


def role_of(text: str) -> str:
    """The role whose tasks a heading or a label opens; empty where it is no role."""
    found = _OF.match(text)
    if found:
        return _nominative(found[1]) if len(found[1].split()) <= 3 else ""
    bare = re.sub(r"\s*\([^)]*\)", "", text).strip(" :.")
    words = bare.split()
    if not 0 < len(words) <= 4:
        return ""
    if words[0].lower().startswith("человек-") or any(folded(word.partition("-")[0]) in _TRADES for word in words[:3]):
        return text.strip(" :.")
    return ""


def role_named(word: str, known: Iterable[tuple[str, str]]) -> str:
    """The id of the role that `word` means, of ids with titles: all its words are the title's, in any of their forms."""
    wanted = _stems(word)
    if not wanted:
        return ""
    exact, partly = "", []
    for id, title in known:
        stems = _stems(title)
        if stems == wanted:
            exact = exact or id
        elif wanted < stems and "человек" not in wanted:
            partly.append(id)
    return exact or (partly[0] if len(partly) == 1 else "")


# Private functions


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+\.?", re.sub(r"\([^)]*\)", "", text.lower()))
    found = set()
    for word in words:
        if word.endswith(".") and len(word) < 6:  # «пед. отдел»: the start of a word
            found.add(folded(word[:3]))
        elif len(word) > 1:
            normal = folded(dictionary().parse(word)[0].normal_form)
            found.add(normal[:3] if normal.endswith("ический") else normal[: max(len(normal) - 2, 4)])
    return frozenset(found)


def _nominative(text: str) -> str:
    words = []
    for word in text.strip(" :.").split():
        reading = dictionary().parse(word)[0]
        turned = reading.inflect({"nomn", "sing"}) if "sing" in reading.tag else reading.inflect({"nomn"})
        words.append(turned.word if turned else word)
    made = " ".join(words)
    return made[:1].upper() + made[1:]
