"""At most two of five spoken sentences of a section are as short as a telegram.

One short sentence is emphasis. A section in which every second one has four words or fewer cannot be read aloud:
whoever tries sounds as if reading a list. Lists and forms of more than three lines are not counted.

Bad:

```yaml
section: visit  # here
title: Визит
performer: administrator
steps:
  - {id: one, do: Поздоровайтесь., say: "Добрый день. Вы впервые? Я Анна."}
  - {id: two, do: Покажите дорогу., say: "Вам туда. Там зеркало. Пальто сюда."}
  - {id: three, do: Назовите срок., say: "Ждать недолго. Минут пять. Можно сесть."}
  - {id: four, do: Попрощайтесь., say: "Всё готово. До завтра."}
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - {id: one, do: Поздоровайтесь., say: "Добрый день, меня зовут Анна. Вы к нам впервые?"}
  - {id: two, do: Покажите дорогу., say: "Вам туда, где зеркало, а пальто можно оставить здесь."}
  - {id: three, do: Назовите срок., say: "Ждать минут пять, можете пока сесть. Принести вам воды?"}
  - {id: four, do: Попрощайтесь., say: "Всё готово, ждём вас завтра. До свидания."}
```

When to accept: for commands in an emergency, where every word costs a second.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile
from cjm.model import Section

RU = """В речи раздела не больше двух из пяти предложений короткие, как телеграмма.

Одно короткое предложение — ударение. Раздел, где каждое второе не длиннее четырёх слов, вслух не прочесть: выходит
опись. Списки и бланки длиннее трёх строк не считаются.

Когда можно принять: для команд в опасности, где каждое слово стоит секунды.
"""

CODE = "419"
SEVERITY = "info"
PROFILE = "review"

SAYS = Says(
    "в речи раздела {short} из {all} предложений не длиннее {words} слов",
    "{short} of the {all} spoken sentences of this section have no more than {words} words",
)
HINT = Says(
    "прочтите вслух и соедините соседние: «если …, то …», «поэтому», «а»",
    "read them aloud and join neighbours: “if …, then …”, “so”, “and”",
)


def check(file: OneFile, words: int = 4, least: int = 10, share: int = 40) -> Iterator[Found]:
    for section in file.items:
        if isinstance(section, Section):
            said = [text.text for text in file.within(section) if text.style == "said" and text.text.count("\n") <= 3]
            lengths = [length for text in said for length in file.lengths[text]]
            short = sum(length <= words for length in lengths)
            if len(lengths) >= least and short * 100 > share * len(lengths):
                yield found(section.at("section"), short=short, all=len(lengths), words=words)
