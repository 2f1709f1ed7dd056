"""A standard can be read aloud in four minutes.

A longer one is not read before a shift, and nobody reads it to a colleague. Counted is everything that a reader of the
section reads, at 150 words a minute, the pace of somebody who reads to be understood (audiobook producers reckon
9,300 words an hour). Questions, search phrases and the record of changes are not counted.

Bad:

```yaml
section: visit
title: Визит  # here
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь. Приветливая встреча создаёт хорошее настроение и показывает гостю, что его ждали и ему рады.
    done_when: Гость с вами поздоровался, настроение у него хорошее, и он видит, что его ждали.
---
handbook: base
title: Основа примеров
language: ru
people:
  - {id: anna, name: Анна Орлова, role: administrator, approves: true}
  - {id: boris, name: Борис Зимин, role: manager, approves: true}
parts:
  - {id: basics, title: Основа, sections: [visit]}
lint:
  options:
    308: {words: 30}
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
    do: Поздоровайтесь и назовите себя.
    done_when: Гость ответил.
---
handbook: base
title: Основа примеров
language: ru
people:
  - {id: anna, name: Анна Орлова, role: administrator, approves: true}
  - {id: boris, name: Борис Зимин, role: manager, approves: true}
parts:
  - {id: basics, title: Основа, sections: [visit]}
lint:
  options:
    308: {words: 30}
```

When to accept: for a reference section that nobody reads from beginning to end.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from cjm.language.numerals import counted
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import SOUGHT, FactValues, OneFile, TextOfField
from cjm.model import Handbook, Section
from cjm.model.reference import FACT
from cjm.wording.facts import resolve

RU = """Стандарт читается вслух за четыре минуты.

Длиннее — не прочтут перед сменой и не перескажут коллеге. Считается всё, что читают в разделе, по 150 слов в минуту:
так читают, чтобы их поняли (у издателей аудиокниг час — это 9300 слов). Вопросы, поисковые фразы и записи об
изменениях не считаются.

Когда можно принять: для справочного раздела, который не читают подряд.
"""

CODE = "308"
SEVERITY = "warning"

SAYS = Says(
    "раздел «{title}» — {ru} ({shares_ru}), столько за четыре минуты вслух не прочесть",
    'section "{title}" has {en} ({shares_en}), more than are read aloud in four minutes',
)
HINT = Says(
    "сократите до {words}: уберите слова, без которых шаг выполнят так же, а редкий случай перенесите в другой раздел",
    "cut to {words}: drop words without which the step is done the same, and move a rare case to another section",
)

PARTS = (
    (("Step", "Choice"), Says("шаги", "steps")),
    (("Script", "Variant"), Says("скрипты", "scripts")),
    (("Conflict", "PassOn"), Says("конфликты", "conflicts")),
    (("Never",), Says("запреты", "prohibitions")),
    (("Detail",), Says("справочное", "particulars")),
)
_UNREAD = ("Section.short", "Section.was", *SOUGHT, "Question.", "Option.", "Change.")

_WORD = re.compile(r"\w+(?:[-'’.:,]\w+)*")
_TARGET = re.compile(r"\]\([^()\s]*\)")


def check(file: OneFile, facts: FactValues, words: int = 600) -> Iterator[Found]:
    for section in file.items if not facts.handbook.hides("fact") else ():
        if isinstance(section, Section) and section.kind != "emergency":  # of its cases one is read, and rule 304 measures each
            read = [passage for passage in file.within(section) if not passage.field.startswith(_UNREAD)]
            if _at_most(" ".join(passage.text for passage in read), facts.handbook) > words:
                yield from _judged(section, read, words, facts.handbook)


# Private functions


def _judged(section: Section, read: Sequence[TextOfField], words: int, handbook: Handbook) -> Iterator[Found]:
    if _words(" \n".join(passage.text for passage in read), handbook) <= words:
        return
    counts = [_words(passage.text, handbook) for passage in read]
    shares = {
        title: sum(n for n, passage in zip(counts, read, strict=True) if passage.field.partition(".")[0] in kinds)
        for kinds, title in PARTS
    }
    yield found(
        section.at("title"),
        title=section.title,
        ru=counted(sum(counts), ("слово", "слова", "слов"), ("word", "words"), "ru"),
        en=counted(sum(counts), ("слово", "слова", "слов"), ("word", "words"), "en"),
        shares_ru=", ".join(f"{title.ru} {n}" for title, n in shares.items() if n),
        shares_en=", ".join(f"{title.en} {n}" for title, n in shares.items() if n),
        words=words,
    )


def _at_most(text: str, handbook: Handbook) -> int:
    """No fewer words than `text` has, sooner counted."""
    return 1 + text.count(" ") + text.count("\n") + text.count("/") + _of_facts(text, handbook)


def _words(text: str, handbook: Handbook) -> int:
    return len(_WORD.findall(FACT.sub(" ", _TARGET.sub("] ", text)))) + _of_facts(text, handbook)


def _of_facts(text: str, handbook: Handbook) -> int:
    """How many words the facts have that `text` names: what they are is another matter."""
    return sum(
        handbook.worked_out(f"words of {fact[0]}", partial(_shown, fact[0]), by_value=True) for fact in FACT.finditer(text)
    )


def _shown(fact: str, handbook: Handbook) -> int:
    return len(_WORD.findall(resolve(fact, handbook)))
