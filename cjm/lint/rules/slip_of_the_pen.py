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
    "double": Says("знак препинания повторён: «{words}»", 'a punctuation mark is repeated: "{words}"'),
}
HINT = {
    "word": Says("напишите «{right}»", 'write "{right}"'),
    "blank": Says("уберите пробел", "take the blank out"),
    "tight": Says("поставьте пробел", "put a blank"),
    "double": Says("оставьте один", "keep one"),
}
_WORD = re.compile("|".join(f"(?<![\\w-]){wrong}" for wrong in sorted(MISSPELT, key=lambda wrong: -len(wrong))), re.IGNORECASE)
_MARKS = re.compile(r"(?P<blank>[^\W\d_]{2,} [,;](?=\s)|[^\W\d_]{2,} [.!?](?=\s|\Z))|(?P<tight>[а-яё]{2,}[,;!?][а-яёА-ЯЁ]{2,}|[а-яё]{3,}\.[А-ЯЁ][а-яё]+)|(?P<double>,\s*,|(?<![.])\.\.(?![.])|!{2,}|\?{3,}|;;)")
_SPARED = re.compile(r"`[^`\n]*`|\]\([^()\n]*\)|\w+://\S+|\S+@\S+|\|[^\n]*\|")
_QUICK = re.compile(r" [,;.!?]|[а-яё][,;!?.][А-ЯЁа-яё]|,\s*,|\.\.|!!|\?\?|;;")


def check(file: OneFile) -> Iterator[Found]:
    misspelt = _WORD.search(file.source) is not None
    marks = _QUICK.search(file.source) is not None
    for text in file.texts if misspelt or marks else ():
        if text.field in SOUGHT or text.field in ("Probe.query", "Term.not", "Words.say"):
            continue
        plain = _SPARED.sub(lambda spared: "\u2007" * len(spared[0]), text.text)
        for wrong in _WORD.finditer(plain) if misspelt else ():
            rest = re.match(r"\w*", plain[wrong.end() :])
            words = wrong[0] + (rest[0] if rest else "")
            yield found(text.place, "word", quote=words, words=words, right=MISSPELT[next(one for one in MISSPELT if re.compile(one, re.IGNORECASE).match(plain, wrong.start()))])
        for mark in _MARKS.finditer(plain) if marks else ():
            yield found(text.place, str(mark.lastgroup), quote=mark[0], words=mark[0].strip())
