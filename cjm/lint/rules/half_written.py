"""What belongs together is written together.

A form that nobody reads, a client's words without his leave, a finished improvement without its outcome: half of it is
there, and whoever reads it takes it for the whole.

Bad:

```yaml
resources:
  - {id: visit-form, title: Анкета о визите, kind: form, address: "https://forms.example/visit"}  # here
  - {id: prices, title: Прайс, kind: file, address: "https://files.example/p", used_by: manager, review_every: 90 дней}  # here
---
improvements:
  - problem: Ледяной душ
    state: done  # here
    since: 2026-01-10
    quote: Наконец-то тепло!  # here
    measure: {count: жалобы, before: 90 дней, after: 9 дней}  # here
```

Good:

```yaml
resources:
  - {id: visit-form, title: Анкета о визите, kind: form, address: "https://forms.example/visit", read_by: manager}
  - {id: prices, title: Прайс, kind: file, address: "https://files.example/p", reviewed: 2026-10-01, review_every: 90 дней}
---
improvements:
  - problem: Ледяной душ
    state: done
    since: 2026-01-10
    result: helped
    quote: Наконец-то тепло!
    may: true
    measure: {count: жалобы, before: 90 дней, after: 90 дней}
```

When to accept: while the other half is being found out; better still ask for it in `open`.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cjm.graph.waits import most
from cjm.language.says import Says
from cjm.lint.author import left_out
from cjm.lint.finding import Found
from cjm.lint.one_file import OneFile
from cjm.model import Handbook
from cjm.model.formula import is_formula
from cjm.model.reference import FACT
from cjm.model.shared.index import Index
from cjm.model.shared.resource import Resource
from cjm.wording.facts import label

RU = """Что бывает только вместе, вместе и записано.

Анкета, которую никто не читает, слова клиента без его разрешения, законченное улучшение без итога: записана половина, а
читают её как целое.

