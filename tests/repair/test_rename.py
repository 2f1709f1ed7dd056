"""A thing gets another id, with all that speaks of it; whatever cannot be shown to be right is refused and nothing written."""

import datetime as dt
import importlib
import json
import os
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest
from typer.testing import CliRunner, Result

from cjm.approval import standings
from cjm.cli import main
from cjm.edit import Refused
from cjm.lint import RuleChoice, judge
from cjm.load import Unreadable, load, read_folder
from cjm.model.digest import plain_data
from cjm.model.fields import Name, specs
from cjm.repair import Renamed, rename
from cjm.workspace.subjects import below, identity
from tests.approval.paper import approved

ROOT = Path(__file__).resolve().parents[2]
OF_EACH = int(os.environ.get("CJM_RENAMES", "2"))  # with 9 of each kind it takes minutes
TODAY = dt.date(2026, 11, 22)
LOCAL = ("step", "script", "detail", "stage")
OUTLINE = """\
handbook: base
title: Основа
language: ru
channels: [{id: desk, title: Стойка}]
people: [{id: anna, name: Анна Орлова}]
start: [{title: Пришли, to: section:visit}]
parts:
  - id: basics
    title: Основа
    sections: [visit, other]  # visit первым
"""
VISIT = """\
section: "visit"   # visit
title: Визит
owner: anna
performer: admin
steps:
  - {id: greet, do: "Скажите «{{ price }}»."}
  - id: seat
    do: Проводите гостя.
    next: [{to: greet, when: снова}]
"""
OTHER = """\
section: other
title: Другой
owner: anna
performer: [admin, guest]
steps:
  - id: greet
    do: Сделайте, как в [визите](section:visit) и [шаге](section:visit/greet), но не visit.
    next: [{to: section:visit/greet, when: иначе}]
"""
ROLES = "roles:\n  - {id: admin, title: Админ}\n  - {id: guest, title: Гость}\n"
FACTS = "facts:\n  - {id: price, title: Цена, value: 900 ₽}\n"
WAY = """\
journey: way
title: Путь
stages:
  - stage: first
    title: Первый
    touchpoints:
      - {id: come, title: Приход, contact: person, channel: desk, role: admin, standard: visit, entry: true}
      - {id: gone, title: Уход, contact: person, channel: desk, role: admin, standard: [visit, other], outcome: Ушёл}
"""
POLICIES = """\
policies:
  - id: all-have
    title: У всех есть
    every: {section: {performer: admin}}
    has: [owner]
  - id: path
    title: Путь
    every_path: {from: come, to: way/gone, through: [gone]}
"""
SEARCH = "probes: [{query: пришёл гость, section: visit}]\n"
BOOK = {
    "guideline/handbook.yml": OUTLINE, "guideline/sections/visit.yml": VISIT, "guideline/sections/other.yml": OTHER,
    "guideline/roles.yml": ROLES, "guideline/facts.yml": FACTS, "touchpoints/way.yml": WAY,
    "guideline/policies.yml": POLICIES, "guideline/search.yml": SEARCH,
}  # fmt: skip

Files = Mapping[str, bytes | Unreadable]


def encoded(texts: Mapping[str, str]) -> dict[str, bytes]:
    return {file: text.encode() for file, text in texts.items()}


def with_changes(files: Files, done: Renamed) -> dict[str, bytes | Unreadable]:
    gone = {one.file for one in done.files}
    return {file: raw for file, raw in files.items() if file not in gone} | {
        one.moved_to or one.file: one.after for one in done.files
    }


def after(old: str, new: str, book: Mapping[str, str] = BOOK, baseline: str = "") -> dict[str, str]:
    done = rename(encoded(book), old, new, today=TODAY, baseline=baseline)
    return {file: raw.decode() for file, raw in with_changes(encoded(book), done).items() if isinstance(raw, bytes)}


def refusal(old: str, new: str, book: Mapping[str, str] = BOOK) -> str:
    with pytest.raises(Refused) as caught:
        rename(encoded(book), old, new, today=TODAY)
    assert caught.value.says.ru != caught.value.says.en
    return caught.value.says.en


