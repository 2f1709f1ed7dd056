"""What `policies.yml` promises about the ways of clients holds.

A promise such as "nobody starts without hearing the rules" holds on every way or it does not hold. The finding shows the
shortest way that breaks it, touchpoint by touchpoint, and where it turns off.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: desk
        title: Стойка
        contact: person
        role: administrator
        channel: desk
        next:
          - {to: rules, when: есть время}
          - {to: room, when: иначе}
      - {id: rules, title: Правила вслух, contact: person, role: administrator, channel: desk}
      - {id: room, title: Раздевалка, contact: product, channel: desk, outcome: Готов к занятию}
---
policies:
  - id: rules-first
    title: Правила слышит каждый
    every_path: {from: visit/desk, to: visit/room, through: rules}  # here
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - {id: desk, title: Стойка, contact: person, role: administrator, channel: desk}
      - {id: rules, title: Правила вслух, contact: person, role: administrator, channel: desk}
      - {id: room, title: Раздевалка, contact: product, channel: desk, outcome: Готов к занятию}
---
policies:
  - id: rules-first
    title: Правила слышит каждый
    every_path: {from: visit/desk, to: visit/room, through: rules}
```

When to accept: while the journey is being changed so that it holds again.
"""

from collections.abc import Iterator
from typing import Any

from cjm import graph
from cjm.graph import Ways
from cjm.language.durations import spoken
from cjm.language.says import Says
from cjm.lint.author import called, in_quotes, where
from cjm.lint.finding import Found, found
from cjm.lint.trail import between, trail, waits
from cjm.model import Policy, touchpoint_id
from cjm.model.shared.policy import Avoiding, SomePath

RU = """Обещания о путях из `policies.yml` выполняются.

Обещание вроде «никто не начинает, не услышав правил» выполняется на каждом пути — или не выполняется. Замечание показывает
кратчайший путь, который его нарушил, точку за точкой, и где он свернул.

Когда можно принять: пока путь переделывают так, чтобы обещание снова выполнялось.
"""

CODE = "206"
_RU, _EN = "обещание «{title}» не выполняется: ", 'the promise "{title}" does not hold: '
_AROUND = Says(_RU + "есть путь мимо {missed}", _EN + "there is a way around {missed}")
SAYS = {
    "edge": _AROUND,
    "below": _AROUND,
    "never": Says(_RU + "до {missed} отсюда не дойти вовсе", _EN + "{missed} cannot be reached from there at all"),
    "avoid": Says(_RU + "каждый путь к «{to}» проходит через {avoided}", _EN + 'every way to "{to}" passes through {avoided}'),
    "nowhere": Says(_RU + "к «{to}» не ведёт ни один путь", _EN + 'no way leads to "{to}"'),
    "wait": Says(_RU + "до «{to}» можно прождать {sum}, а обещано не больше {limit}", _EN + 'one can wait {sum} before "{to}", and no more than {limit} is promised'),
    "alone": Says("здесь ждут {wait}, а обещано «{title}» — не больше {limit}", 'one waits {wait} here, and "{title}" promises no more than {limit}'),
    "steps": Says(_RU + "от «{start}» до «{to}» самое меньшее шагов: {count}, а обещано: {limit}", _EN + 'from "{start}" to "{to}" it takes {count} steps at least, and {limit} are promised'),
}
HINT = {
    "edge": Says(
        "в {where} ведите путь через «{through}»: вместо to: {wrong} — to: {id}",
        'in {where} lead the way through "{through}": instead of to: {wrong}, to: {id}',
    ),
    "below": Says(
        "у точки «{source}» ({where}) нет next, и она ведёт к следующей в файле; допишите next: {id}",
        '"{source}" ({where}) has no next and leads to the touchpoint below; add next: {id}',
    ),
    "never": Says("проведите к ней дорогу — или поправьте обещание", "lead a way to it, or mend the promise"),
    "avoid": Says(
        "добавьте дорогу в обход, начав её до «{first}» ({where}), — или поправьте обещание",
        'add a way around that turns off before "{first}" ({where}), or mend the promise',
    ),
    "nowhere": Says("проведите к ней дорогу — или поправьте from и to", "lead a way to it, or mend from and to"),
    "wait": Says(
        "дольше всего ждут в «{longest}» ({where}): сократите wait там — или поправьте обещание",
        'the longest wait is at "{longest}" ({where}): shorten it, or mend the promise',
    ),
    "alone": Says("сократите ожидание или поправьте обещание", "shorten the wait, or mend the promise"),
    "steps": Says("уберите лишнюю точку на пути или проведите дорогу короче", "take a touchpoint out of the way, or lead a shorter one"),
}
_KEPT = Says("здесь обещанное выполнено", "here it is kept")
_TURNS = Says("отсюда путь уходит в обход", "here the way turns off")
_NOT_WANTED = Says("этого хотели избежать", "this was to be avoided")


def check(policy: Policy, ways: Ways) -> Iterator[Found]:
    if ways.partial or ways.blurred:
        return
    yield from _every_path(policy, ways)
    yield from _some_path(policy, ways)
    yield from _longest_wait(policy, ways)
    yield from _at_most_steps(policy, ways)


