"""A line of an instruction: whether it tells to do something, on which condition, and who does it."""

import pytest

from cjm.intake.verbs import client_acts, deed, is_somebody

DEEDS = {  # on which condition, and who; None where nobody is told to do anything
    "Представьтесь и назовите клуб": ("", ""),
    "Представим клиента тренеру": ("", ""),
    "Исправим запись сразу": ("", ""),
    "Слушайте клиента до конца": ("", ""),
    "Старший администратор звонит клиенту": ("", "Старший администратор"),
    "Рабочий выносит мусор": ("", "Рабочий"),
    "Главный педагог и старший администратор проверяют журнал": ("", "Главный педагог и старший администратор"),
    "Взрослый гость платит за вход": None,
    "Клиент звонит": None,
    "Ребёнок переодевается": None,
    "Регламент описывает порядок": None,
    "Пары хранятся 30 дней": None,
    "Пришли документы": None,
    "Начало занятий в девять": None,
    "Вечером проверить кассу": ("", ""),
    "Не забудьте закрыть окно": ("", ""),
    "Перед уходом проверьте свет": ("", ""),
    "Нужно позвонить клиенту": ("", ""),
    "Обязательно, всегда пишите дату": ("", ""),
    "Есть парковка": None,
    "Можно оплатить картой": None,
    "Закрыли смену вчера": None,
    "Если клиент опоздал, позвоните ему": ("клиент опоздал", ""),
    "Когда мест нет — запишите в лист ожидания": ("мест нет", ""),
    "Как только ребёнок пришёл, администратор отмечает его": ("ребёнок пришёл", "администратор"),
    "Через 8 занятий главный педагог звонит родителям": ("", "главный педагог"),
    "Call the client": ("", ""),
    "Please write it down": ("", ""),
    "The front desk calls back": ("", "front desk"),
    "The client calls": None,
    "Our price is fair": None,
    "If the client is late, call them": ("the client is late", ""),
    "When the room is full: offer another day": ("the room is full", ""),
    "Читаем анкету вслух": ("", ""),
    "Вызову мастера сам": ("", ""),
    "Домой никого не отпускайте": ("", ""),
    "Бармен-администратор варит кофе": ("", "Бармен-администратор"),
    "Ведро стоит в углу": None,
}


@pytest.mark.parametrize(("line", "found"), DEEDS.items())
def test_a_line_that_tells_to_do_something(line: str, found: tuple[str, str] | None) -> None:
    made = deed(line)
    assert (None if made is None else (made.when, made.actor)) == found
    if made is not None:
        assert line.endswith(made.do[1:]) and (made.do == line) == (not made.when) and made.do[0].isupper()


def test_a_condition_is_short() -> None:
    assert deed(f"Если {'очень ' * 14}поздно, позвоните ему") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Старший приёмщик", True), ("Администратор", True), ("Бармен-администратор", True), ("Анкета", False),
        ("Приём звонка", False), ("Старший администратор смены филиала", False), ("", False),
    ],
)  # fmt: skip
def test_a_line_that_names_somebody(text: str, said: bool) -> None:
    assert is_somebody(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Клиент звонит", True), ("Родитель сразу платит", True), ("Гость пришёл", False), ("Администратор звонит", False),
        ("Клиент и гость ждут", False), ("Клиент", False),
    ],
)  # fmt: skip
def test_a_line_that_tells_what_a_client_does(text: str, said: bool) -> None:
    assert client_acts(text) == said
