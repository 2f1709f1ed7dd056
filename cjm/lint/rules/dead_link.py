"""A link in a text leads somewhere.

Who follows a dead link with a client waiting does not come back to the handbook.

Links between things of the handbook are written `(section:no-show)`, `(section:no-show/call)`, `(journey:renewal)`,
`(role:communicator)`, and `(resource:trial-form)` for a form or a page of others. In words to say or write there are no
links, they would be read aloud, brackets and all; only a resource is allowed there: its address stands in its place.

Bad:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь, как во [встрече](section:welcom).  # here
  - id: again
    do: Повторите [приветствие](section:welcome/gret).  # here
  - id: site
    do: Посмотрите [таблицу](tables.html).  # here
  - id: say
    do: Скажите, где прочесть.
    say: Прочтите [встречу](section:welcome).  # here
```

Good:

```yaml
section: visit
title: Визит
owner: anna
performer: administrator
purpose: Гость знает, куда идти.
trigger: Гость вошёл.
result: Гость отмечен в журнале.
steps:
  - id: greet
    do: Поздоровайтесь, как во [встрече](section:welcome/greet). Правила — на [сайте](https://club.example/rules).
```

When to accept: never; write the words without a link until there is something to link to.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from cjm.language.letters import latin_twin, nearest
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OfEachFile, OneFile, TextOfField
from cjm.model import Handbook
from cjm.model.reference import LINK, WEB, Reference, is_own
from cjm.model.registry import KINDS

RU = """Ссылка в тексте куда-то ведёт.

Кто перешёл по мёртвой ссылке при клиенте, в гайдлайн больше не заглянет.

Ссылки внутри гайдлайна пишутся так: `(section:no-show)`, `(section:no-show/call)`, `(journey:renewal)`,
`(role:communicator)`, картинка или бланк из `guideline/files` — так: `(files/plan.png)`, а форма или чужая страница — так: `(resource:trial-form)`. В словах, которые говорят или пишут,
ссылок нет: их прочли бы вслух вместе со скобками. Исключение одно — ресурс: на его месте встанет адрес.

Когда можно принять: никогда; пока ссылаться не на что, оставьте слова без ссылки.
"""

CODE = "502"

SAYS = {
    "near": Says("ссылка «{to}» никуда не ведёт", 'the link "{to}" leads nowhere'),
    "none": Says("ссылка «{to}» никуда не ведёт", 'the link "{to}" leads nowhere'),
    "look-alike": Says("ссылка «{to}» никуда не ведёт: «{letters}» в ней — русские буквы", 'the link "{to}" leads nowhere: "{letters}" in it is typed in Cyrillic'),
    "form": Says("«{to}» — не адрес в гайдлайне", '"{to}" is no address in the handbook'),
    "absent": Says("ссылка «{to}» ведёт к тому, чего здесь нет", 'the link "{to}" leads to what is not there'),
    "said": Says("ссылка в словах для клиента: «{to}»", 'a link in words to say: "{to}"'),
}
HINT = {
    "near": Says("возможно, вы имели в виду «{near}»", 'did you mean "{near}"?'),
    "none": Says("есть, например: {some}", "there are, for example: {some}"),
    "look-alike": Says("наберите заново латиницей: {near}", "type it anew in Latin letters: {near}"),
    "form": Says(
        "напишите section:имя, section:имя/шаг, journey:имя, role:имя, resource:имя, files/имя-файла или полный адрес https://…",
        "write section:id, section:id/step, journey:id, role:id, resource:id, files/name or a full address https://…",
    ),
    "absent": Says("дайте тому, где она стоит, такое же for, или скажите то же без ссылки", "give what it stands in the same for, or say the same without a link"),
    "said": Says("перенесите ссылку в поле do или how", "move the link to the field do or how"),
}



_WIKI = re.compile(r"\[\[[^\[\]{}\n]+\]\](?!\()")  # how other programs link


def gather(file: OneFile) -> list[tuple[TextOfField, str]] | None:
    """The links of a file that stay inside the handbook."""
    links = [(text, to) for text in file.where("", ("](",)) for to in dict.fromkeys(LINK.findall(text.text)) if not to.startswith(WEB)]
    links += [(text, wiki) for text in file.where("prose", "[[") for wiki in _WIKI.findall(text.text)]
    return links or None


def check(handbook: Handbook, links: OfEachFile) -> Iterator[Found]:
    for text, to in chain.from_iterable(links.values()):
        if text.style == "said" and not _elsewhere(to, handbook):
            yield found(text.place, "said", quote=f"]({to}", to=to)
        else:
            yield from _dead(text, to, handbook)


# Private functions


def _elsewhere(to: str, handbook: Handbook) -> str:
    """The address that words to say have in place of a link to something outside the handbook."""
    return handbook.elsewhere(Reference.parse(to)) if is_own(to) else ""


def _dead(passage: TextOfField, to: str, handbook: Handbook) -> Iterator[Found]:
    target = _target(to, handbook)
    if target is None:
        return
    kind, names = target
    if not kind:
        yield found(passage.place, "form", quote=to, to=to)
        return
    if not handbook.absent.isdisjoint((to, to.partition("/")[0], ":".join(Reference.parse(to).target))):
        yield replace(found(passage.place, "absent", quote=to, to=to), severity="warning")
        return
    twin = latin_twin(to)
    if twin != to and _target(twin, handbook) is None:
        yield found(passage.place, "look-alike", quote=to, to=to, near=twin, letters=", ".join(sorted({sign for sign in to if not sign.isascii()})))
        return
    near = nearest(to.removeprefix(kind), names)
    form = "near" if near or not names else "none"
    yield found(passage.place, form, quote=to, to=to, near=kind + near, some=", ".join(kind + name for name in names[:4]))


def _target(to: str, handbook: Handbook) -> tuple[str, list[str]] | None:
    """None where `to` leads somewhere, else its kind and the names it could have; an empty kind for no address of ours."""
    if to.startswith("files/"):
        there = [path.removeprefix("guideline/") for path in handbook.look if path.startswith("guideline/files/")]
        return None if to in there else ("files/", [path.removeprefix("files/") for path in there])
    if not is_own(to) or not KINDS[to.partition(":")[0]].address:
        return "", []
    named = Reference.parse(to)
    if handbook.resolve(named) is not None or _may_be_there(named, handbook):
        return None
    if named.within and (holder := handbook.find(named.kind, named.id)) is not None:
        inside = getattr(holder, KINDS[named.target[0]].attribute)
        return f"{named.kind}:{named.id}/", [one.id for one in inside if one.id]
    return f"{named.kind}:", [str(getattr(one, "id", "")) for one in handbook.things(named.kind)]


def _may_be_there(named: Reference, handbook: Handbook) -> bool:
    """A section of the order that is not written is rule 501's matter, an unreadable file is rule 006's."""
    if named.kind == "section" and handbook.section.get(named.id) is None and named.id in handbook.part_of:
        return True
    home = KINDS[named.kind]
    while home.inside:
        home = KINDS[home.inside]
    return home.file.replace("*", named.id) in handbook.unread and handbook.find(named.kind, named.id) is None
