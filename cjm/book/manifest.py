"""What a PDF says of its own content: which handbook, which day, which sections with which digests. Keywords in and out."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cjm.model import Handbook, Section
from cjm.model.digest import fingerprint, section_digest

_MADE_BY = "cjm-manifest=1"
_DIGEST = re.compile(r"n1:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """The record that an approval is bound to. `sections` are digests by id, in the order of the book."""

    handbook: str
    edition: dt.date
    fingerprint: str
    sections: Mapping[str, str] = field(default_factory=dict)

    def keywords(self) -> tuple[str, ...]:
        """The manifest as the keywords of a PDF's metadata."""
        return (
            _MADE_BY,
            f"handbook={self.handbook}",
            f"edition={self.edition.isoformat()}",
            f"fingerprint={self.fingerprint}",
            *(f"section:{id}={digest}" for id, digest in self.sections.items()),
        )


def manifest(sections: Iterable[Section], handbook: Handbook, today: dt.date) -> Manifest:
    """The manifest of a book that holds these sections."""
    sections = tuple(sections)
    digests = {section.id: section_digest(section) for section in sections}
    return Manifest(handbook.outline.id, today, fingerprint(sections, handbook), digests)


def read_manifest(keywords: str) -> Manifest | None:
    """The manifest that a PDF's keywords carry, None where cjm did not make them or they are damaged."""
    pairs = dict(word.strip().partition("=")[::2] for word in keywords.split(","))
    sections = {key.removeprefix("section:"): value for key, value in pairs.items() if key.startswith("section:")}
    digests = (pairs.get("fingerprint", ""), *sections.values())
    if pairs.get("cjm-manifest") != "1" or not all(_DIGEST.fullmatch(digest) for digest in digests):
        return None
    try:
        edition = dt.date.fromisoformat(pairs.get("edition", ""))
    except ValueError:
        return None
    return Manifest(pairs.get("handbook", ""), edition, pairs["fingerprint"], sections)
