"""A Handbook in, one plain Markdown file out that reads well by itself: for a wiki, a chat, an assistant that is to know it.

Facts are filled in, links inside the file lead to its headings, others are words or an address outside. What `view` shows of a
thing is here unasked. `cjm import` reads it back.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from cjm import view
from cjm.export.forms import ExportOrder
from cjm.language import dates
from cjm.language.phrases import quoted
from cjm.language.says import Says
from cjm.model import Handbook, Section
from cjm.model.reference import Reference, is_own
from cjm.model.registry import KINDS
from cjm.model.shared import SHARED
from cjm.view import Field, Piece, heading, known_key, piece, tag_of
from cjm.view.scope import WHOLE, Cut, chapters, journeys
from cjm.view.section import BODY
from cjm.wording import label, resolve
from cjm.wording.titles import numbered

_EDITION = Says("Редакция от {day}", "Edition of {day}")
_OTHERS, _MAPS = Says("Без части", "Without a part"), Says("Карты пути клиента", "Journey maps")
_CLIENT = Says("Клиент: {says}", "Client: {says}")
_LINK = re.compile(r"(!?)\[([^\[\]\n]*)\]\(\s*<?([^()\s<>]+)>?\s*\)")
_GAP = re.compile(r"<([^<>\n]{1,60})>")  # a placeholder, which Markdown would take for a tag and hide
_OF_NO_USE = ("use",)  # that a question is for practice: those of an exam are not here
_SHORT = ("label", "link", "address", "tick")


def render(handbook: Handbook, order: ExportOrder) -> Mapping[str, bytes]:
    """One file."""
    writer = _Writer(handbook, order)
    text = "\n".join(writer.lines())
    text = re.sub(r"\n{3,}", "\n\n", writer.linked(text)).strip() + "\n"
    return {order.name(handbook, ".md"): text.encode()}


# Private functions


class _Writer:
    def __init__(self, handbook: Handbook, order: ExportOrder) -> None:
        self.handbook, self.cut = handbook, order.cut
        self.language = handbook.outline.language
        self.day = order.today
        self.anchors: dict[str, str] = {}  # tag of what has a heading -> how a link leads there
        self.taken: dict[str, int] = {}

    def lines(self) -> Iterator[str]:
        outline = self.handbook.outline
        yield self.head(1, outline.title)
        yield f"{_EDITION.to(self.language, day=dates.in_figures(self.day, self.language))}\n"
        if self.cut == WHOLE and outline.description:
            yield self.text(outline.description) + "\n"
        for chapter in chapters(self.cut, self.handbook):
            written = [one for one in chapter.sections if isinstance(one, Section)]
            if written and self.cut.is_bound:
                yield self.head(2, chapter.part.title if chapter.part else _OTHERS.to(self.language))
            for section in written:
                yield from self.section(section, 3 if self.cut.is_bound else 2)
        for kind in SHARED if self.cut == WHOLE else ():
            if kind.chapter and (things := self.handbook.shared.get(kind.name)):
                yield self.head(2, kind.title.to(self.language))
                for item in things:
                    told = tuple(
                        one for one in piece(tag_of(item), item, self.handbook).but(known_key(item)) if one.shown
                    )
                    yield self.head(3, heading(item), tag_of(item))
                    yield from self.fields(told, 4)
        yield from self.maps(self.cut)

    def maps(self, cut: Cut) -> Iterator[str]:
        for number, journey in enumerate(journeys(cut, self.handbook)):
            if not number:
                yield self.head(2, _MAPS.to(self.language))
            told = piece(tag_of(journey), journey, self.handbook)
            yield self.head(3, journey.title, tag_of(journey))
            yield from self.fields(told.but("title", "was", "enter", "stages"), 4)
            for stage in told.of("stages"):
                head, *_ = stage.fields
                yield self.head(4, head.values[0].text)
                for point in stage.of("touchpoints"):
                    known, *rest = point.fields
                    yield f"\n**{label(known.values[0].text, self.handbook)}**\n"
                    yield from self.fields(rest, 5)

    def head(self, level: int, title: str, tag: str = "") -> str:
        words = label(title, self.handbook)
        slug = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        number = self.taken.get(slug, 0)
        self.taken[slug] = number + 1
        if tag:
            self.anchors[tag] = f"#{slug}-{number}" if number else f"#{slug}"
        return f"\n{'#' * level} {words}\n"

    def section(self, one: Section, level: int) -> Iterator[str]:
        shown = view.section(one, self.handbook)
        yield self.head(level, numbered(one.id, one.title, self.handbook), shown.tag)
        yield from self.fields(shown.fields, level + 1)

    def fields(self, all_of: Sequence[Field], level: int) -> Iterator[str]:
        for field in all_of:
            if field.key in BODY and field.pieces:
                yield self.head(level, field.label)
                for one in field.pieces:
                    yield from self.element(one, field.key, level + 1)
            else:
                yield "\n".join(self.field(field)) + "\n"

    def element(self, one: Piece, key: str, level: int) -> Iterator[str]:
        """A step, a conflict, a script: by what people know it, then the rest of it."""
        known = next((kind.known_by for kind in KINDS.values() if isinstance(one.thing, kind.item)), "")
        head = next((field for field in one.fields if field.key == known), one.fields[0])
        said = head.values[0].text
        rest = one.but(head.key, *_OF_NO_USE)
        if key == "conflicts":
            yield f"\n{_CLIENT.to(self.language, says=quoted(label(said, self.handbook), self.language))}\n"
            yield from self.fields(rest, level)
            return
        if key in ("scripts", "details"):
            yield self.head(level, said)
            yield from self.fields(rest, level)
            return
        lead = f"{one.number}. " if key in ("steps", "questions") else "- "
        named = "" if head.key == known else f"**{head.label}:** "
        yield lead + named + _indented(self.text(said), len(lead))
        for field in rest:
            yield " " * len(lead) + _indented("- " + "\n  ".join("\n".join(self.field(field)).split("\n")), len(lead))
        yield ""

    def field(self, field: Field) -> Iterator[str]:
        """Its label and its values: short ones on a line, longer ones below it."""
        lead = f"**{field.label.partition(';')[0].rstrip(':')}:**"
        values = [self.text(one.to if one.style == "address" else one.text) for one in field.values]
        if field.pieces:
            yield lead
            yield from (f"- {self.inner(one)}" for one in field.pieces)
        elif field.values[0].style == "tick":
            yield f"{lead} ☐"
        elif field.values[0].style == "said":
            yield lead
            yield from (line for one in values for line in _spoken(one))
        elif field.several and field.values[0].style == "prose":
            yield lead
            yield from ("- " + _indented(one, 2) for one in values)
        elif field.values[0].style in _SHORT or "\n" not in values[0]:
            yield f"{lead} {', '.join(' '.join(one.split()) for one in values)}"
        else:
            yield f"{lead}\n"
            yield values[0]

    def inner(self, one: Piece) -> str:
        """A choice, a variant, an option on one line; words to say below it."""
        told = []
        below = ""
        for field in one.fields:
            if field.pieces:
                told.append("; ".join(map(self.inner, field.pieces)))
            elif field.values[0].style == "said":
                below = "\n\n" + "\n".join(
                    f"  > {line}".rstrip() for line in self.text(field.values[0].text).split("\n")
                )
            elif field.key == "right":
                told.insert(0, "✓")
            else:
                told.append(", ".join(" ".join(self.text(value.text).split()) for value in field.values))
        return (" — ".join(told) + below).strip()

    def text(self, text: str) -> str:
        """An author's words with their facts; their links wait for all headings to be known."""
        return _GAP.sub(r"\\<\1\\>", resolve(text.strip("\n"), self.handbook))

    def linked(self, text: str) -> str:
        """Links to what has a heading here lead there; those to something outside to its address; others are words."""

        def told(link: re.Match[str]) -> str:
            picture, words, to = link.groups()
            if picture or self.handbook.shown(to) is not None:
                return words
            if not is_own(to):
                return link[0]
            reference = Reference.parse(to)
            address = self.handbook.elsewhere(reference) or self.anchors.get(f"{reference.kind}:{reference.id}", "")
            return f"[{words}]({address})" if address else words

        return _LINK.sub(told, text)


def _spoken(text: str) -> list[str]:
    """Words to say, each line of them a line."""
    lines = [f"> {line}".rstrip() for line in text.split("\n")]
    return [f"{line}  " for line in lines[:-1]] + lines[-1:]


def _indented(text: str, by: int) -> str:
    return re.sub(r"\n(?=[^\n])", "\n" + " " * by, text)
