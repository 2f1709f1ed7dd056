"""Check, accept what is known, mend: in a folder, without a command."""

import pytest

from cjm.app.check import Elsewhere, Nameless, NotThere, Wish, asked_for, check, mended, write_known, write_mended
from cjm.app.refusal import Misuse
from cjm.lint.baseline import FILE
from cjm.lint.choice import RuleChoice

from .conftest import DAY, Pool

YO = Wish(today=DAY, choice=RuleChoice(select=("yo",)))


def test_a_finding_is_reported_until_it_is_known(pool: Pool) -> None:
    pool.forget_a_yo()
    verdict = check(pool.root, YO)
    assert [one.code for one in verdict.shown] == ["CJM408"]
    assert write_known(pool.root, verdict) == 1 and (pool.root / FILE).is_file()
    assert check(pool.root, YO).shown == ()
    assert len(check(pool.root, Wish(today=DAY, choice=YO.choice, use_baseline=False)).shown) == 1


def test_messages_are_in_the_language_asked_for(pool: Pool) -> None:
    pool.change("touchpoints/first.yml", "standard: call", "standard: cal")
    told = [one.message for one in check(pool.root, Wish(today=DAY, language="en")).shown if one.code == "CJM003"]
    assert told and all(message.isascii() for message in told)


@pytest.mark.parametrize(
    ("paths", "as_path", "only", "instead"),
    [
        ((), "", (), ()),
        (("roles.yml",), "", ("guideline/roles.yml",), ()),
        (("roles.yml", "sections"), "", ("guideline/roles.yml", "guideline/sections"), ()),
        (("-",), "sections/new.yml", ("guideline/sections/new.yml",), ("guideline/sections/new.yml",)),
        (("roles.yml", "-"), "facts.yml", ("guideline/roles.yml", "guideline/facts.yml"), ("guideline/facts.yml",)),
        (("-", "roles.yml"), "facts.yml", ("guideline/roles.yml", "guideline/facts.yml"), ("guideline/facts.yml",)),
        (("-",), "", Nameless, ()), (("nowhere.yml",), "", NotThere, ()), (("-",), "../../x.yml", Elsewhere, ()),
        (("roles.yml", "nowhere.yml", "-"), "facts.yml", NotThere, ()),
    ],
)  # fmt: skip
def test_what_is_to_be_spoken_of_and_what_is_read_instead(
    pool: Pool, paths: tuple[str, ...], as_path: str, only: tuple[str, ...] | type[Misuse], instead: tuple[str, ...]
) -> None:
    asked = pool.root, paths, pool.root / "guideline", lambda: b"typed", as_path
    if isinstance(only, type):
        with pytest.raises(only):
            asked_for(*asked)
    else:
        assert asked_for(*asked) == (only, dict.fromkeys(instead, b"typed"))


def test_what_would_be_mended_is_not_written(pool: Pool) -> None:
    pool.forget_a_yo()
    before = pool.files("guideline")
    made, language = mended(pool.root, YO)
    assert (made.findings, language) == (1, "ru") and pool.files("guideline") == before
    write_mended(pool.root, made)
    assert "Запись ребёнка и ребёнка" in (pool.root / "guideline/sections/call.yml").read_text(encoding="utf-8")
    assert check(pool.root, YO).shown == ()
