"""What a page kind hands over: which template is filled with what, and what the pages of one build share."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import SimpleNamespace
from typing import Any, Literal

from cjm.approval import Standings, standings
from cjm.model import Handbook
from cjm.pages.strings import site_strings


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site. `path` is its Markdown file below the documents' folder."""

    path: str
    template: str
    title: str
    context: Mapping[str, Any] = field(default_factory=dict)
    description: str = ""
    hide: tuple[str, ...] = ()
    width: Literal["", "full", "centred"] = ""  # of its text beside the menu: nothing for that of a column one reads

    @property
    def address(self) -> str:
        """Where the built page lies, from the root of the site."""
        return self.path.removesuffix(".md") + ".html"


@dataclass(frozen=True)
class Edition:
    """A handbook as it is published on one day. `version` is what readers name when they report something."""

    handbook: Handbook
    today: dt.date
    version: str = ""

    @cached_property
    def standings(self) -> Standings:
        """What of it is approved."""
        return standings(self.handbook, self.today)

    @property
    def t(self) -> SimpleNamespace:
        """The site's own words in the handbook's language."""
        return site_strings(self.handbook.outline.language)
