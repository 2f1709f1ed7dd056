"""Sixteen ways in which others write YAML: an edit changes what it names, and not a byte of anything else."""

from dataclasses import dataclass
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cjm.edit import Edit, FieldPlace, Refused, changed, insert, move, remove, scalar, set_field
from cjm.edit.render import YamlValue, behind_dash, behind_key, in_flow
from cjm.language.signs import as_read
from cjm.load import load
from cjm.load.compose import compose
from cjm.model import Handbook, Journey, Touchpoint

FILE = "touchpoints/way.yml"

PLAIN = """\
journey: way
title: Путь
stages:
  - stage: first
    title: Первый
    touchpoints:
      - id: a
        title: Точка а
        contact: person
        channel: desk
        pains: [одна, другая]
      # о точке б
      - id: b
        title: Точка б
        contact: person
        channel: desk
        client: |
          Пишет
          письмо
        # внутри б
      - id: c
        title: Точка в
        contact: person
        channel: desk
  - stage: second
    title: Второй
    touchpoints:
      - id: d
        title: Точка г
        contact: person
        channel: desk
        next: [{to: a, when: снова}]
"""


def four_blanks(text: str) -> str:
    lines = []
    for line in text.splitlines():
        inner = len(line) - len(line.lstrip())
        lines.append(" " * inner + line)
    return "\n".join(lines).replace("- ", "-   ") + "\n"


FLOW = """\
{journey: way, title: "Путь", stages: [
  {stage: first, title: Первый, touchpoints: [
    { id: a, title: Точка а, contact: person, channel: desk, pains: ['одна', "другая"] },
    { id: b, title: Точка б, contact: person, channel: desk,
      client: "Пишет\\nписьмо" },
    {id: c, title: Точка в, contact: person, channel: desk}
  ]},
  {stage: second, title: Второй, touchpoints: [{id: d, title: Точка г, contact: person, channel: desk, next: [{to: a, when: снова}]}]}
]}
"""

AT_THE_KEY = """\
journey: way
title: Путь
stages:
- stage: first
  title: Первый
  touchpoints:
  - id: a
    title: Точка а
    contact: person
    channel: desk
    pains:
    - одна
    # потом
    - другая

  # о точке б
  - # сразу за чертой
    id: b
    title: Точка б
    contact: person
    channel: desk
    client: >
      Пишет

      письмо

  - id: c
    title: Точка в
    contact: person
    channel: desk

- stage: second
  title: Второй
  touchpoints:
  - id: d
    title: Точка г
    contact: person
    channel: desk
    next:
    - to: a
      when: снова
"""

WAYS = {
    "as we write": PLAIN,
    "four blanks": four_blanks(PLAIN),
    "two blanks behind the colon": PLAIN.replace(": ", ":  "),
    "CRLF": PLAIN.replace("\n", "\r\n"),
    "a document start": "---\n" + PLAIN,
    "start, end and a directive": "%YAML 1.1\n---\n" + PLAIN + "...\n",
    "trailing blanks": PLAIN.replace("\n", "  \n").replace("|  \n", "|\n"),
    "{ a: b }": FLOW,
    "a byte order mark": "\ufeff" + PLAIN,
    "tabs before comments": PLAIN.replace("channel: desk\n", "channel: desk\t# стойка\tда\n"),
    "lists at the key's column": AT_THE_KEY,
    "brackets over several lines": PLAIN.replace(
        "[одна, другая]", "[\n            одна,  # сначала\n            другая  # потом\n          ]"
    ),
    "no last line end": PLAIN.rstrip("\n"),
    "double quotation marks": PLAIN.replace("Точка а", '"Точка а"').replace("desk", '"desk"').replace("id: b", '"id": "b"'),
    "single quotation marks": PLAIN.replace("Точка а", "'Точка а'").replace("desk", "'desk'"),
    "anchors and aliases": PLAIN.replace("channel: desk\n", "channel: &x desk\n", 1).replace("channel: desk\n", "channel: *x\n"),
    "decomposed letters": PLAIN.replace("Первый", "Первыи\u0306"),
}  # fmt: skip


