"""A refusal is followed by something that is possible.

“Unfortunately there are no places” ends the conversation. “There are none in this group, there is one on Tuesday” begins it.

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
    do: Ответьте.
    say: К сожалению, в эту группу вас записать нельзя. Такой порядок.  # here
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
    do: Ответьте.
    say: В эту группу сегодня нельзя, в ней все места заняты. Зато есть вторник. Записать?
```

When to accept: where safety allows nothing at all, and the reason is said.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.phrases import Phrase, Phrases, Said, said_in
from cjm.lint.lexicon.refusals import CONDITIONS, GAPS, OFFERS, REFUSALS
from cjm.lint.one_file import OneFile
from cjm.lint.words import tokens

RU = """После отказа сказано, что возможно.

«К сожалению, мест нет» заканчивает разговор. «Здесь мест нет, есть во вторник» — начинает.

Когда можно принять: если безопасность не оставляет ничего и причина названа.
"""

CODE = "403"
SEVERITY = "warning"

SAYS = Says("отказ «{words}», после которого ничего не предложено", 'the refusal "{words}", and nothing is offered after it')
HINT = Says(
    "скажите, что можно: «Зато есть …», «Могу …», «Запишу …, подойдёт?»",
    "say what is possible: “There is …”, “I can …”, “Shall I …?”",
)

_PHRASES = Phrases(map(Phrase, REFUSALS))
_GAP = re.compile(r"<([^<>\n]+)>")


def check(file: OneFile) -> Iterator[Found]:
    seen = set()
    for said in said_in(_PHRASES, file, lambda passage: passage.style == "said"):
        if said.passage.place not in seen and not _is_conditional(said) and not _offers(_beside(said)):
            seen.add(said.passage.place)
            yield found(said.passage.place, quote=said.words, words=said.words)


# Private functions


def _is_conditional(said: Said) -> bool:
    """«Если не получится прийти», «нельзя ли»: nothing is refused."""
    before = re.split(r"[.!?…;]\s", said.passage.text[: said.start])[-1]
    after = tokens(said.passage.text[said.end : said.end + 12])
    return any(token.word in CONDITIONS for token in tokens(before)) or (bool(after) and after[0].word == "ли")


def _beside(said: Said) -> str:
    """What stands in the same breath before the refusal, and all that follows it."""
    before = re.split(r"[.!?…]\s", said.passage.text[: said.start])[-1]
    return f"{before} {said.passage.text[said.end :]}"


def _offers(rest: str) -> bool:
    words = [token.word for token in tokens(rest)]
    for number, word in enumerate(words):
        if word in OFFERS and "не" not in words[max(0, number - 1) : number] and words[number + 1 : number + 2] != ["not"]:
            return True
    return any(sign in gap.lower() for gap in _GAP.findall(rest) for sign in GAPS)
