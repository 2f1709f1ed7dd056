"""An author's phrase in, the same as a page or a print sets it out: begun, gone on with, as a mark, as speech."""

from cjm.language.says import Language, nested

_CONDITION: dict[Language, tuple[str, ...]] = {
    "ru": ("если", "когда", "при", "после", "до"),
    "en": ("if", "when", "after", "before"),
}


def capital(text: str) -> str:
    """`text` as the beginning of a line: its first letter a capital."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """`text` as it goes on after a colon; a word with capitals inside stays: «CRM», «Человек-Система»."""
    first = text.partition(" ")[0]
    return text if any(sign.isupper() for sign in first[1:]) else text[:1].lower() + text[1:]


def condition(text: str, language: Language) -> str:
    """The condition of a step as a mark: «если мест нет»."""
    text = lower(text)
    words = _CONDITION[language]
    return text if text.split(" ")[0] in words else f"{words[0]} {text}"


def quoted(text: str, language: Language) -> str:
    """A client's sentence in the quotation marks of the language, unless the author typed some."""
    if text[:1] in '«“"„' and text[-1:] in '»”"“' and len(text) > 1:
        text = text[1:-1]
    if language == "ru":
        return nested(f"«{text}»")
    return f"“{text}”"


def title_in_quotes(title: str, language: Language) -> str:
    """The title of a thing in the quotation marks of a message."""
    return nested(f"«{title}»") if language == "ru" else f'"{title}"'
