"""An author's Markdown in, the tokens of its parser out, facts filled in."""

from markdown_it import MarkdownIt
from markdown_it.token import Token

from cjm.model import Handbook
from cjm.wording.facts import resolve

# Without reference definitions: «[Важно]: звоните» would vanish from the page.
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable("reference")


def prose_tokens(text: str, handbook: Handbook) -> list[Token]:
    """The markdown-it tokens of `text` with the facts filled in after reading, so that no value becomes markup."""
    tokens = MARKDOWN.parse(text.replace("\r\n", "\n").replace("\r", "\n").strip("\n"))
    for token in tokens:
        if token.type in ("fence", "code_block"):
            token.content = resolve(token.content, handbook)
        for child in token.children or ():
            child.content = resolve(child.content, handbook)
    return tokens