def test_a_section_with_all_that_speaks_of_it() -> None:
    now = after("visit", "arrival")
    wanted = {
        "guideline/handbook.yml": OUTLINE.replace("section:visit", "section:arrival").replace("[visit,", "[arrival,"),
        "guideline/sections/arrival.yml": VISIT.replace('"visit"', '"arrival"').replace(
            "title: Визит\n", "title: Визит\nwas: [visit]\n"
        ),
        "guideline/sections/other.yml": OTHER.replace("section:visit", "section:arrival"),
        "touchpoints/way.yml": WAY.replace("visit", "arrival"),
        "guideline/search.yml": SEARCH.replace("visit", "arrival"),
    }
    assert now == {file: text for file, text in BOOK.items() if file != "guideline/sections/visit.yml"} | wanted


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("admin", "clerk", {"guideline/roles.yml": 1, "guideline/sections/visit.yml": 1, "guideline/sections/other.yml": 1,
                            "touchpoints/way.yml": 2, "guideline/policies.yml": 1}),
        ("fact:price", "cost", {"guideline/facts.yml": 1, "guideline/sections/visit.yml": 1}),
        ("come", "arrive", {"touchpoints/way.yml": 1, "guideline/policies.yml": 1}),
        ("touchpoint:way/gone", "leave", {"touchpoints/way.yml": 1, "guideline/policies.yml": 2}),
        ("section:visit/greet", "hello", {"guideline/sections/visit.yml": 2, "guideline/sections/other.yml": 2}),
        ("step:visit/greet", "hello", {"guideline/sections/visit.yml": 2, "guideline/sections/other.yml": 2}),
        ("step:other/greet", "hello", {"guideline/sections/other.yml": 1}),
        ("anna", "olga", {"guideline/handbook.yml": 1, "guideline/sections/visit.yml": 1, "guideline/sections/other.yml": 1}),
        ("policy:path", "way", {"guideline/policies.yml": 1}),
        ("person:anna", "person:olga", {"guideline/handbook.yml": 1, "guideline/sections/visit.yml": 1, "guideline/sections/other.yml": 1}),
    ],
)  # fmt: skip
def test_only_the_places_that_mean_it(old: str, new: str, changes: dict[str, int]) -> None:
    now = after(old, new)
    words = old.rpartition(":")[2].rpartition("/")[2], new.rpartition(":")[2]
    for file, text in BOOK.items():
        assert now[file].count(words[1]) - text.count(words[1]) == changes.get(file, 0), file
        assert now[file].replace(words[1], words[0]) == text.replace(words[1], words[0])


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("vizit", "x", "Perhaps visit"),
        ("role:adnim", "x", "Perhaps role:admin"),
        ("цена", "x", 'no "цена" here'),
        ("", "x", 'no "" here'),
        ("greet", "hello", "step:visit/greet, step:other/greet"),
        ("visit", "other", "is taken already (guideline/sections/other.yml:1)"),
        ("step:visit/greet", "seat", "is taken already (guideline/sections/visit.yml:7)"),
        ("visit", "visit", "called so already"),
        ("visit", "Визит", "is not lowercase Latin letters and hyphens"),
        ("visit", "visіt", 'Cyrillic letters "і"'),
        ("visit", "role:guest", "this is a section"),
    ],
)
def test_why_not(old: str, new: str, reason: str) -> None:
    assert reason in refusal(old, new)


def test_a_link_that_waits_for_the_new_id_is_not_caught() -> None:
    book = BOOK | {"guideline/sections/other.yml": OTHER.replace("но не visit", "но не [тут](section:arrival)")}
    assert "spoken of already" in refusal("visit", "arrival", book)


def test_a_word_that_would_then_mean_another_thing() -> None:
    """`best_at: anna` means a person as long as no role is called so."""
    best = "client_types: [{id: calm, title: Тихий, best_at: anna}]\n"
    assert "would be used in" in refusal("anna", "admin", BOOK | {"guideline/client-types.yml": best})


def test_an_alias_is_the_same_id_or_a_reason_to_refuse() -> None:
    shared = OTHER.replace("[admin, guest]", "&who admin").replace("do: Сделайте", "who: *who\n    do: Сделайте")
    now = after("admin", "clerk", BOOK | {"guideline/sections/other.yml": shared})
    assert now["guideline/sections/other.yml"] == shared.replace("admin", "clerk")
    another = shared.replace("who: *who", "how: *who")
    assert "alias" in refusal("admin", "clerk", BOOK | {"guideline/sections/other.yml": another})


BY_ANNA = BOOK | {"guideline/handbook.yml": OUTLINE.replace("name: Анна Орлова", "name: Анна Орлова, approves: true")}


