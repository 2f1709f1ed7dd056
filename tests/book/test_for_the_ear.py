"""The book for whoever hears it: the checks of PDF/UA that a machine can make (the Matterhorn Protocol), by their numbers."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from .structure import listed, walked

pytestmark = pytest.mark.slow  # the whole book
STANDARD = {
    "Document", "Part", "Sect", "Div", "Aside", "Art", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
    "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD",
    "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby",
    "Warichu", "Figure", "Formula", "Form",
}  # fmt: skip


@pytest.fixture(scope="module")
def pdf(printed: bytes) -> Iterator[pikepdf.Pdf]:
    import io

    with pikepdf.open(io.BytesIO(printed)) as opened:
        yield opened


@pytest.fixture(scope="module")
def elements(pdf: pikepdf.Pdf) -> list[tuple[str, Any, str]]:
    """Each element of the tree in reading order: its standard type, itself, the type of its parent."""
    roles = {str(key): str(value) for key, value in dict(pdf.Root.StructTreeRoot.get("/RoleMap", {})).items()}

    def kind(one: Any) -> str:
        named = str(one.get("/S", ""))
        return roles.get(named, named).lstrip("/")

    tree = pdf.Root.StructTreeRoot
    return [(kind(one), one, kind(parent) if "/S" in parent else "") for one, parent in walked(tree.K[0], tree)]


def test_06_07_11_tagged_with_title_and_language(pdf: pikepdf.Pdf) -> None:
    assert (
        pdf.Root.MarkInfo.Marked is True
        and "/StructTreeRoot" in pdf.Root
        and not pdf.Root.MarkInfo.get("/Suspects", False)
    )
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True and str(pdf.Root.Lang).lower().startswith("ru")
    told = pdf.Root.Metadata.read_bytes().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in told or 'pdfuaid:part="1"' in told
    assert "<dc:title>" in told


def test_02_every_element_has_a_standard_type(elements: list[tuple[str, Any, str]]) -> None:
    assert {kind for kind, _, _ in elements} <= STANDARD


def test_13_every_figure_says_what_it_shows(elements: list[tuple[str, Any, str]]) -> None:
    figures = [one for kind, one, _ in elements if kind in ("Figure", "Formula")]
    assert figures and all(str(one.get("/Alt", one.get("/ActualText", ""))).strip() for one in figures)


def test_14_no_level_of_headings_is_skipped(elements: list[tuple[str, Any, str]]) -> None:
    levels = [int(kind[1]) for kind, _, _ in elements if re.fullmatch(r"H[1-6]", kind)]
    assert levels[0] == 1 and all(now <= before + 1 for before, now in itertools.pairwise(levels))
    assert not any(kind == "H" for kind, _, _ in elements), "numbered and unnumbered headings are not mixed"


def test_15_tables_have_heads_with_a_scope_and_rows_of_one_length(elements: list[tuple[str, Any, str]]) -> None:
    tables = [one for kind, one, _ in elements if kind == "Table"]
    assert tables

    def attribute(cell: Any, key: str) -> Any:
        return next(
            (found[key] for found in listed(cell.get("/A")) if isinstance(found, pikepdf.Dictionary) and key in found),
            None,
        )

    for table in tables:
        rows = [one for one, _ in walked(table, None) if one.get("/S") == "/TR"]
        cells = [[one for one in listed(row.K) if not isinstance(one, int)] for row in rows]
        heads = [cell for row in cells for cell in row if cell.S == "/TH"]
        assert heads and all(attribute(head, "/Scope") is not None or "/ID" in head for head in heads)
        assert all(str(attribute(head, "/Scope")) in ("/Row", "/Column", "/Both") for head in heads)
        spans = Counter(sum(int(attribute(cell, "/ColSpan") or 1) for cell in row) for row in cells)
        if not any(attribute(cell, "/RowSpan") for row in cells for cell in row):
            assert len(spans) == 1, spans


@pytest.mark.parametrize(
    ("inner", "outer"),
    [(("LI",), {"L"}), (("Lbl",), {"LI", "Note", "TOCI", "Form"}), (("LBody",), {"LI"}), (("TR",), {"Table", "THead", "TBody", "TFoot"}),
     (("TH", "TD"), {"TR"}), (("THead", "TBody", "TFoot"), {"Table"}), (("TOCI",), {"TOC"})],
)  # fmt: skip
def test_09_what_stands_in_what(elements: list[tuple[str, Any, str]], inner: tuple[str, ...], outer: set[str]) -> None:
    assert {parent for kind, _, parent in elements if kind in inner} <= outer


def test_16_lists_hold_items_only(elements: list[tuple[str, Any, str]]) -> None:
    for kind, one, _ in elements:
        if kind == "L":
            assert {str(kid.S) for kid in listed(one.get("/K"))} <= {"/LI", "/L", "/Caption"}


def test_28_annotations_are_in_the_tree_say_what_they_are_and_come_in_its_order(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        annotations = list(page.get("/Annots", ()))
        if annotations:
            assert page.Tabs == "/S"
        for one in annotations:
            assert one.Subtype == "/Link" and "/StructParent" in one and str(one.Contents).strip()


def test_31_every_font_is_embedded_and_its_letters_are_known(pdf: pikepdf.Pdf) -> None:
    fonts = {one.objgen: one for page in pdf.pages for one in dict(page.Resources.get("/Font", {})).values()}
    assert fonts
    for font in fonts.values():
        assert "/ToUnicode" in font or font.Subtype == "/Type3"
        codes = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
        mapped = re.findall(rb"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>\s*$", codes, re.MULTILINE)
        assert not {b"0000", b"FEFF", b"FFFE"} & set(mapped)
        if font.Subtype == "/Type0":
            [inner] = font.DescendantFonts
            descriptor = inner.FontDescriptor
            assert any(f"/FontFile{number}" in descriptor for number in ("", 2, 3))
            assert font.Encoding == "/Identity-H"
            assert inner.Subtype != "/CIDFontType2" or "/CIDToGIDMap" in inner


def test_01_everything_drawn_is_told_or_an_artifact(pdf: pikepdf.Pdf) -> None:
    """Of a few pages of every sort: nothing is painted outside of marked content, and no mark lies in another of the other kind."""
    painting = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Tj", "TJ", "'", '"', "Do", "sh", "BI"}
    pages = list(pdf.pages)
    for number in sorted({0, 1, 2, 3, len(pages) // 3, len(pages) // 2, len(pages) - 1}):
        open_now: list[str] = []
        for instruction in pikepdf.parse_content_stream(pages[number]):
            operator = str(instruction.operator)
            if operator in ("BMC", "BDC"):
                tag = str(instruction.operands[0])
                told = (
                    operator == "BDC"
                    and isinstance(instruction.operands[1], pikepdf.Dictionary)
                    and "/MCID" in instruction.operands[1]
                )
                named = "artifact" if tag == "/Artifact" else "told" if told else ""
                assert not named or not {"artifact", "told"} - {named} & set(open_now), f"page {number + 1}"
                open_now.append(named)
            elif operator == "EMC":
                open_now.pop()
            elif operator in painting:
                assert any(open_now), f"page {number + 1}: {operator} is neither told nor an artifact"
        assert not open_now
