"""What somebody wrote into a Word file: a comment, a change that was tracked, or one that was not."""

from dataclasses import dataclass, field
from typing import Literal

from cjm.word.bookmarks import Tie

RemarkKind = Literal["comment", "inserted", "deleted", "replaced", "moved-from", "moved-to", "formatting", "other"]
PARAGRAPH = "¶"  # the end of a paragraph, which can be inserted or deleted by itself
OBJECT = "▦"  # a picture, or a row or cell of a table: what is changed and has no words


@dataclass(slots=True)
class Remark:
    """A comment or a tracked change. `ties` are the fields it is about; without any it stands elsewhere, after `after`."""

    kind: RemarkKind
    author: str = ""
    date: str = ""
    text: str = ""  # what the comment says, what was inserted, deleted or moved
    quote: str = ""  # what the comment is about; for a replacement what stood there before
    resolved: bool = False
    ties: list[Tie] = field(default_factory=list)
    after: Tie | None = None
    heading: str = ""
    tracked: bool = True
    replies: list["Remark"] = field(default_factory=list)
