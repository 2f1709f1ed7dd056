"""Words to say or write hold no marks that are shown as they are typed.

What is said is read aloud, what is written is copied into a messenger: `**`, `[words](address)` and `<br>` stay what
was typed. A line break is a line break.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: price
    do: Назовите цену.
    say: Занятие стоит **900 рублей**.  # here
  - id: form
    do: Отправьте анкету.
    write: "Вот [анкета](https://forms.example/a)."  # here
  - id: bye
    do: Попрощайтесь.
    write: Ждём вас!<br>Приходите.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: price
    do: Назовите цену **два раза**.
    say: Занятие стоит 900 рублей.
  - id: form
    do: Отправьте анкету.
    write: "Вот анкета: https://forms.example/a"
```

When to accept: where the messenger of the house reads these marks.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import TextOfField
from cjm.model.reference import LINK, is_own

RU = """В словах, которые говорят или пишут, нет разметки: она видна как набрана.

Сказанное читают вслух, написанное копируют в мессенджер: `**`, `[слова](адрес)` и `<br>` такими и останутся. Новая
строка — это новая строка.

Когда можно принять: если мессенджер, которым вы пользуетесь, понимает эти знаки.
"""

CODE = "412"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "marks": Says("разметка «{words}» в словах для клиента: он увидит и услышит её так, как набрано", 'marks in words for the client: "{words}" is seen and heard as it is typed'),
    "link": Says("ссылка Markdown «{words}» в словах для клиента: вслух её не произнести, а в сообщении видны скобки", 'a Markdown link "{words}" in words for the client: it cannot be said, and a message shows its brackets'),
}
HINT = {
    "marks": Says("уберите знаки, оставьте слова", "take the marks out, keep the words"),
    "link": Says("напишите адрес без скобок: анкета: https://… — или заведите ресурс и поставьте resource:имя", "write the bare address, or make a resource of it and write resource:id"),
}
STYLE = "said"
WHERE = ("&", "*", "_", "`", "](", "#", "|", "~~", re.compile(r"<(?=/?[a-zA-Z])"), re.compile(r">\s"))
_MARKS = re.compile(
    r"&(?:[a-z]{2,6}|#\d+);|\*\*\S[^*\n]*\*\*|(?<!\w)__\w[^_\n]*__|(?<!\w)_\w(?:[^_\n]*\w)?_(?!\w)|(?<![\w*])\*\w(?:[^*\n]*[\w.!?])?\*(?![\w*])|`[^`\n]+`|</?(?:br|b|i|u|p|em|strong|a|ul|li|hr|span|div)\s*/?>|^\s*(?:#{1,6}|>)\s|^\s*\|.*\|\s*$|~~\S[^~\n]*~~",
    re.MULTILINE | re.IGNORECASE,
)


def check(text: TextOfField) -> Iterator[Found]:
    for marks in _MARKS.finditer(text.text):
        words = marks[0].strip()
        yield found(text.place, "marks", quote=words, words=words)
    for link in LINK.finditer(text.text):
        if not is_own(link[1]):  # a link to a thing of the handbook is rule 502's matter
            yield found(text.place, "link", quote=link[0], words=link[0])
