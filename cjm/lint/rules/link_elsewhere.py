"""A link, a tile and a duty lead to the section that is about them.

«Принять заявление о возврате» that opens the section on mailings is worse than no link: whoever follows it with a client
waiting reads the wrong page. Compared are the words of the link with those of its section; something is said only where none
of them stands there and other sections are looked for by them.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
  - id: money
    do: Деньги вернут по [заявлению о возврате](section:mailing).  # here
---
section: mailing
title: Рассылка
performer: administrator
steps:
  - {id: send, do: Отправьте письмо.}
---
section: refund
title: Возврат
performer: administrator
look_for: [заявление о возврате]
steps:
  - {id: take, do: Примите заявление.}
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
  - id: money
    do: Деньги вернут по [заявлению о возврате](section:refund).
---
section: refund
title: Возврат
performer: administrator
look_for: [заявление о возврате]
steps:
  - {id: take, do: Примите заявление.}
```

When to accept: where the section says it in other words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from cjm.language.gist import gist
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OfEachFile, OneFile, passages, sought
from cjm.model import Handbook, Place, Probe, Role, Section
from cjm.model.shared.duty import Duty

RU = """Ссылка, плитка и обязанность ведут в тот раздел, который о них.

«Принять заявление о возврате», за которым открываются рассылки, хуже, чем никакой ссылки: человек при клиенте читает не
то. Сравниваются слова ссылки и слова раздела; замечание — только если ни одного из них там нет, а по ним ищут другие
разделы.

