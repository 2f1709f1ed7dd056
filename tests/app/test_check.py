"""Check, accept what is known, mend: in a folder, without a command."""

from cjm.app.check import Wish, check, mended, write_known, write_mended
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


def test_what_would_be_mended_is_not_written(pool: Pool) -> None:
    pool.forget_a_yo()
    before = pool.files("guideline")
    made, language = mended(pool.root, YO)
    assert (made.findings, language) == (1, "ru") and pool.files("guideline") == before
    write_mended(pool.root, made)
    assert "Запись ребёнка и ребёнка" in (pool.root / "guideline/sections/call.yml").read_text(encoding="utf-8")
    assert check(pool.root, YO).shown == ()
