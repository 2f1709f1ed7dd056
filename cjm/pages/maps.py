"""The one place where the site takes its maps from `cjm.diagram`: a journey in, SVG to stand inside a page out."""

from cjm import diagram
from cjm.addresses import address, relative
from cjm.model import Handbook, Journey


def journey_map(journey: Journey, handbook: Handbook, page: str) -> str:
    """The blueprint of a journey as seen from `page`: a card leads to its standard, a way out to the other journey."""

    def link(touchpoint: str) -> str:
        standard = next((name for name in handbook.touchpoint[touchpoint].standard if name in handbook.section), "")
        inside = handbook.journey_of[touchpoint] is journey
        return relative(
            address(f"section:{standard}" if standard and inside else f"touchpoint:{touchpoint}", handbook), page
        )

    return _inline(diagram.blueprint(journey, handbook, link=link))


def overview_map(handbook: Handbook, page: str) -> str:
    """All journeys with their passages; every spot leads to its touchpoint."""
    return _inline(
        diagram.overview(
            handbook, link=lambda touchpoint: relative(address(f"touchpoint:{touchpoint}", handbook), page)
        )
    )


# Private functions


def _inline(svg: str) -> str:
    """The drawing without its XML declaration; as a group, since what is one image to a screen reader has no links."""
    return svg[svg.index("<svg") :].strip().replace('role="img"', 'role="group"', 1)
