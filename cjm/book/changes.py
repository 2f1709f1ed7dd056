"""What changed between two states of a handbook in, the pages that tell it to management out."""

import contextlib
import datetime as dt
from dataclasses import replace

from cjm.book.book import Book, common, stamped
from cjm.book.manifest import Manifest
from cjm.book.text import Json, Run, Writer
from cjm.diff.difference import Difference, FieldChange, ThingChange
from cjm.diff.rendering import ACTIONS, AGAIN, WAS_ID, WHOM, change_kind, field_heading, is_long, segments, told
from cjm.language.says import Says
from cjm.model import Handbook
from cjm.wording import plain
from cjm.wording.gaps import GAP
from cjm.wording.titles import numbered

_TITLE = Says("Что изменилось", "What changed")
_BETWEEN = Says("{title}. Было: {old}. Стало: {new}.", "{title}. Before: {old}. Now: {new}.")
_MAJOR = Says("Требует внимания", "Needs attention")
_MINOR = Says("Остальное", "The rest")
_NOTHING = Says("Ничего не изменилось.", "Nothing changed.")
_BREAK, _JOINT = "\ue000", "\ue001"  # a line that ends, and a space inside a gap, where texts are compared word by word
_NO_NEED = Says("Перечитывать не нужно: {reason}", "No need to read it again: {reason}")


def changes_book(made: Difference, handbook: Handbook, *, today: dt.date, old: str, new: str) -> Book:
    """The changes as a document. It is not there to be approved, so it has no number."""
    language = handbook.outline.language
    writer = Writer(handbook, frozenset())
    major = [_change(one, writer) for one in made.changes if one.major]
    rest = [_change(one, writer) for one in made.changes if not one.major]
    title = _TITLE.to(language)
    data = common(handbook, writer, False) | {
        "title": title,
        "lead": _BETWEEN.to(language, title=writer.label(handbook.outline.title), old=_state(old, writer), new=_state(new, writer)),
        "groups": [
            {"head": head.to(language), "changes": group} for head, group in ((_MAJOR, major), (_MINOR, rest)) if group
        ],
        "roles_head": WHOM.to(language),
        "roles": ", ".join(writer.role(role) for role in made.roles),
        "again_head": AGAIN.to(language),
        "again": [
            {"role": writer.role(role), "sections": [_section(id, writer) for id in sections]} for role, sections in made.again
        ],
        "nothing": "" if made.changes else _NOTHING.to(language),
    }  # fmt: skip
    unnumbered = Manifest(handbook.outline.id, today)
    return stamped(Book("changes.typ", title, today, data, unnumbered), unnumbered)


# Private functions


def _state(name: str, writer: Writer) -> str:
    """A state of the handbook as a day, where it is one."""
    with contextlib.suppress(ValueError):
        return writer.day(dt.date.fromisoformat(name))
    return writer.label(name)


def _section(id: str, writer: Writer) -> str:
    return numbered(id, writer.label(writer.handbook.section[id].title), writer.handbook)


def _change(one: ThingChange, writer: Writer) -> Json:
    language = writer.handbook.outline.language
    title = writer.label(one.title)
    notes = [WAS_ID.to(language, id=one.was)] if one.was else []
    if one.minor:
        notes.append(_NO_NEED.to(language, reason=writer.label(one.minor)))
    return {
        "kind": change_kind(one.kind, language),
        "title": numbered(one.id, title, writer.handbook) if one.kind == "section" else title,
        "action": ACTIONS[one.action].to(language),
        "tone": {"added": "green", "removed": "brick"}.get(one.action, "ochre"),
        "details": [_detail(detail, writer) for detail in one.details],
        "notes": notes,
    }


def _detail(one: FieldChange, writer: Writer) -> Json:
    """A short pair on one line; of long texts the words that went and came."""
    language = writer.handbook.outline.language
    one = replace(one, where=plain(one.where, writer.handbook))
    before, after = (plain(text, writer.handbook) for text in (one.before, one.after))
    if before == after and one.before != one.after:  # only the markup changed
        return {"head": writer.filled(told(replace(one, before=after, after=after), language)), "words": []}
    one = replace(one, before=before, after=after)
    if not is_long(one):
        return {"head": writer.filled(told(one, language)), "words": []}
    words = [{"tag": tag, "runs": _runs(text, writer)} for tag, text in segments(_marked(before), _marked(after))]
    return {"head": writer.filled(field_heading(one)), "words": words}


def _marked(text: str) -> str:
    """The text with what must outlast a comparison of words: the ends of its lines, and its gaps in one piece."""
    return GAP.sub(lambda found: found[0].replace(" ", _JOINT), text).replace("\n", f" {_BREAK} ")


def _runs(text: str, writer: Writer) -> list[Run]:
    runs: list[Run] = []
    for number, line in enumerate(text.replace(_JOINT, " ").split(_BREAK)):
        runs += [*(["\n"] if number else []), *writer.filled(line)]
    return runs
