"""What an author wrote in, the same with its facts filled in, as plain text, safe HTML or tokens, out."""

import importlib
from typing import TYPE_CHECKING, Any

from cjm.wording.facts import label, resolve
from cjm.wording.gaps import Gap, gaps, pieces
from cjm.wording.plain import plain, said
from cjm.wording.sentence import first_sentence
from cjm.wording.speech import said_html
from cjm.wording.terms import Terms, TermsOnPage

if TYPE_CHECKING:
    from cjm.wording.markdown import prose_html, prose_line
    from cjm.wording.tokens import prose_tokens

__all__ = [
    "Gap", "Terms", "TermsOnPage", "first_sentence", "gaps", "label", "pieces", "plain", "prose_html", "prose_line",
    "prose_tokens", "resolve", "said", "said_html",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    # The Markdown parser takes as long to import as a check takes to run: only who shows prose pays for it.
    home = {"prose_html": "markdown", "prose_line": "markdown", "prose_tokens": "tokens"}.get(name)
    if home:
        return getattr(importlib.import_module(f"cjm.wording.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
