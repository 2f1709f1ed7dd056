"""The rules about words on tables of sentences, as people write them: which are found, and which are good text."""

import datetime as dt
from collections.abc import Callable, Mapping

import pytest

from cjm.language.inflection import forms_of
from cjm.lint import Finding, RuleChoice, find, judge, lint
from cjm.lint.one_file import sentences, unquoted
from cjm.lint.words import tokens
from cjm.model import Handbook

Load = Callable[[Mapping[str, str]], Handbook]

OUTLINE = """\
handbook: test
title: Проба
language: {language}
feedback: guide@club.example
channels: [{{id: phone, title: Телефон, icon: phone}}]
people: [{{id: anna, name: Анна Орлова, role: administrator}}]
parts:
  - id: basics
    title: Основа
    sections: [visit]
"""
ROLES = """\
roles:
  - {id: administrator, title: Администратор}
  - {id: senior, title: Старший}
"""
FACTS = """\
facts:
  - {id: trial-price, title: Цена пробного, value: 900 ₽}
  - {id: cancel-limit, title: Отмена без списания, value: 4 часа, forms: {gen: 4 часов, acc: 4 часа}}
  - {id: hold-time, title: Держим место, value: 4 часа, forms: {gen: 4 часов}}
  - {id: desk-hours, title: Часы стойки, value: "8:00–21:00"}
  - {id: evening, title: Вечернее сообщение, value: "18:00"}
  - {id: club-phone, title: Телефон клуба, value: "+7 495 000-12-12"}
  - {id: club-mail, title: Почта клуба, value: hello@club.example}
  - {id: move-limit, title: Перенос, value: 14 дней, forms: {dat: 14 дням}}
"""
GAPS = """\
placeholders:
  - {id: client-name, name: имя, example: Ольга}
  - {id: child-name, name: имя ребёнка, example: Миша}
  - {id: option, name: первый вариант, example: суббота}
"""
SECTION = """\
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
"""


@pytest.fixture
def findings(load_text: Load) -> Callable[..., list[Finding]]:
    """`findings("302", more_of_the_step)`: what one rule finds in a handbook whose only section ends with `more`."""

    def run(code: str, more: str = "", *, section: str = SECTION, language: str = "ru", **files: str) -> list[Finding]:
        texts = {
            "guideline/handbook.yml": OUTLINE.format(language=language),
            "guideline/roles.yml": ROLES,
            "guideline/facts.yml": FACTS,
            "guideline/placeholders.yml": GAPS,
            "guideline/sections/visit.yml": section + more,
        }
        texts |= {f"guideline/{name.replace('_', '-')}.yml": text for name, text in files.items()}
        rule = find(code)
        assert rule is not None
        handbook = load_text(texts)
        assert not handbook.problems, handbook.problems
        return list(lint(handbook, [rule]))

    return run


Run = Callable[..., list[Finding]]


def quoted(text: str) -> str:
    """`text` as a value of YAML, whatever stands in it."""
    return "'" + text.replace("'", "''") + "'"


def words(findings: list[Finding], section: str) -> list[str]:
    """What the findings point at."""
    return [section[finding.place.start : finding.place.end] for finding in findings]


# The forms of a word


@pytest.mark.parametrize(
    ("word", "same", "other"),
    [
        ("успокойтесь", "успокойся успокойтесь", "успокоилась успокоиться"),
        ("перезвоните", "перезвони перезвоните", "перезвоню перезвоним перезвонили"),
        ("хотели", "хотел хотела хотели", "хотите хотим хочу"),
        ("предупреждали", "предупреждал предупреждала", "предупредим предупреждаем"),
        ("знаю", "знаем знаю", "знаете знали"),
        ("проблемы", "проблема проблему проблемами", "проблемный"),
        ("вежливо", "вежлив вежливый вежливее вежливым", "вежливость"),
        ("своевременно", "своевременный своевременного", "современно"),
        ("занятие", "занятия занятиями занятий", "занятость"),
        ("клиент", "клиенту клиентами клиентов", "клиентский"),
        ("гость", "гостя гостями гости", "гостиная"),
        ("читать", "читать", "читал читает"),
        ("новость", "новости новостью новостей", "новый"),
        ("читала", "читал читали", "читает"),
        ("никто", "никто", "никогда"),
        ("вы", "вы ты", "вас"),
        ("customer", "customer customers", "custom"),
        ("policy", "policy policies", "police"),
        ("complained", "complain complained complains complaining", "complaint"),
        ("ёлка", "елка елки елкой", "ель"),
        ("=нельзя", "нельзя", "нель"),
    ],
)
def test_a_word_is_known_in_its_forms_and_in_no_other_meaning(word: str, same: str, other: str) -> None:
    known = forms_of(word)
    assert all(known.has(form) for form in same.split()), word
    assert not any(known.has(form) for form in other.split()), word


def test_short_forms_are_read_in_full() -> None:
    assert [token.word for token in tokens("I don’t know, can't say, it's Ёлка")] == [
        "i", "do", "not", "know", "can", "not", "say", "it", "is", "елка",
    ]  # fmt: skip


