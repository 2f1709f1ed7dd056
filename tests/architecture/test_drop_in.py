"""ARCHITECTURE says what to drop in to add something: each row is done here in a copy of the program, with just those files."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cjm.model.registry import KINDS

pytestmark = pytest.mark.slow  # the program is started in a copy for each row

ROOT = Path(__file__).resolve().parents[2]
ROWS = re.findall(
    r"^\| (.+?) \| ",
    (ROOT / "ARCHITECTURE.md").read_text("utf-8").partition("## To add")[2].partition("## Dec")[0],
    re.M,
)[2:]

LOCKER = '''"""Lockers: where visitors leave their things."""

from cjm.language.says import Says
from cjm.model.fields import EXPLANATORY, NORMATIVE, Many, Name, Ref, Text, Wait, spec
from cjm.model.frozen import frozen
from cjm.model.item import Item
from cjm.model.kind import Kind


@frozen
class Locker(Item):
    """A locker with a key."""

    id: str = spec(Name("locker"), NORMATIVE, "Имя шкафа", "Id of the locker", "north", required=True)
    title: str = spec(Text("label"), EXPLANATORY, "Название", "Title", "Северный шкаф", required=True)
    rule: str = spec(Text("prose"), NORMATIVE, "Правило", "Rule", "Ключ — на стойке.")
    keeper: tuple[str, ...] = spec(Many(Ref(("role",))), NORMATIVE, "Кто хранит ключ", "Who keeps the key", "desk")
    kept: int | None = spec(Wait(), NORMATIVE, "Сколько хранят вещи", "How long things are kept", "3 дня")


KIND = Kind(
    name="locker", item=Locker, says=Says("шкаф", "locker"), order=300,
    file="guideline/lockers.yml", key="lockers", holds=Says("Шкафы", "Lockers"),
    title=Says("Шкафы для вещей", "Lockers"), address="lockers.html#locker-{id}", chapter=True, table="lockers",
)
'''
CLUB = {
    "guideline/handbook.yml": (
        "handbook: club\ntitle: Клуб\nlanguage: ru\nparts: [{id: all, title: Всё, sections: [visit]}]\n"
        "people: [{id: anna, name: Анна}]\n"
    ),
    "guideline/roles.yml": "roles: [{id: desk, title: Администратор, summary: Встречает.}]\n",
    "guideline/facts.yml": "facts: [{id: price, title: Цена, value: 300 ₽}]\n",
    "guideline/lockers.yml": (
        "lockers:\n  - id: north\n    title: Северный шкаф\n    rule: Залог {{ price }}, ключ берут [гости](section:visit).\n"
        "    keeper: desk\n    kept: 3 дня\n"
    ),
    "guideline/sections/visit.yml": (
        "section: visit\ntitle: Визит\nowner: anna\nperformer: desk\npurpose: Гость знает, куда идти.\n"
        "trigger: Гость вошёл.\nresult: Гость отмечен.\nkind: general\nshows: [lockers]\n"
        "steps:\n  - id: key\n    do: Дайте ключ.\n    how: Какой — смотрите [шкаф](locker:north).\n"
    ),
}


class Copy:
    """A copy of the program with something dropped in, and a small handbook to try it on."""

    def __init__(self, folder: Path) -> None:
        self.program, self.club = folder / "program", folder / "club"
        for part in ("cjm", "templates", "site_build/assets"):
            shutil.copytree(ROOT / part, self.program / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "mkdocs.yml", self.program)
        self.write(self.club, CLUB)

    def write(self, root: Path, files: dict[str, str]) -> None:
        for file, text in files.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(text, encoding="utf-8", newline="\n")

    def drop(self, file: str, text: str) -> None:
        self.write(self.program, {file: text})

    def cjm(self, *words: str, code: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "cjm", *words], cwd=self.club, capture_output=True, encoding="utf-8",
            env=os.environ | {"PYTHONPATH": str(self.program), "SOURCE_DATE_EPOCH": "1795348800", "PYTHONUTF8": "1"},
        )  # fmt: skip
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def python(self, code: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", code], cwd=self.club, capture_output=True, encoding="utf-8", check=True,
            env=os.environ | {"PYTHONPATH": str(self.program), "PYTHONUTF8": "1"},
        ).stdout  # fmt: skip

    def edit(self, file: str, old: str, new: str) -> None:
        text = (self.club / file).read_text("utf-8")
        assert old in text
        (self.club / file).write_text(text.replace(old, new), encoding="utf-8", newline="\n")


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_every_row_is_tried() -> None:
    assert ROWS == [
        "a kind of shared things", "a form of its own for it on the site", "a field of a shared thing, a channel, a journey, a stage or a touchpoint", "a field of a section",
        "a field of a step, a conflict and the like", "a rule", "a page kind", "a report format", "a command",
        "a format that `cjm import` reads", "a form that `cjm export` writes", "a system whose answers `cjm voice import` knows",
    ]  # fmt: skip


def test_a_kind_of_shared_things_is_one_module(copy: Copy) -> None:
    copy.drop("cjm/model/shared/locker.py", LOCKER)
    # schema and page of fields
    copy.cjm("schema", "--out", "schema")
    assert "keeper" in (copy.club / "schema/lockers.json").read_text("utf-8")
    assert "## `guideline/lockers.yml`" in copy.cjm("schema", "--page")
    # lint: clean, then its references, its texts, and what is accepted on it
    assert "замечаний нет" in copy.cjm("lint", "--select", "0,4,502")
    copy.edit("guideline/lockers.yml", "keeper: desk", "keeper: disk")
    copy.edit("guideline/lockers.yml", "{{ price }}", "{{ prise }}")
    found = json.loads(copy.cjm("lint", "--format", "json", "--select", "003,404", code=1))
    assert [(one["code"], one["id"], one["line"]) for one in found] == [
        ("CJM404", "locker:north", 4), ("CJM003", "locker:north", 5),
    ]  # fmt: skip
    accepted = "    accept:\n      - {rule: '003', reason: Роль допишем, until: 2027-03-01}\n      - {rule: '404', reason: И цену, until: 2027-03-01}\n"
    copy.edit("guideline/lockers.yml", "    kept: 3 дня\n", "    kept: 3 дня\n" + accepted)
    assert "принято: 2" in copy.cjm("lint", "--select", "003,404")
    copy.edit("guideline/lockers.yml", accepted, "")
    copy.edit("guideline/lockers.yml", "disk", "desk")
    copy.edit("guideline/lockers.yml", "prise", "price")
    copy.edit("guideline/sections/visit.yml", "locker:north", "locker:nord")
    assert "возможно, вы имели в виду «locker:north»" in copy.cjm("lint", "--select", "502", code=1)
    copy.edit("guideline/sections/visit.yml", "locker:nord", "locker:north")
    # rename: the id and every link to it
    copy.cjm("rename", "locker:north", "winter")
    assert "(locker:winter)" in (copy.club / "guideline/sections/visit.yml").read_text("utf-8")
    # site, menu and search
    copy.cjm("build", "--draft")
    site = copy.club / "site_build/out/site"
    page = (site / "lockers.html").read_text("utf-8")
    for text in (
        "Северный шкаф",
        "Залог 300 ₽",
        "Кто хранит ключ",
        "3\u00a0дн.",
        'id="locker-winter"',
        'href="sections/visit.html"',
    ):
        assert text in page
    visit = (site / "sections/visit.html").read_text("utf-8")
    assert 'href="../lockers.html#locker-winter"' in visit and "Шкафы для вещей" in visit
    assert '"page:lockers.html"' in (site / "assets/search/search-data.js").read_text("utf-8")
    # print and Word
    chapters = copy.python(
        "import datetime as dt, pathlib; from cjm.book import book; from cjm.load import load_folder\n"
        "print([(one['kind'], one['data'][0]['title']) for one in book(load_folder(pathlib.Path('.')), today=dt.date(2026, 11, 22)).data['back']])"
    )
    assert "('lockers', 'Северный шкаф')" in chapters
    copy.cjm("pdf", "--draft", "-o", "book.pdf")
    words = copy.python(
        "import datetime as dt, io, pathlib, docx; from cjm.load import load_folder; from cjm.word.document import word\n"
        "made = docx.Document(io.BytesIO(word(load_folder(pathlib.Path('.')), dt.date(2026, 11, 22))))\n"
        "print(*(one.text for one in made.paragraphs), sep='\\n')"
    )
    assert "Шкафы для вещей" in words and "Кто хранит ключ: Администратор" in words
    # what changed
    changed = copy.python(
        "import pathlib; from cjm.load import load, read_folder; from cjm.diff.difference import difference\n"
        "files = read_folder(pathlib.Path('.')); old = load(files)\n"
        "new = load({**files, 'guideline/lockers.yml': files['guideline/lockers.yml'].replace('3 дня'.encode(), '5 дней'.encode())})\n"
        "print([(one.kind, one.id, one.details[0].after) for one in difference(old, new, 'ru').changes])"
    )
    assert changed == "[('locker', 'winter', '5\\xa0дн.')]\n"


def test_a_kind_has_its_own_form_by_a_template(copy: Copy) -> None:
    copy.drop("cjm/model/shared/locker.py", LOCKER)
    copy.drop(
        "templates/pages/lockers.md",
        "# {{ page.title }} {: #top }\n\nВсего: {{ handbook.things(kind.name) | list | length }}\n",
    )
    copy.cjm("build", "--draft")
    assert "Всего: 1" in (copy.club / "site_build/out/site/lockers.html").read_text("utf-8")


def test_a_field_of_a_shared_thing_is_one_line(copy: Copy) -> None:
    line = '    colour: str = spec(Text("label"), EXPLANATORY, "Цвет двери", "Colour of the door", "синий")\n'
    copy.drop("cjm/model/shared/locker.py", LOCKER.replace("    rule: str", line + "    rule: str"))
    copy.edit("guideline/lockers.yml", "    keeper:", "    colour: синий, как море\n    keeper:")
    assert "замечаний нет" in copy.cjm("lint", "--select", "0")
    assert "`colour`" in copy.cjm("schema", "--page")
    copy.cjm("build", "--draft")
    site = copy.club / "site_build/out/site"
    assert "<dt>Цвет двери</dt>" in (site / "lockers.html").read_text("utf-8")
    assert "синий, как море" in (site / "assets/search/search-data.js").read_text("utf-8")


SHOWN = """
import datetime as dt, io, json, pathlib, docx
from cjm.book import book
from cjm.diff.difference import difference
from cjm.load import load, load_folder, read_folder
from cjm.word.document import word
handbook = load_folder(pathlib.Path('.'))
files = read_folder(pathlib.Path('.'))
old = load({path: text.replace('фонарь'.encode(), 'лампа'.encode()) for path, text in files.items()})
printed = book(handbook, today=dt.date(2026, 11, 22)).data
print(json.dumps({
    'book': printed['parts'], 'maps': [one['beside'] for one in printed['maps']], 'back': printed['back'] + list(printed['shared'].values()),
    'word': [one.text for one in docx.Document(io.BytesIO(word(handbook, dt.date(2026, 11, 22)))).paragraphs],
    'diff': [[detail.where, detail.what, detail.before, detail.after] for one in difference(old, handbook, 'ru').changes for detail in one.details],
}, ensure_ascii=False))
"""


def shown_of(copy: Copy) -> tuple[str, str, dict[str, object]]:
    """The section's page, the data of the search, and what book, Word file and difference hold."""
    copy.cjm("build", "--draft")
    site = copy.club / "site_build/out/site"
    page, index = (
        (site / "sections/visit.html").read_text("utf-8"),
        (site / "assets/search/search-data.js").read_text("utf-8"),
    )
    copy.cjm("pdf", "--draft", "-o", "book.pdf")
    return page, index, json.loads(copy.python(SHOWN))


