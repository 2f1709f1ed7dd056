"""By which words a line shows what it is: a promise's heading, a greeting, a term, an address, a rhythm, an unfinished place."""

import re

PROMISE = re.compile(r"(?:мы\s+)?обеща(?:ние|ния|ем)\s+(.+)$", re.IGNORECASE)
CUSTOMER = re.compile(r"(?:ваш|наш|ваши|наши|внутренни[ей])?\s*заказчик", re.IGNORECASE)
SUPPLIER = re.compile(r"(?:ваш|наш|ваши|наши|внутренни[ей])?\s*исполнител", re.IGNORECASE)
SCRIPT = re.compile(
    r"(?:шаблон|скрипты?|речевой модуль|текст (?:сообщения|письма|рассылки|смс|для)|пример (?:сообщения|письма|разговора|диалога|ответа)"
    r"|что (?:сказать|говорить|написать|отвечать)|сообщение|письмо|template|script|sample (?:message|letter))\b",
    re.IGNORECASE,
)
FORBIDDEN = re.compile(
    r"(?:нельзя|запрещ|никогда|не допускается|недопустимо|чего не|не делайте|не говорите|never|do not|forbidden)",
    re.IGNORECASE,
)
DUTIES = re.compile(r"(?:общие |основные |должностные )?(?:задачи|обязанности|функции)\b", re.IGNORECASE)
GREETING = re.compile(
    r"(?:(?:[<_\[«(][^>\]_»)]{1,30}[>\]_»)]|[А-ЯЁ][а-яё]+)[,!]?\s+)?(?:добр(?:ый|ое|ого) (?:день|вечер|утро|время|дня)|здравствуйте|приветству(?:ем|ю)|привет[,! ]"
    r"|уважаем(?:ый|ая|ые)|благодарим вас|спасибо, что|hello\b|dear\b|good (?:morning|afternoon|evening))",
    re.IGNORECASE,
)
TERM = re.compile(r"([A-ZА-ЯЁ«\"][^.?!:;—–]{1,60}?)\s+[—–-]\s+это\s+(.{8,})$", re.DOTALL)
ABBREVIATION = re.compile(r"([A-ZА-ЯЁ]{2,6}(?: ?\([^)]{3,60}\))?)\s+[—–-]\s+(.{8,})$", re.DOTALL)
QUOTED = re.compile(r"(.{3,60}?):\s*[«\"“„](.{6,})[»\"”“]\.?$", re.DOTALL)  # «Скажите клиенту: „…“»
WRITES = re.compile(r"\b(?:напиш|отправ|пиш|write|send|text)", re.IGNORECASE)
_SAYS = "говорит|скажет|спрашивает|спросит|возмущается|возражает|жалуется|недоволен"
_CLIENT = "клиент|гость|покупатель|пациент|родитель|посетитель"
CLIENT_SAYS = re.compile(
    rf"(?:(?:{_CLIENT})\w*\s*(?:{_SAYS})?\s*[:—–-]\s*)?[«\"“]([^»\"”]{{4,150}}[?!.…]?)[»\"”][.!?]?$",
    re.IGNORECASE,
)
# «Возражение: дорого» with its answer on the next line
OBJECTION = re.compile(
    r"(?:возражение|претензия|objection|complaint)\s*№?\s*\d*\s*[:.—–-]\s*[«\"“]?(.{3,150}?)[»\"”]?\.?$", re.IGNORECASE
)
_LEAD = (
    rf"(?:возражение|претензия|objection|complaint)\s*№?\s*\d*|(?:(?:если|когда)\s+)?(?:{_CLIENT})\w*\s+(?:{_SAYS})"
    r"|(?:(?:if|when)\s+)?(?:the |a |your )?(?:client|customer|guest)\s+(?:says|asks|complains|objects)"
)
_REPLY = (
    r"(?:то\s+)?(?:мы\s+|надо\s+|нужно\s+|следует\s+)?(?:(?:наш\s+)?ответ(?:ить|ьте|им)?|отвеча(?:ем|йте)|скажите|говорите|говорим"
    r"|(?:our |the )?(?:response|answer|reply)|(?:we |you )?(?:answer|reply|respond|say))(?:\s+(?:так|ему|with|клиенту))?"
)
# One sentence with both: «Если клиент говорит: „дорого“ — ответ: „…“», "Objection: too expensive. Response: …"
ANSWERED = re.compile(
    rf"(?:{_LEAD})\s*(?:[:—–,-]?\s*[«\"“„](?P<quoted>[^»\"”“]{{2,200}})[»\"”“]|[:—–-]\s*(?P<bare>[^«\"“„:]{{3,150}}?))\s*[.,;:—–-]*\s*"
    rf"{_REPLY}\s*[:—–-]?\s*(?P<answer>[^\s:—–-].{{2,}})$",
    re.IGNORECASE | re.DOTALL,
)
NEXT_OBJECTION = re.compile(rf"(?<=[.!?;»\"”])\s+(?=(?:{_LEAD})\b)", re.IGNORECASE)
QUESTION_OF = re.compile(r"(?:вопрос|question|q|в)\s*\d*\s*[:.]\s*(.+)$", re.IGNORECASE)
ANSWER_OF = re.compile(
    r"(?:(?:что )?ответ(?:ить|ьте)?|отвеча(?:ем|йте)|answer|response|reply|a|о)\s*\d*\s*[:.]\s*(.+)$",
    re.IGNORECASE | re.DOTALL,
)
ANSWERABLE = re.compile(
    r"(?:ответственн|отвечает за|контакт|телефон|тел\.|автор|составил|утвер|исполнитель:|responsible|contact|author|approved)",
    re.IGNORECASE,
)
TO_ASK = re.compile(
    r"\?\?|\b(?:todo|tbd|уточнить|дописать|доработать|в разработке|будет позже|узнать у|согласовать|придумать|дополнить|спросить у)\b|\bздесь будет\b|^\W*_{3,}\W*$",
    re.IGNORECASE,
)
RHYTHM = re.compile(
    r"\b(?:(?:не реже |не чаще )?(?:\d+(?:[–-]\d+)?\s+раза?|раз|один раз|два раза|дважды)\s+в\s+(?:\w+\s+)?(?:день|недел\w+|месяц\w*|год\w*|квартал\w*|час\w*)"
    r"|ежедневно|еженедельно|ежемесячно|ежеквартально|ежегодно|кажд(?:ый|ую|ое|ые)\s+(?:\w+\s+)?(?:день|утро|вечер|недел\w+|месяц|понедельник|вторник|сред\w|четверг|пятниц\w|суббот\w|воскресенье|час|смену)"
    r"|по (?:понедельникам|вторникам|средам|четвергам|пятницам|субботам|воскресеньям|будням|выходным))\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>«»|]+[^\s<>«»|\".,;:!?)]")
