"""A question has a right answer, other options that differ from it, and a reason for each wrong one.

Whoever errs wants to know why. A question without a right answer teaches that the handbook does not know either. Several
right answers, options to be put in order (`in_order`) and answers given aloud (`points`) are for the exam: readers who
test themselves choose one.

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
    do: Поздоровайтесь.
questions:
  - id: first
    ask: Гость вошёл. Что вы сделаете?
    use: practice
    options:
      - text: Поздороваюсь
        right: true
      - text: поздороваюсь.  # here
        because: Так и надо.
      - text: Подожду  # here
  - id: second  # here
    ask: Гость молчит. Что вы сделаете?
    use: exam
    options:
      - text: Подожду
        because: Он растеряется.
      - text: Спрошу, чем помочь
        because: Это верно.
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
    do: Поздоровайтесь.
questions:
  - id: first
    ask: Гость вошёл. Что вы сделаете?
    use: practice
    options:
      - text: Поздороваюсь и спрошу имя
        right: true
      - text: Подожду, пока он скажет сам
        because: Он решит, что его не заметили.
```

When to accept: never; take the question out until it is finished.
"""

import re
from collections.abc import Iterator

from cjm.addresses import NEVER
from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.author import left_out
from cjm.lint.finding import Found, found
from cjm.lint.one_file import FactValues
from cjm.model import Option, Question, Section
from cjm.wording.facts import resolve

RU = """У вопроса есть верный ответ, другие от него отличаются, и у каждого неверного сказано почему.

Кто ошибся, хочет знать почему. Вопрос без верного ответа учит, что гайдлайн и сам не знает. Несколько верных, порядок
(`in_order`) и ответ вслух (`points`) — для экзамена: кто проверяет себя сам, выбирает один.

Когда можно принять: никогда; уберите вопрос, пока он не закончен.
"""

CODE = "703"

SAYS = {
    "none": Says("у вопроса «{ask}» нет верного ответа", 'the question "{ask}" has no right answer'),
    "several": Says("у вопроса «{ask}» верных ответов несколько", 'the question "{ask}" has several right answers'),
    "unsaid": Says("у вопроса «{ask}» верных ответов несколько, а сам вопрос об этом не говорит", 'the question "{ask}" has several right answers and does not say so'),
    "told": Says("верный вариант «{text}» стоит в самом вопросе и выдаёт ответ", 'the right option "{text}" stands in the question itself and gives the answer away'),
    "few": Says("у вопроса «{ask}» не из чего выбирать", 'the question "{ask}" leaves no choice'),
    "equal": Says("вариант «{text}» повторяет другой", 'the option "{text}" repeats another'),
    "all": Says("у вопроса «{ask}» верны все варианты", 'all options of the question "{ask}" are right'),
    "exam-only": Says("вопрос «{ask}» отвечают вслух или расставляют по порядку, а на сайте выбирают один вариант", 'the question "{ask}" is answered aloud or put in order, and readers of the site choose one option'),
    "both": Says("у вопроса «{ask}» и варианты, и то, что должно прозвучать", 'the question "{ask}" has both options and points to be said'),
    "no-order": Says("у вопроса «{ask}» один порядок: расставлять нечего", 'the options of the question "{ask}" leave nothing to put in order'),
    "nowhere": Says("ответ на вопрос «{ask}» — в never, а в разделе такого списка нет", 'the answer to "{ask}" stands under never, and the section has no such list'),
    "reason": Says("не сказано, почему вариант «{text}» неверен", 'it is not said why the option "{text}" is wrong'),
}
HINT = {
    "none": Says("поставьте right: true у верного варианта", "put right: true to the right one"),
    "several": Says("оставьте right: true у одного: читатель выбирает один", "leave right: true with one of them: readers choose one"),
    "unsaid": Says("оставьте right: true у одного — или допишите в ask: «Отметьте всё»", "leave right: true with one of them, or add to ask: mark all of them"),
    "told": Says("уберите его из вопроса", "take it out of the question"),
    "few": Says("дайте хотя бы два варианта, лучше три: так на самом деле делают", "give two options at least, better three: what people really do"),
    "equal": Says("замените его тем, что на самом деле делают", "put in its place what people really do"),
    "all": Says("оставьте среди вариантов хотя бы один неверный", "leave one wrong option at least"),
    "exam-only": Says("поставьте use: exam или дайте варианты с одним верным", "put use: exam, or give options of which one is right"),
    "both": Says("оставьте что-то одно: options или points", "leave one of the two: options or points"),
    "no-order": Says("назовите три шага и больше, без right", "name three steps or more, without right"),
    "nowhere": Says("назовите в see шаг, conflict:имя или detail:имя, где ответ, — или уберите see", "name in see the step, conflict:id or detail:id that answers it, or take see away"),
    "reason": Says("добавьте because: что будет, если сделать так", "add because: what happens if one does so"),
}

