"""A name that a person types, `kind:id`, `holder/id` or a bare id, in, the things of a handbook that it may mean out."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from cjm.model import Handbook, Written
from cjm.model.reference import Reference, is_own
from cjm.model.registry import KINDS
from cjm.workspace.subjects import below, identity


def things_named(handbook: Handbook, name: str) -> Mapping[tuple[str, str], list[Written]]:
    """The things by kind, and by file where ids of the kind count within one; several under one key have one id twice."""
    kind, holder, id = parts_of(name)
    meant: dict[tuple[str, str], list[Written]] = {}
    for top in handbook.items():
        for item in below(top):
            own, _, known = identity(item).partition(":")
            if known and known == id and kind in ("", own) and holder in ("", PurePosixPath(item.source.file).stem):
                meant.setdefault((own, item.source.file if KINDS[own].local else ""), []).append(item)
    return meant


def parts_of(name: str) -> tuple[str, str, str]:
    """Kind, section or journey, and id of `kind:id`, `kind:holder/id`, `holder/id` or a bare id."""
    name = name.strip()
    if not is_own(name):
        holder, _, id = name.rpartition("/")
        return "", holder, id
    reference = Reference.parse(name)
    kind, id = reference.target
    return (kind, reference.id, id) if reference.within else (kind, *_apart(id))


# Private functions


def _apart(id: str) -> tuple[str, str]:
    holder, _, id = id.rpartition("/")
    return holder, id
