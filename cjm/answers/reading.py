"""A table and what its columns are in, answers without names out, and what of it somebody should look at."""

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cjm.answers.answer import Answer, Score
from cjm.answers.columns import AnswerColumn, HeadedTable
from cjm.answers.moments import day_of, month_first
from cjm.indices import personal_index
from cjm.language.dictionary import dictionary
from cjm.language.says import Language
from cjm.masking import KINDS_HIDDEN, Hidden, personal, without
from cjm.model import Handbook
from cjm.model.shared.index import Index

_MARKS = re.compile(r"[<>{}\[\]|`*_#\\=@$^~&]+|https?:\S*")
_NO_ANSWER = frozenset(("-", "—", "–", "--", "n/a", "N/A"))
_LONGEST = 4_000  # letters of an answer that are kept
_CONTROL = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), 127, *range(128, 160), 8232, 8233, *range(8234, 8239), *range(8294, 8298)), " "
)


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    """The answers of one table. `unsure` are words taken for names that may be none, `unread` cells that are no score."""

    answers: tuple[Answer, ...]
    unsure: tuple[tuple[str, str], ...]  # the word, and what stands around it
    unread: tuple[tuple[int, str, str], ...]  # row, column, cell
    undated: tuple[int, ...]  # rows without a day: nobody knows in which month to count them
    to_come: tuple[int, ...] = ()  # rows of a day that has not come: a slip in the year


Mask = Callable[[str], tuple[str, tuple[Hidden, ...]]]


def read_answers(
    table: HeadedTable,
    columns: Sequence[AnswerColumn],
    source: str,
    mask: Mask,
    handbook: Handbook,
    salt: str = "",
    day: str = "",
    today: dt.date = dt.date.max,
) -> ReadAnswers:
    """Each row as an answer. `day` is the day of rows that have none, such as those typed by hand; none is after `today`."""
    american = any(month_first(table.values(at)) for at, one in enumerate(columns) if one.role == "at")
    titles = Counter(one.title.casefold() for one in handbook.touchpoint.values())
    touchpoints = {
        key: id for id, one in handbook.touchpoint.items() for key in (id, one.title.casefold()) if titles[key] < 2
    }  # of two that are called alike nobody knows which is meant
    seen: Counter[str] = Counter()
    answers: list[Answer] = []
    unsure: dict[str, str] = {}  # each word once, where it was met first
    unread: list[tuple[int, str, str]] = []
    undated: list[int] = []
    to_come: list[int] = []
    for row in table.rows:
        cells = dict(zip(columns, (*row.cells, *("",) * (len(columns) - len(row.cells))), strict=False))
        at = next(
            (
                found
                for column, cell in cells.items()
                if column.role == "at" and cell and (found := day_of(cell, american))
            ),
            None,
        )
        if at is None and not day:
            undated.append(row.number)
            continue
        if at is not None and at > today:
            to_come.append(row.number)
            continue
        raw = _digest(source, *row.cells)
        seen[raw] += 1  # two who answered alike in one second are two
        scores, weights, by, words, place, client = [], {}, [], [], "", ""
        for column, cell in cells.items():
            if not cell or cell in _NO_ANSWER or column.role in ("at", "drop"):
                continue
            if column.role in ("score", "weight"):
                value = column.scale.score(cell) if column.scale else _number(cell)
                if value is None:
                    unread.append((row.number, column.title, cell[:40].translate(_CONTROL)))
                elif column.role == "weight":
                    weights[column.touchpoint] = value
                else:
                    scores.append(
                        _score(column.index, column.touchpoint, value, column.scale.best if column.scale else 5)
                    )
            elif column.role == "by":
                if pair := attribute_of(column.title, cell):
                    by.append(pair)
            elif column.role == "place":
                place = touchpoints.get(cell.casefold(), place)
            elif column.role == "client":
                client = _digest(salt, " ".join(cell.casefold().split()))
            else:
                said = cell[:_LONGEST].translate(_CONTROL)
                text, hidden = mask(said)
                words.append(text)
                for one in hidden:
                    if not one.sure:
                        unsure.setdefault(one.text, said[max(0, one.start - 20) : one.end + 20])
        if place:  # asked about one place a row
            scores = [_at(one, place, handbook) for one in scores]
        answers.append(
            Answer(
                raw if seen[raw] == 1 else _digest(raw, str(seen[raw])),
                at.isoformat() if at else day,
                source,
                _weighted(scores, weights, handbook),
                tuple(by),
                "\n".join(words),
                place,
                client,
            )
        )
    return ReadAnswers(tuple(answers), tuple(unsure.items()), tuple(unread), tuple(undated), tuple(to_come))


