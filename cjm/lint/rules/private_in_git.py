"""Git keeps no record of a person: no case, no answer, no result, no table with clients in it.

History does not forget: what was committed once stands in every copy, though the file is gone. `cjm private` keeps its
records outside, and refuses a folder that git would take; this rule finds those that somebody copied in, whatever the
folder is called, and tables with telephones, mail addresses or names. Asked by `cjm lint` in a folder of git.

Bad:

```yaml
# git ls-files
- guideline/roles.yml
- answers/2026-11-02.json   # here
- downloads/leads.csv   # here
```

Good:

```yaml
# git ls-files
- guideline/roles.yml
```

When to accept: where everybody in the table is made up.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found
from cjm.load.committed import CommittedFile
from cjm.model import Place

RU = """В git нет записей о людях: ни случаев, ни ответов, ни результатов, ни таблиц с клиентами.

История не забывает: что однажды записано, лежит в каждой копии, даже когда файла уже нет. `cjm private` держит записи
снаружи и в папку, которую взял бы git, не пишет; это правило находит те, что туда скопировали, как бы ни называлась
папка, и таблицы с телефонами, почтой или именами. Спрашивает `cjm lint`, если папка лежит в git.

Когда можно принять: если все люди в таблице придуманы.
"""

CODE = "440"
WHEN = "git"
SAYS = {
    "record": Says("это личная запись (случай, ответ, результат), а git её хранит", "this is a private record (a case, an answer, a result), and git keeps it"),
    "contacts": Says("в таблице телефоны, почта или номера людей, а git её хранит", "the table holds telephones, mail addresses or numbers of people, and git keeps it"),
    "names": Says("в таблице имена людей, а git её хранит", "the table holds names of people, and git keeps it"),
}
_HINT = Says(
    "уберите: git rm --cached «{path}», файл унесите из папки; если уже отправили (push), историю чистят отдельно: git filter-repo",
    'take it out: git rm --cached "{path}", and move the file away; if it was pushed, history is cleaned apart: git filter-repo',
)
HINT = {"record": _HINT, "contacts": _HINT, "names": _HINT}


def check(file: CommittedFile) -> Iterator[Found]:
    yield Found(Place(file.path, 1, 1), file.form, values={"path": file.path})
