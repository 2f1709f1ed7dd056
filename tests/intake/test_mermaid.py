"""Mermaid flowcharts and journeys become journeys; arrows are those that Mermaid itself reads."""

from pathlib import Path

import pytest

from cjm.diagram import mermaid
from cjm.intake import documents_in, plan_of
from cjm.intake.mermaid_text import flowchart_in
from cjm.load import load, load_folder
from cjm.model import Handbook, Journey
from cjm.tables import Rejected
from cjm.workspace.standards import standards
from tests.intake.refusals import as_told
from tests.intake.test_again import taken as taken_in
from tests.intake.test_bpmn import EMPTY, taken, ways
from tests.intake.test_studio import empty

__all__ = ["empty"]

REFERENCE = load_folder(Path(__file__).parents[2])

# Compared with Mermaid 11: 497 charts of its documentation, demos and tests, 1730 arrows, none wrong and none missing.
ARROWS = {
    "A-->B": "A>B",
    "A --> B --> C": "A>B B>C",
    "a-->b-->c-->a": "a>b b>c c>a",
    "A & B --> C & D": "A>C A>D B>C B>D",
    "A -->|да| B": "A>B:да",
    "A -- да --> B": "A>B:да",
    "A --да--> B": "A>B:да",
    "A -. может быть .-> B": "A>B:может быть",
    "A == точно ==> B": "A>B:точно",
    "A --- B": "A>B",
    "A ---|без стрелки| B": "A>B:без стрелки",
    "A -.-> B": "A>B",
    "A ==> B": "A>B",
    "A --o B": "A>B",
    "A --x B": "A>B",
    "A <--> B": "A>B",
    "A o--o B": "A>B",
    "A -----> B": "A>B",
    "A ~~~ B": "",
    "A e1@--> B\ne1@{ animate: true }": "A>B",
    'A["текст [в] скобках"] --> B("(круглые)")': "A>B",
    "A[Один]; B[Два]; A-->B;": "A>B",
    "A[Один #quot;кавычки#quot;] --> B": "A>B",
    "звонок-клиента --> запись": "звонок-клиента>запись",
    "A-b-->c": "A-b>c",
    "A --> B %% не комментарий в строке": "",
    "%% A --> B\nC --> D": "C>D",
    "%%{init: {'theme': 'dark'}}%%\nA --> B": "A>B",
    "A:::важно --> B:::важно": "A>B",
    "A@{ shape: diamond, label: \"Да?\" } --> B": "A>B",
    "A --> B\n--> C": "A>B B>C",
    "subgraph S\nA --> B\nend\nS --> C": "A>B S>C",
    "A --> B\nстиль [ сломан\nC --> D": "A>B C>D",
    "style A fill:#f9f;\nlinkStyle 0 stroke:red\nclassDef x fill:#fff;\nclass A x\nclick A \"https://x.example\"\nA-->B": "A>B",
    "A-->B:::x & C": "A>B A>C",
    "A[/наклон/] --> B[\\другой\\] --> C[(склад)] --> D{{шесть}} --> E>флаг] --> F(((круг)))": "A>B B>C C>D D>E E>F",
}  # fmt: skip


def arrows(text: str) -> str:
    from cjm.intake.readers.mermaid import _bare

    chart = flowchart_in(_bare("flowchart LR\n" + text)[0], 1)
    return " ".join(f"{one.source}>{one.target}" + (f":{one.text}" if one.text else "") for one in chart.arrows)


@pytest.mark.parametrize("text", ARROWS)
def test_arrows(text: str) -> None:
    assert arrows(text) == ARROWS[text]


@pytest.mark.parametrize("first", [0, 7])
def test_each_thing_knows_its_line(first: int) -> None:
    """Also what stands beside the head, what goes over several lines, and the last line."""
    chart = flowchart_in("flowchart LR; A-->B\nC[Один\n  два] --> D\n\n  E-->F", first)
    assert {id: one.line - first for id, one in chart.nodes.items()} == {"A": 0, "B": 0, "C": 1, "D": 2, "E": 4, "F": 4}
    assert [one.line - first for one in chart.arrows] == [0, 2, 4]


def test_a_flowchart() -> None:
    plan, handbook = taken(
        """---
title: Пробное занятие
---
flowchart TD
  %% рисовала Иванова Мария Петровна
  subgraph zayavka [Заявка]
    A([Оставил заявку]) --> B[Позвонить<br/>клиенту]
    B --> C{Дозвонились?}
  end
  subgraph Администратор
    B
    E[Написать Ивановой Марии Петровне]
  end
  C -- да --> D[Подобрать группу]
  C -->|нет| E
  E -.-> B
  D --> F([Записан])
  classDef x fill:#f9f
  G -->
""".encode(),
        "a.mmd",
    )
    (journey,) = [one for one in handbook.journeys if one.id != "pervoe"]
    assert journey.title == "Пробное занятие"
    assert ways(handbook) == [
        "Позвонить клиенту -Дозвонились? да-> Подобрать группу",
        "Позвонить клиенту -Дозвонились? нет-> Написать [имя]",
        "Написать [имя] - back-> Позвонить клиенту",
        "Подобрать группу = Записан",
    ]
    assert journey.touchpoints[0].is_open("client") and journey.touchpoints[0].entry
    assert {point.title: point.role for point in journey.touchpoints}["Написать [имя]"] == "administrator"
    assert [one.line.number for one in plan.ended("not-understood")] == [19]
    assert not any("Иванов" in str(one) for one in (*plan.fates, *plan.drafts))


JOURNEY = """journey
  title Первый визит
  section Запись
    Звонок: 5: Я, Администратор
    Ожидание : 2: Я
  section Визит
    Встреча: 4:Администратор, Инструктор
    Занятие: 7: Инструктор
"""