def declare(copy: Copy, file: str, before: str, line: str) -> None:
    text = (copy.program / file).read_text("utf-8")
    assert text.count(before) == 1
    copy.drop(file, text.replace(before, line + before))


@pytest.mark.slow
def test_a_field_of_a_section_is_one_line_and_its_place(without_lockers: Copy) -> None:
    line = '    gear: str = spec(Text("prose"), NORMATIVE, "Что нужно под рукой", "What is needed", "ключ", label=("Под рукой", "At hand"))\n'
    declare(without_lockers, "cjm/model/section.py", "    result: str = spec(", line)
    declare(without_lockers, "cjm/view/section.py", '"performer", ', '"gear", ')
    without_lockers.edit("guideline/sections/visit.yml", "result:", "gear: Большой фонарь.\nresult:")
    assert "замечаний нет" in without_lockers.cjm("lint", "--select", "0")
    page, index, rest = shown_of(without_lockers)
    assert "<span>Под рукой:</span> Большой фонарь." in page and "Большой фонарь." in index
    assert "{'name': 'Под рукой', 'values': [['Большой фонарь.']]}" in str(rest["book"])
    assert "Под рукой: Большой фонарь." in rest["word"]
    assert rest["diff"] == [["", "под рукой", "Большой лампа.", "Большой фонарь."]]


