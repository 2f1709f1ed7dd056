"""The words that the maps themselves say, in every language."""

from cjm.language.numerals import counted
from cjm.language.says import Language, Says

CLIENT = Says("Клиент делает", "Client does")
EMOTION = Says("Эмоция", "Emotion")
TOUCHPOINTS = Says("Точки касания", "Touch- points")
FRONT = Says("На виду", "On stage")
BEHIND = Says("За кадром", "Behind")
STANDARD = Says("Стандарт", "Standard")
PAINS = Says("Боли", "Pains")
VISIBILITY = Says("линия видимости", "line of visibility")
NO_STANDARD = Says("нет стандарта", "no standard")
FROM_ANYWHERE = Says("из любой точки пути", "from any touchpoint")
ON_TO = Says("к {number}", "to {number}")
REST = Says("иначе", "otherwise")
ENDS = Says("конец пути", "the end")
GOES_ON = Says("дальше", "goes on")
AT_MOST = Says("не больше {count}", "at most {count}")
ONCE = Says("только один раз", "only once")
AT_MOST_SHORT = Says("≤\u00a0{count}×", "≤\u00a0{count}×")
BAND = Says("часть {number} из {count}", "part {number} of {count}")

PERSON_ANSWERS = Says("отвечает человек", "a person answers")
PRODUCT_ANSWERS = Says("отвечает продукт", "a product answers")
MOMENT = Says("момент истины", "moment of truth")
WAITS = Says("ждёт не дольше", "waits at most")
MAIN_WAY = Says("главный путь", "main way")
BRANCH = Says("ветвь", "branch")
WAY_BACK = Says("возврат", "way back")
OFF_THE_WAY = Says("чувство вне главного пути", "feeling off the main way")
COVERED = Says("стандарт есть (раздел {number})", "has a standard (section {number})")
REVIEWED = Says("на пересмотре", "under review")
STANDARD_ELSEWHERE = Says("стандарт лежит не здесь", "standard kept elsewhere")
LACKS_STANDARD = Says("стандарта нет", "no standard")
OUTCOME = Says("исход", "outcome")
PASSAGE = Says("другой путь", "another journey")
GOES_ON_BELOW = Says("продолжение на карте", "goes on in this map")
ENTRY = Says("вход", "entry")

WITHOUT = Says("без стандарта {count}", "without standard {count}")
UNDER_REVIEW = Says("на пересмотре {count}", "under review {count}")


def touchpoints(count: int, language: Language) -> str:
    return counted(count, ("точка касания", "точки касания", "точек касания"), ("touchpoint", "touchpoints"), language)


def moments(count: int, language: Language) -> str:
    russian = ("момент истины", "момента истины", "моментов истины")
    return counted(count, russian, ("moment of truth", "moments of truth"), language)


def times(count: int, language: Language) -> str:
    """«не больше 2 раз»: after «не больше» even one takes the genitive."""
    return counted(count, ("раза", "раз", "раз"), ("time", "times"), language)
