"""What is to come of a document: drafts of things, and for each of its source lines where it ends."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from cjm.edit import YamlValue
from cjm.intake.block import SourceLine
from cjm.language.says import Says

DocumentSort = Literal["instruction", "article", "faq", "table", "process"]
End = Literal["field", "not-understood", "ask", "dropped"]

DOCUMENT_SORTS: dict[DocumentSort, Says] = {
    "instruction": Says("инструкция", "an instruction"),
    "article": Says(
        "статья: перенесены заголовки, ссылки и термины, рассуждения остались в документе",
        "an article: its headings, links and terms were taken, its reasoning stays in the document",
    ),
    "faq": Says("вопросы и ответы", "questions and answers"),
    "table": Says("таблица", "a table"),
    "process": Says("схема процесса", "a process diagram"),
}
END_NAMES: dict[End, Says] = {
    "field": Says("перенесено", "taken"),
    "not-understood": Says("не понял", "not understood"),
    "ask": Says("спросить клиента", "to ask the client"),
    "dropped": Says("отброшено", "dropped"),
}


@dataclass(frozen=True, slots=True)
class Fate:
    """Where one source line ends. `where` is the thing and its field, `why` is said of the other three ends."""

    line: SourceLine
    end: End
    where: str = ""  # section:first-feedback.steps
    why: Says | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One thing as it is to be written. `within` is the part, journey or stage in which it stands."""

    kind: str
    id: str
    title: str
    value: Mapping[str, YamlValue]
    lines: tuple[int, ...] = ()
    within: str = ""
    reused: bool = False  # the handbook has it already under this title: it is named, not written

    @property
    def name(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Masked:
    """What told of a person and was taken out: of what kind, on which line; the words themselves are not kept."""

    kind: str
    line: int
    sure: bool


@dataclass(frozen=True, slots=True)
class IntakePlan:
    """All that is to come of one document, before anything is written."""

    document: str
    sort: DocumentSort
    drafts: tuple[Draft, ...]
    fates: tuple[Fate, ...]
    masked: tuple[Masked, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()  # id and title of each part, in order
    repeated: tuple[tuple[str, tuple[int, ...]], ...] = field(default=())  # values that stand on several lines

    def ended(self, end: End) -> tuple[Fate, ...]:
        """The lines that end so."""
        return tuple(one for one in self.fates if one.end == end)
