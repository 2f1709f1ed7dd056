"""A handbook in, the findings that its baseline keeps quiet out, and why its warnings count as much as errors."""

from collections.abc import Sequence
from pathlib import Path

from cjm.language.says import Language, Says
from cjm.lint import Finding
from cjm.lint.baseline import FILE, Baseline, read_baseline
from cjm.model import Handbook

_STRICT = Says(
    "\nОшибок среди найденного нет. Предупреждения здесь тоже держат: в guideline/handbook.yml стоит "
    "lint: {profile: release}. С profile: review они не мешают.",
    "\nThere is no error among them. Warnings count here too: guideline/handbook.yml says lint: {profile: release}. "
    "With profile: review they do not hinder.",
)


def known_findings(root: Path) -> Baseline:
    """The baseline beside the handbook, empty where there is none."""
    file = root / FILE
    return read_baseline(file.read_text(encoding="utf-8", errors="replace")) if file.is_file() else Baseline()


def strict(shown: Sequence[Finding], handbook: Handbook, language: Language) -> str:
    """Why a handbook without an error is refused, where its own strictness is the reason."""
    severities = {finding.severity for finding in shown}
    held = handbook.outline.lint.profile == "release" and "warning" in severities and "error" not in severities
    return _STRICT.to(language) if held else ""
