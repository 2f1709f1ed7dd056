"""A table in, the plan of what is to come of its rows out: touchpoints, conflicts, questions, terms, forms, duties."""

import re
from collections.abc import Collection, Mapping

from cjm.edit import YamlValue
from cjm.intake import signs
from cjm.intake.block import Block, Document
from cjm.intake.columns import Header, header_of
from cjm.intake.masks import named_after
from cjm.intake.plan import Draft, IntakePlan
from cjm.intake.questions import question_for
from cjm.intake.under_way import Intake
from cjm.language.durations import seconds
from cjm.language.says import Says
from cjm.model import Handbook

_ABOVE = Says("строка над таблицей", "a line above the table")
_HEADER = Says("заголовки столбцов", "heads of the columns")
_NO_PLACE = Says("для столбцов нет места: {columns}", "there is no place for the columns: {columns}")
_LARGE = Says(
    "строки таблицы, для которых нет вида: назовите столбцы («Точка касания», «Что говорит клиент», «Вопрос»)",
    "rows of no kind that is known: name the columns",
)
_NOTHING = Says("в строке нет главного: «{field}»", "the row lacks what matters: {field}")
_CHANNEL = Says("«{channel}» — какой это канал?", '"{channel}": which channel is it?')
_ROLE = Says("«{role}» — какая это роль?", '"{role}": which role is it?')
_STAGE = Says("Этап", "Stage")
_FIRST_ROWS = 10
_MOST_ROWS = 60
_WIDEST = 8


def plan_of_rows(document: Document, handbook: Handbook, mine: Collection[str] = ()) -> IntakePlan:
    """What is to come of a table."""
    work = Intake(document, handbook, mine)
    blocks = [one for one in work.blocks if one.kind != "scrap"]
    at, header = next(
        ((at, found) for at, one in enumerate(blocks[:_FIRST_ROWS]) if (found := header_of(one.cells))), (-1, None)
    )
    title = named_after(document.name)
    if header is None:
        _unnamed(work, blocks, title)
    else:
        for one in blocks[:at]:
            work.end(one, "dropped", why=_ABOVE)
        lost = header.unknown
        work.end(
            blocks[at],
            "not-understood" if lost else "dropped",
            why=_NO_PLACE.filled(columns=", ".join(lost)) if lost else _HEADER,
        )
        _Rows(work, header, title).read(blocks[at + 1 :])
    return work.planned("table")


# Private functions