def test_rows_and_entries_of_lists_are_sentences() -> None:
    assert [one.strip() for one in sentences("Раз. Два!\n\n- три\n- четыре\n| пять | шесть |")] == [
        "Раз.", "Два!", "- три", "- четыре", "|", "пять |", "шесть |",
    ]  # fmt: skip


def test_what_is_quoted_is_blanked_in_place() -> None:
    text = "Слово «быстро» ничего не значит"
    assert len(unquoted(text)) == len(text) and "быстро" not in unquoted(text)


# 007


@pytest.mark.parametrize(
    "text",
    [
        "TODO",
        "TBD",
        "…",
        "Позвоните ???",
        "[уточнить у Анны]",
        "(дописать)",
        "УТОЧНИТЬ срок",
        "to be decided",
        "уточнить",
        "Lorem ipsum dolor",
    ],
)
def test_gaps_left_are_found(findings: Run, text: str) -> None:
    assert len(findings("007", f"    done_when: {quoted(text)}\n")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Время надо уточнить у гостя.",
        "Он молчит…",
        "Что дальше?",
        "Добавить занятие — всегда.",
        "Гость сказал «todo-лист».",
    ],
)
def test_ordinary_words_are_no_gaps(findings: Run, text: str) -> None:
    assert findings("007", f"    done_when: {quoted(text)}\n") == []


# 301


@pytest.mark.parametrize("part", ["purpose", "trigger", "performer", "result"])
def test_a_lost_part_is_named_once(findings: Run, part: str) -> None:
    without = "".join(line for line in SECTION.splitlines(keepends=True) if not line.startswith(part))
    (finding,) = findings("301", section=without)
    assert part in finding.message and finding.place.line == 1


def test_an_empty_part_is_found_where_it_is_empty(load_text: Callable[[Mapping[str, str]], Handbook]) -> None:
    handbook = load_text({"guideline/sections/visit.yml": SECTION.replace("Гость вошёл.", '""')})
    (problem,) = (one for one in handbook.problems if one.form == "nothing")
    assert problem.place.line == 6  # the loader says so; 301 would say it again


def test_a_draft_is_not_asked_for_its_parts(findings: Run) -> None:
    assert findings("301", section="section: visit\ntitle: Визит\nstatus: draft\n") == []


# 302


@pytest.mark.parametrize(
    "text",
    [
        "Быстро подойдите к гостю.", "Дайте быстрый ответ.", "Ответьте как можно скорее.", "Ответьте, как можно быстрее.",
        "Своевременно предупредите.", "Нужно своевременное предупреждение.", "Свяжитесь в ближайшее время.",
        "По возможности перезвоните.", "При необходимости позовите старшего.", "Если нужно, позовите старшего.",
        "Answer as soon as possible.", "Respond quickly.", "Call the senior if necessary.", "Answer in a timely manner.",
        "Действуйте надлежащим образом.", "Будьте вежливы.",
    ],
)  # fmt: skip
def test_what_cannot_be_measured_is_found(findings: Run, text: str) -> None:
    assert len(findings("302", f"  - id: next\n    do: {quoted(text)}\n")) == 1


@pytest.mark.parametrize(
    "step",
    [
        "do: Быстро подойдите.\n    within: 1 мин",
        "do: Быстро подойдите.\n    within: до конца смены",
        "do: Быстро, за 2 минуты, подойдите.",
        'do: "Перезвоните быстро: за {{ cancel-limit.acc }}."',
        "do: Вежливо поздоровайтесь.\n    say: Добрый день!",
        "do: Внимательно прочтите карточку.\n    done_when: Вы знаете имя.",
        "do: При необходимости позовите старшего.\n    when: гость кричит",
        "do: Если нужно выяснить, назовите время.",
        "do: Слово «быстро» не пишите.",
        "do: Скорее всего, гость опоздал.",
        "do: Позвоните.\n    say: Быстро решим, не переживайте.",
        "do: Назначьте ответственного.",
    ],
)
def test_what_is_measured_or_seen_is_good(findings: Run, step: str) -> None:
    assert findings("302", f"  - id: next\n    {step}\n") == []


def test_a_time_that_is_no_time_is_found_whatever_else_the_step_says(findings: Run) -> None:
    (finding,) = findings("302", "    within: как можно быстрее\n    done_when: Гость улыбнулся.\n")
    assert "как можно быстрее" in finding.message


# 303, 304


def test_steps_of_one_performer_need_no_actor(findings: Run) -> None:
    assert findings("303") == []


def test_no_step_with_an_actor_is_one_finding(findings: Run) -> None:
    several = SECTION.replace("performer: administrator", "performer: [administrator, senior]")
    (finding,) = findings("303", "  - id: name\n    do: Спросите имя.\n", section=several)
    assert finding.place.line == 4


def test_too_many_steps_are_found_at_the_first_of_the_surplus(findings: Run) -> None:
    more = "".join(f"  - id: step-{number}\n    do: Шаг.\n" for number in range(10))
    (finding,) = findings("304", more)
    assert finding.place.line == 9 + 2 * 9 and "11 шагов" in finding.message


def test_the_handbook_sets_how_many_steps_are_too_many(findings: Run) -> None:
    outline = OUTLINE.format(language="ru") + "lint: {options: {304: {most: 1}}}\n"
    assert len(findings("304", "  - id: name\n    do: Спросите имя.\n", handbook=outline)) == 1


