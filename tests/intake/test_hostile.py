"""A file that means harm is refused with its reason in both languages, and nothing is written."""

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from typer.testing import CliRunner

from cjm.cli import main
from tests.intake.refusals import as_told
from tests.intake.test_studio import empty

__all__ = ["empty"]


def packed(files: dict[str, bytes | str], level: int = 9) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return raw.getvalue()


def word(**more: bytes | str) -> bytes:
    raw = io.BytesIO()
    docx.Document().save(raw)
    with zipfile.ZipFile(raw) as archive:
        files: dict[str, bytes | str] = {one: archive.read(one) for one in archive.namelist()}
    return packed(
        {**files, **{name.replace("__", "/").replace("_DOT_", "."): content for name, content in more.items()}}
    )


def sheet(cell: str) -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"] = "Точка касания", cell
    book.active["A2"].data_type = "s"
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


ENTITY = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>'
LAUGHS = (
    "<!DOCTYPE a [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY a{n} '&a{n - 1 or ''};&a{n - 1 or ''};'>" for n in range(1, 30))
    + "]><a>&a29;</a>"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000
HOSTILE = {  # made when they are asked for: some are of 100 MB
    "zip bomb": lambda: ("export.zip", packed({"a.md": b"0" * 60_000_000})),
    "bomb in a zip in a zip": lambda: ("export.zip", packed({"b.zip": packed({"a.md": b"0" * 60_000_000})})),
    "bomb in a Word file": lambda: ("a.docx", word(word__media__x_DOT_bin=b"\0" * 60_000_000)),
    "ten thousand files": lambda: ("export.zip", packed({f"{n}.md": "x" for n in range(10_001)}, 0)),
    "path out of the archive": lambda: ("export.zip", packed({"../../../guideline/handbook.yml": "handbook: evil"})),
    "absolute path": lambda: ("export.zip", packed({"/etc/cron.d/x.md": "x"})),
    "path of Windows": lambda: ("export.zip", packed({"..\\..\\x.md": "x"})),
    "external entity": lambda: ("a.docx", word(word__document_DOT_xml=ENTITY)),
    "a billion laughs": lambda: ("a.docx", word(word__document_DOT_xml=LAUGHS)),
    "macros": lambda: ("a.docx", word(word__vbaProject_DOT_bin=b"\xd0\xcf")),
    "macros by name": lambda: ("a.docm", word(word__vbaProject_DOT_bin=b"\xd0\xcf")),
    "formula that runs a program": lambda: ("a.xlsx", sheet("=cmd|'/c calc'!A0")),
    "formula in CSV": lambda: ("a.csv", "Точка касания,Канал\n=cmd|'/c calc'!A0,x\n".encode()),
    "cell of 100 MB": lambda: ("a.csv", b"a,b\n" + b"x" * 40_000_000 + b",1\n"),
    "100 MB": lambda: ("a.md", b"x" * 100_000_000),
    "password": lambda: ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le")),
    "old Word": lambda: ("a.doc", OLE),
    "picture called Word": lambda: ("a.docx", b"\x89PNG\r\n\x1a\n" + bytes(500)),
    "program called text": lambda: ("a.txt", b"MZ\x90\0" + bytes(range(256)) * 20),
    "text called Word": lambda: ("a.docx", "просто текст".encode()),
    "Excel called Word": lambda: ("a.docx", sheet("Звонок")),
    "torn Word": lambda: ("a.docx", word()[:3_000]),
    "Word without a document": lambda: ("a.docx", packed({"word/document.xml": "<a/>", "[Content_Types].xml": "<b/>"})),
    "nothing": lambda: ("a.md", b"\n \n"),
    "a billion laughs of BPMN": lambda: ("a.bpmn", LAUGHS.replace("<a>", "<definitions xmlns='BPMN'>").encode()),
    "external entity of BPMN": lambda: (
        "a.bpmn",
        ENTITY.replace("<w:document>", "<definitions xmlns='BPMN'>").encode(),
    ),
    "BPMN called text": lambda: ("a.md", b"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>"),
    "text called BPMN": lambda: ("a.bpmn", "просто текст".encode()),
    "another XML": lambda: ("a.xml", b"<?xml version='1.0'?><order/>"),
    "another diagram": lambda: ("a.mmd", b"sequenceDiagram\n A->>B: x"),
    "zeros": lambda: ("a.md", b"\0" * 5_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_refused_and_nothing_written(name: str, empty: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    file, raw = HOSTILE[name]()
    path = tmp_path_factory.mktemp("in") / file
    path.write_bytes(raw)
    before = {one: one.read_bytes() for one in empty.rglob("*") if one.is_file()}
    told = {}
    for language in ("ru", "en"):
        done = CliRunner().invoke(main, ["import", str(path), "--root", str(empty), "--yes", "--lang", language])
        assert done.exit_code == 1, (done.output, done.exception)
        assert done.stdout == ""
        told[language] = done.stderr.replace(str(path.parent), "…")
        assert "Traceback" not in done.output and isinstance(done.exception, SystemExit)
    as_told(f"import: {name}", told["ru"], told["en"])
    assert {one: one.read_bytes() for one in empty.rglob("*") if one.is_file()} == before


def test_a_good_file_beside_a_bad_one_is_not_written_either(empty: Path) -> None:
    (empty / "a.md").write_text("# Приём\n\n- Возьмите трубку\n", encoding="utf-8")
    (empty / "b.docx").write_bytes(b"\x89PNG")
    done = CliRunner().invoke(
        main, ["import", str(empty / "a.md"), str(empty / "b.docx"), "--root", str(empty), "--yes"]
    )
    assert done.exit_code == 1
    assert not (empty / ".cjm").exists()
