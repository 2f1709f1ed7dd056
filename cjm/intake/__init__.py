"""A document that a company already has in, drafts of a handbook and the end of each of its lines out; nothing is invented.

`readers` make blocks of it, `plan_of` says what is to come of them, `drafted` writes that into the files of a handbook.
"""

from cjm.intake.block import Block, Document, SourceLine
from cjm.intake.classify import plan_of
from cjm.intake.memory import ImportMemory, remembered, side_file
from cjm.intake.plan import Draft, Fate, IntakePlan, Masked
from cjm.intake.readers import documents_in
from cjm.intake.write import Drafted, Stays, drafted

__all__ = [
    "Block",
    "Document",
    "Draft",
    "Drafted",
    "Fate",
    "ImportMemory",
    "IntakePlan",
    "Masked",
    "SourceLine",
    "Stays",
    "documents_in",
    "drafted",
    "plan_of",
    "remembered",
    "side_file",
]
