"""The files of a handbook and a Word file of it that somebody edited in, the files with what he changed in their fields out.

Three-way: what the file said when it went out, what the handbook says now, what the file says with all changes taken. Each field
that is written is proved: the handbook's own Word file then says that paragraph as it came back. Else it is told with its place.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cjm.edit import Changed, FieldPlace, Refused, changed, insert, remove, set_field
from cjm.language.says import Says
from cjm.load import Files, Reader
from cjm.model import Handbook, Item, Journey, Section
from cjm.model.fields import Many, Text, specs
from cjm.repair.brought import BroughtBack, FieldWish, NotBrought
from cjm.repair.faults import new_faults
from cjm.repair.mend import decoded, encoded
from cjm.tables import Rejected, members
from cjm.view.scope import WHOLE, Cut
from cjm.word.bookmarks import Tie, tied_field, ties
from cjm.word.comments import file_parts
from cjm.word.document import word
from cjm.word.memory import FieldThen, paragraphs, recalled
from cjm.word.remark import Remark
from cjm.word.transplant import transplanted
from cjm.word.untracked import untracked

_MARK = b'w:name="cjm_'
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ABOUT = re.compile(r"\bcjm (\S+) \d{4}-\d\d-\d\d")
_ANOTHER = Says(
    "файл сделан из другого гайдлайна: «{was}», а здесь «{here}». Откройте папку того гайдлайна",
    'the file was made from another handbook: "{was}", and this one is "{here}". Go to the folder of that handbook',
)
_NOT_TEXT = Says(
    "{place}: здесь имя из гайдлайна, а не текст; правьте в файле",
    "{place}: this is a name of the handbook and no text; edit it in the file",
)
_MARKED = Says(
    "{place}: правка задевает цифру из фактов, ссылку или выделение; внесите её в файле: «{wanted}»",
    '{place}: the change touches a fact, a link or a mark; make it in the file: "{wanted}"',
)
_GONE = Says(
    "{place}: абзац удалён: «{text}». Не нужен — удалите в файле",
    '{place}: a paragraph was deleted: "{text}". Delete it in the file if nobody needs it',
)
_NEW = Says(
    "{place}: новый абзац: «{text}». Решите, куда он, и впишите в файле",
    '{place}: a new paragraph: "{text}". Decide where it belongs, and write it in the file',
)
_ELSEWHERE = Says(
    "{place}: этого места в отправленном файле не было: «{text}»",
    '{place}: this place was not in the file that went out: "{text}"',
)
_NO_PLACE = Says("перед текстом", "before the text")
_LOST = Says("в гайдлайне этого места больше нет: «{text}»", 'the handbook has this place no longer: "{text}"')
_FORGOT = Says(
    "файл не помнит, с каким текстом вышел, поэтому взято только то, что исправлено с пометками (Рецензирование); остальное покажет cjm comments",
    "the file does not remember the text that it went out with, so only tracked changes were taken; cjm comments shows the rest",
)
_COMMENTED = Says("примечаний: {count}; их покажет cjm comments", "comments: {count}; cjm comments shows them")
_LONGEST = 120


def is_our_document(raw: bytes) -> bool:
    """Whether the bytes are a Word file that `cjm export docx` made. Raises Rejected for one that is dangerous."""
    return raw.startswith(b"PK") and _MARK in members(raw).get("word/document.xml", b"")


def brought_from_word(files: Files, raw: bytes) -> BroughtBack:
    """What somebody changed in the paragraphs, in their fields. Raises Rejected, NoWord; nothing else of the files moves."""
    inside = members(raw)
    parts = file_parts(raw)
    document = next(part for part in parts if part.tag == f"{_W}document")
    reader, now = Reader(), dict(files)
    handbook = reader.load(now)
    _of_this(inside.get("docProps/core.xml", b""), handbook)
    sent = recalled(parts)
    known = ties(handbook)
    came = tuple(paragraphs(document, accepted=True))
    before = {mark: one for one in (sent or tuple(paragraphs(document))) for mark in one.marks}
    left = [
        NotBrought("", 0, *_told(one, known))
        for one in untracked(sent or (), came, known)
        if sent and one.kind != "replaced"
    ]
    today: dict[str, str] = {}
    wishes: list[_Paragraph] = []
    conflicts: list[FieldWish] = []
    for one in came:
        mark = next((mark for mark in one.marks if mark in before), "")
        about = [tie for name in one.marks if (tie := known.get(tied_field(name)))]
        if not mark or before[mark].text == one.text:
            if not mark and about and one.text and _today(about[0].item, handbook, today).get(one.marks[0]) != one.text:
                left.append(
                    NotBrought("", 0, about[0].tag, _ELSEWHERE.filled(place=_place(about[0]), text=_cut(one.text)))
                )
            continue
        if not about:
            left.append(NotBrought("", 0, "", _LOST.filled(text=_cut(one.text))))
            continue
        here = _today(about[0].item, handbook, today).get(mark, "")
        if here == one.text:
            continue
        if here != before[mark].text:
            conflicts.append(FieldWish(about[-1].tag, "", before[mark].text, here, one.text))
            continue
        wishes.append(_Paragraph(mark, tuple(dict.fromkeys(about)), before[mark].text, one.text))
    moved: list[FieldWish] = []
    for wish in sorted(wishes, key=lambda wish: wish.ties[-1].place.start)[::-1]:  # of one field too the last first
        try:
            tie, after, read = _written(wish, now, handbook, reader)
        except Refused as refused:
            left.append(NotBrought("", 0, wish.ties[-1].tag, refused.says))
            continue
        handbook, now = read, dict(after)
        moved.append(FieldWish(tie.tag, "", wish.before, wish.before, wish.after))
    if sent is None:
        left.append(NotBrought("", 0, "", _FORGOT))
    if count := sum(part.tag == f"{_W}comments" and len(part) for part in parts):
        left.append(NotBrought("", 0, "", _COMMENTED.filled(count=count)))
    made = (Changed(file, raw, now[file]) for file, raw in files.items() if raw != now[file])  # type: ignore[arg-type]
    return BroughtBack(tuple(made), tuple(reversed(moved)), tuple(conflicts), left=tuple(left))


# Private functions


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph that came back with other words, and the fields that it may be of."""

    mark: str
    ties: tuple[Tie, ...]
    before: str
    after: str