def test_records_of_approval_are_the_past() -> None:
    """They stay as they were; where a rename would make of an approved section a changed one, it is refused."""
    book = encoded(BY_ANNA)
    book |= approved(load(book), "anna", TODAY)
    with pytest.raises(Refused, match="would be wrong"):
        rename(book, "role:admin", "clerk", today=TODAY)
    made = rename(book, "visit", "arrival", today=TODAY)
    assert not [one.file for one in made.files if "approvals" in one.file]
    assert {one.status for one in standings(load(with_changes(book, made)), TODAY).of.values()} == {"approved"}  # type: ignore[arg-type]


def test_an_approval_finds_its_section_under_the_new_id() -> None:
    book = encoded(BY_ANNA)
    records = approved(load(book), "anna", TODAY)
    changed = book | records | {"guideline/sections/other.yml": OTHER.replace("Сделайте", "Повторите").encode()}
    assert standings(load(changed), TODAY).of["other"].status == "changed"
    now = load(with_changes(changed, rename(changed, "other", "another", today=TODAY)))  # type: ignore[arg-type]
    assert standings(now, TODAY).of["another"].status == "changed"


def test_what_a_thing_was_called_is_no_part_of_what_was_approved() -> None:
    before, now = load(encoded(BOOK)), load(encoded(after("visit", "arrival")))
    assert now.section["arrival"].was == ("visit",)
    assert plain_data(now.section["arrival"]) == plain_data(before.section["visit"]) | {"section": "arrival"}


def test_a_pattern_of_accepted_paths_that_would_lose_the_file() -> None:
    accepted = "lint: {accept: [{path: guideline/sections/vis*.yml, rule: '009', reason: Наброски}]}\n"
    book = BOOK | {
        "guideline/handbook.yml": OUTLINE + accepted,
        "guideline/sections/visit.yml": VISIT + "  - do: Попрощайтесь.\n",
    }
    assert "would be wrong" in refusal("visit", "arrival", book)
    exact = {**book, "guideline/handbook.yml": book["guideline/handbook.yml"].replace("vis*", "visit")}
    assert "path: guideline/sections/arrival.yml" in after("visit", "arrival", exact)["guideline/handbook.yml"]


def test_a_file_that_cannot_be_read_may_speak_of_it() -> None:
    assert "cannot be read" in refusal("visit", "arrival", BOOK | {"guideline/sections/third.yml": "section: [visit\n"})
    with_another = BOOK | {"guideline/sections/third.yml": "section: [broken\n"}
    assert "guideline/sections/arrival.yml" in after("visit", "arrival", with_another)


def test_there_and_back_again() -> None:
    there = after("visit", "arrival")
    back = after("arrival", "visit", there)
    assert "was: [arrival]" in back["guideline/sections/visit.yml"]
    twice = after("visit", "coming", back)
    assert "was: [arrival, visit]" in twice["guideline/sections/coming.yml"]
    assert load(encoded(twice)).problems == ()
    assert "is taken already" in refusal("other", "arrival", twice)


def test_the_baseline_follows() -> None:
    book = BOOK | {
        file: text + "  - do: Попрощайтесь.\n  - id: bye\n    do: Проводите до двери [туда](section:nowhere).\n"
        for file, text in (("guideline/sections/visit.yml", VISIT), ("guideline/sections/other.yml", OTHER))
    }
    rows = [
        ("CJM304", "step:bye", 1),
        ("CJM009", "section:visit", 1),
        ("CJM003", "step:bye", 2),
        ("CJM304", "guideline/sections/visit.yml", 1),
    ]
    text = json.dumps({"version": 1, "findings": [{"rule": r, "id": i, "count": n} for r, i, n in rows]})
    findings = judge(load(encoded(book)), today=TODAY, asked=RuleChoice(profile="release")).findings
    code = next(one.code for one in findings if (one.id, one.code) == ("step:bye", "CJM502"))
    text = text.replace("CJM003", code)
    done = rename(encoded(book), "visit", "arrival", today=TODAY, baseline=text)
    [now] = [one.after.decode() for one in done.files if one.file == ".cjm-baseline.json"]
    assert now == text.replace("section:visit", "section:arrival").replace("sections/visit.yml", "sections/arrival.yml")
    done = rename(encoded(book), "step:visit/bye", "farewell", today=TODAY, baseline=text)
    [now] = [one.after.decode() for one in done.files if one.file == ".cjm-baseline.json"]
    known = {
        (one["rule"], one["id"], one["count"])
        for one in json.loads(now)["findings"][:1] + json.loads(now)["findings"][2:4]
    }
    assert known == {("CJM304", "step:bye", 1), (code, "step:bye", 1), (code, "step:farewell", 1)}
    assert len(json.loads(now)["findings"]) == len(rows) + 1


