"""Answers come as systems export them, are taken without names, placed, and counted; twice the same adds nothing."""

import datetime as dt
import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from cjm.book import book
from cjm.cli import main
from cjm.export.forms import ExportOrder, export_files
from cjm.load import load_folder
from cjm.model.shared.index import Index
from cjm.search import search_index
from cjm.voice import values

DAY = dt.date(2026, 11, 28)
CLUB = {
    "guideline/handbook.yml": (
        "handbook: club\ntitle: Клуб «Кораблик»\norganisation: Клуб у реки\nlanguage: ru\nparts: [{id: all, title: Всё, sections: []}]\n"
        "channels: [{id: desk, title: Стойка}]\npeople: [{id: olga, name: Ольга Ветрова, role: desk}]\n"
    ),
    "guideline/roles.yml": "roles: [{id: desk, title: Администратор}]\n",
    "guideline/resources.yml": (
        "resources:\n  - {id: how-are-you, title: Анкета «Как у нас дела?», kind: form}\n  - {id: bot, title: Вопрос бота, kind: form}\n"
        "  - {id: crm, title: CRM, kind: system}\n"
    ),
    "guideline/indices.yml": (
        "indices:\n  - {id: nps, title: NPS, formula: promoters-minus-detractors, of: [how-are-you, review]}\n"
        "  - {id: csi, title: CSI, formula: top-two}\n  - {id: fcr, title: FCR, formula: not-returned, of: crm, within: 7 дней}\n"
    ).replace("[how-are-you, review]", "how-are-you"),
    "touchpoints/visit.yml": (
        "journey: visit\ntitle: Визит\nstages:\n  - stage: in\n    title: Приход\n    touchpoints:\n"
        "      - {id: desk, title: Встреча у стойки, contact: person, channel: desk}\n"
        "      - {id: shower, title: Семейная душевая, contact: person, channel: desk}\n"
    ),
}
GOOGLE = (
    "Отметка времени,Порекомендуете ли вы нас?,Как вам душевая?,Что поправить?,Ваше имя,Вы у нас\n"
    "03.10.2026 18:03:12,10,очень хорошо,\"Спасибо, Ольга! \"\"Кораблик\"\" лучший\",Мария Котова,ходим\n"
    "04.10.2026 9:00:00,9,хорошо,,Пётр,ходим\n"
    "05.10.2026 9:00:00,3,плохо,\"Душ ледяной,\nдочь Милана плакала, звоните +7 916 123-45-67\",Анна Белова,были раз\n"
    "05.10.2026 9:00:00,3,плохо,\"Душ ледяной,\nдочь Милана плакала, звоните +7 916 123-45-67\",Анна Белова,были раз\n"
    "06.10.2026 9:00:00,7,так себе,=cmd|'/c calc'!A0,<script>alert(1)</script>,ходим\n"
    "07.10.2026 9:00:00,8,хорошо,,,ходим\n08.10.2026 9:00:00,10,хорошо,,,ходим\n09.10.2026 9:00:00,10,хорошо,,,были раз\n"
)  # fmt: skip
NAMES = ("Котов", "Белов", "Милан", "916", "Ольга", "Пётр")


