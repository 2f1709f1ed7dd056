"""The parts of a section gathered one by one in, the section as it is to be written out."""

import re
from collections.abc import Mapping, Sequence

from cjm.edit import YamlValue
from cjm.intake import signs
from cjm.intake.block import Block
from cjm.intake.names import GivenIds
from cjm.intake.outline import Passage, title_of
from cjm.intake.plan import Draft
from cjm.intake.questions import question_for
from cjm.intake.under_way import Intake
from cjm.language.says import Says

ALONE = Says("под этой строкой ничего нет", "nothing stands below this line")
_CAPTION = Says("подзаголовок: шаги под ним стоят в разделе", "a caption: the steps below it stand in the section")
_FILLED = Says("Что вписать на место <{name}>? Например?", "What is put in the place of <{name}>? An example?")
_GAP_NAME = Says("что вписать", "what to fill in")
_NAME = Says("имя", "name")
_CLIENT = ("клиент", "клиенту", "клиенты", "client", "the client")


class DraftedSection:
    """What is known so far of the section that a passage becomes, and where the reader of the passage stands."""

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

    def used(self, where: str) -> None:
        """The label has found what it is the label of."""
        if self.label is not None:
            self.intake.end(self.label, "field", where)
            self.label = None

    def unused_label(self) -> None:
        if self.label is not None:
            done = bool(self.steps) or self.mode[0] != "plain"
            self.intake.end(self.label, "dropped" if done else "not-understood", why=_CAPTION if done else ALONE)
        self.label = None

    def show(self, table: str) -> None:
        if table not in self.shows:
            self.shows.append(table)

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


def _paragraphs(texts: Sequence[str]) -> str:
    """Paragraphs with an empty line between, lists and tables without."""
    made = ""
    for before, text in zip(("", *texts), texts, strict=False):
        together = (before.lstrip()[:1] == "-" and text.lstrip()[:1] == "-") or (before[:1] == "|" and text[:1] == "|")
        made += ("" if not before else "\n" if together else "\n\n") + text
    return made
