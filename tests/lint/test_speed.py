"""No rule takes more than about twice as long for twice as much: nothing an author types makes the check hang."""

import time

import pytest

from cjm.lint import lint
from cjm.load import load

BASE = {
    "guideline/handbook.yml": "handbook: x\ntitle: X\nlanguage: ru\nchannels: [{id: phone, title: T, icon: phone}]\nparts: []\n",
    "guideline/roles.yml": "roles: [{id: adm, title: A, decides: [x]}]\n",
    "guideline/facts.yml": "facts: [{id: a, title: A, value: 4 часа}, {id: b, title: B, value: 1 минута, forms: {gen: 1 минуты}}]\n",
    "guideline/placeholders.yml": "placeholders: [{id: n, name: имя, example: Анна}]\n",
}
# What once took minutes, and what looks like it: an opening without an end, a run that each place runs through again.
REPEATED = [
    "{{ ",
    "{{ a }} ",
    "до {{ b }} ",
    "<имя ",
    "[x](",
    "**",
    "`",
    "| ",
    "!",
    "1",
    "123 ",
    "А. ",
    "x@",
    " ",
    "е",
    "[ ] ",
    "____",
]


def seconds(files: dict[str, str]) -> float:
    handbook = load({path: text.encode() for path, text in {**BASE, **files}.items()})
    start = time.process_time()
    lint(handbook)
    return time.process_time() - start


def journey(touchpoints: int, ways: int) -> str:
    """A journey in which every touchpoint leads on and each has something wrong."""
    rows = ["journey: j", "title: J", "stages:", "  - stage: s", "    title: S", "    touchpoints:"]
    for one in range(touchpoints):
        rows += [f"      - {{id: t{one}, title: T{one}, contact: person, role: adm, channel: phone, next: ["]
        rows += [f"          {{to: t{min(touchpoints - 1, one + on)}, when: c{on}}}," for on in range(1, ways + 1)]
        rows += ["        ]}"]
    return "\n".join(rows) + "\n"


@pytest.mark.slow
@pytest.mark.parametrize("ways", [1, 20])
def test_a_journey_four_times_as_long_takes_about_four_times_as_long(ways: int) -> None:
    short, long = (min(seconds({"touchpoints/j.yml": journey(count, ways)}) for _ in range(2)) for count in (125, 500))
    assert long < 10 * short + 0.5  # measured: 2 to 5 times; what grows with the square takes 16 times


@pytest.mark.slow
@pytest.mark.parametrize("key", ["do", "say"])
@pytest.mark.parametrize("signs", REPEATED)
def test_a_text_of_one_sign_repeated_is_judged_in_a_second(signs: str, key: str) -> None:
    text = f"section: s\ntitle: S\nsteps:\n  - id: a\n    {key}: |\n      а {signs * (30_000 // len(signs))}б\n"
    assert seconds({"guideline/sections/s.yml": text}) < 4
