"""No step asks for what does harm: papers in a chat, a medicine, money past the till.

A standard is done as it is written. Nobody stops at a line that a lawyer or a doctor would have struck out.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: papers
    do: Сфотографируйте паспорт и отправьте в общий чат.  # here
  - id: ache
    do: Дайте ребёнку таблетку от температуры.  # here
  - id: pay
    do: Попросите перевести деньги на вашу карту.  # here
  - id: note
    do: Запишите в чат смены фамилию и диагноз.  # here
  - id: rude
    do: Пришла глупая мама — объясните ещё раз.  # here
  - id: help
    do: Позвоните 113.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: papers
    do: Впишите даты справки в карточку. Фото паспорта в чат не отправляйте.
  - id: ache
    do: Таблеток не давайте, позвоните родителю.
  - id: pay
    do: Пришлите ссылку на оплату. На свою карту денег не берите.
  - id: help
    do: Позвоните 112.
```

When to accept: where it is somebody's profession, such as a doctor's.
"""

import re
from collections.abc import Iterator
from functools import cache

from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.one_file import OneFile, sentence_at
from cjm.lint.wanted import WantedTyped, WantedWords
from cjm.model.section import Call

RU = """Ни один шаг не велит того, что вредит: бумаги в чат, лекарство, деньги мимо кассы.

Стандарт выполняют так, как он написан. У строки, которую вычеркнул бы юрист или врач, никто не остановится.

Когда можно принять: если это чья-то профессия, например врача.
"""

CODE = "436"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "data": Says("личное клиента уходит туда, где его увидят чужие: «{words}»", 'what is personal goes where strangers see it: "{words}"'),
    "medicine": Says("лекарство даёт не врач — это опасно: «{words}»", 'a medicine is given by nobody but a doctor: "{words}"'),
    "money": Says("деньги идут мимо кассы, на личную карту: «{words}»", 'money goes past the till: "{words}"'),
    "secret": Says("пароль или доступ отдают другому: «{words}»", 'a password is given away: "{words}"'),
    "alone": Says("человек, которому нужна помощь, остаётся один — это опасно: «{words}»", 'somebody who needs help is left alone: "{words}"'),
    "harm": Says("это опасно или грубо: «{words}»", 'this does harm: "{words}"'),
    "lie": Says("шаг велит обмануть или скрыть: «{words}»", 'the step asks to deceive or to hide: "{words}"'),
    "rude": Says("это грубо и обидно: «{words}»", 'this is rude: "{words}"'),
    "number": Says("экстренного номера {words} нет: опечатка", "there is no emergency number {words}: a slip of the finger"),
    "service": Says("{words} — не тот номер: там отвечает другая служба", "{words} is the wrong number: another service answers there"),
}
HINT = {
    "data": Says("оставьте в карточке только то, что нужно, и не пересылайте", "keep in the card only what is needed, and send it nowhere"),
    "medicine": Says("позвоните родителю или 112: лекарства — дело врача", "ring the parents or 112: medicines are a doctor's matter"),
    "money": Says("деньги берут ссылкой, терминалом или в кассу, с чеком", "money is taken by the till, with a receipt"),
    "secret": Says("у каждого свой вход; пароль не называют никому", "everybody has his own; a password is told to nobody"),
    "alone": Says("напишите, кто остаётся рядом", "write who stays"),
    "harm": Says("судороги — ничего не класть в рот и звать 112; силой никого не берут и не держат", "in a fit nothing goes into the mouth and 112 is called; nobody is taken or held by force"),
    "lie": Says("скажите, как есть, и чем поможете", "say what is true, and how you will help"),
    "rude": Says("опишите, что человек делает, а не какой он", "tell what somebody does, not what he is"),
    "number": Says("в России: 112, 101, 102, 103, 104", "in Europe: 112"),
    "service": Says("скорая — 103, пожарные — 101, полиция — 102, газ — 104, всё вместе — 112", "write the number of that service"),
}

