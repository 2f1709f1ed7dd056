"""A choice in a section says what to do in all other cases.

“Ready: send the test” is half a choice. What is done with the one who is not ready, everybody invents for himself.
Two conditions that leave nothing out, such as «оплатил / не оплатил», are whole, and so is a menu of three and more.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
channels: [desk, phone]
steps:
  - id: offer
    do: Предложите группу.
    next: {when: готов начать, to: greet}  # here
  - id: greet
    do: Спросите о времени.
    next: [{when: свободен вечером, to: bye}, {when: спешит домой, to: write}]  # here
  - {id: bye, do: Попрощайтесь.}
  - {id: write, do: Напишите.}
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
channels: [desk, phone]
steps:
  - id: offer
    do: Предложите группу.
    next: [{when: готов начать, to: greet}, {when: иначе, to: bye}]
  - id: greet
    do: Примите оплату.
    next: [{when: оплатил, to: bye}, {when: не оплатил, to: write}]
  - {id: bye, do: Попрощайтесь.}
  - {id: write, do: Напишите.}
```

When to accept: where the conditions leave nothing out in a way that one sees only when one knows the matter.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import in_quotes
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.conditions import is_whole
from cjm.model import Section

RU = """Развилка в разделе говорит, что делать во всех остальных случаях.

«Готов — отправьте тест» — половина развилки. Что делать с тем, кто не готов, каждый придумает сам. Два условия,
которые ничего не оставляют («оплатил / не оплатил»), полны, и перечень из трёх и больше тоже.

Когда можно принять: если условия исчерпывают всё, но видно это только тому, кто знает дело.
"""

CODE = "313"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("развилка: предусмотрено {conditions}, а что иначе — не сказано", "a choice: there is {conditions}, but nothing for all other cases")
HINT = Says("добавьте {{when: иначе, to: …}}", "add {{when: otherwise, to: …}}")


def check(section: Section) -> Iterator[Found]:
    for step in section.steps:
        conditions = [choice.when for choice in step.next]
        if conditions and len(conditions) <= 2 and all(conditions) and not is_whole(conditions):
            yield found(step.next[-1].at("when"), conditions=in_quotes(conditions))
