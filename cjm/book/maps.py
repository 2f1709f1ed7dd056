"""A journey in, its maps as SVG out, one for each sheet, with the places that their cards lead to."""

from cjm import diagram, view
from cjm.book.back import rows
from cjm.book.text import Json, Writer
from cjm.diagram.svg import Anchor
from cjm.model import Journey
from cjm.wording.glyphs import printable
from cjm.workspace.standards import standards


def sheets_of(journey: Journey, writer: Writer) -> list[Json]:
    """Each sheet with its size in points, what it shows in words, and a link over every card that has a standard here."""
    made = []
    upright = writer.handbook.outline.maps != "a3"
    for svg in diagram.bands(journey, writer.handbook, standards(writer.handbook), upright=upright):
        links = [_over(card, to) for card in svg.cards if (to := _standard(card.touchpoint, writer))]
        for end in svg.ends:
            if (to := writer.to(f"touchpoint:{end.touchpoint}")) and to != f"journey:{journey.id}":
                links.append(_over(end, to))
        words = printable(svg.alt)
        made.append(
            {"svg": printable(svg.text), "width": svg.width, "height": svg.height, "words": words, "links": links}
        )
    return made


def beside(journey: Journey, writer: Writer) -> list[Json]:
    """What is written of it, its stages and touchpoints, and the map has no place for."""
    return [
        {"title": writer.label(view.Form(one).text("title")), "rows": rows(more, writer)}
        for one, more in view.beside_the_map(journey, writer.handbook)
    ]


# Private functions


def _standard(id: str, writer: Writer) -> str:
    touchpoint = writer.handbook.touchpoint.get(id)
    if touchpoint is None:
        return ""
    return next((to for section in touchpoint.standard if (to := writer.to(f"section:{section}"))), "")


def _over(anchor: Anchor, to: str) -> Json:
    return {"to": to, "x": anchor.box.x, "y": anchor.box.y, "w": anchor.box.w, "h": anchor.box.h}