def test_a_fact_counts_in_a_heading_as_its_value_not_as_its_name(findings: Run) -> None:
    do = "Скажите, что отменить занятие без списания можно за {{ cancel-limit.acc }} до начала."
    assert findings("304", f"  - id: next\n    do: {quoted(do)}\n") == []


# 305


def test_forms_in_words_are_compared_too(findings: Run) -> None:
    facts = "facts:\n  - {id: limit, title: Предел, value: два часа, forms: {gen: двух часов, dat: трём часам}}\n"
    (finding,) = findings("305", facts=facts)
    assert "трём часам" in finding.message


def test_one_title_with_two_values_is_found(findings: Run) -> None:
    facts = "facts:\n  - {id: one, title: Цена, value: 900 ₽}\n  - {id: two, title: Цена, value: 950 ₽}\n"
    (finding,) = findings("305", facts=facts)
    assert finding.place.line == 3


def test_a_promised_wait_that_its_own_measure_contradicts_is_found(findings: Run, load_text: Load) -> None:
    journey = (
        "journey: visit\ntitle: Путь\nstages:\n  - stage: one\n    title: Этап\n    touchpoints:\n"
        "      - {id: desk, title: Стойка, contact: person, role: administrator, channel: phone, standard: visit, outcome: Ушёл}\n"
    )
    promises = (
        "promises:\n  - id: quick\n    from: administrator\n    to: Клиент\n    promise: Подойдём.\n"
        "    measure: Не больше 5 минут\n    waits: {to: visit/desk, at_most: 10 мин}\n"
    )
    rule = find("305")
    assert rule is not None
    base = {
        "guideline/handbook.yml": OUTLINE.format(language="ru"),
        "guideline/roles.yml": ROLES,
        "touchpoints/visit.yml": journey,
    }
    wrong = load_text(base | {"guideline/promises.yml": promises})
    right = load_text(base | {"guideline/promises.yml": promises.replace("10 мин", "5 мин")})
    assert [finding.place.line for finding in lint(wrong, [rule])] == [7]
    assert lint(right, [rule]) == ()


CONFLICT = """\
  - id: {id}
    says: Сколько можно ждать!
    why: Он торопится.
    answer: Обидно ждать. Сейчас займусь вами.
    alone: Место вне очереди — всегда.
    pass_on: {{to: senior, when: второй раз, how: звонком, within: "{within}"}}
    follow_up: Вечером напишите.
"""


def test_a_role_that_answers_by_a_fact_here_and_otherwise_there_is_found(findings: Run) -> None:
    by_fact = CONFLICT.format(id="one", within="{{ cancel-limit }}")
    wrong = "conflicts:\n" + by_fact + CONFLICT.format(id="two", within="2 ч")
    same = "conflicts:\n" + by_fact + CONFLICT.format(id="two", within="4 ч")
    assert [finding.place.line for finding in findings("305", wrong)] == [24]
    assert findings("305", same) == []


# 306


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Пробное стоит 900 ₽.", "{{ trial-price }}"), ("Пробное стоит 900 рублей.", "{{ trial-price }}"),
        ("Пробное стоит 900\u00a0₽.", "{{ trial-price }}"), ("Пробное — 900 руб.", "{{ trial-price }}"),
        ("Отмена за 4 часа.", "{{ cancel-limit }}"), ("Не позже 4 часов.", "{{ cancel-limit.gen }}"),
        ("Стойка работает 8:00–21:00.", "{{ desk-hours }}"), ("Сообщение уходит в 18:00.", "{{ evening }}"),
        ("Перенос равен 14 дням.", "{{ move-limit.dat }}"), ("Звоните: +7 495 000-12-12.", "{{ club-phone }}"),
        ("Пишите на hello@club.example.", "{{ club-mail }}"), ("Большой стоит 17 600 ₽.", "{{ … }}"),
        ("It costs $25.", "{{ … }}"),
    ],
)  # fmt: skip
def test_a_typed_value_is_found_with_its_fact(findings: Run, text: str, fact: str) -> None:
    (finding,) = findings("306", f"  - id: next\n    do: {quoted(text)}\n")
    assert fact in finding.hint


@pytest.mark.parametrize(
    "more",
    [
        "    say: Пробное — {{ trial-price }}.\n",
        "    within: 4 ч\n",
        "    how: |\n      1. Раз.\n      2. Два.\n",
        "look_for:\n  - абонемент за 900 рублей\n",
        "changes:\n  - {date: 2026-11-01, what: Пробное стоило 900 ₽}\n",
        "    say: Осталось 24 часа.\n",
        "    say: Группа 900 на карте.\n",
    ],
)
def test_facts_ids_and_other_numbers_are_not_typed_values(findings: Run, more: str) -> None:
    assert findings("306", more) == []


# 307


def test_a_long_sentence_is_found_and_facts_count_as_a_word(findings: Run) -> None:
    long = "Слово " * 26 + "конец."
    assert len(findings("307", f"    how: {long}\n")) == 1
    assert findings("307", "    how: " + "Слово {{ trial-price }} " * 12 + "конец.\n") == []


