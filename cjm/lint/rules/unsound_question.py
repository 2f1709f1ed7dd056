"""A question has one right answer, other options that differ from it, and a reason for each wrong one.

Whoever errs wants to know why. A question without a right answer teaches that the handbook does not know either.

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
    do: Поздоровайтесь.
questions:
  - id: first
    ask: Гость вошёл. Что вы сделаете?
    use: practice
    options:
      - text: Поздороваюсь
        right: true
      - text: поздороваюсь.  # here
        because: Так и надо.
      - text: Подожду  # here
  - id: second  # here
    ask: Гость молчит. Что вы сделаете?
    use: exam
    options:
      - text: Подожду
        because: Он растеряется.
      - text: Спрошу, чем помочь
        because: Это верно.
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
    do: Поздоровайтесь.
questions:
  - id: first
    ask: Гость вошёл. Что вы сделаете?
    use: practice
    options:
      - text: Поздороваюсь и спрошу имя
        right: true
      - text: Подожду, пока он скажет сам
        because: Он решит, что его не заметили.
```

When to accept: never; take the question out until it is finished.
"""

import re
from collections.abc import Iterator

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.author import left_out
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Question

RU = """У вопроса один верный ответ, другие от него отличаются, и у каждого неверного сказано почему.

Кто ошибся, хочет знать почему. Вопрос без верного ответа учит, что гайдлайн и сам не знает.

Когда можно принять: никогда; уберите вопрос, пока он не закончен.
"""

CODE = "703"

SAYS = {
    "none": Says("у вопроса «{ask}» нет верного ответа", 'the question "{ask}" has no right answer'),
    "several": Says("у вопроса «{ask}» верных ответов несколько", 'the question "{ask}" has several right answers'),
    "few": Says("у вопроса «{ask}» не из чего выбирать", 'the question "{ask}" leaves no choice'),
    "equal": Says("вариант «{text}» повторяет другой", 'the option "{text}" repeats another'),
    "reason": Says("не сказано, почему вариант «{text}» неверен", 'it is not said why the option "{text}" is wrong'),
}
HINT = {
    "none": Says("поставьте right: true у верного варианта", "put right: true to the right one"),
    "several": Says("оставьте right: true у одного: читатель выбирает один", "leave right: true with one of them: readers choose one"),
    "few": Says("дайте хотя бы два варианта, лучше три: так на самом деле делают", "give two options at least, better three: what people really do"),
    "equal": Says("замените его тем, что на самом деле делают", "put in its place what people really do"),
    "reason": Says("добавьте because: что будет, если сделать так", "add because: what happens if one does so"),
}


def check(question: Question, handbook: Handbook) -> Iterator[Found]:
    options, ask = question.options, _short(question.ask or question.id)
    if len(options) < 2:
        if options or left_out(question, "options"):
            yield found(question.at(), "few", ask=ask)
        return
    right = [option for option in options if option.right]
    if not right:
        yield found(question.at(), "none", ask=ask)
    for option in right[1:]:
        yield found(option.at("right"), "several", ask=ask)
    seen: set[str] = set()
    for option in options:
        text = re.sub(r"[^\w]+", " ", folded(option.text)).strip()
        if text and text in seen:
            yield found(option.at("text"), "equal", text=_short(option.text))
        seen.add(text)
        if not option.right and not option.because.strip() and left_out(option, "because"):
            yield found(option.at("text"), "reason", text=_short(option.text))


# Private functions


def _short(text: str) -> str:
    text = text.replace("«", "„").replace("»", "“")  # it stands in quotation marks itself
    return text if len(text) <= 60 else text[:57].rstrip() + "…"
