"""One branch takes all the cases that no other takes.

Whoever thought of "pays" and "thinks it over" will meet the client who does neither, with him at the desk.

Two conditions that are each other's opposite («оплатил / не оплатил», "yes / no") leave nothing out.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: call
        title: Звонок
        contact: person
        role: administrator
        channel: phone
        next:
          - {to: desk, when: придёт}
          - {to: letter, when: думает}  # here
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, outcome: Гость встречен}
      - {id: letter, title: Письмо, contact: product, channel: site, outcome: Знает дорогу}
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: call
        title: Звонок
        contact: person
        role: administrator
        channel: phone
        next:
          - {to: desk, when: придёт}
          - {to: letter, when: думает, otherwise: true}
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk, outcome: Гость встречен}
      - {id: letter, title: Письмо, contact: product, channel: site, outcome: Знает дорогу}
```

When to accept: where the conditions leave nothing out in a way that one sees only when one knows the matter.
"""

from collections.abc import Iterator

from cjm.graph import Ways
from cjm.language.says import Says
from cjm.lint.author import called, in_quotes
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.conditions import is_whole
from cjm.model import Journey

RU = """Одна из ветвей берёт все остальные случаи.

Кто предусмотрел «платит» и «думает», встретит клиента, который не делает ни того, ни другого, — и он будет стоять у стойки.

Два противоположных условия («оплатил / не оплатил», «да / нет») и так исчерпывают всё.

Когда можно принять: если условия исчерпывают всё, но видно это только тому, кто знает дело.
"""

CODE = "111"
SEVERITY = "warning"
SAYS = {
    "": Says(
        "развилка у «{title}»: предусмотрено {conditions}, а что иначе — не сказано",
        'the way forks at "{title}": there is {conditions}, but nothing for all other cases',
    ),
    "single": Says(
        "из «{title}» можно уйти, только если {conditions}, а что иначе — не сказано",
        'one leaves "{title}" only if {conditions}, and nothing is said of all other cases',
    ),
    "rest-only": Says(
        "из «{title}» ведёт только ветвь для остальных случаев ({conditions}), а других нет: дорога потерялась?",
        'only the branch for all other cases ({conditions}) leads out of "{title}": was a way lost?',
    ),
}
HINT = {
    "": Says(
        "допишите последней ветви otherwise: true — или добавьте ветвь {{to: …, when: иначе}}",
        "add otherwise: true to the last branch, or a branch {{to: …, when: otherwise}}",
    ),
    "single": Says(
        "уберите условие, если дорога одна, — или добавьте ветвь {{to: …, when: иначе}}",
        "remove the condition if there is but one way, or add a branch {{to: …, when: otherwise}}",
    ),
    "rest-only": Says(
        "верните ветвь, которой не хватает, — или уберите условие и otherwise, если дорога одна",
        "add the branch that is missing, or remove the condition and otherwise if there is but one way",
    ),
}


def check(journey: Journey, ways: Ways) -> Iterator[Found]:
    if journey.id in ways.blurred:
        return
    for touchpoint in journey.touchpoints:
        edges = touchpoint.next
        if not edges or touchpoint.outcome:
            continue
        rest_only = len(edges) == 1 and edges[0].is_otherwise
        if not rest_only and any(edge.is_otherwise or not edge.when.strip() for edge in edges):
            continue
        if not rest_only and len(edges) > 1 and is_whole([edge.when for edge in edges]):
            continue
        form = "rest-only" if rest_only else "" if len(edges) > 1 else "single"
        conditions = in_quotes(edge.when or "otherwise" for edge in edges)
        yield found(edges[-1].at("when"), form, title=called(touchpoint), conditions=conditions)