def masking(handbook: Handbook, staff: Mapping[str, str], language: Language) -> Mask:
    """What takes persons out of a text: the handbook's own words stay, and staff becomes its role. `staff` is role by name."""
    keep = own_words(handbook)
    roles = {part: role for name, role in staff.items() for part in _lemmas(name)}

    def written(one: Hidden) -> str:
        parts = _lemmas(one.text) if one.kind == "name" else ()
        role = (
            next((roles[part] for part in parts if part in roles), "") if all(part in roles for part in parts) else ""
        )
        return f"[{role.lower() if role else KINDS_HIDDEN[one.kind].to(language)}]"

    @lru_cache(2_000)  # «всё хорошо» is answered a thousand times
    def mask(text: str) -> tuple[str, tuple[Hidden, ...]]:
        hidden = personal(text, keep)
        return (without(text, hidden, written), hidden) if hidden else (text, ())

    return mask


def own_words(handbook: Handbook) -> Collection[str]:
    """The words of the club's own names and facts, in every form in which they stand there: none of them is a client's name."""
    outline = handbook.outline
    texts = [outline.title, outline.organisation, outline.address]
    texts += [fact.value for fact in handbook.facts] + [form for fact in handbook.facts for _, form in fact.forms]
    texts += [one.title for one in handbook.touchpoint.values()] + [one.title for one in handbook.roles]
    texts += [term.term for term in handbook.terms]
    staff = {part for person in outline.people for part in person.name.casefold().split()}
    found = {word.strip('.,;:!?«»"()—–-').lower() for text in texts for word in text.split()}
    return frozenset(word for word in found if len(word) > 2 and word not in staff)


# Private functions


@lru_cache(10_000)
def attribute_of(title: str, cell: str) -> tuple[str, str] | None:
    """An attribute of people and its value; None where the value tells of one person."""
    name, value = _plain(title), _plain(cell)
    return (without(name, personal(name)), value) if value and not personal(value) else None


@lru_cache(10_000)
def _score(index: str, touchpoint: str, value: float, best: int) -> Score:
    """One and the same for all who gave it."""
    return Score(index, touchpoint, value, best)


def _at(score: Score, place: str, handbook: Handbook) -> Score:
    """A score of the place that its row names; whether somebody recommends us is about all."""
    index = next((one for one in handbook.of(Index) if one.id == score.index), None)
    whole = score.touchpoint or (index and index.formula == "promoters-minus-detractors")
    return score if whole else _score(score.index, place, score.value, score.best)


def _plain(text: str) -> str:
    """A heading or a value as it may stand in a file that everybody sees: words, and nothing that means something there."""
    return " ".join(_MARKS.sub(" ", text[:60].translate(_CONTROL)).split())


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _number(cell: str) -> float | None:
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return None


def _weighted(scores: Sequence[Score], weights: Mapping[str, float], handbook: Handbook) -> tuple[Score, ...]:
    """The scores; of an index weighted by importance the person's own index besides, and each score as its part of the best."""
    formulas = {one.id: one.formula for one in handbook.of(Index)}
    weighted = [one for one in scores if formulas.get(one.index) == "weighted"]
    made = [replace(one, value=round(one.value / one.best, 4), best=1) if one in weighted else one for one in scores]
    for index in dict.fromkeys(one.index for one in weighted):
        pairs = [
            (one.value / one.best, weights[one.touchpoint])
            for one in weighted
            if one.index == index and one.touchpoint in weights
        ]
        if pairs:
            made.append(Score(index, "", round(personal_index(pairs, 1), 4), 1))
    return tuple(made)


def _lemmas(name: str) -> tuple[str, ...]:
    return tuple(map(_lemma, name.casefold().split()))


@lru_cache(10_000)
def _lemma(word: str) -> str:
    parsed = dictionary().parse(word)
    proper = [one for one in parsed if any(mark in str(one.tag) for mark in ("Name", "Patr", "Surn"))]
    return str((proper or parsed)[0].normal_form) if parsed else word
