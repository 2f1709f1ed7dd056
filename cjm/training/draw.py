"""An edition, initials and the number of the run in, the paper out: which questions, in which order, options shuffled.

`templates/training/paper.js` draws the same in the browser, sign by sign; a test holds them to each other. So a result
that answers other questions than its paper asked is found out, and nothing has to be stored to print a paper again.
"""

import hashlib
import hmac
import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cjm.training.edition import CHECKS, IN_TURN, ONE, ExamEdition, sections_of

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECK = 4  # signs at the end of a code that only the examiner's code makes


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """One question of a paper, and the order in which its options are shown."""

    question: Any
    order: tuple[int, ...]


Answers = Sequence[Any]  # of each question: an index, a list of indexes, or None for «не знаю»


def initials_of(name: str) -> str:
    """«Мария С.» and «м с» are the same initials: the first letters of its words, large."""
    words = unicodedata.normalize("NFC", name).upper().replace("Ё", "Е").replace(".", " ").split()
    return "".join(word[0] for word in words)


def drawn_paper(
    edition: ExamEdition, role: str, initials: str, run: int, before: str = ""
) -> tuple[PaperQuestion, ...]:
    """The paper of a run. In the second, other questions, and first what the code of the first run says was wrong."""
    seen, wrong = _first_run(edition, role, initials, run, before)
    random = _Random(f"{edition.id}|{role}|{initials}|{run}")
    sections = sections_of(edition.head, role)
    pools = {}
    for section in sections:
        pool = random.shuffled([one for one in edition.questions if one["section"] == section])
        pools[section] = sorted(pool, key=lambda one: (one["id"] in seen) * (1 if one["id"] in wrong else 2))
    missed = [section for section in sections if any(id.partition("/")[0] == section for id in wrong)]
    rest = random.shuffled([section for section in sections if section not in missed])
    count, picked = edition.head["questions"], []
    for section in sections:
        if section in edition.head["must"]:
            picked += pools[section][:2]
            pools[section] = pools[section][2:]
    others = [section for section in [*missed, *rest] if section not in edition.head["must"]]
    for turns in (others, [section for section in sections if section not in others]):  # what must be known had its two
        while len(picked) < count and any(pools[section] for section in turns):
            for section in turns:
                picked += pools[section][:1]
                pools[section] = pools[section][1:]
    picked = picked[:count]
    first = [one for one in picked if one["section"] in missed]
    asked = [*first, *random.shuffled([one for one in picked if one not in first])]
    return tuple(
        PaperQuestion(one, tuple(random.shuffled(list(range(len(one["options"]) or len(one["points"]))))))
        for one in asked
    )


def checks_of(edition: ExamEdition, role: str, initials: str, run: int) -> list[Any]:
    """What somebody is asked to show: some of the steps that are ticked when they are checked."""
    sections = sections_of(edition.head, role)
    steps = [one for one in edition.secret["checks"] if one["section"] in sections]
    return _Random(f"{edition.id}|{role}|{initials}|{run}|checks").shuffled(steps)[:CHECKS]


def is_right(question: Any, answer: Any) -> bool:
    """Whether an answer is right: of what was said aloud all points, of an order the order as it was written."""
    match question["kind"]:
        case "one":
            return isinstance(answer, int) and bool(question["options"][answer]["right"])
        case "several":
            rights = [at for at, option in enumerate(question["options"]) if option["right"]]
            return answer is not None and sorted(answer) == rights
        case "order":
            return bool(answer == list(range(len(question["options"]))))
    return answer is not None and len(answer) == len(question["points"])


def code_of(
    edition: ExamEdition,
    key: bytes,
    role: str,
    initials: str,
    run: int,
    paper: Sequence[PaperQuestion],
    answers: Answers,
) -> str:
    """The short code of a run: all answers, and a check that only the examiner's code makes."""
    number = 0
    for one, answer in zip(paper, answers, strict=True):
        number = number * _radix(one.question) + _digit(one.question, answer)
    signs = ""
    for _ in range(_length(paper)):
        signs, number = _SIGNS[number % 32] + signs, number // 32
    signs += _checked(edition, key, role, initials, run, signs)
    return "-".join(signs[at : at + 4] for at in range(0, len(signs), 4))


