"""Text with `{{ fact }}` and `{{ fact.form }}` in, text with their values out; an unknown fact stays as it was typed."""

import re
from collections.abc import Sequence

from cjm.language.says import Says
from cjm.model import Handbook
from cjm.model.reference import FACT
from cjm.model.scope import Scope
from cjm.wording.scopes import scope_told

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
        variants = handbook.variants(found[1], found[2] or "")
        if any(told or not found[2] for _, told in variants):
            return _alternatives(found[1], variants, handbook)
        told = handbook.value(found[1], found[2] or "")
        return found[0] if told is None else told

    return FACT.sub(value, text)


def _alternatives(id: str, variants: Sequence[tuple[Scope, str | None]], handbook: Handbook) -> str:
    """All that a fact can be, each behind its values: a reader must see which of them is his. Words of a dimension say so themselves."""
    unsettled = _UNSETTLED.to(handbook.outline.language)
    if id in handbook.dimension:
        return " / ".join(dict.fromkeys(value or unsettled for _, value in variants))
    by_value: dict[str, list[str]] = {}
    for scope, value in variants:
        by_value.setdefault(value or unsettled, []).append(scope_told(scope, handbook))
    return " / ".join(f"{value} ({', '.join(scopes)})" for value, scopes in by_value.items())


def label(text: str, handbook: Handbook) -> str:
    """A title, condition or other one-line text: its facts filled in, its white space folded, no Markdown read."""
    return on_one_line(resolve(text, handbook))


def on_one_line(text: str) -> str:
    """`text` with its white space folded; a space at which no line may break («5 мин», «1 500 ₽») stays one."""
    if "\u00a0" not in text and "\u202f" not in text:
        return " ".join(text.split())
    return _BREAKABLE.sub(" ", text).strip()
