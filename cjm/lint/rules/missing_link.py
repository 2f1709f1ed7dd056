"""No link is missing from touchpoint to section, script and question.

At a moment of truth a newcomer needs the words, and must have tested himself. `every:` in `policies.yml` asks for more:
an owner, a conflict, a role. One gap is one finding, however many ask for it; a touchpoint without a standard is rule
201's matter, a person without a role rule 209's.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: desk
        title: Стойка
        contact: person
        role: administrator
        channel: desk
        moment_of_truth: true
        standard: meeting
        outcome: Гость встречен
---
section: meeting  # here
title: Встреча у стойки
scripts:
  - id: hello
    title: Приветствие
    variants: [{channel: desk, text: "Добрый день!"}]
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: desk
        title: Стойка
        contact: person
        role: administrator
        channel: desk
        moment_of_truth: true
        standard: meeting
        outcome: Гость встречен
---
section: meeting
title: Встреча у стойки
scripts:
  - id: hello
    title: Приветствие
    variants: [{channel: desk, text: "Добрый день!"}]
questions:
  - id: first-words
    ask: Гость вошёл. Ваши первые слова?
    use: practice
    options:
      - {text: Добрый день!, right: true, because: Он слышит, что его ждали.}
      - {text: Фамилия?, because: Так встречают в конторе.}
```

When to accept: while the script or the question is being written.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cjm.language.says import Says
from cjm.lint.author import called, in_quotes
from cjm.lint.finding import Found, found
from cjm.model import Conflict, Handbook, Place, Section, Touchpoint
from cjm.workspace.selection import LINKS_OF, Selected, is_own_link, lacks, select

RU = """Между точкой касания, разделом, скриптом и вопросом нет разрывов.

В момент истины новичку нужны слова, и он должен был себя проверить. `every:` в `policies.yml` требует большего: владельца,
ответа на конфликт, роли. Один разрыв — одно замечание, сколько бы обещаний его ни касалось; точка без стандарта — дело
правила 201, человек без роли — правила 209.

Когда можно принять: пока скрипт или вопрос пишут.
"""

CODE = "203"
SEVERITY = "warning"
SAYS = {
    "section": Says("в разделе «{title}» нет {ru}: этого требует {why_ru}", 'the section "{title}" has no {en}: {why_en} asks for it'),
    "sections": Says("ни в одном из разделов {title} нет {ru}: этого требует {why_ru}", "none of the sections {title} has a {en}: {why_en} asks for it"),
    "touchpoint": Says("у точки касания «{title}» нет {ru}: этого требует {why_ru}", 'the touchpoint "{title}" has no {en}: {why_en} asks for it'),
    "conflict": Says("у конфликта «{title}» нет {ru}: этого требует {why_ru}", 'the conflict "{title}" has no {en}: {why_en} asks for it'),
}
_ADD = Says("допишите {key}: … ({file})", "add {key}: … ({file})")
HINT = {"section": _ADD, "sections": Says("допишите {key}: … в одном из них ({file})", "add {key}: … to one of them ({file})"), "touchpoint": _ADD, "conflict": _ADD}

_CALLED = {
    "standard": Says("стандарта", "standard"), "script": Says("скрипта", "script"), "conflict": Says("ответа на конфликт", "conflict"),
    "question": Says("вопроса для проверки", "question"), "owner": Says("владельца", "owner"), "wait": Says("предела ожидания", "longest wait"),
    "role": Says("роли", "role"), "pass_on": Says("слов о том, кому передать", "word on whom to pass it to"), "answer": Says("ответа клиенту", "answer"),
    "alone": Says("прав решить самому", "word on what one may decide alone"), "follow_up": Says("слов о том, что сделать потом", "follow-up"),
}  # fmt: skip
_KEYS = {"script": "scripts", "conflict": "conflicts", "question": "questions"}
_OF_A_MOMENT_OF_TRUTH = ("script", "question")


@dataclass(slots=True)
class _Gap:
    one: Selected
    link: str
    moments: list[str] = field(default_factory=list)  # the moments of truth that ask for it
    policies: list[str] = field(default_factory=list)


def check(handbook: Handbook) -> Iterator[Found]:
    gaps: dict[tuple[object, ...], _Gap] = {}
    for one, links, policy in _asked(handbook):
        for link in links:
            if link in LINKS_OF[one.kind] and not _is_elsewhere(one, link) and lacks(one, link) and not _is_asked(one, link):
                gap = gaps.setdefault(_key(one, link), _Gap(one, link))
                if policy:
                    gap.policies.append(policy)
                elif isinstance(one.thing, Touchpoint):
                    gap.moments.append(called(one.thing))
    for gap in gaps.values():
        yield _found(gap)


# Private functions


def _asked(handbook: Handbook) -> Iterator[tuple[Selected, tuple[str, ...], str]]:
    """Every thing of which links are asked, with these links and the policy that asks; none for moments of truth."""
    for touchpoint in handbook.touchpoint.values():
        if touchpoint.moment_of_truth:
            sections = tuple(handbook.section[id] for id in touchpoint.standard if id in handbook.section)
            yield Selected("touchpoint", touchpoint, sections, {}), _OF_A_MOMENT_OF_TRUTH, ""
    for policy in handbook.policies:
        if policy.every is not None:
            for one in select(handbook, policy.every):
                yield one, policy.has, policy.title or policy.id


def _is_elsewhere(one: Selected, link: str) -> bool:
    """Whether another rule speaks of this gap: 201 and 003 of standards, 209 of roles."""
    if not isinstance(one.thing, Touchpoint):
        return False
    if link == "role":
        return one.thing.contact == "person"
    return link == "standard" or (not is_own_link(one, link) and not one.sections)


def _is_asked(one: Selected, link: str) -> bool:
    """Whether an open question keeps its place."""
    things = (one.thing,) if is_own_link(one, link) else one.sections
    return any(thing.is_open(_KEYS.get(link, link)) for thing in things)


def _key(one: Selected, link: str) -> tuple[object, ...]:
    """Where the gap is mended: two touchpoints with the same sections miss the same link."""
    return (id(one.thing), link) if is_own_link(one, link) else (*(section.id for section in one.sections), link)


def _found(gap: _Gap) -> Found:
    one, link = gap.one, gap.link
    form, place, title = _subject(one, link)
    names = _CALLED[link]
    key = "performer" if link == "role" and form == "section" else _KEYS.get(link, link)
    return found(
        place,
        form,
        title=title,
        ru=names.ru,
        en=names.en,
        why_ru=_why(gap, "момент истины", "обещание"),
        why_en=_why(gap, "the moment of truth", "the policy"),
        key=key,
        file=", ".join(dict.fromkeys(section.source.file for section in one.sections)) if form == "sections" else place.file,
    )


def _why(gap: _Gap, moment: str, policy: str) -> str:
    asking = [f"{moment} {in_quotes(gap.moments)}"] if gap.moments else []
    if gap.policies:
        asking.append(f"{policy} {in_quotes(gap.policies)}")
    return ", ".join(asking)


def _subject(one: Selected, link: str) -> tuple[str, Place, str]:
    thing = one.thing
    if isinstance(thing, Section) or (not is_own_link(one, link) and len(one.sections) == 1):
        section = one.sections[0]
        return "section", section.at("section"), called(section)
    if isinstance(thing, Conflict):
        return "conflict", thing.at("id"), thing.says
    if is_own_link(one, link):
        return "touchpoint", thing.at("id"), called(thing)
    return "sections", thing.at("standard"), in_quotes(called(section) for section in one.sections)
