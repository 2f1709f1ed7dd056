"""What of a text is a row that is found for itself: as Markdown has it, not as a line looks."""

import pytest

from cjm.language.sought_row import row_heads
from cjm.model import Handbook
from cjm.search.rows import table_rows

TABLE = """\
Что принести:

| Кому | Что |
|---|---|
| Малышу | подгузник |
"""


@pytest.mark.parametrize(
    ("text", "rows", "rest"),
    [
        (TABLE, [("Малышу", "подгузник")], "Что принести:\n"),
        (TABLE + "| | |\n| Маме | тапочки |\n", [("Малышу", "подгузник"), ("Маме", "тапочки")], "Что принести:\n"),
        (TABLE + "|  | если нет — у стойки |\n", [("Малышу", "подгузник"), ("", "если нет — у стойки")], "Что принести:\n"),
        (TABLE + "| Папе | плавки \\| шорты |\n", [("Малышу", "подгузник"), ("Папе", "плавки | шорты")], "Что принести:\n"),
        ("```\n" + TABLE + "```", [], "```\n" + TABLE + "```"),
        ("Кому | Что\n--- | ---\nМалышу | подгузник\n", [("Малышу", "подгузник")], ""),
        ("- **Шапочка.** В прокате\n  у стойки.\n- Просто\n", [("Шапочка", "В прокате\nу стойки.")], "- Просто"),
        ("1. **Шапочка.** В прокате.", [], "1. **Шапочка.** В прокате."),
        ("**Шапочка.** В прокате.", [], "**Шапочка.** В прокате."),
    ],
)  # fmt: skip
def test_a_row_is_what_markdown_calls_so(text: str, rows: list[tuple[str, str]], rest: str) -> None:
    found, left = table_rows(text)
    assert list(found) == rows
    assert left == rest


def test_the_heads_that_a_rule_reads_are_those_of_the_rows(handbook: Handbook) -> None:
    for text in (detail.text for section in handbook.sections for detail in section.details):
        assert row_heads(text) == tuple(head for head, _ in table_rows(text)[0])
