"""A step asks each question once, and its choices lead apart.

Two branches with one condition leave it to chance which is taken; two that take the rest do the same.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: ask
    do: Спросите, есть ли запись.
    next:
      - {when: запись есть, to: seat}
      - {when: запись есть, to: book}  # here
      - {when: иначе, to: book}
      - {when: в остальных случаях, to: seat}  # here
  - id: seat
    do: Проводите.
  - id: book
    do: Запишите.
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: ask
    do: Спросите, есть ли запись.
    next:
      - {when: запись есть, to: seat}
      - {when: иначе, to: book}
  - id: seat
    do: Проводите.
  - id: book
    do: Запишите.
```

When to accept: never; tell the two cases apart.
"""

from collections.abc import Iterator

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.conditions import is_rest
from cjm.model import Section

RU = """Шаг спрашивает об одном один раз, и его ветви ведут в разные стороны.

Какую из двух ветвей с одним условием выбрать, решает случай; две ветви «иначе» — то же самое.

Когда можно принять: никогда; разведите два случая.
"""

CODE = "329"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "when": Says("у двух ветвей шага одно условие: «{words}» повторено", 'two branches of a step have one condition: "{words}" is repeated'),
    "rest": Says("«иначе» у шага дважды: остальные случаи ведут в две стороны", "two branches of a step take all other cases"),
    "early": Says("ветвь «{words}» берёт все остальные случаи, а стоит не последней", 'the branch "{words}" takes all other cases, and more follow it'),
    "one": Says("у развилки одна ветвь, и она берёт все случаи: «{words}»", 'the fork has one branch, and it takes all cases: "{words}"'),
}
HINT = {
    "when": Says("назовите в каждой ветви своё условие (when)", "name a condition of its own (when) in each branch"),
    "rest": Says("оставьте «иначе» у одной ветви", "leave the rest to one branch"),
    "early": Says("поставьте её последней", "put it last"),
    "one": Says("верните другие ветви — или уберите next, если дорога одна", "put the other branches back, or take next out where there is one way"),
}


def check(section: Section) -> Iterator[Found]:
    for step in section.steps:
        seen: set[str] = set()
        rest = False
        for number, choice in enumerate(step.next):
            words = " ".join(folded(choice.when).split()).strip(" .!?")
            if not words:
                continue
            if is_rest(choice.when):
                if rest:
                    yield found(choice.at("when"), "rest")
                elif len(step.next) == 1:
                    yield found(choice.at("when"), "one", words=choice.when)
                elif number + 1 < len(step.next) and not any(is_rest(one.when) for one in step.next[number + 1 :]):
                    yield found(choice.at("when"), "early", words=choice.when)
                rest = True
            elif words in seen:
                yield found(choice.at("when"), "when", words=choice.when)
            seen.add(words)