def test_a_list_is_not_one_long_sentence(findings: Run) -> None:
    assert findings("307", "    how: |\n" + "      - восемь слов стоит в этой строке списка\n" * 6) == []


# 401


@pytest.mark.parametrize(
    "text",
    [
        "Это не ко мне.", "Это же не ко мне!", "Я не знаю.", "Мы не знаем, спросите коллегу.", "Успокойся!", "Успокойтесь, пожалуйста.",
        "У нас такие правила.", "Так не положено.", "Надо было читать договор.", "Вы же подписали.", "Мы вас предупреждали.",
        "Я вас предупреждала.", "Вы обязаны принести справку.", "Это ваша проблема.", "Это твои проблемы.", "Перезвоните, позже.",
        "Calm down, please.", "I don't know.", "I do not know.", "That's our policy.", "That is not my job.", "You should've called.",
        "There’s nothing I can do.", "Call back later.",
    ],
)  # fmt: skip
def test_forbidden_phrases_are_found_in_every_form(findings: Run, text: str) -> None:
    assert len(findings("401", f"    say: {quoted(text)}\n")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Узнаю и вернусь к вам.", "Напишите, что вы хотите изменить.", "Я перезвоню позже, до 15:00.", "Мы вас предупредим.",
        "Вы знаете, куда идти?", "Не знаю точного часа, спрошу.", "Подойдите ко мне.", "I know the answer.", "You should see it.",
    ],
)  # fmt: skip
def test_good_words_are_not_forbidden(findings: Run, text: str) -> None:
    assert findings("401", f"    say: {quoted(text)}\n") == []


def test_the_handbook_adds_phrases_and_they_are_found_in_every_form(findings: Run) -> None:
    own = "words:\n  - {id: little-money, say: денежку переведите, instead: «Оплатить можно по ссылке»}\n"
    (finding,) = findings("401", "    say: Денежку переведи сюда.\n", words=own)
    assert "Оплатить можно по ссылке" in finding.hint
    assert words([finding], SECTION + "    say: Денежку переведи сюда.\n") == ["Денежку переведи"]


def test_what_is_never_said_may_be_quoted_there(findings: Run) -> None:
    assert findings("401", "never:\n  - say: Я не знаю\n    instead: Узнать и вернуться\n") == []


# 402


def test_each_missing_rung_is_named_in_one_finding(findings: Run) -> None:
    (finding,) = findings("402", "conflicts:\n  - id: one\n    says: Сколько ждать!\n    pass_on: {to: senior}\n")
    for key in ("why", "answer", "alone", "pass_on.when", "pass_on.how", "pass_on.within", "follow_up"):
        assert key in finding.hint
    assert finding.place.line == 12


def test_passing_on_to_oneself_is_found(findings: Run) -> None:
    conflict = "conflicts:\n" + CONFLICT.format(id="one", within="2 ч")
    assert findings("402", conflict) == []
    assert len(findings("402", conflict.replace("to: senior", "to: administrator"))) == 1


# 403


@pytest.mark.parametrize(
    "text",
    [
        "К сожалению, мест нет.", "Здесь нельзя с едой.", "Мы не можем вас записать.", "Записать вас невозможно, группа полная.",
        "Без справки не пускаем.", "Не могу. Порядок один для всех.", "Unfortunately, we are full.", "I can't do that.",
        "Refunds are not possible.", "It is not allowed.",
    ],
)  # fmt: skip
def test_a_bare_refusal_is_found(findings: Run, text: str) -> None:
    assert len(findings("403", f"    say: {quoted(text)}\n")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Здесь мест нет, зато есть во вторник.", "К сожалению, нет. Запишу вас в лист ожидания, подойдёт?",
        "В зал с едой нельзя, выберите столик у окна.", "Если не получится прийти, всё пропадёт.", "Нельзя ли прийти раньше",
        "Мест нет. Свободно: <первый вариант>.", "Когда вы не можете прийти, место пустует.", "We can't do that, but I can offer Tuesday.",
        "Unfortunately not today. Would Friday suit you?",
    ],
)  # fmt: skip
def test_a_refusal_with_a_way_out_is_good(findings: Run, text: str) -> None:
    assert findings("403", f"    say: {quoted(text)}\n") == []


# 404


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ trial-priсe }}", "trial-price"), ("{{ trial-price", "{{ trial-price }}"), ("{{ trial-price | upper }}", "{{ trial-price }}"),
        ("<имя ребёночка>", "имя ребёнка"), ("<номер карты>", "placeholders.yml"), ("{имя}, добрый день", "<имя>"),
        ("[имя ребёнка] здесь", "<имя ребёнка>"),
    ],
)  # fmt: skip
def test_what_is_not_defined_is_found_with_the_nearest_name(findings: Run, text: str, said: str) -> None:
    (finding,) = findings("404", f"    say: {quoted(text)}\n")
    assert said in finding.message + finding.hint


@pytest.mark.parametrize(
    "text", ["{{ cancel-limit.gen }}", "{{cancel-limit}}", "<Имя ребёнка>", "5 < 6 и 7 > 3", "Да [нет]"]
)
def test_what_is_defined_is_good(findings: Run, text: str) -> None:
    assert findings("404", f"    say: {quoted(text)}\n") == []


