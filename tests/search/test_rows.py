"""Sixty queries whose places an outsider marked: the first row answers, or a row of the first three cards does."""

import pytest

from .rows import Row, rows, share


@pytest.fixture(scope="module")
def found(index_js: str) -> tuple[Row, ...]:
    return rows("rows", index_js)


def told(found: tuple[Row, ...], right: str) -> str:
    return "; ".join(row.query for row in found if not getattr(row, right))


def test_the_first_row_is_right_in_six_of_ten(found: tuple[Row, ...]) -> None:
    assert share(found, lambda row: row.first) >= 0.60, told(found, "first")


def test_some_row_of_three_cards_is_right_in_nine_of_ten(found: tuple[Row, ...]) -> None:
    assert share(found, lambda row: row.some) >= 0.90, told(found, "some")


def test_the_section_is_among_the_first_three(found: tuple[Row, ...]) -> None:
    assert share(found, lambda row: row.section) >= 0.97, told(found, "section")
