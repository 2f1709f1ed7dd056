"""What comes of a document of each sort, and what is said of it, is what it was, sign by sign; `CJM_GOLDEN=write pytest tests/intake` accepts it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from cjm.intake import ImportMemory, documents_in, drafted, plan_of, remembered
from cjm.intake.report import kept_lines, listed_ends, plan_lines, whole_report
from cjm.language import letters
from cjm.language.says import Language
from cjm.load import Files, load
from cjm.scaffold import First, first_files
from tests.intake.mutations import word
from tests.intake.test_bpmn import CLUB, EMPTY
from tests.intake.test_mermaid import ARROWS
from tests.intake.test_page import TEXT
from tests.intake.test_rows import TABLES
from tests.intake.test_studio import STUDIO
from tests.intake.test_tables import notion
from tests.intake.test_word_file import made_document

GOLDEN = Path(__file__).resolve().parent / "golden"
TALKS = """# Клуб

Светлана Петрова, +7 916 123-45-67, отвечает за приём.

## Приём звонка

Цель: клиент записан за минуту.
Кто: Администратор

1. Возьмите трубку в течение 15 секунд
2. Скажите: «Добрый день, клуб "Река"!»
   - имя
   - возраст
3. Если мест нет — внесите в лист ожидания https://forms.example/wait
- Отправьте анкету [сюда](https://forms.example/a)
- Никогда не говорите: «Не знаю». Вместо этого: «Уточню и перезвоню»

Клиент: «Почему так дорого?»
Ответ: Понимаю вас. В цену входит шкафчик и полотенце.

- Администратор сверяет кассу раз в неделю
- Цена 900 ₽
- Штраф 900 ₽
- Просто мысль без действия?

| Что | Когда |
| --- | --- |
| Звонок | утром |

| Возражение | Ответ |
| --- | --- |
| Дорого | Сравним, что входит |
| Я подумаю | |

| Термин | Значение |
| --- | --- |
| НПС | Готовность советовать |
| Пусто | |

## Возврат

## Частые вопросы

Вопрос: Где душ?
Ответ: Внизу.

Абонемент — это карта на месяц занятий в клубе.

Мария Иванова просила перезвонить завтра. maria@example.org
"""
CHARTS = """# Схемы

Сначала запись.

```mermaid
---
title: "Запись"
---
%%{init: {'theme': 'dark'}}%%
flowchart TD
  %% заметка
  subgraph desk[Администратор]
    a([Звонок]) --> b{Есть место?}
    b -- да --> c[Запись]
  end
  b -- нет --> d[Лист ожидания]
  d -.-> b
  click a "https://x.example"
  ??? что это
```

```mermaid
journey
  section Один
    Вход: 5: Гость
```

```mermaid
flowchart LR
```
"""
TALKS_EN = """# Studio

Mary Stone, +44 20 7946 0958, answers for the desk.

## Taking a call

Purpose: the client is booked within a minute.
Who: Front desk

1. Pick up the phone within 15 seconds
2. Say: "Good morning, the River studio!"
   - name
   - age
3. If there is no room, put them on the waiting list https://forms.example/wait
- Send the [form](https://forms.example/a)
- Never say: "I do not know". Instead: "I will find out and call you back"

Client: "Why is it so dear?"
Answer: I see. The price holds a locker and a towel.

- The front desk counts the till once a week
- Price 900 ₽
- A mere thought without an action?

| Objection | Answer |
| --- | --- |
| Too dear | Let us compare what it holds |
| I will think about it | |

These words we use:

| Term | Meaning |
| --- | --- |
| NPS | Readiness to recommend |
| Empty | |

## Refund

## Frequent questions

Question: Where is the shower?
Answer: Downstairs.

A pass is a card for a month of classes.
"""
CHART_EN = """flowchart LR
  subgraph desk[Front desk]
    a([Call]) --> b{Is there room?}
    b -- yes --> c[Booking]
  end
  b -- no --> d[Waiting list]
  d -.-> b
  c --> e[ ]
"""
ENGLISH = {
    "talks.md": TALKS_EN.encode(), "chart.mmd": CHART_EN.encode(),
    "club-en.bpmn": CLUB.replace("Администратор".encode(), b"Front desk"),
    "visit.mmd": b"journey\n  title Visit\n  section Coming\n    Door: 5: Guest\n    Waits: 1: Guest, Desk\n  section Class\n    Water: 4: Guest\n",
    "points.csv": b"Journey,Stage,Touchpoint,Channel,Role,Remark,Pain,Emotion,Wait\nBooking,Before,Call,Phone,Front desk,Calls,Long; Busy,-1,2 minutes\n,,Letter,Fax,Postman,Reads,,bad,soon\n",
}  # fmt: skip
DOCUMENTS = {
    "методичка.md": STUDIO.read_bytes(), "клуб.bpmn": CLUB, "страница.html": TEXT.encode(), "регламент.docx": made_document(), "разговоры.md": TALKS.encode(),
    "схемы.md": CHARTS.encode(), "разговоры.docx": word(TALKS), "Export.zip": notion(), **{name: text.encode() for name, (text, _) in TABLES.items()},
    "стрелки.mmd": ("flowchart LR\n" + "\n".join(one for one in ARROWS if "%%{" not in one and "\n" not in one)).encode(),
    "путь.mmd": "journey\n  title Визит\n  section Приход\n    Вход: 5: Гость\n    Ждёт: 1: Гость, Стойка\n  section Занятие\n    Вода: 4: Гость\n".encode(),
}  # fmt: skip


def told(name: str, raw: bytes, files: Files, own: Language = "ru", other: Language = "en") -> Iterator[str]:
    for document in documents_in(name, raw):
        plan = plan_of(document, load(files))
        made = drafted(files, plan, ImportMemory())
        yield whole_report(plan, made, own)
        yield "\n".join([*plan_lines(plan, other), *listed_ends(plan, other, 2 if name == "методичка.md" else 99)])
        for one in made.files:
            yield f"== {one.file}\n{one.after.decode()}"
        for path, side in made.side.items():
            yield f"== {path}\n{side.decode() if name == 'разговоры.md' else ''}"
        yield f"{made.made} {made.updated}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_comes_of_a_document_is_as_it_was(name: str) -> None:
    as_was(f"{letters.as_id(name)}.txt", told(name, DOCUMENTS[name], EMPTY))


@pytest.mark.parametrize("name", ENGLISH)
def test_so_is_what_comes_of_it_in_an_english_handbook(name: str) -> None:
    empty = first_files(First("Studio", "Studio", "Front desk", "First"), "en")
    as_was(f"{letters.as_id(name)}.txt", told(name, ENGLISH[name], empty, "en", "ru"))


def test_what_comes_of_it_the_second_time() -> None:
    """Edited here, taken away here, changed there, gone there, new there."""

    def again() -> Iterator[str]:
        (document,) = documents_in("разговоры.md", TALKS.encode())
        first = drafted(EMPTY, plan_of(document, load(EMPTY)), ImportMemory())
        files = {**EMPTY, **{one.file: one.after for one in first.files}, **first.side}
        section = "guideline/sections/priyom-zvonka.yml"
        files[section] = files[section].replace("Возьмите трубку".encode(), "Поднимите трубку".encode())
        del files["guideline/glossary.yml"]
        newer = (
            TALKS.replace("15 секунд", "10 секунд").replace("шкафчик и полотенце", "всё").replace("## Возврат\n", "")
        )
        newer = newer.replace("Где душ?", "Где вход?").replace("https://forms.example/a", "https://forms.example/b")
        (document,) = documents_in("разговоры.md", newer.encode())
        memory = remembered(first.side[".cjm/import/разговоры.md.json"])
        plan = plan_of(document, load(files), memory.things)
        made = drafted(files, plan, memory)
        for language in ("ru", "en"):
            yield from kept_lines(made.kept, "ru" if language == "ru" else "en")
        yield f"{made.made}\n{made.updated}\n{made.kept}"
        for one in made.files:
            yield f"== {one.file}\n{one.after.decode()}"

    as_was("again.txt", again())


# Private functions


def as_was(name: str, texts: Iterator[str]) -> None:
    text = "\n".join(texts).replace("\r\n", "\n") + "\n"
    if os.environ.get("CJM_GOLDEN") == "write":
        (GOLDEN / name).write_bytes(text.encode())
    kept = (GOLDEN / name).read_bytes().decode()
    assert text.splitlines() == kept.splitlines(), f"CJM_GOLDEN=write pytest tests/intake accepts {name}"
