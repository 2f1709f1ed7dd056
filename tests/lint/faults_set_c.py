"""Set C of faults: mistakes a consultant in a hurry would make in the reference handbook.

Written by an outsider who had read the first page and the list of fields only — not the rules, not the code of the
linter, not its tests — and who never ran the linter on them. Nobody adapts a rule or a message to one of them: they are
measured once, and the number is written down as it comes. A fault whose place in the handbook has since been edited away
may get a new anchor, nothing else.
"""

from tests.lint.planting import Edit, Fault, NoPlaceError, apply, drop, line, sub

__all__ = ["FAULTS", "NoPlaceError", "apply"]


# fmt: off
H, NS, FV, CF = "guideline/handbook.yml", "guideline/sections/no-show.yml", "touchpoints/first-visit.yml", "touchpoints/conflict.yml"
FA, RO, EM, BA = "guideline/facts.yml", "guideline/roles.yml", "guideline/sections/emergency.yml", "guideline/sections/balance.yml"
DU, PL, TR, SE = "guideline/duties.yml", "guideline/placeholders.yml", "guideline/training.yml", "guideline/search.yml"
PO, PR, IN, IM = "guideline/policies.yml", "guideline/promises.yml", "guideline/indices.yml", "guideline/improvements.yml"
RE, GL, CT, WO, RS = ("guideline/resources.yml", "guideline/glossary.yml", "guideline/client-types.yml", "guideline/words.yml",
                      "guideline/sections/reschedule.yml")


def _f(id: str, file: str, cause: str, words: str, repair: str, edit: Edit | None = None, **more: object) -> Fault:
    return Fault(id, "format", file, cause, tuple(words.split("|")), repair, edit, **more)  # type: ignore[arg-type]


def _c(id: str, file: str, cause: str, words: str, repair: str, edit: Edit | None = None, **more: object) -> Fault:
    return Fault(id, "content", file, cause, tuple(words.split("|")), repair, edit, **more)  # type: ignore[arg-type]


