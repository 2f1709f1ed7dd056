"""What is not known yet goes out as one file, and the answers come back into the fields that wait for them."""

import datetime as dt
import io
from pathlib import Path

import docx
import pytest

from cjm.app.ask import NoAnswers, NoTextFile, ask_in_writing, take_answers, write_answers
from cjm.language.says import Language
from cjm.load import load_folder
from cjm.view.questions import open_questions

TODAY = dt.date(2026, 11, 27)
FILES = {
    "guideline/handbook.yml": "handbook: a\ntitle: Студия\nlanguage: ru\nparts: []\n",
    "guideline/roles.yml": "roles:\n  - {id: system, title: Система, open: {contact: Как с ней связаться?}}\n",
    "guideline/promises.yml": """\
promises:
  # Спросили у Анны, ждём
  - id: fast
    from: system
    to: client
    promise: Быстро решим вопрос
    open:
      measure: "Быстро — это за сколько: час, день?"
      within: За сколько?
  - open: Кому и что мы обещали?
    id: vague
    from: system
    to: client
""",
    "guideline/facts.yml": "facts:\r\n  - id: size\r\n    title: Детей в группе\r\n    open: {value: Сколько?}  # узнать\r\n",
    "guideline/duties.yml": "duties:\n  - title: Сверить отметки\n    who: system\n    open:\n      uses: Чем пользуются?\n      every: Как часто?\n",
    "guideline/improvements.yml": "improvements:\n  - problem: Душ\n    state: doing\n    open:\n      since: С какого дня?\n      actions: Что делаем?\n",
}
ANSWERS = {
    "role:system/contact": "Звонок, до 22:00",
    "promise:fast/measure": "Доля вопросов, решённых за день: не меньше 80 %",
    "promise:fast/within": "1 день",
    "promise:vague": "Перезвоним сами",
    "fact:size": "8 детей",
    "duty:sverit-otmetki/every": "раз в неделю",
    "improvement:dush/since": "2026-10-05",
    "improvement:dush/actions": "- второй бойлер\n- табличка со временем",
}


