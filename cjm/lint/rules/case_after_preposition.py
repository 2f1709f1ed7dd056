"""A placeholder after a preposition, or after a verb like «ждали», stands in its case.

Whoever reads a script aloud fills in the name as the placeholder asks for it: «у <имя ребёнка>» becomes «у Миша». In
Russian a name has forms, and `placeholders.yml` has one for each: `<имя ребёнка (у кого)>`.

Bad:

```yaml
placeholders:
  - {id: child, name: имя ребёнка, example: Миша}
  - {id: child-with, name: имя ребёнка (с кем), example: Мишей}
---
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
    say: Вы сегодня с <имя ребёнка>?  # here
```

Good:

```yaml
placeholders:
  - {id: child, name: имя ребёнка, example: Миша}
  - {id: child-with, name: имя ребёнка (с кем), example: Мишей}
---
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
    say: Вы сегодня с <имя ребёнка (с кем)>?
```

When to accept: for a name that does not change its form.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import TextOfField
from cjm.model import Placeholder

RU = """Подстановка после предлога и после глагола вроде «ждали» стоит в своём падеже.

Кто читает скрипт вслух, назовёт имя так, как просит подстановка: «у <имя ребёнка>» станет «у Миша». У имени есть
падежи, и в placeholders.yml для каждого — своя подстановка: `<имя ребёнка (у кого)>`.

Когда можно принять: для имени, которое не склоняется.
"""

CODE = "410"
SEVERITY = "warning"

SAYS = {
    "other": Says("после «{preposition}» подстановка <{name}> не в том падеже", 'after "{preposition}" <{name}> is in the wrong case'),
    "none": Says("после «{preposition}» подстановка <{name}> не в том падеже", 'after "{preposition}" <{name}> is in the wrong case'),
}
HINT = {
    "other": Says("напишите <{right}>", "write <{right}>"),
    "none": Says(
        "добавьте в guideline/placeholders.yml ещё одну подстановку, name: {base} ({asked}), и напишите здесь <{base} ({asked})>",
        "add one more placeholder to guideline/placeholders.yml, name: {base} ({asked}), and write <{base} ({asked})> here",
    ),
}

# The question that a case answers, as it stands in brackets behind the name; a name without one is in the nominative.
_CASES: Mapping[str, tuple[str, str]] = {
    "genitive": ("кого", "чего"),
    "dative": ("кому", "чему"),
    "instrumental": ("кем", "чем"),
    "prepositional": ("ком", "чём"),
    "accusative": ("кого", "что"),
}
_LONG = 6  # letters: what is longer is a verb
_SINCE = ("с", "со")  # with whom, and also since when
# Only prepositions, and verbs, whose case is never that of the bare name: after «в», «на» and «за» a day or an hour may stand as it is.
_ASKS: Mapping[str, str] = {
    **dict.fromkeys(("у", "для", "без", "от", "из", "до", "после", "около", "кроме", "вместо", "ради"), "genitive"),
    **dict.fromkeys(("к", "ко"), "dative"),
    **dict.fromkeys(("с", "со", "над", "перед", "между"), "instrumental"),
    **dict.fromkeys(("о", "об", "обо", "при"), "prepositional"),
    **dict.fromkeys(("про", "ждали", "ждём", "ждем", "жду", "ждать", "встретим", "встречаем", "встречу", "запишем", "записали", "приводите", "приведите", "заберите", "забирайте", "увидеть", "поздравляем", "проводим", "провожу", "отведу"), "accusative"),
    **dict.fromkeys(("позвоним", "позвоню", "напишем", "напишу", "передайте", "передам", "скажите", "покажите", "покажем", "поможем", "помогу", "подарим", "подарю", "объясним", "расскажите"), "dative"),
}
_AFTER = re.compile(rf"(?<![\w-])({'|'.join(_ASKS)})\s+<([^\W\d_][^<>]{{0,79}}?)>", re.IGNORECASE)
# A name that can be in no other case than the nominative: «имя ребёнка», or a patronymic for an example.
_NAMED = re.compile(r"имя\b")
_PATRONYMIC = re.compile(r"[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вна|ична|ич)")
_FORM = re.compile(r"(.*?)\s*\((?:[^()]*\s)?(\w+)\)")


STYLE = "said"
WHERE = (" <", "\n<", "\u00a0<")


def check(text: TextOfField, placeholders: tuple[Placeholder, ...]) -> Iterator[Found]:
    forms, upright = _known(placeholders)
    for match in _AFTER.finditer(text.text) if forms or upright else ():
        preposition, name = match[1], " ".join(match[2].split())
        base, question = _parted(name[:1].lower() + name[1:])
        fitting: tuple[str, ...] = _CASES[_ASKS[preposition.lower()]]
        if preposition.lower() in _SINCE:
            fitting += ("чего",)
        if (base not in forms and name[:1].lower() + name[1:] not in upright) or question in fitting:
            continue
        right = next((full for asked, full in forms.get(base, {}).items() if asked in fitting), "")
        asked = fitting[0] if len(preposition) > _LONG else f"{preposition.lower()} {fitting[0]}"
        yield found(
            text.place, "other" if right else "none", quote=match[0], preposition=preposition, name=name,
            right=right, base=base, asked=asked,
        )  # fmt: skip


# Private functions


@lru_cache(1)
def _known(placeholders: tuple[Placeholder, ...]) -> tuple[dict[str, dict[str, str]], frozenset[str]]:
    return _forms(placeholders), _upright(placeholders)


def _forms(placeholders: tuple[Placeholder, ...]) -> dict[str, dict[str, str]]:
    """The names that the handbook declines: question -> the whole placeholder."""
    found: dict[str, dict[str, str]] = {}
    for placeholder in placeholders:
        base, question = _parted(placeholder.name)
        if any(question in questions for questions in _CASES.values()):
            found.setdefault(base, {})[question] = placeholder.name
    return found


def _upright(placeholders: tuple[Placeholder, ...]) -> frozenset[str]:
    """The placeholders that hold a person's name in the nominative, beyond doubt."""
    return frozenset(
        placeholder.name
        for placeholder in placeholders
        if not _parted(placeholder.name)[1]
        and (_NAMED.match(placeholder.name) or _PATRONYMIC.fullmatch(placeholder.example))
    )


def _parted(name: str) -> tuple[str, str]:
    """«имя ребёнка (у кого)» -> «имя ребёнка», «кого»."""
    form = _FORM.fullmatch(name)
    return (form[1], form[2]) if form else (name, "")
