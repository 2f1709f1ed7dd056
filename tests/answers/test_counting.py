"""Answers are counted into rows, all columns of them; a table of counts is taken as it is, a cut by which one is known is not shown."""

import datetime as dt
from typing import Any

import pytest

from answers.test_import import CLUB
from cjm.answers.answer import Answer, Score
from cjm.answers.columns import HeadedTable, _formats, recognised, typed_column
from cjm.answers.counting import COUNT_COLUMNS, Counted, NoCounts, counts_of, from_table, of_month
from cjm.answers.moments import day_of, month_first
from cjm.answers.reading import read_answers
from cjm.answers.scales import likely_scale, typed_scale
from cjm.load import load
from cjm.tables import Table, TableRow

HANDBOOK = load({path: text.encode() for path, text in CLUB.items()})
TODAY = dt.date(2026, 11, 28)


def answer(day: str, *scores: Score, **more: Any) -> Answer:
    return Answer(f"{day}{scores}{more}", day, more.pop("source", "how-are-you"), scores, **more)


def nps(value: float) -> Score:
    return Score("nps", "", value, 10)


def at(place: str, value: float) -> Score:
    return Score("csi", place, value, 5)


def test_every_answer_is_in_the_rows_with_all_that_is_counted_of_it() -> None:
    rows = counts_of(
        [
            answer("2026-10-03", nps(10), at("desk", 4), by=(("Вы у нас", "раз"), ("Смена", "утро"))),
            answer("2026-10-31", nps(10), by=(("Вы у нас", "раз"),)),
            answer("2026-10-31", nps(3), words="Долго", place="desk", source="bot"),
            answer("2026-11-01", nps(10), words="Хорошо", place="shower"),
            answer("2026-11-01", nps(8), words="Так", place="shower"),
            answer("2026-11-02", nps(2), words="Плохо"),  # nobody has said where
            answer(
                "2026-11-02", nps(2), at("desk", 1), words="Плохо", place="desk"
            ),  # it is counted where it was asked
            answer("2026-11-03", words="Просто так", place="desk"),
            answer("2026-11-03", Score("gone", "", 1, 5)),
        ],
        HANDBOOK,
        TODAY,
    )
    assert rows == (
        Counted("2026-10", "case:complaint", "desk", "bot", "", "", 1, 1.0, 1),
        Counted("2026-10", "csi", "desk", "how-are-you", "", "", 5, 4, 1),
        Counted("2026-10", "nps", "", "bot", "", "", 10, 3, 1),
        Counted("2026-10", "nps", "", "how-are-you", "", "", 10, 10, 2),
        Counted("2026-10", "nps", "", "how-are-you", "Вы у нас", "раз", 10, 10, 2),
        Counted("2026-10", "nps", "", "how-are-you", "Смена", "утро", 10, 10, 1),
        Counted("2026-11", "case:observation", "shower", "how-are-you", "", "", 1, 1.0, 1),
        Counted("2026-11", "case:praise", "shower", "how-are-you", "", "", 1, 1.0, 1),
        Counted("2026-11", "csi", "desk", "how-are-you", "", "", 5, 1, 1),
        Counted("2026-11", "nps", "", "how-are-you", "", "", 10, 2, 2),
        Counted("2026-11", "nps", "", "how-are-you", "", "", 10, 8, 1),
        Counted("2026-11", "nps", "", "how-are-you", "", "", 10, 10, 1),
    )


