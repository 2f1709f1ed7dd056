"""Words to clients are those of a person, not of an office, and none is made small.

«В целях осуществления оплаты» makes a client look for the catch, and «абонементик» makes him a child.

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
  - id: pay
    do: Примите оплату.
    say: Необходимо произвести оплату.  # here
  - id: sign
    do: Дайте договор.
    say: Подпишите договорчик.  # here
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
  - id: pay
    do: Примите оплату.
    say: Оплатить можно здесь или по ссылке.
  - id: sign
    do: Дайте договор.
    say: Подпишите договор, пожалуйста.
```

When to accept: where the law prescribes the words.
"""

import re
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile
from cjm.lint.wanted import WantedWords

RU = """Слова для клиента — слова человека, а не бумаги, и без уменьшительных.

От «в целях осуществления оплаты» клиент ищет подвох, а «абонементик» говорят ребёнку.

Когда можно принять: если слова предписаны законом.
"""

CODE = "432"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "office": Says("так пишут в бумагах, а не говорят клиенту: «{words}»", 'thus write offices, and nobody says it to a client: "{words}"'),
    "small": Says("уменьшительное слово для клиента: «{words}»", 'a word made small for the client: "{words}"'),
}
HINT = {
    "office": Says("скажите, как сказали бы соседу: глаголом, коротко", "say it as to a neighbour: a verb, and short"),
    "small": Says("назовите вещь её обычным словом", "call the thing by its usual word"),
}
_OFFICE = (
    r"в целях\b|осуществ\w+|производ\w+ оплат\w+|произвести \w+|произведите \w+|надлежащ\w+|вышеуказан\w+|нижеуказан\w+|вышеизложен\w+|касательно\b|"
    r"вследствие\b|ввиду того|в связи с (?:тем|вышеуказан\w+)|настоящим (?:уведомля\w+|сообща\w+|информиру\w+)|доводим до|убедительн\w+ просим|просьба (?:не |связаться|явиться|предоставить|прибыть)|"
    r"данн(?:ый|ого|ому|ым|ом|ая|ой|ую|ое) (?:вопрос\w*|услуг\w*|ситуаци\w*|момент\w*|обращени\w*|заявк\w*|занят\w*)|в установленном порядке|согласно (?:регламент\w+|инструкци\w+|внутренн\w+)|в соответствии с (?:регламент\w+|инструкци\w+|внутренн\w+)|"
    r"имеет место|оказание услуг\w*|по факту (?:оплаты|обращения)|во избежание|"
    r"please be advised|kindly be informed|pursuant to|herein\w*|hereby|aforementioned|in order to facilitate|at this point in time|as per (?:our|the)|utili[sz]e\w*|in accordance with (?:our|the) (?:policy|procedure)\w*"
)
_SMALL = (
    r"абонемент(?:ик|ику|иком|ики|ика)|договорчик\w*|денежк\w+|денюжк\w+|минуточк\w+|секундочк\w+|звоночек\w*|звоночк\w+|записочк\w+|оплаточк\w+|заявочк\w+|паспорточ\w+|документик\w*|вопросик\w*|"
    r"скидочк\w+|чеч(?:ек|ком)\b|чек(?:ик|ичек)\w*|времечк\w+|телефончик\w*|номерочек|адресок|местечк\w+|визитик\w*|сумочк\w+ оплат|картинк\w+ оплат|клиентик\w*"
)
_WORDS = re.compile(rf"(?<![\w-])(?:(?P<office>{_OFFICE})|(?P<small>{_SMALL}))(?![\w-])", re.IGNORECASE)
# A word that each of them holds: cheap to look for, and most files have none of it.
_KEYS = (
    r"целях\Z|осуществ|произв[оеё]|надлежащ|выше(?:указан|изложен)|нижеуказан|касательно\Z|вследствие\Z|ввиду\Z|связи\Z|настоящим\Z|доводим\Z|убедительн|просьба\Z|"
    r"данн(?:ый|ого|ому|ым|ом|ая|ой|ую|ое)\Z|порядке\Z|согласно\Z|соответствии\Z|имеет\Z|оказание\Z|факту\Z|избежание\Z|"
    r"advised\Z|informed\Z|pursuant\Z|herein|hereby\Z|aforementioned\Z|facilitate\Z|point\Z|per\Z|utili[sz]e|accordance\Z|"
    r"абонемент(?:ик|ику|иком|ики|ика)\Z|договорчик|ден[еь]жк|денюжк|минуточк|секундочк|звоноч[ек]|записочк|оплаточк|заявочк|паспорточ|документик|вопросик|"
    r"скидочк|чеч(?:ек|ком)\Z|чек(?:ик|ичек)|времечк|телефончик|номерочек\Z|адресок\Z|местечк|визитик|сумочк|картинк|клиентик"
)
_KEY = WantedWords(re.compile(_KEYS).match, [re.split(r"\W", one)[0] for one in _KEYS.split("|")])


def check(file: OneFile) -> Iterator[Found]:
    for text in file.with_any(_KEY):
        words = _WORDS.search(text.text) if text.style == "said" else None
        if words is not None:
            yield found(text.place, str(words.lastgroup), quote=words[0], words=words[0])
