"""A passage of a document in, the section that comes of it and what stands beside it out."""

import re
from collections.abc import Mapping, Sequence

from cjm.edit import YamlValue
from cjm.intake import signs
from cjm.intake.block import Block
from cjm.intake.columns import header_of
from cjm.intake.labels import labelled
from cjm.intake.plan import Draft
from cjm.intake.questions import WHICH_ROLE, question_for
from cjm.intake.section.beside import take_listed, took_address, took_duty, took_term
from cjm.intake.section.conflicts import add_to_conflict, bare_words, took_answer, took_conflict
from cjm.intake.section.drafted import ALONE, DraftedSection
from cjm.intake.section.label import is_label, open_label, opens_list
from cjm.intake.section.steps import add_to_step, take_said, take_step
from cjm.intake.verbs import client_acts, deed
from cjm.language.says import Says
from cjm.model.section import Section

_PROSE = Says("рассуждение: стандартом не стало", "reasoning: it became no standard")
_SHORT = Says("по этой строке не понять, что делать", "the line does not tell what to do")
_SCRAP = Says("оформление, меню или пустой пункт", "layout, a menu or an empty item")
_UNFINISHED = Says("в документе это место не дописано", "the document leaves this open")
_EXAMPLE = Says("пример с данными человека", "an example with somebody's data")
_HEADER = Says("заголовки столбцов", "heads of the columns")
_PERSON = Says("здесь был человек: спросите, какая это роль", "a person was named here: ask which role it is")
_LONGEST_PURPOSE = 180
_WHAT_FOR = re.compile(r"\b(?:чтобы|важно|важное|для того|поэтому|цель|so that|in order to)\b", re.IGNORECASE)


def read_section(section: DraftedSection) -> None:
    """Draft what `section.passage` holds, and say of each of its lines where it ended."""
    intake, heading = section.intake, section.passage.heading
    section.id = intake.names.give("section", section.title)
    blocks = section.passage.blocks
    planned = heading is not None and not blocks
    if not planned and intake.sort == "article":
        planned = _take_article(section, blocks)
    elif not planned:
        _take_blocks(section, blocks)
    if planned and heading is not None:
        intake.drafts.append(
            Draft(
                "planned",
                section.id,
                section.title,
                {"planned": section.id, "title": section.title},
                (heading.line,),
                section.part,
            )
        )
        intake.end(heading, "field", f"planned:{section.id}.title")
    else:
        value = section.value()
        if value is None:  # nothing of it became a section of its own
            if heading:
                intake.end(heading, "dropped", why=_PROSE if intake.sort == "article" else ALONE)
            return
        intake.drafts.append(
            Draft("section", section.id, section.title, value, (heading.line,) if heading else (), section.part)
        )
        if heading:
            intake.end(heading, "field", f"section:{section.id}.title")


# Private functions


def _take_article(section: DraftedSection, blocks: Sequence[Block]) -> bool:
    """Of an article only what is no reasoning: terms and addresses. Whether its heading stands alone then."""
    for block in blocks:
        if not (took_address(section, block) or took_term(section, block)):
            section.intake.end(block, "dropped", why=_PROSE)
    return True


def _take_blocks(section: DraftedSection, blocks: Sequence[Block]) -> None:
    at = 0
    while at < len(blocks):
        block = blocks[at]
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        run = [block]
        if block.kind == "item" and opens_list(block, after):
            open_label(section, block, after)
        elif block.kind in ("item", "row"):
            listed = section.mode[0] in ("promise", "party", "never", "duties", "role")
            for one, then in zip(blocks[at + 1 :], (*blocks[at + 2 :], None), strict=False):
                if one.kind != block.kind or opens_list(one, then) or (listed and one.ordered != block.ordered):
                    break
                run.append(one)
            _take_items(section, run) if block.kind == "item" else _take_rows(section, run)
        elif block.kind == "heading" or is_label(section, block, after):
            open_label(section, block, after)
        else:
            _take_text(section, block, after)
        at += len(run)
    section.unused_label()


