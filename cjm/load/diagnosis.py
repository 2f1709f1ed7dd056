"""A file that does not read as it should in, the causes with their cures out, each proved: after the cure the file reads.

What a parser says is a symptom, often far from the slip. So the likely slips (`cjm.load.guess`) are mended one at a time,
and what is said is the one after which the file reads, and reads with the least that is wrong.
"""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import yaml

from cjm.model.handbook import Problem
from cjm.model.place import Place

if TYPE_CHECKING:
    from cjm.load.guess import Edits, Guess

Rereading = Callable[
    ["MendedText"], Sequence[Problem]
]  # the problems of a text; the first is "unreadable" where it is no YAML

_BUDGET = 3_000_000  # characters that may be read again for one file: some 250 tries of a usual section
_IN_VAIN = 8
_MOST = 24  # causes in one file; whoever has more has a file of another kind
# What the reader knows better than a guess does: the words stay, the cure comes from the guess.
_KNOWN = frozenset(("comma", "fact-unquoted", "brace-unquoted", "bracket-unquoted", "colon-unquoted", "bullet"))
_NO_YAML = frozenset(("syntax", "control", "too-deep", "alias-bomb", "empty"))  # nothing of the file is read
# What may be the symptom of a slip elsewhere; anything else is wrong for itself.
_VAGUE = _KNOWN | {
    "syntax",
    "control",
    "not-a-mapping",
    "missing",
    "key-not-a-word",
    "none",
    "headless",
    "list-for-text",
}


@dataclasses.dataclass(frozen=True, slots=True)
class MendedText:
    """A text after some cures, which still knows where each of its characters stood in the author's."""

    file: str
    first: str
    text: str
    edits: "tuple[Edits, ...]" = ()

    def after(self, edits: "Edits") -> "MendedText":
        """The text with these stretches, in order and apart, written anew."""
        parts, last = [], 0
        for start, end, instead in edits:
            parts += [self.text[last:start], instead]
            last = end
        return dataclasses.replace(self, text="".join([*parts, self.text[last:]]), edits=(*self.edits, edits))

    def mark(self, start: int, end: int) -> tuple[int, int, int, int]:
        """Line, column, start and end in the author's text of a stretch of this one."""
        start, end = self._back(start), self._back(end)
        line = self.first.count("\n", 0, start)
        return line + 1, start - (self.first.rfind("\n", 0, start) + 1) + 1, start, max(start, end)

    def place(self, start: int, end: int) -> Place:
        """The same as a Place."""
        return Place(self.file, *self.mark(start, end))

    def _back(self, offset: int) -> int:
        for edits in reversed(self.edits):
            shift = 0
            for start, end, instead in edits:
                if offset <= start + shift:
                    break
                if offset < start + shift + len(instead):
                    offset = start + shift
                    break
                shift += len(instead) - (end - start)
            offset -= shift
        return offset


def diagnosed(file: str, text: str, read: Rereading) -> tuple[tuple[Problem, ...], MendedText]:
    """What is wrong with the file, each cause once and its consequences not at all, and the text with all that cured."""
    from cjm.load.guess import conflict, line_ends  # its patterns take time to compile, and most files are sound

    here = MendedText(file, text, text)
    merge = conflict(text)
    if merge:
        return (_told(merge[0], here),), here
    budget = _Budget()
    causes: list[Problem] = []
    ends = [(guess, here.after(guess.edits)) for guess in line_ends(text)]
    if ends:
        guess, mended = min(ends, key=lambda pair: (no_yaml(read(pair[1])), len(read(pair[1]))))
        causes, here = [_told(guess, here)], mended
    problems = read(here)
    unread = no_yaml(problems)
    passed: set[tuple[str, int]] = set()
    while problems and len(causes) < _MOST:
        found = next(_causes(here, problems, passed, read, budget), None)
        if found is None:
            break
        cause, here, problems = found
        causes.append(cause)
        if unread and not no_yaml(problems):
            return tuple(
                sorted(causes, key=lambda problem: problem.place)
            ), here  # it was no YAML: what else may be wrong in it is another day's matter
    left = [] if unread and causes else [dataclasses.replace(one, repair=()) for one in problems]  # not proved
    return tuple(sorted((*causes, *left), key=lambda problem: problem.place)), here


def no_yaml(problems: Sequence[Problem]) -> bool:
    """Whether nothing of the file is read."""
    return bool(problems) and problems[0].form in _NO_YAML


def symptom(here: MendedText, error: yaml.YAMLError) -> Problem:
    """Where and how YAML gave up: what is said where no cause is found."""
    marks = [mark for name in ("problem_mark", "context_mark") if (mark := getattr(error, name, None)) is not None]
    spots = [min(mark.index, len(here.text)) for mark in marks] or [0]
    detail = str(getattr(error, "problem", None) or error)
    line = here.text[here.text.rfind("\n", 0, spots[0]) + 1 :].partition("\n")[0]
    values = {"detail": detail, "text": line.strip(), "key": line.strip().lstrip("- ").partition(":")[0]}
    values["spots"] = " ".join(map(str, spots))
    return Problem("unreadable", "syntax", here.place(spots[0], spots[0] + 1), values)


def at_offset(file: str, text: str, offset: int) -> Place:
    """The place of one character."""
    return MendedText(file, text, text).place(offset, offset + 1)


# Private functions


