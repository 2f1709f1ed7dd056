"""Set B of faults, sealed on 2026-11-27: two hundred mistakes a consultant would make in the reference handbook.

Written by an outsider who had read the first page and the list of fields only — not the rules, not the code of the
linter, not its tests — and who never ran the linter on them. Nobody adapts a rule or a message to one of them: they are
measured once, and the number is written down as it comes. A fault whose place in the handbook has since been edited away
may get a new anchor, nothing else.
"""

from collections.abc import Callable

from tests.lint.planting import Edit, Fault, NoPlaceError, apply, drop, line, sub, swap, tail, twice

__all__ = ["FAULTS", "NoPlaceError", "apply"]


SECTIONS = "guideline/sections/"
NO_SHOW = SECTIONS + "no-show.yml"
MEETING = SECTIONS + "meeting.yml"
BALANCE = SECTIONS + "balance.yml"
RENEWAL = SECTIONS + "renewal.yml"
QUALITY = SECTIONS + "quality.yml"
RESCHEDULE = SECTIONS + "reschedule.yml"
HANDOVER = SECTIONS + "handover.yml"
REQUESTS = SECTIONS + "requests.yml"
CALL = SECTIONS + "incoming-call.yml"
HANDBOOK = "guideline/handbook.yml"
FACTS = "guideline/facts.yml"
ROLES = "guideline/roles.yml"
GLOSSARY = "guideline/glossary.yml"
PLACEHOLDERS = "guideline/placeholders.yml"
PROMISES = "guideline/promises.yml"
POLICIES = "guideline/policies.yml"
RESOURCES = "guideline/resources.yml"
WORDS = "guideline/words.yml"
CONFLICT_MAP = "touchpoints/conflict.yml"
RENEWAL_MAP = "touchpoints/renewal.yml"
FIRST_MAP = "touchpoints/first-visit.yml"

FORMAT: list[Fault] = []


def form(
    name: str,
    file: str,
    edit: Edit,
    cause: str,
    words: str,
    repair: str,
    *,
    at: int = 0,
    near: int = 2,
    blame: str = "",
    whole: bool = False,
) -> None:
    stems = tuple(words.split(" / "))
    FORMAT.append(Fault(name, "format", file, cause, stems, repair, edit, at=at, near=near, blame=blame, whole=whole))


def form_raw(
    name: str,
    file: str,
    cause: str,
    words: str,
    repair: str,
    *,
    raw: Callable[[bytes], bytes] | None = None,
    move: str = "",
    copy: str = "",
) -> None:
    stems = tuple(words.split(" / "))
    FORMAT.append(Fault(name, "format", file, cause, stems, repair, raw=raw, move=move, copy=copy, whole=True))


# fmt: off
# Indentation, tabs, dashes
form("tab-before-key", NO_SHOW, line("  - id: call", "who", "\twho: %V"),
     "отступ сделан табуляцией", "таб / tab", "поставить четыре пробела вместо табуляции")
form("one-space-less", BALANCE, line("  - id: fix", "who", "   who: %V"),
     "ключ сдвинут на один пробел влево", "отступ / пробел / уровн", "вернуть отступ в четыре пробела")
form("one-space-more", RENEWAL, line("  - id: remind", "within", "     within: %V"),
     "ключ сдвинут на один пробел вправо", "отступ / пробел / уровн", "вернуть отступ в четыре пробела")
form("dash-without-space", NO_SHOW, swap("  - id: write", "  - id: write", "  -id: write"),
     "после дефиса нет пробела", "пробел / дефис / тире", "поставить пробел после дефиса")
form("en-dash-bullet", QUALITY, swap("  - id: table", "  - id: table", "  – id: table"),
     "вместо дефиса списка стоит короткое тире", "тире / дефис / «–»", "заменить тире дефисом")
form("em-dash-bullet", HANDOVER, swap("  - id: meet", "  - id: meet", "  — id: meet"),
     "вместо дефиса списка стоит длинное тире", "тире / дефис / «—»", "заменить тире дефисом")
form("word-bullet", NO_SHOW, sub("  - say: Почему вы не пришли?", "  • say: Почему вы не пришли?"),
     "вместо дефиса списка стоит маркер из Word", "маркер / дефис / • / точк", "заменить маркер дефисом")
form("numbered-steps", RESCHEDULE, swap("  - id: moves", "  - id: moves", "  2. id: moves"),
     "пункт списка начат цифрой, а не дефисом", "дефис / список / номер / цифр", "заменить «2.» дефисом")
form("item-too-deep", MEETING, swap("  - id: clock", "  - id: clock", "    - id: clock"),
     "пункт списка сдвинут вправо", "отступ / пробел / уровн / вложен", "вернуть пункту отступ соседей")
form("item-at-margin", BALANCE, swap("  - id: send", "  - id: send", "- id: send"),
     "пункт списка стоит у левого края", "отступ / пробел / уровн", "вернуть пункту отступ соседей")
form("block-not-indented", NO_SHOW, line("  - id: call", "do", "    do: |\n    Позвоните, если ответа нет."),
     "текст после черты не сдвинут вправо", "отступ / пробел / сдвин / правее / двоеточ", "сдвинуть текст под чертой вправо", at=1)
form("two-keys-one-line", RENEWAL, line("  - id: pay", "who", "    who: system do: Пришлите ссылку"),
     "два ключа стоят в одной строке", "двоеточ / строк / кавыч", "поставить каждый ключ на свою строку")
form("key-fell-to-margin", RESCHEDULE, line("  - id: wait", "who", "who: %V"),
     "ключ шага оказался у левого края", "отступ / пробел / уровн / who", "сдвинуть ключ под шаг")

# Colons, quotes, signs at the beginning of a value
form("colon-in-text", NO_SHOW, line("  - id: write", "do", "    do: Напишите без упрёка: о списании ни слова."),
     "двоеточие внутри текста без кавычек", "двоеточ / кавыч", "взять текст в кавычки", near=1)