@pytest.mark.slow
def test_a_field_of_a_step_is_one_line(without_lockers: Copy) -> None:
    line = '    gear: tuple[str, ...] = spec(Many(Text("label")), NORMATIVE, "Что нужно под рукой", "What is needed", "ключ", label=("Под рукой", "At hand"))\n'
    declare(without_lockers, "cjm/model/section.py", '    say: str = spec(Text("said")', line)
    without_lockers.edit(
        "guideline/sections/visit.yml", "    do: Дайте ключ.", "    do: Дайте ключ.\n    gear: [Большой фонарь, перо]"
    )
    page, index, rest = shown_of(without_lockers)
    assert "<dt>Под рукой</dt><dd><ul><li>Большой фонарь</li><li>перо</li></ul></dd>" in page
    assert "Большой фонарь" in index
    assert "{'name': 'Под рукой', 'values': [['Большой фонарь'], ['перо']]}" in str(rest["book"])
    assert "Под рукой:" in str(rest["word"]) and "Большой фонарь" in rest["word"]
    assert rest["diff"] == [["шаг «Дайте ключ»", "под рукой", "Большой лампа", "Большой фонарь"]]


WAY = """journey: way
title: Путь
stages:
  - stage: one
    title: Один
    touchpoints:
      - {id: go, title: Вход, contact: person, role: desk, channel: hall, entry: true, standard: visit, gear: Большой фонарь, outcome: Всё}
"""


