"""The pages that exist in, the tree of navigation out: what MkDocs calls `nav`."""

from collections.abc import Container, Iterator
from html import escape

from cjm.model import Handbook
from cjm.model.shared import SHARED
from cjm.pages.page import Edition
from cjm.wording import label

Nav = tuple["NavItem", ...]
NavItem = dict[str, "str | list[NavItem]"]


def navigation(edition: Edition, pages: Container[str]) -> Nav:
    """Home, the client's way, the sections by part, tests, reference: as far as there are pages."""
    handbook, t = edition.handbook, edition.t
    tree = (
        _page(t.nav_now, "index.md", pages),
        tuple(_emergencies(handbook, pages)),
        _branch(t.nav_way, (*_page(t.nav_map, "map.md", pages), *_journeys(handbook, pages))),
        _branch(t.nav_sections, (*_page(t.nav_all_sections, "sections.md", pages), *_parts(handbook, pages))),
        _page(t.nav_check, "check.md", pages),
        _branch(
            t.nav_reference,
            (
                *_page(t.nav_says, "says.md", pages),
                *_page(t.nav_scripts, "scripts.md", pages),
                *_branch(t.nav_roles, (*_page(t.nav_all_roles, "roles.md", pages), *_roles(handbook, pages))),
                *_shared(handbook, pages),
                *_page(t.nav_channels, "channels.md", pages),
                *_page(t.nav_changes, "changes.md", pages),
                *_page(t.nav_new, "whats-new.md", pages),
                *_page(t.nav_history, "history.md", pages),
                *_page(t.nav_coverage, "coverage.md", pages),
                *_branch(
                    t.nav_voice,
                    (
                        *_page(t.nav_month, "month.md", pages),
                        *_page(t.nav_heat, "heat.md", pages),
                        *_page(t.nav_you_said, "you-said.md", pages),
                    ),
                ),
            ),
        ),
    )
    return tuple(item for branch in tree for item in branch)


# Private functions


def _page(title: str, path: str, pages: Container[str]) -> tuple[NavItem, ...]:
    # Themes print the title as HTML.
    return ({escape(title, quote=False): path},) if path in pages else ()


def _emergencies(handbook: Handbook, pages: Container[str]) -> Iterator[NavItem]:
    for section in handbook.sections:
        if section.kind == "emergency":
            yield from _page(label(section.short or section.title, handbook), f"sections/{section.id}.md", pages)


def _branch(title: str, items: tuple[NavItem, ...]) -> tuple[NavItem, ...]:
    return ({escape(title, quote=False): list(items)},) if items else ()


def _journeys(handbook: Handbook, pages: Container[str]) -> Iterator[NavItem]:
    for journey in handbook.journeys:
        yield from _page(label(journey.title, handbook), f"journeys/{journey.id}.md", pages)


def _parts(handbook: Handbook, pages: Container[str]) -> Iterator[NavItem]:
    for part in handbook.outline.parts:
        sections: list[NavItem] = []
        for entry in part.sections:
            section = handbook.section.get(entry.id)
            if section and section.kind == "emergency":
                continue  # it stands above all parts; a page that stands twice is marked twice and has one title for both
            title = section.title if section else getattr(entry, "title", entry.id)
            sections.extend(
                _page(f"{handbook.number[entry.id]} {label(title, handbook)}", f"sections/{entry.id}.md", pages)
            )
        yield from _branch(label(part.title, handbook), tuple(sections))
    outside = [one for one in handbook.sections if one.id not in handbook.number and one.kind != "emergency"]
    for section in outside:
        yield from _page(label(section.title, handbook), f"sections/{section.id}.md", pages)


def _shared(handbook: Handbook, pages: Container[str]) -> Iterator[NavItem]:
    for kind in SHARED:
        yield from _page(kind.title.to(handbook.outline.language), kind.page.replace(".html", ".md"), pages)


def _roles(handbook: Handbook, pages: Container[str]) -> Iterator[NavItem]:
    for role in handbook.roles:
        yield from _page(label(role.title, handbook), f"roles/{role.id}.md", pages)