@pytest.mark.parametrize(
    ("days", "today", "rows"),
    [
        (["2026-11-01"], "2026-11-09", [(0.0, 0, 0), (1.0, 1, 0)]),  # seven days are over: not come again is 1
        (["2026-11-01"], "2026-11-08", [(0.0, 0, 1), (1.0, 0, 1)]),  # it may come today
        (["2026-11-01", "2026-11-08"], "2026-11-28", [(0.0, 1, 0), (1.0, 1, 0)]),
        (["2026-11-01", "2026-11-09"], "2026-11-28", [(0.0, 0, 0), (1.0, 2, 0)]),
        (["2026-11-01", "2026-11-01"], "2026-11-28", [(0.0, 1, 0), (1.0, 1, 0)]),
        (["2026-11-27", "2026-11-28"], "2026-11-28", [(0.0, 1, 1), (1.0, 0, 1)]),
    ],
)
def test_who_came_again_within_seven_days(days: list[str], today: str, rows: list[tuple[float, int, int]]) -> None:
    answers = [answer(day, client="a", source="crm") for day in days]
    found = counts_of(answers, HANDBOOK, dt.date.fromisoformat(today))
    assert [(one.score, one.n, one.waiting) for one in found] == rows
    assert {one[:7] for one in found} == {("2026-11", "fcr", "", "crm", "", "", 1)}


def table(*rows: str) -> Table:
    return Table("", tuple(TableRow(number, tuple(row.split(";"))) for number, row in enumerate(rows, 1)))


FULL = ";".join(COUNT_COLUMNS)


def test_the_columns_of_counts_are_these() -> None:
    assert COUNT_COLUMNS == ("month", "index", "touchpoint", "source", "by_name", "by_value", "best", "score", "n")


@pytest.mark.parametrize(
    ("rows", "counted"),
    [
        ([FULL, "2026-09-01;csi;visit/desk;bot;Смена;утро;5;4,5;7"], Counted("2026-09", "csi", "desk", "bot", "Смена", "утро", 5, 4.5, 7)),
        ([FULL.upper(), "2026-09;case:praise;;bot;;;;1;7"], Counted("2026-09", "case:praise", "", "bot", "", "", 1, 1, 7)),
        (["month;index;source;score;n", "2026-09;nps;bot;9;7", "2026-09;nps;bot;9;3"], Counted("2026-09", "nps", "", "bot", "", "", 1, 9, 10)),
    ],
)  # fmt: skip
def test_a_table_of_counts_is_taken_as_it_is(rows: list[str], counted: Counted) -> None:
    assert from_table("c.csv", table(*rows), HANDBOOK) == (counted,)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (["month;index;source;n", "2026-09;nps;bot;7"], "c.csv: это не таблица подсчётов: нужны столбцы month, index, touchpoint, source, by_name, by_value, best, score, n"),
        ([FULL, "2026-09;csi;desk;bot;;;5;4;7", "2026-09;csi;sauna;bot;;;5;4;7"], "c.csv, строка 3: нет touchpoint «sauna»"),
        ([FULL, "2026-09;tsi;desk;bot;;;5;4;7"], "c.csv, строка 2: нет index «tsi»"),
        ([FULL, "2026-09;csi;desk;bot;;;пять;4;7"], "c.csv, строка 2: «пять» — не число"),
        ([FULL, "2026-09;csi;desk;bot;;;5;;7"], "c.csv, строка 2: «» — не число"),
        ([FULL, "2026-09;csi;desk;bot;;;5;4;много"], "c.csv, строка 2: «много» — не число"),
    ],
)  # fmt: skip
def test_what_is_no_table_of_counts_is_told_with_its_row(rows: list[str], says: str) -> None:
    with pytest.raises(NoCounts) as refused:
        from_table("c.csv", table(*rows), HANDBOOK)
    assert refused.value.says.ru == says


