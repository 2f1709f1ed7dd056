"""A long book is set in quires and sewn: for who reads, clicks or hears it, it is one."""

import io
import itertools
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from cjm.book import Book, book, quires
from cjm.model import Handbook
from cjm.publish.pdf import pdf, pictures

from .conftest import DAY, FILES, ROOT, section
from .structure import destinations, told

pytestmark = pytest.mark.slow  # each book is set twice, quire by quire

TABLE = """details:
  - {id: rows, title: Сроки, text: "| Что | Когда |\\n| --- | --- |\\n| Звонок | Утром |"}
"""


@pytest.fixture
def of_four(loaded: Callable[..., Handbook]) -> Handbook:
    """Four sections in two parts that lead to each other, each with a table."""
    facts = "facts:\n" + "".join(f"  - {{id: bath-{n}, title: Ванна {n}, value: {n} метров}}\n" for n in range(2, 14))
    outline = FILES["guideline/handbook.yml"].replace(
        "sections: [call, visit]}", "sections: [call, visit]}\n  - {id: rest, title: Остальное, sections: [pay, leave]}"
    )
    ids = ("call", "visit", "pay", "leave")
    texts = {
        f"guideline/sections/{id}.yml": section(
            id, f"Раздел про {id}", TABLE + f"  - {{id: see, title: Ещё, text: 'См. [дальше](section:{other}).'}}\n"
        )
        for id, other in zip(ids, (*ids[1:], ids[0]), strict=True)
    }
    return loaded({"guideline/handbook.yml": outline, "guideline/facts.yml": facts, **texts})


@pytest.fixture
def in_small_quires(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quires, "QUIRE", 700)


def read(raw: bytes) -> list[str]:
    return [page.extract_text().replace("\u00a0", " ") for page in PdfReader(io.BytesIO(raw)).pages]


def test_it_is_told_as_if_it_were_set_at_once(
    of_four: Handbook, monkeypatch: pytest.MonkeyPatch, in_small_quires: None
) -> None:
    made = book(of_four, today=DAY)
    parts = quires.quires(made.data)
    assert len(parts) > 5 and {one.data.get("resumes") for one in parts} >= {"part:basics", "part:rest", "reference"}
    sewn = pdf(made, ROOT / "nowhere")
    monkeypatch.setattr(quires, "QUIRE", 10**9)
    whole = pdf(made, ROOT / "nowhere")
    assert told(sewn) == told(whole)
    assert set(destinations(sewn)) >= set(destinations(whole))


def test_what_is_referred_to_is_on_that_page(of_four: Handbook, in_small_quires: None) -> None:
    raw = pdf(book(of_four, today=DAY), ROOT / "nowhere")
    pages, where = read(raw), destinations(raw)
    for id, other in itertools.pairwise(("call", "visit", "pay", "leave", "call")):
        text = pages[where[f"section:{id}"][0] - 1]
        assert f"дальше (с. {where[f'section:{other}'][0]})" in re.sub(r"\s+", " ", text)
    contents = re.sub(r"\s+", " ", next(text for text in pages if "Содержание" in text))
    assert all(f"Раздел про {id} {where[f'section:{id}'][0]}" in contents for id in ("call", "visit", "pay", "leave"))
    assert [text.rstrip().split()[-1] for text in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]


def test_bookmarks_hang_below_their_chapter(of_four: Handbook, in_small_quires: None) -> None:
    reader = PdfReader(io.BytesIO(pdf(book(of_four, today=DAY), ROOT / "nowhere")))
    names = [[str(each.title) for each in one] if isinstance(one, list) else str(one.title) for one in reader.outline]
    assert names[names.index("Основа") + 1] == ["1. Раздел про call", "2. Раздел про visit"]
    assert names[names.index("Остальное") + 1] == ["3. Раздел про pay", "4. Раздел про leave"]


def test_links_to_another_quire_lead_there_and_say_so(of_four: Handbook, in_small_quires: None) -> None:
    raw = pdf(book(of_four, today=DAY), ROOT / "nowhere")
    reader, where = PdfReader(io.BytesIO(raw)), destinations(raw)
    said = set()
    for page in reader.pages:
        for reference in page.get("/Annots", ()):
            link = reference.get_object()
            if str(link.get("/Dest")).startswith("section:"):
                said.add((str(link["/Dest"]), str(link["/Contents"])))
    assert ("section:pay", f"с. {where['section:pay'][0]}") in {
        (to, words.removeprefix("Раздел, ")) for to, words in said
    }


def test_the_same_bytes_and_the_pictures_of_all_pages(of_four: Handbook, in_small_quires: None) -> None:
    made = book(of_four, today=DAY)
    raw = pdf(made, ROOT / "nowhere")
    assert raw == pdf(made, ROOT / "nowhere")
    assert len(pictures(made, ROOT / "nowhere", ppi=20)) == len(read(raw))


def test_a_page_number_that_grows_is_told_again(
    of_four: Handbook, in_small_quires: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quires, "_PAGE", 10)  # so that hundreds of pages are thought to be
    raw = pdf(book(of_four, today=DAY), ROOT / "nowhere")
    pages, where = read(raw), destinations(raw)
    assert f"дальше (с. {where['section:visit'][0]})" in re.sub(r"\s+", " ", pages[where["section:call"][0] - 1])


def test_no_quire_of_the_reference_handbook_is_large(handbook: Handbook) -> None:
    made: Book = book(handbook, today=DAY)
    parts = quires.quires(made.data)
    assert 3 <= len(parts) <= 6
    assert not [one.pages for one in parts if one.pages > 40]
    assert [one for part in parts for one in part.data["maps"]] == made.data["maps"]
    sections = [one["label"] for part in parts for chapter in part.data["parts"] for one in chapter["sections"]]
    assert sections == [one["label"] for chapter in made.data["parts"] for one in chapter["sections"]]
    assert [one for part in parts for one in part.data["back"]] == made.data["back"]


def test_an_own_template_is_set_as_it_was_before_there_were_quires(
    of_four: Handbook, in_small_quires: None, tmp_path: Path
) -> None:
    own = tmp_path / "templates/print/style.typ"
    own.parent.mkdir(parents=True)
    style = (ROOT / "templates/print/style.typ").read_text("utf-8")
    own.write_text(style.replace('data.at("before", default: 0)', "0"), "utf-8")
    pages = read(pdf(book(of_four, today=DAY), tmp_path))
    assert [text.rstrip().split()[-1] for text in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]


def test_small_maps_share_a_page(loaded: Callable[..., Handbook]) -> None:
    journey = FILES["touchpoints/first.yml"]
    ids = ("first", "second", "third")
    texts = {
        f"touchpoints/{id}.yml": re.sub(r"id: (first-call|came|swam)", rf"id: {id}-\1", journey)
        .replace("journey: first", f"journey: {id}")
        .replace("Первое посещение", f"Путь {id}")
        for id in ids
    }
    made = book(loaded(texts), today=DAY)
    high = [one["sheets"][0]["height"] for one in made.data["maps"]]
    assert high[0] + high[1] + 24 <= 796 < sum(high) + 48
    raw = pdf(made, ROOT / "nowhere")
    where = destinations(raw)
    on = [where[f"journey:{id}"] for id in ids]
    assert [page - on[0][0] for page, *_ in on] == [0, 0, 1] and on[0][2] > on[1][2] + 200
    assert [element for element, _ in told(raw)].count("/Figure") == len(ids)
