"""A sound handbook in, the verdict on one of its neighbours out: only what is harmed is read and judged again.

Faults are planted one at a time, and each is compared with the sound handbook, not with the one before it.
"""

import copy
import datetime as dt

from cjm.lint import Memory, RuleChoice, judge
from cjm.lint.verdict import Verdict
from cjm.load import Files
from cjm.load.reader import Reader

_PLAIN = RuleChoice()


class Sound:
    """The files of a handbook, read and judged once."""

    def __init__(self, files: Files, *, today: dt.date, asked: RuleChoice = _PLAIN) -> None:
        self._today, self._asked = today, asked
        self._reader, self._memory = Reader(), Memory()
        self.verdict = judge(self._reader.load(files), today=today, asked=asked, memory=self._memory)

    def judged(self, files: Files) -> Verdict:
        """The verdict on these files, most of which are the sound ones."""
        reader, memory = copy.copy(self._reader), copy.copy(self._memory)
        return judge(reader.load(files), today=self._today, asked=self._asked, memory=memory)