def _take_items(section: DraftedSection, run: Sequence[Block]) -> None:
    mode, word = section.mode
    if mode == "script":
        for block in run:
            take_said(section, block)
        return
    if mode == "conflict":
        for block in run:
            add_to_conflict(section, word, block.text, block)
        section.mode = ("plain", "")
        return
    if mode in ("promise", "party", "never", "duties") or (mode == "role" and not _deeds(run)):
        for block in run:
            if not block.text:
                section.intake.end(block, "dropped", why=_SCRAP)
            else:
                take_listed(section, mode, word, block)
        section.mode = ("plain", "")
        return
    who = ""
    if mode == "role":
        section.role_draft(word)
        who = section.intake.role(word)
        section.used(f"role:{who}.title")
    rest = [block for block in run if not took_address(section, block)]
    top = min((block.level for block in rest), default=0)
    steps = _deeds([block for block in rest if block.level == top]) or who
    had = len(section.steps)
    for block in rest:
        below = block.level > top or (not block.ordered and rest[0].ordered)
        nested = below and len(section.steps) > had
        if signs.TO_ASK.search(block.text):
            section.intake.end(block, "ask", why=_UNFINISHED)
        elif block.text.lower().startswith(("например", "пример:", "for example")) and "[" in block.text:
            section.intake.end(block, "not-understood", why=_EXAMPLE)
        elif (
            took_answer(section, block)
            or took_conflict(section, block)
            or took_term(section, block)
            or took_duty(section, block)
        ):
            pass
        elif steps and nested:
            add_to_step(section, block)
        elif steps:
            take_step(section, block, who)
        else:
            section.detail(block, f"{'  ' * min(block.level - top, 3)}- {block.text}")


def _take_text(section: DraftedSection, block: Block, after: Block | None) -> None:
    mode, word = section.mode
    intake = section.intake
    if signs.GREETING.match(block.text):
        if mode != "script" or (section.scripts and section.scripts[-1][1]):
            section.unused_label() if mode == "plain" and not word else None
            title = word if mode in ("plain", "script") and word and section.label else section.title
            section.scripts.append((title, []))
        section.mode = ("script", section.scripts[-1][0])
        take_said(section, block)
    elif "[" in block.text and signs.ANSWERABLE.match(block.text):
        intake.end(block, "ask", why=_PERSON)
        section.mode = ("plain", "")
    elif mode == "conflict":
        add_to_conflict(section, word, bare_words(block.text), block)
        if after is None or after.gap:
            section.mode = ("plain", "")
    elif mode == "script" and not (_of_client(block.text) and took_conflict(section, block)):
        if not took_answer(section, block):
            take_said(section, block)
    elif mode == "script":
        pass
    elif mode in ("promise", "party") and section.label is not None:
        take_listed(section, mode, word, block)
    elif signs.SCRAP.match(block.text):
        intake.end(block, "dropped", why=_SCRAP)
    elif _took_field(section, block):
        pass
    elif (asked := signs.QUESTION_OF.match(block.text)) or (intake.sort == "faq" and block.text.endswith("?")):
        section.unused_label()
        section.label, section.mode = block, ("plain", asked[1] if asked else block.text)
    elif signs.TO_ASK.search(block.text):
        intake.end(block, "ask", why=_UNFINISHED)
    elif (
        took_address(section, block)
        or took_answer(section, block)
        or took_conflict(section, block)
        or took_term(section, block)
        or took_duty(section, block)
    ):
        pass
    elif (
        not section.steps and not section.details and "purpose" not in section.fields and len(block.text) <= _LONGEST_PURPOSE
        and _WHAT_FOR.search(block.text) and deed(block.text) is None
    ):  # fmt: skip
        section.fields["purpose"] = block.text
        intake.end(block, "field", f"section:{section.id}.purpose")
    elif (
        len(block.text) <= 240
        and (found := deed(block.text)) is not None
        and (found.actor or found.when or not section.details)
    ):
        take_step(section, block, "")
    elif not section.steps and not section.details and "trigger" not in section.fields and client_acts(block.text):
        section.fields["trigger"] = block.text
        intake.end(block, "field", f"section:{section.id}.trigger")
    elif len(re.findall(r"[^\W\d_]{2,}", block.text)) < 2 and not block.cells and not signs.ANSWER_OF.match(block.text):
        intake.end(block, "not-understood", why=_SHORT)
    else:
        answer = signs.ANSWER_OF.match(block.text) if section.label is not None else None  # of the question above
        section.detail(block, answer[1] if answer else block.text)