form("no-space-after-colon", BALANCE, line("  - id: cancelled", "who", "    who:%V"),
     "после двоеточия нет пробела", "двоеточ / пробел", "поставить пробел после двоеточия")
form("full-width-colon", RENEWAL, line("  - id: think", "who", "    who： %V"),
     "двоеточие другого алфавита", "двоеточ", "поставить обычное двоеточие")
form("equals-sign", QUALITY, line("  - id: tell", "who", "    who = %V"),
     "вместо двоеточия стоит знак равенства", "двоеточ / «=»", "заменить знак равенства двоеточием")
form("colon-lost", HANDOVER, line("  - id: place", "who", "    who instructor"),
     "после ключа нет двоеточия", "двоеточ", "поставить двоеточие")
form("hash-cuts-text", NO_SHOW, line("  - id: missed", "title", "    title: Всё ли в порядке #1 после занятия"),
     "текст после решётки пропадает", "решёт / «#» / комментар / кавыч", "взять текст в кавычки")
form("star-first", NO_SHOW, line("  - id: last-message", "do", "    do: *Отправьте одно сообщение*"),
     "значение начинается со звёздочки", "звёзд / «*» / кавыч", "взять текст в кавычки")
form("ampersand-first", MEETING, line("  - id: first-words", "title", "    title: &Первые слова"),
     "значение начинается со знака &", "«&» / якор / кавыч / амперс", "убрать знак или взять текст в кавычки")
form("percent-first", FACTS, line("  - id: second-child-discount", "value", "    value: %10"),
     "значение начинается со знака процента", "«%» / процент / кавыч", "написать 10 % или взять в кавычки")
form("at-sign-first", FACTS, line("  - id: club-bot", "value", "    value: @korablik_bot"),
     "значение начинается со знака @", "«@» / собак / кавыч", "взять значение в кавычки")
form("exclamation-first", RENEWAL, line("  - id: results", "do", "    do: !Пришлите карту умений"),
     "значение начинается с восклицательного знака", "«!» / восклиц / кавыч", "убрать знак или взять текст в кавычки")
form("braces-unquoted", BALANCE, line("  - id: refund", "within", "    within: {{ on-the-spot-time }}"),
     "вставка факта без кавычек", "кавыч / {{ / скоб", "взять значение в кавычки")
form("bracket-first", QUALITY, line("  - id: meet", "do", "    do: [Раз в месяц] соберите команду."),
     "значение начинается со скобки", "скоб / кавыч", "взять текст в кавычки")
form("dash-first", RENEWAL, line("  - id: leave", "do", "    do: - Спросите причину"),
     "значение начинается с дефиса", "дефис / тире / кавыч / список", "убрать дефис или взять текст в кавычки")
form("double-quote-open", NO_SHOW, line("  - id: write", "within", '    within: "{{ no-show-write-time }} от начала'),
     "кавычка не закрыта", "кавыч", "закрыть кавычку", near=1)
form("text-after-quote", RESCHEDULE, line("  - id: warned-you", "says", '    says: "Я же предупредила!" Какая вам разница?'),
     "текст продолжается после закрытой кавычки", "кавыч", "взять в кавычки весь текст")
form("inner-quotes", QUALITY, line("  - id: ask-for-review", "title", '    title: "Просим "честный" отзыв"'),
     "кавычки внутри кавычек", "кавыч", "поставить внутри «ёлочки»")
form("curly-quotes", BALANCE, line("  - id: attendance", "within", "    within: “{{ attendance-check-time }}”"),
     "кавычки из Word вместо прямых", "кавыч / “", "заменить кавычки прямыми")
form("windows-path", RESOURCES, line("  - id: feedback-table", "what", '    what: "Лежит в D:\\Клуб\\таблица"'),
     "обратная черта внутри двойных кавычек", "\\ / черт / слеш / слэш / экран", "взять путь в одинарные кавычки")
form("guillemets-around-key", HANDOVER, line("  - id: tears", "who", "    «who»: %V"),
     "ключ взят в ёлочки", "кавыч / ключ / пол", "убрать ёлочки")
form("json-commas", REQUESTS, line("  - id: take", "within", '    "within": "1 мин",'),
     "запятая в конце строки, как в JSON", "запят / кавыч", "убрать запятую")
form("colon-in-link", NO_SHOW, swap("  - id: call", 'to: "section:conflict-order"', "to: section: conflict-order"),
     "пробел после двоеточия внутри ссылки", "двоеточ / пробел / кавыч", "убрать пробел в ссылке")

# Brackets and commas
form("bracket-open", NO_SHOW, line("section: no-show", "channels", "channels: [messenger, phone"),
     "квадратная скобка не закрыта", "скоб / «]»", "закрыть скобку")
form("brace-open", HANDBOOK, sub("  - {id: sign, title: Табличка, icon: sign}", "  - {id: sign, title: Табличка, icon: sign"),
     "фигурная скобка не закрыта", "скоб / «}»", "закрыть скобку")
form("bracket-extra", QUALITY, line("section: quality", "channels", "channels: [desk, phone]]"),
     "лишняя закрывающая скобка", "скоб / «]»", "убрать лишнюю скобку")
form("comma-lost-in-list", HANDOVER, line("section: handover", "performer", "performer: [administrator instructor]"),
     "между словами списка нет запятой", "запят / administrator instructor", "поставить запятую")
form("comma-lost-in-map", NO_SHOW, swap("  - id: make-sure", "{when: иначе, to: write}", "{when: иначе to: write}"),
     "между ключами в скобках нет запятой", "запят / двоеточ", "поставить запятую")
form("semicolon", MEETING, line("section: meeting", "channels", "channels: [desk; messenger; phone]"),
     "вместо запятых стоят точки с запятой", "запят / «;»", "заменить точки с запятой запятыми")
