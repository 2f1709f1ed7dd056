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
        """The sentence in `language`, its gaps filled, also with sentences; one without values is returned as it is."""
        sentence = self.ru if language == "ru" else self.en
        if not values:
            return sentence
        told = {name: value.to(language) if isinstance(value, Says) else value for name, value in values.items()}
        return nested(sentence.format(**told))

    def filled(self, **values: object) -> "Says":
        """The sentence with its gaps filled, to stand in the gap of another."""
        return Says(self.to("ru", **values), self.to("en", **values))


def nested(text: str) -> str:
    """The text with „these“ where «those» stand inside others: «раздел „Категория „Ошибка““»."""
    if text.count("«") < 2:
        return text
    made, depth = [], 0
    for sign in text:
        depth -= sign == "»" and depth > 0
        made.append({"«": "„", "»": "“"}.get(sign, sign) if depth else sign)
        depth += sign == "«"
    return "".join(made)
