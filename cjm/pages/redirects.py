"""A Handbook in, a small page at each earlier address of a section or a journey out, which leads to the one of today."""

from collections.abc import Callable
from html import escape

from cjm.addresses import journey_page, relative, section_page
from cjm.language.letters import is_id
from cjm.model import Handbook
from cjm.pages.strings import strings
from cjm.wording import label

# A script, since only this keeps the anchor; without scripts the refresh, and without that the link.
_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{address}">
<script>location.replace("{address}" + location.search + location.hash)</script>
<noscript><meta http-equiv="refresh" content="0; url={address}"></noscript>
</head>
<body>
<p>{moved} <a href="{address}">{title}</a></p>
</body>
</html>
"""


def redirects(handbook: Handbook) -> dict[str, str]:
    """The pages by their address; an earlier id that is something's id today has a page of its own."""
    known = {section_page(entry.id) for _, entry in handbook.order}
    moved: list[tuple[Callable[[str], str], str, tuple[str, ...], str]] = [
        (section_page, section.id, section.was, section.title) for section in handbook.sections
    ]
    moved += [(journey_page, journey.id, journey.was, journey.title) for journey in handbook.journeys]
    known |= {page(id) for page, id, _, _ in moved}
    language = handbook.outline.language
    return {
        page(old): _PAGE.format(
            language=language, title=escape(label(title, handbook)), address=relative(page(id), page(old)),
            moved=strings(language).moved,
        )
        for page, id, was, title in moved
        for old in was
        if is_id(old) and page(old) not in known
    }  # fmt: skip
