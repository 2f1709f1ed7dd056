"""Words to say are said to the client, not to whoever says them.

“Tell the client that …” under `say` is read aloud as it stands, or nobody says anything.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь.
    say: Скажите клиенту, что его ждут.  # here
  - id: wait
    do: Попросите подождать.
    say: ВНИМАНИЕ, ждите здесь.  # here
  - id: price
    do: Назовите цену.
    say: Это недорого (если спросит, скажите про скидку).  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Скажите гостю, что его ждут.
    say: Добрый день! Мы вас ждём. Скажите, пожалуйста, как вас зовут?
  - id: wait
    do: Попросите подождать.
    say: Подождите, пожалуйста, здесь.
```

When to accept: where the client is asked to tell it to somebody.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile
from cjm.lint.wanted import WantedTyped, WantedWords

RU = """Слова для клиента обращены к клиенту, а не к тому, кто их говорит.

«Скажите клиенту, что…» под `say` прочтут вслух как есть — или не скажут ничего.

Когда можно принять: если клиента и правда просят передать это кому-то.
"""

CODE = "427"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "told": Says("это указание сотруднику, а не слова для клиента: «{words}»", 'this tells the staff what to do, and is no word to the client: "{words}"'),
    "thou": Says("клиенту говорят «ты»: «{words}»", 'the client is told "{words}", as one speaks to a friend'),
    "third": Says("здесь пишут слова клиента (says), а это рассказ о нём: «{words}»", 'here stand the words of a client (says), and this tells of him: "{words}"'),
    "own": Says("шаг — указание, а это «{words}»", 'a step tells what to do, and this is "{words}"'),
    "aside": Says("в словах для клиента стоит пометка для своих: «{words}»", 'the words for the client hold a note for the staff: "{words}"'),
    "loud": Says("слово набрано прописными, в речи это крик: «{words}»", 'a word in capitals is a shout when it is said: "{words}"'),
}
HINT = {
    "told": Says("перенесите указание в do, а здесь напишите сами слова", "move it to do, and write here the very words"),
    "thou": Says("обратитесь на «вы»", "use the polite form"),
    "third": Says("напишите, что он говорит, его словами", "write what he says, in his words"),
    "own": Says("напишите, что сделать: «Поставьте…», «Спросите…»", "write what to do: put, ask, call"),
    "aside": Says("перенесите её в how, здесь оставьте только слова", "move it to how, and keep the words alone here"),
    "loud": Says("наберите его обычными буквами", "type it in ordinary letters"),
}
_TOLD = re.compile(
    r"(?:\A|[.!?…]\s)\s*(?:скажите|спросите|предложите|объясните|напишите|сообщите|расскажите|назовите|ответьте|попросите|извинитесь перед|уточните у|дайте|покажите|передайте|выдайте|отдайте|отправьте|пришлите|проводите|встретьте|предупредите|пригласите|поблагодарите|tell|ask|offer|explain to|write to|apologi[sz]e to)"
    r" (?:(?:этому|every|the|this) )?(?:клиент|гост|родител|пациент|покупател|маме\b|папе\b|маму\b|папу\b|client|guest|customer|parent|patient)\w*|\s*(?:скажите|спросите|ответьте|напишите|произнесите|say|ask|answer|write)(?: ему| ей| клиенту)?: ?[«\"“]",
    re.IGNORECASE,
)
_QUOTING = re.compile(r"[.!?…]\s+(?:скажите|спросите|ответьте|напишите|say|ask|answer|write)(?: ему| ей| клиенту)?: ?[«\"“]", re.IGNORECASE)
_THIRD = re.compile(r"(?:клиент\w*|гость|родител[ьи]|пациент\w*|the client|the guest|the customer) ", re.IGNORECASE)
_TO_SAY = frozenset((  # the words with which it begins
    "скажите", "спросите", "предложите", "объясните", "напишите", "сообщите", "расскажите", "назовите", "ответьте", "попросите", "извинитесь",
    "уточните", "дайте", "покажите", "передайте", "выдайте", "отдайте", "отправьте", "пришлите", "проводите", "встретьте", "предупредите", "пригласите", "поблагодарите", "tell", "ask", "offer", "explain", "write", "apologise", "apologize",
))  # fmt: skip
_SAID_TO = frozenset((
    "приходи", "напиши", "позвони", "скажи", "подожди", "посмотри", "перезвони", "приезжай", "звони", "пиши", "жди", "заходи", "забудь", "забывай", "проверь", "спроси", "возьми", "принеси", "приводи",
    "оставь", "отправь", "запиши", "запишись", "извини", "волнуйся", "беспокойся", "переживай", "смотри", "сделай", "выбери", "хочешь", "можешь", "знаешь", "помнишь", "придешь", "возьмешь", "будешь",
))
_THOU = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(_SAID_TO))})(?![\w-])", re.IGNORECASE)
_NO_VERB = frozenset(("лишь", "тишь", "мышь", "малышь", "ишь"))
_FRIENDLY = re.compile(r"(?<![\w-])[а-яё]{2,}(?:айся|яйся|уйся|ешься|ишься|[её]шь|ишь)(?![\w-])|(?<![\w-])(?:здравствуй|прощай)(?![\w-])", re.IGNORECASE)
_IS_FRIENDLY = WantedWords(lambda word: (word.endswith(("айся", "яйся", "уйся", "ешься", "ишься", "ешь", "ишь")) or word in ("здравствуй", "прощай")) and word not in _NO_VERB)
_TO_A_CHILD = re.compile(r"<[^<>()]*(?:реб|малыш)[^<>()]*>\s*[,!]|(?<!\w)привет(?!\w)", re.IGNORECASE)
_IS_SAID_TO, _IS_TO_SAY = WantedWords(_SAID_TO), WantedWords(_TO_SAY)
_OWN = re.compile(r"(?:я|мы|i|we) [^\W\d_]+", re.IGNORECASE)
_ASKED = re.compile(r"[^.!?«»]+\?\s*\Z")
_ASIDE = re.compile(
    r"[\[(](?:(?:если|когда) (?:клиент|гость|родител\w*|пациент|покупател\w*|спрос\w+|начн\w+|возраз\w+|откаж\w+)|(?:не )?(?:забудь(?:те)?|проверь|скажи|спроси|запиши|отметь|впиши|позови|позвони|предложи|упомян\w+|обрати внимание)|(?:не )?(?:говори(?:те|м|ть)|называ(?:йте|ем|ть)|улыб\w+|пауз\w+|подожд(?:ите|ать)|дожд(?:итесь|аться)|показ(?:ать|ываем)|покажите|протян\w+|смотр(?:им|еть)|кивн\w+|провер(?:ить|ьте) (?:в|по|у)|спрос(?:ить|ите) у|согласов\w+|вписа\w+|впишите)"
    r"|(?:шёпотом|тихо|громко|спокойно|тепло|с улыбкой|по ситуации|при необходимости|для своих|служебн\w+|внутренн\w+|не для клиент\w+|прим(?:ечание|\.)|NB|N\. ?B\.|old|стар(?:ая|ый) (?:версия|вариант))"
    r"|(?:smil\w+|pause|wait for|if (?:he|she|they|the (?:client|guest|customer)) (?:asks?|refuses?)|do not (?:say|tell|mention)|don't (?:say|tell|mention)|show|nod|check with|ask \w+ (?:first|whether)|internal|note:|for staff|as needed))\b[^\])\n]*[\])]",
    re.IGNORECASE,
)
_LOUD = re.compile(r"[А-ЯЁ](?<![А-ЯЁA-Z<].)[А-ЯЁ]{4,}(?![А-ЯЁ>])")
_IS_LOUD = WantedTyped(_LOUD.pattern)


def check(file: OneFile) -> Iterator[Found]:
    for text in file.by_field.get("Conflict.says", ()):
        if _THIRD.match(text.text):
            yield found(text.place, "third", words=" ".join(text.text.split())[:40])
    for text in file.by_field.get("Step.do", ()):
        own = _OWN.match(text.text) or (_ASKED.search(text.text) if text.text.rstrip().endswith("?") else None)
        if own is not None:
            yield found(text.place, "own", words=own[0].strip()[-40:])
    for text in file.with_any(_IS_SAID_TO):
        you = _THOU.search(text.text) if text.style == "said" else None
        if you is not None:
            yield found(text.place, "thou", quote=you[0], words=you[0])
    for text in file.with_any(_IS_FRIENDLY):
        you = _FRIENDLY.search(text.text) if text.style == "said" and not _TO_A_CHILD.search(text.text) and not _THOU.search(text.text) else None
        if you is not None and you[0].lower() not in _NO_VERB:
            yield found(text.place, "thou", quote=you[0], words=you[0])
    for text in file.with_any(_IS_TO_SAY):
        told = (_TOLD.search(text.text) or _QUOTING.search(text.text)) if text.style == "said" else None
        if told is not None:
            words = told[0].strip(" .!?…\n")
            yield found(text.place, "told", quote=words, words=words)
    for text in file.where("said", ("(", "[")):
        aside = _ASIDE.search(text.text)
        if aside is not None and text.text[aside.end() : aside.end() + 1] != "(":
            yield found(text.place, "aside", quote=aside[0], words=aside[0].strip("[]()"))
    for text in file.with_any(_IS_LOUD):
        loud = _LOUD.search(text.text) if text.style == "said" else None
        if loud is not None:
            yield found(text.place, "loud", quote=loud[0], words=loud[0])
