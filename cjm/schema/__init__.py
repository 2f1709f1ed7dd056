"""The model's declarations in; JSON Schemas for editors and the page of fields out."""

from cjm.schema.json_schema import json_schemas
from cjm.schema.page import fields_page

__all__ = ["fields_page", "json_schemas"]
