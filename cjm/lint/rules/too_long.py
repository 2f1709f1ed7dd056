"""A standard can be read with a client waiting.

More than nine steps are not remembered, and a step that fills the screen of a phone is skipped.

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
    do: Поднимите глаза, поздоровайтесь с гостем и с ребёнком, спросите имя и на какое время они записаны к нам сегодня.  # here
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
    do: Поднимите глаза и поздоровайтесь. Сначала с ребёнком, потом с гостем.
  - id: name
    do: Спросите имя и время записи.
```

When to accept: for a procedure that is read beforehand, never in front of a client.
"""

import re
from collections.abc import Iterator

from cjm.language.numerals import counted
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Section
from cjm.model.reference import FACT
from cjm.wording.sentence import first_sentence

RU = """Стандарт можно прочесть, пока клиент ждёт.

Больше девяти шагов не запоминает никто, а шаг на весь экран телефона пропускают.

Когда можно принять: для порядка, который читают заранее и никогда — при клиенте.
"""

CODE = "304"
SEVERITY = "warning"

SAYS = {
    "steps": Says("в разделе «{title}» {ru}, а запоминают не больше {most}", 'section "{title}" has {en}, and no more than {most} are remembered'),
    "heading": Says(
        "первое предложение шага «{step}» — {count} знаков, в заголовок карточки входит {heading}",
        'the first sentence of step "{step}" has {count} characters, and {heading} fit the heading of its card',
    ),
    "words": Says("в шаге «{step}» {ru} на одну карточку, при клиенте читают до {words}", 'step "{step}" has {en} on one card; with a client waiting, {words} are read'),
}
HINT = {
    "steps": Says("соедините шаги или вынесите часть в отдельный раздел", "join steps, or move some to a section of their own"),
    "heading": Says(
        "оставьте в первом предложении одно действие, остальное — вторым предложением или в поле how",
        "leave one action in the first sentence; the rest goes into a second one or into the field how",
    ),
    "words": Says("разделите шаг на два или вынесите подробности в details", "make two steps of it, or move the particulars to details"),
}


_STOPS = re.compile(r"[^.!?…()«»\[\]{}\n]*[^\W\d_]{5}[.!?…] [А-ЯЁA-Z]")  # a first sentence that surely ends here


def check(section: Section, most: int = 9, heading: int = 80, words: int = 90) -> Iterator[Found]:
    if len(section.steps) > most and section.kind != "emergency":
        ru = counted(len(section.steps), ("шаг", "шага", "шагов"), ("step", "steps"), "ru")
        en = counted(len(section.steps), ("шаг", "шага", "шагов"), ("step", "steps"), "en")
        yield found(section.steps[most].at(), "steps", title=section.title, ru=ru, en=en, most=most)
    for number, step in enumerate(section.steps, start=1):
        head = first_sentence(FACT.sub("00 00000", step.do))[0] if len(step.do) > heading and not _STOPS.match(step.do, 0, heading) else ""
        if len(head) > heading:
            yield found(step.at("do"), "heading", step=step.id or number, count=len(head), heading=heading)
        text = f"{step.do} {step.how} {step.say} {step.write}"
        count = len(FACT.sub("0", text).split()) if text.count(" ") > words else 0
        if count > words:
            ru = counted(count, ("слово", "слова", "слов"), ("word", "words"), "ru")
            en = counted(count, ("слово", "слова", "слов"), ("word", "words"), "en")
            yield found(step.at(), "words", step=step.id or number, ru=ru, en=en, words=words)
