"""A sealed edition in, the one page out on which its exam is taken: questions, script and style in one file."""

import json
from collections.abc import Mapping
from typing import Any

from cjm.language.says import Says

FILES = ("paper.html", "paper.css", "paper.js")  # below templates/training

_WORDS: Mapping[str, Says] = {
    "no_script": Says("Этой странице нужен JavaScript: включите его или возьмите билет на бумаге.", "This page needs JavaScript: switch it on, or take a paper."),
    "lead": Says("Вопросов: {questions}, для зачёта нужно верных: {pass}. Страницу открывает экзаменатор своим кодом.", "Questions: {questions}; right answers to pass: {pass}. The examiner opens the page with the code."),
    "name": Says("Кто сдаёт", "Who takes it"),
    "name_hint": Says("Имя и фамилия", "First and last name"),
    "two_words": Says("Напишите имя и фамилию: по их первым буквам составляется билет.", "Write first and last name: the paper is drawn from their first letters."),
    "same_person": Says("Экзаменатор и тот, кто сдаёт, — один человек. Пусть примет другой.", "Examiner and examined are one person. Let somebody else hold it."),
    "role": Says("Роль", "Role"),
    "run": Says("Который раз", "Which run"),
    "run_first": Says("Первый", "The first"),
    "run_second": Says("Второй, с другими вопросами", "The second, with other questions"),
    "run_retry": Says("Пересдача", "A retry"),
    "run_more": Says("Ещё одна пересдача", "One more retry"),
    "before": Says("Короткий код первого раза", "Short code of the first run"),
    "before_hint": Says("Внизу подписанного листа. С ним билет начнётся с ошибок первого раза; без него — нет.", "At the foot of the signed sheet. With it the paper begins with what was wrong; without it does not."),
    "before_wrong": Says("Код не подходит: он от другого человека, роли или экзамена. Проверьте или сотрите его.", "The code does not fit: it is another person's, role's or exam's. Check it, or leave it empty."),
    "examiner": Says("Кто принимает", "Who holds it"),
    "code": Says("Код экзаменатора", "The examiner's code"),
    "code_hint": Says("Его знает только тот, кто принимает", "Known only to who holds the exam"),
    "code_wrong": Says("Код не подходит к этой редакции экзамена.", "The code does not open this edition of the exam."),
    "not_secure": Says("Здесь браузер не даёт расшифровать вопросы: страница открыта по http. Сохраните файл на телефон и откройте его оттуда или откройте по https.", "The browser does not decrypt here: the page was opened over http. Save the file and open it from the device, or use https."),
    "open": Says("Открыть билет", "Open the paper"),
    "progress": Says("Вопрос {at} из {all}", "Question {at} of {all}"),
    "minutes": Says("{minutes} мин", "{minutes} min"),
    "choose_one": Says("Один верный ответ", "One right answer"),
    "choose_several": Says("Отметьте все верные", "Tick all that are right"),
    "choose_order": Says("Нажимайте по порядку, с первого", "Tap them in order, beginning with the first"),
    "choose_say": Says("Ответьте экзаменатору вслух, потом нажмите кнопку", "Answer the examiner aloud, then press the button"),
    "unknown": Says("Не знаю — объясните потом", "I do not know: explain it later"),
    "later": Says("Отложить", "Later"),
    "answer": Says("Ответить", "Answer"),
    "said_aloud": Says("Ответ прозвучал", "Said aloud"),
    "choose_first": Says("Сначала выберите ответ.", "Choose an answer first."),
    "hand_over": Says("Готово. Отдайте телефон экзаменатору.", "Done. Hand the phone to the examiner."),
    "mark": Says("Проверить ответы", "Mark the answers"),
    "tick_said": Says("Отметьте, что прозвучало", "Tick what was said"),
    "show_it": Says("Пусть покажет", "Let it be shown"),
    "tick_shown": Says("Отметьте, что получилось", "Tick what was done well"),
    "seal": Says("Показать итог", "Show the result"),
    "passed": Says("Сдано: {right} из {all}", "Passed: {right} of {all}"),
    "failed": Says("Не сдано: {right} из {all}, нужно {pass}", "Not passed: {right} of {all}, {pass} are needed"),
    "must_missed": Says("Здесь ошибаться нельзя: {sections}", "No error is let pass here: {sections}"),
    "day": Says("Дата", "Date"),
    "edition": Says("Редакция", "Edition"),
    "shown": Says("Показано", "Shown"),
    "read_again": Says("Разобрать и перечитать", "To talk over and read again"),
    "chosen": Says("Ответ", "Answered"),
    "right": Says("Верно", "Right"),
    "not_said": Says("Не прозвучало", "Not said"),
    "code_for": Says("Короткий код: в нём все ответы. Он понадобится на втором разе.", "The short code holds all answers. It is asked for in the second run."),
    "signed_by": Says("{name}, подпись", "{name}, signature"),
    "print": Says("Распечатать", "Print"),
    "save": Says("Сохранить результат", "Save the result"),
}  # fmt: skip


def exam_page(packed: Mapping[str, Any], templates: Mapping[str, str]) -> str:
    """The page of a sealed edition; `templates` are the texts of FILES by name."""
    from jinja2 import Environment
    from markupsafe import Markup

    language = packed["head"]["language"]
    told = {name: says.to(language) for name, says in _WORDS.items()}
    page = Environment(autoescape=True).from_string(templates["paper.html"])
    return page.render(
        head=packed["head"], words=told, packed=Markup(_embedded(packed)), told=Markup(_embedded(told)),
        js=Markup(templates["paper.js"]), css=Markup(templates["paper.css"]),
    )  # fmt: skip


# Private functions


def _embedded(data: Any) -> str:
    """JSON that no sign of an author can end."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
