"""Blocks in, what kind of document they are out: an instruction, an article, questions with answers."""

from collections.abc import Sequence

from cjm.intake import signs
from cjm.intake.block import Block
from cjm.intake.plan import DocumentSort
from cjm.intake.verbs import deed

_LONG = 25  # words: a paragraph of reasoning
_MANY = 0.55


def identified(blocks: Sequence[Block]) -> DocumentSort:
    """What the document is by most of its words."""
    content = [one for one in blocks if one.kind != "scrap" and one.text]
    words = sum(len(one.text.split()) for one in content) or 1
    prose = [
        one
        for one in content
        if one.kind == "text" and len(one.text.split()) >= _LONG and not signs.GREETING.match(one.text)
    ]
    asked = sum(
        one.text.endswith("?") and one.kind in ("heading", "text", "item") and not signs.GREETING.match(one.text)
        for one in content
    )
    if asked >= 3 and asked * 4 >= len(content):
        return "faq"
    told = sum(
        deed(one.text) is not None for one in content if one.kind in ("item", "text") and len(one.text.split()) < _LONG
    )
    reasoned = sum(len(one.text.split()) for one in prose)
    return "article" if reasoned > words * _MANY and len(prose) >= 3 and told < len(prose) * 2 else "instruction"
