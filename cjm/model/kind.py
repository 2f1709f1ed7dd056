"""What one declares to have a kind of thing: its names, where it is written, who finds it where."""

from dataclasses import dataclass

from cjm.language.says import Says
from cjm.model.item import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of thing that an author writes. Whatever must know all kinds asks `cjm.model.registry`.

    A kind is written in a file of its own (`file`), in a list of a shared file (`file` and `key`), or inside another
    thing (`inside` and `attribute`).
    """

    name: str  # `client-type`: in references, in findings, on the command line
    item: type[Item]
    says: Says  # what one of them is called in a message
    order: int  # where it comes where all kinds are gone through; the gaps are for kinds to come

    file: str = ""  # a path below the handbook's folder, `*` for one file name without its ending
    key: str = ""  # the list in that file
    holds: Says = Says("", "")  # what that file holds
    inside: str = ""  # the kind in which it is written
    attribute: str = ""  # its list there; of a kind with a file of its own, the handbook's
    local: bool = False  # its ids are unique within their file only
    within: str = ""  # the kind that `kind:id/within` names

    asks: tuple[str, ...] = ()  # the fields that a new one has open, beside those that it must have
    known_by: str = "title"  # the field by which people know one of them
    title: Says = Says("", "")  # all of them: the heading of their page, their chapter and their table
    lead: Says = Says("", "")  # one sentence below that heading
    address: str = ""  # where the site shows one of them, with {id} and {holder}
    glance: tuple[str, ...] = ()  # the keys of what a list of them says of each; else its first words
    leads: str = ""  # the field with an address elsewhere, to which a link of a text leads
    chapter: bool = False  # stands among the reference matter of the book and of the Word file
    table: str = ""  # the word of `shows:` with which a section shows all of them
    speech: tuple[str, ...] = ()  # the keys of what the search reads of it as words said
    unread: tuple[str, ...] = ()  # the keys of what readers are shown and the search does not read
    searched: bool = True  # is found wherever it stands; else only through the sections that show its table
    found_as: str = ""  # the word under which the search shows it, where that is not its name

    @property
    def page(self) -> str:
        """The page of the site on which they stand, one below the other; empty where each has a page of its own, or none."""
        page, anchored, _ = self.address.partition("#")
        return page if anchored and "{" not in page else ""
