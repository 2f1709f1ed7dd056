"""What somebody might try, by accident or by hand: none of it puts a word under an approval that nobody approved."""

import datetime as dt
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Highlight, Rectangle, Text
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject, RectangleObject

from cjm.app.edition import WAITING
from cjm.approval import standings
from cjm.approval.history import record_digest, record_name
from cjm.load import load_folder

from .conftest import Club

TODAY = dt.date(2026, 11, 22)
Cheat = Callable[[PdfWriter, Path], None]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Club:
    """A club with a printed book; nobody writes here."""
    club = Club(tmp_path_factory.mktemp("club"))
    club.printed().rename(club.root / "club.pdf")
    return club


def saved(writer: PdfWriter, club: Club) -> Path:
    file = club.root / "copy.pdf"
    with file.open("wb") as stream:
        writer.write(stream)
    return file


def refused(club: Club, file: Path, *words: str) -> None:
    before = club.records
    result = club.approve("boris", "--all", "--pdf", str(file))
    assert result.exit_code == 1, result.output
    assert all(word in result.output for word in words), result.output
    assert club.records == before


def blank(writer: PdfWriter, _: Path) -> None:
    for page in writer.pages:
        stream = DecodedStreamObject()
        stream.set_data(b"")
        page[NameObject("/Contents")] = stream


def cut(writer: PdfWriter, _: Path) -> None:
    for _ in range(len(writer.pages) - 4):
        writer.remove_page(writer.pages[-1])


def boxed(writer: PdfWriter, _: Path) -> None:
    """An opaque white box, drawn into the page: all its words stay."""
    page = writer.pages[2]
    stream = DecodedStreamObject()
    stream.set_data(page.get_contents().get_data() + b"\nq 1 g 0 0 600 400 re f Q")  # type: ignore[union-attr]
    page[NameObject("/Contents")] = stream


def cropped(writer: PdfWriter, _: Path) -> None:
    writer.pages[3].cropbox = RectangleObject((0, 400, 595, 842))


def turned(writer: PdfWriter, _: Path) -> None:
    writer.pages[3].rotate(180)


def swapped(writer: PdfWriter, _: Path) -> None:
    page = writer.pages[2]
    writer.remove_page(page)
    writer.insert_page(page, 3)


def doubled(writer: PdfWriter, _: Path) -> None:
    writer.add_page(writer.pages[3])


def another_font(writer: PdfWriter, _: Path) -> None:
    """The same codes, and the letters of another font."""
    fonts = writer.pages[3]["/Resources"]["/Font"]  # type: ignore[index]
    first = next(iter(fonts.values())).get_object()  # type: ignore[union-attr]
    inner = first["/DescendantFonts"][0].get_object()
    file = inner["/FontDescriptor"].get_object()
    key = next(key for key in file if key.startswith("/FontFile"))
    file[key].get_object().set_data(b"\x00\x01 other letters")


def annotated(kind: str) -> Cheat:
    def cheat(writer: PdfWriter, _: Path) -> None:
        box = (50, 100, 500, 400)
        made = {
            "box": lambda: Rectangle(rect=box, interior_color="ffffff"),
            "text": lambda: FreeText(text="возврат до 50 000 ₽", rect=box),
            "huge note": lambda: Text(rect=box, text="!"),
        }[kind]()
        writer.add_annotation(2, made)

    return cheat


PDF_CHEATS: dict[str, tuple[Cheat, str]] = {
    "blank pages with copied keywords": (blank, "нет ни одной страницы редакции 1"),
    "cut": (cut, "страниц 4 вместо"),
    "white box drawn in": (boxed, "страница 3 не та"),
    "cropped": (cropped, "страница 4 не та"),
    "turned": (turned, "страница 4 не та"),
    "pages in another order": (swapped, "страница 3 не та"),
    "a page twice": (doubled, "страниц"),
    "another font": (another_font, "нет ни одной страницы"),
    "box laid over": (annotated("box"), "на странице 3 лежит"),
    "text laid over": (annotated("text"), "на странице 3 лежит"),
    "a note as large as a page": (annotated("huge note"), "на странице 3 лежит"),
}


