"""A section covers the channels of its touchpoints.

A standard for the telephone does not say what to write in a chat.

Bad:

```yaml
journey: visit
title: Посещение
stages:
  - stage: request
    title: Обращение
    touchpoints:
      - id: question
        title: Вопрос на сайте
        contact: person
        role: administrator
        channel: site  # here
        standard: call
        outcome: Знает дорогу
---
section: call
title: Звонок
channels: [phone]
```

Good:

```yaml
journey: visit
title: Посещение
stages:
  - stage: request
    title: Обращение
    touchpoints:
      - id: question
        title: Вопрос на сайте
        contact: person
        role: administrator
        channel: site
        standard: call
        outcome: Знает дорогу
---
section: call
title: Звонок и вопрос на сайте
channels: [phone, site]
```

When to accept: while the section is being extended.
"""

from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Journey

RU = """Раздел рассчитан на каналы своих точек касания.

Стандарт для телефона не говорит, что писать в чате.

Когда можно принять: пока раздел дополняют.
"""

CODE = "208"
SEVERITY = "warning"
SAYS = Says(
    "точка «{title}» — это «{channel}», а её раздел «{section}» на этот канал не рассчитан: {channels}",
    'the touchpoint "{title}" is on the channel "{channel}", which its section "{section}" does not cover: {channels}',
)
HINT = Says(
    "допишите в разделе {id} channels: {channel_id} и слова для этого канала — или назовите другой standard",
    "add channels: {channel_id} to the section {id}, with words for it, or name another standard",
)


def check(journey: Journey, handbook: Handbook) -> Iterator[Found]:
    titles = {channel.id: channel.title for channel in handbook.outline.channels}
    for touchpoint in journey.touchpoints:
        for id in touchpoint.standard:
            section = handbook.section.get(id)
            known = touchpoint.channel in titles  # an unknown channel is rule 003's matter
            if section is not None and known and section.channels and touchpoint.channel not in section.channels:
                yield found(
                    touchpoint.at("channel"),
                    title=called(touchpoint),
                    channel=titles[touchpoint.channel],
                    channel_id=touchpoint.channel,
                    section=called(section),
                    id=id,
                    channels=", ".join(f"«{titles.get(channel, channel)}»" for channel in section.channels),
                )
