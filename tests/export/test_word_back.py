"""A part of the handbook goes to a partner as a Word file, is edited there, and its changes come back into their fields."""

import copy
import datetime as dt
import io
import re
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from typer.testing import CliRunner

from cjm.cli import main
from cjm.load import Files, load, read_folder
from cjm.repair.brought import BroughtBack
from cjm.tables import Rejected
from cjm.view.scope import WHOLE, Cut
from cjm.word.back import brought_from_word, is_our_document
from cjm.word.document import word
from cjm.word.transplant import transplanted

VISIT = """section: visit
title: Визит
purpose: Гость знает, куда идти.  # спросить у Анны
performer: desk
steps:
  - id: greet
    do: Поздоровайтесь и назовите **цену** {{ price }}.
    within: 1 мин
    say: |-
      <Имя гостя>, добрый день!
      Проходите к стойке.
  - id: form
    do: Дайте [анкету](section:call) гостю.
    next: [{when: отказался, to: greet}]
conflicts:
  - id: dear
    says: Дорого!
    answer: Понимаю. Покажу, что входит.
    alone: [Скидка 5 %, Подарок]
details:
  - id: rules
    title: Правила
    text: |-
      Первое правило.

      Второе правило.
"""
FILES: Files = {
    "guideline/handbook.yml": (
        "handbook: base\ntitle: Клуб\nparts: [{id: one, title: Приём, sections: [visit]}, {id: two, title: Звонки, sections: [call]}]\n"
    ).encode(),
    "guideline/facts.yml": "facts: [{id: price, title: Цена, value: 300 ₽}]\n".encode(),
    "guideline/roles.yml": "roles: [{id: desk, title: Стойка, rank: 7}]\n".encode(),
    "guideline/sections/visit.yml": VISIT.encode(),
    "guideline/sections/call.yml": "section: call\ntitle: Звонок\npurpose: Клиент услышит ответ.\nsteps: [{do: Ответьте быстро.}]\n".encode(),
}  # fmt: skip
PART = Cut("part", "one")


@cache
def sent(cut: Cut = PART) -> bytes:
    return word(load(FILES), dt.date(2026, 11, 28), cut)


def edited(raw: bytes, *edits: tuple[str, str]) -> bytes:
    """The file after somebody typed over words, without tracking."""
    document = docx.Document(io.BytesIO(raw))
    for old, new in edits:
        found = [run for one in document.paragraphs for run in one.runs if old in run.text]
        assert found, old
        found[0].text = found[0].text.replace(old, new)
    return saved(document)


def tracked(raw: bytes, old: str, new: str) -> bytes:
    """The file after somebody replaced words with tracking on."""
    document = docx.Document(io.BytesIO(raw))
    (run, *_) = [run for one in document.paragraphs for run in one.runs if old in run.text]
    left, right = run.text.split(old, 1)
    for text, kind in ((left, ""), (old, "w:del"), (new, "w:ins"), (right, "")):
        made = copy.deepcopy(run._r)
        for one in made.findall(qn("w:t")):
            made.remove(one)
        said = OxmlElement("w:delText" if kind == "w:del" else "w:t")
        said.text = text
        said.set(qn("xml:space"), "preserve")
        made.append(said)
        if kind:
            holder = OxmlElement(kind)
            holder.set(qn("w:author"), "Ольга")
            holder.append(made)
            made = holder
        run._r.addprevious(made)
    run._r.getparent().remove(run._r)
    return saved(document)


def saved(document: Document) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def text_of(back: BroughtBack) -> str:
    (one,) = back.files
    assert one.file == "guideline/sections/visit.yml"
    return one.after.decode()


def test_the_partner_gets_the_part_and_nothing_of_the_inside() -> None:
    told = "\n".join(one.text for one in docx.Document(io.BytesIO(sent())).paragraphs)
    assert "Визит" in told and all(word not in told for word in ("Звонок", "услышит", "спросить у Анны", "Роли", "7"))
    assert is_our_document(sent()) and not is_our_document(saved(docx.Document()))


@pytest.mark.parametrize("cut", [PART, Cut("section", "visit"), WHOLE], ids=str)
def test_what_nobody_touched_changes_nothing(cut: Cut) -> None:
    assert brought_from_word(FILES, sent(cut)) == BroughtBack()
    assert brought_from_word(FILES, saved(docx.Document(io.BytesIO(sent(cut))))) == BroughtBack()


