"""Whatever is made of a handbook in which each kind and each field stands is what it was, sign by sign.

`CJM_GOLDEN=write pytest tests/whole` accepts what it is now; read the difference before you commit it.
"""

import datetime as dt
import hashlib
import io
import json
import os
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cjm import coverage, diagram
from cjm.app.colouring import colours
from cjm.book import book, cards, quires, slides
from cjm.book.changes import changes_book
from cjm.diff import rendering
from cjm.diff.difference import Difference, difference
from cjm.export import impact, matrix
from cjm.export.client import client_pages
from cjm.export.forms import ExportOrder, export_files
from cjm.export.letter import as_letter
from cjm.export.point_to_point import as_point_to_point
from cjm.export.since_then import since_then
from cjm.figures import changes_for_clients, heat_figures, improvement_figures, journey_heat, month_figures
from cjm.graph.impact import impact as impact_of
from cjm.load import load, read_folder
from cjm.model import Handbook
from cjm.pages import loader, site
from cjm.pages.choices import choices_data
from cjm.pages.redirects import redirects
from cjm.publish.offline import web_manifest
from cjm.search import ask, order, probe_problems, search_index, whole_answer
from cjm.training.edition import exam_edition
from cjm.training.page import FILES as EXAM_FILES
from cjm.training.page import exam_page
from cjm.training.papers import printed_paper
from cjm.view.questions import open_questions
from cjm.view.scope import Cut
from cjm.word.document import word
from cjm.word.questionnaire import as_questionnaire, word_questionnaire
from cjm.workspace.standards import standards

HERE = Path(__file__).resolve().parent
GOLDEN, ROOT = HERE / "golden", HERE / "handbook"
DAY = dt.date(2026, 11, 28)
_DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)
# What a Word file or a workbook says; the styles that a library brings along are its own.
_PARTS = re.compile(
    r"word/(document|header\d|footer\d)\.xml|docProps/core\.xml|customXml/item2\.xml|xl/worksheets/.*\.xml|xl/workbook\.xml"
)
FILES = read_folder(ROOT)
BEFORE = {  # how the same handbook was half a year earlier
    "guideline/facts.yml": ("value: 900 ₽", "value: 800 ₽"),
    "guideline/glossary.yml": ("One hour on the wall.", "An hour."),
    "guideline/roles.yml": ('["Calls, see', '[Keys, "Calls, see'),
    "guideline/sections/booking.yml": ("do: Offer two hours.", "do: Offer one hour, no more."),
    "guideline/sections/arrival.yml": ("do: Give him shoes. And chalk., how: A long text", "do: Give him shoes; and chalk., how: A long, long text"),
    "guideline/sections/feedback.yml": ("id: read, do: Read the answer.", "id: look, do: Look at it."),
    "guideline/promises.yml": ("within: 1 min", "within: 3 min"),
    "touchpoints/visit.yml": ("title: Comes in", "title: Comes"),
    "guideline/improvements.yml": ("state: live, since: 2026-05-10", "state: doing, since: 2026-05-10"),
    "guideline/handbook.yml": ("sections: [feedback, prices]", "sections: [prices]"),
}  # fmt: skip
GONE = {"guideline/sections/prices.yml", *(f"guideline/voice/2026-{month:02}.yml" for month in range(4, 10))}


def as_before() -> Handbook:
    files = {path: raw for path, raw in FILES.items() if path not in GONE}
    for path, (now, then) in BEFORE.items():
        assert now.encode() in files[path], path
        files[path] = files[path].replace(now.encode(), then.encode())
    return load(files)


def data(value: Any) -> str:
    """A row for each value: a change is seen where it is. Pictures are told by their own writers."""
    return _DRAWING.sub("<svg/>", json.dumps(value, ensure_ascii=False, indent=1, default=_plain))


def packed(raw: bytes) -> str:
    """What lies in an archive, when it was put there, and what it says."""
    told = []
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for one in archive.infolist():
            told.append(f"== {one.filename} {one.date_time} {one.external_attr:o} {one.compress_type}")
            if _PARTS.fullmatch(one.filename):
                text = re.sub(r' xmlns:\w+="[^"]*"', "", archive.read(one).decode("utf-8"))
                told.append(text.replace("><", ">\n<"))
    return "\n".join(told)


