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
from cjm.model import Handbook
from cjm.model.shared.resource import Resource

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
    "password": Says("в адресе пароль, и его прочтёт каждый: «{written}»", 'the address holds a password, and everybody reads it: "{written}"'),
    "here": Says("адрес «{written}» откроется только на одном компьютере", 'the address "{written}" opens on one computer only'),
    "elsewhere": Says("адрес «{written}» не на том сайте, что все остальные: {other}", 'the address "{written}" is on another site than all others: {other}'),
    "twice": Says("тот же адрес у ресурса «{other}»: «{written}» повторён", 'the resource "{other}" has the same address: "{written}"'),
}
HINT = {
    "site": Says("напишите целиком: https://guide.example", "write all of it: https://guide.example"),
    "mail": Says("напишите так: guide@company.example", "write it like this: guide@company.example"),
    "password": Says("уберите имя и пароль из адреса и смените пароль", "take name and password out of the address, and change the password"),
    "here": Says("напишите адрес, который открывается у всех", "write an address that opens for everybody"),
    "elsewhere": Says("проверьте адрес после @", "check what stands behind the @"),
    "twice": Says("исправьте адрес или оставьте один ресурс из двух", "mend the address, or keep one of the two"),
}
_LOCKED = re.compile(r"://[^/\s@]+:[^/\s@]+@")
_HERE = re.compile(r"://(?:localhost|127\.|192\.168\.|10\.\d+\.)")
_SITE = re.compile(r"https?://[^\s/.:]+(?:\.[^\s/.:]+)*(?::\d{1,5})?(?:/\S*)?")
_MAIL = re.compile(r"(?:mailto:)?[^\s@<>,;:]+@[^\s@<>,;:.]+(?:\.[^\s@<>,;:.]+)+")


_FEW = 2
_PUBLIC = frozenset(("gmail", "googlemail", "mail", "yandex", "ya", "bk", "inbox", "list", "rambler", "outlook", "hotmail", "icloud", "yahoo"))


def _host(address: str) -> str:
    """The site of an address, by its last two names."""
    names = re.split(r"[/:?]", address.strip().rpartition("@")[2].rpartition("//")[2])[0].lower().split(".")
    return ".".join(names[-2:]) if len(names) > 1 else ""


def check(handbook: Handbook) -> Iterator[Found]:
    outline = handbook.outline
    if outline.address and not _SITE.fullmatch(outline.address.strip()):
        yield found(outline.at("address"), "site", written=outline.address)
    seen: dict[str, Resource] = {}
    for resource in handbook.of(Resource):
        address = (resource.address or "").strip().rstrip("/")
        if _LOCKED.search(address):
            yield found(resource.at("address"), "password", written=address)
        elif _HERE.search(address):
            yield found(resource.at("address"), "here", written=address)
        first = seen.setdefault(address, resource)
        if address and first is not resource:
            yield found(resource.at("address"), "twice", written=address, other=first.title)
    hosts = [host for one in (outline.address, outline.feedback, *seen) if one and (host := _host(one))]
    own = max(set(hosts), key=hosts.count, default="")
    for fact in handbook.facts if hosts.count(own) > _FEW and hosts.count(own) * 3 > len(hosts) * 2 else ():
        if _MAIL.fullmatch(fact.value.strip()) and _host(fact.value) != own and _host(fact.value).partition(".")[0] not in _PUBLIC:
            yield found(fact.at("value"), "elsewhere", written=fact.value, other=own)
    if outline.feedback and not _MAIL.fullmatch(outline.feedback.strip()):
        yield found(outline.at("feedback"), "mail", written=outline.feedback)