@pytest.mark.slow
def test_a_field_of_a_touchpoint_is_one_line(without_lockers: Copy) -> None:
    line = '    gear: str = spec(Text("label"), NORMATIVE, "Что нужно под рукой", "What is needed", "ключ", label=("Под рукой", "At hand"))\n'
    declare(without_lockers, "cjm/model/journey.py", "    outcome: str = spec(", line)
    without_lockers.edit("guideline/handbook.yml", "people:", "channels: [{id: hall, title: Зал}]\npeople:")
    without_lockers.write(without_lockers.club, {"touchpoints/way.yml": WAY})
    without_lockers.cjm("build", "--draft")
    site = without_lockers.club / "site_build/out/site"
    assert "<dt>Под рукой</dt><dd>Большой фонарь</dd>" in (site / "journeys/way.html").read_text("utf-8")
    assert "Большой фонарь" in (site / "assets/search/search-data.js").read_text("utf-8")
    without_lockers.cjm("pdf", "--draft", "-o", "book.pdf")
    rest = json.loads(without_lockers.python(SHOWN))
    assert rest["maps"] == [[{"title": "Вход", "rows": [{"name": "Под рукой", "values": [["Большой фонарь"]]}]}]]
    assert "Под рукой: Большой фонарь" in " ".join(rest["word"])
    assert rest["diff"] == [["", "под рукой", "Большой лампа", "Большой фонарь"]]


