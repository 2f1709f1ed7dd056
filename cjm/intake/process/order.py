"""Touchpoints and where each leads in, the order in which they are written and their stages out: as little as possible leads up."""

from collections.abc import Mapping, Sequence


def in_order(
    points: Sequence[int], leads: Mapping[int, Sequence[int]], begins: Sequence[int], ordered: bool
) -> list[int]:
    """The order of the document where it is meant, or where no other has fewer ways that lead up; else the order of the ways."""
    written = sorted(points)
    if ordered:
        return written
    walked = _walked(written, leads, begins)
    if written[0] not in begins and walked[0] in begins:
        return walked
    return walked if _rises(walked, leads) < _rises(written, leads) else written


def in_stages(order: Sequence[int], label: Mapping[int, str]) -> list[tuple[str, list[int]]]:
    """Neighbours of one label together; what has a label is one stage, what has none may be several."""
    stages: list[tuple[str, list[int]]] = []
    known: dict[str, int] = {}
    for at in order:
        name = label[at]
        if name and name in known:
            stages[known[name]][1].append(at)
        elif not name and stages and not stages[-1][0]:
            stages[-1][1].append(at)
        else:
            known[name] = len(stages)
            stages.append((name, [at]))
    return stages


# Private functions


def _rises(order: Sequence[int], leads: Mapping[int, Sequence[int]]) -> int:
    place = {at: number for number, at in enumerate(order)}
    return sum(place[target] <= place[at] for at in order for target in leads.get(at, ()) if target in place)


def _walked(points: Sequence[int], leads: Mapping[int, Sequence[int]], begins: Sequence[int]) -> list[int]:
    """From the beginnings along the ways, whatever leads back left out: each behind all that leads to it."""
    led = {target for at in points for target in leads.get(at, ()) if target != at}
    seen: set[int] = set()
    starts = [*begins, *(at for at in points if at not in led), *(at for at in points if at in led)]
    runs: list[list[int]] = []
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        done: list[int] = []
        stack = [(start, iter(tuple(reversed(leads.get(start, ())))))]
        while stack:
            at, rest = stack[-1]
            on = next((one for one in rest if one not in seen and one in leads), None)
            if on is None:
                done.append(at)
                stack.pop()
            else:
                seen.add(on)
                stack.append((on, iter(tuple(reversed(leads.get(on, ()))))))
        runs.append(done[::-1])
    return [at for run in reversed(runs) for at in run]
