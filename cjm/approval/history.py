"""The records of approval in, their history out: in order, with its last ones, and with what was edited or taken out."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from cjm.approval.texts import is_kept
from cjm.model import Approval, Handbook, Laid, Saw
from cjm.model.digest import digest_of, plain_data

FOLDER = "guideline/approvals"


@dataclass(frozen=True, slots=True)
class History:
    """The records, each after all that it had seen.

    That the last record was taken out shows only against git or against a later PDF: nothing here has seen it.
    """

    records: tuple[Approval, ...]  # those that are as they were written
    heads: tuple[Approval, ...]
    edited: tuple[Approval, ...] = ()
    missing: tuple[tuple[Approval, Saw], ...] = ()  # who saw it, and what is not there or is not the same
    lost: tuple[tuple[Approval, Laid], ...] = ()  # an approved text that is not there or is not the same


def history(handbook: Handbook) -> History:
    """The history of the handbook's approvals. An edited record counts for nothing."""
    digest = {record.id: record_digest(record) for record in handbook.approvals}
    sound = [record for record in handbook.approvals if _is_as_written(record, digest[record.id])]
    edited = tuple(record for record in handbook.approvals if record not in sound)
    order = _in_order(sound)
    seen = {saw.approval for record in sound for saw in record.saw}
    unread = {file for file in handbook.unread if file.startswith(f"{FOLDER}/")}
    missing = tuple(
        (record, saw)
        for record in order
        for saw in record.saw
        if digest.get(saw.approval) != saw.digest and f"{FOLDER}/{saw.approval}.yml" not in unread
    )
    lost = tuple((record, laid) for record in order for laid in record.laid if not is_kept(laid.text, handbook))
    heads = tuple(record for record in order if record.id not in seen)
    return History(order, heads, edited, missing, lost)


def seen_by(record: Approval, past: "History") -> frozenset[str]:
    """The ids of all records that lie before `record`."""
    before = {one.id: [saw.approval for saw in one.saw] for one in past.records}
    found: set[str] = set()
    waiting = [saw.approval for saw in record.saw]
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += before.get(id, ())
    return frozenset(found)


def record_digest(record: Approval) -> str:
    """The digest of all that a record says; its name is not part of it, since the digest is part of its name."""
    return digest_of({key: value for key, value in plain_data(record).items() if key != "approval"})


def record_name(date: dt.date, by: str, digest: str) -> str:
    """`2026-11-22-marina-sokolova-7c3e91af`."""
    return f"{date.isoformat()}-{by}-{digest.partition(':')[2][:8]}"


# Private functions


def _is_as_written(record: Approval, digest: str) -> bool:
    return record.date is not None and record.id == record_name(record.date, record.by, digest)


def _in_order(records: Sequence[Approval]) -> tuple[Approval, ...]:
    if len(records) < 2:
        return tuple(records)
    import networkx as nx  # takes as long to import as a check takes to run

    by_id = {record.id: record for record in records}
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(by_id)
    # Only what was seen as it is: full digests cannot point at each other in a circle, names could be made to.
    digest = {record.id: record_digest(record) for record in records}
    seen = ((saw, record.id) for record in records for saw in record.saw)
    graph.add_edges_from((saw.approval, id) for saw, id in seen if digest.get(saw.approval) == saw.digest)
    days = {record.id: (record.date or dt.date.min, record.id) for record in records}
    return tuple(by_id[id] for id in nx.lexicographical_topological_sort(graph, key=lambda id: days[id]))
