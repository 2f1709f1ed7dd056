"""The figures of site and book: what stands on which improvement, heat without colour, thanks, a client's words."""

import dataclasses
import datetime as dt
import xml.etree.ElementTree as tree
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cjm import diagram, view
from cjm.app.colouring import colours
from cjm.figures import changes_for_clients, heat_figures, improvement_figures, journey_heat, month_figures
from cjm.model import Handbook
from cjm.model.month import CasesCounted, Month
from cjm.model.shared.improvement import Improvement
from cjm.pages import loader, site
from cjm.voice.improving import month_after
from cjm.workspace.standards import standards

from .test_months import CLUB

Load = Callable[[Mapping[str, str]], Handbook]
SVG = "{http://www.w3.org/2000/svg}"
ONE = """improvements:
  - id: warm
    problem: Вода в душе ледяная
    touchpoint: visit/shower
    actions: [Поставили второй котёл., Повесили график]
    state: {state}
    since: 2026-04-10
    measure: {{count: жалобы, before: 90 дней, after: 60 дней}}
    quote: «Наконец-то тепло»
    {more}
"""


def club(load: Load, counts: list[int], state: str = "live", more: str = "") -> Handbook:
    months = tuple(
        Month(id=month_after("2026-01", at), cases=(CasesCounted(what="complaint", touchpoint="visit/shower", n=n),) if n else ())
        for at, n in enumerate(counts)
    )  # fmt: skip
    made = load(
        {path: text for path, text in CLUB.items() if "/voice/" not in path}
        | {"guideline/improvements.yml": ONE.format(state=state, more=more)}
    )
    assert not made.problems
    return dataclasses.replace(made, months=months)


@pytest.mark.parametrize(
    ("counts", "state", "stands", "says"),
    [
        ([20, 20, 20, 20, 5, 5], "live", "helped", "стало меньше: 10 за 2 мес."),
        ([5, 5, 5, 5, 20, 20], "live", "worse", "стало больше: 40 за 2 мес."),
        ([6, 6, 6, 6, 5, 5], "live", "luck", "не отличить от случайности"),
        ([20, 20, 20, 20, 0], "live", "early", "скажем, когда будет посчитан июнь 2026"),
        ([20, 20, 20], "doing", "before", "снижение вдвое увидим через"),
        ([0, 0, 0, 0, 0, 0], "live", "unmeasured", ""),
    ],
)  # fmt: skip
def test_an_improvement_is_told_by_what_the_numbers_bear(
    load_text: Load, counts: list[int], state: str, stands: str, says: str
) -> None:
    made = club(load_text, counts, state)
    (one,) = improvement_figures(made)
    assert one.stands == stands and says in one.said.replace("\u00a0", " ")
    drawn = one.picture and [mark.text for mark in tree.fromstring(one.picture).iter(f"{SVG}title")][1:]
    assert [count for _, count, _ in one.rows] == [one.partition(": ")[2] for one in drawn or ()], (
        "a picture has its table"
    )
    month = month_figures(made)
    assert month and month.improvements == (one,)


def test_of_a_touchpoint_that_is_gone_nothing_is_drawn(load_text: Load) -> None:
    made = load_text(CLUB)
    gone = dataclasses.replace(made, journeys=())
    assert heat_figures(made) and (found := heat_figures(gone)) and not found.journeys and not found.worst


def test_heat_is_read_without_colour(load_text: Load) -> None:
    made = load_text(CLUB)
    drawn = tree.fromstring(journey_heat(made.journeys[0], made))
    words = [mark.text for mark in drawn.iter(f"{SVG}text")]
    assert "50\u00a0%" in words and "из 40" in words and "жалоб 6" in words
    assert [mark.get("class") for mark in drawn.iter(f"{SVG}path")] == ["s-soft"], "one hatch: six answers are few"
    shown = journey_heat(made.journeys[0], made, lambda id: f"to-{id}.html")
    linked = tree.fromstring(shown)
    assert linked.get("role") == "group" and [one.get("href") for one in linked.iter(f"{SVG}a")] == [
        "to-desk.html",
        "to-shower.html",
        "to-pool.html",
    ]


def test_the_map_by_heat_says_the_number_and_hatches_what_few_answered(load_text: Load) -> None:
    made = load_text(CLUB)
    drawn = diagram.blueprint(made.journeys[0], made, standards(made), colours=colours("heat", made)).text
    words = " ".join("".join(mark.itertext()) for mark in tree.fromstring(drawn).iter(f"{SVG}text")).replace(
        "\u00a0", " "
    )
    assert all(said in words for said in ("4 % из 100", "50 % из 40", "50 % из 6"))
    slanting = [mark for mark in tree.fromstring(drawn).iter(f"{SVG}path") if (mark.get("d") or "").count("M") > 3]
    assert len(slanting) == 2, "the one card, and its sample in the legend"


def test_who_asked_is_thanked_in_words_that_are_made_or_written(load_text: Load) -> None:
    (made,) = changes_for_clients(club(load_text, [9] * 6))
    assert made.thanks == (
        "Здравствуйте! Вы говорили нам: вода в душе ледяная. Теперь иначе: поставили второй котёл; повесили график. Спасибо, что сказали!"
    )
    (made,) = changes_for_clients(club(load_text, [9] * 6, more="thanks: Теперь тепло. Спасибо!"))
    assert made.thanks == "Теперь тепло. Спасибо!"
    assert changes_for_clients(club(load_text, [9] * 6, state="doing")) == ()


@pytest.mark.parametrize(("may", "shown"), [("may: true", True), ("may: false", False), ("", False)])
def test_a_clients_words_are_shown_where_he_allowed_it(load_text: Load, may: str, shown: bool) -> None:
    made = club(load_text, [9] * 6, more=may)
    pages = site(made, loader(Path("nowhere")), today=dt.date(2026, 11, 22)).pages
    assert ("Наконец-то тепло" in pages["you-said.md"]) == shown
    assert ("Наконец-то тепло" in pages["improvements.md"]) == shown
    (one,) = made.of(Improvement)
    assert any(field.key == "quote" for field in view.fields(one, made)) == shown


def test_a_month_outside_its_usual_course_is_a_ring(load_text: Load) -> None:
    months = {
        f"guideline/voice/2026-{at:02}.yml": f"month: 2026-{at:02}\nanswers: [{{index: fcr, source: phone, scores: {{'1': {good}, '0': {100 - good}}}}}]\n"
        for at, good in enumerate([80, 81, 80, 79, 80, 81, 80, 80, 55], start=1)
    }
    month = month_figures(load_text({path: text for path, text in CLUB.items() if "/voice/" not in path} | months))
    # eight in a row on one side of the mean are a shift as well as the one that lies outside
    assert month and [one.usual_out for one in month.cards] == [("август\u00a02026", "сентябрь\u00a02026")]
    shift, ring = [
        one for one in tree.fromstring(month.cards[0].usual).iter(f"{SVG}circle") if one.get("fill") == "#FFFFFF"
    ]
    assert "80" in (shift.findtext(f"{SVG}title") or "") and "55" in (ring.findtext(f"{SVG}title") or "")
    short = {path: text for path, text in months.items() if path < "guideline/voice/2026-08"}
    month = month_figures(load_text({path: text for path, text in CLUB.items() if "/voice/" not in path} | short))
    assert month and month.cards[0].usual == "", "nothing before eight months"
