"""The bytes of all files in, a Handbook out; a file that has the bytes it had the last time is not parsed again."""

from collections.abc import Mapping

from cjm.gc_pause import collector_resting
from cjm.load.folder import Unreadable
from cjm.load.link import link
from cjm.load.parse import Parsed, parse
from cjm.model import Handbook

Files = Mapping[str, bytes | Unreadable]  # by path with `/`; from a folder, a revision, the buffers of an editor


class Reader:
    """Loads handbooks that follow each other. It keeps what the last one was made of, and nothing older."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[bytes | Unreadable, Parsed]] = {}

    @collector_resting()
    def load(self, files: Files) -> Handbook:
        """The handbook that `files` describe. Never raises for what an author wrote."""
        kept = {}
        for file, raw in files.items():
            before = self._kept.get(file)
            kept[file] = before if before is not None and before[0] == raw else (raw, parse(file, raw))
        self._kept = kept
        return link(parsed for _, parsed in kept.values())


@collector_resting()
def load(files: Files) -> Handbook:
    """The handbook that `files` describe; of each its bytes are let go when it is parsed."""
    return link(parse(file, raw) for file, raw in files.items())
