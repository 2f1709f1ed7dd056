"""A line of a document and what becomes of it."""

from collections.abc import Mapping
from typing import Any

import pytest

from cjm.intake.block import Block
from cjm.intake.outline import title_of
from tests.intake.test_studio import plan

ROLES = "## Задачи\n\nАдминистратор:\n- Приём звонков\n- Рассылки\n\nМенеджер по продажам:\n- Рассылки\n- Договоры\n\n## Раздел\n\n"


def section(text: str) -> Mapping[str, Any]:
    return next(one.value for one in plan(ROLES + text).drafts if one.id == "razdel")


def ends(text: str) -> list[str]:
    made = plan("## Раздел\n\n- Позвоните клиенту\n\n" + text)
    return [one.end for one in made.fates][2:]


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("- Напишите клиенту", {"do": "Напишите клиенту"}),
        ("1. Позвонить клиенту", {"do": "Позвонить клиенту"}),
        ("- Если клиент не ответил, позвоните ему", {"when": "клиент не ответил", "do": "Позвоните ему"}),
        ("- Администратор пересылает чек", {"who": "administrator", "do": "Администратор пересылает чек"}),
        (
            "- Менеджер по продажам звонит клиенту",
            {"who": "menedzher-po-prodazham", "do": "Менеджер по продажам звонит клиенту"},
        ),
        ("- Кассир пробивает чек", {"do": "Кассир пробивает чек", "open": {"who": "«Кассир» — какая это роль?"}}),
        ("- If the client does not answer, call him", {"when": "the client does not answer", "do": "Call him"}),
        (
            "- The teacher dictates the feedback",
            {"do": "The teacher dictates the feedback", "open": {"who": "«teacher» — какая это роль?"}},
        ),
        ("- Скажите клиенту: «Добро пожаловать в клуб!»", {"do": "Скажите клиенту", "say": "Добро пожаловать в клуб!"}),
        ("- Напишите: «Ждём вас, ______»", {"do": "Напишите", "write": "Ждём вас, <что вписать>"}),
    ],
)
def test_steps(line: str, step: Mapping[str, Any]) -> None:
    (made,) = section(line + "\n")["steps"]
    assert {key: value for key, value in made.items() if key != "id"} == step


@pytest.mark.parametrize(
    "line", ["- Есть ошибка в записях", "- от него пришли клиенты", "- отзыв на Яндексе", "- Внесение финансов"]
)
def test_what_is_no_step(line: str) -> None:
    assert "steps" not in section(line + "\n")


def test_a_task_of_two_roles_is_shared() -> None:
    duties = {one.title: one.value["who"] for one in plan(ROLES + "- Позвоните\n").drafts if one.kind == "duty"}
    assert duties["Рассылки"] == ["administrator", "menedzher-po-prodazham"]
    assert duties["Договоры"] == ["menedzher-po-prodazham"]


def test_rhythm_of_a_known_role_is_a_duty() -> None:
    (made,) = [
        one for one in plan(ROLES + "Администратор раз в неделю проверяет анкеты\n").drafts if one.value.get("every")
    ]
    assert (made.kind, made.value["every"], made.value["who"]) == ("duty", "раз в неделю", ["administrator"])


def test_words_of_a_client_and_their_answer() -> None:
    (made,) = section("Клиент: «Почему списали деньги?»\n\nОтвет: Понимаю, давайте проверим.\n")["conflicts"]
    assert (made["says"], made["answer"]) == ("Почему списали деньги?", "Понимаю, давайте проверим.")
    (made,) = section("«Верните деньги!»\n")["conflicts"]
    assert set(made["open"]) == {"why", "answer"}


