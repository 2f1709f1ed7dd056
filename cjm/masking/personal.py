"""A text in, the stretches of it that tell of a person out: by their form, and names in Russian and in Latin letters."""

import re
from collections.abc import Collection
from dataclasses import replace

from cjm.masking.english import english_names
from cjm.masking.forms import forms_of_persons
from cjm.masking.hidden import Hidden
from cjm.masking.russian import russian_names
from cjm.masking.translit import latin_names

_INITIAL = re.compile(r"[ \xa0][А-ЯЁA-Z][а-яё]?\.(?!\w)")


def personal(text: str, keep: Collection[str] = (), leave: Collection[str] = ()) -> tuple[Hidden, ...]:
    """What of `text` tells of a person, in order. Words of `keep`, in lower case, are no names; kinds of `leave` stay."""
    found = [*forms_of_persons(text), *russian_names(text, keep), *english_names(text, keep), *latin_names(text, keep)]
    found = [_with_initial(one, text) if one.kind == "name" else one for one in found]
    kept: list[Hidden] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted((one for one in kept if one.kind not in leave), key=lambda one: one.start))


# Private functions


def _with_initial(one: Hidden, text: str) -> Hidden:
    """«Соня К.», «Ольги Дм.»: the letter that stands for a surname belongs to the name."""
    letter = _INITIAL.match(text, one.end)
    return replace(one, end=letter.end(), text=text[one.start : letter.end()]) if letter else one
