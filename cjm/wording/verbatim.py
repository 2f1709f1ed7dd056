"""Text in, Markdown that shows just this text out."""


def verbatim(text: str) -> str:
    """`text` with nothing in it that Markdown would take for its own."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|~" else sign for sign in text)
