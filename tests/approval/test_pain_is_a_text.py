"""A pain that is written as a text, and one with a count: the approvals that know the first stay as they are."""

from collections.abc import Callable, Mapping

from cjm.model import Handbook
from cjm.model.digest import plain_data, printed

MAP = "journey: j\ntitle: П\nstages: [{{stage: s, title: Э, touchpoints: [{{id: a, title: А, pains: {pains}}}]}}]\n"


def pains(load_text: Callable[[Mapping[str, str]], Handbook], written: str) -> tuple[object, object]:
    (journey,) = load_text({"touchpoints/j.yml": MAP.format(pains=written)}).journeys
    return plain_data(journey)["stages"][0]["touchpoints"][0]["pains"], printed(journey)["stages"][0]["touchpoints"][0][
        "pains"
    ]


def test_alone_it_is_the_text_that_it_was(load_text: Callable[[Mapping[str, str]], Handbook]) -> None:
    assert pains(load_text, "Ледяной душ") == (["Ледяной душ"], ["Ледяной душ"])
    assert pains(load_text, "[{pain: Ледяной душ}]") == (["Ледяной душ"], ["Ледяной душ"])


def test_counted_it_is_a_record(load_text: Callable[[Mapping[str, str]], Handbook]) -> None:
    counted = {"pain": "Душ", "seen": 14, "source": "отзывы, осень"}
    assert pains(load_text, '[{pain: Душ, seen: 14, source: "отзывы, осень"}]') == ([counted], [counted])