def test_there_are_sixteen_foreign_ways() -> None:
    assert len(WAYS) == 1 + 16


@dataclass(frozen=True)
class Written:
    """One journey in one way of writing."""

    raw: str

    @property
    def text(self) -> str:
        return as_read(self.raw.removeprefix("\ufeff"))  # as a handbook holds it; back in his bytes: tests/repair

    @property
    def journey(self) -> Journey:
        return self.read(self.text)

    def read(self, text: str) -> Journey:
        handbook: Handbook = load({FILE: (self.raw[: self.raw.startswith("\ufeff")] + text).encode()})
        assert [
            one.form for one in handbook.problems if one.trouble != "unknown-reference" and one.form != "missing-file"
        ] == []
        return handbook.journeys[0]


def said(touchpoint: Touchpoint) -> list[str]:
    """Its pains as they are written."""
    return [pain.pain for pain in touchpoint.pains]


def ids(journey: Journey) -> list[list[str]]:
    return [[point.id for point in stage.touchpoints] for stage in journey.stages]


def untouched(before: str, after: str, edits: tuple[Edit, ...]) -> bool:
    """Whether the stretches between the edits stand as they were, in their order."""
    at, place = 0, 0
    for edit in sorted(edits, key=lambda edit: edit.place.start):
        kept = before[at : edit.place.start]
        if after[place : place + len(kept)] != kept:
            return False
        place += len(kept) + len(edit.text)
        at = edit.place.end
    return after[place:] == before[at:]


ways = pytest.mark.parametrize("way", WAYS)
ANCHORS = (
    "anchors and aliases"  # where the first touchpoint has the anchor of all the others: it cannot stand behind them
)


@ways
@pytest.mark.parametrize("index", [0, 1, 2])
@pytest.mark.parametrize("at", [0, 1, None])
def test_a_touchpoint_moves_to_the_next_stage(way: str, index: int, at: int | None) -> None:
    one = Written(WAYS[way])
    first, second = one.journey.stages
    if way == ANCHORS and index == 0:
        with pytest.raises(Refused):
            move({FILE: one.text}, FieldPlace.of(first, "touchpoints"), index, FieldPlace.of(second, "touchpoints"), at)
        return
    edits = move({FILE: one.text}, FieldPlace.of(first, "touchpoints"), index, FieldPlace.of(second, "touchpoints"), at)
    wanted = [["a", "b", "c"], ["d"]]
    wanted[1].insert(1 if at is None else at, wanted[0].pop(index))
    after = changed(one.text, edits)
    assert ids(one.read(after)) == wanted
    if "#" in one.text:
        assert after.count("#") == one.text.count("#")


@ways
def test_places_in_one_list_change(way: str) -> None:
    one = Written(WAYS[way])
    field = FieldPlace.of(one.journey.stages[0], "touchpoints")
    for index in range(3):
        for at in range(4):
            if way == ANCHORS and (index == 0) != (at == 0) and at not in (index, index + 1):
                continue
            after = changed(one.text, move({FILE: one.text}, field, index, field, at))
            wanted = ["a", "b", "c"]
            wanted.insert(at if at <= index else at - 1, wanted.pop(index))
            assert ids(one.read(after))[0] == wanted
            if at in (index, index + 1):
                assert after == one.text


