"""A journey goes out as BPMN that other programs open, and comes back as the same journey."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from cjm.cli import main
from cjm.export.drawn_process import SIZES, drawn_process
from cjm.export.forms import ExportOrder, export_files
from cjm.graph import entries, name, ways
from cjm.intake import ImportMemory, documents_in, drafted, plan_of
from cjm.load import load, load_folder
from cjm.model import Handbook, Journey
from cjm.scaffold import First, first_files
from tests.intake.test_studio import TODAY

REFERENCE = load_folder(Path(__file__).parents[2])
EMPTY = first_files(First("Пример", "Пример", "Дежурный", "Первое"), "ru")
SAME = {key: one for key, one in REFERENCE.sources.items() if not key.startswith("touchpoints/")}
MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"


def exported(journey: Journey, handbook: Handbook) -> bytes:
    return export_files("bpmn", handbook, ExportOrder("ru", TODAY))[f"{journey.id}.bpmn"]


def back(raw: bytes, files: dict[str, bytes]) -> Handbook:
    (document,) = documents_in("a.bpmn", raw)
    plan = plan_of(document, load(files))
    assert len(plan.fates) == len(document.lines) and not plan.ended("not-understood")
    made = drafted(files, plan, ImportMemory())
    return load({**files, **{one.file: one.after for one in made.files}})


def graph_of(journey: Journey, handbook: Handbook) -> list[object]:
    """What a journey is, whatever is written and whatever follows from the order."""
    out = ways(handbook).out
    return [
        (journey.id, journey.title, journey.client, journey.enter),
        [(stage.id, stage.title, [point.id for point in stage.touchpoints]) for stage in journey.stages if stage.touchpoints],
        sorted(point.id for point in entries(journey)),
        [
            (
                point.id, point.title, point.client, point.contact, point.role, point.outcome, point.emotion, point.wait, point.moment_of_truth,
                [word for word in point.backstage.split() if word not in ("Тема", "[имя]")], point.meanwhile, [pain.pain for pain in point.pains],
                [(way.target or (way.edge.to if way.edge else ""), way.when, way.back, way.at_most, bool(way.edge and way.edge.is_otherwise))
                 for way in out[name(point)]],
            )
            for point in journey.touchpoints
        ],
    ]  # fmt: skip


@pytest.mark.parametrize("journey", REFERENCE.journeys, ids=lambda one: one.id)
def test_the_reference_comes_back(journey: Journey) -> None:
    files = {file: text.encode() for file, text in SAME.items()}
    others = {
        file: text.encode()
        for file, text in REFERENCE.sources.items()
        if file.startswith("touchpoints/") and file != journey.source.file
    }
    handbook = back(exported(journey, REFERENCE), {**files, **others})
    (found,) = [one for one in handbook.journeys if one.id == journey.id]
    assert graph_of(found, handbook) == graph_of(journey, REFERENCE)
    assert [point.standard for point in found.touchpoints] == [point.standard for point in journey.touchpoints]
    assert [point.channel for point in found.touchpoints] == [point.channel for point in journey.touchpoints]


WORDS = st.sampled_from(["придёт", "не придёт", "иначе", "нет места < 3", 'сказал "да"', "а & б", "100 %", ""])


@st.composite
def written(draw: st.DrawFn) -> str:
    """A journey of one to eight touchpoints with any ways between them."""
    count = draw(st.integers(1, 8))
    lines = ["journey: any", "title: Весь путь", "stages:"]
    cuts = draw(st.sets(st.integers(1, count), max_size=3))
    for at in range(count):
        if at == 0 or at in cuts:
            lines += [f"  - stage: s{at}", f"    title: Этап {at}", "    touchpoints:"]
        lines += [f"      - id: p{at}", f"        title: Точка {at}", "        channel: phone"]
        lines += draw(
            st.sampled_from([[], ["        contact: person", "        role: guard"], ["        contact: product"]])
        )
        lines += draw(
            st.sampled_from(
                [
                    [],
                    ["        emotion: -1"],
                    ["        wait: 5 мин"],
                    ["        entry: true"],
                    ["        backstage: «в две\\nстроки»"],
                ]
            )
        )
        chosen = draw(
            st.lists(
                st.tuples(st.integers(0, count - 1), WORDS, st.booleans(), st.sampled_from([0, 2])),
                max_size=4,
                unique_by=lambda one: (one[0], one[1]),
            )
        )
        if chosen:
            lines.append("        next:")
        for to, when, is_back, often in chosen:
            said = when.replace('"', "'").replace("'", "''")
            lines.append(
                f"          - {{to: p{to}, when: '{said}'"
                + (", back: true" if is_back else "")
                + (f", at_most: {often}" if often else "")
                + "}"
            )
        if draw(st.booleans()):
            lines.append(f"        outcome: Конец {at}")
    return "\n".join(lines) + "\n"


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(written())
def test_any_journey_comes_back(text: str) -> None:
    before = load({**EMPTY, "touchpoints/any.yml": text.encode()})
    journey = before.journey["any"]
    after = back(exported(journey, before), EMPTY)
    assert graph_of(after.journey["any"], after) == graph_of(journey, before)


@pytest.mark.parametrize("journey", REFERENCE.journeys, ids=lambda one: one.id)
def test_the_file_hangs_together(journey: Journey) -> None:
    """What a reader of BPMN wants: every name once, every reference to something, a shape for each box, an edge for each arrow."""
    top = ET.fromstring(exported(journey, REFERENCE))
    ids = [one.get("id") for one in top.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    nodes = {
        one.get("id")
        for one in top.iter()
        if one.find(f"{MODEL}incoming") is not None or one.find(f"{MODEL}outgoing") is not None
    }
    flows = list(top.iter(f"{MODEL}sequenceFlow"))
    assert {one.get(key) for one in flows for key in ("sourceRef", "targetRef")} == nodes
    for one in flows:
        assert [each.text for each in top.iter(f"{MODEL}outgoing")].count(one.get("id")) == 1
    in_lanes = [one.text for one in top.iter(f"{MODEL}flowNodeRef")]
    assert sorted(in_lanes) == sorted(nodes)  # type: ignore[type-var]
    drawn = {one.get("bpmnElement") for one in top.iter() if one.tag in (f"{DI}BPMNShape", f"{DI}BPMNEdge")}
    assert nodes | {one.get("id") for one in flows} <= drawn
    assert drawn <= set(ids)


@pytest.mark.parametrize("journey", REFERENCE.journeys, ids=lambda one: one.id)
def test_boxes_stand_apart_and_in_their_lanes(journey: Journey) -> None:
    drawn = drawn_process(journey, REFERENCE)
    boxes = [(box.x, box.y, box.x + SIZES[box.kind][0], box.y + SIZES[box.kind][1]) for box in drawn.boxes]
    for at, (left, top, right, bottom) in enumerate(boxes):
        lane = drawn.lanes[drawn.boxes[at].lane]
        assert lane.y <= top and bottom <= lane.y + lane.height and right < lane.x + lane.width
        assert all(
            right < west or east < left or bottom < north or south < top for west, north, east, south in boxes[at + 1 :]
        )
    for line in drawn.lines:
        assert all(
            x == right or y == below for (x, y), (right, below) in zip(line.points, line.points[1:], strict=False)
        )
        for (x, y), (right, below) in zip(line.points, line.points[1:], strict=False):
            low, high, top, bottom = min(x, right) + 1, max(x, right) - 1, min(y, below) + 1, max(y, below) - 1
            crossed = [
                box.id
                for box, (west, north, east, south) in zip(drawn.boxes, boxes, strict=True)
                if west < max(high, low) and low < east and north < max(bottom, top) and top < south
            ]
            assert set(crossed) <= {line.source.id, line.target.id}, (line.source.id, line.target.id)


def test_without_a_journey_it_says_so(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["init", str(tmp_path / "a"), "--bare"]).exit_code == 0
    for file in (tmp_path / "a/touchpoints").iterdir():
        file.unlink()
    done = CliRunner().invoke(main, ["export", "bpmn", "--root", str(tmp_path / "a"), "--lang", "ru"])
    assert done.exit_code == 1 and "выгружать нечего" in done.stderr


def test_the_command(tmp_path: Path) -> None:
    root = str(Path(__file__).parents[2])
    done = CliRunner().invoke(
        main, ["export", "bpmn", "--root", root, "--journey", "first-visit", "-o", str(tmp_path / "a.bpmn")]
    )
    assert done.exit_code == 0, done.output
    assert (tmp_path / "a.bpmn").read_bytes().startswith(b"<?xml")
