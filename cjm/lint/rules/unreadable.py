"""A file can be read.

Nothing of an unreadable file is checked or published. The other files are still checked, and nothing is said of what
might stand in this one.

Bad:

```yaml
roles:
  - id: administrator
    title: Администратор
    title: Дежурный  # here
```

Good:

```yaml
roles:
  - id: administrator
    title: Администратор
```

When to accept: never.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found
from cjm.model import Problem

RU = """Файл можно прочитать.

Из нечитаемого файла ничего не проверяется и не публикуется. Остальные файлы проверены, а о том, что могло стоять в
этом, ничего не сказано.

Когда можно принять: никогда.
"""

CODE = "006"

_INDENT = Says(
    "выровняйте строки: соседние поля начинаются в одном столбце, вложенные — на два пробела правее",
    "align the lines: fields side by side begin in one column, nested ones two spaces further right",
)
SAYS = {
    "encoding": Says("файл не в UTF-8, а, похоже, в {detail}", "the file is not UTF-8 but, it seems, {detail}"),
    "empty": Says("файл пуст", "the file is empty"),
    "too-large": Says("файл больше двух мегабайт", "the file is larger than two megabytes"),
    "too-deep": Says("слишком глубокая вложенность", "the nesting is too deep"),
    "alias-bomb": Says("ссылки & и * разворачиваются без конца", "the aliases & and * unfold without end"),
    "control": Says("управляющий символ {detail}, невидимый на экране", "a control character {detail}, invisible on the screen"),
    "folder": Says("здесь ждут файл, а это папка", "a file is expected here, and this is a folder"),
    "no-access": Says("файл не открывается: {detail}", "the file cannot be opened: {detail}"),
    "duplicate-key": Says("поле «{key}» написано дважды: первый раз в строке {first}", 'the field "{key}" is written twice: first on line {first}'),
    "tag": Says("тег «{tag}»: такого здесь не бывает", 'the tag "{tag}" has no place here'),
    "tab": Says("отступ сделан табуляцией", "the indentation is made with a tab"),
    "colon": Says("двоеточие с пробелом внутри текста без кавычек", "a colon and a space inside text without quotation marks"),
    "brace": Says("значение начинается со скобки, и YAML принял его за список", "the value begins with a bracket and YAML took it for a list"),
    "fact-in-braces": Says("внутри скобок {{{{ … }}}} стоит без кавычек, и YAML принял его за свои скобки", "within brackets {{{{ … }}}} stands without quotation marks and YAML took it for brackets of its own"),
    "fact-in-brackets": Says("внутри скобок {{{{ … }}}} стоит без кавычек, и YAML принял его за свои скобки", "within brackets {{{{ … }}}} stands without quotation marks and YAML took it for brackets of its own"),
    "indent": Says("строка стоит не на своём месте: отступ не такой, как у соседних", "the line is out of place: its indentation differs from its neighbours'"),
    "quote-open": Says("кавычка открыта и не закрыта", "a quotation mark is opened and not closed"),
    "bracket-open": Says("скобка открыта и не закрыта", "a bracket is opened and not closed"),
    "quote-inside": Says("после закрывающей кавычки идёт ещё текст", "more text follows the closing quotation mark"),
    "after-bar": Says("после знака | или > текст стоит в той же строке", "text follows the sign | or > on the same line"),
    "document": Says("строка --- начинает второй документ, а в файле должен быть один", "the line --- begins a second document, and a file holds one"),
    "star": Says("значение начинается со знака * или &, у них в YAML своё значение", "the value begins with * or &, which mean something in YAML"),
    "first-character": Says("с этого знака значение в YAML начинаться не может", "a value in YAML cannot begin with this sign"),
    "no-colon": Says("строка не похожа на «поле: значение»", 'the line is not of the form "field: value"'),
    "escape": Says("обратная косая черта внутри двойных кавычек", "a backslash inside double quotation marks"),
    "syntax": Says("отсюда файл не читается: знаки стоят не так, как ждёт YAML", "YAML cannot be read here: {detail}"),
}
_QUOTE = Says('возьмите значение в кавычки: {key}: "…"', 'put the value into quotation marks: {key}: "…"')
HINT = {
    "encoding": Says("сохраните файл в кодировке UTF-8 (в редакторе: «Сохранить с кодировкой»)", 'save the file as UTF-8 (in the editor: "Save with encoding")'),
    "empty": Says("напишите в нём что-нибудь или удалите его", "write something into it, or delete it"),
    "too-large": Says("разделите его на несколько", "split it"),
    "too-deep": Says("уберите лишние скобки и отступы: модели хватает девяти уровней", "remove brackets and indentation: the model needs nine levels"),
    "alias-bomb": Says("уберите & и *: повторите текст или назовите факт", "remove & and *: repeat the text, or make it a fact"),
    "control": Says("удалите этот символ: поставьте курсор сюда и нажмите Delete", "delete the character: put the cursor here and press Delete"),
    "folder": Says("переименуйте папку", "rename the folder"),
    "no-access": Says("проверьте права на файл и не открыт ли он в другой программе", "check the file's permissions and whether another program holds it"),
    "duplicate-key": Says("оставьте одно; прочитано первое", "keep one; the first was read"),
    "tag": Says("удалите всё от знака ! до пробела", "delete everything from the sign ! to the space"),
    "tab": Says("замените табуляцию пробелами, по два на уровень", "replace the tab with spaces, two a level"),
    "colon": _QUOTE,
    "brace": _QUOTE,
    "fact-in-braces": Says('возьмите в кавычки этот текст: {key}: "{text}"', 'put this text into quotation marks: {key}: "{text}"'),
    "fact-in-brackets": Says('возьмите в кавычки этот текст: "{text}"', 'put this text into quotation marks: "{text}"'),
    "indent": _INDENT,
    "quote-open": Says("закройте её или уберите обе", "close it, or remove both"),
    "bracket-open": Says("закройте её в конце списка: [ … ] или {{ … }}", "close it where its list ends: [ … ] or {{ … }}"),
    "quote-inside": Says("поставьте внутри текста «ёлочки» или возьмите весь текст в кавычки: {key}: '…'", "put the whole text into quotation marks of the other kind: {key}: '…'"),
    "after-bar": Says("перенесите текст на следующую строку, на два пробела правее, или уберите этот знак", "move the text to the next line, two spaces further right, or remove the sign"),
    "document": Says("удалите строку ---", "delete the line ---"),
    "star": _QUOTE,
    "first-character": _QUOTE,
    "no-colon": Says("поставьте после имени поля двоеточие и пробел, после дефиса — пробел; продолжение текста сдвиньте правее", "put a colon and a space after the field's name, and a space after a hyphen; move text that goes on further right"),
    "escape": Says("возьмите одинарные кавычки: в них черта остаётся чертой", "use single quotation marks: there a backslash is just a backslash"),
    "syntax": _INDENT,
}


def check(problem: Problem) -> Iterator[Found]:
    if problem.trouble == "unreadable":
        values = dict(problem.values) | {"detail": problem.values.get("detail") or "…"}
        yield Found(problem.place, problem.form, values=values)
