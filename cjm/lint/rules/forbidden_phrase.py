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

from collections.abc import Iterator
from functools import lru_cache

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.forbidden import PHRASES
from cjm.lint.lexicon.phrases import Phrase, Phrases, said_in
from cjm.lint.one_file import OneFile
from cjm.model import Words

RU = """В словах для клиента нет фраз, которые обрывают разговор.

После «это не ко мне» клиент ищет, на кого накричать. У каждой такой фразы есть замена.

Фразы, которые знают все, программа знает сама, свои добавляет `guideline/words.yml`. Находится любая форма: «успокойся» —
это «успокойтесь», «мы не знаем» — это «я не знаю».

Когда можно принять: если слова сказаны не клиенту, а процитированы коллеге.
"""

CODE = "401"
SEVERITY = "warning"

SAYS = Says("клиенту говорят «{words}»", 'the client is told "{words}"')
HINT = Says("скажите иначе: {instead}", "say instead: {instead}")


def check(file: OneFile, words: tuple[Words, ...]) -> Iterator[Found]:
    seen = set()
    for said in said_in(_phrases(words), file, lambda passage: passage.style == "said" or passage.field == "Words.instead"):
        here = (said.passage.place, said.end)
        if here not in seen:
            seen.add(here)
            yield found(said.passage.place, quote=said.words, words=said.words, instead=said.phrase.about)


# Private functions


@lru_cache(1)
def _phrases(words: tuple[Words, ...]) -> Phrases:
    """The house's own phrases and those that all know; its own words for one of these go first."""
    own = {folded(one.say): one.instead for one in words}
    known = (Phrase(say, instead) for say, instead in PHRASES if folded(say) not in own)
    return Phrases((*(Phrase(say, instead) for say, instead in own.items()), *known))