def pages(handbook: Handbook) -> Mapping[str, str]:
    made = site(handbook, loader(ROOT), today=DAY, version="edition 7")
    told = {path.replace("/", "--"): _DRAWING.sub(_drawn, text) for path, text in made.pages.items()}
    strings = {name: value for name, value in made.extra.items() if name not in ("strings", "words")}
    return told | {"site.json": data([made.nav, strings, redirects(handbook), choices_data(handbook), json.loads(web_manifest(handbook))])}  # fmt: skip


def print_data(handbook: Handbook) -> Mapping[str, str]:
    now, then = handbook, as_before()
    made = {
        "book": book(now, today=DAY), "book-draft": book(now, today=DAY, draft=True, cut=Cut("part", "visits")), "cards": cards(now, today=DAY, edition=(3, DAY)),
        "slides": slides(now, today=DAY), "slides-role": slides(now, today=DAY, cut=Cut("role", "desk")),
        "changes": changes_book(difference(then, now, "en"), now, today=DAY, old="2026-04-01", new="today"),
    }  # fmt: skip
    words = made["book"].data["t"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quires, "QUIRE", 9_000)
        cut = [
            (_labels(one.data), one.data.get("resumes"), one.places, one.pages)
            for one in quires.quires(made["book"].data)
        ]
    return {"quires.json": data(cut)} | {
        f"{name}.json": data(
            [one.template, one.title, one.today, one.data | {"t": one.data["t"] == words}, one.manifest]
        )
        for name, one in made.items()
    }


def maps(handbook: Handbook) -> Mapping[str, str]:
    known, told = standards(handbook), dict[str, str]()
    for journey in handbook.journeys:
        told[f"{journey.id}.mmd"] = diagram.mermaid(journey, handbook, known)
        told[f"{journey.id}.dot"] = diagram.dot(journey, handbook, known)
        drawn = [
            diagram.blueprint(journey, handbook, known, link=lambda id: f"#{id}", colours=colours("emotion", handbook))
        ]
        drawn += diagram.bands(journey, handbook, known, upright=True)
        told[f"{journey.id}.svg"] = "\n".join(_sized(one) for one in drawn)
    # Shapes that no journey of the handbook has: each touchpoint a stage, the first stages alone, one touchpoint.
    season = handbook.journey["season"]
    thin = tuple(replace(stage, id=point.id, touchpoints=(point,)) for stage in season.stages for point in stage.touchpoints)  # fmt: skip
    shapes: list[str] = []
    for stages in (thin, thin[:17], thin[:11], thin[:5], season.stages[:3], season.stages[::2], thin[:1]):
        shape = replace(season, stages=stages)
        for one in (diagram.blueprint(shape, handbook, known), *diagram.bands(shape, handbook, known)):
            shapes.append(f"{len(stages)} stages: {one.width} × {one.height} {_digest(_sized(one))}")
    told["shapes.txt"] = "\n".join(shapes)
    told["overview.svg"] = _sized(diagram.overview(handbook, known, link=lambda id: id))
    return {name: text.replace("><", ">\n<") for name, text in told.items()}


def voice(handbook: Handbook) -> Mapping[str, str]:
    told = [
        month_figures(handbook),
        heat_figures(handbook),
        changes_for_clients(handbook),
        improvement_figures(handbook),
    ]
    grids = [journey_heat(one, handbook, lambda id: f"#{id}") for one in handbook.journeys]
    pictures = "\n".join((*_DRAWING.findall("".join(_texts(told))), *grids))
    there = in_russian(handbook)
    told_ru = [month_figures(there), heat_figures(there), changes_for_clients(there), improvement_figures(there)]
    return {"voice.json": data(told), "voice.svg": pictures.replace("><", ">\n<"), "voice-ru.json": data(told_ru)}


def forms(handbook: Handbook) -> Mapping[str, str]:
    told: dict[str, str] = {}
    for form in ("md", "csv", "json", "gift", "bpmn", "xlsx", "scorm"):
        for language in ("en", "ru") if form == "csv" else ("en",):
            order = ExportOrder("ru" if language == "ru" else "en", DAY)
            for name, raw in export_files(form, handbook, order).items():
                if ".schema." in name:  # made of the declarations, as the page of fields is
                    continue
                is_text = name.endswith((".md", ".csv", ".json", ".txt", ".bpmn", ".gift"))
                told[f"{language}--{name}"] = raw.decode("utf-8") if is_text else packed(raw)
    return told


