"""Ids in, what readers call these things out: a section with its number, a role or a person, a channel."""

from cjm.model import Handbook
from cjm.model.shared.role import THE_CLIENT


def numbered(section: str, title: str, handbook: Handbook) -> str:
    """`title` behind the number of the section: «7. Перенос записи»; alone for one outside the order."""
    number = handbook.number.get(section)
    return f"{number}. {title}" if number else title


def role_title(role: str, handbook: Handbook) -> str:
    """The title of a role or the name of a person; the id itself where nobody has it."""
    if role == THE_CLIENT[0]:
        return THE_CLIENT[1].to(handbook.outline.language)
    if role in handbook.role:
        return handbook.role[role].title
    return next((person.name for person in handbook.outline.people if person.id == role), role)


def channel_title(channel: str, handbook: Handbook) -> str:
    """The title of a channel; the id itself where there is none."""
    return next((one.title for one in handbook.outline.channels if one.id == channel), channel)
