"""Words of a front desk with their forms: which cases and genders a noun, an adjective, a verb can stand in, as bits."""

from collections.abc import Iterator, Mapping
from functools import cache

from cjm.language.inflection import folded

# A bit for each case of each gender and of the plural: nominative, genitive, dative, accusative, instrumental, prepositional.
_CASES, _GENDERS = "ngdaip", "mfnp"


def _bits(*told: str) -> int:
    """«nm af»: nominative masculine, accusative feminine; «g*»: genitive of all."""
    found = 0
    for one in " ".join(told).split():
        for case in _CASES if one[0] == "*" else one[0]:
            for gender in _GENDERS if one[1] == "*" else one[1]:
                found |= 1 << (_CASES.index(case) * 4 + _GENDERS.index(gender))
    return found


NOMINATIVE, GENITIVE, PLURAL, ACCUSATIVE = _bits("n*"), _bits("g*"), _bits("*p"), _bits("a*")
SINGULAR = _bits("*m *f *n")
OF_GENDER: Mapping[str, int] = {gender: _bits(f"*{gender}") for gender in _GENDERS}

OF_CASE: Mapping[str, int] = {case: _bits(f"{case}*") for case in _CASES}

# «Карточка карточек»: the genitive of the plural where it is not the bare stem; «звонок звонк»: the stem where a vowel falls out.
_FEMININE = (
    "группа справка/справок карточка/карточек оплата запись/ заявка/заявок анкета ссылка/ссылок мама отмена пауза заморозка/заморозок скидка/скидок цена сумма касса"
    " раздевалка/раздевалок наклейка/наклеек неделя/недель минута секунда попытка/попыток ошибка/ошибок смена стойка/стоек бумага памятка/памяток папка/папок вода"
    " душевая- причина просьба жалоба встреча помощь/ очередь/ дверь/ подпись/ дата фамилия группа анкета таблица рассылка/рассылок беседа экскурсия проверка/проверок"
    " семья/семей бабушка/бабушек няня/нянь пятница среда суббота сумка/сумок комната экскурсия инструкция травма тревога квитанция процедура услуга консультация"
    " выписка/выписок расписка/расписок доставка/доставок покупка/покупок заявка/заявок сделка/сделок гостья- хозяйка/хозяек"
)
_NEUTER = "место/мест время- занятие сообщение расписание заявление обещание решение списание объяснение напоминание предложение согласие подтверждение письмо/писем правило/правил помещение замечание посещение оформление обращение лето слово/слов дело/дел число/чисел окно/окон событие условие утро имя- продление расстояние возвращение"
_MASCULINE = (
    "абонемент звонок/звонк возврат перенос адрес номер договор вопрос ответ отзыв бассейн срок чек браслет шкафчик телефон чат бот журнал список/списк остаток/остатк подарок/подарк"
    " сертификат вход выход урок визит час месяц год процент рубль балл этаж шаг раздел канал вариант понедельник вторник четверг купальник анализ кабинет терминал документ"
    " пакет заказ талон талончик порядок/порядк праздник отпуск приезд приход результат процесс запрос разговор"
)
_PEOPLE = "администратор коммуникатор инструктор клиент директор тренер врач- руководитель родитель преподаватель сотрудник менеджер гость пациент техник дежурный- новичок/новичк ученик ребенок- пациент покупатель посетитель мастер охранник юрист бухгалтер"
_OTHER = {
    "день": "nm am", "дня": "gm", "дню": "dm", "днем": "im", "дне": "pm", "дни": "np ap", "дней": "gp", "дням": "dp", "днями": "ip", "днях": "pp",
    "ребенок": "nm", "ребенка": "gm am", "ребенку": "dm", "ребенком": "im", "ребенке": "pm", "дети": "np", "детей": "gp ap", "детям": "dp", "детьми": "ip", "детях": "pp",
    "время": "nn an", "времени": "gn dn pn", "временем": "in", "имя": "nn an", "имени": "gn dn pn", "именем": "in",
    "деньги": "np ap", "денег": "gp", "деньгам": "dp", "деньгами": "ip", "деньгах": "pp",
    "человек": "nm gp ap", "человека": "gm am", "человеку": "dm", "человеком": "im", "человеке": "pm", "люди": "np", "людей": "gp ap", "людям": "dp", "людьми": "ip", "людях": "pp",
    "раз": "nm am gp", "раза": "gm", "разу": "dm", "разом": "im", "разе": "pm", "разы": "np ap", "разам": "dp", "разами": "ip", "разах": "pp",
    "семью": "if im in ip", "гости": "ap",  # «с семью детьми», «в гости»
    "бота": "am",  # as of somebody
    "году": "pm", "часу": "pm", "лет": "gp",
    "врач": "nm", "врача": "gm am", "врачу": "dm", "врачом": "im", "враче": "pm", "врачи": "np", "врачей": "gp ap", "врачам": "dp", "врачами": "ip",
}  # fmt: skip
COUNTED = ("минут", "секунд", "час", "день", "дня", "дню", "днем", "дне", "дни", "дней", "дням", "днями", "днях", "недел", "месяц", "год", "лет", "раз", "заняти", "рубл", "процент", "балл", "перенос", "попыт", "звон", "вопрос", "ошиб", "мест")  # fmt: skip
TIMES = ("минут", "секунд", "час", "ден", "дн", "недел", "месяц", "год", "лет", "раз", "лето", "утро", "понедельник", "вторник", "сред", "четверг", "пятниц", "суббот")  # fmt: skip

