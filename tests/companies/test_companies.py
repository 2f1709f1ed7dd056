"""Two companies written as they are: nothing accepted, nothing invented; what nobody knows yet is a question."""

import datetime as dt
import io
import re
import shutil
import zipfile
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from cjm.app.ask import ask, take_answers, write_answers
from cjm.book import book
from cjm.lint import RuleChoice, judge
from cjm.load import load_folder
from cjm.model import Handbook
from cjm.model.shared.duty import Duty
from cjm.model.shared.improvement import Improvement
from cjm.model.shared.index import Index
from cjm.model.shared.promise import Promise
from cjm.model.shared.resource import Resource
from cjm.pages import loader, site
from cjm.view.questions import open_questions
from cjm.word.bookmarks import ties
from cjm.word.comments import remarks
from cjm.word.document import word

HERE = Path(__file__).resolve().parent
TODAY = dt.date(2026, 11, 28)
COMPANIES = ("A-ladoshki", "B-vysota")

# Sections written, duties, resources, promises, indices, improvements, open questions.
COUNTS = {"A-ladoshki": (14, 25, 15, 8, 3, 0, 47), "B-vysota": (9, 8, 9, 3, 1, 2, 31)}

# What is known of a company without the words of its people: every field below was a guess of the first writing.
GUESSED = ("Доля ", "Число сообщений", "Ни одна мысль клиента", "Платёж виден тем", "Техническая ошибка в покупке не")

# Fields that do not take a sentence.
ANSWERS = {
    "address": "https://files.example/table",
    "every": "раз в неделю",
    "formula": "promoters-minus-detractors",
    "of": "form-workshop-1",
    "read_by": "system",
    "reviewed": "2026-10-01",
    "state": "doing",
    "index:fcr/within": "7 дней",
}
STANDARD = {"A-ladoshki": "any-feedback", "B-vysota": "process-error"}


@cache
def handbook_of(company: str) -> Handbook:
    return load_folder(HERE / company)


@cache
def read(company: str, form: str) -> str:
    handbook = handbook_of(company)
    if form == "book":
        text = str(book(handbook, today=TODAY)).replace("\\xa0", " ").replace("\\u{a0}", " ")
    else:
        pages = site(handbook, loader(HERE / company), today=TODAY).pages
        text = " ".join(unescape(re.sub(r"<[^>]+>", " ", page)) for page in pages.values())
    return text.replace("\u00a0", " ").replace("\u2011", "-")


@pytest.mark.parametrize("company", COMPANIES)
def test_nothing_is_forced(company: str) -> None:
    handbook = handbook_of(company)
    assert handbook.problems == ()
    written = "\n".join(path.read_text(encoding="utf-8") for path in (HERE / company).rglob("*.yml"))
    assert not re.search(r"\baccept\b", written)
    assert not re.search(r"^ *(?:- |[a-z_]+: )+[{\[]", written, re.M), "block style only"
    assert not [guess for guess in GUESSED if guess in written]
    found = judge(handbook, today=TODAY, asked=RuleChoice(profile="review")).findings
    # A moment of truth asks for a question of the test: the company has none yet.
    assert [(one.code, one.severity) for one in found] == [("CJM203", "warning")] * (company == "A-ladoshki")


@pytest.mark.parametrize("company", COMPANIES)
def test_what_stands_there(company: str) -> None:
    handbook = handbook_of(company)
    kinds = (Duty, Resource, Promise, Index, Improvement)
    found = (len(handbook.sections), *(len(handbook.of(kind)) for kind in kinds), len(open_questions(handbook)))
    assert found == COUNTS[company]


@pytest.mark.parametrize("form", ["site", "book"])
@pytest.mark.parametrize("company", COMPANIES)
def test_a_reader_finds_every_title(company: str, form: str) -> None:
    handbook, text = handbook_of(company), read(company, form)
    titles = [one.title for kind in (Duty, Resource, Index) for one in handbook.of(kind)]
    titles += [one.title for one in (*handbook.sections, *handbook.roles)]
    titles += [re.sub(r"\{\{.*", "", one.promise) for one in handbook.of(Promise)]
    titles += [one.problem for one in handbook.of(Improvement)]
    assert [title for title in titles if title not in text] == []


