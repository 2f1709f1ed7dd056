"""An author's text with its marks, how a paragraph of it was read and how somebody rewrote that in, the author's text so
rewritten out; None where the change touches what only the author writes: a link, a fact, a mark."""

import re
from difflib import SequenceMatcher
from itertools import pairwise

_TOKEN = re.compile(r"\w+|[^\w\s]")


def transplanted(raw: str, before: str, after: str) -> str | None:
    """`raw` with what `after` changes of `before`; all else of it stays letter by letter."""
    old, new, own = (list(_TOKEN.finditer(text)) for text in (before, after, raw))
    words = [[one[0] for one in tokens] for tokens in (old, new, own)]
    place: dict[int, int] = {}  # the number of a token of `before` -> that of the same one of `raw`
    for start, other, size in SequenceMatcher(None, words[0], words[2], autojunk=False).get_matching_blocks():
        place.update((start + n, other + n) for n in range(size))
    made = raw
    for tag, first, last, there, end in reversed(
        SequenceMatcher(None, words[0], words[1], autojunk=False).get_opcodes()
    ):
        if tag == "equal":
            continue
        mine = [place.get(n, -1) for n in range(first, last)]
        if -1 in mine or any(two != one + 1 for one, two in pairwise(mine)):
            return None
        if mine and end > there:  # other words in the same place: the blanks around them are the author's
            made = (
                made[: own[mine[0]].start()]
                + after[new[there].start() : new[end - 1].end()]
                + made[own[mine[-1]].end() :]
            )
            continue
        behind, ahead = place.get(first - 1), place.get(last)
        left = own[behind].end() if behind is not None else None
        right = own[ahead].start() if ahead is not None else None
        from_ = new[there - 1].end() if behind is not None else new[there].start() if there < len(new) else len(after)
        to = new[end].start() if ahead is not None else new[end - 1].end() if end > there else from_
        if mine:  # words that go, with the blanks on one side of them
            left = own[mine[0]].start() if left is None or mine[0] != (behind or 0) + 1 else left
            right = own[mine[-1]].end() if right is None or mine[-1] != (ahead or 0) - 1 else right
        elif left is not None and right is not None and raw[left:right].strip():
            # Words that come where marks stand: behind those that close, before those that open.
            closes = not raw[left:right][0].isspace()
            left = right = right if closes else left
            to = to if closes else new[end - 1].end()
        elif left is None and right is None:
            return None
        else:
            left, right = (left if left is not None else right), (right if right is not None else left)
        made = made[:left] + after[from_:to] + made[right:]
    return made
