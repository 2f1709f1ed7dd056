"""The trade's nouns as frozen data: journeys, standards and what they share. No disk, no judgement."""

from cjm.model.approval import Approval, Approved, Laid, Minor, Saw
from cjm.model.handbook import Handbook, Problem, touchpoint_id
from cjm.model.item import Acceptance, Item, Written
from cjm.model.journey import Edge, Journey, Stage, Touchpoint
from cjm.model.outline import Channel, Outline, Part, Person, Situation
from cjm.model.place import Place, Source
from cjm.model.probe import Probe
from cjm.model.section import (
    Change,
    Choice,
    Conflict,
    Detail,
    Listed,
    Never,
    Option,
    PassOn,
    Planned,
    Question,
    Script,
    Section,
    Step,
    Variant,
)  # fmt: skip
from cjm.model.shared.client_type import ClientType
from cjm.model.shared.fact import Fact
from cjm.model.shared.placeholder import Placeholder
from cjm.model.shared.policy import Policy
from cjm.model.shared.promise import Promise
from cjm.model.shared.role import Role
from cjm.model.shared.term import Term
from cjm.model.shared.words import Words

__all__ = [
    "Acceptance", "Approval", "Approved", "Change", "Channel", "Choice", "ClientType", "Conflict", "Detail", "Edge", "Fact", "Handbook", "Item",
    "Journey", "Laid", "Listed", "Minor", "Never", "Option", "Outline", "Part", "PassOn", "Person", "Place", "Placeholder", "Planned",
    "Policy", "Probe", "Problem", "Promise", "Question", "Role", "Saw", "Script", "Section", "Situation", "Source", "Stage",
    "Step", "Term", "Touchpoint", "Variant", "Words", "Written", "touchpoint_id",
]  # fmt: skip
