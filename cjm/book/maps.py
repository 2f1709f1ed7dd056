"""A journey in, its maps as SVG out, one for each sheet, with the places that their cards lead to."""

from cjm.book.text import Json, Writer
from cjm.diagram import in_words
from cjm.diagram.layout import sheets
from cjm.diagram.paint import svg
from cjm.diagram.shapes import Box
from cjm.model import Journey, Touchpoint
from cjm.wording.glyphs import printable


def sheets_of(journey: Journey, writer: Writer) -> list[Json]:
    """Each sheet with its size in points, what it shows in words, and a link over every card that has a standard here."""
    made = []
    for sheet in sheets(journey, writer.handbook):
        links = []
        for card in sheet.cards:
            if to := _standard(writer.handbook.touchpoint.get(card.touchpoint), writer):
                links.append({"to": to, **_box(card.box)})
        for pill in sheet.pills:
            if pill.leads and (to := writer.to(f"touchpoint:{pill.leads}")) and to != f"journey:{journey.id}":
                links.append({"to": to, **_box(pill.box)})
        made.append(
            {
                "svg": printable(svg(sheet, None)),
                "width": sheet.width,
                "height": sheet.height,
                "words": printable(in_words(journey, writer.handbook)),
                "links": links,
            }
        )
    return made


# Private functions


def _standard(touchpoint: Touchpoint | None, writer: Writer) -> str:
    if touchpoint is None:
        return ""
    return next((to for section in touchpoint.standard if (to := writer.to(f"section:{section}"))), "")


def _box(box: Box) -> Json:
    return {"x": box.x, "y": box.y, "w": box.w, "h": box.h}
