"""A script has one variant for a channel, and only for channels of its section.

Two variants for one channel leave the choice to chance. A variant for a channel that the section does not have is
never looked for there.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
channels: [desk, phone]
scripts:
  - id: hello
    title: Приветствие
    variants:
      - {channel: desk, text: "Здравствуйте!"}
      - {channel: [phone, desk], text: "Добрый день!"}  # here
      - {channel: site, text: "Доброе утро!"}  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
channels: [desk, phone]
scripts:
  - id: hello
    title: Приветствие
    variants:
      - {channel: desk, text: "Здравствуйте!"}
      - {channel: phone, text: "Добрый день!"}
```

When to accept: while a channel is being opened or closed.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.model import Handbook, Section
from cjm.wording.titles import channel_title

RU = """У скрипта по одному варианту на канал, и только для каналов своего раздела.

Два варианта для одного канала — выбор наугад. Вариант для канала, которого у раздела нет, там не станут искать.

Когда можно принять: пока канал открывают или закрывают.
"""

CODE = "317"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "twice": Says("у скрипта «{title}» два варианта для канала «{channel}»", 'the script "{title}" has two variants for the channel "{channel}"'),
    "verb": Says("вариант для канала «{channel}», а в нём «{words}»", 'a variant for the channel "{channel}" says "{words}"'),
    "other": Says("вариант для канала «{channel}», а у раздела «{section}» такого канала нет", 'a variant for the channel "{channel}", which section "{section}" does not have'),
}
HINT = {
    "twice": Says("оставьте один — или дайте второму свой скрипт с названием, по которому выбирают", "keep one, or make a script of the other, with a title by which one chooses"),
    "verb": Says("проверьте, не перепутаны ли варианты", "see whether the variants were put one for the other"),
    "other": Says("добавьте канал в channels раздела — или уберите вариант", "add the channel to the channels of the section, or take the variant out"),
}


_WRITTEN = frozenset(("message", "mail", "bot"))
_WRITES = re.compile(r"(?<!не )\b(?:пишу|пишем) (?:вам|узнать|по|чтобы|из|про)\b|\bв этом (?:сообщении|письме)\b|\bответьте на это (?:сообщение|письмо)|\bi am writing\b|\bi'm writing\b|\bin this (?:message|letter|email)\b", re.IGNORECASE)
_CALLS = re.compile(r"(?<!не )\bзвон(?:ю|им) (?:вам|узнать|по|чтобы|из|про)\b|\bне кладите трубку\b|\bвам удобно говорить\b|\bi(?: a|')m calling\b|\bdo not hang up\b|\bcan you hear me\b", re.IGNORECASE)


def check(section: Section, handbook: Handbook) -> Iterator[Found]:
    for script in section.scripts:
        seen: set[str] = set()
        for variant in script.variants:
            for channel in variant.channel:
                if channel in seen:
                    yield found(variant.at("channel"), "twice", title=script.title or script.id, channel=channel_title(channel, handbook))
                elif section.channels and channel not in section.channels:
                    yield found(variant.at("channel"), "other", channel=channel_title(channel, handbook), section=called(section))
            seen.update(variant.channel)
            icons = {handbook.find("channel", channel).icon for channel in variant.channel if handbook.find("channel", channel)}  # type: ignore[union-attr]
            other = _WRITES.search(variant.text) if icons == {"phone"} else _CALLS.search(variant.text) if icons and icons <= _WRITTEN else None
            if other is not None:
                yield found(variant.at("text"), "verb", quote=other[0], words=other[0], channel=channel_title(variant.channel[0], handbook))