_TELLING = 12  # letters: shorter ones are names and numbers
_STEM, _FEW = 5, 3
_WORD = re.compile(r"[^\W_]+")
_EITHER = re.compile(r"(?<!\w)(?:или|либо|or|whether)(?!\w)", re.IGNORECASE)
_SIGNS = re.compile(r"\W+")
_SEVERAL = re.compile(r"\b(?:отметьте|вс[её]|всех|несколько|верные|правильные|какие|что из|кому из|mark|all|several|which of|every)\b", re.IGNORECASE)


def check(section: Section, facts: FactValues) -> Iterator[Found]:
    for question in section.questions:
        yield from _sound(question, facts)
        if question.see == NEVER and not section.never:
            yield found(question.at("see"), "nowhere", ask=_short(question.ask or question.id))


# Private functions


def _sound(question: Question, facts: FactValues) -> Iterator[Found]:
    options, ask = question.options, _short(question.ask or question.id)
    if (question.points or question.in_order) and question.use == "practice":
        yield found(question.at("points" if question.points else "in_order"), "exam-only", ask=ask)
    if question.points:
        if options:
            yield found(question.at("options"), "both", ask=ask)
        return
    if question.in_order:
        if len(options) < 3 or any(option.right for option in options):
            yield found(question.at("in_order"), "no-order", ask=ask)
    elif len(options) < 2:
        if options or left_out(question, "options"):
            yield found(question.at(), "few", ask=ask)
        return
    right = [option for option in options if option.right]
    if not right and not question.in_order:
        yield found(question.at(), "none", ask=ask)
    if len(right) == len(options):
        yield found(question.at("options"), "all", ask=ask)
    if len(right) > 1 and (question.use == "practice" or (len(right) < len(options) and not _SEVERAL.search(question.ask))):
        for option in right:  # which of them was marked by mistake only the author knows
            yield found(option.at("right"), "several" if question.use == "practice" else "unsaid", ask=ask)
    asked = " ".join(folded(question.ask).split())
    stems = _stems(resolve(question.ask, facts.handbook))
    for option in right:
        words = " ".join(folded(option.text).split()).strip(" .!?«»")
        if (len(words) > _TELLING and words in asked) or (len(right) == 1 and _named_alone(option, options, stems, asked, facts)):
            yield found(question.at("ask"), "told", text=_short(option.text))
    seen: set[str] = set()
    for option in options:
        text = _SIGNS.sub(" ", folded(option.text)).strip()
        if text and text in seen:
            yield found(option.at("text"), "equal", text=_short(option.text))
        seen.add(text)
        if not (option.right or question.in_order or option.because.strip()) and left_out(option, "because"):
            yield found(option.at("text"), "reason", text=_short(option.text))


def _named_alone(right: Option, options: tuple[Option, ...], asked: frozenset[str], low: str, facts: FactValues) -> bool:
    """Whether all that a short answer says stands in the question, and of no other option all of it."""
    told = _stems(resolve(right.text, facts.handbook))
    if not told or len(told) > _FEW or not told <= asked or "<" in right.text or _EITHER.search(low):
        return False
    return not any(_stems(resolve(option.text, facts.handbook)) <= asked for option in options if option is not right)


def _stems(text: str) -> frozenset[str]:
    """The words of a text by their beginnings, with its numbers."""
    return frozenset(word[:_STEM] for word in _WORD.findall(folded(text)) if len(word) > 2 or word.isdigit())


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"