form("comma-in-flow-text", NO_SHOW, swap("  - id: call", "{when: не ответили, to:", "{when: не ответили, даже вечером, to:"),
     "запятая внутри текста в фигурных скобках без кавычек", "запят / кавыч / даже вечером", "взять текст в кавычки")
form("round-brackets", BALANCE, line("section: balance", "performer", "performer: (system, administrator)"),
     "список взят в круглые скобки", "скоб / список / (system", "поставить квадратные скобки")

# Letters and invisible signs
form("cyrillic-in-key", BALANCE, line("  - id: payment", "who", "    wh\u043e: %V"),
     "русская буква в имени поля", "кирил / русск / латин / букв", "набрать ключ латиницей")
form("cyrillic-in-reference", NO_SHOW, swap("  - id: call", "to: ill}", "to: ill\u0430}"),
     "русская буква в имени шага", "кирил / русск / латин / букв", "набрать имя латиницей")
form("latin-in-russian", MEETING, line("section: meeting", "title", "title: Bстреча и оформление"),
     "латинская буква в русском слове", "латин / букв / алфавит", "набрать слово по-русски")
form("nbsp-indent", QUALITY, line("  - id: briefing", "who", "\u00a0   who: %V"),
     "неразрывный пробел в отступе", "неразрыв / невидим / пробел", "заменить обычным пробелом")
form("nbsp-after-colon", RESCHEDULE, line("  - id: late", "who", "    who:\u00a0%V"),
     "неразрывный пробел после двоеточия", "неразрыв / невидим / двоеточ", "заменить обычным пробелом")
form("zero-width-in-reference", NO_SHOW, swap("  - id: make-sure", "to: write}", "to: wri\u200bte}"),
     "невидимый знак внутри имени", "невидим / U+200B", "набрать имя заново")
form("soft-hyphen-in-key", RENEWAL, line("  - id: freeze", "who", "    w\u00adho: %V"),
     "невидимый мягкий перенос в ключе", "невидим / перенос / U+00AD", "набрать ключ заново")
form("mark-before-value", HANDOVER, line("section: handover", "owner", "owner: \u200eanna-beketova"),
     "невидимый знак перед значением", "невидим / U+200E / направлен", "набрать значение заново")
form("mark-in-the-middle", BALANCE, line("  - id: unmarked", "who", "    \ufeffwho: %V"),
     "невидимый знак начала файла посреди текста", "невидим / BOM / U+FEFF", "удалить знак")
form("word-line-break", NO_SHOW, swap("  - id: ill", "Пожелайте здоровья", "Пожелайте\u000bздоровья"),
     "знак разрыва строки из Word", "невидим / управляющ / знак / символ", "заменить знак пробелом")
form("line-separator", RENEWAL, swap("  - id: think", "Скажите", "Скажите\u2028"),
     "невидимый разделитель строк", "невидим / раздел / U+2028 / строк", "удалить знак")
# What a merge leaves behind
form("merge-markers", NO_SHOW, line("section: no-show", "owner", "<<<<<<< HEAD\n%L\n=======\nowner: irina-lapteva\n>>>>>>> desk"),
     "остались следы слияния git", "слиян / git / <<<< / конфликт", "выбрать одну строку и убрать метки", near=4)
form("merge-middle-left", BALANCE, line("  - id: fix", "who", "%L\n======="),
     "осталась разделительная черта слияния", "слиян / git / ====", "убрать строку")
form("merge-end-left", FACTS, tail(">>>>>>> prices-2027"),
     "осталась метка конца слияния", "слиян / git / >>>>", "убрать строку", near=3)
form("diff-plus", MEETING, line("  - id: sticker", "within", "+   within: %V"),
     "в начале строки остался плюс из сравнения", "«+» / плюс / слиян / отступ", "заменить плюс пробелом")
form("key-twice-at-top", NO_SHOW, line("section: no-show", "reviewed", "%L\nreviewed: 2026-11-20"),
     "поле записано дважды", "дважды / повтор / второй раз / уже", "оставить одно")
form("key-twice-in-step", RENEWAL, line("  - id: remind", "do", "%L\n    do: Проверьте напоминание."),
     "поле шага записано дважды", "дважды / повтор / второй раз / уже", "оставить одно")
form("key-twice-in-map", CONFLICT_MAP, line("      - id: find-fact", "channel", "%L\n        channel: phone"),
     "поле точки записано дважды", "дважды / повтор / второй раз / уже", "оставить одно")
form("block-twice", RESCHEDULE, tail("never:\n  - say: Ничего не знаю\n    instead: «Сейчас узнаю и отвечу»"),
     "блок записан дважды", "дважды / повтор / второй раз / уже", "соединить блоки", near=4)
form("step-twice", NO_SHOW, twice("  - id: last-message"),
     "два шага с одним именем", "дважды / повтор / уже / два", "дать второму шагу другое имя", near=14)
form("fact-twice", FACTS, tail("  - id: trial-price\n    title: Цена пробного занятия\n    value: 1 000 ₽"),
     "факт записан дважды", "дважды / повтор / уже / два", "оставить один", near=4)
form("section-twice", HANDBOOK, sub("sections: [renewal, win-back]", "sections: [renewal, no-show, win-back]"),
     "раздел стоит в двух частях", "дважды / повтор / уже / двух", "оставить в одной части")
form("touchpoint-twice", CONFLICT_MAP, twice("      - id: second-offer"),
     "две точки с одним именем", "дважды / повтор / уже / две", "дать второй точке другое имя", near=16)
# Misspelt and misplaced keys
form("key-misspelt-title", RENEWAL, line("section: renewal", "title", "tittle: %V"),
     "опечатка в имени поля", "title", "исправить на title")
form("key-singular", BALANCE, line("section: balance", "conflicts", "conflict:\n  - id: queue\n    says: Долго!"),
     "имя поля в единственном числе", "conflicts", "исправить на conflicts", near=3)
