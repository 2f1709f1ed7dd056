"""The reference handbook as a PDF: what management, a reader on screen and a machine find in it."""

import dataclasses
import io
import itertools
import re

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

from cjm.book import Cut, Manifest, book, stamped
from cjm.model import Handbook
from cjm.publish.pdf import pdf

from .conftest import DAY, ROOT

pytestmark = pytest.mark.slow  # the whole book is set and read back


def bookmarks(reader: PdfReader) -> list[tuple[int, str, int]]:
    """Level, title and page (from 1) of every bookmark."""

    def walk(items: list, level: int):  # type: ignore[no-untyped-def, type-arg]
        for item in items:
            if isinstance(item, list):
                yield from walk(item, level + 1)
            else:
                assert isinstance(item, Destination)
                yield level, " ".join(str(item.title).split()), reader.get_destination_page_number(item) + 1

    return list(walk(reader.outline, 1))


def folded(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b-]+", "", text)


def test_bookmarks_are_the_contents_page_by_page(reader: PdfReader, pages: list[str]) -> None:
    contents = folded("".join(text for text in pages[2:5] if "Содержание" in text))
    marks = bookmarks(reader)
    assert len(marks) > 45
    for _, title, page in marks:
        number, _, words = title.rpartition(". ") if re.match(r"\d+\. ", title) else ("", "", title)
        assert folded(f"{number}{words}{page}") in contents or folded(f"{number}.{words}{page}") in contents, (
            title,
            page,
        )


def test_every_section_begins_on_its_page_under_its_own_head(
    handbook: Handbook, reader: PdfReader, pages: list[str]
) -> None:
    where = {title: page for _, title, page in bookmarks(reader)}
    for section in [one for one in handbook.sections if one.id in handbook.number]:
        number = handbook.number[section.id]
        page = where[f"{number}. {section.title}"]
        head = " ".join(pages[page - 1].split("\n")[:2])
        assert section.short in head and str(number) in head, (section.id, head)


def test_a_page_is_headed_by_all_its_sections(handbook: Handbook, reader: PdfReader, pages: list[str]) -> None:
    where = {title: page for _, title, page in bookmarks(reader)}
    begins = [
        (where[f"{handbook.number[one.id]}. {one.title}"], one)
        for one in handbook.sections
        if one.id in handbook.number
    ]
    shared = 0
    for (_, before), (page, one) in itertools.pairwise(begins):
        head, rest = pages[page - 1].split("\n", 1)
        first, second = (f"{handbook.number[each.id]} · {each.short}" for each in (before, one))
        if first in head:
            assert head.index(first) < head.index(second)
            assert folded(one.title) in folded(rest) and not folded(rest).startswith(folded(one.title))
            shared += 1
    assert shared > 3


def test_a_part_begins_where_the_one_before_ends(handbook: Handbook, reader: PdfReader, pages: list[str]) -> None:
    where = {title: page for level, title, page in bookmarks(reader) if level == 1}
    parts = [part.title for part in handbook.outline.parts]
    heads = [pages[where[title] - 1].split("\n", 1)[0] for title in parts]
    assert all(title in head for title, head in zip(parts, heads, strict=True))
    shared = [
        head
        for (before, title), head in zip(itertools.pairwise(parts), heads[1:], strict=True)
        if f"{before} | {title}" in head
    ]
    assert shared


def test_gaps_in_prose_are_set_without_brackets(pages: list[str]) -> None:
    assert not [number for number, text in enumerate(pages, start=1) if re.search(r"[<‹]\w|\w[>›]", text)]


def test_the_book_is_no_thicker_than_it_must_be(reader: PdfReader) -> None:
    # 34 sections in the order, ten beside them (emergency, first shift, seven of rare cases, four talks), eleven kinds of
    # shared things, five maps, four pages of the voice of clients.
    assert len(reader.pages) <= 137


def test_text_comes_out_as_it_was_written(handbook: Handbook, pages: list[str]) -> None:
    whole = folded(" ".join(pages))
    for section in handbook.sections:
        for conflict in section.conflicts:
            assert folded(conflict.says) in whole
        for never in section.never:
            assert not never.say or folded(never.say) in whole


def test_questions_of_the_exam_are_not_printed(handbook: Handbook, pages: list[str]) -> None:
    whole = folded(" ".join(pages))
    asked = [question for section in handbook.sections for question in section.questions]
    assert any(folded(question.ask) in whole for question in asked if question.use == "practice")
    assert not [question.id for question in asked if question.use == "exam" and folded(question.ask) in whole]


def test_links_lead_to_pages_of_the_book(reader: PdfReader) -> None:
    there = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
    count = 0
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            target = link.get("/Dest") or link.get("/A", {}).get("/D")
            if target is None:
                assert str(link["/A"]["/URI"]).startswith(("http", "mailto:"))
                continue
            if isinstance(target, str):
                target = reader.named_destinations[target].dest_array
            assert target[0].idnum in there
            count += 1
    assert count > 300


def test_metadata_and_standards(handbook: Handbook, reader: PdfReader) -> None:
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "ru" and root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    xmp = root["/Metadata"].get_data().decode("utf-8")
    assert "<pdfaid:part>2</pdfaid:part>" in xmp and "<pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert reader.metadata is not None
    assert reader.metadata.title == handbook.outline.title
    assert reader.metadata.author == handbook.outline.organisation


def test_only_the_shipped_fonts_are_embedded(reader: PdfReader) -> None:
    seen = set()
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            base = font.get_object()
            below = base["/DescendantFonts"][0].get_object()
            descriptor = below["/FontDescriptor"].get_object()
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)
            seen.add(str(base["/BaseFont"]).partition("+")[2].partition("-")[0])
    assert seen == {"GolosText"}


