"""A section in, the digest of all that whoever works by it must have read out, and what it rests on.

It changes with a binding word of the section, with a fact that it names and with a table that it shows; not with its
explanations or with marks, and not because a role that performs it gets another right, which is that role's matter.
"""

from collections.abc import Mapping

from cjm.approval.items import binds_of
from cjm.diff.minor import without_marks
from cjm.graph.dependencies import Ground, grounds
from cjm.model import Handbook, Section
from cjm.model.derived import derived
from cjm.model.digest import exact_digest, printed
from cjm.view.thing import kinds

_LINKS = ("role", "touchpoint")


def grounds_read(section: Section, handbook: Handbook) -> Mapping[str, Ground]:
    """The facts and tables a change of which changes what the section says."""
    shown = {kind.name for table in section.shows for kind in kinds(table)}
    return {
        name: rest.item
        for name, rest in grounds(section, handbook).items()
        if (kind := rest.chain[0].partition(":")[0]) not in _LINKS or kind in shown
    }


@derived
def read_digests(handbook: Handbook) -> Mapping[str, str]:
    """The digest of every section, by its id; of a cut, those of the whole: what is read there counts everywhere."""
    whole = handbook.whole or handbook
    return {section.id: read_digest(section, whole) for section in whole.sections}


def read_digest(section: Section, handbook: Handbook) -> str:
    """The digest that an acknowledgement of reading names."""
    read = {
        name: binds_of(one, {}) if isinstance(one, bytes) else without_marks(printed(one, binding=True))
        for name, one in grounds_read(section, handbook).items()
    }
    return exact_digest([without_marks(printed(section, binding=True)), read])[:16]
