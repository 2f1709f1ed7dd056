"""Names as the program writes them in, what people call these things out."""

from cjm.approval.items import LOOK, OUTLINE, PEOPLE, SEARCH
from cjm.graph.dependencies import SHOWN_FILES
from cjm.language.says import Language, Says
from cjm.model import Handbook, Person
from cjm.model.reference import Reference
from cjm.model.registry import KINDS, known_as
from cjm.wording import label

_FRAME = {
    OUTLINE: Says("название и порядок гайдлайна", "title and order of the handbook"),
    PEOPLE: Says("список людей и кто утверждает", "the people and who approves"),
    SEARCH: Says("синонимы поиска", "synonyms of the search"),
}
_FILE = Says("файл «{file}»", 'file "{file}"')
_LOOK = Says("вид: {file}", "the look: {file}")


def reference_title(name: str, handbook: Handbook, language: Language) -> str:
    """`fact:move-limit` as «факт «Срок переноса»»."""
    if name in _FRAME:
        return _FRAME[name].to(language)
    if name.startswith(SHOWN_FILES):
        return _FILE.to(language, file=name.removeprefix(SHOWN_FILES))
    if name.startswith(LOOK):
        return _LOOK.to(language, file=name.removeprefix(LOOK))
    reference = Reference.parse(name)
    kind = KINDS[reference.kind].says.to(language)
    item = handbook.resolve(reference)
    title = label(known_as(item), handbook) if item is not None else reference.id
    return f"{kind} «{title}»" if language == "ru" else f'{kind} "{title}"'


def person(handbook: Handbook, id: str) -> Person | None:
    """The person of this id."""
    return next((one for one in handbook.outline.people if one.id == id), None)
