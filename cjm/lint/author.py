"""What an author wrote in, how a message speaks of it out: titles in quotes, keys that were left out."""

from collections.abc import Iterable

from cjm.model import Handbook, Item, Journey, Section, Stage, Touchpoint, Written
from cjm.workspace.subjects import around


def called(thing: Touchpoint | Section | Journey | Stage) -> str:
    """The title of a thing, its id where it has no title."""
    return thing.title or thing.id


def in_quotes(titles: Iterable[str], most: int = 3) -> str:
    """«One», «Two» +3: the first titles, and how many more there are."""
    titles = list(dict.fromkeys(titles))
    named = ", ".join(f"«{title}»" for title in titles[:most])
    return f"{named} +{len(titles) - most}" if len(titles) > most else named


def left_out(thing: Written, key: str) -> bool:
    """Whether nothing is written under `key`: neither a value nor one that could not be read, nor a question about it."""
    place = thing.at(key)
    written = key in thing.source.names and place.end > place.start
    return not written and not (isinstance(thing, Item) and thing.is_open(key))


def misspelt(thing: Written, key: str, handbook: Handbook) -> bool:
    """Whether a field of `thing` is called almost `key`: rule 008 says so, and its value is what is missed here."""
    return any(
        problem.trouble == "unknown-key"
        and problem.values.get("near") == key
        and problem.place.file == thing.at().file
        and around(handbook, problem.place)[-1:] == [thing]
        for problem in handbook.problems
    )


def where(thing: Written, key: str = "") -> str:
    """`file:line` of a thing, as a hint names it."""
    place = thing.at(key)
    return f"{place.file}:{place.line}"
