"""A value has the form that its field asks for.

What is not read is not published: the reader of the site would miss it and nobody would know why. Most of these are
slips of YAML rather than of thought, so the message says what to type.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: check-in
        title: Оформление
        contact: human  # here
        channel: desk
        standard: welcome
        outcome: Оформлен
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: check-in
        title: Оформление
        contact: person
        role: administrator
        channel: desk
        standard: welcome
        outcome: Оформлен
```

When to accept: never; the value is lost.
"""

from collections.abc import Iterator

from cjm.edit import Edit
from cjm.language.says import Says
from cjm.lint.finding import Found
from cjm.model import Problem

RU = """Значение записано так, как ждёт его поле.

Что не прочитано, то не опубликовано: на сайте этого не будет, и никто не поймёт почему. Чаще всего это описка в YAML,
а не в мысли, поэтому сообщение говорит, что именно набрать.

Когда можно принять: никогда, значение теряется.
"""

CODE = "001"

SAYS = {
    "missing": Says("нет обязательного поля «{key}»", 'the field "{key}" is missing'),
    "no-scope": Says("здесь ждут разрез и его значения", "a dimension and its values are expected here"),
    "not-a-mapping": Says("здесь ждут поля вида «имя: значение»", 'fields of the form "name: value" are expected here'),
    "key-not-a-word": Says("имя поля должно быть одним словом", "the name of a field must be one word"),
    "comma": Says(
        "запятая внутри фигурных скобок отрезала часть текста: «{text}»", 'a comma inside braces cut off a part of the text: "{text}"'
    ),
    "fact-unquoted": Says(
        "значение начинается с {{{{, и YAML принял его за список полей", "the value begins with {{{{ and YAML took it for a mapping"
    ),
    "brace-unquoted": Says(
        "значение начинается с фигурной скобки, и YAML принял его за список полей",
        "the value begins with a brace and YAML took it for a mapping",
    ),
    "bracket-unquoted": Says(
        "значение начинается с квадратной скобки, и YAML принял его за список",
        "the value begins with a bracket and YAML took it for a list",
    ),
    "colon-unquoted": Says(
        "двоеточие с пробелом внутри текста: YAML принял «{text}» за поле", 'a colon and a space inside the text: YAML took "{text}" for a field'
    ),
    "list-for-one": Says("в поле «{key}» ждут одно значение, а здесь список", 'the field "{key}" takes one value, and this is a list'),
    "text-for-list": Says("в поле «{key}» ждут список, а стоит просто текст: «{text}»", 'the field "{key}" takes a list, and this is a plain text: "{text}"'),
    "list-for-text": Says("в поле «{key}» ждут текст, а здесь список", 'the field "{key}" takes text, and this is a list'),
    "not-a-duration": Says("«{text}» — не время", '"{text}" is not a length of time'),
    "not-a-day": Says("«{text}» — не дата", '"{text}" is not a date'),
    "day-otherwise": Says("дата записана не так: «{text}»", 'the date is written otherwise: "{text}"'),
    "no-such-day": Says("дня «{text}» не бывает: столько месяцев или дней в календаре нет", 'there is no day "{text}" in the calendar'),
    "nothing": Says("в поле «{key}» ничего не написано", 'nothing is written in the field "{key}"'),
    "headless": Says("в файле нет первой строки «{line}»", 'the first line of the file, "{line}", is missing'),
    "one-field": Says("здесь ждут поля, а стоит просто текст: «{text}»", 'fields are expected here, and this is a plain text: "{text}"'),
    "list-of-ids": Says("несколько имён без квадратных скобок и запятых: «{text}»", 'several ids without square brackets and commas: "{text}"'),
    "bullet": Says("пункт списка начинается не с дефиса и пробела: «{text}»", 'an element of the list does not begin with a hyphen and a blank: "{text}"'),
    "not-an-address": Says("«{text}» — не адрес", '"{text}" is no address'),
    "other-shape": Says("в поле «{key}» не может стоять «{text}»", 'the field "{key}" cannot be "{text}"'),
    "not-a-number": Says(
        "в поле «{key}» ждут целое число от {least} до {most}, а здесь «{text}»",
        'the field "{key}" takes a whole number from {least} to {most}, and this is "{text}"',
    ),
    "not-yes-or-no": Says("в поле «{key}» ждут true или false, а здесь «{text}»", 'the field "{key}" takes true or false, and this is "{text}"'),
    "not-one-of": Says("в поле «{key}» не бывает «{text}»", 'the field "{key}" cannot be "{text}"'),
    "not-one-of-near": Says("в поле «{key}» не бывает «{text}»", 'the field "{key}" cannot be "{text}"'),
    "file-name": Says("имя «{id}» не совпадает с именем файла «{file}»", 'the id "{id}" differs from the name of the file "{file}"'),
}

