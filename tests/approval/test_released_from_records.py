"""A released edition is made from records and kept texts only: no state of the working files changes or stops it."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm.app.released import LookRuns, TextsLost, released
from cjm.approval import standings
from cjm.approval.release import as_approved
from cjm.load import load_folder
from cjm.model import Handbook
from cjm.model.digest import exact_digest, plain_data

from .conftest import Club

TODAY = dt.date(2026, 11, 22)
CSS, TEMPLATE = "site_build/assets/css/site.css", "templates/pages/section.md"


def edition(club: Club) -> Handbook:
    handbook = load_folder(club.root)
    return as_approved(handbook, standings(handbook, TODAY).stands, cared_today=False)


def told(handbook: Handbook) -> str:
    """All that an edition holds, sign by sign."""
    shared = {kind: [plain_data(one) for one in things] for kind, things in handbook.shared.items()}
    things = [plain_data(one) for one in (handbook.outline, *handbook.sections, *handbook.journeys)]
    return json.dumps([things, shared, handbook.synonyms, {path: raw.hex() for path, raw in handbook.look.items()}])


def gone(path: str) -> Callable[[Club], None]:
    return lambda club: (club.root / path).unlink()


def typed(path: str, text: str) -> Callable[[Club], None]:
    return lambda club: club.write(path, text)


def changed(path: str, old: str, new: str) -> Callable[[Club], None]:
    return lambda club: club.change(path, old, new)


HARM = {
    "broken outline": typed("guideline/handbook.yml", "handbook: [\n"),
    "no outline": gone("guideline/handbook.yml"),
    "another title": changed("guideline/handbook.yml", "Гайдлайн клуба", "Другой"),
    "another language": changed("guideline/handbook.yml", "language: ru", "language: en"),
    "another order": changed("guideline/handbook.yml", "[call, visit, meeting]", "[meeting, call]"),
    "another approver": changed(
        "guideline/handbook.yml", "Вера Лис, role: admin", "Вера Лис, role: boss, approves: true"
    ),
    "broken section": typed("guideline/sections/call.yml", "section: {\n"),
    "deleted section": gone("guideline/sections/call.yml"),
    "retired section": changed("guideline/sections/call.yml", "title: Звонок", "title: Звонок\nstatus: retired"),
    "another owner": changed("guideline/sections/call.yml", "owner: vera", "owner: boris"),
    "reviewed": changed("guideline/sections/call.yml", "2026-10-01", "2026-11-01"),
    "a new section": typed("guideline/sections/new.yml", "section: new\ntitle: Новый\n"),
    "changed fact": changed("guideline/facts.yml", "два часа", "пятнадцать дней"),
    "no facts": gone("guideline/facts.yml"),
    "a new term": typed("guideline/glossary.yml", "terms: [{id: x, term: икс, means: Что угодно.}]\n"),
    "synonyms": typed("guideline/search.yml", "synonyms: [[деньги, возврат]]\n"),
    "changed journey": changed("touchpoints/first.yml", "15 мин", "30 мин"),
    "deleted journey": gone("touchpoints/first.yml"),
    "template": typed(TEMPLATE, "возврат до 50 000 ₽ без спроса\n"),
    "broken template": typed(TEMPLATE, "{% if %}\n"),
    "no template": gone(TEMPLATE),
    "style": typed(CSS, "main {display: none}\n"),
    "config": typed("mkdocs.yml", "hooks: [evil.py]\n"),
    "broken config": typed("mkdocs.yml", "theme: [\n"),
    "picture": typed("site_build/assets/plan.svg", "<svg/>"),
}


@pytest.fixture
def dressed(club: Club) -> Club:
    """The club with a look of its own, all of it approved."""
    club.write(TEMPLATE, "{{ w.label(section.title) }}: по-своему\n")
    club.write(CSS, "main {color: black}\n")
    club.write("mkdocs.yml", "theme: {name: material}\n")
    for by in ("boris", "anna"):
        assert club.approve(by, "--all", today="2026-11-21").exit_code == 0
    return club


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_nothing_that_is_written_changes_it(dressed: Club, harm: Callable[[Club], None]) -> None:
    before = told(edition(dressed))
    assert "по-своему".encode().hex() in before and b"color: black".hex() in before
    harm(dressed)
    assert told(edition(dressed)) == before


@pytest.mark.slow
def test_every_file_of_the_site_and_the_book_stays_the_same(dressed: Club) -> None:
    def made() -> dict[str, bytes]:
        assert dressed.cjm("build", "--released").exit_code == 0
        assert dressed.cjm("pdf", "--released", "-o", str(dressed.root / "released.pdf")).exit_code == 0
        site = dressed.root / "site_build/out/site"
        files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        return files | {"book": (dressed.root / "released.pdf").read_bytes()}

    before = made()
    assert "по-своему" in before["sections/call.html"].decode()
    for names in (("changed fact", "template", "style", "config", "another owner"), ("broken outline", "deleted section", "no facts", "broken template", "broken config", "deleted journey")):  # fmt: skip
        for name in names:
            HARM[name](dressed)
        assert made() == before, names


@pytest.mark.parametrize(
    "config",
    ["hooks: [evil.py]", "plugins: [macros]", "INHERIT: other.yml", "markdown_extensions: [pymdownx.snippets]", "extra: {a: !ENV HOME}"],
)  # fmt: skip
def test_what_runs_while_the_site_is_made_is_refused(club: Club, config: str) -> None:
    club.write("mkdocs.yml", config + "\n")
    assert club.approve("boris", "--all").exit_code == 0
    with pytest.raises(LookRuns):
        released(load_folder(club.root), club.root, TODAY)


def test_a_text_that_is_gone_or_has_a_key_of_another_program_is_an_error(approved: Club) -> None:
    [text] = [file for file in approved.approved_texts if '"item": "fact:' in file.read_text(encoding="utf-8")]
    data = json.loads(text.read_text(encoding="utf-8"))
    text.unlink()
    with pytest.raises(TextsLost, match="fact:limit"):
        released(load_folder(approved.root), approved.root, TODAY)
    data["kept"]["colour"] = "red"
    Path(text.with_name(f"{exact_digest(data)}.json")).write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(TextsLost):
        released(load_folder(approved.root), approved.root, TODAY)