def test_maps_are_on_pages_of_the_desk_s_printer_with_their_story_in_words(
    handbook: Handbook, reader: PdfReader
) -> None:
    where: dict[str, int] = {}
    for _, title, page in bookmarks(reader):
        where.setdefault(title, page)  # a part may be called as a journey is, and comes later
    told = " ".join(alternatives(reader.trailer["/Root"]["/StructTreeRoot"]))
    for journey in handbook.journeys:
        box = reader.pages[where[journey.title] - 1].mediabox
        assert (round(box.width), round(box.height)) == (595, 842)
        assert all(touchpoint.title in told for touchpoint in journey.touchpoints)


def alternatives(element):  # type: ignore[no-untyped-def]
    """The texts that stand for pictures, in the order of the document."""
    if "/Alt" in element:
        yield str(element["/Alt"])
    below = element.get("/K", [])
    for one in below if isinstance(below, list) else [below]:
        one = one.get_object()
        if isinstance(one, dict):
            yield from alternatives(one)


def test_the_manifest_names_the_handbook_and_the_day(printed: bytes) -> None:
    from cjm.book import read_manifest

    metadata = PdfReader(io.BytesIO(printed)).metadata
    assert metadata is not None
    found = read_manifest(str(metadata["/Keywords"]))
    assert found is not None
    assert (found.handbook, found.edition, found.number, found.draft) == ("korablik", DAY, 0, False)


def test_number_and_code_stand_on_every_page(handbook: Handbook) -> None:
    code = "7c3e91af20d4b6e8" * 4
    made = stamped(
        book(handbook, today=DAY, cut=Cut("part", handbook.outline.parts[0].id)), Manifest("korablik", DAY, 12, code)
    )
    for number, page in enumerate(PdfReader(io.BytesIO(pdf(made, ROOT))).pages, start=1):
        text = page.extract_text().replace("\u00a0", " ")
        assert "7C3E 91AF 20D4 B6E8" in text and "Редакция 12" in text, number


@pytest.mark.parametrize(
    "word", ["Акваклуб «Кораблик»", "Лист утверждения", "утверждаю", "с замечаниями", "Марина Соколова"]
)
def test_management_finds(word: str, pages: list[str]) -> None:
    assert any(word in text for text in pages[:3])


def test_the_cover_is_not_hyphenated(pages: list[str]) -> None:
    assert not re.search(r"[а-яё]-\n", pages[0])


def test_the_same_bytes_for_the_same_handbook(handbook: Handbook, printed: bytes) -> None:
    assert pdf(book(handbook, today=DAY), ROOT) == printed


def test_no_line_ends_in_a_short_word(reader: PdfReader, pages: list[str]) -> None:
    short = re.compile(r"(?<![\w-])([авикосуя]|[вск]о|об|из|за|на|до|от|по|н[еио])\s*$", re.IGNORECASE)
    lines = [line for text in pages[first_part(reader) - 1 :] for line in text.split("\n")]  # cards of a map are narrow
    hanging = [line for line in lines if short.search(line)]
    assert len(lines) > 6000 and len(hanging) < 5, hanging


def first_part(reader: PdfReader) -> int:
    """The page on which the first part begins, behind cover, contents and maps."""
    return next(page for level, title, page in bookmarks(reader) if level == 2 and re.match(r"1\. ", title))


def body(page: PageObject) -> list[tuple[float, str]]:
    """What stands between head and foot of a page: height above the paper's edge, and words."""
    found: list[tuple[float, str]] = []
    page.extract_text(visitor_text=lambda said, cm, tm, *rest: found.append((tm[5] * cm[3] + cm[5], said)))
    return [(y, said.strip()) for y, said in found if 46 < y < 790 and said.strip()]


def test_no_page_is_half_empty_but_before_a_part(reader: PdfReader) -> None:
    begins = {page for level, _, page in bookmarks(reader) if level == 1} | {len(reader.pages) + 1}
    drawn = [page for level, title, page in bookmarks(reader) if title in ("Голос клиента", "Справочник")]
    begins |= set(range(drawn[0] + 1, drawn[1]))  # a picture that has no room left begins the next page
    empty = {}
    for number, page in enumerate(reader.pages, start=1):
        if number >= first_part(reader) and number + 1 not in begins:
            empty[number] = (min(y for y, _ in body(page)) - 48.2) / 72 * 25.4
    below = 1.5  # millimetres between the last line and the foot of what it stands in
    assert {number: high for number, high in empty.items() if high - below > 60} == {}


def test_what_belongs_together_is_not_torn(pages: list[str]) -> None:
    """No page begins with a question or a prohibition that is not below its heading, nor with the first question alone."""
    first = [text.split("\n")[1:4] for text in pages]
    for number, lines in enumerate(first, start=1):
        assert not re.match(r"(Нельзя|Не говорите): |[2-9]\. .*\?$", lines[0] if lines else ""), (number, lines)
        assert lines[:1] != ["Проверьте себя"] or not lines[1].startswith("1."), (number, lines)


@pytest.mark.parametrize(("maps", "size"), [("a4", (595, 796)), ("a3", (1191, 10_000))])
def test_the_letters_of_a_map_can_be_read_on_its_paper(
    handbook: Handbook, maps: str, size: tuple[float, float]
) -> None:
    wanted = dataclasses.replace(handbook, outline=dataclasses.replace(handbook.outline, maps=maps))
    sheets = [one for each in book(wanted, today=DAY).data["maps"] for one in each["sheets"]]
    assert (len(sheets) > len(handbook.journeys)) == (maps == "a4")
    for one in sheets:  # set in full size where it is no larger than the page
        assert one["width"] <= size[0] and one["height"] <= size[1]
        assert min(float(found) for found in re.findall(r'font-size="([\d.]+)', one["svg"])) >= 7
