"""A Handbook in, its questions as GIFT out: what Moodle and its like take into a bank of questions.

A question to be put in order is a matching of places, since GIFT has no other; one that is answered aloud is an essay with
what is to be said as its feedback. The format: https://docs.moodle.org/en/GIFT_format
"""

import re
from collections.abc import Iterator, Mapping

from cjm.export.forms import ExportOrder
from cjm.export.questions import HOLDS_THE_KEY, PlainQuestion, asked
from cjm.model import Handbook

_SIGNS = re.compile(r"([~=#{}:\\])")


def render(handbook: Handbook, order: ExportOrder) -> Mapping[str, bytes]:
    """One file; each section is a category."""
    lines = [f"// {HOLDS_THE_KEY.to(order.language)}", ""]
    for title, questions in asked(handbook, order.cut):
        lines += [f"$CATEGORY: $course$/{_category(handbook.outline.title)}/{_category(title)}", ""]
        for one in questions:
            lines += [*_question(one), ""]
    return {order.name(handbook, ".gift.txt"): "\n".join(lines).encode()}


# Private functions


def _question(one: PlainQuestion) -> Iterator[str]:
    yield f"::{_told(one.id)}::{_told(one.ask)} {{"
    if one.kind == "say":
        yield "####" + _told("; ".join(one.points))
    elif one.kind == "order":
        yield from (f"={number} -> {_told(option.text)}" for number, option in enumerate(one.options, start=1))
    else:
        rights = sum(option.right for option in one.options)
        for option in one.options:
            why = f"#{_told(option.because)}" if option.because else ""
            worth = _share(rights) if option.right else "-100" if one.kind == "several" else "0"
            # words that begin like a weight stand behind one
            weight = f"%{worth}%" if one.kind == "several" or option.text.lstrip().startswith("%") else ""
            sign = "=" if option.right and one.kind == "one" else "~"
            yield f"{sign}{weight}{_told(option.text)}{why}"
    yield "}"


def _share(rights: int) -> str:
    """One right answer's part of a hundred, as Moodle knows it: with five digits."""
    return f"{100 / rights:.5f}".rstrip("0").rstrip(".")


def _told(text: str) -> str:
    """On one line, with the signs of the format as letters."""
    plain = _SIGNS.sub(r"\\\1", " ".join(text.replace("->", "→").split()))
    return f"[plain]{plain}" if plain.startswith("[") else plain  # «[html]» is how a text says what it is written in


def _category(title: str) -> str:
    """A slash would begin a category below."""
    return " ".join(title.split()).replace("/", "//")
