"""Word and back, two states compared, a map, a new handbook and the live site: each without a command."""

import threading
import urllib.request
from pathlib import Path

import pytest

from cjm.app import compare, draw, export, serve, start
from cjm.app.approve import approve
from cjm.app.printing import print_handbook
from cjm.app.refusal import NotWritten, Refusal
from cjm.load import load_folder

from .conftest import DAY, Pool


def test_a_handbook_with_a_file_that_cannot_be_read_goes_out_without_it(pool: Pool) -> None:
    pool.write("guideline/facts.yml", "facts: [\n")
    handbook = load_folder(pool.root)
    done = export.export_word(handbook, pool.root, today=DAY)
    assert done.unread == ("guideline/facts.yml",) and done.file == pool.root / "site_build/out/pool.docx"
    assert export.gather(done.file, handbook) == export.Gathered((), remembers=True)


def test_what_is_no_word_file(pool: Pool) -> None:
    pool.write("old.doc", "text")
    with pytest.raises(export.NotAWordFile):
        export.gather(pool.root / "old.doc", load_folder(pool.root))


def test_a_place_that_cannot_be_written(pool: Pool) -> None:
    pool.write("taken", "")
    with pytest.raises(NotWritten):
        export.export_word(load_folder(pool.root), pool.root, today=DAY, output=pool.root / "taken/a.docx")


@pytest.mark.parametrize(
    ("name", "refusal"),
    [("approved", compare.NothingToCompare), ("HEAD", compare.NoRepository)],
)
def test_states_that_are_not_there(pool: Pool, name: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        compare.compare(load_folder(pool.root), pool.root, old=name, today=DAY, language="ru")


def test_what_changed_since_the_approval(pool: Pool) -> None:
    *_, printed = print_handbook(load_folder(pool.root), pool.root, today=DAY)
    done = approve(
        load_folder(pool.root), pool.root, by="oleg", today=DAY, language="ru", everything=True, pdf=printed.file
    )  # type: ignore[union-attr]
    pool.change("guideline/sections/call.yml", "Поздоровайтесь.", "Улыбнитесь.")
    pool.write("guideline/facts.yml", "facts: [\n")
    now = load_folder(pool.root)
    for name in ("approved", done.record.id, done.record.id[-8:]):
        made = compare.compare(now, pool.root, old=name, today=DAY, language="ru")
        assert [change.id for change in made.difference.changes] == ["section:call"] or made.difference.changes
        assert ("", "guideline/facts.yml") in made.unread
    compare.print_comparison(made, pool.root, pool.root / "changes.pdf", today=DAY, language="ru")
    assert (pool.root / "changes.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("how", "refusal"),
    [
        ({"name": "second"}, draw.UnknownJourney),
        ({"name": "first", "overview": True}, draw.JourneyOrOverview),
        ({"output": Path("a.bmp")}, draw.UnknownFormat),
        ({"overview": True, "output": Path("a.dot")}, draw.TextOfAll),
        ({"overview": True, "colour": "heat"}, draw.NoColour),
    ],
)
def test_maps_that_cannot_be_drawn(pool: Pool, how: dict[str, object], refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        draw.draw(load_folder(pool.root), pool.root, **how)  # type: ignore[arg-type]


def test_maps(pool: Pool) -> None:
    handbook = load_folder(pool.root)
    assert draw.draw(handbook, pool.root) == pool.root / "site_build/out/maps/first.svg"
    pool.write("touchpoints/second.yml", "journey: second\ntitle: Снова\n")
    with pytest.raises(draw.WhichJourney, match="second"):
        draw.draw(load_folder(pool.root), pool.root)
    assert draw.journey_called("journey:second", load_folder(pool.root)).title == "Снова"


def test_a_new_handbook_overwrites_nothing(tmp_path: Path) -> None:
    start.start(tmp_path / "new", bare=True)
    assert load_folder(tmp_path / "new").sections
    with pytest.raises(start.InTheWay) as refused:
        start.start(tmp_path / "new", bare=True)
    assert "… и ещё" in refused.value.to("ru") and "more" in refused.value.to("en")
    path = start.eject("pages/section.md", tmp_path / "new")
    assert (tmp_path / "new" / path).is_file()
    for name, refusal in (
        ("pages/section.md", start.AlreadyOwn),
        ("sectoin.md", start.NoSuchFile),
        (None, start.WhichFile),
    ):
        with pytest.raises(refusal):
            start.eject(name, tmp_path / "new")


def test_the_live_site_follows_and_ends_when_nobody_listens(pool: Pool) -> None:
    events = serve.serve(pool.root, today=DAY, host="127.0.0.1", port=0)
    address = next(event.address for event in events if isinstance(event, serve.Opened))
    pool.change("guideline/sections/call.yml", "Поздоровайтесь.", "Улыбнитесь.")
    done = next(event for event in events if isinstance(event, serve.Round))
    assert done.made and done.changed
    with urllib.request.urlopen(f"{address}sections/call.html", timeout=20) as page:
        assert "Улыбнитесь" in page.read().decode("utf-8")
    taken = serve.serve(pool.root, today=DAY, host="127.0.0.1", port=int(address.rstrip("/").rpartition(":")[2]))
    with pytest.raises(serve.PortTaken):
        next(taken)
    events.close()
    with pytest.raises(OSError):
        urllib.request.urlopen(address, timeout=20)


def test_the_live_site_ends_when_it_is_told_to(pool: Pool) -> None:
    stop = threading.Event()
    kinds = []
    for event in serve.serve(pool.root, today=DAY, host="127.0.0.1", port=0, stop=stop):
        kinds.append(type(event))
        if isinstance(event, serve.Opened):
            stop.set()
    assert kinds[-2:] == [serve.Round, serve.Opened]
