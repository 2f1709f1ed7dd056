"""A file has a name that every computer can keep.

On a computer with Windows git stops at such a name, and whoever works there gets no handbook at all. Of two names that
differ only in capitals, Windows and macOS keep one.

Bad:

```yaml
# guideline/sections/con/visit.yml  # here
section: visit
title: Визит
```

Good:

```yaml
# guideline/sections/reception/visit.yml
section: visit
title: Визит
```

When to accept: while nobody works on the handbook on Windows.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from cjm.language.letters import is_reserved
from cjm.language.says import Says
from cjm.lint.finding import Found
from cjm.model import Handbook, Place

RU = """У файла имя, которое хранит любой компьютер.

В Windows git останавливается на таком имени, и тот, кто там работает, не получит гайдлайна вовсе. Из двух имён,
которые отличаются только прописными, Windows и macOS хранят одно.

Когда можно принять: пока никто не работает с гайдлайном в Windows.
"""

CODE = "019"
SEVERITY = "warning"

SAYS = {
    "reserved": Says("имя «{name}» занято в Windows: ни файла, ни папки с таким именем там не бывает", 'Windows keeps the name "{name}" for itself: there can be no file or folder of that name'),
    "sign": Says("в имени «{name}» есть знак «{sign}»: в Windows такого в именах не бывает", 'the name "{name}" has the sign {sign}, which no name has on Windows'),
    "end": Says("имя «{name}» кончается точкой или пробелом: Windows их отбросит", 'the name "{name}" ends in a dot or a blank: Windows drops them'),
    "capitals": Says("«{name}» и «{other}» отличаются только прописными: в Windows и macOS это одно и то же", '"{name}" and "{other}" differ only in capitals: on Windows and macOS they are one'),
    "long": Says("путь к файлу из {length} знаков: Windows открывает не длиннее 260 вместе с папкой, где лежит гайдлайн", "the path has {length} characters: Windows opens up to 260, the folder of the handbook among them"),
}
HINT = {
    "reserved": Says("переименуйте, например в «{better}»", 'rename it, such as to "{better}"'),
    "sign": Says("переименуйте, например в «{better}», и поправьте ссылки на файл", 'rename it, such as to "{better}", and mend the links to the file'),
    "end": Says("переименуйте в «{better}»", 'rename it to "{better}"'),
    "capitals": Says("оставьте одно имя, строчными буквами, — или назовите второе иначе", "keep one name, in small letters, or call the second otherwise"),
    "long": Says("сократите имена папок и файла до {most} знаков вместе", "shorten the names of folders and file to {most} characters in all"),
}


def check(handbook: Handbook) -> Iterator[Found]:
    inside: dict[str, str] = {}  # a path, of a folder too -> the first file there, at which it is told
    for file in sorted({*handbook.sources, *handbook.look}):
        if (length := len(file.encode("utf-16-le")) // 2) > _MOST:
            yield Found(Place(file, 1, 1), "long", values={"length": str(length), "most": str(_MOST)})
        for path in (file, *map(str, PurePosixPath(file).parents[:-1])):
            inside.setdefault(path, file)
    alike: dict[str, str] = {}
    for path, file in inside.items():
        name = path.rpartition("/")[2]
        other = alike.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path and path.rpartition("/")[0] == other.rpartition("/")[0]:
            yield Found(Place(file, 1, 1), "capitals", values={"name": name, "other": other.rpartition("/")[2]})
        elif path not in handbook.sources:  # what an author's own file is called is told at its id: the two are the same
            yield from _wrong(name, Place(file, 1, 1))


# Private functions

_MOST = 240  # characters below the handbook's folder, which needs some itself
_SIGN = re.compile(r'[:?*<>|"\\\x00-\x1f]')


def _wrong(name: str, place: Place) -> Iterator[Found]:
    """What Windows does not take of a name, the first of it, with a name like it that it does take."""
    better = _SIGN.sub("-", name).rstrip(". ") or "name"
    if is_reserved(better.partition(".")[0].rstrip()):
        better = f"the-{better}"
    if better == name:
        return
    sign = _SIGN.search(name)
    form = "sign" if sign else "end" if name.endswith((".", " ")) else "reserved"
    shown = sign[0] if sign and sign[0].isprintable() else f"U+{ord(sign[0]):04X}" if sign else ""
    yield Found(place, form, values={"name": name, "better": better, "sign": shown})
