"""A Handbook in, the pictures and files that its texts show out, as they may be given away: without where they were taken."""

from collections.abc import Mapping

from cjm.model import Handbook
from cjm.wording.photo import without_origin


def shown_files(handbook: Handbook) -> Mapping[str, bytes]:
    """The files by their paths on the site, `files/…`."""
    files = {
        path.removeprefix("guideline/"): raw
        for path, raw in handbook.look.items()
        if path.startswith("guideline/files/")
    }
    return {path: without_origin(raw) for path, raw in files.items()}
