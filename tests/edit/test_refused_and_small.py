"""The small cases of edits: single values, lists in lists, edits that meet, and what is refused with nothing changed."""

import pytest

from cjm.edit import Edit, FieldPlace, Refused, applied, changed, insert, move, remove, set_field
from cjm.edit.tree import parse_tree
from cjm.model import Place

FILE = "guideline/roles.yml"
ROOT = FieldPlace.of_file(FILE, "roles")


def of(text: str, word: str, key: str) -> FieldPlace:
    """The field `key` of the map that begins with `word`."""
    start = text.index(word)
    return FieldPlace(Place(FILE, text.count("\n", 0, start) + 1, 1, start, start + 1), key)


@pytest.mark.parametrize(
    ("before", "at", "after"),
    [
        ("k: a\nl: старый  # да\n", None, "k: a\nl: [старый, новый]  # да\n"),
        ("k: a\nl: старый\n", 0, "k: a\nl: [новый, старый]\n"),
        ("k: a\nl: {b: c}\n", None, "k: a\nl: [{b: c}, новый]\n"),
        ("k: a\nl:\n", None, "k: a\nl: [новый]\n"),
        ("k: a\nl:  # да\n", None, "k: a\nl: [новый]  # да\n"),
        ("k: a\nl: ~\n", None, "k: a\nl: [новый]\n"),
        ("k: a\nl: []\n", None, "k: a\nl: [новый]\n"),
        ("k: a", None, "k: a\nl: [новый]"),
        ("{k: a}", None, "{k: a, l: [новый]}"),
        ("k: a\nl: [\n  б,  # о б\n  в\n]\n", 1, "k: a\nl: [\n  б,  # о б\n  новый,\n  в\n]\n"),
        ("k: a\nl: [\n  б,  # о б\n  в  # о в\n]\n", None, "k: a\nl: [\n  б,  # о б\n  в,  # о в\n  новый\n]\n"),
        ("k: a\nl: [\n  б,\n]\n", None, "k: a\nl: [\n  б,\n  новый,\n]\n"),
        ("k: a\nl:\n- б\n\n- в\n", None, "k: a\nl:\n- б\n\n- в\n\n- новый\n"),
        ("k: a\nl:\n-   б\n", 0, "k: a\nl:\n-   новый\n-   б\n"),
        ("k: a\nl:\n  - б |\n  # о нём\n  - |+\n    в\n\nm: a\n", None, "k: a\nl:\n  - б |\n  # о нём\n  - |+\n    в\n\n  - новый\nm: a\n"),
    ],
)  # fmt: skip
def test_one_more(before: str, at: int | None, after: str) -> None:
    assert changed(before, insert(before, of(before, before[:2], "l"), "новый", at)) == after


@pytest.mark.parametrize(
    ("before", "index", "after"),
    [
        ("k: a\nl: б\n", 0, "k: a\nl: []\n"),
        ("k: a\nl: [б, в, г]\n", 1, "k: a\nl: [б, г]\n"),
        ("k: a\nl: [б, в]  # да\n", 1, "k: a\nl: [б]  # да\n"),
        ("k: a\nl: [б]\n", 0, "k: a\nl: []\n"),
        ("k: a\nl:\n  - б\n  # о в\n  - в  # и ещё\n    # и это\n  # конец\n", 1, "k: a\nl:\n  - б\n  # конец\n"),
        ("k: a\nl:  # всё\n  - б\n", 0, "k: a\nl: []  # всё\n"),
        ("k: a\nl:\n  - б\n\n  - в", 1, "k: a\nl:\n  - б"),
        ("k: a\nl:\n  - б\n\n  - в\n", 0, "k: a\nl:\n  - в\n"),
    ],
)
def test_one_less(before: str, index: int, after: str) -> None:
    assert changed(before, remove(before, of(before, "k:", "l"), index)) == after


def test_a_list_in_a_list() -> None:
    text = "synonyms:\n- - раз\n  - два\n-\n  - три\n"
    entry = FieldPlace.of_file("guideline/search.yml", "synonyms")
    assert changed(text, move({"guideline/search.yml": text}, entry, 1, entry, 0)) == (
        "synonyms:\n-\n  - три\n- - раз\n  - два\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "k: a\nl: |  # слова\n  раз\n\n  два\nm: a\n",
        "k: a\nl: |\n  раз\n",
        "k: a\nl: >-\n  раз\nm: a\n",
    ],
)
def test_a_block_stays_a_block_with_its_comment(text: str) -> None:
    after = changed(text, set_field(text, of(text, "k:", "l"), "новое\nслово"))
    assert "новое" in after and ("# слова" in after) == ("# слова" in text) and ("m: a" in after) == ("m: a" in text)
    assert "|" in after or ">" in after


