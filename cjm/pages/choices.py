"""A Handbook in, what the site's script needs to know of its dimensions out: the text of `choices.js`, empty without any.

The reader's own value is chosen once and remembered; what depends on the client is asked for where words are copied.
"""

import json
from typing import Any

from cjm.language.says import Says
from cjm.model import Handbook
from cjm.model.formula import is_formula
from cjm.wording.facts import label
from cjm.wording.scopes import as_attribute

_WORDS = {
    "all": Says("все", "all"),
    "ask": Says("Для кого эти слова?", "Whom are these words for?"),
}


def choices_data(handbook: Handbook) -> str:
    """The text of `choices.js`: dimensions still to be chosen, and what texts say for which of their values."""
    left = [one for one in handbook.outline.dimensions if one.id not in handbook.cell]
    if not left:
        return ""
    language = handbook.outline.language
    data: dict[str, Any] = {
        "dimensions": [
            {
                "id": one.id, "title": one.title, "once": one.chosen == "by-reader",
                "values": [[value.id, value.title, *value.was] for value in one.values],
            }
            for one in left
        ],
        "texts": _texts(handbook),
        "words": {name: says.to(language) for name, says in _WORDS.items()},
    }  # fmt: skip
    return f"window.__cjmChoices = {json.dumps(data, ensure_ascii=False)};\n".replace("</", "<\\/")


# Private functions


def _texts(handbook: Handbook) -> list[list[Any]]:
    """What stands in a text for a fact with several values, and each of these with its scope; the longest first."""
    named = {(id, form) for id, fact in handbook.fact.items() for one in fact.values for form in ("", *dict(one.forms))}
    named |= {(id, "") for id, fact in handbook.fact.items() if is_formula(fact.value)}
    made: dict[str, list[list[str]]] = {}
    for id, form in sorted(named):
        variants = handbook.variants(id, form)
        whole = label("{{ " + (f"{id}.{form}" if form else id) + " }}", handbook) if variants else ""
        if whole and not whole.startswith("{{"):
            made[whole] = [[as_attribute(scope), label(value, handbook)] for scope, value in variants if value]
    return [[whole, variants] for whole, variants in sorted(made.items(), key=lambda one: (-len(one[0]), one[0]))]
