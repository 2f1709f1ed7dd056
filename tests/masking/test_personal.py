"""What tells of a person is taken out of a text; what a club writes about its work stays."""

import pytest

from cjm.masking import personal, without

SAID = {
    "Например, 2500 Петров Саша": "Например, 2500 [имя]",
    "Жанна Мороз и Лев Рыжов пришли в 10.": "[имя] и [имя] пришли в 10.",
    "Позвоните маме вовы громова, её зовут марина": "Позвоните маме [имя], её зовут [имя]",
    "Спасибо НАТАЛЬЕ за тренировку": "Спасибо [имя] за тренировку",
    "Если Петя заболел, позвоните Анне Сергеевне": "Если [имя] заболел, позвоните [имя]",
    "Меня зовут Дарья, педагог Тимур Галич надиктовал": "Меня зовут [имя], педагог [имя] надиктовал",
    "Ответственный: Смирнова Е. А., замещает Ю. Ким": "Ответственный: [имя], замещает [имя]",
    "Звоните +7 (912) 345-67-89 или 8-912-345-67-89": "Звоните [телефон] или [телефон]",
    "Пишите anna.k@mail.ru или @anna_k": "Пишите [почта] или [ник]",
    "карта 4276 3800 1234 5678, не телефон": "карта [номер карты], не телефон",
    "ребёнок 12.03.2019 г.р.": "ребёнок [дата рождения]",
    "Живут: ул. Ленина, д. 5, кв. 12": "Живут: [домашний адрес]",
    "машина А123ВС 77 у входа": "машина [номер машины] у входа",
    "см. https://forms.example/p1?x=1.": "см. [ссылка].",
    "Анна-Мария Салтыкова-Щедрина": "[имя]",
    "ИВАНОВА МАРИЯ": "[имя]",
}

MET = """Звонила Ольга Николаевна, мама Артёма · Тренер Кирилл сказал подождать · Передайте Юле Сидоровой · у Маши аллергия
Петя Ким из группы 5 · Фархад и Гульнара приходили вместе · Абдуллаев Тимур Ринатович · сыну Льву 5 лет · Роман Олегович ведёт вторник
дочь Милана плачет · к Елизавете Андреевне · от Жени и Саши · спросите у Лены · Ваня, Петя и Коля · Шевченко Н.В. · мама Данияра
бабушка Зульфия · Инструктор Глеб · Анастасии Крыловой перезвонить · для Ксюши · с Эмилией · Арсений потерял шапочку · тётя Галя · Дашенька"""

WORK = [
    "Человек-Коммуникатор пересылает копирайтеру в группу КОНТЕНТ",
    "Педагогический отдел, Инструкторский отдел — заказчики",
    "Проверка посещаемости и отметок в ЛК",
    "ОБЕЩАНИЕ ПЕД. ОТДЕЛУ:",
    "Мы в «Кораблике» и «Дельфине»",
    "Скидка 10 % за каждого второго и последующего ребёнка, с 01.09.2026 по 31.05.2027",
    "Мастер отмечает занятие, админ снимает оплату 2 500 рублей",
    "Пишем клиенту с 8:00 до 22:00; договор 12, кабинет 305",
    "Лагерь-мастерская — 13 чел., столярная мастерская — 8",
    "Карта оплаты, группа «Финансы приходы»",
    "Свет выключен, зал проверен",
    "Дай клиенту время",
    "NPS 41, CSI 4.7, FCR за 7 дней",
]


@pytest.mark.parametrize(("text", "masked"), SAID.items())
def test_a_person_is_taken_out(text: str, masked: str) -> None:
    assert without(text, personal(text)) == masked


@pytest.mark.parametrize("text", WORK)
def test_what_is_said_of_work_stays(text: str) -> None:
    assert personal(text) == ()


def test_a_word_that_may_be_a_name_is_masked_and_told() -> None:
    (found,) = personal("Вера на стойке с девяти.")
    assert (found.text, found.sure) == ("Вера", False)
    assert all(one.sure for one in personal("Звоните Вере Павловой"))


def test_own_words_are_kept_and_kinds_left() -> None:
    assert personal("Майя на стойке", keep={"майя"}) == ()
    assert personal("Анкета: https://forms.example/p1", leave={"link"}) == ()


def test_what_stands_behind_a_word_of_kin_or_beside_a_name_is_one() -> None:
    assert without("Дочку Софию перевели", personal("Дочку Софию перевели")) == "Дочку [имя] перевели"
    assert without("Дарина и Эмир дружат", personal("Дарина и Эмир дружат")) == "[имя] и [имя] дружат"
    assert (
        without("Администратор Света нахамила", personal("Администратор Света нахамила"))
        == "Администратор [имя] нахамила"
    )
    assert personal("Тренер «Дельфина» опоздал") == () == personal("Мама и папа, дочь и сын")


def test_names_as_they_are_met() -> None:
    sentences = MET.replace("\n", " · ").split(" · ")
    assert [one for one in sentences if "[имя]" not in without(one, personal(one))] == []
    assert without("Петя Ким из группы 5", personal("Петя Ким из группы 5")) == "[имя] из группы 5"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Call Sarah Johnson on (555) 123-4567 or sarah.j@example.com", "Call [имя] on [телефон] or [почта]"),
        ("Ask Emma at the desk, +44 20 7946 0958", "Ask [имя] at the desk, [телефон]"),
        ("Mr. Smith and J. R. Hartley signed, Kate M. too", "[имя] and [имя] signed, [имя] too"),
        ("Thank Jane O'Neil, 020 7946 0958", "Thank [имя], [телефон]"),
        ("Contact: Will Turner", "Contact: [имя]"),
        ("Manager Emily Brown-Smith, 555-123-4567", "Manager [имя], [телефон]"),
        ("Good morning, James! Ask Michael McDonald", "Good morning, [имя]! Ask [имя]"),
    ],
)
def test_a_person_is_taken_out_of_english_too(text: str, masked: str) -> None:
    assert without(text, personal(text)) == masked


@pytest.mark.parametrize(
    "text",
    [
        "Will Call the guest. Mark the booking as done. Grace period is 5 days", "The Administrator opens the Club", "Google Docs and Microsoft Word",
        "Victoria Station, Jordan Street", "May I help you? Hope to see you", "Price 100 200 3000, room 101", "Step 1: Open the CRM", "x_Abc",
    ],
)  # fmt: skip
def test_what_is_said_of_work_in_english_stays(text: str) -> None:
    assert personal(text) == ()
