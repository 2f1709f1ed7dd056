"""What is asked for can be measured or seen.

“Answer quickly” is kept by everybody and by nobody. A number, or a sign that one can see, makes a standard of it.

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
    do: Как можно скорее подойдите к гостю.  # here
  - id: smile
    do: Вежливо поздоровайтесь.  # here
  - id: help
    do: При необходимости помогите с курткой.  # here
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
    do: Быстро подойдите к гостю.
    within: 1 мин
  - id: smile
    do: Вежливо поздоровайтесь.
    say: Добрый день! Рады вас видеть.
  - id: help
    do: Руки у гостя заняты — помогите с курткой.
```

When to accept: where the words are the client's or a law's own. In quotation marks they are never reported.
"""

import re
from collections.abc import Iterator

from cjm.language.durations import seconds
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.lexicon import vague
from cjm.lint.lexicon.phrases import Phrase, Phrases, Said, said_in
from cjm.lint.one_file import OneFile, sentence_at, unquoted
from cjm.model import Promise, Step

RU = """То, чего просят, можно измерить или увидеть.

«Отвечайте быстро» выполняют все и никто. Стандартом это делает число или признак, который видно.

Когда можно принять: если слова не ваши, а клиента или закона. В кавычках они не проверяются.
"""

CODE = "302"
SEVERITY = "warning"

SAYS = Says("«{words}» нельзя проверить", '"{words}" cannot be checked')
HINT = {
    "time": Says(
        "назовите число или час: сколько минут, до какого времени (у шага — поле within)",
        "name a number or an hour: how many minutes, by when (a step has the field within)",
    ),
    "manner": Says(
        "дайте слова (say) или признак, который видно (done_when)", "give the words to say (say) or a sign that one sees (done_when)"
    ),
    "sign": Says("назовите признак, который видно: что записано, что стоит, что клиент сказал", "name a sign that one sees: what is written down, what stands there, what the client said"),
    "nothing": Says("напишите, что именно сделать, кому и чем", "write what is to be done, by whom and with what"),
    "condition": Says("назовите признак: по чему видно, что пора", "name the sign: how does one see that it is time?"),
}

_FIELDS = frozenset(
    (
        "Section.purpose", "Section.trigger", "Section.result", "Step.do", "Step.how", "Step.within", "Step.when",
        "Step.done_when", "Choice.when", "Conflict.alone", "Conflict.follow_up", "PassOn.when", "PassOn.how",
        "PassOn.within", "Never.instead", "Detail.text", "Promise.promise", "Promise.measure", "Promise.within", "Duty.every", "Duty.when", "Duty.done_when", "Index.target", "Role.summary", "Role.tasks",
        "Role.shared", "Role.decides", "Role.contact", "Touchpoint.meanwhile", "Touchpoint.backstage", "Edge.when",
        "Policy.title",
    )
)  # fmt: skip
_LISTS = {"time": vague.TIME, "manner": vague.MANNER, "condition": vague.CONDITION, "nothing": vague.EMPTY_WORDS}
_PHRASES = Phrases(sorted(  # the longer first: «как можно быстрее» is one finding, not two
    (Phrase(words, about) for about, lists in _LISTS.items() for words in lists), key=lambda phrase: -len(phrase.words)
))
_NUMBER = re.compile(r"\d|\{\{|\bсразу\b|\bв ту же минуту\b|\bв тот же (?:день|час)\b|\bat once\b|\bthe same (?:day|hour)\b", re.IGNORECASE)
_SIGNS = frozenset(("Section.result", "Step.done_when", "Section.trigger", "Promise.measure", "Duty.done_when", "Promise.promise"))
_FEELING = re.compile(
    r"\s*(?:(?:клиент|гость|родители?|пациент|все|всё|люди|they|the client|everybody|everything)[а-яё]* )?(?:остал[а-яё]+ |был[а-яё]* |сделано |is |are )?(?:очень |very )?"
    r"(?:довол[а-яё]+|рад[а-яы]?|счастлив[а-яё]*|хорошо|отлично|в порядке|нормально|как надо|как следует|по правилам|понят?но|всегда|постоянно|в любое время|always|готово|сделано|выполнено|закрыто|решено|вопрос (?:решён|закрыт)|да|нет|ок|done|yes|no|solved|closed|будем стараться|постараемся|happy|satisfied|fine|well|ok|okay|good|in order|as it should be)(?: клиент[а-яё]*| всё| все)?\s*[.!…]*\s*",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\s*(?:[^\w\s<{]|$)")


def check(file: OneFile) -> Iterator[Found]:
    for text in file.of_fields(_SIGNS):
        if _FEELING.fullmatch(text.text):
            yield found(text.place, "sign", words=text.text.strip(" .!\n"))
    before: Said | None = None
    for said in said_in(_PHRASES, file, lambda passage: passage.field in _FIELDS):
        inside = before is not None and before.passage is said.passage and before.start <= said.start < before.end
        if inside or _is_mentioned(said) or _is_made_plain(said):
            continue
        before = said
        yield found(said.passage.place, str(said.phrase.about), quote=said.words, words=said.words)


# Private functions


def _is_mentioned(said: Said) -> bool:
    return unquoted(said.passage.text)[said.start : said.end] != said.words


def _is_made_plain(said: Said) -> bool:
    """Whether what stands beside the words says what they leave open."""
    passage, about, item = said.passage, said.phrase.about, said.passage.item
    if about == "nothing":
        return passage.field == "Touchpoint.backstage"
    if about == "condition":
        # «если нужно выяснить» names what is needed, «если нужно» does not.
        named = said.phrase.text.startswith(("если", "if")) and not _ALONE.match(passage.text, said.end)
        return named or (passage.field == "Step.do" and isinstance(item, Step) and bool(item.when or item.next))
    if _NUMBER.search(sentence_at(passage.text, said.start)):
        return True
    if isinstance(item, Promise) and passage.field == "Promise.promise":
        return bool(_NUMBER.search(item.measure) or item.index or item.is_open("within") or item.is_open("measure"))
    if not isinstance(item, Step) or passage.field not in ("Step.do", "Step.how"):
        return False
    if about == "time":
        return bool(item.within) and (bool(_NUMBER.search(item.within)) or seconds(item.within) is not None or _names_a_moment(item))
    return bool(item.say or item.write or item.script or item.done_when)


def _names_a_moment(step: Step) -> bool:
    return step.within.split()[0].lower() in ("до", "к", "после", "перед", "by", "before", "after", "until")

