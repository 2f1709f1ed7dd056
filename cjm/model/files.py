"""Which files a handbook is made of, and what each holds."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from cjm.language.says import Says
from cjm.model.approval import Approval
from cjm.model.fields import Many, Reading, Record, Text
from cjm.model.month import Month
from cjm.model.probe import Probe
from cjm.model.registry import KINDS


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file: a single record (`lists` empty), or lists of things under the keys of `lists`.

    `pattern` is a path below the handbook's folder, `*` standing for one file name without its ending.
    """

    name: str
    pattern: str
    means: Says
    item: type | None = None
    lists: tuple[tuple[str, str, Reading], ...] = ()  # key in the file, kind or attribute of Handbook, how one is read


_FIRST = {kind.file: kind for kind in reversed(tuple(KINDS.values()))}  # of the kinds that one file holds, the first
FILE_KINDS: tuple[FileKind, ...] = (
    *(
        FileKind(
            PurePosixPath(kind.file).stem, kind.file, kind.holds,
            lists=tuple((one.key, one.name, Record(one.item)) for one in KINDS.values() if one.file == kind.file),
        )
        if kind.key else FileKind(kind.name, kind.file, kind.holds, kind.item)
        for kind in KINDS.values() if kind.file and _FIRST[kind.file] is kind
    ),
    FileKind(
        "search", "guideline/search.yml", Says("Синонимы и пробные запросы поиска", "Synonyms and probes of the search"),
        lists=(("synonyms", "synonyms", Many(Text("label"))), ("probes", "probes", Record(Probe))),
    ),
    FileKind("approval", "guideline/approvals/*.yml", Says("Запись об утверждении: её пишет cjm approve", "A record of approval, written by cjm approve"), Approval),
    FileKind("month", "guideline/voice/*.yml", Says("Голос клиента за месяц, числами: его пишет cjm voice close", "The client's voice of a month in numbers, written by cjm voice close"), Month),
)  # fmt: skip
