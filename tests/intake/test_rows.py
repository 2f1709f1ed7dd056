"""A table of each kind with every column that it may have: each cell lands in its field, what it lacks is asked."""

from typing import Any

import pytest

from cjm.intake import documents_in, plan_of
from cjm.load import load

HANDBOOK = {
    "guideline/handbook.yml": "handbook: a\ntitle: А\nlanguage: ru\nparts: []\nchannels: [{id: phone, title: Телефон}]\n",
    "guideline/roles.yml": "roles: [{id: admin, title: Администратор}]\n",
}
TABLES: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "Точки.csv": (
        "Путь,Этап,Точка касания,Канал,Роль,Что делает клиент,Боль,За кадром,Эмоция,Ожидание,Кто встречает,Пока ждёт\nЗапись,До визита,Звонок,Телефон,Администратор,Звонит,Долго; Занято,Смотрит запись,-1,2 минуты,человек,Слышит музыку\n,,Письмо,Факс,Почтальон,Читает,,,плохо,скоро,никто,\nВизит,Приход,Стойка,Телефон,admin,Входит,,,+2,,product,\n",
        [
            {
                "journey": "zapis",
                "title": "Запись",
                "stages": [
                    {
                        "stage": "do-vizita",
                        "title": "До визита",
                        "touchpoints": [
                            {
                                "id": "zvonok",
                                "title": "Звонок",
                                "client": "Звонит",
                                "contact": "person",
                                "channel": "phone",
                                "role": "admin",
                                "backstage": "Смотрит запись",
                                "meanwhile": "Слышит музыку",
                                "wait": "2 минуты",
                                "emotion": "-1",
                                "pains": [{"pain": "Долго"}, {"pain": "Занято"}],
                                "entry": "true",
                            },
                            {
                                "id": "pismo",
                                "title": "Письмо",
                                "client": "Читает",
                                "open": {
                                    "contact": "Кто встречает клиента: человек или продукт (сайт, бот, табличка)?",
                                    "channel": "«Факс» — какой это канал?",
                                    "role": "«Почтальон» — какая это роль?",
                                    "wait": "скоро?",
                                    "emotion": "плохо: −2…+2?",
                                    "outcome": "Чем путь здесь кончается?",
                                },
                            },
                        ],
                    }
                ],
            },
            {
                "journey": "vizit",
                "title": "Визит",
                "stages": [
                    {
                        "stage": "prikhod",
                        "title": "Приход",
                        "touchpoints": [
                            {
                                "id": "stoyka",
                                "title": "Стойка",
                                "client": "Входит",
                                "contact": "product",
                                "channel": "phone",
                                "role": "admin",
                                "emotion": "2",
                                "entry": "true",
                                "open": {"outcome": "Чем путь здесь кончается?"},
                            }
                        ],
                    }
                ],
            },
        ],
    ),
    "Возражения.csv": (
        "Что говорит клиент,Почему,Ответ,Потом,Раздел\n«Дорого!»,Сравнил,Объясните,Перезвоните,Цены\nДолго,,Потерпите,,\n",
        [
            {
                "section": "tseny",
                "title": "Цены",
                "conflicts": [
                    {
                        "id": "dorogo",
                        "says": "Дорого!",
                        "why": "Сравнил",
                        "answer": "Объясните",
                        "follow_up": "Перезвоните",
                    }
                ],
            },
            {
                "section": "vozrazheniya",
                "title": "Возражения",
                "conflicts": [
                    {"id": "dolgo", "says": "Долго", "answer": "Потерпите", "open": {"why": "Почему он так говорит?"}}
                ],
            },
        ],
    ),
    "Вопросы.csv": (
        "Вопрос,Верный ответ,Вариант,Вариант,Пояснение,Раздел\nКто?,Я,Ты,Он,Потому что,Приём\nГде?,Тут,Там,,,\n",
        [
            {
                "section": "priyom",
                "title": "Приём",
                "kind": "reference",
                "questions": [
                    {
                        "id": "kto",
                        "ask": "Кто?",
                        "use": "practice",
                        "options": [
                            {"text": "Я", "right": "true", "because": "Потому что"},
                            {"text": "Ты"},
                            {"text": "Он"},
                        ],
                    }
                ],
            },
            {
                "section": "voprosy",
                "title": "Вопросы",
                "kind": "reference",
                "questions": [
                    {
                        "id": "gde",
                        "ask": "Где?",
                        "use": "practice",
                        "options": [{"text": "Тут", "right": "true"}, {"text": "Там"}],
                    }
                ],
            },
        ],
    ),
    "faq.csv": (
        "Вопрос,Ответ,Раздел\nГде душ?,Внизу,Приём\nСколько?,,\n",
        [
            {
                "section": "priyom",
                "title": "Приём",
                "kind": "reference",
                "details": [{"id": "gde-dush", "title": "Где душ?", "text": "Внизу"}],
            }
        ],
    ),
    "Термины.csv": (
        "Термин,Значение\nНПС,Готовность советовать\nПусто,\n",
        [{"id": "nps", "term": "НПС", "means": "Готовность советовать"}],
    ),
    "Ресурсы.csv": (
        "Название,Ссылка,Для чего\nАнкета,https://example.org/f,Спросить\nБез адреса,,Зачем\n",
        [
            {"id": "anketa", "title": "Анкета", "kind": "form", "address": "https://example.org/f", "what": "Спросить"},
            {"id": "bez-adresa", "title": "Без адреса", "kind": "page", "what": "Зачем"},
        ],
    ),
    "Обязанности.csv": (
        "Задача,Кто,Как часто\nСверить кассу,Администратор,раз в неделю\nМыть,Уборщица,когда грязно\nНичья,,\n",
        [
            {"id": "sverit-kassu", "title": "Сверить кассу", "who": ["admin"], "every": "раз в неделю"},
            {"id": "myt", "title": "Мыть", "every": "когда грязно", "open": {"who": "«Уборщица» — какая это роль?"}},
            {"id": "nichya", "title": "Ничья", "open": {"who": "Кто?"}},
        ],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_each_cell_lands_in_its_field(name: str) -> None:
    text, drafts = TABLES[name]
    (document,) = documents_in(name, text.encode())
    made = plan_of(document, load({file: text.encode() for file, text in HANDBOOK.items()}))
    inside = ("status", "open")  # a section that a table made is a draft
    assert [
        {k: v for k, v in one.value.items() if one.kind != "section" or k not in inside} for one in made.drafts
    ] == drafts