def test_nothing_is_said_of_facts_that_cannot_be_read(load_text: Load) -> None:
    section = SECTION + "    say: Пробное — {{ trial-price }}.\n"
    handbook = load_text({"guideline/sections/visit.yml": section, "guideline/facts.yml": "facts:\n\t- {id: a}\n"})
    rule = find("404")
    assert rule is not None and lint(handbook, [rule]) == ()


# 405

POLITE = "".join(
    f"  - id: polite-{number}\n    do: Спросите.\n    say: Чем вам помочь, что вы ищете?\n" for number in range(3)
)


@pytest.mark.parametrize(
    "text",
    ["Рады видеть Вас.", "Ждём, Ваш тренер здесь.", "Ждём тебя завтра.", "Где твоя карта?", "<Имя>, Вы записаны."],
)
def test_another_address_is_found(findings: Run, text: str) -> None:
    (finding,) = findings("405", POLITE + f"  - id: odd\n    do: Скажите.\n    say: {quoted(text)}\n")
    assert finding.place.line == 22


@pytest.mark.parametrize(
    "text",
    [
        "Вас ждут. Ваше время — семь.",
        "<Имя ребёнка>, привет! Где твой шкафчик?",
        "Привет! Как тебя зовут?",
        "Конец. Вы у нас впервые?",
    ],
)
def test_the_usual_address_and_a_child_are_good(findings: Run, text: str) -> None:
    assert findings("405", POLITE + f"  - id: odd\n    do: Скажите.\n    say: {quoted(text)}\n") == []


def test_what_is_used_most_is_the_way_of_the_house(findings: Run) -> None:
    formal = POLITE.replace(" вам ", " Вам ").replace(" вы ", " Вы ")
    (finding,) = findings("405", formal + "  - id: odd\n    do: Скажите.\n    say: Рады видеть вас.\n")
    assert "вас" in finding.message


def test_another_word_for_the_client_is_found_unless_the_glossary_has_it(findings: Run) -> None:
    visitor = SECTION.replace("Гость", "Посетитель")
    shared = {
        "promises": "promises:\n  - {id: one, from: administrator, to: Клиент, promise: Клиент доволен., measure: 90 %}\n",
        "client_types": "client_types:\n  - {id: one, title: Тихий, portrait: Клиент молчит.}\n",
        "words": "words:\n  - {id: one, say: нет, instead: клиенту — да}\n",
    }
    glossary = "terms:\n  - {id: visitor, term: посетитель, means: Кто пришёл без записи.}\n"
    (finding,) = findings("405", section=visitor, **shared)
    assert "«Посетитель»" in finding.message and "«клиент»" in finding.message
    assert findings("405", section=visitor, glossary=glossary, **shared) == []


# 406, 409


@pytest.mark.parametrize(
    "text",
    [
        "+7 916 123-45-67",
        "8 (916) 123-45-67",
        "89161234567",
        "+44 20 7946 0958",
        "olga.petrova@mail.ru",
        "4276 3800 1234 5679",
    ],
)
def test_personal_data_is_found(findings: Run, text: str) -> None:
    (finding,) = findings("406", f"    how: {quoted('Запишите: ' + text + '.')}\n")
    assert words([finding], SECTION + f"    how: {quoted('Запишите: ' + text + '.')}\n") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "+7 495 000-12-12",
        "8 495 000 12 12",
        "hello@club.example",
        "guide@club.example",
        "4276 3800 1234 5670",
        "2026-11-02",
        "8:00–21:00",
        "12 345 678 ₽",
    ],
)
def test_the_clubs_own_contacts_and_other_numbers_are_not_personal(findings: Run, text: str) -> None:
    assert findings("406", f"    how: {quoted('Запишите: ' + text + '.')}\n") == []


@pytest.mark.parametrize(
    "text",
    ["Позовите Марину Кузнецову.", "Кузнецова Марина ушла.", "Как у Игоря Соловьёва.", "Дашей Петренко довольны."],
)
def test_a_full_name_is_found(findings: Run, text: str) -> None:
    assert len(findings("409", f"    how: {text}\n")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Позовите Анну Орлову.",
        "Анна Орлова ответит.",
        "Позовите Марину.",
        "Марина Сергеевна ответит.",
        "Вера Надежда Любовь.",
        "У Ольги Старший администратор.",
    ],
)
def test_first_names_and_the_people_of_the_handbook_are_good(findings: Run, text: str) -> None:
    assert findings("409", f"    how: {text}\n") == []


def test_an_english_full_name_is_found_in_an_english_handbook(findings: Run) -> None:
    assert len(findings("409", "    how: Ask Emily Watson about it.\n", language="en")) == 1


# 501, 502


def test_a_planned_section_is_a_finding_only_for_release(findings: Run) -> None:
    outline = OUTLINE.format(language="ru").replace("[visit]", "[visit, {planned: bye, title: Прощание}]")
    assert findings("501", handbook=outline) == []
    assert len(findings("501", handbook=outline + "lint: {profile: release}\n")) == 1


