"""A field taken out leaves everything else as it was."""

import pytest

from cjm.edit import FieldPlace, Refused, changed, drop_field
from cjm.edit.tree import parse_tree
from cjm.model import Place


def dropped(text: str, key: str) -> str:
    tree = parse_tree("a.yml", text)
    assert tree.root is not None
    holder = tree.root.field("things").children[0]  # type: ignore[union-attr]
    return changed(text, drop_field(text, FieldPlace(Place("a.yml", 2, 1, holder.start, holder.end), key)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("things:\n  - id: a\n    open: {x: Как?}\n    title: А\n", "things:\n  - id: a\n    title: А\n"),
        ("things:\n  - id: a\n    open:\n      x: Как?\n      y: Что?\n", "things:\n  - id: a\n"),
        ("things:\n  - open: Что?\n    id: a\n", "things:\n  - id: a\n"),
        (
            "things:\n  - id: a\n    # кто\n    open: Что?\n    # имя\n    title: А\n",
            "things:\n  - id: a\n    # имя\n    title: А\n",
        ),
        ("things:\r\n  - id: a\r\n    open: Что?  # узнать\r\n    title: А", "things:\r\n  - id: a\r\n    title: А"),
        (
            "things:\n  - id: a\n    open: |\n      Что?\n\n      Как?\n\n  - id: b\n",
            "things:\n  - id: a\n\n  - id: b\n",
        ),
        ("things: [{id: a, open: Что?}]\n", "things: [{id: a}]\n"),
        ("things: [{open: {x: Как?}, id: a}]\n", "things: [{id: a}]\n"),
        ("things:\n  - {id: a,\n     open: Что?,\n     title: А}\n", "things:\n  - {id: a,\n     title: А}\n"),
        ("things:\n  - id: a\n    open: Что?", "things:\n  - id: a\n"),
        ("things:\n  - id: a\n", "things:\n  - id: a\n"),
    ],
)
def test_only_the_field_goes(before: str, after: str) -> None:
    assert dropped(before, "open") == after


def test_a_comment_is_not_lost_in_silence() -> None:
    with pytest.raises(Refused):
        dropped("things:\n  - open: Что?\n    # имя\n    id: a\n", "open")


def test_an_anchor_that_others_need_is_not_taken_out() -> None:
    with pytest.raises(Refused):
        dropped("things:\n  - id: a\n    open: &q Что?\n  - id: b\n    title: *q\n", "open")
