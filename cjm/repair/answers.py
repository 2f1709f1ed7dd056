"""The files of a handbook and answers to its open questions in, the files with each answer in its field out.

An answer that the field cannot take changes nothing, and is told with the reason; a question is gone when it is answered.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cjm.edit import Changed, FieldPlace, Refused, changed, drop_field, insert, set_field
from cjm.edit.field import located
from cjm.edit.render import YamlValue
from cjm.edit.tree import parse_tree
from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.load import Files, Reader
from cjm.model import Handbook, Item
from cjm.model.fields import Many, Name, Record, Spec, specs
from cjm.repair.faults import new_faults
from cjm.repair.mend import decoded, encoded
from cjm.view.questions import OpenQuestion, known_answers, open_questions

_GONE = Says("такого вопроса в гайдлайне больше нет", "the handbook has this question no longer")
_WHOLE = Says(
    "вопрос обо всей записи: впишите ответ сами", "the question is about the whole: write the answer in by hand"
)


@dataclass(frozen=True, slots=True)
class NotTaken:
    """An answer that stayed outside, and why."""

    tag: str
    answer: str
    why: Says


@dataclass(frozen=True, slots=True)
class Answered:
    """What becomes of the files, how many answers found their field, and which did not."""

    files: tuple[Changed, ...]
    taken: int
    left: tuple[NotTaken, ...]


def answered(files: Files, answers: Mapping[str, str]) -> Answered:
    """Each answer written into the field that its question stands for. Nothing else changes."""
    reader, now = Reader(), dict(files)
    handbook = reader.load(now)
    asked = {one.tag: one for one in open_questions(handbook)}
    left = [NotTaken(tag, answer, _GONE) for tag, answer in answers.items() if tag not in asked]
    taken = 0
    # From the end of each file to its start, so that what was written moves nothing that is still to be found.
    for one in sorted(
        (asked[tag] for tag in answers if tag in asked), key=lambda one: one.item.at().start, reverse=True
    ):
        file, answer = one.item.source.file, answers[one.tag]
        try:
            after = {**now, file: encoded(_with_answer(decoded(now[file]), one, answer, handbook), now[file])}
        except Refused as refused:
            left.append(NotTaken(one.tag, answer, refused.says))
            continue
        read = reader.load(after)
        why = next(new_faults(handbook, read), None)
        if why is not None:
            left.append(NotTaken(one.tag, answer, why))
            continue
        handbook, now, taken = read, after, taken + 1
    made = (Changed(file, raw, now[file]) for file, raw in files.items() if raw != now[file])  # type: ignore[arg-type]
    return Answered(tuple(made), taken, tuple(left))


def question_place(text: str, item: Item, key: str) -> FieldPlace:
    """Where the question about a field stands now; with the last one `open` goes."""
    open_field = FieldPlace(item.at(), "open")
    _, asked = located(parse_tree(item.source.file, text), open_field)
    if asked is None or len(asked.pairs) < 2:
        return open_field
    return FieldPlace(replace(item.at(), start=asked.start), key)


# Private functions

_BETWEEN, _BETWEEN_NAMES = re.compile(r"[\n;]+"), re.compile(r"\s*,\s*|\s+(?:и|and)\s+")
_MARK = re.compile(r"^\s*(?:[-–—•*]|\d{1,2}[.)])\s+")


def _with_answer(text: str, one: OpenQuestion, answer: str, handbook: Handbook) -> str:
    spec = _waiting(one.item, one.key)
    text = changed(text, drop_field(text, question_place(text, one.item, one.key)))
    field = FieldPlace.of(one.item, spec.key)
    entries = _entries(spec, answer, handbook)
    if len(entries) == 1 and isinstance(entries[0], str):
        return changed(text, set_field(text, field, entries[0]))
    for entry in entries:
        text = changed(text, insert(text, field, entry))
    return text


def _entries(spec: Spec, answer: str, handbook: Handbook) -> list[YamlValue]:
    """The answer as it is written in the field: a list from lines, a thing by its id where it was called by its title."""
    known = known_answers(spec.reads, handbook)
    ids = {_plain(name): word for word, says in known for name in (word, says.ru, says.en)}
    if not isinstance(spec.reads, Many):
        return [ids.get(_plain(answer), answer)]
    lines = [_MARK.sub("", line).strip() for line in _BETWEEN.split(answer)]
    if ids:  # several on a line, unless it is one name with a comma in it
        lines = [name for line in lines for name in ([line] if _plain(line) in ids else _BETWEEN_NAMES.split(line))]
    lines = list(filter(None, lines))
    reads = spec.reads.of
    if not isinstance(reads, Record) or reads.short:
        return [ids.get(_plain(line), line) for line in lines]
    needed = [one.key for one in specs(reads.item).values() if one.required and not isinstance(one.reads, Name)]
    if len(needed) != 1:
        raise Refused(_WHOLE)
    return [{needed[0]: line} for line in lines]


def _plain(name: str) -> str:
    return " ".join(folded(name).split()).strip(' .«»"')


def _waiting(item: Item, key: str) -> Spec:
    """The field that waits for the answer. That to a question about the whole goes where one required field is missing."""
    declared = specs(type(item))
    missing = [spec for name, spec in declared.items() if spec.required and not getattr(item, name)]
    waiting = [spec for spec in declared.values() if spec.key == key] if key else missing
    if len(waiting) != 1:
        raise Refused(_WHOLE)
    return waiting[0]