@pytest.mark.parametrize("company", COMPANIES)
def test_answers_to_all_questions_leave_none(company: str, tmp_path: Path) -> None:
    root, file = tmp_path / company, tmp_path / "q.md"
    shutil.copytree(HERE / company, root)
    asked = ask(load_folder(root), root, file, "ru", today=TODAY).questions
    assert len(asked) == COUNTS[company][-1]
    text = file.read_text(encoding="utf-8")
    for one in asked:
        wanted = ANSWERS | {"standard": STANDARD[company]} | ({"of": "csi-form"} if company == "B-vysota" else {})
        answer = wanted.get(one.tag) or wanted.get(one.key) or "Спросим у всех за 2 дня"
        text = text.replace(f"`{one.tag}`\n\n**Ответ:** ", f"`{one.tag}`\n\n**Ответ:** {answer}")
    file.write_text(text, encoding="utf-8")
    made = take_answers(root, file)
    assert [(one.tag, one.why.ru) for one in made.left] == []
    write_answers(root, made)
    after = load_folder(root)
    assert after.problems == () and open_questions(after) == ()
    assert "open" not in "".join(path.read_text(encoding="utf-8") for path in root.rglob("*.yml"))
    found = judge(after, today=TODAY, asked=RuleChoice(profile="review")).findings
    assert [one.message for one in found if one.severity == "error"] == []


def page(company: str, path: str) -> str:
    return site(handbook_of(company), loader(HERE / company), today=TODAY).pages[path].replace("\u00a0", " ")


def test_a_section_that_shows_roles_says_who_they_are_to_us_and_what_they_do() -> None:
    text = page("A-ladoshki", "sections/partners.md")
    assert {"наш заказчик", "наш исполнитель", "Мониторинг работы ботов"} <= set(re.findall(r"[^<>]+", text))


def test_a_section_that_shows_promises_says_what_is_open() -> None:
    text = page("A-ladoshki", "sections/promises.md")
    assert "Вовремя — это когда?" in text and "FCR" in text


def test_a_situation_leads_to_a_journey_that_is_named_by_its_id_alone() -> None:
    assert 'href=""' not in page("A-ladoshki", "index.md")


def words(text: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", text)))


def test_a_list_says_whose_it_is_and_for_whom() -> None:
    assert "Приём звонков Человек-Коммуникатор" in words(page("A-ladoshki", "sections/team.md"))
    text = words(page("A-ladoshki", "sections/questionnaires.md"))
    assert "ОБ.СВ.П-2 форма · Поход, Пришёл один раз и не ходит" in text
    assert "ОБ.СВ.П-2 (Поход; Пришёл один раз и не ходит)" in text, "where the step names it"
    assert "Боты" not in text.partition("Справочно")[2], "only what names this section, since something does"


def test_a_department_is_who_it_is_and_reads_nothing() -> None:
    text = words(page("A-ladoshki", "roles/pedagogy.md"))
    assert "наш заказчик, наш исполнитель" in text and "Главный педагог" in text
    assert "Обратная связь от клиента предоставлена вовремя" in text
    assert "Прочитано" not in text


def test_what_has_no_address_leads_to_where_it_is_told() -> None:
    assert "(None)" not in read("A-ladoshki", "book")
    text = page("A-ladoshki", "sections/first-feedback.md")
    assert 'href="../resources.html#resource-content-chat"' in text and "None" not in text


def test_a_standard_of_many_touchpoints_says_so() -> None:
    text = words(page("A-ladoshki", "sections/questionnaires.md"))
    assert "вы здесь · 1 из 7" in text and "Анкета похода (Поход)" in text
    assert "вы здесь, 1 из 7" in read("A-ladoshki", "book")


def test_hours_say_what_they_do_not_hold_for() -> None:
    assert "8:00–22:00, кроме: личная переписка; срочные вопросы" in words(page("A-ladoshki", "channels.md"))


def test_what_is_checked_has_a_box_to_tick_on_the_site_and_in_word() -> None:
    text = page("B-vysota", "sections/communication-error.md")
    assert text.count('data-tick="section:communication-error/steps/brief/check"') == 1 and "Проверено" in text
    made = word(handbook_of("B-vysota"), TODAY)
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        document = packed.read("word/document.xml").decode()
    assert document.count(":checkbox") == 1 and "☐" in document
    assert remarks(made, ties(handbook_of("B-vysota"))) == ()


@pytest.mark.parametrize("company", (*COMPANIES, "C-koleso"))
def test_no_bar_stands_empty(company: str) -> None:
    pages = site(handbook_of(company), loader(HERE / company), today=TODAY).pages
    assert not [path for path, text in pages.items() if re.search(r"<(nav|ul|ol)\b[^>]*>\s*</\1>", text)]
