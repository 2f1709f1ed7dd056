"""Questions for other programs: each sign of GIFT is a letter in it, a course of SCORM is taken and marked in a browser."""

import datetime as dt
import io
import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.export.forms import ExportOrder, export_files
from cjm.load import load
from cjm.model import Handbook

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ORDER = ExportOrder("ru", dt.date(2026, 11, 28))
FILES = {
    "guideline/handbook.yml": """handbook: test
title: Тест / проба
language: ru
parts: [{id: all, title: Всё, sections: [visit]}]
""",
    "guideline/training.yml": "exams: [{id: e, title: Экзамен, roles: [desk], questions: 4, pass: 3, examiner: desk}]",
    "guideline/sections/visit.yml": """section: visit
title: Визит
steps: [{id: greet, do: Поздоровайтесь.}]
questions:
  - id: one
    use: practice
    ask: "Во сколько открываем: 10:00 или = 900 {важно}?"
    options: [{text: "10:00", right: true, because: "Так решили ~ давно"}, {text: "#9", because: "Нет -> рано"}]
  - {id: two, use: practice, ask: Что взять?, options: [{text: Имя, right: true}, {text: Адрес, right: true}, {text: Рост}]}
  - {id: turn, use: practice, in_order: true, ask: По порядку?, options: [{text: Раз}, {text: Два}, {text: Три}]}
  - {id: say, use: practice, ask: Что скажете?, points: [привет, пока]}
  - {id: secret, use: exam, ask: Тайный вопрос?, options: [{text: Да, right: true}, {text: Нет}]}
""",
}


def handbook(**more: str) -> Handbook:
    return load({name: text.encode() for name, text in (FILES | more).items()})


def gift(one: Handbook) -> str:
    return export_files("gift", one, ORDER)["test.gift.txt"].decode()


def course(one: Handbook) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(export_files("scorm", one, ORDER)["test-scorm.zip"])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_gift_says_each_kind_in_its_way() -> None:
    text = gift(handbook())
    assert text.startswith("// Здесь есть верные ответы")
    assert "$CATEGORY: $course$/Тест // проба/1. Визит" in text
    assert "::visit/one::Во сколько открываем\\: 10\\:00 или \\= 900 \\{важно\\}? {" in text
    assert "=10\\:00#Так решили \\~ давно" in text and "~\\#9#Нет → рано" in text
    assert "~%50%Имя\n~%50%Адрес\n~%-100%Рост" in text
    assert "=1 -> Раз\n=2 -> Два\n=3 -> Три" in text
    assert "####привет; пока" in text and "Тайный вопрос" in text


def test_words_that_look_like_a_weight_or_a_format_are_words() -> None:
    section = (
        FILES["guideline/sections/visit.yml"]
        .replace('"#9"', '"%50%#9"')
        .replace("ask: Что взять?", 'ask: "[html]<b>Что?"')
    )
    text = gift(handbook(**{"guideline/sections/visit.yml": section}))
    assert "~%0%%50%\\#9" in text and "::[plain][html]<b>Что?" in text


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=40).filter(str.strip))
def test_no_sign_of_an_author_is_a_sign_of_gift(ask: str) -> None:
    written = json.dumps(ask, ensure_ascii=False)
    section = f"section: visit\ntitle: Визит\nquestions:\n  - {{id: q, use: practice, ask: {written}, points: [да]}}\n"
    line = next(
        one for one in gift(handbook(**{"guideline/sections/visit.yml": section})).splitlines() if one[:2] == "::"
    )
    told = line.removeprefix("::visit/q::").removesuffix(" {")
    assert not re.search(r"(?<!\\)(?:\\\\)*[~=#{}:]", told)


