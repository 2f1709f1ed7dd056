"""A year of the reference club, made up from a seed: what its forms, its CRM and a review site would give away, and its cases.

`python tests/answers/invented_year.py` takes the files in as a club would and writes the months into guideline/voice.
`python tests/answers/invented_year.py FOLDER` leaves the private part in FOLDER: `CJM_PRIVATE=FOLDER cjm cases` shows it. Nobody
in it lives: names, telephones and words are drawn from the lists below.
"""

import csv
import datetime as dt
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cjm.answers.reading import masking
from cjm.app import voice
from cjm.app.private import open_room
from cjm.approval.reading import read_digest
from cjm.cases.case import Appeal, Case, CaseSort, appeal_answered, appealed, happened_again, keep_case, term
from cjm.load import load_folder
from cjm.model import Handbook
from cjm.private.room import Room

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 22)
MONTHS = tuple(f"{2025 + (10 + at) // 12}-{(10 + at) % 12 + 1:02}" for at in range(12))
SEED = 18
FIRST = ("Гульнара", "Эмилия", "Данияр", "Агата", "Мирон", "Лиана", "Тихон", "Ульяна", "Зарема", "Савва", "Стефания", "Ратмир", "Влада", "Фёкла", "Игнат")  # fmt: skip
LAST = ("Брусникина", "Залесская", "Кондратенко", "Мухаметшина", "Овсянкина", "Тюленева", "Шелестова", "Ярцева", "Пичугина", "Дорофеева", "Хвостова", "Ежова")  # fmt: skip
CHILDREN = ("Эмилия", "Мирон", "Агата", "Тихон", "Савва", "Стефания", "Ратмир", "Игнат")
# How many of a hundred were not happy at each touchpoint that the bot asks about, and how many it asks a month.
ASKED = {
    "messenger-question": (7, 12), "first-call": (5, 14), "callback": (14, 8), "waiting-list": (38, 3), "trial-booking": (6, 16),
    "trial-payment": (11, 14), "evening-note": (3, 17), "evening-question": (19, 6), "arrival": (4, 18), "check-in": (26, 18),
    "no-certificate": (33, 3), "changing-room": (12, 17), "mother-shower": (8, 12), "family-shower": (36, 6), "shower-queue": (60, 1),
    "handover": (4, 16), "first-class": (3, 16), "tears": (25, 2), "first-feedback": (6, 15), "offer": (24, 14), "rules-explained": (15, 8),
    "first-charge": (28, 4), "late-cancel": (34, 4), "club-cancel": (40, 2), "visit": (5, 20),
    "balance-question": (22, 5), "repeat-feedback": (7, 10), "renewal-offer": (20, 8),
}  # fmt: skip
CHANGED = {"family-shower": ("2026-10", 18)}  # a door, a key and a sign on the fifth of October
SAID = {
    "family-shower": ("Кабина одна, а нас трое пап, {child} замёрз", "Ждали душевую с {child} двадцать минут", "Ключ от душевой искали всей сменой"),
    "check-in": ("Держу {child} на руках и заполняю три листа", "Очередь у стойки, опоздали на занятие"),
    "waiting-list": ("Написали раз и пропали. Мы в очереди вообще?",),
    "offer": ("Сначала назвали цену, потом стали объяснять зачем",),
    "no-certificate": ("Про справку узнали у стойки. Спросите {name}, она подтвердит",),
    "": ("Стало лучше, спасибо", "Звонила {name}, {phone}, так и не перезвонили", "Шумно", "Просто так себе"),
}  # fmt: skip
REVIEWS = (
    (5, "{child} бежит на занятия, спасибо тренеру"), (5, "Чисто, тепло, встретили по имени"), (5, "Ходим второй год, {name} советует всем"),
    (4, "Всё хорошо, но парковка маленькая"), (2, "Душевая занята, ждали с мокрым ребёнком"), (1, "Списали занятие за болезнь, {name} звонила дважды"),
    (3, "Вода тёплая, в раздевалке тесно"), (5, "Объяснили правила спокойно"),
)  # fmt: skip
# How many complaints of each topic the register has by month: what sections and improvements tell of is among them.
COMPLAINTS = {
    "жалобы на душ и раздевалку": ("family-shower", (5, 4, 7, 5, 6, 4, 6, 5, 7, 4, 6, 1), (
        "Папа с дочкой {child} ждали ключ четверть часа", "В душе вода чуть тёплая, {child} плакал(а)", "{name} просила вторую кабину, {phone}",
    )),
    "споры о списаниях": ("balance-question", (8, 10, 7, 9, 11, 8, 9, 10, 8, 9, 9, 8), (
        "{name} насчитала шесть занятий, у нас пять", "Списали в день, когда {child} болел(а), ждёт ответа на {phone}", "Не помнит переноса, спорила в чате",
    )),
    "отказы от перехода в старшую группу": ("group-hint", (3, 2, 4, 3, 3, 5, 2, 3, 4, 3, 4, 3), (
        "{child} не хочет к новому тренеру", "{name} просит оставить {child} до весны",
    )),
    "жалобы на фены": ("changing-room", (9, 8, 9, 6, 3, 2, 3, 2, 3, 2, 2, 3), (
        "Фен занят, {child} поехал(а) с мокрой головой", "Один фен не греет, {name} стояла в очереди",
    )),
    "жалобы на шум у бортика": ("handover", (4, 3, 2, 4, 3, 2, 3, 2, 3, 2, 3, 2), ("Музыка громче инструктора, {child} не слышит", "{name}: кричат через весь бассейн")),
    "standing-and-waiting": ("check-in", (8, 9, 10, 8, 9, 7, 10, 9, 8, 10, 9, 4), ("Стоим с {child} у стойки, бумаги на коленях", "{name} ждала четверть часа и позвонила с {phone}")),
    "nobody-told": ("first-charge", (6, 8, 7, 5, 7, 8, 6, 7, 6, 8, 7, 2), ("Про первое списание не знали, {name}", "{name}: «мне про отмену до вечера никто не говорил»")),
}  # fmt: skip
OTHERS: tuple[tuple[CaseSort, str, str, str], ...] = (
    ("communication", "check-in", "утренняя смена", "Не поздоровались с {name}, смотрели в экран"),
    ("communication", "first-call", "вечерняя смена", "Назвали цену раньше, чем спросили про {child}"),
    ("communication", "evening-question", "вечерняя смена", "Ответили {name} утром вместо вечера"),
    ("process", "evening-note", "утренняя смена", "Вечернее сообщение не ушло: {phone} записан с ошибкой"),
    ("process", "changing-room", "вечерняя смена", "Ключ от синей двери остался у семьи, {name} ждала"),
    ("praise", "first-class", "", "{name}: {child} впервые нырнул(а) и смеётся"),
    ("praise", "check-in", "", "Узнали по имени с порога, {name} растрогана"),
    ("idea", "changing-room", "", "{name} предлагает крючки пониже, чтобы {child} вешал(а) сам(а)"),
    ("idea", "", "", "Показывать у входа, какая сегодня вода"),
    ("observation", "arrival", "", "Третий раз за неделю входят не в ту дверь"),
)