def test_questions_with_answers_are_looked_up() -> None:
    made = section("Вопрос: Можно перенести занятие?\n\nОтвет: Да, дважды в месяц.\n")
    assert [(one["title"], one["text"]) for one in made["details"]] == [
        ("Можно перенести занятие?", "Да, дважды в месяц.")
    ]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Уточнить у директора, сколько минут\n", "ask"),
        ("- Срок ответа: ???\n", "ask"),
        ("- Например, 2500 Петров Саша\n", "not-understood"),
        ("Ок\n", "not-understood"),
        ("---\n", "dropped"),
        ("© Клуб, 2026. Все права защищены\n", "dropped"),
        ("Подробности смотрите в приложении к договору\n", "field"),
    ],
)
def test_where_a_line_ends(text: str, end: str) -> None:
    assert ends(text) == [end]


def test_an_article_is_told_to_be_one() -> None:
    prose = (
        "Когда мы начинали, никто не думал, что сервис станет таким важным делом, ведь люди приходили сами и денег хватало на всё, что мы хотели. "
        * 2
    )
    made = plan(
        f"# О сервисе\n\n## Как всё было\n\n{prose}\n\n{prose}\n\n## Что мы поняли\n\n{prose}\n\nNPS — это индекс готовности рекомендовать\n"
    )
    assert made.sort == "article"
    assert sorted(one.kind for one in made.drafts) == ["planned", "planned", "term"]
    assert [one.why.ru for one in made.ended("dropped") if one.why][1:] == ["рассуждение: стандартом не стало"] * 3


def test_a_contents_makes_headings_of_bare_lines() -> None:
    made = plan(
        "Содержание\nПриём звонка ..... 2\nВозврат денег ..... 3\nЖалоба ..... 4\n\nПриём звонка\nВозьмите трубку\nВозврат денег\nПроверьте чек\nЖалоба\n"
    )
    assert [(one.kind, one.title) for one in made.drafts] == [
        ("section", "Приём звонка"),
        ("section", "Возврат денег"),
        ("planned", "Жалоба"),
    ]


def test_no_name_and_no_number_of_a_person_is_left() -> None:
    made = plan(
        "## Кому звонить Марии Ивановой\n\n- Позвоните Анне Сергеевне: +7 912 345-67-89\n- Перешлите на anna@mail.ru\n\nДобрый день, Екатерина! Это Пётр Громов из клуба.\n"
    )
    said = repr(made)
    assert not any(one in said for one in ("Мари", "Иванов", "Анн", "912", "anna", "Екатерин", "Громов", "marii"))
    assert len(made.masked) >= 5


REGULATION = """РЕГЛАМЕНТ ОТДЕЛА

1. Общие положения
1.1. Настоящий регламент описывает порядок работы с обращениями.

2. Приём обращения
2.1. Менеджер принимает обращение.
2.2. При отсутствии данных менеджер уточняет у клиента:
- фамилию;
- номер договора.
2.3. Если вопрос нельзя решить сразу, менеджер передаёт его руководителю.

3. Разбор звонков
3.1. Руководитель проводит разбор звонков 1-2 раза в месяц.
3.2. Запрещается:
- повышать голос;
- обещать сроки.

4. Скрипт звонка
Добрый день, меня зовут Ольга.
Клиент: «Почему так долго?»
Ответ: Сейчас проверю.

Ответственный: Петрова Анна, тел. +7 900 123-45-67
"""


def test_a_regulation_by_clauses() -> None:
    made = plan(REGULATION, "регламент.txt")
    sections = {one.id: one.value for one in made.drafts if one.kind == "section"}
    assert list(sections) == ["obshchie-polozheniya", "priyom-obrashcheniya", "razbor-zvonkov", "skript-zvonka"]
    steps: Any = sections["priyom-obrashcheniya"]["steps"]
    assert [one.get("how") for one in steps] == [None, "- фамилию;\n- номер договора.", None]
    assert steps[2]["when"] == "вопрос нельзя решить сразу"
    never: Any = sections["razbor-zvonkov"]["never"]
    assert [one["do"] for one in never] == ["повышать голос", "обещать сроки."]
    (duty,) = [one for one in made.drafts if one.kind == "duty"]
    assert (duty.value["every"], duty.value["open"]) == (
        "1-2 раза в месяц",
        {"who": "«Руководитель» — какая это роль?"},
    )
    conflicts: Any = sections["skript-zvonka"]["conflicts"]
    assert [(one["says"], one["answer"]) for one in conflicts] == [("Почему так долго?", "Сейчас проверю.")]
    assert [one.line.text for one in made.ended("ask")] == ["Ответственный: [имя], тел. [телефон]"]
    assert made.ended("not-understood") == ()


