"""A Handbook in, the pages of its site as `{path: Markdown}` with their navigation out."""

from cjm.pages.page import Edition
from cjm.pages.render import Site, loader, rendered, site, whole

__all__ = ["Edition", "Site", "loader", "rendered", "site", "whole"]
