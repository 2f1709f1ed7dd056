"""Text with `{{ fact }}` and `{{ fact.form }}` in, text with their values out; an unknown fact stays as it was typed."""

import re

from cjm.language.says import Says
from cjm.model import Handbook
from cjm.model.reference import FACT

_UNSETTLED = Says("уточняется", "to be settled")  # what stands for a value that the author does not know yet
_BREAKABLE = re.compile(r"[^\S\u00a0\u202f]+")


def resolve(text: str, handbook: Handbook) -> str:
    """`text` with the value of every fact it names; what names no fact, or no form of it, stays visible."""
    if "{{" not in text:
        return text

    def value(found: re.Match[str]) -> str:
        fact = handbook.fact.get(found[1])
        if fact and fact.is_open("value") and not fact.value:
            return _UNSETTLED.to(handbook.outline.language)
        told = handbook.value(found[1], found[2] or "")
        return found[0] if told is None else told

    return FACT.sub(value, text)


def label(text: str, handbook: Handbook) -> str:
    """A title, condition or other one-line text: its facts filled in, its white space folded, no Markdown read."""
    return on_one_line(resolve(text, handbook))


def on_one_line(text: str) -> str:
    """`text` with its white space folded; a space at which no line may break («5 мин», «1 500 ₽») stays one."""
    return _BREAKABLE.sub(" ", text).strip()
