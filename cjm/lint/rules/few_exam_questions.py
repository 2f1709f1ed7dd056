"""A section that the exam asks about has two exam questions, one that must be known three.

Whoever sits again and meets the same question has proved nothing. Where others have exam questions, a standard of a
moment of truth has them too. Of what an exam calls `must_know` two are asked each time, so there is a third.

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
from cjm.model.shared.exam import Exam

RU = """У раздела на экзамене два вопроса, а где ошибаться нельзя — три.

Кто пришёл во второй раз и встретил тот же вопрос, ничего не доказал. Если у других разделов такие вопросы есть, они
нужны и стандарту момента истины. О разделах из `must_know` спрашивают каждый раз дважды, значит нужен третий.

Когда можно принять: пока второй вопрос пишут.
"""

CODE = "707"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "one": Says("в разделе «{title}» один экзаменационный вопрос", 'section "{title}" has one exam question'),
    "only-practice": Says("о разделе «{title}» на экзамене не спросят: у других разделов такие вопросы есть", 'the exam does not ask about "{title}", and it does about the other sections'),
    "must-know": Says("ошибаться в разделе «{title}» нельзя ({exam}), а экзаменационных вопросов о нём {count}, нужно три", 'no error is let pass in section "{title}" ({exam}), and it has {count} exam questions of three'),
    "none": Says("«{title}» — стандарт момента истины, а экзаменационных вопросов о нём нет", '"{title}" is the standard of a moment of truth and has no exam question'),
}
_ADD = Says("добавьте вопрос с use: exam", "add a question with use: exam")
HINT = {"must-know": _ADD, "one": _ADD, "none": _ADD, "only-practice": _ADD}


_MOST = 75  # per cent of the sections with questions: who asks about so many means to ask about all


def check(handbook: Handbook) -> Iterator[Found]:
    counts = {section.id: sum(question.use == "exam" for question in section.questions) for section in handbook.sections}
    decisive = {id for touchpoint in handbook.touchpoint.values() if touchpoint.moment_of_truth for id in touchpoint.standard}
    asked = [counts[section.id] for section in handbook.sections if section.questions]
    usual = 100 * sum(map(bool, asked)) >= _MOST * len(asked)
    for exam in handbook.of(Exam):
        for number, id in enumerate(exam.must_know):
            if id in handbook.section and counts[id] < 3:
                yield found(exam.at("must_know", number), "must-know", title=called(handbook.section[id]), exam=exam.title, count=counts[id])
    for section in handbook.sections if any(counts.values()) else ():
        count = counts[section.id]
        form = "one" if count == 1 else "none" if not count and section.id in decisive else "only-practice" if not count and usual and section.questions else ""
        if form and section.status == "active" and section.kind != "client":
            yield found(section.at("section"), form, title=called(section))
