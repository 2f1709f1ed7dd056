"""Two ids of a kind differ by more than capitals.

`Visit` and `visit` are one file on Windows and macOS, and one name for everybody who reads them aloud.

Bad:

```yaml
facts:
  - {id: trial-price, title: Цена пробного занятия, value: 900 ₽}
  - {id: Trial-price, title: Цена пробы, value: 950 ₽}  # here
```

Good:

```yaml
facts:
  - {id: trial-price, title: Цена пробного занятия, value: 900 ₽}
  - {id: single-price, title: Цена разового занятия, value: 950 ₽}
```

When to accept: never; rename one of them.
"""

from collections.abc import Iterator, Sequence

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Place
from cjm.model.registry import KINDS

RU = """Два имени одного вида отличаются не только прописными.

`Visit` и `visit` — один файл в Windows и macOS и одно имя для всех, кто его произносит.

Когда можно принять: никогда; переименуйте одно из них.
"""

CODE = "012"
SEVERITY = "warning"
PROFILE = "draft"

SAYS = {
    "capitals": Says("«{id}» и «{other}» отличаются только прописными буквами", '"{id}" and "{other}" differ only in their capitals'),
    "letter": Says("«{id}» и «{other}» различаются одной буквой", '"{id}" and "{other}" differ by one letter'),
}
HINT = {
    "capitals": Says("назовите одно из двух иначе, строчными буквами", "give one of them another name, in small letters"),
    "letter": Says("назовите одно из двух иначе — или это одно и то же", "give one of them another name, or they are the same"),
}


def check(handbook: Handbook) -> Iterator[Found]:
    for kind in KINDS:
        first: dict[tuple[Place, str], str] = {}
        for home, id, place in _ids(handbook, kind):
            other = first.setdefault((home, id.lower()), id)
            if other != id:
                yield found(place, "capitals", quote=id, id=id, other=other)
        if kind in _NEAR:
            yield from _near(handbook, kind)


# Private functions

_NEAR = ("role", "section", "channel", "term", "fact", "resource", "placeholder", "person")
_SHORTEST = 6


def _ids(handbook: Handbook, kind: str) -> Sequence[tuple[Place, str, Place]]:
    """Each thing of a kind: within what its id counts, its id, where it stands."""
    return handbook.worked_out(  # type: ignore[no-any-return]
        f"ids of {kind}",
        lambda one: [((home if KINDS[kind].local else one.outline).at(), str(getattr(thing, "id", "")), thing.at()) for home, thing in one.written(kind)],
        by_value=True,
    )


def _near(handbook: Handbook, kind: str) -> Iterator[Found]:
    """Ids that a slip of one letter would make of each other: whoever types one may get the other."""
    first: dict[str, str] = {}
    for _, id, place in _ids(handbook, kind):
        bare = id.replace("-", "")
        if len(bare) < _SHORTEST or bare[-1].isdigit():
            continue
        cuts = {bare, *(bare[:at] + bare[at + 1 :] for at in range(len(bare)))}
        other = next((first[cut] for cut in cuts if first.get(cut, id) != id), "")
        if other and len(other.replace("-", "")) != len(bare):
            yield found(place, "letter", quote=id, id=id, other=other)
        for cut in cuts:
            first.setdefault(cut, id)