def test_a_section_listed_under_a_mistyped_name_is_named(findings: Run) -> None:
    outline = OUTLINE.format(language="ru").replace("[visit]", "[visitt]")
    unwritten, unlisted = findings("501", handbook=outline)
    assert "«visit»" in unwritten.hint and unlisted.place.file == "guideline/sections/visit.yml"


def test_a_section_listed_twice_is_found(findings: Run) -> None:
    assert len(findings("501", handbook=OUTLINE.format(language="ru").replace("[visit]", "[visit, visit]"))) == 1


@pytest.mark.parametrize(
    "to",
    [
        "section:visitt",
        "section:visit/bye",
        "journey:visit",
        "role:boss",
        "term:x",
        "visit.html",
        "#steps",
        "sections:visit",
    ],
)
def test_a_dead_link_is_found(findings: Run, to: str) -> None:
    assert len(findings("502", f"    how: Смотрите [здесь]({to}).\n")) == 1


@pytest.mark.parametrize(
    "to", ["section:visit", "section:visit/greet", "role:senior", "https://club.example/a", "mailto:a@club.example"]
)
def test_a_link_that_leads_somewhere_is_good(findings: Run, to: str) -> None:
    assert findings("502", f"    how: Смотрите [здесь]({to}).\n") == []


def test_a_link_to_a_section_that_is_still_planned_is_good(findings: Run) -> None:
    outline = OUTLINE.format(language="ru").replace("[visit]", "[visit, {planned: bye, title: Прощание}]")
    assert findings("502", "    how: Смотрите [здесь](section:bye).\n", handbook=outline) == []


# 503, 605, 703

GLOSSARY = "terms:\n  - {id: trial, term: пробное занятие, means: Первое занятие., not: [тестовое занятие]}\n"


def test_a_word_that_the_glossary_rejects_is_found_in_every_form(findings: Run) -> None:
    (finding,) = findings("503", "    how: Нет пробных занятий, а тестовых занятий много.\n", glossary=GLOSSARY)
    assert "«тестовых занятий»" in finding.message and "пробное занятие" in finding.hint


def test_a_client_may_call_it_as_he_likes(findings: Run) -> None:
    more = "look_for:\n  - тестовое занятие\n"
    assert findings("503", "    how: О пробных занятиях.\n" + more, glossary=GLOSSARY) == []


def test_a_term_that_nothing_uses_is_found(findings: Run) -> None:
    (finding,) = findings("503", glossary=GLOSSARY)
    assert finding.place.file == "guideline/glossary.yml"


def test_no_owner_is_found_and_an_unknown_one_is_another_rules_matter(findings: Run) -> None:
    (finding,) = findings("605", section=SECTION.replace("owner: anna\n", ""))
    assert "anna" in finding.hint


QUESTION = """\
questions:
  - id: one
    ask: Что вы сделаете?
    use: exam
    options:
      - {text: Подожду, because: Он уйдёт.}
      - {text: Спрошу, right: true}
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (", right: true", ", because: Так.", ), (", because: Он уйдёт.", ""), (", because: Он уйдёт.", ", right: true"),
        ("text: Спрошу", "text: «подожду!»"), ("      - {text: Подожду, because: Он уйдёт.}\n", ""),
    ],
)  # fmt: skip
def test_an_unsound_question_is_found(findings: Run, before: str, after: str) -> None:
    assert findings("703", QUESTION) == []
    assert before in QUESTION
    assert len(findings("703", QUESTION.replace(before, after))) == 1


def test_an_answer_is_where_a_question_says(findings: Run) -> None:
    asked = QUESTION + "    see: never\n"
    (finding,) = findings("703", asked)
    assert "в never" in finding.message and finding.place.column == 10
    assert findings("703", asked + "never: [{do: Не гадайте., instead: Спросите.}]\n") == []


# The handbook of this repository is good text


CODES = "007 301 302 303 304 305 306 307 401 402 403 404 405 406 409 501 502 503 605 703"


@pytest.mark.parametrize("code", CODES.split())
def test_the_reference_handbook_is_clean(handbook: Handbook, code: str) -> None:
    verdict = judge(handbook, today=dt.date(2026, 11, 22), asked=RuleChoice(select=(code,)))
    assert [f"{one.place.file}:{one.place.line} {one.message}" for one in verdict.shown if one.code[3] != "8"] == []


# 308


def test_what_is_not_read_out_does_not_count(findings: Run) -> None:
    almost = "слово " * 585 + "."
    assert findings("308", f"    how: {quoted(almost)}\nlook_for:\n  - {'ищут ' * 50}\n") == []
    (finding,) = findings("308", f"    how: {quoted(almost)}\nnever:\n  - {{say: нет и ещё раз нет, instead: да}}\n")
    assert "запреты 6" in finding.message and finding.place.line == 2


def test_a_fact_counts_as_it_is_read(findings: Run) -> None:
    phones = "{{ club-phone }} " * 210
    (finding,) = findings("308", f"    how: {quoted(phones)}\n")
    assert "шаги 631" in finding.message, finding.message


# 410

DECLINED = (
    GAPS
    + """\
  - {id: child-gen, name: имя ребёнка (у кого), example: Миши}
  - {id: child-dat, name: имя ребёнка (кому), example: Мише}
  - {id: day, name: день, example: "суббота, 14 ноября"}
  - {id: day-when, name: день (когда), example: "в субботу"}
