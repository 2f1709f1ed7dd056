"""The questions asked of graphs: examples in five lines, brute force on small graphs, large graphs with loops."""

import itertools
import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.graph import Ways, questions, ways
from cjm.model import Edge, Handbook, Journey, Stage, Touchpoint

ROOT = Path(__file__).resolve().parents[2]
Load = Callable[[Mapping[str, str]], Handbook]
Shape = Mapping[str, Touchpoint]


def point(
    id: str, *next: Edge, wait: int | None = None, outcome: str = "", role: str = "", entry: bool = False
) -> Touchpoint:
    return Touchpoint(id=id, title=id, next=next, wait=wait, outcome=outcome, role=role, entry=entry)


def to(id: str, back: bool = False, at_most: int | None = None) -> Edge:
    return Edge(to=id, back=back, at_most=at_most)


def one(*points: Touchpoint, id: str = "visit", enter: str | None = None) -> Journey:
    stages = (Stage(id="all", title="all", touchpoints=points),)
    return Journey(id=id, title=id, stages=stages, enter="anywhere" if enter else None)


def graph(*journeys: Journey) -> Ways:
    return ways(Handbook(journeys=journeys))


def test_what_is_cut_off_is_told_with_what_follows_it() -> None:
    found = graph(one(point("a", to("d")), point("b"), point("c"), point("d", outcome="done")))
    assert questions.unreachable(found) == (("b", "c"),)


def test_a_loop_that_nothing_leads_to_is_told_once() -> None:
    found = graph(one(point("a", to("d")), point("b"), point("c", to("b")), point("d", outcome="done")))
    assert questions.unreachable(found) == (("b", "c"),)


def test_one_marked_entry_makes_its_journey_one_that_clients_enter() -> None:
    first = one(point("a", entry=True), point("b", outcome="done"), id="first")
    lost = one(point("c"), point("d", to("e"), outcome="done"), id="lost")
    after = one(point("e", outcome="done"), id="after")
    assert questions.never_entered(graph(first, lost, after)) == (lost,)
    assert questions.never_entered(graph(one(point("a"), id="first"), lost, after)) == ()


def test_dead_ends_and_traps_are_apart() -> None:
    found = graph(one(point("a", to("b"), to("c")), point("b"), point("b2", to("b")), point("c")))
    assert questions.dead_ends(found) == ("c",)
    assert questions.traps(found) == (("b", "b2"),)


def test_a_way_to_a_touchpoint_that_is_not_there_is_no_dead_end() -> None:
    found = graph(one(point("a"), point("b", to("nowhere"))))
    assert not questions.dead_ends(found) and not questions.traps(found)


@pytest.mark.parametrize(
    ("closing", "unmarked", "unbounded"),
    [(to("a"), 1, 0), (to("a", back=True), 0, 1), (to("a", back=True, at_most=2), 0, 0)],
)
def test_loops(closing: Edge, unmarked: int, unbounded: int) -> None:
    found = graph(one(point("a"), point("b", to("c"), closing), point("c", outcome="done")))
    assert len(questions.unmarked_loops(found)) == unmarked
    assert len(questions.unbounded_loops(found)) == unbounded


def test_a_round_of_journeys_is_no_loop() -> None:
    found = graph(
        one(point("pay", to("attend")), id="renewal"),
        one(point("attend", to("pay"), to("bye")), point("bye", outcome="done")),
    )
    assert not questions.unmarked_loops(found) and not questions.traps(found)


def test_a_journey_that_lost_its_entrance() -> None:
    found = graph(one(point("a", outcome="done"), id="lost"), one(point("b", entry=True, outcome="done")))
    assert [journey.id for journey in questions.never_entered(found)] == ["lost"]
    unmarked = graph(one(point("a", outcome="done"), id="lost"), one(point("b", outcome="done")))
    assert not questions.never_entered(unmarked)


