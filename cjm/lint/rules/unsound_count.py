"""Counts of a month are such as a form can give: on its scale, no more than were asked, each row once.

The program writes them. A merge of two branches or a hand that «only mended a number» leaves what no form gives.

Bad:

```yaml
indices:
  - {id: csi, title: CSI}
---
month: 2026-10
until: 2026-11-03  # here
sent:
  - {source: desk, sent: 10}
answers:
  - {index: csi, source: phone, best: 5, scores: {"6": 12}}  # here
  - {index: csi, source: desk, best: 5, scores: {"5": 12}}  # here
  - {index: csi, source: desk, best: 5, scores: {"5": 9}}  # here
```

Good:

```yaml
indices:
  - {id: csi, title: CSI}
---
month: 2026-10
until: 2026-10-26
answers:
  - {index: csi, source: phone, best: 5, scores: {"5": 12, "1": 3}}
```

When to accept: never; count the month again.
"""

from collections import Counter
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.model.month import AnswersCounted, Month

RU = """Числа месяца — такие, какие даёт анкета: по шкале, не больше, чем спросили, каждая строка раз.

Их пишет программа. Слияние двух веток или рука, которая «только поправила число», оставляет то, чего анкета дать не может.

Когда можно принять: никогда; посчитайте месяц заново.
"""

CODE = "431"

SAYS = {
    "scale": Says("оценки «{score}» на шкале до {best} не бывает", 'there is no score "{score}" on a scale up to {best}'),
    "until": Says("{until} — не день этого месяца", "{until} is no day of this month"),
    "sent": Says("ответов {n} — больше, чем послали анкет: {sent}", "{n} answers, more than forms were sent: {sent}"),
    "cut": Says("по признаку отвечавших {n}, а всего {whole}", "{n} of one sort of people, and {whole} in all"),
    "twice": Says("эта строка уже есть выше", "this row stands above already"),
}
HINT = Says("посчитайте месяц заново: cjm voice close {month}", "count the month again: cjm voice close {month}")


def check(month: Month) -> Iterator[Found]:
    if month.until and month.until.isoformat()[:7] != month.id:
        yield found(month.at("until"), "until", until=month.until.isoformat(), month=month.id)
    sent = {one.known_from: one.sent for one in month.sent}
    whole = {_question(one): one.n for one in month.answers if not one.by}
    seen = set()
    beyond = Counter(row.known_from for row in month.answers if row.n > sent.get(row.known_from, row.n))
    for one in month.sent:  # where several rows are beyond it, it is this number that is wrong
        if beyond[one.known_from] > 1:
            most = max(row.n for row in month.answers if row.known_from == one.known_from)
            yield found(one.at("sent"), "sent", n=most, sent=one.sent, month=month.id)
    for row in month.answers:
        question = _question(row)
        if beyond[row.known_from] > 1 and row.n > sent[row.known_from]:
            continue
        if row.n > sent.get(row.known_from, row.n):
            yield found(row.at("scores"), "sent", n=row.n, sent=sent[row.known_from], month=month.id)
        elif row.n > whole.get(question, row.n):
            yield found(row.at("scores"), "cut", n=row.n, whole=whole[question], month=month.id)
        if (question, row.by) in seen:
            yield found(row.at("index"), "twice", month=month.id)
        seen.add((question, row.by))
        on_scale = {str(float(score)) for score in row.given if 0 <= score <= row.best}
        for score, _ in row.scores:
            try:
                known = str(float(score.replace(",", "."))) in on_scale
            except ValueError:
                known = False
            if not known:
                yield found(row.at("scores"), "scale", score=score, best=row.best, month=month.id)
                break


# Private functions


def _question(row: AnswersCounted) -> tuple[str, ...]:
    """What was asked: the index, where, and by which form."""
    return row.index, row.touchpoint, row.journey, row.known_from
