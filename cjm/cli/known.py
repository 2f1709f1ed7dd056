"""A handbook's folder in, the findings that its baseline keeps quiet out."""

from pathlib import Path

from cjm.lint.baseline import FILE, Baseline, read_baseline


def known_findings(root: Path) -> Baseline:
    """The baseline beside the handbook, empty where there is none."""
    file = root / FILE
    return read_baseline(file.read_text(encoding="utf-8", errors="replace")) if file.is_file() else Baseline()