def test_a_table_of_objections_in_the_text() -> None:
    table = "| Возражение | Ответ |\n| --- | --- |\n| Дорого | Сравним с тем, что входит |\n| Я подумаю | |\n"
    first, second = section(table)["conflicts"]
    assert (first["says"], first["answer"]) == ("Дорого", "Сравним с тем, что входит")
    assert second["open"].keys() == {"why", "answer"}


def test_another_table_is_looked_up() -> None:
    (detail,) = section("Размер групп:\n\n| Группа | Детей |\n| --- | --- |\n| Лагерь | 13 |\n")["details"]
    assert (detail["title"], detail["text"]) == ("Размер групп", "| Группа | Детей |\n| --- | --- |\n| Лагерь | 13 |")


def test_a_file_named_after_a_person_and_somebodys_letter_box() -> None:
    made = plan(
        "- Позвоните\n- Почта: [написать](mailto:petrova.a@mail.ru)\n- [Отдел](mailto:info@club.example)\n",
        "Регламент_Петровой Анны.md",
    )
    assert made.document.startswith("Регламент [имя] ") and made.document.endswith(".md")
    assert [one.title for one in made.drafts if one.kind == "section"] == ["Регламент [имя]"]
    assert [one.value["address"] for one in made.drafts if one.kind == "resource"] == ["mailto:info@club.example"]
    assert "petrova" not in repr(made).lower()


DEAR = [("Дорого", "Понимаю")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Возражение: «Дорого» — ответить: «Понимаю».", DEAR),
        ("Возражение 1: Дорого. Ответ: Понимаю", DEAR),
        ('Если клиент говорит: "Дорого" — ответ: "Понимаю"', DEAR),
        ("Когда гость скажет «Дорого», отвечаем: «Понимаю»", DEAR),
        ("Клиент говорит «Дорого» — скажите: Понимаю", DEAR),
        ("- Возражение: «Дорого»\n- Ответ: Понимаю", DEAR),
        ("Возражение: Дорого\n\nОтветьте: «Понимаю»", DEAR),
        ("Objection: Дорого. Response: Понимаю", DEAR),
        ('If the client says "Дорого", we answer: "Понимаю"', DEAR),
        ("| № | Objection | Response |\n|---|---|---|\n| 1 | Дорого | Понимаю |", DEAR),
        ("| Возражение | Что сказать |\n|---|---|\n| Дорого | Понимаю |", DEAR),
        ("Возражение: «Дорого» — ответить: «Понимаю». Возражение: «Подумаю» — ответить: «Конечно».", [*DEAR, ("Подумаю", "Конечно")]),
        ("Мы не спорим. Возражение: «Дорого» — ответить: «Понимаю».", DEAR),
    ],
)  # fmt: skip
def test_an_objection_and_its_answer_wherever_they_stand(text: str, told: list[tuple[str, str]]) -> None:
    made = section(text + "\n")
    assert [(one["says"], one["answer"].rstrip(".")) for one in made["conflicts"]] == told
    assert all(set(one["open"]) == {"why"} for one in made["conflicts"])
    assert ("Мы не спорим." in str(made.get("details"))) == ("не спорим" in text)


@pytest.mark.parametrize(
    "text",
    [
        "Если клиент говорит тихо, ответьте так же тихо.",
        "Администратор отвечает за кассу.",
        "Клиент говорит по-английски",
    ],
)
def test_what_is_no_objection(text: str) -> None:
    assert "conflicts" not in section(text + "\n")


