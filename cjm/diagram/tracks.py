"""Lines that share a gutter or a channel in, the order of their tracks out: as few crossings as can be had.

A net is all that leads to one target through one gutter: one trunk, with its joints on either side.
"""

from dataclasses import dataclass

APART = 5.0  # two trunks may stand on one track if so much is free between their ends
_TOUCH = 1.5


Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Net:
    """A trunk from `low` to `high`; `near` and `far` are the places along it where lines join from either side."""

    key: Key
    near: tuple[float, ...]
    far: tuple[float, ...]
    low: float
    high: float

    @property
    def straight(self) -> bool:
        return self.high - self.low < 0.5

    def lowered(self, by: float) -> "Net":
        """The same, so much further down the page."""
        near, far = (tuple(place + by for place in places) for places in (self.near, self.far))
        return Net(self.key, near, far, self.low + by, self.high + by)


def levels(nets: tuple[Net, ...]) -> dict[Key, int]:
    """The track of each net, 0 nearest to the near side. A net that runs straight needs none and has -1."""
    bent = [net for net in nets if not net.straight]
    order = _order(sorted(bent, key=_rising_first))
    found = {net.key: -1 for net in nets if net.straight}
    for index, net in enumerate(order):
        found[net.key] = max((found[before.key] + 1 for before in order[:index] if _beside(before, net)), default=0)
    return found


def crossed(before: Net, after: Net) -> int:
    """How often the two cross if `before` has the track nearer to the near side."""
    return sum(_inside(place, after) for place in before.far) + sum(_inside(place, before) for place in after.near)


def _order(nets: list[Net]) -> list[Net]:
    """Moves single nets to better places until that helps no more."""
    cost = [[crossed(before, after) for after in nets] for before in nets]
    order = list(range(len(nets)))
    for _ in range(8):
        moved = False
        for net in list(order):
            rest = [other for other in order if other != net]
            here = order.index(net)
            # What the net costs at each place: it crosses those that come to stand before it, and those behind it.
            at_place = [sum(cost[net][other] for other in rest)]
            for other in rest:
                at_place.append(at_place[-1] + cost[other][net] - cost[net][other])
            best = min(range(len(order)), key=lambda place: (at_place[place], abs(place - here), place))
            if best != here:
                order = [*rest[:best], net, *rest[best:]]
                moved = True
        if not moved:
            break
    return [nets[index] for index in order]


def _rising_first(net: Net) -> tuple[int, float, float, tuple[str, str]]:
    rises = not net.near or not net.far or min(net.far) <= min(net.near)
    return (0, net.low, net.high, net.key) if rises else (1, min(net.near), net.high, net.key)


def _inside(place: float, net: Net) -> bool:
    return net.low - _TOUCH < place < net.high + _TOUCH


def _beside(one: Net, other: Net) -> bool:
    return one.low < other.high + APART and other.low < one.high + APART
