"""A Handbook in, the text of `search-data.js` out: every text that can be found, each once, and where it stands.

What `window.__cjmIndex` holds, as `site_build/assets/search/engine.js` reads it:

    language  ru or en
    synonyms  [[word, …], …]           groups of `guideline/search.yml`
    alias     ["ребенок ребенк", …]    stems that belong to one word, see `cjm.search.alias`
    tries     [[title, hint, url], …]  situations of the home page, offered when nothing fits
    kinds     {name: label}            kinds of shared things that have a page of their own in the index
    pages     [{id, number, title, short, url, purpose, phrases, places, calls}, …]   calls: [[number, who], …] of a page for danger; only: [scope, words] of one that does not hold everywhere
    places    [[kind, anchor, heading, prose, speech, phrases], …]   what is empty at the end is left out

Steps and touchpoints are numbered by their order. A row has the address of the detail before it. Prose, speech and phrases hold a text on each line. An anchor with a dot in it is an address of its own (a term of the glossary); all addresses count from the site's root.
Questions are left out, with all their wrong answers: who searches has a client before him, not an exam.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from cjm import addresses, view
from cjm.language.phrases import capital
from cjm.model import Conflict, Detail, Handbook, Journey, PassOn, Script, Section, Stage, Step
from cjm.model.kind import Kind
from cjm.model.registry import KINDS
from cjm.model.shared import SHARED
from cjm.search.alias import stem_groups
from cjm.search.rows import SearchedRow, table_rows, with_phrases
from cjm.search.tables import places_of_kind, shared_places
from cjm.view import Field
from cjm.view.section import BODY
from cjm.wording import first_sentence, label, plain, resolve
from cjm.wording.scopes import as_attribute, scope_told

_Place = tuple[str, ...]
_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+|\n|$)\s*")
LARGEST_INDEX = 700_000  # bytes: what a phone is asked to fetch once, some 160,000 of them compressed; the reference handbook takes 616,000
# What a handbook too large for that goes without, first to last: the text below the headings of these places. What
# happens at the desk once a month stands in a row, so the rows go last but one.
_LIGHTER: tuple[set[str], ...] = (
    {"touchpoint", "promise", "channel"}, {"role", "client", "term"}, {"script"}, {"never", "avoid", "about"},
    {"duty", "resource", "improvement"}, {"beside"}, {"detail"}, {"row"}, {"step", "says"},
)  # fmt: skip
# Why, until when and what then: of a step and a client's sentence it says less than what is to be done.
_BESIDE = ("within", "done_when", "script", "next", "why", "follow_up")
_FROM_HERE = "\ue000"  # in the prose of a place: what follows is of that kind


def search_index(
    handbook: Handbook, url: Callable[[str], str] | None = None, words: Callable[[str], str] | None = None
) -> str:
    """The text of `search-data.js`. `url` turns `section:id` into an address from the site's root, `words` Markdown into words.

    A handbook too large for one file gives up what tells least, step by step; titles, phrases and headings stay.
    """
    say = _Words(handbook, url, words)
    pages = [_section(section, say) for section in handbook.sections if section.status != "retired"]
    pages += [_journey(journey, say) for journey in handbook.journeys]
    listed = [kind for kind in SHARED if kind.searched and handbook.shared.get(kind.name)]
    pages += [_listed(kind, say) for kind in listed]
    data: dict[str, Any] = {
        "language": handbook.outline.language,
        "synonyms": [[say.line(word) for word in group] for group in handbook.synonyms],
        "alias": [],
        "tries": [
            [say.line(one.title), say.line(one.hint), say.url(one.to)]
            for one in handbook.outline.start
            if say.url(one.to)
        ],
        **({"kinds": {kind.name: kind.says.to(handbook.outline.language) for kind in listed}} if listed else {}),
        "pages": pages,
    }
    data["alias"] = stem_groups(_telling(data))
    written = _script(data)
    for kinds in _LIGHTER:
        if len(written.encode()) <= LARGEST_INDEX:
            break
        for page in data["pages"]:
            page["places"] = [_lighter(place, kinds) for place in page["places"]]
        written = _script(data)
    return written


# Private functions


class _Words:
    """What the index shows of a text: its words on one line for each block, facts filled in, letters composed."""

    def __init__(
        self, handbook: Handbook, url: Callable[[str], str] | None, words: Callable[[str], str] | None
    ) -> None:
        self.handbook = handbook
        self.url = url or (lambda reference: addresses.address(reference, handbook))
        self._words = words or (lambda text: plain(text, handbook))

    def prose(self, text: str) -> str:
        return _tidy(self._words(text)) if text else ""

    def line(self, text: str) -> str:
        return _tidy(label(text, self.handbook))

    def said(self, text: str) -> str:
        return _tidy(resolve(text, self.handbook))

    def quoted(self, text: str) -> str:
        """A sentence without the quotation marks that an author may have typed: the reader's page sets them."""
        text = self.line(text)
        return text[1:-1] if text[:1] in '«“"„' and text[-1:] in '»”"“' else text

    def role(self, role: str) -> str:
        return self.handbook.role[role].title if role in self.handbook.role else role


