"""Set A: what FAULTS.md says of the loader, each kind planted five times and more into the reference handbook.

A diagnosis is true if it names one cause, and if what it says is to be written there gives back what the unharmed file
says. Of what only the author can know (an emptied text, a byte that was a letter) it must name the place.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from cjm.load import load, read_folder
from cjm.load.parse import parse
from cjm.load.reader import Reader
from cjm.model import Handbook, Problem

ROOT = Path(__file__).resolve().parents[2]
RAW = {path: raw for path, raw in read_folder(ROOT).items() if isinstance(raw, bytes)}
FILES = {path: raw.decode("utf-8") for path, raw in RAW.items() if path.endswith(".yml")}
SECTIONS = [path for path in FILES if path.startswith("guideline/sections/")]
JOURNEYS = [path for path in FILES if path.startswith("touchpoints/")]
SHARED = [path for path in FILES if path not in SECTIONS + JOURNEYS]
MANY = 6
NBSP = "\u00a0"


@dataclass(frozen=True)
class Fault:
    """One slip: the file as it is after it, and the line on which it is made."""

    kind: str
    file: str
    harmed: bytes
    line: int
    by_author: bool = False  # only the author knows what stood there: the place is all that can be named
    meant: str = ""  # the file as its author meant it, where that is not the reference handbook's


Plant = Callable[[str, random.Random], Iterator[tuple[str, int] | tuple[str, int, str]]]


def on_a_line(pattern: str, instead: str | Callable[[re.Match[str]], str]) -> Plant:
    """Replace what `pattern` finds by `instead`."""

    def plant(text: str, dice: random.Random) -> Iterator[tuple[str, int]]:
        lines = text.split("\n")
        found = [(n, m) for n, line in enumerate(lines) if (m := re.search(pattern, line))]
        dice.shuffle(found)
        for number, match in found:
            new = instead(match) if callable(instead) else match.expand(instead)
            changed = [*lines]
            changed[number] = lines[number][: match.start()] + new + lines[number][match.end() :]
            yield "\n".join(changed), number + 1

    return plant


def forgotten(pattern: str, harmed: str, meant: str) -> Plant:
    """Replace what `pattern` finds by `harmed`, where its author should have written `meant`."""

    def plant(text: str, dice: random.Random) -> Iterator[tuple[str, int, str]]:
        lines = text.split("\n")
        found = [(n, m) for n, line in enumerate(lines) if (m := re.search(pattern, line))]
        dice.shuffle(found)
        for number, match in found:
            made = [
                "\n".join([*lines[:number], lines[number].replace(match[0], match.expand(words)), *lines[number + 1 :]])
                for words in (harmed, meant)
            ]
            yield made[0], number + 1, made[1]

    return plant


def between_lines(pattern: str, below: str) -> Plant:
    """Put a line below one that `pattern` finds."""

    def plant(text: str, dice: random.Random) -> Iterator[tuple[str, int]]:
        lines = text.split("\n")
        found = [n for n, line in enumerate(lines) if re.search(pattern, line)]
        dice.shuffle(found)
        for number in found:
            yield "\n".join([*lines[: number + 1], below, *lines[number + 1 :]]), number + 2

    return plant


def merged(indent: str) -> Plant:
    """What git leaves when two have changed one line of a text."""

    def plant(text: str, dice: random.Random) -> Iterator[tuple[str, int]]:
        lines = text.split("\n")
        found = [n for n, line in enumerate(lines) if re.match(r"      [А-Я<«].*[.!?]$", line)]
        dice.shuffle(found)
        for number in found:
            other = lines[number].replace("е", "и", 1) + " Потом."
            both = [f"{indent}<<<<<<< HEAD", lines[number], f"{indent}=======", other, f"{indent}>>>>>>> evening"]
            yield "\n".join([*lines[:number], *both, *lines[number + 1 :]]), number + 1

    return plant


def swapped(letters: str, others: str) -> Callable[[re.Match[str]], str]:
    """One of `letters` in the first group becomes its look-alike."""

    def swap(match: re.Match[str]) -> str:
        at = next(i for i, letter in enumerate(match[0]) if letter in letters)
        return match[0][:at] + others[letters.index(match[0][at])] + match[0][at + 1 :]

    return swap


def list_of(form: str) -> Callable[[re.Match[str]], str]:
    return lambda match: match["lead"] + form.format(*re.split(r",\s*", match["ids"]))


TWO = r"(?P<lead>(?:standard|performer|channels?|from|section|substitutes|role): )\[(?P<ids>[a-z-]+, [a-z-]+)\]"
BY_AUTHOR = True
KINDS: list[tuple[str, list[str], Plant, bool]] = [
    ("indented by one too many", SECTIONS + JOURNEYS, on_a_line(r"^    (?=[a-z_]+: [А-Я])", "     "), False),
    ("indented by two too many", SECTIONS + JOURNEYS, on_a_line(r"^    (?=[a-z_]+: [А-Я])", "      "), False),
    ("indented by one too few", SECTIONS, on_a_line(r"^    (?=[a-z_]+: [А-Я])", "   "), False),
    ("an element indented too far", SECTIONS + SHARED, on_a_line(r"^  (?=- id: [a-z-]+$)", "   "), False),
    ("a no-break space in the indentation", SECTIONS + JOURNEYS, on_a_line(r"^  (?=  [a-z_]+: )", NBSP * 2), False),
    ("a thin space in the indentation", SECTIONS, on_a_line(r"^ (?=   [a-z_]+: )", "\u2009"), False),
    ("a no-break space behind the colon", SECTIONS + SHARED, on_a_line(r"^( +[a-z_]+:) (?=[А-Я])", rf"\1{NBSP}"), False),
    ("a no-break space behind a colon in braces", SECTIONS, on_a_line(r"(?<=, to:) (?=[a-z])", NBSP), False),
    ("a no-break space behind the hyphen", SECTIONS, on_a_line(r"^( +-) (?=id: )", rf"\1{NBSP}"), False),
    ("a dash for a hyphen", SECTIONS, on_a_line(r"^( +)- (?=[а-я])(?!.*[.|])", r"\1— "), False),
    ("a hyphen without a blank", SECTIONS + SHARED, on_a_line(r"^( +)- (?=[А-Яа-яa-z«])", r"\1-"), False),
    ("a bullet for a hyphen", SECTIONS, on_a_line(r"^( +)- (?=id: )", r"\1• "), False),
    ("text behind a closing quotation mark", SECTIONS + SHARED, forgotten(r"^( +[a-z_]+: )([А-Я][а-яё]+) ([а-яё ]+\.?)$", r'\1"\2" \3', r"""\1'"\2" \3'"""), False),
    ("a comma lost in braces", SECTIONS, on_a_line(r"(\{when: [^\",{}]+), (?=to: )", r"\1 "), False),
    ("a second colon in braces", SECTIONS, forgotten(r"\{when: ([а-яё]+) ([^\",:]+),", r"{when: \1: \2,", r'{when: "\1: \2",'), False),
    ("a hyphen at the head of a value", SECTIONS + SHARED, on_a_line(r"^( +[a-z_]+: )(?=[А-Я][а-я])", r"\1- "), False),
    ("a quotation mark left open", SECTIONS + SHARED, on_a_line(r'^( *(?:- )?[a-z_]+: "[^"]*)"$', r"\1"), False),
    ("a quotation mark left open in braces", SECTIONS, on_a_line(r'(\{[a-z_]+: "[^"]*)"(?=[,}])', r"\1"), False),
    ("a bracket left open", SECTIONS + SHARED, on_a_line(r"^( *[a-z_]+: \[[^\]]*)\]$", r"\1"), False),
    ("a brace left open", SECTIONS + JOURNEYS, on_a_line(r"^( +- \{[^{}]*)\}$", r"\1"), False),
    ("a bracket too many", SECTIONS + SHARED, on_a_line(r"^( *[a-z_]+: \[[^\]]*\])$", r"\1]"), False),
    ("a colon in the text", SECTIONS, forgotten(r"^([a-z_]+: )([А-Яа-яё]+) ([^\":]+)$", r"\1\2: \3", r'\1"\2: \3"'), False),
    ("a colon without a blank", SECTIONS + JOURNEYS, on_a_line(r"^( +[a-z_]+): (?=[А-Яa-z])", r"\1:"), False),
    ("a colon lost", SECTIONS + JOURNEYS, on_a_line(r"^( +(?:do|title|result|when|done_when|instead|role|channel)): (?=[А-Яa-z])", r"\1 "), False),
    ("git's marks", SECTIONS, merged(""), False),
    ("git's marks inside a text", SECTIONS, merged("      "), False),
    ("a look-alike in a key", SECTIONS + JOURNEYS, on_a_line(r"^ +(?=[a-z_]*[aeopcx])[a-z_]+(?=: [А-Яa-z])", swapped("aeopcx", "аеорсх")), False),
    ("an invisible sign in a key", SECTIONS, on_a_line(r"^( +[a-z]{2})(?=[a-z_]*: )", "\\1\u200b"), False),
    ("a look-alike in a reference", JOURNEYS, on_a_line(r"(?<=standard: )[a-z-]+$", swapped("aeopcx", "аеорсх")), False),
    ("an invisible sign behind a reference", JOURNEYS, on_a_line(r"(?<=standard: )([a-z-]+)$", "\\1\u200b"), False),
    ("two ids with a comma", JOURNEYS + SECTIONS + SHARED, on_a_line(TWO, list_of("{}, {}")), False),
    ("two ids in round brackets", JOURNEYS + SECTIONS + SHARED, on_a_line(TWO, list_of("({}, {})")), False),
    ("two ids without a comma", JOURNEYS + SECTIONS + SHARED, on_a_line(TWO, list_of("[{} {}]")), False),
    ("a file separator", SECTIONS, between_lines(r"^steps:|^result:|^never:", "---"), False),
    ("three dots", SECTIONS, on_a_line(r"^(?=steps:|never:|questions:)", "...\n"), False),
    ("a directive", SECTIONS, on_a_line(r"^(?=steps:|never:|questions:)", "%YAML 1.2\n"), False),
    ("U+2028 for a line end", SECTIONS, on_a_line(r"(?<=: )([А-Я][а-яё]+) (?=[а-яё]+ [а-яё]+)", "\\1\u2028"), False),
    ("U+0085 for a line end", SECTIONS, on_a_line(r"(?<=: )([А-Я][а-яё]+) (?=[а-яё]+ [а-яё]+)", "\\1\u0085"), False),
    ("a tag", SECTIONS, on_a_line(r"^( +[a-z_]+: )(?=[А-Я])", r"\1!!str "), False),
    ("a tag of its own", SECTIONS, on_a_line(r"^( +[a-z_]+: )(?=[А-Я])", r"\1!text "), False),
    ("a tab", SECTIONS + JOURNEYS, on_a_line(r"^    (?=[a-z_]+: )", "\t"), False),
    ("text on the line of the bar", SECTIONS, on_a_line(r"^( +say: \|)$", r"\1"), False),
    ("a star at the head", SECTIONS, on_a_line(r'^( +[a-z_]+: )"(\*\*.*)"$|^([a-z_]+: )([А-Я].*)$', lambda m: f"{m[3] or m[1]}@{m[4] or m[2]}"), BY_AUTHOR),
    ("a backslash in quotation marks", SHARED + SECTIONS, on_a_line(r'^( *[a-z_]+: "[А-Я][а-яё]+) (?=[^"]*"$)', r"\1 \\д "), BY_AUTHOR),
    ("a step as plain text", SECTIONS, forgotten(r"^steps:$", "steps:\n  - Поздоровайтесь и представьтесь.", "steps:\n  - do: Поздоровайтесь и представьтесь."), False),
    ("an empty title", SECTIONS + SHARED, on_a_line(r"^( *title: ).+$", r'\1""'), BY_AUTHOR),
    ("a title of blanks", SECTIONS + SHARED, on_a_line(r"^( *title: ).+$", r'\1"   "'), BY_AUTHOR),
    ("a day as people write it", SECTIONS, on_a_line(r"^reviewed: (\d{4})-(\d\d)-(\d\d)", r"reviewed: \3.\2.\1"), False),
    ("a day without hyphens", SECTIONS, on_a_line(r"^reviewed: (\d{4})-(\d\d)-(\d\d)", r"reviewed: \1\2\3"), False),
    ("a day that is none", SECTIONS, on_a_line(r"^reviewed: (\d{4})-(\d\d)-(\d\d)", r"reviewed: \1-02-30"), BY_AUTHOR),
    ("a wait of 400 digits", JOURNEYS, on_a_line(r"wait: .*$", "wait: " + "9" * 400 + " мин"), BY_AUTHOR),
    ("a role by its title", SECTIONS + JOURNEYS, on_a_line(r"(?<=: )administrator$", "Администратор"), False),
    ("a section by its title", JOURNEYS, on_a_line(r"(?<=standard: )(no-show|balance|meeting|handover|after-class|renewal)$", lambda m: {"no-show": "Клиент не пришёл"}.get(m[0]) or re.search(r"(?m)^title: (.*)$", FILES[f"guideline/sections/{m[0]}.yml"])[1]), False),
    ("a channel by its title", SECTIONS + JOURNEYS, on_a_line(r"(?<=channel: )(phone|desk|messenger)$", lambda m: {"phone": "Телефон", "desk": "Стойка", "messenger": "Мессенджер"}[m[0]]), False),
    ("say with nothing below", SECTIONS, on_a_line(r"^    done_when: .*$", "    say: |"), BY_AUTHOR),
    ("a misspelt field", SECTIONS + JOURNEYS, on_a_line(r"^( +)(do|title|says|answer|channel|standard)(?=: )", lambda m: m[1] + m[2][:-1] + m[2][-1] * 2), False),
]  # fmt: skip


def planted() -> Iterator[Fault]:
    """Every kind MANY times, in files by lot, the lot always the same."""
    for kind, paths, plant, by_author in KINDS:
        dice = random.Random(kind)
        order, made = [*paths], 0
        dice.shuffle(order)
        for path in order * 3:
            if made == MANY:
                break
            for changed, line, *meant in plant(FILES[path], dice):
                if changed != FILES[path]:
                    yield Fault(kind, path, changed.encode("utf-8"), line, by_author, "".join(map(str, meant)))
                    made += 1
                    break
    dice = random.Random("byte")
    for path in dice.sample(SECTIONS, MANY):
        raw = bytearray(RAW[path])
        at = dice.choice([i for i, byte in enumerate(raw) if byte == 0xD0])
        raw[at : at + 2] = b"\xe9"
        yield Fault("a byte that is no letter", path, bytes(raw), raw[:at].count(b"\n") + 1, True)
    for path in dice.sample(SECTIONS, MANY):
        yield Fault("a decomposed text", path, unicodedata.normalize("NFD", FILES[path]).encode("utf-8"), 0)


def what_it_says(thing: object) -> object:
    """A record without the places at which it is written."""
    if is_dataclass(thing) and not isinstance(thing, type):
        return (
            type(thing).__name__,
            *(what_it_says(getattr(thing, f.name)) for f in fields(thing) if f.name != "source"),
        )
    if isinstance(thing, Mapping):
        return {key: what_it_says(value) for key, value in thing.items()}
    return [what_it_says(one) for one in thing] if isinstance(thing, (tuple, list)) else thing


_CLEAN = frozenset(str(what_it_says(problem)) for problem in load(RAW).problems)
_reader = Reader()


def mended(fault: Fault, problem: Problem) -> bytes:
    """The harmed file with the repair that the problem names."""
    text = fault.harmed.decode("utf-8-sig")
    from cjm.edit import Edit, applied

    made, _ = applied({fault.file: text}, [[Edit(place, instead) for place, instead in problem.repair]])
    return made.get(fault.file, text).encode("utf-8")


def verdict(fault: Fault) -> str:
    """Why the diagnosis is not true; empty where it is."""
    handbook: Handbook = _reader.load({**RAW, fault.file: fault.harmed})
    found = [problem for problem in handbook.problems if str(what_it_says(problem)) not in _CLEAN]
    meant = what_it_says(parse(fault.file, fault.meant.encode("utf-8") or RAW[fault.file]).things)
    if not found:
        same = what_it_says(parse(fault.file, fault.harmed).things) == meant
        return "" if same else "nothing is said"
    said = "; ".join(f"{one.place.file}:{one.place.line} {one.form} {dict(one.values)}" for one in found)
    if len(found) > 1:
        return f"{len(found)} causes: {said[:300]}"
    [problem] = found
    if problem.place.file != fault.file or abs(problem.place.line - fault.line) > (0 if fault.by_author else 1):
        return f"at another line: {said[:300]}"
    if fault.by_author:
        return ""
    if not problem.repair:
        return f"no repair: {said[:300]}"
    back = parse(fault.file, mended(fault, problem))
    return "" if what_it_says(back.things) == meant else f"another repair: {said[:200]} -> {problem.repair}"


def rates() -> dict[str, list[str]]:
    """By kind, what is wrong with the diagnosis of each fault of it."""
    found: dict[str, list[str]] = {}
    for fault in planted():
        wrong = verdict(fault)
        found.setdefault(fault.kind, []).append(f"{fault.file}:{fault.line} {wrong}" if wrong else "")
    return found


def main() -> None:
    """Print the rate, every kind weighing the same, and what was not diagnosed."""
    found = rates()
    for kind, verdicts in found.items():
        for wrong in filter(None, verdicts):
            print(f"{kind}: {wrong}")
    share = sum(verdicts.count("") / len(verdicts) for verdicts in found.values()) / len(found)
    print(f"set A, format: {share:.1%} of {sum(map(len, found.values()))} faults of {len(found)} kinds")


if __name__ == "__main__":
    main()