def test_a_course_is_a_package_of_scorm_1_2() -> None:
    files = course(handbook())
    root = ET.fromstring(files["imsmanifest.xml"])
    cp, adl = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}", "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
    assert [one.text for one in root.find(f"{cp}metadata") or []] == ["ADL SCORM", "1.2"]
    resource = next(root.iter(f"{cp}resource"))
    assert resource.get(f"{adl}scormtype") == "sco" and resource.get("href") == "course.html"
    assert {one.get("href") for one in resource} == files.keys() - {"imsmanifest.xml"}
    assert next(root.iter(f"{adl}masteryscore")).text == "75"
    assert all(re.fullmatch(r"[A-Za-z_][!-~]*", one.get("identifier", "a")) for one in root.iter())


def test_a_course_does_not_hold_what_an_exam_asks_and_is_the_same_twice() -> None:
    assert "Тайный" not in course(handbook())["course.html"].decode()
    assert export_files("scorm", handbook(), ORDER) == export_files("scorm", handbook(), ORDER)


def test_hostile_words_stay_words() -> None:
    bad = FILES["guideline/sections/visit.yml"].replace("Что взять?", '"</script><img src=x onerror=alert(1)>"')
    page = course(handbook(**{"guideline/sections/visit.yml": bad}))["course.html"].decode()
    assert page.count("</script>") == 2 and "\\u003cimg" in page


# A system, as much of it as the course talks to: what may be kept is checked as the standard says.
SYSTEM = """
window.kept = {}; window.calls = [];
window.API = {
  LMSInitialize: () => { calls.push("begin"); return "true"; },
  LMSGetValue: (name) => kept[name] || "",
  LMSSetValue: (name, value) => {
    const may = { "cmi.core.session_time": /^\\d{4}:\\d\\d:\\d\\d$/, "cmi.suspend_data": /^.{0,4096}$/, "cmi.core.score.raw": /^(\\d\\d?|100)$/,
      "cmi.core.lesson_status": /^(passed|failed|incomplete)$/, "cmi.core.exit": /^(suspend|)$/ }[name];
    if (may && !may.test(value)) { calls.push("refused " + name + " " + value); return "false"; }
    kept[name] = value; return "true";
  },
  LMSCommit: () => "true", LMSFinish: () => { calls.push("end"); return "true"; },
};
"""
ANSWER = """(right) => {
  const said = document.querySelector("h2").textContent;
  const one = JSON.parse(document.getElementById("course").textContent).questions.find((each) => each.ask === said);
  for (const row of document.querySelectorAll("label")) {
    const text = row.querySelector("span").textContent, field = row.firstChild;
    const at = one.options.findIndex((each) => each.text === text);
    if (field.tagName === "SELECT") { field.value = String(right ? at + 1 : 1); }
    else { field.checked = at < 0 ? right : one.options[at].right === right; }
  }
  document.querySelector("button").click();
}"""


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize(
    "rights, status, score", [((True, True, True, True), "passed", "100"), ((True, False, False, True), "failed", "50")]
)
def test_it_is_taken_left_and_taken_up_again(
    rights: tuple[bool, ...], status: str, score: str, tmp_path: Path, chromium: "Browser"
) -> None:
    for name, content in course(handbook()).items():
        (tmp_path / name).write_bytes(content)
    with chromium.new_context(viewport={"width": 360, "height": 740}) as context:
        context.add_init_script(SYSTEM)
        page = context.new_page()
        page.goto((tmp_path / "course.html").as_uri())
        kept: dict[str, Any] = {}
        for number, right in enumerate(rights):
            page.evaluate(ANSWER, right)
            kept = page.evaluate("kept")
            if number == 1:  # the phone goes off; the system gives back what it was told
                context.add_init_script(f"kept['cmi.suspend_data'] = {json.dumps(kept['cmi.suspend_data'])};")
                page.reload()
            else:
                page.click("button")
        kept, calls = page.evaluate("kept"), page.evaluate("calls")
    assert (kept["cmi.core.lesson_status"], kept["cmi.core.score.raw"]) == (status, score)
    assert calls == ["begin", "end"]
