"""What a column of answers is: by the system that gave it away, by its title, by what stands in its cells."""

import pytest

from cjm.answers.columns import headed, recognised
from cjm.load import load
from cjm.tables import Table, TableRow

CLUB = load(
    {
        "guideline/handbook.yml": b"handbook: club\ntitle: A\nlanguage: ru\nparts: []\nchannels: [{id: desk, title: B}]\n",
        "guideline/indices.yml": (
            b"indices:\n  - {id: nps, title: NPS, formula: promoters-minus-detractors}\n  - {id: csi, title: CSI, formula: top-two}\n"
            b"  - {id: fcr, title: FCR, formula: share}\n"
        ),
        "touchpoints/visit.yml": (
            "journey: visit\ntitle: Визит\nstages:\n  - stage: in\n    title: Приход\n    touchpoints:\n"
            "      - {id: desk, title: Встреча у стойки, contact: person, channel: desk}\n"
            "      - {id: shower, title: Семейная душевая, contact: person, channel: desk}\n"
        ).encode(),
    }
)  # fmt: skip


def roles(*columns: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Role, index and touchpoint of columns given as title and cells."""
    rows = tuple(TableRow(at, cells) for at, cells in enumerate(zip(*columns, strict=True), 1))
    found = recognised(headed(Table("", rows)), CLUB, {}, "")
    return [(one.role, one.index, one.touchpoint) for one in found]


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("ID;Стадия;Создан;Клиент;Комментарий", "drop by at client words"),
        ("ID;Источник;Дата создания;Контакт;Ответственный", "drop by at client drop"),
        ("Название сделки;Дата создания сделки;Теги;Полное имя контакта;Примечание 2", "drop at by client words"),
        ("Отметка времени;Баллы;Адрес электронной почты", "at drop drop"),
        ("Timestamp;Score;Email Address", "at drop drop"),
        ("reviewId;starRating;comment;createTime", "drop score words at"),
    ],
)
def test_a_known_system_says_what_its_columns_are(heading: str, wanted: str) -> None:
    said = roles(
        *((title, *(["5", "4", "1"] if title == "starRating" else ["а", "б", "в"])) for title in heading.split(";"))
    )
    assert " ".join(role for role, _, _ in said) == wanted


@pytest.mark.parametrize(
    "heading", ["ID;Стадия;Клиент", "ID;Создан;Клиент", "Название сделки;Теги", "starRating;comment"]
)
def test_half_a_heading_is_no_known_system(heading: str) -> None:
    said = roles(
        *((title, *(f"{word}-{title}" for word in ("да", "нет", "когда", "где"))) for title in heading.split(";"))
    )
    assert {role for role, _, _ in said} <= {"words", "drop"}


@pytest.mark.parametrize(
    ("column", "wanted"),
    [
        (("Когда?", "03.10.2026", "04.10.2026", "05.10.2026"), ("at", "", "")),
        (("Порекомендуете нас?", "10", "9", "3"), ("score", "nps", "")),
        (("Как вам душевая?", "5", "4", "1"), ("score", "csi", "shower")),
        (("Как вам?", "5", "4", "1"), ("score", "csi", "")),
        (("Решили с первого раза?", "да", "нет", "да"), ("score", "fcr", "")),
        (("Ваше имя", "Мария", "Пётр", "Анна"), ("drop", "", "")),
        (("Как связаться?", "+7 916 123-45-67", "+7 916 123-45-68", "olga@example.org"), ("drop", "", "")),
        (("Вы у нас", "ходим", "ходим", "ходим"), ("by", "", "")),
        (("Что поправить?", "Душ ледяной", "Всё хорошо", "Дорого"), ("words", "", "")),
        (("Пусто", "", "", ""), ("drop", "", "")),
    ],
)
def test_a_guess_by_title_and_cells(column: tuple[str, ...], wanted: tuple[str, str, str]) -> None:
    assert roles(column) == [wanted]


def test_a_title_above_is_no_heading_and_titles_twice_are_told_apart() -> None:
    rows = (("Отчёт",), ("День", "Слова", "Слова"), ("1", "а", "б"), ("2", "в"))
    made = headed(Table("", tuple(TableRow(at, cells) for at, cells in enumerate(rows, 1))))
    assert (
        made.heading == ("День", "Слова", "Слова (2)")
        and made.values(2) == ["б"]
        and [one.number for one in made.rows] == [3, 4]
    )
