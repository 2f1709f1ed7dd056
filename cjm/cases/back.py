"""A workbook that a team worked in and the cases as they are in, what was changed of topic, group and state out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cjm.cases.case import Case
from cjm.cases.monthly import topics
from cjm.cases.sheets import CASE_HEADS, STATE_SAYS
from cjm.model import Handbook
from cjm.tables import Table

_ID, _TOPIC, _GROUP, _STATE = (CASE_HEADS[at] for at in (0, 5, 6, 10))


@dataclass(frozen=True, slots=True)
class CaseEdit:
    """What a row wants of a case; `state` is empty where the cell holds no state."""

    case: Case
    topic: str
    group: str
    state: str

    @property
    def amiss(self) -> bool:
        """Whether the state is none."""
        return self.state not in STATE_SAYS


def edits_in(tables: Iterable[Table], cases: Iterable[Case], handbook: Handbook) -> Iterator[CaseEdit]:
    """The rows that want something else than what is kept. Rows of ids that nobody knows are left alone, as is what has no column."""
    known = {one.id: one for one in cases}
    by_title = {title: id for id, title in topics(handbook).items()}
    states = {word: name for name, says in STATE_SAYS.items() for word in (says.ru, says.en)}
    for table in tables:
        if not table.rows:
            continue
        heads = table.rows[0].cells
        for row in table.rows[1:]:
            cells: Mapping[str, str] = dict(zip(heads, (*row.cells, *[""] * len(heads)), strict=False))
            told = [next((cells[head] for head in (says.ru, says.en) if head in cells), None) for says in (_ID, _TOPIC, _GROUP, _STATE)]  # fmt: skip
            case = known.get(told[0] or "")
            if case is None:
                continue
            topic, group, state = told[1:]
            edit = CaseEdit(
                case,
                case.topic if topic is None else by_title.get(topic, topic),
                case.group if group is None else group,
                case.state if state is None else states.get(state, state),
            )
            if (edit.topic, edit.group, edit.state) != (case.topic, case.group, case.state):
                yield edit
