"""Whatever a document says, each of its lines ends in exactly one place, and what is written can be read."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cjm.edit import Refused
from cjm.intake import ImportMemory, documents_in, drafted, plan_of, remembered, side_file
from cjm.load import load
from cjm.scaffold import First, first_files
from cjm.tables import Rejected

EMPTY = first_files(First("Пример", "Пример", "Дежурный", "Первое"), "ru")
WORDS = st.sampled_from(
    [
        "Администратор",
        "клиент",
        "Если",
        "позвоните",
        "напишите",
        "проверяет",
        "чек",
        "форма",
        "https://forms.example/x",
        "«Почему",
        "так?»",
        "CRM",
        "это",
        "—",
        "раз",
        "в",
        "неделю",
        "Петров",
        "Мария",
        "____",
        "{{",
        "цена",
        "}}",
        "<имя>",
        "|",
        "*",
        "_x_",
        ":",
        "?",
        "!",
        "...",
        "ОБЕЩАНИЕ",
        "КЛИЕНТУ",
        "ЗАКАЗЧИК",
        "Шаблон",
        "Добрый",
        "день",
        "2500",
        "₽",
        "8:00",
        "нет",
        "да",
        "null",
        "true",
        "no",
        "~",
        "&",
        "%",
        "@",
        "`",
        "-",
        "[x]",
        "#",
        "'a",
        '"',
        "\\",
        "\t",
        "\xa0",
        "\u2028",
        "😀",
        "é",
        "中",
        "\x85",
        "%YAML",
        "---",
        "section:x](y)",
    ]
)
HEADS = st.sampled_from(
    [
        "",
        "# ",
        "## ",
        "### ",
        "- ",
        "  - ",
        "1. ",
        "* ",
        "-",
        "**",
        "| ",
        "> ",
        "Ответ: ",
        "Нельзя: ",
        "Задачи ",
        "    ",
        "```",
        "---",
        "• ",
    ]
)
TAILS = st.sampled_from(["", ":", "?", ".", "**", " |", " | b |", "\r"])
LINES = st.lists(
    st.builds(lambda head, words, tail: head + " ".join(words) + tail, HEADS, st.lists(WORDS, max_size=7), TAILS),
    min_size=1,
    max_size=25,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES)
def test_any_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        (document,) = documents_in("a.md", text.encode())
    except Rejected:
        return
    plan = plan_of(document, load(EMPTY))
    seen = re.sub("[\r\x0c\u2028]", "\n", text.replace("\r\n", "\n")).split("\n")
    assert [one.line.number for one in plan.fates] == [at for at, line in enumerate(seen, 1) if line.strip()]
    assert all(bool(one.where) == (one.end == "field") for one in plan.fates)
    made = drafted(EMPTY, plan, ImportMemory())
    after = {**EMPTY, **{one.file: one.after for one in made.files}}
    handbook = load(after)
    assert handbook.problems == (), text
    again = drafted(
        after,
        plan_of(document, handbook, frozenset(remembered(made.side[side_file("a.md")]).things)),
        remembered(made.side[side_file("a.md")]),
    )
    assert again.files == () and again.kept == ()


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=400), st.sampled_from(["a.md", "a.txt", "a.csv", "a.html", "a.docx", "a.xlsx", "a.zip", "a.xls"])
)
def test_any_bytes(raw: bytes, name: str) -> None:
    try:
        for document in documents_in(name, raw):
            drafted(EMPTY, plan_of(document, load(EMPTY)), ImportMemory())
    except (Rejected, Refused):
        pass