"""
)


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("Для <имя ребёнка> есть место.", "<имя ребёнка (у кого)>"), ("У <Имя ребёнка> успехи!", "<имя ребёнка (у кого)>"),
        ("Подойдите к <имя ребёнка>.", "<имя ребёнка (кому)>"), ("Подойдите к <имя ребёнка (у кого)>.", "<имя ребёнка (кому)>"),
        ("Придёте с <имя ребёнка>?", "name: имя ребёнка (с кем)"),
    ],
)  # fmt: skip
def test_a_name_after_a_preposition_is_declined(findings: Run, said: str, hint: str) -> None:
    (finding,) = findings("410", f"    say: {quoted(said)}\n", placeholders=DECLINED)
    assert hint in finding.hint


@pytest.mark.parametrize(
    "said",
    [
        "Для <имя ребёнка (у кого)> есть место.", "<Имя ребёнка> уже в воде.", "Придёт <имя ребёнка> в <день>.",
        "Есть <первый вариант> или до <первый вариант>.", "Вы у стойки, <имя ребёнка>?", "Ждём на <день>.",
    ],
)  # fmt: skip
def test_a_name_in_its_case_is_good(findings: Run, said: str) -> None:
    assert findings("410", f"    say: {quoted(said)}\n", placeholders=DECLINED) == []


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("Ждём вас у <врач>.", "name: врач (у кого)"), ("Запишу к <Врач>.", "name: врач (к кому)"), ("Это для <имя>.", "name: имя (для кого)"),
        ("Приём до <час>.", ""), ("Идём от <город>.", ""), ("Ведёт <врач>.", ""), ("Ждём у <врача>.", ""), ("Ждём с <день (чего)>.", ""),
        ("Ждём с <день (чего)> до <день (чего)>.", ""), ("Занятия до <день>.", ""),
    ],
)  # fmt: skip
def test_without_a_declined_form_a_persons_name_is_known_all_the_same(findings: Run, said: str, hint: str) -> None:
    gaps = """\
placeholders:
  - {id: name, name: имя, example: Ольга}
  - {id: doctor, name: врач, example: Ирина Сергеевна}
  - {id: doctor-of, name: врача, example: Ирины Сергеевны}
  - {id: hour, name: час, example: "19:00"}
  - {id: town, name: город, example: Тверь}
  - {id: day, name: день, example: суббота}
  - {id: day-when, name: день (когда), example: в субботу}