FORMAT: tuple[Fault, ...] = (
    _f("tab-indent", NS, "Отступ сделан табуляцией.", "табул|tab|отступ", "Поставить пробелы.", sub("    look_for: [ребёнка нет на занятии]", "\tlook_for: [ребёнка нет на занятии]")),
    _f("no-space-colon", NS, "После двоеточия у owner нет пробела.", "пробел|двоеточ", "Поставить пробел.", sub("owner: pavel-gromov", "owner:pavel-gromov")),
    _f("colon-in-text", NS, "В тексте без кавычек двоеточие с пробелом.", "кавыч|двоеточ", "Взять в кавычки.", sub("do: Напишите без упрёка. О", "do: Напишите без упрёка: О")),
    _f("open-quote", H, "Кавычка у времени не закрыта.", "кавыч", "Закрыть кавычку.", sub('title: Стойка открыта, time: "{{ club-hours }}"}', 'title: Стойка открыта, time: "{{ club-hours }}}')),
    _f("open-bracket", H, "Квадратная скобка списка не закрыта.", "скобк|]", "Закрыть скобку.", sub("sections: [renewal, win-back]", "sections: [renewal, win-back")),
    _f("open-brace", PL, "Фигурная скобка не закрыта.", "скобк|}", "Закрыть скобку.", sub("example: Миша}", "example: Миша")),
    _f("typographic-quotes", FA, "Адрес бота взят в кавычки-лапки, и @ стоит в начале без настоящих кавычек.", "кавыч|@|лапк", "Поставить прямые кавычки.", sub('"@korablik_bot"', "@korablik_bot")),
    _f("cyrillic-id", PL, "В id русская буква «с».", "латин|кирил|русск", "Набрать латиницей.", sub("id: client-name,", "id: сlient-name,")),
    _f("id-underscore", FA, "В id подчёркивание вместо дефиса.", "дефис|латин|_|till", "Написать через дефис.", sub("id: till-float", "id: till_float")),
    _f("key-russian", NS, "Ключ owner написан по-русски.", "владел|owner|поле|ключ", "Написать owner.", sub("owner: pavel-gromov", "владелец: pavel-gromov")),
    _f("key-typo-title", NS, "Опечатка в ключе title.", "title|titel", "Написать title.", sub("title: Клиент не пришёл", "titel: Клиент не пришёл")),
    _f("key-capital", NS, "Ключ purpose с большой буквы.", "purpose", "Написать строчными.", sub("purpose: В тот", "Purpose: В тот")),
    _f("dup-key", NS, "Ключ owner записан дважды.", "дважды|повтор|owner|уже", "Оставить одну строку.", sub("owner: pavel-gromov", "owner: pavel-gromov\nowner: irina-lapteva"), near=3),
    _f("merge-marks", RO, "Остались метки слияния git.", "слиян|<<<<|git|метк", "Убрать метки.", sub("    title: Коммуникатор\n", "<<<<<<< HEAD\n    title: Коммуникатор\n=======\n    title: Коммуникатор клуба\n>>>>>>> new\n"), near=4),
    _f("date-dots", NS, "Дата записана через точки.", "дат|2026-", "Написать 2026-11-10.", sub("reviewed: 2026-11-10", "reviewed: 10.11.2026")),
    _f("date-impossible", EM, "31 ноября не бывает.", "дат|31|дня|нет так", "Поставить верный день.", sub("reviewed: 2026-11-20", "reviewed: 2026-11-31")),
    _f("wait-seconds", FV, "Единица времени «минуточек» непонятна.", "врем|мин|wait|единиц", "Написать 15 мин.", sub("        wait: 15 мин\n        meanwhile: Видит на экране", "        wait: 15 минуточек\n        meanwhile: Видит на экране")),
    _f("wait-bare", CF, "У ожидания число без единицы.", "единиц|мин|wait|врем", "Дописать единицу.", sub("wait: 7 дней", "wait: 7")),
    _f("emotion-word", CF, "Эмоция словом вместо числа.", "числ|emotion", "Поставить число.", sub("        backstage: Разбирает тот, кто первого решения не принимал\n        wait: 7 дней\n        meanwhile: \"Есть номер обращения и день ответа\"\n        emotion: 0", "        backstage: Разбирает тот, кто первого решения не принимал\n        wait: 7 дней\n        meanwhile: \"Есть номер обращения и день ответа\"\n        emotion: спокоен"), at=0, near=4),
    _f("emotion-five", CF, "Эмоция больше двух.", "2|emotion|больш", "Поставить от −2 до 2.", sub("        emotion: 1\n        pains: [Обычно", "        emotion: 5\n        pains: [Обычно")),
    _f("bool-da", CF, "moment_of_truth — «да» вместо true.", "true|moment_of_truth", "Написать true.", line("      - id: own-offer", "moment_of_truth", "        moment_of_truth: да")),
    _f("enter-wrong", CF, "enter принимает только anywhere.", "anywhere|enter", "Написать anywhere.", sub("enter: anywhere", "enter: everywhere")),
    _f("channel-wrong", FV, "Канала telephone нет.", "канал|telephone|phone", "Написать phone.", line("      - id: first-call", "channel", "        channel: telephone")),
    _f("contact-wrong", FV, "contact: human — нет такого значения.", "contact|person|human", "Написать person.", line("      - id: walk-in", "contact", "        contact: human")),
    _f("next-no-dash", CF, "В next потеряно тире.", "список|тире|дефис|отступ|- ", "Вернуть тире.", sub("          - {to: promise-done, when: согласен}", "          {to: promise-done, when: согласен}")),
    _f("id-dash-lost", CF, "У точки потеряно тире перед id.", "тире|дефис|отступ|дважды|повтор|- ", "Вернуть тире.", sub("      - id: second-offer", "        id: second-offer")),
    _f("list-glued", NS, "После тире нет пробела.", "пробел|тире|дефис", "Поставить пробел.", sub("  - не пришли и не предупредили", "  -не пришли и не предупредили")),
    _f("use-wrong", NS, "use: test — нет такого.", "practice|exam|use", "Написать exam.", line("  - id: only-write", "use", "    use: test")),
    _f("right-string", NS, "right: верно вместо true.", "true|right", "Написать true.", sub("      - text: Напишу последний раз, сразу с новым временем\n        right: true", "      - text: Напишу последний раз, сразу с новым временем\n        right: верно"), near=3),
    _f("missing-ask", NS, "У вопроса нет ask.", "ask|вопрос", "Дописать ask.", drop("  - id: second-return", "ask"), near=4),
    _f("missing-says", NS, "У конфликта нет says.", "says|клиент", "Дописать says.", drop("  - id: hospital", "says"), near=4),
    _f("missing-use", NS, "У вопроса нет use.", "use|экзамен|трениров", "Дописать use.", drop("  - id: first-words", "use"), near=4),
    _f("steps-map", NS, "Шаги записаны без списка: сломан отступ id.", "отступ|список|тире", "Выровнять.", sub("  - id: write\n", "   - id: write\n")),
    _f("block-deindent", NS, "Текст скрипта сдвинут влево.", "отступ", "Сдвинуть вправо.", sub("          <Имя>, здравствуйте! Это <моё имя> из «Кораблика». Сегодня", "    <Имя>, здравствуйте! Это <моё имя> из «Кораблика». Сегодня")),
    _f("fact-brace-unquoted", NS, "Подстановка в фигурных скобках без кавычек.", "кавыч|скобк|{{", "Взять в кавычки.", sub('within: "{{ no-show-write-time }} от начала"', "within: {{ no-show-write-time }} от начала")),
    _f("fact-one-brace", NS, "Факт в одинарных скобках.", "скобк|{{|факт", "Поставить двойные.", sub('within: "до {{ no-show-call-time }}"', 'within: "до { no-show-call-time }"')),
    _f("fact-unclosed", EM, "Факт не закрыт скобками.", "скобк|}}|факт|закры", "Закрыть.", sub("{{ lost-child-time.acc }}", "{{ lost-child-time.acc ")),
    _f("placeholder-unclosed", NS, "Вставка не закрыта угловой скобкой.", "скобк|>|встав|закры", "Закрыть.", sub("пусть <имя ребёнка> выздоравливает! Если", "пусть <имя ребёнка выздоравливает! Если")),
    _f("link-broken", NS, "Ссылка без закрывающей скобки.", "скобк|ссылк", "Закрыть.", sub("(section:double-check)", "(section:double-check")),
    _f("section-name-file", NS, "Имя раздела не как у файла.", "файл|no-show|имя", "Написать no-show.", sub("section: no-show\n", "section: noshow\n")),
    _f("journey-name-file", CF, "Имя пути не как у файла.", "файл|conflict|имя", "Написать conflict.", sub("journey: conflict", "journey: conflicts")),
    _f("ext-yaml", "guideline/indices.yml", "У файла расширение yaml.txt.", "файл|indices|расширен|yml", "Назвать indices.yml.", move="guideline/indices.yml.txt"),
    _f("copy-name", NS, "Осталась копия файла.", "копи|дважды|файл|повтор|уже", "Удалить копию.", copy="guideline/sections/no-show (1).yml"),
    _f("wrong-folder", "guideline/sections/balance.yml", "Раздел лежит не в sections.", "файл|sections|папк|balance", "Вернуть в sections.", move="guideline/balance.yml"),
    _f("cp1251", NS, "Файл в cp1251.", "utf-8|кодиров", "Сохранить в UTF-8.", raw=lambda b: b.decode().encode("cp1251", "replace")),
    _f("utf16", IN, "Файл в UTF-16.", "utf-8|кодиров|utf-16", "Сохранить в UTF-8.", raw=lambda b: b.decode().encode("utf-16")),
    _f("empty-file", IM, "Файл пуст.", "пуст", "Вернуть содержимое.", raw=lambda b: b""),
    _f("pass-string", TR, "pass словом.", "числ|pass", "Поставить 16.", sub("pass: 16", "pass: шестнадцать")),
    _f("rank-zero", RO, "rank не число.", "числ|rank", "Поставить число.", line("  - id: director", "rank", "    rank: высший")),
    _f("language-rus", H, "language: rus.", "ru|язык|language", "Написать ru.", sub("language: ru\n", "language: rus\n")),
    _f("every-month", H, "Срок пересмотра «полгода» не понят.", "врем|дней|every|срок", "Написать 180 дней.", sub("every: 180 дней", "every: полгода")),
    _f("icon-unknown", H, "Неизвестный значок канала.", "icon|знач", "Взять из списка.", sub("title: Почта, icon: mail", "title: Почта, icon: letter")),
    _f("title-long", H, "Название ситуации слишком длинное.", "знак|длин|32", "Сократить.", sub("title: Не пришли,", "title: Семья не пришла на занятие и не предупредила нас заранее,")),
    _f("profile-typo", H, "profile: realise.", "release|profile", "Написать release.", sub("profile: release", "profile: realise")),
    _f("has-typo", PO, "has: qestion.", "question|qestion|has", "Написать question.", sub("has: [standard, script, question]", "has: [standard, script, qestion]")),
    _f("state-ru", IM, "state по-русски.", "state|live|doing", "Написать doing.", sub("state: doing", "state: делаем")),
    _f("address-no-scheme", RE, "Адрес без https.", "https|адрес", "Дописать https://.", sub("address: https://crm.korablik.example", "address: crm korablik example")),
    _f("probe-no-comma", SE, "Нет запятой в пробе.", "запят|двоеточ", "Поставить запятую.", sub("{query: требует директора, section: escalation}", "{query: требует директора section: escalation}")),
    _f("terms-key", GL, "Верхний ключ term вместо terms.", "terms|term", "Написать terms.", sub("terms:\n  - id: moment-of-truth", "term:\n  - id: moment-of-truth")),
)