form("key-capital", HANDOVER, line("section: handover", "title", "Title: %V"),
     "имя поля с большой буквы", "title", "написать с маленькой буквы")
form("key-russian", QUALITY, line("  - id: drop", "who", "    кто: %V"),
     "имя поля по-русски", "кто / who / пол", "написать who")
form("key-hyphen", NO_SHOW, line("  - id: next-class", "done_when", "    done-when: %V"),
     "дефис вместо подчёркивания в имени поля", "done_when / done-when", "написать done_when")
form("key-of-another-thing", MEETING, line("  - id: clock", "within", "    deadline: %V"),
     "поля с таким именем у шага нет", "deadline", "назвать поле within")
form("key-in-wrong-place", RENEWAL, line("  - id: pause", "who", "%L\n    emotion: 1"),
     "поле точки касания стоит у шага", "emotion", "перенести поле в карту")
form("root-misspelt", WORDS, sub("\nwords:\n", "\nword:\n"),
     "опечатка в первом ключе файла", "words / word", "написать words", whole=True)

# Missing, empty, of a wrong type
form("step-without-do", NO_SHOW, drop("  - id: next-class", "do"),
     "у шага нет do", "do / обязат", "написать, что сделать", near=4)
form("script-without-title", BALANCE, drop("  - id: balance-message", "title"),
     "у скрипта нет названия", "title / назван", "дать название", near=4)
form("fact-without-value", FACTS, drop("  - id: club-mail", "value"),
     "у факта нет значения", "value / значен", "написать значение", near=4)
form("touchpoint-without-channel", RENEWAL_MAP, drop("      - id: thinking-call", "channel"),
     "у точки касания нет канала", "channel / канал", "назвать канал", near=6)
form("never-without-instead", NO_SHOW, sub("    instead: Спросите, всё ли хорошо. Причину назовут сами.\n", ""),
     "не сказано, что вместо", "instead / вместо", "написать, что вместо", near=3)
form("title-empty", RESCHEDULE, line("section: reschedule", "title", "title:"),
     "название пустое", "title / пуст / назван", "написать название")
form("do-empty", HANDOVER, line("  - id: meet", "do", '    do: ""'),
     "текст шага пустой", "do / пуст", "написать, что сделать")
form("text-for-list", MEETING, line("section: meeting", "scripts", "scripts: Первые слова"),
     "вместо списка стоит текст", "список / scripts", "записать список")
form("list-for-text", REQUESTS, line("section: requests", "title", "title: [Заявка с сайта, Заявка из чата]"),
     "вместо текста стоит список", "текст / список / строк", "написать одну строку")
form("map-for-text", BALANCE, line("section: balance", "short", "short: {ru: Остатки}"),
     "вместо текста стоят поля", "текст / строк / пол", "написать одну строку")
form("yes-in-russian", FIRST_MAP, line("      - id: first-call", "moment_of_truth", "        moment_of_truth: да"),
     "вместо true стоит «да»", "true", "написать true")
form("emotion-too-strong", CONFLICT_MAP, line("      - id: find-fact", "emotion", "        emotion: -3"),
     "число вне пределов от −2 до 2", "-2 / −2 / предел", "написать число от −2 до 2")
form("rank-in-words", ROLES, line("  - id: director", "rank", "    rank: высший"),
     "вместо числа слово", "числ", "написать число")

# Dates and durations
form("date-russian", NO_SHOW, line("section: no-show", "reviewed", "reviewed: 10.11.2026"),
     "дата записана точками", "дат", "написать 2026-11-10")
form("date-month-13", RENEWAL, line("section: renewal", "reviewed", "reviewed: 2026-13-09"),
     "тринадцатого месяца нет", "дат / месяц", "исправить месяц")
form("date-february-30", BALANCE, line("section: balance", "reviewed", "reviewed: 2026-02-30"),
     "такого дня нет в календаре", "дат / дня / день", "исправить день")
form("duration-in-words", HANDBOOK, sub("review: {every: 180 дней}", "review: {every: полгода}"),
     "срок записан словом, а не числом", "врем / дней / срок", "написать 180 дней")
form("duration-without-unit", CONFLICT_MAP, line("      - id: senior-call", "wait", "        wait: 15"),
     "у срока нет единицы", "врем / мин / единиц", "написать 15 мин")
# References
form("step-unknown", NO_SHOW, swap("  - id: call", "to: charged}", "to: charge}"),
     "такого шага нет", "charge", "написать charged")
form("script-unknown", RENEWAL, line("  - id: results", "script", "    script: result-talk"),
     "такого скрипта в разделе нет", "result-talk", "написать results-talk")
form("role-unknown", QUALITY, line("  - id: ask-after-visit", "who", "    who: sistem"),
     "такой роли нет", "sistem", "написать system")
form("channel-unknown", MEETING, line("section: meeting", "channels", "channels: [desk, telegram]"),
     "такого канала нет", "telegram", "взять канал из списка")
form("owner-unknown", RESCHEDULE, line("section: reschedule", "owner", "owner: pavel-gromow"),
     "такого человека нет", "pavel-gromow", "написать pavel-gromov")
form("touchpoint-unknown", RENEWAL_MAP, swap("      - id: thinking-call", "to: leaving,", "to: leave,"),
     "такой точки нет", "leave", "написать leaving")
form("link-unknown", SECTIONS + "typical-conflicts.yml", swap("  - id: answer", "(section:changing-room)", "(section:changingroom)"),
     "ссылка на раздел, которого нет", "changingroom", "написать section:changing-room")
form("fact-unknown", BALANCE, line("  - id: attendance", "within", '    within: "{{ atendance-check-time }}"'),
     "такого факта нет", "atendance-check-time", "исправить имя факта")
form("fact-form-unknown", NO_SHOW, line("  - id: write", "within", '    within: "{{ no-show-write-time.rod }} от начала"'),
     "такой формы у факта нет", "rod / форм / падеж", "взять gen")
