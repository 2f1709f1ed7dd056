"""What is kept about people: each sort of record with its folder, its term, and what becomes of it when a person is forgotten."""

from collections.abc import Mapping
from dataclasses import dataclass

from cjm.language.says import Says

YEAR = 365


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of record; each of them is a file `<folder>/<id>.json` with an `id`, a `day` and, where it has one, a `person`."""

    folder: str
    says: Says
    days: int  # how long it is kept after its day, where the room says nothing else
    goes_with_person: bool = True  # it goes when the person is forgotten; else only the `person` in it does


EMPLOYEES = Sort("people", Says("сотрудники", "employees"), YEAR)  # after the last day of work
EDITIONS = Sort("editions", Says("редакции экзаменов с ключами", "editions of exams with their keys"), 3 * YEAR)
RESULTS = Sort("results", Says("результаты экзаменов", "results of exams"), 3 * YEAR)
READINGS = Sort("readings", Says("отметки о прочтении", "reading acknowledgements"), 3 * YEAR)
TALKS = Sort("talks", Says("темы к обсуждению", "topics to talk over"), YEAR)
ANSWERS = Sort(
    "answers", Says("пачки ответов клиентов, без имён", "batches of clients' answers, without names"), YEAR + 90
)
INBOX = Sort("inbox", Says("файлы с ответами, как скачаны", "files with answers, as downloaded"), 90)
FORMS = Sort(
    "forms", Says("чем что считать в анкетах", "what the columns of forms are"), YEAR
)  # they have no day, and stay
CASES = Sort("cases", Says("случаи", "cases"), YEAR + 90, goes_with_person=False)  # the case stays, whose it was goes
SORTS: Mapping[str, Sort] = {
    one.folder: one for one in (EMPLOYEES, EDITIONS, RESULTS, READINGS, TALKS, ANSWERS, INBOX, FORMS, CASES)
}
