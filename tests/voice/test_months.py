"""Months of counts are loaded like everything else, and give indices by month and source, and heat by touchpoint."""

import datetime as dt
from collections.abc import Callable, Mapping

import pytest

from cjm.lint import judge
from cjm.model import Handbook
from cjm.model.shared.index import Index
from cjm.voice import cuts, heat, latest, months, values

Load = Callable[[Mapping[str, str]], Handbook]
CLUB = {
    "guideline/handbook.yml": "handbook: club\ntitle: Клуб\nlanguage: ru\nparts: [{id: all, title: Всё, sections: []}]\nchannels: [{id: desk, title: Стойка}]\n",
    "guideline/resources.yml": "resources: [{id: form, title: Анкета, kind: form}, {id: bot, title: Бот, kind: form}]\n",
    "guideline/indices.yml": (
        "indices:\n  - {id: nps, title: NPS, formula: promoters-minus-detractors, known: [{month: 2026-08, value: 41}]}\n"
        "  - {id: csi, title: CSI, formula: top-two}\n  - {id: fcr, title: FCR, formula: not-returned, within: 7 дней}\n"
    ),
    "touchpoints/visit.yml": (
        "journey: visit\ntitle: Визит\nstages:\n  - stage: in\n    title: Приход\n    touchpoints:\n"
        "      - {id: desk, title: Стойка, contact: person, channel: desk}\n      - {id: shower, title: Душ, contact: person, channel: desk}\n"
        "      - {id: pool, title: Вода, contact: person, channel: desk}\n"
    ),
    "guideline/voice/2026-09.yml": (
        "month: 2026-09\nanswers:\n  - {index: nps, source: form, best: 10, scores: {'10': 6, '7': 2, '3': 2}}\n"
        "  - {index: fcr, source: phone, scores: {'1': 8, '0': 2}, waiting: 4}\n"
    ),
    "guideline/voice/2026-10.yml": (
        "month: 2026-10\nvisits: 415\nsent: [{source: form, sent: 40}]\nanswers:\n"
        "  - {index: nps, source: form, best: 10, scores: {'10': 12, '3': 8}}\n"
        "  - {index: nps, source: review, best: 10, scores: {'10': 1, '3': 9}}\n"
        "  - {index: nps, source: form, by: {state: once}, best: 10, scores: {'10': 2, '3': 4}}\n"
        "  - {index: csi, touchpoint: visit/desk, source: bot, best: 5, scores: {'5': 60, '4': 36, '2': 4}}\n"
        "  - {index: csi, touchpoint: shower, source: bot, best: 5, scores: {'5': 20, '2': 12, '1': 8}}\n"
        "  - {index: csi, touchpoint: pool, source: bot, best: 5, scores: {'5': 3, '1': 3}}\n"
        "cases: [{what: complaint, touchpoint: shower, topic: cold, n: 6}, {what: praise, touchpoint: desk, n: 2}]\n"
    ),
}


@pytest.fixture(scope="module")
def club(load_text: Load) -> Handbook:
    made = load_text(CLUB)
    assert not made.problems
    return made


def index(club: Handbook, id: str) -> Index:
    return next(one for one in club.of(Index) if one.id == id)


def test_months_stand_in_order_and_what_nobody_counted_is_left_out(club: Handbook) -> None:
    assert [one.id for one in months(club)] == ["2026-09", "2026-10"]
    assert [one.id for one in latest(club, 1)] == ["2026-10"]


def test_each_source_is_a_number_of_its_own(club: Handbook) -> None:
    found = values(index(club, "nps"), club)
    assert [(one.month, one.source, round(one.found.value), one.found.n) for one in found] == [
        ("2026-08", "", 41, None), ("2026-09", "form", 40, 10), ("2026-10", "form", 20, 20), ("2026-10", "review", -80, 10),
    ]  # fmt: skip
    assert [one.sent for one in found] == [None, None, 40, None]
    assert found[0].found.low is None and not found[0].found.coloured


def test_of_single_touchpoints_the_whole_is_their_sum_and_one_is_itself(club: Handbook) -> None:
    csi = index(club, "csi")
    (whole,) = values(csi, club)
    (shower,) = values(csi, club, touchpoint="shower")
    assert whole.found.value == pytest.approx(119 / 146) and shower.found.value == pytest.approx(0.5)
    assert values(csi, club, journey="visit") == (whole,)


def test_who_still_waits_is_not_counted(club: Handbook) -> None:
    (fcr,) = values(index(club, "fcr"), club)
    assert (fcr.found.value, fcr.found.n, fcr.waiting) == (0.8, 10, 4)


