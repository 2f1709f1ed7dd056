"""A title goes on after a colon with a small letter, but a proper name keeps its capitals."""

import pytest

from cjm.language.phrases import lower


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Телефон", "телефон"),
        ("CRM", "CRM"),
        ("Человек-Коммуникатор", "Человек-Коммуникатор"),
        ("Система «Дебет»", "система «Дебет»"),
        ("Группа ФИНАНСЫ", "группа ФИНАНСЫ"),
        ("iPad на стойке", "iPad на стойке"),
        ("", ""),
    ],
)
def test_only_a_plain_word_becomes_small(title: str, inside: str) -> None:
    assert lower(title) == inside