def cuts(handbook: Handbook) -> Mapping[str, str]:
    """What of it a part, a role, a section and a journey have: each file and how long it is."""
    told = []
    for kind, id in (("part", "visits"), ("role", "desk"), ("section", "booking"), ("journey", "visit")):
        cut = Cut(kind, id)  # type: ignore[arg-type]
        made = {
            name: raw.decode("utf-8")
            for form in ("md", "csv", "json", "gift", "bpmn")
            for name, raw in export_files(form, handbook, ExportOrder("en", DAY, cut)).items()
            if ".schema." not in name
        }
        made["book"], made["cards"] = data(_labels(book(handbook, today=DAY, cut=cut).data)), data(cards(handbook, today=DAY, cut=cut).data)  # fmt: skip
        for name, text in made.items():
            told.append(f"{kind} {id} · {name}: {len(text.splitlines())}")
        told.append(f"{kind} {id} · word: {packed(word(handbook, DAY, cut)).count('<w:p>')}")
    return {"cuts.txt": "\n".join(told)}


def word_files(handbook: Handbook) -> Mapping[str, str]:
    asked = open_questions(handbook)
    return {
        "word.txt": packed(word(handbook, DAY)),
        "questions.md": as_questionnaire(asked, "Questions", DAY, "en"), "questions-ru.md": as_questionnaire(asked, "Вопросы", DAY, "ru"),
        "questions-word.txt": packed(word_questionnaire(asked, "Questions", DAY, "en")),
    }  # fmt: skip


def differences(handbook: Handbook) -> Mapping[str, str]:
    then = as_before()
    told: dict[str, str] = {}
    for language in ("en", "ru"):
        made: Difference = difference(then, handbook, "ru" if language == "ru" else "en")
        told[f"diff-{language}.txt"] = rendering.as_text(made, handbook, "ru" if language == "ru" else "en")
        told[f"diff-{language}.md"] = rendering.as_markdown(made, handbook, "ru" if language == "ru" else "en")
    found = since_then("2026-04-01", then, handbook, difference(then, handbook, "en"))
    there = since_then("2026-04-01", in_russian(then), in_russian(handbook), difference(then, handbook, "ru"))
    return told | {
        "letter-ru.txt": as_letter(there), "report-ru.md": as_point_to_point(there, DAY),
        "diff.json": data(rendering.as_data(made)), "letter.txt": as_letter(found), "report.md": as_point_to_point(found, DAY),
        "back.txt": rendering.as_text(difference(handbook, then, "en"), then, "en"),
    }  # fmt: skip


def tables(handbook: Handbook) -> Mapping[str, str]:
    rows, told = coverage.coverage(handbook, DAY), dict[str, str]()
    for language in ("en", "ru"):
        told[f"matrix-{language}.txt"] = matrix.as_text(rows[:3], rows, handbook, "ru" if language == "ru" else "en")
        told[f"matrix-{language}.csv"] = matrix.as_csv(rows, handbook, "ru" if language == "ru" else "en")
        for name in ("role:desk", "fact:hour", "section:booking", "index:nps", "touchpoint:came"):
            found = impact_of(thing(name, handbook), handbook)
            told[f"impact-{language}-{name.replace(':', '-')}.txt"] = impact.as_text(
                found, handbook, "ru" if language == "ru" else "en"
            )
            told[f"impact-{name.replace(':', '-')}.json"] = impact.as_json(found)
    told["matrix.json"] = matrix.as_json(rows[1:4], rows, handbook)
    told["matrix-workbook.txt"] = packed(matrix.as_workbook(rows, handbook, "en", DAY))
    return told


