"""What no journey has taken in, why it was not understood out."""

from cjm.intake.process.in_work import ProcessInWork
from cjm.language.says import Says

_TECHNICAL = Says("служебное: нужно только программе, которая рисовала", "only the program that drew it needs this")
_NOWHERE = Says("стрелка ведёт не к элементу этой схемы", "the arrow leads to no element of this process")
_UNREACHED = Says("с дорогами клиента не связано", "no way of a client leads here")
_REPEATS = Says(
    "повторы внутри точки путь не показывает: опишите их в стандарте",
    "a journey does not show that something is repeated: tell it in the standard",
)
_SAME_ID = Says(
    "такое же имя (id) уже есть у другого элемента: стрелки ведут к тому",
    "another element has this id already: arrows lead to that one",
)
_UNREAD = Says("эту строку схемы не удалось прочитать", "this line of the diagram could not be read")
_DATA = Says(
    "документ или база: если ими пользуются, заведите ресурс", "a document or a store: if it is used, add a resource"
)
_ANOTHER = Says("такие элементы путь не показывает", "a journey does not show such elements")
_MESSAGE = Says(
    "сообщение без названия, и точки касания у него нет", "a message without a name or without a touchpoint"
)
_FRAME = Says("рамка вокруг других рамок или без названия", "a frame around other frames, or without a name")
_EMPTY_POOL = Says("в этом процессе нет ни одного действия", "there is no activity in this process")
_LANE = Says("дорожка без названия или пустая", "a lane that has no name, or is empty")
_CLIENT_LANE = Says("клиента среди ролей заводить не нужно", "the client is not among the roles")


def take_rest(process: ProcessInWork) -> None:
    """What no journey has taken."""
    for at, one in enumerate(process.elements):
        block = process.blocks[at]
        if block.kind == "scrap":
            continue
        match one.kind:
            case "technical":
                process.intake.end(block, "dropped", why=_TECHNICAL)
            case "flow" if at in process.ways.nowhere:
                process.intake.end(block, "not-understood", why=_NOWHERE)
            case "lane" | "frame":
                process.intake.end(
                    block,
                    "dropped" if not process.names[at] else "not-understood",
                    why=_LANE if one.kind == "lane" else _FRAME,
                )
            case "pool":
                client = one.id in process.clients
                process.intake.end(
                    block, "dropped" if client else "not-understood", why=_CLIENT_LANE if client else _EMPTY_POOL
                )
            case "data":
                process.intake.end(block, "not-understood", why=_DATA)
            case "message":
                process.intake.end(block, "not-understood", why=_MESSAGE)
            case "unknown" if one.by == "same-id":
                process.intake.end(block, "not-understood", why=_SAME_ID)
            case "unknown" if one.by == "unread":
                process.intake.end(block, "not-understood", why=_UNREAD)
            case "unknown":
                process.intake.end(block, "not-understood", why=_REPEATS if one.source else _ANOTHER)
            case _:
                process.intake.end(block, "not-understood", why=_UNREACHED)