@pytest.mark.parametrize(
    ("whole", "cuts", "shown"),
    [
        (20, {"а": 5, "б": 6}, {"а": 5, "б": 6}),
        (20, {"а": 4, "б": 6}, {"б": 6}),
        (11, {"а": 5, "б": 5}, {"б": 5}),  # one would be left
        (10, {"а": 5, "б": 5}, {"а": 5, "б": 5}),
        (14, {"а": 5, "б": 5}, {"б": 5}),
        (15, {"а": 5, "б": 5}, {"а": 5, "б": 5}),
        (9, {"а": 4, "б": 5}, {}),
    ],
)
def test_a_cut_is_shown_when_nobody_is_known_by_it_or_by_what_is_left(
    whole: int, cuts: dict[str, int], shown: dict[str, int]
) -> None:
    rows = [Counted("2026-10", "nps", "", "bot", "", "", 10, 9, whole)]
    rows += [Counted("2026-10", "nps", "", "bot", "Смена", value, 10, 9, n) for value, n in cuts.items()]
    rows += [
        Counted("2026-09", "nps", "", "bot", "", "", 10, 9, 1),
        Counted("2026-10", "fcr", "", "crm", "", "", 1, 0.0, 0, 3),
    ]
    counts = of_month(rows, "2026-10")
    assert {key[4]: sum(scores.values()) for key, scores in counts.rows.items() if key[3]} == shown
    assert counts.rows["nps", "", "bot", "", "", 10] == {9: whole}
    assert (counts.month, counts.waiting, counts.left_out) == ("2026-10", {("fcr", "crm"): 3}, len(cuts) - len(shown))


@pytest.mark.parametrize(
    ("heading", "system"),
    [
        ("название сделки;дата создания сделки", "amocrm"), ("название сделки;дата закрытия", ""), ("дата создания сделки", ""),
        ("id;стадия;создан", "bitrix"), ("id;источник;дата создания", "bitrix"), ("id;стадия", ""), ("стадия;создан", ""), ("id;создан", ""),
        ("отметка времени;что", "google_forms"), ("timestamp", "google_forms"), ("что;отметка времени", ""),
        ("starrating;createtime", "google_reviews"), ("starrating;comment", ""), ("createtime;comment", ""),
    ],
)  # fmt: skip
def test_a_system_is_known_by_its_heading(heading: str, system: str) -> None:
    takes = [one.__name__.rpartition(".")[2] for one in _formats() if one.takes(tuple(heading.split(";")))]
    assert [one.startswith(system[:6]) for one in takes] == ([True] if system else [])


@pytest.mark.parametrize(
    ("title", "cells", "told"),
    [
        ("Порекомендуете?", "9 10 8 10", ("nps", "", "score")),
        ("Порекомендуете?", "5 4 3 5", ("nps", "", "score")),
        ("Оценка", "5 4 3 5", ("csi", "", "score")),
        ("Как вам душевая?", "5 4 3 5", ("csi", "shower", "score")),
        ("Как стойка и душевая?", "5 4 3 5", ("csi", "", "score")),
        ("Когда", "01.10.2026 02.10.2026 03.10.2026 04.10.2026 05.10.2026", ("", "", "at")),
        ("Когда", "01.10.2026 02.10.2026 03.10.2026 04.10.2026 потом", ("", "", "words")),
        ("Ваше имя", "да нет да", ("", "", "drop")),
        ("Кто", "Мария Пётр Анна", ("", "", "drop")),
        ("Смена", "утро вечер утро вечер", ("", "", "by")),
        ("Смена", "утро вечер день", ("", "", "words")),
        ("Почему", "утро вечер утро вечер", ("", "", "words")),
        ("Пусто", "", ("", "", "drop")),
    ],
)
def test_a_column_is_guessed_by_its_title_and_its_cells(title: str, cells: str, told: tuple[str, str, str]) -> None:
    rows = tuple(TableRow(number, (cell,)) for number, cell in enumerate(cells.split(), 2))
    (column,) = recognised(HeadedTable((title,), rows), HANDBOOK, {}, "how-are-you")
    assert (column.told(), column.sure) == (told, not cells)
    assert recognised(HeadedTable((title,), rows), HANDBOOK, {title: column.entry()}, "")[0].entry() == column.entry()


