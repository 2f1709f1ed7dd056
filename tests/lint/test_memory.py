"""A handbook that is edited is judged by what changed, and what is found is what a check of the whole finds."""

import datetime as dt
import gc
import os
import random
from pathlib import Path

import pytest

from cjm.lint import Memory, all_rules, judge, lint
from cjm.lint.choice import RuleChoice
from cjm.lint.lexicon.phrases import Phrases
from cjm.load import Files, Reader, load, read_folder
from cjm.model import Handbook
from cjm.model.place import Source

ROOT = Path(__file__).resolve().parents[2]
DAY = dt.date(2026, 11, 27)
ALL = RuleChoice(profile="release")
INSERTED = (
    "быстро", "в ближайшее время", "к сожалению, нельзя", "это не ко мне", "TODO", "Вы", "ты", "гость", "Анна Петрова", "ребенок",
    "+7 912 345-67-89", '"дом"', "<имя клиента>", "у <имя ребёнка>", "[имя]", "{{ trial-price }}", "до {{ phone-wait }}",
    "{{ нет }}", "[x](section:no-show)", "[x](section:nono)", "**жир", "#1", "oн", "1 500 ₽", "15 минут", "если нужно", "клиент",
)  # fmt: skip


def edited(files: Files, dice: random.Random) -> Files:
    """What one save of an editor may do: a word more, a line less, a line twice, a file gone or under another name."""
    now = dict(files)
    file = dice.choice([name for name in now if name.endswith(".yml") and "approvals" not in name])
    lines = bytes(now[file]).decode().splitlines(keepends=True)  # type: ignore[arg-type]
    at = dice.randrange(len(lines))
    match dice.randrange(12):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2 if file.startswith("guideline/sections"):
            del now[file]
            return now
        case 3:
            other = dice.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        case 4:
            lines.append(f"# {at}\n")
        case _:
            words = lines[at].split(" ")
            words.insert(dice.randrange(len(words) // 2, len(words)) or 1, dice.choice(INSERTED))
            lines[at] = " ".join(words)
    now[file] = "".join(lines).encode()
    return now


def follow(files: Files, rounds: int, seed: int) -> None:
    dice, reader, memory = random.Random(seed), Reader(), Memory()
    first = now = files
    for number in range(rounds):
        if number % 10 == 9:
            now = first  # back to what was sound, or the handbook is soon nothing but rubble
        again = judge(reader.load(now), today=DAY, asked=ALL, memory=memory)
        assert again.findings == judge(load(now), today=DAY, asked=ALL).findings, f"seed {seed}, edit {number}"
        now = edited(now, dice)


def test_what_is_found_after_an_edit_is_what_is_found_in_the_whole() -> None:
    follow(read_folder(ROOT / "tests" / "lint" / "base"), 25, 1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(int(os.environ.get("CJM_EDITS", "3"))))  # ten are two hundred edits
def test_many_edits_of_the_reference_handbook(seed: int) -> None:
    follow(read_folder(ROOT), 20, seed)


def test_another_fact_is_seen_in_the_files_that_did_not_change(small: Files) -> None:
    reader, memory = Reader(), Memory()
    assert not any(one.code == "CJM306" for one in lint(reader.load(small), memory=memory, today=DAY))
    facts = "facts:\n  - {id: price, title: Ожидание, value: 15 минут}\n".encode()
    found = lint(reader.load({**small, "guideline/facts.yml": facts}), memory=memory, today=DAY)
    assert [one.place.file for one in found if one.code == "CJM306"] == ["guideline/sections/desk.yml"]


def test_only_the_edited_file_is_looked_at_again(small: Files) -> None:
    seen: list[str] = []
    rule = next(rule for rule in all_rules() if rule.slug == "does-not-fit")

    def check(text, **options):  # type: ignore[no-untyped-def]
        seen.append(text.place.file)
        return rule.check(text, **options)

    import dataclasses

    watched = dataclasses.replace(rule, check=check)
    reader, memory = Reader(), Memory()
    lint(reader.load(small), [watched], memory=memory, today=DAY)
    assert len(set(seen)) > 2
    seen.clear()
    desk = bytes(small["guideline/sections/desk.yml"])  # type: ignore[arg-type]
    now = {**small, "guideline/sections/desk.yml": desk.replace("гостя".encode(), "человека".encode())}
    lint(reader.load(now), [watched], memory=memory, today=DAY)
    assert set(seen) == {"guideline/sections/desk.yml"}


def test_what_was_checked_is_let_go(small: Files) -> None:
    """One handbook after another, each with words of its own: neither their files nor patterns for their words stay."""

    def judge_from(first: int) -> tuple[int, int]:
        for number in range(first, first + 6):
            words = f"terms:\n  - {{id: a, term: слово{number}, means: Гость., not: [посетитель{number}]}}\n"
            say = f"words:\n  - {{id: b, say: ну вот{number}, instead: так}}\n"
            named = {"guideline/glossary.yml": words.encode(), "guideline/words.yml": say.encode()}
            lint(load({**small, **named}), today=DAY)
        gc.collect()
        kept = [type(one) for one in gc.get_objects()]
        return kept.count(Source), kept.count(Phrases)

    assert judge_from(0) == judge_from(6)


def test_a_process_that_goes_on_keeps_few_of_the_handbooks_it_has_checked() -> None:
    """Nobody calls the collector: it comes by itself, and not only at what was made last."""
    files = read_folder(ROOT / "tests" / "lint" / "base")
    gc.collect()
    before = sum(type(one) is Handbook for one in gc.get_objects())
    for _ in range(40):
        judge(load(files), today=DAY)
    assert sum(type(one) is Handbook for one in gc.get_objects()) - before < 30


@pytest.fixture
def small() -> Files:
    texts = {
        "guideline/handbook.yml": "handbook: club\ntitle: Клуб\nlanguage: ru\nparts:\n  - {id: a, title: Зал, sections: [desk]}\n",
        "guideline/roles.yml": "roles:\n  - {id: host, title: Администратор, summary: Встречает.}\n",
        "guideline/facts.yml": "facts:\n  - {id: price, title: Цена, value: 900 ₽}\n",
        "guideline/sections/desk.yml": (
            "section: desk\ntitle: Стойка\nperformer: host\npurpose: Встречаем гостя, ждать до 15 минут.\n"
        ),
    }
    return {file: text.encode() for file, text in texts.items()}
