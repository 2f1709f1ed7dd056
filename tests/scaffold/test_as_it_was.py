"""What a new handbook begins with is as it was; `CJM_GOLDEN=write pytest tests/scaffold` accepts it."""

import os
from collections.abc import Iterator
from pathlib import Path

from cjm.language.says import LANGUAGES
from cjm.scaffold import CI, First, ejectable, find_ejectable, first_files, jobs, new_handbook

GOLDEN = Path(__file__).resolve().parent / "golden"


def test_what_is_put_there() -> None:
    def told() -> Iterator[str]:
        for language in LANGUAGES:
            for bare in (True, False):
                files = new_handbook(bare=bare, language=language)
                # The sections and pictures of the whole example are its own matter.
                yield f"# {language} {bare}"
                yield from (path for path in files if bare or language == "en" or path.count("/") < 2)
            own = new_handbook(language=language, own={"guideline/handbook.yml": b"lint: {profile: release}\n"})
            for path in (".vscode/settings.json", ".vscode/extensions.json", ".gitignore", ".gitattributes", "guideline/handbook.yml"):  # fmt: skip
                yield f"== {path}\n{own[path].decode()}"
            for path, raw in first_files(First("Клуб «Река»", "Как мы работаем", "Стойка", "Визит"), language).items():
                yield f"== {path}\n{raw.decode()}"

    as_was("begun.txt", told())


def test_the_jobs_of_each_host() -> None:
    def told() -> Iterator[str]:
        for folder in (".", "guide", "our guide", "a.b"):
            for path, raw in jobs(CI, folder).items():
                yield f"# {folder}: {path}\n{raw.decode()}"

    as_was("jobs.txt", told())


def test_what_can_be_taken_out() -> None:
    names = [one.path for one in ejectable()]
    assert names == sorted(names) and all(one.source.is_file() for one in ejectable())
    assert {path.partition("/")[0] for path in names} == {"templates", "site_build"}
    assert not any("/." in path or "__" in path for path in names)
    for asked, found in (
        ("section.md", ["templates/pages/section.md"]), ("pages\\section.md", ["templates/pages/section.md"]), ("./templates/pages/section.md/", ["templates/pages/section.md"]),
        ("ection.md", []), ("engine.js", ["site_build/assets/search/engine.js"]),
    ):  # fmt: skip
        assert [one.path for one in find_ejectable(asked)] == found, asked


# Private functions


def as_was(name: str, lines: Iterator[str]) -> None:
    text = "\n".join(lines) + "\n"
    if os.environ.get("CJM_GOLDEN") == "write":
        (GOLDEN / name).write_bytes(text.encode())
    kept = (GOLDEN / name).read_bytes().decode()
    assert text.splitlines() == kept.splitlines(), f"CJM_GOLDEN=write pytest tests/scaffold accepts {name}"