"""
    if "(чего)" in said:
        gaps += "  - {id: day-of, name: день (чего), example: субботы}\n"
    found = findings("410", f"    say: {quoted(said)}\n", placeholders=gaps)
    assert [hint in finding.hint for finding in found] == [True] * bool(hint)


# 010


@pytest.mark.parametrize(
    ("decides", "cut"),
    [
        ("[Скидка за ожидание, если ждали час]", ["если ждали час"]),
        ("[Перенос, Скидка за ожидание, если ждали час, подарок]", ["если ждали час"]),
        ('["Скидка за ожидание, если ждали час"]', []), ("[Перенос, Скидка]", []), ("[перенос, скидка]", []),
        ("\n      - Скидка\n      - если ждали час", []),
    ],
)  # fmt: skip
def test_a_phrase_cut_by_its_comma_is_found(findings: Run, decides: str, cut: list[str]) -> None:
    roles = ROLES + f"  - id: junior\n    title: Младший\n    decides: {decides}\n"
    assert [finding.message.partition("«")[2].partition("»")[0] for finding in findings("010", roles=roles)] == cut


@pytest.mark.parametrize(
    ("asks", "cut"),
    [
        ("[Будет больно, если дышать?, Долго?]", ["если дышать?"]),
        ("[Будет больно?, Долго?]", []),
        ("[больно, долго]", []),
    ],
)
def test_a_short_sentence_cut_by_its_comma_is_found_too(findings: Run, asks: str, cut: list[str]) -> None:
    types = f"client_types:\n  - id: afraid\n    title: Боится\n    asks: {asks}\n"
    found = findings("010", client_types=types)
    assert [finding.message.partition("«")[2].partition("»")[0] for finding in found] == cut


# 011


@pytest.mark.parametrize(
    ("step", "lost"),
    [
        ("    how: Кабинет #3, налево\n", ["#3, налево"]), ("    how: Кабинет # третий от входа\n", []),
        ("    how: 'Кабинет #3'\n", []), ("    how: |\n      Кабинет #3\n", []), ("    how: Кабинет №3\n", []),
        ("    how: >-\n      Кабинет\n      #3\n", []), ("    how: \"Кабинет 3\" #спросить\n", ["#спросить"]),
    ],
)  # fmt: skip
def test_what_a_number_sign_cut_off_is_found(findings: Run, step: str, lost: list[str]) -> None:
    assert [finding.message.partition("«")[2].rstrip("»") for finding in findings("011", step)] == lost


# Letters of another alphabet


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ничeгo слoжнoгo, oплата", "Ничего сложного, оплата"),
        ("Пришли c ребёнком. C сыном.", "Пришли с ребёнком. С сыном."),
        ("Скажите <имя рeбёнка>.", "Скажите <имя ребёнка>."),
        ("Откройте Еxcel.", "Откройте Excel."),
        ("BСЕ ушли", "ВСЕ ушли"),
        ("Витамин C, группа A, план B и 3D-тур", ""),
        ("SMSка из CRM, QR-код, IT-отдел, CMSом, e-mail", ""),
        ("Смотрите [здесь](section:visit) и {{ trial-price }}", ""),
        ("Размер X, 4 кВт·ч, 10 м2", ""),
    ],
)
def test_letters_of_another_alphabet(findings: Run, typed: str, meant: str) -> None:
    more = f"    say: {quoted(typed)}\n"
    found = findings("418", more)
    text = SECTION + more
    for edit in reversed([edit for one in found for edit in one.edits]):
        text = text[: edit.place.start] + edit.text + text[edit.place.end :]
    assert len(found) == bool(meant)
    assert text == SECTION + f"    say: {quoted(meant or typed)}\n"
    assert not findings("404", more)


# Hours


@pytest.mark.parametrize(
    ("hours", "within", "words_at_fault"),
    [
        ('time: "8:00–21:00"', "до 23:00", "23:00"),
        ('time: "8:00–21:00"', "до 21:00", ""),
        ('time: "8:00–21:00"', "каждый день до 10:00", ""),
        ('time: "8:00–21:00"', "в 7:30", "7:30"),
        ('time: "8:00–21:00"', "до 8:00", ""),
        ('time: "с 9 до 20"', '"до {{ evening }}"', ""),
        ('time: "с 9 до 17"', '"до {{ evening }}"', "18:00"),  # the fact is what is mended
        ('time: "{{ desk-hours }}"', "до 22:00", "22:00"),
        ('time: "22:00–6:00"', "до 4:00", ""),
        ('time: "22:00–6:00"', "до 12:00", "12:00"),
        ("time: круглосуточно", "до 3:00", ""),
        ('time: "8:00–21:00"', "10 мин от начала", ""),
        ("time: с утра", "до 23:00", "с утра"),
        ('time: "8:00–21:00", days: пн-сб', "до 12:00", ""),
        ('time: "8:00–21:00", days: "пн, ср и пт"', "до 12:00", ""),
        ('time: "8:00–21:00", days: Mon–Fri', "до 12:00", ""),
        ('time: "8:00–21:00", days: через день', "до 12:00", "через день"),
        ('time: "25:00–26:00"', "до 12:00", '"25:00–26:00"'),
    ],
)
def test_a_deadline_in_the_hours(load_text: Load, hours: str, within: str, words_at_fault: str) -> None:
    texts = {
        "guideline/handbook.yml": OUTLINE.format(language="ru")
        + f"hours:\n  - {{id: desk, title: Открыто, {hours}}}\n",
        "guideline/facts.yml": FACTS,
        "guideline/sections/visit.yml": SECTION + f"    within: {within}\n",
    }
    rule, handbook = find("319"), load_text(texts)
    assert rule is not None
    found = lint(handbook, [rule])
    at_fault = [texts[one.place.file][one.place.start : one.place.end] for one in found]
    assert [one.strip('"') for one in at_fault] == ([words_at_fault.strip('"')] if words_at_fault else [])


JOURNEY = """\
journey: way
title: Путь
stages:
  - stage: ask
    title: Вопрос
    touchpoints:
      - {id: ask, title: Спросил, contact: product, channel: phone, wait: WAIT, next: told}
      - {id: told, title: Ответили, contact: product, channel: phone, outcome: Знает}
"""


@pytest.mark.parametrize(
    ("wait", "at_most", "hours", "kept"),
    [
        ("2 рабочих дня", "2 дня", "", True),
        ("2 рабочих дня", "3 дня", "time: 9–18, days: пн–пт", False),  # asked on a Thursday evening
        ("2 рабочих дня", "4 дня", "time: 9–18, days: пн–пт", True),
        ("2 рабочих дня", "2 рабочих дня", "time: 9–18, days: пн–пт", True),
        ("2 дня", "2 дня", "time: 9–18, days: пн–пт", True),
        ("до конца дня", "10 ч", "time: 9–18", True),
        ("до конца дня", "10 ч", "", False),
        ("полтора часа", "1 ч 30 мин", "", True),
        ("до конца дня", "10 ч", "time: с утра", False),
    ],
)
def test_a_wait_knows_the_hours(load_text: Load, wait: str, at_most: str, hours: str, kept: bool) -> None:
    more = f"hours:\n  - {{id: desk, title: Открыто, {hours}}}\n" if hours else ""
    handbook = load_text(
        {
            "guideline/handbook.yml": OUTLINE.format(language="ru") + more,
            "touchpoints/way.yml": JOURNEY.replace("WAIT", wait),
            "guideline/promises.yml": "promises:\n  - {id: soon, from: administrator, to: Клиент, promise: Ответим, measure: Часы,"
            f" waits: {{from: ask, to: told, at_most: {at_most}}}}}\n",
        }
    )
    rule = find("210")
    assert rule is not None
    assert bool(lint(handbook, [rule])) is not kept
