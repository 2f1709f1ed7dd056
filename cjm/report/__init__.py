"""A Verdict in, text out: one module per format, found by walking the package. Nothing here prints.

A format is a module named as the format is called, with a function `render(report) -> str`. It says with `SEEN_FROM` from
where it names files: "repository" is what a code host knows, "here" where its reader stands, else the handbook's folder.
"""

import importlib
import pkgutil
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from cjm.language.says import Language
from cjm.lint import Verdict
from cjm.model import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is to be told of a check, and how: in which language, whether in colour, on how many columns (0: any)."""

    verdict: Verdict
    language: Language
    colour: bool = False
    width: int = 0
    called: Mapping[str, Callable[[str], str]] = field(
        default_factory=dict
    )  # from where -> a file's path as seen there

    @property
    def sources(self) -> Mapping[str, str]:
        """The text of each file that was checked."""
        return self.verdict.handbook.sources


def formats() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def render(name: str, report: Report) -> str:
    """The report in the format `name`, with a newline at its end."""
    module = importlib.import_module(f"{__name__}.{name}")
    call = report.called.get(getattr(module, "SEEN_FROM", ""), str)
    text: str = module.render(_with_paths(report, lambda file: visible(call(file)).replace("\n", "\ufffd")))
    return text


def end_of(place: Place, source: str) -> tuple[int, int]:
    """Line and column behind the last character of a place that is not white space, both from 1."""
    stretch = source[place.start : place.end].rstrip()
    lines = stretch.splitlines() or [""]
    if len(lines) == 1:
        return place.line, place.column + len(stretch)
    return place.line + len(lines) - 1, len(lines[-1]) + 1


def _with_paths(report: Report, call: Callable[[str], str]) -> Report:
    """The same report with each file under the path that `call` gives it."""
    verdict = report.verdict

    def moved(place: Place) -> Place:
        return replace(place, file=call(place.file))

    findings = tuple(
        replace(
            one,
            place=moved(one.place),
            trail=tuple(replace(point, place=moved(point.place)) for point in one.trail),
            edits=tuple(replace(edit, place=moved(edit.place)) for edit in one.edits),
        )
        for one in verdict.findings
    )
    sources = {call(file): text for file, text in report.sources.items()}
    return replace(
        report, verdict=replace(verdict, findings=findings, handbook=replace(verdict.handbook, sources=sources))
    )


def visible(text: str) -> str:
    """`text` without characters that steer a terminal or are no XML: an author can type them as YAML escapes."""
    return _STEERING.sub("\ufffd", text)


_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
