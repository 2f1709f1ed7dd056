"""A PDF file in, what it says of its own content out."""

import hashlib
from pathlib import Path

from cjm.approval.record import Read
from cjm.language.says import Says

NOT_A_PDF = Says("{file}: это не PDF, или он повреждён", "{file} is no PDF, or it is damaged")
NOT_OURS = Says(
    "{file}: этот PDF собран не командой cjm pdf, в нём нет описи содержания; соберите: cjm pdf",
    "{file} was not made by cjm pdf, it carries no list of its content; make one: cjm pdf",
)


def read_pdf(file: Path) -> Read | Says:
    """The manifest in the PDF's metadata, or the sentence that says why there is none."""
    import logging

    from pypdf import PdfReader

    from cjm.book.manifest import read_manifest

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would print its guesses about a damaged file
    raw = file.read_bytes()
    try:
        with file.open("rb") as stream:
            metadata = PdfReader(stream).metadata
            keywords = str(metadata.get("/Keywords", "")) if metadata else ""
    except Exception:  # a damaged file makes the reader raise anything
        return NOT_A_PDF
    found = read_manifest(keywords)
    if found is None:
        return NOT_OURS
    return Read(hashlib.sha256(raw).hexdigest(), found.edition, found.handbook, found.fingerprint, found.sections)
