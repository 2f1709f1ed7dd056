"""What a file may not be called on Windows is told once, with what to do about it."""

import datetime as dt

import pytest

from cjm.lint import judge
from cjm.load import load

TODAY = dt.date(2026, 11, 28)
FOUND = ("CJM001", "CJM005", "CJM019")  # a name that is not the id, an id that may name no file, a name of no file


def told(*files: str, id: str = "visit") -> list[tuple[str, str, str]]:
    """Where these files lie beside a handbook: the code, the file and the remedy of each finding about names."""
    base = "handbook: base\ntitle: Основа\nlanguage: ru\nparts: [{id: all, title: Всё, sections: [visit]}]\n"
    texts = {file: f"section: {id}\ntitle: Визит\n" if file.endswith(".yml") else "1" for file in files}
    handbook = load({name: text.encode() for name, text in {"guideline/handbook.yml": base, **texts}.items()})
    return [(one.code, one.place.file, one.hint) for one in judge(handbook, today=TODAY).findings if one.code in FOUND]


NAMES = [
    ("con", "the-con"), ("CON", "the-CON"), ("Prn", "the-Prn"), ("aux", "the-aux"), ("nul", "the-nul"),
    ("COM1", "the-COM1"), ("lpt9", "the-lpt9"), ("com¹", "the-com¹"), ("CONIN$", "the-CONIN$"), ("con.old", "the-con.old"),
    ("con .old", "the-con .old"), ("old.", "old"), ("old ", "old"), ("old. .", "old"), ("con.", "the-con"),
    ("a:b", "a-b"), ("a?", "a-"), ("a*b", "a-b"), ("a<b", "a-b"), ("a>b", "a-b"), ("a|b", "a-b"), ('a"b', "a-b"),
    ("a\\b", "a-b"), ("a\tb", "a-b"), ("a\x01b", "a-b"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "better"), NAMES)
def test_a_folder_and_a_picture_are_told_a_name_that_windows_takes(name: str, better: str) -> None:
    section, picture = f"guideline/sections/{name}/visit.yml", f"guideline/files/{name}"
    for file in (section, picture):
        ((code, where, hint),) = told(file)
        assert (code, where) == ("CJM019", file) and f"«{better}»" in hint
        assert told(file.replace(name, better)) == []


@pytest.mark.parametrize("name", [name for name, _ in NAMES])
def test_a_file_of_an_author_is_told_once_where_its_id_stands(name: str) -> None:
    found = told(f"guideline/sections/{name}.yml", id="a")
    assert [code for code, _, _ in found] == ["CJM001"] and "переименуйте файл" in found[0][2]


@pytest.mark.parametrize("id", ["con", "prn", "aux", "nul", "com1", "lpt0"])
def test_an_id_that_is_no_name_of_a_file_is_told_at_the_id(id: str) -> None:
    assert [code for code, _, _ in told(f"guideline/sections/{id}.yml", id=id)] == ["CJM005"]


@pytest.mark.parametrize(
    "name",
    ["console", "auxiliary", "com10", "com", "null", "old.con", ".old", "Зал и стойка", "a-b (2)", "it's", "a, b; c"],
)
def test_an_ordinary_name_is_not_told(name: str) -> None:
    assert told(f"guideline/sections/{name}/visit.yml") == told(f"guideline/files/{name}") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("guideline/files/Hall.png", "guideline/files/hall.png"),
        ("guideline/files/Зал.png", "guideline/files/зал.png"),
        ("guideline/files/\u0438\u0306.png", "guideline/files/\u0439.png"),  # й of a Mac
        ("guideline/files/Hall/a.png", "guideline/files/hall/b.png"),
        ("guideline/sections/Desk/visit.yml", "guideline/files/desk/a.png"),
    ],
)
def test_names_that_are_one_on_windows(one: str, other: str) -> None:
    wanted = [] if one.split("/")[1] != other.split("/")[1] else ["CJM019"]
    assert [code for code, _, _ in told(one, other)] == wanted


@pytest.mark.parametrize(("more", "codes"), [(0, []), (1, ["CJM019"])])
def test_how_long_a_path_may_be(more: int, codes: list[str]) -> None:
    start, end = "guideline/sections/", "/visit.yml"
    file = start + "я" * (240 - len(start) - len(end) + more) + end
    found = told(file)
    assert [code for code, _, _ in found] == codes and all("240" in hint for _, _, hint in found)