@pytest.fixture
def studio(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


def in_word(file: Path, answers: dict[str, str]) -> None:
    document = docx.Document(io.BytesIO(file.read_bytes()))
    for row in document.tables[0].rows[1:]:
        for tag, answer in answers.items():
            if row.cells[0].text.endswith(f" {tag}"):
                row.cells[2].text = answer
    document.save(str(file))


def in_markdown(file: Path, answers: dict[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for tag, answer in answers.items():
        head, found, tail = text.partition(f"`{tag}`\n\n**Ответ:** ")
        text = f"{head}{found}{answer}{tail}"
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("name", "fill"), [("q.docx", in_word), ("q.md", in_markdown)])
def test_out_and_back(studio: Path, name: str, fill: "type[in_word]") -> None:  # type: ignore[valid-type]
    asked = ask_in_writing(load_folder(studio), studio, studio / name, "ru", today=TODAY)
    tags = [one.tag for one in asked.questions]
    assert tags == list(dict.fromkeys([*tags])) and len(tags) == 9
    answers = {tag: ANSWERS.get(tag) or ANSWERS.get(tag.removesuffix("/value"), "") for tag in tags}
    fill(studio / name, {tag: answer for tag, answer in answers.items() if answer})
    made = take_answers(studio, studio / name)
    assert not [(one.tag, one.why.ru) for one in made.left] and made.taken == 8
    write_answers(studio, made)
    after = load_folder(studio)
    assert not after.problems
    assert [one.tag for one in open_questions(after)] == ["duty:sverit-otmetki/uses"]
    promises = (studio / "guideline/promises.yml").read_text(encoding="utf-8")
    assert (
        promises
        == """\
promises:
  # Спросили у Анны, ждём
  - id: fast
    from: system
    to: client
    promise: Быстро решим вопрос
    measure: "Доля вопросов, решённых за день: не меньше 80 %"
    within: 1 день
  - id: vague
    from: system
    to: client
    promise: Перезвоним сами
"""
    )
    assert b"value: 8 " in (studio / "guideline/facts.yml").read_bytes()
    assert b"\r\n" in (studio / "guideline/facts.yml").read_bytes()
    assert after.shared["improvement"][0].actions == ("второй бойлер", "табличка со временем")  # type: ignore[attr-defined]


def test_an_answer_that_the_field_cannot_take_is_told_and_the_question_stays(studio: Path) -> None:
    file = studio / "q.md"
    ask_in_writing(load_folder(studio), studio, file, "ru", today=TODAY)
    in_markdown(
        file,
        {
            "improvement:dush/since": "осенью",
            "duty:sverit-otmetki/uses": "таблицей",
            "role:system/contact": "По телефону",
        },
    )
    made = take_answers(studio, file)
    assert made.taken == 1
    assert {one.tag: one.why.ru.partition(":")[0] for one in made.left} == {
        "improvement:dush/since": "«осенью» — не дата",
        "duty:sverit-otmetki/uses": "«таблицей»",
    }
    assert not any(change.file == "guideline/improvements.yml" for change in made.files)


@pytest.mark.parametrize(
    ("field", "answer", "written"),
    [
        ("who", "Система и Старший администратор", ("system", "senior")),
        ("who", "система, Старший администратор.", ("system", "senior")),
        ("who", "Старший администратор", ("senior",)),
        ("who", "1) Система\n2) senior", ("system", "senior")),
        ("uses", "• Таблица отметок, что в облаке\n• CRM", ("marks", "crm")),
    ],
)
def test_things_are_answered_by_what_people_call_them(
    studio: Path, field: str, answer: str, written: tuple[str, ...]
) -> None:
    (studio / "guideline/roles.yml").write_text(
        "roles:\n  - {id: system, title: Система}\n  - {id: senior, title: Старший администратор}\n", encoding="utf-8"
    )
    (studio / "guideline/resources.yml").write_text(
        "resources:\n  - {id: marks, title: 'Таблица отметок, что в облаке', kind: file}\n  - {id: crm, title: CRM, kind: system}\n",
        encoding="utf-8",
    )
    (studio / "guideline/duties.yml").write_text(
        f"duties:\n  - id: check\n    title: Сверить отметки\n    open:\n      {field}: Кто и чем?\n", encoding="utf-8"
    )
    ask_in_writing(load_folder(studio), studio, studio / "q.md", "ru", today=TODAY)
    asked = (studio / "q.md").read_text(encoding="utf-8")
    assert ("Система; Старший администратор" if field == "who" else "Таблица отметок, что в облаке; CRM") in asked
    in_markdown(studio / "q.md", {f"duty:check/{field}": answer})
    made = take_answers(studio, studio / "q.md")
    write_answers(studio, made)
    assert getattr(load_folder(studio).shared["duty"][0], field) == written, [one.why.ru for one in made.left]


def test_a_state_is_answered_in_words_and_steps_by_lines(studio: Path) -> None:
    (studio / "guideline/improvements.yml").write_text(
        "improvements:\n  - problem: Душ\n    open:\n      state: Как идут дела?\n", encoding="utf-8"
    )
    (studio / "guideline/sections").mkdir()
    (studio / "guideline/sections/call.yml").write_text(
        "section: call\ntitle: Звонок\nopen:\n  steps: Что делаем?\n", encoding="utf-8"
    )
    ask_in_writing(load_folder(studio), studio, studio / "q.md", "ru", today=TODAY)
    in_markdown(
        studio / "q.md",
        {"improvement:dush/state": "Делаем", "section:call/steps": "1. Снимите трубку.\n2. Назовите себя: имя, школа."},
    )
    made = take_answers(studio, studio / "q.md")
    write_answers(studio, made)
    after = load_folder(studio)
    assert after.problems == () and made.left == ()
    assert after.shared["improvement"][0].state == "doing"  # type: ignore[attr-defined]
    assert [one.do for one in after.section["call"].steps] == ["Снимите трубку.", "Назовите себя: имя, школа."]


def test_nothing_open_makes_no_file(studio: Path) -> None:
    for name in ("roles", "promises", "facts", "duties", "improvements"):
        (studio / f"guideline/{name}.yml").unlink()
    assert ask_in_writing(load_folder(studio), studio, studio / "q.md", "ru", today=TODAY).file is None
    assert not (studio / "q.md").exists()


def test_other_files_are_refused(studio: Path) -> None:
    (studio / "a.md").write_text("# Привет\n", encoding="utf-8")
    with pytest.raises(NoAnswers):
        take_answers(studio, studio / "a.md")
    (studio / "a.docx").write_bytes(b"PK no")
    with pytest.raises(NoTextFile):
        take_answers(studio, studio / "a.docx")
    (studio / "b.md").write_bytes("Ответ".encode("utf-16"))
    with pytest.raises(NoTextFile):
        take_answers(studio, studio / "b.md")


@pytest.mark.parametrize(("language", "file"), [("ru", "вопросы.docx"), ("en", "questions.docx")])
def test_without_a_name_the_file_has_one_of_the_readers_language(studio: Path, language: Language, file: str) -> None:
    sent = ask_in_writing(load_folder(studio), studio, None, language, today=TODAY)
    assert sent.file == studio / "site_build" / "out" / file and docx.Document(str(sent.file)).tables
