"""Messages and notes of a diagram in, what they say of an activity out."""

from cjm.intake.process.in_work import ProcessInWork
from cjm.language.says import Says

_LONGEST = 300  # of what is said of a task: more than that is a standard of its own
_LONG = Says(
    "длинное описание: сделайте из него раздел и впишите в standard",
    "a long description: make a section of it and name it in standard",
)
_NOTE = Says("пояснение не к точке касания", "a note that belongs to no touchpoint")


def gather_messages(process: ProcessInWork) -> None:
    """Messages between pools: what the client sends and gets, and what goes on behind the scene."""
    for at, one in enumerate(process.elements):
        if one.kind != "message":
            continue
        for here, there in ((one.source, one.target), (one.target, one.source)):
            ours, other = process.number.get(here), process.number.get(there)
            if ours is None or other is None:
                continue
            with_whom = process.pool_of(other)
            told = process.name(at) or (process.names[other] if other != with_whom else "")
            for stop in _stops_of(process, ours):
                if told and with_whom is not None and process.is_client(other):
                    _tell(process, stop, "client", told, at)
                elif process.is_client(ours):
                    continue
                elif told or (with_whom is not None and process.names[with_whom]):
                    whom = process.names[with_whom] if with_whom is not None else ""
                    _tell(process, stop, "backstage", ": ".join(word for word in (whom, told) if word), at)


def gather_notes(process: ProcessInWork) -> None:
    """What is written about an activity is what goes on behind the scene, where it is short."""
    ties: dict[str, list[str]] = {}
    for one in process.elements:
        if one.kind == "technical" and one.source and one.target:
            ties.setdefault(one.source, []).append(one.target)
            ties.setdefault(one.target, []).append(one.source)
    for at, one in enumerate(process.elements):
        if one.kind != "note":
            continue
        words = process.name(at)
        said_of = [
            process.number[id] for id in ([one.source] if one.source else ties.get(one.id, ())) if id in process.number
        ]
        stop = next((each for each in said_of if each in process.ways.out), None)
        if stop is not None and words and len(words) <= _LONGEST:
            if process.elements[stop].own:  # the same words as in its field
                process.said.setdefault(stop, {}).setdefault("client from", []).append(str(at))
            else:
                _tell(process, stop, "backstage", words, at)
        else:
            process.intake.end(process.blocks[at], "not-understood", why=_NOTE if stop is None else _LONG)


# Private functions


def _stops_of(process: ProcessInWork, at: int) -> list[int]:
    """The activities that a message concerns: of an event those before or behind it."""
    if at in process.ways.out:
        return [at]
    one = process.elements[at]
    every = [way for ways in process.ways.out.values() for way in ways]
    if one.kind == "event" and one.event in ("end", "throw"):
        return list(dict.fromkeys(way.source for way in every if way.target == at or at in way.passes))
    if one.kind == "event":
        into = [way.target for way in (*every, *process.ways.begins) if at in way.passes or way.source == at]
        return [stop for stop in dict.fromkeys(into) if stop in process.ways.out]
    return []


def _tell(process: ProcessInWork, stop: int, key: str, words: str, at: int) -> None:
    texts = process.said.setdefault(stop, {}).setdefault(key, [])
    if words not in texts:
        texts.append(words)
    process.said[stop].setdefault(f"{key} from", []).append(str(at))
