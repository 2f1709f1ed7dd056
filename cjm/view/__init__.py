"""A thing of a Handbook in, what is to be shown of it out, in the reader's words: site, book, Word and search write it."""

from cjm.view.answered import answered_at
from cjm.view.form import Form, form
from cjm.view.journey import ON_CARD, beside_the_map
from cjm.view.labels import field_label, piece_named
from cjm.view.section import BODY, FOOT, HEAD, Branch, StepCard, loose_scripts, section, step_cards
from cjm.view.thing import (
    Field,
    Piece,
    Value,
    at_a_glance,
    elements,
    fields,
    heading,
    kinds,
    known_key,
    piece,
    shown,
    tag_of,
    title,
    values_told,
)
from cjm.view.words import TradeWords

__all__ = [
    "BODY",
    "FOOT",
    "HEAD",
    "ON_CARD",
    "Branch",
    "Field",
    "Form",
    "Piece",
    "StepCard",
    "TradeWords",
    "Value",
    "answered_at",
    "at_a_glance",
    "beside_the_map",
    "elements",
    "field_label",
    "fields",
    "form",
    "heading",
    "kinds",
    "known_key",
    "loose_scripts",
    "piece",
    "piece_named",
    "section",
    "shown",
    "step_cards",
    "tag_of",
    "title",
    "values_told",
]  # fmt: skip
