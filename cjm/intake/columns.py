"""The header of a table in, what its rows are and which column is which field out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cjm.language.inflection import folded

# For each kind of rows, the field of a column by the words at its head; the first field of a kind must be there.
_COLUMNS: Mapping[str, Sequence[tuple[str, str]]] = {
    "touchpoint": (
        ("title", r"точк\w*( касани\w*)?$|касание|touch ?point|название точки|шаг клиента"), ("stage", r"этап|стади|stage|phase"),
        ("journey", r"путь|journey|сценарий"), ("channel", r"канал|channel"), ("role", r"роль|кто отвечает|ответственн|исполнитель|role|owner|who answers"),
        ("client", r"(что )?(делает )?клиент\w*( делает)?$|действи\w* клиента|customer action|what the (client|customer) does"), ("pains", r"бол[ьи]|проблем|pain|барьер"),
        ("backstage", r"за кадром|backstage|внутренн"), ("emotion", r"эмоци|(что )?чувств|emotion|feeling"), ("wait", r"ожидани|ждет|wait|время ожидания"),
        ("contact", r"кто встречает|contact|who meets"), ("meanwhile", r"(что видит )?пока ждет|(what is seen )?meanwhile"),
    ),
    "conflict": (
        ("says", r"(что )?говорит клиент|клиент говорит|возражени|фраз\w* клиента|слова клиента|жалоб|претензи|конфликт|conflict|objection|complaint|the client says"),
        ("why", r"почему|причин|why"), ("answer", r"(что )?(мы )?ответ|реакци|answer|response|reply|what to say|что сказать|как реагировать|решение"), ("follow_up", r"потом|после|follow|afterwards"),
        ("section", r"раздел|тема|section|topic"),
    ),
    "question": (
        ("ask", r"вопрос|question"), ("right", r"(правильн|верн|right)\w*|correct|right answer"), ("option", r"(неверн|неправильн|друг)\w*|вариант|option|wrong"),
        ("because", r"почему|пояснени|объяснени|because|explanation"),
        ("section", r"раздел|тема|section|topic"),
    ),
    "faq": (("ask", r"вопрос|question"), ("answer", r"ответ|answer"), ("section", r"раздел|тема|section|topic")),
    "term": (("term", r"термин|поняти|сокращени|аббревиатур|term|abbreviation"), ("means", r"значени|определени|что значит|расшифровк|описани|mean(s|ing)|definition")),
    "resource": (("title", r"ресурс|анкет|форма|файл|документ|название|resource"), ("address", r"ссылк|адрес|url|link"), ("what", r"для чего|описани|назначени")),
    "duty": (("title", r"обязанност|задач|duty|task"), ("who", r"кто|роль|ответственн|исполнитель|who"), ("every", r"как часто|период|частот|how often|every")),
}  # fmt: skip
_NEEDED = {"touchpoint": {"title"}, "conflict": {"says"}, "question": {"ask", "right"}, "faq": {"ask", "answer"}, "term": {"term", "means"},
           "resource": {"title", "address"}, "duty": {"title", "who"}}  # fmt: skip
# The number of a row, and the columns by which a table of ours finds its way back.
_NO_FIELD = re.compile(r"cjm:|(?:№|#|n|no|п/п|№ ?п/п)\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """What the rows below are, the field of each column by its number, and the columns that have no field."""

    kind: str
    columns: tuple[tuple[int, str], ...]
    unknown: tuple[str, ...]


def header_of(cells: Sequence[str]) -> Header | None:
    """The best reading of a row as a header; None where it is none."""
    best: Header | None = None
    for kind, fields in _COLUMNS.items():
        columns: list[tuple[int, str]] = []
        for number, cell in enumerate(cells):
            words = folded(" ".join(cell.split()))
            had = {name for _, name in columns}
            found = next(
                (name for name, pattern in fields if re.match(pattern, words) and (name == "option" or name not in had)), None
            )  # fmt: skip
            if found is not None and len(words) <= 60:
                columns.append((number, found))
        names = {name for _, name in columns}
        if (
            names >= _NEEDED[kind]
            and len(columns) >= (1 if kind == "conflict" else 2)
            and (best is None or len(columns) > len(best.columns))
        ):
            known = {number for number, _ in columns}
            best = Header(
                kind,
                tuple(columns),
                tuple(
                    cell
                    for number, cell in enumerate(cells)
                    if number not in known and cell and not _NO_FIELD.match(cell)
                ),
            )
    return best
