"""An address of the web as people type it in, the same as every program opens it out."""

from markdown_it.common.normalize_url import normalizeLink


def ascii_address(address: str) -> str:
    """`address` in ASCII: a host such as `служба.рф` in punycode, other letters as percent signs."""
    return normalizeLink(address)
