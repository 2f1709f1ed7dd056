"""What is found in the whole is what is found for its values: the union of faults, of disuse what is found for all."""

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from cjm.language.says import Says
from cjm.lint import lint
from cjm.lint.cells import all_scopes, classes
from cjm.lint.finding import Found
from cjm.lint.rule import all_rules
from cjm.lint.sample import sample
from cjm.load import load
from cjm.model import Handbook
from cjm.model.shared.resource import Resource
from cjm.projection import lies_in, project

from .random_handbooks import handbook
from .test_project import FILES, HEAD, OPENING

TODAY = dt.date(2026, 11, 27)
OF_EACH = [rule for rule in all_rules() if rule.when == "lint" and rule.over != "whole"]
LARGE = int(os.environ.get("CJM_HANDBOOKS", "32"))  # twice as many of the small ones; 500 take some minutes
DISUSE = {rule.code for rule in OF_EACH if rule.over == "all"}


def by_value(whole: Handbook) -> dict[tuple[object, ...], bool]:
    """The oracle: every choice there is, each a plain handbook that is checked by itself."""
    named = whole.outline.dimensions
    cuts = [
        project(whole, {one.id: value.id for one, value in zip(named, values, strict=True)})
        for values in product(*(one.values for one in named))
    ]
    found = [{(one.code, one.place, one.message) for one in lint(cut, OF_EACH, today=TODAY)} for cut in cuts]
    return {
        one: True
        for some in found
        for one in some
        if one[0] not in DISUSE
        or all(
            one in here or any(lies_in(one[1], place) for place in cut.without)
            for here, cut in zip(found, cuts, strict=True)
        )
    }


def check(seed: int, *, large: bool = False, many: bool = False) -> None:
    whole = handbook(seed, large=large, many=many)
    found = {(one.code, one.place, one.message.partition(" — для: ")[0]) for one in lint(whole, OF_EACH, today=TODAY)}
    assert not any("сломалось" in str(one[2]) for one in found)
    assert found == set(by_value(whole)), seed


@pytest.mark.parametrize("seed", range(6))
def test_the_whole_is_its_values(seed: int) -> None:
    check(seed)


@pytest.mark.slow
@pytest.mark.parametrize("start", range(6, 2 * LARGE, 26))
def test_the_whole_is_its_values_many_times(start: int) -> None:
    for seed in range(start, start + 26):
        check(seed)


