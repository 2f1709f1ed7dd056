"""What changed between two states of a handbook in, the pages that tell it to management out."""

import contextlib
import datetime as dt

from cjm.book.book import Book, common, stamped
from cjm.book.change import change
from cjm.book.manifest import Manifest
from cjm.book.text import Writer
from cjm.diff.difference import Difference
from cjm.diff.rendering import AGAIN, WHOM
from cjm.language.says import Says
from cjm.model import Handbook
from cjm.wording.titles import numbered

_TITLE = Says("Что изменилось", "What changed")
_BETWEEN = Says("{title}. Было: {old}. Стало: {new}.", "{title}. Before: {old}. Now: {new}.")
_MAJOR = Says("Требует внимания", "Needs attention")
_MINOR = Says("Остальное", "The rest")
_NOTHING = Says("Ничего не изменилось.", "Nothing changed.")


def changes_book(made: Difference, handbook: Handbook, *, today: dt.date, old: str, new: str) -> Book:
    """The changes as a document. It is not there to be approved, so it has no number."""
    language = handbook.outline.language
    writer = Writer(handbook, frozenset())
    major = [change(one, writer) for one in made.changes if one.major]
    rest = [change(one, writer) for one in made.changes if not one.major]
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
