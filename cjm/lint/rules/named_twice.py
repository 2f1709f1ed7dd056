"""No list names the same thing twice.

A standard twice in a list is counted twice, a phrase to look for twice takes the place of another.

Bad:

```yaml
section: visit
title: Визит
performer: [administrator, manager, administrator]  # here
look_for:
  - где раздевалка
  - Где раздевалка?  # here
```

Good:

```yaml
section: visit
title: Визит
performer: [administrator, manager]
look_for:
  - где раздевалка
  - куда идти переодеваться
```

When to accept: never; take one of the two out.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any

from cjm.language.gist import gist
from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile
from cjm.model.fields import Many, OneOf, Record, Ref, Text, specs
from cjm.model.shared.duty import Duty

RU = """Ни один список не называет одно и то же дважды.

Стандарт, который стоит в списке дважды, считают дважды; поисковая фраза, набранная дважды, занимает место другой.

Когда можно принять: никогда; уберите одну из двух.
"""

CODE = "510"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "list": Says("«{words}» стоит здесь дважды", '"{words}" stands here twice'),
    "duty": Says("та же обязанность записана дважды, другими словами: «{words}» (строка {line}) — то же, кто, когда и по какому разделу", 'the same duty stands twice, in other words: "{words}" (line {line}) is the same by who, when and section'),
}
HINT = dict.fromkeys(SAYS, Says("оставьте одно из двух", "keep one of the two"))

_SIGNS = re.compile(r"[\W_]+")


def check(file: OneFile) -> Iterator[Found]:
    kind: Any
    for kind, items in file.by_class.items():
        for (attribute, key), item in product(_lists(kind).items(), items):
            values = vars(item).get(attribute, ())  # what is not written is empty
            if len(values) < 2:
                continue
            seen: set[str] = set()
            for number, value in enumerate(values):
                plain = _SIGNS.sub(" ", folded(str(value))).strip()
                if plain and plain in seen:
                    yield found(item.at(key, number), "list", quote=str(value), words=value)
                seen.add(plain)
    duties: dict[tuple[Any, ...], Any] = {}
    for duty in file.by_class.get(Duty, ()):
        if isinstance(duty, Duty) and duty.when and duty.section:
            first = duties.setdefault((duty.who, duty.section, folded(duty.when).strip(" ."), duty.scope), duty)
            if first is not duty and gist(first.title, 4) & gist(duty.title, 4):
                yield found(duty.at("title"), "duty", words=first.title, line=first.at("title").line)


# Private functions


@cache
def _lists(item: Any) -> Mapping[str, str]:
    """The fields that hold a list of names or texts: attribute and key."""
    return {
        attribute: spec.key
        for attribute, spec in specs(item).items()
        if isinstance(spec.reads, Many) and isinstance(spec.reads.of, OneOf | Ref | Text) and not isinstance(spec.reads.of, Record)
    }
