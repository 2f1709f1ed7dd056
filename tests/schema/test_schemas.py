"""The published schemas accept the reference handbook as editors read it, and refuse what the loader refuses."""

from pathlib import Path

import jsonschema
import pytest
import yaml

from cjm.model.files import FILE_KINDS, FileKind
from cjm.schema import fields_page, json_schemas

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = json_schemas("ru")


class _AsEditorsRead(yaml.SafeLoader):
    """YAML as an editor reads it: everything resolved, but days are text in JSON."""


_AsEditorsRead.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: node.value)


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
def test_the_reference_handbook_is_valid(kind: FileKind) -> None:
    schema = SCHEMAS[kind.name]
    jsonschema.Draft7Validator.check_schema(schema)
    paths = sorted(ROOT.glob(kind.pattern))
    assert paths or kind.name == "approval"  # nobody has approved the reference handbook
    for path in paths:
        data = yaml.load(path.read_text(encoding="utf-8"), _AsEditorsRead)
        errors = [
            f"{path.name}: {error.json_path}: {error.message}"
            for error in jsonschema.Draft7Validator(schema).iter_errors(data)
        ]
        assert not errors


@pytest.mark.parametrize(
    ("name", "data", "valid"),
    [
        ("roles", {"roles": [{"id": "admin", "title": "Админ"}]}, True),
        ("roles", {"roles": [{"id": "admin", "title": 12.30}]}, True),  # title: 12:30, as an editor reads it
        ("roles", {"roles": [{"id": "admin", "title": False}]}, True),  # title: no
        ("roles", {"roles": [{"id": "admin", "titel": "Админ"}]}, False),
        ("roles", {"roles": [{"id": "admin"}]}, False),
        ("roles", {"roles": [{"id": "Админ", "title": "Админ"}]}, False),
        ("roles", {"roles": [{"id": "admin", "title": {"price": None}}]}, False),
        ("roles", {"roles": {"id": "admin", "title": "Админ"}}, False),  # no list
        ("roles", {"rolls": [{"id": "admin", "title": "Админ"}]}, False),
        ("roles", {"roles": [{"id": "admin", "title": "Админ"}], "duties": []}, False),
    ],
)
def test_valid_and_invalid(name: str, data: object, valid: bool) -> None:
    assert jsonschema.Draft7Validator(SCHEMAS[name]).is_valid(data) is valid


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_page_of_fields_is_current(language: str) -> None:
    page = (ROOT / "docs" / f"fields.{language}.md").read_text(encoding="utf-8")
    assert page == fields_page(language), f"run: cjm schema --page --lang {language} > docs/fields.{language}.md"  # type: ignore[arg-type]
