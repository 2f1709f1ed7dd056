"""A baseline keeps quiet what was there when it was written, and nothing that came after."""

import datetime as dt
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.lint import RuleChoice, Verdict, judge, read_baseline, write_baseline
from cjm.lint.baseline import apply_baseline, renamed
from cjm.lint.finding import Finding
from cjm.model import Handbook, Place

TODAY = dt.date(2026, 11, 22)
LoadText = Callable[[Mapping[str, str]], Handbook]
HANDBOOK = "handbook: base\ntitle: Основа\nlanguage: ru\nparts:\n  - {id: basics, title: Основа, sections: []}\n"
ASKED = RuleChoice(select=("0", "8"))


def verdict(load_text: LoadText, roles: str, baseline: str = '{"findings": []}') -> Verdict:
    handbook = load_text({"guideline/handbook.yml": HANDBOOK, "guideline/roles.yml": roles})
    return judge(handbook, today=TODAY, asked=ASKED, baseline=read_baseline(baseline))


OLD = "roles:\n  - {id: Старший, title: Старший}\n"


def test_what_was_there_is_known_although_its_line_moved(load_text: LoadText) -> None:
    text = write_baseline(verdict(load_text, OLD).shown)
    moved = verdict(load_text, "# Роли\n\n" + OLD + "  - {id: Новый, title: Новый}\n", text)
    assert [one.id for one in moved.baselined] == ["role:Старший"]
    assert [one.id for one in moved.shown] == ["role:Новый"]


def test_a_second_fault_of_the_same_kind_on_the_same_thing_is_new(load_text: LoadText) -> None:
    one = "roles:\n  - {id: admin, title: Админ, substitutes: [никто]}\n"
    text = write_baseline(verdict(load_text, one).shown)
    two = verdict(load_text, one.replace("[никто]", "[никто, нигде]"), text)
    assert len(two.baselined) == 1 and len(two.shown) == 1


def test_entries_that_no_longer_occur_are_one_finding_at_the_first_of_them(load_text: LoadText) -> None:
    roles = "roles:\n" + "".join(f"  - {{id: Роль{n}, title: Роль}}\n" for n in range(5))
    text = write_baseline(verdict(load_text, roles).shown)
    clean = verdict(load_text, "roles:\n  - {id: role, title: Роль}\n", text)
    (stale,) = clean.shown
    assert (stale.code, stale.place.file, stale.place.line) == ("CJM804", ".cjm-baseline.json", 2)
    assert "role:Роль0" in stale.message and "+2" in stale.message


def test_an_unreadable_file_is_never_written_to_it(load_text: LoadText) -> None:
    assert read_baseline(write_baseline(verdict(load_text, "roles: [").shown)).entries == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "<<<<<<< HEAD",
        '{"findings": [1]}',
        '{"findings": [{"rule": 5}]}',
        '{"findings": [{"rule": "CJM005", "id": "a", "count": "2"}]}',
    ],
)
def test_a_broken_baseline_hides_nothing_and_says_so(load_text: LoadText, text: str) -> None:
    assert [one.code for one in verdict(load_text, OLD, text).shown] == ["CJM804", "CJM005"]


def test_two_branches_merge_line_by_line(load_text: LoadText) -> None:
    roles = "roles:\n  - {id: Первый, title: Один}\n  - {id: Второй, title: Два}\n"
    text = write_baseline(verdict(load_text, roles).shown)
    assert text.splitlines()[1:-1] == [
        '  {"rule": "CJM005", "id": "role:Второй", "count": 1},',
        '  {"rule": "CJM005", "id": "role:Первый", "count": 1}',
    ]


def test_what_is_accepted_takes_nothing_from_the_baseline(load_text: LoadText) -> None:
    two = "roles:\n  - {id: admin, title: А, substitutes: [никто]ACCEPT}\n  - {id: admin, title: Б, substitutes: [нигде]}\n"
    accept = ", accept: [{rule: '003', reason: Ждём}]"
    text = '{"findings": [{"rule": "CJM003", "id": "role:admin", "count": 1}]}'
    found = verdict(load_text, two.replace("ACCEPT", accept), text)
    of_rule = [one for one in found.findings if one.code == "CJM003"]
    assert [(bool(one.accepted), one.baselined) for one in of_rule] == [(True, False), (False, True)]
    assert (
        write_baseline(of_rule)
        == '{"version": 1, "findings": [\n  {"rule": "CJM003", "id": "role:admin", "count": 1}\n]}\n'
    )


def test_a_thing_with_another_id_keeps_what_was_known_of_it() -> None:
    text = (
        '{"version": 1, "findings": [\n  {"rule": "CJM005", "id": "role:a", "count": 3},\n'
        '  {"rule": "CJM003", "id": "role:ab", "count": 1}\n]}\n'
    )
    assert renamed(text, "role:a", "role:c") == text.replace('"role:a"', '"role:c"')
    assert renamed(text, "role:a", "role:c", {"CJM003": 1}) == text
    parted = read_baseline(renamed(text, "role:a", "role:c", {"CJM005": 2})).entries
    assert [(one.id, one.count, one.line) for one in parted] == [("role:a", 1, 2), ("role:c", 2, 3), ("role:ab", 1, 4)]
    assert renamed("{", "role:a", "role:c") == "{"


FINDINGS = st.lists(
    st.builds(
        lambda code, id, line: Finding(
            code=f"CJM{code}", slug="", severity="error", place=Place("a.yml", line, 1), message="", hint="", id=id
        ),
        st.sampled_from(["001", "201", "302"]),
        st.sampled_from(["role:a", "role:b", "section:«в»"]),
        st.integers(1, 99),
    )
)


@given(FINDINGS)
def test_writing_and_reading_covers_exactly_what_was_found(findings: list[Finding]) -> None:
    baseline = read_baseline(write_baseline(findings))
    marked, stale = apply_baseline(findings, baseline)
    assert all(one.baselined for one in marked) and not stale
    assert [entry.line for entry in baseline.entries] == list(range(2, 2 + len(baseline.entries)))
