"""Twenty more that somebody might try, each of which once passed or could have."""

import dataclasses
import datetime as dt
import json
from collections.abc import Callable

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    RectangleObject,
    TextStringObject,
)

from cjm.app.edition import WAITING
from cjm.app.released import LookFetches, released
from cjm.approval import standings
from cjm.approval.editions import PrintedBook, editions
from cjm.diff.minor import only_marks
from cjm.load import load_folder

from .conftest import Club
from .test_cheats import TODAY, refused, saved


def status(club: Club, id: str) -> str:
    return standings(load_folder(club.root), TODAY).of[id].status


# Words that stand in a section and are written elsewhere


def test_a_table_that_a_section_shows_is_read_with_it(club: Club) -> None:
    promise = "promises: [{id: back, giver: admin, to: клиент, promise: Вернём 500 ₽., measure: чек}]\n"
    club.write("guideline/promises.yml", promise)
    club.change("guideline/sections/call.yml", "title: Звонок", "title: Звонок\nshows: [promises]")
    assert club.approve("boris", "--all").exit_code == 0 and status(club, "call") == "approved"
    club.change("guideline/promises.yml", "500 ₽", "50 000 ₽")
    assert status(club, "call") == "suspect" and status(club, "visit") == "approved"


# What the page fetches when it is read


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("mkdocs.yml", "extra_javascript:\n  - https://evil.example/x.js\n"),
        ("mkdocs.yml", "extra_css: ['a.css']\nextra_javascript:\n  - path: //evil.example/x.js\n"),
        ("mkdocs.yml", "theme:\n  custom_dir: ../evil\n"),
        ("mkdocs.yml", "copyright: '<script src=\"https://evil.example/x.js\"></script>'\n"),
        ("templates/theme/main.html", "<script async\n  src='//evil.example/x.js'></script>\n"),
        ("templates/pages/home.md", "<iframe src=https://evil.example/></iframe>\n"),
        ("site_build/assets/css/own.css", "@import 'https://evil.example/x.css';\n"),
        ("site_build/assets/css/own.css", "h1::after { content: url(https://evil.example/x.svg) }\n"),
        ("site_build/assets/own.js", "fetch('https://evil.example/x').then(show)\n"),
    ],
)
def test_what_is_fetched_when_a_page_is_read_is_not_released(club: Club, path: str, text: str) -> None:
    club.write(path, text)
    assert club.approve("boris", "--all").exit_code == 0
    with pytest.raises(LookFetches, match=r"evil"):
        released(load_folder(club.root), club.root, TODAY)


@pytest.mark.parametrize(
    "config",
    ["# https://example.org\nextra:\n  homepage: https://example.org\n", "theme: {name: material, custom_dir: own}\n"],
)
def test_an_address_that_nothing_is_fetched_from_is_fine(club: Club, config: str) -> None:
    club.write("mkdocs.yml", config)
    club.write("own/main.html", '{% extends "base.html" %}<a href="https://example.org">мы</a>\n')
    assert ("look:own/main.html" in standings(load_folder(club.root), TODAY).all) is False  # nothing was approved yet
    assert club.approve("boris", "--all").exit_code == 0
    shown = released(load_folder(club.root), club.root, TODAY)
    assert ("own/main.html" in shown.handbook.look) is ("custom_dir" in config)


# The record of an edition, edited or doubled after the approval


def doctored(edition: PrintedBook) -> PrintedBook:
    return dataclasses.replace(edition, sha256="1" * 64, pages=("0" * 64,))


@pytest.mark.parametrize("name", ["000-x.json", "999-x.json", ""])
def test_another_file_under_the_code_of_an_edition(approved: Club, name: str) -> None:
    [kept, *_] = sorted(approved.root.glob("guideline/editions/*.json"))
    [edition] = editions({kept.stem: kept.read_bytes()}).values()
    fake = approved.root / "guideline/editions" / (name or kept.name)
    fake.write_bytes(doctored(edition).as_json())
    stand = standings(load_folder(approved.root), TODAY)
    if fake == kept or name < "001":
        assert [why for _, why in stand.stands.unfounded] and "такой редакции нет" in approved.told("review")
        assert "Утверждено" not in approved.told("verify", "1")
    else:
        assert not stand.stands.unfounded, "the first of a code counts"