@pytest.mark.parametrize(
    ("text", "words"),
    [("плохо < так себе < хорошо", {"плохо": 1, "так себе": 2, "хорошо": 3}), (" Плохо <  < Хорошо ", {"плохо": 1, "хорошо": 2})],
)  # fmt: skip
def test_a_scale_that_is_typed(text: str, words: dict[str, int]) -> None:
    scale = typed_scale(text)
    assert scale is not None and (dict(scale.words), scale.best) == (words, len(words))


@pytest.mark.parametrize(
    ("cells", "best", "scale"),
    [("5 4 1", 0, 5), ("1 0 1", 0, 5), ("10 7", 0, 10), ("10 11", 0, None), ("3 2", 10, 10), ("да нет", 0, 1), ("2 три", 0, None)],
)  # fmt: skip
def test_the_scale_that_cells_show(cells: str, best: int, scale: int | None) -> None:
    found = likely_scale(cells.split(), best)
    assert (found and found.best) == scale


@pytest.mark.parametrize(
    ("text", "american", "day"),
    [
        ("2026-11-05T10:00:00Z", False, "2026-11-05"), (" 2026/1/5 ", True, "2026-01-05"), ("2026.11.05 9:00", False, "2026-11-05"),
        ("05.11.2026 9:00:00", False, "2026-11-05"), ("5/11/26", False, "2026-11-05"), ("5/11/26", True, "2026-05-11"), ("11-05-2026", True, "2026-11-05"),
        ("46331", False, "2026-11-05"), ("46331,75", False, "2026-11-05"), ("46331.75", True, "2026-11-05"), ("26331", False, None), ("76331", False, None),
        ("31.02.2026", False, None), ("05.13.2026", False, None), ("не закрыта", False, None), ("", False, None), ("5 ноября 2026", False, "2026-11-05"),
    ],
)  # fmt: skip
def test_a_day_as_tables_write_it(text: str, american: bool, day: str | None) -> None:
    assert day_of(text, american) == (day and dt.date.fromisoformat(day))


@pytest.mark.parametrize(
    ("cells", "american"),
    [("11/13/26 1/2/26", True), ("11/12/26 1/2/26", False), ("11/13/26 13/2/26", False), ("13/11/26", False), ("11/13/26 скоро", True), ("", False)],
)  # fmt: skip
def test_the_order_of_day_and_month_shows_where_one_can_be_no_month(cells: str, american: bool) -> None:
    assert month_first(cells.split()) == american


def test_what_matters_to_a_person_weighs_more_and_each_score_is_its_part_of_the_best() -> None:
    files = {
        **CLUB,
        "guideline/indices.yml": "indices: [{id: own, title: Свой, formula: weighted}, {id: csi, title: CSI, formula: top-two}]\n",
    }
    handbook = load({path: text.encode() for path, text in files.items()})
    heading = {
        "Когда": "время",
        "Стойка": "own@desk",
        "Душ": "own@shower",
        "Важна": "важность@desk",
        "Важен": "важность@shower",
        "Всё": "csi",
    }
    rows = ("05.11.2026;5;3;4;1;4", "06.11.2026;2;;4;;5", "07.11.2026;5;3;;;5")
    cells = [TableRow(number, tuple(row.split(";"))) for number, row in enumerate(rows, 2)]
    columns = [typed_column(title, said, ["5", "1"], handbook) for title, said in heading.items()]
    read = read_answers(
        HeadedTable(tuple(heading), tuple(cells)),
        [one for one in columns if one],
        "bot",
        lambda text: (text, ()),
        handbook,
    )
    assert [[(one.index, one.touchpoint, one.value, one.best) for one in answer.scores] for answer in read.answers] == [
        [("own", "desk", 1.0, 1), ("own", "shower", 0.6, 1), ("csi", "", 4.0, 5), ("own", "", 0.92, 1)],
        [("own", "desk", 0.4, 1), ("csi", "", 5.0, 5), ("own", "", 0.4, 1)],
        [("own", "desk", 1.0, 1), ("own", "shower", 0.6, 1), ("csi", "", 5.0, 5)],
    ]
