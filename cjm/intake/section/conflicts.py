"""A line with what a client says in, a conflict of the section out, and what the document says of it further."""

import re
from collections.abc import Mapping

from cjm.edit import YamlValue
from cjm.intake import signs
from cjm.intake.block import Block
from cjm.intake.labels import labelled
from cjm.intake.questions import fields_by_key, question_for
from cjm.intake.section.drafted import DraftedSection
from cjm.model.fields import Many
from cjm.model.section import Conflict


def took_conflict(section: DraftedSection, block: Block) -> bool:
    """What a client says, alone or with its answer in the same breath; several in one paragraph are several."""
    if signs.ANSWERED.match(block.text) or signs.NEXT_OBJECTION.search(block.text):
        told = [(signs.ANSWERED.match(part), part) for part in signs.NEXT_OBJECTION.split(block.text)]
        for found, part in told if any(found for found, _ in told) else ():
            if found:
                add_conflict(section, found["quoted"] or found["bare"], block, bare_words(found["answer"]))
            else:
                section.detail(block, part)
        if any(found for found, _ in told):
            return True
    found = signs.OBJECTION.match(block.text) or signs.CLIENT_SAYS.match(block.text)
    if not found or not (found[1][-1:] in "?!" or block.text[:1] not in '«"“'):
        return False
    add_conflict(section, found[1], block)
    return True


def add_conflict(section: DraftedSection, says: str, block: Block, answer: str = "") -> None:
    """A conflict more; what the document does not tell of it is asked."""
    id = section.intake.names.give("conflict", says, 5)
    keys = ("why",) if answer else ("why", "answer")
    asked: dict[str, YamlValue] = {key: question_for("conflict", key, section.intake.language) for key in keys}
    told: dict[str, YamlValue] = {"answer": section.with_gaps(answer, block)} if answer else {}
    section.conflicts.append({"id": id, "says": says.strip(), **told, "open": asked})
    section.intake.end(block, "field", f"conflict:{id}.says")


def add_to_conflict(section: DraftedSection, key: str, text: str, block: Block) -> None:
    """What the document says further of the conflict above: why, what to answer, what one may decide."""
    last = section.conflicts[-1]
    known, had = last.pop("open", {}), last.get(key)
    asked = {name: one for name, one in known.items() if name != key} if isinstance(known, Mapping) else {}
    if isinstance(fields_by_key(Conflict)[key].reads, Many):
        last[key] = [*(had if isinstance(had, list) else ()), text]
    else:
        words = section.with_gaps(text, block) if key == "answer" else text
        last[key] = f"{had}\n{words}" if had else words
    if asked:
        last["open"] = asked
    section.intake.end(block, "field", f"conflict:{last['id']}.{key}")
    section.used(f"conflict:{last['id']}.{key}")


def took_answer(section: DraftedSection, block: Block) -> bool:
    """«Ответ: …», «Почему: …» below what a client says."""
    if not section.conflicts:
        return False
    answer = signs.ANSWER_OF.match(block.text)
    key, text = ("answer", answer[1]) if answer else labelled(Conflict, block.text) or ("", "")
    if not text or key in ("", "id", "says") or key in section.conflicts[-1]:
        return False
    add_to_conflict(section, key, bare_words(text), block)
    return True


def bare_words(text: str) -> str:
    """Words without the quotation marks around all of them."""
    found = re.fullmatch(r"[«\"“„]([^«»\"“”„]*)[»\"”“]\.?", text.strip(), re.DOTALL)
    return found[1] if found else text
