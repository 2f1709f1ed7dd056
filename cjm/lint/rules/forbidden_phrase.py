"""What is said to clients holds none of the phrases that close a conversation.

After “that is not my department” the client looks for somebody else to shout at. For each such phrase there is a better one.

The phrases everybody knows are known to the program; `guideline/words.yml` adds the handbook's own. Every form is found:
«успокойся» is «успокойтесь», «мы не знаем» is «я не знаю».

Bad:

```yaml
words:
  - {id: denezhka, say: денежку переведите, instead: «Оплатить можно по ссылке»}
---
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
    say: Добрый день!
  - id: pay
    do: Скажите, как заплатить.
    say: Денежку переведи сюда, пожалуйста.  # here
  - id: ask
    do: Ответьте на вопрос.
    say: Мы не знаем, спросите у коллеги.  # here
```

Good:

```yaml
words:
  - {id: denezhka, say: денежку переведите, instead: «Оплатить можно по ссылке»}
---
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: pay
    do: Скажите, как заплатить.
    say: Оплатить можно по ссылке или здесь картой. Как удобнее?
  - id: ask
    do: Ответьте на вопрос.
    say: Сейчас узнаю и вернусь к вам.
never:
  - say: Я не знаю
    instead: Узнать и вернуться с ответом
```

When to accept: where the words are quoted to a colleague, not said to a client.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.forbidden import PHRASES
from cjm.lint.lexicon.phrases import Phrase, Phrases, said_in
from cjm.lint.one_file import OneFile
from cjm.model import Never, Words

RU = """В словах для клиента нет фраз, которые обрывают разговор.

После «это не ко мне» клиент ищет, на кого накричать. У каждой такой фразы есть замена.

Фразы, которые знают все, программа знает сама, свои добавляет `guideline/words.yml`. Находится любая форма: «успокойся» —
это «успокойтесь», «мы не знаем» — это «я не знаю».

Когда можно принять: если слова сказаны не клиенту, а процитированы коллеге.
"""

CODE = "401"
SEVERITY = "warning"

SAYS = {
    "said": Says("клиенту говорят «{words}»", 'the client is told "{words}"'),
    "own": Says("клиенту говорят «{words}», а в строке {line} раздел велит так не говорить", 'the client is told "{words}", and line {line} forbids it'),
}
HINT = {
    "said": Says("скажите иначе: {instead}", "say instead: {instead}"),
    "own": Says("уберите одно из двух", "take one of the two out"),
}


def check(file: OneFile, words: tuple[Words, ...]) -> Iterator[Found]:
    seen = set()
    for said in said_in(_phrases(tuple([(one.say, one.instead) for one in words])), file, lambda passage: passage.style == "said" or passage.field in ("Words.instead", "Never.instead")):
        here = (said.passage.place, said.end)
        if here not in seen:
            seen.add(here)
            yield found(said.passage.place, "said", quote=said.words, words=said.words, instead=said.phrase.about)
    never = [(_plain(one.say), one) for one in file.by_class.get(Never, ()) if isinstance(one, Never) and " " in one.say.strip()]
    for forbidden, one in never:
        longest = max(forbidden.split(), key=len, default="")
        for text, low in zip(file.texts, file.row().folded, strict=True):
            if longest in low and text.style == "said" and (forbidden in _plain(text.text) if len(one.say) >= _LONG else any(forbidden == _plain(sentence) for sentence in _SENTENCES.split(text.text))):
                yield found(text.place, "own", quote=one.say, words=one.say, line=one.at("say").line)


# Private functions

_LONG = 12  # signs: of less, only a whole sentence is the forbidden one
_SENTENCES = re.compile(r"[.!?…\n]+")
_SIGNS = re.compile(r"[\W_]+")


def _plain(text: str) -> str:
    return f" {_SIGNS.sub(' ', folded(text)).strip()} "


@lru_cache(4)  # by words and not by what was read: that would keep the files it is written in
def _phrases(words: tuple[tuple[str, str], ...]) -> Phrases:
    """The house's own phrases and those that all know; its own words for one of these go first."""
    own = {folded(say): instead for say, instead in words}
    known = (Phrase(say, instead) for say, instead in PHRASES if folded(say) not in own)
    return Phrases((*(Phrase(say, instead) for say, instead in own.items()), *known))
