"""A picture says in words what it shows, opens everywhere, and at once on a phone.

Who cannot see it, who reads aloud and who searches have only the words. Words stand in the square brackets.

Bad:

```yaml
section: where
title: Где что лежит
details:
  - id: plan
    title: План
    text: "![](files/plan.bmp)"  # here
```

Good:

```yaml
section: where
title: Где что лежит
details:
  - id: plan
    title: План
    text: Стойка напротив входа, аптечка за стойкой.
```

When to accept: never; a picture that says nothing can be left out.
"""

import re
from collections.abc import Iterator
from itertools import chain

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OfEachFile, OneFile, TextOfField
from cjm.model import Handbook

RU = """Картинка сказана и словами, её покажут браузер и печать, и на телефоне она открывается сразу.

У того, кто не видит, у того, кто читает вслух, и у того, кто ищет, есть только слова. Они стоят в квадратных скобках.

Когда можно принять: никогда; картинку, которая ничего не говорит, можно убрать.
"""

CODE = "515"
SAYS = {
    "words": Says("картинка «{file}» не названа словами", 'the picture "{file}" is not told in words'),
    "kind": Says("«{file}» — не картинка, которую все покажут", '"{file}" is no picture that everybody can show'),
    "elsewhere": Says("картинка «{file}» лежит на чужом сайте", 'the picture "{file}" lies on a site of others'),
    "large": Says("картинка «{file}» весит {size} МБ", 'the picture "{file}" has {size} MB'),
}
HINT = {
    "words": Says("напишите в скобках, что на ней: ![План раздевалок](files/plan.png)", "write in the brackets what it shows: ![Plan of the changing rooms](files/plan.png)"),
    "kind": Says("сохраните её как PNG, JPEG, WebP или SVG", "save it as PNG, JPEG, WebP or SVG"),
    "elsewhere": Says("положите файл в guideline/files и сошлитесь на files/имя", "put the file into guideline/files and link to files/name"),
    "large": Says("уменьшите её до {most} МБ: хватит ширины в 1600 точек", "make it smaller than {most} MB: a width of 1600 pixels is enough"),
}

_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)[^)]*\)")
_KINDS = (".png", ".jpg", ".jpeg", ".webp", ".svg")


def gather(file: OneFile) -> list[tuple[TextOfField, str, str]] | None:
    """The pictures of a file, each with its words and where it lies."""
    pictures = [(text, words, to) for text in file.where("", ("![",)) for words, to in _PICTURE.findall(text.text)]
    return pictures or None


def check(handbook: Handbook, pictures: OfEachFile, megabytes: int = 1) -> Iterator[Found]:
    for text, words, to in chain.from_iterable(pictures.values()):
        raw = handbook.shown(to)
        if not words.strip():
            yield found(text.place, "words", quote=f"]({to}", file=to)
        if to.startswith(("http://", "https://", "//")):
            yield found(text.place, "elsewhere", quote=to, file=to)
        elif not to.lower().endswith(_KINDS):
            yield found(text.place, "kind", quote=to, file=to)
        elif raw is not None and len(raw) > megabytes * 1_000_000:
            yield found(text.place, "large", quote=to, file=to, size=f"{len(raw) / 1_000_000:.1f}", most=megabytes)