@pytest.mark.parametrize(("cheat", "says"), PDF_CHEATS.values(), ids=PDF_CHEATS)
def test_a_copy_that_is_not_the_book(shelf: Club, cheat: Cheat, says: str) -> None:
    writer = PdfWriter(clone_from=shelf.root / "club.pdf")
    cheat(writer, shelf.root)
    refused(shelf, saved(writer, shelf), says)


def hidden(writer: PdfWriter, subtype: str, content: bytes) -> None:
    """A mark whose look is drawn by hand: opaque, over half a page."""
    mark = Highlight(rect=(0, 0, 595, 400), quad_points=ArrayObject([FloatObject(0)] * 8))
    mark[NameObject("/Subtype")] = NameObject(subtype)
    look = DecodedStreamObject()
    look.set_data(content)
    look[NameObject("/Resources")] = DictionaryObject()
    mark[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(look)})
    writer.add_annotation(2, mark)


@pytest.mark.parametrize(
    ("subtype", "content"),
    [("/Highlight", b"1 g 0 0 595 400 re f"), ("/Ink", b"1 G 400 w 0 200 m 595 200 l S"), ("/Ink", b"1 g 0 0 9 9 re f"),
     ("/Underline", b"1 G 90 w 0 0 m 9 9 l S"), ("/Stamp", b""), ("/Widget", b"")],
)  # fmt: skip
def test_a_mark_that_hides_what_it_marks(shelf: Club, subtype: str, content: bytes) -> None:
    writer = PdfWriter(clone_from=shelf.root / "club.pdf")
    hidden(writer, subtype, content)
    refused(shelf, saved(writer, shelf), "на странице 3 лежит")


def test_a_password(shelf: Club) -> None:
    writer = PdfWriter(clone_from=shelf.root / "club.pdf")
    writer.encrypt("x")
    refused(shelf, saved(writer, shelf), "паролем")


def test_the_old_book_with_the_keywords_of_the_new_one(club: Club) -> None:
    old = PdfWriter(clone_from=club.printed())
    club.change("guideline/sections/call.yml", "назовите себя", "молчите")
    keywords = PdfReader(club.printed()).metadata["/Keywords"]  # type: ignore[index]
    old.add_metadata({"/Keywords": keywords})
    refused(club, saved(old, club), "нет ни одной страницы редакции 2", "или на них другой текст")


def test_another_edition_and_an_edited_record_of_it(club: Club) -> None:
    book = club.printed().read_bytes()
    (club.root / "old.pdf").write_bytes(book)
    club.change("guideline/facts.yml", "два часа", "три часа")
    club.printed()
    refused(club, club.root / "old.pdf", "факт «Срок переноса»: изменилось")
    [record] = (club.root / WAITING).glob("001-*.json")
    data = json.loads(record.read_text(encoding="utf-8"))
    data["items"]["fact:limit"] = "n2:" + "0" * 64
    record.write_text(json.dumps(data), encoding="utf-8")
    refused(club, club.root / "old.pdf", "записи о редакции 1")


def test_a_draft(club: Club) -> None:
    club.change("guideline/handbook.yml", "language: ru", "language: ru\nlint: {profile: release}")  # warnings count
    made = club.cjm("pdf", "--draft", "-o", str(club.root / "draft.pdf"))
    assert made.exit_code == 0
    refused(club, club.root / "draft.pdf", "это черновик")


