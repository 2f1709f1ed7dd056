"""A thing of a Handbook in, what is to be shown of it out, in the reader's words: site, book, Word and search write it."""

from cjm.view.section import Branch, StepCard, loose_scripts, section, step_cards
from cjm.view.thing import Field, Piece, Value, elements, fields, heading, kinds, piece, tag_of, title
from cjm.view.words import TradeWords

__all__ = [
    "Branch",
    "Field",
    "Piece",
    "StepCard",
    "TradeWords",
    "Value",
    "elements",
    "fields",
    "heading",
    "kinds",
    "loose_scripts",
    "piece",
    "section",
    "step_cards",
    "tag_of",
    "title",
]  # fmt: skip
