"""A large file is counted by DuckDB to the same numbers as a small one row by row; nothing of it is kept but counts."""

import csv
import datetime as dt
import random
from pathlib import Path

import pytest

from answers.test_import import CLUB, DAY
from cjm.answers.columns import headed, recognised
from cjm.answers.counting import Counted, counts_of
from cjm.answers.reading import read_answers
from cjm.answers.scale import counts_at_scale, first_rows
from cjm.load import load
from cjm.model.month import FEWEST
from cjm.tables import tables_in

duckdb = pytest.importorskip("duckdb")
HANDBOOK = load({path: text.encode() for path, text in CLUB.items()})
SOURCES = ("how-are-you", "crm")


def rows() -> list[list[str]]:
    luck = random.Random(7)
    made = [["Отметка времени", "Порекомендуете ли вы нас?", "Как вам душевая?", "Вы у нас", "Полное имя контакта"]]
    for _ in range(900):
        day = dt.datetime(2026, 9, 1) + dt.timedelta(hours=luck.randint(0, 24 * 85))
        made.append([
            f"{day:%d.%m.%Y %H:%M:%S}", luck.choice([*map(str, range(11)), ""]), luck.choice(["Очень хорошо", "хорошо", "так себе", "плохо"]),
            luck.choice(["ходим", "ходим", "'; DROP TABLE answers; --"]), f"Имя {luck.randint(1, 300)}",
        ])  # fmt: skip
    return made


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("scale") / "a.csv"
    with made.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows())
    return made


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_same_numbers_come_out(file: Path, source: str, form: str) -> None:
    if form == "parquet":
        whole = file.with_suffix(".parquet")
        duckdb.sql(f"COPY (SELECT * FROM read_csv('{file}', all_varchar=true)) TO '{whole}' (FORMAT parquet)")
    else:
        whole = file
    known = {"Полное имя контакта": {"role": "client", "index": "", "touchpoint": ""}}
    table = headed(tables_in("a.csv", file.read_bytes())[0])
    columns = recognised(table, HANDBOOK, known, source)
    assert recognised(headed(first_rows(whole)), HANDBOOK, known, source) == columns
    read = read_answers(table, columns, source, lambda text: (text, ()), HANDBOOK)
    by_hand = counts_of(read.answers, HANDBOOK, DAY)
    found = counts_at_scale(whole, columns, source, HANDBOOK, DAY)

    def comparable(counts: tuple[Counted, ...], cut: bool) -> set[tuple[object, ...]]:
        return {
            (one.month, one.about, one.touchpoint, one.best, float(one.score), one.n)
            for one in counts
            if bool(one.by_name) == cut and one.n
        }

    assert comparable(found, cut=False) == comparable(by_hand, cut=False) and len(found) > 5
    people: dict[tuple[str, ...], int] = {}
    for one in found:
        if one.by_name:
            people[one.month, one.about, one.by_value] = people.get((one.month, one.about, one.by_value), 0) + one.n
    assert (source == "crm" or people) and all(n >= FEWEST for n in people.values())
    waiting = {(one.month, one.waiting) for one in by_hand if one.waiting}
    assert {(one.month, one.waiting) for one in found if one.waiting} == waiting


def test_a_file_that_is_none_is_refused_in_a_sentence(tmp_path: Path) -> None:
    from cjm.answers.scale import NoScale

    broken = tmp_path / "b.parquet"
    broken.write_bytes(b"PAR1 no")
    with pytest.raises(NoScale) as refused:
        first_rows(broken)
    assert "Parquet" in refused.value.says.ru
