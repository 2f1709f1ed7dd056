"""Facts that are made of others: what they come to, and why some come to nothing."""

import contextlib
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.lint import find, lint
from cjm.model import Handbook
from cjm.model.digest import digest, printed
from cjm.model.formula import NoValue, outcome
from cjm.wording import resolve

Load = Callable[[Mapping[str, str]], Handbook]
KNOWN = {
    "price": "9\u00a0600 ₽",
    "trial": "900 ₽",
    "discount": "10 %",
    "lessons": "8 занятий",
    "gift": "1 занятие",
    "wait": "2 часа",
    "half": "1,5 часа",
    "short": "2 ч",
    "kilos": "5 кг",
    "dollars": "$1,250.50",
    "site": "club.example",
    "nothing": "0 ₽",
}


def value_of(id: str, form: str) -> str:
    return KNOWN[id]


@pytest.mark.parametrize(
    ("formula", "nearest", "result"),
    [
        ("{{ price }} + {{ trial }}", None, "10\u00a0500\u00a0₽"),
        ("{{ trial }} + {{ price }}", None, "10\u00a0500\u00a0₽"),  # written as any of its operands is
        ("{{ price }} − {{ trial }}", None, "8\u00a0700\u00a0₽"),
        ("{{ price }} - {{ discount }}", None, "8\u00a0640\u00a0₽"),
        ("{{ price }} − 10 %", None, "8\u00a0640\u00a0₽"),
        ("{{price}} + {{ discount }} × 2", None, "11\u00a0520\u00a0₽"),
        ("{{ price }} ÷ {{ lessons }}", None, "1\u00a0200\u00a0₽"),
        ("{{ price }} / 7", 10, "1\u00a0370\u00a0₽"),
        ("{{ price }} / 7", 100, "1\u00a0400\u00a0₽"),
        ("2 * ({{ trial }} + {{ price }})", None, "21\u00a0000\u00a0₽"),
        ("{{ trial }} × 30 %", None, "270\u00a0₽"),
        ("{{ price }} : {{ trial }}", 1, "11"),
        ("{{ dollars }} / 3", 1, "$417"),
        ("{{ dollars }} × 2", 10, "$2,500"),
        ("{{ lessons }} × 2", None, "16\u00a0занятий"),
        ("{{ half }} × 4", None, ("unit-form", "6,0")),
        ("{{ short }} × 3", None, "6\u00a0ч"),  # one form for every number
        ("{{ kilos }} − 4 кг", None, "1\u00a0кг"),
        ("{{ kilos }} + 1,5 кг", None, "6,5\u00a0кг"),
        ("{{ wait }} × 3", None, ("unit-form", "6 часа")),
        ("{{ trial }} − {{ price }}", None, "−8\u00a0700\u00a0₽"),
        ("{{ dollars }} × 2", None, "$2,501.00"),
        ("{{ trial }}", None, "900\u00a0₽"),
        ("{{ wait }} + {{ trial }}", None, ("units", "часа")),
        ("{{ price }} + 100", None, ("units", "100")),
        ("{{ price }} × {{ trial }}", None, ("units", "₽")),
        ("{{ price }} / {{ nothing }}", None, ("zero", "")),
        ("{{ price }} / 7", None, ("uneven", "1371.4286")),
        ("{{ site }} + {{ price }}", None, ("no-number", "club.example")),
        ("от {{ price }}", None, ("sign", "от {{ price }}")),
        ("{{ price }} за урок", None, ("sign", "за урок")),
        ("({{ price }} + 1", None, ("units", "1")),
        ("({{ price }}", None, ("sign", "…")),
        ("{{ price }} +", None, ("sign", "…")),
        ("{{ lessons }} − 5 занятий", None, ("unit-form", "3")),
    ],
)
def test_what_a_formula_comes_to(formula: str, nearest: int | None, result: str | tuple[str, str]) -> None:
    if isinstance(result, str):
        assert outcome(formula, value_of, nearest) == result
        return
    with pytest.raises(NoValue) as none:
        outcome(formula, value_of, nearest)
    assert none.value.form == result[0]
    assert result[1] in " ".join(none.value.values.values())


@given(st.text("{} price+-*/×÷%()10. ,—₽", max_size=30))
def test_whatever_is_typed_is_a_value_or_a_reason(text: str) -> None:
    with contextlib.suppress(NoValue):
        assert outcome("{{ price }} " + text, lambda id, form: KNOWN.get(id, "1 ₽"), None)


FACTS = """\
facts:
  - {id: price, title: Абонемент, value: 9 600 ₽}
  - {id: discount, title: Скидка, value: 10 %}
  - {id: second, title: Второму ребёнку, value: "{{ price }} − {{ discount }}"}
  - {id: both, title: Двое, value: "{{ second }} + {{ price }}"}
"""


def judged(load_text: Load, facts: str, text: str = "") -> tuple[Handbook, list[str]]:
    files = {
        "guideline/handbook.yml": "handbook: t\ntitle: Т\nlanguage: ru\nparts: [{id: a, title: А, sections: [visit]}]\n",
        "guideline/facts.yml": facts,
        "guideline/sections/visit.yml": f"section: visit\ntitle: Визит\nsteps:\n  - id: a\n    do: {text or 'Ждите.'}\n",
    }
    handbook = load_text(files)
    rules = [rule for code in ("309", "306", "404", "305") if (rule := find(code))]
    return handbook, [f"{one.code[3:]}:{one.place.line} {one.message}" for one in lint(handbook, rules)]


def test_a_fact_of_facts_follows_them(load_text: Load) -> None:
    handbook, found = judged(load_text, FACTS)
    assert (resolve("{{ both }}", handbook), found) == ("18\u00a0240\u00a0₽", [])
    dearer, _ = judged(load_text, FACTS.replace("9 600", "10 000"))
    assert resolve("{{ both }}", dearer) == "19\u00a0000\u00a0₽"
    assert [digest("fact", printed(one)) for one in dearer.facts[1:]] == [
        digest("fact", printed(one)) for one in handbook.facts[1:]
    ]


def test_what_it_comes_to_is_a_fact_when_typed(load_text: Load) -> None:
    _, found = judged(load_text, FACTS, "Назовите 8 640 ₽.")
    assert found == ["306:5 «8 640 ₽» набрано руками, а это факт"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("{{ both }} + {{ price }}", ["309:4 факт «second» считается через самого себя: second → both → second"]),
        ("{{ second }} × 2", ["309:4 факт «second» считается через самого себя: second → second"]),
        ("{{ pric }} − {{ discount }}", ["404:4 факта «pric» нет"]),
        ("{{ price }} ÷ 0", ["309:4 факт «second» не посчитать: деление на ноль"]),
        ("от {{ price }}", ["309:4 факт «second» не посчитать: непонятно «от {{ price }}»"]),
    ],
)
def test_one_cause_is_named_once(load_text: Load, value: str, said: list[str]) -> None:
    handbook, found = judged(load_text, FACTS.replace("{{ price }} − {{ discount }}", value))
    assert found == said
    assert resolve("{{ second }}", handbook) == "{{ second }}"  # what comes to nothing stays visible
