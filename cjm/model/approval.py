"""Who decided what of which content when, and what they had seen of the history before: one record is one file."""

import datetime as dt

from cjm.model.fields import HOUSEKEEPING, Day, Many, OneOf, Pairs, Record, Text, Whole, Yes, spec
from cjm.model.frozen import frozen
from cjm.model.item import Written


@frozen
class Minor(Written):
    """A change that is no reason to read a section again: wording, a misprint."""

    before: str = spec(Text("label"), HOUSEKEEPING, "Отпечаток до правки", "Digest before the change", "n1:…", required=True, key="from")
    after: str = spec(Text("label"), HOUSEKEEPING, "Отпечаток после правки", "Digest after the change", "n1:…", required=True, key="to")
    reason: str = spec(Text("label"), HOUSEKEEPING, "Почему смысл не изменился", "Why the meaning is the same", ("Исправлена опечатка", "A misprint mended"), required=True)


@frozen
class Approved(Written):
    """One section in a record of an earlier program. `digest` knows some of its fields, `text` names the file that keeps it."""

    section: str = spec(Text("label"), HOUSEKEEPING, "Имя раздела в тот день", "Id of the section on that day", "reschedule", required=True)
    digest: str = spec(Text("label"), HOUSEKEEPING, "Отпечаток утверждённого", "Digest of what was approved", "n1:…", required=True)
    text: str = spec(Text("label"), HOUSEKEEPING, "Файл в guideline/approvals/texts", "File in guideline/approvals/texts", "7c3e91af…", required=True)
    rests: tuple[tuple[str, str], ...] = spec(
        Pairs(Text("label")), HOUSEKEEPING, "Отпечатки того, на чём раздел держится", "Digests of what the section rests on", "{\"fact:move-limit\": n1:…}"
    )
    minor: Minor | None = spec(Record(Minor), HOUSEKEEPING, "Правка, после которой перечитывать не нужно", "A change after which nobody must read again", "{from: …, to: …, reason: …}")


@frozen
class Laid(Written):
    """One item as it was approved: something that prints and has a digest of its own, such as a section or a fact."""

    item: str = spec(Text("label"), HOUSEKEEPING, "Что: вид:имя, outline, people, search, look:файл", "What: kind:id, outline, people, search, look:file", "section:reschedule", required=True)
    digest: str = spec(Text("label"), HOUSEKEEPING, "Отпечаток всего, что в нём видно", "Digest of all that is seen of it", "n2:…", required=True)
    binds: str = spec(Text("label"), HOUSEKEEPING, "Отпечаток того, что в нём обязывает", "Digest of what is binding in it", "n2:…")
    text: str = spec(Text("label"), HOUSEKEEPING, "Файл в guideline/approvals/texts", "File in guideline/approvals/texts", "7c3e91af…", required=True)
    rests: tuple[tuple[str, str], ...] = spec(
        Pairs(Text("label")), HOUSEKEEPING, "Отпечатки того, на чём это держится", "Digests of what it rests on", "{\"fact:move-limit\": n2:…}"
    )
    uses: tuple[tuple[str, str], ...] = spec(
        Pairs(Text("label")), HOUSEKEEPING, "Отпечатки того, что держится на этом и прочитано вместе с ним", "Digests of what rests on it and was read with it", "{\"section:reschedule\": n2:…}"
    )
    minor: bool = spec(Yes(), HOUSEKEEPING, "Изменились только знаки", "Only marks differ", "true")


@frozen
class Saw(Written):
    """A record that was the last of the history when this one was made."""

    approval: str = spec(Text("label"), HOUSEKEEPING, "Имя записи", "Id of the record", "2026-10-01-marina-sokolova-20d4b6e8", required=True)
    digest: str = spec(Text("label"), HOUSEKEEPING, "Её отпечаток", "Its digest", "n1:…", required=True)


@frozen
class Approval(Written):
    """An approval as `cjm approve` writes it. Names are kept as they were: people leave, sections are renamed."""

    id: str = spec(Text("label"), HOUSEKEEPING, "Имя записи, как у файла", "Id of the record, as its file", "2026-11-22-marina-sokolova-7c3e91af", required=True, key="approval")
    by: str = spec(Text("label"), HOUSEKEEPING, "Кто утвердил: имя из people", "Who approved: an id of people", "marina-sokolova", required=True)
    name: str = spec(Text("label"), HOUSEKEEPING, "Имя и фамилия в тот день", "Full name on that day", ("Марина Соколова", "Mary Stone"))
    role: str = spec(Text("label"), HOUSEKEEPING, "Роль в тот день", "Role on that day", "head-of-care")
    date: dt.date | None = spec(Day(), HOUSEKEEPING, "Когда", "When", "2026-11-22", required=True)
    decision: str = spec(OneOf(("remarks", "rejected", "withdrawn")), HOUSEKEEPING, "Решение, если не просто «да»: с замечаниями, отклонено, отозвано", "The decision, if it is no plain yes", "remarks", default="")
    remarks: tuple[str, ...] = spec(Many(Text("label")), HOUSEKEEPING, "Замечания", "Remarks", ("[Назвать срок]", "[Name the term]"))
    edition: dt.date | None = spec(Day(), HOUSEKEEPING, "От какого дня PDF", "The day of the PDF", "2026-11-20")
    pdf: str = spec(Text("label"), HOUSEKEEPING, "Отпечаток прочитанного PDF", "Digest of the PDF that was read", "sha256:…")
    fingerprint: str = spec(Text("label"), HOUSEKEEPING, "Отпечаток всего, что в этом PDF", "Fingerprint of all that is in this PDF", "n1:…")
    number: int | None = spec(Whole(1, 99_999), HOUSEKEEPING, "Номер прочитанной редакции", "Number of the edition that was read", "3")
    code: str = spec(Text("label"), HOUSEKEEPING, "Её код", "Its code", "7c3e91af…")
    printed: str = spec(Text("label"), HOUSEKEEPING, "Отпечаток записи об этой редакции", "Digest of the record of this edition", "sha256:…")
    signed: str = spec(Text("label"), HOUSEKEEPING, "Отпечаток скана подписанного листа", "Digest of the scan of the signed sheet", "sha256:…")
    program: str = spec(Text("label"), HOUSEKEEPING, "Какой программой записано", "The program that wrote it", "1.4.0")
    saw: tuple[Saw, ...] = spec(Many(Record(Saw)), HOUSEKEEPING, "Последние записи истории в тот момент", "The last records of the history at that moment", "[{approval: …, digest: n1:…}]")
    sections: tuple[Approved, ...] = spec(Many(Record(Approved)), HOUSEKEEPING, "Утверждённые разделы в записях прежней программы", "The approved sections, in records of an earlier program", "[…]")
    items: tuple[Laid, ...] = spec(Many(Record(Laid)), HOUSEKEEPING, "Всё, о чём это решение", "All that the decision is about", "[…]")
    removed: tuple[str, ...] = spec(Many(Text("label")), HOUSEKEEPING, "Чего больше нет", "What is there no more", "[section:no-show]")

    @property
    def laid(self) -> tuple[Laid, ...]:
        """What the record is about, whichever program wrote it."""
        earlier = (
            Laid(item=f"section:{one.section}", digest=one.digest, text=one.text, rests=one.rests, minor=one.minor is not None, source=one.source)
            for one in self.sections
        )
        return (*earlier, *self.items)
