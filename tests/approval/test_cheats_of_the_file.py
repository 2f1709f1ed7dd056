"""Cheats of a third kind: layers, scripts, fields, attachments and spoken words of a PDF; records that nobody wrote as they are."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from cjm.approval import standings
from cjm.load import load_folder

from .conftest import Club
from .test_cheats import TODAY, forged, refused
from .test_more_cheats import status


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Club:
    """A club with a printed book; nobody writes here."""
    club = Club(tmp_path_factory.mktemp("club"))
    club.printed().rename(club.root / "club.pdf")
    return club


def layer(pdf: Pdf) -> None:
    """The words of a page lie on a layer that is switched off."""
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("words")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    page = pdf.pages[2]
    page.Resources["/Properties"] = Dictionary(Words=group)
    page.contents_add(b"/OC /Words BDC", prepend=True)
    page.contents_add(b"EMC")


def layer_of_nothing(pdf: Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary())


def script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('возврат до 50 000 ₽')"))


def named_script(pdf: Pdf) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String("this.getField('x')"))
    pdf.Root.Names.JavaScript = Dictionary(Names=Array([String("x"), pdf.make_indirect(action)]))


def script_of_a_page(pdf: Pdf) -> None:
    pdf.pages[2].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("app.beep()")))


def form(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array(), NeedAppearances=True)


def attachment(pdf: Pdf) -> None:
    pdf.attachments["приложение.txt"] = "Возврат до 50 000 ₽ без спроса".encode()


def spoken(pdf: Pdf) -> None:
    """A screen reader, and whoever copies, gets other words than those that are drawn."""
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem" and one.get("/S") == "/P":
            one.ActualText = String("Возврат до 50 000 ₽ без спроса")
            return


def told_of_a_picture(pdf: Pdf) -> None:
    pictured = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one)
    next(pictured).Alt = String("Первым делом — деньги")


def bookmark(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].title = "Утверждено всё"


def page_of_another_book(pdf: Pdf) -> None:
    """What an incremental update does: a page's object is another one now."""
    pdf.pages[2].Contents = pdf.pages[3].Contents


CHEATS = {
    "a layer": (layer, "страница 3 не та"), "a layer of nothing": (layer_of_nothing, "OCProperties"),
    "a script": (script, "JavaScript"), "a named script": (named_script, "JavaScript"),
    "a script of a page": (script_of_a_page, "на странице 3 лежит"), "a form": (form, "AcroForm"),
    "an attachment": (attachment, "EmbeddedFiles"), "spoken words": (spoken, "слышит незрячий"),
    "words of a picture": (told_of_a_picture, "слышит незрячий"), "a bookmark": (bookmark, "слышит незрячий"),
    "a page": (page_of_another_book, "страница 3 не та"),
}  # fmt: skip


@pytest.mark.parametrize(("cheat", "says"), CHEATS.values(), ids=CHEATS)
def test_a_copy_that_does_or_says_more_than_the_book(shelf: Club, cheat: Callable[[Pdf], None], says: str) -> None:
    file = shelf.root / "copy.pdf"
    with pikepdf.open(shelf.root / "club.pdf") as pdf:
        cheat(pdf)
        pdf.save(file)
    refused(shelf, file, says)


def test_an_incremental_update_that_replaces_a_page(shelf: Club) -> None:
    """All bytes of the book are there, and behind them another page under the number of one."""
    raw = (shelf.root / "club.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        number, size = pdf.pages[2].objgen[0], len(pdf.objects) + 1
        pages, root = pdf.pages[2].obj.Parent.objgen[0], pdf.Root.objgen[0]
    start = int(raw.rpartition(b"startxref")[2].split()[0])
    body = b"\n%d 0 obj\n<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Resources<<>>>>\nendobj\n" % (number, pages)
    at = len(raw) + 1
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        number, at, size, root, start, len(raw) + len(body),
    )  # fmt: skip
    file = shelf.root / "updated.pdf"
    file.write_bytes(raw + body + table)
    refused(shelf, file)


def test_a_copy_without_the_tree_is_the_book_still(club: Club) -> None:
    """Many viewers save without it: what is seen is the same, and there is nothing else to hear."""
    book = club.printed(day="2026-11-22")
    with pikepdf.open(book) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.Outlines
        pdf.save(club.root / "copy.pdf")
    assert club.approve("boris", "--all", "--pdf", str(club.root / "copy.pdf")).exit_code == 0


def test_a_book_that_another_program_drew_anew_is_refused_by_name(shelf: Club) -> None:
    """Print to PDF, an optimiser: every letter has another number, so no section can be told from another one."""
    file = shelf.root / "drawn.pdf"
    with pikepdf.open(shelf.root / "club.pdf") as pdf:
        for page in pdf.pages:
            page.contents_add(b"1 0 0 1 0 0 cm", prepend=True)
        pdf.docinfo["/Producer"] = "Microsoft: Print To PDF"
        pdf.save(file)
    refused(shelf, file, "заново нарисовала другая программа (Microsoft: Print To PDF)", "по самому файлу книги")


# Records


def test_a_record_in_a_folder_below_is_no_record_and_is_told(club: Club) -> None:
    assert club.approve("boris", "--all").exit_code == 0
    [record] = club.records
    below = record.parent / "more" / record.name
    below.parent.mkdir()
    record.rename(below)
    assert standings(load_folder(club.root), TODAY).of["call"].status == "never"
    assert "approvals/more" in club.told("lint")


