"""The page for danger: whom to ring at once, what happened, what to do in each case; for one finger and for the wall."""

from collections.abc import Iterator

from cjm import view
from cjm.pages.kinds.section import section_page
from cjm.pages.page import Edition, Page
from cjm.view.section import StepCard


def pages(edition: Edition) -> Iterator[Page]:
    """A page for each section of that kind. A step with a condition is a case; the choice among them becomes tiles."""
    for section in edition.handbook.sections:
        if section.kind != "emergency":
            continue
        cards = tuple(view.step_cards(section, view.section(section, edition.handbook)))
        cases = tuple(card for card in cards if card.step.when)
        chooser = next((card for card in cards if not card.step.when and len(card.branches) > 1), None)
        order = tuple(card for card in cards if card not in (*cases, chooser))
        first = tuple(card for card in order if not cases or card.number < cases[0].number)
        context = {
            "cases": cases, "chooser": chooser, "first": first, "then": order[len(first) :],
            "tiles": chooser.branches if chooser else tuple(_Tile(card) for card in cases),
        }  # fmt: skip
        yield section_page(section, edition, "emergency.md", context)


class _Tile:
    """A case that no choice leads to, as if one did."""

    def __init__(self, card: StepCard) -> None:
        self.when, self.anchor = card.step.when, card.anchor
