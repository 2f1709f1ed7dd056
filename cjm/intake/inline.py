"""A line with the marks of Markdown or HTML in, its plain words and the links in it out."""

import html
import re

_LINK = re.compile(r"(!?)\[([^\[\]]*)\]\(\s*<?((?:[^()\s]|\([^()]*\))*)>?(?:\s+[\"'][^\"']*[\"'])?\s*\)")
_BARE = re.compile(r"<?((?:https?://|mailto:)[^\s<>«»]+[^\s<>«»\".,;:!?)])>?")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>|<!--.*?-->")
_STRONG = re.compile(r"(\*\*|(?<!_)__(?!_))(?=\S)(.+?)(?<=[^\s_])\1(?!_)")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])")
_CODE = re.compile(r"`+([^`]+)`+")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_SIGNS = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200b-\u200f\u2060\ufeff\u00ad]"
)  # emoji as bullets and in headings, and what nobody sees


def plain_inline(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The words of `text`, and each link as its label and address; an address written bare stays in the words."""
    links: list[tuple[str, str]] = []

    def linked(found: re.Match[str]) -> str:
        picture, label, address = found.groups()
        if not picture and re.match(r"(?:https?|mailto|tg):", address):
            links.append((label.strip(), address))
        return "" if picture else label

    text = _LINK.sub(linked, text)
    known = {address for _, address in links}
    links.extend(("", address) for address in _BARE.findall(text) if address not in known)
    text = _BARE.sub(r"\1", text)
    text = _TAG.sub("", text)
    text = _CODE.sub(r"\1", _EMPHASIS.sub(r"\1", _STRONG.sub(r"\2", text)))
    return clean(html.unescape(_ESCAPED.sub(r"\1", text))), tuple(links)


def clean(text: str) -> str:
    """The text without emoji and invisible signs, its blanks single."""
    return " ".join(_SIGNS.sub("", text).replace("\xa0", " ").split())


def is_strong(text: str) -> bool:
    """Whether a whole line is bold, as one writes a heading where there are none."""
    found = re.fullmatch(r"\s*(\*\*|__)(.+?)\1\s*:?\s*", text)
    return found is not None and found[1] not in found[2]
