"""The handbooks of several choices and the rules in, what each rule finds in which of them out.

They differ in little. So each rule is asked of a thing once, in a handbook that notes what it reads, and what it found
holds for all choices for which the thing and all that was read are the same; of the others it is asked again.
"""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from cjm.language.says import Language
from cjm.lint.check import Check
from cjm.lint.finding import Finding, Found
from cjm.lint.one_file import OfEachFile, OneFile, TextOfField
from cjm.lint.rule import Rule
from cjm.lint.watched import Read, Watched
from cjm.model import Handbook, Item, Place
from cjm.model.registry import KINDS
from cjm.workspace.subjects import SUBJECTS

_Numbers = Sequence[int]  # of choices
_Piece = tuple[Item, ...]  # of a file
_Asked = tuple[Rule, object, _Numbers]  # of what, in which choices


def of_choices(
    cuts: Sequence[Handbook],
    rules: Sequence[Rule],
    language: Language,
    today: dt.date,
    files: Mapping[_Piece, OneFile],
) -> Iterator[tuple[Finding, _Numbers]]:
    """Each finding with the numbers of the choices for which it was made. `files` were looked at before, as a whole."""
    choices = _Choices(cuts, language, today, files)
    about_texts = [rule for rule in rules if rule.subject in (TextOfField, OneFile)]
    shown_files = [rule for rule in rules if rule.gather or rule in about_texts]
    silent = {file: choices.silent(together, shown_files) for file, together in choices.versions().items()}
    yield from choices.ask(
        (rule, one, numbers)
        for one, numbers in choices.pieces()
        for rule in shown_files
        if rule.code not in silent.get(one[0].source.file, ()) or len(numbers) == len(cuts)
    )
    things = {rule.subject: tuple(choices.things(rule.subject)) for rule in rules if rule not in about_texts}
    yield from choices.ask((rule, one, numbers) for rule in rules for one, numbers in things.get(rule.subject, ()))


def texts_for(rule: Rule, file: OneFile) -> Sequence[object]:
    """What a rule about texts is shown of a file; nothing, where it is about things."""
    return (
        file.where(rule.style, rule.where)
        if rule.subject is TextOfField
        else (file,)
        if rule.subject is OneFile
        else ()
    )


# Private functions


