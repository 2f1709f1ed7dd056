"""Texts of YAML and a wish in, edits out that make it true and change nothing else; what cannot be proved is Refused."""

from cjm.edit.change import Changed, Edit, Refused, applied, changed
from cjm.edit.field import FieldPlace, drop_field, set_field
from cjm.edit.lists import insert, move, remove
from cjm.edit.render import YamlValue
from cjm.edit.scalar import scalar

__all__ = [
    "Changed",
    "Edit",
    "FieldPlace",
    "Refused",
    "YamlValue",
    "applied",
    "changed",
    "drop_field",
    "insert",
    "move",
    "remove",
    "scalar",
    "set_field",
]