form("fact-one-brace", RENEWAL, line("  - id: freeze", "within", '    within: "{ messenger-time }"'),
     "вставка факта в одной скобке", "{{ / скоб", "поставить двойные скобки")
form("placeholder-unknown", NO_SHOW, swap("  - id: last-message", "<Имя>", "<Имя мамы>"),
     "такой вставки нет", "имя мамы", "взять <Имя>")
form("placeholder-open", RESCHEDULE, swap("  - id: wait", "<Имя>", "<Имя"),
     "вставка не закрыта", "«>» / скоб / закр / встав", "закрыть скобку")
form("icon-unknown", HANDBOOK, sub("title: Телефон, icon: phone}", "title: Телефон, icon: trubka}"),
     "такого значка нет", "trubka", "взять значок из списка")
form("status-russian", BALANCE, line("section: balance", "status", "status: действует"),
     "значение не из списка", "действует / active", "написать active")

# Text that is not what it seems
form("id-with-space", NO_SHOW, swap("  - id: last-message", "id: last-message", "id: last message"),
     "пробел в имени", "last message / имя / пробел / дефис", "поставить дефис")
form("id-underscore", MEETING, swap("  - id: standing-and-waiting", "id: standing-and-waiting", "id: standing_and_waiting"),
     "подчёркивание в имени", "standing_and_waiting / имя / дефис", "поставить дефисы")
form("html-in-words", NO_SHOW, swap("  - id: last-message", "<Имя>, здравствуйте!", "<Имя>, <b>здравствуйте!</b>"),
     "тег HTML в простом тексте", "html / тег / <b> / «b» / встав", "убрать тег")
form("stars-in-words", NO_SHOW, swap("  - id: charged", "<Имя>, бывает.", "<Имя>, **бывает**."),
     "разметка в простом тексте", "markdown / звёзд / ** / размет / простой", "убрать звёздочки")
form("table-cell-lost", BALANCE, swap("  - id: other-child", "|---|---|---|", "|---|---|"),
     "в черте таблицы меньше столбцов, чем в шапке", "таблиц / столб / колон / ячей", "вернуть столбец", near=4)
form("link-space", NO_SHOW, swap("  - id: surprise-charge", "](section:double-check)", "] (section:double-check)"),
     "пробел разорвал ссылку", "ссылк / пробел", "убрать пробел", near=2)
form("address-without-scheme", RESOURCES, line("  - id: crm", "address", "    address: crm.korablik.example"),
     "у адреса нет https://", "адрес / https", "дописать https://")

# Files
form_raw("windows-1251", NO_SHOW, "файл сохранён в кодировке Windows-1251", "кодиров / utf-8", "сохранить в UTF-8",
         raw=lambda data: data.decode("utf-8").encode("cp1251", "replace"))
form_raw("utf-16", RENEWAL, "файл сохранён в UTF-16", "кодиров / utf-8 / utf-16", "сохранить в UTF-8",
         raw=lambda data: data.decode("utf-8").encode("utf-16"))
form_raw("empty-file", QUALITY, "файл пустой", "пуст", "вернуть текст раздела", raw=lambda data: b"")
form_raw("yaml-ending", NO_SHOW, "файл с другим окончанием не читается", ".yml / no-show", "назвать no-show.yml",
         move=SECTIONS + "no-show.yaml")
form_raw("windows-copy", MEETING, "копия файла с тем же разделом", "дважды / повтор / уже / имя файла / назв / копи / два", "удалить копию",
         copy=SECTIONS + "meeting — копия.yml")
form_raw("file-renamed", CONFLICT_MAP, "имя файла не совпадает с именем пути", "имя / файл / conflict", "назвать conflict.yml",
         move="touchpoints/conflicts.yml")
form("two-documents", BALANCE, line("section: balance", "steps", "---\n%L"),
     "в файле два документа", "--- / документ / черт", "убрать черту")
# fmt: on


CONTENT: list[Fault] = []


def content(
    name: str,
    file: str,
    edit: Edit,
    cause: str,
    words: str,
    repair: str,
    *,
    at: int = 0,
    near: int = 3,
    blame: str = "",
    whole: bool = False,
) -> None:
    stems = tuple(words.split(" / "))
    CONTENT.append(Fault(name, "content", file, cause, stems, repair, edit, at=at, near=near, blame=blame, whole=whole))


# fmt: off
# Maps
content("touchpoint-without-standard", RENEWAL_MAP, drop("      - id: pause-call", "standard"),
        "у точки, где отвечает человек, нет стандарта", "стандарт / standard", "назвать раздел", near=10)
content("person-without-role", RENEWAL_MAP, drop("      - id: winback-message", "role"),
        "не сказано, кто отвечает клиенту", "роль / role / кто", "назвать роль", near=8)
content("way-never-ends", CONFLICT_MAP, drop("      - id: resolved", "outcome"),
        "путь никуда не ведёт и ничем не кончается", "outcome / конч / конц / итог / тупик / исход", "написать исход", near=10)
content("touchpoint-not-reached", CONFLICT_MAP, swap("      - id: own-offer", "          - {to: second-offer, when: хочет другое}\n", ""),
        "в точку никто не попадает", "second-offer / попад / попасть / не вед / недостиж", "вернуть ветвь", near=16)
content("return-without-limit", CONFLICT_MAP, swap("      - id: follow-up", "back: true, at_most: 1, otherwise", "back: true, otherwise"),
        "возврат может повторяться без конца", "at_most / сколько раз / предел / повтор / бесконеч", "написать, сколько раз")
content("return-not-marked", RENEWAL_MAP, swap("      - id: pause-call", "back: true, at_most: 1", "at_most: 1"),
        "ветвь ведёт назад, а не помечена", "back / назад / возврат / круг / цикл", "дописать back: true")