def _lighter(place: _Place, kinds: set[str]) -> _Place:
    if place[0] in kinds:
        return (*place[:3], "", "", *place[5:])
    return (*place[:3], place[3].partition(_FROM_HERE)[0], *place[4:]) if "beside" in kinds and place[3:] else place


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in unicodedata.normalize("NFC", text).splitlines())
    return "\n".join(line for line in lines if line)


def _section(section: Section, say: _Words) -> dict[str, Any]:
    reference = f"section:{section.id}"
    return {
        "id": reference,
        "number": say.handbook.number.get(section.id),
        "title": say.line(section.title),
        "short": say.line(section.short),
        "url": say.url(reference),
        "purpose": say.prose(section.purpose),
        "phrases": [say.line(phrase) for phrase in section.look_for],
        "places": list(_places(section, say)),
        **({"only": [as_attribute(section.scope), scope_told(section.scope, say.handbook)]} if section.scope else {}),
        **(
            {"calls": [[one.number, say.line(one.who)] for one in section.calls]} if section.kind == "emergency" else {}
        ),
    }


def _place(
    kind: str, anchor: str, heading: str, prose: Iterable[str] = (), speech: Iterable[str] = (), phrases: Iterable[str] = (),
    beside: Iterable[str] = (),
) -> _Place:  # fmt: skip
    place = [kind, anchor, heading, *("\n".join(filter(None, texts)) for texts in (prose, speech, phrases))]
    if more := "\n".join(filter(None, beside)):
        place[3] += _FROM_HERE + more
    while not place[-1]:
        place.pop()
    return tuple(place)


def _places(section: Section, say: _Words) -> Iterator[_Place]:
    shown = view.section(section, say.handbook)
    if about := _read(shown.but("purpose"), say):  # a section of reference matter alone has nothing of the kind
        yield _place("about", "", "", about)
    for step, card in zip(section.steps, view.step_cards(section, shown), strict=True):
        head, rest = first_sentence(say.prose(step.do))
        only = f" ({scope_told(step.scope, say.handbook)})" if step.scope else ""
        fields = card.piece.but("do", *_BESIDE)
        beside = [field for field in card.piece.fields if field.key in _BESIDE]
        if section.kind == "emergency" and step.when:  # there a case is known by what happened
            head, rest = capital(say.line(step.when)), say.prose(step.do)
            fields = card.piece.but("do", "when", *_BESIDE)
        yield _place(
            "step", card.anchor, head + only, (rest, *_read(fields, say)), _heard(fields, say), _sought(step, say),
            _read(beside, say),
        )  # fmt: skip
    for script, piece in zip(section.scripts, shown.of("scripts"), strict=True):
        words = _without_repeats(
            heard for field in piece.fields for each in field.pieces for heard in _heard(each.fields, say)
        )
        prose = _read(piece.but("title", "variants"), say)
        yield _place(
            "script", addresses.anchor("script", script.id), say.line(script.title), prose, words, _sought(script, say)
        )
    for conflict, piece in zip(section.conflicts, shown.of("conflicts"), strict=True):
        handed = _handed(conflict.pass_on, say)
        prose = (*_read(piece.but("says", "pass_on", *_BESIDE), say), handed)
        anchor = addresses.anchor("conflict", conflict.id)
        yield _place(
            "says", anchor, say.quoted(conflict.says), prose, _heard(piece.fields, say), _sought(conflict, say),
            [say.prose(conflict.follow_up)],
        )  # fmt: skip
    for never, piece in zip(section.never, shown.of("never"), strict=True):
        heading = say.quoted(never.say) if never.say else say.prose(never.do)
        kept = piece.but("say", "do") if never.say else piece.but("do")
        yield _place("never" if never.say else "avoid", addresses.NEVER, heading, _read(kept, say))
    for detail, piece in zip(section.details, shown.of("details"), strict=True):
        yield from _reference_text(detail, piece, say)
    for shared in section.shows:
        for kind, anchor, heading, prose, speech in shared_places(shared, say.handbook):
            yield _place(kind, anchor, say.line(heading), map(say.prose, prose), map(say.said, speech))