def test_what_is_accepted(club: Club) -> None:
    """The very file, a copy saved anew, one with notes; a second signer after the first; an unnamed section moved on."""
    book = club.printed(day="2026-11-22")
    assert club.approve("boris", "--all", "--pdf", str(book)).exit_code == 0
    writer = PdfWriter(clone_from=book)
    writer.compress_identical_objects()
    writer.add_annotation(1, Text(rect=(10, 10, 30, 30), text="Назвать срок"))
    points = ArrayObject([FloatObject(one) for one in (50, 700, 200, 700, 50, 690, 200, 690)])
    writer.add_annotation(1, Highlight(rect=(50, 690, 200, 700), quad_points=points))
    copy = saved(writer, club)
    club.change("guideline/sections/visit.yml", "назовите себя", "уйдите")
    result = club.approve("anna", "call", "--pdf", str(copy))
    assert result.exit_code == 0, result.output
    data = yaml.safe_load(next(file for file in club.records if "anna" in file.name).read_text(encoding="utf-8"))
    assert data["decision"] == "remarks" and data["remarks"] == ["с. 2: Назвать срок"]
    assert "утверждено с замечаниями 22.11.2026: Анна Орлова: с. 2: Назвать срок" in club.told("review")


# By hand, in the records


def forged(club: Club, change: Callable[[str], str]) -> None:
    """The first record as somebody would write it by hand, with a name that fits."""
    first = club.records[0]
    text = change(first.read_text(encoding="utf-8"))
    first.unlink()
    club.write("guideline/approvals/x.yml", text)
    [record] = [one for one in load_folder(club.root).approvals if one.id == first.stem]
    assert record.date is not None
    name = record_name(record.date, record.by, record_digest(record))
    (club.root / "guideline/approvals/x.yml").unlink()
    club.write(f"guideline/approvals/{name}.yml", text.replace(first.stem, name))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("number: 1", "number: 7", "такой редакции нет"),
        ("date: '2026-11-22'", "date: '2001-01-01'", "день раньше"),
        ("date: '2026-11-22'", "date: '2099-01-01'", "ещё не наступил"),
        ("by: boris", "by: vera", "не мог такое утверждать"),
        ("section:call\n  digest: n2:", "section:call\n  digest: n2:0", "такой редакции нет"),
    ],
)
def test_a_record_made_by_hand(club: Club, old: str, new: str, says: str) -> None:
    assert club.approve("boris", "--all").exit_code == 0
    forged(club, lambda text: text.replace(old, new, 1))
    assert says in club.told("review")
    assert not standings(load_folder(club.root), TODAY).stands.versions


def test_a_record_without_a_book_that_says_it_is_minor(approved: Club) -> None:
    approved.change("guideline/facts.yml", "два часа", "два  часа")
    assert approved.approve("boris", "--minor", "--all").exit_code == 1  # blanks alone are no change at all
    approved.change("guideline/facts.yml", "два  часа", "«два» часа")
    assert approved.approve("boris", "--minor", "--all").exit_code == 0
    [fake] = [file for file in approved.records if "minor: true" in file.read_text(encoding="utf-8")]
    approved.change("guideline/facts.yml", "«два» часа", "девять лет")
    from cjm.approval.items import items
    from cjm.approval.texts import text_of

    item = items(load_folder(approved.root))["fact:limit"]
    name, raw = text_of(item)
    (approved.root / f"guideline/approvals/texts/{name}.json").write_bytes(raw)
    data = yaml.safe_load(fake.read_text(encoding="utf-8"))
    data["items"][0] |= {"digest": item.digest, "binds": item.binds, "text": name}
    fake.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    [record] = [one for one in load_folder(approved.root).approvals if one.id == fake.stem]
    right = record_name(record.date, record.by, record_digest(record))  # type: ignore[arg-type]
    fake.unlink()
    approved.write(f"guideline/approvals/{right}.yml", yaml.safe_dump(data | {"approval": right}, allow_unicode=True))
    assert "изменились не только знаки" in approved.told("review")
    assert standings(load_folder(approved.root), TODAY).items["fact:limit"].status == "changed"


def test_nobody_gives_herself_the_right(approved: Club) -> None:
    approved.change("guideline/handbook.yml", "Вера Лис, role: admin", "Вера Лис, role: admin, approves: true")
    result = approved.approve("vera", "--all")
    assert result.exit_code == 1 and "ещё не может утверждать" in result.output and "Борис Зимин" in result.output
    assert approved.approve("boris", "people").exit_code == 0  # somebody who could before
    assert approved.approve("vera", "call", today="2026-11-23").exit_code == 0


