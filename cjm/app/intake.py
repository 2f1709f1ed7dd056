"""A handbook's folder and files from outside in, what is to come of them out, and on yes the drafts written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cjm.app.refusal import Misuse, Refusal, write, write_all
from cjm.edit import Changed, Refused
from cjm.intake import Drafted, IntakePlan, documents_in, drafted, plan_of, remembered, side_file
from cjm.intake.readers.notion import page_name
from cjm.intake.report import whole_report
from cjm.language.says import Language, Says
from cjm.load import Files, load, read_folder
from cjm.tables import Rejected


class NotReadable(Refusal):
    """A file that is not read, and why."""

    SAYS = Says("{file}: {why}. Ничего не записано", "{file}: {why}. Nothing was written")


class NotDrafted(Refusal):
    """The handbook does not take what is to come of the file."""

    SAYS = Says("{why}. Ничего не записано", "{why}. Nothing was written")


class NoFile(Misuse):
    """There is no such file."""

    SAYS = Says("нет такого файла: {file}", "there is no such file: {file}")


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What is to come of one document, and what becomes of the handbook's files with it."""

    plan: IntakePlan
    made: Drafted
    report: str
    before: Files
    after: Files


def take_in(root: Path, paths: Sequence[Path], language: Language) -> Iterator[TakenIn]:
    """Each document of the files in turn, the next on top of what came of it. Raises NotReadable, NotDrafted; nothing is written."""
    files: Files = read_folder(root)
    for path, name in _files(paths):
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise NotReadable(file=path, why=error.strerror or error) from error
        try:
            read = documents_in(name, raw)
        except Rejected as rejected:
            raise NotReadable(file=path, why=rejected.says) from rejected
        for document in read:
            handbook = load(files)
            kept = root / side_file(document.name)
            memory = remembered(kept.read_bytes() if kept.is_file() else None)
            try:
                plan = plan_of(document, handbook, frozenset(memory.things))
                made = drafted(files, plan, memory)
            except Refused as refused:
                raise NotDrafted(why=refused.says) from refused
            after = {**files, **{one.file: one.after for one in made.files}}
            yield TakenIn(plan, made, whole_report(plan, made, language), files, after)
            files = after


def write_in(root: Path, taken: Sequence[TakenIn]) -> None:
    """Write all drafts, then what is remembered of each document and its report. Raises NotWritten, ChangedMeanwhile."""
    first: dict[str, Changed] = {}
    for one in taken:
        for change in one.made.files:
            first[change.file] = (
                change
                if change.file not in first
                else type(change)(change.file, first[change.file].before, change.after)
            )
    write_all(root, first.values())
    for one in taken:
        for file, content in one.made.side.items():
            write(root / file, content)
            write((root / file).with_suffix(".md"), one.report)


# Private functions


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Each file with the name under which it is remembered; those of a folder with their path in it."""
    for path in paths:
        if path.is_dir():
            for one in sorted(path.rglob("*")):
                twin = one.with_name(f"{one.stem}_all.csv")  # Notion: the same rows as one view shows them
                wanted = one.suffix.lower() in _READ and not one.name.startswith((".", "~$")) and not twin.is_file()
                if wanted and one.is_file():
                    yield one, page_name(one.relative_to(path.parent).as_posix())
        elif path.is_file():
            yield path, path.name
        else:
            raise NoFile(file=path)


_READ = (
    ".md",
    ".markdown",
    ".txt",
    ".docx",
    ".html",
    ".htm",
    ".csv",
    ".tsv",
    ".xlsx",
    ".xls",
    ".zip",
    ".bpmn",
    ".mmd",
    ".mermaid",
)