Когда можно принять: если раздел говорит о том же другими словами.
"""

CODE = "518"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "link": Says("ссылка «{words}» ведёт не туда: раздел «{title}» не об этом", 'the link "{words}" leads to the wrong place: section "{title}" is not about it'),
    "tile": Says("плитка «{words}» ведёт не туда: раздел «{title}» не об этом", 'the tile "{words}" leads to the wrong place: section "{title}" is not about it'),
    "probe": Says("запрос «{words}» не найдёт раздел «{title}»: таких слов в нём нет", 'the query "{words}" does not find section "{title}": it has no such words'),
    "inner": Says("страница для клиентов ссылается на внутренний раздел «{title}»", 'a page for clients links section "{title}", which is for the staff'),
    "giver": Says("обещает «{words}», а в разделе «{title}» эта роль ничего не выполняет", '"{words}" promises it, and performs nothing in section "{title}"'),
    "doer": Says("обязанность дана роли «{words}», а в разделе «{title}» она ничего не выполняет", 'the duty is given to "{words}", who performs nothing in section "{title}"'),
    "duty": Says("обязанность «{words}» отнесена не к тому разделу: «{title}» не об этом", 'the duty "{words}" is put to the wrong section: "{title}" is not about it'),
}
HINT = dict.fromkeys(SAYS, Says("возможно, имеется в виду {other} («{there}»)", 'perhaps {other} ("{there}") is meant')) | {
    "inner": Says("уберите ссылку: клиент такого раздела не видит", "take the link out: clients do not see that section"),
    "doer": Says("назовите раздел, где её исполнитель это делает, или впишите роль в performer", "name the section in which its performer does it, or add the role to performer"),
    "giver": Says("назовите раздел, где её исполнитель это делает, или впишите роль в performer", "name the section in which its performer does it, or add the role to performer"),
}

_Link = tuple[str, str, str, Place, str]  # how it is said, the words, the section, the place, what to quote
_LINK = re.compile(r"\[([^\[\]\n]+)\]\((section:([a-z0-9-]+)[^)\s]*)\)")


def gather(file: OneFile) -> list[_Link] | None:
    """The links of a file to sections."""
    links = [("link", link[1], link[3], text.place, link[2]) for text in file.where("", "](section:") for link in _LINK.finditer(text.text)]
    links += [("duty", one.title, id, one.at("section"), "") for one in file.by_class.get(Duty, ()) if isinstance(one, Duty) for id in one.section]
    links += [("probe", one.query, one.section, one.at("section"), "") for one in file.by_class.get(Probe, ()) if isinstance(one, Probe) and one.section]
    return links or None


def check(handbook: Handbook, links: OfEachFile) -> Iterator[Found]:
    tiles = [("tile", f"{one.title}, {one.hint}", one.to.removeprefix("section:"), one.at("to"), "") for one in handbook.outline.start if one.to.startswith("section:")]
    about = {section.id: _About(section) for section in handbook.sections}
    by_name = {_bare(name): section.id for section in handbook.sections for name in (section.title, section.short) if name}
    yield from _givers(handbook)
    yield from _doers(handbook)
    clients = {section.source.file for section in handbook.sections if section.kind == "client"}
    for form, words, id, place, quote in (*tiles, *(link for several in links.values() for link in several)):
        if form == "link" and place.file in clients and id in about and handbook.section[id].kind != "client":
            yield found(place, "inner", quote=quote, title=handbook.section[id].title)
            continue
        named = by_name.get(_bare(words), "") if form == "link" and (words.startswith("«") or " " in words) else ""
        if named and named != id and id in about and _bare(words) not in (_bare(handbook.section[id].title), _bare(handbook.section[id].short)):
            yield found(place, form, quote=quote, words=words, title=handbook.section[id].title, other=f"section:{named}", there=handbook.section[named].title)
            continue
        said = gist(words)
        other = _meant(form, words, said, id, place.file, about) if id in about and len(said) > 1 else ""
        if other:
            yield found(place, form, quote=quote, words=words, title=handbook.section[id].title, other=f"section:{other}", there=handbook.section[other].title)


# Private functions


def _bare(words: str) -> str:
    return words.strip(" «»\"").lower()


def _givers(handbook: Handbook) -> Iterator[Found]:
    """Whoever promises something has a part in the section where it is kept."""
    for promise in handbook.promises:
        sections = [handbook.section[id] for id in promise.section if id in handbook.section]
        roles = [handbook.role[id] for id in promise.giver if id in handbook.role]
        if promise.request or not roles or not all(section.performer or section.steps for section in sections):
            continue
        for section in (one for one in sections if not one.for_all):
            taking = {*section.performer, *(step.who for step in section.steps), *(touchpoint.role for touchpoint in handbook.attached.get(section.id, ()))}
            if taking.isdisjoint(promise.giver) and not any(_named(role, section) for role in roles):
                yield found(promise.at("section"), "giver", words=roles[0].title, title=section.title)


def _doers(handbook: Handbook) -> Iterator[Found]:
    """Whoever has a duty has a part in the section that says how it is done."""
    for duty in handbook.things("duty") if not handbook.outline.dimensions else ():  # there it may be done elsewhere
        for id in duty.section if isinstance(duty, Duty) and duty.who else ():
            section = handbook.section.get(id)
            roles = [handbook.role[one] for one in duty.who if one in handbook.role] if isinstance(duty, Duty) else []
            if section is None or section.for_all or not section.performer or not roles:
                continue
            taking = {*section.performer, *(step.who for step in section.steps), *(touchpoint.role for touchpoint in handbook.attached.get(section.id, ()))}
            if taking.isdisjoint(role.id for role in roles) and not any(_named(role, section) for role in roles):
                yield found(duty.at("who"), "doer", words=roles[0].title, title=section.title)


def _named(role: Role, section: Section) -> bool:
    """Whether a section speaks of a role."""
    return gist(role.title) <= gist("\n".join(text.text for text in passages(section))) or any(conflict.pass_on and conflict.pass_on.to == role.id for conflict in section.conflicts)


class _About:
    """What a section says, and by what it is looked for: worked out where somebody asks, since most sections nobody links wrongly."""

    def __init__(self, section: Section) -> None:
        self.section = section

    @cached_property
    def words(self) -> frozenset[str]:
        return gist("\n".join(text.text for text in passages(self.section)))

    @cached_property
    def sought(self) -> frozenset[str]:
        return gist("\n".join([self.section.title, self.section.short, *sought(self.section)]))


_TWO, _TELLING = 2, 3  # words of a link: where it has so many, one of them may stand anywhere


def _meant(form: str, words: str, said: frozenset[str], id: str, file: str, about: Mapping[str, _About]) -> str:
    """The section that is more likely meant than the one that is named; nothing where that one will do."""
    here, sought = about[id].words, about[id].sought

    def best(among: Iterable[str]) -> str:
        return max(among, key=lambda one: len(said & about[one].sought))

    if form == "probe":
        whole = [one for one in about if said <= about[one].sought]
        return best(whole) if whole and said.isdisjoint(sought) else ""
    if said.isdisjoint(here):
        other = best(about)
        return other if form == "tile" or len(said & about[other].sought) * 2 > len(said) else ""
    title = gist(words.partition(",")[0])
    if form == "tile" and title and said.isdisjoint(sought) and any(title <= one.sought for one in about.values()):
        return best(about)
    if form == "link" and len(said) == _TWO and said.isdisjoint(sought) and not said <= here:
        titled = [one for one in about if said <= about[one].words and not said.isdisjoint(gist(f"{about[one].section.title} {about[one].section.short}")) and not file.endswith(f"/{one}.yml")]
        if len(titled) == 1:
            return titled[0]
    if form == "link" and len(said) >= _TELLING and said.isdisjoint(sought) and len(said & here) * 3 <= len(said):
        whole = [one for one in about if said <= about[one].words and not file.endswith(f"/{one}.yml")]
        return best(whole) if whole else ""
    return ""
