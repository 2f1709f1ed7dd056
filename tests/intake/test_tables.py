"""Rows of a table become touchpoints, conflicts, questions; a column without a place is told; Notion's export is read whole."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from cjm.intake import documents_in, plan_of
from cjm.lint import judge
from cjm.load import load_folder
from tests.intake.test_studio import TODAY, empty, run

__all__ = ["empty"]

POINTS = [
    ["Карта пути клиента"],
    ["Этап", "Точка касания", "Канал", "Что делает клиент", "Боль", "Ожидание", "Бюджет"],
    ["Обращение", "Звонок", "Телефон", "Звонит с дороги", "Долго не берут", "1 минута", "5"],
    ["", "Сообщение в чат", "Голубиная почта", "Пишет вечером", "", "до утра"],
    ["Занятие", "Первое занятие", "Стойка", "Приходит с ребёнком", "Негде переодеться", ""],
]


def workbook(rows: list[list[str]], title: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def csv(rows: list[list[str]], separator: str, encoding: str) -> bytes:
    return "\n".join(separator.join(row + [""] * (7 - len(row))) for row in rows).encode(encoding)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("точки.xlsx", workbook(POINTS, "Точки")),
        ("Точки.csv", csv(POINTS, ";", "cp1251")),
        ("Точки.csv", csv(POINTS, "\t", "utf-16")),
    ],
)
def test_touchpoints(name: str, raw: bytes, empty: Path) -> None:
    (empty / name).write_bytes(raw)
    said = run("import", str(empty / name), "--root", str(empty), "--yes")
    assert "для столбцов нет места: Бюджет" in said
    handbook = load_folder(empty)
    assert handbook.problems == ()
    journey = next(one for one in handbook.journeys if one.title == "Точки")
    assert [(stage.title, len(stage.touchpoints)) for stage in journey.stages] == [("Обращение", 2), ("Занятие", 1)]
    call, chat, _ = journey.touchpoints
    assert (call.channel, call.wait, call.pains[0].pain) == ("phone", 60, "Долго не берут")
    assert dict(chat.open)["channel"] == "«Голубиная почта» — какой это канал?"
    assert [one for one in judge(handbook, today=TODAY).shown if one.severity == "error"] == []
    before = {path: path.read_bytes() for path in empty.rglob("*.yml")}
    run("import", str(empty / name), "--root", str(empty), "--yes")
    assert {path: path.read_bytes() for path in empty.rglob("*.yml")} == before


def test_conflicts_and_questions(empty: Path) -> None:
    (empty / "возражения.csv").write_text(
        "Что говорит клиент,Ответ\nПочему списали?,Понимаю. Давайте проверим.\nВерните деньги!,\n", encoding="utf-8"
    )
    (empty / "вопросы.csv").write_text(
        "Вопрос;Верный ответ;Вариант;Вариант\nДо урока три часа?;Предложу время;Откажу;Промолчу\n", encoding="utf-8"
    )
    run("import", str(empty / "возражения.csv"), str(empty / "вопросы.csv"), "--root", str(empty), "--yes")
    handbook = load_folder(empty)
    assert handbook.problems == ()
    first, second = handbook.section["vozrazheniya"].conflicts
    assert (first.says, first.answer) == ("Почему списали?", "Понимаю. Давайте проверим.")
    assert second.is_open("answer") and not second.answer
    (question,) = handbook.section["voprosy"].questions
    assert [(one.text, one.right) for one in question.options] == [
        ("Предложу время", True),
        ("Откажу", False),
        ("Промолчу", False),
    ]


def test_a_table_of_no_known_kind_is_looked_up_or_told() -> None:
    small = "Группа;Детей\nЛагерь;13\nМастерская;8\n".encode()
    (document,) = documents_in("группы.csv", small)
    (draft,) = plan_of(document, load_folder(Path("nowhere"))).drafts
    assert draft.value["kind"] == "reference"
    large = b"a;b\n" + b"1;2\n" * 100
    (document,) = documents_in("выгрузка.csv", large)
    made = plan_of(document, load_folder(Path("nowhere")))
    assert made.drafts == () and {one.end for one in made.fates} == {"not-understood"}


def notion() -> bytes:
    """A zip in a zip, 32 digits in each name, a view of a table beside the whole of it, a link to a page inside."""
    hexed = "0123456789abcdef0123456789abcdef"
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr(
            f"Отдел {hexed}.md",
            f"# Отдел\n\n## Приём звонка\n\n-\nВозьмите трубку\n-\nНазовите клуб\n\n[Оплата](Отдел%20{hexed}/Оплата%20{hexed}.md)\n\n## Возврат\n",
        )
        archive.writestr(f"Отдел/Оплата {hexed}.md", "# Оплата\n\n- [ ] Проверьте чек\n- [ ] Внесите в таблицу\n")
        archive.writestr(f"Отдел/Точки {hexed}.csv", "\ufeffТочка касания,Канал\nЗвонок,Телефон\n")
        archive.writestr(f"Отдел/Точки {hexed}_all.csv", "\ufeffТочка касания,Канал\nЗвонок,Телефон\nЧат,Мессенджер\n")
        archive.writestr("Отдел/картинка.png", b"\x89PNG")
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("Export-Part-1.zip", inner.getvalue())
    return outer.getvalue()


def test_notion(empty: Path) -> None:
    names = [one.name for one in documents_in("Export.zip", notion())]
    assert names == ["Export/Отдел.md", "Export/Отдел/Оплата.md", "Export/Отдел/Точки_all.csv"]
    (empty / "Export.zip").write_bytes(notion())
    run("import", str(empty / "Export.zip"), "--root", str(empty), "--yes")
    handbook = load_folder(empty)
    assert handbook.problems == ()
    assert [one.do for one in handbook.section["priyom-zvonka"].steps] == ["Возьмите трубку", "Назовите клуб"]
    assert [one.do for one in handbook.section["oplata"].steps] == ["Проверьте чек", "Внесите в таблицу"]
    assert any(entry.id == "vozvrat" for _, entry in handbook.order)
    assert any([one.title for one in journey.touchpoints] == ["Звонок", "Чат"] for journey in handbook.journeys)