SCRAP = re.compile(
    r"©.{0,80}$|(?:copyright|все права защищены|читайте также|похожие (?:статьи|материалы)|поделиться|подписаться|оставить комментарий|меню|навигация|"
    r"политика конфиденциальности|cookie|войти|регистрация|наверх|назад|далее|читать далее|share|subscribe|related posts?)\b.{0,60}$",
    re.IGNORECASE,
)
BLANK = re.compile(
    r"_{3,}|(?:\.{5,}|…{2,})|\[имя\]|\[телефон\]|\[почта\]|(?<![\w<])_([А-ЯЁа-яё][^_<>\n]{0,30})_(?!\w)|<([^<>\n]{1,40})>|\{([^{}\n]{1,60})\}"
)
VALUE = re.compile(
    r"\d[\d ]*(?:[.,]\d+)?\s?(?:₽|руб\w*|%|мин\w*|час\w*|дн\w+|недел\w+|месяц\w*|человек|раз\w?)|\b\d{1,2}:\d{2}\b"
)

_FORM = re.compile(r"forms?\.|/forms?/|forms\.gle|anket|survey|typeform|quiz|poll", re.IGNORECASE)
_FORM_WORD = re.compile(r"\b(?:анкет|форм[аыуе]\b|опрос|form\b|survey)", re.IGNORECASE)
_FILE = re.compile(
    r"docs\.google|spreadsheets|drive\.google|disk\.yandex|yadi\.sk|dropbox|\.(?:docx?|xlsx?|pdf|pptx?)(?:$|\?)",
    re.IGNORECASE,
)
_CHAT = re.compile(r"t\.me/|wa\.me/|chat\.whatsapp|vk\.me/|max\.ru/", re.IGNORECASE)


def resource_kind(title: str, address: str) -> str:
    """What an address leads to: a form, a file, a chat, else a page."""
    if _FORM.search(address) or _FORM_WORD.search(title):
        return "form"
    if _CHAT.search(address):
        return "chat"
    return "file" if _FILE.search(address) else "page"
