"""What leads up the file leads back, marked or not: the map, its words, the strip of a standard and the main way agree."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping

import pytest

from cjm import diagram
from cjm.diagram.shapes import Label
from cjm.graph import course, questions, ways
from cjm.graph.neighbours import strip
from cjm.model import Handbook

from .journeys import drawn, picture
from .test_geometry import hold

Load = Callable[[Mapping[str, str]], Handbook]

VISIT = """
- {id: choice, title: Выбор, standard: choice}
- {id: letter, title: Письмо, standard: letter}
---
- {id: desk, title: Стойка, standard: desk, next: [{to: choice, when: передумал%s}, {to: room, when: иначе}]}
- {id: room, title: Раздевалка, standard: room, outcome: Готов}
"""


def visit(stages: str, id: str = "visit") -> dict[str, str]:
    """A journey whose stages are parted by `---`."""
    text = f"journey: {id}\ntitle: Посещение\nstages:\n"
    for number, stage in enumerate(stages.strip().split("---\n"), start=1):
        touchpoints = "".join(
            f"      {line.replace('}', ', contact: product, channel: site}') if line.count('}') == 1 else line}\n"
            for line in stage.splitlines()
        )
        text += f"  - stage: s{number}\n    title: Этап {number}\n    touchpoints:\n{touchpoints}"
    return {f"touchpoints/{id}.yml": text}


def sections(*names: str) -> dict[str, str]:
    return {f"guideline/sections/{name}.yml": f"section: {name}\ntitle: {name}\npurpose: Всё ясно\n" for name in names}


@pytest.mark.parametrize("mark", [", back: true, at_most: 2", ""])
def test_a_way_to_an_earlier_stage_leads_back_whether_or_not_it_says_so(load_text: Load, mark: str) -> None:
    handbook = load_text(visit(VISIT % mark) | sections("choice", "letter", "desk", "room"))
    journey = handbook.journeys[0]
    styles = {(wire.source, wire.target.partition("@")[0]): wire.style for wire in drawn(journey, handbook).wires}
    assert styles == {
        ("choice", "letter"): "main", ("letter", "desk"): "main", ("desk", "choice"): "back", ("desk", "room"): "main",
        ("room", "outcome:Готов"): "main",
    }  # fmt: skip
    assert "передумал — возврат к 1; иначе — 4." in picture(journey, handbook).alt
    assert "t3 -.-> |" in diagram.mermaid(journey, handbook, {})
    assert tuple(course(journey, handbook).main_touchpoints) == ("choice", "letter", "desk", "room")
    desk = strip(handbook.section["desk"], ways(handbook))
    assert desk and desk.before and desk.next
    assert (desk.before.title, desk.next.title) == ("Письмо", "Раздевалка")
    choice = strip(handbook.section["choice"], ways(handbook))
    assert choice and choice.before is None
    assert len(questions.unmarked_loops(ways(handbook))) == (not mark)  # it is rule 107's matter to ask for the mark


def test_a_passage_marked_as_a_way_back_is_drawn_and_told_as_one(load_text: Load) -> None:
    anger = "- {id: hear, title: Услышать, next: [{to: visit/choice, when: помирились, back: true, at_most: 1}]}"
    handbook = load_text(visit(VISIT % "") | visit(anger, "anger"))
    journey = handbook.journey["anger"]
    (wire,) = drawn(journey, handbook).wires
    assert wire.style == "back"
    assert "помирились — возврат в путь «Посещение»" in picture(journey, handbook).alt
    assert 't1 -.-> |"помирились ≤ 1×"| end1' in diagram.mermaid(journey, handbook, {})


def test_a_journey_typed_without_ids_is_drawn_whole(load_text: Load) -> None:
    typed = "- {title: Звонок}\n- {title: Письмо}\n---\n- {title: Стойка, outcome: Готов}\n"
    handbook = load_text(visit(typed))
    whole = drawn(handbook.journeys[0], handbook)
    hold(whole)
    assert [card.hint for card in whole.cards] == ["1. Звонок", "2. Письмо", "3. Стойка"]
    assert [wire.style for wire in whole.wires] == ["main", "main", "main"]
    root = ET.fromstring(picture(handbook.journeys[0], handbook, link=lambda name: f"#{name}").text)
    assert not [element for element in root.iter() if element.tag.endswith("}a") or element.get("id", "").endswith("-")]


def test_a_copy_of_a_journey_is_drawn_by_its_own_ways(load_text: Load) -> None:
    handbook = load_text(visit(VISIT % "") | visit(VISIT % "", "visit-2"))
    maps = [{(wire.source, wire.target) for wire in drawn(one, handbook).wires} for one in handbook.journeys]
    assert len(handbook.journeys) == 2 and maps[0] == maps[1]


def test_a_way_to_nowhere_is_told_as_such(load_text: Load) -> None:
    handbook = load_text(visit("- {id: ask, title: Вопрос, next: answer}"))
    assert "Дальше: неизвестно куда: «answer»." in picture(handbook.journeys[0], handbook).alt


AGAIN = """
- {id: choice, title: Выбор}
---
- {id: desk, title: Стойка, next: [{to: choice, when: передумал, back: true, at_most: 2}, {to: room, when: иначе}]}
- {id: room, title: Зал, next: [{to: %s, when: устал, back: true, at_most: 3}, {to: end, when: иначе}]}
---
- {id: end, title: Итог, outcome: Готов}
"""


@pytest.mark.parametrize(("target", "on_the_run"), [("choice", []), ("desk", ["не больше 2 раз"])])
def test_how_often_is_said_on_the_line_that_is_its_own(load_text: Load, target: str, on_the_run: list[str]) -> None:
    handbook = load_text(visit(AGAIN % target))
    whole = drawn(handbook.journeys[0], handbook)
    hold(whole)
    assert [one.words for one in whole.over if isinstance(one, Label)] == on_the_run
    in_cards = [one.words for card in whole.cards for one in card.marks if isinstance(one, Label) and "≤" in one.words]
    assert in_cards == ["передумал, ≤\u00a02×", "устал, ≤\u00a03×"][len(on_the_run) :]


def test_words_on_a_way_are_as_they_are_read(load_text: Load) -> None:
    facts = {"guideline/facts.yml": "facts: [{id: price, title: Цена, value: 900 ₽}]\n"}
    typed = "- {id: ask, title: Вопрос, next: [{to: pay, when: 'за {{ price }}'}, {to: go, when: иначе}]}\n- {id: pay, title: Касса}\n- {id: go, title: Выход}\n"
    handbook = load_text(visit(typed) | facts)
    assert "за\u00a0900\u00a0₽" in [
        one.words
        for card in drawn(handbook.journeys[0], handbook).cards
        for one in card.marks
        if isinstance(one, Label)
    ]


def test_the_head_counts_what_has_no_standard_and_what_is_reviewed(load_text: Load) -> None:
    typed = "- {id: a, title: А, standard: call}\n- {id: b, title: Б, standard: late}\n- {id: c, title: В}\n- {id: d, title: Г, outcome: Да}\n"
    files = sections("call", "late")
    files["guideline/sections/late.yml"] += "status: draft\n"
    whole = drawn(load_text(visit(typed) | files).journeys[0], load_text(visit(typed) | files))
    said = [
        one.words for one in (*whole.ground, *whole.front, *whole.over) if isinstance(one, Label) and "·" in one.words
    ]
    assert said == ["4 точки касания · без стандарта 2 · на пересмотре 1"]
