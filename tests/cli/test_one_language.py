"""Help and complaints are wholly in the reader's language: not one word of the other, and none of the library's own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest
import typer
from typer.testing import CliRunner

import cjm
from cjm.cli import errors, main  # fails where a newer Typer has no longer what errors.py knows of it
from cjm.cli.reader import language_of
from cjm.language.says import LANGUAGES, Language, Says
from cjm.lint.baseline import FILE

PROGRAM: Any = typer.main.get_command(main)
COMMANDS: list[str] = PROGRAM.list_commands(None)
NAMES = {
    "add", "appeal", "back", "due", "ics", "month", "recheck", "repeat", "A6", "CSV", "Excel", "Graphviz", "HTML", "JSON", "Markdown", "Mermaid", "Notion", "PDF", "Tab", "Word", "approved", "bash", "bashrc", "cjm",
    "coverage", "docx", "dot", "draft", "git", "guideline", "handbook", "heat", "join", "lint", "maps", "mmd", "open", "out", "people", "person",
    "plain", "place", "close", "import", "typed", "same", "show", "tidy", "where", "again", "collect", "html", "paper", "print", "talk", "who", "xlsx", "csv", "json",
    "png", "review", "root", "sarif", "site_build", "svg", "touchpoints", "yml",
}  # fmt: skip


def cjm_says(*words: str) -> Any:
    return CliRunner().invoke(main, words, prog_name="cjm")


def foreign(text: str, language: Language, *names: str) -> list[str]:
    """The words of `text` that are of another language and no name: an option, a choice, a file, a format."""
    if language == "en":
        return re.findall(r"[А-Яа-яЁё]+", text)
    text = re.sub(
        r"(?<![\w-])--?[a-z][\w-]*|\[[\w|-]+\]|\b[\w-]+(?:\|[\w-]+)+|\.[\w-]+\.json|без ключа: \w+", " ", text
    )
    return [word for word in re.findall(r"[A-Za-z][A-Za-z0-9_-]*", text) if word not in NAMES.union(COMMANDS, names)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(command: str, language: Language) -> None:
    shown = cjm_says("--lang", language, *([command] if command else []), "--help")
    assert shown.exit_code == 0, shown.exception
    assert foreign(shown.stdout, language) == []
    assert ("Usage:" in shown.stdout) == (language == "en") and len(shown.stdout.splitlines()) > 6


@pytest.mark.parametrize("command", COMMANDS)
def test_every_parameter_says_what_it_means_in_both_languages(command: str) -> None:
    found = PROGRAM.get_command(None, command)
    for name, annotation in get_type_hints(found.callback, include_extras=True).items():
        for says in getattr(annotation, "__metadata__", ()):
            if isinstance(says, Says):
                assert says.ru.strip() and says.en.strip(), (command, name)
    for parameter in found.params:
        told = get_type_hints(found.callback, include_extras=True)[parameter.name].__metadata__
        assert any(isinstance(one, Says) and one.ru.endswith((".", "bashrc")) for one in told), (
            command,
            parameter.name,
        )


def mistakes(command: str) -> Iterator[tuple[str, ...]]:
    """Each way to mistype a command: an option that is not there, without a value, with a wrong one; too few and too many words."""
    yield ("--no-such-option",)
    yield ("-j",)
    yield ("--today=x", "--jump") if command == "serve" else ("--", *["x"] * 9)
    for parameter in PROGRAM.get_command(None, command).params:
        option = parameter.opts[0]
        if parameter.param_type_name == "argument":
            if parameter.required:
                yield ()
            if getattr(parameter.type, "choices", ()):
                yield ("слово",)
            if getattr(parameter.type, "exists", False):
                yield from (("нет такого",), ("папка",))
        elif parameter.is_flag:
            yield (f"{option}=1",)
        else:
            yield (option,)
            if getattr(parameter.type, "exists", False):
                yield (option, "нет такого")
            if getattr(parameter.type, "file_okay", None) is False:
                yield (option, "файл")
            elif getattr(parameter.type, "dir_okay", None) is False:
                yield (option, "папка")
            listed = parameter.name in ("form", "profile", "ci", "select", "ignore", "today") or parameter.multiple
            if listed or getattr(parameter.type, "choices", ()):
                yield (option, "о'нет")
            if hasattr(parameter.type, "max"):
                yield from ((option, "много"), (option, "99999999"), (option, "-1"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_complaints(command: str, language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "guideline").mkdir()
    (tmp_path / "папка").mkdir()
    (tmp_path / "файл").write_text("")
    (tmp_path / "guideline/handbook.yml").write_text(f"handbook: test\nlanguage: {language}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for words in mistakes(command):
        done = cjm_says(command, *words)
        if command in ("approve", "map", "lint", "search") and words[:1] == ("--",):
            continue  # takes any number of words, or finds the first one wrong
        assert (done.exit_code, done.stdout) == (2, ""), (words, done.output, done.exception)
        typed = "|".join(re.escape(word) for word in words if word[:1] not in ("", "-"))
        rest = re.sub(rf"(?<!\w)(?:{typed or '$^'})(?!\w)", " ", done.stderr)
        assert foreign(rest, language, *errors_name(done.stderr)) == [], (words, done.stderr)


# What each command says when it is done, and what it refuses; of a handbook that has words of no language.
TYPED = """report --since 2026-01-01; report --since zzz; news --since 2026-01-01; verify; verify zzz; private; private open; slides; review; diff; diff zzz
impact role:desk; impact zzz; search zzz; search 111; export zzz; export csv --part zzz; improve zzz; import zzz.md; import 1.csv; voice zzz; voice month; voice typed zzz
matrix; matrix --holes; matrix --fail-under 99; forget Z1; map zzz; exam paper; exam paper zzz; exam who; cases due; cases zzz; comments zzz.docx; comments 1.docx
approve; approve zzz --by Z1; pdf; pdf --role zzz; ask; ask zzz; ask --take 1.docx; lint; lint --select zzz; lint zzz; new section zzz; new zzz 1; new role 2
rename role:desk counter; rename zzz y; rule zzz; eject zzz; eject; init; build --for zzz=1; schema --page zzz"""
BARE = {
    "guideline/handbook.yml": "handbook: x1\ntitle: X1\norganisation: X1\nlanguage: {language}\nparts: [{id: one, title: P1, sections: [meet]}]\nchannels: [{id: desk, title: D1}]\n",
    "guideline/roles.yml": "roles: [{id: desk, title: R1}]\n",
    "guideline/sections/meet.yml": "section: meet\ntitle: S1\nperformer: desk\nsteps: [{id: do, do: '111'}]\n",
    "touchpoints/way.yml": "journey: way\ntitle: J1\nstages: [{stage: a, title: A1, touchpoints: [{id: t, title: T1, contact: person, channel: desk, standard: meet}]}]\n",
    "1.csv": "a,b\n1,2\n", "1.docx": "1",
}  # fmt: skip


@pytest.mark.parametrize(("asked", "own"), [("en", "ru"), ("ru", "en")])
def test_a_command_speaks_the_language_that_was_asked_for(
    asked: Language, own: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, words in enumerate(TYPED.replace("\n", "; ").split("; ")):
        root = tmp_path / str(number) / "x"
        for file, text in BARE.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(text.replace("{language}", own))
        monkeypatch.chdir(root)
        monkeypatch.setenv("CJM_PRIVATE", str(root.parent / "private"))
        done = cjm_says(*words.split(), "--lang", asked)
        assert done.exception is None or isinstance(done.exception, SystemExit), (words, done.exception)
        russian = [one for one in done.output.splitlines() if re.search("[А-Яа-яё]", one)]
        assert bool(russian) == (asked == "ru"), (words, russian or done.output)


def errors_name(text: str) -> list[str]:
    """The choices that a complaint lists."""
    listed = re.findall(r"(?:Возможно|форматы): (.*)", text)
    return re.findall(r"[\w-]+", " ".join(listed))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "words", [("biuld",), ("--lnag", "en"), ("--version=1",), ("lint", "--root", "x"), ("--lang",)]
)
def test_complaints_without_a_handbook(
    words: tuple[str, ...], language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
    done = cjm_says(*words)
    assert done.exit_code == 2
    assert foreign(re.sub("|".join(words), " ", done.stderr), language, "build", str(tmp_path).split("/")[1]) == [], (
        done.stderr
    )


@pytest.mark.parametrize(
    ("words", "outline", "system", "language"),
    [
        ((), "language: en", "ru_RU.UTF-8", "en"), ((), "language: 'en'  # ours", "ru_RU.UTF-8", "en"),
        ((), "{handbook: x, language: en}", "ru_RU.UTF-8", "en"), ((), "language: ru", "en_US.UTF-8", "ru"),
        ((), "title: Без языка", "en_US.UTF-8", "ru"), ((), None, "en_US.UTF-8", "en"), ((), None, "de", "en"),
        ((), None, "ru_RU.UTF-8", "ru"), ((), None, "be_BY", "ru"), ((), None, "C.UTF-8", "ru"), ((), None, "", "ru"),
        (("--lang", "en"), "language: ru", "ru_RU", "en"), (("lint", "--lang=ru"), "language: en", "en_US", "ru"),
        (("--lang", "de"), "language: en", "ru_RU", "en"), (("--lang",), None, "en_US", "en"), (("--lang", "--help"), None, "ru", "ru"),
        (("--root", "there"), None, "ru_RU", "en"), (("--root=there",), "language: ru", "ru_RU", "en"),
    ],
)  # fmt: skip
def test_the_language_of_the_reader(
    words: tuple[str, ...], outline: str | None, system: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    for folder, text in (("here", outline), ("there", "language: en")):
        (tmp_path / folder).mkdir()
        if text is not None:
            (tmp_path / folder / "guideline").mkdir()
            (tmp_path / folder / "guideline/handbook.yml").write_text(text, encoding="utf-8")
    below = tmp_path / "here" / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, system if name == "LANG" else "")
    assert language_of([word.replace("there", str(tmp_path / "there")) for word in words]) == language


def test_a_command_that_reads_no_handbook_speaks_to_its_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert "The handbook lies in club" in cjm_says("init", "club", "--bare").stdout
    assert "Гайдлайн лежит" in cjm_says("init", "klub", "--bare", "--lang", "ru").stdout
    assert "Гайдлайн лежит" in cjm_says("--lang", "ru", "init", "schule", "--bare").stdout


def test_lang_before_the_command_is_lang_behind_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "guideline").mkdir()
    (tmp_path / "guideline/handbook.yml").write_text("handbook: test\ntitle: Проба\nparts: []\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert cjm_says("--lang", "en", "lint").stdout == cjm_says("lint", "--lang", "en").stdout != cjm_says("lint").stdout


def test_the_version_is_a_name_and_a_number() -> None:
    assert cjm_says("--version").stdout == f"cjm {cjm.__version__}\n"


def test_help_names_the_baseline_as_it_is_called() -> None:
    assert cjm_says("lint", "--help").stdout.count(FILE) == 2


@pytest.mark.slow
def test_only_one_module_knows_the_inside_of_the_library() -> None:
    inside = {}
    for file in sorted(Path(cjm.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if any(re.match(r"click\b|typer\._|rich\b", name) for name in names):
                inside[file.name] = names
    assert inside == {"errors.py": ["typer._click.exceptions"]}
    assert issubclass(errors.NoSuchOption, typer.TyperException)


def test_help_line_by_line() -> None:
    assert cjm_says("--lang", "ru", "verify", "--help").stdout.splitlines() == [
        "Как набирать: cjm verify [КЛЮЧИ] [ФАЙЛ|КОД]", "", "  Узнать книгу по файлу или коду.", "",
        "Что назвать:", "  ФАЙЛ|КОД  PDF, номер или код с его страницы.", "",
        "Ключи:", "  --root ПАПКА        Папка гайдлайна.", "  --today ГГГГ-ММ-ДД  Считать сегодняшним этот день.",
        "  --again             Собрать заново и сравнить.",
        "  --lang [ru|en]      Язык сообщений; без ключа — как у гайдлайна.",
        "  -h, --help          Показать эту справку.",
    ]  # fmt: skip
    assert "  --decision [remarks|rejected|withdrawn]" in cjm_says("--lang", "ru", "approve", "--help").stdout
    shown = " ".join(cjm_says("--lang", "en", "map", "--help").stdout.split())
    assert "[plain|coverage|heat]" in shown and "[default: plain]" in shown and "-o, --out FILE" in shown
    assert "cjm rename [КЛЮЧИ] ВИД:ИМЯ НОВОЕ\n" in cjm_says("--lang", "ru", "rename", "--help").stdout
    assert "[0–65535]" in cjm_says("serve", "--help").stdout
