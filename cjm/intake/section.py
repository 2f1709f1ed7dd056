"""A passage of a document in, the section that comes of it and what stands beside it out."""

import re
from collections.abc import Mapping, Sequence

from cjm.edit import YamlValue
from cjm.intake import signs
from cjm.intake.block import Block
from cjm.intake.columns import header_of
from cjm.intake.labels import labelled
from cjm.intake.names import GivenIds
from cjm.intake.outline import Passage, title_of
from cjm.intake.people import role_of
from cjm.intake.plan import Draft
from cjm.intake.under_way import Intake
from cjm.intake.verbs import client_acts, deed, is_somebody
from cjm.language.says import Says
from cjm.model.fields import Many, Ref, Spec, Text, specs
from cjm.model.registry import KINDS
from cjm.model.section import Conflict, Never, Section, Step

_PROSE = Says("рассуждение: стандартом не стало", "reasoning: it became no standard")
_SHORT = Says("по этой строке не понять, что делать", "the line does not tell what to do")
_ALONE = Says("под этой строкой ничего нет", "nothing stands below this line")
_CAPTION = Says("подзаголовок: шаги под ним стоят в разделе", "a caption: the steps below it stand in the section")
_SCRAP = Says("оформление, меню или пустой пункт", "layout, a menu or an empty item")
_UNFINISHED = Says("в документе это место не дописано", "the document leaves this open")
_KNOWN = Says("в гайдлайне это уже есть: {name}", "the handbook has it already: {name}")
_EXAMPLE = Says("пример с данными человека", "an example with somebody's data")
_HEADER = Says("заголовки столбцов", "heads of the columns")
_PERSON = Says("здесь был человек: спросите, какая это роль", "a person was named here: ask which role it is")
_WHO = Says("«{actor}» — какая это роль?", '"{actor}": which role is it?')
_WHOSE = Says("Кто это делает?", "Who does this?")
_GIVER = Says("Кто это обещает?", "Who promises this?")
_FILLED = Says("Что вписать на место <{name}>? Например?", "What is put in the place of <{name}>? An example?")
_INSTEAD = Says("Что делать вместо этого?", "What is done instead?")
_GAP_NAME = Says("что вписать", "what to fill in")
_NAME = Says("имя", "name")
_LONGEST_PURPOSE = 180
_WHAT_FOR = re.compile(r"\b(?:чтобы|важно|важное|для того|поэтому|цель|so that|in order to)\b", re.IGNORECASE)