# Private functions


def _every_path(policy: Policy, ways: Ways) -> Iterator[Found]:
    promise = policy.every_path
    if promise is None:
        return
    start, to = touchpoint_id(promise.start), touchpoint_id(promise.to)
    through = [touchpoint_id(point) for point in promise.through]
    if not {start, to, *through} <= ways.touchpoint.keys():
        return  # an unknown name is rule 003's matter
    broken: dict[tuple[str, ...], list[str]] = {}  # the way around -> what it goes around
    for point in through:
        path = graph.questions.way_around(ways, start, to, point)
        if path is not None:
            broken.setdefault(path, []).append(point)
    for path, missed in broken.items():
        turn = graph.questions.leaves_at(ways, path, missed[0])
        notes: dict[str, Says | str] = dict.fromkeys((point for point in through if point in path), _KEPT)
        values: dict[str, Any] = {"title": policy.title, "missed": in_quotes(called(ways.touchpoint[point]) for point in missed)}
        form = "never"
        if turn is not None:
            notes[turn] = _TURNS
            after = path[path.index(turn) + 1]
            way = between(ways, turn, after)
            form = "edge" if way and way.edge else "below"
            values |= {
                "source": called(ways.touchpoint[turn]),
                "where": where(way.edge, "to") if way and way.edge else where(ways.touchpoint[turn], "id"),
                "wrong": way.edge.to if way and way.edge else after,
                "through": called(ways.touchpoint[missed[0]]),
                "id": missed[0],
            }
        yield found(policy.at("every_path"), form, trail=trail(ways, path, notes, turn), **values)


def _some_path(policy: Policy, ways: Ways) -> Iterator[Found]:
    promise = policy.some_path
    if promise is None:
        return
    to = touchpoint_id(promise.to)
    journey = ways.handbook.journey.get(promise.within) or ways.journey.get(to)
    starts = [touchpoint_id(promise.start)] if promise.start else list(ways.entries[journey.id]) if journey else []
    if not {to, *starts} <= ways.touchpoint.keys():
        return
    only = [point for point, home in ways.journey.items() if home is journey] if promise.within else []
    avoided = _avoided(promise, ways)
    if not graph.questions.must_pass(ways, starts, to, avoided, only):
        return
    path = graph.questions.way_avoiding(ways, starts, to, avoided, only)
    if path is None:
        yield found(policy.at("some_path"), "nowhere", title=policy.title, to=called(ways.touchpoint[to]))
    elif met := [point for point in path if point in avoided]:
        first = ways.touchpoint[met[0]]
        yield found(
            policy.at("some_path"),
            "avoid",
            trail=trail(ways, path, dict.fromkeys(met, _NOT_WANTED), met[0]),
            title=policy.title,
            to=called(ways.touchpoint[to]),
            avoided=in_quotes(called(ways.touchpoint[point]) for point in met),
            first=called(first),
            where=where(first, "id"),
        )


def _avoided(promise: SomePath, ways: Ways) -> frozenset[str]:
    avoiding = promise.avoiding or Avoiding()
    points = {touchpoint_id(point) for point in avoiding.touchpoint}
    return frozenset(
        point
        for point, touchpoint in ways.touchpoint.items()
        if point in points or touchpoint.role in avoiding.role or ways.journey[point].id in avoiding.journey
    )


def _longest_wait(policy: Policy, ways: Ways) -> Iterator[Found]:
    promise = policy.longest_wait
    if promise is None or promise.at_most is None:
        return
    to = touchpoint_id(promise.to)
    starts = [touchpoint_id(promise.start)] if promise.start else ways.entries[ways.journey[to].id] if to in ways.journey else []
    if not starts or not {to, *starts} <= ways.touchpoint.keys():
        return
    slowest = graph.questions.longest_wait(ways, starts, to)
    if slowest is not None and slowest.seconds > promise.at_most:
        told = waits(ways, slowest, policy.at("longest_wait"), "wait", title=policy.title, at_most=promise.at_most)
        yield told
        for point in slowest.path:  # one wait alone breaks it: told there as well, where it can be mended
            touchpoint = ways.touchpoint[point]
            if ways.wait(point) > promise.at_most and "wait" in touchpoint.source.names:
                own = {"wait": Says(spoken(ways.wait(point), "ru"), spoken(ways.wait(point), "en"))}
                yield Found(touchpoint.at("wait"), "alone", values={**told.values, **own}, severity="warning")


def _at_most_steps(policy: Policy, ways: Ways) -> Iterator[Found]:
    promise = policy.at_most_steps
    if promise is None or promise.steps is None:
        return
    start, to = touchpoint_id(promise.start), touchpoint_id(promise.to)
    if not {start, to} <= ways.touchpoint.keys():
        return
    count = graph.questions.steps(ways, start, to) or 0
    path = graph.questions.shortest(ways, start, to) if count > promise.steps else None
    if path is not None:
        yield found(
            policy.at("at_most_steps"),
            "steps",
            trail=trail(ways, path),
            title=policy.title,
            start=called(ways.touchpoint[start]),
            to=called(ways.touchpoint[to]),
            count=count,
            limit=promise.steps,
        )
