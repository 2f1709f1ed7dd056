"""The words of the client's voice in figures, the same on the site and in the book: a language in, all of them out."""

from collections.abc import Mapping
from functools import cache
from types import SimpleNamespace

from cjm.language.numerals import counted
from cjm.language.says import Language, Says

FIGURE_WORDS: Mapping[str, Says] = {
    "nav_voice": Says("Голос клиента", "The client's voice"),
    "nav_month": Says("Итоги месяца", "The month"),
    "nav_heat": Says("Где болит", "Where it hurts"),
    # the month
    "month_lead": Says("Что сказали клиенты: {month}.", "What clients said: {month}."),
    "month_what": Says(
        "Рядом с каждым числом — от скольких человек оно и в каких границах лежит на деле.",
        "Beside each number stands from how many people it is, and between which bounds it really lies.",
    ),
    "month_not_over": Says("Месяц не кончился: посчитано по {day}.", "The month is not over: counted up to {day}."),
    "month_visits": Says("Посещений за месяц: {count}.", "Visits this month: {count}."),
    "month": Says("Месяц", "Month"),
    "source_phone": Says("по телефону", "by phone"),
    "source_desk": Says("на стойке", "at the desk"),
    "source_review": Says("публичные отзывы", "public reviews"),
    "source_": Says("известно не из ответов", "known from elsewhere"),
    "few_answers": Says("мало ответов", "few answers"),
    "really_from": Says("на деле от {low} до {high}", "really from {low} to {high}"),
    "of_asked": Says("из {sent}, кого спросили", "of {sent} who were asked"),
    "made_nps": Says("советуют {glad} % − отговаривают {sad} %", "recommend {glad} % − advise against {sad} %"),
    "made_top_two": Says("две лучшие оценки: {k} из {n}", "the two best scores: {k} of {n}"),
    "made_not_returned": Says("не обратились снова: {k} из {n}", "did not come again: {k} of {n}"),
    "made_share": Says("{k} из {n}", "{k} of {n}"),
    "made_weighted": Says(
        "средняя оценка {n} человек с учётом важности", "mean score of {n} people, weighted by importance"
    ),
    "still_waiting": Says(
        "Ещё ждут своего срока и не посчитаны: {count}.", "Still waiting for their time and not counted: {count}."
    ),
    "by_month": Says("по месяцам", "by month"),
    "goal": Says("цель", "goal"),
    "verdict_up": Says(
        "Выше прошлого месяца: разница больше погрешности.", "Above last month: the difference is larger than chance."
    ),
    "verdict_down": Says(
        "Ниже прошлого месяца: разница больше погрешности.", "Below last month: the difference is larger than chance."
    ),
    "verdict_same": Says(
        "От прошлого месяца отличается не больше, чем бывает случайно.",
        "Differs from last month by no more than chance does.",
    ),
    "verdict_few": Says("Ответов мало, судить рано.", "Few answers, too early to judge."),
    "verdict_unlike": Says(
        "Сравнить не с чем: в прошлом месяце меньше 30 ответов или другая шкала.",
        "Not to be compared: last month had fewer than 30 answers, or another scale.",
    ),
    "verdict_first": Says("Сравнить пока не с чем.", "Nothing to compare it with yet."),
    "as_table": Says("Таблицей", "As a table"),
    "by_people": Says("По тем, кто отвечал, за год", "By who answered, over the year"),
    "who_answered": Says("Кто отвечал", "Who answered"),
    "from_to": Says("На деле от и до", "Really from and to"),
    "answers": Says("Ответов", "Answers"),
    "depends_on": Says("От чего зависит", "It depends on"),
    "what_changed_here": Says("Что изменилось", "What changed"),
    "place_less": Says(
        "недовольных меньше: {k} из {n} за три месяца, раньше {k0} из {n0}",
        "fewer unhappy: {k} of {n} in three months, before {k0} of {n0}",
    ),
    "place_more": Says(
        "недовольных больше: {k} из {n} за три месяца, раньше {k0} из {n0}",
        "more unhappy: {k} of {n} in three months, before {k0} of {n0}",
    ),
    "nothing_changed": Says(
        "Сравнили чисел: {count}. Ни одно не отличается больше, чем бывает случайно.",
        "Numbers compared: {count}. None differs by more than chance does.",
    ),
    "usual_course": Says("обычный ход", "the usual course"),
    "usual_how": Says(
        "Пунктир — границы, в которых число ходит само собой; по месяцам этого ряда.",
        "The dashed lines are the bounds between which the number moves by itself, by the months of this row.",
    ),
    "usual_out": Says(
        "Кольцо — месяц вне обычного хода: {months}. Посмотрите, что тогда было; это повод спросить, а не вывод.",
        "A ring is a month outside the usual course: {months}. See what happened then; it is a reason to ask, not a result.",
    ),
    "usual_in": Says("Все месяцы в этих границах.", "All months are within these bounds."),
    "better_now": Says("Стало ли лучше", "Is it better now"),
    "better_how": Says(
        "Мера и срок названы до перемены и судятся один раз, когда срок вышел. Месяц самой перемены не считаем.",
        "Measure and length were named before the change and are judged once, when the length is over. The month of the change is left out.",
    ),
    "stands_helped": Says("помогло", "helped"),
    "stands_worse": Says("стало хуже", "became worse"),
    "stands_luck": Says("не видно", "not to be seen"),
    "stands_early": Says("рано говорить", "too early to say"),
    "stands_before": Says("перемены ещё не было", "not changed yet"),
    "stands_unmeasured": Says("сказать нечего", "nothing can be said"),
    "before_and_after": Says("до и после", "before and after"),
    "before_now": Says("до перемены", "before the change"),
    "after_now": Says("после", "after it"),
    "counted_here": Says("Сколько", "How many"),
    "visits_here": Says("Посещений", "Visits"),
    "numbers_not_approved": Says(
        "Числа стоят здесь для справки: новый месяц ничего не меняет в том, что утверждено.",
        "The numbers stand here for information: a new month changes nothing in what is approved.",
    ),
    # what was changed because clients said so
    "nav_you_said": Says("Вы сказали — мы поменяли", "You said, we changed"),
    "you_said_lead": Says(
        "О чём говорили клиенты, что теперь иначе и что сказать тем, кто просил.",
        "What clients spoke of, what is different now, and what to say to those who asked.",
    ),
    "you_said": Says("Вы сказали", "You said"),
    "we_changed": Says("Мы поменяли", "We changed"),
    "since_day": Says("с {day}", "since {day}"),
    "say_thanks": Says("Поблагодарить тех, кто просил", "Thank those who asked"),
    "thanks_made": Says(
        "Здравствуйте! Вы говорили нам: {problem}. Теперь иначе: {actions}. Спасибо, что сказали!",
        "Hello! You told us: {problem}. It is different now: {actions}. Thank you for telling us!",
    ),
    # where it hurts
    "heat_lead": Says(
        "Доля недовольных среди ответивших, точка за точкой.",
        "The share of the unhappy among those who answered, point by point.",
    ),
    "heat_of": Says(
        "Месяцев: {months}, ответов: {answers}, в среднем недовольны {mean} %.",
        "Months: {months}, answers: {answers}, unhappy in the mean {mean} %.",
    ),
    "heat_worst": Says("Хуже, чем бывает случайно", "Worse than chance makes it"),
    "heat_how": Says(
        "Выше стоит то, в чём мы увереннее: по нижнему краю. Пунктир — среднее по всем точкам.",
        "First stands what is surer, by its lower bound. The dashed line is the mean of all points.",
    ),
    "heat_few": Says("Ответов мало: сначала спросите", "Few answers: ask first"),
    "heat_few_how": Says(
        "В общий ряд эти точки не ставим: ответили меньше тридцати человек.",
        "These are not ranked: fewer than thirty people answered.",
    ),
    "unhappy": Says("Недовольны", "Unhappy"),
    "unhappy_of": Says("недовольны {share} % из {n}", "unhappy {share} % of {n}"),
    "k_of_n": Says("{k} из {n}", "{k} of {n}"),
    "in_mean": Says("в среднем {mean} %", "mean {mean} %"),
    "from_n": Says("из {n}", "of {n}"),
    "not_asked": Says("не спрашивали", "not asked"),
    "complaints": Says("жалоб {count}", "{count} complaints"),
    "only_asked": Says(
        "Здесь только точки, о которых спрашивали; вся карта — на сайте.",
        "Only what was asked about stands here; the whole map is on the site.",
    ),
    "heat_below": Says("меньше {share} %", "below {share} %"),
    "heat_above": Says("{share} % и больше", "{share} % and more"),
    "heat_hatch": Says("меньше 30 ответов", "fewer than 30 answers"),
}


@cache
def figure_words(language: Language) -> SimpleNamespace:
    """The words by name."""
    return SimpleNamespace(**{name: says.to(language) for name, says in FIGURE_WORDS.items()})


def answers_counted(count: int, language: Language) -> str:
    """«34 ответа», "34 answers"."""
    return counted(count, ("ответ", "ответа", "ответов"), ("answer", "answers"), language)
