"""A count and its noun in the right form."""

from cjm.language.says import Language


def counted(count: int, ru: tuple[str, str, str], en: tuple[str, str], language: Language) -> str:
    """`count` with its noun: «1 ошибка», «3 ошибки», «11 ошибок»; "1 error", "2 errors"."""
    return f"{count} {noun(count, ru if language == 'ru' else en, language)}"


def noun(count: int, forms: tuple[str, ...], language: Language) -> str:
    """The one of the noun's forms that `count` asks for: three of them in Russian, two in English."""
    if language == "en":
        return forms[0] if count == 1 else forms[1]
    tens, ones = count % 100, count % 10
    if 11 <= tens <= 14 or ones == 0 or ones >= 5:
        return forms[2]
    return forms[0] if ones == 1 else forms[1]