def _of_this(properties: bytes, handbook: Handbook) -> None:
    found = _ABOUT.search(properties.decode("utf-8", "replace"))
    if found and found[1] != handbook.outline.id:
        raise Rejected(_ANOTHER, was=found[1], here=handbook.outline.id)


def _cut_of(item: Item) -> Cut:
    return (
        Cut("section", item.id)
        if isinstance(item, Section)
        else Cut("journey", item.id)
        if isinstance(item, Journey)
        else WHOLE
    )


def _said(item: Item, handbook: Handbook) -> Iterator[FieldThen]:
    """The paragraphs of a thing as they go out today."""
    raw = word(handbook, dt.date.min, _cut_of(item))
    return paragraphs(next(part for part in file_parts(raw) if part.tag == f"{_W}document"))


def _today(item: Item, handbook: Handbook, known: dict[str, str]) -> Mapping[str, str]:
    marker = str(_cut_of(item))
    if marker not in known:
        known[marker] = ""
        known.update((mark, one.text) for one in _said(item, handbook) for mark in one.marks)
    return known


def _written(wish: _Paragraph, now: Files, handbook: Handbook, reader: Reader) -> tuple[Tie, Files, Handbook]:
    """The field that takes the words, and the files and the handbook with them. Raises Refused where none does."""
    why = _NOT_TEXT.filled(place=_place(wish.ties[-1]))
    fresh = {
        tie.tag: tie for tie in ties(handbook).values()
    }  # another paragraph of the same field may be written already
    for tie in (fresh[one.tag] for one in reversed(wish.ties) if one.tag in fresh):
        raw = _text_of(tie)
        if raw is None:
            continue
        why = _MARKED.filled(place=_place(tie), wanted=_cut(wish.after))
        value = transplanted(raw, wish.before, wish.after)
        if value is None or value == raw or not value.strip():
            continue
        file = tie.place.file
        text = _with(decoded(now[file]), tie, value)
        after = {**now, file: encoded(text, now[file])}
        read = reader.load(after)
        if fault := next(new_faults(handbook, read), None):
            raise Refused(fault)
        if any(wish.mark in one.marks and one.text == wish.after for one in _said(tie.item, read)):
            return tie, after, read
    raise Refused(why)


def _text_of(tie: Tie) -> str | None:
    """What the author wrote there; None where it is no text."""
    if tie.owner is None:
        return None
    attribute, spec = next((name, one) for name, one in specs(type(tie.owner)).items() if one.key == tie.key)
    value = getattr(tie.owner, attribute)
    if tie.entry:
        return str(value[tie.entry - 1])
    return value if isinstance(spec.reads, Text) and isinstance(value, str) else None


def _with(text: str, tie: Tie, value: str) -> str:
    assert tie.owner is not None
    place = FieldPlace.of(tie.owner, tie.key)
    if not tie.entry:
        return changed(text, set_field(text, place, value))
    many = next(one.reads for one in specs(type(tie.owner)).values() if one.key == tie.key)
    attribute = next(name for name, one in specs(type(tie.owner)).items() if one.key == tie.key)
    if isinstance(many, Many) and len(getattr(tie.owner, attribute)) == 1:
        try:
            return changed(text, set_field(text, place, value))  # one value stands for the list
        except Refused:
            pass
    text = changed(text, insert(text, place, value, tie.entry - 1))
    return changed(text, remove(text, place, tie.entry))


def _told(one: Remark, known: Mapping[str, Tie]) -> tuple[str, Says]:
    tie = one.ties[0] if one.ties else one.after
    place = _place(tie) if tie else _NO_PLACE
    return tie.tag if tie else "", (_GONE if one.kind == "deleted" else _NEW).filled(place=place, text=_cut(one.text))


def _place(tie: Tie) -> str:
    return f"{tie.place.file}:{tie.place.line}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
