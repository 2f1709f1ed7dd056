"""The address of the site and the mail address of the handbook are addresses.

A site without `https://` gives links and QR codes that lead nowhere, and reports of readers go to a mail address that
nobody has.

Bad:

```yaml
handbook: base
title: Основа
language: ru
address: guide.example  # here
feedback: guide@club  # here
people: [{id: anna, name: Анна Орлова, role: administrator, approves: true}]
parts: [{id: basics, title: Основа, sections: [welcome]}]
```

Good:

```yaml
handbook: base
title: Основа
language: ru
address: https://guide.example/desk
feedback: guide@club.example
people: [{id: anna, name: Анна Орлова, role: administrator, approves: true}]
parts: [{id: basics, title: Основа, sections: [welcome]}]
```

When to accept: never; leave the field out until there is an address.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model import Outline

RU = """Адрес сайта и почта гайдлайна — настоящие адреса.

Без `https://` ссылки и QR-коды никуда не ведут, а письма читателей уходят на адрес, которого ни у кого нет.

Когда можно принять: никогда; пока адреса нет, уберите поле.
"""

CODE = "513"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "site": Says("«{written}» — не адрес сайта", '"{written}" is no address of a site'),
    "mail": Says("«{written}» — не адрес почты", '"{written}" is no mail address'),
}
HINT = {
    "site": Says("напишите целиком: https://guide.example", "write all of it: https://guide.example"),
    "mail": Says("напишите так: guide@company.example", "write it like this: guide@company.example"),
}
_SITE = re.compile(r"https?://[^\s/.:]+(?:\.[^\s/.:]+)*(?::\d{1,5})?(?:/\S*)?")
_MAIL = re.compile(r"(?:mailto:)?[^\s@<>,;:]+@[^\s@<>,;:.]+(?:\.[^\s@<>,;:.]+)+")


def check(outline: Outline) -> Iterator[Found]:
    if outline.address and not _SITE.fullmatch(outline.address.strip()):
        yield found(outline.at("address"), "site", written=outline.address)
    if outline.feedback and not _MAIL.fullmatch(outline.feedback.strip()):
        yield found(outline.at("feedback"), "mail", written=outline.feedback)
