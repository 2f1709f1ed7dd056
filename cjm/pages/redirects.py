"""A Handbook in, a small page at each earlier address of a section or a journey out, which leads to the one of today."""

from html import escape

from cjm.addresses import page, relative
from cjm.language.letters import is_id
from cjm.model import Handbook, Journey, Section
from cjm.pages.strings import site_strings
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
    moved: list[tuple[str, Section | Journey]] = [
        *(("section", one) for one in handbook.sections),
        *(("journey", one) for one in handbook.journeys),
    ]
    known = {page("section", entry.id) for _, entry in handbook.order} | {page(kind, one.id) for kind, one in moved}
    language = handbook.outline.language
    return {
        page(kind, old): _PAGE.format(
            language=language, title=escape(label(one.title, handbook)), moved=site_strings(language).moved,
            address=relative(page(kind, one.id), page(kind, old)),
        )
        for kind, one in moved
        for old in one.was
        if is_id(old) and page(kind, old) not in known
    }  # fmt: skip