@pytest.fixture
def club(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CJM_PRIVATE", str(tmp_path / "private"))
    for file, text in CLUB.items():
        (tmp_path / "club" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "club" / file).write_text(text, encoding="utf-8")
    assert cjm(tmp_path / "club", "private", "open", "--owner", "Марина").exit_code == 0
    return tmp_path / "club"


def cjm(club: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--root", str(club), "--today", DAY.isoformat()])


def put(club: Path, name: str, content: str | bytes) -> str:
    file = club.parent / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(file)


def kept(club: Path, folder: str = "answers") -> str:
    return "".join(file.read_text("utf-8") for file in (club.parent / "private" / "club" / folder).glob("*.json"))


def test_a_form_is_asked_about_once_then_known_and_counted(club: Path) -> None:
    file = put(club, "Как у нас дела (Ответы).csv", GOOGLE)
    first = cjm(club, "voice", "import", file)
    assert first.exit_code == 1 and "похоже на: csi@shower" in first.output and "похоже на: nps" in first.output
    assert "Белова" not in first.output and "<script>" not in first.output.replace("Ваше имя", "")
    taken = cjm(club, "voice", "import", file, "--yes")
    assert taken.exit_code == 0 and "ответов 8, новых 8" in taken.output and "не разложено" not in taken.output
    assert "ответов 8, новых 0" in cjm(club, "voice", "import", file).output  # known now; twice adds nothing
    longer = put(club, "ещё.csv", GOOGLE + "01.11.2026 9:00:00,10,хорошо,,,ходим\n")
    assert "ответов 9, новых 1" in cjm(club, "voice", "import", longer).output
    assert (
        not any(name in kept(club) for name in NAMES) and "[администратор]" in kept(club) and "Кораблик" in kept(club)
    )
    closed = cjm(club, "voice", "close", "2026-10", "--sent", "how-are-you=40", "--visits", "415")
    assert closed.exit_code == 0, closed.output
    text = (club / "guideline/voice/2026-10.yml").read_text("utf-8")
    assert (
        '{index: csi, touchpoint: visit/shower, source: how-are-you, best: 5, scores: {"2": 3, "4": 4, "5": 1}}' in text
    )
    assert "by:" not in text and "visits: 415" in text  # five of eight stay, three would be known
    handbook = load_folder(club)
    assert not handbook.problems
    nps = next(one for one in handbook.of(Index) if one.id == "nps")
    (found,) = values(nps, handbook)
    assert (found.found.n, round(found.found.value), found.sent) == (8, 25, 40)
    assert "замечаний нет" in cjm(club, "lint", "--select", "0,430,431,406,409").output


def test_a_row_of_a_day_to_come_is_told_and_not_taken(club: Path) -> None:
    file = put(club, "Как у нас дела (Ответы).csv", GOOGLE + "09.10.2062 9:00:00,10,хорошо,,,ходим\n")
    taken = cjm(club, "voice", "import", file, "--yes")
    assert "ответов 8, новых 8" in taken.output and "день ещё не настал, не взяты, строки: 12" in taken.output
    assert "2062" not in kept(club)


@pytest.mark.parametrize(
    "encoded",
    [
        GOOGLE.replace(",", ";").replace("Спасибо;", "Спасибо,").replace("ледяной;", "ледяной,").replace("плакала;", "плакала,").replace("Спасибо, О", "Спасибо, О").encode("cp1251"),
        b"\xef\xbb\xbf" + GOOGLE.encode(),
        b"\xff\xfe" + GOOGLE.encode("utf-16-le"),
        ("<table border=1>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (
            ("Отметка времени", "Порекомендуете ли вы нас?"), *((f"{day:02}.10.2026", "10") for day in range(1, 9)))) + "</table>").encode(),
    ],
    ids=["cp1251", "bom", "utf16", "html-xls"],
)  # fmt: skip
def test_encodings_and_separators(club: Path, encoded: bytes) -> None:
    name = "o.xls" if encoded.startswith(b"<") else "o.csv"
    taken = cjm(club, "voice", "import", put(club, name, encoded), "--form", "how-are-you", "--yes")
    assert "ответов 8, новых 8" in taken.output, taken.output


def test_a_workbook_with_real_dates_and_the_rest_of_a_review_site(club: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["reviewId", "reviewer", "starRating", "comment", "createTime"])
    sheet.append(["a1", "Иван Котов", "FIVE", "Всё отлично", "2026-10-02T15:01:23Z"])
    sheet.append(["a2", "Мария", "ONE", "В душевой холодно", dt.datetime(2026, 10, 3, 12, 5)])
    out = io.BytesIO()
    book.save(out)
    taken = cjm(
        club, "voice", "import", put(club, "r.xlsx", out.getvalue()), "--form", "review", "--column", "starRating=csi"
    )
    assert "ответов 2, новых 2" in taken.output and "не разложено по точкам: 2" in taken.output, taken.output
    listed = cjm(club, "voice", "place").output
    assert listed.splitlines()[0].endswith("В душевой холодно")  # the worst first
    assert "Котов" not in kept(club) and "Мария" not in kept(club)


