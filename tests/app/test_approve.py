"""An approval without a command: bound to what was read, or refused with nothing written."""

from pathlib import Path

import pytest
import typst

from cjm.app.approve import AllOrSome, MinorIsPlain, NoPdf, NotApproved, Recorded, approve
from cjm.app.printing import print_handbook
from cjm.app.refusal import Refusal
from cjm.app.verify import NotAPdf, NotOurPdf, read_pdf
from cjm.load import load_folder

from .conftest import DAY, Pool


def book(pool: Pool) -> Path:
    *_, printed = print_handbook(load_folder(pool.root), pool.root, today=DAY)
    return printed.file  # type: ignore[union-attr]


def approved(pool: Pool, by: str = "oleg", *sections: str, **how: object) -> Recorded:
    return approve(
        load_folder(pool.root),
        pool.root,
        by=by,
        today=DAY,
        language="ru",
        names=sections,
        **how,  # type: ignore[arg-type]
    )


def test_what_was_read_is_recorded(pool: Pool) -> None:
    done = approved(pool, everything=True, pdf=book(pool))
    assert set(done.names) == {"outline", "people", "section:call", "journey:first", "role:desk"} and done.left == ()
    assert (pool.root / done.file).is_file() and done.record.name == "Олег Дым" and done.first


def test_a_minor_change(pool: Pool) -> None:
    approved(pool, everything=True, pdf=book(pool))
    pool.change("guideline/sections/call.yml", "Поздоровайтесь.", "Поздоровайтесь!")
    done = approved(pool, "oleg", "call", minor=True)
    assert [laid.minor for laid in done.record.items] == [True]
    with pytest.raises(NotApproved, match="не менялся"):
        approved(pool, "oleg", "call", minor=True)
    pool.change("guideline/sections/call.yml", "Поздоровайтесь!", "Промолчите!")
    with pytest.raises(NotApproved, match="изменились не только знаки"):
        approved(pool, "oleg", "call", minor=True)


@pytest.mark.parametrize(
    ("sections", "how", "refusal"),
    [
        (["call"], {}, NoPdf),
        ([], {"everything": True}, NoPdf),
        (["call"], {"everything": True}, AllOrSome),
        (["call"], {"minor": True, "decision": "rejected"}, MinorIsPlain),
        (["call"], {"minor": True}, NotApproved),  # never approved in full
    ],
)
def test_what_cannot_be_meant(pool: Pool, sections: list[str], how: dict[str, object], refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        approved(pool, "oleg", *sections, **how)
    assert pool.files("guideline/approvals") == {}


def test_a_blank_pdf_and_what_is_none(pool: Pool) -> None:
    blank, none = pool.root / "blank.pdf", pool.root / "none.pdf"
    blank.write_bytes(typst.compile(b"", format="pdf"))
    none.write_bytes(b"no PDF")
    for file, refusal in ((blank, NotOurPdf), (none, NotAPdf)):
        with pytest.raises(refusal) as refused:
            approved(pool, everything=True, pdf=file)
        assert str(file) in refused.value.to("ru") and str(file) in refused.value.to("en")
    assert pool.files("guideline/approvals") == {}


@pytest.mark.parametrize(
    ("by", "section", "why"),
    [("zoe", "call", "нет в people"), ("oleg", "cal", "раздела «cal» нет"), ("vera", "call", "в одиночку нельзя")],
)
def test_who_may_not_and_what_is_not_there(pool: Pool, by: str, section: str, why: str) -> None:
    with pytest.raises(NotApproved) as refused:
        approved(pool, by, section, pdf=book(pool))
    assert why in refused.value.to("ru")
    assert pool.files("guideline/approvals") == {}


def test_a_pdf_of_yesterdays_text(pool: Pool) -> None:
    file = book(pool)
    pool.change("guideline/sections/call.yml", "Поздоровайтесь.", "Улыбнитесь.")
    with pytest.raises(NotApproved, match="изменилось после того"):
        approved(pool, everything=True, pdf=file)
    assert "section:call" in read_pdf(file, load_folder(pool.root), pool.root).book.items
