"""A Handbook in, the data of its book of its desk cards or of slides out, for the print templates to set: values only, no code."""

from cjm.book.book import Book, book, stamped
from cjm.book.cards import CARD_KINDS, cards
from cjm.book.manifest import Manifest, read_manifest
from cjm.book.since_approval import Since, since
from cjm.book.slides import slides
from cjm.view.scope import WHOLE, Cut, choices

__all__ = [
    "CARD_KINDS", "WHOLE", "Book", "Cut", "Manifest", "Since", "book", "cards", "choices", "read_manifest", "since", "slides", "stamped",
]  # fmt: skip
