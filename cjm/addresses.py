"""Where everything is found in the site: pages by kind, and the places inside a page that a link can jump to.

Search, maps, site and book all ask here, so that a link of one always meets an anchor of the other.
"""

import posixpath
from collections.abc import Callable
from functools import lru_cache, partial

from cjm.model import Handbook, Step
from cjm.model.derived import derived
from cjm.model.reference import Reference, is_own
from cjm.model.registry import KINDS

HOME, MAP, SECTIONS, SAYS, SCRIPTS = "index.html", "map.html", "sections.html", "says.html", "scripts.html"
ROLES, CLIENTS, CHANNELS, COVERAGE, CHECK, CHANGES = (
    "roles.html", "clients.html", "channels.html", "coverage.html", "check.html", "changes.html",
)  # fmt: skip

STEPS, SAID, SCRIPTED, NEVER, TESTED, DETAILED = "steps", "says", "scripts", "never", "check", "details"


def page(kind: str, id: str) -> str:
    """The address of the page that shows a thing, from the root of the site."""
    return KINDS[kind].address.format(id=id).partition("#")[0]


def anchor(kind: str, id: str) -> str:
    """The anchor of a thing on the page that shows it among others."""
    return KINDS[kind].address.partition("#")[2].format(id=id)


def chosen_query(handbook: Handbook) -> str:
    """What an address of a cut bears, so that the site shows what the cut shows: `?for=branch:north`."""
    chosen = ",".join(f"{dimension}:{value}" for dimension, value in handbook.cell.items())
    return f"?for={chosen}" if chosen else ""


def step_anchor(step: Step, number: int) -> str:
    """The anchor of a step; one without an id is found by its number."""
    return f"step-{step.id or number}"


def gathered_anchor(section: str, anchor: str) -> str:
    """The anchor of something of a section on a page that gathers it from all sections."""
    return f"{section}-{anchor}"


def part_anchor(part: str) -> str:
    """The anchor of a part on the page of all sections and on the page of self-tests."""
    return f"part-{part}"


def address(reference: str, handbook: Handbook) -> str:
    """The address of `kind:id`, `section:id/step` or `journey:id/touchpoint`; empty where there is no such thing."""
    return _addresses(handbook)(reference)


def relative(target: str, page: str) -> str:
    """`target`, an address from the root of the site, as seen from the page at `page`."""
    path, hash_, anchor = target.partition("#")
    if path == page and hash_:
        return f"#{anchor}"
    return _way(path, page) + hash_ + anchor


# Private functions


@lru_cache(32_768)  # few files, seen from few others, thousands of times
def _way(path: str, page: str) -> str:
    return posixpath.relpath(path, posixpath.dirname(page) or ".")


@derived
def _addresses(handbook: Handbook) -> Callable[[str], str]:
    return lru_cache(32_768)(partial(_address, handbook))  # the same few things are linked again and again


def _address(handbook: Handbook, reference: str) -> str:
    if not is_own(reference):
        return ""
    named = Reference.parse(reference)
    kind, id = named.target
    if handbook.resolve(named) is None:
        return ""
    home = named.id if named.within else getattr(handbook.home(kind, id), "id", "")
    return KINDS[kind].address.format(id=id, holder=home)
