"""A Handbook in, a Word file of it out, for people who read and comment in Word; each paragraph knows its field."""

import datetime as dt
from collections.abc import Iterator, Sequence

from cjm import diagram
from cjm.diagram.raster import as_png
from cjm.language.dates import in_figures
from cjm.language.says import Language, Says
from cjm.model import Conflict, Handbook, Item, Journey, Question, Script, Section, Step, Written
from cjm.model.fields import specs
from cjm.model.kind import Kind
from cjm.model.shared import SHARED
from cjm.view import fields, heading
from cjm.word.bookmarks import bookmark, elements, tag_of
from cjm.word.docx_writer import MARKS, NEVER, SPEECH, Paper, Run, Tied
from cjm.word.prose import Prose
from cjm.wording import label
from cjm.wording.titles import numbered, role_title
from cjm.workspace.standards import standards

_CONTENTS = Says("Содержание", "Contents")
_EDITION = Says("Редакция от {day}", "Edition of {day}")
_HOW = Says(
    "Правьте с включёнными исправлениями (Рецензирование → Исправления) и оставляйте примечания. Сохраните файл и верните его: "
    "cjm comments соберёт всё по разделам и полям.",
    "Edit with changes tracked (Review → Track Changes) and leave comments. Save the file and send it back: cjm comments gathers "
    "everything by section and field.",
)
_STEP = Says("шаг {number}", "step {number}")
_MAPS, _OTHERS = Says("Карты пути клиента", "Journey maps"), Says("Без части", "Without a part")
_HEADS = {
    "steps": Says("Что делать", "What to do"), "conflicts": Says("Если клиент говорит", "If the client says"),
    "scripts": Says("Скрипты", "Scripts"), "never": Says("Чего не делать и не говорить", "What never to do or say"),
    "details": Says("Справка", "Reference"), "questions": Says("Проверьте себя", "Check yourself"),
}  # fmt: skip
_LEADS = {
    "purpose": Says("Для чего:", "What for:"), "trigger": Says("Когда:", "When:"), "result": Says("Готово, когда:", "Done when:"),
    "who": Says("кто:", "who:"), "within": Says("срок:", "within:"), "when": Says("условие:", "condition:"),
    "say": Says("Сказать:", "Say:"), "write": Says("Написать:", "Write:"), "script": Says("Скрипт:", "Script:"),
    "done_when": Says("Шаг сделан, когда:", "Step done when:"), "why": Says("Почему так говорит:", "Why he says it:"),
    "answer": Says("Ответить:", "Answer:"), "alone": Says("Решает сам(а):", "Decides alone:"), "pass_on": Says("Передать:", "Pass on:"),
    "follow_up": Says("Потом:", "Afterwards:"), "never": Says("Никогда:", "Never:"), "instead": Says("Вместо этого:", "Instead:"),
    "performer": Says("Выполняет:", "Performed by:"), "owner": Says("Отвечает за раздел:", "Owner:"),
}  # fmt: skip
_PIXELS = 150.0  # to the inch: the file stays small enough to be mailed


def word(handbook: Handbook, day: dt.date) -> bytes:
    """The whole handbook without its retired sections: the same bytes for the same content and day."""
    return _Writer(handbook).written(day)


# Private functions


