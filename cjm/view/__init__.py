"""A thing of a Handbook in, what is to be shown of it out, in the reader's words: site, book, Word and search write it."""

from cjm.view.section import Branch, Card, cards, loose_scripts, section
from cjm.view.thing import Field, Piece, Value, elements, fields, heading, kinds, piece, tag_of, title
from cjm.view.words import Words

__all__ = [
    "Branch", "Card", "Field", "Piece", "Value", "Words", "cards", "elements", "fields", "heading", "kinds",
    "loose_scripts", "piece", "section", "tag_of", "title",
]  # fmt: skip
