"""Prose or words to say in, the bare words out: for search, titles and everything that shows no markup."""

from cjm.model import Handbook
from cjm.wording.facts import resolve
from cjm.wording.gaps import Gap, pieces
from cjm.wording.markup import has_markup


def plain(text: str, handbook: Handbook) -> str:
    """The words of a Markdown text, a line for each of its blocks, facts filled in."""
    if not has_markup(text):
        return " ".join(resolve(text, handbook).split())
    from cjm.wording.tokens import prose_tokens  # brings a Markdown parser with it, which a check does without

    lines, cells = [], []
    for token in prose_tokens(text, handbook):
        if token.type == "inline":
            words = "".join(
                " " if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ()
            )
            cells.append(" ".join(words.split()))
        elif token.type in ("fence", "code_block"):
            lines.append(token.content.strip())
        if cells and token.type not in ("inline", "th_close", "td_close", "th_open", "td_open"):
            lines.append(" · ".join(cell for cell in cells if cell))
            cells = []
    return "\n".join(line for line in lines if line)


def said(text: str, handbook: Handbook) -> str:
    """Words to say as they are written, facts filled in, each gap as its name without brackets."""
    return "".join(piece.written if isinstance(piece, Gap) else piece for piece in pieces(text, handbook)).strip()
