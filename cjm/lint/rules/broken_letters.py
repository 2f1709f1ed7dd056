"""A text has its own letters, and no signs that a program left.

`РїРѕР·` is a word that was opened in the wrong encoding, `\\n` a line end that nobody ended, `<<<<<<<` what git left,
`**` in a title two stars that everybody sees.

Bad:

```yaml
section: visit
title: Визит **гостя**  # here
performer: administrator
steps:
  - id: greet
    do: РџРѕР·РґРѕСЂРѕРІР°Р№С‚РµСЃСЊ.  # here
    say: Добрый день!\\nКак вас зовут?  # here
```

Good:

```yaml
section: visit
title: Визит гостя
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
    say: |
      Добрый день!
      Как вас зовут?
```

When to accept: where the signs are what the text is about.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import SOUGHT, OneFile, TextOfField
from cjm.lint.wanted import WantedTyped

RU = """В тексте свои буквы, и нет знаков, которые оставила программа.

`РїРѕР·` — слово, открытое не в той кодировке, `\\n` — конец строки, которого не случилось, `<<<<<<<` оставил git, а
`**` в названии — две звёздочки, которые видят все.

Когда можно принять: если текст об этих знаках и говорит.
"""

CODE = "425"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "letters": Says("буквы испорчены чужой кодировкой: «{words}»", 'the letters were spoilt by another encoding: "{words}"'),
    "line": Says("«{words}» читатель увидит как есть: конца строки здесь не будет", 'readers see "{words}" as it is: no line ends here'),
    "git": Says("в тексте осталась строка слияния git: «{words}»", 'a line of a git merge is left in the text: "{words}"'),
    "label": Says("в поле {key} разметки не бывает, и «{words}» увидят как есть", 'the field {key} takes no marks, and "{words}" is seen as it is'),
}
HINT = {
    "letters": Says("наберите это место заново и сохраните файл в UTF-8", "type the place anew and save the file as UTF-8"),
    "line": Says("поставьте | после имени поля и начните новую строку", "put | behind the name of the field and begin a new line"),
    "git": Says("оставьте один вариант и удалите эту строку", "keep one version, and delete the line"),
    "label": Says("уберите знаки, оставьте слова", "take the signs out, keep the words"),
}
_SOME = re.compile(r"\ufffd|[ÐÑÃ][\x80-\xff€-™]|[РС][\u00a0-\u00bf\u0402-\u040f\u0450-\u045f‚-™]|\\n|<{7}|>{7}|={7}|\*\*|</?[a-zA-Z]|\]\(")
_SPOILT = re.compile(r"\ufffd+|(?:[ÐÑÃ][\x80-\xffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]){2,}|(?:[РС][\u00a0-\u00bf\u0402-\u040f\u0450-\u045fА-я‚„…†‡€‰‹‘’“”•–—™›№]){3,}")
_ODD = re.compile(r"[\u00a1-\u00a6\u00a8-\u00aa\u00ac-\u00af\u00b1-\u00ba\u00bc-\u00bf\u0402-\u040f\u0450\u0452-\u045f‚†‡€‰‹™›\ufffdÐÑÃ]")
_IS_ODD = WantedTyped(rf"{_ODD.pattern}|\\n|<{{7}}|>{{7}}|={{7}}")
_IS_MARK = WantedTyped(r"^//$|\*\*|\]\(|<")
_GIT = re.compile(r"^\s*(?:<{7}(?: .*)?|>{7}(?: .*)?|={7})\s*$", re.MULTILINE)
_MARKS = re.compile(r"(?<=\s)// .+$|\*\*[^*\n]+\*\*|</?(?:br|b|i|u|p|em|strong|span|div|h[1-6])\s*/?>|\[[^\[\]\n]+\]\([^()\n]+\)", re.IGNORECASE)


def check(file: OneFile) -> Iterator[Found]:
    if file.wanted(_IS_ODD):
        for text in file.texts:
            if _SOME.search(text.text):
                yield from _signs(text)
    for text in file.with_any(_IS_MARK):
        for mark in _MARKS.finditer(text.text) if text.style == "label" else ():
            yield found(text.place, "label", quote=mark[0], words=mark[0], key=text.field.partition(".")[2])


# Private functions


def _signs(text: TextOfField) -> Iterator[Found]:
    for spoilt in _SPOILT.finditer(text.text):
        if _ODD.search(spoilt[0]):
            yield found(text.place, "letters", quote=spoilt[0], words=spoilt[0][:20])
            break
    if "\\n" in text.text and text.field not in SOUGHT and not re.search(r"\\n[a-z]{2}", text.text):
        yield found(text.place, "line", quote="\\n", words="\\n")
    for mark in _GIT.finditer(text.text):
        yield found(text.place, "git", quote=mark[0].strip(), words=mark[0].strip())
        break
