"""What is put in force leaves no question open.

`open` keeps the place of what nobody has answered yet: readers see «уточняется» there. While one drafts and reviews,
that is honest work; a guideline that people are held to has the answer. A question that was answered goes.

Bad:

```yaml
promises:
  - id: fast
    from: administrator
    to: Гость
    promise: Быстро решим вопрос.
    measure: Решено за день
    open: {measure: "Быстро — это за сколько?"}  # here
```

Good:

```yaml
promises:
  - id: fast
    from: administrator
    to: Гость
    promise: Решим вопрос за день.
    measure: Решено за день
```

When to accept: never; a question that may stay is no question.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Item
from cjm.model.derived import by_value, derived
from cjm.workspace.subjects import below

RU = """Введённое в силу не оставляет вопросов открытыми.

`open` держит место того, на что ещё никто не ответил: читатели видят там «уточняется». В черновике и на проверке это
честная работа, а в гайдлайне, по которому спрашивают с людей, стоит ответ. Отвеченный вопрос убирают.

Когда можно принять: никогда. Вопрос, который может остаться, — не вопрос.
"""

CODE = "806"
PROFILE = "release"

SAYS = {
    "open": Says("ещё не решено: «{question}»", 'not settled yet: "{question}"'),
    "answered": Says("на вопрос «{question}» уже отвечено в поле {key}", 'the question "{question}" is already answered in the field {key}'),
}
HINT = {
    "open": Says("спросите (cjm ask соберёт все вопросы в один файл) и впишите ответ вместо open", "ask (cjm ask puts all questions into one file) and write the answer instead of open"),
    "answered": Says("уберите вопрос из open", "take the question out of open"),
}


def check(handbook: Handbook) -> Iterator[Found]:
    for top in _asking(handbook):
        for item in below(top):
            for key, question in item.open if isinstance(item, Item) else ():
                if key and item.at(key).end > item.at(key).start and key in item.source.names:
                    yield found(item.at("open"), "answered", quote=question, question=question, key=key)
                else:
                    yield found(item.at("open"), "open", quote=question, question=question)


# Private functions


@by_value
def _asking(handbook: Handbook) -> tuple[Item, ...]:
    """What stands in files with a question."""
    asking = _files(handbook.whole or handbook)
    return tuple(top for top in handbook.items() if top.source.file in asking) if asking else ()


@derived
def _files(handbook: Handbook) -> frozenset[str]:
    return frozenset(file for file, text in handbook.sources.items() if "open:" in text)
