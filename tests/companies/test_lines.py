"""Forty-five lines of five companies' own documents: each has one place, and readers see it on the site and in the book."""

import datetime as dt
import re
from html import unescape
from pathlib import Path

import pytest

from cjm.book import book
from cjm.lint import RuleChoice, judge
from cjm.load import load_folder
from cjm.pages import loader, site

ROOT = Path(__file__).resolve().parent / "lines"
TODAY = dt.date(2026, 11, 27)

# The line as it stood in the document, and the words by which a reader finds it. Plans, exams and cases of staff
# (E4, D6, E5, B9) come with training and the client's voice.
LINES = {
    "A1 поход, мастерская, лагерь, праздник": "Мастерская",
    "A2 ходит, был один раз, интересовался": "ходит",
    "C1 ВИП — 12 % клиентов": "ВИП",
    "A3 пишем с 8:00 до 22:00, кроме срочного": "личная переписка и срочные вопросы",
    "A4 Человек-Система заменяет Коммуникатора": "Человек-Система",
    "A5 педагогический отдел: заказчик и исполнитель": "наш исполнитель",
    "B группа входит в команду": "Рабочая группа 2",
    "C2 будут звонить партнёры": "Партнёры",
    "A6 клиент не ждёт дольше минуты": "Клиент не ждёт ответа дольше 1 минуты",
    "A7 быстро решим": "Быстро — это за сколько?",
    "A8 вовремя": "Вовремя — это когда?",
    "B1 переадресация: просить на почте": "Ставим переадресацию на выходной менеджера",
    "B2 апелляция": "Пересматриваем спорную оценку",
    "A9 внесение финансов": "Внесение финансов в CRM",
    "A10 общая задача двоих": "Записи на занятие в ЛК",
    "A11 после каждого занятия": "после каждого занятия",
    "B3 один-два раза в месяц": "1–2 раза в месяц",
    "B4 если группа названа в итогах": "группа названа в итогах месяца",
    "B5 оповестить об усилении": "аттестация сдана",
    "C3 раз в неделю совещание": "Совещание по отзывам",
    "E1 вторая неделя абонемента": "вторая неделя абонемента",
    "A12 анкета ОБ.СВ.П-1": "ОБ.СВ.П-1",
    "A13 группа «Финансы приходы»": "Все платежи с фамилией",
    "B6 стандарты команды лежат в файле": "Стандарты команды Ретейл",
    "B7 ссылка постоянная": "Ссылка постоянная, месяц в шапке",
    "C4 окно после работы с системой": "после работы с системой",
    "D1 матрица клиентов": "За что борется?",
    "A14 в лагере 13, в мастерской 8": "13 человек",
    "A15 два почти одинаковых текста": "Вы были у нас",
    "A16 NPS зависит от отметок": "отметка в соцсетях",
    "C5 NPS 41": "41",
    "C6 сайт медленный: окно, письмо, звонок, подарок": "окно с призывом",
    "E2 отцам неудобно": "пеленальный столик",
    "E3 трудно перейти в другую группу": "Ребёнку трудно перейти в другую группу",
    "D2 метеор перебивает": "говорит на ходу",
    "D3 диалог": "Заказ в дороге",
    "D4 на что откликается": "коротко",
    "D5 что обрывает": "долгие вступления",
    "C7 перезвонить ВИП за пять минут": "Перезвоните и уточните вопрос",
    "B8 брифинг, отмечают": "Проведите брифинг с менеджером",
    "E6 перед первым посещением": "Что взять",
    "E7 четырнадцать жалоб на душ": "Ледяной душ",
}  # fmt: skip


@pytest.fixture(scope="module")
def on_the_site() -> str:
    pages = site(load_folder(ROOT), loader(ROOT), today=TODAY).pages
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)) for text in pages.values()).replace("\u00a0", " ")


@pytest.fixture(scope="module")
def in_the_book() -> str:
    return str(book(load_folder(ROOT), today=TODAY)).replace("\\xa0", " ").replace("\u00a0", " ")


def test_nothing_is_forced() -> None:
    handbook = load_folder(ROOT)
    assert handbook.problems == ()
    assert not any("accept" in text for text in handbook.sources.values())
    found = judge(handbook, today=TODAY, asked=RuleChoice(profile="review")).findings
    # What the brief leaves open: since when, within what time; no section shows the types of clients.
    assert sorted(one.code for one in found if one.severity != "info") == ["CJM323"] * 2 + ["CJM327", "CJM511"], found


@pytest.mark.parametrize("line", LINES)
def test_a_reader_finds_it(line: str, on_the_site: str, in_the_book: str) -> None:
    assert LINES[line] in on_the_site, "site"
    assert LINES[line] in in_the_book, "book"


def test_the_number_of_children_depends_on_the_direction(on_the_site: str) -> None:
    assert "8 человек" in on_the_site and "уточняется" in on_the_site
