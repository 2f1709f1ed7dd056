"""`cjm improve`: what is measured was declared beforehand, is judged once, and luck is not called help."""

import datetime as dt
import random
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cjm.cli import main
from cjm.model import Handbook, Journey, Stage, Touchpoint
from cjm.model.month import AnswersCounted, CasesCounted, Month
from cjm.model.shared.improvement import Improvement, Measure
from cjm.model.shared.index import Index
from cjm.voice.improving import ImprovementProgress, month_after, progress

from .test_no_change import poisson

PLACE = Touchpoint(id="desk", title="Стойка")
WAY = Journey(id="way", title="Путь", stages=(Stage(id="one", title="Один", touchpoints=(PLACE,)),))
DAYS = 86_400


def complaints(
    counts: list[int], topic: str = "", first: str = "2026-01", visits: int | None = None
) -> tuple[Month, ...]:
    return tuple(
        Month(id=month_after(first, at), visits=visits, cases=(CasesCounted(what="complaint", touchpoint="way/desk", topic=topic, n=n),) if n else ())
        for at, n in enumerate(counts)
    )  # fmt: skip


def stands(
    months: tuple[Month, ...],
    count: str = "wait",
    since: str = "2026-07-10",
    state: str = "live",
    before: int = 180,
    after: int = 120,
) -> ImprovementProgress:
    one = Improvement(
        id="desk", problem="Ждут", touchpoint=("way/desk",), state=state, since=dt.date.fromisoformat(since) if since else None,  # type: ignore[arg-type]
        measure=Measure(count=count, before=before * DAYS, after=after * DAYS),
    )  # fmt: skip
    index = Index(id="nps", title="NPS", formula="promoters-minus-detractors")
    handbook = Handbook(journeys=(WAY,), months=months, shared={"improvement": (one,), "index": (index,)})
    return progress(handbook)[0]


def test_the_month_of_the_change_is_of_neither_side_and_the_declared_length_is_judged_once() -> None:
    found = stands(complaints([14, 15, 13, 14, 14, 14, 99, 5, 6, 4, 5, 80, 80]))
    assert (found.before.count, found.after.count, found.judged) == (
        84,
        20,
        "2026-11",
    )  # what came later is not looked at
    assert found.tendency == "less" and found.change and found.change.high < 1


@pytest.mark.parametrize(
    ("counts", "tendency", "told"),
    [
        ([14] * 6 + [14] + [5] * 4, "less", True),
        ([5] * 6 + [5] + [14] * 4, "more", True),
        ([14] * 6 + [14] + [12] * 4, "unclear", True),
        ([14] * 6 + [14] + [0] * 3, "unclear", False),  # the declared length is not over
        ([0] * 11, "unclear", False),
    ],
)
def test_what_may_be_said(counts: list[int], tendency: str, told: bool) -> None:
    found = stands(complaints(counts))
    assert (found.tendency, found.change is not None) == (tendency, told)


def test_a_month_that_is_not_over_is_not_counted() -> None:
    *over, last = complaints([14] * 7 + [5] * 4)
    half = Month(id=last.id, until=dt.date(2026, 11, 9), cases=last.cases)
    assert stands((*over, half)).change is None


def test_more_visits_are_no_more_complaints() -> None:
    months = complaints([10] * 6, visits=100) + complaints([20] * 5, first="2026-07", visits=200)
    found = stands(months)
    assert found.unit == "visits" and found.change and found.change.value == 1 and found.tendency == "unclear"


def test_a_declared_topic_goes_before_all_complaints_of_the_place() -> None:
    found = stands((*complaints([9] * 6), *complaints([4] * 5, topic="wait", first="2026-07")))
    assert (found.what, found.before.count, found.after.count) == ("topic", 0, 16)


@pytest.mark.parametrize(("a_month", "halved"), [(14, 4), (40, 1), (1, None)])
def test_before_the_change_it_tells_when_it_will_be_seen(a_month: int, halved: int | None) -> None:
    found = stands(complaints([a_month] * 6), since="", state="idea", before=90)
    assert (found.judged, found.change, found.halved) == ("", None, halved)