@ways
def test_all_go_and_come_back(way: str) -> None:
    """The last one leaves `[]`, and the first one that comes makes a list of it again."""
    if way == ANCHORS:
        return
    one = Written(WAYS[way])
    text = one.text
    for number in (2, 1, 0):
        first, second = one.read(text).stages
        text = changed(
            text,
            move({FILE: text}, FieldPlace.of(first, "touchpoints"), number, FieldPlace.of(second, "touchpoints"), 0),
        )
    assert ids(one.read(text)) == [[], ["a", "b", "c", "d"]]
    for number in (0, 0, 0):
        first, second = one.read(text).stages
        text = changed(
            text, move({FILE: text}, FieldPlace.of(second, "touchpoints"), number, FieldPlace.of(first, "touchpoints"))
        )
    assert ids(one.read(text)) == [["a", "b", "c"], ["d"]]
    assert text.count("#") == one.text.count("#")


TEXTS = st.text(
    st.one_of(st.sampled_from(" \n:#-'\"\\{}[],&*!|>%@`~«»?\tаб"), st.characters(exclude_categories=["Cs"])), max_size=24
).filter(lambda text: as_read(text) == text)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(way=st.sampled_from(sorted(WAYS)), value=TEXTS, key=st.sampled_from(["title", "client", "backstage", "outcome"]))
@example(way="no last line end", value="одна\nдве", key="outcome")
@example(way="no last line end", value="одна\nдве\n", key="backstage")
@example(way="CRLF", value="одна\nдве", key="client")
def test_a_field_reads_what_was_written_there(way: str, value: str, key: str) -> None:
    one = Written(WAYS[way])
    for number, point in enumerate(one.journey.touchpoints):
        edits = set_field(one.text, FieldPlace.of(point, key), value)
        after = changed(one.text, edits)
        assert untouched(one.text, after, edits)
        now = load({FILE: after.encode()}).journeys[0].touchpoints
        read = value.rstrip() if key == "backstage" else value.strip()
        assert getattr(now[number], key) == read
        for other, was in zip(now, one.journey.touchpoints, strict=True):
            if other.id != point.id:
                assert (other.title, other.client, said(other)) == (was.title, was.client, said(was))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(way=st.sampled_from(sorted(WAYS)), value=TEXTS.filter(str.strip), at=st.sampled_from([0, 1, None]))
def test_a_list_gets_one_more_and_loses_it_again(way: str, value: str, at: int | None) -> None:
    one = Written(WAYS[way])
    field = FieldPlace.of(one.journey.touchpoints[0], "pains")
    edits = insert(one.text, field, value, at)
    after = changed(one.text, edits)
    assert untouched(one.text, after, edits)
    wanted = ["одна", "другая"]
    place = 2 if at is None else at
    wanted.insert(place, value.strip())
    assert said(one.read(after).touchpoints[0]) == wanted
    again = changed(after, remove(after, FieldPlace.of(one.read(after).touchpoints[0], "pains"), place))
    assert again.replace(",", "").split() == one.text.replace(",", "").split()
    assert said(one.read(again).touchpoints[0]) == ["одна", "другая"]


@ways
def test_a_list_that_is_not_there_begins(way: str) -> None:
    one = Written(WAYS[way])
    for number, point in enumerate(one.journey.touchpoints[1:], start=1):
        edits = insert(one.text, FieldPlace.of(point, "pains"), "Долго ждёт")
        after = changed(one.text, edits)
        assert untouched(one.text, after, edits) and len(edits) == 1
        assert said(one.read(after).touchpoints[number]) == ["Долго ждёт"]