def _take_rows(section: DraftedSection, run: Sequence[Block]) -> None:
    width = max(len(block.cells) for block in run)
    if width == 1:
        _take_items(section, run)
        return
    rest = (
        [block for block in run if not took_address(section, block)] if any(block.links for block in run) else list(run)
    )
    header = header_of(rest[0].cells) if rest else None
    if header is not None and header.kind in ("conflict", "term") and not header.unknown and len(rest) > 1:
        section.intake.end(rest[0], "dropped", why=_HEADER)
        for block in rest[1:]:
            row = {name: block.cells[at] for at, name in header.columns if at < len(block.cells) and block.cells[at]}
            _take_row(section, header.kind, row, block)
        return
    for number, block in enumerate(rest):
        cells = [
            " ".join(cell.replace("|", "/").split()) for cell in (*block.cells, *[""] * (width - len(block.cells)))
        ]
        text = "| " + " | ".join(cells) + " |"
        section.detail(block, text + ("\n|" + " --- |" * width if number == 0 else ""))


def _take_row(section: DraftedSection, kind: str, row: Mapping[str, str], block: Block) -> None:
    """A row of objections with their answers, or of terms, that stands in the text."""
    intake = section.intake
    if kind == "conflict" and "says" in row:
        id = intake.names.give("conflict", row["says"], 5)
        value: dict[str, YamlValue] = {"id": id, "says": row["says"].strip('«»"“” ')}
        value.update(
            {
                key: section.with_gaps(row[key], block) if key == "answer" else row[key]
                for key in ("why", "answer", "follow_up")
                if key in row
            }
        )
        asked = {key: question_for("conflict", key, intake.language) for key in ("why", "answer") if key not in row}
        section.conflicts.append({**value, "open": asked} if asked else value)
        intake.end(block, "field", f"conflict:{id}.says")
    elif kind == "term" and "term" in row and "means" in row:
        made = intake.draft("term", row["term"], {"term": row["term"], "means": row["means"]}, block)
        intake.end(block, "field", f"term:{made.id}.means")
        section.show("glossary")
    else:
        intake.end(block, "not-understood", why=_SHORT)


def _took_field(section: DraftedSection, block: Block) -> bool:
    """«Цель: …», «Результат: …»: a field of the section by its name."""
    key, text = labelled(Section, block.text) or ("", "")
    if key == "performer":
        roles = [section.intake.role(one) for one in re.split(r",|;| и ", text)]
        if all(roles) and roles:
            section.fields[key] = list(dict.fromkeys(roles))
        elif text:
            section.performer = WHICH_ROLE.to(section.intake.language, actor=text)
            section.intake.end(block, "ask", why=WHICH_ROLE.filled(actor=text))
            return True
    elif key in ("purpose", "trigger", "result") and text and key not in section.fields:
        section.fields[key] = text
    if key not in section.fields or (key != "performer" and section.fields[key] != text):
        return False
    section.intake.end(block, "field", f"section:{section.id}.{key}")
    return True


def _of_client(text: str) -> bool:
    return text.lower().startswith("клиент") or signs.ANSWERED.match(text) is not None


def _deeds(run: Sequence[Block]) -> bool:
    """Whether a list tells what to do: most of its items are deeds, of a numbered one a third."""
    found = sum(deed(block.text) is not None for block in run)
    return found * (3 if any(block.ordered for block in run) else 2) >= len(run) and found > 0
