"""An author's line, an id, a day or a wait in, the same as readers are told it out: what every writer says alike."""

import datetime as dt
from collections.abc import Iterable

from cjm.language import dates, phrases
from cjm.language.durations import spoken
from cjm.language.headings import HEADINGS
from cjm.model import Handbook, Section
from cjm.wording import label, plain
from cjm.wording.titles import channel_title, numbered, role_title


class TradeWords:
    """The words of one handbook. A writer adds how it sets texts out, and may say by `label` what its lines can hold."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.language = handbook.outline.language

    def label(self, text: str) -> str:
        """A title or condition on one line, with its facts."""
        return label(text, self.handbook)

    def words(self, text: str) -> str:
        """A Markdown text without its markup, on one line."""
        return " ".join(plain(text, self.handbook).split())

    def sentence(self, text: str) -> str:
        """A condition or phrase as the beginning of a line: its first letter a capital."""
        return phrases.capital(self.label(text))

    def condition(self, text: str) -> str:
        """The condition of a step as a mark: «если мест нет»."""
        return phrases.condition(self.label(text), self.language)

    def quoted(self, text: str) -> str:
        """A client's sentence in the quotation marks of the language, unless the author typed some."""
        return phrases.quoted(self.label(text), self.language)

    def day(self, day: dt.date | None) -> str:
        """A calendar day in the words of the language."""
        return dates.in_words(day, self.language)

    def wait(self, length: int) -> str:
        """A wait in the short form of the language."""
        return spoken(length, self.language)

    def role(self, role: str) -> str:
        """The title of a role or the name of a person; the id itself where nobody has it."""
        return self.label(role_title(role, self.handbook))

    def channel(self, channel: str) -> str:
        """The title of a channel."""
        return self.label(channel_title(channel, self.handbook))

    def joined(self, texts: Iterable[str]) -> str:
        """Short texts on one line."""
        return ", ".join(self.label(text) for text in texts)

    def number(self, section: str) -> str:
        """The number of a section, empty for one outside the order."""
        return str(self.handbook.number.get(section, ""))

    def leads_to(self, section: str) -> str:
        """Where a choice goes: «раздел 22»; one outside the order is called by its short title, never by its id."""
        if number := self.number(section):
            return HEADINGS["to_section"].to(self.language, number=number)
        there = self.handbook.section.get(section)
        return self.short(there) if there else self.label(section)

    def numbered(self, section: Section) -> str:
        """The title of a section behind its number."""
        return numbered(section.id, self.label(section.title), self.handbook)

    def short(self, section: Section) -> str:
        """The short title of a section."""
        return self.label(section.short or section.title)