_QUOTE = Says(
    'возьмите всё значение в кавычки: {key}: "{text}"', 'put the whole value into quotation marks: {key}: "{text}"'
)

HINT = {
    "missing": Says("добавьте строку, например {key}: {ru}", "add a line, for example {key}: {en}"),
    "no-scope": Says("назовите и разрез: for: {{разрез: [{text}]}}, например for: {{branch: [north]}}", "name the dimension too: for: {{dimension: [{text}]}}, such as for: {{branch: [north]}}"),
    "not-a-mapping": Says("начните с одного из полей: {keys}", "begin with one of the fields: {keys}"),
    "key-not-a-word": Says("поставьте имя поля и двоеточие", "write the name of the field and a colon"),
    "comma": Says(
        "запишите поля друг под другом, без скобок, или возьмите текст в кавычки",
        "write the fields one below the other without braces, or put the text into quotation marks",
    ),
    "fact-unquoted": _QUOTE,
    "brace-unquoted": _QUOTE,
    "bracket-unquoted": _QUOTE,
    "colon-unquoted": Says('возьмите весь текст в кавычки: "{text}"', 'put the whole text into quotation marks: "{text}"'),
    "list-for-one": Says("оставьте одно и уберите квадратные скобки и дефисы", "keep one, and take the brackets and hyphens out"),
    "text-for-list": Says("начните каждый элемент с новой строки, дефиса и поля: - id: …", "begin each element on a line of its own with a hyphen and a field: - id: …"),
    "list-for-text": Says("уберите дефисы или соедините строки после знака |", "remove the hyphens, or join the lines after the sign |"),
    "not-a-duration": Says(
        "напишите число и единицу: 30 сек, 15 мин, 2 ч, 1 ч 30 мин, 14 дней, сразу", "write a number and a unit: 30 s, 15 min, 2 h, 14 days, at once"
    ),
    "not-a-day": Says("напишите год-месяц-день: 2026-11-02", "write year-month-day: 2026-11-02"),
    "not-an-address": Says(
        "напишите адрес целиком: https://forms.example/visit, для почты mailto:имя@company.example, для телефона tel:+74950000000",
        "write the whole address: https://forms.example/visit, for mail mailto:name@company.example, for a phone tel:+74950000000",
    ),
    "day-otherwise": Says("напишите год-месяц-день: {day}", "write year-month-day: {day}"),
    "no-such-day": Says("проверьте число и месяц; порядок такой: год-месяц-день", "look at day and month; the order is year-month-day"),
    "nothing": Says("напишите текст или уберите поле", "write a text or take the field out"),
    "headless": Says("поставьте её в начало файла", "put it at the head of the file"),
    "one-field": Says("назовите поле: «{key}: {text}»", 'name the field: "{key}: {text}"'),
    "list-of-ids": Says("напишите списком: [{ids}]", "write a list: [{ids}]"),
    "bullet": Says("начните каждый пункт с новой строки, дефиса и пробела", "begin each element on a line of its own with a hyphen and a blank"),
    "other-shape": Says("напишите {ru}", "write {en}"),
    "not-a-number": Says("напишите число цифрами", "write the number in digits"),
    "not-yes-or-no": Says("напишите true (да) или false (нет)", "write true or false"),
    "not-one-of": Says("выберите одно из: {ru}", "choose one of: {en}"),
    "not-one-of-near": Says("возможно, вы имели в виду «{near}»; бывает: {ru}", 'did you mean "{near}"? It can be: {en}'),
    "file-name": Says("переименуйте файл или исправьте имя: так ссылка всегда находит файл", "rename the file or mend the id, so that links find the file"),
}


_SURE = ("headless", "day-otherwise", "one-field", "list-of-ids", "bullet")


def check(problem: Problem) -> Iterator[Found]:
    if problem.trouble == "schema":
        repair = problem.repair if problem.form in _SURE else ()
        edits = tuple(Edit(place, text) for place, text in repair)
        yield Found(problem.place, problem.form, values=problem.values, edits=edits)
