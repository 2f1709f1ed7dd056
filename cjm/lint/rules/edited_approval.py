"""A record of approval stays as it was written.

A record binds a name to a content. If it can be edited afterwards it binds nothing. That the last record was taken out
shows only against git or against a later PDF.

Bad:

```yaml
approval: 2026-10-01-boris-f46b9a07  # here
by: boris
name: Анна Орлова
role: manager
date: '2026-10-01'
sections: []
```

Good:

```yaml
approval: 2026-10-01-boris-f46b9a07
by: boris
name: Борис Зимин
role: manager
date: '2026-10-01'
sections: []
```

When to accept: never; take the record back out of the history of the repository, or approve again.
"""

from collections.abc import Iterator

from cjm.approval import Standings
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Handbook

RU = """Запись об утверждении остаётся такой, какой её записали.

Запись связывает имя с содержанием. Если её можно поправить потом, она не связывает ничего. Что убрали последнюю запись,
видно только по git или по более позднему PDF.

Когда можно принять: никогда; верните запись из истории репозитория или утвердите заново.
"""

CODE = "607"

SAYS = {
    "edited": Says("запись «{id}» правили после утверждения: она больше не считается", 'record "{id}" was edited after the approval: it no longer counts'),
    "missing": Says("записи «{id}», которую видели при этом утверждении, нет или она стала другой", 'record "{id}", which was seen at this approval, is not there or is another one now'),
    "lost": Says("утверждённого текста «{id}» нет или он изменён: guideline/approvals/texts/{text}.json", 'the approved text of "{id}" is not there or was edited: guideline/approvals/texts/{text}.json'),
    "unfounded": Says("запись «{id}» не считается: её книга, день или право утверждать не сходятся", 'record "{id}" does not count: its book, its day or the right to approve does not hold'),
}
HINT = {
    "edited": Says("верните её из истории: git checkout -- {file}", "restore it: git checkout -- {file}"),
    "missing": Says("верните guideline/approvals/{id}.yml из истории репозитория", "restore guideline/approvals/{id}.yml from the history of the repository"),
    "lost": Says("верните файл из истории репозитория или утвердите раздел заново", "restore the file from the history of the repository, or approve the section again"),
    "unfounded": Says("что именно, скажет cjm review; утвердите заново", "cjm review tells which; approve again"),
}


def check(handbook: Handbook, standings: Standings) -> Iterator[Found]:
    past = standings.history
    for record in past.edited:
        yield found(record.at("approval"), "edited", id=record.id, file=record.source.file)
    for _, saw in past.missing:
        if not any(one.id == saw.approval for one in past.edited):
            yield found(saw.at("approval"), "missing", id=saw.approval)
    for _, approved in past.lost:
        yield found(approved.at("text"), "lost", id=approved.item, text=approved.text)
    for record, _ in standings.stands.unfounded:
        yield found(record.at("approval"), "unfounded", id=record.id)
