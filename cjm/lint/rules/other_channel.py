"""A section covers the channels of its touchpoints.

A standard for the telephone does not say what to write in a chat. Nor does a client read on the telephone, or lift a receiver
in a chat.

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

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Journey

RU = """Раздел рассчитан на каналы своих точек касания.

Стандарт для телефона не говорит, что писать в чате. И по телефону клиент не читает, а в чате не берёт трубку.

Когда можно принять: пока раздел дополняют.
"""

CODE = "208"
SEVERITY = "warning"
SAYS = {
    "verb": Says("точка на канале «{channel}», а в тексте «{words}»", 'the touchpoint is on the channel "{channel}", and its text says "{words}"'),
    "": Says(
    "точка «{title}» — это «{channel}», а её раздел «{section}» на этот канал не рассчитан: {channels}",
    'the touchpoint "{title}" is on the channel "{channel}", which its section "{section}" does not cover: {channels}',
)}
HINT = {"verb": Says("исправьте channel или текст", "mend the channel, or the text"), "": Says(
    "допишите в разделе {id} channels: {channel_id} и слова для этого канала — или назовите другой standard",
    "add channels: {channel_id} to the section {id}, with words for it, or name another standard",
)}
_ON = {
    "phone": re.compile(r"(?<!\w)(?:читает|пишет|переписыва\w+|в переписке|в мессенджере|в чате|письмом|по почте|на табличке)(?!\w)", re.IGNORECASE),
    "message": re.compile(r"(?<!\w)(?:слышит в трубке|берёт трубку|снимает трубку|звонит|по телефону|у стойки|на табличке)(?!\w)", re.IGNORECASE),
    "mail": re.compile(r"(?<!\w)(?:слышит|берёт трубку|снимает трубку|звонит|по телефону|у стойки|на табличке)(?!\w)", re.IGNORECASE),
    "sign": re.compile(r"(?<!\w)(?:слышит|берёт трубку|звонит|пишет|по телефону|в мессенджере)(?!\w)", re.IGNORECASE),
    "desk": re.compile(r"(?<!\w)(?:берёт трубку|снимает трубку|по телефону|в мессенджере|в переписке)(?!\w)", re.IGNORECASE),
}
_BOTH = re.compile(r"(?<!\w)(?:или|потом|после|перед|до|не|or|then|not)(?!\w)", re.IGNORECASE)  # «слышит и читает»: of two channels


def check(journey: Journey, handbook: Handbook) -> Iterator[Found]:
    icons = {channel.id: channel.icon for channel in handbook.outline.channels}
    for touchpoint in journey.touchpoints:
        icon = icons.get(touchpoint.channel, "")
        for key, text in (("title", touchpoint.title), ("client", touchpoint.client)) if icon in _ON else ():
            verb = _ON[icon].search(text)
            if verb is not None and not _BOTH.search(text):
                yield found(touchpoint.at(key), "verb", quote=verb[0], words=verb[0], channel=next(one.title for one in handbook.outline.channels if one.id == touchpoint.channel))
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