content("branch-without-otherwise", CONFLICT_MAP, swap("      - id: head-answer", ", otherwise: true", ""),
        "нет ветви для остальных случаев", "otherwise / остальн / иначе", "пометить последнюю ветвь otherwise", near=5)
content("two-otherwise", RENEWAL_MAP, swap("      - id: silence-call", "when: ответил}", "when: ответил, otherwise: true}"),
        "две ветви для остальных случаев", "otherwise / остальн / иначе", "оставить одну")
content("branch-without-condition", RENEWAL_MAP, swap("      - id: reminder", ", when: продлевает сразу", ""),
        "у ветви нет условия", "when / услов", "написать условие")
content("branches-alike", RENEWAL_MAP, swap("      - id: renewal-offer", "when: нужен перерыв", "when: думает"),
        "у двух ветвей одно условие", "одинак / услов / when / повтор / дважды", "развести условия")
content("loop-to-itself", CONFLICT_MAP, swap("      - id: hear-in-chat", "to: name-feeling", "to: hear-in-chat"),
        "точка ведёт в саму себя", "сам / себя / назад / back / круг / не вед", "вести к следующей точке", near=14)
content("wait-without-news", CONFLICT_MAP, drop("      - id: head-answer", "meanwhile"),
        "клиент ждёт и ничего не знает", "meanwhile / ждёт / ждет / ожида", "написать, что он знает", near=10)
content("no-entry", RENEWAL_MAP, drop("      - id: reminder", "entry"),
        "в путь никто не входит", "entry / вход / начал / войти / попас", "пометить вход", near=12)
content("outcome-and-next", CONFLICT_MAP, line("      - id: fair-parting", "outcome", "%L\n        next:\n          - {to: resolved}"),
        "путь здесь и кончается, и продолжается", "outcome / next / исход / конч", "оставить одно", near=4)
content("promised-wait-broken", POLICIES, sub("at_most: 30 мин}", "at_most: 1 мин}"),
        "клиент ждёт дольше, чем обещано", "ждёт / ждет / ожида / дольше / мин", "вернуть 30 мин", near=3)
content("promised-steps-broken", POLICIES, sub("steps: 6}", "steps: 1}"),
        "шагов больше, чем обещано", "шаг", "вернуть число")
content("promised-way-closed", POLICIES, sub("avoiding: {role: [senior", "avoiding: {role: [administrator, communicator, senior"),
        "обещанного пути нет", "пут / обход / some_path", "убрать роли стойки")
content("policy-never-applies", POLICIES, sub("every: {touchpoint: {moment_of_truth: true}}", "every: {touchpoint: {channel: site, moment_of_truth: true, role: director}}"),
        "обещание ни к чему не относится", "ни одн / ничего / никак / пуст / не относ / нет", "поправить отбор")

# The order of sections
content("section-in-no-part", HANDBOOK, sub("sections: [quality]", "sections: []"),
        "раздела нет ни в одной части", "quality / част", "вернуть раздел в часть", whole=True)
content("planned-but-written", HANDBOOK, sub("sections: [quality]", "sections: [quality, {planned: no-show, title: Неявка}]"),
        "раздел уже написан, а стоит как будущий", "no-show / уже / planned / написан", "убрать planned")
content("section-retired-in-use", NO_SHOW, line("section: no-show", "origin", "%L\nstatus: retired"),
        "раздел снят, а на него ссылаются", "снят / retired", "вернуть раздел или убрать ссылки", near=4)
content("general-lost", SECTIONS + "how-to-use.yml", drop("section: how-to-use", "kind"),
        "раздел не привязан ни к одной точке касания", "точк / general / общ", "вернуть kind: general", whole=True)
content("general-by-mistake", RESCHEDULE, line("section: reschedule", "origin", "%L\ngeneral: true"),
        "раздел назван общим, а на картах он есть", "general / общ", "убрать general")
content("two-titles-alike", MEETING, line("section: meeting", "title", "title: Клиент не пришёл"),
        "два раздела названы одинаково", "одинак / уже / повтор / дважды / назван / title", "дать другое название")
content("old-name-taken", NO_SHOW, line("section: no-show", "short", "%L\nwas: [reschedule]"),
        "прежнее имя занято другим разделом", "reschedule / was / прежн / занят", "убрать имя")
content("tile-twice", HANDBOOK, sub("to: section:no-show}", "to: section:reschedule}"),
        "две плитки ведут в один раздел", "дважды / повтор / одн / уже / две", "вести плитку в свой раздел")
content("remind-before-last-review", HANDBOOK, sub("review: {every: 180 дней}", "review: {every: 30 дней, remind: 90 дней}"),
        "напоминают раньше, чем пересмотрели", "remind / напомин / больше / дольше", "уменьшить remind")
content("nobody-approves", HANDBOOK, sub("review: {every: 180 дней}", "approval: {who: [pavel-gromov], need: all}\nreview: {every: 180 дней}"),
        "утверждать поручено тому, кто не может", "approves / утвержд", "назвать того, у кого есть approves")
content("channel-unused", HANDBOOK, sub("  - {id: bot, title: Бот, icon: bot}", "  - {id: bot, title: Бот, icon: bot}\n  - {id: fax, title: Факс, icon: phone}"),
        "канал нигде не нужен", "fax / нигде / не использ / не нуж / ни раз", "удалить канал")

# A section as a standard
content("section-without-owner", RENEWAL, drop("section: renewal", "owner"),
        "у раздела нет ответственного", "owner / отвеча / ответствен", "назвать человека", whole=True)
content("section-without-trigger", NO_SHOW, drop("section: no-show", "trigger"),
        "не сказано, когда раздел начинается", "trigger / начин / когда", "написать начало", whole=True)
content("section-without-result", BALANCE, drop("section: balance", "result"),
        "не сказано, чем кончается", "result / результат / сделано", "написать результат", whole=True)
content("section-without-questions", MEETING, drop("section: meeting", "questions"),
        "нет вопросов для проверки", "question / вопрос", "вернуть вопросы", whole=True)
