"""Words to say can be said: no abbreviations, no strokes, no three questions in a breath.

Read aloud, «и/или» and «т. п.» are stumbled over, and a client who hears three questions answers the last. In a step or a
right, "etc." leaves the rest to be guessed.

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
    do: Выдайте ключ, полотенце и т. д.  # here
    say: Приходите с мамой и/или папой.  # here
  - id: ask
    do: Расспросите.
    say: Как дела? Куда идёте? Вас встретить?  # here
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
    do: Выдайте ключ и полотенце.
    say: Приходите с мамой или с папой.
  - id: ask
    do: Расспросите.
    say: Куда идёте? Вас встретить?
```

When to accept: where the client himself writes like this and is quoted.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile
from cjm.lint.wanted import WantedTyped, WantedWords

RU = """Слова, которые говорят, можно произнести: без сокращений, косых черт и трёх вопросов подряд.

Об «и/или» и «т. п.» вслух спотыкаются, а из трёх вопросов клиент ответит на последний. В шаге и в праве «и т. д.»
оставляет гадать об остальном.

Когда можно принять: если так пишет сам клиент и это его слова.
"""

CODE = "434"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "either": Says("«{words}» вслух не произнести", '"{words}" cannot be said aloud'),
    "short": Says("сокращение «{words}» вслух не произнести", 'the abbreviation "{words}" cannot be said aloud'),
    "rest": Says("«{words}»: остальное приходится угадывать", '"{words}": the rest has to be guessed'),
    "above": Says("«{words}»: на карточке шага другого места не видно", '"{words}": on the card of a step no other place is seen'),
    "questions": Says("вопросов подряд: {count}; клиент ответит на последний", "{count} questions in a row: the client answers the last"),
}
HINT = {
    "either": Says("скажите словами: или то, или другое", "say it in words: the one or the other"),
    "short": Says("напишите целиком, как говорят", "write it out, as one says it"),
    "rest": Says("перечислите всё или назовите признак", "name them all, or the sign that they have in common"),
    "above": Says("напишите здесь сами слова или дайте ссылку на шаг", "write the words here, or link the step"),
    "questions": Says("оставьте один, остальные задайте после ответа", "keep one; ask the others after the answer"),
}

_SIGNS = re.compile(
    r"(?P<either>(?<!\w)(?:и/или|and/or)(?!\w)|(?<![\w/.])[а-яё]{3,}/[а-яё]{3,}(?![\w/]))"
    r"|(?P<rest>(?<!\w)(?:и )?(?:т\. ?[дп]\.?|др\.|пр\.|тд\b|тп\b|etc\b\.?|and so on\b|и так далее|и тому подобное))"
    r"|(?P<above>(?<!\w)см\. (?:выше|ниже|п\.|стр\.))"
    r"|(?P<short>(?<![\w<{])(?:см|напр|стр|пп?|ст|тел|ул|дог|кв|обл|т\. ?[еко])\. ?(?=[\dа-яё«])|№ ?\d*|(?<!\w)(?:т\. ?е|т\. ?к)\.|(?<![\w.])(?:e\.g|i\.e|approx|incl|w/o?)(?:\.|(?=\s)))",
    re.IGNORECASE,
)
_SHORT = frozenset(("т", "тд", "тп", "др", "пр", "см", "напр", "стр", "п", "пп", "ст", "тел", "ул", "дог", "кв", "обл", "etc", "e", "i", "approx", "incl", "so", "далее", "подобное"))
_IS_SHORT, _SIGN = WantedWords(_SHORT), WantedTyped("[/№]")
_MAYBE = re.compile(r"/|№|\b(?:т\. ?[дпеко]|тд|тп|др|пр|см|напр|стр|пп?|ст|тел|ул|дог|кв|обл|etc|e\.g|i\.e|approx|incl)\b|and so on|так далее|тому подобное", re.IGNORECASE)
_OPEN = frozenset(("Step.do", "Step.done_when", "Step.when", "Choice.when", "Conflict.alone", "PassOn.when", "Role.decides", "Never.do", "Section.purpose", "Section.result"))
_ROW = re.compile(r"(?:[^.!?…\n]{2,}\?\s+){2,}[^.!?…\n]{2,}\?")
_ROW_OF_TWO = re.compile(r"[^.!?…\n]{2,}\?\s+[^.!?…\n]{2,}\?")  # where the steps say: one at a time
_ONE_BY_ONE = ("по одному вопросу", "один вопрос за", "вопросы по одному", "one question at a time")
_SPARED = re.compile(r"\w+://\S+|\S+@\S+|\S+\.[a-z]{2,}/\S*|<[^<>\n]*>|\{\{[^{}\n]*\}\}|files/\S+")


def check(file: OneFile) -> Iterator[Found]:
    for text in dict.fromkeys((*file.with_any(_IS_SHORT), *file.with_any(_SIGN))):
        said = text.style == "said"
        if (said or text.field in _OPEN) and _MAYBE.search(text.text):
            for sign in _SIGNS.finditer(_SPARED.sub(lambda spared: "\u2007" * len(spared[0]), text.text)):
                form = str(sign.lastgroup)
                if said or form in ("rest", "above") or "и/или" in sign[0].lower():
                    yield found(text.place, form, quote=sign[0].strip(), words=sign[0].strip())
                    break
    row_of = _ROW_OF_TWO if file.where("", _ONE_BY_ONE) else _ROW
    for text in file.where("said", "?"):
        row = row_of.search(text.text) if text.text.count("?") > 1 else None
        if row is not None:
            yield found(text.place, "questions", quote=row[0], count=row[0].count("?"))
