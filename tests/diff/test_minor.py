"""Two states of a text, and whether more than its marks changed: the same beside a number and beside an address as without."""

import pytest

from cjm.diff.minor import only_marks

BESIDE = ("", "300 ₽ ", " за 15:30", "https://x.example/Ёж ", " (см. 4.5)", "- ", "1. ")
MARKS = [
    ("Ёлка у входа", "елка у входа"),
    ("Елка у входа", "ёлка, у входа!"),
    ("ВСЁ готово", "всё — готово"),
    ("скажите «да»", 'скажите "да"'),
    ("из-за гостя", "из‑за  гостя"),
    ("если, конечно, можно", "если конечно можно"),
]
WORDS = [("ель у входа", "пень у входа"), ("скажите «да»", "скажите «нет»"), ("не звоните", "звоните"), ("раз два", "раздва"), ("раз", "раз раз")]  # fmt: skip


def with_it(text: str, beside: str) -> str:
    return text + beside if beside.startswith(" ") else beside + text


@pytest.mark.parametrize("beside", BESIDE)
def test_marks_are_marks_whatever_stands_beside_them(beside: str) -> None:
    for before, after in MARKS:
        assert only_marks(with_it(before, beside), with_it(after, beside)), (before, after)
        assert only_marks({"do": [with_it(after, beside)]}, {"do": [with_it(before, beside)]})
    for before, after in WORDS:
        assert not only_marks(with_it(before, beside), with_it(after, beside)), (before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("300 ₽", "3 00 ₽"), ("10–20 минут", "10 20 минут"), ("в 15:30", "в 15 30"), ("4.5", "45"), ("-2", "2"), ("a@b.ru", "a b.ru"),
        ("https://x.example/A", "https://x.example/a"), ("раз\nдва", "раз два"), ("- раз", "раз"), ("1. раз", "2. раз"), ("скидка 5%", "скидка 5"),
    ],
)  # fmt: skip
def test_each_sign_of_a_number_an_address_and_a_list_counts(before: str, after: str) -> None:
    assert not only_marks(before, after) and not only_marks([after], [before])
