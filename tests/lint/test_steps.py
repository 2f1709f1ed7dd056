"""What may follow a step, however the author names it."""

import pytest

from cjm.lint.steps import END, leads
from cjm.load import load


@pytest.mark.parametrize(
    ("choices", "follow"),
    [
        ("", {1}),
        ("{when: да, to: c}", {1, 2}),
        ("{when: да, to: section:visit/c}, {when: иначе, to: b}", {1, 2}),
        ("{when: иначе, to: section:visit/c}", {2}),
        ("{when: да, to: section:other/c}, {when: иначе, to: b}", {1, END}),
        ("{when: да, to: section:other}, {when: нет, to: c}", {2, END}),
    ],
)
def test_leads(choices: str, follow: set[int]) -> None:
    section = (
        f"section: visit\ntitle: Визит\nsteps:\n  - {{id: a, do: Раз., next: [{choices}]}}\n"
        "  - {id: b, do: Два.}\n  - {id: c, do: Три.}\n"
    )
    (made,) = load({"guideline/sections/visit.yml": section.encode()}).sections
    assert leads(made) == (follow, {2}, {END})
