"""A line that tells what to do in, a step of the section out, or what belongs to the one above it; words for a client, a script."""

import re

from cjm.edit import YamlValue
from cjm.intake import signs
from cjm.intake.block import Block
from cjm.intake.labels import labelled
from cjm.intake.questions import WHICH_ROLE, fields_by_key
from cjm.intake.section.conflicts import bare_words
from cjm.intake.section.drafted import DraftedSection
from cjm.intake.verbs import client_acts, deed
from cjm.model.fields import Many, Ref, Text
from cjm.model.section import Step


def take_step(section: DraftedSection, block: Block, who: str) -> None:
    """A line that tells what to do; `who` does it where the list is somebody's."""
    intake = section.intake
    if not section.steps and client_acts(block.text) and "trigger" not in section.fields:
        section.fields["trigger"] = block.text
        intake.end(block, "field", f"section:{section.id}.trigger")
        return
    found = deed(block.text)
    named = signs.ADDRESS.sub("", found.do if found else block.text)
    value: dict[str, YamlValue] = {"id": section.local.give("step", named, 4)}
    do, actor = (found.do.rstrip(" ;"), found.actor) if found else (block.text.rstrip(" ;"), "")
    role = who or (intake.role(actor) if actor else "")
    if role:
        value["who"] = role
    if (quoted := signs.QUOTED.match(do)) is not None and not re.search('[«»"“”]', quoted[1]):
        value["do"] = quoted[1]
        value["write" if signs.WRITES.search(quoted[1]) else "say"] = section.with_gaps(quoted[2], block)
    else:
        value["do"] = do
    bare = signs.ADDRESS.sub("", block.text).strip(" :—–-|•\t")
    links = ((handed(block, bare), block.links[0][1]),) if handed(block, bare) else block.links
    if links is not block.links:
        value["do"] = bare
    for label, target in links:
        if label and label in str(value["do"]) and signs.ADDRESS.fullmatch(target):
            resource: dict[str, YamlValue] = {
                "title": label,
                "kind": signs.resource_kind(label, target),
                "address": target,
            }
            made = intake.draft("resource", label, resource | {"title": label[:1].upper() + label[1:]}, block)
            value["do"] = str(value["do"]).replace(label, f"[{label}](resource:{made.id})", 1)
    if found and found.when:
        value["when"] = found.when
    if actor and not role:
        value["open"] = {"who": WHICH_ROLE.to(intake.language, actor=actor)}
    section.steps.append(value)
    intake.end(block, "field", f"section:{section.id}/{value['id']}.do")
    if section.label is not None and not section.mode[1]:
        section.used(f"section:{section.id}.steps")


def add_to_step(section: DraftedSection, block: Block) -> None:
    """What is told of a step below it: a field by its name, else details."""
    last = section.steps[-1]
    key, text = labelled(Step, block.text) or ("how", "")
    declared = fields_by_key(Step)[key]
    limit = declared.reads.limit if isinstance(declared.reads, Text) else None
    if isinstance(declared.reads, Ref):
        text = section.intake.role(text) if key == "who" else ""
    if (
        not text
        or key in ("do", "how")
        or key in last
        or (limit and len(text) > limit)
        or isinstance(declared.reads, Many)
    ):
        key, text = "how", f"{last['how']}\n- {block.text}" if "how" in last else f"- {block.text}"
    last[key] = section.with_gaps(bare_words(text), block) if key in ("say", "write") else text
    section.intake.end(block, "field", f"section:{section.id}/{last['id']}.{key}")


def take_said(section: DraftedSection, block: Block) -> None:
    """Words for a client: a line of the script that is open."""
    if not section.scripts:
        section.scripts.append((section.title, []))
    words = f"- {block.text}" if block.kind == "item" else block.text
    section.scripts[-1][1].append(section.with_gaps(words, block))
    section.intake.end(block, "field", f"section:{section.id}.scripts")
    section.used(f"section:{section.id}.scripts")


def handed(block: Block, bare: str) -> str:
    """What is named behind the verb of a line that ends in its address: «Заполните бланк заказа: https://…»."""
    verb, _, named = bare.partition(" ")
    one = len(block.links) == 1 and not block.links[0][0] and block.text.rstrip(" .").endswith(block.links[0][1])
    return named if one and named and deed(verb) is not None and len(named.split()) <= 6 else ""