class _Rows:
    def __init__(self, work: Intake, header: Header, title: str) -> None:
        self.work, self.header, self.title = work, header, title[:1].upper() + title[1:]
        self.journeys: dict[str, dict[str, list[dict[str, YamlValue]]]] = {}
        self.inside: dict[
            str, tuple[str, list[dict[str, YamlValue]]]
        ] = {}  # id of a section and what is in it, by title
        self.stage = self.journey = ""

    def read(self, blocks: list[Block]) -> None:
        kind = self.header.kind
        for block in blocks:
            row: dict[str, str] = {}
            options = []
            for number, name in self.header.columns:
                cell = block.cells[number] if number < len(block.cells) else ""
                if name == "option" and cell:
                    options.append(cell)
                elif cell:
                    row[name] = cell
            getattr(self, f"as_{kind}")(block, row, options)
        self.finish()

    def put(self, row: Mapping[str, str], value: dict[str, YamlValue]) -> str:
        """Write what stands in a section into the one that the row names, else into that of the table; the id of it."""
        title = row.get("section", self.title)
        if title not in self.inside:
            self.inside[title] = (self.work.names.give("section", title), [])
        self.inside[title][1].append(value)
        return self.inside[title][0]

    def lacks(self, block: Block, row: Mapping[str, str], name: str) -> bool:
        if name in row:
            return False
        self.work.end(block, "not-understood", why=_NOTHING.filled(field=name))
        return True

    def as_touchpoint(self, block: Block, row: dict[str, str], options: list[str]) -> None:
        language = self.work.language
        self.stage, self.journey = (
            row.get("stage", self.stage),
            row.get("journey", self.journey),
        )  # merged cells are filled once
        if self.lacks(block, row, "title"):
            return
        journey = self.journey or self.title
        stages = self.journeys.setdefault(journey, {})
        points = stages.setdefault(self.stage or _STAGE.to(language), [])
        point: dict[str, YamlValue] = {"id": self.work.names.give("touchpoint", row["title"], 5), "title": row["title"]}
        asked: dict[str, YamlValue] = {}
        if "client" in row:
            point["client"] = row["client"]
        contact = {"человек": "person", "продукт": "product", "person": "person", "product": "product"}.get(
            row.get("contact", "").lower()
        )
        if contact:
            point["contact"] = contact
        else:
            asked["contact"] = question_for("touchpoint", "contact", language)
        channel = next(
            (
                one.id
                for one in self.work.handbook.outline.channels
                if row.get("channel", "").lower() in (one.title.lower(), one.id)
            ),
            "",
        )
        if channel:
            point["channel"] = channel
        else:
            word = row.get("channel", "")
            asked["channel"] = (
                _CHANNEL.to(language, channel=word) if word else question_for("touchpoint", "channel", language)
            )
        if "role" in row:
            role = row["role"] if row["role"] in self.work.handbook.role else self.work.role(row["role"])
            if role:
                point["role"] = role
            else:
                asked["role"] = _ROLE.to(language, role=row["role"])
        for key in ("backstage", "meanwhile"):
            if key in row:
                point[key] = row[key]
        if "wait" in row:
            if seconds(row["wait"]) is not None:
                point["wait"] = row["wait"]
            else:
                asked["wait"] = f"{row['wait']}?"
        if "emotion" in row:
            number = row["emotion"].replace("−", "-").replace("+", "")
            if re.fullmatch(r"-?[0-2]", number):
                point["emotion"] = number
            else:
                asked["emotion"] = f"{row['emotion']}: −2…+2?"
        if "pains" in row:
            point["pains"] = [
                {"pain": one.strip(" -•—;")} for one in re.split(r"\n|;", row["pains"]) if one.strip(" -•—;")
            ]
        if not any(stages.values()):
            point["entry"] = "true"
        if asked:
            point["open"] = asked
        points.append(point)
        self.work.end(block, "field", f"touchpoint:{point['id']}")

    def as_conflict(self, block: Block, row: dict[str, str], options: list[str]) -> None:
        if self.lacks(block, row, "says"):
            return
        value: dict[str, YamlValue] = {
            "id": self.work.names.give("conflict", row["says"], 5),
            "says": row["says"].strip('«»"“” '),
        }
        value.update({key: row[key] for key in ("why", "answer", "follow_up") if key in row})
        asked = {key: question_for("conflict", key, self.work.language) for key in ("why", "answer") if key not in row}
        self.put(row, {**value, "open": asked} if asked else value)
        self.work.end(block, "field", f"conflict:{value['id']}.says")

    def as_question(self, block: Block, row: dict[str, str], options: list[str]) -> None:
        if self.lacks(block, row, "ask") or self.lacks(block, row, "right"):
            return
        right: dict[str, YamlValue] = {"text": row["right"], "right": "true"}
        if "because" in row:
            right["because"] = row["because"]
        id = self.work.names.give("question", row["ask"], 5)
        wrong: list[dict[str, YamlValue]] = [{"text": one} for one in options if one != row["right"]]
        self.put(row, {"id": id, "ask": row["ask"], "use": "practice", "options": [right, *wrong]})
        self.work.end(block, "field", f"question:{id}.ask")

    def as_faq(self, block: Block, row: dict[str, str], options: list[str]) -> None:
        if self.lacks(block, row, "ask") or self.lacks(block, row, "answer"):
            return
        id = self.work.names.give("detail", row["ask"], 5)
        section = self.put(row, {"id": id, "title": row["ask"], "text": row["answer"]})
        self.work.end(block, "field", f"section:{section}.details")

    def as_term(self, block: Block, row: dict[str, str], options: list[str]) -> None:
        if not (self.lacks(block, row, "term") or self.lacks(block, row, "means")):
            self.as_own("term", row["term"], {"term": row["term"], "means": row["means"]}, block)

    def as_resource(self, block: Block, row: dict[str, str], options: list[str]) -> None:
        if self.lacks(block, row, "title"):
            return
        found = signs.ADDRESS.search(row.get("address", ""))
        value: dict[str, YamlValue] = {
            "title": row["title"],
            "kind": signs.resource_kind(row["title"], row.get("address", "")),
        }
        if found:
            value["address"] = found[0]
        if "what" in row:
            value["what"] = row["what"]
        self.as_own("resource", row["title"], value, block)

    def as_duty(self, block: Block, row: dict[str, str], options: list[str]) -> None:
        if self.lacks(block, row, "title"):
            return
        value: dict[str, YamlValue] = {"title": row["title"]}
        role = self.work.role(row.get("who", ""))
        if role:
            value["who"] = [role]
        if "every" in row:
            value["every"] = row["every"]
        if not role:
            word = row.get("who", "")
            value["open"] = {
                "who": _ROLE.to(self.work.language, role=word)
                if word
                else question_for("duty", "who", self.work.language)
            }
        self.as_own("duty", row["title"], value, block)

    def as_own(self, kind: str, title: str, value: Mapping[str, YamlValue], block: Block) -> None:
        made = self.work.draft(kind, title, value, block)
        self.work.end(block, "field", made.name)

    def finish(self) -> None:
        work = self.work
        for title, (section, inside) in self.inside.items():
            key = {"conflict": "conflicts", "question": "questions", "faq": "details"}[self.header.kind]
            value: dict[str, YamlValue] = {"section": section, "title": title, "status": "draft"}
            if key == "conflicts":
                value[key] = inside
                value["open"] = {
                    name: question_for("section", name, work.language)
                    for name in ("performer", "purpose", "trigger", "steps", "result")
                }
            else:
                value |= {"kind": "reference", key: inside}
            work.drafts.append(Draft("section", section, title, value, (), work.part(self.title)))
        for title, stages in self.journeys.items():
            id = work.names.give("journey", title)
            last = [one for points in stages.values() for one in points][-1]
            known = last.get("open", {})
            ends = question_for("touchpoint", "outcome", work.language)
            last["open"] = {**(known if isinstance(known, Mapping) else {}), "outcome": ends}
            legs: list[YamlValue] = [
                {"stage": work.names.give(f"stage of {id}", stage), "title": stage, "touchpoints": points} for stage, points in stages.items()
            ]  # fmt: skip
            work.drafts.append(Draft("journey", id, title, {"journey": id, "title": title, "stages": legs}))