def answers(shares: list[tuple[int, int, int]]) -> tuple[Month, ...]:
    return tuple(
        Month(id=month_after("2026-01", at), answers=(AnswersCounted(index="nps", known_from="form", touchpoint="way/desk", best=10, scores=(("10", good), ("8", so), ("3", bad))),))
        for at, (good, so, bad) in enumerate(shares)
    )  # fmt: skip


def test_an_index() -> None:
    found = stands(answers([(20, 10, 20)] * 7 + [(35, 10, 5)] * 4), count="nps")
    assert (found.before.value, found.after.value, found.tendency) == (0, 60, "more")
    assert stands(answers([(20, 10, 20)] * 11), count="nps").tendency == "unclear"
    assert (
        stands(answers([(200, 100, 200)] * 6), count="nps", state="idea").halved == 2
    )  # 10 : √(0.8/3000 + 0.8/1000) > 2.8
    assert stands(answers([(20, 10, 20)] * 6), count="nps", state="idea").halved is None


def test_luck_is_not_called_help_and_a_halving_is_found() -> None:
    """At most one in twenty of those that changed nothing; four of five of those that halved fourteen a month."""
    luck = random.Random(18)
    said = [stands(complaints([poisson(luck, 14) for _ in range(11)])).tendency for _ in range(400)]
    assert sum(one != "unclear" for one in said) <= 0.05 * 400 + 8  # two deviations of luck
    seen = [
        stands(complaints([poisson(luck, 14) for _ in range(7)] + [poisson(luck, 7) for _ in range(4)])).tendency
        for _ in range(200)
    ]
    assert sum(one == "less" for one in seen) >= 0.8 * 200


CLUB = {
    "guideline/handbook.yml": "handbook: club\ntitle: Клуб\norganisation: Клуб\nlanguage: ru\nparts: []\nchannels: [{id: desk, title: Стойка}]\n",
    "touchpoints/visit.yml": (
        "journey: visit\ntitle: Визит\nstages:\n  - stage: in\n    title: Приход\n    touchpoints:\n"
        "      - {id: desk, title: Встреча, contact: person, channel: desk}\n"
    ),
    "guideline/improvements.yml": (
        "improvements:\n  - {id: bell, problem: Ждут, touchpoint: visit/desk, state: STATE, since: 2026-04-10, measure: {count: ожидание, before: 90 дней, after: 60 дней}}\n"
    ),
}


@pytest.mark.parametrize(
    ("counts", "state", "language", "says"),
    [
        (
            [20, 20, 20, 20, 5, 5],
            "live",
            "ru",
            "стало меньше: 10 за 2 мес.; это 0,2 от прежнего, с уверенностью 95 % от 0,1 до 0,5",
        ),
        (
            [20, 20, 20, 20, 5, 5],
            "live",
            "en",
            "it became less: 10 in 2 months; that is 0.2 of what it was, with 95 % confidence 0.1 to 0.5",
        ),
        ([20, 20, 20, 20, 18, 17], "live", "ru", "не отличить от случайности"),
        (
            [20, 20, 20, 20, 5],
            "live",
            "ru",
            "скажем, когда будет посчитан июнь 2026; после перемены посчитано месяцев: 1",
        ),
        ([20, 20, 20], "idea", "ru", "снижение вдвое увидим через 2 мес."),
        ([1, 0, 1], "idea", "ru", "за пять лет"),
        ([0, 0, 0], "idea", "ru", "ни в одном месяце не посчитано"),
    ],
)
def test_one_sentence(tmp_path: Path, counts: list[int], state: str, language: str, says: str) -> None:
    files = CLUB | {
        f"guideline/voice/2026-{at:02}.yml": f"month: 2026-{at:02}\n" + (f"cases: [{{what: complaint, touchpoint: visit/desk, topic: ожидание, source: desk, n: {n}}}]\n" if n else "")
        for at, n in enumerate(counts, 1)
    }  # fmt: skip
    for file, text in files.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text.replace("STATE", state), encoding="utf-8")
    shown = CliRunner().invoke(main, ["improve", "--root", str(tmp_path), "--lang", language])
    assert shown.exit_code == 0 and says in shown.output.replace("\xa0", " "), shown.output
    wrong = CliRunner().invoke(main, ["improve", "bel", "--root", str(tmp_path), "--lang", "ru"])
    assert wrong.exit_code == 2 and "Есть: bell" in wrong.output
