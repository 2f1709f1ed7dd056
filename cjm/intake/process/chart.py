"""A drawn process as its readers give it: elements that stand in pools, lanes and frames, and the arrows between them."""

from dataclasses import dataclass
from typing import Literal

ElementKind = Literal[
    "pool",  # a process of its own: becomes a journey; one without elements is somebody outside
    "lane",  # who does what stands in it
    "frame",  # a subprocess or a subgraph: becomes a stage; an arrow may begin and end at it
    "activity",
    "fork",  # a gateway or a rhombus: vanishes into the conditions of ways
    "event",
    "flow",
    "message",  # an arrow between pools
    "note",  # what is said of the element `source`
    "data",
    "technical",  # what only the tool needs
    "unknown",
]
EventSort = Literal["", "start", "end", "catch", "throw", "boundary"]


@dataclass(frozen=True, slots=True)
class ChartElement:
    """What one block of a document is in the process; its words are the cells of the block: sort, name, more words."""

    kind: ElementKind
    id: str
    sort: str = ""  # as the format calls it: userTask, parallelGateway
    pool: str = ""
    lane: str = ""  # the innermost
    frame: str = ""  # the innermost
    event: EventSort = ""
    by: str = ""  # of an event what it is made by: timer, message, error; of a frame «apart»: it begins by an event of its own
    source: str = ""  # of an arrow; of a boundary event what it is attached to; of a note what it is said of
    target: str = ""
    otherwise: bool = False  # an arrow that takes the rest
    together: bool = False  # a fork all of whose ways are gone at once
    mood: int | None = None  # of an activity what the client feels, as a picture of a journey says it
    own: tuple[tuple[str, str], ...] = ()  # of a file that we have written: fields and their values


@dataclass(frozen=True, slots=True)
class Chart:
    """The elements, one for each block of the document. `ordered` says that activities stand in the order meant."""

    elements: tuple[ChartElement, ...]
    ordered: bool = False
    in_row: bool = False  # without arrows: each activity leads to the one below