def test_words_are_placed_by_hand_and_from_then_on_by_rule(club: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "createTime,starRating,comment\n2026-10-02,1,В душевой холодно\n2026-10-03,2,Ледяная душевая\n2026-10-04,1,Долго ждали\n"
    cjm(club, "voice", "import", put(club, "r.csv", text), "--form", "review", "--column", "starRating=csi")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    class Desk(io.StringIO):
        def isatty(self) -> bool:
            return True

    from cjm.app import voice
    from cjm.app.private import opened_room

    handbook = load_folder(club)
    room = opened_room(handbook, club)
    first, *_ = voice.to_place(room)
    assert voice.put_at(room, handbook, (first,), "shower", "душевая") == 2
    assert [one.words for one in voice.to_place(room)] == ["Долго ждали"]
    more = put(club, "r2.csv", text + "2026-10-09,2,Опять душевая закрыта\n")
    assert "новых 1" in cjm(club, "voice", "import", more, "--form", "review").output
    assert len(voice.to_place(room)) == 1
    cjm(club, "voice", "close", "2026-10")
    month = (club / "guideline/voice/2026-10.yml").read_text("utf-8")
    assert "{what: complaint, touchpoint: visit/shower, source: review, n: 3}" in month


def test_who_came_again_within_the_time_and_who_still_may(club: Path) -> None:
    rows = ["ID;Название сделки;Дата создания сделки;Полное имя контакта;Дата закрытия"]
    rows += [
        f"{at};Вопрос;{day}.11.2026;{who};не закрыта"
        for at, (day, who) in enumerate([("01", "Анна К"), ("05", "Анна К"), ("02", "Пётр"), ("26", "Иван")])
    ]
    taken = cjm(
        club, "voice", "import", put(club, "amo.csv", "\n".join(rows).encode("cp1251")), "--form", "crm", "--yes"
    )
    assert "ответов 4" in taken.output, taken.output
    cjm(club, "voice", "close", "2026-11")
    month = (club / "guideline/voice/2026-11.yml").read_text("utf-8")
    assert (
        '{index: fcr, source: crm, best: 1, scores: {"0": 1, "1": 2}, waiting: 1}' in month
        and "until: 2026-11-28" in month
    )
    assert not any(name in kept(club) for name in ("Анна", "Пётр"))


def test_an_answer_by_phone_is_typed_in_a_line(club: Path) -> None:
    said = cjm(
        club,
        "voice",
        "typed",
        "phone",
        "nps=9",
        "csi@visit/shower=4",
        "Марина сказала, что душ холодный",
        "--day",
        "2026-10-05",
    )
    assert "новых 1" in said.output, said.output
    again = cjm(
        club,
        "voice",
        "typed",
        "phone",
        "nps=9",
        "csi@visit/shower=4",
        "Марина сказала, что душ холодный",
        "--day",
        "2026-10-05",
    )
    assert "новых 1" in again.output and "Марина" not in kept(club)
    assert "не понято" in cjm(club, "voice", "typed", "phone", "npz=9").output
    assert "не понято" in cjm(club, "voice", "typed", "phone", "9").output  # nine of what?
    assert "ещё не наступило" in cjm(club, "voice", "typed", "phone", "nps=9", "--day", "2026-12-20").output
    assert "возможно" in cjm(club, "voice", "import", put(club, "x.csv", GOOGLE), "--form", "how-are-yu").output


def test_counts_of_a_warehouse_are_taken_as_they_are(club: Path) -> None:
    text = "month,index,touchpoint,source,best,score,n\n2026-09,csi,visit/shower,bot,5,5,40\n2026-09,csi,visit/shower,bot,5,2,9\n"
    assert "взято строк подсчёта 2" in cjm(club, "voice", "import", put(club, "c.csv", text), "--counts").output
    cjm(club, "voice", "close", "2026-09")
    assert 'scores: {"2": 9, "5": 40}' in (club / "guideline/voice/2026-09.yml").read_text("utf-8")
    bad = cjm(club, "voice", "import", put(club, "d.csv", text.replace("shower", "sauna")), "--counts")
    assert bad.exit_code == 1 and "строка 2" in bad.output


def test_nothing_is_taken_away_by_counting_again(club: Path) -> None:
    cjm(club, "voice", "import", put(club, "o.csv", GOOGLE), "--form", "how-are-you", "--yes")
    cjm(club, "voice", "close", "2026-10")
    for file in (club.parent / "private/club/answers").glob("*.json"):
        entry = json.loads(file.read_text("utf-8"))
        file.write_text(json.dumps(entry | {"rows": entry["rows"][:3]}), encoding="utf-8")
    less = cjm(club, "voice", "close", "2026-10")
    assert less.exit_code == 1 and "--again" in less.output
    assert cjm(club, "voice", "close", "2026-10", "--again").exit_code == 0
    none = cjm(club, "voice", "close", "2025-01")
    assert none.exit_code == 1 and "2026-10" in none.output


HOSTILE = [
    "=cmd|'/c calc'!A0",
    "<img src=x onerror=alert(1)>",
    "\x1b[2J\x1b]0;gone\x07",
    "{{ price }}",
    "]]>",
    "`id`",
    "a: b, {c",
    "\u202egnp.exe",
    "'\"; DROP TABLE",
    "x" * 9000,
]


def test_hostile_cells_are_text_everywhere(club: Path) -> None:
    rows = "".join(
        f'0{at % 9 + 1}.10.2026,10,"{cell.replace(chr(34), chr(34) * 2)}",хорошо\n'
        for at, cell in enumerate(HOSTILE * 6)
    )
    text = 'Отметка времени,Порекомендуете ли вы нас?,=HYPERLINK("x") <b>,Как вам душевая?\n' + rows
    taken = cjm(
        club,
        "voice",
        "import",
        put(club, "h.csv", text),
        "--form",
        "how-are-you",
        "--column",
        '=HYPERLINK("x") <b>=by'.replace("=by", "") + "=by",
    )
    assert taken.exit_code in (0, 1, 2) and "\x1b" not in taken.output
    cjm(club, "voice", "import", put(club, "h.csv", text), "--form", "how-are-you", "--yes")
    assert cjm(club, "voice", "close", "2026-10").exit_code == 0
    handbook = load_folder(club)
    assert not handbook.problems, handbook.problems
    assert len(cjm(club, "lint", "--select", "0").output) < 400


@pytest.mark.parametrize("cell", ['"' + "x" * 10_000_000 + '"', '"broken'])
def test_a_cell_of_ten_megabytes_or_a_broken_quote_is_refused_with_its_row(club: Path, cell: str) -> None:
    text = f"Отметка времени,Как вам душевая?\n03.10.2026,{cell}\n" + "04.10.2026,хорошо\n" * 20_000
    said = cjm(club, "voice", "import", put(club, "b.csv", text), "--form", "bot", "--yes")
    assert said.exit_code == 1 and "строке 2" in said.output and len(said.output) < 300


def test_a_raw_file_goes_after_its_days(club: Path) -> None:
    cjm(club, "voice", "import", put(club, "o.csv", GOOGLE), "--form", "how-are-you", "--yes")
    assert kept(club, "inbox")
    late = ["--root", str(club), "--today", "2027-03-10"]
    CliRunner().invoke(main, ["private", "tidy", *late])
    assert not kept(club, "inbox") and kept(club)


@pytest.mark.slow
def test_the_year_of_the_reference_club_is_made_from_its_seed_and_names_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The months of this repository come out of the generator byte for byte, and nothing that it made up of people is in any of its files."""
    from answers.invented_year import LAST, ROOT, inbox, take_in

    monkeypatch.setenv("CJM_PRIVATE", str(tmp_path / "private"))
    club = tmp_path / "club"
    for top in ("guideline", "touchpoints"):
        shutil.copytree(ROOT / top, club / top, ignore=shutil.ignore_patterns("voice"))
    (tmp_path / "private").mkdir()
    take_in(club, tmp_path / "private")
    made = {file.name: file.read_bytes() for file in (club / "guideline/voice").glob("*.yml")}
    assert (
        made == {file.name: file.read_bytes() for file in (ROOT / "guideline/voice").glob("*.yml")} and len(made) == 12
    )
    rows = [cell for _, _, rows in inbox(load_folder(club)) for row in rows[1:] for cell in row]
    phones = {found[0] for cell in rows for found in re.finditer(r"\+7 \d{3} \d{3}-\d\d-\d\d", cell)}
    people = {found[0] for cell in rows for found in re.finditer(rf"[А-ЯЁ][а-яё]+ (?:{'|'.join(LAST)})", cell)}
    assert len(phones) > 200 and len(people) > 100
    kept_answers = "".join(
        file.read_text("utf-8")
        for name in ("answers", "cases")
        for file in (tmp_path / "private").rglob(f"{name}/*.json")
    )
    assert kept_answers.count('"id":"c-') > 400  # one file a case
    committed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    ).stdout.split("\0")
    texts = [
        (name, (ROOT / name).read_bytes())
        for name in committed
        if name and (ROOT / name).is_file() and not name.startswith("tests/")
    ]
    texts.append(("answers that are kept", kept_answers.encode()))
    handbook = load_folder(ROOT)
    texts += [("search", search_index(handbook).encode()), ("book", repr(book(handbook, today=DAY)).encode())]
    for form in ("csv", "json", "xlsx"):
        for name, raw in export_files(form, handbook, ExportOrder("ru", DAY)).items():
            parts = zipfile.ZipFile(io.BytesIO(raw)) if raw[:2] == b"PK" else None
            texts += [(part, parts.read(part)) for part in parts.namelist()] if parts else [(name, raw)]
    site = ROOT / "site_build/out/site"
    texts += [(file.name, file.read_bytes()) for file in site.rglob("*") if file.is_file()] if site.is_dir() else []
    anybody = re.compile("|".join(map(re.escape, (*phones, *people, *LAST))).encode())
    assert [(name, found[0].decode()) for name, raw in texts if (found := anybody.search(raw))] == []


def test_a_heading_or_a_value_that_names_somebody_is_no_cut() -> None:
    from cjm.answers.reading import attribute_of

    assert attribute_of("Вы у нас", "ходим") == ("Вы у нас", "ходим")
    assert attribute_of("Тренер", "Кирилл Андреевич Павлов") is None
    assert attribute_of("Как вам тренер Кирилл?", "хорошо") == ("Как вам тренер [имя]?", "хорошо")
    assert attribute_of("=HYPERLINK(1) <b>", "{{ price }} `x`") == ("HYPERLINK(1) b", "price x")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "чьи это ответы, по файлу не видно. Назовите анкету: --form"),
        (("--form", "how-are-you"), "--column \"Название=время\""),
        (("--form", "how-are-you", "--column", "оценк=nps"), "столбца «оценк» в файле нет. Есть: «дата», «оценка»"),
        (("--form", "how-are-you", "--column", "дата=время", "--column", "оценка=csi"), "не видно, какая у оценок шкала"),
        (("--form", "how-are-you", "--column", "дата=время", "--column", "оценка=nps"), "не оценка: строка 3, «оценка»: 11"),
        (("--form", "how-are-you", "--column", "дата=время", "--column", "оценка=цвет"), "«оценка»: «цвет» не понято"),
    ],
)  # fmt: skip
def test_each_cause_has_its_own_words(club: Path, options: tuple[str, ...], told: str) -> None:
    file = put(club, "odd.csv", 'дата;оценка\n"32.13.2026";десять\n01.10.2026;11\n')
    assert told in " ".join(cjm(club, "voice", "import", file, "--yes", *options).output.split())


def a_workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Анкета клуба"],
        ["Когда", "Кто", "Оценки", None, "Что поправить?"],
        [None, None, "Порекомендуете ли вы нас?", "Душевая", None],
    ):
        sheet.append(row)
    for merged in ("A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3"):
        sheet.merge_cells(merged)
    for day in range(1, 9):
        sheet.append([dt.datetime(2026, 10, day, 10, 5), "Мария К.", day + 2, "ужс" if day == 3 else "хорошо", "тесно"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


MESSY = (
    "Отчёт за октябрь;;;;\nКлуб;;Оценки;;Прочее\nКогда;Кто;Порекомендуете ли вы нас?;Душевая;Что поправить?\n"
    + "".join(f"{day:02}.10.2026;Мария К.;{'-' if day == 4 else day + 1};{'ужс' if day == 3 else 'хорошо'};тесно\n" for day in range(1, 9))
)  # fmt: skip


@pytest.mark.parametrize(
    "file",
    [
        ("o.csv", MESSY.encode("cp1251")),
        ("o.xls", ("<table border=1><tr><td colspan=5>Отчёт</td></tr>" + "".join(f"<tr><td>{row.replace(';', '</td><td>')}</td></tr>" for row in MESSY.splitlines()[1:]) + "</table>").encode()),
        ("o.xlsx", a_workbook()),
    ],
    ids=["cp1251", "html-xls", "merged"],
)  # fmt: skip
def test_titles_in_two_rows_a_dash_and_a_slip_among_the_scores(club: Path, file: tuple[str, bytes]) -> None:
    asked = cjm(club, "voice", "import", put(club, *file), "--form", "how-are-you")
    told = " ".join(asked.output.split())
    for title, guess in (
        ("Когда", "время"),
        ("Кто", "убрать"),
        ("Порекомендуете ли вы нас?", "nps"),
        ("Душевая", "csi@shower"),
        ("Что поправить?", "слова"),
    ):
        assert re.search(rf"«{re.escape(title)}»: [^«]*похоже на: {guess}", told), (title, told)
    assert "Мария" not in told
    taken = cjm(club, "voice", "import", put(club, *file), "--form", "how-are-you", "--yes")
    assert "ответов 8, новых 8" in taken.output and taken.output.count("не оценка") == 1 and "ужс" in taken.output
