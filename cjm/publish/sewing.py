"""The PDFs of the quires of a book in, one PDF out: its pages, bookmarks, links across quires, one tree of its structure.

A program of its own that imports nothing of ours: what it needs of memory is given back with its process. One JSON object
on standard input says what to sew, `out.pdf` in the folder is what comes out.
"""

import base64
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf

_ELSEWHERE = "quire:"  # how a template writes a link to a place of another quire
_ABOVE = 10.0  # points: a reader sees what stands above a place too


def _main() -> None:
    order = json.load(sys.stdin)
    files = [Path(order["folder"], f"{data}.pdf") for data in order["quires"]]
    book, *others = (pikepdf.open(file) for file in files)
    for number, quire in enumerate(others, start=1):
        _sew(book, quire, f"{number}/")
    for annotation in _annotations(book):
        _tie(annotation, order["places"], order["page"])
    where = {label: _spot(book, *place) for label, place in order["places"].items()}
    listed = [one for label in sorted(where) for one in (pikepdf.String(label), where[label])]
    book.Root.Names.Dests = pikepdf.Dictionary(Names=pikepdf.Array(listed))
    with book.open_outline() as outline:
        outline.root.clear()
        for level, title, label in order["bookmarks"]:
            siblings = outline.root if level == 1 or not outline.root else outline.root[-1].children
            siblings.append(pikepdf.OutlineItem(title, pikepdf.Array(where[label])))
    _rename(book, hashlib.md5(b"".join(hashlib.md5(file.read_bytes()).digest() for file in files)).digest())
    book.save(
        Path(order["folder"], "out.pdf"),
        object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True,
    )  # fmt: skip


def _sew(book: pikepdf.Pdf, quire: pikepdf.Pdf, apart: str) -> None:
    """Bring a quire's pages behind those of the book, with its branch of the tree of structure."""
    tree, theirs, before = book.Root.StructTreeRoot, quire.Root.StructTreeRoot, len(book.pages)
    key = int(tree.ParentTreeNextKey)
    tree.ParentTreeNextKey = key + int(theirs.ParentTreeNextKey)
    for page in quire.pages:
        if "/StructParents" in page:
            page.StructParents = key + int(page.StructParents)
    for annotation in _annotations(quire):
        if "/StructParent" in annotation:
            annotation.StructParent = key + int(annotation.StructParent)
    leads = _let_go(quire)
    _set_apart(quire, apart)
    children = theirs.K[0].K
    if not len(children[0].K):
        del children[0]  # the heading that nobody sees
    for child in children:
        del child.P  # it would bring the whole tree along
    book.pages.extend(quire.pages)  # first: what leads to a page that is not there would lead nowhere
    for child in book.copy_foreign(quire.make_indirect(children)):
        child.P = tree.K[0]
        tree.K[0].K.append(child)
    for number, owner in _pairs(book.copy_foreign(quire.make_indirect(theirs.ParentTree.Nums))):
        owners: list[Any] = [key + int(number), owner]
        tree.ParentTree.Nums.extend(owners)
    if "/IDTree" in theirs:
        if "/IDTree" not in tree:
            tree.IDTree = pikepdf.Dictionary(Names=pikepdf.Array())
        named = {**_named(tree.IDTree.Names), **_named(book.copy_foreign(quire.make_indirect(theirs.IDTree.Names)))}
        tree.IDTree.Names = pikepdf.Array([one for id in sorted(named) for one in (pikepdf.String(id), named[id])])
    for kind, role in theirs.get("/RoleMap", {}).items():
        tree.RoleMap[kind] = role
    for number, place, target, spot in leads:
        book.pages[before + number].Annots[place].Dest = pikepdf.Array([book.pages[before + target].obj, *spot])


def _let_go(quire: pikepdf.Pdf) -> list[tuple[int, int, int, list[Any]]]:
    """Take away the links that name a page of the quire: which page and which link of it, to which page and where there."""
    number_of: dict[Any, int] = {page.objgen: number for number, page in enumerate(quire.pages)}
    found = []
    for number, page in enumerate(quire.pages):
        for place, annotation in enumerate(page.get("/Annots", ())):
            target = annotation.get("/Dest")
            if isinstance(target, pikepdf.Array):
                found.append((number, place, number_of[target[0].objgen], list(target)[1:]))
                del annotation.Dest
    return found


def _set_apart(quire: pikepdf.Pdf, apart: str) -> None:
    """Cells of tables are named by number in each quire; what they are headed by follows."""
    if "/IDTree" not in quire.Root.StructTreeRoot:
        return
    names = quire.Root.StructTreeRoot.IDTree.Names
    for number in range(0, len(names), 2):
        names[number] = names[number + 1].ID = pikepdf.String(apart + str(names[number]))
    for one in quire.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem":
            for told in one.get("/A", ()):
                if len(told.get("/Headers", ())):
                    told.Headers = pikepdf.Array([pikepdf.String(apart + str(head)) for head in told.Headers])


def _tie(annotation: Any, places: Mapping[str, Any], page: str) -> None:
    """Let a link to another quire lead there, and say so to who hears it."""
    label = str(annotation.A.get("/URI", "")) if "/A" in annotation else ""
    if label.startswith(_ELSEWHERE):
        label = label.removeprefix(_ELSEWHERE)
        del annotation.A
        annotation.Dest = pikepdf.String(label)
        annotation.Contents = pikepdf.String(page.format(page=places[label][0]))


def _spot(book: pikepdf.Pdf, number: int, x: float, y: float) -> pikepdf.Array:
    page = book.pages[number - 1]
    spot: list[Any] = [page.obj, pikepdf.Name.XYZ, round(x, 4), round(float(page.MediaBox[3]) - y + _ABOVE, 4), 0]
    return pikepdf.Array(spot)


def _rename(book: pikepdf.Pdf, id: bytes) -> None:
    """What the first quire says of itself is said of the book: how many pages, and its own number."""
    told = book.Root.Metadata.read_bytes()
    old = re.search(rb"<xmpMM:InstanceID>([^<]*)<", told)
    told = told.replace(old[1], base64.b64encode(id)) if old else told
    told = re.sub(rb"(?<=<xmpTPg:NPages>)\d+", str(len(book.pages)).encode(), told)
    book.Root.Metadata.write(told)


def _annotations(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        yield from page.get("/Annots", ())


def _pairs(listed: Any) -> Iterator[tuple[Any, Any]]:
    all = list(listed)
    return zip(all[::2], all[1::2], strict=True)


def _named(listed: Any) -> dict[str, Any]:
    return {str(name): value for name, value in _pairs(listed)}


if __name__ == "__main__":
    _main()