_ADJECTIVES = """\
нов перв- втор- последн~ следующ~ свободн пробн- разов- мал- больш- маленьк~ син~ желт красн зелен бел черн стар старш~- дежурн- детск~ взросл- семейн личн важн нужн правильн неправильн верн неверн
точн повторн прошл ближайш~ вечерн~ утренн~ дневн ночн письменн устн готов оплаченн отмененн перенесенн списанн пропущенн записанн подарочн полн пуст чист тепл холодн горяч~
общ~ обычн срочн понятн коротк~ длинн быстр медленн хорош~ плох вежлив просторн уютн удобн ваш- наш- кажд- люб- друг~- эт- одн- лишн~ соседн~ домашн~ медицинск~ страхов клиентск~ рабоч~- выходн- праздничн неоплаченн подробн итогов
"""
_HARD = {
    "ый": "nm am", "ой": "nm am gf df if pf", "ий": "nm am", "ая": "nf", "ое": "nn an", "ого": "gm gn am", "ому": "dm dn", "ую": "af", "ым": "im in dp", "им": "im in dp", "ом": "pm pn",
    "ые": "np ap", "ие": "np ap", "ых": "gp pp ap gm gf gn", "их": "gp pp ap gm gf gn", "ыми": "ip", "ими": "ip",
}  # fmt: skip
_SOFT = {
    "ий": "nm am", "яя": "nf", "ая": "nf", "ее": "nn an", "ое": "nn an", "его": "gm gn am", "ого": "gm gn am", "ему": "dm dn", "ому": "dm dn", "юю": "af", "ую": "af", "им": "im in dp", "ем": "pm pn", "ом": "pm pn",
    "ей": "gf df if pf", "ой": "gf df if pf nm am", "ие": "np ap", "их": "gp pp ap gm gf gn", "ими": "ip",
}  # fmt: skip
_OWN_FORMS = {  # of words like «наш», «этот», «один»
    "ваш": {"": "nm am", "а": "nf", "е": "nn an", "его": "gm gn am", "ему": "dm dn", "у": "af", "им": "im in dp", "ем": "pm pn", "ей": "gf df if pf", "и": "np ap", "их": "gp pp ap gm gf gn", "ими": "ip"},
    "эт": {"от": "nm am", "а": "nf", "у": "af", "ой": "gf df if pf", "и": "np ap"},
    "од": {"ин": "nm am", "на": "nf", "но": "nn an", "ного": "gm gn am", "ному": "dm dn", "ну": "af", "ним": "im in dp", "ном": "pm pn", "ной": "gf df if pf"},
}  # fmt: skip
PREPOSITIONS: Mapping[str, int] = {
    **dict.fromkeys(("без", "для", "от", "из", "до", "у", "после", "около", "кроме", "вместо", "возле", "из-за"), _bits("g*")),
    **dict.fromkeys(("к", "ко", "благодаря", "согласно"), _bits("d*")), **dict.fromkeys(("про", "через"), _bits("a*")),
    **dict.fromkeys(("над", "перед"), _bits("i*")), "между": _bits("i* g*"), **dict.fromkeys(("с", "со"), _bits("g* i*")), **dict.fromkeys(("о", "об"), _bits("p* a*")),
    **dict.fromkeys(("в", "во", "на"), _bits("a* p*")), **dict.fromkeys(("за", "под"), _bits("a* i*")), "по": _bits("d* a* p*"), "при": _bits("p*"),
}  # fmt: skip
NUMERALS: Mapping[str, int] = {
    "два": 2,
    "две": 2,
    "три": 3,
    "четыре": 4,
    "пять": 5,
    "шесть": 6,
    "семь": 7,
    "восемь": 8,
    "девять": 9,
    "десять": 10,
    "пятнадцать": 15,
    "двадцать": 20,
    "тридцать": 30,
}