def _reference_text(detail: Detail, piece: view.Piece, say: _Words) -> Iterator[_Place]:
    """A place for the text with its title, and one for each of its rows."""
    anchor = addresses.anchor("detail", detail.id)
    written, rest = table_rows(detail.text)
    rows = tuple(SearchedRow(say.line(head), say.prose(text)) for head, text in written)
    rows, phrases = with_phrases(rows, _sought(detail, say), say.handbook.synonyms)
    yield _place(
        "detail",
        anchor,
        say.line(detail.title),
        (*_read(piece.but("title", "text"), say), say.prose(rest)),
        phrases=phrases,
    )
    for row in rows:
        yield _place("row", "", row.head, [row.text], phrases=row.phrases)


def _sought(one: Step | Script | Conflict | Detail, say: _Words) -> tuple[str, ...]:
    return tuple(say.line(phrase) for phrase in one.look_for)


def _read(fields: Iterable[Field], say: _Words) -> tuple[str, ...]:
    """What is read in these fields: neither words to say nor the names of other things."""
    made: list[str] = []
    for field in fields:
        made += [
            say.prose(one.text) if one.style == "prose" else say.line(one.text)
            for one in field.values
            if one.style in ("prose", "label", "address")
        ]
        if field.key == "next":  # a bare «мест нет» tells nothing without where it leads
            made += [
                " → ".join(say.prose(one.text) for part in piece.fields for one in part.values)
                for piece in field.pieces
            ]
        elif field.key not in BODY:
            made += [text for piece in field.pieces for text in _read(piece.fields, say)]
    return tuple(made)


def _heard(fields: Iterable[Field], say: _Words) -> tuple[str, ...]:
    return tuple(say.said(one.text) for field in fields for one in field.values if one.style == "said")


def _without_repeats(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts without the sentences that an earlier one has: the variants of a script differ in a few words."""
    seen: set[str] = set()
    kept = []
    for text in texts:
        fresh = [sentence for sentence in _SENTENCE.findall(text) if sentence.strip() not in seen]
        seen.update(sentence.strip() for sentence in fresh)
        kept.append("".join(fresh).strip())
    return tuple(kept)


def _handed(passing: PassOn | None, say: _Words) -> str:
    """«Старший администратор: второй раз за полгода, звонком»: a condition means nothing without whom it leads to."""
    if passing is None:
        return ""
    return f"{say.role(passing.to)}: {', '.join(filter(None, (say.prose(passing.when), say.prose(passing.how))))}"


def _journey(journey: Journey, say: _Words) -> dict[str, Any]:
    reference = f"journey:{journey.id}"
    unread = KINDS["touchpoint"].unread
    places = [
        _place(
            "touchpoint",
            addresses.anchor("touchpoint", one.id),
            say.line(one.title),
            _read((field for field in view.fields(one, say.handbook) if field.key not in unread), say),
        )
        for one in journey.touchpoints
    ]
    for one, more in view.beside_the_map(journey, say.handbook):
        if isinstance(one.thing, Journey):
            places.insert(0, _place("journey", "", "", _read(more, say)))
        elif isinstance(one.thing, Stage):
            places.append(_place("stage", f"stage-{one.thing.id}", say.line(one.thing.title), _read(more, say)))
    return {
        "id": reference,
        "number": None,
        "title": say.line(journey.title),
        "short": "",
        "url": say.url(reference),
        "purpose": say.prose(journey.purpose or journey.client),
        "phrases": [],
        "places": places,
    }


def _listed(kind: Kind, say: _Words) -> dict[str, Any]:
    """The page of a kind of shared things that stands for itself, as a page of the search: who seeks a form finds it."""
    language = say.handbook.outline.language
    return {
        "id": f"page:{kind.page}", "number": None, "title": kind.title.to(language), "short": "", "url": kind.page,
        "purpose": kind.lead.to(language), "phrases": [],
        "places": [
            _place(name, anchor, say.line(heading), map(say.prose, prose), map(say.said, speech))
            for name, anchor, heading, prose, speech in places_of_kind(kind, say.handbook)
        ],
    }  # fmt: skip


def _telling(data: dict[str, Any]) -> Iterator[str]:
    """The texts that say what a page is about: what stands in the body alone needs no alias, and the table stays small."""
    for group in data["synonyms"]:
        yield from group
    for page in data["pages"]:
        yield from (page["title"], page["short"], *page["phrases"])
        for place in page["places"]:
            yield from (*place[2:3], *place[5:])


def _script(data: dict[str, Any]) -> str:
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace(_FROM_HERE, "\\n")
    # JSON allows these two in a string, an older browser's JavaScript does not.
    written = written.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.__cjmIndex={written};\n"
