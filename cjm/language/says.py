"""One sentence of the program in every language it speaks."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["ru", "en"]
LANGUAGES: tuple[Language, ...] = ("ru", "en")


@dataclass(frozen=True, slots=True)
class Says:
    """A sentence in Russian and in English, with `{named}` gaps that are the same in both."""

    ru: str
    en: str

    def to(self, language: Language, **values: object) -> str:
        """The sentence in `language`, its gaps filled; a sentence without values is returned as it is."""
        sentence = self.ru if language == "ru" else self.en
        return sentence.format(**values) if values else sentence

    def filled(self, **values: object) -> "Says":
        """The sentence with its gaps filled, to stand in the gap of another."""
        return Says(self.ru.format(**values), self.en.format(**values))
