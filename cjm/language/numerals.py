"""A count and its noun in the right form."""

from cjm.language.says import Language


def counted(count: int, ru: tuple[str, str, str], en: tuple[str, str], language: Language) -> str:
    """`count` with its noun: «1 ошибка», «3 ошибки», «11 ошибок»; "1 error", "2 errors"."""
    if language == "en":
        return f"{count} {en[0] if count == 1 else en[1]}"
    tens, ones = count % 100, count % 10
    if 11 <= tens <= 14 or ones == 0 or ones >= 5:
        return f"{count} {ru[2]}"
    return f"{count} {ru[0] if ones == 1 else ru[1]}"
