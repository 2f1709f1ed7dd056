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

from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OfEachFile, OneFile, TextOfField
from cjm.model import Handbook

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


_Texts = tuple["array[int]", list[TextOfField]]


def gather(file: OneFile) -> _Texts | None:
    """The long texts of a file, each with a number made of its words: the words themselves would be kept twice."""
    long = [(hash(words), text) for text, words in zip(file.texts, file.row().plain, strict=True) if len(text.text) >= _LONG and text.field in _FIELDS]
    return (array("q", [number for number, _ in long]), [text for _, text in long]) if long else None


def check(handbook: Handbook, files: OfEachFile) -> Iterator[Found]:
    told: list[_Texts] = [files[file] for file in sorted(files)]
    often = Counter(chain.from_iterable(numbers for numbers, _ in told))
    first: dict[int, TextOfField] = {}
    for numbers, texts in told:
        for number, text in zip(numbers, texts, strict=True):
            if often[number] > 1:
                known = first.setdefault(number, text)
                same = text.item.source.file == known.item.source.file
                beside = same and (text.item is known.item or (text.field == known.field and text.field in _NEIGHBOURS))
                if text is not known and not beside and text.place != known.place and _words(text) == _words(known):
                    where = f"{known.place.file}:{known.place.line}"
                    yield found(text.place, where=where, words=_words(text)[:40])


# Private functions


def _words(text: TextOfField) -> str:
    return " ".join(text.text.lower().split()).strip(_MARKS)