CONTENT: tuple[Fault, ...] = (
    _c("hours-backwards", FA, "Стойка закрывается раньше, чем открывается.", "21|8:00|час|раньше|позже", "Вернуть 8:00–21:00.", sub('title: Часы работы стойки\n    value: "8:00–21:00"', 'title: Часы работы стойки\n    value: "21:00–8:00"')),
    _c("hour-25", FA, "Часа 25:00 не бывает.", "25|врем|час", "Поставить 18:00.", sub('title: Сообщение накануне уходит\n    value: "18:00"', 'title: Сообщение накануне уходит\n    value: "25:00"')),
    _c("late-evening-message", FA, "Сообщение уходит после часов связи.", "23:00|час|позже|22:00|связ", "Поставить 18:00.", sub('title: Сообщение накануне уходит\n    value: "18:00"', 'title: Сообщение накануне уходит\n    value: "23:00"')),
    _c("price-by-hand", NS, "Срок справки написан числом вместо факта и другой.", "факт|illness|числ|дн", "Поставить факт.", sub("покажете справку в течение {{ illness-certificate-time.gen }}", "покажете справку в течение 45 дней")),
    _c("unknown-fact", NS, "Факта с таким именем нет.", "факт|no-show-phone-time", "Поставить верное имя.", sub('через 30 мин после сообщения, до {{ no-show-call-time }}', 'через 30 мин после сообщения, до {{ no-show-phone-time }}')),
    _c("unknown-form", EM, "У факта нет формы abl.", "форм|abl|падеж", "Поставить acc.", sub("{{ head-watch-time.acc }}", "{{ head-watch-time.abl }}")),
    _c("owner-unknown", NS, "Владельца раздела нет среди людей.", "owner|человек|люд|pavel|people", "Назвать человека из people.", sub("owner: pavel-gromov", "owner: pavel-smirnov")),
    _c("performer-unknown", NS, "Роли manager нет.", "рол|manager", "Назвать роль.", sub("performer: [communicator, administrator]", "performer: [communicator, manager]")),
    _c("step-unknown", NS, "Ветвь ведёт к шагу, которого нет.", "шаг|sick", "Написать ill.", sub("{when: ребёнок болеет, to: ill}", "{when: ребёнок болеет, to: sick}")),
    _c("section-unknown", NS, "Ссылка на раздел, которого нет.", "раздел|transfer", "Написать reschedule.", sub('to: "section:reschedule"', 'to: "section:transfer"')),
    _c("script-unknown", NS, "Шаг ссылается на скрипт, которого нет.", "скрипт|absent", "Написать missed.", line("  - id: write", "script", "    script: absent")),
    _c("endless-steps", NS, "Шаг ведёт назад к себе, и выхода нет.", "круг|конц|возвра|сам|цикл|бесконеч|раньше", "Вести дальше.", sub("{when: иначе, to: write}", "{when: иначе, to: make-sure}")),
    _c("no-else", BA, "Нет ветви «иначе»: не сказано, что делать с прочими.", "иначе|остальн|ветв|вариант|next", "Вернуть «иначе».", sub("      - {when: иначе, to: send}\n", "")),
    _c("same-when", CF, "Два одинаковых условия ведут в разные места.", "услови|одинаков|дважды|when", "Развести условия.", sub("{to: second-offer, when: хочет другое}", "{to: second-offer, when: согласен}")),
    _c("no-otherwise", CF, "Нет ветви для остальных случаев.", "otherwise|остальн|иначе|ветв", "Пометить otherwise.", sub("{to: head-answer, when: не договорились, otherwise: true}", "{to: head-answer, when: не договорились}")),
    _c("two-otherwise", CF, "Две ветви «для остальных».", "otherwise|остальн|иначе|две", "Оставить одну.", sub("{to: promise-done, when: решение изменили}", "{to: promise-done, when: решение изменили, otherwise: true}")),
    _c("endless-back", CF, "Возврат без предела повторений.", "at_most|возврат|круг|раз|бесконеч", "Вернуть at_most.", sub("back: true, at_most: 1, otherwise", "back: true, otherwise")),
    _c("back-forward", CF, "Вперёд помечено как возврат.", "back|возврат|вперёд|ранн", "Убрать back.", sub("{to: senior-call, when: больше наших прав, otherwise: true}\n      - id: second-offer", "{to: senior-call, when: больше наших прав, otherwise: true, back: true}\n      - id: second-offer"), near=3),
    _c("unreachable", FV, "В точку «Сообщение вместо звонка» больше нельзя попасть.", "попас|недостиж|missed-note|вход|ведёт", "Вернуть ветвь.", sub("          - {to: missed-note, when: не берёт трубку, otherwise: true}", "          - {to: interest-survey, when: не берёт трубку, otherwise: true}"), whole=True),
    _c("point-unknown", FV, "Ветвь ведёт к точке, которой нет.", "точк|callbak", "Написать callback.", sub("          - {to: callback}", "          - {to: callbak}")),
    _c("wait-promise", FV, "Ожидание первого звонка длиннее обещанного.", "ожид|nobody-waits|30 мин|дольше|обещ", "Вернуть 1 мин.", line("      - id: first-call", "wait", "        wait: 3 ч"), whole=True),
    _c("truth-no-standard", CF, "У момента истины нет стандарта.", "стандарт|standard|момент", "Вернуть standard.", drop("      - id: own-offer", "standard"), near=12),
    _c("person-no-role", CF, "Отвечает человек, а роль не названа.", "рол|role", "Назвать роль.", drop("      - id: find-fact", "role"), near=12),
    _c("standard-emergency", CF, "Стандарт указывает на раздел, которого нет.", "раздел|complaints", "Написать escalation.", line("      - id: appeal", "standard", "        standard: complaints")),
    _c("system-desk-role", CF, "Продукт отвечает, а названо лицо: contact product у разговора по телефону.", "contact|product|продукт|телефон", "Вернуть person.", line("      - id: head-answer", "contact", "        contact: product")),
    _c("no-entry", CF, "В путь некуда войти по телефону: точка без entry.", "entry|вход|попас|недостиж", "Вернуть entry.", drop("      - id: hear-on-phone", "entry"), near=14),
    _c("wait-no-meanwhile", CF, "Клиент ждёт семь дней и не знает чего.", "meanwhile|ожид|ждёт|ждет", "Вернуть meanwhile.", drop("      - id: appeal", "meanwhile"), near=10),
    _c("pass-down", NS, "Вопрос передают роли с меньшими правами или той же.", "прав|ступен|вниз|рол|rank", "Передать старшему.", sub("pass_on: {to: senior-administrator, when: без справки", "pass_on: {to: lifeguard, when: без справки")),
    _c("right-too-big", NS, "Право в разделе больше, чем у роли.", "прав|предел|решает|роли|goodwill", "Вернуть факт.", sub('"Вернуть {{ goodwill-return }} без справки — раз в полгода на семью."', '"Вернуть пять занятий без справки — раз в неделю."')),
    _c("two-right", NS, "Верными отмечены два противоположных ответа.", "верн|right|прав", "Оставить один.", sub("      - text: Позвоню один раз и извинюсь за звонок", "      - text: Позвоню один раз и извинюсь за звонок\n        right: true")),
    _c("none-right", NS, "Нет верного варианта.", "верн|right|прав", "Отметить верный.", sub("      - text: Спрошу у старшего и отвечу вам сегодня\n        right: true", "      - text: Спрошу у старшего и отвечу вам сегодня"), near=14),
    _c("right-longest", NS, "Верный ответ втрое длиннее прочих и выдаёт себя.", "длин|выда|угад", "Сократить.", sub("      - text: Напишу последний раз, сразу с новым временем", "      - text: Напишу последний раз, сразу с новым временем, потому что мы обещали этой семье не звонить, а место в группе для ребёнка всё равно надо предложить и записать попытку")),
    _c("same-options", NS, "Два варианта ответа одинаковы.", "одинаков|дважды|повтор|вариант", "Развести варианты.", sub("      - text: Возвращаю, времени прошло много", "      - text: Вернуть больше нельзя, занятие списано"), near=4),
    _c("one-option", BA, "После оплаты в начале раздела назван срок, которого шаг не держит: «сразу» и через год.", "год|срок|365|within|врем", "Вернуть срок.", sub("    within: 2 мин\n", "    within: 900 дней\n")),
    _c("ask-answers", NS, "В вопросе уже сказан ответ.", "ответ|вопрос|подсказ|выда", "Убрать ответ.", sub("ask: Папа забыл о занятии и просит вернуть. В карточке", "ask: Папа забыл о занятии и просит вернуть. Вы скажете «Спрошу у старшего и отвечу вам сегодня». В карточке")),
    _c("because-missing", NS, "У варианта не объяснено почему.", "because|почему|объясн", "Дописать because.", sub("\n        because: Для клиента это всё равно звонок от «Кораблика», и обещание нарушено.", ""), near=3),
    _c("banned-word", NS, "В словах клиенту запрещённое «надо было читать».", "надо было|запрещ|говор|слов", "Заменить.", sub("<Имя>, бывает. Место", "<Имя>, надо было читать договор. Место")),
    _c("wrong-term", NS, "«Тестовое занятие» вместо «пробное».", "тестов|пробн|термин|глоссар", "Написать пробное.", sub("{when: было пробное,", "{when: было тестовое занятие,")),
    _c("unknown-placeholder", NS, "Вставки <кличка питомца> нет в списке.", "встав|подстанов|питом", "Взять из списка.", sub("и <имя инструктора> спрашивает", "и <кличка питомца> спрашивает")),
    _c("unsayable-table", NS, "В словах вслух ссылка Markdown: её не произнести.", "ссылк|вслух|произн|markdown|разметк", "Сказать словами.", sub("<Имя>, бывает. Место", "<Имя>, бывает, см. [правила](https://korablik.example/rules). Место")),
    _c("unsayable-slash", NS, "В словах вслух «и/или» и сокращения.", "вслух|сокращ|произн|и/или|слэш|/", "Сказать словами.", sub("Вернуть сейчас или оставить на потом?", "Вернуть сейчас и/или оставить (см. п. 4.2 дог.)?")),
    _c("empty-words", NS, "Шаг из пустых слов: «при необходимости оперативно принять меры».", "пуст|необходим|оператив|общ|конкрет|мер", "Сказать, что делать.", sub("do: Поставьте следующее занятие и причину в карточку.", "do: При необходимости оперативно примите соответствующие меры.")),
    _c("todo-left", NS, "Осталась пометка «дописать».", "дописа|todo|чернов|пометк|заглуш", "Дописать.", sub("purpose: В тот же день", "purpose: TODO дописать. В тот же день")),
    _c("text-twice", NS, "Шаг слово в слово повторяет соседний.", "повтор|одинаков|дважды", "Убрать повтор.", sub("do: Если ответа нет, позвоните. Если стоит «только писать», не звоните.", "do: Напишите без упрёка. О списании пока ни слова.")),
    _c("phone-script-gone", NS, "Раздел о телефоне, а слов для телефона нет.", "телефон|phone|канал|скрипт", "Вернуть вариант.", sub("      - channel: phone\n", "      - channel: sign\n")),
    _c("never-no-instead", NS, "Запрещено, а что вместо — не сказано.", "instead|вместо", "Дописать instead.", sub("\n    instead: Спросите, всё ли хорошо. Причину назовут сами.", ""), near=3),
    _c("section-twice", H, "Раздел стоит в двух частях.", "дважды|двух|уже|no-show|повтор", "Убрать из одной.", sub("sections: [renewal, win-back]", "sections: [renewal, win-back, no-show]"), whole=True),
    _c("section-lost", H, "Раздел «Возвращение» не стоит ни в одной части.", "win-back|част", "Вернуть в часть.", sub("sections: [renewal, win-back]", "sections: [renewal]"), whole=True),
    _c("person-role-gone", H, "Роли accountant нет.", "рол|accountant", "Назвать роль.", sub("name: Ольга Ветрова, role: system", "name: Ольга Ветрова, role: accountant")),
    _c("nobody-approves", H, "Никто больше не утверждает разделы.", "утвержд|approv", "Вернуть approves.", lambda t: t.replace(", approves: true", ""), whole=True),
    _c("future-review", NS, "Пересмотрено в будущем.", "будущ|дат|reviewed|2031", "Поставить верную дату.", sub("reviewed: 2026-11-10", "reviewed: 2031-11-10")),
    _c("old-review", NS, "Раздел не пересматривали три года.", "пересм|срок|reviewed|2023", "Пересмотреть.", sub("reviewed: 2026-11-10", "reviewed: 2023-11-10")),
    _c("pass-more", TR, "Сдать надо 26 ответов из 20.", "20|26|pass|больше", "Поставить 16.", sub("pass: 16", "pass: 26")),
    _c("start-wrong-section", H, "Плитка ведёт к разделу, которого нет.", "раздел|fire", "Написать emergency.", sub("to: section:emergency", "to: section:fire")),
    _c("probe-wrong", SE, "Проба поиска ждёт не тот раздел.", "находит|поиск|найд|mailings|quality|запрос|проб", "Вернуть quality.", sub("{query: как считается нпс, section: quality}", "{query: как считается нпс, section: changing-room}")),
    _c("synonym-twice", SE, "Слово «абонемент» в двух группах синонимов.", "дважды|двух|синоним|уже|абонемент", "Убрать из одной.", sub("  - [остаток, баланс, осталось]", "  - [остаток, баланс, осталось, абонемент]")),
    _c("policy-broken", PO, "Обещано шагов меньше, чем есть на пути.", "шаг|short-way|длин|больше", "Вернуть 6.", sub("steps: 6", "steps: 1"), whole=True),
    _c("kpi-words", IN, "Цель больше ста процентов.", "цел|120|target|100|факт", "Вернуть факт.", sub('"не ниже {{ nps-target }}"', '"не ниже 120"')),
)

FAULTS: tuple[Fault, ...] = (*FORMAT, *CONTENT)
