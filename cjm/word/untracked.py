"""What a Word file said when it went out and what it says now in, what was changed without tracking out."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cjm.word.bookmarks import Tie, tied_field
from cjm.word.memory import FieldThen
from cjm.word.remark import Remark

_PAGE = re.compile(r"\s*\d+$")  # behind a line of the contents, once it has been refreshed
_AROUND = 3  # words that stay before and behind those that changed


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
            was, became = _shortened(known.text, one.text)
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


def _shortened(before: str, after: str) -> tuple[str, str]:
    """Both without the words that they have in common at their ends, but for a few."""
    old, new = before.split(), after.split()
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    end = next((n for n in range(most - start) if old[-1 - n] != new[-1 - n]), most - start)
    start, end = max(start - _AROUND, 0), max(end - _AROUND, 0)
    lead, tail = ("…" if start else ""), ("…" if end else "")
    was, became = (" ".join(words[start : len(words) - end]) for words in (old, new))
    return f"{lead}{was}{tail}", f"{lead}{became}{tail}"
