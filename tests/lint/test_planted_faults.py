"""A hundred faults that authors make, planted one at a time into the reference handbook.

Every one is found, by the rule that is meant for it and on the line where it stands, with no more than two findings
that are only its consequences.
"""

import copy
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cjm.lint import Finding, Memory, lint
from cjm.load import Reader, read_folder

pytestmark = pytest.mark.slow  # the whole handbook is judged for each fault

ROOT = Path(__file__).resolve().parents[2]
FILES = {path: raw.decode("utf-8") for path, raw in read_folder(ROOT).items() if isinstance(raw, bytes)}
CONSEQUENCES = 2


@dataclass(frozen=True)
class Fault:
    """One slip: the file as it is after it, the rule that must find it, and the line it must name."""

    name: str
    file: str
    raw: bytes
    code: str
    line: int


Plant = Callable[[str, str, random.Random], Iterator[tuple[str, int]]]  # path, text -> the text with the slip, its line


def lines_with(text: str, pattern: str) -> list[tuple[int, re.Match[str]]]:
    return [(n, m) for n, line in enumerate(text.splitlines(), start=1) if (m := re.search(pattern, line))]


def on_a_line(pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Plant:
    """Replace what `pattern` finds on one line by `replacement`; the slip is on that line."""

    def plant(path: str, text: str, dice: random.Random) -> Iterator[tuple[str, int]]:
        found = lines_with(text, pattern)
        dice.shuffle(found)
        for number, match in found:
            lines = text.splitlines(keepends=True)
            new = replacement(match) if callable(replacement) else match.expand(replacement)
            lines[number - 1] = lines[number - 1][: match.start()] + new + lines[number - 1][match.end() :]
            yield "".join(lines), number

    return plant


def whole(
    change: Callable[[str], str | bytes], line: int = 1
) -> Callable[[str, str, random.Random], Iterator[tuple[str | bytes, int]]]:
    return lambda path, text, dice: iter([(change(text), line)])


def without_line(pattern: str, says: Callable[[str, int], int], above: str = "") -> Plant:
    """Take one line out, one with `above` not far above it; `says` gives the line that must be named."""

    def plant(path: str, text: str, dice: random.Random) -> Iterator[tuple[str, int]]:
        found = lines_with(text, pattern)
        dice.shuffle(found)
        for number, _ in found:
            lines = text.splitlines(keepends=True)
            if above and above not in "".join(lines[max(0, number - 4) : number]):
                continue
            del lines[number - 1]
            yield "".join(lines), says("".join(lines), number)

    return plant


def twice(pattern: str) -> Plant:
    """Copy one line and forget to change it; the copy is at fault."""

    def plant(path: str, text: str, dice: random.Random) -> Iterator[tuple[str, int]]:
        found = lines_with(text, pattern)
        dice.shuffle(found)
        for number, _ in found:
            lines = text.splitlines(keepends=True)
            lines.insert(number, lines[number - 1])
            yield "".join(lines), number + 1

    return plant


def item_above(text: str, number: int) -> int:
    """The line where the list item begins that line `number` belonged to."""
    lines = text.splitlines()
    return next(n for n in range(number - 1, 0, -1) if re.match(r"\s*- id:", lines[n - 1]))


def swap(word: str, one: str, other: str) -> str:
    return word.replace(one, other, 1)


SECTIONS, JOURNEYS = r"guideline/sections/.*", r"touchpoints/.*"
# name, files, how it is planted, the rule, how many of it
KINDS = [
    ("a reference with a slip of the finger", JOURNEYS, on_a_line(r"(standard: [a-z-]{6,})$", r"\1x"), "003", 5),
    ("a reference with a Cyrillic letter", JOURNEYS, on_a_line(r"standard: [a-z-]*o[a-z-]*$", lambda m: swap(m[0], "o", "о")), "003", 4),
    ("an edge that leads nowhere", JOURNEYS, on_a_line(r"\{to: ([a-z-]+)(?=,)", r"{to: nowhere-at-all"), "003", 4),
    ("a step that leads nowhere", SECTIONS, on_a_line(r"(\{when: .*to: )[a-z-]+\}", r"\1nowhere-at-all}"), "003", 4),
    ("a role that nobody has", SECTIONS, on_a_line(r"^performer: [a-z-]+$", "performer: janitor"), "003", 3),
    ("a role where a section should stand", JOURNEYS, on_a_line(r"standard: [a-z-]+$", "standard: administrator"), "004", 3),
    ("a touchpoint that lost its standard", JOURNEYS, without_line(r"^        standard: [a-z-]+$", item_above), "201", 6),
    ("a touchpoint that lost its role", JOURNEYS, without_line(r"^        role: communicator$", item_above, "contact: person"), "209", 3),
    ("a channel with a slip", JOURNEYS, on_a_line(r"channel: phone", "channel: phon"), "003", 3),
    ("a contact that does not exist", JOURNEYS, on_a_line(r"contact: person", "contact: human"), "001", 3),
    ("an emotion out of bounds", JOURNEYS, on_a_line(r"emotion: -?\d", "emotion: 7"), "001", 3),
    ("a wait that is no time", JOURNEYS, on_a_line(r"wait: .*$", "wait: недолго"), "001", 3),
    ("a condition lost", JOURNEYS, on_a_line(r"(\{to: [a-z/-]+), when: [^,}]+\}", r"\1}"), "110", 4),
    ("a way back unmarked", JOURNEYS, on_a_line(r", back: true(, at_most: \d)?", ""), "107", 3),
    ("a price typed into the text", SECTIONS, on_a_line(r"\{\{ (trial-price|goodwill-limit) \}\}", "900\u00a0₽"), "306", 3),
    ("a fact with a slip", SECTIONS, on_a_line(r"\{\{ ([a-z-]+)( |\.)", r"{{ \1x\2"), "404", 4),
    ("a form that the fact does not have", SECTIONS, on_a_line(r"\{\{ ([a-z0-9-]+) \}\}", r"{{ \1.gennn }}"), "332", 3),
    ("a placeholder nobody knows", SECTIONS, on_a_line(r"<имя ребёнка>", "<имя ребёночка>"), "404", 3),
    ("a field with a slip", SECTIONS, on_a_line(r"^    done_when:", "    done_whn:"), "008", 3),
    ("a field where a comma cut the text", SECTIONS, on_a_line(r"instead: ([А-Яа-яё]+ [а-яё]+).*$", r"instead: {say: \1, да}"), "001", 2),
    ("a fact at the start without quotes", SECTIONS, on_a_line(r'within: "(\{\{ [a-z-]+ \}\})"', r"within: \1"), "001", 3),
    ("a colon inside the text", SECTIONS, on_a_line(r"^trigger: ([А-Яа-яё]+) ", r"trigger: \1: "), "006", 3),
    ("a text that begins with a star", SECTIONS, on_a_line(r"^trigger: ([А-Я])", r"trigger: **\1"), "006", 2),
    ("a quotation mark left open", SECTIONS, on_a_line(r"^trigger: ([А-Яа-яё ,]+)", r'trigger: "\1'), "006", 2),
    ("a tab", SECTIONS, on_a_line(r"^    done_when:", "\tdone_when:"), "006", 3),
    ("a key written twice", SECTIONS, on_a_line(r"^short: ", "title: Ещё раз\nshort: "), "006", 3),
    ("a file of Windows", SECTIONS, whole(lambda text: text.encode("cp1251", "replace")), "006", 2),
    ("an empty file", SECTIONS, whole(lambda text: ""), "006", 2),
    ("a forbidden phrase", SECTIONS, on_a_line(r"^      <Имя>, ", "      <Имя>, это не ко мне, "), "401", 3),
    ("a vague word", SECTIONS, on_a_line(r"^    done_when: .*$", "    done_when: Всё сделано как можно скорее."), "302", 3),
    ("an e-mail in the text", SECTIONS, on_a_line(r"^trigger: (.*)$", r"trigger: Клиент пишет на olga.petrova@mail.example."), "406", 2),
    ("a phone number in the text", SECTIONS, on_a_line(r"^result: (.*)$", r"result: Клиент перезвонил на +7 916 123-45-67."), "406", 2),
    ("a conflict without an answer", SECTIONS, without_line(r"^    follow_up: ", item_above), "402", 3),
    ("a purpose lost", SECTIONS, without_line(r"^purpose: ", lambda text, number: text[: text.index("section: ")].count("\n") + 1), "301", 3),
    ("a status of another language", SECTIONS, on_a_line(r"^origin: .*$", "origin: новый"), "001", 2),
    ("a line copied with its id", "guideline/placeholders.yml", twice(r"^  - \{id: "), "002", 3),
]  # fmt: skip


def faults() -> list[Fault]:
    dice = random.Random(34)
    planted = []
    for name, pattern, plant, code, count in KINDS:
        paths = [path for path in FILES if re.fullmatch(pattern, path)]
        dice.shuffle(paths)
        made = 0
        for path in paths * 3:
            if made == count:
                break
            for changed, line in plant(path, FILES[path], dice):
                raw = changed if isinstance(changed, bytes) else changed.encode("utf-8")
                fault = Fault(f"{name}: {path}:{line}", path, raw, f"CJM{code}", line)
                if fault.name not in {other.name for other in planted}:
                    planted.append(fault)
                    made += 1
                    break
        assert made == count, f"{name}: planted {made} of {count}"
    return planted


FAULTS = faults()


READER, MEMORY = Reader(), Memory()
SOUND: dict[str, bytes] = {path: text.encode("utf-8") for path, text in FILES.items()}


def findings(fault: Fault) -> tuple[Finding, ...]:
    """Only the file at fault is read and judged again; `test_memory` holds that to be the same."""
    reader, memory = copy.copy(READER), copy.copy(MEMORY)
    return lint(reader.load({**SOUND, fault.file: fault.raw}), memory=memory)


@pytest.fixture(scope="module")
def clean() -> set[tuple[str, str, str]]:
    return {(finding.code, finding.id, finding.message) for finding in lint(READER.load(SOUND), memory=MEMORY)}


def test_a_hundred_are_planted() -> None:
    assert len(FAULTS) >= 100


ALSO = {"CJM107": "CJM113"}  # a way back into an earlier stage is told as that


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found_at_its_line(fault: Fault, clean: set[tuple[str, str, str]]) -> None:
    new = [finding for finding in findings(fault) if (finding.code, finding.id, finding.message) not in clean]
    shown = [f"{f.place.file}:{f.place.line} {f.code} {f.message}" for f in new]
    codes = (fault.code, ALSO.get(fault.code))
    hits = [f for f in new if f.code in codes and (f.place.file, f.place.line) == (fault.file, fault.line)]
    assert hits, shown
    assert len(new) - 1 <= CONSEQUENCES, shown
