"""A line in, the thing that stands beside the section out: an address, a term, a duty, a promise, a party, what is forbidden."""

import re

from cjm.edit import YamlValue
from cjm.intake import signs
from cjm.intake.block import Block
from cjm.intake.labels import labelled
from cjm.intake.plan import Draft
from cjm.intake.questions import WHICH_ROLE, question_for
from cjm.intake.section.drafted import DraftedSection
from cjm.intake.section.steps import handed
from cjm.intake.verbs import deed
from cjm.language.says import Says
from cjm.model.section import Never

_KNOWN = Says("в гайдлайне это уже есть: {name}", "the handbook has it already: {name}")
_WHOSE = Says("Кто это делает?", "Who does this?")
_GIVER = Says("Кто это обещает?", "Who promises this?")
_INSTEAD = Says("Что делать вместо этого?", "What is done instead?")


def took_address(section: DraftedSection, block: Block) -> bool:
    """A line with an address: the label and where it leads."""
    if not block.links or len(block.text) > 240 or section.mode[0] == "script":
        return False
    bare = signs.ADDRESS.sub("", block.text).strip(" :—–-|•\t")
    inside = all(0 < len(label) < len(block.text) * 0.6 for label, _ in block.links)
    if (inside or (block.ordered and handed(block, bare))) and deed(block.text) is not None:
        return False  # «Дайте анкету»: a step that names a form
    made: Draft | None = None
    for label, target in block.links:
        if not signs.ADDRESS.fullmatch(target):
            continue
        title = (bare if len(block.links) == 1 and bare else label or bare or section.title).strip(" :—–-|")
        value: dict[str, YamlValue] = {
            "title": title,
            "kind": signs.resource_kind(title, target),
            "address": target,
        }
        if section.mode[0] == "plain" and section.mode[1]:
            value["when"] = section.mode[1]
        made = section.intake.draft("resource", title, value, block)
    if made is None:
        return False
    section.show("resources")
    section.intake.end(block, "field", f"resource:{made.id}.address")
    section.used(f"resource:{made.id}.when")
    return True


def took_term(section: DraftedSection, block: Block) -> bool:
    """«Абонемент — …»: a word and what it means."""
    found = signs.TERM.match(block.text) or signs.ABBREVIATION.match(block.text)
    if not found or len(found[1].split()) > 6:
        return False
    word, means = re.sub(r"\s*\(.*?\)", "", found[1]).strip(' «»"'), found[2].strip()
    full = re.search(r"\(([^)]+)\)", found[1])
    text = f"{full[1]} — {means}" if full else means
    made = section.intake.draft("term", word, {"term": word, "means": text[:1].upper() + text[1:]}, block)
    if made.reused:
        section.intake.end(block, "dropped", why=_KNOWN.filled(name=made.name))
    else:
        section.intake.end(block, "field", f"term:{made.id}.means")
    section.show("glossary")
    return True


def took_duty(section: DraftedSection, block: Block) -> bool:
    """«Администратор раз в неделю проверяет …»: somebody's task and its rhythm."""
    found = signs.RHYTHM.search(block.text)
    known = deed(block.text) if found and len(block.text) <= 160 else None
    role = section.intake.role(known.actor) if known and known.actor else ""
    if found is None or known is None or not known.actor:
        return False
    title = block.text.rstrip(" .;")
    value: dict[str, YamlValue] = {"title": title, "every": found[0][:40]}
    if role:
        value = {"title": title, "who": [role], "every": found[0][:40]}
    else:
        value["open"] = {"who": WHICH_ROLE.to(section.intake.language, actor=known.actor)}
    made = section.intake.draft("duty", title, value, block)
    section.show("duties")
    section.intake.end(block, "field", f"duty:{made.id}.title")
    return True


def take_listed(section: DraftedSection, mode: str, word: str, block: Block) -> None:
    """One item of a list below a label that says what all of them are."""
    {"promise": _promise, "party": _party, "never": _forbidden}.get(mode, _assigned)(section, word, block)


# Private functions


def _promise(section: DraftedSection, word: str, block: Block) -> None:
    intake = section.intake
    asked: YamlValue = {
        "from": _GIVER.to(intake.language),
        "measure": question_for("promise", "measure", intake.language),
    }
    value: dict[str, YamlValue] = {"to": [section.party(word)], "promise": block.text, "open": asked}
    made = intake.draft("promise", block.text, value, block)
    section.show("promises")
    intake.end(block, "field", f"promise:{made.id}.promise")
    section.used(f"promise:{made.id}.to")


def _party(section: DraftedSection, word: str, block: Block) -> None:
    intake = section.intake
    party = section.role_draft(block.text, {"kind": "department"}, block)
    if party is None:
        intake.end(block, "field", "role:client")
    else:
        intake.add_to(party, "to_us", word)
        intake.end(block, "field", f"role:{party.id}.to_us")
        section.used(f"role:{party.id}.to_us")
    section.show("roles")


def _forbidden(section: DraftedSection, word: str, block: Block) -> None:
    key, text = labelled(Never, block.text) or ("do", block.text)
    if key == "instead" and section.never:
        section.never[-1].pop("open", None)
        section.never[-1][key] = text
    else:
        asked: YamlValue = {"instead": _INSTEAD.to(section.intake.language)}
        section.never.append({key: text.rstrip(" ;"), "open": asked})
    section.intake.end(block, "field", f"section:{section.id}.never")
    section.used(f"section:{section.id}.never")


def _assigned(section: DraftedSection, word: str, block: Block) -> None:
    """A duty in somebody's list of duties."""
    intake = section.intake
    role = section.role_draft(word, None, section.label) if word else None
    value: dict[str, YamlValue] = {"title": block.text}
    if role is not None:
        value["who"] = [role.id]
    if (found := signs.RHYTHM.search(block.text)) is not None:
        value["every"] = found[0]
    if role is None:
        value["open"] = {"who": _WHOSE.to(intake.language)}
    made = intake.draft("duty", block.text, value, block)
    if role is not None:
        intake.add_to(made, "who", role.id)
        section.used(f"role:{role.id}.title")
    section.show("duties")
    intake.end(block, "field", f"duty:{made.id}.title")
    section.used(f"duty:{made.id}.who")