CHANGES = [
    ("куда идти", "куда пройти", "куда идти.  # спросить у Анны", "куда пройти.  # спросить у Анны"),
    ("1 мин", "2 мин", "within: 1 мин", "within: 2 мин"),
    ("к стойке", "прямо к стойке", "Проходите к стойке.", "Проходите прямо к стойке."),
    ("Поздоровайтесь и назовите", "Улыбнитесь и назовите", "Поздоровайтесь и назовите **цену**", "Улыбнитесь и назовите **цену**"),
    ("Понимаю. Покажу", "Согласен. Покажу", "Понимаю. Покажу", "Согласен. Покажу"),
    ("Подарок", "Подарок к празднику", "Подарок]", "Подарок к празднику]"),
    ("Второе", "Последнее", "Второе", "Последнее"),
    (" гостю", " гостю в руки", "(section:call) гостю.", "(section:call) гостю в руки."),
    ("анкету", "карточку", "[анкету](", "[карточку]("),
    ("цену", "всю стоимость", "**цену**", "**всю стоимость**"),
    ("Правила", "Наши правила", "title: Правила", "title: Наши правила"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "was", "now"), CHANGES)
def test_a_change_comes_back_into_its_field_and_no_other_letter_moves(old: str, new: str, was: str, now: str) -> None:
    back = brought_from_word(FILES, tracked(sent(), old, new))
    assert text_of(back) == VISIT.replace(was, now), back.left
    assert len(back.moved) == 1 and back.left == () and back.conflicts == ()


# Two paragraphs of one field, two entries of one list: what the first writes moves the second.
TOGETHER = {
    "paragraphs": [("Первое", "Самое первое"), ("Второе", "Последнее")],
    "entries": [("Скидка 5 %", "Скидка"), ("Подарок", "Подарок к празднику")],
}


@pytest.mark.parametrize("changes", TOGETHER.values(), ids=TOGETHER)
def test_neighbours_that_change_together_all_come_back(changes: list[tuple[str, str]]) -> None:
    back, wanted = brought_from_word(FILES, edited(sent(), *changes)), VISIT
    for old, new in changes:
        assert VISIT.count(old) == 1
        wanted = wanted.replace(old, new)
    assert text_of(back) == wanted and back.left == (), back.left
    assert [new in one.wanted for (_, new), one in zip(changes, back.moved, strict=True)] == [True, True]


@pytest.mark.slow
def test_all_of_them_at_once_typed_over_without_tracking() -> None:
    raw, wanted = sent(), VISIT
    for old, new, was, now in CHANGES:
        raw, wanted = edited(raw, (old, new)), wanted.replace(was, now)
    back = brought_from_word(FILES, raw)
    assert text_of(back) == wanted, back.left


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [("300 ₽", "350 ₽", "цифру"), ("Стойка", "Ресепшен", "имя из гайдлайна")],
)  # fmt: skip
def test_what_is_the_authors_own_is_told_with_its_place(old: str, new: str, why: str) -> None:
    back = brought_from_word(FILES, edited(sent(), (old, new)))
    (one,) = back.left
    assert back.files == () and why in one.why.ru and "guideline/sections/visit.yml:" in one.why.ru


@pytest.mark.parametrize("typed", ["куда *идти*", "куда [идти](section:call)", "куда {{ price }}", "куда `идти`"])
def test_signs_that_would_read_as_marks_are_not_taken(typed: str) -> None:
    """Whoever types in Word means what he types: what the handbook would show otherwise is told."""
    back = brought_from_word(FILES, edited(sent(), ("куда идти", typed)))
    assert back.files == () and len(back.left) == 1


def test_what_both_sides_changed_stays_and_is_told_with_three_values() -> None:
    raw = edited(sent(), ("куда идти", "куда пройти"), ("1 мин", "2 мин"))
    now = {**FILES, "guideline/sections/visit.yml": VISIT.replace("куда идти", "что делать").encode()}
    back = brought_from_word(now, raw)
    (one,) = back.conflicts
    assert all(
        word in told
        for word, told in zip(
            ("куда идти", "что делать", "куда пройти"), (one.before, one.now, one.wanted), strict=True
        )
    )
    assert text_of(back) == VISIT.replace("куда идти", "что делать").replace("1 мин", "2 мин")


def test_a_new_paragraph_a_deleted_one_and_a_comment_are_told() -> None:
    document = docx.Document(io.BytesIO(sent()))
    (goal,) = [one for one in document.paragraphs if "куда идти" in one.text]
    goal.insert_paragraph_before("Ещё одна мысль партнёра.")
    (rule,) = [one for one in document.paragraphs if one.text == "Второе правило."]
    rule._p.getparent().remove(rule._p)
    document.add_comment(goal.runs, "Не понял", author="Партнёр")
    back = brought_from_word(FILES, saved(document))
    told = " ".join(one.why.ru for one in back.left)
    assert back.files == () and all(
        word in told
        for word in ("новый абзац: «Ещё одна мысль партнёра.»", "абзац удалён: «Второе правило.»", "примечаний: 1")
    )


