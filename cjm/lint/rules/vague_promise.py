"""What is promised to a client has a number, an hour or a sign.

“Soon” is an hour to the client and a day to the desk. Whoever waits without knowing how long calls again.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: call
    do: Пообещайте ответ.
    say: Мы перезвоним вам в ближайшее время.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: call
    do: Пообещайте ответ.
    say: Мы перезвоним вам до <время ответа>.
  - id: write
    do: Напишите.
    write: Ответим быстро, за 15 минут.
```

When to accept: where nobody can know the time; then say when you will write that you do not know yet.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.phrases import Phrase, Phrases, said_in
from cjm.lint.lexicon.vague import PROMISES
from cjm.lint.one_file import OneFile, sentence_at, unquoted

RU = """В обещании клиенту есть число, время или признак.

«В ближайшее время» для клиента — час, для стойки — день. Кто не знает, сколько ждать, позвонит ещё раз.

Когда можно принять: если срока не знает никто; тогда скажите, когда напишете, что ещё не знаете.
"""

CODE = "411"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("клиенту обещано «{words}»", 'the client is promised "{words}"')
HINT = Says("скажите, за сколько минут или до какого времени", "say within how many minutes or by what time")

_PHRASES = Phrases(sorted(map(Phrase, PROMISES), key=lambda phrase: -len(phrase.words)))
_SAID_WHEN = re.compile(
    r"\d|\{\{|<[^<>]*(?:врем|день|час|срок|дат|ответ|time|day|hour|date)[^<>]*>|\b(?:сегодня|завтра|сейчас|минуту|сутки|today|tomorrow|now)\b",
    re.IGNORECASE,
)


def check(file: OneFile) -> Iterator[Found]:
    seen = set()
    for said in said_in(_PHRASES, file, lambda text: text.style == "said"):
        told = sentence_at(said.passage.text, said.start)
        quoted = unquoted(said.passage.text)[said.start : said.end] != said.words
        if not quoted and said.passage.place not in seen and not _SAID_WHEN.search(told):
            seen.add(said.passage.place)
            yield found(said.passage.place, quote=said.words, words=said.words)