class _Choices:
    """The handbooks of all choices, and in what they are the same."""

    def __init__(
        self, cuts: Sequence[Handbook], language: Language, today: dt.date, files: Mapping[_Piece, OneFile]
    ) -> None:
        self.cuts, self.language, self.today = cuts, language, today
        there = Counter(id(one) for cut in cuts for one in cut.items())
        self._pieces = {id(cut): tuple(_pieces(cut, there, len(cuts))) for cut in cuts}
        everywhere = Counter(piece for some in self._pieces.values() for _, piece in some)
        self._steady = [piece for piece, choices in everywhere.items() if choices == len(cuts)]
        self._loose = {
            key: [(name, piece) for name, piece in some if everywhere[piece] < len(cuts)]
            for key, some in self._pieces.items()
        }  # what is another for some of the choices
        self.number = {id(cut): number for number, cut in enumerate(cuts)}
        self._versions: dict[object, _Numbers | None] = {}
        self._gathered: dict[tuple[str, _Piece], dict[int, object]] = {}  # below -1, what is the same for all choices
        self._alike: dict[tuple[str, str], list[object]] = {}  # what was gathered of a file: what is equal is one
        self._again = {**files}  # also of which something is asked for several choices

    def ask(self, asked: Iterable[_Asked]) -> Iterator[tuple[Finding, _Numbers]]:
        """What is found, choice by choice."""
        waiting: list[list[_Asked]] = [[] for _ in self.cuts]
        for one in asked:
            waiting[one[2][0]].append(one)
        for number, cut in enumerate(self.cuts):
            if not waiting[number]:
                continue
            watched = Watched.over(cut, self._differs)
            check, file = Check(watched, self.language, self.today, {}), OneFile("", "", ())
            check.gathered = partial(self._shown, watched)
            for rule, subject, numbers in waiting[number]:
                watched.reads = {}
                if not isinstance(subject, tuple):
                    found = check.ask(rule, (watched if subject is Handbook else subject,))
                else:
                    file = file if file.items is subject else self._again.get(subject) or _one_file(cut, subject)
                    found = check.ask(rule, texts_for(rule, file))
                    gathered = check.gather(rule, file, check.given(rule, rule.gather_needs)) if rule.gather else None
                same, *others = self._apart(numbers, watched.reads)
                yield from ((one, same) for one in found)
                if isinstance(subject, tuple):
                    if gathered is not None:
                        self._keep(rule, file, same, gathered)
                    if others:
                        self._again[subject] = file
                for other in others:
                    waiting[other[0]].append((rule, subject, other))
            yield from ((one, (number,)) for one in check.crashed.values())

    def pieces(self) -> Iterator[tuple[_Piece, _Numbers]]:
        """The things of each file: those that are the same for all choices in a row, each other by itself."""
        found: dict[_Piece, list[int]] = {}
        for number, cut in enumerate(self.cuts):
            for _, piece in self._pieces[id(cut)]:
                found.setdefault(piece, []).append(number)
        yield from found.items()

    def versions(self) -> Mapping[str, _Piece]:
        """Of each file, all that is another for some of the choices, behind each other."""
        found: dict[str, dict[Item, None]] = {}
        for piece, numbers in self.pieces():
            if len(numbers) < len(self.cuts):
                found.setdefault(piece[0].source.file, {}).update(dict.fromkeys(piece))
        return {file: tuple(items) for file, items in found.items() if len(items) > 1}

    def silent(self, together: _Piece, rules: Iterable[Rule]) -> frozenset[str]:
        """The rules that find nothing in all these things together, whatever is chosen: so they find nothing in any of them."""
        cut = self.cuts[0]
        watched = Watched.over(cut, self._differs)
        check, file = Check(watched, self.language, self.today, {}), _one_file(cut, together)
        found = set()
        for rule in rules:
            watched.reads = {}
            if rule.gather and check.gather(rule, file, check.given(rule, rule.gather_needs)) is not None:
                continue
            if check.ask(rule, texts_for(rule, file)) or watched.reads or rule.code in check.crashed:
                continue
            found.add(rule.code)
        return frozenset(found)

    def things(self, subject: type) -> Iterator[tuple[object, _Numbers]]:
        """All of a sort, each that is another for some of the choices once for each, with their numbers."""
        if subject is Handbook:
            yield Handbook, range(len(self.cuts))
            return
        kind = next((kind for kind in KINDS.values() if kind.item is subject), None)
        while kind and kind.inside:
            kind = KINDS[kind.inside]
        holders: dict[object, list[int]] = {}
        for number, cut in enumerate(self.cuts):
            tops = (
                number
                if kind is None
                else cut.shared.get(kind.name, ())
                if kind.key
                else getattr(cut, kind.attribute, ())
            )
            holders.setdefault(tops, []).append(number)
        found: dict[int, tuple[object, list[int]]] = {}
        for numbers in holders.values():
            for one in SUBJECTS[subject](self.cuts[numbers[0]]):
                found.setdefault(id(one), (one, []))[1].extend(numbers)
        yield from ((one, sorted(numbers)) for one, numbers in found.values())

    def _keep(self, rule: Rule, file: OneFile, numbers: _Numbers, gathered: object) -> None:
        known = self._alike.setdefault((rule.code, file.file), [])
        same = next((one for one in known if one == gathered), None)
        if same is None:
            known.append(same := gathered)
        of_piece = self._gathered.setdefault((rule.code, file.items), {})
        of_piece.update(dict.fromkeys(numbers if len(numbers) < len(self.cuts) else (-1,), same))

    def _shown(self, watched: Watched, rule: Rule) -> OfEachFile:
        """What a rule made of each file, or of the pieces of one, of this choice."""
        made = {piece: self._gathered.get((rule.code, piece), {}) for piece in self._steady}
        uneven = [piece for piece, of_piece in made.items() if of_piece and -1 not in of_piece]

        def read(cut: Handbook) -> object:
            number = self.number[id(cut)]
            loose = [(key, self._gathered.get((rule.code, piece), {})) for key, piece in self._loose[id(cut)]]
            here = [(key, id(one)) for key, made in loose if (one := made.get(number, made.get(-1))) is not None]
            return here, [id(made[piece].get(number)) for piece in uneven]

        watched.note(("files", rule.code), read)
        return OfEachFile(self._of(rule, watched.plain))

    def _of(self, rule: Rule, cut: Handbook) -> Iterator[tuple[str, object]]:
        number = self.number[id(cut)]
        for key, piece in self._pieces[id(cut)]:
            made = self._gathered.get((rule.code, piece), {})
            if number in made or -1 in made:
                yield key, made.get(number, made.get(-1))

    def _apart(self, numbers: _Numbers, reads: Mapping[object, Read]) -> Sequence[_Numbers]:
        """The choices in groups for which all of this reads the same; the first first."""
        versions = [one for name, read in reads.items() if (one := self._version(name, read))]
        if not versions or len(numbers) == 1:
            return (numbers,)
        groups: dict[tuple[int, ...], list[int]] = {}
        for number in numbers:
            groups.setdefault(tuple([one[number] for one in versions]), []).append(number)
        return tuple(groups.values())

    def _differs(self, name: object, read: Read) -> bool:
        return self._version(name, read) is not None

    def _version(self, name: object, read: Read) -> _Numbers | None:
        """Of what is read the number of its version for each choice; None where it is the same for all."""
        if name not in self._versions:
            known: dict[object, int] = {}
            kept = [read(cut) for cut in self.cuts]  # all at once, so that none gets the number of another
            first, sign = kept[0], _sign(kept[0])
            numbers = [known.setdefault(sign if _same(value, first) else _sign(value), len(known)) for value in kept]
            self._versions[name] = numbers if len(known) > 1 else None
        return self._versions[name]


