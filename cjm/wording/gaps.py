"""Words to say in, the same in pieces out: text, and the gaps `<имя ребёнка>` that whoever says it fills."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cjm.model import Handbook, Placeholder
from cjm.wording.facts import resolve
from cjm.wording.links import bare

# A letter first and no line break inside: «5 < 6», «->» and «<3» are no gaps.
GAP = re.compile(r"<([^\W\d_][^<>\n]{0,79}?)>")


@dataclass(frozen=True, slots=True)
class Gap:
    """A place in the words to say that is filled for each client. `name` is as in `placeholders.yml`, where known."""

    written: str
    name: str
    example: str = ""
    known: bool = True
    stays: bool = False  # from one client to the next
    of: str = ""  # the name of which this is a case: «имя ребёнка» for «имя ребёнка (у кого)»

    @property
    def capital(self) -> bool:
        """Whether it opens a sentence, so that its first letter is a capital."""
        return self.written[:1] != self.name[:1] and self.written[:1].isupper()


def pieces(text: str, handbook: Handbook) -> Iterator[str | Gap]:
    """The text and the gaps of `text` in turn, its facts filled in."""
    position = 0
    text = bare(resolve(text, handbook), handbook)
    for found in GAP.finditer(text):
        if found.start() > position:
            yield text[position : found.start()]
        yield _gap(found[1].strip(), handbook)
        position = found.end()
    if position < len(text):
        yield text[position:]


def gaps(text: str, handbook: Handbook) -> tuple[Gap, ...]:
    """The gaps of `text` in order, as often as they stand there."""
    return tuple(piece for piece in pieces(text, handbook) if isinstance(piece, Gap))


def lower_first(name: str) -> str:
    """The name of a gap as it is compared: it may open a sentence."""
    return name[:1].lower() + name[1:]


# Private functions


def _gap(written: str, handbook: Handbook) -> Gap:
    lowered = lower_first(written)
    exact: Placeholder | None = None
    for placeholder in handbook.placeholders:
        if placeholder.name == written:
            exact = placeholder
            break
        if exact is None and lower_first(placeholder.name) == lowered:
            exact = placeholder
    if exact is not None:
        base = exact.name.partition(" (")[0]
        known = base != exact.name and any(one.name == base for one in handbook.placeholders)
        return Gap(written, exact.name, exact.example, stays=exact.stays, of=base if known else "")
    return Gap(written, lowered, known=False)
