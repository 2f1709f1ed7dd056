"""What only the house knows is not said to clients: its systems, its figures, its limits.

«Поправили в CRM» means nothing to a client, and a page for clients that tells how much of a discount may be given is read
by all who will ask for it.

Bad:

```yaml
facts:
  - {id: gift, title: Подарок, value: 500 ₽}
---
roles:
  - {id: administrator, title: Администратор, decides: ["Подарок — до {{ gift }}"]}
---
client_types:
  - {id: counts, title: Бухгалтер семьи, portrait: Сверяет каждую строку.}
---
section: visit
title: Визит
performer: administrator
steps:
  - id: fix
    do: Исправьте запись.
    say: Мы всё поправили в CRM.  # here
  - id: count
    do: Сверьте.
    say: Вы у нас бухгалтер семьи, давайте сверим.  # here
---
section: leaflet
title: Памятка
kind: client
steps:
  - id: late
    do: Не опаздывайте.
    how: Если рассердились, администратор подарит до {{ gift }}.  # here
```

Good:

```yaml
facts:
  - {id: gift, title: Подарок, value: 500 ₽}
---
roles:
  - {id: administrator, title: Администратор, decides: ["Подарок — до {{ gift }}"]}
---
section: visit
title: Визит
performer: administrator
steps:
  - id: fix
    do: Исправьте запись в CRM.
    say: Мы всё поправили.
---
section: leaflet
title: Памятка
kind: client
steps:
  - id: late
    do: Не опаздывайте.
```

When to accept: where the client is a colleague who knows the word.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import FactValues, OneFile
from cjm.model import ClientType, Handbook, Section
from cjm.model.derived import derived
from cjm.model.reference import FACT

RU = """Клиенту не говорят того, что знают только свои: программ, показателей, пределов.

«Поправили в CRM» клиенту ни о чём не говорит, а страницу для клиентов, где сказано, сколько можно подарить, прочтёт
каждый, кто об этом попросит.

Когда можно принять: если клиент — коллега и слово знает.
"""

CODE = "435"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "word": Says("клиенту говорят внутреннее слово «{words}»", 'the client is told a word of the house: "{words}"'),
    "nick": Says("клиенту в лицо называют прозвище его типа: «{words}»", 'the client is told the nickname of his type: "{words}"'),
    "blocked": Says("эти слова закрывают такого клиента (blocks): «{words}»", 'these words close such a client (blocks): "{words}"'),
    "limit": Says("на странице для клиентов назван предел, который сотрудники решают сами: «{title}»", 'a page for clients tells a limit of what the staff may decide: "{title}"'),
    "staff": Says("страница для клиентов говорит о том, как решают сотрудники: «{words}»", 'a page for clients tells how the staff decide: "{words}"'),
}
HINT = {
    "word": Says("скажите, что это значит для клиента", "say what it means to the client"),
    "nick": Says("назовите его по имени: прозвище — для своих", "call him by his name: the nickname is for the staff"),
    "blocked": Says("скажите то, на что он откликается (responds_to)", "say what he responds to (responds_to)"),
    "limit": Says("уберите его: этот предел — для сотрудников", "take it out: the limit is for the staff"),
    "staff": Says("перенесите это в раздел для сотрудников", "move it to a section for the staff"),
}

_OWN = frozenset((
    "crm", "kpi", "fcr", "nps", "csi", "sla", "црм", "кпи", "лид", "лида", "лидов", "лиды", "воронка", "воронке", "допродажа", "допродажу", "апселл", "регламент",
    "регламенту", "регламентом", "скрипт", "скрипту", "скриптом", "эскалация", "эскалацию", "эскалируем", "эскалирую", "тикет", "тикета", "бэклог", "онбординг", "конверсия", "конверсию",
    "upsell", "escalate", "escalation", "ticket", "backlog", "onboarding",
))  # fmt: skip
_QUOTED = re.compile(r"«([^«»]{8,})»")
_A_CLIENT = re.compile(r"клиент|гост|покупател|пациент|посетител|client|guest|customer|patient|visitor", re.IGNORECASE)
_DECIDE = re.compile(r"(?:администратор\w*|менеджер\w*|сотрудник\w*|старш\w+|руководител\w+)[^.!?\n]{0,40} (?:решает|вправе|не называет|не говорит|предлага\w+ только|прав\w*)|(?:если|когда) (?:клиент|гость|родитель|пациент)\w* (?:спорит|возмущ\w+|отказ\w+|ругает\w+|недовол\w+|жалует\w+|не соглас\w+)|(?:зовите|позовите|предупредите|скажите|сообщите|передайте) (?:старш\w+|администратор\w*|руководител\w+|менеджер\w*)(?: администратор\w*)? (?:и|о|об) |(?:в|во|через) чат\w? (?:смены|сотрудник\w*|администратор\w*|инструктор\w*)|в карточк[еу] клиента|внутренн\w+ (?:правил\w*|инструкц\w*|регламент\w*)|(?:не говорите|не предлагайте|не называйте) (?:клиент|гост|родител)\w*|прибыл\w+|себестоимост\w+|марж\w+|допродаж\w*|the staff (?:may|decide)|for internal use", re.IGNORECASE)


def check(file: OneFile, facts: FactValues, client_types: tuple[ClientType, ...]) -> Iterator[Found]:
    for text in file.with_any(_OWN) if file.things else ():
        if text.style == "said" and text.field != "Words.say":
            word = next(one[0] for one in re.finditer(r"[^\W_]+", text.text) if one[0].lower().replace("ё", "е") in _OWN)
            yield found(text.place, "word", quote=word, words=word)
    nicks = _nicks(tuple([one.title for one in client_types]))
    for text in file.where("said", nicks) if nicks is not None else ():
        words = nicks.search(text.text) if nicks is not None else None
        if words is not None and text.field != "Words.say":
            yield found(text.place, "nick", quote=words[0], words=words[0])
    for type_ in (one for one in file.by_class.get(ClientType, ()) if isinstance(one, ClientType) and one.script):
        low = type_.script.lower()
        closing = next((words for block in type_.blocks for words in _QUOTED.findall(block) if words.lower().rstrip(".!?…") in low), "")
        if closing:
            yield found(type_.at("script"), "blocked", words=closing)
    section = next((one for one in file.items if isinstance(one, Section) and one.kind == "client"), None)
    if section is None:
        return
    limits = _limits(facts.handbook)
    for text in file.texts:
        named = next((id for id, _ in FACT.findall(text.text) if id in limits), "")
        told = _DECIDE.search(text.text)
        if named:
            yield found(text.place, "limit", quote=named, title=facts.handbook.fact[named].title)
        elif told is not None:
            yield found(text.place, "staff", quote=told[0], words=told[0])


# Private functions


@lru_cache(4)
def _nicks(titles: tuple[str, ...]) -> re.Pattern[str] | None:
    """The nicknames of clients, in whatever case; one word, or one that names a client, is no nickname."""
    several = [title.split() for title in titles if len(title.replace("-", " ").split()) > 1 and not _A_CLIENT.search(title)]
    forms = [r"\s+".join(rf"{re.escape(word[: max(4, len(word) - 2)])}[\w-]{{0,3}}" for word in words) for words in several]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE) if forms else None


@derived
def _limits(handbook: Handbook) -> frozenset[str]:
    """The sums that somebody may give away."""
    rights = [right for role in handbook.roles for right in role.decides if re.search(r"скидк|подар|возмест|компенс|discount|gift|refund|compens", right, re.IGNORECASE)]
    return frozenset(id for right in rights for id, _ in FACT.findall(right) if re.search(r"[₽$€%]", handbook.value(id) or ""))
