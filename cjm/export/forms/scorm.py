"""A Handbook in, its questions as a course for a learning system out: a package of SCORM 1.2.

The system keeps score and place. Only questions for practice are in it: a page that marks itself can be read by whoever takes
it, so those of exams stay where nobody learns from them. The format: SCORM 1.2 Content Aggregation Model and Run-Time Environment, ADL, 2001.
"""

import json
from collections.abc import Mapping
from html import escape
from xml.etree import ElementTree as ET

from cjm.export.forms import ExportOrder
from cjm.export.questions import HOLDS_THE_KEY, asked
from cjm.language.says import Says
from cjm.model import Handbook
from cjm.model.digest import exact_digest
from cjm.model.shared.exam import Exam
from cjm.ooxml import zipped
from cjm.resources import shipped
from cjm.wording import label

_MASTERY = 80  # in a hundred, where no exam says how much passes
_CP, _ADL = "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_WORDS: Mapping[str, Says] = {
    "question": Says("Вопрос", "Question"),
    "answer": Says("Ответить", "Answer"),
    "next": Says("Дальше", "Next"),
    "right": Says("Верно", "Right"),
    "wrong": Says("Неверно", "Wrong"),
    "say": Says("Ответьте вслух, потом отметьте, что прозвучало", "Answer aloud, then tick what was said"),
    "passed": Says("Сдано", "Passed"),
    "failed": Says(
        "Пока не сдано: перечитайте разделы и пройдите ещё раз", "Not passed yet: read again and try once more"
    ),
}


def render(handbook: Handbook, order: ExportOrder) -> Mapping[str, bytes]:
    """One archive, the same bytes for the same handbook."""
    course = _course(handbook, order)
    text = json.dumps(course, ensure_ascii=False, separators=(",", ":"))
    title = escape(label(handbook.outline.title, handbook))
    pages = shipped() / "templates/training"
    page = (pages / "course.html").read_text("utf-8").format(
        language=handbook.outline.language, title=title, organisation=escape(handbook.outline.organisation),
        css=(pages / "course.css").read_text("utf-8"), course=text.replace("<", "\\u003c"),
    )  # fmt: skip
    files = {
        "imsmanifest.xml": _manifest(handbook, course["mastery"], exact_digest([text])[:12]),
        "course.html": page.encode(),
        "course.js": (pages / "course.js").read_bytes(),
        "README.txt": f"{HOLDS_THE_KEY.to(order.language)}\n".encode(),
    }
    return {order.name(handbook, "-scorm.zip"): zipped(files)}


# Private functions


def _course(handbook: Handbook, order: ExportOrder) -> dict[str, object]:
    questions = [
        {
            "id": one.id, "kind": one.kind, "section": title, "ask": one.ask, "points": one.points,
            "options": [{"text": each.text, "right": each.right, "because": each.because} for each in one.options],
        }
        for title, some in asked(handbook, order.cut) for one in some if one.use == "practice"
    ]  # fmt: skip
    passing = (
        round(100 * one.passed / one.questions)
        for one in handbook.things("exam")
        if isinstance(one, Exam) and one.questions and one.passed
    )
    mastery = next(passing, _MASTERY)
    return {
        "questions": questions,
        "mastery": mastery,
        "words": {name: says.to(handbook.outline.language) for name, says in _WORDS.items()},
    }


def _manifest(handbook: Handbook, mastery: object, number: str) -> bytes:
    """What the system reads first. Ids are of ASCII without blanks: systems refuse others."""
    ET.register_namespace("", _CP)
    ET.register_namespace("adlcp", _ADL)
    root = ET.Element(f"{{{_CP}}}manifest", {"identifier": f"cjm-{number}", "version": "1.1"})
    about = ET.SubElement(root, f"{{{_CP}}}metadata")
    ET.SubElement(about, f"{{{_CP}}}schema").text = "ADL SCORM"
    ET.SubElement(about, f"{{{_CP}}}schemaversion").text = "1.2"
    ways = ET.SubElement(root, f"{{{_CP}}}organizations", {"default": "all"})
    way = ET.SubElement(ways, f"{{{_CP}}}organization", {"identifier": "all"})
    title = label(handbook.outline.title, handbook)
    ET.SubElement(way, f"{{{_CP}}}title").text = title
    item = ET.SubElement(way, f"{{{_CP}}}item", {"identifier": "questions", "identifierref": "course"})
    ET.SubElement(item, f"{{{_CP}}}title").text = title
    ET.SubElement(item, f"{{{_ADL}}}masteryscore").text = str(mastery)
    kept = ET.SubElement(root, f"{{{_CP}}}resources")
    course = ET.SubElement(
        kept, f"{{{_CP}}}resource",
        {"identifier": "course", "type": "webcontent", "href": "course.html", f"{{{_ADL}}}scormtype": "sco"},
    )  # fmt: skip
    for name in ("course.html", "course.js", "README.txt"):
        ET.SubElement(course, f"{{{_CP}}}file", {"href": name})
    ET.indent(root)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made
