"""`cjm search` as it is typed: what the site would show, in words and as JSON, in the language that is asked for."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cjm.cli import main as program
from cjm.search import search_index, whole_answer

FILES = {
    "guideline/handbook.yml": "handbook: t\ntitle: T\nlanguage: ru\nparts: [{id: all, title: Всё, sections: [keys]}]\n",
    "guideline/sections/keys.yml": "section: keys\ntitle: Ключи\nsteps:\n"
    "  - {id: give, do: Дайте ключ. Запишите номер., look_for: [потеряли браслет]}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def typed(folder: Path, *words: str) -> str:
    done = CliRunner().invoke(program, ["search", "--root", str(folder), *words])
    assert done.exit_code == 0, done.output
    return done.output


def test_it_shows_the_row_and_says_why(folder: Path) -> None:
    said = typed(folder, "потерян", "браслет")
    assert "1 Ключи  sections/keys.html" in said
    assert "Шаг 1 · Дайте ключ  #step-give" in said
    assert "← потерян, браслет; как фраза в look_for этого места" in said


@pytest.mark.parametrize(
    "query, told",
    [
        ("запешите", "запешите (опечатка: «запишите»)"),
        ("rk.x", "ключ (слово есть; не та раскладка"),
        ("дирижабль", "Ничего не нашлось."),
    ],
)
def test_it_says_how_a_word_was_read(folder: Path, query: str, told: str) -> None:
    assert told in typed(folder, query)


def test_it_speaks_english(folder: Path) -> None:
    assert "Step 1 · Дайте ключ" in typed(folder, "--lang", "en", "ключ")


def test_json_is_what_the_browser_is_told(folder: Path) -> None:
    from cjm.load import load_folder

    told = json.loads(typed(folder, "--json", "номер ключа"))
    assert told == {"query": "номер ключа"} | whole_answer(search_index(load_folder(folder)), "номер ключа", 3)
