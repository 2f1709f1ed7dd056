"""Texts are written in the language of the handbook.

A paragraph that was never translated is skipped by readers, and a search in their words does not find it.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
purpose: We find out on the same day whether everything is fine.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
purpose: В тот же день узнаём, всё ли в порядке, и пишем в Google Forms.
```

When to accept: for a text that is meant in the other language, such as words to a foreign guest.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import SOUGHT, OfEachFile, OneFile
from cjm.lint.wanted import WantedTyped
from cjm.model import Handbook, Place

RU = """Тексты написаны на языке гайдлайна.

Абзац, который не перевели, читатель пропускает, а поиск его словами не находит.

Когда можно принять: если текст нарочно на другом языке, например слова для иностранного гостя.
"""

CODE = "423"
SEVERITY = "warning"
PROFILE = "review"
OVER = "whole"

SAYS = {
    "text": Says("текст на другом языке: «{words}»", 'a text in another language: "{words}"'),
    "all": Says("язык гайдлайна (language: {language}) — не тот, на котором он написан", "the language of the handbook (language: {language}) is not the one in which it is written"),
}
HINT = {
    "text": Says("переведите его или заведите факт, если это название", "translate it, or make it a fact if it is a name"),
    "all": Says("поставьте language: {other}", "set language: {other}"),
}

_CYRILLIC = re.compile("[А-Яа-яЁё]")
_LETTERS = frozenset("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя")  # most texts begin with one
_IS_LATIN = WantedTyped("[A-Za-z]{2}")
_WORDS = {"ru": re.compile(r"(?<![\w./@-])[A-Za-z]{2,}(?:['’][a-z]+)?(?![\w@/]|[.-]\w)"), "en": re.compile(r"[А-Яа-яЁё]{2,}")}
_SPARED = frozenset(("Resource.address", "CasesCounted.topic", "Term.forms", "Term.not", "Probe.query", "Acceptance.rule", "Section.was", "Journey.was"))  # ids are words of no language
_GAPS = re.compile(r"\{\{[^{}]*\}\}|<[^<>]*>|\]\([^()]*\)|`[^`]*`|\w+://\S+|«[^«»]*»|\"[^\"]*\"")
_LATIN = re.compile(r"[a-z]{2} [a-z]{2}", re.IGNORECASE)
_TITLES = frozenset(f"{kind}.title" for kind in ("Section", "Journey", "Stage", "Touchpoint", "Role", "Script", "Part", "Situation")) | {"Section.short", "Fact.value", *SOUGHT}
_RUN = re.compile(r"(?<![\w./@-])[a-z]{2,}(?:['’][a-z]+)?,?(?: [a-z]{2,}(?:['’][a-z]+)?,?){2,}(?![\w@/])", re.IGNORECASE)
_FEW = 3  # words that may be a name


def gather(file: OneFile) -> tuple[int, list[tuple[str, Place]]]:
    """How many texts have Cyrillic letters, and which have enough Latin words and none."""
    cyrillic, latin = 0, []
    some = {*file.with_any(_IS_LATIN)}
    for text in file.texts:
        if text.text[0] in _LETTERS or _CYRILLIC.search(text.text):
            cyrillic += 1
            run = _RUN.search(text.text) if text.style == "said" and text in some and _LATIN.search(text.text) else None
            if run is not None and not _GAPS.search(run[0]):
                latin.append((run[0], text.place))
        elif text.field not in _SPARED and len(_WORDS["ru"].findall(_GAPS.sub(" ", text.text).replace("-", " "))) >= (2 if text.field in _TITLES else _FEW):
            latin.append((text.text, text.place))
    return cyrillic, latin


def check(handbook: Handbook, files: OfEachFile) -> Iterator[Found]:
    language = handbook.outline.language
    cyrillic = sum(one for one, _ in files.values())
    latin = sum(len(found_) for _, found_ in files.values())
    if language == "en" and cyrillic > latin * 2 + 3:
        yield found(handbook.outline.at("language"), "all", language="en", other="ru")
    elif language == "ru" and latin > cyrillic * 2 + 3:
        yield found(handbook.outline.at("language"), "all", language="ru", other="en")
    elif language == "ru":
        for _, texts in files.values():
            for words, place in texts:
                yield found(place, "text", words=" ".join(words.split())[:50])