@pytest.mark.parametrize(
    "text",
    [
        "k: &x a\nl: &y б\nm: *y\n",  # another thing would change too
        "k: [a\nl: б\n",  # no YAML
        "k: a\nl: б\n---\nk: в\n",  # two documents
    ],
)
def test_what_cannot_be_proved_is_refused(text: str) -> None:
    with pytest.raises(Refused) as caught:
        set_field(text, of(text, "k:", "l"), "новое")
    assert caught.value.says.ru != caught.value.says.en


def test_a_list_that_an_alias_repeats_does_not_grow_twice() -> None:
    text = "k: a\nl: &y [б]\nm: *y\n"
    with pytest.raises(Refused, match="line 2"):
        insert(text, of(text, "k:", "l"), "новый")


def test_a_bare_value_gets_no_second_field() -> None:
    text = "parts: [{sections: [one, two]}]\n"
    with pytest.raises(Refused, match="bare value"):
        set_field(text, of(text, "one", "title"), "Раз")


def test_no_entry_moves_into_itself() -> None:
    text = "roles:\n  - id: a\n    inner:\n      - b\n  - id: c\n"
    with pytest.raises(Refused, match="itself"):
        move({FILE: text}, ROOT, 0, of(text, "id: a", "inner"))
    with pytest.raises(Refused, match="no entry 3"):
        remove(text, ROOT, 2)


def at(start: int, end: int, text: str) -> Edit:
    return Edit(Place(FILE, 1, 1, start, end), text)


@pytest.mark.parametrize(
    ("edits", "after"),
    [
        ((at(3, 3, "1"), at(3, 3, "2")), "abc12def"),
        ((at(3, 3, "1"), at(3, 4, "X")), "abc1Xef"),
        ((at(3, 4, "X"), at(3, 3, "1")), "abc1Xef"),
        ((at(4, 4, "1"), at(3, 4, "X")), "abcX1ef"),
        ((at(0, 0, "1"), at(6, 6, "2"), at(2, 3, "")), "1abdef2"),
        ((), "abcdef"),
    ],
)
def test_each_edit_is_made_where_it_stands_in_the_order_in_which_it_was_given(
    edits: tuple[Edit, ...], after: str
) -> None:
    assert changed("abcdef", edits) == after


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        (at(1, 3, "X"), at(3, 4, "Y"), True),
        (at(3, 4, "X"), at(1, 3, "Y"), True),
        (at(1, 3, "X"), at(3, 3, "Y"), True),
        (at(1, 3, "X"), at(2, 2, "Y"), False),
        (at(2, 2, "X"), at(1, 3, "Y"), False),
        (at(1, 3, "X"), at(2, 4, "Y"), False),
        (at(1, 3, "X"), at(0, 2, "Y"), False),
        (at(1, 3, "X"), at(1, 2, "Y"), False),
        (at(2, 2, "X"), at(2, 2, "Y"), False),
        (at(2, 2, "X"), at(2, 3, "Y"), False),
        (at(2, 3, "X"), at(2, 2, "Y"), False),
    ],
)
def test_of_two_groups_that_meet_the_first_is_made(first: Edit, second: Edit, both: bool) -> None:
    texts, made = applied({FILE: "abcdef"}, [(first,), (second,)])
    assert made == (2 if both else 1)
    assert texts == {FILE: changed("abcdef", (first, second) if both else (first,))}


def test_edits_that_meet_wait_and_two_inserts_at_one_point_do_not_change_places() -> None:
    groups = [(at(0, 0, "1"), at(3, 4, "X")), (at(0, 0, "2"),), (at(2, 4, "Y"),), (at(5, 6, "Z"), at(3, 4, "W")), (at(5, 6, "f"),)]  # fmt: skip
    assert applied({FILE: "abcdef"}, groups) == ({FILE: "1abcXef"}, 1)


def test_a_scalar_is_read_once_and_again_for_each_alias_of_what_it_stands_in() -> None:
    text = "a: &x\n  b: один\n  c: &y [два]\nd: *x\ne: *y\nf: три\n"
    tree = parse_tree(FILE, text)
    assert {word: tree.times(text.index(word)) for word in ("один", "два", "три", "d:")} == {
        "один": 2,
        "два": 3,
        "три": 1,
        "d:": 1,
    }