def answers_of(code: str, paper: Sequence[PaperQuestion]) -> list[Any] | None:
    """The answers that a short code says; None where it is none of this paper."""
    signs = as_signs(code)[:-_CHECK]
    if len(signs) != _length(paper) or any(sign not in _SIGNS for sign in signs):
        return None
    number, found = 0, []
    for sign in signs:
        number = number * 32 + _SIGNS.index(sign)
    for one in reversed(paper):
        number, digit = divmod(number, _radix(one.question))
        found.append(_answer(one.question, digit))
    return None if number else found[::-1]


def as_signs(code: str) -> str:
    """A code as it was read aloud or copied: without hyphens, what looks alike the same."""
    return code.upper().translate(str.maketrans("OIL", "011", "- \u2013\u2014"))


def is_checked(edition: ExamEdition, key: bytes, role: str, initials: str, run: int, code: str) -> bool:
    """Whether the check at the end of a code is this edition's, this person's and this run's."""
    signs = as_signs(code)
    return hmac.compare_digest(
        _checked(edition, key, role, initials, run, signs[:-_CHECK]).encode(),
        signs[-_CHECK:].encode("utf-8", "replace"),
    )


# Private functions


def _first_run(edition: ExamEdition, role: str, initials: str, run: int, before: str) -> tuple[set[str], set[str]]:
    """The questions of the run before, and those that were wrong in it as far as its code says."""
    if run < 2:
        return set(), set()
    paper = drawn_paper(edition, role, initials, 1)
    answers = answers_of(before, paper) if run == 2 and before else None
    wrong = {
        one.question["id"]
        for one, answer in zip(paper, answers or (), strict=False)
        if not is_right(one.question, answer)
    }
    return {one.question["id"] for one in paper}, wrong


class _Random:
    """Numbers from a text, the same in Python and in a browser: FNV-1a, then mulberry32."""

    def __init__(self, seed: str) -> None:
        self._state = 2166136261
        for byte in seed.encode():
            self._state = (self._state ^ byte) * 16777619 & 0xFFFFFFFF

    def _next(self) -> int:
        self._state = self._state + 0x6D2B79F5 & 0xFFFFFFFF
        made = self._state
        made = (made ^ made >> 15) * (made | 1) & 0xFFFFFFFF
        made ^= made + ((made ^ made >> 7) * (made | 61) & 0xFFFFFFFF) & 0xFFFFFFFF
        return made ^ made >> 14

    def shuffled(self, of: list[Any]) -> list[Any]:
        """The same in another order."""
        made = list(of)
        for at in range(len(made) - 1, 0, -1):
            other = self._next() % (at + 1)
            made[at], made[other] = made[other], made[at]
        return made


def _radix(question: Any) -> int:
    count = len(question["options"]) or len(question["points"])
    return (
        count + 1 if question["kind"] == ONE else math.factorial(count) + 1 if question["kind"] == IN_TURN else 2**count
    )


def _length(paper: Sequence[PaperQuestion]) -> int:
    most, signs = math.prod(_radix(one.question) for one in paper), 0
    while most > 1:
        most, signs = -(-most // 32), signs + 1
    return signs


def _digit(question: Any, answer: Any) -> int:
    if answer is None:
        return 0
    if question["kind"] == ONE:
        return int(answer) + 1
    if question["kind"] == IN_TURN:
        return 1 + _rank(answer)
    return sum(1 << at for at in answer)


def _answer(question: Any, digit: int) -> Any:
    if not digit:
        return None
    count = len(question["options"]) or len(question["points"])
    if question["kind"] == ONE:
        return digit - 1
    if question["kind"] == IN_TURN:
        return list(_unranked(digit - 1, count))
    return [at for at in range(count) if digit >> at & 1]


def _rank(order: Sequence[int]) -> int:
    left, made = sorted(order), 0
    for one in order:
        made = made * len(left) + left.index(one)
        left.remove(one)
    return made


def _unranked(rank: int, count: int) -> Iterator[int]:
    left, places = list(range(count)), []
    for size in range(1, count + 1):
        rank, place = divmod(rank, size)
        places.append(place)
    for place in reversed(places):
        yield left.pop(place)


def _checked(edition: ExamEdition, key: bytes, role: str, initials: str, run: int, signs: str) -> str:
    said = f"{edition.id}|{role}|{initials}|{run}|{signs}"
    made = int.from_bytes(hmac.new(key, said.encode(), hashlib.sha256).digest()[:4], "big")
    return "".join(_SIGNS[made >> 5 * at & 31] for at in range(_CHECK))
