"""An author's text in, whether Markdown may see more in it than characters out."""

import re

_MARKUP = re.compile(r"[*_`\[\]<>&\\|#~\n]|^\s|^[-+=]|^\d+[.)]|\s\s")


def has_markup(text: str) -> bool:
    """Whether anything in `text` may be more than a character to Markdown; else it is one paragraph as it stands."""
    return _MARKUP.search(text) is not None