def test_an_edition_of_a_day_that_is_none(club: Club) -> None:
    club.printed()
    [record] = (club.root / WAITING).glob("*.json")
    data = json.loads(record.read_text(encoding="utf-8"))
    [edition] = editions({"001": record.read_bytes()}).values()
    code = dataclasses.replace(edition, day="вчера").code
    raw = json.dumps(data | {"day": "вчера", "code": code}).encode()
    assert editions({"001": raw}) == {}


# What lies over a page without being an annotation of the reader


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Club:
    """A club with a printed book; nobody writes here."""
    club = Club(tmp_path_factory.mktemp("club"))
    club.printed().rename(club.root / "club.pdf")
    return club


def cropped_from_above(writer: PdfWriter) -> None:
    """The box that all pages inherit."""
    writer.root_object["/Pages"].get_object()[NameObject("/CropBox")] = RectangleObject((0, 400, 595, 842))  # type: ignore[index]


def thick_link(writer: PdfWriter) -> None:
    page = next(
        one for one in writer.pages if any(a.get_object()["/Subtype"] == "/Link" for a in one.get("/Annots", ()))
    )
    link = next(a.get_object() for a in page["/Annots"] if a.get_object()["/Subtype"] == "/Link")  # type: ignore[attr-defined]
    link[NameObject("/Border")] = ArrayObject([FloatObject(one) for one in (0, 0, 300)])
    link[NameObject("/C")] = ArrayObject([FloatObject(1)] * 3)


def ink(writer: PdfWriter) -> None:
    stroke = DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Ink"),
        NameObject("/Rect"): RectangleObject((0, 0, 595, 842)), NameObject("/Border"): ArrayObject([FloatObject(one) for one in (0, 0, 300)]),
    })  # fmt: skip
    writer.add_annotation(2, stroke)


def opened(writer: PdfWriter) -> None:
    popup = DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Popup"),
        NameObject("/Rect"): RectangleObject((0, 0, 595, 842)), NameObject("/Open"): FloatObject(1),
    })  # fmt: skip
    writer.add_annotation(2, popup)


def other_letters(writer: PdfWriter) -> None:
    """A letter whose number is that of a blank becomes the one whose number is that of a line's end."""
    for page in writer.pages:
        drawn = page.get_contents().get_data()  # type: ignore[union-attr]
        if b"\\000 " in drawn:
            stream = DecodedStreamObject()
            stream.set_data(drawn.replace(b"\\000 ", b"\\000\n"))
            page[NameObject("/Contents")] = stream
            return
    raise AssertionError("no such letter")


def marked(subtype: str, **more: object) -> DictionaryObject:
    box = (100, 500, 140, 512)
    left, bottom, right, top = map(FloatObject, box)
    return DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject(subtype), NameObject("/Rect"): RectangleObject(box),
        NameObject("/QuadPoints"): ArrayObject([left, top, right, top, left, bottom, right, bottom]),
        **{NameObject(f"/{key}"): value for key, value in more.items()},
    })  # fmt: skip


def looks(fill: bytes) -> DictionaryObject:
    """An appearance that multiplies what lies below it by a colour."""
    stream = DecodedStreamObject()
    stream.set_data(b"/G gs " + fill + b" 0 0 40 12 re f")
    state = DictionaryObject({NameObject("/G"): DictionaryObject({NameObject("/BM"): NameObject("/Multiply")})})
    stream[NameObject("/Resources")] = DictionaryObject({NameObject("/ExtGState"): state})
    stream[NameObject("/BBox")] = RectangleObject((0, 0, 40, 12))
    return DictionaryObject({NameObject("/N"): stream})