class Luck(random.Random):
    """Draws of one seed, and who appears in them."""

    def poisson(self, mean: float) -> int:
        count, left = 0, self.expovariate(1)
        while left < mean:
            count, left = count + 1, left + self.expovariate(1)
        return count

    def person(self) -> str:
        return f"{self.choice(FIRST)} {self.choice(LAST)}"

    def phone(self) -> str:
        return f"+7 9{self.randint(10, 69)} {self.randint(100, 999)}-{self.randint(10, 99)}-{self.randint(10, 99)}"

    def filled(self, words: str) -> str:
        return words.format(child=self.choice(CHILDREN), name=self.person(), phone=self.phone())

    def moment(self, month: str) -> dt.datetime:
        return dt.datetime.fromisoformat(f"{month}-01") + dt.timedelta(minutes=self.randint(0, 28 * 1440 - 1))


def inbox(handbook: Handbook) -> Iterator[tuple[str, str, list[list[str]]]]:
    """The source, the name and the rows of each file of the year."""
    luck = Luck(SEED)
    titles = {id: one.title for id, one in handbook.touchpoint.items()}
    form = [
        [
            "Отметка времени",
            "Порекомендуете ли вы нас друзьям, от 0 до 10?",
            "Что поправить?",
            "Вы у нас",
            "Ваше имя",
            "Телефон",
        ]
    ]
    bot = [["Дата", "О чём спросили", "Как вам?", "Что было не так?", "Имя"]]
    crm = [["ID", "Название сделки", "Дата создания сделки", "Полное имя контакта", "Ответственный"]]
    reviews = [["createTime", "starRating", "comment", "reviewer"]]
    for at, month in enumerate(MONTHS):
        for _ in range(luck.poisson(36)):
            state = luck.choices(("ходим больше полугода", "ходим первые месяцы", "перестали ходить"), (60, 34, 6))[0]
            glad = {"ходим больше полугода": 74, "ходим первые месяцы": 62, "перестали ходить": 20}[state] + at // 3
            scores = luck.choices(((9, 10), (7, 8), (2, 3, 5, 6)), (glad, 26, max(100 - glad - 26, 4)))[0]
            words = luck.filled(luck.choice(SAID[""])) if scores[0] < 7 else ""
            form.append(
                [
                    f"{luck.moment(month):%d.%m.%Y %H:%M:%S}",
                    str(luck.choice(scores)),
                    words,
                    state,
                    luck.person(),
                    luck.phone(),
                ]
            )
        for id, (bad, many) in ASKED.items():
            since, now = CHANGED.get(id, ("9999", bad))
            for _ in range(luck.poisson(many)):
                worse = luck.random() * 100 < (now if month >= since else bad)
                answer = (
                    luck.choices(("так себе", "плохо"), (3, 1))[0]
                    if worse
                    else luck.choices(("очень хорошо", "хорошо"), (3, 2))[0]
                )
                words = luck.filled(luck.choice(SAID.get(id, SAID[""]))) if worse and luck.random() < 0.6 else ""
                bot.append([f"{luck.moment(month):%d.%m.%Y}", titles[id], answer, words, luck.person()])
        for number in range(luck.poisson(165)):
            day, who = luck.moment(month), f"{luck.person()} {month}-{number}"
            for _ in range(1 + (luck.random() < 0.19)):
                crm.append([str(len(crm)), "Вопрос", f"{day:%d.%m.%Y}", who, luck.person()])
                day += dt.timedelta(days=luck.randint(1, 6))
        for _ in range(luck.poisson(7)):
            stars, words = luck.choices(REVIEWS, (5, 5, 4, 3, 2, 1, 2, 3))[0]
            reviews.append([f"{luck.moment(month):%Y-%m-%dT%H:%M:%SZ}", str(stars), luck.filled(words), luck.person()])
    yield "feedback-form", "Как у нас дела (Ответы).csv", form
    yield "visit-question", "Вопрос бота о визите.csv", bot
    yield "crm", "deals.csv", crm
    yield "review", "reviews.csv", reviews