class _Writer:
    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._language: Language = handbook.outline.language
        self._paper = Paper(self._language)
        self._chapters = tuple(_chapters(handbook))
        kept = {f"section:{section.id}" for _, sections in self._chapters for section in sections}
        self._prose = Prose(self._paper, handbook, kept)

    def written(self, day: dt.date) -> bytes:
        outline, paper = self._handbook.outline, self._paper
        paper.paragraph("Title", self._prose.label("", outline.title))
        paper.paragraph("Subtitle", self._prose.label("", outline.organisation or outline.description))
        paper.paragraph(MARKS, self._own(_EDITION.to(self._language, day=in_figures(day, self._language))))
        paper.paragraph("Normal", self._own(_HOW.to(self._language)))
        paper.new_page()
        paper.contents(_CONTENTS.to(self._language), list(self._entries()))
        for title, sections in self._chapters:
            paper.new_page()
            paper.paragraph("Heading 1", self._own(title))
            for section in sections:
                self._section(section)
        for kind in self._shared():
            paper.paragraph("Heading 1", self._own(kind.title.to(self._language)), keep=True)
            for item in self._handbook.shared[kind.name]:
                self._item(item, kind)
        self._maps()
        author = outline.organisation or "cjm"
        return paper.packed(title=outline.title, author=author, day=day, about=f"cjm {outline.id} {day.isoformat()}")

    def _entries(self) -> Iterator[tuple[int, str, str]]:
        for title, sections in self._chapters:
            yield 1, title, ""
            for section in sections:
                yield 2, self._numbered(section), bookmark(f"{tag_of(section)}/title")
        for kind in self._shared():
            yield 1, kind.title.to(self._language), ""
        if self._handbook.journeys:
            yield 1, _MAPS.to(self._language), ""

    def _shared(self) -> list[Kind]:
        return [kind for kind in SHARED if kind.chapter and self._handbook.shared.get(kind.name)]

    def _section(self, section: Section) -> None:
        tag = tag_of(section)
        self._paper.paragraph("Heading 2", self._prose.label(f"{tag}/title", self._numbered(section)))
        for key in ("purpose", "trigger"):
            self._prose.prose(f"{tag}/{key}", getattr(section, key), lead=self._lead(key))
        if section.performer:
            roles = ", ".join(self._role(role) for role in section.performer)
            self._paper.paragraph(MARKS, self._prose.label(f"{tag}/performer", roles), lead=self._lead("performer"))
        self._each(section, "steps", self._step)
        self._prose.prose(f"{tag}/result", section.result, lead=self._lead("result"))
        self._each(section, "conflicts", self._conflict)
        self._each(section, "scripts", self._script)
        self._each(section, "never", self._never)
        self._each(section, "details", self._detail)
        self._each(section, "questions", self._question)
        if section.owner:
            self._paper.paragraph(
                MARKS, self._prose.label(f"{tag}/owner", self._role(section.owner)), lead=self._lead("owner")
            )

    def _each(self, section: Section, key: str, write: object) -> None:
        made = list(elements(tag_of(section), key, getattr(section, key)))
        if key == "questions":  # those of the exam are not handed round
            made = [(tag, one) for tag, one in made if one in section.practice]
        if made and callable(write):
            self._paper.paragraph("Heading 3", self._own(_HEADS[key].to(self._language)), keep=True)
            for number, (tag, one) in enumerate(made, start=1):
                write(tag, one, number)

    def _step(self, tag: str, step: Step, number: int) -> None:
        self._prose.prose(f"{tag}/do", step.do, lead=f"{number}.")
        marks: list[Tied] = []
        for key, value in (("who", self._role(step.who)), ("within", step.within), ("when", step.when)):
            if value:
                marks += [
                    self._own(f"{' · ' if marks else ''}{self._lead(key)} "),
                    self._prose.label(f"{tag}/{key}", value),
                ]
        if marks:
            self._paper.paragraph(MARKS, *marks)
        self._prose.prose(f"{tag}/how", step.how)
        for key in ("say", "write"):
            self._prose.said(f"{tag}/{key}", getattr(step, key), SPEECH, self._lead(key))
        section = self._handbook.section[tag.partition(":")[2].partition("/")[0]]
        if step.script:
            titles = {script.id: script.title for script in section.scripts}
            told = self._prose.label(f"{tag}/script", titles.get(step.script, step.script))
            self._paper.paragraph(MARKS, told, lead=self._lead("script"))
        for inner, choice in elements(tag, "next", step.next):
            to = self._prose.label(f"{inner}/to", self._target(getattr(choice, "to", ""), section))
            self._paper.paragraph(
                "List Bullet", self._prose.label(f"{inner}/when", getattr(choice, "when", "")), self._own(" → "), to
            )
        self._prose.prose(f"{tag}/done_when", step.done_when, lead=self._lead("done_when"))

    def _conflict(self, tag: str, conflict: Conflict, number: int) -> None:
        self._paper.paragraph("Heading 4", self._prose.label(f"{tag}/says", conflict.says))
        self._prose.prose(f"{tag}/why", conflict.why, lead=self._lead("why"))
        self._prose.said(f"{tag}/answer", conflict.answer, SPEECH, self._lead("answer"))
        for place, limit in enumerate(conflict.alone, start=1):
            self._prose.prose(f"{tag}/alone/{place}", limit, lead=self._lead("alone"))
        if conflict.pass_on is not None:
            passed, inner = conflict.pass_on, f"{tag}/pass_on"
            told = [self._prose.label(f"{inner}/to", self._role(passed.to))]
            for key in ("when", "how", "within"):
                if getattr(passed, key):
                    told += [self._own(" · "), self._prose.line(f"{inner}/{key}", getattr(passed, key))]
            self._paper.paragraph("Normal", *told, lead=self._lead("pass_on"))
        self._prose.prose(f"{tag}/follow_up", conflict.follow_up, lead=self._lead("follow_up"))

    def _script(self, tag: str, script: Script, number: int) -> None:
        self._paper.paragraph("Heading 4", self._prose.label(f"{tag}/title", script.title))
        titles = {channel.id: channel.title for channel in self._handbook.outline.channels}
        for inner, variant in elements(tag, "variants", script.variants):
            channels = ", ".join(titles.get(channel, channel) for channel in getattr(variant, "channel", ()))
            if channels:
                self._paper.paragraph(MARKS, self._prose.label(f"{inner}/channel", channels), keep=True)
            self._prose.said(f"{inner}/text", getattr(variant, "text", ""), SPEECH)

    def _never(self, tag: str, never: Written, number: int) -> None:
        lead = self._lead("never")
        for key in ("say", "do"):
            if getattr(never, key):
                self._paper.paragraph(NEVER, self._prose.line(f"{tag}/{key}", getattr(never, key)), lead=lead)
        self._prose.prose(f"{tag}/instead", getattr(never, "instead", ""), lead=self._lead("instead"))

    def _detail(self, tag: str, detail: Written, number: int) -> None:
        self._paper.paragraph("Heading 4", self._prose.label(f"{tag}/title", getattr(detail, "title", "")))
        self._prose.prose(f"{tag}/text", getattr(detail, "text", ""))

    def _question(self, tag: str, question: Question, number: int) -> None:
        self._prose.prose(f"{tag}/ask", question.ask, lead=f"{number}.")
        for inner, option in elements(tag, "options", question.options):
            said = [self._prose.label(f"{inner}/text", getattr(option, "text", ""))]
            if getattr(option, "because", ""):
                said += [self._own(" — "), self._prose.line(f"{inner}/because", getattr(option, "because", ""))]
            sign = "✓" if getattr(option, "right", False) else "–"
            self._paper.paragraph("List 2", *said, lead=sign)

    def _item(self, item: Item, kind: Kind) -> None:
        """A shared thing: its title, then what else was written of it, each field with what it means."""
        tag = tag_of(item)
        self._paper.paragraph(
            "Heading 4", self._prose.line(f"{tag}/{specs(kind.item)[kind.known_by].key}", heading(item))
        )
        for field in fields(item, self._handbook):
            name, lead = f"{tag}/{field.key}", f"{field.label}:"
            if field.several and field.values[0].style in ("label", "prose"):
                self._paper.paragraph("Normal", lead=lead, keep=True)
                for number, value in enumerate(field.values, start=1):
                    self._paper.paragraph("List Bullet", self._prose.line(f"{name}/{number}", value.text))
            elif field.values[0].style == "said":
                self._prose.said(name, field.values[0].text, SPEECH, lead)
            elif field.values[0].style == "prose":
                self._prose.prose(name, field.values[0].text, lead=lead)
            else:
                told = ", ".join(value.to if value.style == "address" else value.text for value in field.values)
                self._paper.paragraph("Normal", self._prose.label(name, told), lead=lead)

    def _maps(self) -> None:
        for number, journey in enumerate(self._handbook.journeys):
            tag = tag_of(journey)
            for place, svg in enumerate(self._bands(journey)):
                self._paper.turn(wide=True)
                if not number and not place:
                    self._paper.paragraph("Heading 1", self._own(_MAPS.to(self._language)), keep=True)
                if not place:
                    self._paper.paragraph("Heading 2", self._prose.label(f"{tag}/title", journey.title), keep=True)
                self._paper.picture(as_png(svg, _PIXELS), (svg.width, svg.height), svg.alt, tag)

    def _bands(self, journey: Journey) -> Sequence[diagram.Svg]:
        return diagram.bands(journey, self._handbook, standards(self._handbook)) if journey.touchpoints else ()

    def _numbered(self, section: Section) -> str:
        return numbered(section.id, section.title, self._handbook)

    def _role(self, id: str) -> str:
        return label(role_title(id, self._handbook), self._handbook)

    def _target(self, to: str, section: Section) -> str:
        """Where a choice leads, in words."""
        for number, step in enumerate(section.steps, start=1):
            if to == step.id:
                return _STEP.to(self._language, number=number)
        other = self._handbook.section.get(to.removeprefix("section:").partition("/")[0])
        return self._numbered(other) if other else to

    def _lead(self, key: str) -> str:
        return _LEADS[key].to(self._language)

    def _own(self, text: str) -> Tied:
        return Tied("", (Run(text),))


def _chapters(handbook: Handbook) -> Iterator[tuple[str, Sequence[Section]]]:
    kept = [section for section in handbook.sections if section.status != "retired"]
    for part in handbook.outline.parts:
        ids = {entry.id for entry in part.sections}
        if inside := [section for section in kept if section.id in ids]:
            yield label(part.title, handbook), inside
    if outside := [section for section in kept if section.id not in handbook.number]:
        yield _OTHERS.to(handbook.outline.language), outside