@pytest.mark.parametrize(
    ("visit", "other", "codes"),
    [
        ("was: [arrival]\n", "", []),
        ("was: [other]\n", "", ["002"]),
        ("was: [visit]\n", "", ["002"]),
        ("was: [arrival]\n", "was: arrival\n", ["002"]),
        ("was: [arrival, arrival]\n", "", ["002"]),
        ("was: [../handbook]\n", "", ["005"]),
        ("was: [way]\n", "", []),  # a journey has other addresses
    ],
)
def test_an_earlier_id_is_the_address_of_one_thing(visit: str, other: str, codes: list[str]) -> None:
    book = BOOK | {"guideline/sections/visit.yml": VISIT + visit, "guideline/sections/other.yml": OTHER + other}
    found = judge(load(encoded(book)), today=TODAY, asked=RuleChoice(select=("0",))).findings
    assert [one.code for one in found] == [f"CJM{code}" for code in codes]


def typed(root: Path, *args: str) -> Result:
    return CliRunner().invoke(main, [*args, "--root", str(root), "--today", TODAY.isoformat()])


def test_the_command(tmp_path: Path) -> None:
    for file, text in BOOK.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8", newline="\n")
    before = read_folder(tmp_path)
    shown = typed(tmp_path, "rename", "visit", "arrival", "--dry-run")
    assert shown.exit_code == 0 and "+++ b/guideline/sections/arrival.yml" in shown.output
    assert read_folder(tmp_path) == before
    refused = typed(tmp_path, "rename", "visit", "other")
    assert refused.exit_code == 1 and "уже занято" in refused.output
    assert read_folder(tmp_path) == before
    done = typed(tmp_path, "rename", "visit", "arrival")
    assert done.exit_code == 0 and not done.stdout  # what was done is told beside what a script would read
    assert "section:visit" in done.stderr and "старая ссылка" in done.stderr
    assert read_folder(tmp_path) == encoded(after("visit", "arrival"))


def test_a_disk_that_is_full_halfway_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cjm import atomic
    from cjm.app import refusal

    for file, text in BOOK.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8", newline="\n")
    before, tried = read_folder(tmp_path), []

    def full(file: Path, content: bytes) -> None:
        tried.append(file)
        if len(tried) == 4:
            raise OSError(28, "No space left on device", str(file))
        atomic.save(file, content)

    monkeypatch.setattr(refusal, "save", full)
    assert typed(tmp_path, "rename", "visit", "arrival").exit_code == 1
    assert read_folder(tmp_path) == before


def test_an_id_that_was_made_from_a_title_is_written_then() -> None:
    files = {
        "guideline/roles.yml": b"roles: [{id: desk, title: A}]\n",
        "guideline/duties.yml": "duties:\n  - title: Сверить\n    who: desk\n".encode(),
    }
    made = with_changes(files, rename(files, "duty:sverit", "check-marks", today=TODAY))
    assert made["guideline/duties.yml"] == "duties:\n  - id: check-marks\n    title: Сверить\n    who: desk\n".encode()


