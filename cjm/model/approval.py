"""Who approved which content when, and what they had seen of the history before: one record is one file."""

import datetime as dt
from dataclasses import dataclass

from cjm.model.fields import HOUSEKEEPING, Day, Many, Pairs, Record, Text, spec
from cjm.model.item import Written


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Minor(Written):
    """A change that is no reason to read a section again: wording, a misprint."""

    before: str = spec(Text("label"), HOUSEKEEPING, "Отпечаток до правки", "Digest before the change", "n1:…", required=True, key="from")
    after: str = spec(Text("label"), HOUSEKEEPING, "Отпечаток после правки", "Digest after the change", "n1:…", required=True, key="to")
    reason: str = spec(Text("label"), HOUSEKEEPING, "Почему смысл не изменился", "Why the meaning is the same", "Исправлена опечатка", required=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Approved(Written):
    """One section as it was approved. `digest` knows its normative fields, `text` names the file that keeps all of it."""

    section: str = spec(Text("label"), HOUSEKEEPING, "Имя раздела в тот день", "Id of the section on that day", "reschedule", required=True)
    digest: str = spec(Text("label"), HOUSEKEEPING, "Отпечаток утверждённого", "Digest of what was approved", "n1:…", required=True)
    text: str = spec(Text("label"), HOUSEKEEPING, "Файл в guideline/approvals/texts", "File in guideline/approvals/texts", "7c3e91af…", required=True)
    rests: tuple[tuple[str, str], ...] = spec(
        Pairs(Text("label")), HOUSEKEEPING, "Отпечатки того, на чём раздел держится", "Digests of what the section rests on", "{\"fact:move-limit\": n1:…}"
    )
    minor: Minor | None = spec(Record(Minor), HOUSEKEEPING, "Правка, после которой перечитывать не нужно", "A change after which nobody must read again", "{from: …, to: …, reason: …}")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Saw(Written):
    """A record that was the last of the history when this one was made."""

    approval: str = spec(Text("label"), HOUSEKEEPING, "Имя записи", "Id of the record", "2026-10-01-marina-sokolova-20d4b6e8", required=True)
    digest: str = spec(Text("label"), HOUSEKEEPING, "Её отпечаток", "Its digest", "n1:…", required=True)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Approval(Written):
    """An approval as `cjm approve` writes it. Names are kept as they were: people leave, sections are renamed."""

    id: str = spec(Text("label"), HOUSEKEEPING, "Имя записи, как у файла", "Id of the record, as its file", "2026-11-22-marina-sokolova-7c3e91af", required=True, key="approval")
    by: str = spec(Text("label"), HOUSEKEEPING, "Кто утвердил: имя из people", "Who approved: an id of people", "marina-sokolova", required=True)
    name: str = spec(Text("label"), HOUSEKEEPING, "Имя и фамилия в тот день", "Full name on that day", "Марина Соколова")
    role: str = spec(Text("label"), HOUSEKEEPING, "Роль в тот день", "Role on that day", "head-of-care")
    date: dt.date | None = spec(Day(), HOUSEKEEPING, "Когда", "When", "2026-11-22", required=True)
    edition: dt.date | None = spec(Day(), HOUSEKEEPING, "От какого дня PDF", "The day of the PDF", "2026-11-20")
    pdf: str = spec(Text("label"), HOUSEKEEPING, "Отпечаток прочитанного PDF", "Digest of the PDF that was read", "sha256:…")
    fingerprint: str = spec(Text("label"), HOUSEKEEPING, "Отпечаток всего, что в этом PDF", "Fingerprint of all that is in this PDF", "n1:…")
    saw: tuple[Saw, ...] = spec(Many(Record(Saw)), HOUSEKEEPING, "Последние записи истории в тот момент", "The last records of the history at that moment", "[{approval: …, digest: n1:…}]")
    sections: tuple[Approved, ...] = spec(Many(Record(Approved)), HOUSEKEEPING, "Утверждённые разделы", "The approved sections", "[…]", required=True)
