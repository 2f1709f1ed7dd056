"""A shared file that cannot be read is one finding: no rule speaks of what may stand in it."""

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from cjm.lint import Memory, judge
from cjm.load import read_folder
from cjm.load.reader import Reader

pytestmark = pytest.mark.slow  # the whole handbook is judged for each case

ROOT = Path(__file__).resolve().parents[2]
FILES = {path: raw for path, raw in read_folder(ROOT).items() if isinstance(raw, bytes)}
SHARED = [path for path in FILES if path.startswith("guideline/") and path.count("/") == 1 and path.endswith(".yml")]
SHARED_OUTLINE = "guideline/handbook.yml"
TODAY = dt.date(2026, 11, 28)

Harm = Callable[[str], str | bytes | None]
HARMS: dict[str, Harm] = {
    "taken away": lambda text: None,
    "empty": lambda text: "",
    "only comments": lambda text: "# пока пусто\n",
    "without its head": lambda text: re.sub(r"(?m)^[a-z_]+:.*\n", "", text, count=1),
    "a quotation mark left open": lambda text: text + '  - {id: x, title: "Новое}\n',
    "an unfinished merge": lambda text: "<<<<<<< HEAD\n" + text + "=======\n" + text + ">>>>>>> other\n",
    "in CP1251": lambda text: text.encode("cp1251", "replace"),
    "a bad byte in the middle": lambda text: text.encode()[: len(text)] + b"\xff" + text.encode()[len(text) :],
    "a nul": lambda text: text[:200] + "\0" + text[200:],
    "a text for a list": lambda text: (re.search(r"(?m)^[a-z_]+:", text) or [""])[0] + " всё как раньше\n",
    "a bracket left open": lambda text: text + "  - [\n",
}


@cache
def reader() -> Reader:
    return Reader()


def findings(files: dict[str, bytes]) -> set[tuple[str, str, int, str]]:
    verdict = judge(reader().load(files), today=TODAY)
    return {(one.code, one.place.file, one.place.line, one.message) for one in verdict.findings if not one.accepted}


@cache
def memory() -> Memory:
    return Memory()


@cache
def before() -> set[tuple[str, str, int, str]]:
    return findings(FILES)


@pytest.mark.parametrize(
    ("path", "harm"),
    [
        (path, harm)
        for path in SHARED
        for harm in HARMS
        # `handbook: as before` is several faults; a list of words can be one word.
        if (path, harm) not in ((SHARED_OUTLINE, "a text for a list"), ("guideline/search.yml", "a text for a list"))
    ],
)
def test_one_finding(path: str, harm: str) -> None:
    made = HARMS[harm](FILES[path].decode())
    files = {name: raw for name, raw in FILES.items() if name != path}
    if made is not None:
        files[path] = made.encode() if isinstance(made, str) else made
    new = findings(files) - before()
    if made is None and not new:  # nobody names what was in it
        return
    assert len(new) == 1, sorted(new)
    assert {file for _, file, _, _ in new} == {path} or made is None, sorted(new)


@pytest.mark.parametrize("path", [path for path in FILES if path not in SHARED and path.endswith(".yml")])
def test_of_what_else_is_not_read_nothing_more_is_told(path: str) -> None:
    files = {**FILES, path: FILES[path] + b'\n  "open: [\n'}
    seen = judge(reader().load(files), today=TODAY, memory=memory()).findings
    told = {(one.code, one.place.file, one.place.line, one.message) for one in seen if not one.accepted} - before()
    assert {(code, file) for code, file, *_ in told} == {("CJM006", path)}, sorted(told)


@pytest.mark.parametrize("key", ["channels", "people", "parts"])
def test_a_list_of_the_outline_that_is_lost_is_one_finding(key: str) -> None:
    text = FILES[SHARED_OUTLINE].decode()
    without = re.sub(rf"(?m)^{key}:\n(?:[ -].*\n)+", "", text)
    assert without != text
    [(code, file, _, message)] = findings({**FILES, SHARED_OUTLINE: without.encode()}) - before()
    assert file == SHARED_OUTLINE and key in message, (code, message)


@pytest.mark.parametrize(
    ("path", "row"),
    [
        (SHARED_OUTLINE, r"  - \{id: mail, .*\n"),
        (SHARED_OUTLINE, r"  - \{id: pavel-gromov, .*\n"),
        ("guideline/roles.yml", r"  - id: lifeguard\n(?:    .*\n|      .*\n)+"),
    ],
)
def test_what_is_gone_and_named_in_many_places_is_told_once(path: str, row: str) -> None:
    text = FILES[path].decode()
    without = re.sub(f"(?m)^{row}", "", text)
    assert without != text
    new = findings({**FILES, path: without.encode()}) - before()
    assert len([one for one in new if one[0] == "CJM003"]) == 1, sorted(new)
    assert len(new) <= 4, sorted(new)
