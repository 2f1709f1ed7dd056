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

from cjm.edit import Edit
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
    "two-lists": Says("у «{key}» два списка: в скобках и ниже с дефисами", '"{key}" has two lists: one in brackets, one with hyphens below'),
    "brace": Says("значение начинается со скобки, и YAML принял его за список", "the value begins with a bracket and YAML took it for a list"),
    "fact-in-braces": Says("внутри скобок {{{{ … }}}} стоит без кавычек, и YAML принял его за свои скобки", "within brackets {{{{ … }}}} stands without quotation marks and YAML took it for brackets of its own"),
    "fact-in-brackets": Says("внутри скобок {{{{ … }}}} стоит без кавычек, и YAML принял его за свои скобки", "within brackets {{{{ … }}}} stands without quotation marks and YAML took it for brackets of its own"),
    "indent": Says("строка стоит не на своём месте: отступ {now}, а по соседним строкам нужен {wanted}", "the line is out of place: it is indented by {now}, and its neighbours want {wanted}"),
    "byte": Says("байт {detail} — не буква в UTF-8: здесь в файл попал кусок в другой кодировке", "the byte {detail} is no letter of UTF-8: a piece in another encoding got into the file"),
    "conflict": Says("незаконченное слияние git: строки <<<<<<<, ======= и >>>>>>> (мест: {count}, последнее кончается в строке {last})", "an unfinished git merge: lines <<<<<<<, ======= and >>>>>>> ({count} of them, the last ends on line {last})"),
    "blank": Says("вместо пробела здесь неразрывный или другой особый пробел {sign}: на экране он такой же, а YAML его не знает", "in the place of a space stands the special blank {sign}: it looks the same, and YAML does not know it"),
    "line-end": Says("вместо конца строки здесь знак {sign}: редактор его не показывает, а YAML видит новую строку", "in the place of a line end stands {sign}: an editor does not show it, and to YAML a line begins"),
    "bullet": Says("пункт списка начинается не с дефиса и пробела: «{text}»", 'an element of the list does not begin with a hyphen and a blank: "{text}"'),
    "colon-blank": Says("после «{key}:» нет пробела", 'there is no blank behind "{key}:"'),
    "key-letters": Says("в имени поля «{key}» не латинские буквы", 'the name of the field "{key}" has letters that are not Latin'),
    "dash-in-value": Says("после «{key}:» в той же строке стоит дефис", 'a hyphen follows "{key}:" on the same line'),
    "dash-lost": Says("у пункта списка потеряно тире: «{text}»", 'an element of the list lost its hyphen: "{text}"'),
    "comma-lost": Says("между полями внутри скобок нет запятой: после «{text}»", 'a comma is missing between fields in braces: after "{text}"'),
    "comma-end": Says("в конце строки запятая, как в JSON: здесь её не бывает", "the line ends in a comma, as in JSON: there is none here"),
    "comma-double": Says("две запятые подряд: между ними ничего нет", "two commas in a row, and nothing between them"),
    "mark": Says("от слияния git осталась строка «{text}»", 'the line "{text}" is left of a merge of git'),
    "fence": Says("строка «{text}» — разметка из чата или с сайта, в файле гайдлайна её не бывает", 'the line "{text}" is markup of a chat or a page, and has no place in a file of a handbook'),
    "stray": Says("строка «{text}» — ни поле, ни пункт списка: двоеточия в ней нет", 'the line "{text}" is neither a field nor an element of a list: there is no colon in it'),
    "not-text": Says("это не текст, а {detail}: его только назвали .yml", "this is no text but {detail}: it was only called .yml"),
    "remark": Says("так комментарий здесь не пишут: «{text}»", 'a comment is not written like this here: "{text}"'),
    "comma": Says("запятая внутри фигурных скобок отрезала часть текста", "a comma inside braces cut off a part of the text"),
    "bracket-kind": Says("здесь скобка не того вида", "this bracket is of another kind"),
    "bracket-extra": Says("скобка закрывается, а не открыта", "a bracket is closed that was not opened"),
    "bracket-lost": Says("скобка закрывается, а не открыта", "a bracket is closed that was not opened"),
    "misplaced": Says("файл лежит не там: по первой строке ему место в {home}", "the file lies elsewhere: by its first line its place is {home}"),
    "two-in-one": Says("здесь начинается вторая запись, «{key}» уже было в первой строке: в файле должна быть одна", 'a second record begins here, "{key}" stood in the first line: a file holds one'),
    "copy": Says("это копия файла {first}: у обоих одно имя внутри", "this is a copy of {first}: both have one id inside"),
    "holds-nothing": Says("в файле ничего нет, а на то, что в нём должно стоять, ссылаются (раз: {count}, первый: {first})", "the file holds nothing, though others name what should stand in it ({count} times, first at {first})"),
    "missing-list": Says("в файле нет списка {key}, а на то, что в нём должно стоять, ссылаются (раз: {count}, первый: {first})", "the file has no list {key}, though others name what should stand in it ({count} times, first at {first})"),
    "missing-file": Says("файла нет, а на то, что в нём стоит, ссылаются (раз: {count}, первый: {first})", "the file is not there, though others name what stands in it ({count} times, first at {first})"),
    "dots": Says("строка «...» заканчивает документ YAML, а файл идёт дальше", "the line ... ends the YAML document, and the file goes on"),
    "directive": Says("строка начинается со знака %: для YAML это указание программе", "the line begins with %: to YAML that is a directive"),
    "quote-open": Says("кавычка открыта и не закрыта", "a quotation mark is opened and not closed"),
    "bracket-open": Says("скобка открыта и не закрыта", "a bracket is opened and not closed"),
    "quote-inside": Says("после закрывающей кавычки идёт ещё текст", "more text follows the closing quotation mark"),
    "after-bar": Says("после знака | или > текст стоит в той же строке", "text follows the sign | or > on the same line"),
    "document": Says("строка --- начинает второй документ, а в файле должен быть один", "the line --- begins a second document, and a file holds one"),
    "star": Says("значение начинается со знака * или &, у них в YAML своё значение", "the value begins with * or &, which mean something in YAML"),
    "first-character": Says("с этого знака значение в YAML начинаться не может", "a value in YAML cannot begin with this sign"),
    "no-colon": Says("строка не похожа на «поле: значение»: после «{key}» нет двоеточия с пробелом", 'the line is not of the form "field: value": no colon and blank behind "{key}"'),
    "escape": Says("обратная косая черта внутри двойных кавычек", "a backslash inside double quotation marks"),
    "syntax": Says("отсюда файл не читается: знаки стоят не так, как ждёт YAML", "YAML cannot be read here: {detail}"),
}
_QUOTE = Says("возьмите значение в кавычки: {mended}", "put the value into quotation marks: {mended}")
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
    "two-lists": Says("впишите эти пункты в скобки через запятую — или уберите скобки и начните каждый пункт с дефиса", "write these elements into the brackets, with commas; or take the brackets away and begin each element with a hyphen"),
    "brace": _QUOTE,
    "fact-in-braces": Says('возьмите в кавычки этот текст: {key}: "{text}"', 'put this text into quotation marks: {key}: "{text}"'),
    "fact-in-brackets": Says('возьмите в кавычки этот текст: "{text}"', 'put this text into quotation marks: "{text}"'),
    "indent": Says("сдвиньте её со всем вложенным на столбец {wanted}: {mended}", "move it, with all that hangs on it, to column {wanted}: {mended}"),
    "byte": Says("наберите эту букву заново и сохраните файл в UTF-8", "type the letter anew and save the file as UTF-8"),
    "conflict": Says("оставьте из двух вариантов нужный и удалите строки <<<<<<<, ======= и >>>>>>>; начать слияние заново: git merge --abort", "keep one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>; to begin the merge anew: git merge --abort"),
    "blank": Says("замените его обычным пробелом (таких знаков: {count}) или доверьте это программе: cjm lint --fix", "type an ordinary space instead ({count} of them), or let the program do it: cjm lint --fix"),
    "line-end": Says("замените его обычным концом строки или пробелом (таких знаков: {count}); это сделает cjm lint --fix", "write an ordinary line end or a space ({count} of them); cjm lint --fix does it"),
    "bullet": Says("начните пункт с дефиса и пробела: {mended}", "begin it with a hyphen and a blank: {mended}"),
    "colon-blank": Says("поставьте пробел: {mended}", "put a blank: {mended}"),
    "key-letters": Says("наберите «{near}» латиницей", 'type "{near}" in Latin letters'),
    "dash-in-value": Says("уберите дефис: {mended}. Если это список, начните каждый пункт с новой строки; если тире — часть текста, возьмите текст в кавычки", "remove the hyphen: {mended}. A list begins each element on a line of its own; a dash that belongs to the text wants quotation marks"),
    "dash-lost": Says("поставьте в начале строки дефис и пробел: {mended}", "begin the line with a hyphen and a blank: {mended}"),
    "comma-lost": Says("поставьте запятую: {mended}", "put a comma: {mended}"),
    "comma-end": Says("уберите запятую: {mended}", "take the comma out: {mended}"),
    "comma-double": Says("оставьте одну: {mended}", "keep one: {mended}"),
    "mark": Says("удалите её и проверьте, нет ли рядом второго варианта тех же строк", "delete it, and see whether a second version of the same lines stands near it"),
    "fence": Says("удалите эту строку", "delete the line"),
    "stray": Says("заметку начните знаком # и пробелом; забытое поле — именем и двоеточием; продолжение текста сдвиньте под него", "begin a note with # and a blank, a field with its name and a colon; move what goes on with a text below it"),
    "not-text": Says("откройте его в его программе и перенесите текст: cjm import читает такие файлы", "open it in its program and take the text over: cjm import reads such files"),
    "remark": Says("начните комментарий знаком # и пробелом — или удалите строку", "begin the comment with # and a blank, or delete the line"),
    "comma": Says("возьмите весь текст в кавычки: {mended}", "put the whole text into quotation marks: {mended}"),
    "bracket-kind": Says("исправьте скобку: {mended}", "mend the bracket: {mended}"),
    "bracket-extra": Says("уберите лишнюю: {mended}", "remove the one too many: {mended}"),
    "bracket-lost": Says("поставьте скобку в начале: {mended}", "put a bracket at the beginning: {mended}"),
    "misplaced": Says("перенесите его в {home}", "move it to {home}"),
    "two-in-one": Says("перенесите всё отсюда в {home}", "move all from here into {home}"),
    "copy": Says("удалите её или дайте ей своё имя: и файлу, и в первой строке", "delete it, or give it an id of its own, in its name and its first line"),
    "holds-nothing": Says("верните в него прежнее содержание или опишите это в нём", "put back what it held, or describe it there"),
    "missing-list": Says("верните его: {key}: […]", "put it back: {key}: […]"),
    "missing-file": Says("верните его на место; было другое имя — переименуйте", "put it back; if it was called otherwise, rename it"),
    "dots": Says("удалите эту строку", "delete the line"),
    "directive": Says("удалите эту строку", "delete the line"),
    "quote-open": Says("закройте её: {mended}", "close it: {mended}"),
    "bracket-open": Says("закройте её: {mended}", "close it: {mended}"),
    "quote-inside": Says("возьмите весь текст в другие кавычки или поставьте внутри «ёлочки»: {mended}", "put the whole text into quotation marks of the other kind: {mended}"),
    "after-bar": Says("перенесите текст на следующую строку, на два пробела правее, или уберите этот знак", "move the text to the next line, two spaces further right, or remove the sign"),
    "document": Says("удалите строку ---", "delete the line ---"),
    "star": _QUOTE,
    "first-character": _QUOTE,
    "no-colon": Says("поставьте после имени поля двоеточие и пробел: {mended}", "put a colon and a space behind the name of the field: {mended}"),
    "escape": Says("возьмите одинарные кавычки, в них черта остаётся чертой: {mended}", "use single quotation marks, there a backslash is just a backslash: {mended}"),
    "syntax": _INDENT,
}


_SURE = ("blank", "line-end", "colon-blank", "bullet", "key-letters", "tag")


def check(problem: Problem) -> Iterator[Found]:
    if problem.trouble == "unreadable":
        values = {"mended": "…"} | dict(problem.values) | {"detail": problem.values.get("detail") or "…"}
        # Only what has one answer: a guess about quotation marks or indentation is its author's to take.
        repair = problem.repair if problem.form in _SURE else ()
        yield Found(problem.place, problem.form, values=values, edits=tuple(Edit(place, text) for place, text in repair))
