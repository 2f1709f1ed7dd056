"""The map of the whole says on its cards and arrows for whom they are; that of a value has nothing to say."""

from cjm.diagram.flow import flow
from cjm.projection import project
from cjm.workspace.standards import standards

from .test_project import whole


def test_what_does_not_hold_everywhere_is_named_on_the_map() -> None:
    made = whole()
    drawn = flow(made.journeys[0], made, standards(made))
    assert drawn.title["pass"] == "Пропуск · Юг" and drawn.title["come"] == "Приход"
    assert [way.when for way in drawn.ways["call"]] == ["пропуск", "давний", "новый"]


def test_the_map_of_a_value_is_a_plain_one() -> None:
    cut = project(whole(), {"branch": "south", "state": "old"})
    drawn = flow(cut.journeys[0], cut, standards(cut))
    assert drawn.title["pass"] == "Пропуск" and [way.when for way in drawn.ways["call"]] == ["пропуск", ""]