class SectionOf:
    """One passage while it becomes a section and what stands beside it."""

    def __init__(self, intake: Intake, passage: Passage, part: str, part_title: str) -> None:
        self.intake, self.passage, self.part = intake, passage, part
        heading = passage.heading
        self.title = title_of(heading) if heading else part_title
        self.id = ""
        self.steps: list[dict[str, YamlValue]] = []
        self.scripts: list[tuple[str, list[str]]] = []
        self.conflicts: list[dict[str, YamlValue]] = []
        self.never: list[dict[str, YamlValue]] = []
        self.details: list[tuple[str, list[str]]] = []
        self.shows: list[str] = []
        self.fields: dict[str, YamlValue] = {}
        self.performer = ""  # the question who it is whom the document names
        self.mode: tuple[str, str] = ("plain", "")
        self.label: Block | None = None
        self.local = GivenIds({})

    def read(self) -> None:
        intake, heading = self.intake, self.passage.heading
        self.id = intake.names.give("section", self.title)
        blocks = self.passage.blocks
        planned = heading is not None and not blocks
        if not planned and intake.sort == "article":
            planned = self.article(blocks)
        elif not planned:
            self.blocks(blocks)
        if planned and heading is not None:
            intake.drafts.append(
                Draft(
                    "planned",
                    self.id,
                    self.title,
                    {"planned": self.id, "title": self.title},
                    (heading.line,),
                    self.part,
                )
            )
            intake.end(heading, "field", f"planned:{self.id}.title")
        else:
            value = self.value()
            if value is None:  # nothing of it became a section of its own
                if heading:
                    intake.end(heading, "dropped", why=_PROSE if intake.sort == "article" else _ALONE)
                return
            intake.drafts.append(
                Draft("section", self.id, self.title, value, (heading.line,) if heading else (), self.part)
            )
            if heading:
                intake.end(heading, "field", f"section:{self.id}.title")

    def article(self, blocks: Sequence[Block]) -> bool:
        """Of an article only what is no reasoning: terms and addresses. Whether its heading stands alone then."""
        for block in blocks:
            if not (self.address(block) or self.term(block)):
                self.intake.end(block, "dropped", why=_PROSE)
        return True

    def blocks(self, blocks: Sequence[Block]) -> None:
        at = 0
        while at < len(blocks):
            block = blocks[at]
            after = blocks[at + 1] if at + 1 < len(blocks) else None
            run = [block]
            if block.kind == "item" and _opens_list(block, after):
                self.labelled(block, after)
            elif block.kind in ("item", "row"):
                listed = self.mode[0] in ("promise", "party", "never", "duties", "role")
                for one, then in zip(blocks[at + 1 :], (*blocks[at + 2 :], None), strict=False):
                    if one.kind != block.kind or _opens_list(one, then) or (listed and one.ordered != block.ordered):
                        break
                    run.append(one)
                self.items(run) if block.kind == "item" else self.rows(run)
            elif block.kind == "heading" or self.is_label(block, after):
                self.labelled(block, after)
            else:
                self.text(block, after)
            at += len(run)
        self.unused_label()

    # What a line opens

    def is_label(self, block: Block, after: Block | None) -> bool:
        text = block.text
        told = labelled(Section, text)
        if signs.GREETING.match(text) or block.links or len(text) > 120 or (told and told[1]):
            return False
        if self.mode[0] == "script" and not block.bold and not (text.isupper() and len(text) > 6):
            return text.endswith(":") and after is not None and after.kind == "item"
        opens = text.endswith(":") or block.bold or (text.isupper() and len(text) > 3)
        return opens or (after is not None and after.kind == "item" and any(
            one.match(text) for one in (signs.PROMISE, signs.CUSTOMER, signs.SUPPLIER)
        ) and len(text) < 60)  # fmt: skip

    def labelled(self, block: Block, after: Block | None) -> None:
        """A line that says what the next ones are."""
        self.unused_label()
        self.label = block
        text = block.text.rstrip(" :.")
        if (found := signs.PROMISE.match(text)) and after is not None and after.kind in ("item", "text"):
            self.mode = ("promise", found[1].strip())
        elif signs.CUSTOMER.match(text):
            self.mode = ("party", "customer")
        elif signs.SUPPLIER.match(text):
            self.mode = ("party", "supplier")
        elif signs.SCRIPT.match(text):
            self.mode = ("script", title_of(block))
            self.scripts.append((title_of(block), []))
        elif signs.FORBIDDEN.match(text):
            self.mode = ("never", "")
        elif self.conflicts and (named := labelled(Conflict, f"{text}:")) and named[0] not in ("id", "says"):
            self.mode = ("conflict", named[0])
        elif after is not None and after.kind == "item" and (title := role_of(text) or self.whose_duties(text)):
            self.mode = ("role", title)
        elif signs.DUTIES.match(text) and after is not None and after.kind == "item":
            self.mode = ("duties", "")
        else:
            self.mode = ("plain", title_of(block))

    def whose_duties(self, text: str) -> str:
        """In a section of duties every name of somebody is that of a role."""
        return text if signs.DUTIES.match(self.title) and is_somebody(text) else ""

    def used(self, where: str) -> None:
        """The label has found what it is the label of."""
        if self.label is not None:
            self.intake.end(self.label, "field", where)
            self.label = None

    def unused_label(self) -> None:
        if self.label is not None:
            done = bool(self.steps) or self.mode[0] != "plain"
            self.intake.end(self.label, "dropped" if done else "not-understood", why=_CAPTION if done else _ALONE)
        self.label = None

    # What stands below it

    def items(self, run: Sequence[Block]) -> None:
        mode, word = self.mode
        if mode == "script":
            for block in run:
                self.said(block)
            return
        if mode == "conflict":
            for block in run:
                self.of_conflict(word, block.text, block)
            self.mode = ("plain", "")
            return
        if mode in ("promise", "party", "never", "duties") or (mode == "role" and not _deeds(run)):
            for block in run:
                if not block.text:
                    self.intake.end(block, "dropped", why=_SCRAP)
                else:
                    self.listed(mode, word, block)
            self.mode = ("plain", "")
            return
        who = ""
        if mode == "role":
            self.role_draft(word)
            who = self.intake.role(word)
            self.used(f"role:{who}.title")
        rest = [block for block in run if not self.address(block)]
        top = min((block.level for block in rest), default=0)
        steps = _deeds([block for block in rest if block.level == top]) or who
        had = len(self.steps)
        for block in rest:
            below = block.level > top or (not block.ordered and rest[0].ordered)
            nested = below and len(self.steps) > had
            if signs.TO_ASK.search(block.text):
                self.intake.end(block, "ask", why=_UNFINISHED)
            elif block.text.lower().startswith(("например", "пример:", "for example")) and "[" in block.text:
                self.intake.end(block, "not-understood", why=_EXAMPLE)
            elif self.answer(block) or self.conflict(block) or self.term(block) or self.duty(block):
                pass
            elif steps and nested:
                self.more(block)
            elif steps:
                self.step(block, who)
            else:
                self.detail(block, f"{'  ' * min(block.level - top, 3)}- {block.text}")

    def listed(self, mode: str, word: str, block: Block) -> None:
        intake = self.intake
        if mode == "promise":
            to = self.party(word)
            giver: YamlValue = {
                "from": _GIVER.to(intake.language),
                "measure": question_for("promise", "measure", intake.language),
            }
            made = intake.draft("promise", block.text, {"to": [to], "promise": block.text, "open": giver}, block)
            self.show("promises")
            intake.end(block, "field", f"promise:{made.id}.promise")
            self.used(f"promise:{made.id}.to")
        elif mode == "party":
            party = self.role_draft(block.text, {"kind": "department"}, block)
            if party is None:
                intake.end(block, "field", "role:client")
            else:
                intake.add_to(party, "to_us", word)
                intake.end(block, "field", f"role:{party.id}.to_us")
                self.used(f"role:{party.id}.to_us")
            self.show("roles")
        elif mode == "never":
            key, text = labelled(Never, block.text) or ("do", block.text)
            if key == "instead" and self.never:
                self.never[-1].pop("open", None)
                self.never[-1][key] = text
            else:
                self.never.append({key: text.rstrip(" ;"), "open": {"instead": _INSTEAD.to(intake.language)}})
            intake.end(block, "field", f"section:{self.id}.never")
            self.used(f"section:{self.id}.never")
        else:
            role = self.role_draft(word, None, self.label) if word else None
            value: dict[str, YamlValue] = {"title": block.text, "who": [role.id] if role else []}
            if (found := signs.RHYTHM.search(block.text)) is not None:
                value["every"] = found[0]
            if role is None:
                del value["who"]
                value["open"] = {"who": _WHOSE.to(intake.language)}
            made = intake.draft("duty", block.text, value, block)
            if role is not None:
                intake.add_to(made, "who", role.id)
                self.used(f"role:{role.id}.title")
            self.show("duties")
            intake.end(block, "field", f"duty:{made.id}.title")
            self.used(f"duty:{made.id}.who")

    def text(self, block: Block, after: Block | None) -> None:
        mode, word = self.mode
        intake = self.intake
        if signs.GREETING.match(block.text):
            if mode != "script" or (self.scripts and self.scripts[-1][1]):
                self.unused_label() if mode == "plain" and not word else None
                title = word if mode in ("plain", "script") and word and self.label else self.title
                self.scripts.append((title, []))
            self.mode = ("script", self.scripts[-1][0])
            self.said(block)
        elif "[" in block.text and signs.ANSWERABLE.match(block.text):
            intake.end(block, "ask", why=_PERSON)
            self.mode = ("plain", "")
        elif mode == "conflict":
            self.of_conflict(word, bare_words(block.text), block)
            if after is None or after.gap:
                self.mode = ("plain", "")
        elif mode == "script" and not (_of_client(block.text) and self.conflict(block)):
            if not self.answer(block):
                self.said(block)
        elif mode == "script":
            pass
        elif mode in ("promise", "party") and self.label is not None:
            self.listed(mode, word, block)
        elif signs.SCRAP.match(block.text):
            intake.end(block, "dropped", why=_SCRAP)
        elif self.of_section(block):
            pass
        elif (asked := signs.QUESTION_OF.match(block.text)) or (intake.sort == "faq" and block.text.endswith("?")):
            self.unused_label()
            self.label, self.mode = block, ("plain", asked[1] if asked else block.text)
        elif signs.TO_ASK.search(block.text):
            intake.end(block, "ask", why=_UNFINISHED)
        elif self.address(block) or self.answer(block) or self.conflict(block) or self.term(block) or self.duty(block):
            pass
        elif (
            not self.steps and not self.details and "purpose" not in self.fields and len(block.text) <= _LONGEST_PURPOSE
            and _WHAT_FOR.search(block.text) and deed(block.text) is None
        ):  # fmt: skip
            self.fields["purpose"] = block.text
            intake.end(block, "field", f"section:{self.id}.purpose")
        elif (
            len(block.text) <= 240
            and (found := deed(block.text)) is not None
            and (found.actor or found.when or not self.details)
        ):
            self.step(block, "")
        elif not self.steps and not self.details and "trigger" not in self.fields and client_acts(block.text):
            self.fields["trigger"] = block.text
            intake.end(block, "field", f"section:{self.id}.trigger")
        elif (
            len(re.findall(r"[^\W\d_]{2,}", block.text)) < 2
            and not block.cells
            and not signs.ANSWER_OF.match(block.text)
        ):
            intake.end(block, "not-understood", why=_SHORT)
        else:
            answer = signs.ANSWER_OF.match(block.text) if self.label is not None else None  # of the question above
            self.detail(block, answer[1] if answer else block.text)

    def step(self, block: Block, who: str) -> None:
        intake = self.intake
        if not self.steps and client_acts(block.text) and "trigger" not in self.fields:
            self.fields["trigger"] = block.text
            intake.end(block, "field", f"section:{self.id}.trigger")
            return
        found = deed(block.text)
        named = signs.ADDRESS.sub("", found.do if found else block.text)
        value: dict[str, YamlValue] = {"id": self.local.give("step", named, 4)}
        do, actor = (found.do.rstrip(" ;"), found.actor) if found else (block.text.rstrip(" ;"), "")
        role = who or (intake.role(actor) if actor else "")
        if role:
            value["who"] = role
        if (quoted := signs.QUOTED.match(do)) is not None and not re.search('[«»"“”]', quoted[1]):
            value["do"] = quoted[1]
            value["write" if signs.WRITES.search(quoted[1]) else "say"] = self.with_gaps(quoted[2], block)
        else:
            value["do"] = do
        bare = signs.ADDRESS.sub("", block.text).strip(" :—–-|•\t")
        links = ((_handed(block, bare), block.links[0][1]),) if _handed(block, bare) else block.links
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
            value["open"] = {"who": _WHO.to(intake.language, actor=actor)}
        self.steps.append(value)
        intake.end(block, "field", f"section:{self.id}/{value['id']}.do")
        if self.label is not None and not self.mode[1]:
            self.used(f"section:{self.id}.steps")

    def more(self, block: Block) -> None:
        """What is told of a step below it: a field by its name, else details."""
        last = self.steps[-1]
        key, text = labelled(Step, block.text) or ("how", "")
        declared = fields_by_key(Step)[key]
        limit = declared.reads.limit if isinstance(declared.reads, Text) else None
        if isinstance(declared.reads, Ref):
            text = self.intake.role(text) if key == "who" else ""
        if (
            not text
            or key in ("do", "how")
            or key in last
            or (limit and len(text) > limit)
            or isinstance(declared.reads, Many)
        ):
            key, text = "how", f"{last['how']}\n- {block.text}" if "how" in last else f"- {block.text}"
        last[key] = self.with_gaps(bare_words(text), block) if key in ("say", "write") else text
        self.intake.end(block, "field", f"section:{self.id}/{last['id']}.{key}")

    def said(self, block: Block) -> None:
        if not self.scripts:
            self.scripts.append((self.title, []))
        words = f"- {block.text}" if block.kind == "item" else block.text
        self.scripts[-1][1].append(self.with_gaps(words, block))
        self.intake.end(block, "field", f"section:{self.id}.scripts")
        self.used(f"section:{self.id}.scripts")

    def with_gaps(self, text: str, block: Block) -> str:
        """Words for a client with each gap as a placeholder, so that nobody sends «______»."""
        intake = self.intake

        def named(found: re.Match[str]) -> str:
            name = next((group for group in found.groups() if group), "").strip().lower()
            if not name:
                name = (
                    (_NAME if found[0] == "[имя]" else _GAP_NAME).to(intake.language)
                    if found[0] in ("[имя]",) or found[0][:1] != "["
                    else found[0][1:-1]
                )
            value: dict[str, YamlValue] = {"name": name, "open": {"example": _FILLED.to(intake.language, name=name)}}
            intake.draft("placeholder", name, value, block)
            return f"<{name[:1].upper() + name[1:] if found.start() == 0 else name}>"

        return signs.BLANK.sub(named, text)

    def detail(self, block: Block, text: str) -> None:
        title = self.mode[1] if self.mode[0] == "plain" and self.mode[1] else self.title
        if not self.details or self.details[-1][0] != title:
            self.details.append((title, []))
        self.details[-1][1].append(text)
        self.intake.end(block, "field", f"section:{self.id}.details")
        self.used(f"section:{self.id}.details")

    def rows(self, run: Sequence[Block]) -> None:
        width = max(len(block.cells) for block in run)
        if width == 1:
            self.items(run)
            return
        rest = [block for block in run if not self.address(block)] if any(block.links for block in run) else list(run)
        header = header_of(rest[0].cells) if rest else None
        if header is not None and header.kind in ("conflict", "term") and not header.unknown and len(rest) > 1:
            self.intake.end(rest[0], "dropped", why=_HEADER)
            for block in rest[1:]:
                row = {
                    name: block.cells[at] for at, name in header.columns if at < len(block.cells) and block.cells[at]
                }
                self.row(header.kind, row, block)
            return
        for number, block in enumerate(rest):
            cells = [
                " ".join(cell.replace("|", "/").split()) for cell in (*block.cells, *[""] * (width - len(block.cells)))
            ]
            text = "| " + " | ".join(cells) + " |"
            self.detail(block, text + ("\n|" + " --- |" * width if number == 0 else ""))

    def row(self, kind: str, row: Mapping[str, str], block: Block) -> None:
        """A row of objections with their answers, or of terms, that stands in the text."""
        intake = self.intake
        if kind == "conflict" and "says" in row:
            id = intake.names.give("conflict", row["says"], 5)
            value: dict[str, YamlValue] = {"id": id, "says": row["says"].strip('«»"“” ')}
            value.update(
                {
                    key: self.with_gaps(row[key], block) if key == "answer" else row[key]
                    for key in ("why", "answer", "follow_up")
                    if key in row
                }
            )
            asked = {key: question_for("conflict", key, intake.language) for key in ("why", "answer") if key not in row}
            self.conflicts.append({**value, "open": asked} if asked else value)
            intake.end(block, "field", f"conflict:{id}.says")
        elif kind == "term" and "term" in row and "means" in row:
            made = intake.draft("term", row["term"], {"term": row["term"], "means": row["means"]}, block)
            intake.end(block, "field", f"term:{made.id}.means")
            self.show("glossary")
        else:
            intake.end(block, "not-understood", why=_SHORT)

    def address(self, block: Block) -> bool:
        """A line with an address: the label and where it leads."""
        if not block.links or len(block.text) > 240 or self.mode[0] == "script":
            return False
        bare = signs.ADDRESS.sub("", block.text).strip(" :—–-|•\t")
        inside = all(0 < len(label) < len(block.text) * 0.6 for label, _ in block.links)
        if (inside or (block.ordered and _handed(block, bare))) and deed(block.text) is not None:
            return False  # «Дайте анкету»: a step that names a form
        made: Draft | None = None
        for label, target in block.links:
            if not signs.ADDRESS.fullmatch(target):
                continue
            title = (bare if len(block.links) == 1 and bare else label or bare or self.title).strip(" :—–-|")
            value: dict[str, YamlValue] = {
                "title": title,
                "kind": signs.resource_kind(title, target),
                "address": target,
            }
            if self.mode[0] == "plain" and self.mode[1]:
                value["when"] = self.mode[1]
            made = self.intake.draft("resource", title, value, block)
        if made is None:
            return False
        self.show("resources")
        self.intake.end(block, "field", f"resource:{made.id}.address")
        self.used(f"resource:{made.id}.when")
        return True

    def term(self, block: Block) -> bool:
        found = signs.TERM.match(block.text) or signs.ABBREVIATION.match(block.text)
        if not found or len(found[1].split()) > 6:
            return False
        word, means = re.sub(r"\s*\(.*?\)", "", found[1]).strip(' «»"'), found[2].strip()
        full = re.search(r"\(([^)]+)\)", found[1])
        text = f"{full[1]} — {means}" if full else means
        made = self.intake.draft("term", word, {"term": word, "means": text[:1].upper() + text[1:]}, block)
        if made.reused:
            self.intake.end(block, "dropped", why=_KNOWN.filled(name=made.name))
        else:
            self.intake.end(block, "field", f"term:{made.id}.means")
        self.show("glossary")
        return True

    def duty(self, block: Block) -> bool:
        """«Администратор раз в неделю проверяет …»: somebody's task and its rhythm."""
        found = signs.RHYTHM.search(block.text)
        known = deed(block.text) if found and len(block.text) <= 160 else None
        role = self.intake.role(known.actor) if known and known.actor else ""
        if found is None or known is None or not known.actor:
            return False
        title = block.text.rstrip(" .;")
        value: dict[str, YamlValue] = {"title": title, "every": found[0][:40]}
        if role:
            value = {"title": title, "who": [role], "every": found[0][:40]}
        else:
            value["open"] = {"who": _WHO.to(self.intake.language, actor=known.actor)}
        made = self.intake.draft("duty", title, value, block)
        self.show("duties")
        self.intake.end(block, "field", f"duty:{made.id}.title")
        return True

    def conflict(self, block: Block) -> bool:
        """What a client says, alone or with its answer in the same breath; several in one paragraph are several."""
        if signs.ANSWERED.match(block.text) or signs.NEXT_OBJECTION.search(block.text):
            told = [(signs.ANSWERED.match(part), part) for part in signs.NEXT_OBJECTION.split(block.text)]
            for found, part in told if any(found for found, _ in told) else ():
                if found:
                    self.said_by_client(found["quoted"] or found["bare"], block, bare_words(found["answer"]))
                else:
                    self.detail(block, part)
            if any(found for found, _ in told):
                return True
        found = signs.OBJECTION.match(block.text) or signs.CLIENT_SAYS.match(block.text)
        if not found or not (found[1][-1:] in "?!" or block.text[:1] not in '«"“'):
            return False
        self.said_by_client(found[1], block)
        return True

    def said_by_client(self, says: str, block: Block, answer: str = "") -> None:
        id = self.intake.names.give("conflict", says, 5)
        keys = ("why",) if answer else ("why", "answer")
        asked: dict[str, YamlValue] = {key: question_for("conflict", key, self.intake.language) for key in keys}
        told: dict[str, YamlValue] = {"answer": self.with_gaps(answer, block)} if answer else {}
        self.conflicts.append({"id": id, "says": says.strip(), **told, "open": asked})
        self.intake.end(block, "field", f"conflict:{id}.says")

    def of_conflict(self, key: str, text: str, block: Block) -> None:
        """What the document says further of the conflict above: why, what to answer, what one may decide."""
        last = self.conflicts[-1]
        known, had = last.pop("open", {}), last.get(key)
        asked = {name: one for name, one in known.items() if name != key} if isinstance(known, Mapping) else {}
        if isinstance(fields_by_key(Conflict)[key].reads, Many):
            last[key] = [*(had if isinstance(had, list) else ()), text]
        else:
            words = self.with_gaps(text, block) if key == "answer" else text
            last[key] = f"{had}\n{words}" if had else words
        if asked:
            last["open"] = asked
        self.intake.end(block, "field", f"conflict:{last['id']}.{key}")
        self.used(f"conflict:{last['id']}.{key}")

    def answer(self, block: Block) -> bool:
        """«Ответ: …», «Почему: …» below what a client says."""
        if not self.conflicts:
            return False
        answer = signs.ANSWER_OF.match(block.text)
        key, text = ("answer", answer[1]) if answer else labelled(Conflict, block.text) or ("", "")
        if not text or key in ("", "id", "says") or key in self.conflicts[-1]:
            return False
        self.of_conflict(key, bare_words(text), block)
        return True

    def of_section(self, block: Block) -> bool:
        """«Цель: …», «Результат: …»: a field of the section by its name."""
        key, text = labelled(Section, block.text) or ("", "")
        if key == "performer":
            roles = [self.intake.role(one) for one in re.split(r",|;| и ", text)]
            if all(roles) and roles:
                self.fields[key] = list(dict.fromkeys(roles))
            elif text:
                self.performer = _WHO.to(self.intake.language, actor=text)
                self.intake.end(block, "ask", why=_WHO.filled(actor=text))
                return True
        elif key in ("purpose", "trigger", "result") and text and key not in self.fields:
            self.fields[key] = text
        if key not in self.fields or (key != "performer" and self.fields[key] != text):
            return False
        self.intake.end(block, "field", f"section:{self.id}.{key}")
        return True

    # What comes of it

    def role_draft(
        self, title: str, value: Mapping[str, YamlValue] | None = None, block: Block | None = None
    ) -> Draft | None:
        """The role called so; None for the client, who needs none."""
        title = title.strip(" .:;")
        if title.lower() in _CLIENT:
            return None
        known = self.intake.role(title)
        drafted = next((one for one in self.intake.drafts if one.kind == "role" and one.id == known), None)
        if drafted:
            return drafted
        bare = re.sub(r"\s*\([^)]*\)", "", title).strip()
        more: dict[str, YamlValue] = (
            {"summary": title[len(bare) :].strip(" ()")} if "(" in title and title.startswith(bare) else {}
        )
        where = block or self.passage.heading
        if where is None:
            return None
        self.show("roles")
        return self.intake.draft("role", bare, {"title": bare, **(value or {}), **more}, where)

    def party(self, words: str) -> str:
        """To whom something is promised: a role of this name, else the words as they stand."""
        name = words.strip(" :.").lower()
        if name in _CLIENT or name.startswith("клиент"):
            return "client"
        return self.intake.role(name) or name

    def show(self, table: str) -> None:
        if table not in self.shows:
            self.shows.append(table)

    def value(self) -> dict[str, YamlValue] | None:
        """The section as it is to be written; None where all of it stands elsewhere and nothing shows it."""
        language = self.intake.language
        looked_up = not self.steps and not self.conflicts and not any(words for _, words in self.scripts)
        value: dict[str, YamlValue] = {"section": self.id, "title": self.title, "status": "draft"}
        if looked_up:
            value["kind"] = "reference"
        asked: dict[str, YamlValue] = {}
        for key in (
            () if looked_up else ("performer", "purpose", "trigger", "result", *(("steps",) if not self.steps else ()))
        ):
            if key in self.fields:
                value[key] = self.fields[key]
            else:
                asked[key] = (key == "performer" and self.performer) or question_for("section", key, language)
        if looked_up:
            value.update(self.fields)
        performers = list(dict.fromkeys(str(one["who"]) for one in self.steps if "who" in one))
        if performers and all("who" in one for one in self.steps):
            value["performer"] = performers
            asked.pop("performer", None)
        if self.steps:
            value["steps"] = self.steps
        scripts = [
            {"id": self.local.give("script", title, 4), "title": title, "variants": [{"text": "\n".join(words)}]}
            for title, words in self.scripts if words
        ]  # fmt: skip
        details = [
            {"id": self.local.give("detail", title, 4), "title": title, "text": _paragraphs(texts)}
            for title, texts in self.details
        ]
        for key, things in (
            ("scripts", scripts),
            ("conflicts", self.conflicts),
            ("never", self.never),
            ("details", details),
        ):
            if things:
                value[key] = things  # type: ignore[assignment]
        if self.shows:
            value["shows"] = self.shows
        if len(value) <= 4 and looked_up and not self.fields and not self.shows:
            return None
        return {**value, "open": asked} if asked else value


