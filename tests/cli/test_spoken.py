"""What was typed wrong is said in the language of the handbook, and what to type instead."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cjm.cli import main
from cjm.export.forms import export_forms

FORMS = ("docx", "client", *export_forms())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "guideline").mkdir()
    (tmp_path / "guideline" / "handbook.yml").write_text(
        "handbook: test\ntitle: Проба\nlanguage: ru\nparts: []\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def typed(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("biuld",), "команды «biuld» нет. Возможно, cjm build"), (("lint", "--fxi"), "ключа --fxi здесь нет. Возможно, --fix"),
        (("lint", "--lang", "de"), "--lang: «de» не подходит. Возможно: ru, en"), (("approve",), "не хватает: --by ЧЕЛОВЕК"),
        (("approve", "--by"), "после --by нужно значение"), (("comments", "нет.docx"), "файла или папки «нет.docx» нет"),
        (("init", "Мои", "документы"), "лишнее: документы. Имя с пробелами возьмите в кавычки"),
        (("serve", "--port", "восемь"), "--port: здесь ждут число"), (("export", "pdf"), "«pdf» не подходит. Возможно: docx"),
        (("lint", "--fix=1"), "ключ --fix пишется без значения"), (("serve", "--port", "65536"), "--port: здесь ждут число от 0 до 65535"),
        (("matrix", "--fail-under", "-1"), "здесь ждут число от 0 до 100"), (("comments", "guideline"), "ФАЙЛ: «guideline» — папка, а нужен файл"),
        (("lint", "--root", "guideline/handbook.yml"), "--root: «guideline/handbook.yml» — файл, а нужна папка"),
        (("lint", "--profile", "o'clock"), "--profile: «o'clock» не подходит. Возможно: draft, review, release"),
        (("lint", "--fail-on", "o'clock"), "--fail-on: «o'clock» не подходит. Возможно: error, warning, info, off"),
        (("comments", "a\\b 'c'.docx"), "файла или папки «a\\b 'c'.docx» нет"), (("rename", "role:x"), "не хватает: НОВОЕ"),
        (("export",), f"не хватает: {'|'.join(FORMS)}. Возможно: {', '.join(FORMS)}\n"), (("completion",), "не хватает: bash|zsh|fish|powershell. Возможно: bash, zsh, fish, powershell"),
        (("init", "x", "--ci", "bitbucket"), "--ci: «bitbucket» не подходит. Возможно: github"), (("--lang", "ru"), "назовите команду"),
        (("lint", "--today", "31.12.2026"), "--today: «31.12.2026» — не день вида 2027-03-31"),
        (("lint", "--select", "201,999"), "--select: правила «999» нет"), (("lint", "--output", "sarif"), "--output: напишите ФОРМАТ=ФАЙЛ"),
        (("build", "x y"), "Как набирать: root build [КЛЮЧИ]\nПодробнее: root build --help\n\nОшибка: лишнее: x y."),
        (("biuld", "--lang", "en"), 'there is no command "biuld". Perhaps cjm build'),
    ],
)  # fmt: skip
def test_what_was_typed_wrong(folder: Path, words: tuple[str, ...], said: str) -> None:
    result = typed(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert ("Error:" in result.stderr) == ("en" in words)


def test_in_a_folder_without_a_handbook_the_way_to_one_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = typed("lint")
    assert result.exit_code == 2
    assert "cjm init ПАПКА" in result.stderr


def test_ctrl_c_is_no_error_of_a_strange_tongue(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cjm.load.load_folder", interrupted)
    result = typed("build")
    assert (result.exit_code, result.stderr.strip()) == (1, "Остановлено.")


def test_help_is_shown_as_before(folder: Path) -> None:
    assert typed("lint", "--help").exit_code == 0
    assert "Команды:" in typed().output


@pytest.mark.parametrize(("name", "typed_as"), [("Мои стандарты", 'cd "Мои стандарты"'), ("standards", "cd standards")])
def test_what_init_says_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, typed_as: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert typed_as + "\n" in typed("init", name, "--bare").stdout
