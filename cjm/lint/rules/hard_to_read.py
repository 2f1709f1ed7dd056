"""A sentence is short enough to be understood at one reading.

Past twenty-five words a reader in a hurry loses the beginning before she reaches the end, and words to say run out of breath.

Bad:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь.
    how: Если гость пришёл впервые и ещё не знает, куда идти и что взять с собой, расскажите ему об этом по дороге к раздевалке, а если он торопится, покажите дорогу рукой и подойдите позже.  # here
```

Good:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь.
    how: |
      - Пришёл впервые — проводите до раздевалки и расскажите, что взять с собой.
      - Торопится — покажите дорогу рукой.
```

When to accept: for the wording of a law or a contract that must not be changed.
"""

import re
from collections.abc import Iterator

from cjm.language.numerals import counted
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile, TextOfField, sentences

RU = """Предложение понятно с первого чтения.

После двадцати пяти слов тот, кто торопится, забывает начало раньше, чем дойдёт до конца, а на словах вслух не хватает
дыхания.

Когда можно принять: для формулировок закона или договора, которые нельзя менять.
"""

CODE = "307"
SEVERITY = "info"

SAYS = Says("предложение из {ru}: «{start}…»", 'a sentence of {en}: "{start}…"')
HINT = Says(
    "одна мысль — одно предложение; перечисление сделайте списком. Легко читать до {words}",
    "one thought, one sentence; make a list of what is enumerated. Up to {words} are easy to read",
)

_ONE_WORD = re.compile(r"\{\{[^{}]*\}\}|<[^<>\n]*>|\]\([^()\s]*\)")
_WORD = re.compile(r"\w+(?:[-'’.:,]\w+)*")


def check(file: OneFile, words: int = 25) -> Iterator[Found]:
    for text in (*file.where("prose", None), *file.where("said", None)):
        if text.text.count(" ") >= words:
            yield from _long(text, words)


# Private functions


def _long(text: TextOfField, words: int) -> Iterator[Found]:
    for sentence in sentences(text.text.replace("\n", "\n\n") if text.style == "said" else text.text):
        if sentence.count(" ") < words:
            continue
        count = len(_WORD.findall(_ONE_WORD.sub(" x ", sentence)))
        if count > words:
            start = " ".join(sentence.split()[:5])
            ru, en = (counted(count, ("слова", "слов", "слов"), ("word", "words"), language) for language in ("ru", "en"))
            yield found(text.place, quote=start, ru=ru, en=en, start=start, words=words)