# One thing of each kind, and where a field of it is shown: every kind has a page but those that are told by others only.
EACH_KIND = {
    "guideline/handbook.yml": """handbook: club
title: Клуб
language: ru
gear: Большой фонарь handbook
parts: [{id: all, title: Всё, sections: [visit], gear: Большой фонарь part}]
people: [{id: anna, name: Анна, role: desk, gear: Большой фонарь person}]
channels: [{id: hall, title: Зал, gear: Большой фонарь channel}]
hours: [{id: summer, title: Летом, time: "8:00–21:00", gear: Большой фонарь hours}]
dimensions: [{id: branch, title: Филиал, chosen: by-reader, gear: Большой фонарь dimension, values: [{id: north, title: Север}, {id: south, title: Юг}]}]
""",
    "guideline/roles.yml": "roles: [{id: desk, title: Администратор, summary: Встречает., gear: Большой фонарь role}]\n",
    "guideline/client-types.yml": "client_types: [{id: mum, title: Мама, portrait: Спешит., gear: Большой фонарь client-type}]\n",
    "guideline/promises.yml": "promises: [{id: fast, from: desk, to: Гость, promise: Быстро., measure: Минуты, gear: Большой фонарь promise}]\n",
    "guideline/glossary.yml": "terms: [{id: key, term: ключ, means: От шкафа., gear: Большой фонарь term}]\n",
    "guideline/words.yml": "words: [{id: no, say: нельзя, instead: Сейчас узнаю, gear: Большой фонарь words}]\n",
    "guideline/facts.yml": "facts: [{id: price, title: Цена, value: 300 ₽, gear: Большой фонарь fact}]\n",
    "guideline/policies.yml": "policies: [{id: ok, title: Всё есть, every: {section: {general: true}}, has: [owner], gear: Большой фонарь policy}]\n",
    "guideline/duties.yml": "duties: [{id: marks, title: Отмечает, who: desk, gear: Большой фонарь duty}]\n",
    "guideline/resources.yml": "resources: [{id: crm, title: Журнал, kind: system, address: 'https://crm.example', gear: Большой фонарь resource}]\n",
    "guideline/indices.yml": "indices: [{id: nps, title: NPS, means: Советуют., formula: share, of: [cases], gear: Большой фонарь index}]\n",
    "guideline/improvements.yml": "improvements: [{id: shower, problem: Холодно, touchpoint: way/go, state: idea, since: 2026-10-01, gear: Большой фонарь improvement}]\n",
    "guideline/training.yml": """plans: [{id: first, title: Первая неделя, roles: [desk], days: [{title: День, read: [visit]}], gear: Большой фонарь plan}]
exams: [{id: entry, title: Экзамен, roles: [desk], examiner: desk, sections: [visit], questions: 1, pass: 1, gear: Большой фонарь exam}]
""",
    "guideline/placeholders.yml": "placeholders: [{name: имя, gear: Большой фонарь placeholder}]\n",
    "guideline/sections/visit.yml": """section: visit
title: Визит
owner: anna
performer: desk
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен.
kind: general
shows: [roles, client-types, promises, glossary, words, facts, policies, duties, resources, indices, improvements, plans, exams, channels, hours]
steps: [{id: key, do: Дайте ключ., script: bye, gear: Большой фонарь step}]
scripts: [{id: bye, title: Прощание, variants: [{text: Ждём вас.}], gear: Большой фонарь script}]
conflicts: [{id: dear, says: Дорого, why: Обидно., answer: Понимаю., gear: Большой фонарь conflict}]
questions: [{id: q, ask: Что?, use: practice, options: [{text: Да, right: true}, {text: Нет}], gear: Большой фонарь question}]
details: [{id: d, title: Сроки, text: Три дня., gear: Большой фонарь detail}]
""",
    "touchpoints/way.yml": """journey: way
title: Путь
gear: Большой фонарь journey
stages:
  - stage: one
    title: Один
    gear: Большой фонарь stage
    touchpoints: [{id: go, title: Вход, contact: person, role: desk, channel: hall, entry: true, standard: visit, outcome: Всё, gear: Большой фонарь touchpoint}]
""",
}  # fmt: skip
TOLD_BY_OTHERS = {"handbook", "part", "person", "dimension", "placeholder"}  # they have no page, chapter or place


