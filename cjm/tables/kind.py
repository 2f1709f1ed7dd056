"""The name and the bytes of a file in, what it really is out; a name that promises something else is told."""

import re
import zipfile
from io import BytesIO
from pathlib import PurePosixPath
from typing import Literal

from cjm.language.says import Says
from cjm.tables.container import NO_ARCHIVE
from cjm.tables.rejected import Rejected

FileSort = Literal["text", "html", "docx", "xlsx", "zip", "bpmn", "mermaid"]

_EMPTY = Says("файл пуст", "the file is empty")
_PASSWORD = Says(
    "файл под паролем. Откройте его и сохраните без пароля", "the file has a password. Open it and save it without one"
)
_OLD_OFFICE = Says(
    "это старый формат Office (.doc, .xls). Откройте файл и сохраните как .docx или .xlsx",
    "this is an old Office format (.doc, .xls). Open the file and save it as .docx or .xlsx",
)
_FOREIGN = {
    b"%PDF": Says(
        "это PDF: порядок строк в нём потерян. Попросите исходник: .docx или Google Документ, скачанный как .docx",
        "this is a PDF: the order of its lines is lost. Ask for the source: .docx, or a Google Doc saved as .docx",
    ),
    b"{\\rtf": Says("это RTF. Сохраните как .docx", "this is RTF. Save it as .docx"),
    b"\x89PNG": Says("это картинка, а не документ", "this is a picture, not a document"),
    b"\xff\xd8\xff": Says("это картинка, а не документ", "this is a picture, not a document"),
    b"GIF8": Says("это картинка, а не документ", "this is a picture, not a document"),
    b"MZ": Says("это программа, а не документ", "this is a program, not a document"),
    b"\x7fELF": Says("это программа, а не документ", "this is a program, not a document"),
    b"Rar!": Says("это архив RAR. Упакуйте в .zip", "this is a RAR archive. Pack it as .zip"),
    b"7z\xbc\xaf": Says("это архив 7z. Упакуйте в .zip", "this is a 7z archive. Pack it as .zip"),
    b"\x1f\x8b": Says("это архив gzip. Распакуйте его", "this is a gzip archive. Unpack it"),
}
_OPEN_DOCUMENT = Says(
    "это файл OpenDocument (.odt, .ods). Сохраните как .docx или .xlsx",
    "this is an OpenDocument file (.odt, .ods). Save it as .docx or .xlsx",
)
_BROKEN_ZIP = Says(
    "файл повреждён: он не открывается. Скачайте его ещё раз",
    "the file is damaged: it cannot be opened. Download it again",
)
_MISNAMED = Says(
    "называется {name}, а внутри {what}. Переименуйте файл, если это он, и попробуйте ещё раз",
    "it is called {name}, and inside is {what}. Rename the file if it is the right one, and try again",
)
_WHAT: dict[FileSort, Says] = {
    "text": Says("простой текст", "plain text"),
    "html": Says("страница HTML", "an HTML page"),
    "docx": Says("документ Word", "a Word document"),
    "xlsx": Says("книга Excel", "an Excel workbook"),
    "zip": Says("архив", "an archive"),
    "bpmn": Says("схема BPMN", "a BPMN diagram"),
    "mermaid": Says("схема Mermaid", "a Mermaid diagram"),
}
# `.xls` is what Bitrix24 and others call an HTML page, a CSV file or a workbook of today.
_NAMED: dict[str, tuple[FileSort, ...]] = {
    ".docx": ("docx",), ".docm": ("docx",), ".xlsx": ("xlsx",), ".xlsm": ("xlsx",), ".zip": ("zip",),
    ".html": ("html", "text"), ".htm": ("html", "text"), ".xls": ("html", "text", "xlsx"), ".csv": ("text",), ".tsv": ("text",),
    ".bpmn": ("bpmn",), ".bpmn2": ("bpmn",), ".bpmn20": ("bpmn",), ".xml": ("bpmn",), ".mmd": ("mermaid",), ".mermaid": ("mermaid",),
    ".txt": ("text", "html", "mermaid"), ".md": ("text", "html", "mermaid"), ".markdown": ("text", "html"),
}  # fmt: skip
_OTHER_XML = Says(
    "это XML, но не BPMN 2.0. Схему процесса сохраните из редактора как «BPMN 2.0 XML»",
    'this is XML, but no BPMN 2.0. Save the diagram of a process from its editor as "BPMN 2.0 XML"',
)
_BPMN = re.compile(rb"<(?:[\w.-]+:)?definitions\b[^>]*BPMN", re.IGNORECASE)
_MERMAID = re.compile(
    rb"\s*+(?:---[ \t]*\n.*?\n[ \t]*---[ \t]*\n)?(?:\s++|%%\{.*?\}%%|%%[^\n]*\n)*+(?:(?:graph|flowchart)(?:-elk)?[ \t]+(?:TB|TD|BT|RL|LR)\b|(?:flowchart|journey)[ \t]*\n)",
    re.DOTALL,
)
_HTML = re.compile(rb"<(!doctype html|html|head|body|table|meta)\b", re.IGNORECASE)


def sort_of(name: str, raw: bytes) -> FileSort:
    """What the file is by what is in it. Raises Rejected where that is nothing we read, or not what its name says."""
    found = _inside(raw)
    named = _NAMED.get(PurePosixPath(name).suffix.lower())
    if named == ("mermaid",) and found == "text":
        return "mermaid"  # of whatever sort: its reader says which
    if (
        named == ("bpmn",)
        and found in ("text", "html")
        and raw.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")
    ):
        raise Rejected(_OTHER_XML)
    if named and found not in named:
        raise Rejected(_MISNAMED, name=PurePosixPath(name).name, what=_WHAT[found])
    return found


# Private functions


def _inside(raw: bytes) -> FileSort:
    if not raw.strip():
        raise Rejected(_EMPTY)
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise Rejected(_PASSWORD if "EncryptedPackage".encode("utf-16-le") in raw else _OLD_OFFICE)
    for magic, why in _FOREIGN.items():
        if raw.startswith(magic):
            raise Rejected(why)
    if raw.startswith(b"PK"):
        try:
            with zipfile.ZipFile(BytesIO(raw)) as archive:
                names = {name.replace("\\", "/") for name in archive.namelist()}
        except NO_ARCHIVE as error:
            raise Rejected(_BROKEN_ZIP) from error
        if "word/document.xml" in names:
            return "docx"
        if "xl/workbook.xml" in names:
            return "xlsx"
        if "mimetype" in names and "content.xml" in names:
            raise Rejected(_OPEN_DOCUMENT)
        return "zip"
    if _BPMN.search(raw[:65_536].replace(b"\x00", b"")):
        return "bpmn"
    if _MERMAID.match(raw[:4096].removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")):
        return "mermaid"
    head = raw[:4096].replace(b"\x00", b"")
    return (
        "html" if _HTML.search(head[:1024]) and head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") else "text"
    )
