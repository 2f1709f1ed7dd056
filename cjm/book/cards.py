"""A Handbook in, cards for the desk out: the steps, words and hard talks of each section, and the types of clients."""

import datetime as dt

from cjm import view
from cjm.book import section
from cjm.book.back import client_type
from cjm.book.book import Book, common, stamped
from cjm.book.manifest import Manifest
from cjm.book.strings import strings
from cjm.book.text import Json, Writer
from cjm.graph import ways
from cjm.model import Handbook, Section
from cjm.model.digest import exact_digest, spoken_digest
from cjm.view.scope import WHOLE, Cut, chapters


def cards(handbook: Handbook, *, today: dt.date, cut: Cut = WHOLE, draft: bool = False) -> Book:
    """Cards of A6, four on a sheet of A4, each with the code of what it says: an old card bears another. A PDF of cards is not there to be approved, so it has no number."""
    writer = Writer(handbook, frozenset())
    t = strings(handbook.outline.language)
    made: list[Json] = []
    for chapter in chapters(cut, handbook):
        for one in chapter.sections:
            if isinstance(one, Section):
                made += _of_section(section.section(one, ways(handbook), writer))
    if cut == WHOLE:
        made += [
            {"kind": "client", **client_type(view.form(one, handbook), writer), "number": ""}
            for one in handbook.client_types
        ]
    data = common(handbook, writer, draft) | {
        "cards": [card | {"code": spoken_digest(exact_digest([card]))[:9]} for card in made],
        "title": f"{writer.label(handbook.outline.title)} — {t['cards_title']}",
    }
    unnumbered = Manifest(handbook.outline.id, today, draft=draft)
    return stamped(Book("cards.typ", data["title"], today, data, unnumbered), unnumbered)


# Private functions


def _of_section(one: Json) -> list[Json]:
    """The steps in short; then each script, in words to be read at arm's length; then each hard talk."""
    head = {"number": one["number"], "section": one["short"]}
    made: list[Json] = []
    if one["steps"]:
        steps = [
            step | {"head": [*step["head"], f" ({step['only']})"]} if "only" in step else step for step in one["steps"]
        ]
        made.append(head | {"kind": "steps", "title": one["title"], "steps": steps})
    scripts = [step["script"] for step in one["steps"] if step["script"]] + one["scripts"]
    made += [head | {"kind": "script", **script} for script in scripts]
    made += [head | {"kind": "conflict", "title": conflict["says"], **conflict} for conflict in one["conflicts"]]
    return made
