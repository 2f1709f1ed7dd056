"""A section that the exam asks about has two exam questions.

Whoever failed sits again and meets the same question, which is no proof. Where others have exam questions, a standard
of a moment of truth has them too.

Bad:

```yaml
section: visit  # here
title: Визит
questions:
  - id: first
    ask: Гость вошёл. Что вы сделаете?
    use: exam
    options:
      - {text: Поздороваюсь и спрошу имя, right: true}
      - {text: "Подожду, пока он спросит сам", because: Он растеряется.}
```

Good:

```yaml
section: visit
title: Визит
questions:
  - id: first
    ask: Гость вошёл. Что вы сделаете?
    use: exam
    options:
      - {text: Поздороваюсь и спрошу имя, right: true}
      - {text: "Подожду, пока он спросит сам", because: Он растеряется.}
  - id: second
    ask: Гость молчит. Что вы скажете?
    use: exam
    options:
      - {text: Чем вам помочь?, right: true}
      - {text: "Фамилия, имя?", because: Так встречают в конторе.}
```

When to accept: while the second question is being written.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Handbook

RU = """У раздела, о котором спрашивают на экзамене, два экзаменационных вопроса.

Кто не сдал, придёт снова и встретит тот же вопрос: это ничего не доказывает. Если у других разделов такие вопросы
есть, они нужны и стандарту момента истины.

Когда можно принять: пока второй вопрос пишут.
"""

CODE = "707"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "one": Says("в разделе «{title}» один экзаменационный вопрос", 'section "{title}" has one exam question'),
    "only-practice": Says("о разделе «{title}» на экзамене не спросят: у других разделов такие вопросы есть", 'the exam does not ask about "{title}", and it does about the other sections'),
    "none": Says("«{title}» — стандарт момента истины, а экзаменационных вопросов о нём нет", '"{title}" is the standard of a moment of truth and has no exam question'),
}
_ADD = Says("добавьте вопрос с use: exam", "add a question with use: exam")
HINT = {"one": _ADD, "none": _ADD, "only-practice": _ADD}


_MOST = 75  # per cent of the sections with questions: who asks about so many means to ask about all


def check(handbook: Handbook) -> Iterator[Found]:
    counts = {section.id: sum(question.use == "exam" for question in section.questions) for section in handbook.sections}
    decisive = {id for touchpoint in handbook.touchpoint.values() if touchpoint.moment_of_truth for id in touchpoint.standard}
    asked = [counts[section.id] for section in handbook.sections if section.questions]
    usual = 100 * sum(map(bool, asked)) >= _MOST * len(asked)
    for section in handbook.sections if any(counts.values()) else ():
        count = counts[section.id]
        form = "one" if count == 1 else "none" if not count and section.id in decisive else "only-practice" if not count and usual and section.questions else ""
        if form and section.status == "active" and section.kind != "client":
            yield found(section.at("section"), form, title=called(section))