_DO = r"(?:сфотограф\w+|сфотайте|отправьте|выложите|перешлите|опубликуйте|скиньте|разместите|покажите|send|post|publish|forward)"
_ACTS = {
    "data": (
        rf"(?:паспорт\w*|диагноз\w*|справк\w*|фамили\w*|фото\w*|адрес\w*|passport|diagnosis|photo\w*)[^.!?\n]{{0,60}}{_DO}[^.!?\n]{{0,40}}(?:чат\w*|соцсет\w*|групп[уе]\b|chat|social)"
        rf"|{_DO}[^.!?\n]{{0,60}}(?:паспорт\w*|диагноз\w*|passport|diagnosis)[^.!?\n]{{0,40}}(?:чат\w*|соцсет\w*|групп[уе]\b|chat|social)"
        r"|(?:впишите|запишите|напишите|сообщите|укажите|write|put)[^.!?\n]{0,30}(?:в (?:общий )?чат\w*|в групп[уе]\b|in(?:to)? the (?:\w+ )?chat)[^.!?\n]{0,60}(?:диагноз\w*|паспорт\w*|чем (?:он |она )?боле\w+|снилс|diagnosis|passport\w*)"
        r"|фото (?:ребёнка|ребенка|детей|клиент\w+|пострадавш\w+)[^.!?\n]{0,30}(?:пришлите|присылайте|шлите)[^.!?\n]{0,20}чат\w*"
        r"|(?:паспорт\w*|диагноз\w*|passport|diagnosis)[^.!?\n]{0,60}(?:в общий чат|в соцсет\w*|to the (?:common )?chat)"
    ),
    "medicine": r"(?:дайте|давайте|предложите|примите|выдайте|give|offer)[^.!?\n]{0,40}(?:таблетк\w*|лекарств\w*|обезболива\w*|жаропонижа\w*|успокоительн\w*|парацетамол\w*|нурофен\w*|анальгин\w*|валерьянк\w*|painkiller\w*|medicine|pills?\b|aspirin)",
    "money": r"(?:на (?:свою|вашу|твою|личную|мою) карту|номер (?:своей|вашей|твоей|личной) карты|на карту (?:администратор|сотрудник|инструктор|тренер)\w*|себе на карту|мимо кассы|без чека|to your own card|without a receipt)",
    "secret": r"(?:сообщите|назовите|дайте|скажите|продиктуйте|give|tell)[^.!?\n]{0,30}(?:парол\w+|код доступа|password)",
    "alone": r"(?:оставьте|оставляйте|отпустите|отпускайте|leave)[^.!?\n]{0,40}(?:ребёнка|ребенка|детей|малыша|пострадавш\w+|child|children)[^.!?\n]{0,20}(?:одн\w+\b|без присмотра|alone|unattended)|(?:скорую|112|103) не вызыва\w+|не вызывайте скорую",
    "harm": (
        r"(?<!не )(?:вложите|положите|вставьте|вставляйте|кладите|засуньте|суньте)[^.!?\n]{0,20}(?:в рот|между зуб)[^.!?\n]{0,12}|(?<!не )разожмите (?:ему |ей )?зубы"
        r"|(?<!не )(?:отвезите|довезите|подвезите|увезите|везите)[^.!?\n]{0,40}на (?:своей|личной|вашей) машине"
        r"|(?<!не )(?:возьмите|заберите|берите|забирайте|отнимите|тащите|несите|уведите|выведите|удерживайте|затащите)[^.!?\n]{0,20}(?<!не )силой"
    ),
    "lie": r"(?<!\w)(?:соврите|обманите|солгите|скройте от|утаите|промолчите о[б]? ошибк\w*|придумайте (?:причину|отговорк\w*)|скажите, что (?:мест нет|всё занято), даже|сделайте вид|lie to|hide it from|pretend)[^.!?\n]{0,30}",
}  # fmt: skip
_BESIDE = {  # both are in each of them, and seldom in anything else: what is done, and with what
    "data": ("чат|соцсет|групп|chat|social", "паспорт|диагноз|справк|фамили|фото|адрес|passport|diagnosis|photo"),
    "medicine": ("таблетк|лекарств|обезболива|жаропонижа|успокоительн|парацетамол|нурофен|анальгин|валерьянк|painkiller|medicine|pill|aspirin", "дайте|давайте|предложите|примите|give|offer"),
    "money": ("карт|кассы|чека|card|receipt", "свою|вашу|твою|личную|мою|своей|вашей|твоей|личной|администратор|сотрудник|инструктор|тренер|себе|мимо|без чека|your own|without a"),
    "secret": ("парол|код доступа|password", "сообщите|назовите|дайте|скажите|продиктуйте|give|tell"),
    "alone": ("одн|без присмотра|alone|unattended|не вызыва", "остав|отпус|leave|скорую|112|103"),
    "harm": ("рот|зуб|машине|силой", "ите|йте"),
    "lie": ("соврите|обманите|солгите|скройте от|утаите|промолчите о|придумайте|скажите, что|сделайте вид|lie to|hide it from|pretend", ""),
}  # fmt: skip
_SIGNS = {form: [signs.split("|") for signs in both] for form, both in _BESIDE.items()}
_RINGS = ("зво", "набе", "наби", "набо", "вызо", "вызы", "ring", "call", "dial", "пожарн", "полици", "скор")
_RING = re.compile(r"(?:звон\w*|набер\w*|наб[ио]ра\w*|вызов\w*|вызыва\w*|ring|call|dial)(?: по| на|:)? (?:номеру? )?(1\d\d)(?![\d:%]|\s?(?:₽|руб|мин|раз|дн))", re.IGNORECASE)
_THREE = WantedTyped(r"1\d\d(?!\d)")
_KNOWN = frozenset(("112", "101", "102", "103", "104", "911", "999", "100", "110", "115", "118", "119", "122", "123", "144", "133", "155", "158", "150", "105", "106", "108", "111", "116", "117"))
_SERVICES = {"101": "пожар|мчс|спасат", "102": "полици", "103": "скор|медиц|врач", "104": "газ"}  # of other countries nothing is said
_CALLED = re.compile(r"(?<!\w)(?:(?P<s101>пожарн\w+)|(?P<s102>полици\w+)|(?P<s103>скор(?:ую|ая|ой))(?: помощь\w*)?)(?:,? (?:по|на|по номеру))?(?: |: | [—–-] |, | \()(?P<number>10[1-4])(?!\d)", re.IGNORECASE)
_NOT = re.compile(r"(?<!\w)(?:не|нельзя|никогда|ни|no|not|never|don't)(?!\w)", re.IGNORECASE)
_WORDS = frozenset(("рот", "зубы", "зубами", "машине", "силой", "чат", "чате", "соцсети", "соцсетях", "группу", "карту", "карты", "кассы", "чека", "таблетку", "таблетки", "лекарство", "лекарства", "обезболивающее", "жаропонижающее", "успокоительное", "парацетамол", "нурофен", "анальгин", "валерьянку", "пароль", "доступа", "одного", "одну", "одних", "одной", "присмотра", "скорую", "соврите", "обманите", "солгите", "скройте", "утаите", "промолчите", "придумайте", "даже", "вид", "chat", "medicine", "pill", "pills", "painkiller", "aspirin", "card", "receipt", "password", "alone", "unattended", "lie", "hide", "pretend"))  # fmt: skip
_RUDE_HEADS = ("истерич", "глуп", "туп", "идиот", "дурак", "дура", "дуры", "хамк", "скандалистк", "неадекват", "врет", "врут", "врете", "нахал", "жадин", "психова", "психанут", "stupid", "idiot", "moron", "hysterical", "liar")
_RUDE = re.compile(r"(?<!\w)(?:истерич(?:к|н)\w*|глуп(?:ая|ый|ые|ых|ого|ой|ую)|туп(?:ая|ой|ые|ых)|идиот\w*|дурак\w*|дур(?:а|ы|у|ой)|хамк\w+|скандалистк\w+|неадекват\w*|вр[её]т|врут|вр[её]те|нахал\w*|жадин\w*|психова\w+|психанут\w+|stupid|idiots?|morons?|hysterical|liars?)(?!\w)", re.IGNORECASE)
_IS_RUDE = WantedWords(lambda word: word.startswith(_RUDE_HEADS), _RUDE_HEADS)
_QUOTED = frozenset(("Conflict.says", "ClientType.asks", "Never.say", "Never.do", "Words.say", "Option.text", "Probe.query", "Term.not", "Section.look_for", "Step.look_for", "Conflict.look_for", "Script.look_for", "Detail.look_for", "ClientType.blocks", "Saw.words"))
_ASKED = frozenset(("Step.do", "Step.how", "Conflict.alone", "Conflict.follow_up", "Detail.text", "Never.instead", "Duty.title", "Role.decides"))


