"""A text in, the names of people in it that are written in Russian letters out: by the dictionary of word forms, and by what stands beside.

A word of the dictionary that is a name and something else is told by its place: «Вера в победу» and «Вера в отпуске».
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from cjm.language.dictionary import dictionary
from cjm.masking.hidden import Hidden
from cjm.masking.pet_names import is_pet_name

_WORD = re.compile(r"[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*")
# Where a capital says nothing of the word: at the start of a sentence, of a line, of what is quoted or listed.
_OPENS = re.compile(r"(?:^|[.!?…:;]\s|[\n\t«„“\"(•●–—]|\d[.)]\s|[-*]\s)\s*$")
_INITIALS = re.compile(
    r"(?<!\w)(?:[А-ЯЁ]\. ?){1,2}[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?!\w)|(?<!\w)[А-ЯЁ][а-яё]+ [А-ЯЁ]\. ?[А-ЯЁ]\."
    r"|(?<!\w)(?:[Дд]яд[яеюи]|[Тт][её]т[яеюи]|т\.) ?[А-ЯЁ][а-яё]+(?!\w)"
)
_OPENING, _CLOSING = ("«", "“", '"'), ("»", "”", '"')
_SAME = re.compile(r"[ \xa0]")
_LONGEST_LOWER = 4  # a word in small letters is a name only if it is long enough to be no slip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What the dictionary takes for names among other things, and a text about work means otherwise.
_WORDS_OF_WORK = _words(
    "или им для она они том мая май марта света слова ада рая рай дана ли ян ким тим ром бак бор мир рим крым дон дар али карта "
    "карты карте карту картой группа группы цель цели клуб бонус мастер мастера мастеру тренер админ лист листа касса урок роль "
    "роли время зал зала баня стол плата чат чата сайт сайта бот боты пол пост поста заявка лес лета лето король царь князь "
    "богдыхан день дня вход выход март сам сама сами тому пола поля машина цветы цвет тема темы вики налик дельфин дельфины дельфина буркини гайдлайн свет света свету светом куда"
)
_NOBODY = _words(
    "марс нептун юпитер меркурий микки маус барби винни пух шрек буратино чебурашка гена незнайка кощей москва сбер сбербанк тинькофф "
    "яндекс гугл ватсап вотсап вацап телеграм телеграмм вайбер инстаграм инстаграмм ютуб вконтакте авито озон вайлдберриз "
    "вайлдберис вб айфон андроид самсунг зум скайп мегафон билайн мтс теле ашан икеа госуслуги мир виза битрикс ворд эксель "
    "пятёрочка пятерочка магнит спартак динамо локомотив зенит арена олимп посейдон русь ока нева дон лада нива приора"
)
# Given names that the dictionary of word forms has only as other words, by their stems.
_ALSO_GIVEN = re.compile(
    r"(?:лиан|амели|рад|мир|ле|медин|софи|ксюх|нарек|эмир|гулноз|малик|амин|даниял|мелани|есени|злат|ассол|сафи|дари|арьян|август|рустик|хадижат|патимат|аишат|марьям"
    r"|карим|кеш|эрик|данис|азали|латиф|шахин)(?:а|ы|у|е|ой|ей|я|и|ю|ом|)$"
)
_NOT_NAMED = _words(
    "ради рады рад радом миром мире миру мир ле лей леи леей лею лее рядами августе августа августу дарить дари эмира карими"
)
_KIN = re.compile(
    r"(?:сын|доч|мам|пап|баб|дедушк|дедуш|нян|муж|жен|тренер|инструктор|педагог|администратор|админ|зовут|девочк|мальчик|реб[её]нк|"
    r"внук|внучк|подруг|друг|сосед|брат|сестр|племянни|директор|менеджер|спасател|коллег|фамили|имя|имени|подпис|бейдж|тетя|т[её]т|дяд|"
    r"воспитател|няня|гражданк|некто|товарищ|господин|госпож|уважаем|дорог)[а-яё]{0,5}$"
)
_REST = re.compile(r"[ .!,]*(?:[А-ЯЁ]\.? ?){0,2}[ .!,]*")
_BADGE = re.compile("бейдж|им[яе]|зовут|подпис")
_ROLES = re.compile(r"(?:сын|доч|мам|пап|баб|дед|нян|муж|жен|тренер|инструктор|педагог|админ|девочк|мальчик|реб|внук|внуч|подруг|друг|"
                    r"сосед|брат|сестр|директор|менеджер|спасател|клиент|мастер|привет|здравств|спасиб|семь|родител|тет|тёт|дяд|учител|врач|"
                    r"человек|старш|госпо|уважаем|дорог|наш|ваш|мо[йяие]|групп|команд|гость|гост|шкафчик|дорожк)")  # fmt: skip
# Beside these a name is of a place, a house or a hero.
_PLACE_BEFORE = re.compile(
    r"^(?:метро|станци|улиц|площад|бульвар|проспект|переул|сквер|кафе|ресторан|отел|гостиниц|бассейн|клуб|магазин|аптек|театр|"
    r"кинотеатр|музе|парк|санатори|лагер|групп|команд|дед|сант|город|посёлк|поселк|деревн|озер|рек|остров|банк|школ|турнир|фильм|мультик|сказк|"
    r"мультфильм|шкафчик|дорожк|вод)(?:а|у|е|ы|и|о|я|ю|ь|ью|ой|ей|ом|ем|ок|ия|ии|ию|ка|ке|ку|ки|кой|ьм|ами|ах|ов)?$|^(?:ул|пр|м|г|тц|трц|тк|бц|жк)$"
)
_PLACE_AFTER = _words("парк отель плаза холл молл сити река озеро ветров мятная хостел сквер арена банк")
_STREET_SIGNS = ("ул. ", "пр. ", "пл. ", "пер. ", "м. ", "ул.")
_STREETS = _words(
    "ленина гагарина пушкина чехова мира победы горького маяковского кирова калинина фрунзе жукова лермонтова толстого свердлова "
    "дзержинского куйбышева комарова королёва королева титова чкалова суворова кутузова некрасова гоголя тургенева чайковского"
)
_PHRASES = re.compile(
    r"слава (?:богу|те|богам)|(?:вся )?надежда (?:только |лишь |вся )?на (?:вас|то|лучшее|тебя|них)|(?:вера|веры|веру) в (?:побед|себ|лучш|успех|сил|бог|люд|"
    r"чуд|будущ|справедлив|результат)|(?:любовь|любви|любовью) к [а-яё]+|роз[аы] ветров|король и шут|дед\w* мороз\w*|микки маус\w*|от (?:души|сердца)|мила,? (?:привет|вежлив|улыб|и )"
    r"|рома\u0301н|лев на (?:стене|гербе|вывеске)|(?:роза|розы) (?:на ресепшене )?(?:завял|засох|цвет)|лена река|света (?:в [а-яё]+ )?(?:нет|мало|не )|мира (?:нет|во )|рада (?:помо|что|за|вам|вас|была)",
    re.IGNORECASE,
)
_SURNAME = re.compile(
    r"[а-яё-]{2,}(?:ов|ев|ёв|ин|ын|овы|евы|ины|ова|ева|ёва|ина|ына|овой|евой|иной|ову|еву|ину|овым|евым|иным|ову|еву|ску?ий|цкий|ская|цкая|ской|цкой|"
    r"ского|цкого|ому|ко|ук|юк|чук|як|ян|яна|яну|дзе|швили|ых|их|оглы|заде|уллин|уллина|баев|баева|нен)$"
)
_LIKE_SURNAME = re.compile(r"[а-яё]{3,}(?:овой|евой|иной|ёвой|ову|еву|ину|ых)$")
_OF_PEOPLE = re.compile(
    r"(?:про(?:сит|сил)|звон|позвон|приш|прид|отмен|запис|оплат|сказа|говор|обеща|плат|верн|забы|подпис|жд[её]т|опозд|опазд|хо[дт]|боле|жал|напис|уш)"
)
_NAME_OF_BEAST = _words(
    "голубь соловей заяц волк медведь сорока щука орёл сокол ворона воробей жук лис лиса баран козёл козел бык кот карп окунь снегирь "
    "дрозд журавль гусь комар муха белоус кузнец ткач бондарь гончар коваль мельник пастух шевчук скляр рыбак дуда дуб береза ветер "
    "зима мороз буря кравец швец шпак бабак лебедь чайка ёж зуб губа рябой соболь хомяк барсук сом карась ерш ёрш бугай чумак гайдамак "
    "коваленок пан бобёр бобер пушка шуба кожух сапега галушка борщ каша вишня груша малина калина горох капуста редька"
)
_CALLED = _words("оль юль кать маш саш даш лен свет наташ ань тань вань миш лёш леш серёж сереж ир насть лиз вик юр тёть вер люб надь марин катюш ксюш танюш алён ален поль жень лид зин галь валь нин рит тёма вов дим андрюш володь петь коль толь паш")  # fmt: skip
_SMALL = _words("сережа серёжа сережи сереже сережу вика вики вике вику викой катюш катюша сони соню соне соней лера леры лере леру тёма рома ромы роме рому ромка любы любе любу тоня тони ксюха танюха натаха рустик рустика рустику")  # fmt: skip
_SMALL_OR_CALLED = _SMALL | _CALLED
_BEHIND = _words("опа апа ака ханум бек джан эфенди апай ханум-апа")


class _Read(NamedTuple):
    """What the dictionary knows of a word in small letters."""

    named: bool = False  # some reading is a name, a patronymic or a surname
    given: bool = False  # … a name or a patronymic
    only: bool = False  # all readings are
    known: bool = False
    patronymic: bool = False
    surname: bool = False  # some reading is a surname in the first case, all others are what opens no sentence
    place: bool = False
    does: bool = False  # a verb of what one does or did
    one: bool = False  # some reading of the name is of one person in another than the first case
    thing: bool = False  # a noun in the first case
    family: bool = False  # a surname in the first case, and no other noun
    wish: bool = False  # an infinitive or a request: «перезвонить», «передайте»


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    word: str
    opens: bool  # its capital may be due to its place
    quoted: bool  # it is all that stands in quotation marks: «Дельфин» is a club
    read: _Read

    @property
    def title(self) -> bool:
        return self.text[0].isupper()


def russian_names(text: str, keep: Collection[str]) -> Iterator[Hidden]:
    """Names in Russian letters, in no order; some may meet."""
    for found in _INITIALS.finditer(text):
        yield Hidden("name", found.start(), found.end(), found[0])
    tokens = list(_tokens(text))
    if not any(
        one.read.named
        or not one.read.known
        or (one.title and (not one.opens or _may_open(one.word)))
        or one.word in _SMALL_OR_CALLED
        for one in tokens
    ):
        return
    sure = [_is_name(tokens, at, text, keep) for at in range(len(tokens))]
    if all(one is None for one in sure) and not any(one.title and not one.opens for one in tokens):
        return
    spared = [(one.start(), one.end()) for one in _PHRASES.finditer(text)]
    within = {at for at, one in enumerate(tokens) if any(start <= one.start < end for start, end in spared)}
    for at in within:
        sure[at] = None
    _beside(tokens, sure, text, keep)
    _in_lists(tokens, sure, text, {*keep, *(tokens[at].word for at in within)} if within else keep)
    at = 0
    while at < len(tokens):
        if sure[at] is None:
            at += 1
            continue
        end = at
        while end + 1 < len(tokens) and sure[end + 1] is not None and _joined(tokens, end, text):
            end += 1
        last = end + (end + 1 < len(tokens) and tokens[end + 1].word in _BEHIND and _joined(tokens, end, text))
        yield Hidden(
            "name",
            tokens[at].start,
            tokens[last].end,
            text[tokens[at].start : tokens[last].end],
            any(sure[at : end + 1]),
        )
        at = end + 1


def is_person(word: str) -> bool:
    """Whether a word in small letters can be little else than the name of a person."""
    read = _readings(word)
    return read.known and read.given and (read.only or read.place or read.patronymic or word in _SMALL)


# Private functions


@lru_cache(10_000)
def _may_open(word: str) -> bool:
    """Whether an ordinary word may be a surname where a sentence begins."""
    return _LIKE_SURNAME.fullmatch(word) is not None or _lemma(word) in _NAME_OF_BEAST


def _joined(tokens: Sequence[_Token], at: int, text: str) -> bool:
    return _SAME.fullmatch(text[tokens[at].end : tokens[at + 1].start]) is not None


def _is_name(tokens: Sequence[_Token], at: int, text: str, keep: Collection[str]) -> bool | None:
    """Whether the word is surely a name; None where it is none at all."""
    token, word, read = tokens[at], tokens[at].word, tokens[at].read
    if word in keep or word in _NOBODY or len(word) < 2:
        return None
    before = tokens[at - 1] if at and _SAME.fullmatch(text[tokens[at - 1].end : token.start]) else None
    after = tokens[at + 1] if at + 1 < len(tokens) and _joined(tokens, at, text) else None
    told = before is not None and _KIN.match(before.word) is not None
    sign = text[token.end : token.end + 1]
    if token.quoted:
        return True if read.given and at and _BADGE.match(tokens[at - 1].word) else None
    if _of_place(token, before, after, tokens, at) or text[: token.start].endswith(_STREET_SIGNS):
        return None
    if not token.title:
        if word in _SMALL or (read.only and read.known and len(word) >= _LONGEST_LOWER):
            return True
        if told and read.given and word not in _WORDS_OF_WORK:
            return True
        if read.family and len(word) > 5 and after is not None and after.read.does:
            return True
        if (
            before is not None
            and before.word == "у"
            and read.one
            and word not in _WORDS_OF_WORK
            and not text[token.end :].lstrip().startswith("нет")
        ):
            return True
        nxt = tokens[at + 1] if at + 1 < len(tokens) else None
        return (
            True
            if read.given and sign == "," and nxt is not None and _KIN.match(nxt.word) and word not in _WORDS_OF_WORK
            else None
        )
    called = word in _CALLED and (sign in (",", "!") or text[: token.start].rstrip().endswith(","))
    if called:
        return True
    if word in _WORDS_OF_WORK and not (
        read.given
        and token.text.istitle()
        and (not token.opens or (after is not None and after.read.does and word in ("ян", "ким", "али", "тим")))
    ):
        return None
    if read.only or read.patronymic:
        return True
    alone = len(tokens) < 4 and _REST.fullmatch(text, token.end) is not None
    if not token.opens or (alone and read.surname):
        if read.given:
            return True
        if read.named or (not read.known and token.text.istitle() and len(word) > 3):
            return False
        return False if told and token.text.istitle() and not _ROLES.match(word) and not read.does else None
    if read.given or read.surname:
        return False
    if not token.text.istitle() or len(word) < 3:
        return None
    acts = after is not None and after.read.does
    if not read.known and len(word) > 3:
        return False if _SURNAME.fullmatch(word) or acts else None
    if (
        _LIKE_SURNAME.fullmatch(word)
        and dictionary().parse(word)[0].tag.POS == "ADJF"
        and after is not None
        and (acts or after.read.wish)
    ):
        return False
    return (
        False
        if acts and _lemma(word) in _NAME_OF_BEAST and after is not None and _OF_PEOPLE.match(after.word)
        else None
    )


def _of_place(token: _Token, before: _Token | None, after: _Token | None, tokens: Sequence[_Token], at: int) -> bool:
    if after is not None and after.word in _PLACE_AFTER:
        return True
    if before is None:
        return False
    if _PLACE_BEFORE.search(before.word) and not (
        after is not None and after.title and (after.read.named or not after.read.known)
    ):
        return True
    if at > 1 and _PLACE_AFTER & {token.word} and _PLACE_BEFORE.search(tokens[at - 2].word):
        return True
    if before.word in ("в", "во", "из") and token.read.place:
        return True
    return before.word in ("на", "с", "со", "по", "до", "от", "угол", "площадь") and token.word in _STREETS


def _beside(tokens: Sequence[_Token], sure: list[bool | None], text: str, keep: Collection[str]) -> None:
    """«Жанна Мороз», «Лев Рыжов», «Волк Антон»: what stands at a name with a capital is one."""
    for at, token in enumerate(tokens):
        for other in (at - 1, at + 1):
            if not (0 <= other < len(tokens)) or sure[at] is None or sure[other] is not None:
                continue
            beside = tokens[other]
            if not (token.read.given and (beside.title or not token.title)) or not _joined(
                tokens, min(at, other), text
            ):
                continue
            if beside.word in keep or beside.word in _NOBODY or len(beside.word) < 3 or beside.quoted:
                continue
            behind = (
                other > at and beside.title and not beside.opens and beside.text[1:].islower()
            )  # «Тимур Галич»: a town as well
            likely = beside.word not in _WORDS_OF_WORK and (beside.read.named or not beside.read.known)
            ahead = other < at and beside.title and (
                token.read.patronymic or (beside.read.thing and not token.opens and token.title and not _PLACE_BEFORE.search(beside.word))
            )  # fmt: skip
            if behind or likely or (ahead and not _ROLES.match(beside.word)):
                sure[other] = True
    for at, token in enumerate(tokens[1:], 1):  # «Дарина и Эмир»: a capital where only a name has one
        listed = at > 1 and sure[at - 2] is not None and tokens[at - 1].word == "и"
        if (
            sure[at] is None
            and listed
            and token.text.istitle()
            and not (token.opens or token.quoted)
            and token.word not in keep
        ):
            sure[at] = False


def _in_lists(tokens: Sequence[_Token], sure: list[bool | None], text: str, keep: Collection[str]) -> None:
    """«списки: Ломакин, Щука, Заяц»: of words in capitals with commas between, all are names where one is; a beast with a capital is one, too."""
    for at, token in enumerate(tokens):
        if (
            sure[at] is None
            and token.title
            and not token.opens
            and not token.quoted
            and token.word not in keep
            and _lemma(token.word) in _NAME_OF_BEAST
        ):
            sure[at] = False
    start = 0
    while start < len(tokens):
        end = start
        while (
            end + 1 < len(tokens)
            and tokens[end + 1].text.istitle()
            and _COMMA.fullmatch(text[tokens[end].end : tokens[end + 1].start])
        ):
            end += 1
        run = range(start, end + 1)
        named = [one for one in run if sure[one] is not None]
        if len(run) > 2 and tokens[start].text.istitle() and len(named) * 3 >= len(run):
            for one in run:
                if (
                    sure[one] is None
                    and not tokens[one].quoted
                    and tokens[one].word not in keep
                    and not _ROLES.match(tokens[one].word)
                ):
                    sure[one] = False
        start = end + 1


_COMMA = re.compile(r"(?: [А-ЯЁ]\.)?, | и | [А-ЯЁ][а-яё]+, ")


def _tokens(text: str) -> Iterator[_Token]:
    shouted_lines: dict[int, bool] = {}
    for found in _WORD.finditer(text):
        word = found[0]
        read = _readings(word.lower())
        shouted = False
        if word.isupper() and len(word) > 1:
            line = text.rfind("\n", 0, found.start()) + 1
            if line not in shouted_lines:
                shouted_lines[line] = text[line : (text + "\n").index("\n", line)].isupper()
            shouted = shouted_lines[line]
        opens = word[0].isupper() and (
            shouted or _OPENS.search(text[max(found.start() - 12, 0) : found.start()]) is not None
        )
        quoted = text[found.start() - 1 : found.start()] in _OPENING and text[found.end() : found.end() + 1] in _CLOSING
        if word.isupper() and not shouted and len(word) < 5:  # an abbreviation
            read = read._replace(named=read.only, only=False, given=read.given and read.only)
        yield _Token(found.start(), found.end(), word, word.lower(), opens, quoted, read)


@lru_cache(10_000)
def _lemma(word: str) -> str:
    return str(dictionary().parse(word)[0].normal_form)


@lru_cache(20_000)
def _readings(word: str) -> _Read:
    parts = word.split("-")
    if len(parts) > 1:  # «Анна-Мария», «Салтыков-Щедрин»: each part is one
        each = [_readings(part) for part in parts if part]
        return _Read(*(all(one[at] for one in each) for at in range(len(_Read._fields))))
    parsed = dictionary().parse(word)
    tags = [str(one.tag) for one in parsed]
    given = [("Name" in tag or "Patr" in tag) and "Abbr" not in tag for tag in tags]
    named = [one or "Surn" in tag for one, tag in zip(given, tags, strict=True)]
    known = any(one.is_known for one in parsed)
    does = any(tag.startswith("VERB") and "impr" not in tag and "1per" not in tag and "2per" not in tag for tag in tags)
    place = any("Geox" in tag for tag in tags)
    thing = all(tag.startswith("NOUN") for tag in tags) and any("nomn" in tag and "sing" in tag for tag in tags)
    patronymic = any("Patr" in tag for tag in tags) and known
    if is_pet_name(word) or (_ALSO_GIVEN.fullmatch(word) and word not in _NOT_NAMED):
        only = word not in _AMBIGUOUS and not (known and not all(named))
        return _Read(
            True, True, only, True, patronymic or word.endswith(("ич", "ыч")), False, place, False, True, thing
        )
    if not known:  # a guess by its ending: «Кукушкинд» is not told from «Кукушкин» that way
        guessed = any(named) and (tags[0].find("Surn") > 0 or "Name" in tags[0] or "Patr" in tags[0])
        return _Read(
            guessed,
            "Name" in tags[0] or "Patr" in tags[0],
            False,
            False,
            "Patr" in tags[0],
            False,
            False,
            False,
            False,
            thing,
        )
    # «Свет» may be many a Света, or her when called: so a name counts only where the word can be nothing else.
    single = [one and not ("plur" in tag or "voct" in tag) for one, tag in zip(given, tags, strict=True)]
    surely = all(named)
    surname = any("Surn" in tag and "sing" in tag for tag in tags) and all(
        "Surn" in tag or "plur" in tag or "Geox" in tag or tag.startswith("ADJF") for tag in tags
    )
    oblique = any(one and "nomn" not in tag for one, tag in zip(single, tags, strict=True))
    return _Read(
        surely or any(single) or any("Surn" in tag for tag in tags), any(given if surely else single), surely, True, patronymic,
        surname, place, does, oblique, thing,
        any("Surn" in tag and "nomn" in tag for tag in tags) and not any(tag.startswith("NOUN") and "Surn" not in tag and "Geox" not in tag for tag in tags),
        any(tag.startswith("INFN") or "impr" in tag for tag in tags),
    )  # fmt: skip


_AMBIGUOUS = _words("кеша рада мира лея медина софия лиана амелия эмир злата август")
