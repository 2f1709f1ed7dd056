"""What a screen reader and a link rely on in a PDF: one tree whose leaves, pages and annotations name each other."""

import io
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf


def told(raw: bytes) -> list[tuple[str, Any]]:
    """Each element of the tree of structure in reading order, with the place that it leads to or its heading's title.

    Fails where the tree, the pages and the annotations do not agree, as a validator of PDF/UA would.
    """
    pdf = pikepdf.open(io.BytesIO(raw))
    tree = pdf.Root.StructTreeRoot
    owner = dict(pairs(tree.ParentTree.Nums))
    assert list(owner) == sorted(owner) and len(owner) == tree.ParentTreeNextKey
    marked: dict[Any, set[Any]] = defaultdict(set)
    ids: dict[str, Any] = {}
    heads: set[str] = set()
    found, links = [], {}
    for element, parent in walked(tree.K[0], tree):
        assert element.P.objgen == parent.objgen
        if "/ID" in element:
            assert str(element.ID) not in ids
            ids[str(element.ID)] = element.objgen
        heads |= {str(head) for attribute in element.get("/A", ()) for head in attribute.get("/Headers", ())}
        leads = None
        for kid in listed(element.get("/K")):
            if isinstance(kid, int):
                marked[element.Pg.objgen].add((kid, element.objgen))
            elif kid.get("/Type") == "/OBJR":
                links[kid.Obj.objgen] = element.objgen
                leads = kid.Obj.get("/Dest", kid.Obj.get("/A", {}).get("/URI"))
        place = str(leads) if isinstance(leads, pikepdf.String) else None
        found.append((str(element.S), place or str(element.get("/T", "")) or None))
    assert heads <= set(ids)
    named = dict(pairs(tree.IDTree.Names)) if "/IDTree" in tree else {}
    assert list(map(str, named)) == sorted(ids) and all(named[id].objgen == ids[str(id)] for id in named)
    for page in pdf.pages:
        told_by = enumerate(owner[int(page.StructParents)]) if "/StructParents" in page else ()
        assert {(number, one.objgen) for number, one in told_by} == marked[page.objgen]
        for annotation in page.get("/Annots", ()):
            assert owner[int(annotation.StructParent)].objgen == links[annotation.objgen] and annotation.Contents
    return found


def destinations(raw: bytes) -> dict[str, tuple[int, float, float]]:
    """Each named place: its page from 1, and where on it."""
    pdf = pikepdf.open(io.BytesIO(raw))
    number = {page.objgen: at for at, page in enumerate(pdf.pages, start=1)}
    names = dict(pairs(pdf.Root.Names.Dests.Names))
    assert list(map(str, names)) == sorted(map(str, names))
    return {str(name): (number[to[0].objgen], round(float(to[2])), round(float(to[3]))) for name, to in names.items()}


def pairs(flat: Any) -> Iterator[tuple[Any, Any]]:
    every = list(flat)
    return zip(every[::2], every[1::2], strict=True)


def listed(kids: Any) -> list[Any]:
    return [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def walked(element: Any, parent: Any) -> Iterator[tuple[Any, Any]]:
    yield element, parent
    for kid in listed(element.get("/K")):
        if not isinstance(kid, int) and kid.get("/Type") == "/StructElem":
            yield from walked(kid, element)