def test_changes_of_another_part_are_refused_by_name() -> None:
    """Somebody pasted a page of the whole book into the partner's file."""
    mine, whole = (
        docx.Document(io.BytesIO(sent())),
        docx.Document(io.BytesIO(edited(sent(WHOLE), ("быстро", "медленно")))),
    )
    (strange,) = [one for one in whole.paragraphs if "медленно" in one.text]
    mine.element.body.insert(-1, strange._p)
    back = brought_from_word(FILES, saved(mine))
    assert back.files == () and any("call.yml" in one.why.ru and "медленно" in one.why.ru for one in back.left)


def test_a_file_of_another_handbook_is_refused_by_name() -> None:
    other = {**FILES, "guideline/handbook.yml": b"handbook: second\ntitle: Second\n"}
    with pytest.raises(Rejected, match=r"base.*second"):
        brought_from_word(other, sent())


def test_a_file_that_forgot_what_it_said_gives_only_what_was_tracked() -> None:
    def without_memory(raw: bytes) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(packed, "w") as after:
            for name in before.namelist():
                content = before.read(name)
                if b"urn:cjm:sent" not in content:
                    after.writestr(name, re.sub(rb"<Relationship [^>]*customXml[^>]*/>", b"", content))
        return packed.getvalue()

    typed = brought_from_word(FILES, without_memory(edited(sent(), ("куда идти", "куда пройти"))))
    assert typed.files == () and "не помнит" in typed.left[-1].why.ru
    back = brought_from_word(FILES, without_memory(tracked(sent(), "куда идти", "куда пройти")))
    assert text_of(back) == VISIT.replace("куда идти", "куда пройти")


@pytest.mark.parametrize(
    ("raw", "before", "after", "made"),
    [
        ("Дайте **ключ**.", "Дайте ключ.", "Дайте ключ гостю.", "Дайте **ключ** гостю."),
        ("Дайте **ключ**.", "Дайте ключ.", "Дайте сам ключ.", "Дайте сам **ключ**."),
        ("а б в", "а б в", "а в", "а в"),
        ("а б в", "Скажите: а б в", "Скажите: г б в", "г б в"),
        ("а б в", "Скажите: а б в", "Напишите: а б в", None),
        ("{{ x }} мин", "5 мин", "6 мин", None),
        ("{{ x }} мин", "5 мин", "5 минут", "{{ x }} минут"),
        ("Да, нет", "Да, нет", "Да; нет", "Да; нет"),
        ("один\nдва три", "один два три", "один два четыре", "один\nдва четыре"),
        ("а\u00a0б в", "а б в", "а б г", "а\u00a0б г"),
        ("Слово", "1. Слово", "1. Слово новое", "Слово новое"),
        ("Всё", "Всё", "Ничего тут прежнего", "Ничего тут прежнего"),
    ],
)  # fmt: skip
def test_words_are_put_where_the_author_has_them(raw: str, before: str, after: str, made: str | None) -> None:
    assert transplanted(raw, before, after) == made


def test_through_the_command_line(tmp_path: Path) -> None:
    for file, raw in FILES.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(raw)  # type: ignore[arg-type]
    run, leaf = CliRunner(), tmp_path / "part.docx"
    root = ["--root", str(tmp_path)]
    assert run.invoke(main, ["export", "docx", "--part", "one", "-o", str(leaf), *root]).exit_code == 0
    assert "менять нечего" in run.invoke(main, ["import", str(leaf), *root]).output
    leaf.write_bytes(tracked(leaf.read_bytes(), "куда идти", "куда пройти"))
    assert "куда пройти" in run.invoke(main, ["import", str(leaf), "--dry-run", *root]).output
    assert (tmp_path / "guideline/sections/visit.yml").read_text("utf-8") == VISIT
    assert run.invoke(main, ["import", str(leaf), "--yes", *root]).exit_code == 0
    assert "куда пройти" in (tmp_path / "guideline/sections/visit.yml").read_text("utf-8")
    assert read_folder(tmp_path).keys() == FILES.keys()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice Writer")
def test_writer_opens_and_saves_it_and_the_change_still_comes_back(tmp_path: Path) -> None:
    (tmp_path / "part.docx").write_bytes(tracked(sent(), "куда идти", "куда пройти"))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "docx:Office Open XML Text", "--outdir", str(tmp_path / "out"), str(tmp_path / "part.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    back = brought_from_word(FILES, (tmp_path / "out/part.docx").read_bytes())
    assert text_of(back) == VISIT.replace("куда идти", "куда пройти"), back.left
    assert back.left == () and back.conflicts == ()
