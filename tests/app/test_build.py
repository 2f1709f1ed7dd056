"""A site made without a command: events come while it is made, and whoever stops listening keeps the site from before."""

import dataclasses
from collections.abc import Iterator

import pytest

from cjm.app.approve import approve
from cjm.app.build import Checked, DraftOrReleased, Narrowed, NotBuilt, build, packed
from cjm.app.printing import Printed, print_handbook
from cjm.app.refusal import NotWritten
from cjm.app.released import NothingApproved
from cjm.load import load_folder
from cjm.publish.build import Published, Rendered
from cjm.publish.engine import Built
from cjm.publish.judged import Judged
from cjm.publish.swap import alone, next_to
from cjm.publish.tree import OUT
from cjm.publish.worker import Meanwhile

from .conftest import DAY, Pool

pytestmark = pytest.mark.slow  # each builds a site

Event = Narrowed | Rendered | Built | Judged | Checked | Published
SITE = str(OUT / "site")


def built(pool: Pool, **how: bool) -> Iterator[Event]:
    return build(load_folder(pool.root), pool.root, today=DAY, **how)


def kinds(events: Iterator[Event]) -> list[str]:
    """The kinds of events in the order in which they come, each run of one kind once."""
    names = [type(event).__name__ for event in events]
    return [name for name, before in zip(names, ["", *names], strict=False) if name != before]


def heard(events: Iterator[Event]) -> list[Event]:
    """The events up to a refusal, which has to come."""
    seen = []
    with pytest.raises(NotBuilt):
        for event in events:
            seen.append(event)
    return seen


@pytest.fixture
def good(pool: Pool) -> Pool:
    """The handbook with its site."""
    assert kinds(built(pool)) == ["Rendered", "Built", "Judged", "Checked", "Published"]
    return pool


def test_every_page_is_counted_twice(pool: Pool) -> None:
    events = list(built(pool))
    rendered = [event.done for event in events if isinstance(event, Rendered)]
    pages = [(event.done, event.of) for event in events if isinstance(event, Built)]
    assert rendered == list(range(1, len(rendered) + 1)) and pages == [(one, len(rendered)) for one in rendered]
    assert isinstance(events[-1], Published) and events[-1].pages == len(rendered)


def test_what_cannot_be_understood_is_said_before_any_page(good: Pool) -> None:
    before = good.files(SITE)
    good.change("touchpoints/first.yml", "contact: person", "contact: robot")
    events = built(good)
    assert isinstance(next(events), Judged) and isinstance(next(events), Judged)
    checked = next(events)
    assert isinstance(checked, Checked) and any("robot" in finding.message for finding in checked.findings)
    with pytest.raises(NotBuilt) as refused:
        next(events)
    assert "Прежний сайт остался" in refused.value.to("ru") and "No site was built" in refused.value.to("en")
    assert good.files(SITE) == before


def test_a_verdict_that_fails_stops_the_pages_at_the_next_one(good: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    before = good.files(SITE)
    good.change("guideline/sections/call.yml", "owner: vera\n", "owner: nobody\n")
    monkeypatch.setattr(Meanwhile, "judged_by_now", lambda _: True)  # as soon as the first page is there
    events = heard(built(good))
    assert not [event for event in events if isinstance(event, Rendered | Built)]
    assert good.files(SITE) == before and not next_to(good.root / SITE).exists()


@pytest.mark.parametrize("last", [Rendered, Built, Judged])
def test_a_caller_who_stops_listening_keeps_the_site_from_before(good: Pool, last: type[Event]) -> None:
    before = good.files(SITE)
    good.change("guideline/sections/call.yml", "Поздоровайтесь.", "Улыбнитесь.")
    events = built(good)
    for event in events:
        if isinstance(event, last):
            break
    events.close()  # type: ignore[attr-defined]
    assert good.files(SITE) == before
    assert not next_to(good.root / SITE).exists()
    with alone(good.root / OUT):  # and nobody holds the folder
        pass
    assert kinds(built(good))[-1] == "Published"


def test_a_draft_is_published_with_its_errors(pool: Pool) -> None:
    pool.change("guideline/sections/call.yml", "owner: vera\n", "owner: nobody\n")
    with pytest.raises(NotBuilt):
        list(built(pool))
    events = list(built(pool, draft=True))
    assert isinstance(events[-1], Published) and (events[-1].site / "index.html").is_file()


def test_a_probe_that_is_not_found_is_told_after_the_verdict(good: Pool) -> None:
    before = good.files(SITE)
    good.write("guideline/search.yml", "probes: [{query: аренда вертолёта, section: call}]\n")
    events = heard(built(good))
    judged = [[one.code for one in event.shown] for event in events if isinstance(event, Judged)]
    assert len(judged) == 2 and judged[1] == ["CJM504"] and good.files(SITE) == before


def test_a_broken_template_is_a_notice(good: Pool) -> None:
    before = good.files(SITE)
    good.write("templates/pages/section.md", "{% if %}\n")
    events = heard(built(good))
    [checked] = [event for event in events if isinstance(event, Checked)]
    assert [(notice.kind, notice.file) for notice in checked.notices] == [("template", "templates/pages/section.md")]
    assert good.files(SITE) == before


def test_why_warnings_alone_refuse(pool: Pool) -> None:
    pool.change("guideline/handbook.yml", "language: ru\n", "language: ru\nlint: {profile: release}\n")
    pool.forget_a_yo()
    with pytest.raises(NotBuilt) as refused:
        list(built(pool))
    assert "profile: release" in refused.value.to("en")


def test_what_was_approved_is_shown_alone(pool: Pool) -> None:
    with pytest.raises(DraftOrReleased):
        next(built(pool, draft=True, released=True))
    with pytest.raises(NothingApproved):
        next(built(pool, released=True))
    handbook = load_folder(pool.root)
    *_, printed = print_handbook(handbook, pool.root, today=DAY)
    assert isinstance(printed, Printed)
    approve(load_folder(pool.root), pool.root, by="oleg", today=DAY, language="ru", everything=True, pdf=printed.file)
    pool.change("guideline/sections/call.yml", "Поздоровайтесь.", "Улыбнитесь.")
    first, *_, last = built(pool, released=True)
    assert first == Narrowed(older=1, without=0) and isinstance(last, Published)
    page = (last.site / "sections/call.html").read_text(encoding="utf-8")
    assert "Поздоровайтесь" in page and "Улыбнитесь" not in page


def test_the_archive_lies_beside_the_site(good: Pool) -> None:
    *_, made = built(good)
    assert isinstance(made, Published)
    assert packed(made, "pool", DAY) == good.root / OUT / "pool.zip"
    good.write("taken", "a file where a folder would be")
    with pytest.raises(NotWritten) as refused:
        packed(dataclasses.replace(made, site=good.root / "taken/site"), "pool", DAY)
    assert "pool.zip: не записано" in refused.value.to("ru")
