"""The one place where the site takes its maps from `cjm.diagram`: a journey in, SVG to stand inside a page out."""

from cjm import diagram
from cjm.addresses import address, relative
from cjm.model import Handbook, Journey
from cjm.workspace.standards import standards


def journey_map(journey: Journey, handbook: Handbook, page: str) -> str:
    """The blueprint of a journey as seen from `page`: a card leads to its standard, a way out to the other journey."""

    def link(touchpoint: str) -> str:
        standard = next((name for name in handbook.touchpoint[touchpoint].standard if name in handbook.section), "")
        inside = handbook.journey_of[touchpoint] is journey
        return relative(
            address(f"section:{standard}" if standard and inside else f"touchpoint:{touchpoint}", handbook), page
        )

    return diagram.blueprint(journey, handbook, standards(handbook), link=link).text.strip()


def overview_map(handbook: Handbook, page: str) -> str:
    """All journeys with their passages; every spot leads to its touchpoint."""

    def link(touchpoint: str) -> str:
        return relative(address(f"touchpoint:{touchpoint}", handbook), page)

    return diagram.overview(handbook, standards(handbook), link=link).text.strip()