def black_marker(writer: PdfWriter) -> None:
    writer.add_annotation(2, marked("/Highlight", C=ArrayObject([FloatObject(0.1)] * 3)))


def black_marker_that_multiplies(writer: PdfWriter) -> None:
    writer.add_annotation(2, marked("/Highlight", AP=looks(b"0 0 0.2 rg")))


def marker_of_ink_of_all_four_colours(writer: PdfWriter) -> None:
    writer.add_annotation(2, marked("/Highlight", C=ArrayObject([FloatObject(1)] * 4)))


def note_that_says_nothing(writer: PdfWriter) -> None:
    """Its sign may look like paper."""
    writer.add_annotation(2, marked("/Text"))


def words_for_another_quire(writer: PdfWriter) -> None:
    """A link that led into the book leads out of it."""
    page = next(one for one in writer.pages if one.get("/Annots"))
    link = page["/Annots"][0].get_object()  # type: ignore[index]
    link.pop("/Dest", None)
    link[NameObject("/A")] = DictionaryObject({
        NameObject("/S"): NameObject("/URI"), NameObject("/URI"): TextStringObject("https://evil.example"),
    })  # fmt: skip


@pytest.mark.parametrize(
    "cheat",
    [
        cropped_from_above, thick_link, ink, opened, other_letters, black_marker, black_marker_that_multiplies,
        marker_of_ink_of_all_four_colours, note_that_says_nothing, words_for_another_quire,
    ],
)  # fmt: skip
def test_a_copy_of_which_a_part_cannot_be_seen(shelf: Club, cheat: Callable[[PdfWriter], None]) -> None:
    writer = PdfWriter(clone_from=shelf.root / "club.pdf")
    cheat(writer)
    all_pages = cheat is cropped_from_above
    says = "нет ни одной страницы" if all_pages else "странице" if cheat in (ink, opened) else "не та"
    refused(shelf, saved(writer, shelf), says)


# What is called minor


def test_an_address_in_other_letters_is_another_address() -> None:
    assert not only_marks({"text": "см. https://a.example/Club"}, {"text": "см. https://a.example/club"})


# A name that is taken


def test_a_section_that_says_it_was_another_one_is_read_like_any(approved: Club) -> None:
    text = approved.read("guideline/sections/call.yml")
    approved.write(
        "guideline/sections/call.yml",
        text.replace("section: call", "section: phone\nwas: [call]").replace("назовите себя", "молчите"),
    )
    approved.change("guideline/handbook.yml", "[call,", "[phone,")
    approved.change("touchpoints/first.yml", "standard: call", "standard: phone")
    assert status(approved, "phone") == "changed"
    assert approved.approve("boris", "phone", "--minor").exit_code == 1


# A day that is still to come


def test_two_signers_where_one_comes_after_a_change(club: Club) -> None:
    """The second signs an old book: what the first approved since does not go back."""
    club.change(
        "guideline/handbook.yml", "review: {every: 180 дней}", "review: {every: 180 дней}\napproval: {need: all}"
    )
    old = club.pdf(day="2026-11-20")
    (club.root / "old.pdf").write_bytes(old.read_bytes())
    assert club.approve("boris", "--all", "--pdf", str(club.root / "old.pdf"), today="2026-11-20").exit_code == 0
    club.change("guideline/sections/call.yml", "назовите себя", "молчите")
    told = club.approve("anna", "call", "--pdf", str(club.root / "old.pdf")).output
    assert "раздел «Звонок»: изменилось после того, как собрали этот PDF" in told
    assert dt.date(2026, 11, 22) == TODAY and status(club, "call") == "never"


# Files that change places, names that look alike


def pixel(red: int) -> bytes:
    import io

    from PIL import Image

    made = io.BytesIO()
    Image.new("RGB", (40, 40), (red, 0, 0)).save(made, "PNG")
    return made.getvalue()