@ways
def test_a_touchpoint_comes_with_all_its_fields(way: str) -> None:
    one = Written(WAYS[way])
    new = {"id": "e", "title": "Точка д: новая", "contact": "person", "channel": "desk", "pains": ["ждёт", "- и ждёт"],
           "next": [{"to": "a", "when": "снова"}], "client": "Одно\nдва"}  # fmt: skip
    for stage in (0, 1):
        for at in (0, 1, None):
            edits = insert(one.text, FieldPlace.of(one.journey.stages[stage], "touchpoints"), new, at)
            after = changed(one.text, edits)
            assert untouched(one.text, after, edits)
            points = one.read(after).stages[stage].touchpoints
            made = points[-1 if at is None else at]
            assert (made.id, made.title, made.client, tuple(said(made))) == (
                "e", "Точка д: новая", "Одно\nдва", ("ждёт", "- и ждёт"),
            )  # fmt: skip
            assert made.next[0].when == "снова"


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, flow=st.booleans(), indent=st.integers(0, 12), like=st.sampled_from(["", "'", '"', "|", ">"]))
def test_a_string_reads_back_as_itself(text: str, flow: bool, indent: int, like: str) -> None:
    written = scalar(text, flow=flow, indent=indent, like=like)
    margin = " " * indent
    root = compose(f"[{written}]" if flow else f"{margin}k: {written}\n")
    assert root is not None
    assert (root.value[0] if flow else root.value[0][1]).value == text


VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("kлm"), inner, max_size=2), max_leaves=5
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(value=VALUES, indent=st.integers(0, 4), gap=st.integers(1, 3))
@example(value={}, indent=0, gap=1)
@example(value=[], indent=2, gap=3)
@example(value={"k": {}, "m": [{}, []]}, indent=0, gap=1)
@example(value=[["одно", {"k": "два\nтри"}], {"k": [{"m": "одно\nдва"}]}], indent=0, gap=2)
def test_a_value_reads_back_as_itself(value: YamlValue, indent: int, gap: int) -> None:
    margin, blanks = " " * indent, " " * gap
    behind = behind_key(value, indent, "", "\n")
    said = (
        f"[{in_flow(value)}]\n",
        f"{margin}-{blanks}{behind_dash(value, indent, gap, chr(10))}\n{margin}- k\n",
        f"{margin}k:{'' if behind.startswith(chr(10)) else ' '}{behind}\n{margin}m: n\n",
    )
    for text, nodes in ((text, compose(text)) for text in said):
        assert nodes is not None
        first = nodes.value[0]
        assert as_plain(first[1] if isinstance(first, tuple) else first) == value, text


def as_plain(node: Any) -> YamlValue:
    if isinstance(node.value, str):
        return node.value
    pairs = [(one[0].value, as_plain(one[1])) if isinstance(one, tuple) else as_plain(one) for one in node.value]
    return dict(pairs) if isinstance(node, yaml.MappingNode) else pairs


@pytest.mark.parametrize(
    ("text", "like", "written"),
    [
        ("да", "", "да"),
        ("да", "'", "'да'"),
        ("да", '"', '"да"'),
        ("no", "", "no"),  # read by its field, never guessed
        ("", "", '""'),
        ("~", "", '"~"'),
        ("а: б", "", '"а: б"'),
        ('а: "б"', "", "'а: \"б\"'"),
        ("а: б", "'", "'а: б'"),
        ("{{ price }} ₽", "", '"{{ price }} ₽"'),
        ("раз\nдва", "", "|-\n  раз\n  два"),
        ("раз\nдва\n", "", "|\n  раз\n  два"),
        ("раз\nдва\n", ">", ">\n  раз\n\n  два"),
        ("раз\nдва", '"', '"раз\\nдва"'),
        (" раз\nдва", "", "|2-\n   раз\n  два"),
    ],
)
def test_a_string_is_written_as_its_like(text: str, like: str, written: str) -> None:
    assert scalar(text, like=like) == written


def test_a_comment_beside_an_entry_in_brackets_is_not_lost() -> None:
    text = "handbook: h\nparts:\n  - {id: a, title: А, sections: [\n    x,  # о x\n    y]}\n  - {id: b, title: Б}\n"
    a, b = load({"guideline/handbook.yml": text.encode()}).outline.parts
    with pytest.raises(Refused, match="comment"):
        move({"guideline/handbook.yml": text}, FieldPlace.of(a, "sections"), 0, FieldPlace.of(b, "sections"))


def test_what_no_file_can_hold_is_refused() -> None:
    with pytest.raises(Refused):
        scalar("\ud800")
