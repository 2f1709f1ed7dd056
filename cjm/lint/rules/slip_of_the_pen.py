"""A text is free of the slips that everybody sees.

A word that is always misspelt in the same way, a blank before a comma, two full stops: the client who reads it in a
message judges the whole company by it.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь , улыбнитесь.  # here
    say: Здраствуйте! Перезвоним в течении часа.  # here
  - id: sit
    do: Предложите сесть.. спросите,как доехали.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь, улыбнитесь.
    say: Здравствуйте! Перезвоним в течение часа.
  - id: sit
    do: Предложите сесть... и спросите, как доехали.
```

When to accept: in words of a client that are quoted as he wrote them.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.misspelt import MISSPELT
from cjm.lint.one_file import SOUGHT, OneFile

RU = """В тексте нет описок, которые видят все.

Слово, в котором все ошибаются одинаково, пробел перед запятой, две точки: клиент, который читает это в сообщении, судит
по нему о всей компании.

Когда можно принять: в словах клиента, которые приведены так, как он написал.
"""

CODE = "426"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "word": Says("опечатка: «{words}»", 'a misspelt word: "{words}"'),
    "blank": Says("пробел перед знаком препинания: «{words}»", 'a blank before a punctuation mark: "{words}"'),
    "tight": Says("нет пробела после знака препинания: «{words}»", 'no blank behind a punctuation mark: "{words}"'),
    "dash": Says("дефис вместо тире: «{words}»", 'a hyphen in the place of a dash: "{words}"'),
    "thrice": Says("буква повторена трижды: «{words}»", 'a letter stands three times: "{words}"'),
    "double": Says("знак препинания повторён: «{words}»", 'a punctuation mark is repeated: "{words}"'),
}
HINT = {
    "word": Says("напишите «{right}»", 'write "{right}"'),
    "blank": Says("уберите пробел", "take the blank out"),
    "tight": Says("поставьте пробел", "put a blank"),
    "dash": Says("поставьте тире: —", "write a dash: –"),
    "thrice": Says("уберите лишнюю", "take one out"),
    "double": Says("оставьте один", "keep one"),
}
_LETTERS = re.compile(r"[^\W\d_]+")
# By the word that tells whether it is worth while to look: its beginning, the slip, what is right.
_SLIPS = tuple(
    (max(_LETTERS.findall(wrong.partition("(")[0].replace("\\b", "")), key=len), re.compile(f"(?<![\\w-]){wrong}", re.IGNORECASE), right) for wrong, right in MISSPELT.items()
)
_MARKS = re.compile(r"(?P<blank>[^\W\d_]{2,} [,;](?=\s)|[^\W\d_]{2,} [.!?](?=\s|\Z))|(?P<tight>[а-яё]{2,}[,;!?][а-яёА-ЯЁ]{2,}|[а-яё]{3,}\.[А-ЯЁ][а-яё]+)|(?P<dash>[^\W\d_]{2,} - (?=[^\W\d_]{2,}))|(?P<double>,\s*,|(?<![.])\.\.(?![.])|!{2,}|\?{3,}|;;)|(?P<thrice>(?<![\wА-ЯЁ])[а-яёa-z]*(?P<letter>[а-яёa-vy-z])(?P=letter){2,}[а-яёa-z]*)")
_SPARED = re.compile(r"`[^`\n]*`|\]\([^()\n]*\)|\w+://\S+|\S+@\S+|\|[^\n]*\|")
_TIGHT = re.compile(r"[а-яё][,;!?.][А-ЯЁа-яё]")
_THRICE = re.compile(r"([а-яёa-vy-z])\1\1")
_SIGNS = (" ,", " ;", " .", " !", " ?", ",,", ", ,", "..", "!!", "??", ";;", " - ")


def check(file: OneFile) -> Iterator[Found]:
    slips = [(form, right) for word, form, right in _SLIPS if any(one.startswith(word.replace("ё", "е")) for one in file.by_head.get(word.replace("ё", "е")[:4], ()))]
    slips += [(form, right) for word, form, right in _SLIPS if len(word) < 4 and word.replace("ё", "е") in file.words]
    thrice = _THRICE.search(file.source) is not None
    tight = _TIGHT.search(file.source) is not None
    if not (slips or tight or thrice or any(sign in file.source for sign in _SIGNS)):
        return
    for text in file.texts:
        if text.field in SOUGHT or text.field in ("Probe.query", "Term.not", "Words.say"):
            continue
        if not (slips or any(sign in text.text for sign in _SIGNS) or (tight and _TIGHT.search(text.text)) or (thrice and _THRICE.search(text.text))):
            continue
        plain = _SPARED.sub(lambda spared: "\u2007" * len(spared[0]), text.text)
        for form, right in slips:
            for wrong in form.finditer(plain):
                rest = re.match(r"\w*", plain[wrong.end() :])
                words = wrong[0] + (rest[0] if rest else "")
                yield found(text.place, "word", quote=words, words=words, right=right)
        for mark in _MARKS.finditer(plain):
            yield found(text.place, "thrice" if mark["thrice"] else str(mark.lastgroup), quote=mark[0], words=mark[0].strip())
