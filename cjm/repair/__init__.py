"""The files of a handbook in, the same files mended or with something renamed out; nothing is written to disk."""

from cjm.repair.mend import Mended, mend, unified_diff
from cjm.repair.rename import Renamed, rename

__all__ = ["Mended", "Renamed", "mend", "rename", "unified_diff"]
