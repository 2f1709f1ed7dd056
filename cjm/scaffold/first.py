"""Four answers in, the files of a handbook that holds nothing but them out: the rest are questions."""

from collections.abc import Mapping
from dataclasses import dataclass

from cjm.edit.render import YamlValue, behind_dash
from cjm.language import letters
from cjm.language.says import Language, Says
from cjm.repair.add import add

_CHANNELS = (
    ("phone", Says("Телефон", "Phone"), "phone"), ("messenger", Says("Мессенджер", "Messenger"), "message"),
    ("desk", Says("Стойка", "Desk"), "desk"),
)  # fmt: skip
_PART = Says("Основа", "Basics")
_SECTION = Says("Как встретить клиента", "How to meet a client")


@dataclass(frozen=True, slots=True)
class First:
    """What a consultant knows before she has written a line."""

    company: str
    title: str
    role: str
    journey: str


def first_files(known: First, language: Language) -> dict[str, bytes]:
    """Outline, one role, one journey and one section, each with a question for what is not known yet."""
    outline: dict[str, YamlValue] = {
        "handbook": letters.as_id(known.company),
        "title": known.title,
        "organisation": known.company,
        "language": language,
        "channels": [{"id": id, "title": title.to(language), "icon": icon} for id, title, icon in _CHANNELS],
        "parts": [{"id": "basics", "title": _PART.to(language), "sections": []}],
        "lint": {"profile": "draft"},
    }
    files: Mapping[str, bytes] = {"guideline/handbook.yml": (behind_dash(outline, -2, 1, "\n") + "\n").encode()}
    for kind, title in (("role", known.role), ("section", _SECTION.to(language)), ("journey", known.journey)):
        added = add(files, kind, title)
        files = {**files, **{one.file: one.after for one in added.files}}
    return dict(sorted(files.items()))
