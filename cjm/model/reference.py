"""The grammar by which one thing of a handbook names another, in fields, links and `{{ fact }}`: nobody else parses it.

| written | names |
| --- | --- |
| `reschedule` | a thing of the kind, or of the first of the kinds, that the field asks for |
| `section:no-show`, `role:desk` | a thing of that kind |
| `section:no-show/call`, `journey:renewal/offer` | a step of the section, a touchpoint of the journey |
| `renewal/offer`, `touchpoint:renewal/offer` | the same touchpoint, where a touchpoint is asked for |
| `{{ limit }}`, `{{ limit.gen }}` | a fact, or one of its case forms |
| `[words](section:no-show)` | a link to any of these from a text |
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.model.registry import KINDS

_BLANK = r"[ \t\u00a0]*"
_NAMED = rf"\{{\{{{_BLANK}([A-Za-z0-9_-]+)(?:\.([A-Za-z0-9_-]+))?"
FACT = re.compile(rf"{_NAMED}{_BLANK}\}}\}}")  # whole, as it is filled in; its groups are the id and the form
MENTIONED = re.compile(_NAMED)  # also one whose braces are not closed
LINK = re.compile(r"\]\(\s*<?([^()\s<>]+)>?[^()\n]*\)")  # its group is where the link leads
WEB = ("https://", "http://", "mailto:", "tel:")  # addresses of the world outside


@dataclass(frozen=True, slots=True)
class Reference:
    """One thing as another names it. `kind` is empty where only the field can tell which is meant."""

    kind: str
    id: str
    within: str = ""  # the id of what is meant inside it, such as a step of a section

    @classmethod
    def parse(cls, written: str, kinds: Sequence[str] = ()) -> "Reference":
        """The reference that `written` is in a field that asks for one of `kinds`; without kinds, that of a link."""
        prefix, colon, rest = written.partition(":")
        if not colon or prefix not in (kinds or KINDS):
            holder, slash, id = written.rpartition("/")
            if slash and "touchpoint" in kinds:
                return cls("journey", holder, id)
            return cls(kinds[0] if len(kinds) == 1 else "", written)
        id, _, within = rest.partition("/")
        if prefix == "touchpoint" and within:
            return cls("journey", id, within)
        return cls(prefix, id, within) if KINDS[prefix].within else cls(prefix, rest)

    def __str__(self) -> str:
        named = f"{self.id}/{self.within}" if self.within else self.id
        return f"{self.kind}:{named}" if self.kind else named

    @property
    def target(self) -> tuple[str, str]:
        """Kind and id of what it leads to in the end."""
        return (KINDS[self.kind].within, self.within) if self.within else (self.kind, self.id)


def is_own(target: str) -> bool:
    """Whether a link leads to a thing of the handbook, there or not: it begins with the name of a kind."""
    prefix, colon, _ = target.partition(":")
    return bool(colon) and prefix in KINDS


def facts_in(text: str) -> Iterator[re.Match[str]]:
    """Every fact that `text` names, closed or not: id and form are the groups."""
    return MENTIONED.finditer(text) if "{{" in text else iter(())


def links_in(text: str) -> Iterator[re.Match[str]]:
    """Every link of a Markdown text: where it leads is the group."""
    return LINK.finditer(text) if "](" in text else iter(())