@cache
def nouns() -> Mapping[str, int]:
    """The forms of nouns, each with all that it can be."""
    found: dict[str, int] = {}
    told = (
        (form, bits)
        for words, gender in ((_FEMININE, "f"), (_NEUTER, "n"), (_MASCULINE, "m"), (_PEOPLE, "h"))
        for word in words.split()
        for form, bits in _declined(word, gender)
    )
    for form, bits in (*told, *_OTHER.items()):
        found[form] = found.get(form, 0) | _bits(bits)
    return found


@cache
def adjectives() -> tuple[Mapping[str, int], frozenset[str]]:
    """The forms of adjectives, and those of them that may stand without a noun."""
    found: dict[str, int] = {}
    alone = set[str]()
    for one in _ADJECTIVES.split():
        stem = one.strip("~-")
        forms = _OWN_FORMS.get({"наш": "ваш", "одн": "од"}.get(stem, stem)) or (_SOFT if "~" in one else _HARD)
        own = forms is not _HARD and forms is not _SOFT
        for ending, bits in forms.items():
            if not own and ending[0] in "иы" and "~" not in one and (ending[0] == "и") != (stem[-1] in "кгхжшчщ"):
                continue
            form = ("од" if stem == "одн" else stem) + ending
            found[form] = found.get(form, 0) | _bits(bits)
            alone.update([form] if one.endswith("-") or ending in ("ое", "ее") else ())  # «личное клиента»
    return found, frozenset(alone)


_PAST = "осталс началс закончилс кончилс отменилс появилс освободилс открылс закрылс сдвинулс нашелс потерялс"
_SHORT = "отменен перенесен оплачен закрыт открыт занят готов записан списан согласован назначен подписан выдан отправлен получен"


@cache
def verbs() -> Mapping[str, str]:
    """Verbs in the past and short participles that agree in gender: the form, and its gender or «p»."""
    found = {
        "прошел": "m",
        "прошла": "f",
        "прошло": "n",
        "прошли": "p",
        "пришел": "m",
        "пришла": "f",
        "пришло": "n",
        "пришли": "p",
        "нужен": "m",
        "нужна": "f",
        "нужно": "n",
        "нужны": "p",
        "истек": "m",
        "истекла": "f",
        "истекло": "n",
        "свободен": "m",
        "свободна": "f",
        "свободно": "n",
        "свободны": "p",
    }
    for stem in _PAST.split():
        bare = stem[:-1].removesuffix("ел") + "л" if stem == "нашелс" else stem[:-1]
        found |= {f"{stem}я": "m", f"{bare}ась": "f", f"{bare}ось": "n", f"{bare}ись": "p"}
    for stem in _SHORT.split():
        found |= {stem: "m", f"{stem}а": "f", f"{stem}о": "n", f"{stem}ы": "p"}
    return found


PERSONS: Mapping[str, str] = {  # in whatever gender they act
    "вы": "p", "мы": "p", "они": "p", "он": "m", "она": "f", "дети": "p", "родители": "p", "клиенты": "p", "ребенок": "m", "папа": "m", "дедушка": "m", "мальчик": "m", "сын": "m",
    "мама": "f", "бабушка": "f", "няня": "f", "девочка": "f", "дочка": "f", "дочь": "f", "семья": "f",
}  # fmt: skip
_STATES = [
    "долж|на|но|ны",
    "готов|а|о|ы",
    "уверен|а|о|ы",
    "соглас|на|но|ны",
    "рад|а|о|ы",
    "записан|а|о|ы",
    "довол|ьна|ьно|ьны",
    "здоров|а|о|ы",
    "свобод|на|но|ны",
    "занят|а|о|ы",
]
_NO_PAST = frozenset(
    (
        "если",
        "или",
        "дали",
        "вдали",
        "издали",
        "тепло",
        "мало",
        "тяжело",
        "весело",
        "светло",
        "смело",
        "вяло",
        "стол",
        "зал",
        "пол",
        "стул",
        "персонал",
        "сигнал",
        "отдел",
        "предел",
        "футбол",
        "угол",
        "материал",
        "школа",
        "сила",
        "мыла",
        "масла",
        "цели",
        "роли",
        "дела",
        "тела",
        "едва-ли",
        "едва",
        "ушла-ли",
    )
)


def acts(word: str) -> str:
    """The gender in which a verb in the past, or a word like «готова», stands; nothing where it is neither."""
    for gender, ends in (("m", ("лся", "л")), ("f", ("лась", "ла")), ("n", ("лось", "ло")), ("p", ("лись", "ли"))):
        if word.endswith(ends) and len(word) > len("ждал") - 1 and word not in _NO_PAST and word not in nouns():
            return gender
    return _states().get(word) or _NOW.get(word, "")


