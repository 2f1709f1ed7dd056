"""Terms: the words that mean one thing in a handbook."""

from cjm.language.says import Says
from cjm.model.fields import EXPLANATORY, NORMATIVE, Many, Name, Text, spec
from cjm.model.frozen import frozen
from cjm.model.item import Item
from cjm.model.kind import Kind


@frozen
class Term(Item):
    """A word that means one thing in this handbook."""

    id: str = spec(Name("term"), NORMATIVE, "Имя термина", "Id of the term", "moment-of-truth", required=True)
    term: str = spec(Text("label"), NORMATIVE, "Термин", "The term", ("момент истины", "moment of truth"), required=True)
    forms: tuple[str, ...] = spec(Many(Text("label")), EXPLANATORY, "Его формы в тексте", "Its forms in the text", ("[момента истины]", "[moments of truth]"), label=("Формы", "Forms"), shown=False)
    means: str = spec(Text("prose"), NORMATIVE, "Что значит", "What it means", ("Точка, где решается, останется ли клиент.", "Where it is decided whether a customer stays."), required=True)
    instead_of: tuple[str, ...] = spec(Many(Text("label")), EXPLANATORY, "Слова, которых вместо него не пишут", "Words not used in its place", ("[ключевая точка]", "[key point]"), key="not", label=("Не пишем", "Not"))


KIND = Kind(
    name="term", item=Term, says=Says("термин", "term"), order=240, known_by="term",
    file="guideline/glossary.yml", key="terms", holds=Says("Словарь терминов", "Glossary"),
    title=Says("Словарь", "Glossary"), lead=Says("Каждое слово здесь значит одно.", "Each word means one thing here."),
    address="glossary.html#term-{id}", chapter=True, table="glossary",
    unread=("not",), searched=False,
)  # fmt: skip