@pytest.mark.parametrize(
    "how", [lambda raw: raw.replace(b"\n", b"\r\n"), lambda raw: b"\xef\xbb\xbf" + raw], ids=["CRLF", "BOM"]
)
def test_what_git_or_an_editor_of_windows_does_to_a_file_is_no_cheat(
    approved: Club, how: Callable[[bytes], bytes]
) -> None:
    for file in (*approved.records, *approved.approved_texts, *approved.root.glob("guideline/editions/*.json")):
        file.write_bytes(how(file.read_bytes()))
    stand = standings(load_folder(approved.root), TODAY)
    assert {one.status for one in stand.all.values()} == {"approved"}
    assert not (stand.history.edited or stand.history.lost or stand.stands.unfounded)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by: boris", "by: bоris"),
        ("name: Борис Зимин", "name: Анна Орлова"),
        ("name: Борис Зимин", "name: Бoрис Зимин"),
    ],
    ids=["an id that looks alike", "another name", "a name that looks alike"],
)
def test_a_record_that_bears_another_name(club: Club, old: str, new: str) -> None:
    assert club.approve("boris", "--all").exit_code == 0
    forged(club, lambda text: text.replace(old, new, 1))
    assert not standings(load_folder(club.root), TODAY).stands.versions
    assert "не считается" in club.told("review") and "утверждён 22" not in club.told("review")


def test_conflict_marks_of_a_merge_in_a_record(approved: Club) -> None:
    """It is not read, so it counts for nothing; what comes after it waits for it to be mended."""
    first = next(file for file in approved.records if "boris" in file.name)
    text = first.read_text(encoding="utf-8")
    first.write_text(
        text.replace("by: boris", "<<<<<<< ours\nby: boris\n=======\nby: anna\n>>>>>>> theirs"), encoding="utf-8"
    )
    assert first.name in approved.told("lint")
    approved.change("guideline/facts.yml", "два часа", "три часа")
    refused_now = approved.approve("anna", "fact:limit")
    assert refused_now.exit_code == 1 and first.name in refused_now.output


def test_a_record_that_denies_having_seen_the_others(approved: Club) -> None:
    """Else who takes an old wording back by hand would only have to say that nothing lay before it."""
    approved.change("guideline/facts.yml", "два часа", "три часа")
    assert approved.approve("anna", "fact:limit").exit_code == 0
    last = next(
        file
        for file in approved.records
        if "fact:limit" in file.read_text("utf-8").partition("saw:")[2].partition("items:")[2][:60]
    )
    text = last.read_text(encoding="utf-8")
    blind = text[: text.index("saw:")] + text[text.index("items:") :]
    rewritten(approved, last, blind)
    stand = standings(load_folder(approved.root), TODAY)
    assert stand.items["fact:limit"].status != "approved"


def test_digests_of_one_edition_under_the_code_of_another(approved: Club) -> None:
    approved.change("guideline/facts.yml", "два часа", "три часа")
    assert approved.approve("anna", "fact:limit").exit_code == 0
    first, *_, last = sorted(approved.root.glob("guideline/editions/*.json"))
    record = next(file for file in approved.records if last.stem.partition("-")[2] in file.read_text("utf-8"))
    codes = [
        next(line for line in file.read_text("utf-8").splitlines() if '"code"' in line).split('"')[3]
        for file in (first, last)
    ]
    text = record.read_text(encoding="utf-8").replace(codes[1], codes[0]).replace("number: 2", "number: 1")
    rewritten(approved, record, text)
    assert "такой редакции нет, или в ней напечатано не это" in approved.told("review")
    assert standings(load_folder(approved.root), TODAY).items["fact:limit"].status == "changed"


def rewritten(club: Club, file: Path, text: str) -> None:
    """The record with another text, under the name that fits it."""
    from cjm.approval.history import record_digest, record_name

    file.write_text(text, encoding="utf-8")
    [record] = [one for one in load_folder(club.root).approvals if one.id == file.stem]
    assert record.date is not None
    name = record_name(record.date, record.by, record_digest(record))
    file.unlink()
    club.write(f"guideline/approvals/{name}.yml", text.replace(file.stem, name))


def test_somebody_who_may_approve_elsewhere_only(club: Club) -> None:
    """Of a branch she heads she may approve what holds there alone; what holds for all is for all."""
    dimension = "dimensions: [{id: branch, title: Филиал, chosen: by-reader, values: [{id: north, title: Север}, {id: south, title: Юг}]}]\n"
    club.change("guideline/handbook.yml", "channels:", dimension + "channels:")
    club.change(
        "guideline/handbook.yml",
        "name: Анна Орлова, role: admin, approves: true",
        "name: Анна Орлова, role: admin, approves: true, for: {branch: north}",
    )
    club.change("guideline/sections/visit.yml", "performer: admin", "performer: admin\nfor: {branch: north}")
    club.change("guideline/sections/meeting.yml", "performer: admin", "performer: admin\nfor: {branch: south}")
    assert club.approve("boris", "--all", today="2026-11-20").exit_code == 0
    for id in ("call", "visit", "meeting"):
        club.change(f"guideline/sections/{id}.yml", "назовите себя", "улыбнитесь")
    for id in ("call", "meeting"):
        told = club.approve("anna", id)
        assert told.exit_code == 1 and "Анна Орлова" in told.output and "Борис Зимин" in told.output, told.output
    assert club.approve("anna", "visit").exit_code == 0
    assert [status(club, id) for id in ("call", "visit", "meeting")] == ["changed", "approved", "changed"]