@pytest.mark.slow
def test_a_field_of_any_kind_is_one_line(without_lockers: Copy) -> None:
    for kind in KINDS.values():
        module = Path("cjm", *kind.item.__module__.split(".")[1:]).with_suffix(".py").as_posix()
        text = (without_lockers.program / module).read_text("utf-8")
        weight = "NORMATIVE" if re.search(r"\bNORMATIVE,", text) else "EXPLANATORY"
        line = f'    gear: str = spec(Text("label"), {weight}, "Что под рукой", "What is needed", "ключ", label=("Под рукой", "At hand"))\n'
        first = re.compile(r"^    \w+: .* = spec\(", re.M).search(text, text.index(f"class {kind.item.__name__}("))
        assert first
        without_lockers.drop(module, text[: first.start()] + line + text[first.start() :])
    without_lockers.write(without_lockers.club, EACH_KIND)
    _, index, rest = shown_of(without_lockers)
    site = without_lockers.club / "site_build/out/site"
    pages = {page.relative_to(site).as_posix(): page.read_text("utf-8") for page in site.rglob("*.html")}
    word, book = " ".join(rest["word"]), json.dumps([rest[one] for one in ("book", "maps", "back")], ensure_ascii=False)
    shown = (
        {kind.name for kind in KINDS.values()} - TOLD_BY_OTHERS - {"section"}
    )  # whose fields have a place of their own

    def there(text: str) -> set[str]:
        return set(re.findall(r"Большой фонарь ([a-z-]+)", text))

    assert there(" ".join(pages.values())) == there(book) == shown
    home = {name: KINDS[name].address.partition("#")[0] for name in shown if KINDS[name].address}
    holders = {"section": "visit", "journey": "way", "touchpoint": "way"}
    for name, page in home.items():  # and also there where links to it lead
        page = page.replace("{holder}", holders.get(KINDS[name].inside, "way")).replace(
            "{id}", {"role": "desk"}.get(name, "way")
        )
        assert name in there(pages[page]), (name, page)
    assert pages["journeys/way.html"].count("Под рукой") == 3
    # who searches is no examinee; neither policies nor figures are a place that a search can lead to
    assert there(index) == shown - {"question", "fact", "policy"}
    # policies, channels and hours stand in no Word file
    assert there(word) == shown - {"policy", "channel", "hours"} and word.count("Под рукой: Большой фонарь") == len(
        there(word)
    )
    told = {
        one[3].rpartition(" ")[2]
        for one in rest["diff"]
        if one[1:3] == ["под рукой", one[3].replace("фонарь", "лампа")]
    }
    assert told == {kind.name for kind in KINDS.values()} - {"section"}


@pytest.fixture
def without_lockers(copy: Copy) -> Copy:
    (copy.club / "guideline/lockers.yml").unlink()
    copy.edit("guideline/sections/visit.yml", "shows: [lockers]\n", "")
    copy.edit("guideline/sections/visit.yml", "[шкаф](locker:north)", "на доске")
    return copy


def test_a_rule_is_one_module(without_lockers: Copy) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.S)
    (rule,) = (block for block in blocks if 'CODE = "199"' in block)
    without_lockers.drop("cjm/lint/rules/short_title.py", rule)
    without_lockers.write(without_lockers.club, {"touchpoints/way.yml": "journey: way\ntitle: Путь\nstages:\n  - stage: one\n    title: Один\n    touchpoints:\n      - {id: go, title: Я, contact: product, channel: site, entry: true, outcome: Всё}\n"})  # fmt: skip
    assert "CJM199" in without_lockers.cjm("lint", "--select", "199", "--fail-on", "error")
    assert "short-title" in without_lockers.cjm("rule", "199")


def test_a_page_kind_is_a_module_and_a_template(without_lockers: Copy) -> None:
    without_lockers.drop("cjm/pages/kinds/owners.py", (
        '"""Who owns what."""\n\nfrom collections.abc import Iterator\n\nfrom cjm.pages.page import Edition, Page\n\n\n'
        'def pages(edition: Edition) -> Iterator[Page]:\n    yield Page("owners.md", "owners.md", "Кто за что отвечает")\n'
    ))  # fmt: skip
    without_lockers.drop(
        "templates/pages/owners.md",
        "# {{ page.title }}\n\n{% for one in handbook.outline.people %}{{ one.name }}{% endfor %}\n",
    )
    without_lockers.cjm("build", "--draft")
    assert "Анна" in (without_lockers.club / "site_build/out/site/owners.html").read_text("utf-8")


def test_a_report_format_is_one_module(without_lockers: Copy) -> None:
    without_lockers.drop("cjm/report/count.py", (
        '"""Findings in, their number out."""\n\nfrom cjm.report import Report\n\n\n'
        'def render(report: Report) -> str:\n    return f"{len(report.verdict.shown)} in all\\n"\n'
    ))  # fmt: skip
    assert without_lockers.cjm("lint", "--select", "502", "--format", "count") == "0 in all\n"


