"""What was counted of a month and the file that is there in, the text of the file out: what others wrote into it stays."""

import datetime as dt
from collections.abc import Mapping, Sequence

from cjm.answers.counting import MonthCounts
from cjm.edit.render import YamlValue, in_flow
from cjm.model import Handbook
from cjm.model.month import AnswersCounted, CasesCounted, Month

_HEAD = "# Числа месяца: их посчитала программа из ответов, которые лежат не здесь. Руками не правят: cjm voice close {month}\n"
_HEAD_EN = "# Counts of a month, made by the program of answers that do not lie here. Not edited by hand: cjm voice close {month}\n"


def month_text(
    counts: MonthCounts,
    register: Sequence[Mapping[str, YamlValue]] | None,
    before: Month | None,
    handbook: Handbook,
    sent: Mapping[str, int],
    visits: int | None,
    today: dt.date,
) -> str:
    """The file of the month. `register` are the rows of the register of cases, which name no source; where there is none, those
    of before stay, as do those of sources that were not counted again."""
    answers, cases = _answers(counts, handbook), [*_cases(counts, handbook), *(register or ())]
    sources = {key[2] for key in counts.rows} | {source for _, source in counts.waiting}
    asked = {one.known_from: one.sent for one in before.sent} if before else {}
    if before:
        answers += [_row_before(one) for one in before.answers if one.known_from not in sources]
        cases += [
            _case_before(one)
            for one in before.cases
            if one.known_from not in sources and (one.known_from or register is None)
        ]
    lines = [
        (_HEAD if handbook.outline.language == "ru" else _HEAD_EN).format(month=counts.month),
        f"month: {counts.month}\n",
    ]
    last = (dt.date.fromisoformat(f"{counts.month}-01") + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    if today <= last:
        lines.append(f"until: {today.isoformat()}\n")
    visited = visits if visits is not None else (before.visits if before else None)
    if visited is not None:
        lines.append(f"visits: {visited}\n")
    lists: tuple[tuple[str, list[Mapping[str, YamlValue]]], ...] = (
        ("sent", [{"source": source, "sent": str(count)} for source, count in sorted({**asked, **sent}.items())]),
        ("answers", answers),
        ("cases", cases),
    )
    for key, rows in lists:
        if rows:
            lines.append(f"{key}:\n")
            lines += [f"  - {in_flow(row)}\n" for row in rows]
    return "".join(lines)


# Private functions


def _answers(counts: MonthCounts, handbook: Handbook) -> list[Mapping[str, YamlValue]]:
    made: list[Mapping[str, YamlValue]] = []
    keys = {*counts.rows} | {
        (index, "", source, "", "", 1)
        for index, source in counts.waiting
        if not any(key[0] == index and key[2] == source for key in counts.rows)
    }
    for key in sorted(keys):
        index, touchpoint, source, name, value, best = key
        if index.startswith("case:"):
            continue
        row: dict[str, YamlValue] = {"index": index}
        if touchpoint:
            row["touchpoint"] = _place(touchpoint, handbook)
        row["source"] = source
        if name:
            row["by"] = {_key(name): value}
        row |= {
            "best": str(best),
            "scores": {f'"{score:g}"': str(n) for score, n in sorted(counts.rows.get(key, {}).items())},
        }
        if not name and not touchpoint and counts.waiting.get((index, source)):
            row["waiting"] = str(counts.waiting[index, source])
        made.append(row)
    return made


def _cases(counts: MonthCounts, handbook: Handbook) -> list[Mapping[str, YamlValue]]:
    return [
        {
            "what": key[0].removeprefix("case:"),
            "touchpoint": _place(key[1], handbook),
            "source": key[2],
            "n": str(sum(scores.values())),
        }
        for key, scores in sorted(counts.rows.items())
        if key[0].startswith("case:")
    ]


def _place(touchpoint: str, handbook: Handbook) -> str:
    journey = handbook.journey_of.get(touchpoint)
    return f"{journey.id}/{touchpoint}" if journey else touchpoint


def _key(text: str) -> str:
    """A key that says no more than itself, whatever stood in a heading."""
    return in_flow(text.replace(":", " ").strip() or "—")


def _row_before(row: AnswersCounted) -> Mapping[str, YamlValue]:
    made: dict[str, YamlValue] = {"index": row.index}
    for key, value in (("touchpoint", row.touchpoint), ("journey", row.journey), ("source", row.known_from)):
        if value:
            made[key] = value
    if row.by:
        made["by"] = {_key(name): value for name, value in row.by}
    made |= {"best": str(row.best), "scores": {f'"{score}"': str(n) for score, n in row.scores}}
    return made | ({"waiting": str(row.waiting)} if row.waiting else {})


def _case_before(one: CasesCounted) -> Mapping[str, YamlValue]:
    pairs = (
        ("what", one.what), ("touchpoint", one.touchpoint), ("section", one.section), ("topic", one.topic), ("source", one.known_from),
        ("group", one.group), ("n", str(one.n)),
    )  # fmt: skip
    return {key: value for key, value in pairs if value}
