"""A Handbook and a cut in, a Word file out, for people who read and comment in Word; each paragraph knows its field."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from cjm import diagram, view
from cjm.diagram.raster import as_png
from cjm.language.dates import in_figures
from cjm.language.says import Language, Says
from cjm.model import Handbook, Item, Journey, Section
from cjm.model.kind import Kind
from cjm.model.registry import KINDS
from cjm.model.shared import SHARED
from cjm.view import Field, Piece, heading, known_key, piece, tag_of
from cjm.view.scope import WHOLE, Cut, chapters, cut_title, journeys
from cjm.view.section import BODY
from cjm.word.bookmarks import bookmark
from cjm.word.docx_writer import MARKS, NEVER, SPEECH, Paper, Run, Tied
from cjm.word.prose import Prose
from cjm.wording import label
from cjm.wording.titles import numbered
from cjm.workspace.standards import standards

_CONTENTS = Says("Содержание", "Contents")
_EDITION = Says("Редакция от {day}", "Edition of {day}")
_HOW = Says(
    "Исправления уже включены (Рецензирование → Исправления): правьте прямо в тексте и оставляйте примечания. Сохраните файл "
    "и верните его: cjm comments соберёт всё по разделам и полям.",
    "Changes are tracked already (Review → Track Changes): edit in place and leave comments. Save the file and send it back: "
    "cjm comments gathers everything by section and field.",
)
_MAPS, _OTHERS = Says("Карты пути клиента", "Journey maps"), Says("Без части", "Without a part")
_REFERENCE = Says("Справочник", "Reference")
_BETWEEN: dict[str, str] = {
    "label": " · ",
    "link": " → ",
    "prose": " — ",
    "address": " · ",
}  # what stands before a value that goes on a line
# What of a journey and its touchpoints the maps tell alone; all else stands beside them, so that it can be commented.
_JOURNEY = ("title", "was", "enter", "stages")
_DRAWN = ("contact", "emotion", "moment_of_truth", "entry", "next")
_PIXELS = 150.0  # to the inch: the file stays small enough to be mailed


def word(handbook: Handbook, day: dt.date, cut: Cut = WHOLE) -> bytes:
    """What belongs to `cut`, without retired sections: the same bytes for the same content and day."""
    return _Writer(handbook, cut).written(day)


# Private functions


class _Writer:
    def __init__(self, handbook: Handbook, cut: Cut) -> None:
        self._handbook = handbook
        self._cut = cut
        self._language: Language = handbook.outline.language
        self._paper = Paper(self._language)
        self._chapters = tuple(_chapters(handbook, cut))
        kept = {f"section:{section.id}" for _, sections in self._chapters for section in sections}
        self._prose = Prose(self._paper, handbook, kept)

    def written(self, day: dt.date) -> bytes:
        outline, paper, tag = self._handbook.outline, self._paper, tag_of(self._handbook.outline)
        edition = _EDITION.to(self._language, day=in_figures(day, self._language))
        paper.paragraph("Title", self._prose.label(f"{tag}/title", outline.title))
        subtitle = "organisation" if outline.organisation else "description"
        paper.paragraph("Subtitle", self._prose.label(f"{tag}/{subtitle}", getattr(outline, subtitle)))
        if named := cut_title(self._cut, self._handbook):
            paper.paragraph("Subtitle", self._prose.label("", named))
        paper.paragraph(MARKS, self._own(edition))
        paper.paragraph("Normal", self._own(_HOW.to(self._language)))
        paper.foot(edition)
        paper.new_page()
        paper.contents(_CONTENTS.to(self._language), list(self._entries()))
        for title, sections in self._chapters:
            self._chapter(title)
            paper.paragraph("Heading 1", self._own(title))
            for section in sections:
                self._section(section)
        for number, kind in enumerate(self._shared()):
            if not number:
                self._chapter(_REFERENCE.to(self._language))
            paper.paragraph("Heading 1", self._own(kind.title.to(self._language)), keep=True)
            for item in self._handbook.shared[kind.name]:
                self._item(item)
        self._maps()
        paper.tracked()
        author = outline.organisation or "cjm"
        return paper.packed(title=outline.title, author=author, day=day, about=f"cjm {outline.id} {day.isoformat()}")

    def _chapter(self, title: str, *, wide: bool = False) -> None:
        self._paper.chapter(f"{label(self._handbook.outline.title, self._handbook)} · {title}", wide=wide)

    def _entries(self) -> Iterator[tuple[int, str, str]]:
        for title, sections in self._chapters:
            yield 1, title, ""
            for section in sections:
                yield 2, self._numbered(section), bookmark(f"{tag_of(section)}/title")
        for kind in self._shared():
            yield 1, kind.title.to(self._language), ""
        if journeys(self._cut, self._handbook):
            yield 1, _MAPS.to(self._language), ""

    def _shared(self) -> list[Kind]:
        kinds = SHARED if self._cut == WHOLE else ()
        return [kind for kind in kinds if kind.chapter and self._handbook.shared.get(kind.name)]

    def _section(self, section: Section) -> None:
        shown = view.section(section, self._handbook)
        self._paper.paragraph("Heading 2", self._prose.label(f"{shown.tag}/title", self._numbered(section)))
        self._fields(shown.fields)

    def _item(self, item: Item) -> None:
        """A shared thing: its title, then what else was written of it, each field with what it means."""
        tag, known = tag_of(item), known_key(item)
        self._paper.paragraph("Heading 4", self._prose.line(f"{tag}/{known}", heading(item)))
        self._fields(piece(tag, item, self._handbook).but(known))

    def _fields(self, all_of: Sequence[Field]) -> None:
        """Fields in their order; short ones that follow each other share a line."""
        for short, run in groupby(all_of, key=_is_short):
            if short:
                told = [(Tied("", (Run(f"{one.label}: ", bold=True),)), self._short(one)) for one in run]
                self._paper.paragraph(MARKS, *self._joined(told))
            for field in () if short else tuple(run):
                self._field(field)

    def _field(self, field: Field) -> None:
        lead = f"{field.label}:"
        if field.key in BODY and field.pieces:
            self._paper.paragraph("Heading 3", self._own(field.label), keep=True)
            for piece in field.pieces:
                self._piece(piece)
        elif field.pieces and not field.several:
            self._inner(field.pieces[0], lead)
        elif field.pieces or (field.several and field.values[0].style != "said"):
            self._paper.paragraph("Normal", lead=lead, keep=True)
            for piece in field.pieces:
                self._inner(piece)
            for number, value in enumerate(field.values, start=1):
                self._paper.paragraph("List Bullet", self._prose.line(f"{field.tag}/{number}", value.text))
        elif field.values[0].style == "said":
            self._prose.said(field.tag, field.values[0].text, SPEECH, lead)
        else:
            self._prose.prose(field.tag, field.values[0].text, lead=lead)

    def _piece(self, piece: Piece) -> None:
        """A step, a conflict, a prohibition: by what people know it, then the rest of it."""
        known = next((one.known_by for one in KINDS.values() if isinstance(piece.thing, one.item)), "")
        head = next((one for one in piece.fields if one.key == known), piece.fields[0])
        if head.key != known:  # a prohibition is known by what is forbidden
            self._paper.paragraph(NEVER, self._short(head), lead=f"{head.label}:")
        elif head.values[0].style == "prose":
            self._prose.prose(head.tag, head.values[0].text, lead=f"{piece.number}.")
        else:
            self._paper.paragraph("Heading 4", self._prose.label(head.tag, head.values[0].text))
        self._fields(piece.but(head.key))

    def _inner(self, piece: Piece, lead: str = "") -> None:
        """A choice, a variant, an answer on one line; words to say below it."""
        right = getattr(piece.thing, "right", None)
        told = [
            (self._own(_BETWEEN[one.values[0].style]), self._short(one)) for one in piece.fields if not _is_said(one)
        ]
        if told := told if right is None else [one for one in told if not one[1].tag.endswith("/right")]:
            style = "Normal" if lead else "List Bullet" if right is None else "List 2"
            sign = lead if right is None else "✓" if right else "–"
            self._paper.paragraph(style, told[0][1], *chain(*told[1:]), lead=sign)
        for field in filter(_is_said, piece.fields):
            self._prose.said(field.tag, field.values[0].text, SPEECH)

    def _joined(self, told: Sequence[tuple[Tied, Tied]]) -> list[Tied]:
        """Names and values on one line."""
        return [one for number, pair in enumerate(told) for one in ([self._own(" · ")] if number else []) + [*pair]]

    def _short(self, field: Field) -> Tied:
        """The values of a field on one line; a box to tick is nobody's text."""
        if field.values[0].style == "tick":
            return Tied("", (Run("☐", tick=True),))
        if field.values[0].style == "prose":
            return self._prose.line(field.tag, field.values[0].text)
        told = ", ".join(value.to if value.style == "address" else value.text for value in field.values)
        return self._prose.label(field.tag, told)

    def _maps(self) -> None:
        for number, journey in enumerate(journeys(self._cut, self._handbook)):
            tag, bands = tag_of(journey), self._bands(journey)
            self._chapter(label(journey.title, self._handbook), wide=bool(bands))
            if not number:
                self._paper.paragraph("Heading 1", self._own(_MAPS.to(self._language)), keep=True)
            self._paper.paragraph("Heading 2", self._prose.label(f"{tag}/title", journey.title), keep=True)
            for place, svg in enumerate(bands):
                if place:
                    self._paper.turn(wide=True)
                self._paper.picture(as_png(svg, _PIXELS), (svg.width, svg.height), svg.alt, tag)
            if bands:
                self._paper.turn(wide=False)
            self._touchpoints(journey)

    def _touchpoints(self, journey: Journey) -> None:
        """The journey in words, stage by stage."""
        told = piece(tag_of(journey), journey, self._handbook)
        self._fields(told.but(*_JOURNEY))
        for stage, inside in zip(journey.stages, told.of("stages"), strict=True):
            self._paper.paragraph("Heading 3", self._prose.label(f"{inside.tag}/title", heading(stage)), keep=True)
            self._fields(inside.but("title", "touchpoints"))
            for touchpoint, card in zip(stage.touchpoints, inside.of("touchpoints"), strict=True):
                head = self._prose.label(f"{card.tag}/title", heading(touchpoint))
                self._paper.paragraph("Heading 4", head, keep=True)
                self._fields(card.but("title", *_DRAWN))

    def _bands(self, journey: Journey) -> Sequence[diagram.Svg]:
        return diagram.bands(journey, self._handbook, standards(self._handbook)) if journey.touchpoints else ()

    def _numbered(self, section: Section) -> str:
        return numbered(section.id, section.title, self._handbook)

    def _own(self, text: str) -> Tied:
        return Tied("", (Run(text),))


def _is_short(field: Field) -> bool:
    return not field.pieces and (
        field.values[0].style in ("link", "address", "tick") or (field.values[0].style == "label" and not field.several)
    )


def _is_said(field: Field) -> bool:
    return bool(field.values) and field.values[0].style == "said"


def _chapters(handbook: Handbook, cut: Cut) -> Iterator[tuple[str, Sequence[Section]]]:
    for chapter in chapters(cut, handbook):
        if written := [section for section in chapter.sections if isinstance(section, Section)]:
            others = _OTHERS.to(handbook.outline.language)
            yield label(chapter.part.title, handbook) if chapter.part else others, written
