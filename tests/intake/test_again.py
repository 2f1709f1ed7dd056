"""The same document again: what nobody edited follows it, what its author changed stays, nothing comes back or goes away."""

from pathlib import Path

from cjm.load import load_folder
from cjm.model import Handbook
from tests.intake.test_studio import empty, run

__all__ = ["empty"]

TEXT = """# Клуб

## ПРИЁМ

### Звонок

- Возьмите трубку
- Назовите клуб

### Возврат

### Анкеты

- Анкета после занятия https://forms.example/1

NPS — это индекс готовности рекомендовать
"""


def taken(root: Path, text: str, name: str = "клуб.md") -> tuple[str, Handbook]:
    (root / name).write_text(text, encoding="utf-8")
    said = run("import", str(root / name), "--root", str(root), "--yes")
    handbook = load_folder(root)
    assert handbook.problems == ()
    return said, handbook


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_heading_that_has_text_now_is_written(empty: Path) -> None:
    _, handbook = taken(empty, TEXT)
    order = [entry.id for _, entry in handbook.order]
    _, handbook = taken(empty, TEXT.replace("### Возврат\n", "### Возврат\n\n- Проверьте чек\n"))
    assert [entry.id for _, entry in handbook.order] == order
    assert [one.do for one in handbook.section["vozvrat"].steps] == ["Проверьте чек"]


def test_every_kind_of_field_follows(empty: Path) -> None:
    taken(empty, TEXT)
    newer = (
        TEXT.replace("Назовите клуб", "Назовите клуб и себя")
        .replace("forms.example/1", "forms.example/2")
        .replace("индекс готовности", "показатель готовности")
    )
    said, handbook = taken(empty, newer + "\n### Жалоба\n\n- Выслушайте\n")
    assert [one.do for one in handbook.section["zvonok"].steps] == ["Возьмите трубку", "Назовите клуб и себя"]
    assert handbook.find("resource", "anketa-posle-zanyatiya").address == "https://forms.example/2"  # type: ignore[union-attr]
    assert handbook.find("term", "nps").means == "Показатель готовности рекомендовать"  # type: ignore[union-attr]
    assert "zhaloba" in handbook.section
    assert "оставлено ваше" not in said


def test_what_the_author_changed_or_took_away_stays_so(empty: Path) -> None:
    taken(empty, TEXT)
    edit(empty, "guideline/glossary.yml", "Индекс готовности рекомендовать", "Мой текст")
    edit(empty, "guideline/sections/zvonok.yml", "title: Звонок", "title: Входящий звонок")
    (empty / "guideline/resources.yml").write_text("resources: []\n", encoding="utf-8")
    newer = (
        TEXT.replace("индекс готовности", "показатель готовности")
        .replace("Назовите клуб", "Назовите себя")
        .replace("forms.example/1", "forms.example/2")
    )
    said, handbook = taken(empty, newer)
    assert handbook.find("term", "nps").means == "Мой текст"  # type: ignore[union-attr]
    assert "term:nps: «means» вы меняли" in said
    assert (handbook.section["zvonok"].title, handbook.section["zvonok"].steps[1].do) == (
        "Входящий звонок",
        "Назовите себя",
    )
    assert list(handbook.things("resource")) == [] and "вы убрали; не возвращено" in said


def test_what_the_document_has_no_longer_stays_and_is_told(empty: Path) -> None:
    taken(empty, TEXT)
    said, handbook = taken(empty, TEXT.partition("### Анкеты")[0])
    assert "term:nps: в документе этого больше нет" in said
    assert handbook.find("term", "nps") is not None


def test_comments_and_order_of_the_author_stay(empty: Path) -> None:
    taken(empty, TEXT)
    edit(empty, "guideline/sections/zvonok.yml", "status: draft", "status: draft  # сверить с Ирой")
    _, handbook = taken(empty, TEXT.replace("Назовите клуб", "Назовите себя"))
    assert "# сверить с Ирой" in (empty / "guideline/sections/zvonok.yml").read_text(encoding="utf-8")
    assert handbook.section["zvonok"].steps[1].do == "Назовите себя"


def test_rows_of_a_table_follow(empty: Path) -> None:
    rows = "Этап;Точка касания;Канал\nНачало;Звонок;Телефон\nНачало;Чат;Мессенджер\n"
    taken(empty, rows, "точки.csv")
    _, handbook = taken(empty, rows.replace("Чат", "Чат на сайте") + "Занятие;Встреча;Стойка\n", "точки.csv")
    journey = next(one for one in handbook.journeys if one.title == "Точки")
    assert [one.title for one in journey.touchpoints] == ["Звонок", "Чат на сайте", "Встреча"]


def test_two_documents_share_roles_and_parts(empty: Path) -> None:
    one = "# А\n\n## РОЛИ\n\n### Задачи\n\nКассир:\n- Приём оплат\n- Возвраты\n\n## КАССА\n\n### Смена\n\n- Кассир открывает смену\n"
    two = "# Б\n\n## КАССА\n\n### Сдача\n\n- Кассир считает деньги\n"
    taken(empty, one, "а.md")
    _, handbook = taken(empty, two, "б.md")
    assert [part.title for part in handbook.outline.parts].count("Касса") == 1
    assert handbook.section["sdacha"].steps[0].who == "kassir"
    assert [role.id for role in handbook.roles].count("kassir") == 1


def test_a_long_list_is_written_at_once_behind_what_the_author_has(empty: Path) -> None:
    mine = "# наш словарь\nterms:\n- id: own  # свой\n  term: своё\n  means: Наше слово.\n"
    (empty / "guideline/glossary.yml").write_text(mine, encoding="utf-8")
    rows = "Термин;Значение\n" + "".join(f"слово {n};Значит {n}: «так, да», # и так\n" for n in range(300))
    _, handbook = taken(empty, rows, "словарь.csv")
    assert len(list(handbook.things("term"))) == 301
    text = (empty / "guideline/glossary.yml").read_text(encoding="utf-8")
    assert text.startswith(mine)
    assert "\n- id: slovo-0\n  term: слово 0\n" in text
