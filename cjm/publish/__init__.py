"""A Handbook in, its site on disk out: built, served while one writes, packed to be handed over."""

from cjm.publish.archive import pack
from cjm.publish.build import OUT, Published, Ready, Rendered, publish
from cjm.publish.engine import Built
from cjm.publish.notice import Hindered, Notice
from cjm.publish.tree import files_below

__all__ = ["OUT", "Built", "Hindered", "Notice", "Published", "Ready", "Rendered", "files_below", "pack", "publish"]
