"""A book made without a command: what is refused leaves the file from before."""

import pytest
from pypdf import PdfReader

from cjm.app.printing import (
    NothingToPrint,
    NotPrinted,
    Printed,
    SeveralScopes,
    TemplateFails,
    UnknownScope,
    print_handbook,
    scope_of,
)
from cjm.app.refusal import NotWritten
from cjm.book import WHOLE, Cut
from cjm.load import load, load_folder
from cjm.publish.judged import Judged

from .conftest import DAY, Pool


def printed(pool: Pool, **how: object) -> Printed:
    judged, done = print_handbook(load_folder(pool.root), pool.root, today=DAY, **how)  # type: ignore[arg-type]
    assert isinstance(judged, Judged) and isinstance(done, Printed)
    return done


def test_the_whole_and_one_section(pool: Pool) -> None:
    whole = printed(pool)
    assert whole.file == pool.root / "site_build/out/pool.pdf" and whole.pages == len(PdfReader(whole.file).pages)
    leaf = printed(pool, scope=Cut("section", "call"), output=pool.root / "leaf.pdf")
    assert leaf.file.name == "leaf.pdf" and leaf.pages < whole.pages


def test_pictures_are_counted(pool: Pool) -> None:
    done = printed(pool, png=True)
    assert done.pages == len(list(done.file.glob("*.png"))) > 1


def test_pictures_of_a_longer_book_go_and_what_is_not_ours_stays(pool: Pool) -> None:
    folder = pool.root / "pictures"
    whole = printed(pool, png=True, output=folder)
    (folder / "логотип.png").write_bytes(b"mine")
    leaf = printed(pool, png=True, scope=Cut("section", "call"), output=folder)
    assert leaf.pages < whole.pages
    assert sorted(one.name for one in folder.iterdir()) == [
        *(f"{n:03}.png" for n in range(1, leaf.pages + 1)),
        "логотип.png",
    ]


def test_what_was_found_comes_before_the_refusal(pool: Pool) -> None:
    before = printed(pool).file.read_bytes()
    pool.change("guideline/sections/call.yml", "owner: vera", "owner: nobody")
    events = print_handbook(load_folder(pool.root), pool.root, today=DAY)
    found = next(events)
    assert isinstance(found, Judged) and found.failed
    with pytest.raises(NotPrinted) as refused:
        next(events)
    assert "Прежний файл остался" in refused.value.to("ru")
    assert printed(pool, draft=True).file.read_bytes() != before


@pytest.mark.parametrize("left", ["", "{planned: later, title: Потом}", "gone"])
def test_nothing_to_print(pool: Pool, left: str) -> None:
    pool.change("guideline/handbook.yml", "sections: [call]", f"sections: [{left}]")
    with pytest.raises(NothingToPrint):
        printed(pool, draft=True)


def test_a_template_that_fails(pool: Pool) -> None:
    pool.write("templates/print/style.typ", "#let data = nonsense\n")
    with pytest.raises(TemplateFails) as refused:
        printed(pool)
    assert "templates/print/style.typ" in refused.value.to("en")


def test_a_place_that_cannot_be_written(pool: Pool) -> None:
    pool.write("taken", "")
    with pytest.raises(NotWritten) as refused:
        printed(pool, output=pool.root / "taken/book.pdf")
    assert refused.value.values["file"] == pool.root / "taken/book.pdf"


def test_scopes(pool: Pool) -> None:
    handbook = load_folder(pool.root)
    assert scope_of({"part": None, "role": None}, handbook) == WHOLE
    assert scope_of({"part": None, "role": "desk"}, handbook) == Cut("role", "desk")
    with pytest.raises(SeveralScopes):
        scope_of({"part": "basics", "role": "desk"}, handbook)
    with pytest.raises(UnknownScope) as refused:
        scope_of({"section": "cal"}, handbook)
    assert refused.value.to("ru") == "--section cal: такого нет — может быть, call?. Есть: call"
    assert refused.value.to("en") == "--section cal: there is none — perhaps call?. There are: call"
    with pytest.raises(UnknownScope) as refused:
        scope_of({"section": "{call}"}, load({}))
    assert refused.value.to("en") == "--section {call}: there is none. There are: —"