@pytest.mark.slow
def test_some_of_each_kind_there_and_back() -> None:
    """Each rename is checked by itself; after all of them the whole handbook is found fault with as before."""
    files: Files = read_folder(ROOT)
    first, handbook = files, load(files)
    verdict = judge(handbook, today=TODAY, asked=RuleChoice(profile="release"))
    known: dict[str, list[str]] = defaultdict(list)
    for top in handbook.items():
        for item in below(top):
            kind, _, id = identity(item).partition(":")
            written = any(
                isinstance(spec.reads, Name) and spec.key in item.source.names for spec in specs(type(item)).values()
            )
            if id and kind != "handbook" and written:  # an id that is made from a title does not go back into it
                stem = PurePosixPath(item.source.file).stem
                known[kind].append(f"{kind}:{stem}/{id}" if kind in LOCAL else f"{kind}:{id}")
    renames = [
        (name, f"{name.rpartition(':')[2].rpartition('/')[2]}-x")
        for kind in known
        # what holds others is renamed after what it holds, whose names say where it is
        for name in known[kind][:: max(1, len(known[kind]) // OF_EACH)][:OF_EACH]
    ]
    renames.sort(key=lambda pair: pair[0].startswith(("section:", "journey:")))
    assert len(renames) >= min(167, 18 * OF_EACH) and len(known) >= 20
    for old, new in renames:
        files = with_changes(files, rename(files, old, new, today=TODAY))
    now = load(files)
    assert now.problems == handbook.problems == ()
    again = judge(now, today=TODAY, asked=RuleChoice(profile="release"))
    assert Counter(one.code for one in again.findings) == Counter(one.code for one in verdict.findings)
    assert [len(tuple(below(top))) for top in now.items()] == [len(tuple(below(top))) for top in handbook.items()]
    for old, new in reversed(renames):
        kind, _, rest = old.partition(":")
        outer, slash, id = rest.rpartition("/")
        files = with_changes(files, rename(files, f"{kind}:{outer}{slash}{new}", id, today=TODAY))
    for file, raw in files.items():
        was = first[file]
        assert isinstance(raw, bytes) and isinstance(was, bytes)
        assert [line for line in raw.splitlines(True) if not line.startswith(b"was: ")] == was.splitlines(True)


def test_of_hundreds_of_files_some_are_read_again_for_each_way_in_which_the_id_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = importlib.import_module("cjm.repair.rename")
    monkeypatch.setattr(module, "_MANY", 3)
    read: list[set[str]] = []
    whole = module.load
    monkeypatch.setattr(module, "load", lambda files: read.append({*files}) or whole(files))
    ways = {
        "performer: admin": 5, "performer: [guest, admin]": 5, "performer: [admin, guest]  # admin": 0,  # of each field
        'performer: "admin"': 9, "performer: &a admin": 9, "performer: guest\nperformer: admin": 9, "title: admin": 9,
        "performer: [admin, guest x]": 9, "performer: guest\nlogic: Как [роль](role:admin).": 9, "logic: |\n  performer: admin": 9,
        "steps: [{do: Так, who: admin}]": 5, "steps: [{do: Так, who: admin}, так]": 9,
        "performer: admin\nlogic: За clerk.": 9, "performer: admin\nlogic: За\u200bтем.": 9,
    }  # fmt: skip
    texts = {
        f"guideline/sections/s{n}-{number}.yml": f"section: s{n}-{number}\ntitle: Раздел\n{way}\n"
        for number, way in enumerate(ways)
        for n in range(9)
    }
    texts["guideline/sections/other-name.yml"] = "section: s-name\ntitle: Раздел\nperformer: admin\n"
    files = encoded({**texts, "guideline/roles.yml": ROLES, "guideline/handbook.yml": OUTLINE})
    made = rename(files, "role:admin", "clerk", today=TODAY)
    again = Counter(file.rpartition("-")[2] for file in read[-1] if "/sections/" in file)
    shown = Counter(number.removesuffix(".yml") for number in again.elements())
    assert shown == {str(n): count for n, count in enumerate(ways.values()) if count} | {"name": 1}
    whole_made = rename_of_all(monkeypatch, files)
    assert (made.places, made.files) == (whole_made.places, whole_made.files)


@pytest.mark.parametrize("hidden", [r'"\x61dmin"', '"ad\\\n  min"', r'"adm\u0069n"'])
def test_of_hundreds_of_files_one_that_hides_the_id_is_read(monkeypatch: pytest.MonkeyPatch, hidden: str) -> None:
    """It names it plainly too, so that it is among those that may not be read."""
    monkeypatch.setattr(importlib.import_module("cjm.repair.rename"), "_MANY", 3)
    texts = {
        f"guideline/sections/s{n}.yml": f"section: s{n}\ntitle: Раздел\nperformer: {who}\nsteps: [{{do: Так, who: admin}}]\n"
        for n, who in enumerate([*["admin"] * 12, hidden])
    }
    files = encoded({**texts, "guideline/roles.yml": ROLES, "guideline/handbook.yml": OUTLINE})
    with pytest.raises(Refused) as told:
        rename(files, "role:admin", "clerk", today=TODAY)
    assert told.value.values["file"] == "guideline/sections/s12.yml:3"


def rename_of_all(monkeypatch: pytest.MonkeyPatch, files: Files) -> Renamed:
    """The same, with every file read."""
    monkeypatch.setattr(importlib.import_module("cjm.repair.rename"), "_MANY", 10**6)
    return rename(files, "role:admin", "clerk", today=TODAY)