def _unnamed(work: Intake, blocks: list[Block], title: str) -> None:
    """A table of no known kind: small, it is a page to look things up in."""
    width = max((len(one.cells) for one in blocks), default=0)
    longest = max((len(cell) for one in blocks for cell in one.cells), default=0)
    if len(blocks) < 2 or len(blocks) > _MOST_ROWS or not 2 <= width <= _WIDEST or longest > 400:
        for one in blocks:
            work.end(one, "not-understood", why=_LARGE)
        return
    id = work.names.give("section", title)
    lines = []
    for number, one in enumerate(blocks):
        cells = [" ".join(cell.replace("|", "/").split()) for cell in (*one.cells, *[""] * (width - len(one.cells)))]
        lines.append("| " + " | ".join(cells) + " |")
        if number == 0:
            lines.append("|" + " --- |" * width)
        work.end(one, "field", f"section:{id}.details")
    named = title[:1].upper() + title[1:]
    detail: dict[str, YamlValue] = {"id": work.names.give("detail", title, 4), "title": named, "text": "\n".join(lines)}
    value: dict[str, YamlValue] = {
        "section": id,
        "title": named,
        "status": "draft",
        "kind": "reference",
        "details": [detail],
    }
    work.drafts.append(Draft("section", id, named, value, (), work.part(named)))
