"""A file too large to be read row by row, or a Parquet file, in; its first rows, and the counts of all of them, out. By DuckDB.

Nothing of it is kept but counts: no words, no rows. The three queries lie in `sql/` as a warehouse can run them, too.
"""

import datetime as dt
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cjm.answers.columns import AnswerColumn
from cjm.answers.counting import Counted
from cjm.answers.reading import attribute_of
from cjm.answers.scales import Scale
from cjm.language.says import Says
from cjm.model import Handbook
from cjm.model.shared.index import Index
from cjm.tables import Table, TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

LARGE = 100_000_000  # bytes; about 300,000 rows of a form with words
_SAMPLE = 400
_MEMORY = "700MB"
_DAY = 86_400
_FORMATS = ["%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d"]

_NO_DUCKDB = Says(
    'для такого файла нужен DuckDB: pip install "cjm-handbook[scale]"',
    'such a file takes DuckDB: pip install "cjm-handbook[scale]"',
)
_NOT_READ = Says(
    "DuckDB его не читает: нужен CSV в UTF-8 или Parquet ({reason})", "DuckDB does not read it: it takes CSV in UTF-8 or Parquet ({reason})"
)  # fmt: skip

_NOTHING = Says(
    "ни одной оценки с датой не нашлось: проверьте, что в столбцах (--column)", "not one score with a day was found: look at what the columns are (--column)"
)  # fmt: skip


class NoScale(Exception):
    """The file is not read; `says` is the sentence."""

    def __init__(self, says: Says) -> None:
        super().__init__(says.en)
        self.says = says


def is_large(file: Path) -> bool:
    """Whether a file is counted without being read row by row."""
    return file.suffix.lower() == ".parquet" or file.stat().st_size > LARGE


def first_rows(file: Path) -> Table:
    """The heading and the first rows, by which its columns are told. Raises NoScale."""
    with _Opened(file) as opened:
        found = opened.query(f"SELECT * FROM {opened.rows} LIMIT {_SAMPLE}")
        rows = [TableRow(1, tuple(one[0] for one in found.description))]
        rows += [
            TableRow(at, tuple("" if cell is None else str(cell) for cell in one))
            for at, one in enumerate(found.fetchall(), 2)
        ]
    return Table("", tuple(rows))


def counts_at_scale(
    file: Path, columns: "Sequence[AnswerColumn]", source: str, handbook: Handbook, today: dt.date
) -> tuple[Counted, ...]:
    """The counts of all rows, as `counts_of` has them of answers read one by one. Raises NoScale."""
    at = next((one for one in columns if one.role == "at"), None)
    scores = [one for one in columns if one.role == "score" and one.scale]
    client = next((one for one in columns if one.role == "client"), None)
    made: list[Counted] = []
    if at is None:
        raise NoScale(_NOTHING)
    day = f"CAST(try_strptime(CAST({_name(at.title)} AS VARCHAR), {_FORMATS!r}) AS DATE)"
    cuts = [one for one in columns if one.role == "by"]
    with _Opened(file) as opened:
        read = ", ".join(
            (
                f"{day} AS day",
                *(f"lower(trim(CAST({_name(one.title)} AS VARCHAR))) AS {_name(one.title)}" for one in scores),
            )
        )
        beside = "".join(
            f", CAST({_name(one.title)} AS VARCHAR) AS {_name(one.title)}"
            for one in (*cuts, *([client] if client else []))
        )
        opened.query(f"CREATE TEMP TABLE taken AS SELECT {read}{beside} FROM {opened.rows}")  # the file is read once
        parts = [_given(one, source) for one in scores]
        parts += [_given(one, source, cut) for one in scores if not one.touchpoint for cut in cuts]
        if parts:
            opened.query(f"CREATE VIEW answers AS {' UNION ALL '.join(parts)}")
            for query in ("scores", "cuts"):
                made += [Counted(*row) for row in opened.query(_sql(query)).fetchall()]
            made = _of_nobody(made)
        if client is not None:
            opened.query(f"CREATE VIEW contacts AS SELECT {_name(client.title)} AS client, day FROM taken")
            for index in handbook.of(Index):
                if index.formula == "not-returned" and source in index.of:
                    days = dt.timedelta(seconds=index.within or 7 * _DAY).days
                    query = _sql("returned").format(days=days, today=today.isoformat(), about=index.id, source=source)
                    made += [Counted(*row) for row in opened.query(query).fetchall()]
    kept = tuple(sorted(one for one in made if one.month and (one.n or one.waiting)))
    if not kept:
        raise NoScale(_NOTHING)
    return kept


# Private functions


class _Opened:
    """A file as a table of DuckDB, nothing of which is written to the disk or fetched from anywhere."""

    def __init__(self, file: Path) -> None:
        quoted = str(file).replace("'", "''")
        self.rows = (
            f"read_parquet('{quoted}')"
            if file.suffix.lower() == ".parquet"
            else f"read_csv('{quoted}', all_varchar=true, ignore_errors=true)"
        )

    def __enter__(self) -> "_Opened":
        try:
            import duckdb
        except ImportError as error:
            raise NoScale(_NO_DUCKDB) from error
        self._made: Any = duckdb.connect(config={"autoinstall_known_extensions": "false", "memory_limit": _MEMORY})
        self._error: Any = duckdb.Error
        return self

    def __exit__(self, *_: object) -> None:
        self._made.close()

    def query(self, text: str) -> Any:
        try:
            return self._made.execute(text)
        except self._error as error:
            raise NoScale(_NOT_READ.filled(reason=str(error).splitlines()[0][:120])) from error


def _of_nobody(rows: "Sequence[Counted]") -> list[Counted]:
    """The rows with their cuts in plain words; a value that tells of one person is no cut."""
    found: dict[Counted, int] = {}
    for row in rows:
        pair = attribute_of(row.by_name, row.by_value) if row.by_name else ("", "")
        if pair is not None:
            key = row._replace(by_name=pair[0], by_value=pair[1], n=0)
            found[key] = found.get(key, 0) + row.n
    return [key._replace(n=n) for key, n in found.items()]


def _sql(name: str) -> str:
    return (files(__package__) / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def _name(title: str) -> str:
    return '"' + title.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _given(one: AnswerColumn, source: str, cut: AnswerColumn | None = None) -> str:
    """The scores of one column, a row each; with `cut` by the values of another."""
    scale = one.scale or Scale(5)
    by = (_text(cut.title), _name(cut.title)) if cut else ("''", "''")
    said = f" AND {_name(cut.title)} IS NOT NULL" if cut else ""
    score = _score_of(one.title, scale)
    return (
        f"SELECT day, {_text(one.index)} AS about, {_text(one.touchpoint)} AS touchpoint, {_text(source)} AS source, {by[0]} AS by_name, "
        f"{by[1]} AS by_value, {scale.best} AS best, {score} AS score FROM taken WHERE {score} IS NOT NULL{said}"
    )


def _score_of(title: str, scale: Scale) -> str:
    cell = _name(title)
    if scale.words:
        return f"CASE {cell} {' '.join(f'WHEN {_text(word)} THEN {value:g}' for word, value in scale.words)} END"
    number = f"TRY_CAST({cell} AS DOUBLE)"
    return f"CASE WHEN {number} BETWEEN 0 AND {scale.best} THEN {number} END"
