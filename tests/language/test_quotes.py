"""Quotation marks inside others are those of the inside, however deep a title stands in a message."""

import pytest

from cjm.language.phrases import quoted
from cjm.language.says import Says, nested


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("раздел «Звонок»", "раздел «Звонок»"),
        ("«раздел «Категория «Ошибка»»»", "«раздел „Категория „Ошибка““»"),
        ("«А» и «Б «В» Г»", "«А» и «Б „В“ Г»"),
        ("лишняя» и «А»", "лишняя» и «А»"),
        ("«без конца", "«без конца"),
        ("«раздел «Кате…»", "«раздел „Кате…“"),
        ("", ""),
    ],
)
def test_inside_others(written: str, read: str) -> None:
    assert nested(written) == read


def test_a_sentence_and_a_client_nest_them() -> None:
    says = Says("у раздела «{title}» нет владельца", 'section "{title}" has no owner')
    assert says.to("ru", title="Категория «Ошибка»") == "у раздела «Категория „Ошибка“» нет владельца"
    assert quoted("Где «Кораблик»?", "ru") == "«Где „Кораблик“?»"
