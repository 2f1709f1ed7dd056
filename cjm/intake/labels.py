"""A line such as «Цель: …» in, the field that it names and what it says of it out: by the labels of the model itself, and by
what companies write instead of them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from cjm.language.inflection import folded
from cjm.model.fields import Many, Ref, Text, specs
from cjm.model.section import Conflict, Never, Section, Step

_LINE = re.compile(r"([^:.!?«»\"“”\n]{2,40}):(?:\s+(.*)|)$", re.DOTALL)
_ALSO: Mapping[type, Mapping[str, str]] = {
    Section: {
        "purpose": "цель|зачем|назначение|purpose|goal", "trigger": "начало|повод|начинается|trigger|starts when",
        "result": "результат|итог|ожидаемый результат|result|outcome", "performer": "исполнитель|исполнители|кто выполняет|кто делает|performer",
    },
    Step: {"who": "исполнитель|ответственный|who", "within": "срок|время|в течение|within", "done_when": "результат|готово|result"},
    Conflict: {
        "why": "почему|причина|why|reason", "answer": "ответ|отвечаем|ответить|реакция|answer|response|reply",
        "follow_up": "после|дальше|then|afterwards",
    },
    Never: {"instead": "вместо|лучше|правильно|надо|instead"},
}  # fmt: skip


def labelled(record: type, text: str) -> tuple[str, str] | None:
    """The key of the field of a `record` that a line names before its colon, and what stands behind it, which may be nothing."""
    found = _LINE.match(text)
    key = _keys(record).get(folded(found[1]).strip(" *")) if found else None
    return (key, (found[2] or "").strip()) if found and key else None


# Private functions


@cache
def _keys(record: type) -> dict[str, str]:
    return dict(_named(record))


def _named(record: type) -> Iterator[tuple[str, str]]:
    for key, words in _ALSO[record].items():
        yield from ((word, key) for word in words.split("|"))
    for spec in specs(record).values():
        reads = spec.reads.of if isinstance(spec.reads, Many) else spec.reads
        if isinstance(reads, Text | Ref):
            yield from ((folded(word), spec.key) for word in (spec.label.ru, spec.label.en))
