"""`cjm map` as it is typed: formats by the ending of the name, the choice among journeys, the same bytes each time."""

import io
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pytest
from typer.testing import CliRunner, Result

from cjm.cli import main

HANDBOOK = "handbook: base\ntitle: Основа\nlanguage: {lang}\nchannels: [{{id: phone, title: Телефон, icon: phone}}]\nparts: []\n"
VISIT = """journey: {id}
title: {title}
stages:
  - stage: {id}-before
    title: До
    touchpoints:
      - {{id: {id}-call, title: Звонок, contact: person, channel: phone, next: [{{to: {id}-gone, when: нет}}, {{to: {id}-come}}]}}
      - {{id: {id}-come, title: Приход, contact: person, channel: phone, outcome: Ходит}}
      - {{id: {id}-gone, title: Прощание, contact: product, channel: phone, outcome: Ушёл}}
"""


def cjm(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["map", "--root", str(folder), *words])


def handbook(folder: Path, *journeys: tuple[str, str], lang: str = "ru") -> Path:
    (folder / "guideline").mkdir()
    (folder / "touchpoints").mkdir()
    (folder / "guideline/handbook.yml").write_text(HANDBOOK.format(lang=lang), encoding="utf-8")
    for id, title in journeys:
        (folder / f"touchpoints/{id}.yml").write_text(VISIT.format(id=id, title=title), encoding="utf-8")
    return folder


@pytest.fixture
def one(tmp_path: Path) -> Path:
    return handbook(tmp_path, ("visit", "Первое посещение"))


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return handbook(tmp_path, ("visit", "Первое посещение"), ("renewal", "Продление"))


def test_the_only_journey_needs_no_name(one: Path) -> None:
    made = cjm(one)
    assert made.exit_code == 0, made.output
    svg = (one / "site_build/out/maps/visit.svg").read_text(encoding="utf-8")
    assert "Звонок" in svg and "@font-face" in svg
    ElementTree.fromstring(svg)


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.svg", b"<svg"),
        ("a.png", b"\x89PNG"),
        ("a.pdf", b"%PDF"),
        ("a.mmd", b"flowchart"),
        ("a.dot", b"digraph"),
        ("a.PNG", b"\x89PNG"),
    ],
)
def test_the_ending_says_the_format_and_the_bytes_are_the_same_each_time(one: Path, name: str, begins: bytes) -> None:
    written = []
    for _ in range(2):
        made = cjm(one, "visit", "-o", str(one / name))
        assert made.exit_code == 0, made.output
        written.append((one / name).read_bytes())
    assert written[0].startswith(begins) and written[0] == written[1]


def test_a_pdf_has_its_words_and_its_title(one: Path) -> None:
    cjm(one, "-o", str(one / "a.pdf"))
    reader = pypdf.PdfReader(io.BytesIO((one / "a.pdf").read_bytes()))
    assert reader.metadata is not None and reader.metadata.title == "Первое посещение"
    text = " ".join(reader.pages[0].extract_text().split())
    assert all(word in text for word in ("Звонок", "Приход", "Прощание"))
    assert "Golos" in str(
        reader.pages[0]["/Resources"]["/Font"].get_object().values().__iter__().__next__().get_object()["/BaseFont"]
    )


@pytest.mark.parametrize("name", ["all.svg", "all.png", "all.pdf"])
def test_all_journeys_on_one_map(two: Path, name: str) -> None:
    made = cjm(two, "--overview", "-o", str(two / name))
    assert made.exit_code == 0 and (two / name).stat().st_size > 1000


@pytest.mark.parametrize("colour", ["coverage", "heat"])
def test_colours_change_the_picture(one: Path, colour: str) -> None:
    cjm(one, "-o", str(one / "plain.svg"))
    assert cjm(one, "-o", str(one / "colour.svg"), "--colour", colour).exit_code == 0
    assert (one / "plain.svg").read_bytes() != (one / "colour.svg").read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), ["visit    Первое посещение", "renewal  Продление", "--overview"]),
        (("visitt",), ["«visitt»", "Может быть, «visit»?", "renewal"]),
        (("продленние",), ["Может быть, «renewal»?"]),
        (("qqq",), ["пути «qqq» нет. Есть:"]),
        (("visit", "--overview"), ["не то и другое"]),
        (("visit", "-o", "map.txt"), ["map.txt", ".svg, .png, .pdf, .mmd и .dot"]),
        (("visit", "-o", "map"), [".svg"]),
        (("--overview", "-o", "map.dot"), ["по одному пути"]),
        (("visit", "-o", "a.mmd", "--colour", "heat"), ["--colour"]),
        (("visitt", "--lang", "en"), ['no journey "visitt". Perhaps "visit"?']),
    ],
)
def test_what_is_misused_is_explained(two: Path, words: tuple[str, ...], said: list[str]) -> None:
    made = cjm(two, *words)
    assert made.exit_code == 2
    for part in said:
        assert part in made.output


def test_a_journey_that_cannot_be_read_is_named(two: Path) -> None:
    (two / "touchpoints/visit.yml").write_text("journey: [", encoding="utf-8")
    made = cjm(two, "visit")
    assert made.exit_code == 2 and "touchpoints/visit.yml" in made.output and "cjm lint" in made.output


def test_no_journey_at_all(tmp_path: Path) -> None:
    made = cjm(handbook(tmp_path))
    assert made.exit_code == 2 and "touchpoints" in made.output


def test_open_shows_the_file(one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    assert cjm(one, "--open").exit_code == 0
    assert opened == [(one / "site_build/out/maps/visit.svg").resolve().as_uri()]
