"""A script has one variant for a channel, and only for channels of its section.

Two variants for one channel leave the choice to chance. A variant for a channel that the section does not have is
never looked for there. And a link that is told on the telephone opens for nobody.

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

from cjm.language.gist import gist
from cjm.language.says import Says
from cjm.lint.author import called
from cjm.lint.finding import Found, found
from cjm.lint.one_file import sentences
from cjm.model import Handbook, Section
from cjm.wording.titles import channel_title

RU = """У скрипта по одному варианту на канал, и только для каналов своего раздела.

Два варианта для одного канала — выбор наугад. Вариант для канала, которого у раздела нет, там не станут искать. А ссылку, которую
продиктовали по телефону, никто не откроет.

Когда можно принять: пока канал открывают или закрывают.
"""

CODE = "317"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "twice": Says("у скрипта «{title}» два варианта для канала «{channel}»", 'the script "{title}" has two variants for the channel "{channel}"'),
    "verb": Says("вариант для канала «{channel}», а в нём «{words}»", 'a variant for the channel "{channel}" says "{words}"'),
    "link": Says("по телефону диктуют ссылку: «{words}», вслух её не открыть", 'a link is told on the telephone: "{words}"'),
    "forbidden": Says("вариант для канала «{channel}», а раздел велит туда этого не слать: «{words}»", 'a variant for the channel "{channel}", and the section forbids to send it there: "{words}"'),
    "other": Says("вариант для канала «{channel}», а у раздела «{section}» такого канала нет", 'a variant for the channel "{channel}", which section "{section}" does not have'),
}
HINT = {
    "twice": Says("оставьте один — или дайте второму свой скрипт с названием, по которому выбирают", "keep one, or make a script of the other, with a title by which one chooses"),
    "verb": Says("проверьте, не перепутаны ли варианты", "see whether the variants were put one for the other"),
    "link": Says("скажите, что пришлёте её сообщением", "say that it comes in a message"),
    "forbidden": Says("уберите канал или запрет", "take the channel out, or what forbids it"),
    "other": Says("добавьте канал в channels раздела — или уберите вариант", "add the channel to the channels of the section, or take the variant out"),
}


_STEM = 4  # letters by which a word is known again
_WRITTEN = frozenset(("message", "mail", "bot"))
_WRITES = re.compile(r"(?<!не )\b(?:пишу|пишем) (?:вам|узнать|по|чтобы|из|про)\b|\bв этом (?:сообщении|письме)\b|\bответьте на это (?:сообщение|письмо)|\bi am writing\b|\bi'm writing\b|\bin this (?:message|letter|email)\b", re.IGNORECASE)
_CALLS = re.compile(r"(?<!\w)алло(?!\w)|(?<!не )\bзвон(?:ю|им) (?:вам|узнать|по|чтобы|из|про)\b|\bне кладите трубку\b|\bвам удобно говорить\b|\bi(?: a|')m calling\b|\bdo not hang up\b|\bcan you hear me\b", re.IGNORECASE)


_LINK = re.compile(r"<ссылка[^<>]*>|<link[^<>]*>|\w+://\S+|\b(?:по|вот) (?:этой )?ссылк[еа]\b|\bнажмите на ссылку\b|\bссылка (?:ниже|выше)\b|\bво вложении\b|\b(?:click|follow) (?:on )?(?:the|this) link\b", re.IGNORECASE)
_NOT_THERE = re.compile(r"(?<!\w)не (?:шл[её]м|пишем|отправляем|рассылаем|публикуем|пишите|шлите|отправляйте)(?!\w)", re.IGNORECASE)


def check(section: Section, handbook: Handbook) -> Iterator[Found]:
    closed = [sentence for step in section.steps for text in (step.do, step.how) if "не " in text.lower() for sentence in sentences(text) if _NOT_THERE.search(sentence)]
    for step in section.steps if "<" in "".join(step.say for step in section.steps) else ():
        link = re.search(r"<(?:ссылка|link)[^<>]*>", step.say)
        if link is not None:
            yield found(step.at("say"), "link", quote=link[0], words=link[0])
    for script in section.scripts:
        seen: set[str] = set()
        for variant in script.variants:
            for channel in variant.channel:
                if channel in seen:
                    yield found(variant.at("channel"), "twice", title=script.title or script.id, channel=channel_title(channel, handbook))
                elif section.channels and channel not in section.channels:
                    yield found(variant.at("channel"), "other", channel=channel_title(channel, handbook), section=called(section))
            seen.update(variant.channel)
            for channel in variant.channel:
                told = gist(channel_title(channel, handbook), _STEM), gist(script.title, _STEM)
                against = next((one for one in closed if all(words and words <= gist(one, _STEM) for words in told)), "")
                if against:
                    yield found(variant.at("channel"), "forbidden", channel=channel_title(channel, handbook), words=against.strip())
            icons = {handbook.find("channel", channel).icon for channel in variant.channel if handbook.find("channel", channel)}  # type: ignore[union-attr]
            other = _WRITES.search(variant.text) if icons == {"phone"} else _CALLS.search(variant.text) if icons and icons <= _WRITTEN else None
            link = _LINK.search(variant.text) if icons == {"phone"} else None
            if link is not None:
                yield found(variant.at("text"), "link", quote=link[0], words=link[0])
            if other is not None:
                yield found(variant.at("text"), "verb", quote=other[0], words=other[0], channel=channel_title(variant.channel[0], handbook))
