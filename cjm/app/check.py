"""A handbook's folder and what is asked for in, its verdict out; what has one right answer mended, the rest written down."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.app.refusal import NOTHING, Misuse, write_all
from cjm.atomic import save
from cjm.language.says import Language, Says
from cjm.lint import Finding, Memory
from cjm.lint.baseline import FILE, Baseline, read_baseline, write_baseline
from cjm.lint.choice import RuleChoice
from cjm.lint.verdict import Verdict, judge
from cjm.load import Files, FolderFiles, load, read_folder
from cjm.load.committed import CommittedFile, committed_privately
from cjm.model import Handbook

if TYPE_CHECKING:
    from cjm.repair.mend import Mended

_STRICT = Says(
    "\nОшибок среди найденного нет. Предупреждения здесь тоже держат: в guideline/handbook.yml стоит "
    "lint: {profile: release}. С profile: review они не мешают.",
    "\nThere is no error among them. Warnings count here too: guideline/handbook.yml says lint: {profile: release}. "
    "With profile: review they do not hinder.",
)


class Elsewhere(Misuse):
    """What is to be checked lies outside of the handbook."""

    SAYS = Says("{path}: не в папке гайдлайна {root}", "{path}: not in the handbook's folder {root}")


class NotThere(Misuse):
    """What is to be checked does not exist."""

    SAYS = Says("{path}: такого файла нет", "{path}: no such file")


class Nameless(Misuse):
    """A text is to be checked, and nobody says as which file."""

    SAYS = Says(
        "для - назовите файл, вместо которого читать этот текст: --as guideline/sections/имя.yml",
        "for -, name the file in whose place the text is read: --as guideline/sections/name.yml",
    )


def asked_for(
    root: Path, paths: Sequence[str], here: Path, stdin: Callable[[], bytes], as_path: str
) -> tuple[tuple[str, ...], Files]:
    """What `cjm lint PATH… -` means: the files to speak of, and what is read instead of one. Raises Misuse."""
    only = [path_below(root, Path(path), here) for path in paths if path != "-"]
    if "-" not in paths:
        return tuple(only), {}
    if not as_path:
        raise Nameless
    name = path_below(root, Path(as_path), here, must_be=False)
    return (*only, name), {name: stdin()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a folder is checked for. The language is the handbook's own where none is named."""

    today: dt.date
    choice: RuleChoice = RuleChoice()
    use_baseline: bool = True
    language: Language | None = None
    only: tuple[str, ...] = ()  # of these files or folders, by their paths below the handbook's folder; else of all
    instead: Files = field(default_factory=dict)  # what is read in the place of a file, such as an editor's buffer
    load: Callable[[Files], Handbook] = load  # a reader that keeps what it has read, where the check is repeated
    memory: Memory | None = None  # what was found the last time, where the check is repeated

    def known(self, root: Path) -> Baseline:
        """The findings that are kept quiet."""
        return known_findings(root) if self.use_baseline else Baseline()


def check(root: Path, wish: Wish) -> Verdict:
    """What is wrong with the handbook in `root`."""
    handbook = wish.load(FolderFiles(root, wish.instead))
    verdict = judge(
        handbook,
        today=wish.today,
        asked=wish.choice,
        baseline=wish.known(root),
        language=wish.language,
        memory=wish.memory,
    )
    kept = judge(
        handbook, today=wish.today, asked=wish.choice, language=wish.language, when="git",
        subjects={CommittedFile: lambda _: committed_privately(root)},
    )  # fmt: skip
    verdict = replace(verdict, findings=(*kept.findings, *verdict.findings))
    if not wish.only:
        return verdict
    findings = tuple(one for one in verdict.findings if _among(one.place.file, wish.only))
    passed = {point.place.file for one in findings for point in one.trail}
    sources = {file: text for file, text in handbook.sources.items() if file in passed or _among(file, wish.only)}
    return replace(verdict, findings=findings, handbook=replace(handbook, sources=sources))


def path_below(root: Path, path: Path, here: Path, must_be: bool = True) -> str:
    """The path of a file or folder as the handbook in `root` knows it, seen from `here`. Raises Elsewhere, or NotThere."""
    absolute = (here / path).resolve()
    if must_be and not absolute.exists():
        raise NotThere(path=path)
    try:
        return absolute.relative_to(root.resolve()).as_posix()
    except ValueError as error:
        raise Elsewhere(path=path, root=root) from error


def _among(file: str, only: Sequence[str]) -> bool:
    return any(one in (".", file) or file.startswith(f"{one}/") for one in only)


def write_known(root: Path, verdict: Verdict) -> int:
    """Write down all that is reported, so that it is kept quiet; how many findings that are."""
    text = write_baseline(verdict.shown)
    save(root / FILE, text)
    return sum(entry.count for entry in read_baseline(text).entries)


def mended(root: Path, wish: Wish) -> tuple["Mended", Language]:
    """What the files would be with everything mended that has one right answer, and the language to speak of it."""
    from cjm.repair import mend

    files = read_folder(root)
    language = wish.language or wish.load(files).outline.language
    return mend(files, today=wish.today, asked=wish.choice, baseline=wish.known(root)), language


def write_mended(root: Path, made: "Mended") -> None:
    """Put the mended files in the place of the old ones, all or none. Raises NotWritten."""
    write_all(root, made.files)


def known_findings(root: Path) -> Baseline:
    """The baseline beside the handbook, empty where there is none."""
    file = root / FILE
    return read_baseline(file.read_text(encoding="utf-8", errors="replace")) if file.is_file() else Baseline()


def strictness(shown: Sequence[Finding], handbook: Handbook) -> Says:
    """Why a handbook without an error is refused, where its own strictness is the reason; else nothing."""
    severities = {finding.severity for finding in shown}
    held = handbook.outline.lint.profile == "release" and "warning" in severities and "error" not in severities
    return _STRICT if held else NOTHING
