"""Results are marked again, never believed: what is altered, foreign, double or not theirs is refused by name."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pypdf
import pytest
from typer.testing import CliRunner

from cjm.app.exam import Collected, collect, exam_named, make_paper
from cjm.cli import main
from cjm.private.people import Employment, employees, keep_employee, left_on, new_employee
from cjm.training.edition import as_edition
from cjm.training.seal import keys, result_seal

from .conftest import DAY, Club, saved, taken, wrongly


def paper(club: Club, day: dt.date = DAY) -> Any:
    return make_paper(exam_named("", club.handbook), club.handbook, club.room, day, None)


def told(club: Club, folder: Path, *results: dict[str, Any]) -> list[Collected]:
    return list(collect(saved(folder, *results), club.handbook, club.room, DAY))


def test_a_result_is_taken_once_under_an_opaque_name(club: Club, tmp_path: Path) -> None:
    made = paper(club)
    result = taken(made.edition, made.code, "Анна Ким")
    (one,) = told(club, tmp_path, result)
    assert one.result and (one.result.right, one.result.passed, one.new_person) == (6, True, True)
    (again,) = told(club, tmp_path, result)
    assert again.known and len(club.room.records("results")) == 1
    assert "Анна" not in json.dumps(club.room.records("results"), ensure_ascii=False)
    assert [who.name for who in employees(club.room)] == ["Анна Ким"]


def test_an_error_where_none_is_let_pass_fails_the_whole(club: Club, tmp_path: Path) -> None:
    made = paper(club)
    found = told(
        club, tmp_path, taken(made.edition, made.code, "Анна Ким", answer=lambda one: _but(one, "danger")),
        taken(made.edition, made.code, "Олег Рей", answer=lambda one: _but(one, "meet")),
    )  # fmt: skip
    assert [(one.result.right >= 4, one.result.passed) for one in found if one.result] == [(True, False), (True, True)]


def _but(question: Any, section: str) -> Any:
    from .conftest import rightly

    return (wrongly if question["section"] == section else rightly)(question)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"answers": [None] * 6}, "печать не сходится"),
        ({"name": "Олег Ким"}, "печать не сходится"),
        ({"day": "2026-11-01"}, "печать не сходится"),
        ({"run": 2}, "печать не сходится"),
        ({"seal": "00"}, "печать не сходится"),
        ({"edition": "newcomer-000000"}, "среди личных записей нет"),
        ({"cjm": "result/9"}, "это не результат"),
        ({"day": "вчера"}, "это не результат"),
        ({"answers": "все верно"}, "это не результат"),
    ],
)
def test_what_was_edited_is_refused_by_name(club: Club, tmp_path: Path, change: dict[str, Any], said: str) -> None:
    made = paper(club)
    (one,) = told(club, tmp_path, taken(made.edition, made.code, "Анна Ким") | change)
    assert one.result is None and one.refused and said in one.refused.ru
    assert not club.room.records("results") and not employees(club.room)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"cjm": "result/1"}', "\x00\xff"])
def test_any_other_file_is_refused(club: Club, tmp_path: Path, text: str) -> None:
    paper(club)
    (tmp_path / "x.json").write_bytes(text.encode("latin-1"))
    (one,) = collect([tmp_path / "x.json"], club.handbook, club.room, DAY)
    assert one.result is None and one.refused


def test_whoever_knows_the_code_cannot_choose_the_questions(club: Club, tmp_path: Path) -> None:
    """An examiner can tell lies about answers, but not about the paper."""
    from cjm.training.seal import keys, result_seal

    made = paper(club)
    result = taken(made.edition, made.code, "Анна Ким")
    for answers in (
        result["answers"][:-1],
        [*result["answers"][:-1], 7],
        [*result["answers"][:-1], True],
        [[0, 0]] * 6,
        ["0"] * 6,
    ):
        forged = {key: value for key, value in result.items() if key != "seal"} | {"answers": answers}
        sealed = forged | {"seal": result_seal(keys(made.code, made.edition.id)[1], forged)}
        (one,) = told(club, tmp_path, sealed)
        assert one.refused and "не от этого билета" in one.refused.ru


def test_examiner_is_not_the_examined_and_no_day_is_to_come(club: Club, tmp_path: Path) -> None:
    made = paper(club)
    found = told(
        club, tmp_path, taken(made.edition, made.code, "Анна Ким", examiner="анна  ким"),
        taken(made.edition, made.code, "Олег Ким", day=DAY + dt.timedelta(1)),
    )  # fmt: skip
    assert ["один человек" in found[0].refused.ru, "ещё не наступил" in found[1].refused.ru] == [True, True]  # type: ignore[union-attr]


def test_two_answers_to_one_paper_are_told_apart(club: Club, tmp_path: Path) -> None:
    made = paper(club)
    found = told(
        club,
        tmp_path,
        taken(made.edition, made.code, "Анна Ким", answer=wrongly),
        taken(made.edition, made.code, "Анна Ким"),
    )
    assert found[0].result and found[1].refused and "уже принят с другими ответами" in found[1].refused.ru


def test_a_name_that_is_almost_somebody_is_asked_about(club: Club, tmp_path: Path) -> None:
    made = paper(club)
    keep_employee(club.room, new_employee(club.room, "Анна Ким", Employment(("desk",), DAY)))
    (one,) = told(club, tmp_path, taken(made.edition, made.code, "Анна Кимм"))
    assert one.refused and "есть Анна Ким" in one.refused.ru


def test_whoever_left_or_has_another_role_is_not_taken(club: Club, tmp_path: Path) -> None:
    made = paper(club)
    spell = Employment(("desk",), dt.date(2026, 1, 1))
    keep_employee(club.room, left_on(new_employee(club.room, "Ушла Давно", spell), dt.date(2026, 6, 1)))
    keep_employee(club.room, new_employee(club.room, "Роль Другая", Employment(("senior",), dt.date(2026, 1, 1))))
    found = told(
        club, tmp_path, taken(made.edition, made.code, "Ушла Давно"), taken(made.edition, made.code, "Роль Другая")
    )
    assert ["не работает" in found[0].refused.ru, "в другой роли" in found[1].refused.ru] == [True, True]  # type: ignore[union-attr]


def test_paper_is_taken_in_by_its_letters_or_by_the_short_code_of_a_sheet(club: Club) -> None:
    from cjm.app.exam import print_papers, take_typed
    from cjm.training.papers import printed_paper

    files = print_papers(
        exam_named("", club.handbook), club.handbook, club.room, ["Анна Ким", "Олег Рей"], "", 1, "", DAY, None
    )
    text, keyed = ("".join(page.extract_text() for page in pypdf.PdfReader(file).pages) for file in files)
    assert "Ключ" not in text and "Бланк ответов" in text and "Ключ. Не отдавать" in keyed
    edition = as_edition(club.room.records("editions")[0])
    keys = [one["key"] for one in printed_paper(edition, "desk", "Анна Ким", 1, "")["questions"]]
    typed = take_typed(club.room, "Анна Ким", keys, "", 1, "", "Света Старшая", DAY)
    assert typed.result and typed.result.right == 6
    one = take_typed(club.room, "Олег Рей", ["-"] * 6, "", 1, "", "Света Старшая", DAY)
    assert one.result and one.result.right == 0
    again = take_typed(club.room, "Анна Ким", [typed.result.code.lower()], "", 1, "", "Света Старшая", DAY)
    assert again.known
    for words in (["А"], ["А"] * 5, ["Я"] * 6, ["АА"] * 6, [typed.result.code]):
        refused = take_typed(club.room, "Вера Лис", words, "", 1, "", "Света Старшая", DAY)
        assert refused.refused and "нужны буквы 6 ответов" in refused.refused.ru
    own = take_typed(club.room, "Анна Ким", keys, "", 1, "", "Анна К", DAY)
    assert own.refused and "один человек" in own.refused.ru


def test_the_sheet_of_a_second_run_begins_with_what_was_wrong_and_is_taken_in(
    club: Club, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cjm.app.exam import print_papers, take_typed

    set_in_type: list[Any] = []
    monkeypatch.setattr("cjm.publish.pdf.pdf", lambda book, _: set_in_type.append(book.data) or b"%PDF")

    def printed(names: list[str], run: int, before: str) -> list[Any]:
        print_papers(exam_named("", club.handbook), club.handbook, club.room, names, "desk", run, before, DAY, None)
        papers, keyed = set_in_type[-2:]
        assert (papers["keys"], keyed["keys"]) == (False, True) and papers["papers"] == keyed["papers"]
        return list(papers["papers"])

    anna, oleg = printed(["Анна Ким", "Олег Рей"], 1, "")
    assert (anna["who"], oleg["who"]) == ("Анна Ким", "Олег Рей") and anna["questions"] != oleg["questions"]
    words = ["-" if one["section"] == "cancel" else one["key"] for one in anna["questions"]]
    first = take_typed(club.room, "Анна Ким", words, "desk", 1, "", "Света Старшая", DAY)
    assert first.result and first.result.right == 6 - words.count("-") < 6
    (again,) = printed(["Анна Ким"], 2, first.result.code)
    assert again["questions"][0]["section"] == "cancel"
    keys = [one["key"] for one in again["questions"]]
    second = take_typed(club.room, "Анна Ким", keys, "desk", 2, first.result.code, "Света Старшая", DAY)
    assert second.result and second.result.right == 6


def test_a_page_never_goes_to_the_site_and_hides_every_question(club: Club) -> None:
    made = paper(club)
    text = made.file.read_text("utf-8")
    assert (
        "Вопрос" not in text.replace("Вопрос {at}", "").replace("Вопросов:", "")
        and made.code not in text
        and "Позже" not in text
    )
    assert made.file.is_relative_to(club.private)
    for place in ("site_build/out/site/e.html", "guideline/files/e.html"):
        done = CliRunner().invoke(main, ["exam", "paper", "-o", str(club.root / place), "--root", str(club.root)])
        assert done.exit_code == 1 and "попадёт на сайт" in done.output and not (club.root / place).exists()
    again = paper(club)
    assert (again.code, again.edition.id) == (made.code, made.edition.id)


def test_from_plan_to_two_runs_to_the_table_in_three_commands(club: Club, tmp_path: Path) -> None:
    def cjm(*words: str) -> str:
        done = CliRunner().invoke(main, [*words, "--root", str(club.root), "--today", DAY.isoformat()])
        assert done.exit_code == 0, done.output
        return str(done.output)

    said = cjm("exam", "paper", "newcomer")
    record = club.room.records("editions")[0]
    assert str(record["code"]) in said
    edition, code = as_edition(record), str(record["code"])
    first = taken(edition, code, "Анна Ким", day=dt.date(2026, 11, 10), answer=wrongly)
    saved(tmp_path, first, taken(edition, code, "Анна Ким", run=2, before=first["code"]))
    table = cjm("exam", "collect", str(tmp_path))
    assert (
        "Анна Ким, 1-й раз: 0 из 6, не сдано (новый сотрудник)" in table and "Анна Ким, 2-й раз: 6 из 6, сдано" in table
    )
    assert "4. Опасность" in table and "Кто что знает" in table


def test_two_laptops_that_print_the_same_exam_take_in_each_others_results(club: Club, tmp_path: Path) -> None:
    from cjm.private.keeping import join
    from cjm.private.room import new_room

    ours = paper(club)
    other = new_room(club.handbook.outline, "Марина", club.root, {"CJM_PRIVATE": str(tmp_path / "other")})
    other.open()
    theirs = make_paper(exam_named("", club.handbook), club.handbook, other, DAY, None)
    assert ours.edition.id != theirs.edition.id
    (foreign,) = told(club, tmp_path, taken(theirs.edition, theirs.code, "Анна Ким"))
    assert foreign.refused and "среди личных записей нет" in foreign.refused.ru
    assert join(club.room, other.folder, DAY) == (1, ())
    found = told(
        club, tmp_path, taken(theirs.edition, theirs.code, "Анна Ким"), taken(ours.edition, ours.code, "Олег Рей")
    )
    assert [one.result is not None for one in found] == [True, True]


@pytest.mark.parametrize("said", [["0"], [0, 0], [99], [-1], "0", True, 1.0, 99, -1])
def test_an_answer_that_no_page_gives_is_refused_though_it_is_sealed(club: Club, tmp_path: Path, said: Any) -> None:
    made = paper(club)
    result = taken(made.edition, made.code, "Анна Ким")
    altered = {name: value for name, value in result.items() if name != "seal"} | {"answers": [said] * 6}
    key = keys(made.code, made.edition.id)[1]
    (one,) = told(club, tmp_path, altered | {"seal": result_seal(key, altered)})
    assert one.result is None and one.refused and "не от этого билета" in one.refused.ru
