"""A line in, whether it says what the next ones are, and what they are then."""

from cjm.intake import signs
from cjm.intake.block import Block
from cjm.intake.labels import labelled
from cjm.intake.outline import title_of
from cjm.intake.people import role_of
from cjm.intake.section.drafted import DraftedSection
from cjm.intake.verbs import is_somebody
from cjm.model.section import Conflict, Section


def is_label(section: DraftedSection, block: Block, after: Block | None) -> bool:
    """Whether a line says what the next ones are."""
    text = block.text
    told = labelled(Section, text)
    if signs.GREETING.match(text) or block.links or len(text) > 120 or (told and told[1]):
        return False
    if section.mode[0] == "script" and not block.bold and not (text.isupper() and len(text) > 6):
        return text.endswith(":") and after is not None and after.kind == "item"
    opens = text.endswith(":") or block.bold or (text.isupper() and len(text) > 3)
    return opens or (after is not None and after.kind == "item" and any(
        one.match(text) for one in (signs.PROMISE, signs.CUSTOMER, signs.SUPPLIER)
    ) and len(text) < 60)  # fmt: skip


def open_label(section: DraftedSection, block: Block, after: Block | None) -> None:
    """What such a line says of the next ones."""
    section.unused_label()
    section.label = block
    text = block.text.rstrip(" :.")
    if (found := signs.PROMISE.match(text)) and after is not None and after.kind in ("item", "text"):
        section.mode = ("promise", found[1].strip())
    elif signs.CUSTOMER.match(text):
        section.mode = ("party", "customer")
    elif signs.SUPPLIER.match(text):
        section.mode = ("party", "supplier")
    elif signs.SCRIPT.match(text):
        section.mode = ("script", title_of(block))
        section.scripts.append((title_of(block), []))
    elif signs.FORBIDDEN.match(text):
        section.mode = ("never", "")
    elif section.conflicts and (named := labelled(Conflict, f"{text}:")) and named[0] not in ("id", "says"):
        section.mode = ("conflict", named[0])
    elif after is not None and after.kind == "item" and (title := role_of(text) or _whose_duties(section, text)):
        section.mode = ("role", title)
    elif signs.DUTIES.match(text) and after is not None and after.kind == "item":
        section.mode = ("duties", "")
    else:
        section.mode = ("plain", title_of(block))


def opens_list(block: Block, after: Block | None) -> bool:
    """Whether an item is the heading of a list: «3.3. Запрещается:» and what is forbidden below it."""
    known = (signs.PROMISE, signs.CUSTOMER, signs.SUPPLIER, signs.FORBIDDEN)
    below = after is not None and after.kind == "item" and (after.level > block.level or after.ordered < block.ordered)
    return block.kind == "item" and below and block.text.endswith(":") and any(one.match(block.text) for one in known)


# Private functions


def _whose_duties(section: DraftedSection, text: str) -> str:
    """In a section of duties every name of somebody is that of a role."""
    return text if signs.DUTIES.match(section.title) and is_somebody(text) else ""
