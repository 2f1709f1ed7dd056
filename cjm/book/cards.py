"""A Handbook in, cards for the desk out: the steps, words and hard talks of each section, and the types of clients."""

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from cjm import view
from cjm.book import section
from cjm.book.back import client_type
from cjm.book.book import Book, common, stamped
from cjm.book.manifest import Manifest
from cjm.book.strings import strings
from cjm.book.text import Json, Writer
from cjm.graph import ways
from cjm.language.dates import in_words
from cjm.language.says import Says
from cjm.model import Handbook, Section
from cjm.model.digest import exact_digest, spoken_digest
from cjm.view.scope import WHOLE, Cut, chapters

# What a card holds, as somebody who prints names it.
CARD_KINDS = {
    "steps": Says("шаги", "steps"),
    "script": Says("слова", "scripts"),
    "conflict": Says("возражения", "conflicts"),
    "client": Says("клиенты", "clients"),
}


def cards(
    handbook: Handbook, *, today: dt.date, cut: Cut = WHOLE, draft: bool = False, only: Collection[str] = (),
    edition: tuple[int, dt.date] | None = None,
) -> Book:  # fmt: skip
    """Cards of A6, four on a sheet of A4, each with the code of what it says: an old card bears another.

    `only` chooses by kind or code. `edition` is the number and day of the book that says the same; a PDF of cards is not
    there to be approved, so it has no number of its own.
    """
    writer = Writer(handbook, frozenset())
    t = strings(handbook.outline.language)
    made: list[Json] = []
    for chapter in chapters(cut, handbook):
        for one in chapter.sections:
            if isinstance(one, Section):
                made += _of_section(section.printed_section(one, ways(handbook), writer))
    if cut == WHOLE:
        made += [
            {"kind": "client", **client_type(view.form(one, handbook), writer), "number": ""}
            for one in handbook.client_types
        ]
    made = [card | {"code": spoken_digest(exact_digest([card]))[:9]} for card in made]
    kinds = {kind for kind, says in CARD_KINDS.items() if {kind, says.ru, says.en} & {one.lower() for one in only}}
    codes = {one.replace(" ", "").upper() for one in only}
    data = common(handbook, writer, draft) | {
        "cards": [one for one in made if not only or one["kind"] in kinds or one["code"].replace(" ", "") in codes],
        "title": f"{writer.label(handbook.outline.title)} — {t['cards_title']}",
    }
    unnumbered = Manifest(handbook.outline.id, today, draft=draft)
    stamp = stamped(Book("cards.typ", data["title"], today, data, unnumbered), unnumbered)
    if edition is None:
        return stamp
    said = t["edition_n"].format(number=edition[0], day=in_words(edition[1], handbook.outline.language))
    return replace(stamp, data=stamp.data | {"edition": said})


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
