"""The files of a handbook, a kind and a title in, the files with a new thing of it in its place out.

What the title does not say is open: a question stands in the place of each field that a whole one has.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from cjm.edit import Changed, FieldPlace, Refused, YamlValue, changed, drop_field, insert
from cjm.edit.render import behind_dash
from cjm.language import letters
from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.load import Files, Unreadable, load
from cjm.model import Handbook, Item, Place
from cjm.model.fields import Name, specs
from cjm.model.kind import Kind
from cjm.model.registry import KINDS
from cjm.repair.answers import question_place
from cjm.repair.mend import decoded, encoded
from cjm.view.questions import open_questions
from cjm.workspace.named import things_named

_NO_KIND = Says("«{kind}» так не добавить. Можно: {kinds}", '"{kind}" cannot be added this way. These can: {kinds}')
_TAKEN = Says(
    "имя «{id}» уже занято ({where}); назовите иначе или дайте имя: --id",
    'the id "{id}" is taken ({where}); choose another title, or an id: --id',
)
_NO_ID = Says(
    "имя «{id}» не годится: нужны латинские буквы, цифры и дефисы",
    'the id "{id}" will not do: it takes Latin letters, digits and hyphens',
)
_WHERE = Says("где это стоит? Назовите {kind}: --in {holders}", "where does it stand? Name the {kind}: --in {holders}")
_NOT_THERE = Says("«{name}» здесь нет{near}", 'there is no "{name}" here{near}')
_PERHAPS = Says(". Возможно, {near}", ". Perhaps {near}")
_UNREAD = Says("{file} не читается: сначала исправьте его", "{file} cannot be read: mend it first")
_FIRST_STAGE = Says("Начало", "Beginning")
_FIRST_POINT = Says("Первое обращение", "First contact")


@dataclass(frozen=True, slots=True)
class Added:
    """What becomes of the files, and where the new thing stands."""

    name: str  # kind:id
    files: tuple[Changed, ...]
    place: Place
    questions: int


def addable() -> tuple[Kind, ...]:
    """The kinds of which a new thing can be added by its title."""
    return tuple(kind for kind in KINDS.values() if kind.key or kind.inside or "*" in kind.file)


def add(files: Files, kind: str, title: str, *, within: str = "", after: str = "", id: str = "") -> Added:
    """A new thing of `kind`, at the end of the list where its like stand or behind `after`. Raises Refused; nothing is half done."""
    declared = _kind(kind)
    kind, handbook = declared.name, load(files)
    for file in sorted(handbook.unread):
        raise Refused(_UNREAD, file=file)
    id = _free(id or letters.as_id(title), declared, handbook)
    value = _value(declared, id, title, handbook)
    now = dict(files)
    if "*" in declared.file:
        file = declared.file.replace("*", id)
        now[file] = encoded(behind_dash(value, -2, 1, "\n") + "\n", b"")
        if kind == "section":
            holder = _holder(handbook, KINDS["part"], within, after, "sections")
            _put(now, FieldPlace.of(holder, "sections"), id, [one.id for one in holder.sections], after)  # type: ignore[attr-defined]
    elif declared.key:
        file = declared.file
        now.setdefault(file, f"{declared.key}: []\n".encode())
        _put(now, FieldPlace.of_file(file, declared.key), value, [_id(one) for one in handbook.things(kind)], after)
    else:
        holder = _holder(handbook, KINDS[declared.inside], within, after, declared.attribute)
        file = holder.source.file
        key = specs(type(holder))[declared.attribute].key
        if any(name == key for name, _ in holder.open):  # here is the answer, or its beginning
            text = decoded(now[file])
            now[file] = encoded(changed(text, drop_field(text, question_place(text, holder, key))), now[file])
        _put(now, FieldPlace.of(holder, key), value, [_id(one) for one in getattr(holder, declared.attribute)], after)
    read = load(now)
    made = next(one for one in read.things(kind) if _id(one) == id and one.source.file == file)
    questions = len(open_questions(read)) - len(open_questions(handbook))
    return Added(f"{kind}:{id}", tuple(_changes(files, now)), made.at(), max(questions, 0))


# Private functions


def _kind(called: str) -> Kind:
    """The kind of this name, as its fields are called or as people say it."""
    wanted = " ".join(folded(called).split())
    for kind in addable():
        if wanted in (kind.name, folded(kind.says.ru), folded(kind.says.en)):
            return kind
    if near := letters.nearest(wanted, [name for one in addable() for name in (one.name, folded(one.says.ru))]):
        raise Refused(_NO_KIND, kind=called, kinds=near)
    names = Says(", ".join(one.says.ru for one in addable()), ", ".join(one.name for one in addable()))
    raise Refused(_NO_KIND, kind=called, kinds=names)


def _free(id: str, kind: Kind, handbook: Handbook) -> str:
    if not letters.is_id(id):
        raise Refused(_NO_ID, id=id)
    if not kind.local and (taken := things_named(handbook, f"{kind.name}:{id}")):
        place = next(iter(taken.values()))[0].at()
        raise Refused(_TAKEN, id=id, where=f"{place.file}:{place.line}")
    return id


def _value(kind: Kind, id: str, title: str, handbook: Handbook) -> dict[str, YamlValue]:
    """What is written of it: its id, what it is known by, and a question for each field that waits."""
    language = handbook.outline.language
    made: dict[str, YamlValue] = {}
    questions: dict[str, YamlValue] = {}
    for attribute, spec in specs(kind.item).items():
        if isinstance(spec.reads, Name):
            made[spec.key] = id
        elif attribute == kind.known_by:
            made[spec.key] = title
        elif spec.key == "status":
            made[spec.key] = "draft"
        elif kind.name == "journey" and attribute == "stages":
            made[spec.key] = [_value(KINDS["stage"], "start", _FIRST_STAGE.to(language), handbook)]
        elif kind.name == "stage" and attribute == "touchpoints":
            first = _FIRST_POINT.to(language)
            own = letters.as_id(first)
            numbered = (f"{own}-{number}" for number in count(2))
            free = (
                own
                if own not in handbook.touchpoint
                else next(one for one in numbered if one not in handbook.touchpoint)
            )
            point = _value(KINDS["touchpoint"], free, first, handbook)
            made[spec.key] = [{"id": point["id"], "title": first, "entry": "true", "open": point["open"]}]
        elif spec.required or attribute in kind.asks:
            questions[spec.key] = spec.means.to(language).partition(";")[0] + "?"
    return {**made, "open": questions} if questions else made


def _holder(handbook: Handbook, kind: Kind, within: str, after: str, attribute: str) -> Item:
    """The thing of `kind` in whose list a new one stands: the one called `within`, that of `after`, else the last of a handbook's parts or the only one there is."""
    everywhere = list(handbook.things(kind.name))
    if within:
        meant = [
            one for items in things_named(handbook, within).values() for one in items if isinstance(one, kind.item)
        ]
        inside = KINDS[kind.inside].item if kind.inside else Item
        outer = [one for items in things_named(handbook, within).values() for one in items if isinstance(one, inside)]
        meant = meant or [
            getattr(one, kind.attribute)[-1] for one in outer if kind.inside and getattr(one, kind.attribute)
        ]
    else:
        meant = [one for one in everywhere if after and after in map(_id, getattr(one, attribute))]
    if not meant and not within and (len(everywhere) == 1 or kind.name == "part"):
        meant = everywhere[-1:]
    if len(meant) != 1:
        near = within and letters.nearest(within, map(_id, everywhere))
        if within and not meant:
            raise Refused(_NOT_THERE, name=within, near=near and _PERHAPS.filled(near=near))
        raise Refused(_WHERE, kind=kind.says, holders=", ".join(map(_id, everywhere[:6])))
    return meant[0]


def _put(now: dict[str, bytes | Unreadable], field: FieldPlace, value: YamlValue, like: list[str], after: str) -> None:
    """Write `value` into a list whose entries have the ids `like`."""
    if after and after not in like:
        near = letters.nearest(after, like)
        raise Refused(_NOT_THERE, name=after, near=near and _PERHAPS.filled(near=near))
    file = field.holder.file
    text = decoded(now[file])
    edits = insert(text, field, value, like.index(after) + 1 if after else None)
    now[file] = encoded(changed(text, edits), now[file])


def _changes(before: Files, after: Files) -> Iterator[Changed]:
    for file, new in after.items():
        old = before.get(file, b"")
        if isinstance(old, bytes) and isinstance(new, bytes) and old != new:
            yield Changed(file, old, new)


def _id(one: Any) -> str:
    return str(getattr(one, "id", ""))
