"""Titles in, ids that nothing has yet out."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from cjm.language import letters

_LONGEST = 40
NOT_AN_ID = "item"


class GivenIds:
    """The ids given so far by kind, and those that the handbook has."""

    def __init__(self, taken: Mapping[str, Collection[str]]) -> None:
        self._taken: dict[str, set[str]] = defaultdict(set, {kind: set(ids) for kind, ids in taken.items()})

    def give(self, kind: str, title: str, words: int = 99) -> str:
        """An id of the title's first words that no other thing of the kind has."""
        made = letters.as_id(" ".join(title.replace("[", " ").replace("]", " ").split()[:words])) or NOT_AN_ID
        while len(made) > _LONGEST and "-" in made:
            made = made.rpartition("-")[0]
        made = made[:_LONGEST].strip("-")
        made = made if letters.is_id(made) else NOT_AN_ID
        name, number = made, 1
        while name in self._taken[kind]:
            number += 1
            name = f"{made}-{number}"
        self._taken[kind].add(name)
        return name