class _Budget:
    def __init__(self) -> None:
        self.left = _BUDGET
        self.in_vain: Counter[tuple[str, str]] = Counter()  # of problems that are alike, how many were no slip

    def allows(self, text: str) -> bool:
        self.left -= len(text) + 2_000
        return self.left > 0


def _causes(
    here: MendedText, problems: Sequence[Problem], passed: set[tuple[str, int]], read: Rereading, budget: _Budget
) -> Iterator[tuple[Problem, MendedText, Sequence[Problem]]]:
    """The first cause that is found for one of the problems, the text without it, and what is wrong then."""
    for problem in problems:
        if (problem.form, problem.place.start) in passed:
            continue
        passed.add((problem.form, problem.place.start))
        if problem.repair:
            yield from _by_itself(problem, here, problems, read)
        elif problem.form in _VAGUE or (problem.form == "form" and " " in problem.values["id"]):
            alike = (problem.form, problem.values.get("key", ""))
            if budget.in_vain[alike] < _IN_VAIN:  # a field that is missing a hundred times is no slip of the finger
                budget.in_vain[alike] += 1
                for cause in _guessed(problem, here, problems, read, budget):
                    budget.in_vain[alike] -= 1
                    yield cause


def _by_itself(
    problem: Problem, here: MendedText, problems: Sequence[Problem], read: Rereading
) -> Iterator[tuple[Problem, MendedText, Sequence[Problem]]]:
    """A problem that knows its cure."""
    ahead = _ahead(here)
    edits = tuple((ahead(place.start), ahead(place.end), text) for place, text in problem.repair)
    mended = here.after(edits)
    after = read(mended)
    if not no_yaml(after) and (no_yaml(problems) or len(after) < len(problems)):
        yield problem, mended, after


def _guessed(
    problem: Problem, here: MendedText, problems: Sequence[Problem], read: Rereading, budget: _Budget
) -> Iterator[tuple[Problem, MendedText, Sequence[Problem]]]:
    from cjm.load.guess import guesses

    unread = no_yaml(problems)
    ahead = _ahead(here)
    spots = (
        [int(one) for one in problem.values["spots"].split()]
        if "spots" in problem.values
        else [ahead(problem.place.start)]
    )
    if not unread and problem.place.end > problem.place.start:
        spots.append(ahead(problem.place.end) - 1)
    best: tuple[tuple[int, ...], Guess, MendedText, Sequence[Problem]] | None = None
    tried: set[Edits] = set()
    for guess in guesses(here.text, spots):
        if problem.form == "none" and guess.form not in ("indent", "blank"):
            continue  # a field that nobody knows is no text that wants quotation marks
        if problem.form == "missing" and (guess.form == "brace" or guess.at < spots[0]):
            continue  # nor is a list whose last element lacks a field; what stands above a thing hides none of its fields
        if guess.edits in tried or not budget.allows(here.text):
            continue
        tried.add(guess.edits)
        mended = here.after(guess.edits)
        after = read(mended)
        if no_yaml(after):
            if after[0].form != "syntax":
                continue
            # Not yet: another slip further down may be the reason. Far enough to have got over this one?
            got = int(after[0].values["spots"].split()[0]) - (len(mended.text) - len(here.text))
            if not unread or got <= max(*spots, spots[0], guess.at) + 200:
                continue
            score = (1, -got)
        elif not unread and (len(after) >= len(problems) or _kinds(after) - _kinds(problems)):
            continue  # a cure brings no ill of its own
        else:
            score = (0, len(after))
        if best is None or score < best[0]:
            best = (score, guess, mended, after)
        if score == (0, 0):
            break
    if best is not None:
        _, guess, mended, after = best
        told = _told(guess, here)
        if problem.form in _KNOWN:
            told = dataclasses.replace(problem, repair=told.repair)
        yield told, mended, after


def _kinds(problems: Sequence[Problem]) -> set[tuple[str, str]]:
    return {(problem.form, problem.values.get("key", "")) for problem in problems}


def _told(guess: "Guess", here: MendedText) -> Problem:
    """The guess as a problem of the author's text, with the line as it should be."""
    repair = tuple((here.place(start, end), text) for start, end, text in guess.edits)
    start, end = here.text.rfind("\n", 0, guess.edits[0][0]) + 1, here.text.find("\n", guess.edits[-1][1])
    mended = here.after(guess.edits).text
    stop = len(mended) - (len(here.text) - end) if end >= 0 else len(mended)
    lines = mended[start:stop].strip("\r\n").splitlines() or [""]
    whole = len(guess.edits) == 1 and "\n" in guess.edits[0][2]  # marks around a text of several lines: both are shown
    line = " ".join(line.strip() for line in lines) if whole else lines[0].strip()
    values = {"detail": "", "mended": line, **guess.values}
    last = max(guess.at + 1, guess.edits[0][1])
    place = here.place(
        guess.at, min(last, here.text.find("\n", guess.at) if "\n" in here.text[guess.at :] else len(here.text))
    )
    return Problem("unreadable", guess.form, place, values, repair)


def _ahead(here: MendedText) -> Callable[[int], int]:
    """The way from an offset of the author's text to that of the mended one."""

    def ahead(offset: int) -> int:
        for edits in here.edits:
            offset += sum(len(text) - (end - start) for start, end, text in edits if end <= offset and start < offset)
        return offset

    return ahead
