"""Two things that people see side by side have two names.

Two roles, sections, terms or stages of one name cannot be told apart in a menu, a search or a talk.

Bad:

```yaml
roles:
  - {id: administrator, title: Администратор}
  - {id: manager, title: администратор, management: true}  # here
```

Good:

```yaml
roles:
  - {id: administrator, title: Администратор}
  - {id: manager, title: Руководитель, management: true}
```

When to accept: where both are never seen on one page.
"""

from collections.abc import Iterator
from typing import Any

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook
from cjm.model.outline import Situation
from cjm.model.registry import KINDS

RU = """У двух вещей, которые видят рядом, два названия.

Две роли, два раздела, термина или этапа с одним названием не различить ни в меню, ни в поиске, ни в разговоре.

Когда можно принять: если на одной странице их никогда не видно.
"""

CODE = "509"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "": Says("два названия одинаковы: «{title}» называется и {kind_ru} «{other}»", 'two have one name: "{title}" is also the name of {kind_en} "{other}"'),
    "tile": Says("две плитки на главной одинаковы: «{title}» стоит и в плитке «{other}»", 'two tiles of the home page are alike: "{title}" stands in the tile "{other}", too'),
}
HINT = {
    "": Says("дайте им разные названия или оставьте одно из двух", "give them different names, or keep one of the two"),
    "tile": Says("каждая плитка ведёт в своё место (to) и называется по-своему: поправьте эту или уберите одну", "each tile leads to a place of its own (to) under a name of its own: mend this one or take one out"),
}

# By which fields people know things of a kind, and inside what they are seen side by side.
_SEEN = (
    ("section", "title", ""), ("section", "short", ""), ("role", "title", ""), ("person", "name", ""), ("channel", "title", ""), ("part", "title", ""),
    ("journey", "title", ""), ("client-type", "title", ""), ("term", "term", ""), ("words", "say", ""), ("placeholder", "name", ""),
    ("index", "title", ""), ("improvement", "problem", ""), ("hours", "title", ""), ("duty", "title", ""), ("resource", "title", ""), ("policy", "title", ""), ("promise", "promise", ""), ("stage", "title", "journey"), ("touchpoint", "title", "journey"),
    ("script", "title", "section"), ("conflict", "says", "section"), ("question", "ask", "section"), ("detail", "title", "section"),
)  # fmt: skip


def check(handbook: Handbook) -> Iterator[Found]:
    for kind, field, inside in _SEEN:
        first: dict[tuple[str, str], Any] = {}
        for home, one in handbook.written(kind):
            name = " ".join(folded(str(getattr(one, field, ""))).split()).strip(" .!?«»\"")
            if not name:
                continue
            key = (str(getattr(home, "id", "")) if inside else "", name)
            other = first.setdefault(key, one)
            if other is not one and getattr(other, "id", "") != getattr(one, "id", ""):  # one id twice is rule 002's matter
                called = KINDS[kind].says
                if kind == "section" and _of_itself(one, name) > _of_itself(other, name):
                    one, other = other, one  # the title is rather the other's own: this one took it
                yield found(one.at(field), title=getattr(one, field), kind_ru=called.ru, kind_en=called.en, other=other.id)
    tiles: dict[str, Situation] = {}
    for tile in handbook.outline.start:
        for field, value in (("title", folded(tile.title).strip(" .!?")), ("to", tile.to)):
            first_tile = tiles.setdefault(f"{field} {value}", tile)
            if value and first_tile is not tile and (field == "title" or len(handbook.sections) > 2 * len(handbook.outline.start)):
                yield found(tile.at(field), "tile", title=str(getattr(tile, field)), other=first_tile.title)


# Private functions


def _of_itself(section: Any, title: str) -> tuple[int, int]:
    """How many words of a title a section has in its short title, and elsewhere."""
    words = [word[:4] for word in title.split() if len(word) > 3]
    told = folded(" ".join((section.purpose, section.trigger, *section.look_for)))
    return sum(word in folded(section.short) for word in words), sum(word in told for word in words)
