"""A drawn process in, the plan of what is to come of it out: a journey for each pool, its lanes as roles, its frames as stages.

What a journey cannot say (ways that are gone at once, repetitions inside a task, data) is not understood and told so.
"""

from collections.abc import Collection

from cjm.intake.block import Document
from cjm.intake.plan import IntakePlan
from cjm.intake.process.in_work import ProcessInWork
from cjm.intake.process.left_over import take_rest
from cjm.intake.process.parties import take_parties
from cjm.intake.process.pool import take_journey
from cjm.intake.process.said_of import gather_messages, gather_notes
from cjm.model import Handbook


def plan_of_chart(document: Document, handbook: Handbook, mine: Collection[str] = ()) -> IntakePlan:
    """What is to come of a drawn process."""
    process = ProcessInWork(document, handbook, mine)
    gather_messages(process)
    gather_notes(process)
    take_parties(process)
    for at, one in enumerate(process.elements):
        if one.kind == "pool":
            take_journey(process, at)
    take_rest(process)
    return process.intake.planned("process")
