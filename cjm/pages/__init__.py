"""A Handbook in, the pages of its site as `{path: Markdown}` with their navigation out."""

from cjm.pages.render import Site, loader, site

__all__ = ["Site", "loader", "site"]