_ONE = [
    "стоит",
    "лежит",
    "идет",
    "ждет",
    "хочет",
    "может",
    "придет",
    "будет",
    "звонит",
    "пишет",
    "спрашивает",
    "говорит",
    "платит",
    "уходит",
    "просит",
    "знает",
    "болеет",
    "опаздывает",
    "ходит",
    "берет",
    "видит",
    "слышит",
]
_SEVERAL = [
    "стоят",
    "лежат",
    "идут",
    "ждут",
    "хотят",
    "могут",
    "придут",
    "будут",
    "звонят",
    "пишут",
    "спрашивают",
    "говорят",
    "платят",
    "уходят",
    "просят",
    "знают",
    "болеют",
    "опаздывают",
    "ходят",
    "берут",
    "видят",
    "слышат",
]
_NOW: Mapping[str, str] = dict.fromkeys(_ONE, "s") | dict.fromkeys(_SEVERAL, "p")  # of one, whoever he is; of several


@cache
def _states() -> Mapping[str, str]:
    found: dict[str, str] = {"должен": "m", "согласен": "m", "доволен": "m", "свободен": "m"}
    for one in _STATES:
        stem, *ends = one.split("|")
        found |= {
            stem + end: gender
            for end, gender in zip(("", *ends), "mfnp", strict=True)
            if stem + end not in ("долж", "соглас", "довол", "свобод")
        }
    return found


# Private functions


def _declined(told: str, gender: str) -> Iterator[tuple[str, str]]:
    word, _, other = told.partition("/")
    word = folded(word)
    if word.endswith("-"):
        return
    if gender == "f":
        yield from _feminine(word, other)
    elif gender == "n":
        yield from _neuter(word, other)
    else:
        yield from _masculine(word, other, gender == "h")


def _formed(stem: str, endings: str, gender: str, people: bool = False) -> Iterator[tuple[str, str]]:
    """Twelve endings: six cases of the singular, six of the plural; «=» for the accusative that is the nominative, of people the genitive."""
    told = endings.replace("0", "").split(",")
    for number, ending in enumerate(told):
        case, sort = _CASES[number % 6], gender if number < 6 else "p"
        if ending == "=":
            like = (1 if people else 0) + (6 if number > 6 else 0)
            ending = told[like]
        yield (ending[1:] if ending.startswith("!") else stem + ending), f"{case}{sort}"


def _feminine(word: str, other: str) -> Iterator[tuple[str, str]]:
    stem = word[:-1]
    people = word in ("мама", "бабушка", "няня", "хозяйка")
    if word.endswith("ь"):
        yield from _formed(stem, "ь,и,и,ь,ью,и,и,ей,ям,=,ями,ях", "f")
    elif word.endswith("ия"):
        yield from _formed(stem, "я,и,и,ю,ей,и,и,й,ям,=,ями,ях", "f")
    elif word.endswith("я"):
        yield from _formed(stem, f"я,и,е,ю,ей,е,и,!{other},ям,=,ями,ях", "f", people)
    else:
        many = "и" if stem[-1] in "кгхжшчщ" else "ы"
        with_whom = "ей" if stem[-1] in "цжшчщ" else "ой"
        yield from _formed(stem, f"а,{many},е,у,{with_whom},е,{many},!{other or stem},ам,=,ами,ах", "f", people)


def _neuter(word: str, other: str) -> Iterator[tuple[str, str]]:
    stem = word[:-1]
    if word.endswith("ие"):
        yield from _formed(stem, "е,я,ю,=,ем,и,я,й,ям,=,ями,ях", "n")
    else:
        yield from _formed(stem, f"о,а,у,=,ом,е,а,!{other or stem},ам,=,ами,ах", "n")


def _masculine(word: str, other: str, people: bool) -> Iterator[tuple[str, str]]:
    if word.endswith("ь"):
        yield from _formed(word[:-1], "ь,я,ю,=,ем,е,и,ей,ям,=,ями,ях", "m", people)
        return
    stem = other or word
    many = "и" if stem[-1] in "кгхжшчщ" else "ы"
    of_many, by = ("ев", "ем") if stem[-1] == "ц" else ("ов", "ом")
    irregular = {
        "договор": "договоры",
        "адрес": "адреса",
        "номер": "номера",
        "отпуск": "отпуска",
        "директор": "директора",
        "тренер": "тренеры",
        "мастер": "мастера",
    }.get(word, "")
    first = f"!{irregular}" if irregular else many
    yield from _formed(stem, f"!{word},а,у,=,{by},е,{first},{of_many},ам,=,ами,ах", "m", people)
    if word in ("час", "год"):
        yield f"{word}у", "pm"
