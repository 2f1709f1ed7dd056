"""`cjm --lang en init`: a handbook that is English from its first line to the last word of its site and its book."""

import ast
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from cjm.cli import main
from cjm.lint.choice import RuleChoice
from cjm.lint.verdict import judge
from cjm.load import load_folder
from cjm.model import Handbook
from cjm.model.shared.duty import Duty

CYRILLIC = re.compile(r"[^\n]{0,30}[\u0400-\u04ff]+[^\n]{0,30}")
DAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("en") / "shop"
    done = CliRunner().invoke(main, ["--lang", "en", "init", str(folder), "--bare"])
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(scope="module")
def english(workshop: Path) -> Handbook:
    return load_folder(workshop)


def test_it_is_clean_for_release(english: Handbook) -> None:
    verdict = judge(english, today=DAY, asked=RuleChoice(profile="release"))
    assert [f"{one.place.file}:{one.place.line} {one.message}" for one in verdict.findings] == []


def test_it_is_one_journey_in_full_and_eight_sections(english: Handbook) -> None:
    (journey,) = english.journeys
    points = journey.touchpoints
    assert english.outline.language == "en" and 12 <= len(points) <= 15
    assert any(edge.back for point in points for edge in point.next) and any(point.pains for point in points)
    assert any(point.moment_of_truth for point in points) and any(point.wait for point in points)
    assert len(english.sections) == 8
    for section in english.sections:
        assert section.steps and section.scripts and section.conflicts and section.never
        uses = [question.use for question in section.questions]
        assert (uses.count("practice"), uses.count("exam")) == (1, 2), section.id
    for kind in (
        "role",
        "duty",
        "resource",
        "promise",
        "policy",
        "fact",
        "placeholder",
        "client-type",
        "term",
        "words",
    ):
        assert list(english.things(kind)), kind
    assert english.synonyms and english.probes
    assert english.outline.hours and any("{{" in fact.value for fact in english.facts)
    assert all(role.decides and role.rank for role in english.roles) and all(
        duty.every or duty.when for duty in english.of(Duty)
    )


def test_its_files_are_english_and_teach_the_block_style(workshop: Path) -> None:
    for path in sorted(workshop.rglob("*")):
        if path.is_file() and "schema" not in path.parts:
            text = path.read_text(encoding="utf-8")
            assert CYRILLIC.findall(text) == [], path
            if path.suffix == ".yml" and path.name not in ("mkdocs.yml", "search.yml"):
                assert not re.search(r"^\s*(?:- |[\w-]+: )[{\[]", text, re.MULTILINE), path
                assert yaml.safe_load(text)


@pytest.mark.parametrize(("language", "options"), [("en", []), ("ru", ["--bare"])])
def test_what_is_laid_down_is_said(tmp_path: Path, language: str, options: list[str]) -> None:
    done = CliRunner().invoke(main, ["--lang", language, "init", str(tmp_path / "a"), *options])
    assert done.exit_code == 0
    assert ("bicycle workshop" in done.output) == (language == "en")
    assert load_folder(tmp_path / "a").outline.language == language


@pytest.mark.slow
def test_no_page_and_no_leaf_has_a_russian_letter(workshop: Path) -> None:
    for words in (["build"], ["pdf"]):
        done = CliRunner().invoke(main, [*words, "--root", str(workshop)])
        assert done.exit_code == 0, done.output
        assert CYRILLIC.findall(done.output) == []
    site = workshop / "site_build/out/site"
    pages = [
        path for path in sorted(site.rglob("*")) if path.suffix in (".html", ".json", ".svg", ".webmanifest", ".txt")
    ]
    assert len(pages) > 25
    for page in pages:
        assert CYRILLIC.findall(page.read_text(encoding="utf-8")) == [], page


ROOT = Path(__file__).resolve().parents[2]
# What only a swimming club, or only a school of languages, says: those two are examples, and no company's words.
OF_A_TRADE = re.compile(
    r"\b(?:pools?|swim\w*|aqua\w*|lessons?|lockers?|showers?|coach\w*|instructors?|child|children|clubs?|pupils?|schools?|"
    r"teachers?|classrooms?)\b|\b(?:бассейн|плава|аква|урок|абонемент|тренер|инструктор|реб[её]н|душев|клуб|ученик|школ|"
    r"преподавател|методист|списал)\w*",
    re.IGNORECASE,
)


def said_by(source: str) -> Iterator[tuple[int, str]]:
    """Each string that a program text says in Russian and English, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Says":
            for one in ast.walk(node):
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    yield one.lineno, one.value


@pytest.mark.parametrize(
    ("words", "of_a_trade"),
    [
        ('x = {"a": Says("Например: «списали»", "For example: “charged”")}', True),
        ('Says("Раздел", "Section " "of the swimming pool")', True),
        ('Says("Дешевле", "Cheaper")', False),
        ('print("children")', False),
    ],
)
def test_words_of_a_trade_are_seen(words: str, of_a_trade: bool) -> None:
    assert any(OF_A_TRADE.search(text) for _, text in said_by(words)) == of_a_trade


@pytest.mark.slow
def test_the_program_speaks_the_words_of_no_trade() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in sorted((ROOT / "cjm").rglob("*.py"))
        for line, text in said_by(path.read_text(encoding="utf-8"))
        if OF_A_TRADE.search(text)
    ]
    assert found == []