def exams(handbook: Handbook) -> Mapping[str, str]:
    (exam,) = handbook.things("exam")
    edition = exam_edition(exam, handbook, DAY)  # type: ignore[arg-type]
    told = {"exam.json": data([edition.head, edition.secret, edition.said])}
    words = "{% for name, one in words.items() %}{{ name }}: {{ one }}\n{% endfor %}{{ packed }}"
    templates = {name: words if name.endswith("html") else "" for name in EXAM_FILES}
    for there in (handbook, in_russian(handbook)):
        edition = exam_edition(exam, there, DAY)  # type: ignore[arg-type]
        language = there.outline.language
        told[f"paper-{language}.json"] = data([printed_paper(edition, "desk", "Mia Stone", run, "") for run in (1, 2)])
        told[f"exam-{language}.html"] = exam_page({"head": edition.head, "sealed": "…"}, templates)
    return told


def beside(handbook: Handbook) -> Mapping[str, str]:
    client = client_pages(handbook, loader(ROOT))
    told = {f"client-{name}": _DRAWING.sub("<svg/>", text) for name, text in client.items()}
    index = search_index(handbook)
    asked = ("fell from the wall", "charged though ill", "hours moved", "moeny", "call", "belay", "xyzzy", "")
    answers = [*ask(index, asked), *order(index, asked), *(whole_answer(index, one, 4) for one in asked)]
    lost = tuple(replace(one, query=query) for one in handbook.probes for query in ("chalk", "xyzzy"))
    return told | {
        "search-data.js": index.replace("],", "],\n"), "answers.json": data(answers), "missed.json": data(probe_problems(replace(handbook, probes=lost), index)),
    }  # fmt: skip


WRITERS: tuple[Callable[[Handbook], Mapping[str, str]], ...] = (
    pages, print_data, maps, voice, forms, cuts, word_files, differences, tables, exams, beside,
)  # fmt: skip


@pytest.fixture(scope="module")
def ridge() -> Handbook:
    handbook = load(FILES)
    assert handbook.problems == ()
    return handbook


@pytest.mark.parametrize("writer", WRITERS, ids=[one.__name__ for one in WRITERS])
def test_all_that_is_made_of_it_is_as_it_was(writer: Callable[[Handbook], Mapping[str, str]], ridge: Handbook) -> None:
    folder = GOLDEN / writer.__name__
    made = {
        kept_as(name): text.replace("\r\n", "␍\n") for name, text in writer(ridge).items()
    }  # git keeps no ends of lines
    if os.environ.get("CJM_GOLDEN") == "write":
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        for name, text in made.items():
            (folder / name).write_bytes(text.encode())
    kept = {path.name: path.read_bytes().decode() for path in folder.iterdir()}
    assert sorted(made) == sorted(kept)
    for name, text in made.items():
        assert text.splitlines() == kept[name].splitlines(), f"{name}; CJM_GOLDEN=write pytest tests/whole accepts it"
        assert text == kept[name], name


# Private functions


def kept_as(name: str) -> str:
    """A table in git with names in it is what CJM440 looks for; these names are invented, and are kept as text."""
    return f"{name}.txt" if name.endswith(".csv") else name


def in_russian(handbook: Handbook) -> Handbook:
    """The same for who reads the program's words in Russian."""
    return replace(handbook, outline=replace(handbook.outline, language="ru"))


def thing(name: str, handbook: Handbook) -> Any:
    kind, _, id = name.partition(":")
    return next(one for one in (*handbook.things(kind), *handbook.touchpoint.values()) if one.id == id)


def _sized(picture: diagram.Svg) -> str:
    areas = "\n".join(f"{one}" for one in (*picture.cards, *picture.ends))
    return f"{picture.title}: {picture.width} × {picture.height}\n{picture.text}\n{areas}"


def _drawn(svg: re.Match[str]) -> str:
    """Which icon or picture it is."""
    return f"<svg {_digest(svg[0])}/>"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def _labels(book: Mapping[str, Any]) -> list[Any]:
    """What stands in it, by its groups."""
    return [
        bool(book["cover"]),
        len(book["contents"]),
        *(
            [one["label"], [each["label"] for each in one.get("sections", ())]]
            for kind in ("maps", "parts", "voice", "back")
            for one in book[kind]
        ),
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    return {name: getattr(value, name) for name in getattr(type(value), "__dataclass_fields__", ())} or str(value)


def _texts(value: Any) -> Iterator[str]:
    """Every text in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
    elif hasattr(type(value), "__dataclass_fields__"):
        yield from _texts([getattr(value, name) for name in type(value).__dataclass_fields__])