def test_the_way_around_is_the_shortest_and_names_where_it_turns_off() -> None:
    found = graph(one(point("a"), point("b", to("c"), to("d")), point("c"), point("d"), point("e", outcome="done")))
    path = questions.way_around(found, "a", "e", "c")
    assert path == ("a", "b", "d", "e")
    assert questions.leaves_at(found, path, "c") == "b"
    assert questions.way_around(found, "a", "e", "b") is None


@pytest.mark.parametrize(
    ("points", "through", "turn"),
    [
        ([point("a", to("b")), point("b", to("c"), to("x")), point("c", to("end")), point("x", to("end"))], "x", "b"),
        ([point("a", to("b"), to("x")), point("b", to("c")), point("c", to("end")), point("x", to("end"))], "x", "a"),
        ([point("a", to("b")), point("b", to("c")), point("c", to("end"), to("x")), point("x", to("end"))], "x", "c"),
        # One could come there only behind the end, which is too late, or not at all.
        ([point("a", to("end")), point("x")], "x", None),
        # By a way round: the turn-off is where the last way to it begins, however long that is.
        ([point("a", to("b")), point("b", to("end"), to("y")), point("y", to("z")), point("z", to("x")), point("x", to("end"))], "x", "b"),
    ],
)  # fmt: skip
def test_where_a_way_turns_off(points: list[Touchpoint], through: str, turn: str | None) -> None:
    found = graph(one(*points, point("end", to("x") if turn is None else to("end2")), point("end2", outcome="done")))
    path = questions.way_around(found, "a", "end", through)
    assert path is not None
    assert questions.leaves_at(found, path, through) == turn


def test_a_way_that_avoids() -> None:
    found = graph(one(point("a", to("boss"), to("b")), point("boss", to("d")), point("b"), point("d", outcome="done")))
    assert questions.way_avoiding(found, ["a"], "d", {"boss"}) == ("a", "b", "d")
    assert questions.way_avoiding(found, ["a"], "d", {"boss", "b"}) == ("a", "boss", "d")
    assert questions.way_avoiding(found, ["d"], "a", {"boss"}) is None
    assert questions.way_avoiding(found, ["a"], "d", {"b"}, only=["a", "b", "d"]) == ("a", "b", "d")


def test_the_slowest_way_counts_loops_as_often_as_they_can_repeat() -> None:
    found = graph(
        one(
            point("a", wait=10),
            point("b", to("c"), to("a", back=True, at_most=2), wait=5),
            point("c", wait=1, outcome="done"),
        )
    )
    slowest = questions.longest_wait(found, ["a"], "c")
    assert slowest is not None
    assert slowest.path == ("a", "b", "c")
    assert slowest.seconds == 16 + 2 * 15


def test_the_slowest_way_through_a_round_of_journeys_goes_round_once() -> None:
    found = graph(
        one(point("buy", to("attend"), wait=1), point("leave", to("buy"), wait=7), id="first"),
        one(point("attend", to("leave"), to("goal"), wait=2), point("goal", wait=4, outcome="done"), id="then"),
    )
    slowest = questions.longest_wait(found, ["buy"], "goal")
    assert slowest is not None and slowest.seconds == 7 and slowest.path == ("buy", "attend", "goal")


def test_a_goal_behind_a_way_back_is_still_reached() -> None:
    found = graph(
        one(point("a", wait=3), point("b", wait=4, outcome="done"), point("c", to("a", back=True, at_most=1), wait=5))
    )
    slowest = questions.longest_wait(found, ["c"], "b")
    assert slowest is not None and slowest.path == ("c", "a", "b") and slowest.seconds >= 12


# Small graphs against brute force


@st.composite
def small(draw: st.DrawFn, acyclic: bool = False) -> Ways:
    size = draw(st.integers(2, 7))
    names = [f"p{number}" for number in range(size)]
    points = []
    for number, name in enumerate(names):
        targets = names[number + 1 :] if acyclic else [other for other in names if other != name]
        chosen = draw(st.lists(st.sampled_from(targets), max_size=3, unique=True)) if targets else []
        edges = [to(target, back=names.index(target) < number, at_most=1) for target in chosen]
        outcome = "" if edges and draw(st.booleans()) else "done"
        points.append(
            point(name, *edges, wait=draw(st.integers(0, 9)), outcome=outcome, role=draw(st.sampled_from("xy")))
        )
    return graph(one(*points))


