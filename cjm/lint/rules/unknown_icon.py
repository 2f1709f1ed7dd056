"""An icon is one that there is.

A tile whose icon nobody knows gets a dot, and a row of dots helps nobody to choose.

Bad:

```yaml
handbook: test
title: Проба
language: ru
start:
  - {title: Пожар, icon: ambulanse, to: section:welcome}  # here
parts: [{id: basics, title: Основа, sections: [welcome]}]
```

Good:

```yaml
handbook: test
title: Проба
language: ru
start:
  - {title: Пожар, icon: ambulance, to: section:welcome}
parts: [{id: basics, title: Основа, sections: [welcome]}]
```

When to accept: never; leave the icon out.
"""

import importlib.util
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from cjm.language.letters import nearest
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Outline
from cjm.resources import shipped

RU = """Такой значок есть.

На плитке с неизвестным значком стоит точка, а по ряду точек не выбрать.

Когда можно принять: никогда, лучше без значка.
"""

CODE = "514"
SEVERITY = "warning"

_NONE = Says("значка «{icon}» нет", 'there is no icon "{icon}"')
SAYS = {"none": _NONE, "near": _NONE}
HINT = {
    "none": Says("выберите имя на pictogrammers.com/library/mdi или положите свой в site_build/assets/icons/{icon}.svg", "choose a name at pictogrammers.com/library/mdi, or put your own into site_build/assets/icons/{icon}.svg"),
    "near": Says("возможно, вы имели в виду «{near}»; все имена: pictogrammers.com/library/mdi", 'did you mean "{near}"? All names: pictogrammers.com/library/mdi'),
}


def check(outline: Outline, look: Mapping[str, bytes]) -> Iterator[Found]:
    for situation in outline.start:
        icon = situation.icon.strip()
        if icon and not any(path.endswith(f"/icons/{icon}.svg") for path in look) and not _there(icon):
            near = nearest(icon, _all())
            yield found(situation.at("icon"), "near" if near else "none", icon=icon, near=near)


# Private functions


@cache
def _folders() -> tuple[Path, ...]:
    theme = importlib.util.find_spec("material")
    own = shipped() / "site_build" / "assets" / "icons"
    return (own, Path(theme.origin).parent / "templates" / ".icons" / "material") if theme and theme.origin else (own,)


def _there(icon: str) -> bool:
    return "/" not in icon and any((folder / f"{icon}.svg").is_file() for folder in _folders())


def _all() -> list[str]:
    return [path.stem for folder in _folders() if folder.is_dir() for path in folder.glob("*.svg")]