def test_a_picture_of_a_journey() -> None:
    _, handbook = taken(JOURNEY.encode(), "a.txt")
    (journey,) = [one for one in handbook.journeys if one.id != "pervoe"]
    assert (journey.title, journey.client) == ("Первый визит", "Я")
    assert [(stage.title, [point.title for point in stage.touchpoints]) for stage in journey.stages] == [
        ("Запись", ["Звонок", "Ожидание"]), ("Визит", ["Встреча", "Занятие"]),
    ]  # fmt: skip
    assert [(point.emotion, point.role, point.entry) for point in journey.touchpoints] == [
        (2, "administrator", True), (-1, "", False), (1, "administrator", False), (None, "instruktor", False),
    ]  # fmt: skip
    assert journey.touchpoints[3].is_open("emotion") and journey.touchpoints[2].backstage == "Инструктор"
    assert all(not point.next for point in journey.touchpoints)


def test_diagrams_in_a_markdown_text(empty: Path) -> None:
    text = '# Клуб\n\n### Звонок\n\n- Возьмите трубку\n\n```mermaid\nflowchart LR\n  A[Первый] --> B[Второй]\n```\n\n```mermaid\npie\n  "a": 1\n```\n'
    said, handbook = taken_in(empty, text)
    assert "схема процесса" in said
    assert [one.do for one in handbook.section["zvonok"].steps] == ["Возьмите трубку"]
    (journey,) = [one for one in handbook.journeys if one.title == "Звонок"]  # called as the heading above it
    assert [point.title for point in journey.touchpoints] == ["Первый", "Второй"]


@pytest.mark.parametrize("text", ["sequenceDiagram\n A->>B: x", "gantt\n title x", "просто текст"])
def test_other_diagrams_are_refused_by_name(text: str) -> None:
    with pytest.raises(Rejected) as told:
        documents_in("a.mmd", text.encode())
    as_told(f"Mermaid: {text.split()[0]}", told.value.says.ru, told.value.says.en)


HOSTILE = {
    "a long line": "flowchart LR\n A[" + "x" * 9_000 + "]",
    "ten thousand arrows": "flowchart LR\n" + "A-->B\n" * 10_000,
    "a product of ends": "flowchart LR\n" + "&".join(f" a{n} " for n in range(300)) + "-->" + "&".join(f" b{n} " for n in range(300)),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name: str) -> None:
    with pytest.raises(Rejected) as told:
        documents_in("a.mmd", HOSTILE[name].encode())
    as_told(f"Mermaid: {name}", told.value.says.ru, told.value.says.en)


@pytest.mark.parametrize(
    "text",
    [
        "flowchart LR\n" + "subgraph a\n" * 400 + "A-->B\n",
        "flowchart LR\n" + "A[" * 900,
        "flowchart LR\nsubgraph A\nA-->A\nend",
        "flowchart LR\n../../x[/etc/passwd] --> __proto__[{{ цена }} <имя> #35; - !!x: |]",
        "flowchart LR\n"
        + "".join(f"g{n}{{?}} --> g{m}{{?}}\n" for n in range(25) for m in range(n + 1, 25))
        + "A-->g0\ng24-->B",
        "flowchart LR",
    ],
)
def test_strange(text: str) -> None:
    for document in documents_in("a.mmd", text.encode()):
        plan = plan_of(document, load(EMPTY))
        assert len(plan.fates) == len(document.lines)


def drawn(journey: Journey, handbook: Handbook) -> tuple[object, ...]:
    """What a picture for Mermaid says of a journey."""
    title = {point.id: point.title for one in handbook.journeys for point in one.touchpoints}
    of = {point.id: one.title for one in handbook.journeys for point in one.touchpoints}
    own = {point.id for point in journey.touchpoints}

    def to(edge: str) -> str:
        id = edge.rpartition("/")[2]
        return title[id] if id in own else of[id]

    points = journey.touchpoints
    found = []
    for at, point in enumerate(points):
        for edge in point.next:
            found.append((point.title, to(edge.to), edge.when, edge.at_most))
        if not point.next and not point.outcome and at + 1 < len(points):
            found.append((point.title, points[at + 1].title, "", None))
        if point.outcome and point.outcome != point.title:  # an end of its own has itself as outcome
            found.append((point.title, point.outcome, "", None))
    stages = [(stage.title, [point.title for point in stage.touchpoints]) for stage in journey.stages]
    return stages, sorted(found, key=str)


@pytest.mark.parametrize("journey", REFERENCE.journeys, ids=lambda one: one.id)
def test_what_cjm_map_draws_comes_back(journey: Journey) -> None:
    """Stages, touchpoints, ways, conditions, how often one may go back; a branch that ends outside gets a touchpoint."""
    text = mermaid(journey, REFERENCE, standards(REFERENCE))
    _, handbook = taken(text.encode(), "a.mmd")
    (back,) = [one for one in handbook.journeys if one.id != "pervoe"]
    (stages, found), (wanted_stages, wanted) = drawn(back, handbook), drawn(journey, REFERENCE)
    assert found == wanted
    assert [one for one in stages if one in wanted_stages] == wanted_stages  # type: ignore[attr-defined]


def test_what_a_fork_says_is_not_lost_where_its_arrows_say_nothing() -> None:
    text = "flowchart LR\n a[Звонок] -->|есть место| b[Запись]\n a -->|нет| c{Лист ожидания}\n c --> d[Напомнить] & e[Предложить день]\n"
    _, handbook = taken(text.encode(), "a.mmd")
    asked = [str(edge.open) for point in handbook.touchpoint.values() for edge in point.next]
    assert sum("«нет, Лист ожидания»" in one for one in asked) == 2
