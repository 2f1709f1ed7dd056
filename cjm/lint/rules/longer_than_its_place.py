"""A text fits the place where it is shown.

A title of a card, a tile or a mark on a map has room for so many letters as the page of fields says. A longer one is cut,
or pushes its neighbours away.

Bad:

```yaml
handbook: test
title: Проба
language: ru
channels:
  - {id: phone, title: Телефон отдела работы с клиентами, icon: phone}  # here
parts: [{id: basics, title: Основа, sections: []}]
```

Good:

```yaml
handbook: test
title: Проба
language: ru
channels:
  - {id: phone, title: Телефон, icon: phone}
parts: [{id: basics, title: Основа, sections: []}]
```

When to accept: where you have looked at it on the site and in print.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile, sentences
from cjm.model import Written
from cjm.model.fields import Text, element, specs
from cjm.model.reference import FACT

RU = """Текст помещается там, где его показывают.

На карточке, плитке и метке карты места столько, сколько букв названо на странице полей. Более длинный обрежут, или он
сдвинет соседей.

Когда можно принять: если вы посмотрели на него на сайте и в печати.
"""

CODE = "014"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "sentences": Says("в поле «{key}» предложений {count}, а нужно одно", 'the field "{key}" has {count} sentences, and it wants one'),
    "": Says("в поле «{key}» {count} знаков, а помещается {limit}", 'the field "{key}" has {count} characters, and there is room for {limit}'),
}
_SHORTEN = Says("сократите; подробности — в тексте раздела", "shorten it; the details go into the text of the section")
HINT = {"": _SHORTEN, "sentences": Says("оставьте одно предложение: остальное — в шаги и подробности", "leave one sentence: the rest goes into the steps and details")}
_ONE = ("Section.purpose", "Role.summary")
_SENTENCES = 2  # a second one may explain the first

_VALUE = "1 000 ₽"  # what a fact may be


def check(file: OneFile) -> Iterator[Found]:
    for text in file.of_fields(_ONE):
        count = sum(1 for _ in sentences(text.text))
        if count > _SENTENCES:
            yield found(text.place, "sentences", key=text.field.partition(".")[2], count=count)
    for field, texts in file.by_field.items():
        limit = _limit(texts[0].item, field)
        for text in texts if limit else ():
            if len(text.text) > limit:
                count = len(FACT.sub(_VALUE, text.text))
                if count > limit:
                    yield found(text.place, key=field.partition(".")[2], count=count, limit=limit)


# Private functions


_LIMITS: dict[str, int] = {}  # by kind and field


def _limit(item: Written, field: str) -> int:
    """How many characters there is room for, 0 for as many as one likes."""
    if field not in _LIMITS:
        declared = specs(type(item)).values()
        reads = next((element(spec.reads) for spec in declared if spec.key == field.partition(".")[2]), None)
        _LIMITS[field] = (reads.limit or 0) if isinstance(reads, Text) else 0
    return _LIMITS[field]