def test_cut_by_what_people_are(club: Handbook) -> None:
    assert cuts(index(club, "nps"), club, months(club)) == {"state": {"once": {10.0: 2, 3.0: 4}}}
    assert values(index(club, "nps"), club, by=(("state", "once"),))[0].found.n == 6


def test_heat_is_coloured_where_it_is_borne_out(club: Handbook) -> None:
    found = heat(club)
    assert [(one.touchpoint, one.unhappy, one.n, one.level, one.complaints) for one in found.values()] == [
        ("desk", 4, 100, 0, 0), ("shower", 20, 40, 3, 6), ("pool", 3, 6, None, 0),
    ]  # fmt: skip
    assert found["shower"].outside and not found["desk"].outside
    assert found["pool"].drawn < 0.5 < found["shower"].drawn + 0.1


def test_heat_knows_a_place_of_which_only_complaints_came_over_all_months(load_text: Load) -> None:
    """Neither what was asked of some only, nor praise, nor an index that nobody declared warms a place."""
    rows = (
        "month: 2026-11\nanswers:\n  - {index: csi, touchpoint: visit/desk, source: form, best: 5, scores: {'5': 1, '1': 2}}\n"
        "  - {index: csi, touchpoint: desk, source: form, by: {state: once}, best: 5, scores: {'1': 9}}\n"
        "cases: [{what: complaint, touchpoint: visit/door, n: 2}, {what: complaint, touchpoint: door, topic: cold, n: 1}, {what: praise, touchpoint: yard, n: 3}]\n"
    )
    way = CLUB["touchpoints/visit.yml"] + "".join(
        f"      - {{id: {id}, title: T, contact: person, channel: desk}}\n" for id in ("door", "yard")
    )
    found = heat(load_text(CLUB | {"touchpoints/visit.yml": way, "guideline/voice/2026-11.yml": rows}))
    told = {one.touchpoint: (one.unhappy, one.n, one.level, one.complaints) for one in found.values()}
    assert told == {"desk": (6, 103, 1, 0), "shower": (20, 40, 3, 6), "pool": (3, 6, None, 0), "door": (0, 0, None, 3)}
    assert not found["door"].outside


def test_a_touchpoint_that_is_gone_is_told_and_one_renamed_is_found(load_text: Load) -> None:
    made = load_text(
        CLUB | {"guideline/voice/2026-11.yml": "month: 2026-11\ncases: [{what: idea, touchpoint: sauna, n: 1}]\n"}
    )
    assert [one.trouble for one in made.problems] == ["unknown-reference"]
    wrong = load_text(CLUB | {"guideline/voice/2026-12.yml": "month: 2026-11\n"})
    assert [one.form for one in wrong.problems] == ["file-name"]


def test_a_person_in_a_month_is_found_like_anywhere(load_text: Load) -> None:
    rows = (
        "month: 2026-10\nanswers:\n  - {index: nps, source: form, best: 10, by: {группа: Мария Кузнецова}, scores: {'10': 9}}\n"
        "cases:\n  - {what: idea, touchpoint: desk, group: 'звоните +7 916 123-45-67', n: 1}\n"
    )
    found = judge(load_text(CLUB | {"guideline/voice/2026-10.yml": rows}), today=dt.date(2026, 11, 22)).findings
    codes = {(one.code, one.place.line) for one in found if one.place.file.endswith("2026-10.yml")}
    assert {("CJM409", 3), ("CJM406", 5)} <= codes


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("{index: nps, source: form, best: 10, scores: {'10': 33, '3': 8}}", "ответов 41 — больше, чем послали анкет: 40"),
        ("{index: nps, source: form, best: 10, scores: {'10': 32, '3': 8}}", ""),
        ("{index: nps, source: review, by: {state: once}, best: 10, scores: {'10': 7, '3': 4}}", "по признаку отвечавших 11, а всего 10"),
        ("{index: nps, source: phone, best: 10, scores: {'10': 500}}", ""),  # nobody counts whom he rings
    ],
)  # fmt: skip
def test_nobody_answers_who_was_not_asked(load_text: Load, row: str, told: str) -> None:
    month = CLUB["guideline/voice/2026-10.yml"].replace("sent: 40}]\nanswers:\n", f"sent: 40}}]\nanswers:\n  - {row}\n")
    if "form, best" in row:  # it stands in the place of the row that is there
        month = month.replace("  - {index: nps, source: form, best: 10, scores: {'10': 12, '3': 8}}\n", "")
    made = judge(load_text(CLUB | {"guideline/voice/2026-10.yml": month}), today=dt.date(2026, 11, 28))
    found = [(one.message.replace("\u00a0", " "), one.place.line) for one in made.shown if one.code == "CJM431"]
    assert found == ([(told, 5)] if told else [])
