"""The browser's own script run in QuickJS: a name and the question of its place in, the name in that case out."""

from pathlib import Path

import pymorphy3
import pytest
import quickjs

SCRIPT = Path(__file__).resolve().parents[2] / "site_build/assets/js/names.js"
QUESTIONS = {"у кого": "gent", "кому": "datv", "кого": "accs", "с кем": "ablt", "о ком": "loct"}


@pytest.fixture(scope="module")
def declined() -> quickjs.Object:
    context = quickjs.Context()
    context.eval(SCRIPT.read_text(encoding="utf-8"))
    return context.eval("(name, asked) => CJMNames.declined(name, asked)")


@pytest.mark.parametrize(
    ("name", "of", "to", "whom", "by"),
    [
        ("Мария", "Марии", "Марии", "Марию", "Марией"),
        ("Миша", "Миши", "Мише", "Мишу", "Мишей"),
        ("Илья", "Ильи", "Илье", "Илью", "Ильёй"),
        ("Лев", "Льва", "Льву", "Льва", "Львом"),
        ("Пётр", "Петра", "Петру", "Петра", "Петром"),
        ("Любовь", "Любови", "Любови", "Любовь", "Любовью"),
        ("Анна-Мария", "Анны-Марии", "Анне-Марии", "Анну-Марию", "Анной-Марией"),
        ("Мария Ивановна", "Марии Ивановны", "Марии Ивановне", "Марию Ивановну", "Марией Ивановной"),
        ("Иван Ильич", "Ивана Ильича", "Ивану Ильичу", "Ивана Ильича", "Иваном Ильичом"),
        ("Иванова Мария", "Ивановой Марии", "Ивановой Марии", "Иванову Марию", "Ивановой Марией"),
        ("Никита Панин", "Никиты Панина", "Никите Панину", "Никиту Панина", "Никитой Паниным"),
        ("Нина Заречная", "Нины Заречной", "Нине Заречной", "Нину Заречную", "Ниной Заречной"),
        ("Дмитрий Донской", "Дмитрия Донского", "Дмитрию Донскому", "Дмитрия Донского", "Дмитрием Донским"),
        ("Мария Ковальчук", "Марии Ковальчук", "Марии Ковальчук", "Марию Ковальчук", "Марией Ковальчук"),
        ("Иван Черных", "Ивана Черных", "Ивану Черных", "Ивана Черных", "Иваном Черных"),
        ("бабушка", "бабушки", "бабушке", "бабушку", "бабушкой"),
    ],
)
def test_names_in_their_cases(name: str, of: str, to: str, whom: str, by: str, declined: quickjs.Object) -> None:
    assert [declined(name, one) for one in ("у кого", "кому", "кого", "с кем")] == [of, to, whom, by]


@pytest.mark.parametrize(
    "name", ["Отто", "Марго", "Ли", "Айгуль", "Кармен", "John", "Лёша2", "Ж. Ж.", "", "—", "а б в г"]
)
def test_what_cannot_be_declined_stays_as_it_was_typed(name: str, declined: quickjs.Object) -> None:
    assert {declined(name, asked) for asked in QUESTIONS} == {name}


@pytest.mark.parametrize("asked", ["когда", "о чём", "с чем", "", "who"])
def test_no_other_question_declines(asked: str, declined: quickjs.Object) -> None:
    assert declined("Мария", asked) == "Мария"


def test_common_names_as_the_dictionary_has_them(declined: quickjs.Object) -> None:
    dictionary = pymorphy3.MorphAnalyzer()
    wrong = []
    for name in COMMON.split():
        known = [one for one in dictionary.parse(name) if {"Name", "nomn", "sing"} <= one.tag.grammemes]
        for asked, case in QUESTIONS.items():
            forms = {form.word for one in known if (form := one.inflect({case, "sing"}))}
            if forms and declined(name, asked).lower().replace("ё", "е") not in {
                one.replace("ё", "е") for one in forms
            }:
                wrong.append((name, asked, declined(name, asked), forms))
    assert wrong == []


COMMON = """
Александр Александра Алексей Алёна Алина Алиса Альбина Амелия Анастасия Анатолий Андрей Анжелика Анна Антон Арина
Аркадий Арсений Артём Артур Богдан Борис Валентин Валентина Валерий Валерия Варвара Василий Василиса Вера Вероника
Виктор Виктория Виталий Владимир Владислав Всеволод Вячеслав Галина Георгий Герман Глеб Григорий Давид Дамир Даниил
Дарья Даша Демид Денис Диана Дмитрий Ева Евгений Евгения Егор Екатерина Елена Елизавета Захар Злата Игнат Игорь Илья
Инна Ирина Карина Катя Кира Кирилл Константин Кристина Ксения Лариса Лев Леонид Лидия Лилия Любовь Людмила Мадина
Макар Максим Марат Маргарита Марина Мария Марк Марьяна Матвей Маша Милана Мирон Михаил Назар Наталья Никита Николай
Нина Оксана Олег Олеся Ольга Павел Полина Пётр Роберт Родион Роман Руслан Савелий Светлана Семён Серафима Сергей
София Софья Станислав Степан Таисия Тамара Татьяна Тимофей Тимур Ульяна Фаина Филипп Фёдор Эдуард Элина Эльвира
Эмилия Эмиль Юлия Юрий Яков Яна Ярослав Аня Ваня Петя Саша Миша Женя Серёжа Лёша Паша Оля Соня Настя Лиза Юля
"""
