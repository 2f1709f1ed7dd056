"""What a PDF says of itself: which handbook, day, edition and part of it, after which approvals, whether a draft. Keywords in and out."""

import datetime as dt
from dataclasses import dataclass

_MADE_BY = "cjm-manifest"
_VERSION = "2"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The words by which the record of the edition is found. Cards, comparisons and drafts have no number: there is no record."""

    handbook: str
    edition: dt.date
    number: int = 0
    code: str = ""
    scope: str = ""  # empty for the whole, else `role:desk`
    heads: tuple[str, ...] = ()  # the last records of approval that it knew
    draft: bool = False

    def keywords(self) -> tuple[str, ...]:
        """The manifest as the keywords of a PDF's metadata."""
        return (
            f"{_MADE_BY}={_VERSION}",
            f"handbook={self.handbook}",
            f"edition={self.edition.isoformat()}",
            f"number={self.number}",
            f"code={self.code}",
            f"scope={self.scope}",
            f"after={' '.join(self.heads)}",
            *(("draft",) if self.draft else ()),
        )


def read_manifest(keywords: str) -> Manifest | None:
    """The manifest that a PDF's keywords carry, None where cjm did not make them, an earlier one did, or they are damaged."""
    pairs = dict(word.strip().partition("=")[::2] for word in keywords.split(","))
    try:
        edition, number = dt.date.fromisoformat(pairs.get("edition", "")), int(pairs.get("number", ""))
    except ValueError:
        return None
    if pairs.get(_MADE_BY) != _VERSION:
        return None
    heads = tuple(pairs.get("after", "").split())
    return Manifest(
        pairs.get("handbook", ""),
        edition,
        number,
        pairs.get("code", ""),
        pairs.get("scope", ""),
        heads,
        "draft" in pairs,
    )