@pytest.mark.parametrize("seed", range(3))
def test_more_choices_than_are_gone_through_are_still_their_values(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cjm.lint.engine.MOST_CHOICES", 1)
    check(seed, large=True)


@pytest.mark.parametrize("seed", (3, 5, 12))  # these see what is read and not noted
def test_eight_branches_each_with_facts_of_its_own(seed: int) -> None:
    check(seed, many=True)


@pytest.mark.slow
@pytest.mark.parametrize("start", range(3, LARGE, 29))
def test_eight_branches_many_times(start: int) -> None:
    for seed in range(start, min(start + 29, LARGE)):
        check(seed, many=True)


def test_what_is_not_named_together_shares_a_choice() -> None:
    """Ten dimensions of four values are a million choices; what each section tells apart is shown by four of them."""
    dimensions = "".join(
        f"  - {{id: d{n}, title: Разрез {n}, chosen: by-reader, values: [{', '.join(f'{{id: v{m}, title: Значение {m}}}' for m in range(4))}]}}\n"
        for n in range(10)
    )
    names = [f"s{n}" for n in range(10)]
    made = {
        "guideline/handbook.yml": f"handbook: wide\ntitle: Широкий\nlanguage: ru\ndimensions:\n{dimensions}parts: [{{id: a, title: А, sections: [{', '.join(names)}]}}]\n"
    }
    for n, name in enumerate(names):
        made[f"guideline/sections/{name}.yml"] = (
            f"section: {name}\ntitle: Раздел {n}\npurpose: Всё.\ntrigger: Утро.\nresult: Вечер.\nsteps:\n"
            f"  - {{id: a, do: Ждите., for: {{d{n}: v0}}, next: [{{when: да, to: b}}]}}\n"
            f"  - {{id: b, do: Идите., for: {{d{n}: v1}}}}\n"
        )  # fmt: skip
    whole = load({path: text.encode() for path, text in made.items()})
    told_apart = classes(whole, all_scopes(whole))
    assert len(told_apart) == 3**10
    assert len(sample(whole, told_apart)) == 3
    told = [one.message for one in lint(whole, today=TODAY) if one.code == "CJM003"]
    assert len(told) == 10 and all("Значение 0" in one for one in told)


@pytest.mark.slow
@pytest.mark.parametrize("start", range(3, LARGE, 29))
def test_more_choices_many_times(start: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cjm.lint.engine.MOST_CHOICES", 1)
    for seed in range(start, min(start + 29, LARGE)):
        check(seed, large=True)


def found(seed_files: dict[str, str], code: str) -> list[tuple[str, str]]:
    made = load({path: text.encode() for path, text in seed_files.items()})
    return [(one.severity, one.message) for one in lint(made, today=TODAY) if one.code == code]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (
            "CJM105",
            [
                (
                    "error",
                    "путь обрывается: из точки касания «Знакомство» некуда идти, и исходом она не названа — для: Север",
                )
            ],
        ),
        ("CJM003", [("error", "«lamp»: того, куда ведёт развилка, здесь нет (шаг) — для: Север")]),
        ("CJM502", [("warning", "ссылка «section:keys» ведёт к тому, чего здесь нет — для: Север")]),
    ],
)
def test_a_finding_says_for_which_values_it_holds(code: str, told: list[tuple[str, str]]) -> None:
    opening = OPENING.replace("Откройте дверь.", '"Откройте дверь: [ключи](section:keys)."')
    assert found({**FILES, "guideline/sections/opening.yml": opening}, code) == told


def test_values_that_nobody_tells_apart_are_one() -> None:
    values = ", ".join(f"{{id: b{number}, title: Филиал {number}}}" for number in range(125))
    head = HEAD.replace("{id: north, title: Север, words: {where: на Севере}}", "{id: north, title: Север}").replace(
        "      - {id: south, title: Юг, words: {where: на Юге}}\n",
        f"      - {{id: south, title: Юг}}\n      - {values.replace(', {', chr(10) + '      - {')}\n",
    )
    made = load(
        {
            path: text.replace("{{ branch.where }}", "там").encode()
            for path, text in {**FILES, "guideline/handbook.yml": head}.items()
        }
    )
    assert len(made.dimension["branch"].values) == 127
    assert len(classes(made, all_scopes(made))) == 3 * 2
    gap = [one.message for one in lint(made, today=TODAY) if one.code == "CJM320" and "Открываемся" in one.message]
    assert len(gap) == 1 and "Филиал 0" in gap[0] and "Филиал 124" in gap[0]


@pytest.mark.parametrize(
    ("typed", "told", "hint"),
    [
        ("south", "здесь ждут разрез и его значения", "for: {разрез: [south]}"),
        ("[north]", "здесь ждут разрез и его значения", "for: {разрез: [north]}"),
        ("{Филиал: Север}", "for: разреза «Филиал» нет", "возможно, вы имели в виду «branch»"),
        ("{branch: Север}", "for: у разреза «Филиал» нет значения «Север»", "возможно, вы имели в виду «north»"),
        (
            "{branch}",
            "for: значение разреза «Филиал» не названо: это не действует нигде",
            "for: {branch: [north, south]}",
        ),
    ],
)
def test_what_is_typed_amiss_behind_for_has_one_message(typed: str, told: str, hint: str) -> None:
    opening = OPENING.replace("Откройте дверь.", f"Откройте дверь., for: {typed}")
    made = load({path: text.encode() for path, text in {**FILES, "guideline/sections/opening.yml": opening}.items()})
    found = [
        (one.message, one.hint)
        for one in lint(made, today=TODAY)
        if one.place.line == 11 and one.code in ("CJM001", "CJM013")
    ]
    assert [message for message, _ in found] == [told] and hint in found[0][1]


