"""The files of a handbook in, the same files with what has one right answer mended out; nothing is written to disk."""

from cjm.repair.mend import Changed, Mended, mend, unified_diff

__all__ = ["Changed", "Mended", "mend", "unified_diff"]
