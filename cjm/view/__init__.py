"""A thing of a Handbook in, what is to be shown of it out, in the reader's words: site, book, Word and search write it."""

from cjm.view.thing import Field, Value, fields, heading, kinds, title

__all__ = ["Field", "Value", "fields", "heading", "kinds", "title"]
