"""What a Word file said when it went out and what it says now in, what was changed without tracking out."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cjm.repair.brought import words_that_differ
from cjm.word.bookmarks import Tie, tied_field
from cjm.word.memory import FieldThen
from cjm.word.remark import Remark

_PAGE = re.compile(r"\s*\d+$")  # behind a line of the contents, once it has been refreshed


def untracked(
    sent: Sequence[FieldThen], now: Sequence[FieldThen], ties: Mapping[str, Tie], *, whole: bool = True
) -> Iterator[Remark]:
    """Paragraphs that say something else, are new, or (of a `whole` memory) are gone, though tracking knows nothing of it."""
    before = {mark: one for one in sent for mark in one.marks}
    own = Counter(one.text for one in sent if not one.marks)
    left = {id(one): one for one in before.values()}
    strange: list[tuple[FieldThen, Tie | None]] = []
    last: Tie | None = None
    for one in now:
        known = next((before[mark] for mark in one.marks if mark in before), None)
        about = _about(one, ties)
        last = about[-1] if about else last
        if known is None and one.text:
            strange.append((one, last))
        elif known is not None and left.pop(id(known), known) and known.text != one.text:
            was, became = words_that_differ(known.text, one.text)
            yield Remark("replaced", quote=was, text=became, ties=about, tracked=False)
    said = Counter(one.text for one, _ in strange)
    for one in left.values() if whole else ():
        if said[one.text]:  # only its bookmark was lost
            own[one.text] += 1
        elif about := _about(one, ties):
            yield Remark("deleted", text=one.text, ties=about, tracked=False)
    for one, after in strange:
        found = next((text for text in (one.text, _PAGE.sub("", one.text)) if own[text]), None)
        if found is None:
            yield Remark("inserted", text=one.text, after=after, tracked=False)
        else:
            own[found] -= 1


# Private functions


def _about(one: FieldThen, ties: Mapping[str, Tie]) -> list[Tie]:
    return list(dict.fromkeys(tie for mark in one.marks if (tie := ties.get(tied_field(mark)))))
