"""An author's words in, one line to be drawn out: facts filled in, no markup, nothing that SVG forbids."""

import re

from cjm.model import Handbook
from cjm.wording.facts import label

_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_MARKUP = re.compile(r"[*_`\[\]<>&\\|#~]")


def caption(words: str, handbook: Handbook) -> str:
    """A label of the author's."""
    return " ".join(drawable(label(words, handbook)).split())


def drawable(words: str) -> str:
    """Without the characters that XML forbids or that turn the direction of writing."""
    return _FORBIDDEN.sub(" ", words)


def prose_caption(words: str, handbook: Handbook) -> str:
    """Prose of the author's, in one line."""
    if _MARKUP.search(words):
        from cjm.wording.plain import plain  # brings a Markdown parser with it, which few captions need

        words = plain(words, handbook)
    return caption(words, handbook)
