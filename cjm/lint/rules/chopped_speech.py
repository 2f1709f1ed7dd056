"""What is said is joined as people speak.

Three short sentences in a row are a telegram. People join them: “if …, then …”.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: one
    do: Скажите, что будет.
    say: Дождь идёт сильный. Занятие отменили. Деньги вернём. Перезвоню вам завтра утром. Группа та же.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: one
    do: Скажите, что будет.
    say: Из-за дождя занятие отменили, деньги вернём сегодня. Если захотите, запишу вас на другой день.
```

When to accept: for instructions in an emergency, where every word costs a second.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile

RU = """Сказанное связано так, как говорят люди.

Три коротких предложения подряд — телеграмма. В речи их соединяют: «если …, то …».

Когда можно принять: для команд в опасности, где каждое слово стоит секунды.
"""

CODE = "417"
SEVERITY = "info"
PROFILE = "review"

SAYS = Says("рубленая речь: {short} из {all} предложений — не длиннее {words} слов", "chopped speech: {short} of {all} sentences have no more than {words} words")
HINT = Says("соедините их: «если …, то …», «поэтому», «а»", "join them: “if …, then …”, “so”, “and”")



def check(file: OneFile, words: int = 4, least: int = 5, share: int = 60) -> Iterator[Found]:
    for text in file.where("said", None):
        if sum(map(text.text.count, ".!?…|\n")) < least - 1 or text.text.count("\n") > 2:  # a list of lines is a message, not speech
            continue
        lengths = file.lengths[text.text]
        short = sum(length <= words for length in lengths)
        if len(lengths) >= least and short * 100 > share * len(lengths):
            yield found(text.place, short=short, all=len(lengths), words=words)