@pytest.mark.parametrize("marks", [("Вопрос", "Ответ"), ("В", "О"), ("Q", "A"), ("Question 1", "Answer 1")])
def test_pairs_of_question_and_answer_are_looked_up(marks: tuple[str, str]) -> None:
    asked, answered = marks
    made = section(f"{asked}: Можно с собакой?\n{answered}: Нельзя.\n\n{asked}: Где парковка?\n{answered}: Во дворе.\n")
    assert [(one["title"], one["text"]) for one in made["details"]] == [
        ("Можно с собакой?", "Нельзя."),
        ("Где парковка?", "Во дворе."),
    ]


def test_a_line_with_the_name_of_a_field_is_that_field() -> None:
    made = section(
        "Цель: гость знает, куда идти\n\nКогда: гость вошёл\n\nИсполнитель: администратор\n\n- Поздоровайтесь\n  - Срок: 1 мин\n  - Скажите: «Добрый день»\n  - Не торопите\n\nРезультат: гость отмечен\n"
    )
    assert [made[key] for key in ("purpose", "trigger", "performer", "result")] == [
        "гость знает, куда идти",
        "гость вошёл",
        ["administrator"],
        "гость отмечен",
    ]
    assert {key: value for key, value in made["steps"][0].items() if key != "id"} == {
        "do": "Поздоровайтесь", "within": "1 мин", "say": "Добрый день", "how": "- Не торопите",
    }  # fmt: skip
    assert "open" not in made


def test_a_step_that_names_a_form_is_a_step_and_the_form_is_at_hand() -> None:
    made = section("- Дайте гостю [анкету](https://forms.example/a) и ручку\n")
    assert made["steps"][0]["do"].startswith("Дайте гостю [анкету](resource:")


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("ЗВОНОК В ГИБДД", "Звонок в ГИБДД"),  # the dictionary knows it, as an abbreviation
        ("СПРАВКА ИЗ ЗАГСА:", "Справка из ЗАГСА"),
        ("ОПЛАТА ПО ИНН И ОГРН", "Оплата по ИНН и ОГРН"),
        ("CRM И ТЕЛЕФОН", "CRM и телефон"),
        ("ВЫЗОВ ПОЛИЦИИ.", "Вызов полиции"),
        ("Звонок в ГИБДД", "Звонок в ГИБДД"),
        ("ЭМС", "ЭМС"),
    ],
)
def test_a_heading_in_capitals_keeps_its_abbreviations(typed: str, title: str) -> None:
    assert title_of(Block("heading", typed, ())) == title


def test_a_step_that_ends_in_an_address_hands_it_over() -> None:
    made = plan(ROLES + "1. Заполните бланк заказа: https://forms.example/order\n2. Отдайте его\n")
    (section_,) = [one.value for one in made.drafts if one.id == "razdel"]
    assert [one["do"] for one in section_["steps"]] == [
        "Заполните [бланк заказа](resource:blank-zakaza)",
        "Отдайте его",
    ]  # type: ignore[index,call-overload,union-attr]
    assert ("blank-zakaza", "Бланк заказа") in [
        (one.id, one.value["title"]) for one in made.drafts if one.kind == "resource"
    ]


def test_in_a_section_of_duties_whoever_is_named_is_a_role() -> None:
    made = plan("## Обязанности\n\n**Приёмщик:**\n\n- Приём обуви\n- Рассылки\n\n**Мастер:**\n\n- Рассылки\n")
    assert {one.title: one.value["who"] for one in made.drafts if one.kind == "duty"}["Рассылки"] == [
        "priyomshchik",
        "master",
    ]


def test_how_things_are_is_no_step() -> None:
    made = section("- Поздоровайтесь\n\nПары хранятся 30 дней, потом их отправляют на склад.\n")
    assert len(made["steps"]) == 1 and "Пары хранятся" in made["details"][0]["text"]


def test_a_performer_who_is_no_role_yet_is_asked_for() -> None:
    assert (
        section("Исполнитель: дежурный аист\n\n- Поздоровайтесь\n")["open"]["performer"]
        == "«дежурный аист» — какая это роль?"
    )