def test_a_command_is_one_module(without_lockers: Copy) -> None:
    without_lockers.drop("cjm/cli/commands/hello.py", (
        '"""`cjm hello`."""\n\nimport typer\n\nfrom cjm.language.says import Says\n\n'
        'HELP = Says("Поздороваться.", "Greet.")\napp = typer.Typer(add_completion=False, rich_markup_mode=None)\n\n\n'
        '@app.command()\ndef command() -> None:\n    typer.echo("Здравствуйте")\n'
    ))  # fmt: skip
    assert without_lockers.cjm("hello") == "Здравствуйте\n"
    assert "Поздороваться." in without_lockers.cjm("--help")
    assert "Greet." in without_lockers.cjm("--lang", "en", "--help")


def test_a_format_to_take_in_is_one_module(without_lockers: Copy) -> None:
    without_lockers.drop("cjm/intake/readers/org.py", (
        '"""Org: `*` is a heading."""\n\nfrom collections.abc import Iterator\n\nfrom cjm.intake.block import Document\n'
        'from cjm.intake.readers import markdown\nfrom cjm.tables import FileSort\n\nFIRST = 10\n\n\n'
        'def takes(name: str, sort: FileSort) -> bool:\n    return name.endswith(".org")\n\n\n'
        'def read(name: str, raw: bytes) -> Iterator[Document]:\n    yield from markdown.read(name, raw.replace(b"*", b"#"))\n'
    ))  # fmt: skip
    (without_lockers.club / "a.org").write_text("* Звонок\n\n- Возьмите трубку\n", encoding="utf-8")
    assert "Звонок · guideline/sections/zvonok.yml, шагов 1" in without_lockers.cjm("import", "a.org", "--dry-run")


def test_a_system_whose_answers_are_known_is_one_module(without_lockers: Copy) -> None:
    without_lockers.drop("cjm/answers/formats/guestbook.py", (
        '"""The guest book of the house."""\n\nMEANS = {"когда был": "at", "кто": "drop", "сказал": "words"}\n\n\n'
        'def takes(heading: tuple[str, ...]) -> bool:\n    return heading[0] == "когда был"\n'
    ))  # fmt: skip
    (without_lockers.club / "g.csv").write_text("Когда был;Кто;Сказал\n03.10.2026;Анна;Холодно\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as environ:
        environ.setenv("CJM_PRIVATE", str(without_lockers.club.parent / "private"))
        without_lockers.cjm("private", "open", "--owner", "Марина")
        assert "ответов 1, новых 1" in without_lockers.cjm("voice", "import", "g.csv", "--form", "desk")


def test_a_form_of_export_is_one_module(copy: Copy) -> None:
    copy.drop(
        "cjm/export/forms/titles.py",
        '"""Titles."""\n\n\ndef render(handbook, order):\n'
        "    return {order.name(handbook, '.txt'): '\\n'.join(one.title for one in handbook.sections).encode()}\n",
    )
    copy.cjm("export", "titles", "-o", "titles.txt")
    assert (copy.club / "titles.txt").read_text("utf-8") == "Визит"
    # and what is dropped into the model goes out in the forms that there are
    copy.drop("cjm/model/shared/locker.py", LOCKER)
    copy.cjm("export", "json", "-o", "club.json")
    read = json.loads((copy.club / "club.json").read_text("utf-8"))
    assert read["lockers"][0] == {
        "id": "north", "title": "Северный шкаф", "rule": "Залог 300 ₽, ключ берут [гости](section:visit).", "keeper": ["desk"], "kept": 259200,
    }  # fmt: skip
    copy.cjm("export", "csv", "-o", "out")
    assert "Шкаф;Правило;Кто хранит ключ" in (copy.club / "out/club-locker.csv").read_text("utf-8-sig")
    copy.cjm("export", "md", "-o", "club.md")
    assert "## Шкафы для вещей\n\n### Северный шкаф\n\n**Правило:** Залог 300 ₽" in (copy.club / "club.md").read_text(
        "utf-8"
    )