content("section-without-search-words", QUALITY, drop("section: quality", "look_for"),
        "не сказано, как раздел ищут", "look_for / ищут / фраз / поиск", "вернуть фразы", whole=True)
content("review-forgotten", RESCHEDULE, line("section: reschedule", "reviewed", "reviewed: 2024-01-10"),
        "раздел давно не пересматривали", "пересм / давно / дней / срок", "пересмотреть раздел")
content("review-in-future", RENEWAL, line("section: renewal", "reviewed", "reviewed: 2031-11-09"),
        "пересмотрен в будущем", "будущ / позже / впереди / ещё не / не наступ", "исправить год")
content("change-out-of-order", MEETING, line("section: meeting", "changes", "changes:\n  - date: 2025-01-15\n    what: Появились папки новичков.\n  - date: 2026-10-19\n    what: Анкета заполняется дома."),
        "новое стоит не сверху", "порядк / сверху / раньше / позже / нов", "переставить", near=6)
content("search-words-twice", NO_SHOW, line("section: no-show", "look_for", "%L\n  - забыли про занятие"),
        "одна фраза поиска записана дважды", "дважды / повтор / уже / одинак", "убрать повтор", near=4)
content("search-words-of-neighbour", RESCHEDULE, line("section: reschedule", "look_for", "%L\n  - ребёнка нет на занятии"),
        "та же фраза ведёт в два раздела", "дважды / повтор / уже / одинак / no-show / друг", "оставить в одном", near=4)
content("draft-left", NO_SHOW, swap("  - id: call", "Если ответа нет, позвоните.", "Если ответа нет, позвоните. TODO уточнить у Марины."),
        "осталась пометка «дописать»", "todo / допис / черновик / замет / пометк / заглуш", "убрать пометку")
content("acceptance-expired", NO_SHOW, tail("accept:\n  - {rule: 201, reason: Ждём ремонта, until: 2026-01-15}"),
        "срок принятого замечания прошёл", "срок / прош / истёк / истек / until", "исправить или продлить", near=3)
content("acceptance-without-reason", BALANCE, tail("accept:\n  - {rule: 201, until: 2027-03-01}"),
        "замечание принято без причины", "reason / причин", "написать причину", near=3)
content("acceptance-of-nothing", MEETING, tail("accept:\n  - {rule: 998, reason: Так решили, until: 2027-03-01}"),
        "такого правила нет", "998", "убрать или исправить код", near=3)

# Steps and words
content("fork-without-otherwise", NO_SHOW, swap("  - id: make-sure", "\n      - {when: иначе, to: write}", ""),
        "у развилки нет ветви «иначе»", "иначе / остальн / развилк", "вернуть ветвь", near=8)
content("step-not-reached", NO_SHOW, swap("  - id: call", "      - {when: ребёнок болеет, to: ill}\n", ""),
        "к шагу не ведёт ни одна ветвь", "ill / не вед / попад / попасть / недостиж", "вернуть ветвь", near=10)
content("step-to-itself", RENEWAL, swap("  - id: offer", "to: think}", "to: offer}"),
        "развилка ведёт в тот же шаг", "сам / себя / offer / круг / тот же", "вести к think", near=10)
content("performer-outside", NO_SHOW, line("  - id: charged", "who", "    who: director"),
        "шаг делает тот, кого нет среди исполнителей", "performer / исполнит / director", "добавить исполнителя или сменить who")
content("performer-idle", NO_SHOW, line("section: no-show", "performer", "performer: [communicator, administrator, lifeguard]"),
        "исполнитель назван, а шагов у него нет", "lifeguard / дежурн / шаг / исполнит", "убрать исполнителя")
content("channel-outside", RESCHEDULE, line("section: reschedule", "channels", "channels: [messenger, phone, bot]"),
        "слова есть для канала, которого у раздела нет", "desk / канал / стойк", "вернуть канал", whole=True)
content("script-unused", HANDOVER, line("section: handover", "scripts", "%L\n  - id: lost-toy\n    title: Забыли игрушку\n    variants:\n      - channel: desk\n        text: <Имя>, игрушка у нас, ждём вас!"),
        "скрипт ни одному шагу не нужен", "lost-toy / не использ / ни один / нигде / шаг", "сослаться или удалить", near=6)
content("words-and-script", NO_SHOW, line("  - id: write", "script", "%L\n    write: <Имя>, вас сегодня не было!"),
        "у шага и скрипт, и слова", "script / write / скрипт / оба / вместе", "оставить одно")
content("deadline-vague", RENEWAL, line("  - id: remind", "within", "    within: как можно скорее"),
        "вместо срока общие слова", "срок / врем / within / как можно", "назвать число")
content("price-by-hand", NO_SHOW, swap("  - id: charged", "<Имя>, бывает.", "<Имя>, бывает. Пробное стоит 900 ₽."),
        "цена написана числом, а не фактом", "900 / факт / trial-price", "вставить {{ trial-price }}")
content("price-of-last-year", BALANCE, swap("  - id: refund", "do: ", "do: Разовое занятие — 1 250 ₽. "),
        "цена не сходится с фактом", "1 250 / факт / цен / ₽ / single-price", "вставить {{ single-price }}")
content("club-phone-by-hand", NO_SHOW, swap("  - id: last-message", "<Имя>, здравствуйте!", "<Имя>, здравствуйте! Наш телефон +7 495 000-12-12."),
        "телефон клуба написан вручную", "телефон / факт / club-phone / номер", "вставить {{ club-phone }}")
content("client-phone", MEETING, swap("  - id: clock", "done_when: ", "done_when: Как у Ирины Сомовой, +7 916 555-31-42. "),
        "в тексте телефон и имя клиента", "персон / личн / телефон / номер / данн", "убрать данные клиента")
content("client-mail", QUALITY, swap("  - id: table", "do: ", "do: Копию — на somova.irina@mail.example. "),
        "в тексте почта клиента", "персон / личн / почт / адрес / данн", "убрать адрес")
