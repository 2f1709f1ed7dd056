"""Each element of a list is an element of its own.

Phrases typed on one line and parted by semicolons are one phrase to the search, and nobody types that one.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
look_for: не пришли; прогуляли; молчат  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
look_for: [не пришли, прогуляли, молчат]
```

When to accept: where the sign belongs to the words.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import SOUGHT, OneFile

RU = """Каждый пункт списка стоит отдельно.

Фразы, набранные одной строкой через точку с запятой, для поиска — одна фраза, и её никто не наберёт.

Когда можно принять: если этот знак принадлежит самим словам.
"""

CODE = "015"
SEVERITY = "warning"

SAYS = {
    "signs": Says("несколько пунктов набраны одним: «{words}»", 'several elements are typed as one: "{words}"'),
    "lines": Says("две строки слились в одну фразу: «{words}» — перед второй нет дефиса", 'two lines flowed into one phrase: "{words}"; the second has no dash'),
}
HINT = {
    "signs": Says("напишите списком: [{list}]", "write a list: [{list}]"),
    "lines": Says("поставьте дефис перед второй строкой: - {list}", "put a dash before the second line: - {list}"),
}


_MANY = 3  # of what commas part: a phrase to look for may have one or two


def check(file: OneFile) -> Iterator[Found]:
    for text in file.of_fields(SOUGHT):
        place = text.place
        written = file.source[place.start : place.end]
        if "\n" in written and "\n" in written.rstrip() and written[0] not in "\"'|>":
            yield found(place, "lines", words=text.text[:60], list=written.split("\n")[1].strip())
        parts = [part.strip() for part in text.text.split(",")] if "," in text.text else ()
        if len(parts) >= _MANY and len(getattr(text.item, "look_for", ())) == 1 and all(" " in part for part in parts):
            yield found(text.place, "signs", words=text.text[:60], list=", ".join(parts))
    for text in file.where("label", (";",)):
        parts = [part.strip() for part in text.text.split(";") if part.strip()]
        if text.index is not None and len(parts) > 1 and max(len(part) for part in parts) <= 40:
            yield found(text.place, "signs", words=text.text[:60], list=", ".join(parts))
