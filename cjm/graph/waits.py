"""A wait as it is written and the handbook's hours in, how long it is at most out: «2 рабочих дня» over a weekend."""

from cjm.language import durations
from cjm.language.hours import span, weekdays
from cjm.model import Handbook, Touchpoint, Written
from cjm.model.derived import derived
from cjm.model.reference import FACT
from cjm.wording.facts import label


def longest(item: Written, key: str, read: int | None, handbook: Handbook) -> int | None:
    """The wait under `key`, which was read as `read` where every day is the same."""
    week, day = _opened(handbook)
    if read is None or (week, day) == (7, durations.DAY):
        return read
    place = item.at(key)
    written = handbook.sources.get(place.file, "")[place.start : place.end].strip().strip("\"'")
    return durations.seconds(written, week, day) or read


def most(touchpoint: Touchpoint, handbook: Handbook) -> int | None:
    """How long one waits at a touchpoint at most; what a fact says, and of its values by dimension the longest."""
    wait = touchpoint.wait
    if not isinstance(wait, str):
        return longest(touchpoint, "wait", wait, handbook)
    (named,) = FACT.findall(wait)
    told = [value for _, value in handbook.variants(*named)] or [handbook.value(*named)]
    lengths = [durations.seconds(value, *_opened(handbook)) for value in told if value]
    return max(filter(None, lengths), default=None)


# Private functions


@derived
def _opened(handbook: Handbook) -> tuple[int, int]:
    """On how many days of a week somebody is there, and for how long on the longest of them."""
    hours = handbook.outline.hours
    days = frozenset[int]().union(*(weekdays(label(one.days, handbook)) or range(7) for one in hours))
    spans = [span(label(one.time, handbook)) for one in hours]
    known = [end - start for start, end in filter(None, spans)]
    return len(days) or 7, max(known) * durations.MINUTE if known and None not in spans else durations.DAY
