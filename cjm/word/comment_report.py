"""What people wrote into a Word file in, a list by section and field out: as text, Markdown or JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cjm.language.numerals import counted
from cjm.language.says import Language, Says
from cjm.model import Handbook, Item, Section
from cjm.model.registry import KINDS, known_as
from cjm.view import tag_of
from cjm.word.bookmarks import Tie
from cjm.word.remark import OBJECT, PARAGRAPH, Remark, RemarkKind
from cjm.wording import label
from cjm.wording.verbatim import verbatim

_ELSEWHERE = Says("В другом месте", "Elsewhere")
_NOTHING = Says(
    "Примечаний и исправлений нет, весь текст как вышел.",
    "There are no comments and no changes: all text is as it went out.",
)
_KINDS: Mapping[RemarkKind, Says] = {
    "comment": Says("примечание", "comment"), "inserted": Says("вставлено", "inserted"), "deleted": Says("удалено", "deleted"),
    "replaced": Says("заменено", "replaced"), "moved-from": Says("перенесено отсюда", "moved from here"),
    "moved-to": Says("перенесено сюда", "moved to here"), "formatting": Says("изменён вид", "formatting changed"),
    "other": Says("другое исправление", "another change"),
}  # fmt: skip
_RESOLVED, _UNTRACKED = Says("решено", "resolved"), Says("без исправлений", "untracked")
_ALSO, _AFTER = Says("и здесь:", "also:"), Says("после:", "after:")
_NO_WORDS = {
    PARAGRAPH: Says("конец абзаца", "the end of the paragraph"),
    OBJECT: Says("объект, строка или ячейка", "an object, row or cell"),
}
_WHOLE = Says("раздел целиком", "the section as a whole")
_LONGEST = 160  # characters of a quotation


def as_text(found: Sequence[Remark], handbook: Handbook, language: Language) -> str:
    """The fields in the order of the handbook, each with its place and what was written of it."""
    lines: list[str] = []
    for title, fields in _sorted(found, handbook, language):
        lines += ["", title] if lines else [title]
        for head, place, said in fields:
            lines.append(f"  {head}  {place}".rstrip())
            for one in said:
                lines += [f"    {line}" for line in _told(one, handbook, language)]
    return "\n".join([*lines, *([""] if lines else []), _summary(found, language)]) + "\n"


def as_markdown(found: Sequence[Remark], handbook: Handbook, language: Language) -> str:
    """The same as a list of tasks for an issue or a merge request."""
    lines: list[str] = []
    for title, fields in _sorted(found, handbook, language):
        lines += [f"## {verbatim(title)}", ""]
        for head, place, said in fields:
            lines += [f"**{verbatim(head)}**" + (f" `{place}`" if place else ""), ""]
            for one in said:
                first, *rest = _told(one, handbook, language)
                lines += [
                    f"- [{'x' if one.resolved else ' '}] {verbatim(first)}",
                    *(f"  {verbatim(line)}  " for line in rest),
                ]
            lines.append("")
    return "\n".join([*lines, _summary(found, language)]) + "\n"


def as_json(found: Sequence[Remark]) -> str:
    """Everything that is known of each, in the order of the document."""
    return json.dumps([_data(one) for one in found], ensure_ascii=False, indent=2) + "\n"


def _summary(found: Sequence[Remark], language: Language) -> str:
    """How many there are."""
    if not found:
        return _NOTHING.to(language)
    comments = sum(one.kind == "comment" for one in found)
    said = counted(comments, ("примечание", "примечания", "примечаний"), ("comment", "comments"), language)
    ru, en = ("исправление", "исправления", "исправлений"), ("change", "changes")
    return f"{said}, {counted(len(found) - comments, ru, en, language)}"


# Private functions


def _sorted(
    found: Sequence[Remark], handbook: Handbook, language: Language
) -> Iterator[tuple[str, list[tuple[str, str, list[Remark]]]]]:
    order = {id(item): number for number, item in enumerate([*handbook.sections, *handbook.items()], start=1)}
    tied = [one for one in found if one.ties]
    items: dict[int, Item] = {id(one.ties[0].item): one.ties[0].item for one in tied}
    for key in sorted(items, key=lambda key: order.get(key, 0)):
        fields: dict[str, tuple[Tie, list[Remark]]] = {}
        for one in tied:
            if id(one.ties[0].item) == key:
                fields.setdefault(one.ties[0].tag, (one.ties[0], []))[1].append(one)
        by_place = sorted(fields.values(), key=lambda pair: (pair[0].place.line, pair[0].place.column))
        yield (
            _title(items[key], handbook, language),
            [(tie.words(handbook, language) or _WHOLE.to(language), _place(tie), said) for tie, said in by_place],
        )
    elsewhere: dict[tuple[str, str], list[Remark]] = {}
    for one in found:
        if not one.ties:
            after = f"{_AFTER.to(language)} {_field(one.after, handbook, language)}" if one.after else ""
            elsewhere.setdefault(
                (
                    " · ".join(part for part in (one.heading, after) if part) or "—",
                    _place(one.after) if one.after else "",
                ),
                [],
            ).append(one)
    if elsewhere:
        yield _ELSEWHERE.to(language), [(head, place, said) for (head, place), said in elsewhere.items()]


def _title(item: Item, handbook: Handbook, language: Language) -> str:
    kind = tag_of(item).partition(":")[0]
    title = known_as(item)
    number = handbook.number.get(item.id) if isinstance(item, Section) else None
    name = KINDS[kind].says.to(language).capitalize()
    return f"{name} {f'{number} ' if number else ''}«{label(title, handbook)}»"


def _field(tie: Tie, handbook: Handbook, language: Language) -> str:
    return f"{_title(tie.item, handbook, language)} · {tie.words(handbook, language) or _WHOLE.to(language)}"


def _place(tie: Tie) -> str:
    return f"{tie.place.file}:{tie.place.line}"


def _told(one: Remark, handbook: Handbook, language: Language) -> Iterator[str]:
    about = [one.author, one.date[:16].replace("T", " ")]
    about += [says.to(language) for says, there in ((_RESOLVED, one.resolved), (_UNTRACKED, not one.tracked)) if there]
    said = f"{_KINDS[one.kind].to(language)} ({', '.join(part for part in about if part)})"
    text = _shown(one.text, language)
    if one.kind == "comment":
        quote = f" «{_cut(one.quote)}»" if one.quote.strip() else ""
        yield f"{said}{quote}: {text}"
    elif one.kind == "replaced":
        yield f"{said}: «{_shown(one.quote, language)}» → «{text}»"
    elif one.kind in ("formatting", "other"):
        yield said
    else:
        yield f"{said}: «{text}»" if one.text not in _NO_WORDS else f"{said}: {text}"
    if one.ties[1:]:
        yield f"{_ALSO.to(language)} " + "; ".join(
            f"{tie.words(handbook, language)} {_place(tie)}".strip() for tie in one.ties[1:]
        )
    for reply in one.replies:
        for line in _told(reply, handbook, language):
            yield f"↳ {line}"


def _shown(text: str, language: Language) -> str:
    if text in _NO_WORDS:
        return _NO_WORDS[text].to(language)
    return " ".join(text.removesuffix(PARAGRAPH).replace(PARAGRAPH, " ¶ ").split())


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _data(one: Remark) -> dict[str, Any]:
    first = one.ties[0] if one.ties else None
    made: dict[str, Any] = {
        "kind": one.kind, "author": one.author, "date": one.date, "text": one.text, "quote": one.quote, "resolved": one.resolved, "tracked": one.tracked,
        "tag": first.tag if first else None,
        "file": first.place.file if first else None, "line": first.place.line if first else None,
        "also": [tie.tag for tie in one.ties[1:]],
        "after": one.after.tag if one.after and not first else None, "heading": one.heading,
        "replies": [_data(reply) for reply in one.replies],
    }  # fmt: skip
    return made