def _pieces(cut: Handbook, there: Mapping[int, int], choices: int) -> Iterator[tuple[str, _Piece]]:
    """Each piece of a file, by its name in the order of files."""
    for file, items in cut.of_file.items():
        rows = [(same, tuple(row)) for same, row in groupby(items, lambda one: there[id(one)] == choices)]
        parts = [part for same, row in rows for part in ((row,) if same else ((one,) for one in row))]
        yield from ((f"{file} {at:06}" if len(parts) > 1 else file, part) for at, part in enumerate(parts))


def _same(value: object, other: object) -> bool:
    """Whether it is, quickly seen, the same; what is not may still have the same sign."""
    if value is other:
        return True
    if isinstance(value, dict) and isinstance(other, dict):
        return list(value.items()) == list(other.items())  # in the same order
    return type(value) is type(other) and value == other


def _sign(value: object) -> object:
    """By what a value is known from others: words by what they say, a thing by which it is."""
    if isinstance(value, str | int | float | Place | frozenset | None):
        return value
    if isinstance(value, tuple | list):
        return tuple([_sign(one) for one in value])
    if isinstance(value, dict):
        return tuple([(name, _sign(one)) for name, one in value.items()])
    if isinstance(value, Found):
        return tuple([_sign(getattr(value, one.name)) for one in dataclasses.fields(value)])
    return id(value)


def _one_file(handbook: Handbook, items: _Piece) -> OneFile:
    file = items[0].source.file
    return OneFile(file, handbook.sources.get(file, ""), items)
