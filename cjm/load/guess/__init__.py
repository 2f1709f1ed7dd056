"""A text that does not read as it should and the lines at fault in, what its author may have meant to write there out.

Each Guess is one slip of the trade with its cure. Nothing here knows whether it is the right one: `cjm.load.diagnosis`
tries them, in this order, and keeps the one after which the file reads.
"""

from collections.abc import Iterator, Sequence

from cjm.load.guess.blanks import blank_slips, conflict, document_slips, indent_slips, line_ends, stray_slips, tab_slips
from cjm.load.guess.fields import bar_slips, bullet_slips, colon_slips, dash_slips, key_slips, lost_dash_slips
from cjm.load.guess.slip import Edits, Guess, WrittenLines
from cjm.load.guess.values import (
    bracket_slips,
    comma_slips,
    continued_slips,
    inner_slips,
    open_quote_slips,
    quote_slips,
    value_slips,
)

__all__ = ["Edits", "Guess", "conflict", "guesses", "line_ends"]


def guesses(text: str, spots: Sequence[int]) -> Iterator[Guess]:
    """What may have been meant at the offsets `spots`, the likeliest slips first."""
    page = WrittenLines(text)
    near = list(dict.fromkeys(number for spot in spots for number in page.around(spot)))
    yield from blank_slips(page, near)
    for maker in (
        tab_slips,
        document_slips,
        bullet_slips,
        colon_slips,
        key_slips,
        dash_slips,
        lost_dash_slips,
        bar_slips,
    ):
        for number in near:
            yield from maker(page, number)
    for number in near:
        yield from quote_slips(page, number)
    if spots:
        for number in range(page.number(max(spots)) + 1):
            if number not in near:
                yield from open_quote_slips(page, number)
    for maker in (comma_slips, bracket_slips, inner_slips, value_slips, continued_slips, indent_slips, stray_slips):
        for number in near:
            yield from maker(page, number)
