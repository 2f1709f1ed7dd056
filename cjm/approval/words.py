"""Names as the program writes them in, what people call these things out."""

from cjm.graph.dependencies import ground
from cjm.language.phrases import title_in_quotes
from cjm.language.says import Language
from cjm.model import Handbook, Person
from cjm.model.reference import Reference
from cjm.model.registry import KINDS


def reference_title(name: str, handbook: Handbook, language: Language) -> str:
    """`fact:move-limit` as «факт «Срок переноса»»."""
    reference = Reference.parse(name)
    kind = KINDS[reference.kind].says.to(language)
    item = ground(name, handbook)
    title = item.title if item is not None and item.title else reference.id
    return f"{kind} {title_in_quotes(title, language)}"


def person(handbook: Handbook, id: str) -> Person | None:
    """The person of this id."""
    return next((one for one in handbook.outline.people if one.id == id), None)
