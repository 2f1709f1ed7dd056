"""The files of a handbook and answers to its open questions in, the files with each answer in its field out.

An answer that the field cannot take changes nothing, and is told with the reason; a question is gone when it is answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cjm.edit import Changed, FieldPlace, Refused, changed, drop_field, insert, set_field
from cjm.edit.field import located
from cjm.edit.tree import parse_tree
from cjm.language.says import Says
from cjm.load import Files, Reader
from cjm.model import Item
from cjm.model.fields import Many, Spec, specs
from cjm.repair.faults import new_faults
from cjm.repair.mend import decoded, encoded
from cjm.view.questions import OpenQuestion, open_questions

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
            after = {**now, file: encoded(_with_answer(decoded(now[file]), one, answer), now[file])}
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


def without_question(text: str, item: Item, key: str) -> str:
    """The text without the question about the field `key` of a thing; with the last one `open` goes."""
    place = FieldPlace(item.at(), "open")
    _, asked = located(parse_tree(item.source.file, text), place)
    if asked is not None and len(asked.pairs) > 1:
        place = FieldPlace(replace(item.at(), start=asked.start), key)
    return changed(text, drop_field(text, place))


# Private functions


def _with_answer(text: str, one: OpenQuestion, answer: str) -> str:
    spec = _waiting(one.item, one.key)
    text = without_question(text, one.item, one.key)
    lines = answer.splitlines() if isinstance(spec.reads, Many) else [answer]
    field = FieldPlace.of(one.item, spec.key)
    if len(lines) == 1:
        return changed(text, set_field(text, field, answer))
    for line in filter(None, (line.strip(" \t-–—•*") for line in lines)):
        text = changed(text, insert(text, field, line))
    return text


def _waiting(item: Item, key: str) -> Spec:
    """The field that waits for the answer. That to a question about the whole goes where one required field is missing."""
    declared = specs(type(item))
    missing = [spec for name, spec in declared.items() if spec.required and not getattr(item, name)]
    waiting = [spec for spec in declared.values() if spec.key == key] if key else missing
    if len(waiting) != 1:
        raise Refused(_WHOLE)
    return waiting[0]
