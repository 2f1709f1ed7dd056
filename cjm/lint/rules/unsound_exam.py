"""An exam can be held as it is written.

It asks no more than there are questions, its second run has other ones, what must be known is among what it asks, and
nobody examines their own role. Sections that no examined role reads are asked of nobody in the job.

Bad:

```yaml
exams:
  - id: newcomer
    title: Экзамен администратора
    roles: administrator
    sections: [welcome]
    questions: 20  # here
    pass: 21  # here
    examiner: administrator  # here
```

Good:

```yaml
roles:
  - {id: administrator, title: Администратор, summary: Стоит за стойкой., substitutes: senior}
  - {id: senior, title: Старшая, summary: Отвечает за смену., rank: 2}
---
section: welcome
title: Встреча
performer: administrator
questions:
  - id: first
    ask: Гость вошёл. Что вы сделаете?
    use: exam
    options: [{text: Поздороваюсь и спрошу имя, right: true}, {text: "Подожду, пока он спросит сам", because: Он растеряется.}]
  - id: second
    ask: Гость молчит. Что вы скажете?
    use: exam
    options: [{text: Чем вам помочь?, right: true}, {text: "Фамилия, имя?", because: Так встречают в конторе.}]
---
exams:
  - id: newcomer
    title: Экзамен администратора
    roles: administrator
    sections: welcome
    questions: 1
    pass: 1
    examiner: senior
```

When to accept: `repeats`, while the questions of the second run are being written.
"""

from collections.abc import Iterator

from cjm.graph.reading_path import asked_of
from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Handbook
from cjm.model.shared.exam import MINE, Exam
from cjm.model.shared.plan import Plan
from cjm.wording.titles import role_title

RU = """Экзамен можно провести так, как он записан.

Вопросов в нём не больше, чем есть; во второй раз они другие; о том, в чём ошибаться нельзя, на нём спрашивают; никто не
принимает экзамен у своей роли. Раздел, который ни одна из ролей не читает, спрашивают не у тех.

Когда можно принять: одинаковые вопросы во второй раз — пока пишут новые.
"""

CODE = "711"

SAYS = {
    "too-many": Says("{role}: экзамен спрашивает {asked}, а вопросов о разделах этой роли {there}", "{role}: the exam asks {asked} questions, and there are {there} about the sections of this role"),
    "repeats": Says("{role}: на два раза по {asked} разных вопросов не хватит: их {there}", "{role}: there are {there} questions, too few for two different papers of {asked}"),
    "pass": Says("для зачёта нужно {passed} верных ответов из {asked}", "{passed} right answers of {asked} are asked for"),
    "own-role": Says("экзамен принимает та же роль, что и сдаёт: {role}", "the exam is held by the role that takes it: {role}"),
    "stranger": Says("раздел «{title}» не читает никто из тех, кто сдаёт", 'nobody who takes the exam reads section "{title}"'),
    "not-read": Says("в разделе «{title}» ошибаться нельзя, а в плане обучения его читать не дают: {role}", 'no error is let pass in section "{title}", and no plan of training has {role} read it'),
    "not-asked": Says("в разделе «{title}» ошибаться нельзя, а о нём не спрашивают: {role}", 'no error is let pass in section "{title}", and {role} is not asked about it'),
}
HINT = {
    "too-many": Says("уменьшите questions или добавьте вопросы с use: exam", "ask fewer questions, or add some with use: exam"),
    "repeats": Says("добавьте вопросы с use: exam или уменьшите questions", "add questions with use: exam, or ask fewer"),
    "pass": Says("pass не больше questions", "let pass be no more than questions"),
    "own-role": Says("назначьте того, кто сам этот экзамен не сдаёт", "let somebody hold it who does not take it"),
    "stranger": Says("уберите раздел из sections или добавьте роль в performer раздела", "take the section out of sections, or add the role to its performer"),
    "not-read": Says("добавьте раздел в read одного из дней плана или уберите из must_know", "add the section to read of a day of the plan, or take it out of must_know"),
    "not-asked": Says("добавьте раздел в sections или уберите из must_know", "add the section to sections, or take it out of must_know"),
}


def check(exam: Exam, handbook: Handbook) -> Iterator[Found]:
    if exam.passed and exam.questions and exam.passed > exam.questions:
        yield found(exam.at("pass"), "pass", passed=exam.passed, asked=exam.questions)
    for number, role in enumerate(exam.examiner):
        if role in exam.roles:
            yield found(exam.at("examiner", number), "own-role", role=role_title(role, handbook))
    everybody = Exam(roles=exam.roles)
    read = {one.id for one in asked_of(everybody, exam.roles, handbook)}
    for number, id in enumerate(exam.sections):
        if id != MINE and id in handbook.section and id not in read and exam.roles and not handbook.hides("section"):
            yield found(exam.at("sections", number), "stranger", title=called(handbook.section[id]))
    for role in exam.roles if not handbook.hides("section") else ():
        if role in handbook.role:
            yield from _of_role(exam, role, handbook)
    plans = [one for one in handbook.things("plan") if isinstance(one, Plan) and set(one.roles) & set(exam.roles)]
    read_in_plans = {id for plan in plans for day in plan.days for id in day.read}
    for number, id in enumerate(exam.must_know if plans else ()):
        if id in handbook.section and id not in read_in_plans:
            yield found(exam.at("must_know", number), "not-read", title=called(handbook.section[id]), role=role_title(plans[0].roles[0], handbook))


# Private functions


def _of_role(exam: Exam, role: str, handbook: Handbook) -> Iterator[Found]:
    about = asked_of(exam, (role,), handbook)
    there = sum(question.use == "exam" for section in about for question in section.questions)
    title = role_title(role, handbook)
    if exam.questions and there < exam.questions:
        yield found(exam.at("questions"), "too-many", role=title, asked=exam.questions, there=there)
    elif exam.questions and exam.twice is not None and there < 2 * exam.questions:
        yield found(exam.at("questions"), "repeats", role=title, asked=exam.questions, there=there)
    asked = {section.id for section in about}
    for number, id in enumerate(exam.must_know):
        if id in handbook.section and id not in asked:
            yield found(exam.at("must_know", number), "not-asked", title=called(handbook.section[id]), role=title)
