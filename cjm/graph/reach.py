"""What leads where in, what can be reached from where out: plain breadth first, for which no NetworkX need be imported."""

from collections.abc import Collection, Iterable, Mapping


def depths(out: Mapping[str, Iterable[str]], starts: Iterable[str], without: Collection[str] = ()) -> dict[str, int]:
    """How many steps each thing is away from the nearest of `starts`, by ways that pass nothing of `without`."""
    found = dict.fromkeys((start for start in starts if start in out and start not in without), 0)
    waiting = list(found)
    for here in waiting:  # grows while it is gone through
        for there in out[here]:
            if there not in found and there not in without:
                found[there] = found[here] + 1
                waiting.append(there)
    return found


def backwards(out: Mapping[str, Iterable[str]]) -> Mapping[str, Iterable[str]]:
    """By each thing those that lead to it."""
    found: dict[str, list[str]] = {point: [] for point in out}
    for source, targets in out.items():
        for target in targets:
            found[target].append(source)
    return found
