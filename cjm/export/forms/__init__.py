"""A handbook and what of it is wanted in, files for another program out: one module per form, found by walking the package.

A form is a module named as it is called on the command line, with `render(handbook, order) -> {name of the file: its bytes}`.
"""

import datetime as dt
import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass

from cjm.language.says import Language
from cjm.model import Handbook
from cjm.view.scope import WHOLE, Cut


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What of the handbook is wanted, in which language the program's own words are, and on which day it is made."""

    language: Language
    today: dt.date
    cut: Cut = WHOLE

    def name(self, handbook: Handbook, ending: str) -> str:
        """The name of a file that holds all that was ordered."""
        return "-".join(word for word in (handbook.outline.id or "handbook", self.cut.id) if word) + ending


def export_forms() -> tuple[str, ...]:
    """The names of the forms."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def export_files(form: str, handbook: Handbook, order: ExportOrder) -> Mapping[str, bytes]:
    """The files of a form by their names."""
    made: Mapping[str, bytes] = importlib.import_module(f"{__name__}.{form}").render(handbook, order)
    return made