Когда можно принять: пока вторую половину узнают; лучше спросите о ней в `open`.
"""

CODE = "323"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "read_by": Says("форму «{title}» заполняют, а кто читает ответы — не сказано (нет read_by)", 'the form "{title}" is filled in, and nobody is named who reads it (no read_by)'),
    "reviewed": Says("сказано, как часто сверять (review_every), а когда сверяли — нет (reviewed)", "it is said how often to check it (review_every), and not when it was checked (reviewed)"),
    "within": Says("показатель «{title}» считает возвраты и повторы, а за какой срок — не сказано (нет within)", 'the index "{title}" counts what comes back, and not within what time (no within)'),
    "result": Says("улучшение закончено (state: done), а чем кончилось — не сказано (нет result)", "the improvement is done (state: done), and its outcome is not said (no result)"),
    "early": Says("у улучшения есть итог (result: {value}), а оно ещё не закончено (state: {state})", "the improvement has an outcome (result: {value}) and is not finished (state: {state})"),
    "since": Says("улучшение начато (state: {state}), а с какого дня — не сказано (нет since)", "the improvement was begun (state: {state}), and its day is not said (no since)"),
    "effect": Says("улучшение оставлено (state: dropped), а почему — не сказано (нет effect)", "the improvement was dropped (state: dropped), and it is not said why (no effect)"),
    "may": Says("слова клиента записаны (quote), а его разрешения показать их нет (may: true)", "a client's words are quoted (quote), and he did not allow it (may: true)"),
    "quote": Says("клиент разрешил показать свои слова (may), а самих слов нет (quote)", "the client allowed his words to be shown (may), and there are none (quote)"),
    "spans": Says("до и после сравнивают за разные сроки (before и after): итог ничего не докажет", "before and after are compared over different times: the outcome proves nothing"),
    "before": Says("сказано, сколько считать после (after), а сколько до — нет (before): сравнить не с чем", "it is said how long to count afterwards (after), and not before (before): there is nothing to compare"),
    "meanwhile": Says("сказано, что клиент знает, пока ждёт (meanwhile), а сколько он ждёт — нет (wait)", "it is said what the client knows meanwhile (meanwhile), and not how long he waits (wait)"),
    "no-time": Says("ждут столько, сколько сказано в факте ({value}), а его значение — не время", "one waits as long as a fact says ({value}), and its value is no time"),
    "back": Says("сказано, сколько раз может повториться возврат (at_most), а возвратом ветвь не названа (back: true)", "it is said how often the way back may repeat (at_most), and the way is not marked as one (back: true)"),
    "formula": Says("округлять здесь нечего (round): значение не вычисляется из других фактов", "there is nothing to round here: the value is not computed from other facts"),
    "steps": Says("раздел назван справкой без шагов (kind: reference), а шаги в нём есть (steps)", "the section is called reference matter without steps (kind: reference), and it has steps"),
    "calls": Says("номера, куда звонить (calls), видны только на странице на случай беды (kind: emergency), а это не она", "numbers to ring (calls) are shown on a page for danger only (kind: emergency), and this is none"),
    "rhythm": Says("сказано, по чему видно, что обязанность «{title}» выполнена, а когда её выполняют — нет (every или when)", 'it is said how one sees that the duty "{title}" is done, and not when it is (every or when)'),
    "department": Says("«{value}» — не отдел (kind: department), а роль относят к нему (part_of)", '"{value}" is no department (kind: department), and the role is put into it (part_of)'),
    "number": Says("«{value}» — не номер: его не набрать касанием", '"{value}" is no number: nobody can ring it'),
    "only-one": Says("разрез «{title}» из одного значения: выбирать не из чего", 'the dimension "{title}" has one value: there is nothing to choose'),
    "form": Says("показатель «{title}» считают по ответам формы (of), а «{value}» — не форма", 'the index "{title}" is counted from the answers of a form (of), and "{value}" is none'),
    "target": Says("цель показателя «{title}» без числа: «{value}»", 'the target of the index "{title}" has no number: "{value}"'),
    "overdue": Says("ресурс «{title}» пора было сверить: срок review_every от reviewed прошёл", 'the resource "{title}" was to be checked: the time of review_every since reviewed is over'),
    "ahead": Says("месяц {value} ещё не наступил, а значение уже есть (known)", "the month {value} is still to come, and has a value already (known)"),
    "actions": Says("улучшение идёт (state: {state}), а что делают — не сказано (нет actions)", "the improvement is under way (state: {state}), and nothing says what is done (no actions)"),
    "months": Says("месяц {value} не на своём месте: месяцы идут по порядку, каждый один раз (known)", "the month {value} is out of place: months stand in their order, each once (known)"),
    "turned": Says("цель показателя «{title}» — «{value}», а чем он больше, тем лучше", 'the target of the index "{title}" is "{value}", and the more, the better'),
    "goal": Says("цель показателя «{title}» — «{value}»: такой доли не бывает ({bounds} %)", 'the target of the index "{title}" is "{value}": there is no such share ({bounds} %)'),
    "machine": Says("на канале «{value}» отвечает человек, а назван продукт (contact: product)", 'on the channel "{value}" a person answers, and a product is named (contact: product)'),
    "nobody": Says("на канале «{value}» человек не отвечает, а назван он (contact: person)", 'on the channel "{value}" no person answers, and one is named (contact: person)'),
    "glad": Says("клиент в восторге (emotion: {value}), а рядом — что ему мешает (pains)", "the client is delighted (emotion: {value}), and beside it stands what troubles him (pains)"),
    "reach": Says("значение {value} не бывает: {bounds}", "the value cannot be {value}: {bounds}"),
}  # fmt: skip
_ADD = Says("допишите {key} — или уберите то, что без него ничего не значит", "add {key}, or take out what means nothing without it")
_MEND = Says("исправьте одно из двух", "mend one of the two")
HINT = dict.fromkeys(SAYS, _ADD) | dict.fromkeys(("no-time", "early", "spans", "formula", "steps", "calls", "department", "number", "only-one", "form", "months", "reach", "target", "overdue", "ahead", "goal", "machine", "nobody", "glad"), _MEND)

_SHARES = ("promoters-minus-detractors", "top-two", "not-returned", "share")
_MORE_IS_BETTER = ("promoters-minus-detractors", "top-two", "not-returned")
_REPEATS = ("not-returned", "repeated")


def check(file: OneFile, handbook: Handbook, today: dt.date) -> Iterator[Found]:
    judged = [(judge, items) for kind, items in file.by_class.items() if (judge := _JUDGES.get(kind.__name__))]
    for judge, item in ((judge, item) for judge, items in judged for item in items):
        for form, key, values in (*judge(item, handbook), *_late(item, today)):
            at = next((name for name in (key, "id") if name in item.source.names), "")
            yield Found(item.at(at), form, values={"key": form, **values})


# Private functions

_ROBOT = re.compile(r"автоответ|робот|голосов|терминал|экран|киоск|табло|запись|меню|robot|recorded|kiosk|screen|terminal|menu|voice", re.IGNORECASE)

_Told = Iterator[tuple[str, str, Mapping[str, object]]]  # the form, where it is said, the values of its sentence


def _resource(one: Any, _: Any) -> _Told:
    if one.kind == "form" and one.address and not one.read_by and left_out(one, "read_by"):
        yield "read_by", "id", {"title": one.title}
    if one.review_every and not one.reviewed and left_out(one, "reviewed"):
        yield "reviewed", "review_every", {}


def _late(one: Any, today: dt.date) -> _Told:
    """What has run out, or is said of a day that is still to come."""
    if isinstance(one, Resource) and one.reviewed and one.review_every and one.reviewed + dt.timedelta(seconds=one.review_every) < today:
        yield "overdue", "reviewed", {"title": one.title}
    for number, known in enumerate(one.known if isinstance(one, Index) else ()):
        if known.month > f"{today:%Y-%m}":
            yield "ahead", f"known/{number}", {"value": known.month}


def _index(one: Any, handbook: Any) -> _Told:
    if one.target and not any(sign.isdigit() for sign in one.target) and "{{" not in one.target:
        yield "target", "target", {"title": one.title, "value": one.target}
    if one.formula in _REPEATS and not one.within and left_out(one, "within"):
        yield "within", "formula", {"title": one.title}
    for id in one.of if one.formula else ():  # what somebody else counts, such as a rating, has no answers of ours
        resource = handbook.find("resource", id)
        if resource is not None and resource.kind not in ("form", "file", "system"):  # a CRM knows who came again
            yield "form", "of", {"title": one.title, "value": resource.title}
    yield from _known(one, handbook)
    if one.target and one.formula in _MORE_IS_BETTER and re.match(r"(?:не выше|не больше|не более|меньше|ниже|at most|no more|below)", one.target.strip(), re.IGNORECASE):
        yield "turned", "target", {"title": one.title, "value": label(one.target, handbook)}
    goal = re.search(r"[-−]?\d+(?:[.,]\d+)?", label(one.target, handbook)) if one.target and one.formula in _SHARES else None
    least = -100 if one.formula == "promoters-minus-detractors" else 0
    if goal is not None and not least <= float(goal[0].replace(",", ".").replace("−", "-")) <= 100:
        yield "goal", "target", {"title": one.title, "value": label(one.target, handbook), "bounds": f"{least} … 100"}


def _known(one: Any, _: Any) -> _Told:
    months = [known.month for known in one.known]
    for number, month in enumerate(months):
        if month in months[:number] or (number and (month < months[number - 1]) != (months[1] < months[0])):
            yield "months", f"known/{number}", {"value": month}
            return
    least = -100 if one.formula == "promoters-minus-detractors" else 0
    for number, known in enumerate(one.known):
        value = float(known.value.replace(",", ".").replace("\u2212", "-") or 0)
        if one.formula and one.formula != "weighted" and not least <= value <= 100:
            yield "reach", f"known/{number}", {"value": known.value, "bounds": f"{least} … 100"}


def _improvement(one: Any, _: Any) -> _Told:
    if one.state == "done" and not one.result and left_out(one, "result"):
        yield "result", "state", {}
    if one.result and one.state in ("idea", "doing"):
        yield "early", "result", {"value": one.result, "state": one.state}
    if one.state in ("live", "done") and not one.since and left_out(one, "since"):
        yield "since", "state", {"state": one.state}
    if one.state in ("doing", "live") and one.since and not one.actions and left_out(one, "actions"):
        yield "actions", "state", {"state": one.state}
    if one.state == "dropped" and not one.effect and left_out(one, "effect"):
        yield "effect", "state", {}
    if one.quote and not one.may and left_out(one, "may"):
        yield "may", "quote", {"key": "may: true"}
    if one.may and not one.quote:
        yield "quote", "may", {}
    if one.measure and one.measure.before and one.measure.after != one.measure.before:
        yield "spans", "measure", {}
    if one.measure and one.measure.after and not one.measure.before and left_out(one.measure, "before"):
        yield "before", "measure", {}


def _touchpoint(one: Any, handbook: Any) -> _Told:
    if isinstance(one.wait, str) and most(one, handbook) is None and FACT.findall(one.wait)[0][0] in handbook.fact:
        yield "no-time", "wait", {"value": one.wait}
    if one.meanwhile and one.wait is None and left_out(one, "wait"):
        yield "meanwhile", "meanwhile", {"key": "wait"}
    channel = handbook.find("channel", one.channel) if one.channel else None
    if channel is not None and not _ROBOT.search(f"{one.title} {one.client} {one.backstage}"):
        if one.contact == "product" and channel.icon in ("phone", "desk") and one.role:
            yield "machine", "contact", {"value": channel.title}
        if one.contact == "person" and channel.icon == "bot":
            yield "nobody", "contact", {"value": channel.title}
    if one.emotion == 2 and one.pains:
        yield "glad", "emotion", {"value": "+2"}


def _edge(one: Any, _: Any) -> _Told:
    if one.at_most and not one.back:
        yield "back", "at_most", {"key": "back: true"}


def _section(one: Any, _: Any) -> _Told:
    if one.kind == "reference" and one.steps:
        yield "steps", "kind", {}
    if one.calls and one.kind != "emergency":
        yield "calls", "calls", {}


def _role(one: Any, handbook: Any) -> _Told:
    whole = handbook.role.get(one.part_of)
    if whole is not None and whole.kind != "department" and whole is not one:
        yield "department", "part_of", {"value": whole.title}


def _call(one: Any, _: Any) -> _Told:
    if one.number and "{{" not in one.number and sum(sign.isdigit() for sign in one.number) < 3:
        yield "number", "number", {"value": one.number}


def _duty(one: Any, _: Any) -> _Told:
    if one.done_when and not (one.every or one.when) and left_out(one, "every"):
        yield "rhythm", "title", {"title": one.title, "key": "every"}


def _fact(one: Any, _: Any) -> _Told:
    if one.round and one.value and not is_formula(one.value):
        yield "formula", "round", {}


def _dimension(one: Any, _: Any) -> _Told:
    if len(one.values) == 1:
        yield "only-one", "values", {"title": one.title}


_JUDGES: Mapping[str, Callable[[Any, Any], _Told]] = {
    "Resource": _resource, "Index": _index, "Improvement": _improvement, "Touchpoint": _touchpoint, "Edge": _edge,
    "Section": _section, "Role": _role, "Call": _call, "Duty": _duty, "Fact": _fact, "Dimension": _dimension,
}  # fmt: skip
