"""The reference handbook, loaded once, and handbooks typed into a test."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cjm.load import load, load_folder
from cjm.model import Handbook

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """The handbook of this repository."""
    return load_folder(ROOT)


@pytest.fixture(scope="session")
def load_text() -> Callable[[Mapping[str, str]], Handbook]:
    """`load_text({"guideline/roles.yml": "roles: …"})`: a handbook from the texts of its files."""
    return lambda files: load({path: text.encode("utf-8") for path, text in files.items()})
