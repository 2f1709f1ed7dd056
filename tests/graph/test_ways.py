"""The ways of a handbook: what leads where, where one begins, where it ends, what an interrupt hides."""

from collections.abc import Callable, Mapping

import pytest

from cjm.graph import Ways, ways
from cjm.model import Handbook

Load = Callable[[Mapping[str, str]], Handbook]


def journey(id: str, points: str, enter: str = "") -> dict[str, str]:
    """A journey in a few lines: `name: keys` is a touchpoint, indented below one stage."""
    rows = [line.partition(": ") for line in points.strip().splitlines()]
    touchpoints = "".join(
        f"      - {{id: {name.strip()}, title: {name.strip()}, contact: product, channel: site{', ' + keys if keys else ''}}}\n"
        for name, _, keys in rows
    )
    head = f"journey: {id}\ntitle: {id}\n{enter}stages:\n  - stage: all\n    title: all\n    touchpoints:\n"
    return {f"touchpoints/{id}.yml": head + touchpoints}


def steps(found: Ways) -> list[tuple[str, str, str]]:
    return [(way.source, way.target, way.when) for out in found.out.values() for way in out]


def test_without_next_a_touchpoint_leads_to_the_one_below(load_text: Load) -> None:
    found = ways(load_text(journey("visit", "a\nb\nc: outcome: done")))
    assert steps(found) == [("a", "b", ""), ("b", "c", "")]
    assert found.entries == {"visit": ("a",)}
    assert found.ends == {"c"}


def test_two_conditions_may_lead_to_the_same_place(load_text: Load) -> None:
    found = ways(
        load_text(
            journey("visit", "a: 'next: [{to: b, when: one}, {to: b, when: two}]'\nb: outcome: done".replace("'", ""))
        )
    )
    assert found.whole.number_of_edges("a", "b") == 2
    assert [data["when"] for _, _, data in found.whole.edges(data=True)] == ["one", "two"]


def test_a_journey_continues_in_another(load_text: Load) -> None:
    found = ways(load_text(journey("visit", "a: next: after/b") | journey("after", "b: outcome: done")))
    assert found.out["a"][0].continues
    assert found.whole.has_edge("a", "b") and not found.inside.has_edge("a", "b")


def test_an_interrupt_is_seen_only_where_it_is_named(load_text: Load) -> None:
    texts = journey("visit", "a\nb\nc: outcome: done") | journey(
        "anger", "hear\nsettled: next: visit/c", "enter: anywhere\n"
    )
    found = ways(load_text(texts))
    assert found.whole.has_edge("settled", "c")
    assert not found.between.has_edge("settled", "c") and found.between.has_edge("hear", "settled")
    assert found.seen_from("a", "c") is found.between
    assert found.seen_from("a", "settled").has_edge("b", "hear")


@pytest.mark.parametrize(
    ("points", "blurred"),
    [
        ("a: next: bb\nb: outcome: done", True),
        ("a: nxt: b\nb: outcome: done", True),
        ("a: colour: red\nb: outcome: done", False),
        ("a: standard: nothing\nb: outcome: done", False),
        ("a: wait: soon\nb: outcome: done", False),
        ("a: role: nobody\nb: outcome: done", False),
        ("a: entry: perhaps\nb: outcome: done", True),
    ],
)
def test_a_journey_is_blurred_where_its_ways_could_not_be_read(load_text: Load, points: str, blurred: bool) -> None:
    base = {"guideline/roles.yml": "roles:\n  - {id: clerk, title: Clerk}\n"}
    found = ways(load_text(journey("visit", points) | base))
    assert (found.blurred == {"visit"}) is blurred


def test_a_touchpoint_without_an_id_still_leads_on(load_text: Load) -> None:
    text = journey("visit", "a\nb\nc: outcome: done")["touchpoints/visit.yml"].replace("id: b, ", "")
    found = ways(load_text({"touchpoints/visit.yml": text}))
    assert len(found.touchpoint) == 3
    assert found.whole.number_of_edges() == 2


def test_the_reference_handbook_is_one_graph(handbook: Handbook) -> None:
    found = ways(handbook)
    assert set(found.touchpoint) == set(handbook.touchpoint)
    assert not found.blurred and not found.partial


def test_of_two_touchpoints_with_one_id_the_first_is_meant_with_its_own_journey(
    load_text: Callable[[Mapping[str, str]], Handbook],
) -> None:
    """That there are two is a finding of its own; a graph must not take the one's touchpoint for the other's journey."""
    way = "journey: {id}\ntitle: Путь {id}\nstages: [{{stage: s, title: С, touchpoints: [{{id: call, title: В {id}, outcome: Всё}}]}}]\n"
    outline = "handbook: t\ntitle: Т\nlanguage: ru\njourneys: [b, a]\nparts: []\n"
    files = {f"touchpoints/{id}.yml": way.format(id=id) for id in "ab"}
    made = ways(load_text({"guideline/handbook.yml": outline, **files}))
    assert (made.touchpoint["call"].title, made.journey["call"].id) == ("В b", "b")
    assert len(made.out) == 1
