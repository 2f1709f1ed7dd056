"""Which files a handbook is made of, and what each holds."""

from dataclasses import dataclass

from cjm.language.says import Says
from cjm.model.approval import Approval
from cjm.model.fields import Many, Reading, Record, Text
from cjm.model.journey import Journey
from cjm.model.outline import Outline
from cjm.model.policy import Policy
from cjm.model.section import Section
from cjm.model.shared import ClientType, Fact, Placeholder, Probe, Promise, Role, Term, Words


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file: a single record (`lists` empty), or lists of things under the keys of `lists`.

    `pattern` is a path below the handbook's folder, `*` standing for one file name without its ending.
    """

    name: str
    pattern: str
    means: Says
    item: type | None = None
    lists: tuple[tuple[str, str, Reading], ...] = ()  # key in the file, attribute of Handbook, how an element is read


def _shared(name: str, key: str, attribute: str, item: type, ru: str, en: str) -> FileKind:
    return FileKind(name, f"guideline/{name}.yml", Says(ru, en), lists=((key, attribute, Record(item)),))


FILE_KINDS: tuple[FileKind, ...] = (
    FileKind("handbook", "guideline/handbook.yml", Says("Название, язык, люди и порядок разделов", "Title, language, people, order of sections"), Outline),
    FileKind("journey", "touchpoints/*.yml", Says("Путь клиента: граф точек касания", "A journey: a graph of touchpoints"), Journey),
    FileKind("section", "guideline/sections/*.yml", Says("Раздел: один стандарт", "A section: one service standard"), Section),
    _shared("roles", "roles", "roles", Role, "Роли и полномочия", "Roles and their authority"),
    _shared("promises", "promises", "promises", Promise, "Обещания", "Promises"),
    _shared("client-types", "client_types", "client_types", ClientType, "Типы клиентов", "Client types"),
    _shared("facts", "facts", "facts", Fact, "Факты: значения, названные один раз", "Facts: values stated once"),
    _shared("placeholders", "placeholders", "placeholders", Placeholder, "Подстановки в скриптах", "Placeholders of scripts"),
    _shared("glossary", "terms", "terms", Term, "Словарь терминов", "Glossary"),
    _shared("policies", "policies", "policies", Policy, "Обещания о путях, которые проверяет программа", "Promises about the journeys that the program checks"),
    _shared("words", "words", "words", Words, "Чего не говорим и что говорим вместо этого", "What is not said, and what instead"),
    FileKind(
        "search", "guideline/search.yml", Says("Синонимы и пробные запросы поиска", "Synonyms and probes of the search"),
        lists=(("synonyms", "synonyms", Many(Text("label"))), ("probes", "probes", Record(Probe))),
    ),
    FileKind("approval", "guideline/approvals/*.yml", Says("Запись об утверждении: её пишет cjm approve", "A record of approval, written by cjm approve"), Approval),
)  # fmt: skip
