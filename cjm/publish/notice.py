"""What stands in the way of a site besides the handbook itself: templates, `mkdocs.yml`, warnings of MkDocs."""

import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import jinja2

from cjm.language.says import Language, Says
from cjm.pages.contract import gone
from cjm.publish.tree import files_below

NoticeKind = Literal["ignored", "config", "template", "older", "no-asset", "mkdocs"]

_SAYS: dict[NoticeKind, Says] = {
    "ignored": Says(
        "«{text}» здесь не действует: его задаёт guideline/handbook.yml. Удалите эту строку",
        '"{text}" has no effect here: guideline/handbook.yml decides it. Take this line out',
    ),
    "config": Says(
        "файл не читается: {text}. Исправьте его или удалите — тогда возьмётся вид, который идёт с программой",
        "cannot be read: {text}. Mend it, or delete it to get the look that comes with the program",
    ),
    "template": Says(
        "шаблон не выполняется: {text}. Исправьте его или удалите — тогда возьмётся тот, который идёт с программой",
        "the template fails: {text}. Mend it, or delete it to get the one that comes with the program",
    ),
    "older": Says(
        "шаблон взят из прежней версии: {text}. Исправьте его или удалите — тогда возьмётся тот, который идёт с программой",
        "the template is of an earlier version: {text}. Mend it, or delete it to get the one that comes with the program",
    ),
    "no-asset": Says(
        "страницы загружают «{text}», а такого файла нет. Положите его в site_build или уберите из mkdocs.yml",
        'the pages load "{text}", and there is no such file. Put it below site_build, or take it out of mkdocs.yml',
    ),
    "mkdocs": Says("MkDocs: {text}", "MkDocs: {text}"),
}
_PAGE = re.compile(r"'([^']+\.md)'")


@dataclass(frozen=True, slots=True)
class Notice:
    """One message with its file; an error keeps the new site from taking the place of the old one."""

    kind: NoticeKind
    file: str
    line: int  # 0 where it is not known
    text: str
    error: bool = True

    def to(self, language: Language) -> str:
        """The message as one line, its place first."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {_SAYS[self.kind].to(language, text=self.text)}"


class Hindered(Exception):
    """There can be no site: somebody has to mend what the notice names."""

    def __init__(self, *notices: Notice) -> None:
        super().__init__(*notices)
        self.notices = notices


def template_notice(error: jinja2.TemplateError, root: Path) -> Notice:
    """Where in which template it went wrong: the last template that Python was in."""
    file, line = (
        getattr(error, "filename", None) or getattr(error, "name", None) or "templates",
        getattr(error, "lineno", 0),
    )
    for frame in traceback.extract_tb(error.__traceback__):
        if "templates" in Path(frame.filename).parts and frame.filename.endswith((".md", ".html", ".txt", ".typ")):
            file, line = frame.filename, frame.lineno or 0
    path = Path(str(file))
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(file)
    return Notice("template", shown, line, error.message or type(error).__name__)


def older_templates(root: Path) -> Iterator[Notice]:
    """The names in the handbook's own templates that went since they were taken out."""
    for path, file in sorted(files_below(root / "templates").items()):
        if file.suffix in (".md", ".html"):
            for one in gone(file.read_text(encoding="utf-8", errors="replace")):
                yield Notice("older", f"templates/{path}", one.line, f"{one.name} → {one.instead or '—'}")


def heard_notice(message: str, *, error: bool) -> Notice:
    """A warning of MkDocs. A page below `sections` is made from the YAML of the same name."""
    page = _PAGE.search(message)
    file = page[1] if page else "mkdocs.yml"
    for folder, source in (("sections/", "guideline/sections/"), ("journeys/", "touchpoints/")):
        if file.startswith(folder):
            file = source + file.removeprefix(folder).removesuffix(".md") + ".yml"
    return Notice("mkdocs", file, 0, message, error)
