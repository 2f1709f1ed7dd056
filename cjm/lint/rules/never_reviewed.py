"""Where sections are reviewed, each says when it last was.

A section without `reviewed` is never due, so nobody ever looks at it again. It is asked for where the handbook has
review intervals and other sections have the day.

Bad:

```yaml
section: visit
title: Визит
reviewed: 2026-11-02
---
section: leave  # here
title: Прощание
```

Good:

```yaml
section: visit
title: Визит
reviewed: 2026-11-02
---
section: leave
title: Прощание
reviewed: 2026-11-02
---
section: welcome
title: Встреча
reviewed: 2026-11-02
```

When to accept: for a section that was written a few days ago.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called, left_out
from cjm.lint.finding import Found, found
from cjm.model import Handbook

RU = """Если разделы пересматривают, в каждом сказано когда.

Раздел без `reviewed` никогда не просрочен, и на него никто больше не посмотрит. Правило спрашивает день там, где он
есть у других разделов.

Когда можно принять: для раздела, который написан на днях.
"""

CODE = "508"
SEVERITY = "warning"
PROFILE = "review"

SAYS = Says("не сказано, когда пересматривали раздел «{title}»", 'it is not said when section "{title}" was last reviewed')
HINT = Says("добавьте reviewed: день, когда его читали целиком", "add reviewed: the day on which it was read as a whole")


def check(handbook: Handbook) -> Iterator[Found]:
    if not any(section.reviewed for section in handbook.sections):
        return
    for section in handbook.sections:
        if section.reviewed is None and section.status == "active" and left_out(section, "reviewed"):
            yield found(section.at("section"), title=called(section))