def check(file: OneFile) -> Iterator[Found]:
    for text in file.with_any(_WORDS):
        said = text.style == "said"
        act, form = _act(text.text) if said or text.field in _ASKED else (None, "")
        if act is not None and said and (form != "medicine" or "врач" in sentence_at(text.text, act.start())):
            continue
        if act is not None and (form in ("alone", "harm") or not _NOT.search(_around(text.text, act.start()))):
            yield found(text.place, form, quote=act[0], words=act[0])
    for text in file.with_any(_IS_RUDE):
        rude = _RUDE.search(text.text) if text.field not in _QUOTED else None
        if rude is not None:
            yield found(text.place, "rude", quote=rude[0], words=rude[0])
    calls = [call.text for call in file.by_field.get("Call.number", ())]
    own = {*_SERVICES, "112", *calls} if calls and set(calls) <= {*_SERVICES, "112"} else set()  # in danger one rings these and no other
    for text in file.with_any(_THREE):
        low = text.text.lower()
        if not any(sign in low for sign in _RINGS):
            continue
        number = _RING.search(text.text)
        if number is not None and number[1] not in (own or _KNOWN):
            yield found(text.place, "number", quote=number[1], words=number[1])
        for called in _CALLED.finditer(text.text):
            if not called.groupdict().get(f"s{called['number']}"):
                yield found(text.place, "service", quote=called[0], words=called[0])
    for call in file.by_field.get("Call.number", ()):
        if len(call.text) == 3 and call.text.isdigit() and call.text not in _KNOWN:
            yield found(call.place, "number", words=call.text)
        elif call.text in _SERVICES and isinstance(call.item, Call):
            who = call.item.who.lower()
            if not re.search(_SERVICES[call.text], who) and re.search("|".join(_SERVICES.values()), who):
                yield found(call.place, "service", words=f"{call.text}, {call.item.who}")


def _around(text: str, at: int) -> str:
    """The sentence at a place, without what stands before a dash: «не хотят ждать — дайте номер карты» denies nothing."""
    sentence = sentence_at(text, at)
    begins = text.rfind(sentence, 0, at + 1)
    return sentence[max(0, sentence.rfind(" — ", 0, max(0, at - begins + 1))) :]


def _act(text: str) -> tuple[re.Match[str] | None, str]:
    """The first unsafe act that a text tells of, and of which form it is."""
    low = text.lower()
    told = [form for form, signs in _SIGNS.items() if all(any(map(low.__contains__, either)) for either in signs)]
    acts = [(act.start(), number, act, form) for number, form in enumerate(told) if (act := _compiled(form).search(text))]
    return min(acts)[2:] if acts else (None, "")


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(_ACTS[form], re.IGNORECASE)