def test_the_right_cannot_be_withdrawn_from_under_everybody(approved: Club) -> None:
    assert "отозвать нельзя" in approved.approve("boris", "people", "--decision", "withdrawn").output


def test_two_branches_that_approve_a_section_and_its_fact_apart(approved: Club) -> None:
    """After the merge nobody has read the one with the other."""
    before = {path: path.read_bytes() for path in approved.root.rglob("guideline/**/*") if path.is_file()}
    approved.change("guideline/sections/call.yml", "назовите себя", "улыбнитесь")
    assert approved.approve("boris", "call", "--pdf", str(approved.pdf(day="2026-11-22"))).exit_code == 0
    ours = {path: path.read_bytes() for path in approved.root.rglob("guideline/**/*") if path.is_file()}
    for path in ours.keys() - before.keys():
        path.unlink()
    for path, raw in before.items():
        path.write_bytes(raw)
    shutil.rmtree(approved.root / WAITING)  # on another machine
    approved.change("guideline/facts.yml", "два часа", "три часа")
    assert approved.approve("anna", "fact:limit").exit_code == 0
    for path, raw in ours.items():
        if path.name != "facts.yml":
            path.write_bytes(raw)
    assert len(list(approved.root.glob("guideline/editions/002-*.json"))) == 2  # two books of one number
    found = standings(load_folder(approved.root), TODAY)
    assert found.items["fact:limit"].status == "approved" and found.of["call"].status == "suspect"


def test_both_must_sign(club: Club) -> None:
    club.change(
        "guideline/handbook.yml", "review: {every: 180 дней}", "review: {every: 180 дней}\napproval: {need: all}"
    )
    assert club.approve("boris", "--all").exit_code == 0
    assert standings(load_folder(club.root), TODAY).of["call"].status == "never"
    assert club.cjm("build", "--released").exit_code == 2
    assert club.approve("anna", "--all").exit_code == 0
    assert standings(load_folder(club.root), TODAY).of["call"].status == "approved"


def test_rejected_and_withdrawn(approved: Club) -> None:
    approved.change("guideline/sections/call.yml", "назовите себя", "молчите")
    assert approved.approve("boris", "call", "--decision", "rejected", "--remark", "Нет").exit_code == 0
    assert "отклонено 22.11.2026" in approved.told("review")
    assert approved.approve("boris", "visit", "--decision", "withdrawn").exit_code == 0
    found = standings(load_folder(approved.root), TODAY)
    assert found.of["visit"].status == "never" and "visit" not in found.stands.versions


def test_a_day_that_cannot_be(approved: Club) -> None:
    printed = approved.pdf(day="2026-11-22")
    told = approved.approve("boris", "--all", "--pdf", str(printed), today="2020-01-01").output
    assert "раньше, чем день этого PDF (22.11.2026)" in told
    assert "так не бывает" in approved.approve("boris", "call", "--pdf", str(approved.pdf()), today="2026-11-19").output
    assert "больше года" in approved.approve("boris", "--all", "--pdf", str(approved.pdf()), today="2029-11-22").output


def test_an_approved_section_that_is_gone_is_told(approved: Club) -> None:
    (approved.root / "guideline/sections/visit.yml").unlink()
    assert "в гайдлайне больше нет или снято: 1\n  раздел «visit»" in approved.told("review")


def test_verify_tells_a_book_by_file_number_and_code(approved: Club) -> None:
    file = approved.pdf(day="2026-11-21")
    told = approved.told("verify", str(file))
    assert "Это сам файл редакции 1 от 21.11.2026" in told and "Утверждено 21.11.2026: Борис Зимин" in told
    approved.change("guideline/facts.yml", "два часа", "три часа")
    assert "С тех пор изменилось: факт «Срок переноса»" in approved.told("verify", "1")
    code = told.partition("код ")[2][:19]
    assert "Редакция 1" in approved.told("verify", code)
    assert approved.cjm("verify", "нет такого").exit_code == 2