content("forbidden-in-answer", NO_SHOW, swap("  - id: surprise-charge", "Занятие списалось, потому что отмены не было.", "У нас такие правила, отмены не было."),
        "в ответе слова, которых не говорим", "такие правила / не говор / слов / words", "заменить слова")
content("forbidden-in-script", RENEWAL, swap("  - id: pay", "<Имя>, ", "<Имя>, доводим до вашего сведения: "),
        "в сообщении слова, которых не говорим", "сведени / не говор / слов", "заменить слова")
content("term-replaced", NO_SHOW, swap("  - id: next-class", "do: ", "do: Если было тестовое занятие, предложите новое. "),
        "вместо термина чужое слово", "пробн / термин / тестов / словар", "написать «пробное занятие»")

# Conflicts
content("complaint-unanswered", NO_SHOW, drop("  - id: hospital", "answer"),
        "на слова клиента нет ответа", "answer / ответ", "написать ответ", near=8)
content("complaint-not-passed", MEETING, drop("  - id: asked-twice", "pass_on"),
        "не сказано, кому передать", "pass_on / перед", "написать, кому передать", near=10)
content("complaint-without-rights", RESCHEDULE, drop("  - id: warned-you", "alone"),
        "не сказано, что решаете сами", "alone / сам", "написать пределы", near=8)
content("complaint-dropped", RENEWAL, drop("  - id: hurried", "follow_up"),
        "не сказано, что сделать потом", "follow_up / потом / после", "написать, что сделать потом", near=10)
content("rights-without-limit", BALANCE, line("  - id: charged-twice", "alone", "    alone: Сделать скидку, если клиент очень расстроен."),
        "у права нет предела", "предел / числ / сколько", "назвать предел")
content("passed-down", SECTIONS + "escalation.yml", swap("  - id: covering-own", "to: head-of-care", "to: administrator"),
        "вопрос передают вниз", "ниже / вниз / ступен / rank / administrator / прав", "передать старшему", near=4)

# Questions
content("two-right-answers", NO_SHOW, swap("  - id: first-words", "      - text: Сегодня ничего, напишу завтра", "      - text: Сегодня ничего, напишу завтра\n        right: true"),
        "у вопроса два верных ответа", "верн / right", "оставить один", near=12)
content("no-right-answer", NO_SHOW, swap("  - id: second-return", "        right: true\n", ""),
        "у вопроса нет верного ответа", "верн / right", "отметить верный", near=14)
content("one-option", QUALITY, line("  - id: low-nps", "options", "    options:\n      - text: Позвоню и спрошу, что исправить\n        right: true\n        because: Так мы узнаем причину."),
        "у вопроса один вариант", "вариант / option", "дописать варианты", near=6)
content("giveaway-by-length", RENEWAL, line("  - id: mother-thinks", "options", "    options:\n      - text: Уговорю\n        because: Давить нельзя.\n      - text: Отпущу\n        because: Так клиента теряют.\n      - text: Скажу, что место держу ещё три дня после последнего занятия, позвоню в названный день, и спрошу, что уточнить к этому дню\n        right: true\n        because: Решает клиент, а место за ним."),
        "верный вариант выдаёт длина", "длин / выда / подсказ / корот", "выровнять варианты", near=10)
content("options-alike", RESCHEDULE, line("  - id: new-class-within", "options", "    options:\n      - text: Занятие останется\n        right: true\n        because: Отменили вовремя.\n      - text: Занятие останется\n        because: Переносы кончились.\n      - text: Занятие спишется\n        because: Отмена была вовремя."),
        "два варианта одинаковы", "одинак / повтор / дважды / уже", "изменить вариант", near=8)

# Definitions
content("fact-unused", FACTS, tail("  - id: sauna-price\n    title: Цена сауны\n    value: 500 ₽"),
        "факт нигде не нужен", "sauna-price / нигде / не использ / ни раз", "удалить факт", near=4)
content("placeholder-unused", PLACEHOLDERS, tail("  - {id: dog-name, name: кличка собаки, example: Шарик}"),
        "вставка нигде не нужна", "dog-name / кличка / нигде / не использ / ни раз", "удалить вставку")
content("fact-forms-differ", FACTS, swap("  - id: trial-credit-time", "gen: 3 дней", "gen: 5 дней"),
        "в форме другое число, чем в значении", "форм / числ / значен", "исправить форму")
content("role-without-rights", ROLES, drop("  - id: director", "decides"),
        "у роли нет прав", "decides / решает / прав", "написать, что решает", near=10)
content("role-for-itself", ROLES, line("  - id: director", "substitutes", "    substitutes: [director]"),
        "роль заменяет сама себя", "сам / себя", "назвать другую роль")
content("role-unused", ROLES, tail("  - id: photographer\n    title: Фотограф\n    rank: 1\n    summary: Снимает праздники.\n    decides: [Когда снимать — до 2 раз в месяц]\n    contact: Звонок"),
        "роль нигде не нужна", "photographer / фотограф / нигде / не использ / ни раз", "удалить роль", near=7)
content("promise-without-number", PROMISES, line("  - id: wins-shown", "measure", "    measure: Смотрим, довольны ли люди."),
        "обещание нечем измерить", "числ / измер / measure", "назвать число")
content("promise-late", PROMISES, line("  - id: call-back-on-request", "section", "%L\n    waits: {from: first-visit/site-request, to: first-visit/callback, at_most: 1 мин}"),
        "ждать приходится дольше обещанного", "ждёт / ждет / ожида / дольше / мин", "поправить срок", near=4)
content("form-nobody-reads", RESOURCES, drop("  - id: once-form", "read_by"),
        "анкету никто не читает", "read_by / чита", "назвать, кто читает", near=8)
# fmt: on


FAULTS: tuple[Fault, ...] = (*FORMAT, *CONTENT)
