"""A Handbook, a day and a cut in, the whole book as data out."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cjm.book import back, section
from cjm.book.bars import with_bars
from cjm.book.front import approval, cover
from cjm.book.manifest import Manifest
from cjm.book.maps import beside, sheets_of
from cjm.book.since_approval import Since
from cjm.book.strings import strings
from cjm.book.text import Json, Writer
from cjm.book.voice import voice_chapters, voice_places
from cjm.graph import ways
from cjm.language.dates import in_words
from cjm.model import Handbook, Journey, Section
from cjm.model.digest import spoken_digest
from cjm.view.scope import WHOLE, Chapter, Cut, chapters, cut_title, journeys
from cjm.wording.scopes import scope_told


@dataclass(frozen=True, slots=True)
class Book:
    """What a print template sets. `template` is its file, `data` what it reads, `manifest` what the PDF says of itself."""

    template: str
    title: str
    today: dt.date
    data: Json
    manifest: Manifest


def book(
    handbook: Handbook, *, today: dt.date, cut: Cut = WHOLE, since: Since | None = None, draft: bool = False
) -> Book:
    """The book of `cut`. `since` tells what was approved and what changed after; a draft says on every page that it is one."""
    parts, maps = chapters(cut, handbook), journeys(cut, handbook)
    written = _written(parts)
    places = frozenset(_places(cut, handbook, parts, maps))
    writer = Writer(handbook, places)
    named = cut_title(cut, handbook)
    data = common(handbook, writer, draft) | {
        "bound": cut.is_bound,
        "cover": cover(handbook, cut, named, parts, maps, writer) if cut.is_bound else None,
        "approval": approval(handbook, cut, parts, since, writer),
        "maps": [
            {
                "label": f"journey:{one.id}",
                "title": writer.label(one.title),
                "sheets": sheets_of(one, writer),
                "beside": beside(one, writer),
            }
            for one in maps
        ],
        "parts": _parts(parts, handbook, writer, since),
        "voice": voice_chapters(writer),
        "back": back.back(written, writer),
        "shared": {
            kind: back.used(kind, written, writer)
            for kind in sorted({shown for one in written for shown in one.shows})
            if f"back:{kind}" not in writer.places
        },
    }
    if since is not None:
        data = with_bars(data, written, since, places)
    data["contents"] = _contents(data) if cut.is_bound else []
    title = " — ".join(part for part in (handbook.outline.title, named) if part)
    data["title"] = writer.label(title)
    unnumbered = Manifest(handbook.outline.id, today, draft=draft)
    return stamped(Book("book.typ", writer.label(title), today, data, unnumbered), unnumbered)


def stamped(made: Book, manifest: Manifest) -> Book:
    """The book with its number, day and code on every page and in its metadata."""
    t, language, day = made.data["t"], made.data["lang"], manifest.edition
    said = t["edition_n" if manifest.number else "edition"].format(number=manifest.number, day=in_words(day, language))
    said = " · ".join(part for part in (made.data.get("holds", ""), said) if part)
    code = spoken_digest(manifest.code)
    data = made.data | {
        "keywords": list(manifest.keywords()),
        "day": [day.year, day.month, day.day],
        "edition": said,
        "digest": code,
    }
    if data.get("approval"):
        data["approval"] = data["approval"] | {"digest": code}
    return replace(made, today=day, data=data, manifest=manifest)


def common(handbook: Handbook, writer: Writer, draft: bool) -> Json:
    """What every print template is told: language, words, metadata."""
    t, outline = strings(handbook.outline.language), handbook.outline
    holds = tuple((name, (value,)) for name, value in handbook.cell.items())
    return {
        "lang": outline.language,
        "t": t,
        "draft": draft,
        "apart": handbook.apart,
        "author": writer.label(outline.organisation),
        "description": writer.words(outline.description),
        **({"holds": scope_told(holds, handbook)} if holds else {}),
    }


# Private functions


def _places(cut: Cut, handbook: Handbook, parts: tuple[Chapter, ...], maps: tuple[Journey, ...]) -> Iterator[str]:
    """Every label that will stand in the book, known before anything is written: a link leads only where there is one."""
    for journey in maps:
        yield f"journey:{journey.id}"
    for chapter in parts:
        for one in chapter.sections:
            yield from section.section_places(one)
    yield from back.back_places(handbook, _written(parts), back.ORDER if cut == WHOLE else ("answers",))
    if cut == WHOLE:
        yield from voice_places(handbook)


def _written(parts: tuple[Chapter, ...]) -> tuple[Section, ...]:
    return tuple(one for chapter in parts for one in chapter.sections if isinstance(one, Section))


def _parts(parts: tuple[Chapter, ...], handbook: Handbook, writer: Writer, since: Since | None) -> list[Json]:
    t, all_ways = strings(handbook.outline.language), ways(handbook)
    return [
        {
            "label": f"part:{chapter.part.id}" if chapter.part else "part:",
            "number": t["part_n"].format(number=chapter.number) if chapter.part else "",
            "title": writer.label(chapter.part.title) if chapter.part else t["outside"],
            "sections": [
                section.printed_section(one, all_ways, writer, since)
                if isinstance(one, Section)
                else section.planned(one, writer)
                for one in chapter.sections
            ],
        }
        for chapter in parts
    ]


def _contents(data: Json) -> list[Json]:
    """Every place that has a bookmark, in the order of the book."""
    t = data["t"]
    rows = [{"level": 1, "title": t["approval"], "to": "approval"}] if data["approval"] else []
    groups = [(t["journeys"], "journeys", data["maps"])] if data["maps"] else []
    groups += [(part["title"], part["label"], part["sections"]) for part in data["parts"]]
    groups += [(t["nav_voice"], "voice", data["voice"])] if data["voice"] else []
    groups += [(t["reference"], "reference", data["back"])] if data["back"] else []
    for title, place, entries in groups:
        rows.append({"level": 1, "title": title, "to": place})
        rows += [
            {"level": 2, "number": one.get("number", ""), "title": one["title"], "to": one["label"]} for one in entries
        ]
    return rows
