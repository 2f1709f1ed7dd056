"""What git keeps of persons is found, whatever its folder is called; what belongs into git is left alone."""

import json
import subprocess
from pathlib import Path

import pytest

from cjm.load.committed import committed_privately

CASE = {"id": "c-k7m3qp", "day": "2026-11-02", "sort": "complaint", "said": "[имя] ждала", "state": "open"}
FILES = {
    "guideline/handbook.yml": "handbook: club\ntitle: Клуб\n",
    "архив/одно.json": json.dumps(CASE),
    "notes/answers.json": json.dumps({"id": "a", "day": "2026-11-02", "source": "form", "rows": []}),
    "x/room.json": json.dumps({"handbook": "club", "owner": "Марина", "terms": {}}),
    "package.json": json.dumps({"name": "club", "id": "x"}),
    "выгрузка/leads.csv": "Имя;Телефон\nМария;+7 916 123-45-67\n".encode("cp1251"),
    "копия.tsv": "Имя\tПочта\nОля\tolya@mail.example\n".encode("utf-16"),
    "README.txt": "Как открыть: два щелчка, телефон клуба 8 495 000-12-12, пишите.\n",
    "список.csv": "Кто\nМария Котова\nПётр Ильин\nАнна Белова\n",
    "двое.csv": "Кто\nМария Котова\nПётр Ильин\n",  # two may be anybody's, three are a list
    "traces.tsv": "section:a\t3 9 76 77 80 82 233\nsection:b\t10, 12, 801, 802, 803\n",  # numbers of lines: they rise
    "ringing.csv": "Кому\n8 495 600 1234\n",  # rises too
    "prices.csv": "Что;Цена\nАбонемент;5 200\nРазовое;900\n",
    "broken.json": "{",
}


@pytest.mark.parametrize("below", [".", "club"])
def test_what_is_private_is_found_by_what_it_holds(tmp_path: Path, below: str) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    for name, text in FILES.items():
        file = tmp_path / below / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    root = tmp_path / below
    assert list(committed_privately(root)) == []  # not yet in git
    subprocess.run(["git", "-C", str(tmp_path), "add", "-A"], check=True)
    found = {(one.path, one.form) for one in committed_privately(root)}
    assert found == {
        ("архив/одно.json", "record"), ("notes/answers.json", "record"), ("x/room.json", "record"), ("выгрузка/leads.csv", "contacts"),
        ("список.csv", "names"), ("копия.tsv", "contacts"),
        ("ringing.csv", "contacts"),
    }  # fmt: skip


def test_cjm_lint_says_so_and_how_it_is_taken_out(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from cjm.cli import main

    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    for name in ("guideline/handbook.yml", "архив/одно.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(str(FILES[name]), encoding="utf-8")
    subprocess.run(["git", "-C", str(tmp_path), "add", "-A"], check=True)
    said = CliRunner().invoke(main, ["lint", "--root", str(tmp_path), "--select", "440", "--today", "2026-11-28"])
    assert said.exit_code == 1 and "архив/одно.json" in said.output and "git rm --cached" in said.output