def test_one_of_a_hundred_branches_breaks_a_rule() -> None:
    values = ", ".join(f"{{id: b{number}, title: Филиал {number}}}" for number in range(100))
    told = ", ".join(f"{{for: {{branch: b{n}}}, value: {'TODO' if n == 90 else f'Улица {n}'}}}" for n in range(100))
    files = {
        "guideline/handbook.yml": f"handbook: x\ntitle: Икс\nlanguage: ru\ndimensions: [{{id: branch, title: Филиал, chosen: by-reader, values: [{values}]}}]\n",
        "guideline/facts.yml": f"facts: [{{id: place, title: Адрес, values: [{told}]}}]\n",
    }
    assert [message.partition(" — ")[2] for _, message in found(files, "CJM007")] == ["для: Филиал 90"]


@pytest.mark.parametrize("odd", (0, 3, 7))
def test_words_that_only_one_branch_writes_otherwise(odd: int) -> None:
    values = ", ".join(f"{{id: b{number}, title: Филиал {number}}}" for number in range(8))
    own = "".join(
        f"  - {{id: s{n}, do: {'Еще' if n == odd else 'Тут'} ждём., for: {{branch: b{n}}}}}\n" for n in range(8)
    )
    files = {
        "guideline/handbook.yml": f"handbook: x\ntitle: Икс\nlanguage: ru\ndimensions: [{{id: branch, title: Филиал, chosen: by-reader, values: [{values}]}}]\nparts: [{{id: a, title: А, sections: [one, two]}}]\n",
        "guideline/sections/one.yml": f"section: one\ntitle: Один\npurpose: Всё.\ntrigger: Утро.\nresult: Вечер.\nsteps:\n{own}",
        "guideline/sections/two.yml": "section: two\ntitle: Два\npurpose: Всё.\ntrigger: Утро.\nresult: День.\nsteps: [{id: a, do: Ещё ждём.}]\n",
    }
    assert {message.partition(" — ")[2] for _, message in found(files, "CJM408")} == {f"для: Филиал {odd}"}


@pytest.mark.parametrize("odd", "nsew")
def test_a_rule_that_reads_on_is_asked_again_for_each_choice_that_it_tells_apart(odd: str) -> None:
    """Where there is a first section it looks for the second, and so on; of the forms one is for a single branch."""

    def reads_on(form: Resource, handbook: Handbook) -> Iterator[Found]:
        yield Found(form.at("title"), values={"said": next((one for one in "abc" if one not in handbook.section), "-")})

    rule = replace(
        all_rules()[0], subject=Resource, check=reads_on, needs=(("handbook", Handbook),), gather=None, gather_needs=(),
        options={}, says={"": Says("{said}", "{said}")}, hints={"": Says(".", ".")}, over="each", style="", where=None,
    )  # fmt: skip
    values = ", ".join(f"{{id: {one}, title: {one.upper()}}}" for one in "nsew")
    form = "kind: form, address: 'https://x.example'"
    files = {
        "guideline/handbook.yml": f"handbook: x\ntitle: X\nlanguage: en\ndimensions: [{{id: branch, title: B, chosen: by-reader, values: [{values}]}}]\nparts: [{{id: a, title: A, sections: [a, b, c]}}]\n",
        "guideline/resources.yml": f"resources:\n  - {{id: one, title: T, {form}}}\n  - {{id: two, title: T, {form}, for: {{branch: {odd}}}}}\n",
        **{
            f"guideline/sections/{id}.yml": f"section: {id}\ntitle: T\nfor: {{branch: [{', '.join(of)}]}}\n"
            for id, of in (("a", "sew"), ("b", "ew"), ("c", "w"))
        },
    }
    made = load({path: text.encode() for path, text in files.items()})
    assert made.problems == ()
    told = {one.message for one in lint(made, (rule,), today=TODAY) if one.id == "resource:one"}
    assert told == {"a — for: N", "b — for: S", "c — for: E", "- — for: W"}
