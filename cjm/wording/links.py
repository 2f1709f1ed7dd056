"""Words to say in, the same with their links as bare addresses out: who copies them into a messenger pastes no Markdown."""

import re

from cjm.model import Handbook
from cjm.model.reference import Reference, is_own

_LINK = re.compile(r"\[([^\[\]\n]*)\]\(\s*<?([^()\s<>]+)>?\s*\)")


def bare(text: str, handbook: Handbook) -> str:
    """`text` with each link to something outside the handbook as its words and its address: «анкету https://…»."""
    if "](" not in text:
        return text

    def told(link: re.Match[str]) -> str:
        address = handbook.elsewhere(Reference.parse(link[2])) if is_own(link[2]) else ""
        return " ".join(part for part in (link[1].strip(), address) if part) if address else link[0]

    return _LINK.sub(told, text)