_CLIENT = ("клиент", "клиенту", "клиенты", "client", "the client")


def _opens_list(block: Block, after: Block | None) -> bool:
    """Whether an item is the heading of a list: «3.3. Запрещается:» and what is forbidden below it."""
    known = (signs.PROMISE, signs.CUSTOMER, signs.SUPPLIER, signs.FORBIDDEN)
    below = after is not None and after.kind == "item" and (after.level > block.level or after.ordered < block.ordered)
    return block.kind == "item" and below and block.text.endswith(":") and any(one.match(block.text) for one in known)


def _of_client(text: str) -> bool:
    return text.lower().startswith(_CLIENT[0]) or signs.ANSWERED.match(text) is not None


def bare_words(text: str) -> str:
    """Words without the quotation marks around all of them."""
    found = re.fullmatch(r"[«\"“„]([^«»\"“”„]*)[»\"”“]\.?", text.strip(), re.DOTALL)
    return found[1] if found else text


def fields_by_key(item: type) -> Mapping[str, Spec]:
    """The fields of a record by their keys."""
    return {one.key: one for one in specs(item).values()}


def _handed(block: Block, bare: str) -> str:
    """What is named behind the verb of a line that ends in its address: «Заполните бланк заказа: https://…»."""
    verb, _, named = bare.partition(" ")
    one = len(block.links) == 1 and not block.links[0][0] and block.text.rstrip(" .").endswith(block.links[0][1])
    return named if one and named and deed(verb) is not None and len(named.split()) <= 6 else ""


def _deeds(run: Sequence[Block]) -> bool:
    """Whether a list tells what to do: most of its items are deeds, of a numbered one a third."""
    found = sum(deed(block.text) is not None for block in run)
    return found * (3 if any(block.ordered for block in run) else 2) >= len(run) and found > 0


def question_for(kind: str, key: str, language: str) -> str:
    """The question for a field that waits, as `cjm new` asks it."""
    declared = next(one for one in specs(KINDS[kind].item).values() if one.key == key)
    return declared.means.to("ru" if language == "ru" else "en").partition(";")[0] + "?"


def _paragraphs(texts: Sequence[str]) -> str:
    """Paragraphs with an empty line between, lists and tables without."""
    made = ""
    for before, text in zip(("", *texts), texts, strict=False):
        together = (before.lstrip()[:1] == "-" and text.lstrip()[:1] == "-") or (before[:1] == "|" and text[:1] == "|")
        made += ("" if not before else "\n" if together else "\n\n") + text
    return made
