"""Where everything is found in the site: pages by kind, and the places inside a page that a link can jump to.

Search, maps, site and book all ask here, so that a link of one always meets an anchor of the other.
"""

import posixpath
from functools import lru_cache

from cjm.model import Handbook, Step, touchpoint_id

HOME, MAP, SECTIONS, SAYS, SCRIPTS = "index.html", "map.html", "sections.html", "says.html", "scripts.html"
ROLES, PROMISES, CLIENTS, GLOSSARY, WORDS = "roles.html", "promises.html", "clients.html", "glossary.html", "words.html"
CHANNELS, COVERAGE, CHECK, CHANGES = "channels.html", "coverage.html", "check.html", "changes.html"

STEPS, SAID, SCRIPTED, NEVER, TESTED, DETAILED = "steps", "says", "scripts", "never", "check", "details"


def section_page(section: str) -> str:
    """The address of a section's page, from the root of the site."""
    return f"sections/{section}.html"


def journey_page(journey: str) -> str:
    """The address of a journey's page."""
    return f"journeys/{journey}.html"


def role_page(role: str) -> str:
    """The address of a role's page: what it reads, in order."""
    return f"roles/{role}.html"


def step_anchor(step: Step, number: int) -> str:
    """The anchor of a step; one without an id is found by its number."""
    return f"step-{step.id or number}"


def conflict_anchor(conflict: str) -> str:
    """The anchor of what a client says."""
    return f"says-{conflict}"


def script_anchor(script: str) -> str:
    """The anchor of a script."""
    return f"script-{script}"


def detail_anchor(detail: str) -> str:
    """The anchor of a block of reference matter."""
    return f"detail-{detail}"


def question_anchor(question: str) -> str:
    """The anchor of a question."""
    return f"question-{question}"


def gathered_anchor(section: str, anchor: str) -> str:
    """The anchor of something of a section on a page that gathers it from all sections."""
    return f"{section}-{anchor}"


def touchpoint_anchor(touchpoint: str) -> str:
    """The anchor of a touchpoint on its journey's page."""
    return f"touchpoint-{touchpoint}"


def part_anchor(part: str) -> str:
    """The anchor of a part on the page of all sections and on the page of self-tests."""
    return f"part-{part}"


def term_anchor(term: str) -> str:
    """The anchor of a term in the glossary."""
    return f"term-{term}"


def address(reference: str, handbook: Handbook) -> str:
    """The address of `kind:id`, `section:id/step` or `journey:id/touchpoint`; empty where there is no such thing."""
    kind, _, name = reference.partition(":")
    name, _, within = name.partition("/")
    if kind == "section" and (section := handbook.section.get(name)):
        if not within:
            return section_page(name)
        for number, step in enumerate(section.steps, start=1):
            if step.id == within:
                return f"{section_page(name)}#{step_anchor(step, number)}"
    elif kind == "journey" and name in handbook.journey:
        if not within:
            return journey_page(name)
        if within in handbook.touchpoint:
            return f"{journey_page(name)}#{touchpoint_anchor(within)}"
    elif kind == "touchpoint":
        touchpoint = within or touchpoint_id(name)
        if touchpoint in handbook.touchpoint:
            return f"{journey_page(handbook.journey_of[touchpoint].id)}#{touchpoint_anchor(touchpoint)}"
    elif kind == "role" and name in handbook.role:
        return role_page(name)
    elif kind == "term" and any(term.id == name for term in handbook.terms):
        return f"{GLOSSARY}#{term_anchor(name)}"
    return ""


def relative(target: str, page: str) -> str:
    """`target`, an address from the root of the site, as seen from the page at `page`."""
    path, hash_, anchor = target.partition("#")
    if path == page and hash_:
        return f"#{anchor}"
    return _way(path, posixpath.dirname(page) or ".") + hash_ + anchor


# Private functions


_way = lru_cache(32_768)(posixpath.relpath)  # few files, seen from few folders, thousands of times
