"""A long text stands in one place of the handbook.

A trigger that is word for word another section's was pasted to be rewritten, and was not. What is really the same is said
once and linked.

Bad:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти, и не ждёт у двери.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь.
    done_when: Гость сам сказал, куда ему идти, когда начало и где вода.
  - id: lead
    do: Проводите.
    done_when: Гость сам сказал, куда ему идти, когда начало и где вода.  # here
```

Good:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти, и не ждёт у двери.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь.
    done_when: Гость сам сказал, куда ему идти, когда начало и где вода.
  - id: lead
    do: Проводите.
    done_when: Гость вошёл в зал.
```

When to accept: where the same words are really said in both places.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OfEachFile, OneFile
from cjm.model import Handbook, Place

RU = """Длинный текст стоит в гайдлайне в одном месте.

Условие, которое слово в слово повторяет чужой раздел, вставили, чтобы переписать, и не переписали. Что и правда
одинаково, пишут один раз и ставят ссылку.

Когда можно принять: если в обоих местах и правда говорят одними словами.
"""

CODE = "333"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("тот же текст стоит в {where}: «{words}…»", 'the same text stands in {where}: "{words}…"')
HINT = Says("напишите здесь своё — или оставьте в одном месте и поставьте ссылку", "write here what belongs here, or keep it in one place and link it")

_FIELDS = frozenset((
    "Section.purpose", "Section.trigger", "Section.result", "Step.do", "Step.say", "Step.write", "Step.done_when", "Variant.text", "Conflict.answer", "Conflict.why",
    "Conflict.follow_up", "Detail.text", "Promise.promise", "Promise.measure", "Role.summary", "ClientType.portrait", "ClientType.script", "Index.means", "Resource.what",
    "Duty.done_when", "Improvement.cause", "Term.means", "Question.ask", "Option.because", "Journey.purpose",
))  # fmt: skip
_NEIGHBOURS = frozenset(("Step.say", "Step.write", "Variant.text", "Conflict.answer", "Conflict.why", "Detail.text", "Option.because"))  # rule 326 tells of these in one thing
_LONG = 48  # letters: nobody writes so much twice by chance
_MARKS = " \n.,!?…«»\"'—–-"


def gather(file: OneFile) -> dict[str, list[tuple[str, int, Place]]] | None:
    """The long texts of a file by their words: the field, the thing in which it stands, the place."""
    seen: dict[str, list[tuple[str, int, Place]]] = {}
    for text in file.texts:
        if text.field in _FIELDS and len(text.text) >= _LONG:
            words = " ".join(text.text.lower().split()).strip(_MARKS)
            seen.setdefault(words, []).append((text.field, id(text.item), text.place))
    return seen or None


def check(handbook: Handbook, files: OfEachFile) -> Iterator[Found]:
    first: dict[str, tuple[str, int, Place]] = {}
    for file in sorted(files):
        texts: dict[str, list[tuple[str, int, Place]]] = files[file]
        for words, places in texts.items():
            known = first.setdefault(words, places[0])
            for field, thing, place in places:
                beside = known[2].file == place.file and (thing == known[1] or (field == known[0] and field in _NEIGHBOURS))
                if place != known[2] and not beside:
                    yield found(place, where=f"{known[2].file}:{known[2].line}", words=words[:40])