COLUMNS = {
    "visit-question": {"О чём спросили": "точка", "Как вам?": "csi", "Что было не так?": "слова", "Имя": "убрать"},
    "feedback-form": {
        "Порекомендуете ли вы нас друзьям, от 0 до 10?": "nps",
        "Что поправить?": "слова",
        "Вы у нас": "признак",
    },
    "review": {"starRating": "csi"},
    "crm": {},
}
RULES = {"душевая": "family-shower", "списали": "late-cancel", "раздевалка": "changing-room"}


def write_cases(handbook: Handbook, room: Room) -> None:
    """The register of the year: complaints by topic, mistakes with their appeals and re-checks, praise, ideas, observations."""
    luck = Luck(SEED + 1)
    mask = masking(handbook, voice.staff_titles(handbook, room), handbook.outline.language)
    number = 0

    def write(sort: CaseSort, month: str, place: str, words: str, topic: str = "", group: str = "") -> None:
        nonlocal number
        day = luck.moment(month).date()
        if day > TODAY:
            return
        number += 1
        section = next(iter(handbook.touchpoint[place].standard), "") if place else ""
        case = Case(
            f"c-{number:06}", day, sort, mask(luck.filled(words))[0], place, section,
            read_digest(handbook.section[section], handbook) if section else "", topic, group,
            recheck=None if sort == "praise" else day + term("recheck-time", handbook), state="closed" if sort == "praise" else "open",
        )  # fmt: skip
        if sort in ("communication", "process"):
            case = replace(case, appeal=Appeal(day + term("appeal-time", handbook)))
            if luck.random() < 0.25 and (day := day + dt.timedelta(days=3)) <= TODAY:
                case = appealed(case, day, handbook)
                if case.appeal and case.appeal.answer_by and case.appeal.answer_by <= TODAY:
                    case = appeal_answered(case, luck.choices(("mistake", "no-mistake"), (2, 1))[0])
        if (
            case.state == "open" and case.recheck and case.recheck <= TODAY - dt.timedelta(days=7)
        ):  # a week's work is left
            if case.group and luck.random() < 0.2:
                case = happened_again(case, case.recheck, handbook)
            if case.recheck and case.recheck <= TODAY:
                case = replace(case, state="rechecked")
        keep_case(room, case)

    for at, month in enumerate((*MONTHS, f"{TODAY:%Y-%m}")):
        for topic, (place, counts, words) in COMPLAINTS.items():
            for _ in range(counts[at] if at < len(counts) else counts[-1]):
                write("complaint", month, place, luck.choice(words), topic)
        for sort, place, group, said in luck.choices(OTHERS, k=5 + luck.poisson(4)):
            write(sort, month, place, said, group=group)


def take_in(root: Path, private: Path) -> None:
    """The year taken in and counted, as a club does it: the files lie in `private` and nowhere else."""
    os.environ["CJM_PRIVATE"] = str(private)
    handbook = load_folder(root)
    room = open_room(handbook, root, "Марина Соколова")
    write_cases(handbook, room)
    luck = random.Random(SEED)
    for source, name, rows in inbox(handbook):
        file = private / name
        with file.open("w", encoding="cp1251", newline="") as stream:
            csv.writer(stream, delimiter=";").writerows(rows)
        opened = voice.opened_answers(file, handbook, room, source, COLUMNS[source])
        voice.take_file(opened, handbook, room, TODAY)
    for word, touchpoint in RULES.items():
        voice.put_at(room, handbook, (), touchpoint, word)
    for month in MONTHS:
        visits = 380 + luck.randint(0, 60)
        voice.close_month(
            handbook, room, root, month, TODAY, {"feedback-form": 100 + luck.randint(-8, 8)}, visits, again=True
        )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        private = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder)
        private.mkdir(parents=True, exist_ok=True)
        take_in(ROOT, private)