def paths(found: Ways, start: str, goal: str, seen: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every simple path, one by one: what the questions never do."""
    here = (*seen, start)
    if start == goal:
        yield here
        return
    for target in dict.fromkeys(way.target for way in found.out[start]):
        if target not in here:
            yield from paths(found, target, goal, here)


@given(small())
def test_unreachable_and_stuck_as_by_brute_force(found: Ways) -> None:
    points = list(found.touchpoint)
    reached = {goal for goal in points if any(True for _ in paths(found, points[0], goal))}
    assert {name for group in questions.unreachable(found) for name in group} == set(points) - reached
    stops = {name for name in points if name in found.ends} | set(questions.dead_ends(found))
    stuck = {name for name in points if not any(True for stop in stops for _ in paths(found, name, stop))}
    assert bool(questions.traps(found)) == bool(stuck)
    assert {name for group in questions.traps(found) for name in group} <= stuck


@given(small())
def test_ways_around_as_by_brute_force(found: Ways) -> None:
    start, *middle, goal = found.touchpoint
    every = list(paths(found, start, goal))
    for through in middle:
        around = [path for path in every if through not in path]
        path = questions.way_around(found, start, goal, through)
        assert (path is None) == (not around)
        if path is not None:
            assert path in around and len(path) == min(map(len, around))
            able = [point for point in path[:-1] if any(goal not in one for one in paths(found, point, through))]
            assert questions.leaves_at(found, path, through) == (able[-1] if able else None)


@given(small())
def test_ways_that_avoid_as_by_brute_force(found: Ways) -> None:
    start, goal = next(iter(found.touchpoint)), list(found.touchpoint)[-1]
    avoided = {name for name, touchpoint in found.touchpoint.items() if touchpoint.role == "x"}
    every = list(paths(found, start, goal))
    path = questions.way_avoiding(found, [start], goal, avoided)
    assert (path is None) == (not every)
    if path is not None:
        assert len(avoided.intersection(path)) == min(len(avoided.intersection(other)) for other in every)


@given(small(acyclic=True))
def test_the_slowest_way_as_by_brute_force(found: Ways) -> None:
    start, goal = next(iter(found.touchpoint)), list(found.touchpoint)[-1]
    sums = [sum(found.touchpoint[name].wait or 0 for name in path) for path in paths(found, start, goal)]
    slowest = questions.longest_wait(found, [start], goal)
    assert (slowest.seconds if slowest else None) == max(sums, default=None)


@given(small())
def test_the_slowest_way_is_a_way_and_no_faster_than_any_way_on(found: Ways) -> None:
    start, goal = next(iter(found.touchpoint)), list(found.touchpoint)[-1]
    slowest = questions.longest_wait(found, [start], goal)
    assert (slowest is None) == (questions.shortest(found, start, goal) is None)
    if slowest is not None:
        assert slowest.path in list(paths(found, start, goal))
        onward = [path for path in paths(found, start, goal) if list(path) == sorted(path)]
        assert all(slowest.seconds >= sum(found.touchpoint[name].wait or 0 for name in path) for path in onward)


# Large graphs with loops


def large(size: int, seed: int) -> Ways:
    """Journeys of 50 touchpoints with branches, marked and unmarked loops and rounds of journeys."""
    dice = random.Random(seed)
    names = [f"p{number}" for number in range(size)]
    points = []
    for number, name in enumerate(names):
        edges = [to(names[min(size - 1, number + 1)]), to(names[min(size - 1, number + dice.randint(1, 40))])]
        if dice.random() < 0.1:
            edges.append(
                to(
                    names[max(0, number - dice.randint(1, 30))],
                    back=dice.random() < 0.9,
                    at_most=dice.choice((None, 1, 3)),
                )
            )
        if dice.random() < 0.01:
            edges.append(to(dice.choice(names), back=dice.random() < 0.5, at_most=2))
        done = number == size - 1 or dice.random() < 0.02
        points.append(
            point(
                name, *(() if number == size - 1 else edges), wait=dice.randint(0, 600), outcome="done" if done else ""
            )
        )
    made = (
        one(*chunk, id=f"journey-{number}")
        for number, chunk in enumerate(points[first : first + 50] for first in range(0, size, 50))
    )
    return graph(*made)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_five_thousand_touchpoints_with_loops_are_answered(seed: int) -> None:
    found = large(5_000, seed)
    start, middle, goal = "p0", "p2500", "p4999"
    assert not questions.unreachable(found) and not questions.traps(found) and not questions.dead_ends(found)
    questions.unmarked_loops(found)
    questions.unbounded_loops(found)
    questions.never_entered(found)
    assert questions.shortest(found, start, goal)
    around = questions.way_around(found, start, goal, middle)
    assert around and middle not in around
    assert questions.leaves_at(found, around, middle) in around
    assert questions.way_avoiding(found, [start], goal, {f"p{number}" for number in range(7, 4_990, 9)})
    slowest = questions.longest_wait(found, [start], goal)
    assert slowest and slowest.path[0] == start and slowest.path[-1] == goal
    steps = {(way.source, way.target) for out in found.out.values() for way in out}
    assert all(step in steps for step in itertools.pairwise(slowest.path))


@given(st.integers(0, 100_000))
def test_what_plain_reach_answers_is_what_the_graph_answers(seed: int) -> None:
    """Without NetworkX it must be told whether there is anything to ask it; two journeys, and an interrupt beside them."""
    dice = random.Random(seed)
    ids = [f"p{number}" for number in range(9)]

    def some(number: int) -> Touchpoint:
        edges = [to(dice.choice(ids), back=dice.random() < 0.3) for _ in range(dice.choice((0, 0, 1, 2)))]
        return point(f"p{number}", *edges, wait=60, outcome=dice.choice(("", "", "done")))

    found = graph(
        one(*map(some, range(4))), one(*map(some, range(4, 7)), id="next"), one(*map(some, range(7, 9)), id="aside", enter="anywhere")
    )  # fmt: skip
    start, end, through = dice.choice(ids), dice.choice(ids), dice.choice(ids)
    seen = found.seen_from(start, end, through)
    shortest = questions.shortest(found, start, end)
    assert questions.steps(found, start, end) == (None if shortest is None else len(shortest) - 1)
    barred = nx.restricted_view(seen, [through], [])
    free = through not in (start, end) and nx.has_path(barred, start, end)
    assert (questions.way_around(found, start, end, through) is not None) == free
    path = questions.way_avoiding(found, [start], end, [through])
    if not questions.must_pass(found, [start], end, [through]):
        assert path is not None and through not in path
    reached = {
        one
        for entries in found.entries.values()
        for entry in entries
        for one in nx.descendants(found.whole, entry) | {entry}
    }
    assert {one for group in questions.unreachable(found) for one in group} == found.touchpoint.keys() - reached
    stops = {*found.ends, *(one for one, degree in found.whole.out_degree() if not degree)}
    assert {one for group in questions.traps(found) for one in group} <= found.touchpoint.keys() - stops
    assert (
        set(questions.dead_ends(found)) == {one for one, degree in found.whole.out_degree() if not degree} - found.ends
    )
    slowest, by_graph = (
        questions.longest_wait(found, [start], end),
        nx.has_path(found.seen_from(start, end), start, end),
    )
    assert (slowest is not None) == by_graph


def test_a_sound_handbook_is_checked_without_networkx() -> None:
    """It takes longer to import than the rules take to run; and so does Markdown's parser."""
    asked = (
        "import sys; from cjm.cli import main\n"
        "try: main(['lint'])\n"
        "except SystemExit: print(*(name in sys.modules for name in ('networkx.utils', 'markdown_it')))"
    )
    run = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert run.stdout.splitlines()[-1] == "False False", run.stdout
