"""A section goes to another part, a touchpoint to the next stage: each of the reference handbook, none wrong."""

from collections.abc import Iterator

import pytest

from cjm.edit import Edit, FieldPlace, changed, move
from cjm.load import Reader, load
from cjm.model import Handbook
from cjm.model.digest import plain_data

OUTLINE = "guideline/handbook.yml"


READER = Reader()  # what an edit leaves alone is read once


def edited(handbook: Handbook, edits: tuple[Edit, ...]) -> Handbook:
    files = {file: text.encode() for file, text in handbook.sources.items()}
    for file in {edit.place.file for edit in edits}:
        text = changed(handbook.sources[file], [edit for edit in edits if edit.place.file == file])
        files[file] = text.encode()
    return READER.load(files)


def same_lines(before: str, after: str) -> bool:
    """Whether a text has the words that it had, each as often; brackets and commas come and go with what they hold."""
    return sorted(before.replace("[]", "").split()) == sorted(after.replace("[]", "").split())


def section_moves(handbook: Handbook) -> Iterator[tuple[int, int, int]]:
    for part, one in enumerate(handbook.outline.parts):
        for index in range(len(one.sections)):
            yield from ((part, index, other) for other in range(len(handbook.outline.parts)) if other != part)


@pytest.mark.slow
def test_each_section_moves_to_each_other_part(handbook: Handbook) -> None:
    parts, tried = handbook.outline.parts, 0
    for part, index, other in section_moves(handbook):
        source, target = FieldPlace.of(parts[part], "sections"), FieldPlace.of(parts[other], "sections")
        after = edited(handbook, move(handbook.sources, source, index, target))
        wanted = [[entry.id for entry in one.sections] for one in parts]
        wanted[other].append(wanted[part].pop(index))
        assert [[entry.id for entry in one.sections] for one in after.outline.parts] == wanted
        assert len(after.problems) == len(handbook.problems) == 0
        assert {key: value for key, value in plain_data(after.outline).items() if key != "parts"} == {
            key: value for key, value in plain_data(handbook.outline).items() if key != "parts"
        }
        tried += 1
    assert tried == 238


@pytest.mark.slow
def test_each_touchpoint_moves_to_the_next_stage(handbook: Handbook) -> None:
    tried = 0
    for journey in handbook.journeys:
        file = journey.source.file
        for number, stage in enumerate(journey.stages):
            last = number + 1 == len(journey.stages)
            other = journey.stages[number - 1 if last else number + 1]
            source, target = FieldPlace.of(stage, "touchpoints"), FieldPlace.of(other, "touchpoints")
            for index, point in enumerate(stage.touchpoints):
                edits = move({file: handbook.sources[file]}, source, index, target, None if last else 0)
                text = changed(handbook.sources[file], edits)
                after = load({file: text.encode()})
                [now] = after.journeys
                wanted = {one.id: [each.id for each in one.touchpoints] for one in journey.stages}
                wanted[stage.id].pop(index)
                wanted[other.id].insert(len(wanted[other.id]) if last else 0, point.id)
                assert {one.id: [each.id for each in one.touchpoints] for one in now.stages} == wanted
                was = {one.id: plain_data(one) for one in journey.touchpoints}
                assert {one.id: plain_data(one) for one in now.touchpoints} == was
                assert same_lines(handbook.sources[file], text)
                tried += 1
    assert tried == 125