def test_two_pictures_that_change_places_are_not_what_was_read(club: Club) -> None:
    folder = club.root / "guideline/files"
    folder.mkdir(parents=True)
    (folder / "left.png").write_bytes(pixel(250))
    (folder / "right.png").write_bytes(pixel(10))
    shows = "details: [{id: way, title: Куда, text: '![Налево](files/left.png)'}]\n"
    club.write("guideline/sections/call.yml", club.read("guideline/sections/call.yml") + shows)
    assert club.approve("boris", "--all").exit_code == 0 and status(club, "call") == "approved"
    left, right = ((folder / name).read_bytes() for name in ("left.png", "right.png"))
    (folder / "left.png").write_bytes(right)
    (folder / "right.png").write_bytes(left)
    waiting = standings(load_folder(club.root), TODAY).all
    assert {waiting[f"look:guideline/files/{name}.png"].status for name in ("left", "right")} == {"changed"}
    shown = released(load_folder(club.root), club.root, TODAY)
    assert shown.handbook.look["guideline/files/left.png"] == left


def test_two_styles_that_change_places_wait(club: Club) -> None:
    club.write("site_build/assets/css/a.css", ".never { color: red }\n")
    club.write("site_build/assets/css/b.css", ".never { display: none }\n")
    assert club.approve("boris", "--all").exit_code == 0
    club.write("site_build/assets/css/a.css", ".never { display: none }\n")
    shown = released(load_folder(club.root), club.root, TODAY)
    assert shown.handbook.look["site_build/assets/css/a.css"] == b".never { color: red }\n"
    assert "a.css" in club.told("review")


def test_a_section_with_an_approved_text_under_a_name_that_looks_alike(approved: Club) -> None:
    approved.write(
        "guideline/sections/calI.yml", approved.read("guideline/sections/call.yml").replace(": call", ": calI")
    )
    approved.change("guideline/handbook.yml", "sections: [call,", "sections: [calI, call,")
    handbook = load_folder(approved.root)
    assert "calI" not in handbook.section or standings(handbook, TODAY).of["calI"].status == "never"


def test_a_record_under_another_name_or_twice(approved: Club) -> None:
    [kept, *_] = approved.records
    approved.change("guideline/sections/call.yml", "назовите себя", "молчите")
    (kept.parent / kept.name.replace("2026-", "2027-", 1)).write_bytes(kept.read_bytes())
    assert status(approved, "call") != "approved"
    assert (
        released(load_folder(approved.root), approved.root, TODAY)
        .handbook.section["call"]
        .steps[0]
        .do.count("назовите")
    )


def test_a_text_of_another_section_under_the_name_of_the_approved_one(approved: Club) -> None:
    """The kept text is what is published: another one in its place is told, not shown."""
    texts = [file for file in approved.approved_texts if "назовите себя" in file.read_text("utf-8")]
    for file in texts:
        file.write_text(file.read_text("utf-8").replace("назовите себя", "потребуйте 50 000 ₽"), "utf-8")
    assert texts
    made = approved.cjm("build", "--released")
    site = approved.root / "site_build/out/site"
    pages = " ".join(page.read_text("utf-8") for page in site.rglob("*.html")) if site.exists() else ""
    assert "потребуйте" not in pages and ("изменён" in made.output or "правлен" in made.output or made.exit_code), (
        made.output
    )


def test_the_clock_of_the_machine_is_set_back(approved: Club) -> None:
    """A refusal of today is not older than a yes that says it is of tomorrow."""
    approved.change("guideline/sections/call.yml", "назовите себя", "молчите")
    result = approved.approve("boris", "--all", today="2026-11-01")
    assert result.exit_code == 1 or status(approved, "call") in ("approved", "changed")
    assert "2026-11-01" not in "".join(record.name for record in approved.records) or "ран" in approved.told("review")
