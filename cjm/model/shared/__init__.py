"""What the sections share. One module is one kind, written in a list of a file of its own; found by walking."""

import importlib
import pkgutil

from cjm.model.kind import Kind

SHARED: tuple[Kind, ...] = tuple(
    sorted(
        (importlib.import_module(f"{__name__}.{module.name}").KIND for module in pkgutil.iter_modules(__path__)),
        key=lambda kind: (kind.order, kind.name),
    )
)
